//! Text of header fields: encoded words (RFC 2047), folding, and bytes whose charset nobody declared.
//!
//! The words are decoded here and not by a library, because programs cut a text into words without regard to its
//! characters: RFC 2047 (section 5) forbids a character that is split over two words, Chinese mail has it every day, and
//! only joining the bytes of neighbouring words before decoding them gives the right text.

use std::borrow::Cow;

use super::{charset, transfer};
use crate::dialogue::wire_text;

/// Bytes of an encoded word that are looked at. RFC 2047 (section 2) allows 75 characters, programs write whole lines;
/// without a bound, a header of beginnings of words would be searched for an end again and again.
const MAX_WORD: usize = 4096;

/// What was found out while texts were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    /// Encoded words were decoded.
    pub(super) words: bool,
    /// UTF-8 stood there as it is.
    pub(super) raw_utf8: bool,
    /// Bytes stood there in a charset that had to be guessed: the first guess.
    pub(super) guessed: Option<&'static str>,
}

/// An encoded word, `=?charset?encoding?text?=`.
struct Word<'a> {
    charset: &'a [u8],
    bytes: Vec<u8>,
}

/// The text of an unstructured value: unfolded, decoded, trimmed, and with everything that a terminal must not get
/// written as `<0x..>`.
pub(super) fn text(raw: &[u8], seen: &mut Seen) -> String {
    wire_text(decoded(&unfold(raw), seen).trim_ascii())
}

/// A value without its line ends (RFC 5322, section 2.2.3); a tab that continued a line counts as a space.
pub(super) fn unfold(raw: &[u8]) -> Cow<'_, [u8]> {
    let raw = raw.trim_ascii();
    if memchr::memchr3(b'\r', b'\n', b'\t', raw).is_none() {
        return Cow::Borrowed(raw);
    }
    let mut value = Vec::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = memchr::memchr3(b'\r', b'\n', b'\t', rest) {
        let (part, behind) = rest.split_at_checked(at).unwrap_or((rest, &[]));
        value.extend_from_slice(part);
        value.extend(behind.first().filter(|&&byte| byte == b'\t').map(|_| b' '));
        rest = behind.get(1..).unwrap_or_default();
    }
    value.extend_from_slice(rest);
    Cow::Owned(value)
}

/// The text with its words decoded: UTF-8, but for bytes that fit no charset.
pub(super) fn decoded(value: &[u8], seen: &mut Seen) -> Vec<u8> {
    let mut out = Vec::with_capacity(value.len());
    let mut plain = 0;
    let mut at = 0;
    // Words that wait to be joined with the next one of the same charset.
    let mut run: Option<Word<'_>> = None;
    while let Some(found) = value.get(at..).and_then(|rest| memchr::memmem::find(rest, b"=?")) {
        let start = at + found;
        let Some((word, len)) = value.get(start..).and_then(parse) else {
            at = start + 2;
            continue;
        };
        let between = value.get(plain..start).unwrap_or_default();
        // Blanks between two encoded words are there for folding only (RFC 2047, section 6.2).
        let adjacent = run.is_some() && between.iter().all(u8::is_ascii_whitespace);
        run = match run.take() {
            Some(mut before) if adjacent && before.charset.eq_ignore_ascii_case(word.charset) => {
                before.bytes.extend_from_slice(&word.bytes);
                Some(before)
            }
            before => {
                flush(before, &mut out, seen);
                if !adjacent {
                    raw(between, &mut out, seen);
                }
                Some(word)
            }
        };
        at = start + len;
        plain = at;
    }
    flush(run, &mut out, seen);
    raw(value.get(plain..).unwrap_or_default(), &mut out, seen);
    out
}

fn flush(word: Option<Word<'_>>, out: &mut Vec<u8>, seen: &mut Seen) {
    let Some(word) = word else { return };
    seen.words = true;
    match charset::decode(word.charset, &word.bytes) {
        Some(text) => out.extend_from_slice(text.as_bytes()),
        // A charset like `unknown-8bit` (RFC 1428) declares nothing.
        None => raw(&word.bytes, out, seen),
    }
}

/// Bytes that stand in a header as they are.
pub(super) fn raw(bytes: &[u8], out: &mut Vec<u8>, seen: &mut Seen) {
    if bytes.is_ascii() {
        out.extend_from_slice(bytes);
        return;
    }
    match charset::guess(bytes) {
        Some(("UTF-8", text)) => {
            seen.raw_utf8 = true;
            out.extend_from_slice(text.as_bytes());
        }
        Some((charset, text)) => {
            seen.guessed.get_or_insert(charset);
            out.extend_from_slice(text.as_bytes());
        }
        None => out.extend_from_slice(bytes),
    }
}

