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

/// What both sides of a connection said that has said little, and their ends: one allocation of about its size. In front
/// stands how many bytes each side said; offsets are not in it: those bytes stand without a gap from its first one on.
#[derive(Clone, Default)]
pub(super) struct Log(Vec<u8>);

/// Frame and time of each piece of a log.
pub(super) type Places = Vec<(u64, Time)>;

impl Log {
    /// Half and kind, length, frame and time.
    const HEADER: usize = 1 + 2 + 8 + 8;
    /// Bytes of both sides.
    const SAID: usize = 2 * 2;
    const BYTES: u8 = 0;
    const FIN: u8 = 1;
    const RESET: u8 = 2;

    /// Adds a piece; tells whether it is one of those, stands at the end of what is there, and fits within `most`. An end
    /// of either side always fits.
    pub(super) fn push(&mut self, from: Half, piece: Piece<'_>, most: usize) -> bool {
        // Behind `most` bytes there is room for the ends.
        const ENDS: usize = 2 * Log::HEADER;
        let (kind, bytes, place, spared) = match piece {
            Piece::Bytes(bytes, place) => (Self::BYTES, bytes, place, ENDS),
            Piece::End(Ending::Fin(place)) => (Self::FIN, &[][..], place, 0),
            Piece::End(Ending::Reset(place)) => (Self::RESET, &[][..], place, 0),
            Piece::Gap(_) | Piece::End(Ending::CaptureEnd) => return false,
        };
        let Ok(length) = u16::try_from(bytes.len()) else { return false };
        let size = Self::HEADER + bytes.len();
        let full = most + Self::SAID + ENDS;
        let said = self.said(from);
        let Some(more) = said.checked_add(length).filter(|_| u64::from(said) == place.offset) else {
            return false;
        };
        if self.0.len().max(Self::SAID) + size + spared > full {
            return false;
        }
        if self.0.is_empty() {
            // Most that are idle have said one line.
            self.0.reserve_exact(Self::SAID + size);
            self.0.extend_from_slice(&[0; Self::SAID]);
        } else if self.0.capacity() < full {
            // Others go on, and end.
            let grown = Vec::with_capacity(full);
            let first = std::mem::replace(&mut self.0, grown);
            self.0.extend_from_slice(&first);
        }
        if let Some(count) = self.0.as_chunks_mut().0.get_mut(from.index()) {
            *count = more.to_le_bytes();
        }
        self.0.push(kind << 1 | from.index() as u8);
        self.0.extend_from_slice(&length.to_le_bytes());
        self.0.extend_from_slice(&place.frame.to_le_bytes());
        self.0.extend_from_slice(&place.time.nanos().to_le_bytes());
        self.0.extend_from_slice(bytes);
        true
    }

    /// Empties it; its room stays.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// How many bytes one end said.
    fn said(&self, from: Half) -> u16 {
        self.0.as_chunks().0.get(from.index()).copied().map_or(0, u16::from_le_bytes)
    }

    /// The pieces, as they are kept.
    fn pieces(&self) -> &[u8] {
        self.0.get(Self::SAID..).unwrap_or_default()
    }

    /// Header and bytes of the first of these pieces, and those behind it.
    fn split(pieces: &[u8]) -> Option<(&[u8; Self::HEADER], &[u8], &[u8])> {
        let (header, behind) = pieces.split_first_chunk::<{ Self::HEADER }>()?;
        let [_, low, high, ..] = header;
        let (bytes, rest) = behind.split_at_checked(usize::from(u16::from_le_bytes([*low, *high])))?;
        Some((header, bytes, rest))
    }

    /// The same for all that say the same, and rarely for others: of how much each piece says, how it begins and ends.
    pub(super) fn sketch(&self) -> u64 {
        let mut sketch = 0u64;
        let mut mix =
            |word: u64| sketch = (sketch ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23);
        let mut pieces = self.pieces();
        while let Some(([head, low, high, ..], bytes, rest)) = Self::split(pieces) {
            mix(u64::from(u32::from_le_bytes([*head, *low, *high, 0])));
            match (bytes.first_chunk(), bytes.last_chunk()) {
                (Some(first), Some(last)) => {
                    mix(u64::from_le_bytes(*first));
                    mix(u64::from_le_bytes(*last));
                }
                _ => bytes.iter().for_each(|byte| mix(u64::from(*byte))),
            }
            pieces = rest;
        }
        sketch
    }

