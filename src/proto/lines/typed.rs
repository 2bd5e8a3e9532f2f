//! What a person at a keyboard meant, and whether there was one.

use crate::dialogue::{Arg, Note};

use super::Line;

/// Telnet's "interpret as command" (RFC 854).
const IAC: u8 = 0xff;

/// The line with its corrections carried out: backspace and DEL take back a character, Ctrl-U the line, Ctrl-W a word;
/// telnet's option negotiation is left out. `None` when the line holds no such byte.
pub fn intended(bytes: &[u8]) -> Option<Vec<u8>> {
    let edits = |byte: &u8| matches!(byte, 0x08 | 0x7f | 0x15 | 0x17) || *byte == IAC;
    if !bytes.iter().any(edits)
        || (bytes.contains(&IAC) && telnet_options(bytes).is_empty() && !has_edits(bytes))
    {
        return None;
    }
    let mut line: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        match byte {
            IAC => rest = behind_command(tail, &mut line),
            0x08 | 0x7f => while line.pop().is_some_and(|byte| byte & 0xc0 == 0x80) {},
            0x15 => line.clear(),
            0x17 => {
                while line.last() == Some(&b' ') {
                    line.pop();
                }
                while line.last().is_some_and(|&byte| byte != b' ') {
                    line.pop();
                }
            }
            _ => line.push(byte),
        }
    }
    Some(line)
}

fn has_edits(bytes: &[u8]) -> bool {
    bytes.iter().any(|byte| matches!(byte, 0x08 | 0x7f | 0x15 | 0x17))
}

/// What stands behind a telnet command; an escaped 255 is a byte of the line.
fn behind_command<'a>(bytes: &'a [u8], line: &mut Vec<u8>) -> &'a [u8] {
    match bytes {
        [IAC, rest @ ..] => {
            line.push(IAC);
            rest
        }
        // WILL, WON'T, DO, DON'T have an option behind them.
        [0xfb..=0xfe, _, rest @ ..] => rest,
        // Subnegotiation, up to IAC SE.
        [0xfa, rest @ ..] => match memchr::memmem::find(rest, &[IAC, 0xf0]) {
            Some(end) => rest.get(end + 2..).unwrap_or_default(),
            None => &[],
        },
        [_, rest @ ..] => rest,
        [] => &[],
    }
}

/// The telnet options that a line negotiates, named (RFC 854, RFC 855): `DO ECHO`.
pub fn telnet_options(bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = bytes;
    while let Some(at) = memchr::memchr(IAC, rest) {
        rest = rest.get(at + 1..).unwrap_or_default();
        if let [verb @ 0xfb..=0xfe, option, behind @ ..] = rest {
            let verb = match verb {
                0xfb => "WILL",
                0xfc => "WON'T",
                0xfd => "DO",
                _ => "DON'T",
            };
            found.push(format!("{verb} {}", option_name(*option)));
            rest = behind;
        }
    }
    found
}

/// IANA's "Telnet Options", the ones that telnet clients send.
fn option_name(option: u8) -> String {
    let name = match option {
        0 => "BINARY",
        1 => "ECHO",
        3 => "SUPPRESS-GO-AHEAD",
        5 => "STATUS",
        24 => "TERMINAL-TYPE",
        31 => "NAWS",
        32 => "TERMINAL-SPEED",
        33 => "REMOTE-FLOW-CONTROL",
        34 => "LINEMODE",
        35 => "X-DISPLAY-LOCATION",
        36 => "ENVIRON",
        39 => "NEW-ENVIRON",
        _ => return option.to_string(),
    };
    name.to_owned()
}

/// How a client's lines came, over a whole conversation.
#[derive(Debug, Default)]
pub struct TypedBy {
    keys: u64,
    typed_lines: u64,
    whole_lines: u64,
    corrections: u64,
    pauses: Vec<i64>,
}

/// Pauses remembered for the median.
const MAX_PAUSES: usize = 4096;

impl TypedBy {
    /// Counts a line of the client.
    pub fn line(&mut self, line: &Line, bytes: &[u8]) {
        if line.is_typed() {
            self.typed_lines += 1;
            self.keys += line.segments;
            let room = MAX_PAUSES.saturating_sub(self.pauses.len());
            self.pauses.extend(line.pauses().take(room));
        } else if bytes.len() > 2 {
            self.whole_lines += 1;
        }
        self.corrections += bytes.iter().filter(|byte| matches!(byte, 0x08 | 0x7f)).count() as u64;
    }

    /// Counts the keys of a typed message.
    pub fn message(&mut self, keys: u64) {
        self.keys += keys;
    }

    /// Whether most lines were typed.
    pub fn by_hand(&self) -> bool {
        self.typed_lines > self.whole_lines
    }

    /// Whether lines came, and came whole.
    pub fn is_program(&self) -> bool {
        self.whole_lines > 0 && !self.by_hand()
    }

    /// The evidence in words, for the head of the conversation; `None` when too little was sent.
    pub fn note(&self) -> Option<Note> {
        if self.typed_lines + self.whole_lines == 0 {
            return None;
        }
        if !self.by_hand() {
            return Some(Note::new("typed-program"));
        }
        let mut pauses = self.pauses.clone();
        pauses.sort_unstable();
        let median = pauses.get(pauses.len() / 2).copied().unwrap_or(0);
        Some(
            Note::new("typed-by-hand")
                .with("keys", self.keys)
                .with("median", Arg::Seconds(median))
                .with("corrections", self.corrections),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{intended, telnet_options};

    #[test]
    fn corrections_are_carried_out() {
        assert_eq!(intended(b"help\x08o a"), Some(b"helo a".to_vec()));
        assert_eq!(intended(b"heko\x7f\x7flo"), Some(b"helo".to_vec()));
        assert_eq!(intended("张三\u{8}四".as_bytes()), Some("张四".as_bytes().to_vec()));
        assert_eq!(intended(b"wrong\x15helo"), Some(b"helo".to_vec()));
        assert_eq!(intended(b"\x08\x08x"), Some(b"x".to_vec()));
        assert_eq!(intended(b"helo a"), None);
    }

    #[test]
    fn telnet_negotiation_is_no_part_of_the_line_and_is_named() {
        let line = b"\xff\xfd\x03\xff\xfd\x01helo";
        assert_eq!(intended(line), Some(b"helo".to_vec()));
        assert_eq!(telnet_options(line), ["DO SUPPRESS-GO-AHEAD", "DO ECHO"]);
    }
}
