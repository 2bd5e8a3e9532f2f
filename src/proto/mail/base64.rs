//! Base64 undone as it passes (RFC 2045, section 6.8): line breaks may stand anywhere, and characters outside the alphabet
//! are passed over.
//!
//! Nearly every line is digits and nothing else, so those of many lines are put in a row and decoded together. What is
//! more than digits is read character by character.

use std::sync::LazyLock;

use ::base64::Engine;
#[cfg(not(any(target_arch = "x86_64", all(target_arch = "aarch64", target_feature = "neon"))))]
use ::base64::engine::GeneralPurpose;
#[cfg(any(target_arch = "x86_64", all(target_arch = "aarch64", target_feature = "neon")))]
use ::base64::engine::Simd;
use ::base64::engine::{DecodePaddingMode, GeneralPurposeConfig};

/// Undoes it. The bytes may come in pieces of any size.
///
/// What follows the padding is not looked at: mailing lists append a footer in plain text there.
#[derive(Debug, Default)]
pub(super) struct Base64 {
    quantum: u32,
    digits: u8,
    padded: bool,
    bad: bool,
    /// Made when there is enough for one.
    row: Option<Box<Row>>,
}

/// Digits in a row: more than a segment of the usual size brings, and whole quanta.
const ROW: usize = 2048;
/// Below this, a row is not worth its memory. Encoded words of a header are shorter.
const WORTH_A_ROW: usize = 128;

#[derive(Debug)]
struct Row {
    digits: [u8; ROW],
    /// What they say.
    bytes: [u8; ROW / 4 * 3],
    /// Digits of the last line.
    width: usize,
}

impl Default for Row {
    fn default() -> Self {
        Row { digits: [0; ROW], bytes: [0; ROW / 4 * 3], width: 0 }
    }
}

/// Decodes whole quanta, and refuses what has anything but digits in it: padding too, behind which nothing counts.
#[cfg(any(target_arch = "x86_64", all(target_arch = "aarch64", target_feature = "neon")))]
static QUANTA: LazyLock<Simd> = LazyLock::new(|| Simd::standard(only_digits()));
/// The same where the library has no instructions of the processor for it.
#[cfg(not(any(target_arch = "x86_64", all(target_arch = "aarch64", target_feature = "neon"))))]
static QUANTA: LazyLock<GeneralPurpose> =
    LazyLock::new(|| GeneralPurpose::new(&::base64::alphabet::STANDARD, only_digits()));

fn only_digits() -> GeneralPurposeConfig {
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::RequireNone)
}

impl Base64 {
    /// Gives what the bytes say to `give`.
    pub(super) fn feed(&mut self, bytes: &[u8], give: &mut impl FnMut(&[u8])) {
        let mut rest = bytes;
        while !rest.is_empty() && !self.padded {
            if self.digits == 0 && rest.len() >= WORTH_A_ROW {
                let mut row = self.row.take().unwrap_or_default();
                let len = row.gather(&mut rest);
                self.row(&mut row, len, give);
                self.row = Some(row);
            } else if let Some((&byte, behind)) = rest.split_first() {
                self.character(byte, give);
                rest = behind;
            }
        }
    }

    /// So many digits in a row, at the beginning of a quantum.
    fn row(&mut self, row: &mut Row, len: usize, give: &mut impl FnMut(&[u8])) {
        let (whole, rest) = row.digits.split_at(len / 4 * 4);
        let mut rest = rest.get(..len % 4).unwrap_or_default();
        match QUANTA.decode_slice(whole, &mut row.bytes) {
            Ok(len) => give(row.bytes.get(..len).unwrap_or_default()),
            Err(_) => rest = row.digits.get(..len).unwrap_or_default(),
        }
        for &byte in rest {
            self.character(byte, give);
        }
    }

    fn character(&mut self, byte: u8, give: &mut impl FnMut(&[u8])) {
        let value = match byte {
            _ if self.padded => return,
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'\r' | b'\n' | b' ' | b'\t' => return,
            // Padding completes a quantum of two or three digits; anywhere else it says nothing.
            b'=' if self.digits >= 2 => {
                self.padded = true;
                return;
            }
            _ => {
                self.bad = true;
                return;
            }
        };
        self.quantum = self.quantum << 6 | u32::from(value);
        self.digits += 1;
        if self.digits == 4 {
            let [_, bytes @ ..] = self.quantum.to_be_bytes();
            give(&bytes);
            (self.quantum, self.digits) = (0, 0);
        }
    }

