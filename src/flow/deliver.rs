//! Giving out what waits, in cause-and-effect order, and declaring gaps.

use crate::dialogue::{Ending, Gap, GapCause, Half, Piece, Place};
use crate::net::Segment;

use super::connection::{Chunk, Connection};
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

impl Connection {
    /// The payload of a segment whose place is known. Returns whether it brought anything new.
    pub(super) fn payload(
        &mut self,
        slot: Slot,
        from: Half,
        segment: &Segment<'_>,
        at: Position,
        needs: Option<Position>,
        out: &mut dyn Receiver,
    ) -> bool {
        let end = at.plus(segment.payload.len() as u64 + u64::from(segment.cut));
        let other = self.direction(from.other()).done();
        let ready = self.begun && needs.is_none_or(|needs| other.is_some_and(|done| needs <= done));
        let begun = self.begun;
        let direction = self.direction_mut(from);
        let Some(track) = direction.track.as_mut() else { return false };
        let next = track.next;
        if end <= next && begun {
            return false;
        }
        // Behind a later one; a retransmission that fills a hole counts too: TCP cannot tell them apart.
        let behind = track.furthest >= end && track.furthest > next;
        track.furthest = track.furthest.max(end);
        let in_turn = ready && at <= next && direction.pending.is_empty();
        if behind {
            self.counts.out_of_order += segment.frames;
        }
        if in_turn {
            let skip = next.since(at) as usize;
            let bytes = segment.payload.get(skip..).unwrap_or_default();
            self.give_bytes(slot, from, bytes, segment.frame, segment.time, out);
            let gap_from = at.plus(segment.payload.len() as u64);
            self.give_cut(slot, from, gap_from, end, segment.frame, segment.time, out);
            return true;
        }
        self.keep(from, segment, at, needs)
    }

    /// Puts what is new of a segment aside, between what waits already. The first copy of a byte wins.
    fn keep(&mut self, from: Half, segment: &Segment<'_>, at: Position, needs: Option<Position>) -> bool {
        let begun = self.begun;
        let direction = self.direction_mut(from);
        let Some(track) = direction.track else { return false };
        let end = at.plus(segment.payload.len() as u64);
        let mut free = Vec::new();
        let mut here = if begun { at.max(track.next) } else { at };
        let mut conflict = false;
        // They do not overlap: only the last that begins at or before it can reach into it.
        let first = direction.pending.partition_point(|chunk| chunk.at <= here).saturating_sub(2);
        for chunk in direction.pending.range(first..) {
            let chunk_end = chunk.at.plus(chunk.bytes.len() as u64);
            if chunk_end <= here || chunk.bytes.is_empty() {
                continue;
            }
            if chunk.at >= end {
                break;
            }
            if chunk.at > here {
                free.push((here, chunk.at));
            }
            let (from_position, to_position) = (here.max(chunk.at), end.min(chunk_end));
            let new = slice(segment.payload, at, from_position, to_position);
            conflict |= new != slice(&chunk.bytes, chunk.at, from_position, to_position);
            here = chunk_end;
        }
        if here < end {
            free.push((here, end));
        }
        let new = !free.is_empty();
        let last = free.len().saturating_sub(1);
        for (index, (from_position, to_position)) in free.into_iter().enumerate() {
            let bytes = slice(segment.payload, at, from_position, to_position).to_vec();
            direction.pending_bytes += bytes.len();
            let cut = if index == last && to_position == end { segment.cut } else { 0 };
            direction.insert(Chunk {
                at: from_position,
                bytes,
                cut,
                fin: false,
                frame: segment.frame,
                time: segment.time,
                needs,
            });
        }
        if conflict {
            self.counts.conflicts += 1;
        }
        new
    }

