//! Content-Transfer-Encodings undone as the bytes pass (RFC 2045, section 6): nothing is kept but an unfinished quantum.

use super::base64::Base64;
use super::uu::Uu;

/// Undoes a transfer encoding. The bytes may come in pieces of any size.
#[derive(Debug)]
pub(super) enum Decoder {
    /// 7bit, 8bit, binary, and what is not known: the bytes as they are.
    Identity,
    /// base64.
    Base64(Base64),
    /// quoted-printable.
    Quoted(Quoted),
    /// uuencode, under one of the names that it never got registered.
    Uu(Uu),
}

impl Decoder {
    /// The decoder for a Content-Transfer-Encoding in lower case.
    pub(super) fn of(encoding: Option<&str>) -> Decoder {
        match encoding {
            Some("base64") => Decoder::Base64(Base64::default()),
            Some("quoted-printable") => Decoder::Quoted(Quoted::default()),
            Some("x-uuencode" | "uuencode" | "x-uue" | "uue") => Decoder::Uu(Uu::default()),
            _ => Decoder::Identity,
        }
    }

    /// Gives what the bytes say to `give`.
    pub(super) fn feed(&mut self, bytes: &[u8], give: &mut impl FnMut(&[u8])) {
        match self {
            Decoder::Identity => give(bytes),
            Decoder::Base64(base64) => base64.feed(bytes, give),
            Decoder::Quoted(quoted) => quoted.feed(bytes, give),
            Decoder::Uu(uu) => uu.feed(bytes, give),
        }
    }

    /// Ends the content. Returns whether all of it was as the encoding demands.
    pub(super) fn finish(&mut self, give: &mut impl FnMut(&[u8])) -> bool {
        match self {
            Decoder::Identity => true,
            Decoder::Base64(base64) => base64.finish(give),
            Decoder::Quoted(quoted) => quoted.finish(give),
            Decoder::Uu(uu) => uu.finish(give),
        }
    }
}

/// Quoted-printable (RFC 2045, section 6.7).
///
/// Blanks at the end of a line stay, although rule 3 would take them away: SMTP adds none, and so the hash is the one
/// that the usual libraries give.
#[derive(Debug, Default)]
pub(super) struct Quoted {
    state: QuotedState,
    bad: bool,
}

#[derive(Debug, Default, Clone, Copy)]
enum QuotedState {
    #[default]
    Text,
    /// Behind `=`.
    Equals,
    /// Behind `=` and one hexadecimal digit.
    Hex(u8),
    /// Behind `=` and blanks: a soft line break, padded.
    Padding,
    /// Behind `=` and CR.
    Cr,
}

impl Quoted {
    fn feed(&mut self, bytes: &[u8], give: &mut impl FnMut(&[u8])) {
        let mut rest = bytes;
        while let Some((&byte, behind)) = rest.split_first() {
            match self.state {
                QuotedState::Text => {
                    let end = memchr::memchr(b'=', rest);
                    let (text, behind) =
                        rest.split_at_checked(end.unwrap_or(rest.len())).unwrap_or((rest, &[]));
                    if !text.is_empty() {
                        give(text);
                    }
                    if end.is_some() {
                        self.state = QuotedState::Equals;
                    }
                    rest = behind.get(1..).unwrap_or_default();
                    continue;
                }
                QuotedState::Equals => match byte {
                    b'\r' => self.state = QuotedState::Cr,
                    b'\n' => self.state = QuotedState::Text,
                    b' ' | b'\t' => self.state = QuotedState::Padding,
                    _ if byte.is_ascii_hexdigit() => self.state = QuotedState::Hex(byte),
                    _ => {
                        self.meaningless(b"=", give);
                        continue;
                    }
                },
                QuotedState::Hex(first) => match (hex(first), hex(byte)) {
                    (Some(high), Some(low)) => {
                        give(&[high << 4 | low]);
                        self.state = QuotedState::Text;
                    }
                    _ => {
                        self.meaningless(&[b'=', first], give);
                        continue;
                    }
                },
                QuotedState::Padding => match byte {
                    b' ' | b'\t' => {}
                    b'\r' => self.state = QuotedState::Cr,
                    b'\n' => self.state = QuotedState::Text,
                    _ => {
                        self.meaningless(b"= ", give);
                        continue;
                    }
                },
                QuotedState::Cr => {
                    self.state = QuotedState::Text;
                    if byte != b'\n' {
                        continue;
                    }
                }
            }
            rest = behind;
        }
    }

