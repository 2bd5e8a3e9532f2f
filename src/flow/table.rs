//! The table of connections: finding them, closing them, and the bounds over all of them.

use std::collections::VecDeque;
use std::hash::BuildHasher;
use std::net::IpAddr;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

use crate::dialogue::{Fault, Finding, Half, Severity};
use crate::net::{Endpoint, Fragment, Segment};
use crate::work;

use super::connection::Connection;
use super::deliver::{Force, Way};
use super::fragment::Orphans;
use super::recent::{Recents, Room};
use super::{Clock, LINGER_FRAMES, Limits, RETIRED_TOGETHER, Receiver, Slot};

/// Room that is kept for connections to come: as much as may end before others begin.
const SPARE_ROOMS: usize = 64;

/// All connections that are open, or closed a moment ago.
pub struct Flows {
    slots: Vec<Option<Connection>>,
    free: Vec<Slot>,
    /// Room for recent segments that connections left.
    rooms: Vec<Room>,
    /// Slots by the ends of their connections; the ends themselves stand in the connection only.
    table: HashTable<u32>,
    /// Seeded anew in every run: the keys come from the capture, and a capture must not choose its collisions.
    hasher: RandomState,
    /// Closed connections and the frame at which they closed.
    closed: VecDeque<(Slot, u64, u64)>,
    /// The frame at which the first of them are let go of.
    retires_at: u64,
    /// Connections that wait for missing bytes, in the order in which they began to; some wait no more.
    waiting: VecDeque<(Slot, u64)>,
    /// What waiting costs in all connections.
    waiting_cost: usize,
    /// The slot of the last segment: traffic comes in bursts.
    latest: Option<Slot>,
    streams: u64,
    clock: Clock,
    limits: Limits,
    orphans: Orphans,
    /// Where the search for a connection to put aside goes on.
    hand: Slot,
    put_aside: u64,
}

impl Default for Flows {
    fn default() -> Self {
        Flows::new(Limits::default())
    }
}

impl Flows {
    /// An empty table.
    pub fn new(limits: Limits) -> Self {
        Flows {
            slots: Vec::new(),
            free: Vec::new(),
            rooms: Vec::new(),
            table: HashTable::new(),
            hasher: RandomState::default(),
            closed: VecDeque::new(),
            retires_at: u64::MAX,
            waiting: VecDeque::new(),
            waiting_cost: 0,
            latest: None,
            streams: 0,
            clock: Clock::default(),
            limits,
            orphans: Orphans::default(),
            hand: 0,
            put_aside: 0,
        }
    }

    /// Takes a segment.
    pub fn segment(&mut self, segment: &Segment<'_>, out: &mut dyn Receiver) {
        self.clock.advance(segment.time);
        self.retire(segment.frame, out);
        if segment.frames > 1 {
            self.orphans.forget(segment);
        }
        let (source, destination) = (&segment.source, &segment.destination);
        let latest = self.latest.and_then(|latest| Some((latest, self.sender(latest, source, destination)?)));
        let known = latest.or_else(|| self.find(source, destination));
        let (slot, from) = match known {
            Some((slot, from)) if !(segment.syn && self.reuses(segment, slot, from)) => (slot, from),
            old => self.begin(segment, old.map(|(slot, _)| slot), out),
        };
        self.latest = Some(slot);
        let clock = self.clock;
        let Some(connection) = self.slots.get_mut(slot).and_then(Option::as_mut) else { return };
        // One that has only begun has no frame yet.
        connection.touched |= connection.frames > 0;
        let way = &mut Way { slot, out, orphans: &self.orphans };
        if connection.take_straight(from, segment, way) {
            return;
        }
        let cost = connection.waiting_cost();
        connection.take(from, segment, clock, way);
        if connection.is_over() && !connection.lingering {
            connection.lingering = true;
            self.closed.push_back((slot, connection.stream, segment.frame));
            self.retires_at = retires_at(&self.closed);
        }
        let cost_after = connection.waiting_cost();
        if cost_after > 0 || cost > 0 {
            let stream = connection.stream;
            let queued = std::mem::replace(&mut connection.uncommon().queued, true);
            self.waits(slot, stream, queued, cost, cost_after, out);
        }
    }