    /// Ends the content. Returns whether all of it was as the encoding demands.
    pub(super) fn finish(&mut self, give: &mut impl FnMut(&[u8])) -> bool {
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

impl Row {
    /// Fills the row with lines, without their ends, as far as it goes, and takes them from `bytes`. Returns its length.
    fn gather(&mut self, bytes: &mut &[u8]) -> usize {
        let mut len = 0;
        while let Some(room) = self.digits.get_mut(len..).filter(|room| !room.is_empty()) {
            let (line, behind) = line(bytes, self.width);
            let taken = line.len().min(room.len());
            let (taken, left) = line.split_at_checked(taken).unwrap_or((line, &[]));
            if let Some(place) = room.get_mut(..taken.len()) {
                place.copy_from_slice(taken);
            }
            len += taken.len();
            if !left.is_empty() {
                *bytes = bytes.get(taken.len()..).unwrap_or_default();
                break;
            }
            self.width = line.len();
            *bytes = behind;
            if behind.is_empty() {
                break;
            }
        }
        len
    }
}

/// A line without its end, and what comes behind. It is as long as the one before where a line end stands there: an end
/// inside of it is no digit, and whoever decodes it will see.
fn line(bytes: &[u8], width: usize) -> (&[u8], &[u8]) {
    if let Some((line, [b'\r', b'\n', behind @ ..])) = bytes.split_at_checked(width) {
        return (line, behind);
    }
    let (line, behind) = match memchr::memchr(b'\n', bytes) {
        Some(end) => (bytes.get(..end).unwrap_or_default(), bytes.get(end + 1..).unwrap_or_default()),
        None => (bytes, &[][..]),
    };
    (line.strip_suffix(b"\r").unwrap_or(line), behind)
}

#[cfg(test)]
mod tests {
    use super::{Base64, ROW};
    use proptest::prelude::*;

    /// Content and whether it was good, from bytes cut at these places.
    fn cut(bytes: &[u8], cuts: &[usize]) -> (Vec<u8>, bool) {
        let mut cuts: Vec<usize> = cuts.iter().map(|&at| at.min(bytes.len())).collect();
        cuts.extend([0, bytes.len()]);
        cuts.sort_unstable();
        let (mut base64, mut decoded) = (Base64::default(), Vec::new());
        let mut give = |bytes: &[u8]| decoded.extend_from_slice(bytes);
        for pair in cuts.windows(2) {
            base64.feed(&bytes[pair[0]..pair[1]], &mut give);
        }
        let good = base64.finish(&mut give);
        (decoded, good)
    }

    /// The same, character by character.
    fn slowly(bytes: &[u8]) -> (Vec<u8>, bool) {
        let (mut base64, mut decoded) = (Base64::default(), Vec::new());
        let mut give = |bytes: &[u8]| decoded.extend_from_slice(bytes);
        bytes.iter().for_each(|&byte| base64.character(byte, &mut give));
        let good = base64.finish(&mut give);
        (decoded, good)
    }

    /// Text of Base64 in lines, with things in it that are no digits, or none.
    fn text() -> impl Strategy<Value = Vec<u8>> {
        let width = prop_oneof![Just(76), Just(64), 1usize..200, Just(3 * ROW)];
        let end = prop_oneof![Just("\r\n"), Just("\n"), Just(" \r\n"), Just("\r\r\n")];
        let strange = prop::sample::select(vec!["=", "!", "\r\n", "\n", "-", "\u{ff}"]);
        let stranges = prop::collection::vec((any::<prop::sample::Index>(), strange), 0..3);
        let digits = "[A-Za-z0-9+/]{0,3000}={0,2}";
        (digits, width, end, stranges).prop_map(|(digits, width, end, stranges)| {
            let lines: Vec<&[u8]> = digits.as_bytes().chunks(width).collect();
            let mut text = lines.join(end.as_bytes());
            for (at, strange) in stranges {
                let at = at.index(text.len() + 1);
                text.splice(at..at, strange.bytes());
            }
            text
        })
    }

    #[test]
    fn odd_line_breaks_are_taken_and_what_is_wrong_is_named() {
        assert_eq!(cut(b"5b\r\ny\n g 5L\r\niJ\r\n", &[3]), ("张三".as_bytes().to_vec(), true));
        assert_eq!(cut(b"YQ==\r\n-- \r\nfooter", &[5]), (b"a".to_vec(), true));
        assert_eq!(cut(b"Y!WI=", &[2]), (b"ab".to_vec(), false));
        assert_eq!(cut(b"YWJ", &[1]), (b"ab".to_vec(), false));
        assert_eq!(cut(b"YWJjY", &[1]), (b"abc".to_vec(), false));
    }

    #[test]
    fn a_footer_behind_the_padding_is_not_content_wherever_the_row_ends() {
        for lines in [2, 26, 27, 28, 200] {
            let mut text = format!("{}\r\n", "QUJD".repeat(19)).repeat(lines);
            text.push_str("YQ==\r\n");
            text.push_str(&"Zm9vdGVy".repeat(100));
            let mut content = b"ABC".repeat(19 * lines);
            content.push(b'a');
            assert_eq!(cut(text.as_bytes(), &[]), (content, true), "{lines}");
        }
    }

    proptest! {
        #[test]
        fn lines_decoded_together_say_what_their_characters_say(text in text(), cuts in prop::collection::vec(0usize..7000, 0..6)) {
            prop_assert_eq!(cut(&text, &cuts), slowly(&text));
        }

        #[test]
        fn any_bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..6000)) {
            use ::base64::Engine;
            let text = ::base64::engine::general_purpose::STANDARD.encode(&bytes);
            prop_assert_eq!(cut(text.as_bytes(), &[]), (bytes, true));
        }
    }
}
