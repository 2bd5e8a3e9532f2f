use std::net::IpAddr;

use super::{Conversation, Passwords, Secrets, Shelf, Time};

/// What the caller will show. Less wanted means that a value is absent, never that it is another one.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// How far mails are read.
    pub messages: Messages,
    /// Room for the bytes of mails that are under way, where they are kept.
    pub shelf: Shelf,
    /// Whether steps are wanted at all.
    pub steps: bool,
    /// Whether the typed facts of each protocol are wanted.
    pub facts: bool,
    /// Whether the words around the dialogue are wanted: how it was recognised, and its summary.
    pub words: bool,
    /// Whether what `-v` adds to the explanations of steps is wanted.
    pub more: bool,
    /// Whether the byte map of handshake messages is wanted.
    pub fields: bool,
    /// Whether lessons are wanted, and with the byte map the bytes themselves.
    pub lesson: bool,
    /// Whether signatures are verified.
    pub checks: bool,
    /// Whether secrets are kept and shown.
    pub reveal: bool,
    /// Secrets with which encrypted sessions are read.
    pub secrets: Secrets,
    /// Passwords with which digests are computed again.
    pub passwords: Passwords,
    /// Whether the reassembled bytes themselves are wanted (`follow`).
    pub bytes: bool,
    /// Whether, of those, what was inside encryption is wanted in place of what was on the wire.
    pub decrypted: bool,
    /// Which conversations.
    pub only: Filters,
}

impl Default for Wanted {
    fn default() -> Self {
        Wanted {
            messages: Messages::Summary,
            shelf: Shelf::default(),
            steps: true,
            facts: true,
            words: true,
            more: true,
            fields: false,
            lesson: false,
            checks: false,
            reveal: false,
            secrets: Secrets::default(),
            passwords: Passwords::default(),
            bytes: false,
            decrypted: false,
            only: Filters::default(),
        }
    }
}

/// How far mails are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Messages {
    /// Not at all: only their size.
    No,
    /// Header fields and MIME types.
    Summary,
    /// Also hashes and sizes of the message and its parts.
    Hashed,
    /// Also what is said in full, and the bytes for whoever takes them at the message's end.
    Kept,
}

/// Which conversations are wanted; an empty list lets all pass.
#[derive(Clone, Debug, Default)]
pub struct Filters {
    /// Wireshark stream numbers.
    pub streams: Vec<u64>,
    /// Protocol ids.
    pub protocols: Vec<String>,
    /// Addresses of either side.
    pub hosts: Vec<IpAddr>,
    /// Ports of either side.
    pub ports: Vec<u16>,
    /// Users who log in, by the name they give; without `@` also by what stands before the `@` of it.
    pub users: Vec<String>,
    /// Nanoseconds since the capture's first frame: conversations with frames from here to there.
    pub times: Option<(i64, i64)>,
}

impl Filters {
    /// Whether a connection may be wanted, before it is known what it speaks.
    pub fn admits(&self, stream: u64, ends: [(IpAddr, u16); 2]) -> bool {
        (self.streams.is_empty() || self.streams.contains(&stream))
            && (self.hosts.is_empty() || ends.iter().any(|end| self.hosts.contains(&end.0)))
            && (self.ports.is_empty() || ends.iter().any(|end| self.ports.contains(&end.1)))
    }

    /// Whether a conversation that is over is wanted: the rest of the filters. `start` is when the capture begins.
    pub fn let_pass(&self, conversation: &Conversation, start: Time) -> bool {
        let is_wanted = |id: &&str| self.protocols.iter().any(|wanted| wanted == id);
        let in_time = self.times.is_none_or(|(from, to)| {
            let first = conversation.start.nanos_since(start);
            first <= to && first.saturating_add(conversation.nanos) >= from
        });
        in_time
            && (self.protocols.is_empty() || conversation.protocols.iter().any(is_wanted))
            && (self.users.is_empty() || conversation.users.iter().any(|user| self.names(user)))
    }

    fn names(&self, user: &str) -> bool {
        let local = user.split_once('@').map(|(local, _)| local);
        self.users.iter().any(|wanted| {
            wanted.eq_ignore_ascii_case(user) || local.is_some_and(|local| wanted.eq_ignore_ascii_case(local))
        })
    }
}
