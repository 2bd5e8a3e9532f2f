//! Sequence numbers as a type: 32 bits that wrap, unwrapped to 64 that don't.

use std::num::NonZeroU64;

/// A place in one direction's stream. Its low 32 bits are the sequence number; it starts at 2^32 or above, so that
/// places before the first one seen exist too. Compared, it is serial-number arithmetic (RFC 9293, section 3.4) without
/// the wrap, as long as two neighbours are less than 2 GiB apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position(NonZeroU64);

impl Position {
    /// Never 0, so that an absent one takes no room of its own.
    fn of(number: u64) -> Self {
        Position(NonZeroU64::new(number).unwrap_or(NonZeroU64::MIN))
    }

    /// The first sequence number seen of a direction.
    pub fn first(sequence: u32) -> Self {
        Position::of((1 << 32) + u64::from(sequence))
    }

    /// The place of `sequence` that is nearest to this one.
    pub fn near(self, sequence: u32) -> Self {
        let distance = sequence.wrapping_sub(self.0.get() as u32) as i32;
        Position::of(self.0.get().saturating_add_signed(i64::from(distance)))
    }

    /// Whether this is the place of `sequence`, or 4 GiB away from it.
    pub fn is_at(self, sequence: u32) -> bool {
        self.0.get() as u32 == sequence
    }

    /// This many bytes further.
    pub fn plus(self, bytes: u64) -> Self {
        Position(self.0.saturating_add(bytes))
    }

    /// This many bytes back.
    pub fn back(self, bytes: u64) -> Self {
        Position::of(self.0.get().saturating_sub(bytes))
    }

    /// Bytes from `earlier` to here; 0 when it is later.
    pub fn since(self, earlier: Position) -> u64 {
        self.0.get().saturating_sub(earlier.0.get())
    }
}

#[cfg(test)]
mod tests {
    use super::Position;

    #[test]
    fn numbers_behind_the_wrap_come_later() {
        let start = Position::first(u32::MAX - 10);
        let later = start.near(20);
        assert!(later > start);
        assert_eq!(later.since(start), 31);
        assert_eq!(later.near(u32::MAX - 10), start);
    }

    #[test]
    fn a_stream_longer_than_the_number_space_goes_on() {
        let mut at = Position::first(7);
        let start = at;
        for _ in 0..9 {
            at = at.near((at.plus(1 << 30).0.get() & 0xffff_ffff) as u32);
        }
        assert_eq!(at.since(start), 9 << 30);
    }

    #[test]
    fn half_the_space_is_the_horizon() {
        let here = Position::first(0);
        assert!(here.near(0x7fff_ffff) > here);
        assert!(here.near(0x8000_0001) < here);
    }
}
