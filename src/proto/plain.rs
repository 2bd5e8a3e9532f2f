//! Text where something else was expected, or of protocols that are not followed: what it is, as far as its first line
//! tells, and what of it may be a secret.

use crate::dialogue::{MASK, wire_text};

/// Words of logins in protocols that are not followed (FTP, IMAP, Redis, HTTP): a secret may stand behind them.
const LOGIN_WORDS: [&str; 7] =
    ["pass ", "auth ", "login ", "apop ", "authorization: ", "cookie: ", "password"];

/// The protocol whose first words these are, by its name; `None` for what is not text, or text of nobody.
pub fn protocol(bytes: &[u8]) -> Option<&'static str> {
    let text = |byte: &u8| matches!(byte, b'\t' | b'\r' | b'\n' | b' '..=b'~');
    if bytes.is_empty() || !bytes.iter().all(text) {
        return None;
    }
    let line = String::from_utf8_lossy(bytes).to_ascii_uppercase();
    let begins = |words: &[&str]| words.iter().any(|word| line.starts_with(word));
    Some(match () {
        () if begins(&["GET ", "POST ", "HEAD ", "PUT ", "OPTIONS ", "CONNECT ", "HTTP/1."]) => "HTTP",
        () if begins(&["EHLO", "HELO", "220 ", "220-", "MAIL FROM"]) => "SMTP",
        () if begins(&["+OK", "-ERR", "CAPA\r", "STLS\r"]) => "POP3",
        () if begins(&["* OK", "A1 ", "A001 "]) => "IMAP",
        () if begins(&["SSH-"]) => "SSH",
        () => return None,
    })
}

/// The way in which the first bytes ask a proxy for a connection to somewhere else, by its name (RFC 9110, section 9.3.6;
/// RFC 1928, section 3; SOCKS 4).
pub fn tunnel(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'C', b'O', b'N', b'N', b'E', b'C', b'T', b' ', ..] => Some("HTTP CONNECT"),
        _ if socks_methods(bytes).is_some() => Some("SOCKS 5"),
        // CONNECT, port, address, and a user name that a zero ends.
        [4, 1, _, _, _, _, _, _, user @ ..] if user.contains(&0) => Some("SOCKS 4"),
        _ => None,
    }
}

/// What a client of SOCKS 5 says first: as many methods as it announces, of which each is none, GSSAPI, a password, or one
/// of IANA's further few.
fn socks_methods(bytes: &[u8]) -> Option<&[u8]> {
    let [5, count @ 1..=8, ..] = bytes else { return None };
    let said = bytes.get(..2 + usize::from(*count))?;
    said.iter().skip(2).all(|method| *method <= 9).then_some(said)
}

/// The text as it can be shown: what stands behind a word of a login is hidden, unless it is to be revealed.
pub fn masked(bytes: &[u8], reveal: bool) -> String {
    let text = wire_text(bytes);
    if reveal || text.is_empty() {
        return text;
    }
    if let Some(methods) = socks_methods(bytes) {
        // A user name and a password may follow, and no word stands before them (RFC 1929, section 2).
        return format!("{}{MASK}", wire_text(methods));
    }
    let lower = text.to_ascii_lowercase();
    let found = LOGIN_WORDS.iter().filter_map(|word| lower.find(word).map(|at| at + word.len())).min();
    match found.and_then(|at| text.get(..at)) {
        Some(shown) => format!("{shown}{MASK}"),
        None => text,
    }
}

/// A line out of its place, which may be any line of a login: the same, and of one that no protocol begins with only a
/// word that is too short for a secret.
pub fn stray(bytes: &[u8], reveal: bool) -> String {
    if reveal || protocol(bytes).is_some() {
        return masked(bytes, reveal);
    }
    let word = bytes.split(|byte| *byte == b' ').next().unwrap_or_default();
    if word.len() <= 4 && word.len() < bytes.len() { wire_text(word) + " " + MASK } else { MASK.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{masked, protocol, stray, tunnel};

    #[test]
    fn a_password_for_a_proxy_is_not_shown() {
        let said = b"\x05\x01\x02\x05\x02\x01\x03ann\x05apple";
        assert_eq!(masked(said, false), "<0x05><0x01><0x02>********");
        assert!(masked(said, true).contains("apple"));
        let basic = masked(b"CONNECT a:25 HTTP/1.1\r\nProxy-Authorization: Basic YTph", false);
        assert!(basic.contains("CONNECT a:25") && !basic.contains("YTph"), "{basic}");
    }

    #[test]
    fn a_request_to_a_proxy_is_a_tunnel() {
        assert_eq!(tunnel(b"CONNECT smtp.lab.example:25 HTTP/1.1\r\n"), Some("HTTP CONNECT"));
        assert_eq!(tunnel(&[5, 1, 0]), Some("SOCKS 5"));
        assert_eq!(tunnel(&[5, 2, 0, 2, 5, 1]), Some("SOCKS 5"));
        assert_eq!(tunnel(&[4, 1, 0, 25, 192, 0, 2, 1, b'a', 0]), Some("SOCKS 4"));
        for other in [&b"GET / HTTP/1.1"[..], &[5], &[5, 2, 0], &[5, 1, 77], &[5, 0, 0], &[4, 1, 0, 25], b""]
        {
            assert_eq!(tunnel(other), None, "{other:?}");
        }
    }

    #[test]
    fn a_line_out_of_its_place_shows_no_secret() {
        for (line, shown) in [
            ("PASS apple", "PASS ********"),
            ("AGFubgBhcHBsZQ==", "********"),
            ("apple", "********"),
            ("USER ann", "USER ********"),
            ("GET / HTTP/1.1", "GET / HTTP/1.1"),
            ("220 mail.lab.example", "220 mail.lab.example"),
            ("GET /?password=apple HTTP/1.1", "GET /?password********"),
        ] {
            assert_eq!(stray(line.as_bytes(), false), shown);
            assert_eq!(stray(line.as_bytes(), true), line);
        }
    }

    #[test]
    fn first_words_name_their_protocol_and_bytes_that_are_no_text_name_none() {
        for (bytes, name) in [
            (&b"GET / HTTP/1.1\r\n"[..], Some("HTTP")),
            (b"HTTP/1.1 400 Bad Request\r\n", Some("HTTP")),
            (b"ehlo pc\r\n", Some("SMTP")),
            (b"220 mail", Some("SMTP")),
            (b"+OK ready\r\n", Some("POP3")),
            (b"* OK IMAP4rev1\r\n", Some("IMAP")),
            (b"SSH-2.0-x\r\n", Some("SSH")),
            (b"hello\r\n", None),
            (b"GET \x00", None),
            (b"", None),
        ] {
            assert_eq!(protocol(bytes), name, "{bytes:?}");
        }
    }
}