    /// Gives out all whose turn has come; with `force`, declares what is missing.
    pub(super) fn drain(&mut self, slot: Slot, force: Force, out: &mut dyn Receiver) {
        if !self.begun {
            return;
        }
        loop {
            self.drop_covered();
            match self.ready() {
                Some(half) => self.give_first(slot, half, out),
                None if self.declare(slot, force, out) => {}
                None => match self.first_waiting().filter(|_| force == Force::Everything) {
                    Some(half) => self.give_first(slot, half, out),
                    None => break,
                },
            }
        }
        if self.directions.iter().all(|direction| direction.pending.is_empty()) {
            self.waiting = 0;
            self.tell_reset(slot, false, out);
        }
    }

    /// Whether the bounds of waiting are reached.
    pub(super) fn overdue(&self, clock: Clock) -> Force {
        let full = self.directions.iter().any(|direction| {
            direction.pending_bytes > MAX_PENDING_BYTES || direction.pending.len() > MAX_PENDING_SEGMENTS
        });
        if full {
            Force::Everything
        } else if self.waiting > clock.slack() {
            Force::Acknowledged
        } else {
            Force::No
        }
    }

    /// The direction whose first waiting segment may go; of two, the one with the smaller frame number.
    fn ready(&self) -> Option<Half> {
        let candidate = |half: Half| {
            let direction = self.direction(half);
            let first = direction.pending.front()?;
            let next = direction.track?.next;
            let other = self.direction(half.other()).done();
            // One number more than there are bytes: the other side's FIN, which was not captured.
            let peer = self.direction(half.other());
            let slack = u64::from(first.fin && peer.pending.is_empty());
            let satisfied =
                first.needs.is_none_or(|needs| other.is_none_or(|done| needs <= done.plus(slack)));
            (first.at <= next && satisfied).then_some((first.frame, half))
        };
        [candidate(Half::A), candidate(Half::B)]
            .into_iter()
            .flatten()
            .min_by_key(|found| found.0)
            .map(|found| found.1)
    }

    /// Of two directions that wait for each other, as no TCP sends it, the one with the smaller frame number.
    fn first_waiting(&self) -> Option<Half> {
        let frame = |half: Half| Some((self.direction(half).pending.front()?.frame, half));
        [Half::A, Half::B].into_iter().filter_map(frame).min_by_key(|found| found.0).map(|found| found.1)
    }

    /// Declares one hole, when that is allowed. The one before the smallest waiting frame comes first; of that frame's
    /// own hole and the other side's, its own: it lies further back.
    fn declare(&mut self, slot: Slot, force: Force, out: &mut dyn Receiver) -> bool {
        let mut heads: Vec<(u64, Half)> = [Half::A, Half::B]
            .into_iter()
            .filter_map(|half| self.direction(half).pending.front().map(|chunk| (chunk.frame, half)))
            .collect();
        heads.sort_unstable_by_key(|head| head.0);
        for &(_, half) in &heads {
            for side in [half, half.other()] {
                if let Some(end) = self.hole(side)
                    && self.may_declare(side, end, force)
                {
                    self.give_gap(slot, side, end, out);
                    return true;
                }
            }
        }
        if force == Force::Everything && heads.is_empty() {
            for side in [Half::A, Half::B] {
                if let Some(end) = self.tail(side) {
                    self.give_gap(slot, side, end, out);
                    return true;
                }
            }
        }
        false
    }

    /// The end of the hole at the front of a direction: up to its first waiting byte, or up to what the other side's
    /// first waiting segment acknowledges, whichever is nearer.
    fn hole(&self, side: Half) -> Option<Position> {
        let direction = self.direction(side);
        let next = direction.track?.next;
        let own = direction.pending.front().map(|chunk| chunk.at).filter(|&at| at > next);
        let done = direction.done()?;
        let waiting = self.direction(side.other()).pending.front();
        let needed = waiting.and_then(|chunk| chunk.needs).filter(|&needs| needs > done);
        // A FIN that acknowledges one number more than there are bytes answers a FIN that was not captured.
        let closing = waiting.is_some_and(|chunk| chunk.fin) && direction.pending.is_empty();
        let needed = needed.filter(|&needs| !(closing && needs.since(next) == 1));
        // What is acknowledged beyond data that is there is no hole: the data only has to be given out first.
        let needed = match direction.pending.front() {
            Some(first) if first.at <= next => None,
            _ => needed,
        };
        match (own, needed) {
            (Some(own), Some(needed)) => Some(own.min(needed)),
            (one, other) => one.or(other),
        }
    }

