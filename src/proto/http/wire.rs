//! The grammar of HTTP/1.x messages (RFC 9112): the first line, a field line, the size of a chunk. Pure: a line in, its
//! parts out.

use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::character::complete::{char, one_of};
use nom::combinator::{all_consuming, opt, rest, verify};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};

/// The line with which HTTP/2 begins (RFC 9113, section 3.4): made so that a server of HTTP/1.1 refuses it.
pub(super) const PREFACE: &str = "PRI * HTTP/2.0";

/// ```text
/// request-line = method SP request-target SP HTTP-version
/// ```
#[derive(Debug, PartialEq, Eq)]
pub(super) struct RequestLine<'a> {
    pub(super) method: &'a str,
    pub(super) target: &'a str,
    pub(super) version: &'a str,
}

/// ```text
/// status-line = HTTP-version SP status-code SP [ reason-phrase ]
/// ```
#[derive(Debug, PartialEq, Eq)]
pub(super) struct StatusLine<'a> {
    pub(super) version: &'a str,
    pub(super) code: u16,
}

/// A character of a token (RFC 9110, section 5.6.2).
fn is_token(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c)
}

fn token(text: &str) -> IResult<&str, &str> {
    take_while1(is_token).parse(text)
}

/// `HTTP/1.0` or `HTTP/1.1`.
fn version(text: &str) -> IResult<&str, &str> {
    verify(take_while_m_n(8, 8, |c: char| !c.is_whitespace()), |it: &str| {
        it.starts_with("HTTP/1.") && it.ends_with(|c: char| c.is_ascii_digit())
    })
    .parse(text)
}

pub(super) fn request_line(line: &str) -> Option<RequestLine<'_>> {
    let target = take_while1(|c: char| !c.is_whitespace() && !c.is_control());
    let parsed: IResult<&str, (&str, &str, &str)> =
        all_consuming((terminated(token, char(' ')), terminated(target, char(' ')), version)).parse(line);
    parsed.ok().map(|(_, (method, target, version))| RequestLine { method, target, version })
}

pub(super) fn status_line(line: &str) -> Option<StatusLine<'_>> {
    let digits = take_while_m_n(3, 3, |c: char| c.is_ascii_digit());
    let reason = opt(preceded(char(' '), rest));
    let parsed: IResult<&str, (&str, &str, Option<&str>)> =
        all_consuming((terminated(version, char(' ')), digits, reason)).parse(line);
    let (_, (version, code, _)) = parsed.ok()?;
    let code = code.parse().ok().filter(|code| (100..=999).contains(code))?;
    Some(StatusLine { version, code })
}

/// ```text
/// field-line = field-name ":" OWS field-value OWS
/// ```
pub(super) fn field_line(line: &str) -> Option<(&str, &str)> {
    let parsed: IResult<&str, (&str, &str)> = (terminated(token, char(':')), rest).parse(line);
    parsed.ok().map(|(_, (name, value))| (name, value.trim()))
}

/// ```text
/// chunk = chunk-size [ chunk-ext ] CRLF      chunk-size = 1*HEXDIG
/// ```
pub(super) fn chunk_size(line: &str) -> Option<u64> {
    let parsed: IResult<&str, &str> = take_while_m_n(1, 16, |c: char| c.is_ascii_hexdigit()).parse(line);
    let (behind, digits) = parsed.ok()?;
    let behind: IResult<&str, Option<char>> = opt(one_of(" \t;")).parse(behind);
    match behind.ok()? {
        (rest, None) if !rest.is_empty() => None,
        _ => u64::from_str_radix(digits, 16).ok(),
    }
}

/// A Content-Length: a number, or the same one several times (RFC 9110, section 8.6).
pub(super) fn length(value: &str) -> Option<u64> {
    let mut numbers = value.split(',').map(|number| {
        let number = number.trim();
        number.bytes().all(|byte| byte.is_ascii_digit()).then(|| number.parse::<u64>().ok()).flatten()
    });
    let first = numbers.next()??;
    numbers.all(|number| number == Some(first)).then_some(first)
}

/// Whether the last of the transfer codings is `chunked`.
pub(super) fn ends_chunked(value: &str) -> bool {
    value.rsplit(',').next().is_some_and(|last| last.trim().eq_ignore_ascii_case("chunked"))
}