    /// Takes an IP fragment whose packet is not whole, of TCP.
    pub fn fragment(&mut self, fragment: &Fragment) {
        self.orphans.note(fragment);
        let Some(begins) = fragment.begins else { return };
        let known = self.find(&begins.source, &begins.destination);
        if let Some(connection) =
            known.and_then(|(slot, _)| self.slots.get_mut(slot)).and_then(Option::as_mut)
        {
            connection.note_partial(fragment);
        }
    }

    /// The capture ends: everything that waits comes out, connections in stream order.
    pub fn finish(&mut self, out: &mut dyn Receiver) -> Vec<Finding> {
        let stream = |slot: &u32| self.slots.get(*slot as Slot)?.as_ref().map(|connection| connection.stream);
        let mut rest: Vec<u32> = self.table.iter().copied().collect();
        rest.sort_unstable_by_key(stream);
        for slot in rest {
            self.close(slot as Slot, out);
            // Nothing begins any more.
            self.free.clear();
        }
        let mut findings = Vec::new();
        if self.put_aside > 0 {
            findings.push(
                Finding::new("tcp.too-many-connections", Severity::Error, Fault::Wiretale)
                    .with("connections", self.put_aside)
                    .with("limit", self.limits.connections),
            );
        }
        findings
    }

    /// The connection between these two, and which end of it is the source.
    fn find(&self, source: &Endpoint, destination: &Endpoint) -> Option<(Slot, Half)> {
        let hash = hash(&self.hasher, source, destination);
        let mut from = None;
        let slot = self.table.find(hash, |slot| {
            from = self.sender(*slot as Slot, source, destination);
            from.is_some()
        })?;
        Some((*slot as Slot, from?))
    }

    /// Which end of the connection in a slot is the source, where it is that between these two.
    fn sender(&self, slot: Slot, source: &Endpoint, destination: &Endpoint) -> Option<Half> {
        self.slots.get(slot)?.as_ref()?.sender(source, destination)
    }

    fn reuses(&self, segment: &Segment<'_>, slot: Slot, from: Half) -> bool {
        self.slots.get(slot).and_then(Option::as_ref).is_some_and(|old| old.is_reused_by(from, segment))
    }

    /// Begins a connection, where there may be an old one between the same ends.
    fn begin(&mut self, segment: &Segment<'_>, old: Option<Slot>, out: &mut dyn Receiver) -> (Slot, Half) {
        if let Some(old) = old {
            self.close(old, out);
        }
        if self.table.len() >= self.limits.connections {
            self.make_room(out);
        }
        let slot = self.free.pop().unwrap_or_else(|| {
            self.slots.push(None);
            self.slots.len() - 1
        });
        // A SYN-ACK is sent by the server: its receiver becomes A, as if its SYN had been seen.
        let answer = segment.syn && segment.acknowledgement.is_some();
        let ends = if answer {
            [segment.destination, segment.source]
        } else {
            [segment.source, segment.destination]
        };
        let recent = Recents::within(self.rooms.pop());
        let mut connection = Connection::new(self.streams, ends, (segment.frame, segment.time), recent);
        self.streams += 1;
        connection.ignored = !out.opened(slot, &connection);
        if let Some(place) = self.slots.get_mut(slot) {
            *place = Some(connection);
        }
        let Flows { table, slots, hasher, .. } = self;
        let hash_of = |slot: &u32| {
            let connection = slots.get(*slot as Slot).and_then(Option::as_ref);
            connection.map_or(0, |connection| hash_of_ends(hasher, &connection.ends))
        };
        table.insert_unique(hash_of_ends(hasher, &ends), slot as u32, hash_of);
        (slot, if answer && segment.source != segment.destination { Half::B } else { Half::A })
    }

    /// Lets go of connections that closed long enough ago: several in a row, because the code of an end is far from that of
    /// a frame.
    fn retire(&mut self, frame: u64, out: &mut dyn Receiver) {
        if frame < self.retires_at {
            return;
        }
        while let Some(&(slot, stream, closed_at)) = self.closed.front() {
            if frame < closed_at + LINGER_FRAMES {
                break;
            }
            self.closed.pop_front();
            if self.is(slot, stream) {
                self.close(slot, out);
            }
        }
        self.retires_at = retires_at(&self.closed);
    }

    /// Whether the connection in a slot is still that of this stream.
    fn is(&self, slot: Slot, stream: u64) -> bool {
        self.slots.get(slot).and_then(Option::as_ref).is_some_and(|connection| connection.stream == stream)
    }

