//! The last segments of a direction, to tell copies of a packet from retransmissions.

use crate::net::Segment;

use super::{COPY_NANOS, RECENT_SEGMENTS};

/// Segments of a direction for which there is room in its connection: one that is idle has seen two or three.
const FIRST: usize = 3;

/// The last [`RECENT_SEGMENTS`] segments. Entries that are all 0 are free.
#[derive(Debug, Default)]
pub(super) struct Recents {
    first: [Recent; FIRST],
    more: Option<Box<[Recent; RECENT_SEGMENTS - FIRST]>>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Recent {
    /// Sequence number and length in one.
    place: u32,
    contents: u32,
    /// Never 0.
    fingerprint: u32,
    /// In units of about a millisecond, which wrap after 52 days.
    time: u32,
}

/// What is known already about a segment that looks familiar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Familiar {
    No,
    /// The same packet.
    Copy,
    /// The same place in the stream with other bytes.
    Conflict,
}

impl Recents {
    /// Compares a segment with the recent ones, and remembers it in turn: `turn` is kept by the direction, where it takes
    /// a byte and here it would take eight.
    pub(super) fn recognise(&mut self, turn: &mut u8, segment: &Segment<'_>) -> Familiar {
        let new = Recent::of(segment);
        let more = self.more.as_ref().map_or(&[][..], |more| more.as_slice());
        let known = [self.first.as_slice(), more];
        // The fingerprint first: of acknowledgements many have the same place.
        let is_copy = |old: &Recent| {
            old.fingerprint == new.fingerprint
                && old.place == new.place
                && old.contents == new.contents
                && (segment.identified || new.is_near(old))
        };
        if known.iter().any(|known| known.iter().any(is_copy)) {
            return Familiar::Copy;
        }
        // Where there are no bytes none differ.
        let conflicts =
            |old: &Recent| old.place == new.place && old.contents != new.contents && old.fingerprint != 0;
        let conflict = !segment.payload.is_empty() && known.iter().any(|known| known.iter().any(conflicts));
        self.keep(turn, new);
        if conflict { Familiar::Conflict } else { Familiar::No }
    }

    /// Remembers a segment that cannot be familiar.
    pub(super) fn remember(&mut self, turn: &mut u8, segment: &Segment<'_>) {
        self.keep(turn, Recent::of(segment));
    }

    fn keep(&mut self, turn: &mut u8, new: Recent) {
        let at = usize::from(*turn);
        let entry = match at.checked_sub(FIRST) {
            None => self.first.get_mut(at),
            Some(at) => self.more.get_or_insert_default().get_mut(at),
        };
        if let Some(entry) = entry {
            *entry = new;
        }
        *turn = if at + 1 == RECENT_SEGMENTS { 0 } else { at as u8 + 1 };
    }
}

impl Recent {
    fn of(segment: &Segment<'_>) -> Self {
        let length = segment.payload.len() as u32;
        Recent {
            place: segment.sequence.wrapping_add(length.wrapping_mul(0x9e37_79b9)),
            // Acknowledgements are many, and have none.
            contents: if segment.payload.is_empty() { 0 } else { sample(segment.payload) },
            fingerprint: (segment.fingerprint ^ segment.fingerprint >> 32) as u32 | 1,
            time: units(segment.time.nanos()) as u32,
        }
    }

    /// Whether so little time lies between the two that no stack would have sent it again.
    fn is_near(&self, old: &Recent) -> bool {
        let apart = (self.time.wrapping_sub(old.time) as i32).unsigned_abs();
        i64::from(apart) < units(COPY_NANOS)
    }
}

/// Time that is exact enough to tell a copy from a retransmission.
fn units(nanos: i64) -> i64 {
    nanos >> 20
}

/// A hash of the first and last bytes of a payload: enough to see that a retransmission says something else in all
/// but contrived cases, without touching every byte of a bulk transfer.
fn sample(payload: &[u8]) -> u32 {
    const ENDS: usize = 64;
    let mix = |hash: u64, word: u64| (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23);
    let read = |word: &[u8; 8]| u64::from_le_bytes(*word);
    let mut hash = mix(0, payload.len() as u64);
    if let (Some(first), Some(last)) = (payload.first_chunk::<ENDS>(), payload.last_chunk::<ENDS>()) {
        // Two lanes, because each step waits for the one before it.
        let mut other = hash;
        for (one, two) in first.as_chunks().0.iter().zip(last.as_chunks().0) {
            hash = mix(hash, read(one));
            other = mix(other, read(two));
        }
        hash = mix(hash, other);
    } else {
        let (words, rest) = payload.as_chunks();
        let last = rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
        hash = mix(words.iter().fold(hash, |hash, word| mix(hash, read(word))), last);
    }
    (hash ^ hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::{Familiar, Recents};
    use crate::dialogue::Time;
    use crate::net::{Endpoint, Segment};

    fn segment(number: u32, millis: i128, identified: bool, payload: &[u8]) -> Segment<'_> {
        let end = Endpoint { address: [10, 0, 0, 1].into(), port: 25 };
        Segment {
            frame: 1,
            time: Time::from_nanos(1_700_000_000_000_000_000 + millis * 1_000_000),
            frames: 1,
            source: end,
            destination: end,
            sequence: number,
            acknowledgement: Some(1),
            syn: false,
            fin: false,
            rst: false,
            mss: None,
            payload,
            cut: 0,
            fingerprint: u64::from(number) << 7,
            identified,
        }
    }

    #[test]
    fn a_copy_is_found_among_the_last_eight_and_not_behind_them() {
        for between in 0..20u32 {
            let (mut recent, mut turn) = (Recents::default(), 0);
            assert_eq!(recent.recognise(&mut turn, &segment(7, 0, true, b"EHLO")), Familiar::No);
            for other in 0..between {
                assert_eq!(recent.recognise(&mut turn, &segment(100 + other, 1, true, b"x")), Familiar::No);
            }
            let expected = if between < 8 { Familiar::Copy } else { Familiar::No };
            assert_eq!(
                recent.recognise(&mut turn, &segment(7, 1, true, b"EHLO")),
                expected,
                "{between} between"
            );
        }
    }

    #[test]
    fn without_an_identification_only_time_tells_a_copy_from_a_retransmission() {
        for (millis, expected) in [(40, Familiar::Copy), (-40, Familiar::Copy), (60, Familiar::No)] {
            let (mut recent, mut turn) = (Recents::default(), 0);
            recent.recognise(&mut turn, &segment(7, 0, false, b"EHLO"));
            assert_eq!(
                recent.recognise(&mut turn, &segment(7, millis, false, b"EHLO")),
                expected,
                "{millis} ms"
            );
        }
    }

    #[test]
    fn other_bytes_at_the_same_place_are_a_conflict_and_another_length_is_not() {
        let (mut recent, mut turn) = (Recents::default(), 0);
        recent.recognise(&mut turn, &segment(7, 0, true, b"EHLO"));
        assert_eq!(recent.recognise(&mut turn, &segment(7, 1, true, b"HELO")), Familiar::Conflict);
        assert_eq!(recent.recognise(&mut turn, &segment(7, 1, true, b"HELO a")), Familiar::No);
    }
}
