//! Protocols: pieces of two byte streams in, steps of a dialogue out.
//!
//! One protocol is one folder and one line in [`PROTOCOLS`]. A folder has `mod.rs` (the descriptor), `wire.rs` (pure
//! nom grammars), `session.rs` (the state machine), `facts.rs` (what is known at the end), data files and
//! `text/{zh,en,ja}.ftl`. Help, tests and renderers read [`PROTOCOLS`]; nothing else needs to know a protocol.
//!
//! A [`Session`] is fed what each side sent, in cause-and-effect order, and tells a [`Sink`] what it understood. It
//! never fails: what is wrong becomes a finding, what is missing ([`Piece::Gap`]) is an input like any other.

use std::net::IpAddr;

use crate::dialogue::{
    Facts, Finding, Gap, Half, Lesson, Message, Note, Piece, Place, Side, Step, Topic, Wanted,
};

pub mod dns;
pub mod http;
pub mod lines;
pub mod mail;
pub mod plain;
pub mod pop3;
pub mod sasl;
pub mod smtp;
pub mod tls;

/// Every protocol that is recognised, in the order in which they are asked.
pub static PROTOCOLS: &[&Protocol] = &[&smtp::PROTOCOL, &pop3::PROTOCOL, &tls::PROTOCOL, &http::PROTOCOL];

/// Texts that belong to no session: the framework's folders add theirs here.
pub static MORE_TEXTS: &[&Texts] = &[&lines::TEXTS, &sasl::TEXTS, &mail::TEXTS];

/// JSON Schemas of what several protocols share.
pub static MORE_SCHEMAS: &[&str] = &[sasl::SCHEMA];

/// Everything that can be looked up: each protocol's words, and those that several share.
pub fn topics() -> Vec<Topic> {
    let own = PROTOCOLS.iter().flat_map(|protocol| (protocol.topics)());
    own.chain(sasl::topics()).collect()
}

/// A protocol's place in the program.
pub struct Protocol {
    /// `smtp`: the key of its facts and the beginning of its step kinds.
    pub id: &'static str,
    /// `SMTP`: the name people use.
    pub name: &'static str,
    /// TCP ports it is usually found on: a hint, never a proof.
    pub ports: &'static [u16],
    /// Whether the first bytes are of this protocol.
    pub probe: fn(&Opening<'_>) -> Verdict,
    /// A new session.
    pub open: fn(&Opened<'_>) -> Box<dyn Session>,
    /// Its explanations.
    pub texts: Texts,
    /// Whether other protocols travel inside it.
    pub wraps: bool,
    /// Whether what a session tells follows from what was said in the conversation alone: not from who said it, or from
    /// other conversations.
    pub self_contained: bool,
    /// Whether a conversation has one object of facts or a list.
    pub many_facts: bool,
    /// The JSON Schema of its facts: an object of definitions, of which the one named like the protocol is the facts.
    pub schema: &'static str,
    /// What can be looked up of it, each with the text that explains it in a dialogue.
    pub topics: fn() -> Vec<Topic>,
    /// The states that a session of it goes through, in the order in which one that succeeds does; empty where it has
    /// none that are worth a drawing.
    pub states: &'static [Transition],
}

/// A row of a protocol's table of states: who is in `from`, is asked `by` and answers `reply`, is in `to`.
#[derive(Clone, Copy, Debug)]
pub struct Transition {
    /// Id of the state; it is called what the text `smtp-state-…` says. [`Transition::ANY`]: every state.
    pub from: &'static str,
    /// Kinds of the steps that ask, without the protocol's id; `greeting` is not asked for.
    pub by: &'static [&'static str],
    /// What the reply begins with, one of them; empty for any reply.
    pub reply: &'static [&'static str],
    /// Id of the state behind it. The same one: it is allowed there and changes nothing.
    pub to: &'static str,
}

impl Transition {
    /// What is allowed in every state, in place of a state's id.
    pub const ANY: &'static str = "*";

    /// Whether it starts in this state and is led to by this kind of step.
    pub fn allows(&self, state: &str, kind: &str) -> bool {
        (self.from == Self::ANY || self.from == state) && self.by.contains(&kind)
    }

    /// Whether this is a reply that it takes.
    pub fn takes(&self, reply: &str) -> bool {
        self.reply.is_empty() || self.reply.iter().any(|start| reply.starts_with(start))
    }
}

/// Fluent texts in the three languages.
pub struct Texts {
    /// 简体中文.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
    /// 日本語.
    pub ja: &'static str,
}

/// The protocol with this id.
pub fn by_id(id: &str) -> Option<&'static Protocol> {
    PROTOCOLS.iter().copied().find(|protocol| protocol.id == id)
}

/// What is known of a connection when a probe is asked.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'a> {
    /// First bytes of each end, up to 16 KiB (A, B); they start where the connection, or the capture of it, starts.
    pub bytes: [&'a [u8]; 2],
    /// Ports of A and B.
    pub ports: [u16; 2],
    /// The end that spoke first.
    pub first: Half,
    /// The client, when a SYN or SYN-ACK told.
    pub client: Option<Half>,
    /// Whether the bytes before these are missing: the capture began while the connection was running.
    pub late: bool,
    /// Whether they were inside an encrypted session.
    pub inside: bool,
    /// Whether no more bytes will come: the probe's last chance.
    pub last: bool,
}

