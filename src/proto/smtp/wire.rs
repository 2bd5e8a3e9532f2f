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
    Some(Path { address, parameters: parameters(behind), space: !spaces.is_empty(), bare })
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
        assert_eq!(path("FROM", "TO:<a>"), None);
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
