//! HTTP/1.x (RFC 9110, RFC 9112) inside TLS: webmail, which is what stands behind port 443 in a capture of mail.
//!
//! A request and its response are a line each: the first line as it is on the wire, and beside it what the fields say that
//! matters (the host, the body's kind and length, where a redirect leads, that cookies are there). Bodies pass by: they are
//! counted and never shown, for a form holds passwords. What may be a secret (the query of a target, cookies, fields
//! nobody knows) is masked where it is read. Responses answer requests in order (RFC 9112, section 9.3), so a queue pairs
//! them, and the request decides whether a response has a body at all.
//!
//! It is looked for only inside encryption that could be read. In clear HTTP stays unclaimed: this program is about mail,
//! and captures are full of it. HTTP/2 is binary frames: it is named and not taken apart.
//!
//! Files: `wire.rs` grammars, `fields.rs` the fields of a message, `reader.rs` one side's bytes cut into messages,
//! `session.rs` requests and their responses, `told.rs` what is said of each, `report.rs` what is said at the end,
//! `registry.rs`, `methods.csv` and `statuses.csv` the registries, `facts.rs` what is known at the end.

use crate::dialogue::Half;
use crate::proto::{Opening, Protocol, Texts, Verdict};

mod facts;
mod fields;
mod reader;
mod registry;
mod report;
mod session;
#[cfg(test)]
mod tests;
mod told;
mod topics;
mod wire;

pub use facts::{Exchange, Http};

/// HTTP in the registry of protocols.
pub static PROTOCOL: Protocol = Protocol {
    id: "http",
    name: "HTTP",
    ports: &[443],
    probe,
    open: session::open,
    texts: Texts {
        zh: include_str!("text/zh.ftl"),
        en: include_str!("text/en.ftl"),
        ja: include_str!("text/ja.ftl"),
    },
    wraps: false,
    self_contained: true,
    many_facts: false,
    schema: include_str!("schema.json"),
    topics: topics::topics,
    states: &[],
};

/// Whether it is HTTP: the client's first line is a request line or the preface of HTTP/2, or, where the beginning is
/// missing, a line of either side can only be the first of a message.
fn probe(opening: &Opening<'_>) -> Verdict {
    if !opening.inside {
        return Verdict::No;
    }
    let client = opening.client.unwrap_or(opening.first);
    let said = |half: Half| begins(opening.of(half), half == client, opening.late);
    match (said(client), said(client.other())) {
        (Begins::Yes, _) => Verdict::Certain { client, by: "request" },
        (Begins::Perhaps, Begins::Yes) => Verdict::Certain { client, by: "response" },
        (_, Begins::Yes) if opening.late => Verdict::Certain { client, by: "response" },
        (Begins::Perhaps, Begins::Perhaps) if !opening.last => Verdict::Unsure,
        _ => Verdict::No,
    }
}

/// Whether one side's first bytes are those of HTTP.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begins {
    Yes,
    Perhaps,
    No,
}

fn begins(bytes: &[u8], request: bool, late: bool) -> Begins {
    /// Lines looked at where the first ones may be the rest of something.
    const LOOK_AT: usize = 64;
    // Blank lines may stand in front of a request (RFC 9112, section 2.2).
    let blank = bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    let bytes = bytes.get(blank..).unwrap_or_default();
    for line in bytes.split_inclusive(|&byte| byte == b'\n').take(if late { LOOK_AT } else { 1 }) {
        let whole = line.ends_with(b"\n");
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if !whole {
            let perhaps = late || wire::may_begin(line, request);
            return if perhaps { Begins::Perhaps } else { preface(bytes, request) };
        }
        let text = std::str::from_utf8(line).unwrap_or("");
        if request && (wire::request_line(text).is_some() || text == wire::PREFACE)
            || !request && wire::status_line(text).is_some()
        {
            return Begins::Yes;
        }
    }
    if late || bytes.is_empty() { Begins::Perhaps } else { preface(bytes, request) }
}

/// A server of HTTP/2 may send its first frame, SETTINGS on stream 0 (RFC 9113, section 6.5), before the client's preface
/// has come.
fn preface(bytes: &[u8], request: bool) -> Begins {
    const HEAD: [u8; 6] = [4, 0, 0, 0, 0, 0];
    let head = bytes.get(3..9.min(bytes.len()).max(3)).unwrap_or_default();
    let small = bytes.first() == Some(&0);
    if !request && small && HEAD.starts_with(head) { Begins::Perhaps } else { Begins::No }
}
