//! The key log that browsers, OpenSSL and GnuTLS write (RFC 9850, "The SSLKEYLOGFILE Format for TLS").
//!
//! ```text
//! line   = label SP client-random SP secret        ; the last two in hexadecimal
//! ```
//!
//! Older programs also write `RSA` with the first eight bytes of the encrypted pre-master secret, and
//! `RSA Session-ID:… Master-Key:…`; both are read.

use crate::dialogue::SecretLine;

/// Labels that are known.
const LABELS: &[&str] = &[
    CLIENT_RANDOM,
    PMS_CLIENT_RANDOM,
    RSA,
    CLIENT_EARLY,
    CLIENT_HANDSHAKE,
    SERVER_HANDSHAKE,
    CLIENT_TRAFFIC,
    SERVER_TRAFFIC,
    // Of no use here, and no mistake.
    "EARLY_EXPORTER_MASTER_SECRET",
    "EARLY_EXPORTER_SECRET",
    "EXPORTER_SECRET",
    // What OpenSSL writes at each Key Update: those secrets follow from the first one.
    "CLIENT_TRAFFIC_SECRET_N",
    "SERVER_TRAFFIC_SECRET_N",
    "ECH_SECRET",
    "ECH_CONFIG",
];
/// The master secret, up to TLS 1.2.
pub(super) const CLIENT_RANDOM: &str = "CLIENT_RANDOM";
/// The pre-master secret, up to TLS 1.2.
pub(super) const PMS_CLIENT_RANDOM: &str = "PMS_CLIENT_RANDOM";
/// The pre-master secret, by its encrypted form.
pub(super) const RSA: &str = "RSA";
/// The master secret, by the session id.
pub(super) const SESSION_ID: &str = "RSA Session-ID";
/// TLS 1.3: early data (RFC 8446 section 7.1).
pub(super) const CLIENT_EARLY: &str = "CLIENT_EARLY_TRAFFIC_SECRET";
/// TLS 1.3: the client's handshake messages.
pub(super) const CLIENT_HANDSHAKE: &str = "CLIENT_HANDSHAKE_TRAFFIC_SECRET";
/// TLS 1.3: the server's handshake messages.
pub(super) const SERVER_HANDSHAKE: &str = "SERVER_HANDSHAKE_TRAFFIC_SECRET";
/// TLS 1.3: the client's data.
pub(super) const CLIENT_TRAFFIC: &str = "CLIENT_TRAFFIC_SECRET_0";
/// TLS 1.3: the server's data.
pub(super) const SERVER_TRAFFIC: &str = "SERVER_TRAFFIC_SECRET_0";

/// A line that is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Its number, the first is 1.
    pub number: usize,
    /// What is wrong.
    pub why: Why,
}

/// What is wrong with a line of a key log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It does not begin with a label that is known.
    Label,
    /// What should be hexadecimal is not, or is missing.
    Hex,
    /// It stands for nothing: a client random has 32 bytes.
    Id,
}

/// The lines that are none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bad {
    /// The first of them.
    pub first: Vec<BadLine>,
    /// How many there are.
    pub count: usize,
}

/// Bad lines that are named; a file that is no key log has nothing else.
const MAX_NAMED: usize = 3;

/// Reads a key log: its secrets, and the lines that are none. Comments (`#`) and empty lines are passed over.
pub fn read(text: &[u8]) -> (Vec<SecretLine>, Bad) {
    let (mut lines, mut bad) = (Vec::new(), Bad::default());
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    for (index, line) in text.split(|byte| *byte == b'\n').enumerate() {
        let line = String::from_utf8_lossy(line);
        let line = line.trim_matches(|letter: char| letter.is_whitespace() || letter == '\0');
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match one(line) {
            Ok(line) => lines.push(line),
            Err(why) => {
                bad.count += 1;
                if bad.first.len() < MAX_NAMED {
                    bad.first.push(BadLine { number: index + 1, why });
                }
            }
        }
    }
    (lines, bad)
}

fn one(line: &str) -> Result<SecretLine, Why> {
    let mut words = line.split_whitespace();
    let word = words.next().unwrap_or("");
    let label = LABELS.iter().find(|label| **label == word).ok_or(Why::Label)?;
    let (id, secret) = words.next().zip(words.next()).ok_or(Why::Hex)?;
    let named = id.strip_prefix("Session-ID:").zip(secret.strip_prefix("Master-Key:"));
    let (label, id, secret) = match named {
        Some((id, secret)) if *label == RSA => (SESSION_ID, id, secret),
        _ => (*label, id, secret),
    };
    let (id, secret) = unhex(id).zip(unhex(secret)).ok_or(Why::Hex)?;
    // What is no client random finds nothing, and a log of them would only fill memory.
    let fits = match label {
        RSA => id.len() == 8,
        SESSION_ID => id.len() <= 32,
        "ECH_SECRET" | "ECH_CONFIG" => true,
        _ => id.len() == 32,
    };
    if fits { Ok(SecretLine { label, id, secret }) } else { Err(Why::Id) }
}

/// The bytes that an even number of hexadecimal digits stand for.
fn unhex(text: &str) -> Option<Box<[u8]>> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let bytes = text.as_bytes();
    if bytes.is_empty() || !bytes.len().is_multiple_of(2) {
        return None;
    }
    bytes
        .chunks_exact(2)
        .map(|pair| match pair {
            [high, low] => Some(digit(high)? << 4 | digit(low)?),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{BadLine, Why, read};

    #[test]
    fn the_lines_of_all_programs_are_read_and_the_others_are_named() {
        let random = "0b".repeat(32);
        let text = format!(
            "\u{feff}# SSL/TLS secrets log file\r\n\
            CLIENT_RANDOM {random} aAbB\r\n\
            \n\
            RSA 0102030405060708 0303\n\
            RSA Session-ID:beef Master-Key:cafe\n\
            CLIENT_TRAFFIC_SECRET_0 {random} 11\n\
            CLIENT_RANDOM 001 22\n\
            CLIENT_RANDOM 00\n\
            hello world\n\
            CLIENT_RANDOM 0011 22\n\
            RSA 00 22\n\
            EXPORTER_SECRET {random} 11"
        );
        let (lines, bad) = read(text.as_bytes());
        let shown: Vec<_> = lines.iter().map(|line| (line.label, &*line.id, &*line.secret)).collect();
        let random = [0x0b; 32];
        assert_eq!(
            shown,
            [
                ("CLIENT_RANDOM", &random[..], &[0xaa, 0xbb][..]),
                ("RSA", &[1, 2, 3, 4, 5, 6, 7, 8], &[3, 3]),
                ("RSA Session-ID", &[0xbe, 0xef], &[0xca, 0xfe]),
                ("CLIENT_TRAFFIC_SECRET_0", &random, &[0x11]),
                ("EXPORTER_SECRET", &random, &[0x11]),
            ]
        );
        let named: Vec<_> = bad.first.iter().map(|BadLine { number, why }| (*number, *why)).collect();
        assert_eq!(named, [(7, Why::Hex), (8, Why::Hex), (9, Why::Label)]);
        assert_eq!(bad.count, 5, "an id of another length stands for nothing");
    }

    /// A file of a hundred megabytes that is no key log must not take many times that.
    #[test]
    fn of_many_bad_lines_the_first_are_kept() {
        let (lines, bad) = read(&b"RSA 000001 11\n".repeat(10_000));
        assert_eq!((lines.len(), bad.first.len(), bad.count), (0, 3, 10_000));
    }
}
