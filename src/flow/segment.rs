//! What a segment does to its connection.

use crate::dialogue::{Frames, Half, Piece};
use crate::net::Segment;

use super::connection::Connection;
use super::deliver::{Carrier, Force, Way};
use super::pending::Chunk;
use super::position::Position;
use super::recent::Familiar;
use super::uncommon::Uncommon;
use super::{Clock, MAX_PENDING_BYTES, Repeat};

impl Connection {
    /// Whether a segment opens a new connection between the same endpoints: a SYN with another initial sequence
    /// number, as Wireshark decides it.
    pub(super) fn is_reused_by(&self, half: Half, segment: &Segment<'_>) -> bool {
        // A SYN-ACK with another number does not: middleboxes answer for servers.
        if !segment.syn || segment.acknowledgement.is_some() {
            return false;
        }
        let Some(start) = self.start(half) else { return false };
        let syn = start.near(segment.sequence);
        if self.direction(half).anchored {
            return start.back(1) != syn;
        }
        // A connection seen without its beginning: its SYN may only be late; a SYN far from what was seen is not.
        syn > start || start.since(syn) > 1 << 20
    }

    /// Any segment.
    pub(super) fn take(&mut self, from: Half, segment: &Segment<'_>, clock: Clock, way: &mut Way<'_>) {
        self.count(segment);
        self.sort_in(from, segment, clock, way);
        self.straight = self.is_straight();
    }

    fn sort_in(&mut self, from: Half, segment: &Segment<'_>, clock: Clock, way: &mut Way<'_>) {
        let empty = segment.payload.is_empty() && segment.cut == 0;
        self.direction_mut(from).seen = true;
        let familiar = self.recent.recognise(from, segment);
        if familiar == Familiar::Copy {
            self.uncommon().duplicates += segment.frames;
            if let Some(next) = self.direction(from).next {
                self.repeat(from, segment, next.near(segment.sequence), Repeat::Duplicate, way);
            }
            return;
        }
        if segment.syn {
            self.take_syn(from, segment);
        }
        let at = self.locate(from, segment);
        let needs = self.acknowledge(from, segment);
        self.note_closing(segment, empty);
        if empty {
            self.note_third_step(from, segment);
        }
        if self.ignored {
            if !empty {
                self.data += segment.frames;
            }
            if segment.rst {
                self.note_reset(from, segment, at);
            }
            return;
        }
        self.begin_if_known(clock, way);
        if !empty {
            self.take_payload(from, segment, at, needs, familiar, way);
        }
        let end = at.plus(segment.payload.len() as u64 + u64::from(segment.cut));
        if segment.fin {
            self.take_fin(from, segment, end, needs, way);
        }
        if segment.rst {
            self.note_reset(from, segment, end);
        }
        if self.waits() {
            let uncommon = self.uncommon();
            uncommon.waiting = uncommon.waiting.saturating_add(1);
            let force = self.overdue(clock);
            self.drain_within(force, MAX_PENDING_BYTES, way);
        } else if self.reset().is_some() {
            self.tell_reset(false, way);
        }
    }

    /// The usual segment: it begins at the next byte of a connection in which nothing waits or ends, and acknowledges
    /// nothing but what was given out. `false`: it is another one, and nothing was done.
    pub(super) fn take_straight(&mut self, from: Half, segment: &Segment<'_>, way: &mut Way<'_>) -> bool {
        if !self.straight || segment.syn || segment.fin || segment.rst || segment.cut > 0 {
            return false;
        }
        let [a, b] = &mut self.directions;
        let (direction, other) = if from == Half::A { (a, b) } else { (b, a) };
        let (Some(next), Some(done), Some(number)) = (direction.next, other.next, segment.acknowledgement)
        else {
            return false;
        };
        let acknowledged = done.near(number);
        if !next.is_at(segment.sequence) || acknowledged > done {
            return false;
        }
        let len = segment.payload.len() as u64;
        let copy = if len == 0 {
            self.recent.recognise(from, segment) == Familiar::Copy
        } else {
            // A copy would repeat bytes, and these are new.
            self.recent.remember(from, segment);
            false
        };
        direction.seen = true;
        if !copy {
            other.acknowledged = other.acknowledged.max(Some(acknowledged));
        }
        self.count(segment);
        if copy {
            self.uncommon().duplicates += segment.frames;
        } else if len == 0 {
            self.note_third_step(from, segment);
        } else {
            self.data += segment.frames;
            let place = Carrier::of(segment).place(self.passed(from));
            let direction = self.direction_mut(from);
            direction.largest = direction.largest.max(len as u32);
            direction.next = Some(next.plus(len));
            direction.bytes += len;
            direction.absent = false;
            way.out.piece(way.slot, self, from, Piece::Bytes(segment.payload, place));
        }
        true
    }

    /// Whether nothing waits or ends, so that the next segment may go straight on.
    fn is_straight(&self) -> bool {
        let calm = |uncommon: &Uncommon| {
            !uncommon.waits()
                && uncommon.fins.iter().all(Option::is_none)
                && uncommon.reset.is_none()
                && uncommon.closing.is_empty()
        };
        self.begun && !self.ignored && self.uncommon.as_deref().is_none_or(calm)
    }