    /// Bytes that the peer acknowledged at the end and that never came; the number that a FIN takes is not a byte.
    fn tail(&self, side: Half) -> Option<Position> {
        let direction = self.direction(side);
        let track = direction.track?;
        if direction.fin.is_some() {
            return None;
        }
        let acknowledged = track.acknowledged?;
        let closing = self.direction(side.other()).fin.is_some() || self.reset.is_some();
        let single = acknowledged.since(track.next) == 1;
        let end = if closing || single { acknowledged.before() } else { acknowledged };
        (end > track.next).then_some(end)
    }

    fn may_declare(&self, side: Half, end: Position, force: Force) -> bool {
        let direction = self.direction(side);
        if direction.absent {
            return true;
        }
        let acknowledged =
            direction.track.and_then(|track| track.acknowledged).is_some_and(|position| position >= end);
        match force {
            Force::Everything => true,
            Force::Acknowledged => acknowledged,
            Force::No => false,
        }
    }

    fn give_gap(&mut self, slot: Slot, side: Half, end: Position, out: &mut dyn Receiver) {
        let other_seen = self.direction(side.other()).frames > 0;
        let evidence = self
            .direction(side.other())
            .pending
            .front()
            .or(self.direction(side).pending.front())
            .map_or((self.last.0, self.last.1), |chunk| (chunk.frame, chunk.time));
        let direction = self.direction_mut(side);
        let Some(track) = direction.track.as_mut() else { return };
        let acknowledged = track.acknowledged.is_some_and(|position| position >= end);
        let cause = match (acknowledged, other_seen) {
            (true, _) => GapCause::NotCaptured,
            (false, true) => GapCause::Lost,
            (false, false) => GapCause::Unknown,
        };
        let at = track.next;
        let len = end.since(at);
        track.next = end;
        if !direction.has_data() {
            direction.absent = true;
        }
        direction.lost += len;
        let offset = direction.offset(at);
        let place = Place { frame: evidence.0, time: evidence.1, offset };
        out.piece(slot, self, side, Piece::Gap(Gap { len, cause, at: place }));
    }

    fn give_first(&mut self, slot: Slot, half: Half, out: &mut dyn Receiver) {
        let direction = self.direction_mut(half);
        let Some(chunk) = direction.take_first() else { return };
        let Some(next) = direction.track.map(|track| track.next) else { return };
        if chunk.fin {
            self.give_fin(slot, half, chunk.frame, chunk.time, out);
            return;
        }
        let skip = next.since(chunk.at) as usize;
        if let Some(bytes) = chunk.bytes.get(skip..).filter(|bytes| !bytes.is_empty()) {
            self.give_bytes(slot, half, bytes, chunk.frame, chunk.time, out);
        }
        let cut_from = chunk.at.plus(chunk.bytes.len() as u64);
        self.give_cut(slot, half, cut_from, chunk.end(), chunk.frame, chunk.time, out);
    }

    fn give_bytes(
        &mut self,
        slot: Slot,
        half: Half,
        bytes: &[u8],
        frame: u64,
        time: crate::dialogue::Time,
        out: &mut dyn Receiver,
    ) {
        let direction = self.direction_mut(half);
        let Some(track) = direction.track.as_mut() else { return };
        let offset = track.next.since(track.start);
        track.next = track.next.plus(bytes.len() as u64);
        direction.bytes += bytes.len() as u64;
        direction.absent = false;
        if !bytes.is_empty() {
            out.piece(slot, self, half, Piece::Bytes(bytes, Place { frame, time, offset }));
        }
    }