    /// Whether another one says the same, whenever that was. `places`: frame and time of each piece of this one, where it
    /// does.
    pub(super) fn is_alike(&self, other: &Log, places: &mut Places) -> bool {
        places.clear();
        if self.0.len() != other.0.len() {
            return false;
        }
        let (mut ours, mut theirs) = (self.pieces(), other.pieces());
        while let (Some((one, said, rest)), Some((two, also, others))) =
            (Self::split(ours), Self::split(theirs))
        {
            // All of a header but frame and time.
            if one.first_chunk::<3>() != two.first_chunk::<3>() || said != also {
                return false;
            }
            places.push(Self::place(one));
            (ours, theirs) = (rest, others);
        }
        ours.is_empty() && theirs.is_empty()
    }

    /// Whether no line is in two pieces.
    pub(super) fn is_whole_lines(&self) -> bool {
        let mut whole = true;
        self.replay(|_, piece| {
            if let Piece::Bytes(bytes, _) = piece {
                whole &= bytes.ends_with(b"\n");
            }
        });
        whole
    }

    /// Frame and time of a piece.
    fn place(header: &[u8; Self::HEADER]) -> (u64, Time) {
        let [_, _, _, place @ ..] = header;
        let (words, _) = place.as_chunks();
        let word = |at: usize| words.get(at).copied().unwrap_or_default();
        let (frame, nanos) = (u64::from_le_bytes(word(0)), i64::from_le_bytes(word(1)));
        (frame, Time::from_nanos(i128::from(nanos)))
    }

    /// Gives what was said, in order.
    pub(super) fn replay(&self, mut give: impl FnMut(Half, Piece<'_>)) {
        let (mut rest, mut offsets) = (self.pieces(), [0; 2]);
        while let Some((from, piece, behind)) = Self::entry(rest, &mut offsets) {
            give(from, piece);
            rest = behind;
        }
    }

    /// The first entry of a log, and what is behind it. `offsets` are those of both sides, before and after it.
    fn entry<'a>(log: &'a [u8], offsets: &mut [u64; 2]) -> Option<(Half, Piece<'a>, &'a [u8])> {
        let (header, bytes, rest) = Self::split(log)?;
        let ([head, ..], (frame, time)) = (header, Self::place(header));
        let from = if head & 1 == 0 { Half::A } else { Half::B };
        let offset = offsets.get_mut(from.index())?;
        let place = Place { frame, time, offset: *offset };
        *offset += bytes.len() as u64;
        let piece = match head >> 1 {
            Self::FIN => Piece::End(Ending::Fin(place)),
            Self::RESET => Piece::End(Ending::Reset(place)),
            _ => Piece::Bytes(bytes, place),
        };
        Some((from, piece, rest))
    }
}

#[cfg(test)]
mod tests {
    use super::Log;
    use crate::dialogue::{Ending, Half, Piece, Place, Time};

    #[test]
    fn what_was_said_comes_out_as_it_went_in() {
        let place = |frame, nanos, offset| Place { frame, time: Time::from_nanos(nanos), offset };
        let said = [
            (Half::B, b"220 mail".to_vec(), place(4, -5, 0)),
            (Half::A, Vec::new(), place(u64::MAX, 1 << 60, 0)),
            (Half::B, b"\r\n".to_vec(), place(6, 0, 8)),
            (Half::A, b"QUIT\r\n".to_vec(), place(7, 0, 0)),
        ];
        let mut log = Log::default();
        for (from, bytes, place) in &said {
            assert!(log.push(*from, Piece::Bytes(bytes, *place), 1000));
        }
        let ends = [
            (Half::A, Ending::Fin(place(8, 3, 6))),
            (Half::B, Ending::Fin(place(9, 4, 10))),
            (Half::A, Ending::Reset(place(10, 5, 6))),
        ];
        // What is full of bytes has room for the ends.
        let most = log.pieces().len() + Log::HEADER;
        for (from, ending) in ends {
            assert!(log.push(from, Piece::End(ending), most));
        }
        assert!(!log.push(Half::A, Piece::End(ends[0].1), most));
        // Not what is too much, not what stands elsewhere, and nothing else.
        assert!(!log.push(Half::A, Piece::Bytes(&[0; 1000], place(11, 0, 6)), 1000));
        assert!(!log.push(Half::A, Piece::Bytes(b"x", place(11, 0, 7)), 1000));
        assert!(!log.push(Half::B, Piece::End(Ending::Fin(place(11, 0, 9))), 1000));
        assert!(!log.push(Half::A, Piece::End(Ending::CaptureEnd), 1000));
        let (mut out, mut over) = (Vec::new(), Vec::new());
        log.replay(|from, piece| match piece {
            Piece::Bytes(bytes, place) => out.push((from, bytes.to_vec(), place)),
            Piece::End(ending) => over.push((from, ending)),
            other => panic!("{other:?}"),
        });
        assert_eq!(out, said);
        assert_eq!(over, ends);
    }
}
