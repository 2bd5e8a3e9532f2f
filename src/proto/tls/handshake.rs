//! How far one handshake has come. What its messages say is read in `reading.rs`.

use super::facts::{ClientCertificate, MessageFact, Resumed, TlsFacts};
use super::hello::{ClientHello, ServerHello};
use super::keys::Keys;
use super::messages::{Pair, named};
use super::resumption::Offered;
use super::transcript::Transcript;
use super::wire::handshake as kinds;
use crate::dialogue::{Check, Frames, Note, Side};

/// How far a side has come.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Progress {
    /// It sent Change Cipher Spec.
    pub switched: bool,
    /// It sent Finished.
    pub finished: bool,
    /// It sent application data.
    pub data: bool,
    /// It sent an encrypted message in this handshake.
    pub encrypted: bool,
}

/// What the caller will show.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Asked {
    /// Whether signatures are verified.
    pub checks: bool,
    /// Whether fingerprints are computed.
    pub facts: bool,
    /// Whether lessons are told.
    pub lessons: bool,
    /// Whether more is told than what became of the session: steps, facts, and what is wrong with certificates.
    pub told: bool,
}

/// A handshake in progress.
#[derive(Debug, Default)]
pub(super) struct Handshake {
    /// What will be reported.
    pub facts: TlsFacts,
    /// The latest Client Hello.
    pub client: Option<ClientHello>,
    /// The Server Hello.
    pub server: Option<ServerHello>,
    /// The version chosen.
    pub version: Option<u16>,
    /// The messages before the one that is being read.
    pub transcript: Transcript,
    /// What will be shown of it.
    pub asked: Asked,
    /// The pre-master secret as the client sent it, encrypted to the server's RSA key.
    pub encrypted_premaster: Option<Vec<u8>>,
    /// What was checked, for a lesson.
    pub checks: Vec<Check>,
    /// What the client offered to resume.
    pub offered: Offered,
    /// What is known of its secrets.
    pub keys: Keys,
    /// How far each side has come.
    pub sides: Pair<Progress>,
    /// The name of the last message.
    pub last: Option<&'static str>,
    /// The fatal alert that ended it.
    pub fatal: Option<(Side, String)>,
    /// Whether bytes of it are missing.
    pub gap: bool,
    /// Whether the server sent something that only a full handshake has.
    full: bool,
}

impl Handshake {
    /// A first one; `hashed`: whether something will be computed over its messages.
    pub fn new(hashed: bool) -> Self {
        Handshake { transcript: Transcript::new(hashed), ..Handshake::default() }
    }

    /// A handshake inside an earlier session.
    pub fn again(hashed: bool) -> Self {
        let facts = TlsFacts { renegotiation: true, ..TlsFacts::default() };
        Handshake { facts, ..Handshake::new(hashed) }
    }

    /// Whether TLS 1.3 was chosen; records say nothing about it.
    pub fn is_13(&self) -> bool {
        self.version.is_some_and(|version| version == 0x0304 || version >> 8 == 0x7f)
    }

    /// Whether Change Cipher Spec means nothing: in TLS 1.3, and of a client that offers it while no server answered.
    pub fn switch_is_empty(&self, side: Side) -> bool {
        let offered = self.client.as_ref().is_some_and(|hello| hello.highest() >= 0x0304);
        self.is_13() || side == Side::Client && self.version.is_none() && self.server.is_none() && offered
    }

    /// Whether both sides are through.
    pub fn complete(&self) -> bool {
        let finished = self.sides.client.finished && self.sides.server.finished;
        // Of TLS 1.3 Finished is seen with secrets only.
        finished || self.is_13() && self.sides.client.data && self.sides.server.data
    }

    /// Whether anything of it was seen.
    pub fn begun(&self) -> bool {
        !self.facts.messages.is_empty()
    }

    /// The key exchange of the chosen suite.
    pub fn exchange(&self) -> Option<&str> {
        self.facts.cipher_suite.as_ref()?.key_exchange.as_deref()
    }