    /// An `=` that starts nothing stands for itself, as RFC 2045 suggests.
    fn meaningless(&mut self, bytes: &[u8], give: &mut impl FnMut(&[u8])) {
        give(bytes);
        self.bad = true;
        self.state = QuotedState::Text;
    }

    /// An `=` at the very end is a soft line break whose line end belongs to the boundary behind it.
    fn finish(&mut self, give: &mut impl FnMut(&[u8])) -> bool {
        if let QuotedState::Hex(first) = self.state {
            self.meaningless(&[b'=', first], give);
        }
        !self.bad
    }
}

fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

/// All of `bytes` decoded at once; for short values such as encoded words.
pub(super) fn base64(bytes: &[u8]) -> Vec<u8> {
    decode(Decoder::Base64(Base64::default()), bytes)
}

/// `%E5%BC%A0` (RFC 2231) or `=E5=BC=A0` (RFC 2047) decoded: `mark` and two hexadecimal digits are a byte.
pub(super) fn percent(bytes: &[u8], mark: u8) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&byte, behind)) = rest.split_first() {
        if byte == mark
            && let Some((&[high, low], further)) = behind.split_first_chunk::<2>()
            && let (Some(high), Some(low)) = (hex(high), hex(low))
        {
            decoded.push(high << 4 | low);
            rest = further;
        } else {
            decoded.push(byte);
            rest = behind;
        }
    }
    decoded
}

/// The same with any decoder.
pub(super) fn decode(mut decoder: Decoder, bytes: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut give = |bytes: &[u8]| decoded.extend_from_slice(bytes);
    decoder.feed(bytes, &mut give);
    decoder.finish(&mut give);
    decoded
}

#[cfg(test)]
mod tests {
    use super::{Base64, Decoder, Quoted};
    use proptest::prelude::*;

    fn in_pieces(make: fn() -> Decoder, bytes: &[u8], cut: usize) -> (Vec<u8>, bool) {
        let mut decoder = make();
        let mut decoded = Vec::new();
        let mut give = |bytes: &[u8]| decoded.extend_from_slice(bytes);
        decoder.feed(&bytes[..cut], &mut give);
        decoder.feed(&bytes[cut..], &mut give);
        let good = decoder.finish(&mut give);
        (decoded, good)
    }

    fn base64() -> Decoder {
        Decoder::Base64(Base64::default())
    }

    fn quoted() -> Decoder {
        Decoder::Quoted(Quoted::default())
    }

    #[test]
    fn quoted_printable_joins_soft_line_breaks() {
        assert_eq!(in_pieces(quoted, b"a=\r\nb=  \r\nc=\nd=3De\r\n", 2), (b"abcd=e\r\n".to_vec(), true));
        assert_eq!(in_pieces(quoted, b"1=2=zz=", 1), (b"1=2=zz".to_vec(), false));
    }

    proptest! {
        #[test]
        fn where_it_is_cut_does_not_matter(text in "[=A-F0-9a +/\r\n]{0,40}", at in 0usize..40) {
            let bytes = text.as_bytes();
            let at = at.min(bytes.len());
            for make in [base64 as fn() -> Decoder, quoted] {
                prop_assert_eq!(in_pieces(make, bytes, at), in_pieces(make, bytes, 0));
            }
        }
    }
}
