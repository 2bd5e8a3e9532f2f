//! uuencode, undone as the bytes pass: what mails used before MIME (POSIX, `uuencode`).
//!
//! `begin 644 name`, lines of a length and its characters, a line of length 0, `end`. What stands before and behind is
//! not part of the file.

/// The longest line: 45 bytes are 60 characters, behind one for the length; programs add a checksum and blanks.
const MAX_LINE: usize = 128;

/// Undoes uuencode.
#[derive(Debug, Default)]
pub(super) struct Uu {
    state: State,
    line: Vec<u8>,
    bad: bool,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum State {
    /// `begin` has not come.
    #[default]
    Before,
    Inside,
    /// Behind the line of length 0, or `end`.
    Behind,
}

impl Uu {
    /// Gives the file's bytes to `give`.
    pub(super) fn feed(&mut self, bytes: &[u8], give: &mut impl FnMut(&[u8])) {
        let mut rest = bytes;
        while !rest.is_empty() && self.state != State::Behind {
            let end = memchr::memchr(b'\n', rest);
            let (part, behind) =
                rest.split_at_checked(end.map_or(rest.len(), |end| end + 1)).unwrap_or((rest, &[]));
            rest = behind;
            let room = MAX_LINE.saturating_sub(self.line.len());
            self.bad |= part.len() > room && self.state == State::Inside;
            self.line.extend_from_slice(part.get(..room).unwrap_or(part));
            if end.is_some() {
                self.line_ended(give);
            }
        }
    }

    fn line_ended(&mut self, give: &mut impl FnMut(&[u8])) {
        let line = std::mem::take(&mut self.line);
        let text = line.trim_ascii_end();
        match self.state {
            State::Before if name(text).is_some() => self.state = State::Inside,
            State::Inside => self.data(text, give),
            State::Before | State::Behind => {}
        }
        self.line = line;
        self.line.clear();
    }

    fn data(&mut self, line: &[u8], give: &mut impl FnMut(&[u8])) {
        let Some((&length, characters)) = line.split_first() else {
            self.state = State::Behind;
            return;
        };
        let length = usize::from(value(length));
        if length == 0 || line == b"end" {
            self.state = State::Behind;
            return;
        }
        // Blanks at the end, which are zeros, may have been cut away.
        self.bad |= characters.len() > length.div_ceil(3) * 4 + 1
            || !line.iter().all(|byte| matches!(byte, b' '..=b'`'));
        let mut decoded = [0; 64];
        let groups = characters.chunks(4).chain(std::iter::repeat(&[][..]));
        for (group, place) in groups.zip(decoded.chunks_mut(3)) {
            let of = |index| group.get(index).copied().map_or(0, value);
            let three = [of(0) << 2 | of(1) >> 4, of(1) << 4 | of(2) >> 2, of(2) << 6 | of(3)];
            for (byte, value) in place.iter_mut().zip(three) {
                *byte = value;
            }
        }
        give(decoded.get(..length).unwrap_or_default());
    }

    /// Ends the content. Returns whether all of it was as the encoding demands.
    pub(super) fn finish(&mut self, give: &mut impl FnMut(&[u8])) -> bool {
        if !self.line.is_empty() {
            self.line_ended(give);
        }
        self.state == State::Behind && !self.bad
    }
}

/// Six bits; the blank and the backquote are both zero.
fn value(character: u8) -> u8 {
    character.wrapping_sub(b' ') & 0x3f
}

/// The file name of a `begin` line.
pub(super) fn name(line: &[u8]) -> Option<&[u8]> {
    let rest = line.strip_prefix(b"begin ")?;
    let mode_end = rest.iter().position(|byte| !matches!(byte, b'0'..=b'7'))?;
    let name = rest.get(mode_end..)?.strip_prefix(b" ")?.trim_ascii();
    ((3..=4).contains(&mode_end) && !name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::{Uu, name};

    const CAT: &[u8] = b"hello\r\nbegin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\nbye\r\n";

    fn decode(pieces: &[&[u8]]) -> (Vec<u8>, bool) {
        let mut out = Vec::new();
        let mut uu = Uu::default();
        let mut give = |bytes: &[u8]| out.extend_from_slice(bytes);
        for piece in pieces {
            uu.feed(piece, &mut give);
        }
        let good = uu.finish(&mut give);
        (out, good)
    }

    #[test]
    fn a_file_comes_out_wherever_it_is_cut() {
        for at in 0..=CAT.len() {
            let (one, other) = CAT.split_at(at);
            assert_eq!(decode(&[one, other]), (b"Cat".to_vec(), true), "{at}");
        }
        // Blanks for zeros, and the same with what was cut at the end of the line.
        assert_eq!(decode(&[b"begin 644 x\n$    \n#\n \nend\n"]), (vec![0; 7], true));
        let full = [b'M'; 61];
        assert_eq!(decode(&[b"begin 0644 x\n", &full, b"\n`\n"]).0.len(), 45);
    }

    #[test]
    fn what_is_no_file_is_said() {
        assert_eq!(decode(&[b"begin 644 x\n#0V%T\n"]), (b"Cat".to_vec(), false));
        assert!(!decode(&[b"begin 644 x\n#0V\xff%T\n`\n"]).1);
        assert_eq!(decode(&[b"no file\n"]), (Vec::new(), false));
        let long = [b'M'; 4000];
        assert!(!decode(&[b"begin 644 x\n", &long, b"\n`\n"]).1);
    }

    #[test]
    fn a_begin_line_has_a_mode_and_a_name() {
        assert_eq!(name(b"begin 644 my file.txt"), Some(&b"my file.txt"[..]));
        for line in ["begin the day", "begin 644", "begin 888 x", "begin 64 x", " begin 644 x"] {
            assert_eq!(name(line.as_bytes()), None, "{line}");
        }
    }
}