    fn count(&mut self, segment: &Segment<'_>) {
        self.frames += segment.frames;
        self.last = (segment.frame, self.last.1.max(segment.time));
        self.first.1 = self.first.1.min(segment.time);
    }

    /// Drains; when a bound forces it to declare holes that the rules would still wait for, that is noted.
    pub(super) fn drain_within(&mut self, force: Force, bound: usize, way: &mut Way<'_>) {
        let lost = |this: &Self| this.lost(Half::A) + this.lost(Half::B);
        let before = lost(self);
        self.drain(force, way);
        if force == Force::Everything && lost(self) > before {
            self.uncommon().bound_met = Some(bound);
        }
    }

    fn take_payload(
        &mut self,
        from: Half,
        segment: &Segment<'_>,
        at: Position,
        needs: Option<Position>,
        familiar: Familiar,
        way: &mut Way<'_>,
    ) {
        let within;
        let segment = match self.fin_at(from) {
            None => segment,
            Some(fin) => match self.without_behind_fin(from, segment, at, fin) {
                Some(trimmed) => {
                    within = trimmed;
                    &within
                }
                None => return,
            },
        };
        let direction = self.direction_mut(from);
        direction.largest = direction.largest.max(segment.payload.len() as u32);
        let conflicts = |this: &Self| this.uncommon.as_ref().map_or(0, |uncommon| uncommon.conflicts);
        let before = conflicts(self);
        if self.payload(from, segment, at, needs, way) {
            self.data += segment.frames;
            return;
        }
        self.uncommon().retransmissions += segment.frames;
        if familiar == Familiar::Conflict {
            self.uncommon().conflicts += 1;
        }
        let conflict = conflicts(self) > before;
        let what = if conflict { Repeat::Conflict } else { Repeat::Retransmission };
        self.repeat(from, segment, at, what, way);
    }