    /// Puts a connection aside: the next one in turn that was quiet for a whole turn.
    fn make_room(&mut self, out: &mut dyn Receiver) {
        // The first turn finds that every one was touched, the second puts one aside.
        for _ in 0..=2 * self.slots.len() {
            work::add(1);
            let slot = if self.hand < self.slots.len() { self.hand } else { 0 };
            self.hand = slot + 1;
            let Some(connection) = self.slots.get_mut(slot).and_then(Option::as_mut) else { continue };
            if std::mem::take(&mut connection.touched) {
                continue;
            }
            // One that is over only lingers; it loses nothing.
            if !connection.lingering {
                connection.put_aside = true;
                self.put_aside += 1;
            }
            self.close(slot, out);
            return;
        }
    }

    /// Accounts for what a connection waits for, and keeps the bound over all of them.
    fn waits(
        &mut self,
        slot: Slot,
        stream: u64,
        queued: bool,
        before: usize,
        after: usize,
        out: &mut dyn Receiver,
    ) {
        self.waiting_cost = (self.waiting_cost + after).saturating_sub(before);
        if !queued {
            self.waiting.push_back((slot, stream));
        }
        while self.waiting_cost > self.limits.waiting {
            let Some((slot, stream)) = self.waiting.pop_front() else { break };
            work::add(1);
            if self.is(slot, stream) {
                self.stop_waiting(slot, out);
            }
        }
        // Connections that closed leave their entries behind.
        if self.waiting.len() > 2 * self.table.len() + 1024 {
            let slots = &self.slots;
            work::add(self.waiting.len());
            self.waiting.retain(|(slot, stream)| {
                slots.get(*slot).and_then(Option::as_ref).is_some_and(|c| c.stream == *stream)
            });
        }
    }

    fn stop_waiting(&mut self, slot: Slot, out: &mut dyn Receiver) {
        let limit = self.limits.waiting;
        let Some(connection) = self.slots.get_mut(slot).and_then(Option::as_mut) else { return };
        let cost = connection.waiting_cost();
        connection.uncommon().queued = false;
        if cost > 0 {
            let way = &mut Way { slot, out, orphans: &self.orphans };
            connection.begin(way);
            connection.drain_within(Force::Everything, limit, way);
            self.waiting_cost = self.waiting_cost.saturating_sub(cost);
        }
    }

    fn close(&mut self, slot: Slot, out: &mut dyn Receiver) {
        let Some(connection) = self.slots.get(slot).and_then(Option::as_ref) else { return };
        let hash = hash_of_ends(&self.hasher, &connection.ends);
        if let Ok(entry) = self.table.find_entry(hash, |found| *found as Slot == slot) {
            entry.remove();
        }
        let Some(place) = self.slots.get_mut(slot) else { return };
        let Some(connection) = place else { return };
        self.waiting_cost = self.waiting_cost.saturating_sub(connection.waiting_cost());
        let way = &mut Way { slot, out, orphans: &self.orphans };
        connection.begin(way);
        connection.drain(Force::Everything, way);
        connection.tell_reset(true, way);
        out.closed(slot, connection);
        if let Some(room) = connection.recent.leave().filter(|_| self.rooms.len() < SPARE_ROOMS) {
            self.rooms.push(room);
        }
        *place = None;
        self.latest = self.latest.filter(|&latest| latest != slot);
        self.free.push(slot);
    }
}

/// The frame at which enough connections will have been closed for long enough, or one for too long.
fn retires_at(closed: &VecDeque<(Slot, u64, u64)>) -> u64 {
    let after = |closed: Option<&(Slot, u64, u64)>, frames: u64| {
        closed.map_or(u64::MAX, |&(_, _, closed_at)| closed_at + frames)
    };
    let together = after(closed.get(RETIRED_TOGETHER - 1), LINGER_FRAMES);
    together.min(after(closed.front(), 2 * LINGER_FRAMES))
}

/// The same for both directions: of each end, its numbers in one.
fn hash(hasher: &RandomState, one: &Endpoint, other: &Endpoint) -> u64 {
    let of = |&Endpoint { address, port }: &Endpoint| match address {
        IpAddr::V4(address) => hasher.hash_one(u64::from(address.to_bits()) << 16 | u64::from(port)),
        IpAddr::V6(address) => hasher.hash_one((address.to_bits(), port)),
    };
    of(one).wrapping_add(of(other))
}

fn hash_of_ends(hasher: &RandomState, [one, other]: &[Endpoint; 2]) -> u64 {
    hash(hasher, one, other)
}
