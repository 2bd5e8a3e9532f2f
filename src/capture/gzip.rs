//! Gzip (RFC 1952), read so that damage costs nothing in front of it.
//!
//! flate2's own reader gives an error for the whole buffer that it was asked to fill, and with it goes what was good in
//! front of the damage: up to 256 KiB of capture. Here flate2 inflates, and what it gave before an error is given out.
//!
//! ```text
//! member = header deflate-blocks CRC32 ISIZE        file = 1*member
//! header = %x1f.8b.08 FLG MTIME XFL OS [XLEN extra] [name %x00] [comment %x00] [CRC16]
//! ```

use std::io::{self, ErrorKind, Read};

use flate2::{Crc, Decompress, FlushDecompress, Status};

/// Compressed bytes read at a time.
const BUFFER: usize = 32 << 10;
/// Room for what the inflater holds back (RFC 1951 section 2: distances of 32 KiB) and more: into less it gives out only
/// a part before it tells of damage, and loses the rest.
const WINDOW: usize = 64 << 10;
/// Flags of the header (RFC 1952, section 2.3.1).
const HAS_CRC: u8 = 2;
const HAS_EXTRA: u8 = 4;
const HAS_NAME: u8 = 8;
const HAS_COMMENT: u8 = 16;

pub(super) struct Gzip<R> {
    source: R,
    buffer: Vec<u8>,
    from: usize,
    to: usize,
    state: State,
    /// What was inflated for a reader with less room, and how much of it was given.
    spare: Vec<u8>,
    given: usize,
}

enum State {
    /// In front of a member; `true` for the first one, behind which nothing must come.
    Header(bool),
    Blocks(Box<Inflating>),
    /// What is wrong behind all that was given out.
    Failed(Option<io::Error>),
    Over,
}

struct Inflating {
    inflate: Decompress,
    crc: Crc,
}

impl<R: Read> Gzip<R> {
    pub(super) fn new(source: R) -> Self {
        Gzip {
            source,
            buffer: vec![0; BUFFER],
            from: 0,
            to: 0,
            state: State::Header(true),
            spare: Vec::new(),
            given: 0,
        }
    }

    /// Brings more bytes when all are used; `false` at the end of the source.
    fn fill(&mut self) -> io::Result<bool> {
        while self.from == self.to {
            match self.source.read(&mut self.buffer) {
                Ok(0) => return Ok(false),
                Ok(bytes) => (self.from, self.to) = (0, bytes),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(true)
    }

    fn byte(&mut self) -> io::Result<u8> {
        if !self.fill()? {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        let byte = self.buffer.get(self.from).copied();
        self.from += 1;
        byte.ok_or_else(|| ErrorKind::UnexpectedEof.into())
    }

    fn number(&mut self, bytes: usize) -> io::Result<u32> {
        let mut number = 0;
        for at in 0..bytes {
            number |= u32::from(self.byte()?) << (8 * at);
        }
        Ok(number)
    }

    /// A member's header; `false` where none comes. Zeros behind the last one are padding.
    fn header(&mut self, first: bool) -> io::Result<bool> {
        if !first {
            loop {
                if !self.fill()? {
                    return Ok(false);
                }
                if self.buffer.get(self.from) != Some(&0) {
                    break;
                }
                self.from += 1;
            }
        }
        if self.number(3)? != 0x08_8b1f {
            return Err(damaged("no gzip header"));
        }
        let flags = self.byte()?;
        self.number(4)?;
        self.number(2)?;
        if flags & HAS_EXTRA != 0 {
            for _ in 0..self.number(2)? {
                self.byte()?;
            }
        }
        for flag in [HAS_NAME, HAS_COMMENT] {
            if flags & flag != 0 {
                while self.byte()? != 0 {}
            }
        }
        if flags & HAS_CRC != 0 {
            self.number(2)?;
        }
        Ok(true)
    }

    /// Inflates into `out`. Returns how much, and what comes next where the member's blocks are over.
    fn inflate(&mut self, inflating: &mut Inflating, out: &mut [u8]) -> io::Result<(usize, bool)> {
        loop {
            let more = self.fill()?;
            let input = self.buffer.get(self.from..self.to).unwrap_or_default();
            let (read, written) = (inflating.inflate.total_in(), inflating.inflate.total_out());
            let result = inflating.inflate.decompress(input, out, FlushDecompress::None);
            self.from += (inflating.inflate.total_in() - read) as usize;
            let written = (inflating.inflate.total_out() - written) as usize;
            inflating.crc.update(out.get(..written).unwrap_or_default());
            match result {
                Ok(Status::StreamEnd) => return Ok((written, true)),
                Ok(_) if written > 0 => return Ok((written, false)),
                Ok(_) if more => {}
                Ok(_) => return Err(ErrorKind::UnexpectedEof.into()),
                Err(error) => {
                    let error = damaged(&error.to_string());
                    if written == 0 {
                        return Err(error);
                    }
                    self.state = State::Failed(Some(error));
                    return Ok((written, false));
                }
            }
        }
    }

    fn trailer(&mut self, crc: &Crc) -> io::Result<()> {
        if self.number(4)? != crc.sum() || self.number(4)? != crc.amount() {
            return Err(damaged("the checksum of the gzip file is wrong"));
        }
        Ok(())
    }
}

fn damaged(what: &str) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, what.to_owned())
}

impl<R: Read> Read for Gzip<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() {
            return Ok(0);
        }
        if self.given == self.spare.len() {
            if out.len() >= WINDOW {
                return self.some(out);
            }
            let mut spare = std::mem::take(&mut self.spare);
            spare.resize(WINDOW, 0);
            self.given = 0;
            let result = self.some(&mut spare);
            spare.truncate(*result.as_ref().unwrap_or(&0));
            self.spare = spare;
            result?;
        }
        let rest = self.spare.get(self.given..).unwrap_or_default();
        let len = rest.len().min(out.len());
        for (to, from) in out.iter_mut().zip(rest) {
            *to = *from;
        }
        self.given += len;
        Ok(len)
    }
}

