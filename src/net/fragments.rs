//! IP packets in pieces (RFC 791, section 3.2; RFC 8200, section 4.5), put together in any order.
//!
//! The first copy of a byte wins; a fragment that overlaps another with different bytes is counted. Everything is
//! bounded: a hostile file could begin packets without end.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::net::IpAddr;

use crate::dialogue::{Fault, Finding, Frames, Severity, Time};
use crate::work;

/// Packets under way at a time. Real captures have a few; the oldest is given up when there are more.
const MAX_PACKETS: usize = 256;
/// Bytes of one packet: what the 16-bit length allows.
const MAX_BYTES: usize = 65_535;
/// What the packets under way may cost together: many times what an honest sender has under way.
const MAX_COST: usize = 16 << 20;
/// What a run of bytes costs besides them; the smallest fragment has eight.
const RUN_COST: usize = 48;
/// How long a packet waits for its missing parts, in capture time: the 60 s of RFC 8200.
const PATIENCE: i64 = 60_000_000_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    pub(super) source: IpAddr,
    pub(super) destination: IpAddr,
    pub(super) protocol: u8,
    pub(super) identification: u32,
}

/// One fragment: `bytes` belong at `offset` of the packet.
pub(super) struct Part<'a> {
    pub(super) offset: usize,
    pub(super) more: bool,
    pub(super) bytes: &'a [u8],
    pub(super) frame: u64,
    pub(super) time: Time,
}

/// Its bytes in the order in which they came, and where each run of them belongs: a fragment costs its own length,
/// wherever in the packet it says that it belongs, and however many came before it.
struct Packet {
    bytes: Vec<u8>,
    /// By offset; they do not overlap.
    runs: BTreeMap<usize, Run>,
    total: Option<usize>,
    frames: u64,
    last_frames: Frames,
    began: Time,
}

/// Bytes that stand together.
#[derive(Clone, Copy)]
struct Run {
    length: usize,
    /// Where in the packet's buffer.
    at: usize,
}

/// Packets under way.
#[derive(Default)]
pub(super) struct Fragments {
    packets: HashMap<Key, Packet>,
    /// Oldest first; may name packets that are finished.
    order: VecDeque<(Key, Time)>,
    /// What the packets under way cost.
    cost: usize,
    whole: Vec<u8>,
    /// Frames of packets that never became whole.
    given_up: u64,
    given_up_frames: Frames,
    conflicts: Frames,
    evicted: u64,
}

impl Fragments {
    /// Adds a fragment. Tells whether it makes its packet whole.
    pub(super) fn add(&mut self, key: Key, part: &Part<'_>) -> bool {
        self.forget_old(part.time);
        while self.cost > MAX_COST && !self.order.is_empty() {
            self.evict();
        }
        if !self.packets.contains_key(&key) {
            if self.packets.len() >= MAX_PACKETS {
                self.evict();
            }
            self.order.push_back((key, part.time));
        }
        let packet = self.packets.entry(key).or_insert_with(|| Packet {
            bytes: Vec::new(),
            runs: BTreeMap::new(),
            total: None,
            frames: 0,
            last_frames: Frames::default(),
            began: part.time,
        });
        packet.frames += 1;
        packet.last_frames.add(part.frame);
        let end = part.offset + part.bytes.len();
        if end > MAX_BYTES {
            return false;
        }
        if !part.more {
            packet.total = packet.total.or(Some(end));
        }
        let cost = packet.cost();
        if packet.insert(part.offset, part.bytes) {
            self.conflicts.add(part.frame);
        }
        self.cost = (self.cost + packet.cost()).saturating_sub(cost);
        packet.total.is_some_and(|total| packet.bytes.len() >= total && packet.front() >= total)
    }

    /// Takes a packet that is whole: its payload and how many frames carried it.
    pub(super) fn take(&mut self, key: &Key) -> Option<(&[u8], u64)> {
        let packet = self.remove(key)?;
        let total = packet.total.unwrap_or(0);
        self.whole.clear();
        for (_, run) in packet.runs.range(..total) {
            let bytes = packet.bytes.get(run.at..run.at + run.length).unwrap_or_default();
            work::add(bytes.len());
            self.whole.extend_from_slice(bytes);
        }
        self.whole.truncate(total);
        Some((&self.whole, packet.frames))
    }

    /// What was seen of a packet under way: its first run, if that begins it, and its length.
    pub(super) fn seen(&self, key: &Key) -> (&[u8], Option<usize>) {
        let Some(packet) = self.packets.get(key) else { return (&[], None) };
        let first = packet.runs.get(&0).and_then(|run| packet.bytes.get(run.at..run.at + run.length));
        (first.unwrap_or_default(), packet.total)
    }

    fn remove(&mut self, key: &Key) -> Option<Packet> {
        let packet = self.packets.remove(key)?;
        self.cost = self.cost.saturating_sub(packet.cost());
        Some(packet)
    }

    /// Gives up what is left, at the end of the capture; returns the frames of packets that never became whole.
    pub(super) fn finish(&mut self, findings: &mut Vec<Finding>) -> u64 {
        let keys: Vec<Key> = self.packets.keys().copied().collect();
        for key in keys {
            self.give_up(&key);
        }
        if !self.given_up_frames.is_empty() {
            findings.push(
                Finding::new("net.fragments-incomplete", Severity::Warning, Fault::Capture)
                    .at(std::mem::take(&mut self.given_up_frames)),
            );
        }
        if !self.conflicts.is_empty() {
            findings.push(
                Finding::new("net.fragments-conflict", Severity::Warning, Fault::Sender)
                    .at(std::mem::take(&mut self.conflicts)),
            );
        }
        if self.evicted > 0 {
            findings.push(
                Finding::new("net.fragments-limit", Severity::Warning, Fault::Wiretale)
                    .with("packets", self.evicted)
                    .with("limit", MAX_PACKETS),
            );
        }
        std::mem::take(&mut self.given_up)
    }