    #[allow(clippy::too_many_arguments, reason = "a range and its place; a struct for one call says less")]
    fn give_cut(
        &mut self,
        slot: Slot,
        half: Half,
        from: Position,
        to: Position,
        frame: u64,
        time: crate::dialogue::Time,
        out: &mut dyn Receiver,
    ) {
        let direction = self.direction_mut(half);
        let Some(track) = direction.track.as_mut() else { return };
        let from = from.max(track.next);
        // Another copy of these bytes, captured whole, may wait behind the cut.
        let to = match direction.pending.front() {
            Some(chunk) => to.min(chunk.at.max(from)),
            None => to,
        };
        if to <= from {
            return;
        }
        let offset = from.since(track.start);
        track.next = to;
        let len = to.since(from);
        direction.lost += len;
        let gap = Gap { len, cause: GapCause::CutBySnaplen, at: Place { frame, time, offset } };
        out.piece(slot, self, half, Piece::Gap(gap));
    }

    pub(super) fn give_fin(
        &mut self,
        slot: Slot,
        half: Half,
        frame: u64,
        time: crate::dialogue::Time,
        out: &mut dyn Receiver,
    ) {
        let direction = self.direction_mut(half);
        let Some(track) = direction.track.filter(|_| direction.fin.is_none()) else { return };
        let place = Place { frame, time, offset: track.next.since(track.start) };
        direction.fin = Some(place);
        out.piece(slot, self, half, Piece::End(Ending::Fin(place)));
    }

    /// Tells about a RST once nothing waits any more.
    pub(super) fn tell_reset(&mut self, slot: Slot, last: bool, out: &mut dyn Receiver) {
        let Some((half, place)) = self.reset.filter(|_| !self.reset_told) else { return };
        if self.begun || last {
            self.reset_told = true;
            out.piece(slot, self, half, Piece::End(Ending::Reset(place)));
        }
    }

    /// Drops waiting segments whose bytes were given out meanwhile.
    fn drop_covered(&mut self) {
        for half in [Half::A, Half::B] {
            let direction = self.direction_mut(half);
            let Some(next) = direction.track.map(|track| track.next) else { continue };
            while direction.pending.front().is_some_and(|chunk| !chunk.fin && chunk.end() <= next) {
                direction.take_first();
            }
        }
    }

    /// Tells that a frame repeats bytes.
    pub(super) fn repeat(
        &mut self,
        slot: Slot,
        from: Half,
        segment: &Segment<'_>,
        at: Position,
        what: Repeat,
        out: &mut dyn Receiver,
    ) {
        let direction = self.direction(from);
        let span = (direction.offset(at), direction.offset(at.plus(segment.payload.len() as u64)));
        if !self.ignored && span.1 > span.0 {
            out.repeated(slot, from, span, segment.frame, what);
        }
    }
}

impl super::Direction {
    /// Inserts by position; a FIN comes behind the bytes that end where it stands.
    pub(super) fn insert(&mut self, chunk: Chunk) {
        let place = self.pending.partition_point(|old| (old.at, old.fin) <= (chunk.at, chunk.fin));
        if chunk.fin {
            self.pending_fin = Some(chunk.at);
        }
        self.pending.insert(place, chunk);
    }

    /// Takes the first that waits.
    fn take_first(&mut self) -> Option<Chunk> {
        let chunk = self.pending.pop_front()?;
        self.pending_bytes -= chunk.bytes.len();
        if chunk.fin {
            self.pending_fin = None;
        }
        Some(chunk)
    }
}

/// The part of `bytes`, which begin at `at`, from one position to another.
fn slice(bytes: &[u8], at: Position, from: Position, to: Position) -> &[u8] {
    bytes.get(from.since(at) as usize..to.since(at) as usize).unwrap_or_default()
}
