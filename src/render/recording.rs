//! A conversation as a terminal session that can be played: asciicast, version 2.

use serde_json::json;

use crate::annotate::seconds;
use crate::dialogue::{Side, Time, wire_text};

/// Columns and rows of the terminal: what most have.
const SIZE: (u32, u32) = (100, 30);

/// The first line of a recording that began at `start`.
pub fn recording_head(start: Time) -> String {
    let seconds = start.nanos().div_euclid(1_000_000_000);
    json!({ "version": 2, "width": SIZE.0, "height": SIZE.1, "timestamp": seconds }).to_string()
}

/// Something that appeared `nanos` after the start; what the client typed is cyan.
pub fn recording_event(nanos: i64, side: Side, text: &str) -> String {
    let text = match side {
        Side::Client => format!("\u{1b}[36m{text}\u{1b}[0m"),
        Side::Server => text.to_owned(),
    };
    let text = serde_json::Value::String(text);
    format!("[{}, \"o\", {text}]", seconds(nanos, 6))
}

/// Takes the bytes of a side as they come, key by key: those of a character that is not whole yet wait in `rest`.
pub fn recorded_next(rest: &mut Vec<u8>, bytes: &[u8]) -> String {
    rest.extend_from_slice(bytes);
    let whole = match std::str::from_utf8(rest) {
        // Only what may still become a character waits; what is none is shown as it is.
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        _ => rest.len(),
    };
    let behind = rest.split_off(whole);
    recorded(&std::mem::replace(rest, behind))
}

/// Bytes as a terminal shows them: line ends begin a line, a backspace takes a character back, and every other control is
/// written out, so that no capture can command the terminal on which it is played.
pub fn recorded(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut plain = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let shown = match byte {
            b'\n' => "\r\n",
            b'\r' => "",
            0x08 | 0x7f => "\u{8} \u{8}",
            _ => continue,
        };
        text.push_str(&wire_text(bytes.get(plain..at).unwrap_or_default()));
        text.push_str(shown);
        plain = at + 1;
    }
    text.push_str(&wire_text(bytes.get(plain..).unwrap_or_default()));
    text
}

#[cfg(test)]
mod tests {
    use super::{recorded, recorded_next, recording_event, recording_head};
    use crate::dialogue::{Side, Time};

    #[test]
    fn controls_of_the_wire_never_reach_the_terminal() {
        assert_eq!(recorded(b"heko\x08\x08lo\r\n"), "heko\u{8} \u{8}\u{8} \u{8}lo\r\n");
        assert_eq!(recorded(b"\x1b[2J\x07a"), "<0x1b>[2J<0x07>a");
        assert_eq!(recorded("张三\n".as_bytes()), "张三\r\n");
        assert_eq!(recorded(b""), "");
    }

    #[test]
    fn a_character_whose_bytes_come_one_by_one_is_shown_once_it_is_whole() {
        let mut rest = Vec::new();
        let shown: Vec<String> =
            "a张".bytes().chain([0xff, b'b']).map(|byte| recorded_next(&mut rest, &[byte])).collect();
        assert_eq!(shown, ["a", "", "", "张", "<0xff>", "b"]);
        assert!(rest.is_empty());
    }

    #[test]
    fn lines_are_those_of_asciicast() {
        assert!(recording_head(Time::default()).contains("\"version\":2"));
        let event: serde_json::Value =
            serde_json::from_str(&recording_event(1_500_000_000, Side::Server, "a\"b")).unwrap();
        assert_eq!(event, serde_json::json!([1.5, "o", "a\"b"]));
    }
}
