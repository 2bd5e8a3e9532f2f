//! The answer about a certificate's revocation that a server staples to it (RFC 6960 section 4.2.1). It is read, not
//! verified: that would take the certificate of the one who answered.

use serde::Serialize;

/// What an answer says of the first certificate it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ocsp {
    /// `good`, `revoked` or `unknown`; of an answer that refuses, its reason.
    pub status: &'static str,
    /// When this was known to be so.
    pub this_update: Option<String>,
    /// When there will be news.
    pub next_update: Option<String>,
}

/// Universal and context-specific tags that occur.
mod tag {
    pub const OCTETS: u8 = 0x04;
    pub const ENUMERATED: u8 = 0x0a;
    pub const TIME: u8 = 0x18;
    pub const SEQUENCE: u8 = 0x30;
    /// `[0]`, constructed.
    pub const ZERO: u8 = 0xa0;
}

/// One value of DER: its tag, its content, and what follows.
fn value(der: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&tag, rest) = der.split_first()?;
    let (&first, rest) = rest.split_first()?;
    let (len, rest) = if first < 0x80 {
        (usize::from(first), rest)
    } else {
        let (long, rest) =
            rest.split_at_checked(usize::from(first & 0x7f)).filter(|(long, _)| long.len() <= 4)?;
        (long.iter().fold(0, |number, byte| number << 8 | usize::from(*byte)), rest)
    };
    let (content, rest) = rest.split_at_checked(len)?;
    Some((tag, content, rest))
}

/// The content of a value that must have this tag, and what follows.
fn expect(der: &[u8], wanted: u8) -> Option<(&[u8], &[u8])> {
    value(der).filter(|(tag, ..)| *tag == wanted).map(|(_, content, rest)| (content, rest))
}

/// Reads an answer:
/// ```text
/// OCSPResponse ::= SEQUENCE { responseStatus ENUMERATED, responseBytes [0] EXPLICIT ResponseBytes OPTIONAL }
/// ResponseBytes ::= SEQUENCE { responseType OBJECT IDENTIFIER, response OCTET STRING }
/// BasicOCSPResponse ::= SEQUENCE { tbsResponseData ResponseData, ... }
/// ResponseData ::= SEQUENCE { version [0] EXPLICIT OPTIONAL, responderID [1] or [2], producedAt GeneralizedTime,
///                             responses SEQUENCE OF SingleResponse, ... }
/// SingleResponse ::= SEQUENCE { certID SEQUENCE, certStatus [0], [1] or [2], thisUpdate GeneralizedTime,
///                               nextUpdate [0] EXPLICIT GeneralizedTime OPTIONAL, ... }
/// ```
pub(super) fn read(der: &[u8]) -> Option<Ocsp> {
    let (response, _) = expect(der, tag::SEQUENCE)?;
    let (status, rest) = expect(response, tag::ENUMERATED)?;
    let refused = |status| Some(Ocsp { status, this_update: None, next_update: None });
    match status {
        [0] => {}
        [1] => return refused("malformed request"),
        [2] => return refused("internal error"),
        [3] => return refused("try later"),
        [5] => return refused("signature required"),
        [6] => return refused("unauthorized"),
        _ => return None,
    }
    let (bytes, _) = expect(expect(rest, tag::ZERO)?.0, tag::SEQUENCE)?;
    let (_, _kind, rest) = value(bytes)?;
    let (basic, _) = expect(expect(rest, tag::OCTETS)?.0, tag::SEQUENCE)?;
    let (mut data, _) = expect(basic, tag::SEQUENCE)?;
    if let Some((_version, rest)) = expect(data, tag::ZERO) {
        data = rest;
    }
    let (_, _responder, rest) = value(data)?;
    let (_produced, rest) = expect(rest, tag::TIME)?;
    let (single, _) = expect(expect(rest, tag::SEQUENCE)?.0, tag::SEQUENCE)?;
    let (_certificate, rest) = expect(single, tag::SEQUENCE)?;
    let (status, _, rest) = value(rest)?;
    let (this, rest) = expect(rest, tag::TIME)?;
    let next = expect(rest, tag::ZERO).and_then(|(next, _)| expect(next, tag::TIME)).map(|(next, _)| next);
    let status = match status & 0x1f {
        0 => "good",
        1 => "revoked",
        _ => "unknown",
    };
    Some(Ocsp { status, this_update: time(this), next_update: next.and_then(time) })
}

/// `20261123000000Z` as RFC 3339.
fn time(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    let digits = text.strip_suffix('Z').filter(|digits| digits.len() == 14)?;
    digits.bytes().all(|byte| byte.is_ascii_digit()).then_some(())?;
    let part = |from: usize, to: usize| digits.get(from..to);
    Some(format!(
        "{}-{}-{}T{}:{}:{}Z",
        part(0, 4)?,
        part(4, 6)?,
        part(6, 8)?,
        part(8, 10)?,
        part(10, 12)?,
        part(12, 14)?
    ))
}

#[cfg(test)]
mod tests {
    use super::read;

    fn answers() -> Vec<(String, Vec<u8>)> {
        let lines = include_str!("testdata/ocsp.txt").lines().filter(|line| !line.starts_with('#'));
        let hex = |text: &str| {
            let digits: Vec<u8> = text.bytes().map(|b| (b as char).to_digit(16).unwrap() as u8).collect();
            digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect()
        };
        lines
            .map(|line| line.split_once(' ').unwrap())
            .map(|(name, der)| (name.to_owned(), hex(der)))
            .collect()
    }

    #[test]
    fn an_answer_says_the_status_and_from_when_to_when() {
        let read: Vec<_> = answers().iter().map(|(name, der)| (name.clone(), read(der).unwrap())).collect();
        let [(_, good), (_, revoked), (_, later)] = &read[..] else { panic!("{read:?}") };
        assert_eq!((good.status, revoked.status, later.status), ("good", "revoked", "try later"));
        assert_eq!(good.this_update.as_deref(), Some("2026-11-23T00:00:00Z"));
        assert_eq!(good.next_update.as_deref(), Some("2026-11-30T12:34:56Z"));
        assert_eq!((&revoked.next_update, &later.this_update), (&None, &None));
    }

    #[test]
    fn what_is_cut_anywhere_is_no_answer_and_no_panic() {
        for (name, der) in answers() {
            for len in 0..der.len().min(130) {
                assert_eq!(read(&der[..len]), None, "{name} {len}");
            }
        }
    }
}