impl<R: Read> Gzip<R> {
    /// Into a buffer with room for all that the inflater may have found when it meets damage.
    fn some(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            match std::mem::replace(&mut self.state, State::Over) {
                State::Over => return Ok(0),
                State::Failed(error) => return error.map_or(Ok(0), Err),
                State::Header(first) => {
                    if self.header(first)? {
                        let inflate = Decompress::new(false);
                        self.state = State::Blocks(Box::new(Inflating { inflate, crc: Crc::new() }));
                    }
                }
                State::Blocks(mut inflating) => {
                    let (written, ended) = self.inflate(&mut inflating, out)?;
                    if ended {
                        self.state = match self.trailer(&inflating.crc) {
                            Ok(()) => State::Header(false),
                            Err(error) => State::Failed(Some(error)),
                        };
                    } else if !matches!(self.state, State::Failed(_)) {
                        self.state = State::Blocks(inflating);
                    }
                    if written > 0 {
                        return Ok(written);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read, Write};

    use flate2::{Compression, GzBuilder};
    use proptest::prelude::*;

    use super::Gzip;

    fn compressed(text: &[u8]) -> Vec<u8> {
        let mut out = GzBuilder::new()
            .filename("a")
            .comment("b")
            .extra(vec![1, 2, 3])
            .write(Vec::new(), Compression::best());
        out.write_all(text).unwrap();
        out.finish().unwrap()
    }

    /// What comes out of it, and the error behind that.
    fn read(file: &[u8], size: usize) -> (Vec<u8>, Option<String>) {
        let mut gzip = Gzip::new(Cursor::new(file));
        let mut out = Vec::new();
        let mut buffer = vec![0; size];
        loop {
            match gzip.read(&mut buffer) {
                Ok(0) => return (out, None),
                Ok(bytes) => out.extend(&buffer[..bytes]),
                Err(error) => return (out, Some(error.to_string())),
            }
        }
    }

    fn text() -> Vec<u8> {
        (0..40_000u32).flat_map(|number| (number.wrapping_mul(2_654_435_761) >> 20).to_le_bytes()).collect()
    }

    #[test]
    fn members_one_after_the_other_are_one_file_and_zeros_are_padding() {
        let file = [compressed(b"one "), compressed(b""), compressed(&text()), vec![0; 9]].concat();
        let (out, error) = read(&file, 1 << 18);
        assert_eq!((out, error), ([&b"one "[..], &text()].concat(), None));
    }

    #[test]
    fn what_stands_in_front_of_damage_is_given_out() {
        let text = text();
        let mut file = compressed(&text);
        let at = file.len() / 2;
        file[at..at + 40].fill(0xff);
        let (out, error) = read(&file, 1 << 18);
        assert!(error.is_some());
        assert!(out.len() > text.len() / 3, "{} of {} bytes", out.len(), text.len());
        let mut file = compressed(&text);
        let at = file.len() - 6;
        file[at] ^= 1;
        assert_eq!(
            read(&file, 1 << 18),
            (text.clone(), Some("the checksum of the gzip file is wrong".to_owned()))
        );
        file.truncate(at);
        assert_eq!(read(&file, 1 << 18), (text, Some("unexpected end of file".to_owned())));
    }

    #[test]
    fn a_reader_with_little_room_gets_all_that_stands_in_front_of_damage() {
        let mut file = compressed(&text()[..8000]);
        file[3] = 84;
        file.truncate(105);
        let (out, error) = read(&file, 1 << 18);
        assert!(out.len() > 100 && error.is_some(), "{} {error:?}", out.len());
        assert_eq!(read(&file, 1), (out, error));
    }

    proptest! {
        #[test]
        fn the_size_of_the_buffer_changes_nothing_whatever_the_damage(
            damage in prop::collection::vec((0usize..3000, any::<u8>()), 0..3),
            cut in 0usize..4000,
            size in 1usize..200,
        ) {
            let mut file = compressed(&text()[..8000]);
            for (at, byte) in damage {
                let at = at % file.len();
                file[at] = byte;
            }
            file.truncate(file.len().min(cut.max(1)));
            let at_once = read(&file, 1 << 18);
            prop_assert_eq!(read(&file, size), at_once);
        }
    }
}
