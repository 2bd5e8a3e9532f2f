//! Pieces that have to be kept for later.

use crate::dialogue::{Ending, Gap, Half, Piece, Place, Time};

/// A piece that had to be kept.
pub(super) enum Owned {
    Bytes {
        bytes: Vec<u8>,
        /// Bytes at the front that were taken meanwhile.
        taken: usize,
        /// Of the first byte that was not.
        place: Place,
    },
    Gap(Gap),
    End(Ending),
}

impl Owned {
    pub(super) fn of(piece: Piece<'_>) -> Self {
        match piece {
            Piece::Bytes(bytes, place) => Owned::Bytes { bytes: bytes.to_vec(), taken: 0, place },
            Piece::Gap(gap) => Owned::Gap(gap),
            Piece::End(ending) => Owned::End(ending),
        }
    }

    pub(super) fn piece(&self) -> Piece<'_> {
        match self {
            Owned::Bytes { bytes, taken, place } => {
                Piece::Bytes(bytes.get(*taken..).unwrap_or_default(), *place)
            }
            Owned::Gap(gap) => Piece::Gap(*gap),
            Owned::End(ending) => Piece::End(*ending),
        }
    }
}

/// What both sides of a connection said that has said little: one allocation of about its size.
#[derive(Default)]
pub(super) struct Log(Vec<u8>);

impl Log {
    /// Half, length, frame, time and offset.
    const HEADER: usize = 1 + 4 + 8 + 8 + 8;

    /// What it will cost with so many bytes more.
    pub(super) fn len_with(&self, bytes: usize) -> usize {
        self.0.len() + Self::HEADER + bytes
    }

    pub(super) fn push(&mut self, from: Half, bytes: &[u8], place: Place) {
        // Most that are idle have said one line.
        if self.0.is_empty() {
            self.0.reserve_exact(Self::HEADER + bytes.len());
        }
        self.0.push(from.index() as u8);
        self.0.extend((bytes.len() as u32).to_le_bytes());
        self.0.extend(place.frame.to_le_bytes());
        self.0.extend(place.time.nanos().to_le_bytes());
        self.0.extend(place.offset.to_le_bytes());
        self.0.extend_from_slice(bytes);
    }

    /// Gives what was said, in order.
    pub(super) fn replay(&self, mut give: impl FnMut(Half, Piece<'_>)) {
        let mut rest = self.0.as_slice();
        while let Some((from, bytes, place, behind)) = Self::entry(rest) {
            give(from, Piece::Bytes(bytes, place));
            rest = behind;
        }
    }

    fn entry(log: &[u8]) -> Option<(Half, &[u8], Place, &[u8])> {
        let (half, rest) = log.split_first()?;
        let (length, rest) = rest.split_first_chunk()?;
        let (frame, rest) = rest.split_first_chunk()?;
        let (time, rest) = rest.split_first_chunk()?;
        let (offset, rest) = rest.split_first_chunk()?;
        let (bytes, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        let from = if *half == 0 { Half::A } else { Half::B };
        let time = Time::from_nanos(i128::from(i64::from_le_bytes(*time)));
        let place = Place { frame: u64::from_le_bytes(*frame), time, offset: u64::from_le_bytes(*offset) };
        Some((from, bytes, place, rest))
    }
}

#[cfg(test)]
mod tests {
    use super::Log;
    use crate::dialogue::{Half, Piece, Place, Time};

    #[test]
    fn what_was_said_comes_out_as_it_went_in() {
        let said = [
            (Half::B, b"220 mail".to_vec(), Place { frame: 4, time: Time::from_nanos(-5), offset: 0 }),
            (Half::A, Vec::new(), Place { frame: u64::MAX, time: Time::from_nanos(1 << 60), offset: 1 << 40 }),
            (Half::A, b"QUIT\r\n".to_vec(), Place { frame: 6, time: Time::default(), offset: 8 }),
        ];
        let mut log = Log::default();
        for (from, bytes, place) in &said {
            log.push(*from, bytes, *place);
        }
        let mut out = Vec::new();
        log.replay(|from, piece| match piece {
            Piece::Bytes(bytes, place) => out.push((from, bytes.to_vec(), place)),
            other => panic!("{other:?}"),
        });
        assert_eq!(out, said);
    }
}
