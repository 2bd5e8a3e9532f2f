//! Giving out what waits, in cause-and-effect order.

use crate::dialogue::{Ending, Gap, GapCause, Half, Piece, Place, Time};
use crate::net::Segment;
use crate::work;

use super::connection::Connection;
use super::fragment::Orphans;
use super::pending::Chunk;
use super::position::Position;
use super::{Clock, MAX_PENDING_BYTES, MAX_PENDING_SEGMENTS, Receiver, Repeat, Slot};

/// Why gaps may be declared now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Force {
    /// Nothing is forced.
    No,
    /// Whatever was acknowledged has had its time.
    Acknowledged,
    /// Nothing more can come.
    Everything,
}

/// Where a connection's pieces go, and what is known around it.
pub(super) struct Way<'a> {
    pub(super) slot: Slot,
    pub(super) out: &'a mut dyn Receiver,
    pub(super) orphans: &'a Orphans,
}

/// The frame that carried something.
#[derive(Clone, Copy)]
pub(super) struct Carrier {
    pub(super) frame: u64,
    pub(super) time: Time,
}

impl Carrier {
    pub(super) fn of(segment: &Segment<'_>) -> Self {
        Carrier { frame: segment.frame, time: segment.time }
    }

    pub(super) fn place(self, offset: u64) -> Place {
        Place { frame: self.frame, time: self.time, offset }
    }
}

impl Connection {
    /// The payload of a segment whose place is known. Returns whether it brought anything new.
    pub(super) fn payload(
        &mut self,
        from: Half,
        segment: &Segment<'_>,
        at: Position,
        needs: Option<Position>,
        way: &mut Way<'_>,
    ) -> bool {
        let end = at.plus(segment.payload.len() as u64 + u64::from(segment.cut));
        let other = self.done(from.other());
        let ready = self.begun && needs.is_none_or(|needs| other.is_some_and(|done| needs <= done));
        let Some(next) = self.direction(from).next else { return false };
        if end <= next && self.begun {
            return false;
        }
        // Where nothing waits, nothing beyond the next byte was seen.
        let furthest = self.pending(from).map(|pending| pending.furthest.unwrap_or(next));
        // Behind a later one; a retransmission that fills a hole counts too: TCP cannot tell them apart.
        if furthest.is_some_and(|furthest| furthest >= end && furthest > next) {
            self.uncommon().out_of_order += segment.frames;
        }
        if ready && at <= next && furthest.is_none() {
            let skip = next.since(at) as usize;
            let bytes = segment.payload.get(skip..).unwrap_or_default();
            let carrier = Carrier::of(segment);
            self.give_bytes(from, bytes, carrier, way);
            let cut_from = at.plus(segment.payload.len() as u64);
            self.give_cut(from, cut_from, end, carrier, way);
            return true;
        }
        let here = if self.begun { at.max(next) } else { at };
        let pending = self.pending_mut(from);
        pending.furthest = pending.furthest.max(Some(end));
        let kept = pending.keep(segment, at, here, needs);
        if kept.conflict {
            self.uncommon().conflicts += 1;
        }
        kept.new
    }

    /// Gives out all whose turn has come; with `force`, declares what is missing.
    pub(super) fn drain(&mut self, force: Force, way: &mut Way<'_>) {
        if !self.begun {
            return;
        }
        loop {
            work::add(1);
            self.drop_covered();
            match self.ready() {
                Some(half) => self.give_first(half, way),
                None if self.declare(force, way) => {}
                None => match self.first_waiting().filter(|_| force == Force::Everything) {
                    Some(half) => self.give_first(half, way),
                    None => break,
                },
            }
        }
        if !self.waits() {
            if let Some(uncommon) = &mut self.uncommon {
                uncommon.waiting = 0;
            }
            self.tell_reset(false, way);
        }
    }

    /// Whether the bounds of waiting are reached.
    pub(super) fn overdue(&self, clock: Clock) -> Force {
        let Some(uncommon) = &self.uncommon else { return Force::No };
        let full = |pending: &super::pending::Pending| {
            pending.bytes() > MAX_PENDING_BYTES || pending.len() > MAX_PENDING_SEGMENTS
        };
        if uncommon.pending.as_ref().is_some_and(|pending| pending.iter().any(full)) {
            Force::Everything
        } else if uncommon.waiting > clock.slack() {
            Force::Acknowledged
        } else {
            Force::No
        }
    }

    /// The direction whose first waiting segment may go; of two, the one with the smaller frame number.
    fn ready(&self) -> Option<Half> {
        let candidate = |half: Half| {
            let first = self.front(half)?;
            let next = self.direction(half).next?;
            let other = self.done(half.other());
            // One number more than there are bytes: the other side's FIN, which was not captured.
            let slack = u64::from(first.fin && self.pending(half.other()).is_none());
            // Behind a FIN nothing more comes, whatever is acknowledged.
            let satisfied = self.fin(half.other()).is_some()
                || first.needs.is_none_or(|needs| other.is_none_or(|done| needs <= done.plus(slack)));
            (first.at <= next && satisfied).then_some((first.frame, half))
        };
        earlier(candidate(Half::A), candidate(Half::B))
    }

