//! The table of connections, and what a segment does to one.

use std::collections::{HashMap, VecDeque};

use foldhash::fast::RandomState;

use crate::dialogue::{Fault, Finding, Frames, Half, Place, Severity};
use crate::net::Segment;

use super::connection::{Chunk, Connection, Direction, Familiar, Track};
use super::deliver::Force;
use super::position::Position;
use super::{Clock, LINGER_FRAMES, MAX_CONNECTIONS, MAX_PENDING_BYTES, Pair, Receiver, Repeat, Slot};

/// Frames noted of a connection's end: FIN, its ACK, FIN, its ACK, and a few repeats.
const MAX_CLOSING: u64 = 16;

/// All connections that are open, or closed a moment ago.
pub struct Flows {
    slots: Vec<Option<Connection>>,
    free: Vec<Slot>,
    /// Seeded anew in every run: the keys come from the capture, and a capture must not choose its collisions.
    table: HashMap<Pair, Slot, RandomState>,
    /// Closed connections and the frame at which they closed.
    closed: VecDeque<(Slot, u32, u64)>,
    /// The pair and slot of the last segment: traffic comes in bursts.
    latest: Option<(Pair, Slot)>,
    streams: u64,
    generations: u32,
    clock: Clock,
    refused: u64,
}

impl Default for Flows {
    fn default() -> Self {
        Flows {
            slots: Vec::new(),
            free: Vec::new(),
            table: HashMap::with_hasher(RandomState::default()),
            closed: VecDeque::new(),
            latest: None,
            streams: 0,
            generations: 0,
            clock: Clock::default(),
            refused: 0,
        }
    }
}

impl Flows {
    /// Takes a segment. Returns `false` when its connection could not be kept.
    pub fn segment(&mut self, segment: &Segment<'_>, out: &mut dyn Receiver) -> bool {
        self.clock.advance(segment.time);
        self.retire(segment.frame, out);
        let pair = Pair::new(segment.source, segment.destination);
        let known = match self.latest {
            Some((latest, slot)) if latest == pair => Some(slot),
            _ => self.table.get(&pair).copied(),
        };
        let known = known.filter(|&slot| {
            self.slots.get(slot).and_then(Option::as_ref).is_some_and(|old| !old.is_reused_by(segment))
        });
        let slot = match known {
            Some(slot) => slot,
            None => match self.begin(pair, segment, out) {
                Some(slot) => slot,
                None => return false,
            },
        };
        self.latest = Some((pair, slot));
        let clock = self.clock;
        let Some(connection) = self.slots.get_mut(slot).and_then(Option::as_mut) else { return false };
        connection.take(slot, segment, clock, out);
        if connection.is_over() && !connection.lingering {
            connection.lingering = true;
            let generation = connection.generation;
            self.closed.push_back((slot, generation, segment.frame));
        }
        true
    }

    /// The capture ends: everything that waits comes out, connections in stream order.
    pub fn finish(&mut self, out: &mut dyn Receiver) -> Vec<Finding> {
        let mut rest: Vec<(u64, Slot)> = self
            .slots
            .iter()
            .enumerate()
            .filter_map(|(slot, connection)| connection.as_ref().map(|c| (c.stream, slot)))
            .collect();
        rest.sort_unstable();
        for (_, slot) in rest {
            self.close(slot, out);
        }
        let mut findings = Vec::new();
        if self.refused > 0 {
            findings.push(
                Finding::new("tcp.too-many-connections", Severity::Error, Fault::Wiretale)
                    .with("frames", self.refused)
                    .with("limit", MAX_CONNECTIONS),
            );
        }
        findings
    }

    /// Frames of connections beyond the bound.
    pub fn refused(&self) -> u64 {
        self.refused
    }

    fn begin(&mut self, pair: Pair, segment: &Segment<'_>, out: &mut dyn Receiver) -> Option<Slot> {
        if let Some(old) = self.table.remove(&pair) {
            self.close(old, out);
        }
        if self.table.len() >= MAX_CONNECTIONS {
            self.refused += segment.frames;
            return None;
        }
        let slot = self.free.pop().unwrap_or_else(|| {
            self.slots.push(None);
            self.slots.len() - 1
        });
        self.generations = self.generations.wrapping_add(1);
        // A SYN-ACK is sent by the server: its receiver becomes A, as if its SYN had been seen.
        let answer = segment.syn && segment.acknowledgement.is_some();
        let ends = if answer {
            [segment.destination, segment.source]
        } else {
            [segment.source, segment.destination]
        };
        let mut connection = Connection {
            stream: self.streams,
            ends,
            client: None,
            first: (segment.frame, segment.time),
            last: (segment.frame, segment.time),
            counts: Default::default(),
            syn: None,
            directions: [Direction::default(), Direction::default()],
            ignored: false,
            begun: false,
            waiting: 0,
            closing: Frames::default(),
            reset: None,
            reset_told: false,
            lingering: false,
            generation: self.generations,
        };
        self.streams += 1;
        connection.ignored = !out.opened(slot, &connection);
        if let Some(place) = self.slots.get_mut(slot) {
            *place = Some(connection);
        }
        self.table.insert(pair, slot);
        Some(slot)
    }

