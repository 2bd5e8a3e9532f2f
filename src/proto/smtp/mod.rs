//! SMTP (RFC 5321) and submission (RFC 6409): who says what, and what answers what.
//!
//! The client sends command lines, the server replies with three digits and text, over one line or several. The session
//! follows both: every command waits in a queue for its reply (PIPELINING, RFC 2920, sends several at once); what the
//! client sends next depends on the reply (the message after DATA and 354, Base64 lines after AUTH and 334, TLS after
//! STARTTLS and 220). It is no server: it refuses nothing and checks no address; it says what happened.
//!
//! Files: `wire.rs` grammars, `session.rs` the state, `commands.rs` and `login.rs` the client's side, `replies.rs` the
//! server's, `content.rs` messages (DATA, BDAT), `uses.rs` extensions offered and used, `lessons.rs` what is often misunderstood, `report.rs` what is said at the end, `registry.rs` and its csv files the
//! registries, `verbs.rs` commands and reply codes, `topics.rs` what can be looked up, `facts.rs` what is known at the end.

use crate::dialogue::{Half, as_text};
use crate::proto::{Opening, Protocol, Texts, Verdict};

mod commands;
mod content;
mod facts;
mod lessons;
mod login;
mod registry;
mod replies;
mod report;
mod session;
mod states;
#[cfg(test)]
mod tests;
mod topics;
mod uses;
mod verbs;
mod wire;

pub use facts::{
    Extension, Greeting, Hello, Outcome, Parameter, Recipient, Smtp, StartTls, Transaction, Transfer,
};

/// SMTP in the registry of protocols.
pub static PROTOCOL: Protocol = Protocol {
    id: "smtp",
    name: "SMTP",
    ports: &[25, 587, 465, 2525, 1025],
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
    states: states::TRANSITIONS,
};

/// Whether it is SMTP. A greeting with 220 is not enough (FTP has one); with a HELO, EHLO or a word of SMTP in it, it
/// is. A capture that began late is recognised by a command and a reply, or stays open on a port of SMTP.
fn probe(opening: &Opening<'_>) -> Verdict {
    let [a, b] = [Half::A, Half::B].map(|half| speaker(opening.of(half)));
    let by = |client: Half, by| match opening.client {
        Some(known) if known != client => Verdict::No,
        _ => Verdict::Certain { client, by },
    };
    match (a, b) {
        (Speaker::Other, _) | (_, Speaker::Other) => Verdict::No,
        (Speaker::Client, Speaker::Server { .. }) => by(Half::A, "command"),
        (Speaker::Server { .. }, Speaker::Client) => by(Half::B, "command"),
        (Speaker::Server { named: true }, Speaker::Silent) => by(Half::B, "banner"),
        (Speaker::Silent, Speaker::Server { named: true }) => by(Half::A, "banner"),
        (Speaker::Client, Speaker::Silent) if certain_client(opening.of(Half::A)) => by(Half::A, "command"),
        (Speaker::Silent, Speaker::Client) if certain_client(opening.of(Half::B)) => by(Half::B, "command"),
        (Speaker::Client, Speaker::Client) => Verdict::No,
        _ if opening.hinted_server(PROTOCOL.ports).is_some() => hinted(opening, a, b),
        // Without a hint a bare 220 waits for the client's first line, and a lone reply code proves nothing.
        (Speaker::Server { .. }, Speaker::Silent | Speaker::Unclear)
        | (Speaker::Silent | Speaker::Unclear, Speaker::Server { .. })
        | (Speaker::Silent, Speaker::Silent) => Verdict::Unsure,
        (Speaker::Unclear, Speaker::Silent) | (Speaker::Silent, Speaker::Unclear) => unclear(opening),
        (Speaker::Client, _) | (_, Speaker::Client) => Verdict::Unsure,
        _ => Verdict::No,
    }
}

/// On a port of SMTP, lines that say nothing yet are waited for.
fn hinted(opening: &Opening<'_>, a: Speaker, b: Speaker) -> Verdict {
    let server = opening.hinted_server(PROTOCOL.ports);
    let unclear = [a, b].iter().any(|speaker| matches!(speaker, Speaker::Unclear));
    if !opening.late
        && unclear
        && !matches!((a, b), (Speaker::Server { .. }, _) | (_, Speaker::Server { .. }))
    {
        return self::unclear(opening);
    }
    match server {
        Some(server) if opening.last => Verdict::Certain { client: server.other(), by: "port" },
        _ => Verdict::Unsure,
    }
}

/// An unfinished first line may still become anything; a finished one that is no SMTP is not.
fn unclear(opening: &Opening<'_>) -> Verdict {
    let finished = [Half::A, Half::B].iter().any(|half| opening.of(*half).contains(&b'\n'));
    if finished || opening.last { Verdict::No } else { Verdict::Unsure }
}

/// What one side's first bytes sound like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Speaker {
    Silent,
    /// Text, but nothing that tells.
    Unclear,
    Client,
    /// Reply codes; `named` when a greeting says that it is SMTP.
    Server {
        named: bool,
    },
    /// Certainly not SMTP.
    Other,
}

fn speaker(bytes: &[u8]) -> Speaker {
    if bytes.is_empty() {
        return Speaker::Silent;
    }
    if bytes.first() == Some(&0x16) && bytes.get(1).is_none_or(|&byte| byte == 3) {
        return Speaker::Other;
    }
    let end = memchr::memchr(b'\n', bytes).map_or(bytes.len(), |end| end + 1);
    let (first, later) = bytes.split_at_checked(end).unwrap_or((bytes, &[]));
    let text = as_text(first);
    let text = text.trim_end_matches(['\r', '\n']);
    if let Some(reply) = wire::reply_line(text) {
        let text = reply.text.as_bytes();
        let is_name = |end: usize| {
            let word = text.get(..=end);
            matches!(word, Some([.., b'S' | b's' | b'L' | b'l', b'M' | b'm', b'T' | b't', _]))
        };
        let named =
            matches!(reply.code, 220 | 554 | 421) && memchr::memchr2_iter(b'P', b'p', text).any(is_name);
        return Speaker::Server { named };
    }
    if text.starts_with("HTTP/") || text.contains(" HTTP/1.") {
        return Speaker::Other;
    }
    // Later lines count where the first one is only the rest of something, or was mistyped.
    const LOOK_AT: usize = 16;
    let command = |line: &[u8]| {
        let meant = crate::proto::lines::intended(line);
        let line = as_text(meant.as_deref().unwrap_or(line));
        let line = wire::command(line.trim_end_matches(['\r', '\n']));
        verbs::find(line.verb).is_some_and(|verb| verb.tells(line.argument))
    };
    let finished = |line: &&[u8]| line.ends_with(b"\n");
    let later = later.split_inclusive(|&byte| byte == b'\n').take(LOOK_AT);
    if first.ends_with(b"\n") && command(first) || later.filter(finished).any(command) {
        return Speaker::Client;
    }
    Speaker::Unclear
}

/// Commands that no other protocol has, for a capture that holds the client's side only.
fn certain_client(bytes: &[u8]) -> bool {
    let text = as_text(bytes.get(..bytes.len().min(4096)).unwrap_or_default());
    text.lines().take(16).any(|line| {
        let command = wire::command(line);
        let verb = command.verb.to_ascii_uppercase();
        match verb.as_str() {
            "EHLO" | "HELO" | "LHLO" => !command.argument.is_empty(),
            "MAIL" => wire::path("FROM", command.argument).is_some(),
            "RCPT" => wire::path("TO", command.argument).is_some(),
            _ => false,
        }
    })
}
