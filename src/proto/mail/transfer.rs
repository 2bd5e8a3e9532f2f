//! Content-Transfer-Encodings undone as the bytes pass (RFC 2045, section 6): nothing is kept but an unfinished quantum.

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

/// Base64 (RFC 2045, section 6.8): line breaks may stand anywhere, and characters outside the alphabet are passed over.
///
/// What follows the padding is not looked at: mailing lists append a footer in plain text there.
#[derive(Debug, Default)]
pub(super) struct Base64 {
    quantum: u32,
    digits: u8,
    padded: bool,
    bad: bool,
}

/// Values of the alphabet; other bytes are `SKIP` (line breaks and blanks), `PAD` or `BAD`.
static DIGITS: [u8; 256] = digits();
const SKIP: u8 = 0x80;
const PAD: u8 = 0x81;
const BAD: u8 = 0x82;

const fn digits() -> [u8; 256] {
    let mut table = [BAD; 256];
    let mut byte = 0u8;
    loop {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'\r' | b'\n' | b' ' | b'\t' => SKIP,
            b'=' => PAD,
            _ => BAD,
        };
        // A table of 256 entries has every u8 as an index; `get_mut` cannot be called in a constant.
        #[allow(clippy::indexing_slicing)]
        {
            table[byte as usize] = value;
        }
        if byte == u8::MAX {
            return table;
        }
        byte += 1;
    }
}

/// What a digit says at each of the four places of a quantum; what is no digit sets [`NO_DIGIT`]. Four look-ups and three
/// ORs are a quantum and its check.
static PLACES: [[u32; 256]; 4] = [places(18), places(12), places(6), places(0)];
const NO_DIGIT: u32 = 1 << 31;

const fn places(shift: u32) -> [u32; 256] {
    let mut table = [NO_DIGIT; 256];
    let mut byte = 0;
    while byte < 256 {
        // Both indices are below 256; `get_mut` cannot be called in a constant.
        #[allow(clippy::indexing_slicing)]
        {
            let value = DIGITS[byte];
            if value < 64 {
                table[byte] = (value as u32) << shift;
            }
        }
        byte += 1;
    }
    table
}

fn digit(byte: u8) -> u8 {
    DIGITS.get(usize::from(byte)).copied().unwrap_or(BAD)
}

/// Decoded bytes gathered on the stack before they are given on: a hash wants more than three at a time.
const BATCH: usize = 1024;

struct Batch<'a, F: FnMut(&[u8])> {
    bytes: [u8; BATCH],
    len: usize,
    give: &'a mut F,
}

impl<F: FnMut(&[u8])> Batch<'_, F> {
    /// The first `N` of the bytes; a whole word is written, whatever is counted.
    fn push<const N: usize>(&mut self, word: [u8; 8]) {
        if self.len + word.len() > BATCH {
            self.flush();
        }
        if let Some(room) = self.bytes.get_mut(self.len..self.len + word.len()) {
            room.copy_from_slice(&word);
            self.len += N;
        }
    }

    fn flush(&mut self) {
        (self.give)(self.bytes.get(..self.len).unwrap_or_default());
        self.len = 0;
    }
}

impl Base64 {
    fn feed(&mut self, bytes: &[u8], give: &mut impl FnMut(&[u8])) {
        if self.padded {
            return;
        }
        let mut batch = Batch { bytes: [0; BATCH], len: 0, give };
        let mut rest = bytes;
        loop {
            if self.digits == 0 {
                rest = whole_quanta(rest, &mut batch);
            }
            let Some((&byte, behind)) = rest.split_first() else { break };
            rest = behind;
            match digit(byte) {
                SKIP => {}
                BAD => self.bad = true,
                // Padding completes a quantum of two or three digits; anywhere else it says nothing.
                PAD if self.digits >= 2 => {
                    self.padded = true;
                    break;
                }
                PAD => self.bad = true,
                value => {
                    self.quantum = self.quantum << 6 | u32::from(value);
                    self.digits += 1;
                    if self.digits == 4 {
                        batch.push::<3>((u64::from(self.quantum) << 40).to_be_bytes());
                        (self.quantum, self.digits) = (0, 0);
                    }
                }
            }
        }
        batch.flush();
    }

    fn finish(&mut self, give: &mut impl FnMut(&[u8])) -> bool {
        match self.digits {
            2 => give(&[(self.quantum >> 4) as u8]),
            3 => {
                let [_, _, a, b] = (self.quantum >> 2).to_be_bytes();
                give(&[a, b]);
            }
            _ => {}
        }
        let whole = self.digits == 0 || self.padded;
        self.digits = 0;
        whole && !self.bad
    }
}

/// The common case: digits in a row, most of a line at a time. Returns what comes behind the last whole quantum.
fn whole_quanta<'a, F: FnMut(&[u8])>(bytes: &'a [u8], batch: &mut Batch<'_, F>) -> &'a [u8] {
    let mut rest = bytes;
    while let Some((&eight, behind)) = rest.split_first_chunk::<8>() {
        let [a, b, c, d, e, f, g, h] = eight;
        let (first, second) = (quantum([a, b, c, d]), quantum([e, f, g, h]));
        if (first | second) & NO_DIGIT != 0 {
            break;
        }
        // Six bytes in the upper part of a word, written at once with two zeros that the next ones replace.
        batch.push::<6>((u64::from(first) << 40 | u64::from(second) << 16).to_be_bytes());
        rest = behind;
    }
    while let Some((&four, behind)) = rest.split_first_chunk::<4>() {
        let quantum = quantum(four);
        if quantum & NO_DIGIT != 0 {
            break;
        }
        batch.push::<3>((u64::from(quantum) << 40).to_be_bytes());
        rest = behind;
    }
    rest
}

fn quantum([a, b, c, d]: [u8; 4]) -> u32 {
    let [first, second, third, fourth] = &PLACES;
    let at = |table: &[u32; 256], byte: u8| table.get(usize::from(byte)).copied().unwrap_or(NO_DIGIT);
    at(first, a) | at(second, b) | at(third, c) | at(fourth, d)
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
    use super::{Base64, Decoder, Quoted, decode};
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
    fn base64_takes_odd_line_breaks_and_names_what_is_wrong() {
        assert_eq!(in_pieces(base64, b"5b\r\ny\n g 5L\r\niJ\r\n", 3), ("张三".as_bytes().to_vec(), true));
        assert_eq!(in_pieces(base64, b"YQ==\r\n-- \r\nfooter", 5), (b"a".to_vec(), true));
        assert_eq!(in_pieces(base64, b"Y!WI=", 2), (b"ab".to_vec(), false));
        assert_eq!(in_pieces(base64, b"YWJ", 1), (b"ab".to_vec(), false));
        assert_eq!(in_pieces(base64, b"YWJjY", 1), (b"abc".to_vec(), false));
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

        #[test]
        fn base64_of_any_bytes_comes_back(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
            use ::base64::Engine;
            let text = ::base64::engine::general_purpose::STANDARD.encode(&bytes);
            prop_assert_eq!(decode(base64(), text.as_bytes()), bytes);
        }
    }
}