    /// The segment without bytes that are numbered behind its side's FIN: none of the stream can be there (RFC 9293,
    /// section 3.6). `None` when it has no others.
    fn without_behind_fin<'a>(
        &mut self,
        from: Half,
        segment: &Segment<'a>,
        at: Position,
        fin: Position,
    ) -> Option<Segment<'a>> {
        if fin >= at.plus(segment.payload.len() as u64) {
            return Some(*segment);
        }
        if self.withdraw_fin(from) {
            return Some(*segment);
        }
        let keep = fin.since(at) as usize;
        let bytes = segment.payload.len() - keep.min(segment.payload.len());
        self.note_behind_fin(from, bytes as u64, Frames::one(segment.frame));
        if keep == 0 {
            self.uncommon().behind_fin.alone += segment.frames;
            return None;
        }
        Some(Segment { payload: segment.payload.get(..keep).unwrap_or_default(), cut: 0, ..*segment })
    }

    /// Takes back a FIN that came before its side's SYN, now that the side goes on: nobody but a forger sends that, to make
    /// whoever listens believe that the connection is over.
    fn withdraw_fin(&mut self, from: Half) -> bool {
        let uncommon = self.uncommon();
        let doubtful = uncommon.doubtful_fins.get_mut(from.index()).and_then(Option::take);
        if doubtful.is_some() {
            uncommon.false_fin = uncommon.false_fin.or(doubtful);
            if let Some(fin) = uncommon.fins.get_mut(from.index()) {
                *fin = None;
            }
            if let Some(pending) = uncommon.pending.as_mut().and_then(|pending| pending.get_mut(from.index()))
            {
                pending.withdraw_fin();
            }
        }
        doubtful.is_some()
    }

    pub(super) fn note_behind_fin(&mut self, from: Half, bytes: u64, frames: Frames) {
        let behind = &mut self.uncommon().behind_fin;
        if let Some(count) = behind.bytes.get_mut(from.index()) {
            *count += bytes;
        }
        behind.frames.extend(&frames);
    }

    fn note_closing(&mut self, segment: &Segment<'_>, empty: bool) {
        let closes = segment.fin || segment.rst;
        let closing = closes || (empty && self.uncommon.as_ref().is_some_and(|u| !u.closing.is_empty()));
        if closing {
            self.uncommon().closing.add(segment.frame);
        }
    }

    fn note_reset(&mut self, from: Half, segment: &Segment<'_>, at: Position) {
        if self.reset().is_none() {
            let place = Carrier::of(segment).place(self.offset(from, at));
            self.uncommon().reset = Some((from, place));
        }
    }

    fn take_syn(&mut self, from: Half, segment: &Segment<'_>) {
        let answer = segment.acknowledgement.is_some();
        self.client.get_or_insert(if answer { from.other() } else { from });
        self.handshake.note(usize::from(answer), segment.frame, segment.time);
        let number = segment.sequence.wrapping_add(1);
        let direction = self.direction(from);
        let first = direction.next.map_or(Position::first(number), |next| next.near(number));
        // Until a byte was given out the latest SYN counts: of two different SYN-ACKs the client goes on with one.
        let untouched = direction.bytes == 0 && self.lost(from) == 0 && self.pending(from).is_none();
        let agreed = direction.next.is_some() && direction.acknowledged == self.start(from);
        let begun = self.begun;
        let direction = self.direction_mut(from);
        direction.mss = direction.mss.or(segment.mss);
        match direction.next {
            None => (direction.next, direction.anchored) = (Some(first), true),
            Some(next) if begun && untouched && !agreed && next != first => {
                (direction.next, direction.anchored, direction.acknowledged) = (Some(first), true, None);
            }
            Some(_) if !begun => (direction.next, direction.anchored) = (Some(first), true),
            Some(_) => {}
        }
    }

    /// The position of a segment's first payload byte.
    fn locate(&mut self, from: Half, segment: &Segment<'_>) -> Position {
        let sequence = segment.sequence.wrapping_add(u32::from(segment.syn));
        let begun = self.begun;
        let direction = self.direction_mut(from);
        let next = *direction.next.get_or_insert(Position::first(sequence));
        let at = next.near(sequence);
        // Before delivery begins, an earlier segment moves the beginning; a keep-alive's byte does not.
        if !begun && !direction.anchored && at < next && segment.payload.len() > 1 {
            direction.next = Some(at);
        }
        at
    }

    /// Notes what a segment acknowledges of the other direction; that is what it needs to have been given out first.
    fn acknowledge(&mut self, from: Half, segment: &Segment<'_>) -> Option<Position> {
        let number = segment.acknowledgement?;
        if segment.rst && number == 0 {
            return None;
        }
        let begun = self.begun;
        let nothing_waits = self.pending(from.other()).is_none();
        let direction = self.direction_mut(from.other());
        let next = *direction.next.get_or_insert(Position::first(number));
        let position = next.near(number);
        if !begun && !direction.anchored && position < next && nothing_waits {
            direction.next = Some(position);
        }
        if direction.acknowledged.is_none_or(|old| position > old) {
            direction.acknowledged = Some(position);
        }
        // The FIN's own number is not a byte that could be waited for.
        Some(self.fin_at(from.other()).map_or(position, |fin| position.min(fin)))
    }

    fn note_third_step(&mut self, from: Half, segment: &Segment<'_>) {
        if self.handshake.has(1) && self.client == Some(from) && !segment.syn && !segment.rst {
            self.handshake.note(2, segment.frame, segment.time);
        }
    }

    /// Delivery may begin when both SYNs told where, or when the time for them to show up is over.
    fn begin_if_known(&mut self, clock: Clock, way: &mut Way<'_>) {
        if self.begun {
            return;
        }
        let anchored = self.directions.iter().all(|direction| direction.anchored);
        // A shuffled capture gives it thousands of segments; their bytes are bounded as those of any that wait.
        let full = [Half::A, Half::B]
            .into_iter()
            .any(|half| self.pending(half).is_some_and(|pending| pending.bytes() > MAX_PENDING_BYTES));
        if anchored || full || self.frames > u64::from(clock.opening()) {
            self.begin(way);
        }
    }

    pub(super) fn begin(&mut self, way: &mut Way<'_>) {
        if self.begun {
            return;
        }
        self.begun = true;
        for direction in &mut self.directions {
            direction.absent |= !direction.seen;
        }
        self.drain(Force::No, way);
    }

    fn take_fin(
        &mut self,
        from: Half,
        segment: &Segment<'_>,
        at: Position,
        needs: Option<Position>,
        way: &mut Way<'_>,
    ) {
        if self.fin_at(from).is_some() {
            return;
        }
        if !self.direction(from).anchored
            && self.direction(from.other()).anchored
            && let Some(doubtful) = self.uncommon().doubtful_fins.get_mut(from.index())
        {
            *doubtful = Some(segment.frame);
        }
        let other = self.done(from.other());
        let in_turn = self.direction(from).next == Some(at) && self.pending(from).is_none();
        let satisfied = needs.is_none_or(|needs| other.is_some_and(|done| needs <= done));
        if self.begun && in_turn && satisfied {
            self.give_fin(from, Carrier::of(segment), way);
            return;
        }
        // A FIN in front of what was given out is no end of it; behind that it leaves out what waits behind it.
        if self.pending(from).is_some() && self.direction(from).next.is_some_and(|next| at >= next) {
            let (bytes, frames) = self.pending_mut(from).drop_behind(at);
            self.note_behind_fin(from, bytes, frames);
        }
        let (frame, time) = (segment.frame, segment.time);
        self.pending_mut(from).insert(Chunk { at, bytes: Vec::new(), cut: 0, fin: true, frame, time, needs });
    }

    /// Closed by FINs of both sides, or by a RST, with nothing left to give out.
    pub(super) fn is_over(&self) -> bool {
        let closed = self.fin(Half::A).is_some() && self.fin(Half::B).is_some();
        closed || self.reset_told || (self.ignored && self.reset().is_some())
    }
}