    /// Lets go of connections that closed long enough ago.
    fn retire(&mut self, frame: u64, out: &mut dyn Receiver) {
        while let Some(&(slot, generation, closed_at)) = self.closed.front() {
            if frame < closed_at + LINGER_FRAMES {
                return;
            }
            self.closed.pop_front();
            if self.slots.get(slot).and_then(Option::as_ref).is_some_and(|c| c.generation == generation) {
                self.close(slot, out);
            }
        }
    }

    fn close(&mut self, slot: Slot, out: &mut dyn Receiver) {
        let Some(mut connection) = self.slots.get_mut(slot).and_then(Option::take) else { return };
        connection.begin(slot, out);
        connection.drain(slot, Force::Everything, out);
        connection.tell_reset(slot, true, out);
        let [a, b] = connection.ends;
        let pair = Pair::new(a, b);
        if self.table.get(&pair) == Some(&slot) {
            self.table.remove(&pair);
        }
        if self.latest.is_some_and(|(_, latest)| latest == slot) {
            self.latest = None;
        }
        self.free.push(slot);
        out.closed(slot, connection);
    }
}

impl Connection {
    /// Whether a segment opens a new connection between the same endpoints: a SYN with another initial sequence
    /// number, as Wireshark decides it.
    fn is_reused_by(&self, segment: &Segment<'_>) -> bool {
        // A SYN-ACK with another number does not: middleboxes answer for servers.
        if !segment.syn || segment.acknowledgement.is_some() {
            return false;
        }
        let half = if segment.source == self.end(Half::A) { Half::A } else { Half::B };
        match self.direction(half).track {
            Some(track) if track.anchored => track.start.before() != track.start.near(segment.sequence),
            // A connection seen without its beginning: its SYN may only be late; a SYN far from what was seen is not.
            Some(track) => {
                let syn = track.start.near(segment.sequence);
                syn > track.start || track.start.since(syn) > 1 << 20
            }
            None => false,
        }
    }

    fn take(&mut self, slot: Slot, segment: &Segment<'_>, clock: Clock, out: &mut dyn Receiver) {
        let from = if segment.source == self.end(Half::A) { Half::A } else { Half::B };
        self.counts.frames += segment.frames;
        self.last = (segment.frame, self.last.1.max(segment.time));
        if segment.time < self.first.1 {
            self.first.1 = segment.time;
        }
        let direction = self.direction_mut(from);
        direction.frames += segment.frames;
        let empty = segment.payload.is_empty() && segment.cut == 0;
        let familiar = direction.recognise(segment);
        if familiar == Familiar::Copy {
            self.counts.duplicates += segment.frames;
            if let Some(track) = self.direction(from).track {
                let at = track.next.near(segment.sequence);
                self.repeat(slot, from, segment, at, Repeat::Duplicate, out);
            }
            return;
        }
        if segment.syn {
            self.take_syn(from, segment);
        }
        let at = self.locate(from, segment);
        let needs = self.acknowledge(from, segment);
        let closing = segment.fin || segment.rst || (empty && !self.closing.is_empty());
        if closing && self.closing.count() < MAX_CLOSING {
            self.closing.add(segment.frame);
        }
        if empty {
            self.counts.empty += segment.frames;
            self.note_third_step(from, segment);
        }
        if self.ignored {
            if !empty {
                self.counts.data += segment.frames;
            }
            return;
        }
        self.begin_if_known(slot, clock, out);
        if !empty {
            let direction = self.direction_mut(from);
            direction.largest = direction.largest.max(segment.payload.len() as u32);
            let conflicts = self.counts.conflicts;
            if self.payload(slot, from, segment, at, needs, out) {
                self.counts.data += segment.frames;
            } else {
                self.counts.retransmissions += segment.frames;
                if familiar == Familiar::Conflict {
                    self.counts.conflicts += 1;
                }
                let conflict = self.counts.conflicts > conflicts;
                let what = if conflict { Repeat::Conflict } else { Repeat::Retransmission };
                self.repeat(slot, from, segment, at, what, out);
            }
        }
        let end = at.plus(segment.payload.len() as u64 + u64::from(segment.cut));
        if segment.fin {
            self.take_fin(slot, from, segment, end, needs, out);
        }
        if segment.rst && self.reset.is_none() {
            let offset = self.direction(from).offset(end);
            self.reset = Some((from, Place { frame: segment.frame, time: segment.time, offset }));
        }
        if self.directions.iter().any(|direction| !direction.pending.is_empty()) {
            self.waiting = self.waiting.saturating_add(1);
            self.drain(slot, self.overdue(clock), out);
        } else if self.reset.is_some() {
            self.tell_reset(slot, false, out);
        }
    }