/// Whether a line that has not ended may become a first line of the client (`request`) or of the server.
pub(super) fn may_begin(bytes: &[u8], request: bool) -> bool {
    /// No request line is longer before anybody has asked what it is.
    const LONGEST: usize = 8 << 10;
    if !request {
        return b"HTTP/1.".starts_with(bytes) || bytes.starts_with(b"HTTP/1.") && bytes.len() < LONGEST;
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let behind: IResult<&str, (&str, Option<&str>)> = (token, opt(tag(" "))).parse(text);
    let begins = match behind {
        Ok((behind, (_, blank))) => behind.is_empty() || blank.is_some(),
        Err(_) => text.is_empty(),
    };
    begins && text.len() < LONGEST && !text.contains(char::is_control)
}

/// A target without what only concerns the two: `user:password@` in front of a host, the query, and what stands behind a
/// semicolon in the path (RFC 3986, section 3.3), where servers of Java write the key of the session. The second value is the
/// sign with which that began, of several the first; of what stood in front of a host `@`.
pub(super) fn without_query(target: &str) -> (String, Option<char>) {
    let (path, query) = cut(target, &['?', '#']);
    let (scheme, behind) = match path.split_once("://") {
        Some((scheme, behind)) => (format!("{scheme}://"), behind),
        None => (String::new(), path),
    };
    let end = if scheme.is_empty() { 0 } else { behind.find('/').unwrap_or(behind.len()) };
    let (host, path) = behind.split_at_checked(end).unwrap_or(("", behind));
    let (host, user) = host.rsplit_once('@').map_or((host, None), |(_, host)| (host, Some('@')));
    let (path, parameters) = cut(path, &[';']);
    (format!("{scheme}{host}{path}"), parameters.or(query).or(user))
}

/// What stands before the first of these signs, and which it is.
fn cut<'a>(text: &'a str, signs: &[char]) -> (&'a str, Option<char>) {
    let (at, sign) = text.match_indices(signs).next().unwrap_or((text.len(), ""));
    (text.get(..at).unwrap_or(text), sign.chars().next())
}

#[cfg(test)]
mod tests {
    use super::{
        RequestLine, StatusLine, chunk_size, ends_chunked, field_line, length, may_begin, request_line,
        status_line, without_query,
    };

    #[test]
    fn first_lines_are_told_from_other_lines() {
        let request = RequestLine { method: "GET", target: "/a?b=c", version: "HTTP/1.1" };
        assert_eq!(request_line("GET /a?b=c HTTP/1.1"), Some(request));
        for other in ["GET /a", "GET  /a HTTP/1.1", "GET /a b HTTP/1.1", "GET / HTTP/2.0", "GET / HTTP/1.1 "]
        {
            assert_eq!(request_line(other), None, "{other}");
        }
        assert_eq!(status_line("HTTP/1.1 200 OK"), Some(StatusLine { version: "HTTP/1.1", code: 200 }));
        assert_eq!(status_line("HTTP/1.0 404").unwrap().code, 404);
        for other in ["HTTP/1.1 20 OK", "HTTP/1.1 2000", "HTTP/2 200", "HTTP/1.1 099 x", "HTTP/1.1 200OK"] {
            assert_eq!(status_line(other), None, "{other}");
        }
    }

    #[test]
    fn lengths_and_sizes_of_chunks_are_numbers_and_nothing_else() {
        assert_eq!((length("42"), length("5, 5"), length("5, 6")), (Some(42), Some(5), None));
        assert_eq!((length(""), length("+4"), length("99999999999999999999999")), (None, None, None));
        assert_eq!((chunk_size("1a;x=y"), chunk_size("0"), chunk_size("1a ")), (Some(26), Some(0), Some(26)));
        assert_eq!((chunk_size(""), chunk_size("x"), chunk_size("1g")), (None, None, None));
        assert!(ends_chunked("gzip, Chunked") && !ends_chunked("chunked, gzip") && !ends_chunked("gzip"));
        assert_eq!(field_line("Host:  a "), Some(("Host", "a")));
        assert_eq!((field_line("Host : a"), field_line(" folded: x")), (None, None));
    }

    #[test]
    fn a_line_that_has_not_ended_may_still_become_a_request() {
        for begun in ["", "G", "GET", "GET ", "GET /x HTTP/1"] {
            assert!(may_begin(begun.as_bytes(), true), "{begun}");
        }
        assert!(!may_begin(b"\x00\x00\x12", true) && !may_begin(b"GET\t", true));
        assert!(may_begin(b"HT", false) && may_begin(b"HTTP/1.1 2", false) && !may_begin(b"220 ", false));
    }

    #[test]
    fn what_stands_behind_a_question_mark_or_before_an_at_is_taken_away() {
        let shown = |target| without_query(target);
        assert_eq!(shown("/read?n=9000"), ("/read".to_owned(), Some('?')));
        assert_eq!(shown("/a@b"), ("/a@b".to_owned(), None));
        assert_eq!(shown("http://u:p@host/a?q"), ("http://host/a".to_owned(), Some('?')));
        assert_eq!(shown("http://u;x:p@host"), ("http://host".to_owned(), Some('@')));
        assert_eq!(shown("https://host/~u@x"), ("https://host/~u@x".to_owned(), None));
        assert_eq!(shown("/in;jsessionid=5?q"), ("/in".to_owned(), Some(';')), "the key of a session");
    }
}
