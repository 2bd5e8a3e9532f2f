//! The fields of a message (RFC 9110, section 6.3), as far as the dialogue tells of them.

use crate::dialogue::{MASK, wire_text};

use super::wire;

/// Fields that are listed of one message; real ones have twenty or thirty.
const MAX_LISTED: usize = 100;
/// Bytes that are shown of a value.
const MAX_VALUE: usize = 512;

/// Fields whose values tell nothing about a person: all others are masked, for whatever a website invents (tokens, keys of
/// sessions) may stand in them.
const SHOWN: [&str; 39] = [
    "accept",
    "accept-charset",
    "accept-encoding",
    "accept-language",
    "accept-ranges",
    "access-control-allow-origin",
    "age",
    "allow",
    "alt-svc",
    "cache-control",
    "connection",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-length",
    "content-range",
    "content-type",
    "date",
    "etag",
    "expect",
    "expires",
    "host",
    "keep-alive",
    "last-modified",
    "location",
    "origin",
    "pragma",
    "range",
    "referer",
    "retry-after",
    "server",
    "strict-transport-security",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "vary",
    "www-authenticate",
];

/// What the dialogue needs of a message's fields.
#[derive(Debug, Default)]
pub(super) struct Fields {
    pub(super) host: Option<String>,
    pub(super) content_type: Option<String>,
    pub(super) location: Option<String>,
    pub(super) upgrade: Option<String>,
    pub(super) length: Option<u64>,
    /// Content-Length says two things, or nothing that is a number.
    pub(super) contradictory: bool,
    pub(super) coded: Option<Coded>,
    pub(super) cookie: bool,
    pub(super) authorization: bool,
    /// Every field, as it may be shown.
    listed: Vec<String>,
    unlisted: u64,
}

/// What Transfer-Encoding says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coded {
    Chunked,
    /// Something else comes last, so only the connection's end ends the body.
    Otherwise,
}

impl Fields {
    /// Takes a line.
    pub(super) fn add(&mut self, line: &str, reveal: bool) {
        let Some((name, value)) = wire::field_line(line) else {
            // A folded line belongs to the value before it (RFC 9112, section 5.2), which may be a secret.
            self.list(|| if reveal { shortened(line) } else { MASK.to_owned() });
            return;
        };
        let lower = name.to_ascii_lowercase();
        let short = || Some(shortened(value));
        match lower.as_str() {
            "host" => self.host = short(),
            "content-type" => self.content_type = short(),
            "location" => self.location = Some(target(value, reveal).0),
            "upgrade" => self.upgrade = short(),
            "cookie" | "set-cookie" => self.cookie = true,
            "authorization" | "proxy-authorization" => self.authorization = true,
            "content-length" => match wire::length(value) {
                Some(length) if self.length.is_none_or(|known| known == length) => self.length = Some(length),
                _ => self.contradictory = true,
            },
            "transfer-encoding" => {
                let chunked = wire::ends_chunked(value);
                self.coded = Some(if chunked { Coded::Chunked } else { Coded::Otherwise });
            }
            _ => {}
        }
        self.list(|| {
            let value = match lower.as_str() {
                "location" | "referer" => target(value, reveal).0,
                known if reveal || SHOWN.contains(&known) => shortened(value),
                _ => MASK.to_owned(),
            };
            format!("{name}: {value}")
        });
    }

    fn list(&mut self, text: impl FnOnce() -> String) {
        if self.listed.len() < MAX_LISTED {
            self.listed.push(text());
        } else {
            self.unlisted += 1;
        }
    }

    /// All fields in one line, and how many are left out of it.
    pub(super) fn listed(&self) -> Option<(String, u64)> {
        (!self.listed.is_empty()).then(|| (self.listed.join(" | "), self.unlisted))
    }

    /// Whether what says the body's length contradicts itself: two receivers may see its end at two places (RFC 9112,
    /// section 6.3).
    pub(super) fn is_ambiguous(&self) -> bool {
        self.contradictory || self.length.is_some() && self.coded.is_some()
    }
}

/// A target or location as it may be shown; the second value says whether a query of it is masked.
pub(super) fn target(value: &str, reveal: bool) -> (String, bool) {
    if reveal {
        return (shortened(value), false);
    }
    let (path, sign) = wire::without_query(value);
    let hidden = sign.filter(|sign| *sign != '@').map(|sign| format!("{sign}{MASK}")).unwrap_or_default();
    (format!("{}{hidden}", shortened(&path)), sign == Some('?'))
}

/// The first bytes of a value, escaped.
fn shortened(value: &str) -> String {
    match value.char_indices().nth(MAX_VALUE) {
        Some((end, _)) => format!("{}...", wire_text(value.get(..end).unwrap_or("").as_bytes())),
        None => wire_text(value.as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Coded, Fields, MAX_LISTED, target};

    fn read(lines: &[&str], reveal: bool) -> Fields {
        let mut fields = Fields::default();
        lines.iter().for_each(|line| fields.add(line, reveal));
        fields
    }

    #[test]
    fn what_may_be_a_secret_is_masked_where_it_is_read() {
        let lines = [
            "Cookie: sid=geheim",
            "X-CSRF-Token: geheim",
            "Authorization: Basic geheim",
            "Referer: https://a/?t=geheim",
            "Location: /x?t=geheim",
            " geheim",
            "Host: lab.example",
        ];
        let fields = read(&lines, false);
        let said = format!("{fields:?}");
        assert!(!said.contains("geheim") && said.contains("Host: lab.example"), "{said}");
        assert!(fields.cookie && fields.authorization);
        assert_eq!(read(&lines, true).listed().unwrap().0.matches("geheim").count(), 6);
        assert_eq!(target("https://user:pw@host/a?b", false), ("https://host/a?********".to_owned(), true));
        assert_eq!(target("/in;jsessionid=geheim?q", false).0, "/in;********");
        assert_eq!(target("https://a/#token=geheim", false), ("https://a/#********".to_owned(), false));
    }

    #[test]
    fn what_says_the_length_of_a_body_is_read_and_contradictions_are_seen() {
        assert_eq!(read(&["content-length: 5", "Content-Length: 5"], false).length, Some(5));
        assert!(read(&["Content-Length: 5", "Content-Length: 6"], false).is_ambiguous());
        assert!(read(&["Content-Length: five"], false).is_ambiguous());
        let both = read(&["Content-Length: 5", "Transfer-Encoding: chunked"], false);
        assert!(both.is_ambiguous() && both.coded == Some(Coded::Chunked));
        assert_eq!(read(&["Transfer-Encoding: gzip"], false).coded, Some(Coded::Otherwise));
        assert!(!read(&["Transfer-Encoding: chunked"], false).is_ambiguous());
    }

    #[test]
    fn fields_without_end_are_counted_and_not_kept() {
        let many: Vec<String> = (0..100_000).map(|n| format!("A{n}: {}", "x".repeat(4000))).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let (text, more) = read(&many, true).listed().unwrap();
        assert_eq!(more, 100_000 - MAX_LISTED as u64);
        assert!(text.len() < 100 * MAX_LISTED * 10, "{}", text.len());
    }
}
