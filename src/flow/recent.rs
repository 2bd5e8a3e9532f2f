//! The last segments of each direction, to tell copies of a packet from retransmissions.

use crate::dialogue::Half;
use crate::net::Segment;

use super::{COPY_NANOS, RECENT_SEGMENTS};

/// Segments of a direction for which there is room in its connection: one that is idle has seen two or three.
const FIRST: usize = 3;
const MORE: usize = RECENT_SEGMENTS - FIRST;

/// The last [`RECENT_SEGMENTS`] segments of each direction. Entries that are all 0 are free.
#[derive(Debug, Default)]
pub(super) struct Recents {
    first: [[Recent; FIRST]; 2],
    /// Where each direction's next one goes.
    turns: [u8; 2],
    more: Option<Room>,
}

/// Room for more than the first few, of both directions.
pub(super) type Room = Box<[[Recent; MORE]; 2]>;

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Recent {
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
    /// Those of a connection that begins, in room that another one left.
    pub(super) fn within(mut room: Option<Room>) -> Self {
        if let Some(room) = &mut room {
            **room = Default::default();
        }
        Recents { more: room, ..Recents::default() }
    }

    /// Leaves the room for another connection.
    pub(super) fn leave(&mut self) -> Option<Room> {
        self.more.take()
    }

    /// Compares a segment with the recent ones of its direction, and remembers it in turn.
    pub(super) fn recognise(&mut self, from: Half, segment: &Segment<'_>) -> Familiar {
        let new = Recent::of(segment);
        let more = self.more.as_deref().and_then(|more| more.get(from.index()));
        let known = [self.first.get(from.index()).map(<[_; _]>::as_slice), more.map(<[_; _]>::as_slice)];
        let known = known.map(Option::unwrap_or_default);
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
        self.keep(from, new);
        if conflict { Familiar::Conflict } else { Familiar::No }
    }

    /// Remembers a segment that cannot be familiar.
    pub(super) fn remember(&mut self, from: Half, segment: &Segment<'_>) {
        self.keep(from, Recent::of(segment));
    }

    fn keep(&mut self, from: Half, new: Recent) {
        let Some(turn) = self.turns.get_mut(from.index()) else { return };
        let at = usize::from(*turn);
        *turn = if at + 1 == RECENT_SEGMENTS { 0 } else { at as u8 + 1 };
        let entry = match at.checked_sub(FIRST) {
            None => self.first.get_mut(from.index()).and_then(|first| first.get_mut(at)),
            Some(at) => {
                self.more.get_or_insert_default().get_mut(from.index()).and_then(|more| more.get_mut(at))
            }
        };
        if let Some(entry) = entry {
            *entry = new;
        }
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
    use crate::dialogue::{Half, Time};
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
            let mut recent = Recents::default();
            assert_eq!(recent.recognise(Half::A, &segment(7, 0, true, b"EHLO")), Familiar::No);
            for other in 0..between {
                assert_eq!(recent.recognise(Half::A, &segment(100 + other, 1, true, b"x")), Familiar::No);
            }
            let expected = if between < 8 { Familiar::Copy } else { Familiar::No };
            assert_eq!(
                recent.recognise(Half::A, &segment(7, 1, true, b"EHLO")),
                expected,
                "{between} between"
            );
        }
    }

    #[test]
    fn without_an_identification_only_time_tells_a_copy_from_a_retransmission() {
        for (millis, expected) in [(40, Familiar::Copy), (-40, Familiar::Copy), (60, Familiar::No)] {
            let mut recent = Recents::default();
            recent.recognise(Half::A, &segment(7, 0, false, b"EHLO"));
            assert_eq!(
                recent.recognise(Half::A, &segment(7, millis, false, b"EHLO")),
                expected,
                "{millis} ms"
            );
        }
    }

    #[test]
    fn other_bytes_at_the_same_place_are_a_conflict_and_another_length_is_not() {
        let mut recent = Recents::default();
        recent.recognise(Half::A, &segment(7, 0, true, b"EHLO"));
        assert_eq!(recent.recognise(Half::A, &segment(7, 1, true, b"HELO")), Familiar::Conflict);
        assert_eq!(recent.recognise(Half::A, &segment(7, 1, true, b"HELO a")), Familiar::No);
    }
}