    /// Remembers a message for the facts.
    pub fn remember(
        &mut self,
        side: Side,
        kind: &'static str,
        frames: &Frames,
        length: u64,
        how: (bool, bool),
    ) {
        let kind = kind.strip_prefix("tls.").unwrap_or(kind);
        let (encrypted, inferred) = how;
        let frames = frames.clone();
        self.facts.messages.push(MessageFact { side, kind, frames, length, encrypted, inferred });
    }

    /// That a message of this type came, whether or not it can be read.
    pub fn notice(&mut self, side: Side, kind: u8) {
        self.last = Some(named(kind).1);
        if side == Side::Server
            && matches!(kind, kinds::CERTIFICATE | kinds::SERVER_HELLO_DONE)
            && !self.is_13()
        {
            self.full = true;
            self.facts.resumed = Resumed::No;
        }
        if side == Side::Server && kind == kinds::SERVER_HELLO_DONE && self.facts.client_certificate.is_none()
        {
            self.facts.client_certificate = Some(ClientCertificate::NotRequested);
        }
        if kind == kinds::FINISHED {
            self.sides.of_mut(side).finished = true;
        }
    }

    /// The side switches to encryption.
    pub fn switch(&mut self, side: Side) -> Vec<Note> {
        self.last = Some("Change Cipher Spec");
        if self.switch_is_empty(side) {
            return vec![Note::new("tls-change-cipher-spec-13")];
        }
        let early = side == Side::Server && self.sides.client.data && self.sides.client.finished;
        self.sides.of_mut(side).switched = true;
        if side == Side::Server && !self.full && self.server.is_some() {
            // No certificate and no Server Hello Done: the short handshake of a resumed session.
            let ticket =
                self.client.as_ref().is_some_and(|hello| hello.extensions.ticket.is_some_and(|len| len > 0));
            if !matches!(self.facts.resumed, Resumed::SessionId | Resumed::Ticket) && !self.gap {
                self.facts.resumed = if ticket { Resumed::Ticket } else { Resumed::SessionId };
            }
        }
        let key = match side {
            Side::Server if self.sides.client.switched => "tls-change-cipher-spec-server",
            // In a resumed session the server switches first (RFC 5246 section 7.3).
            _ => "tls-change-cipher-spec",
        };
        let mut notes = vec![Note::new(key)];
        if early && !self.facts.renegotiation {
            notes.push(Note::new("tls-false-start-note"));
        }
        notes
    }

    /// What an encrypted handshake message must be, by its place: the kind for the facts, and the words. The flag
    /// says that its place is not sure.
    pub fn encrypted(&mut self, side: Side, unsure: bool) -> (&'static str, Note) {
        self.last = Some("Encrypted Handshake Message");
        let first = !self.sides.client.encrypted && !self.sides.server.encrypted;
        let last = self.sides.client.finished;
        let progress = self.sides.of_mut(side);
        progress.encrypted = true;
        if progress.switched && !progress.finished {
            progress.finished = true;
            let note = match (unsure, side) {
                (true, _) => "tls-finished-probably",
                (false, Side::Client) => "tls-finished-client",
                (false, Side::Server) if last => "tls-finished-server",
                (false, Side::Server) => "tls-finished-server-first",
            };
            return ("finished", Note::new(note));
        }
        if self.facts.renegotiation {
            let note = match (first, side) {
                (true, Side::Client) => "tls-renegotiation-client-hello",
                (true, Side::Server) => "tls-renegotiation-hello-request",
                (false, _) => "tls-renegotiation-message",
            };
            return ("encrypted_handshake_message", Note::new(note));
        }
        ("encrypted_handshake_message", Note::new("tls-encrypted-handshake-message"))
    }

    /// Whether what was captured is enough to tell what the encrypted messages are.
    pub fn hello_missing(&self) -> Option<&'static str> {
        if self.facts.renegotiation {
            return None;
        }
        let answered = self.facts.messages.iter().any(|message| message.side == Side::Server)
            || self.sides.client.data
            || self.sides.server.data;
        if self.client.is_none() {
            Some("Client Hello")
        } else if self.server.is_none() && answered && !self.facts.hello_retry {
            Some("Server Hello")
        } else {
            None
        }
    }
}
