//! The grammar of SMTP lines (RFC 5321, section 4.1.2; RFC 4954; RFC 3030). Pure: a line in, its parts out.
//!
//! Real clients deviate (a space behind the colon, lower case, missing brackets); what can be understood is, and the
//! deviation is told in the result. A line that fits no rule is still a line: it becomes an unknown command.

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while, take_while1};
use nom::character::complete::{char, digit1, space0, space1};
use nom::combinator::{all_consuming, opt, rest};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

/// A command line: its verb as sent, and what stands behind it.
///
/// ```text
/// command = verb [ SP argument ]
/// ```
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Command<'a> {
    pub(super) verb: &'a str,
    pub(super) argument: &'a str,
}

pub(super) fn command(line: &str) -> Command<'_> {
    let trimmed = line.trim_start_matches([' ', '\t']);
    let parsed: IResult<&str, (&str, &str)> =
        (take_while(|c: char| !c.is_whitespace()), preceded(space0, rest)).parse(trimmed);
    match parsed {
        Ok((_, (verb, argument))) => Command { verb, argument: argument.trim_end() },
        Err(_) => Command { verb: line, argument: "" },
    }
}

/// One line of a reply.
///
/// ```text
/// Reply-line = *( Reply-code "-" [ textstring ] CRLF ) Reply-code [ SP textstring ] CRLF
/// ```
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ReplyLine<'a> {
    pub(super) code: u16,
    /// Whether more lines follow ("-" behind the code).
    pub(super) more: bool,
    pub(super) text: &'a str,
}

pub(super) fn reply_line(line: &str) -> Option<ReplyLine<'_>> {
    let code = line.get(..3).filter(|code| code.bytes().all(|byte| byte.is_ascii_digit()))?;
    let code: u16 = code.parse().ok().filter(|code| (200..600).contains(code))?;
    let behind: IResult<&str, (char, &str)> =
        (alt((char('-'), char(' '), char('\t'))), rest).parse(line.get(3..)?);
    match behind {
        Ok((_, (separator, text))) => Some(ReplyLine { code, more: separator == '-', text }),
        Err(_) if line.len() == 3 => Some(ReplyLine { code, more: false, text: "" }),
        Err(_) => None,
    }
}

/// The argument of MAIL or RCPT.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Path<'a> {
    /// The address without brackets and source route; empty for `<>`.
    pub(super) address: &'a str,
    /// `SIZE=2689`, `BODY=8BITMIME` …, as sent.
    pub(super) parameters: Vec<(&'a str, Option<&'a str>)>,
    /// A space behind the colon, which RFC 5321 (section 3.3) does not allow.
    pub(super) space: bool,
    /// No angle brackets around the address.
    pub(super) bare: bool,
    /// A source route stands before the address, which is obsolete (RFC 5321, appendix C).
    pub(super) route: bool,
}

/// ```text
/// mail = "MAIL FROM:" Reverse-path [SP Mail-parameters] CRLF
/// rcpt = "RCPT TO:" Forward-path [SP Rcpt-parameters] CRLF
/// ```
/// `keyword` is `FROM` or `TO`.
pub(super) fn path<'a>(keyword: &str, argument: &'a str) -> Option<Path<'a>> {
    let head: IResult<&'a str, (&'a str, &'a str)> =
        (terminated(tag_no_case(keyword), (space0, char(':'))), space0).parse(argument);
    let (behind, (_, spaces)) = head.ok()?;
    let route = behind.starts_with("<@");
    let (address, bare, behind) = match bracketed(behind) {
        Ok((behind, address)) => (address, false, behind),
        Err(_) => {
            // Without a closing bracket the line was cut, or the client leaves brackets out.
            let end = behind.find(' ').unwrap_or(behind.len());
            let address = behind.get(..end)?;
            let inside = address.strip_prefix('<');
            (inside.unwrap_or(address), inside.is_none(), behind.get(end..)?)
        }
    };
    Some(Path { address, parameters: parameters(behind), space: !spaces.is_empty(), bare, route })
}

/// ```text
/// Path = "<" [ A-d-l ":" ] Mailbox ">"      A-d-l = At-domain *( "," At-domain )
/// ```
/// A quoted local part may hold a ">".
fn bracketed(input: &str) -> IResult<&str, &str> {
    let (inside, _) = char('<').parse(input)?;
    let mut quoted = false;
    let mut escaped = false;
    for (at, character) in inside.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '>' if !quoted => {
                let (address, behind) = inside.split_at(at);
                let address = match address.strip_prefix('@').and_then(|route| route.split_once(':')) {
                    Some((_, mailbox)) => mailbox,
                    None => address,
                };
                return Ok((behind.get(1..).unwrap_or(""), address));
            }
            _ => {}
        }
    }
    Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Char)))
}