    fn take_syn(&mut self, from: Half, segment: &Segment<'_>) {
        let answer = segment.acknowledgement.is_some();
        self.client.get_or_insert(if answer { from.other() } else { from });
        let syn = self.syn.get_or_insert_default();
        let step = usize::from(answer);
        if let Some(place) = syn.steps.get_mut(step) {
            place.get_or_insert((segment.frame, segment.time));
        }
        let direction = self.direction_mut(from);
        direction.mss = direction.mss.or(segment.mss);
        let first = match direction.track {
            Some(track) => track.next.near(segment.sequence.wrapping_add(1)),
            None => Position::first(segment.sequence.wrapping_add(1)),
        };
        let begun = self.begun;
        let direction = self.direction_mut(from);
        // Until a byte was given out the latest SYN counts: of two different SYN-ACKs the client goes on with one.
        let untouched = direction.bytes == 0 && direction.lost == 0 && direction.pending.is_empty();
        let fresh = Track { start: first, anchored: true, next: first, furthest: first, acknowledged: None };
        let track = direction.track.get_or_insert(fresh);
        let agreed = track.acknowledged == Some(track.start);
        if begun && untouched && !agreed && track.start != first {
            *track = fresh;
        } else if !begun {
            track.start = first;
            track.next = first;
            track.anchored = true;
        }
    }

    /// The position of a segment's first payload byte.
    fn locate(&mut self, from: Half, segment: &Segment<'_>) -> Position {
        let sequence = segment.sequence.wrapping_add(u32::from(segment.syn));
        let begun = self.begun;
        let track = self.direction_mut(from).track.get_or_insert_with(|| unanchored(sequence));
        let at = track.next.near(sequence);
        // Before delivery begins, an earlier segment moves the beginning; a keep-alive's byte does not.
        if !begun && !track.anchored && at < track.start && segment.payload.len() > 1 {
            track.start = at;
            track.next = at;
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
        let direction = self.direction_mut(from.other());
        let track = direction.track.get_or_insert_with(|| unanchored(number));
        let position = track.next.near(number);
        if !begun && !track.anchored && position < track.start && direction.pending.is_empty() {
            track.start = position;
            track.next = position;
        }
        if track.acknowledged.is_none_or(|old| position > old) {
            track.acknowledged = Some(position);
        }
        // The FIN's own number is not a byte that could be waited for.
        let fin = direction.pending_fin;
        let fin = fin.or(direction.fin.map(|_| track.next));
        Some(fin.map_or(position, |fin| position.min(fin)))
    }

    fn note_third_step(&mut self, from: Half, segment: &Segment<'_>) {
        let client = self.client;
        if let Some(syn) = self.syn.as_mut() {
            let [_, answer, third] = &mut syn.steps;
            if answer.is_some() && third.is_none() && client == Some(from) && !segment.syn && !segment.rst {
                *third = Some((segment.frame, segment.time));
            }
        }
    }

    /// Delivery may begin when both SYNs told where, or when the time for them to show up is over.
    fn begin_if_known(&mut self, slot: Slot, clock: Clock, out: &mut dyn Receiver) {
        if self.begun {
            return;
        }
        let anchored = self.directions.iter().all(|d| d.track.is_some_and(|track| track.anchored));
        // A shuffled capture gives it thousands of segments; their bytes are bounded as those of any that wait.
        let full = self.directions.iter().any(|direction| direction.pending_bytes > MAX_PENDING_BYTES);
        if anchored || full || self.counts.frames > u64::from(clock.opening()) {
            self.begin(slot, out);
        }
    }

    pub(super) fn begin(&mut self, slot: Slot, out: &mut dyn Receiver) {
        if self.begun {
            return;
        }
        self.begun = true;
        for half in [Half::A, Half::B] {
            if self.direction(half).frames == 0 {
                self.direction_mut(half).absent = true;
            }
        }
        self.drain(slot, Force::No, out);
    }

    fn take_fin(
        &mut self,
        slot: Slot,
        from: Half,
        segment: &Segment<'_>,
        at: Position,
        needs: Option<Position>,
        out: &mut dyn Receiver,
    ) {
        let begun = self.begun;
        let other = self.direction(from.other()).done();
        let direction = self.direction_mut(from);
        if direction.fin.is_some() || direction.pending_fin.is_some() {
            return;
        }
        let in_turn = direction.track.is_some_and(|track| track.next == at) && direction.pending.is_empty();
        let satisfied = needs.is_none_or(|needs| other.is_some_and(|done| needs <= done));
        if begun && in_turn && satisfied {
            self.give_fin(slot, from, segment.frame, segment.time, out);
        } else {
            direction.insert(Chunk {
                at,
                bytes: Vec::new(),
                cut: 0,
                fin: true,
                frame: segment.frame,
                time: segment.time,
                needs,
            });
        }
    }

    /// Closed by FINs of both sides, or by a RST, with nothing left to give out.
    fn is_over(&self) -> bool {
        let closed = self.directions.iter().all(|direction| direction.fin.is_some());
        closed || self.reset_told || (self.ignored && self.reset.is_some())
    }
}

fn unanchored(sequence: u32) -> Track {
    let first = Position::first(sequence);
    Track { start: first, anchored: false, next: first, furthest: first, acknowledged: None }
}