    fn forget_old(&mut self, now: Time) {
        while let Some(&(key, began)) = self.order.front() {
            let current = self.packets.get(&key).is_some_and(|packet| packet.began == began);
            if current && now.nanos_since(began) <= PATIENCE {
                return;
            }
            self.order.pop_front();
            if current {
                self.give_up(&key);
            }
        }
    }

    fn evict(&mut self) {
        while let Some((key, began)) = self.order.pop_front() {
            if self.packets.get(&key).is_some_and(|packet| packet.began == began) {
                self.evicted += 1;
                self.give_up(&key);
                return;
            }
        }
    }

    fn give_up(&mut self, key: &Key) {
        if let Some(packet) = self.remove(key) {
            self.given_up += packet.frames;
            self.given_up_frames.extend(&packet.last_frames);
        }
    }
}

impl Packet {
    fn cost(&self) -> usize {
        self.bytes.len() + self.runs.len() * RUN_COST
    }

    /// How many bytes are there without a hole, from the front. Asked only when there may be enough of them.
    fn front(&self) -> usize {
        let mut front = 0;
        for (&offset, run) in &self.runs {
            work::add(1);
            if offset > front {
                break;
            }
            front = offset + run.length;
        }
        front
    }

    /// Keeps the bytes that are new; tells whether bytes that were there already differ.
    fn insert(&mut self, offset: usize, bytes: &[u8]) -> bool {
        let end = offset + bytes.len();
        let mut conflict = false;
        let mut here = offset;
        let mut free = Vec::new();
        let before = self.runs.range(..=offset).next_back().map_or(offset, |(&at, _)| at);
        for (&at, run) in self.runs.range(before..end) {
            work::add(1);
            let behind = at + run.length;
            if behind <= here {
                continue;
            }
            if at > here {
                free.push((here, at));
                here = at;
            }
            let both = behind.min(end);
            let old = self.bytes.get(run.at + (here - at)..run.at + (both - at));
            conflict |= old != bytes.get(here - offset..both - offset);
            here = both;
        }
        if here < end {
            free.push((here, end));
        }
        for (from, to) in free {
            let new = bytes.get(from - offset..to - offset).unwrap_or_default();
            work::add(new.len());
            self.runs.insert(from, Run { length: new.len(), at: self.bytes.len() });
            self.bytes.extend_from_slice(new);
        }
        conflict
    }
}

#[cfg(test)]
mod tests {
    use super::{Fragments, Key, MAX_PACKETS, Part};
    use crate::dialogue::Time;
    use proptest::prelude::*;

    fn key(identification: u32) -> Key {
        Key { source: [10, 0, 0, 1].into(), destination: [10, 0, 0, 2].into(), protocol: 6, identification }
    }

    fn add(fragments: &mut Fragments, id: u32, offset: usize, more: bool, bytes: &[u8]) -> Option<Vec<u8>> {
        let part = Part { offset, more, bytes, frame: offset as u64 + 1, time: Time::default() };
        let whole = fragments.add(key(id), &part);
        whole.then(|| fragments.take(&key(id)).unwrap().0.to_vec())
    }

    #[test]
    fn the_first_copy_of_a_byte_wins_and_the_conflict_is_found() {
        let mut fragments = Fragments::default();
        assert_eq!(add(&mut fragments, 1, 8, true, b"firstXYZ"), None);
        assert_eq!(add(&mut fragments, 1, 8, false, b"otherXYZ"), None);
        assert_eq!(add(&mut fragments, 1, 0, true, b"beginnin"), Some(b"beginninfirstXYZ".to_vec()));
        let mut findings = Vec::new();
        assert_eq!(fragments.finish(&mut findings), 0);
        assert_eq!(findings[0].code, "net.fragments-conflict");
    }

    #[test]
    fn packets_without_end_are_bounded() {
        let mut fragments = Fragments::default();
        for id in 0..10_000 {
            add(&mut fragments, id, 0, true, b"12345678");
        }
        assert!(fragments.packets.len() <= MAX_PACKETS);
        let mut findings = Vec::new();
        assert_eq!(fragments.finish(&mut findings), 10_000);
    }

    /// Every fragment of a packet was compared with all that came before it.
    #[test]
    fn tiny_fragments_of_one_packet_cost_their_own_length() {
        let mut fragments = Fragments::default();
        for round in 0..20 {
            for offset in (0..8000).rev() {
                assert_eq!(add(&mut fragments, 1, 8 + offset * 8, true, &[round]), None);
            }
        }
        let mut findings = Vec::new();
        assert_eq!(fragments.finish(&mut findings), 160_000);
    }

    proptest! {
        #[test]
        fn any_order_and_any_copies_give_the_packet(
            bytes in prop::collection::vec(any::<u8>(), 1..200),
            order in prop::collection::vec(any::<prop::sample::Index>(), 1..60),
        ) {
            let chunks: Vec<(usize, &[u8])> = bytes.chunks(8).enumerate().map(|(n, c)| (n * 8, c)).collect();
            let mut fragments = Fragments::default();
            let picks = order.iter().map(|index| *index.get(&chunks)).chain(chunks.iter().copied());
            let mut whole = None;
            for (offset, chunk) in picks {
                let more = offset + chunk.len() < bytes.len();
                if let Some(packet) = add(&mut fragments, 7, offset, more, chunk) {
                    whole = Some(packet);
                    break;
                }
            }
            prop_assert_eq!(whole, Some(bytes.clone()));
        }
    }
}
