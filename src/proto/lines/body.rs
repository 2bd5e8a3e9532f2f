//! A message between two line protocols: dot stuffing undone, the end mark found.

use std::sync::LazyLock;

use memchr::memmem::Finder;

/// Where a line begins with a dot. Made once: a body of a gigabyte is searched piece by piece.
static DOT_LINE: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"\n."));

/// Passes the bytes of a message through (RFC 5321, section 4.5.2; RFC 1939, section 3).
///
/// A line that begins with a dot and has more loses the dot; a line of a dot alone ends the message. It does not look at
/// what the lines say, and it keeps nothing but where in a line it is, so a body of any size costs no memory.
#[derive(Debug)]
pub struct DotBody {
    state: State,
    /// Lines whose stuffed dot was taken away.
    stuffed: u64,
    /// Whether the body's lines end in LF alone, told by its first line.
    bare: Option<bool>,
    last: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    LineStart,
    InLine,
    /// Behind a dot at the beginning of a line.
    Dot,
    /// Behind a dot and a CR at the beginning of a line.
    DotCr,
    /// Behind bytes that are missing: it may be anywhere in a line.
    AfterGap,
}

impl Default for DotBody {
    fn default() -> Self {
        DotBody { state: State::LineStart, stuffed: 0, bare: None, last: 0 }
    }
}

impl DotBody {
    /// A body whose beginning was not captured.
    pub fn late() -> Self {
        DotBody { state: State::AfterGap, ..DotBody::default() }
    }

    /// Lines whose stuffed dot was taken away so far.
    pub fn stuffed(&self) -> u64 {
        self.stuffed
    }

    /// Whether the lines end in LF alone.
    pub fn is_bare(&self) -> bool {
        self.bare == Some(true)
    }

    /// Bytes of the message are missing.
    pub fn gap(&mut self) {
        self.state = State::AfterGap;
    }

    /// Gives the message's bytes to `give`, and whether they are known to have no hyphen, with which every boundary of
    /// MIME begins. Returns how many bytes were taken, and whether the end mark was among them.
    pub fn feed(&mut self, bytes: &[u8], mut give: impl FnMut(&[u8], bool)) -> (usize, bool) {
        let mut at = 0;
        if self.state == State::AfterGap && !bytes.is_empty() {
            // A piece that is nothing but an end mark is one, wherever the gap ended.
            let mark = bytes == b".\r\n" || bytes.starts_with(b"\r\n.\r\n");
            self.state = if mark { State::LineStart } else { State::InLine };
            if bytes.starts_with(b"\r\n") {
                self.state = State::InLine;
            }
        }
        while let Some(&byte) = bytes.get(at) {
            match self.state {
                State::LineStart if byte == b'.' => {
                    self.state = State::Dot;
                    at += 1;
                }
                State::LineStart => self.state = State::InLine,
                State::Dot => match byte {
                    b'\r' => {
                        self.state = State::DotCr;
                        at += 1;
                    }
                    // A dot and a bare LF end the message only where bare LF is how its lines end.
                    b'\n' if self.bare != Some(false) => return (at + 1, true),
                    _ => {
                        self.stuffed += 1;
                        self.state = State::InLine;
                    }
                },
                State::DotCr if byte == b'\n' => return (at + 1, true),
                State::DotCr => {
                    self.stuffed += 1;
                    give(b"\r", true);
                    self.last = b'\r';
                    self.state = State::InLine;
                }
                State::InLine | State::AfterGap => at = self.pass(bytes, at, &mut give),
            }
        }
        (at, false)
    }

    /// Passes on everything up to the next line that begins with a dot.
    fn pass(&mut self, bytes: &[u8], at: usize, give: &mut impl FnMut(&[u8], bool)) -> usize {
        let rest = bytes.get(at..).unwrap_or_default();
        if self.bare.is_none() {
            self.bare = memchr::memchr(b'\n', rest).map(|end| match end.checked_sub(1) {
                Some(before) => rest.get(before) != Some(&b'\r'),
                None => self.last != b'\r',
            });
        }
        // Base64, which is most of what is sent, has neither: one look at it is enough.
        let first = memchr::memchr2(b'.', b'-', rest);
        let end = first.and_then(|first| {
            let from = first.saturating_sub(1);
            DOT_LINE.find(rest.get(from..)?).map(|found| from + found + 1)
        });
        let end = end.unwrap_or(rest.len());
        let part = rest.get(..end).unwrap_or(rest);
        self.last = part.last().copied().unwrap_or(self.last);
        self.state = if self.last == b'\n' { State::LineStart } else { State::InLine };
        give(part, first.is_none());
        at + end
    }
}

#[cfg(test)]
mod tests {
    use super::DotBody;
    use proptest::prelude::*;

    fn run(pieces: &[&[u8]]) -> (Vec<u8>, usize, bool, u64) {
        let mut body = DotBody::default();
        let mut message = Vec::new();
        let mut taken = 0;
        for piece in pieces {
            let (n, end) = body.feed(piece, |bytes, unhyphened| {
                assert!(!unhyphened || !bytes.contains(&b'-'));
                message.extend_from_slice(bytes);
            });
            taken += n;
            if end {
                return (message, taken, true, body.stuffed());
            }
        }
        (message, taken, false, body.stuffed())
    }

    #[test]
    fn a_line_ending_in_a_dot_is_not_the_end() {
        let wire = b"a.\r\n..b\r\n.c\r\n.\r\nQUIT\r\n";
        assert_eq!(run(&[wire]), (b"a.\r\n.b\r\nc\r\n".to_vec(), 16, true, 2));
    }

    #[test]
    fn an_empty_message_ends_at_once() {
        assert_eq!(run(&[b".\r\n"]), (Vec::new(), 3, true, 0));
    }

    #[test]
    fn every_split_point_gives_the_same_message() {
        let wire = b"x\r\n..\r\n-y\r\n.\r-\r\n--z.\r\n.\r\n";
        let whole = run(&[wire]);
        for a in 0..wire.len() {
            for b in a..wire.len() {
                assert_eq!(run(&[&wire[..a], &wire[a..b], &wire[b..]]), whole, "{a} {b}");
            }
        }
    }

    #[test]
    fn a_dot_between_bare_line_ends_ends_only_a_body_of_bare_lines() {
        assert_eq!(run(&[b"a\n.\nrest"]), (b"a\n".to_vec(), 4, true, 0));
        let (message, _, ended, _) = run(&[b"a\r\nb\n.\nc\r\n.\r\n"]);
        assert_eq!((message.as_slice(), ended), (&b"a\r\nb\n\nc\r\n"[..], true));
    }

    proptest! {
        #[test]
        fn stuffing_and_unstuffing_is_nothing(lines in prop::collection::vec("[-.a\r]{0,5}", 0..8)) {
            let message: String = lines.iter().map(|line| format!("{line}\r\n")).collect();
            let wire: String = lines
                .iter()
                .map(|line| if line.starts_with('.') { format!(".{line}\r\n") } else { format!("{line}\r\n") })
                .chain([".\r\n".to_owned()])
                .collect();
            let (got, taken, ended, _) = run(&[wire.as_bytes()]);
            prop_assert!(ended);
            prop_assert_eq!(taken, wire.len());
            prop_assert_eq!(got, message.into_bytes());
        }
    }
}