impl Opening<'_> {
    /// Bytes of one end.
    pub fn of(&self, half: Half) -> &[u8] {
        self.bytes.get(half.index()).copied().unwrap_or_default()
    }

    /// The end whose port is among `ports`: the likely server.
    pub fn hinted_server(&self, ports: &[u16]) -> Option<Half> {
        [Half::A, Half::B].into_iter().find(|half| {
            self.ports.get(half.index()).is_some_and(|port| ports.contains(port))
                && self.client != Some(*half)
        })
    }
}

/// A probe's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is this protocol.
    Certain {
        /// The end that speaks as the client.
        client: Half,
        /// What gave it away: `banner`, `command`, `tls_record` …
        by: &'static str,
    },
    /// It may be; ask again with more bytes.
    Unsure,
    /// It is not.
    No,
}

/// What a session is opened with.
pub struct Opened<'a> {
    /// What the caller will show.
    pub wanted: &'a Wanted,
    /// Its number in the capture.
    pub stream: u64,
    /// Whether its bytes travelled inside an encrypted session.
    pub encrypted: bool,
    /// Whether the beginning of the connection is missing.
    pub late: bool,
    /// Address and port of the client and of the server.
    pub ends: [(IpAddr, u16); 2],
    /// The protocol that handed over to this one (STARTTLS), if any.
    pub after: Option<&'static str>,
}

/// A protocol's state machine for one connection.
pub trait Session: Send {
    /// Takes what `from` sent next. Bytes it leaves are offered again, before newer ones of that side, once the
    /// other side has moved; so a session that must wait for the peer's answer (STARTTLS) takes nothing meanwhile.
    fn feed(&mut self, from: Side, piece: Piece<'_>, out: &mut dyn Sink) -> Fed;

    /// The connection is over, or this session has handed over: flush and report facts. Both sides were told their end
    /// ([`Piece::End`]) before, and the connection's own closing step comes after.
    fn finish(&mut self, out: &mut dyn Sink);
}

/// What became of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fed {
    /// Bytes taken; of a gap or an end, any number (they are always taken).
    pub taken: usize,
    /// How to go on.
    pub next: Next,
}

impl Fed {
    /// All `len` bytes taken, more wanted.
    pub fn all(len: usize) -> Fed {
        Fed { taken: len, next: Next::More }
    }
}

/// How to go on after a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Feed on.
    More,
    /// What follows, on both sides, is this protocol (an id); this session is finished.
    Switch(&'static str),
    /// This is not the protocol after all; nothing more is wanted.
    GiveUp,
}

/// Where a session reports.
pub trait Sink {
    /// A step; returns its index in the conversation.
    fn step(&mut self, step: Step) -> usize;
    /// The step with this index, to complete it by what came later. `None` if steps are not kept.
    fn amend(&mut self, index: usize) -> Option<&mut Step>;
    /// Replaces the step with this index by what it has become: for one that is told where it begins and grows from
    /// there.
    fn complete(&mut self, index: usize, whole: Step) {
        if let Some(step) = self.amend(index) {
            *step = whole;
        }
    }
    /// Reports missing bytes as the standard step `tcp.gap`, with what they probably were; returns its index. A session
    /// may fold a gap into a step of its own instead (encrypted data): the connection's account counts it all the same.
    fn gap(&mut self, from: Side, gap: &Gap, guess: Option<Note>) -> usize;
    /// Something worth knowing.
    fn finding(&mut self, finding: Finding);
    /// A mail; returns its index in the conversation.
    fn message(&mut self, message: Message) -> usize;
    /// What is known of this protocol, at the end (or per handshake).
    fn facts(&mut self, protocol: &'static str, facts: Box<dyn Facts>);
    /// What there is to learn from it, where that is asked for.
    fn lesson(&mut self, _lesson: Lesson) {}
    /// Bytes that were inside an encrypted session, for a protocol within.
    fn inner(&mut self, from: Side, piece: Piece<'_>);
    /// The same of a session that has no cipher: the bytes were there for anyone to read.
    fn inner_clear(&mut self, from: Side, piece: Piece<'_>);
    /// Says that `len` bytes at `place` are encrypted and could not be read.
    fn opaque(&mut self, from: Side, place: Place, len: usize);
    /// Words for the head of the conversation: its title (`TLS 1.2`), how it was recognised, the outcome, the summary.
    fn headline(&mut self, headline: Headline);
    /// A name of the server that the conversation itself tells (SNI), with the frame that told it.
    fn server_name(&mut self, name: &str, source: &str);
    /// The name that somebody gave to log in.
    fn user(&mut self, _name: &str) {}
}

/// What a session says about the conversation as a whole.
pub enum Headline {
    /// The protocol's name with its version.
    Title(String),
    /// How it was recognised, in words (several are joined).
    Recognised(Note),
    /// What came of it, in words, for the last line.
    Summary(Note),
    /// What came of it, in a few words, for a list.
    Outcome(Note),
}
