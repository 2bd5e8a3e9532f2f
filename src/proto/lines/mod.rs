//! Lines: what SMTP and POP3 share below their grammars.
//!
//! [`Lines`] cuts one side's bytes into lines and remembers where each came from and how it was sent; [`DotBody`] passes
//! a message's bytes through, undoing dot stuffing and finding the end mark; [`intended`] says what a typist meant;
//! [`Waiting`] is the queue in front of the replies, [`Upgrade`] the way to TLS; [`BareLf`] counts
//! lines without a CR. None of them knows a command.

use crate::dialogue::{Frames, Note, Place, Time, Typing, wire_text};
use crate::proto::Texts;

mod bare;
mod body;
mod typed;
mod upgrade;
mod waiting;

pub use bare::BareLf;
pub use body::DotBody;
pub use typed::{TypedBy, intended, telnet_options};
pub use upgrade::{Upgrade, is_tls};
pub use waiting::Waiting;

/// Texts about typed lines.
pub static TEXTS: Texts = Texts {
    zh: include_str!("text/zh.ftl"),
    en: include_str!("text/en.ftl"),
    ja: include_str!("text/ja.ftl"),
};

/// Bytes kept of a line. RFC 5321 (section 4.5.3.1) allows 512 to 1000; what is longer is counted, not kept.
pub const MAX_LINE: usize = 64 << 10;
/// Keys remembered of a typed line.
const MAX_KEYS: usize = 1024;
/// Bytes of one key: a UTF-8 character, or a line end.
const KEY_BYTES: usize = 4;

/// The longest word of a command.
pub const MAX_WORD: usize = 16;

/// A word in capitals, in this room; `None` where it is longer than any command's.
pub fn capitals<'a>(word: &str, room: &'a mut [u8; MAX_WORD]) -> Option<&'a [u8]> {
    let capitals = room.get_mut(..word.len())?;
    capitals.copy_from_slice(word.as_bytes());
    capitals.make_ascii_uppercase();
    Some(capitals)
}

/// Cuts one side's bytes into lines.
#[derive(Debug, Default)]
pub struct Lines {
    line: Line,
    buffer: Vec<u8>,
}

/// A line, and how it travelled.
#[derive(Debug, Default)]
pub struct Line {
    /// The frames that carried it.
    pub frames: Frames,
    /// When its first byte was captured.
    pub time: Time,
    /// When its last byte was.
    pub last_time: Time,
    /// Offsets in its side's stream, line end included.
    pub span: (u64, u64),
    /// How it ended.
    pub end: LineEnd,
    /// Bytes beyond [`MAX_LINE`], not kept.
    pub omitted: u64,
    /// Segments that carried it, those not counted that only negotiate telnet's options.
    pub segments: u64,
    /// Bytes of the largest of them.
    largest: usize,
    /// Bytes of the first segment: nearly every line has no other.
    first: usize,
    /// Bytes with which the client's telnet negotiated, which are no keys.
    negotiated: u64,
    /// Whether the first segment was such bytes.
    negotiated_first: bool,
    /// Bytes of each later one, and nanoseconds since the one before.
    keys: Vec<(usize, i64)>,
    started: bool,
}

/// How a line ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineEnd {
    /// CR LF, as the standards ask.
    CrLf,
    /// LF alone.
    Lf,
    /// It did not: a gap or the end of the connection came first.
    #[default]
    None,
}

