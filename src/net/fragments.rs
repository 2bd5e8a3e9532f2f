//! IP packets in pieces (RFC 791, section 3.2; RFC 8200, section 4.5), put together in any order.
//!
//! The first copy of a byte wins; a fragment that overlaps another with different bytes is counted. Everything is
//! bounded: a hostile file could begin packets without end.

use std::collections::{HashMap, VecDeque};
use std::net::IpAddr;

use crate::dialogue::{Fault, Finding, Frames, Severity, Time};

/// Packets under way at a time. Real captures have a few; the oldest is given up when there are more.
const MAX_PACKETS: usize = 256;
/// Bytes of one packet: what the 16-bit length allows.
const MAX_BYTES: usize = 65_535;
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

struct Packet {
    /// Its bytes, as far as the furthest fragment reaches, and which of them are there. A fragment costs its own length,
    /// however many came before it.
    bytes: Vec<u8>,
    seen: Vec<bool>,
    /// How many are there without a hole, from the front.
    front: usize,
    total: Option<usize>,
    frames: u64,
    last_frames: Frames,
    began: Time,
}

/// Packets under way.
#[derive(Default)]
pub(super) struct Fragments {
    packets: HashMap<Key, Packet>,
    /// Oldest first; may name packets that are finished.
    order: VecDeque<(Key, Time)>,
    whole: Vec<u8>,
    /// Frames of packets that never became whole.
    given_up: u64,
    given_up_frames: Frames,
    conflicts: Frames,
    evicted: u64,
}

impl Fragments {
    /// Adds a fragment. When it makes its packet whole: the packet's payload and how many frames carried it.
    pub(super) fn add(&mut self, key: Key, part: &Part<'_>) -> Option<(&[u8], u64)> {
        self.forget_old(part.time);
        if !self.packets.contains_key(&key) {
            if self.packets.len() >= MAX_PACKETS {
                self.evict();
            }
            self.order.push_back((key, part.time));
        }
        let packet = self.packets.entry(key).or_insert_with(|| Packet {
            bytes: Vec::new(),
            seen: Vec::new(),
            front: 0,
            total: None,
            frames: 0,
            last_frames: Frames::default(),
            began: part.time,
        });
        packet.frames += 1;
        packet.last_frames.add(part.frame);
        let end = part.offset + part.bytes.len();
        if end > MAX_BYTES {
            return None;
        }
        if !part.more {
            packet.total = packet.total.or(Some(end));
        }
        if packet.insert(part.offset, part.bytes) {
            self.conflicts.add(part.frame);
        }
        let total = packet.total.filter(|&total| packet.front >= total)?;
        let packet = self.packets.remove(&key)?;
        self.whole = packet.bytes;
        self.whole.truncate(total);
        Some((&self.whole, packet.frames))
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
        if let Some(packet) = self.packets.remove(key) {
            self.given_up += packet.frames;
            self.given_up_frames.extend(&packet.last_frames);
        }
    }
}

impl Packet {
    /// Keeps the bytes that are new; tells whether bytes that were there already differ.
    fn insert(&mut self, offset: usize, bytes: &[u8]) -> bool {
        let end = offset + bytes.len();
        if self.bytes.len() < end {
            self.bytes.resize(end, 0);
            self.seen.resize(end, false);
        }
        let mut conflict = false;
        let places = self.bytes.iter_mut().zip(&mut self.seen).skip(offset);
        for ((have, seen), byte) in places.zip(bytes) {
            if *seen {
                conflict |= have != byte;
            } else {
                (*have, *seen) = (*byte, true);
            }
        }
        self.front += self.seen.iter().skip(self.front).take_while(|seen| **seen).count();
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
        fragments.add(key(id), &part).map(|(whole, _)| whole.to_vec())
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
