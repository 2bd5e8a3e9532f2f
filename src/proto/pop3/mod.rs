//! POP3 (RFC 1939): fetching mail, one mailbox at a time.
//!
//! The client sends a word and its arguments; the server answers `+OK` or `-ERR`, and to some commands many lines up to a
//! dot alone. Which ones depends on the command (LIST with and without an argument), so the session keeps a queue of
//! commands and reads the answers by it. It is no mailbox: it believes what the server says and notes where the numbers
//! do not agree.
//!
//! Files: `wire.rs` grammars, `session.rs` the state and the client's side, `login.rs` logins, `replies.rs` the server's
//! side, `mailbox.rs` the account of the mailbox, `state.rs` the three states and what does not belong where it was sent, `report.rs` what is said at the end, `verbs.rs`
//! and `capabilities.csv` the registries, `facts.rs` what is known at the end.

use crate::dialogue::{Half, as_text};
use crate::proto::{Opening, Protocol, Texts, Verdict};

mod facts;
mod login;
mod mailbox;
mod replies;
mod report;
mod session;
mod state;
#[cfg(test)]
mod tests;
mod topics;
mod verbs;
mod wire;

pub use facts::{Entry, Maildrop, Pop3};

/// POP3 in the registry of protocols.
pub static PROTOCOL: Protocol = Protocol {
    id: "pop3",
    name: "POP3",
    ports: &[110, 995, 1100],
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
    states: state::TRANSITIONS,
};

/// Whether it is POP3: the server greets with `+OK` before the client has said anything (which keeps Redis out, where
/// the client speaks first), and the client sends one of POP3's words. A late capture is recognised by both, or by a
/// word that only POP3 has.
fn probe(opening: &Opening<'_>) -> Verdict {
    let [a, b] = [Half::A, Half::B].map(|half| speaker(opening.of(half)));
    let by = |client: Half, by| match opening.client {
        Some(known) if known != client => Verdict::No,
        _ => Verdict::Certain { client, by },
    };
    let server = match (a, b) {
        (Speaker::Other, _) | (_, Speaker::Other) => return Verdict::No,
        (Speaker::Server, Speaker::Server) => return Verdict::No,
        (Speaker::Server, _) => Some(Half::A),
        (_, Speaker::Server) => Some(Half::B),
        _ => None,
    };
    let hinted = opening.hinted_server(PROTOCOL.ports);
    match (server, a, b) {
        (Some(server), _, _) => {
            let client = server.other();
            if !opening.late && opening.first == client {
                return Verdict::No;
            }
            let said = if client == Half::A { a } else { b };
            match said {
                Speaker::Client { .. } => by(client, "command"),
                Speaker::Silent | Speaker::Unclear if hinted.is_some() || opening.late => Verdict::Unsure,
                Speaker::Silent => Verdict::Unsure,
                // A line that is still being typed may become a command.
                Speaker::Unclear if !opening.last && !opening.of(client).contains(&b'\n') => Verdict::Unsure,
                _ => Verdict::No,
            }
        }
        (None, Speaker::Client { telling: true }, _) => by(Half::A, "command"),
        (None, _, Speaker::Client { telling: true }) => by(Half::B, "command"),
        (None, Speaker::Client { .. }, Speaker::Silent) | (None, Speaker::Silent, Speaker::Client { .. }) => {
            Verdict::Unsure
        }
        (None, Speaker::Silent, Speaker::Silent) => Verdict::Unsure,
        _ if hinted.is_some() && opening.late => Verdict::Unsure,
        (None, Speaker::Unclear, Speaker::Silent) | (None, Speaker::Silent, Speaker::Unclear) => {
            let finished = [Half::A, Half::B].iter().any(|half| opening.of(*half).contains(&b'\n'));
            if finished || opening.last { Verdict::No } else { Verdict::Unsure }
        }
        _ => Verdict::No,
    }
}

/// What one side's first bytes sound like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Speaker {
    Silent,
    Unclear,
    /// One of POP3's words; `telling` when only POP3 has it.
    Client {
        telling: bool,
    },
    /// `+OK` or `-ERR`.
    Server,
    /// Certainly not POP3.
    Other,
}

fn speaker(bytes: &[u8]) -> Speaker {
    /// Lines looked at: a typist may begin with a mistake.
    const LOOK_AT: usize = 16;
    if bytes.is_empty() {
        return Speaker::Silent;
    }
    if bytes.starts_with(&[0x16, 3]) {
        return Speaker::Other;
    }
    let mut found = Speaker::Unclear;
    for (at, line) in bytes.split_inclusive(|&byte| byte == b'\n').take(LOOK_AT).enumerate() {
        if !line.ends_with(b"\n") {
            if at == 0 && b"+OK".starts_with(line.get(..line.len().min(3)).unwrap_or_default()) {
                return Speaker::Unclear;
            }
            break;
        }
        let meant = crate::proto::lines::intended(line);
        let text = as_text(meant.as_deref().unwrap_or(line));
        let text = text.trim_end_matches(['\r', '\n']);
        if at == 0 && matches!(wire::status(text), Some((wire::Status::Ok | wire::Status::Err, _))) {
            return Speaker::Server;
        }
        if at == 0 && (text.starts_with("HTTP/") || text.contains(" HTTP/1.")) {
            return Speaker::Other;
        }
        let command = wire::command(text);
        if let Some(verb) = verbs::find(command.verb) {
            let numbered = wire::numbered(command.argument).is_some();
            let telling = verb.telling || (numbered && matches!(verb.word, "RETR" | "DELE"));
            match found {
                Speaker::Client { telling: true } => {}
                _ => found = Speaker::Client { telling },
            }
        }
    }
    found
}