impl Lines {
    /// Takes bytes up to and including the next line end. Returns how many were taken, and whether the line is whole:
    /// then [`Lines::finish`] gives it.
    pub fn take(&mut self, bytes: &[u8], place: Place) -> (usize, bool) {
        let (part, whole) = match memchr::memchr(b'\n', bytes) {
            Some(at) => (bytes.get(..=at).unwrap_or(bytes), true),
            None => (bytes, false),
        };
        if part.is_empty() {
            return (0, false);
        }
        let line = &mut self.line;
        let negotiates = is_negotiation(part);
        if negotiates {
            line.negotiated += part.len() as u64;
            line.negotiated_first |= !line.started;
        }
        if !line.started {
            line.started = true;
            line.time = place.time;
            line.last_time = place.time;
            line.span.0 = place.offset;
            line.segments = u64::from(!negotiates);
            line.first = part.len();
        } else if line.frames.last() != Some(place.frame) {
            line.segments += u64::from(!negotiates);
            if line.keys.len() + 1 < MAX_KEYS {
                line.keys.push((part.len(), place.time.nanos_since(line.last_time)));
            }
        } else {
            *line.keys.last_mut().map_or(&mut line.first, |key| &mut key.0) += part.len();
        }
        line.largest = line.largest.max(if negotiates { 0 } else { part.len() });
        line.frames.add(place.frame);
        line.last_time = place.time;
        line.span.1 = place.offset.saturating_add(part.len() as u64);
        let room = MAX_LINE.saturating_sub(self.buffer.len()).min(part.len());
        self.buffer.extend_from_slice(part.get(..room).unwrap_or_default());
        line.omitted += (part.len() - room) as u64;
        (part.len(), whole)
    }

    /// Whether a line has begun.
    pub fn is_empty(&self) -> bool {
        !self.line.started
    }

    /// The line so far, without its end, and its bytes; the framer is empty afterwards.
    pub fn finish(&mut self) -> (Line, Vec<u8>) {
        let mut line = std::mem::take(&mut self.line);
        let mut bytes = std::mem::take(&mut self.buffer);
        line.end = if bytes.ends_with(b"\r\n") {
            LineEnd::CrLf
        } else if bytes.ends_with(b"\n") || line.omitted > 0 {
            LineEnd::Lf
        } else {
            LineEnd::None
        };
        let end = match line.end {
            LineEnd::CrLf => 2,
            LineEnd::Lf if bytes.ends_with(b"\n") => 1,
            _ => 0,
        };
        bytes.truncate(bytes.len() - end);
        (line, bytes)
    }

    /// Gives the bytes' memory back for the next line.
    pub fn reuse(&mut self, mut bytes: Vec<u8>) {
        if self.buffer.capacity() == 0 && bytes.capacity() <= 4096 {
            bytes.clear();
            self.buffer = bytes;
        }
    }
}

impl Line {
    /// Whether it came key by key: several segments, none larger than a key.
    pub fn is_typed(&self) -> bool {
        let typed = (self.span.1 - self.span.0).saturating_sub(self.negotiated);
        self.segments >= 2 && self.largest <= KEY_BYTES && self.segments * 2 >= typed
    }

    /// Nanoseconds from the first key to the last.
    fn typed_nanos(&self) -> i64 {
        let waited = self.keys.first().filter(|_| self.negotiated_first).map_or(0, |key| key.1);
        self.last_time.nanos_since(self.time) - waited
    }

    /// The keys of a typed line; `hidden` withholds them.
    pub fn typing(&self, bytes: &[u8], hidden: bool) -> Option<Typing> {
        if !self.is_typed() {
            return None;
        }
        let nanos = self.typed_nanos();
        if hidden {
            return Some(Typing { keys: Vec::new(), count: 0, nanos });
        }
        let mut rest = bytes;
        let keys = std::iter::once((self.first, 0))
            .chain(self.keys.iter().copied())
            .map(|(len, pause)| {
                let (key, behind) = rest.split_at_checked(len).unwrap_or((rest, &[]));
                rest = behind;
                (key_name(key), pause)
            })
            .collect();
        Some(Typing { keys, count: self.segments, nanos })
    }

    /// The note with keys and seconds, for a typed line.
    pub fn typed_note(&self, hidden: bool) -> Option<Note> {
        if !self.is_typed() {
            return None;
        }
        if hidden {
            return Some(Note::new("typed-hidden"));
        }
        let nanos = self.typed_nanos();
        Some(
            Note::new("typed-line")
                .with("keys", self.segments)
                .with("seconds", crate::dialogue::Arg::Seconds(nanos)),
        )
    }

    /// What is not kept of it.
    pub fn omitted_note(&self) -> Option<Note> {
        (self.omitted > 0).then(|| Note::new("typed-line-too-long").with("bytes", self.omitted))
    }