    /// Of two directions that wait for each other, as no TCP sends it, the one with the smaller frame number.
    fn first_waiting(&self) -> Option<Half> {
        let frame = |half: Half| Some((self.front(half)?.frame, half));
        earlier(frame(Half::A), frame(Half::B))
    }

    fn give_first(&mut self, half: Half, way: &mut Way<'_>) {
        let Some(Chunk { at, bytes, cut, fin, frame, time, .. }) = self.pending_mut(half).take_first() else {
            return;
        };
        let Some(next) = self.direction(half).next else { return };
        let carrier = Carrier { frame, time };
        if fin {
            self.give_fin(half, carrier, way);
            return;
        }
        let skip = next.since(at) as usize;
        if let Some(bytes) = bytes.get(skip..).filter(|bytes| !bytes.is_empty()) {
            self.give_bytes(half, bytes, carrier, way);
        }
        let cut_from = at.plus(bytes.len() as u64);
        self.give_cut(half, cut_from, cut_from.plus(u64::from(cut)), carrier, way);
    }

    fn give_bytes(&mut self, half: Half, bytes: &[u8], carrier: Carrier, way: &mut Way<'_>) {
        let Some(next) = self.direction(half).next else { return };
        let offset = self.offset(half, next);
        let direction = self.direction_mut(half);
        direction.next = Some(next.plus(bytes.len() as u64));
        direction.bytes += bytes.len() as u64;
        direction.absent = false;
        if !bytes.is_empty() {
            way.out.piece(way.slot, self, half, Piece::Bytes(bytes, carrier.place(offset)));
        }
    }

    fn give_cut(&mut self, half: Half, from: Position, to: Position, carrier: Carrier, way: &mut Way<'_>) {
        if to <= from {
            return;
        }
        let Some(next) = self.direction(half).next else { return };
        // Another copy of these bytes, captured whole, may wait behind the cut.
        let to = self.front(half).map_or(to, |chunk| to.min(chunk.at.max(from)));
        let from = from.max(next);
        if to > from {
            self.give_gap(half, to, GapCause::CutBySnaplen, carrier, way);
        }
    }

    /// Everything up to `end` is missing.
    pub(super) fn give_gap(
        &mut self,
        half: Half,
        end: Position,
        cause: GapCause,
        carrier: Carrier,
        way: &mut Way<'_>,
    ) {
        let Some(next) = self.direction(half).next else { return };
        let offset = self.offset(half, next);
        let len = end.since(next);
        self.direction_mut(half).next = Some(end);
        if let Some(lost) = self.uncommon().lost.get_mut(half.index()) {
            *lost += len;
        }
        way.out.piece(way.slot, self, half, Piece::Gap(Gap { len, cause, at: carrier.place(offset) }));
    }

    pub(super) fn give_fin(&mut self, half: Half, carrier: Carrier, way: &mut Way<'_>) {
        let Some(next) = self.direction(half).next.filter(|_| self.fin(half).is_none()) else { return };
        let place = carrier.place(self.offset(half, next));
        if let Some(fin) = self.uncommon().fins.get_mut(half.index()) {
            *fin = Some(place);
        }
        if self.pending(half).is_some() {
            let (bytes, frames) = self.pending_mut(half).drop_behind(next);
            self.note_behind_fin(half, bytes, frames);
        }
        way.out.piece(way.slot, self, half, Piece::End(Ending::Fin(place)));
    }

    /// Tells about a RST once nothing waits any more.
    pub(super) fn tell_reset(&mut self, last: bool, way: &mut Way<'_>) {
        let Some((half, place)) = self.reset().filter(|_| !self.reset_told) else { return };
        if self.begun || last {
            self.reset_told = true;
            way.out.piece(way.slot, self, half, Piece::End(Ending::Reset(place)));
        }
    }

    /// Drops waiting segments whose bytes were given out meanwhile.
    fn drop_covered(&mut self) {
        for half in [Half::A, Half::B] {
            let Some(next) = self.direction(half).next else { continue };
            while self.front(half).is_some_and(|chunk| !chunk.fin && chunk.end() <= next) {
                self.pending_mut(half).take_first();
            }
        }
    }

    /// Tells that a frame repeats bytes.
    pub(super) fn repeat(
        &self,
        from: Half,
        segment: &Segment<'_>,
        at: Position,
        what: Repeat,
        way: &mut Way<'_>,
    ) {
        let end = at.plus(segment.payload.len() as u64);
        let span = (self.offset(from, at), self.offset(from, end));
        if !self.ignored && span.1 > span.0 {
            way.out.repeated(way.slot, from, span, segment.frame, what);
        }
    }
}

/// Of two directions the one with the smaller frame number.
pub(super) fn earlier(a: Option<(u64, Half)>, b: Option<(u64, Half)>) -> Option<Half> {
    let found = match (a, b) {
        (Some(a), Some(b)) => Some(if b.0 < a.0 { b } else { a }),
        (a, b) => a.or(b),
    };
    found.map(|found| found.1)
}
