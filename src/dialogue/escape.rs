//! Text of the wire that can be shown: lossless, and harmless to a terminal.

use std::borrow::Cow;

/// Whether all bytes are printable ASCII: most texts are, and need no closer look.
pub fn is_printable_ascii(bytes: &[u8]) -> bool {
    every_byte(bytes, |byte| matches!(byte, b' '..=b'~'))
}

/// Whether every byte is one of those; they are looked at in blocks, which the processor does at once.
#[inline]
pub fn every_byte(bytes: &[u8], is: impl Fn(u8) -> bool) -> bool {
    let all = |block: &[u8]| block.iter().fold(0, |odd, byte| odd | u8::from(!is(*byte))) == 0;
    if !bytes.as_chunks::<32>().0.iter().all(|block| all(block)) {
        return false;
    }
    // The last blocks may begin in the ones before them; what is no block is filled up with a byte of its own.
    match (bytes.last_chunk::<32>(), bytes.first_chunk::<16>(), bytes.last_chunk::<16>(), bytes.first()) {
        (Some(last), ..) => all(last),
        (_, Some(first), Some(last), _) => all(first) && all(last),
        (.., None) => true,
        (.., Some(first)) => {
            let mut block = [*first; 16];
            block.iter_mut().zip(bytes).for_each(|(place, byte)| *place = *byte);
            all(&block)
        }
    }
}

/// Bytes as text: what is not UTF-8 becomes U+FFFD. Nearly all bytes are, and that is seen faster than found chunk by
/// chunk.
pub fn as_text(bytes: &[u8]) -> Cow<'_, str> {
    std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}

/// Bytes of a line as text. What is printable UTF-8 stays; everything else becomes `<0x08>`, byte by byte: control
/// characters, bytes that are not UTF-8, C1 and bidirectional controls, and characters no one can see. A `<0x..>`
/// that stood in the bytes themselves has its `<` written `<0x3c>`, so that [`decode_wire_text`] gives the bytes back.
pub fn wire_text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    write_wire_text(&mut text, bytes);
    text
}

/// The same, behind a text.
pub fn write_wire_text(text: &mut String, bytes: &[u8]) {
    if every_byte(bytes, |byte| matches!(byte, b' '..=b'~') && byte != b'<')
        && let Ok(plain) = std::str::from_utf8(bytes)
    {
        text.push_str(plain);
        return;
    }
    let mut rest = bytes;
    for chunk in bytes.utf8_chunks() {
        for character in chunk.valid().chars() {
            let len = character.len_utf8();
            if character == '<' && looks_escaped(rest) || !is_shown(character) {
                for byte in rest.iter().take(len) {
                    escape(text, *byte);
                }
            } else {
                text.push(character);
            }
            rest = rest.get(len..).unwrap_or_default();
        }
        for byte in chunk.invalid() {
            escape(text, *byte);
        }
        rest = rest.get(chunk.invalid().len()..).unwrap_or_default();
    }
}

/// The bytes that [`wire_text`] was given.
pub fn decode_wire_text(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        if let Some(value) = escaped_value(rest) {
            bytes.push(value);
            rest = rest.get(6..).unwrap_or_default();
        } else {
            bytes.push(byte);
            rest = tail;
        }
    }
    bytes
}

fn escape(text: &mut String, byte: u8) {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    text.push_str("<0x");
    for digit in [byte >> 4, byte & 15] {
        text.push(DIGITS.get(usize::from(digit)).copied().unwrap_or('0'));
    }
    text.push('>');
}

/// The byte that `<0x08>` at the start of `bytes` stands for.
fn escaped_value(bytes: &[u8]) -> Option<u8> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    match bytes {
        [b'<', b'0', b'x', high, low, b'>', ..] => Some(digit(*high)? << 4 | digit(*low)?),
        _ => None,
    }
}

fn looks_escaped(bytes: &[u8]) -> bool {
    escaped_value(bytes).is_some()
}

/// Whether a character can be printed as it is: no controls, no line or paragraph separators, nothing that turns the
/// direction of text, and nothing invisible but the signs that choose between text and picture (U+FE0E, U+FE0F), without
/// which pictures in subjects fall apart. The invisible ones are Unicode's Default_Ignorable_Code_Point.
pub fn is_shown(character: char) -> bool {
    matches!(character, ' '..='~')
        || !matches!(character,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}'
        | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0d}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// A text that may have been through [`wire_text`] already: what cannot be printed as it is becomes `<0x08>`, and nothing
/// else changes. The last guard in front of a terminal.
pub fn harmless(text: &str) -> Cow<'_, str> {
    if is_printable_ascii(text.as_bytes()) || text.chars().all(is_shown) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if is_shown(character) {
            out.push(character);
        } else {
            for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                escape(&mut out, byte);
            }
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::{decode_wire_text, harmless, wire_text};
    use proptest::prelude::*;

    #[test]
    fn a_byte_that_is_not_printable_is_seen_wherever_it_stands() {
        for (len, byte) in (1..=70).flat_map(|len| [0, 0x1f, 0x7f, 0x80, 0xff].map(|byte| (len, byte))) {
            for at in 0..len {
                let mut text = vec![b'~'; len];
                assert!(super::is_printable_ascii(&text));
                text[at] = byte;
                assert!(!super::is_printable_ascii(&text), "{byte} at {at} of {len}");
            }
        }
        assert!(super::is_printable_ascii(b""));
        assert!(super::is_printable_ascii(&[b' '; 33]));
    }

    #[test]
    fn printable_text_stays_and_the_rest_is_named() {
        assert_eq!(wire_text("HELO 张三 <a@b>".as_bytes()), "HELO 张三 <a@b>");
        assert_eq!(wire_text(b"he\x08lo\xff\xfd\x03"), "he<0x08>lo<0xff><0xfd><0x03>");
        assert_eq!(wire_text(b"<0x08>"), "<0x3c>0x08>");
        assert_eq!(wire_text("a\u{202e}b\u{85}".as_bytes()), "a<0xe2><0x80><0xae>b<0xc2><0x85>");
    }

    #[test]
    fn what_went_through_once_is_not_changed_again() {
        assert_eq!(harmless("a<0x08>\u{1b}[2J\u{202e}"), "a<0x08><0x1b>[2J<0xe2><0x80><0xae>");
        assert_eq!(harmless("张三 <a@b> ❤\u{fe0f}"), "张三 <a@b> ❤\u{fe0f}");
    }

    proptest! {
        #[test]
        fn any_bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            prop_assert_eq!(decode_wire_text(&wire_text(&bytes)), bytes);
        }

        #[test]
        fn text_full_of_escapes_comes_back(text in "(<0x[0-9a-f]{2}>|<|0x|[0-9]|\u{8}|张){0,12}") {
            prop_assert_eq!(decode_wire_text(&wire_text(text.as_bytes())), text.as_bytes());
        }
    }
}