    /// Pauses between its keys.
    pub fn pauses(&self) -> impl Iterator<Item = i64> + '_ {
        self.keys.iter().map(|key| key.1)
    }
}

/// Whether a segment is nothing but telnet's negotiation of options (RFC 854): three bytes each.
fn is_negotiation(part: &[u8]) -> bool {
    part.first() == Some(&0xff)
        && part.len().is_multiple_of(3)
        && part.chunks_exact(3).all(|it| matches!(it, [0xff, 0xfb..=0xfe, _]))
}

/// A key as the list of keys names it; the line end is not among the line's bytes and so comes out empty.
fn key_name(key: &[u8]) -> String {
    match key {
        b"" => "<Enter>".to_owned(),
        b" " => "<SP>".to_owned(),
        other => wire_text(other),
    }
}

#[cfg(test)]
mod tests {
    use super::{LineEnd, Lines};
    use crate::dialogue::{Place, Time};

    fn place(frame: u64, offset: u64) -> Place {
        Place { frame, time: Time::from_nanos(i128::from(frame) * 100_000_000), offset }
    }

    #[test]
    fn negotiation_of_telnet_is_no_key_and_its_pause_no_typing() {
        let mut lines = Lines::default();
        lines.take(b"\xff\xfd\x03\xff\xfd\x01", place(1, 0));
        for (at, key) in (0u64..).zip([&b"h"[..], b"i", b"\r\n"]) {
            lines.take(key, place(5 + at, 6 + at));
        }
        let (line, bytes) = lines.finish();
        assert!(line.is_typed());
        let typing = line.typing(&bytes, false).unwrap();
        assert_eq!((typing.count, typing.nanos), (3, 200_000_000));
    }

    #[test]
    fn a_line_is_the_same_however_it_is_split() {
        let bytes = b"HELO a\r\n";
        for at in 1..bytes.len() {
            let mut lines = Lines::default();
            assert_eq!(lines.take(&bytes[..at], place(1, 0)), (at, false));
            assert_eq!(lines.take(&bytes[at..], place(2, at as u64)), (bytes.len() - at, true));
            let (line, text) = lines.finish();
            assert_eq!((text.as_slice(), line.end, line.span), (&b"HELO a"[..], LineEnd::CrLf, (0, 8)));
        }
    }

    #[test]
    fn a_line_without_end_is_bounded_and_what_is_not_kept_is_counted() {
        let mut lines = Lines::default();
        let block = vec![b'x'; 1 << 20];
        for n in 0..64 {
            lines.take(&block, place(n + 1, n << 20));
        }
        let (line, text) = lines.finish();
        assert_eq!(text.len() as u64 + line.omitted, 64 << 20);
        assert!(text.len() <= super::MAX_LINE);
    }

    #[test]
    fn keys_are_told_from_lines_that_were_only_split() {
        let mut lines = Lines::default();
        for (n, key) in ["h", "i", "\r\n"].iter().enumerate() {
            lines.take(key.as_bytes(), place(n as u64 + 1, n as u64));
        }
        let (line, text) = lines.finish();
        let typing = line.typing(&text, false).unwrap();
        assert_eq!(typing.count, 3);
        assert_eq!(typing.keys[2], ("<Enter>".to_owned(), 100_000_000));
        // A segment that comes in two pieces is one key.
        let mut lines = Lines::default();
        for (frame, offset, piece) in [(1, 0, "h"), (1, 1, "e"), (2, 2, "y"), (2, 3, "!"), (3, 4, "\r\n")] {
            lines.take(piece.as_bytes(), place(frame, offset));
        }
        let (line, text) = lines.finish();
        let keys: Vec<String> =
            line.typing(&text, false).unwrap().keys.into_iter().map(|key| key.0).collect();
        assert_eq!(keys, ["he", "y!", "<Enter>"]);
        assert_eq!(line.pauses().collect::<Vec<_>>(), [100_000_000; 2]);
        let mut lines = Lines::default();
        lines.take(b"MAIL FROM:<stu", place(1, 0));
        lines.take(b"dent@lab.example>\r\n", place(2, 14));
        assert!(!lines.finish().0.is_typed());
    }
}