/// The encoded word at the beginning of `bytes`, and its length.
fn parse(bytes: &[u8]) -> Option<(Word<'_>, usize)> {
    let rest = bytes.strip_prefix(b"=?")?;
    let charset_end = memchr::memchr(b'?', rest)?;
    let charset = rest.get(..charset_end)?;
    if charset.is_empty() || !charset.iter().all(u8::is_ascii_graphic) {
        return None;
    }
    // `charset*language` (RFC 2231, section 5).
    let charset = charset.split(|&byte| byte == b'*').next()?;
    let (&[encoding, b'?'], data) = rest.get(charset_end + 1..)?.split_first_chunk::<2>()? else {
        return None;
    };
    let data = data.get(..MAX_WORD).unwrap_or(data);
    let end = memchr::memmem::find(data, b"?=")?;
    let coded = data.get(..end)?;
    let bytes = match encoding {
        b'B' | b'b' => transfer::base64(coded),
        b'Q' | b'q' => {
            // In a word, `_` is a space (RFC 2047, section 4.2).
            let spaced: Vec<u8> = coded.iter().map(|&byte| if byte == b'_' { b' ' } else { byte }).collect();
            transfer::percent(&spaced, b'=')
        }
        _ => return None,
    };
    Some((Word { charset, bytes }, 2 + charset_end + 1 + 2 + end + 2))
}

#[cfg(test)]
mod tests {
    use super::{Seen, text};

    fn read(raw: &[u8]) -> (String, Seen) {
        let mut seen = Seen::default();
        (text(raw, &mut seen), seen)
    }

    #[test]
    fn words_of_every_charset_are_decoded() {
        for (raw, expected) in [
            (&b" =?utf-8?b?5a6e6aqM?=\r\n"[..], "实验"),
            (b" =?GB2312?Q?=CA=B5=D1=E9_4?=", "实验 4"),
            (b" =?gbk?b?udjT2rzGy+O7+s34wue/zrPMyei8xrXEzajWqulGh9Y=?=", "关于计算机网络课程设计的通知镕囍"),
            (b"=?big5?B?uerF5w==?=", "實驗"),
            (b"=?iso-2022-jp?b?GyRCRnxLXDhsGyhC?=", "日本語"),
            (b"=?iso-8859-1*en?q?caf=E9?= au lait", "café au lait"),
            (b"a =?utf-8?q?b?= c", "a b c"),
            (b"=?utf-8?q?a?= =?utf-8?q?_b?=\r\n\t=?gbk?q?c?=", "a bc"),
        ] {
            assert_eq!(read(raw).0, expected);
            assert!(read(raw).1.words);
        }
    }

    #[test]
    fn a_character_split_over_two_words_is_one_character() {
        let (text, _) = read(b"=?gb18030?b?yfrGp9fWgTnuOf6f?=\r\n =?gb18030?b?lTKCNtTatdq2/rbO?=\r\n");
        assert_eq!(text, "生僻字㐀䶮𠀀在第二段");
        let (text, _) = read(b"=?utf-8?b?5byg5A==?= =?UTF-8?b?uIk=?=");
        assert_eq!(text, "张三");
    }

    #[test]
    fn what_is_no_word_stays_as_it_is() {
        for raw in ["=?utf-8?x?abc?=", "=?utf-8?q?abc", "=??q?a?=", "1 =? 2 ?= 3", "=?a b?q?c?="] {
            assert_eq!(read(raw.as_bytes()).0, raw);
        }
        assert_eq!(read(b"").0, "");
        assert_eq!(read(b" \r\n").0, "");
    }

    #[test]
    fn undeclared_bytes_are_guessed_and_said_to_be() {
        let (text, seen) = read(b"\xc3\xbb\xd3\xd0\xc9\xf9\xc3\xf7");
        assert_eq!((text.as_str(), seen.guessed), ("没有声明", Some("GBK")));
        let (text, seen) = read("手工".as_bytes());
        assert_eq!((text.as_str(), seen.raw_utf8, seen.guessed), ("手工", true, None));
        assert_eq!(read(b"\xff\xff x").0, "<0xff><0xff> x");
        assert_eq!(read(b"=?utf-8?b?4oCu?=").0, "<0xe2><0x80><0xae>");
    }
}
