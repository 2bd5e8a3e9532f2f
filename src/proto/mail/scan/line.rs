//! What a line is, as far as its bytes have come.

use super::{MAX_BOUNDARY, Mode, Scan};

/// A line that may be a boundary: the delimiter, four dashes, line end and padding.
const MAX_BOUNDARY_LINE: usize = MAX_BOUNDARY + 32;
/// A field name and the colon: a line may have 998 characters (RFC 5322, section 2.1.1).
const MAX_FIELD_NAME: usize = 998;

/// What a line is.
pub(super) enum Verdict {
    /// More bytes will tell.
    Wait,
    /// A line of a body, or of a field.
    Plain,
    /// The empty line.
    Empty,
    /// In a header, a line that is no field.
    NoField,
    /// A boundary of the level with this index.
    Boundary { level: usize, last: bool },
}

impl Scan {
    /// What the bytes gathered in `line`, `byte` being the newest, are.
    pub(super) fn verdict(&self, byte: u8) -> Verdict {
        let len = self.line.len();
        let dashes = self.watching && matches!(self.line.as_slice(), [b'-'] | [b'-', b'-', ..]);
        if dashes && byte != b'\n' && len <= MAX_BOUNDARY_LINE {
            return Verdict::Wait;
        }
        if dashes
            && byte == b'\n'
            && let Some(boundary) = self.boundary()
        {
            return boundary;
        }
        if self.mode != Mode::Header {
            return Verdict::Plain;
        }
        if dashes {
            // It waited for its end, so it is looked at as a whole.
            let name = self.line.split(|&byte| byte == b':').next().unwrap_or_default();
            let field = name.len() < len && name.trim_ascii_end().iter().all(u8::is_ascii_graphic);
            return if field { Verdict::Plain } else { Verdict::NoField };
        }
        let before = len.checked_sub(2).and_then(|index| self.line.get(index)).copied();
        match byte {
            b'\n' if self.line.iter().all(|byte| matches!(byte, b'\r' | b'\n')) => Verdict::Empty,
            // The old separator of mail files, which some programs send along.
            b' ' if self.block.is_empty() && self.line == b"From " => Verdict::Plain,
            b' ' | b'\t' if len == 1 => Verdict::Plain,
            b':' if len > 1 => Verdict::Plain,
            b'\r' if len == 1 => Verdict::Wait,
            b' ' | b'\t' if len <= MAX_FIELD_NAME && before != Some(b'\r') => Verdict::Wait,
            b'!'..=b'~'
                if len <= MAX_FIELD_NAME && !matches!(before, Some(b' ' | b'\t' | b'\r')) && byte != b':' =>
            {
                Verdict::Wait
            }
            _ => Verdict::NoField,
        }
    }

    /// The boundary that the gathered line is; the innermost level counts first.
    pub(super) fn boundary(&self) -> Option<Verdict> {
        let line = self.line.trim_ascii_end().strip_prefix(b"--")?;
        self.levels.iter().enumerate().rev().find_map(|(level, open)| {
            let boundary = open.boundary.as_deref()?;
            match line.strip_prefix(boundary)? {
                b"" => Some(Verdict::Boundary { level, last: false }),
                b"--" => Some(Verdict::Boundary { level, last: true }),
                _ => None,
            }
        })
    }
}