/// ```text
/// Mail-parameters = esmtp-param *(SP esmtp-param)      esmtp-param = esmtp-keyword ["=" esmtp-value]
/// ```
fn parameters(input: &str) -> Vec<(&str, Option<&str>)> {
    input
        .split([' ', '\t'])
        .filter(|word| !word.is_empty())
        .map(|word| match word.split_once('=') {
            Some((keyword, value)) => (keyword, Some(value)),
            None => (word, None),
        })
        .collect()
}

/// The value of a parameter, its encoding undone where its RFC has one (RFC 3461, section 4; RFC 4954, section 5); of one
/// whose value is a word, that word in upper case.
///
/// ```text
/// xtext = *( xchar / hexchar )      hexchar = "+" 2(%x30-39 / %x41-46)
/// ```
pub(super) fn xtext(keyword: &str, value: &str) -> Vec<u8> {
    match keyword {
        "BODY" | "RET" | "NOTIFY" => return value.to_ascii_uppercase().into_bytes(),
        "ENVID" | "ORCPT" | "AUTH" | "SUBMITTER" => {}
        _ => return value.as_bytes().to_vec(),
    }
    let mut decoded = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((&byte, behind)) = rest.split_first() {
        let hex = behind.get(..2).filter(|_| byte == b'+').and_then(|hex| std::str::from_utf8(hex).ok());
        let code = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        decoded.push(code.unwrap_or(byte));
        rest = if code.is_some() { behind.get(2..).unwrap_or_default() } else { behind };
    }
    decoded
}

/// What the argument of HELO or EHLO is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HelloName {
    /// Nothing.
    None,
    /// A name with a domain.
    Domain,
    /// An address in brackets.
    Literal,
    /// An address without brackets.
    Address,
    /// One word, as a computer calls itself.
    Plain,
    /// What no name may be.
    Odd,
}

/// ```text
/// ehlo = "EHLO" SP ( Domain / address-literal ) CRLF      Domain = sub-domain *("." sub-domain)
/// sub-domain = Let-dig [Ldh-str]                           address-literal = "[" ... "]"
/// ```
pub(super) fn hello_name(argument: &str) -> HelloName {
    let name = argument.trim_end_matches('.');
    let may_be_address = name.starts_with(|c: char| c.is_ascii_digit()) || name.contains(':');
    let label = |label: &str| {
        let good = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || !b.is_ascii();
        !label.is_empty() && label.bytes().all(good) && !label.starts_with('-') && !label.ends_with('-')
    };
    if name.is_empty() {
        HelloName::None
    } else if name.starts_with('[') && name.ends_with(']') {
        HelloName::Literal
    } else if may_be_address && name.parse::<std::net::IpAddr>().is_ok() {
        HelloName::Address
    } else if !name.split('.').all(label) {
        HelloName::Odd
    } else if name.contains('.') {
        HelloName::Domain
    } else {
        HelloName::Plain
    }
}

/// The declared size among the parameters (RFC 1870).
pub(super) fn declared_size(parameters: &[(&str, Option<&str>)]) -> Option<u64> {
    parameters
        .iter()
        .find(|(keyword, _)| keyword.eq_ignore_ascii_case("SIZE"))
        .and_then(|(_, value)| value.and_then(|value| value.parse().ok()))
}

/// The argument of BDAT.
///
/// ```text
/// bdat-cmd = "BDAT" SP chunk-size [ SP end-marker ] CR LF      end-marker = "LAST"
/// ```
pub(super) fn chunk(argument: &str) -> Option<(u64, bool)> {
    let parsed: IResult<&str, (&str, Option<&str>)> =
        all_consuming((digit1, opt(preceded(space1, tag_no_case("LAST"))))).parse(argument.trim());
    let (_, (size, last)) = parsed.ok()?;
    let size: u64 = size.parse().ok().filter(|&size| size <= i64::MAX as u64)?;
    Some((size, last.is_some()))
}

/// ```text
/// auth-command = "AUTH" SP sasl-mech [ SP initial-response ] CRLF
/// ```
pub(super) fn auth(argument: &str) -> Option<(&str, Option<&str>)> {
    let parsed: IResult<&str, (&str, Option<&str>)> =
        (take_while1(|c: char| !c.is_whitespace()), opt(preceded(space1, rest))).parse(argument);
    parsed.ok().map(|(_, (mechanism, response))| (mechanism, response.filter(|text| !text.is_empty())))
}

