//! The grammar of POP3 lines (RFC 1939, section 3; RFC 2449). Pure: a line in, its parts out.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while};
use nom::character::complete::{char, digit1, space0};
use nom::combinator::rest;
use nom::sequence::{delimited, preceded};
use nom::{IResult, Parser};

/// ```text
/// command = keyword *(SP param) CRLF
/// ```
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Command<'a> {
    pub(super) verb: &'a str,
    pub(super) argument: &'a str,
}

pub(super) fn command(line: &str) -> Command<'_> {
    let parsed: IResult<&str, (&str, &str)> =
        (take_while(|c: char| !c.is_whitespace()), preceded(space0, rest)).parse(line.trim_start());
    match parsed {
        Ok((_, (verb, argument))) => Command { verb, argument: argument.trim_end() },
        Err(_) => Command { verb: line, argument: "" },
    }
}

/// What a line of the server begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// `+OK`
    Ok,
    /// `-ERR`
    Err,
    /// `+ `: go on with the SASL exchange (RFC 5034, section 4).
    Continue,
}

/// ```text
/// response = ("+OK" / "-ERR") *CHAR CRLF      continue-req = "+" SP [base64] CRLF
/// ```
/// Gives the status and the text behind it.
pub(super) fn status(line: &str) -> Option<(Status, &str)> {
    let parsed: IResult<&str, &str> = alt((tag("+OK"), tag("-ERR"), tag("+"))).parse(line);
    let (behind, word) = parsed.ok()?;
    let status = match word {
        "+OK" => Status::Ok,
        "-ERR" => Status::Err,
        _ => Status::Continue,
    };
    match behind.strip_prefix([' ', '\t']) {
        Some(text) => Some((status, text)),
        None if behind.is_empty() => Some((status, "")),
        None => None,
    }
}

/// The response code of an error (RFC 2449, section 8).
///
/// ```text
/// resp-code = "[" resp-level *("/" resp-level) "]"
/// ```
pub(super) fn response_code(text: &str) -> Option<&str> {
    let parsed: IResult<&str, &str> =
        delimited(char('['), take_while(|c: char| c != ']'), char(']')).parse(text);
    parsed.ok().map(|(_, code)| code).filter(|code| !code.is_empty())
}

/// A number, and what stands behind it: a line of a LIST or UIDL listing, the answer to STAT.
///
/// ```text
/// scan-listing = nonzero-number SP number      unique-id listing = nonzero-number SP unique-id
/// ```
pub(super) fn numbered(text: &str) -> Option<(u64, &str)> {
    let parsed: IResult<&str, (&str, &str)> = (digit1, preceded(space0, rest)).parse(text.trim_start());
    let (_, (number, behind)) = parsed.ok()?;
    Some((number.parse().ok()?, behind.trim_end()))
}

/// The number that "octets" follows (`+OK 1297 octets`), as servers write it.
pub(super) fn octets(text: &str) -> Option<u64> {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).find_map(|pair| match pair {
        [number, unit] if unit.trim_matches(['(', ')', '.']).eq_ignore_ascii_case("octets") => {
            number.trim_start_matches('(').parse().ok()
        }
        _ => None,
    })
}

/// The timestamp of a greeting, for APOP (RFC 1939, section 7): a message id in angle brackets.
pub(super) fn timestamp(greeting: &str) -> Option<&str> {
    let from = greeting.rfind('<')?;
    let rest = greeting.get(from..)?;
    let to = rest.find('>')?;
    rest.get(..=to).filter(|stamp| stamp.contains('@'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_servers_lines_are_told_apart() {
        assert_eq!(status("+OK 2 320"), Some((Status::Ok, "2 320")));
        assert_eq!(status("-ERR no"), Some((Status::Err, "no")));
        assert_eq!(status("+ PDEyMw=="), Some((Status::Continue, "PDEyMw==")));
        assert_eq!(status("+"), Some((Status::Continue, "")));
        assert_eq!(status("+OKAY"), None);
        assert_eq!(status("1 120"), None);
    }

    #[test]
    fn octets_are_found_however_the_server_says_it() {
        assert_eq!(octets("1297 octets"), Some(1297));
        assert_eq!(octets("message follows (120 octets)"), Some(120));
        assert_eq!(octets("message follows"), None);
    }

    #[test]
    fn codes_listings_and_timestamps_are_read() {
        assert_eq!(response_code("[AUTH] failed"), Some("AUTH"));
        assert_eq!(response_code("no [AUTH]"), None);
        assert_eq!(numbered("2 320"), Some((2, "320")));
        assert_eq!(numbered("1 whqtswO00WBw418f9t5JxYwZ"), Some((1, "whqtswO00WBw418f9t5JxYwZ")));
        assert_eq!(
            timestamp("POP3 server ready <1896.697170952@dbc.mtview.ca.us>"),
            Some("<1896.697170952@dbc.mtview.ca.us>")
        );
        assert_eq!(timestamp("ready <none>"), None);
    }
}