/// The enhanced status code at the beginning of a reply's text (RFC 2034; RFC 3463, section 2).
///
/// ```text
/// status-code = class "." subject "." detail      class = "2" / "4" / "5"
/// ```
pub(super) fn enhanced_code(text: &str) -> Option<&str> {
    let parsed: IResult<&str, (&str, &str, &str, &str, &str)> =
        (alt((tag("2"), tag("4"), tag("5"))), tag("."), digit1, tag("."), digit1).parse(text);
    let (behind, _) = parsed.ok()?;
    let code = text.get(..text.len() - behind.len())?;
    (behind.is_empty() || behind.starts_with([' ', '\t'])).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_ends_at_the_first_space() {
        assert_eq!(command("EHLO a.example"), Command { verb: "EHLO", argument: "a.example" });
        assert_eq!(command("quit"), Command { verb: "quit", argument: "" });
        assert_eq!(command(""), Command { verb: "", argument: "" });
        assert_eq!(command("  NOOP "), Command { verb: "NOOP", argument: "" });
    }

    #[test]
    fn reply_lines_are_told_from_text() {
        assert_eq!(reply_line("250-SIZE 1"), Some(ReplyLine { code: 250, more: true, text: "SIZE 1" }));
        assert_eq!(reply_line("220"), Some(ReplyLine { code: 220, more: false, text: "" }));
        assert_eq!(reply_line("25O ok"), None);
        assert_eq!(reply_line("1999 was a year"), None);
        assert_eq!(reply_line("199 no"), None);
    }

    #[test]
    fn paths_with_every_deviation_are_understood() {
        let plain = path("FROM", "FROM:<a@b.example> SIZE=12 SMTPUTF8").unwrap();
        assert_eq!((plain.address, plain.space, plain.bare), ("a@b.example", false, false));
        assert_eq!(plain.parameters, [("SIZE", Some("12")), ("SMTPUTF8", None)]);
        assert_eq!(declared_size(&plain.parameters), Some(12));
        let spaced = path("FROM", "from: <a@b.example>").unwrap();
        assert_eq!((spaced.address, spaced.space), ("a@b.example", true));
        assert_eq!(path("TO", "TO:<@relay.example,@b.example:c@d.example>").unwrap().address, "c@d.example");
        assert_eq!(path("TO", "TO:<\"a>b\"@d.example> NOTIFY=NEVER").unwrap().address, "\"a>b\"@d.example");
        assert_eq!(path("FROM", "FROM:<>").unwrap().address, "");
        assert!(path("FROM", "FROM:a@b.example").unwrap().bare);
        assert!(path("TO", "TO:<@relay.example:c@d.example>").unwrap().route && !spaced.route);
        assert_eq!(path("FROM", "TO:<a>"), None);
    }

    #[test]
    fn values_are_read_as_their_rfc_writes_them() {
        assert_eq!(xtext("ORCPT", "rfc822;a+2Bb@c+3D"), b"rfc822;a+b@c=");
        assert_eq!(xtext("ENVID", "a+"), b"a+");
        assert_eq!(xtext("RET", "hdrs"), b"HDRS");
        assert_eq!(xtext("SIZE", "+41"), b"+41");
    }

    #[test]
    fn names_of_clients_are_told_apart() {
        for (name, kind) in [
            ("laptop.lab.example", HelloName::Domain),
            ("[192.168.1.10]", HelloName::Literal),
            ("[IPv6:fd00::1]", HelloName::Literal),
            ("192.168.1.10", HelloName::Address),
            ("::1", HelloName::Address),
            ("fd00::25", HelloName::Address),
            ("DESKTOP-A1B2", HelloName::Plain),
            ("localhost", HelloName::Plain),
            ("my_computer", HelloName::Odd),
            ("a..b", HelloName::Odd),
            ("", HelloName::None),
        ] {
            assert_eq!(hello_name(name), kind, "{name}");
        }
    }

    #[test]
    fn chunk_sizes_must_be_numbers_that_fit() {
        assert_eq!(chunk("10"), Some((10, false)));
        assert_eq!(chunk("0 LAST"), Some((0, true)));
        assert_eq!(chunk("7 last "), Some((7, true)));
        for wrong in ["", "-1", "99999999999999999999", "9223372036854775808", "10 FIRST", "LAST"] {
            assert_eq!(chunk(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn enhanced_codes_stand_at_the_beginning() {
        assert_eq!(enhanced_code("2.1.0 Ok"), Some("2.1.0"));
        assert_eq!(enhanced_code("5.5.2 Error"), Some("5.5.2"));
        assert_eq!(enhanced_code("2.1 Ok"), None);
        assert_eq!(enhanced_code("192.168.1.10 Ok"), None);
    }
}
