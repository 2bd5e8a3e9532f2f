//! What each handshake message says.

use super::bodies;
use super::checks;
use super::facts::{ClientCertificate, Resumed};
use super::fingerprint;
use super::handshake::Handshake;
use super::hello::{ClientHello, FALLBACK_SCSV, ServerHello};
use super::messages::{key, named};
use super::registry;
use super::suite::CipherSuite;
use super::wire::handshake as kinds;
use crate::dialogue::{Fault, Finding, Frames, Note, Severity, Side, Time};
use crate::proto::Sink;

/// A message in words.
#[derive(Debug)]
pub(super) struct Told {
    /// Its step's kind.
    pub kind: &'static str,
    /// Its name in Wireshark.
    pub label: &'static str,
    /// What it means.
    pub notes: Vec<Note>,
}

/// Where and when a message was captured.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen<'a> {
    /// The frames.
    pub frames: &'a Frames,
    /// The first byte.
    pub time: Option<Time>,
}

impl Handshake {
    /// Reads a whole message.
    pub fn read(&mut self, side: Side, kind: u8, body: &[u8], seen: Seen<'_>, out: &mut dyn Sink) -> Told {
        let (mut id, mut label) = named(kind);
        let plain = || vec![Note::new(key(id))];
        let read = match kind {
            kinds::CLIENT_HELLO => {
                bodies::client_hello(body).map(|hello| self.client_hello(hello, seen, out))
            }
            kinds::SERVER_HELLO => bodies::server_hello(body).map(|hello| {
                if hello.is_retry() {
                    (id, label) = ("tls.hello_retry_request", "Hello Retry Request");
                    self.hello_retry(&hello)
                } else {
                    self.server_hello(hello, seen, out)
                }
            }),
            kinds::CERTIFICATE => {
                let list =
                    if self.is_13() { bodies::certificates_13(body) } else { bodies::certificates(body) };
                list.map(|list| {
                    let mut notes = self.certificate(side, &list, seen, out);
                    let stapled = bodies::stapled_13(body).filter(|_| self.is_13() && side == Side::Server);
                    notes.extend(stapled.and_then(|answer| self.revocation(answer, seen, out)));
                    notes
                })
            }
            kinds::COMPRESSED_CERTIFICATE => self.compressed_certificate(side, body, seen, out),
            kinds::SERVER_KEY_EXCHANGE => Some(self.server_key_exchange(body, seen, out)),
            kinds::CERTIFICATE_VERIFY => Some(self.certificate_verify(side, body, seen, out)),
            kinds::CLIENT_KEY_EXCHANGE => Some(self.client_key_exchange(body)),
            kinds::NEW_SESSION_TICKET => bodies::new_session_ticket(body).map(|(lifetime, _)| {
                let key = if self.is_13() { "tls-new-session-ticket-13" } else { "tls-new-session-ticket" };
                vec![Note::new(key).with("seconds", u64::from(lifetime))]
            }),
            kinds::CERTIFICATE_REQUEST => {
                self.facts.client_certificate = Some(ClientCertificate::Requested);
                let authorities = if self.is_13() { Some(0) } else { bodies::certificate_request(body) };
                authorities.map(|count| vec![Note::new(key(id)).with("authorities", count)])
            }
            kinds::CERTIFICATE_STATUS => bodies::certificate_status(body).map(|answer| {
                let mut notes = plain();
                notes.extend(self.revocation(answer, seen, out));
                notes
            }),
            _ if id == "tls.unknown_handshake" => {
                Some(vec![Note::new(key(id)).with("type", u64::from(kind))])
            }
            _ => Some(plain()),
        };
        let notes = read.unwrap_or_else(|| {
            out.finding(
                Finding::new("tls.malformed-message", Severity::Warning, Fault::Sender)
                    .at(seen.frames.clone())
                    .with("message", label),
            );
            vec![Note::new("tls-malformed")]
        });
        Told { kind: id, label, notes }
    }

    /// What a client offers.
    pub fn client_hello(&mut self, hello: ClientHello, seen: Seen<'_>, out: &mut dyn Sink) -> Vec<Note> {
        let offered = hello.real_suites().count();
        let again = self.client.is_some() && self.facts.hello_retry;
        let mut notes = vec![
            Note::new("tls-client-hello")
                .with("version", registry::version(hello.highest()))
                .with("suites", offered),
        ];
        if again {
            notes = vec![Note::new("tls-client-hello-again")];
        }
        let extensions = &hello.extensions;
        if let Some(name) = &extensions.server_name {
            if !again {
                notes.push(Note::new("tls-hello-server-name").with("name", name.as_str()));
            }
            if self.facts.server_name.as_ref() != Some(name) {
                out.server_name(name, &format!("SNI #{}", seen.frames.first().unwrap_or(0)));
            }
            self.facts.server_name = Some(name.clone());
        }
        // With TLS 1.3 on offer the id is made up for middleboxes (RFC 8446 appendix D.4).
        let old = hello.highest() < 0x0304;
        let signs = [
            (extensions.ticket.is_some_and(|len| len > 0), "tls-hello-resume-ticket"),
            (
                old && !hello.session_id.is_empty() && extensions.ticket.is_none_or(|len| len == 0),
                "tls-hello-resume-id",
            ),
            (extensions.psk, "tls-hello-resume-psk"),
            (extensions.early_data, "tls-hello-early-data"),
            (extensions.ech.is_some(), "tls-hello-ech"),
            (hello.suites.contains(&FALLBACK_SCSV), "tls-hello-fallback"),
            (hello.ssl2, "tls-hello-ssl2"),
        ];
        notes.extend(signs.into_iter().filter(|sign| sign.0).map(|sign| Note::new(sign.1)));
        self.facts.early_data |= extensions.early_data;
        if self.asked.facts && !again {
            self.facts.ja3 = (!hello.ssl2).then(|| fingerprint::ja3(&hello));
            self.facts.ja4 = Some(fingerprint::ja4(&hello));
        }
        self.client = Some(hello);
        notes
    }

    /// The server asks for another Client Hello (RFC 8446 section 4.1.4).
    fn hello_retry(&mut self, hello: &ServerHello) -> Vec<Note> {
        self.facts.hello_retry = true;
        self.transcript.retry(CipherSuite::new(hello.suite).hash.as_deref());
        self.version = Some(hello.chosen());
        match hello.extensions.shares.first() {
            Some(group) => {
                let group = registry::name(&registry::GROUPS, *group);
                vec![Note::new("tls-hello-retry-request").with("group", group)]
            }
            None => vec![Note::new("tls-hello-retry-request-cookie")],
        }
    }

    /// What a server chose.
    fn server_hello(&mut self, hello: ServerHello, seen: Seen<'_>, out: &mut dyn Sink) -> Vec<Note> {
        let version = hello.chosen();
        let suite = CipherSuite::new(hello.suite);
        self.version = Some(version);
        self.facts.version = Some(registry::version(version));
        self.facts.alpn = hello.extensions.alpn.first().cloned();
        let mut note = Note::new(if self.is_13() { "tls-server-hello-13" } else { "tls-server-hello" })
            .with("version", registry::version(version))
            .with("suite", suite.hex())
            .with("name", suite.name.as_str());
        for (name, part) in [("cipher", &suite.cipher), ("hash", &suite.hash)] {
            note = note.with(name, part.as_deref().unwrap_or("?"));
        }
        if !self.is_13() {
            note = note
                .with("exchange", suite.key_exchange.as_deref().unwrap_or("?"))
                .with("authentication", suite.authentication.as_deref().unwrap_or("?"))
                .with("protection", suite.protection())
                .with("prf", suite.prf(version));
        }
        let mut notes = vec![note];
        if self.is_13() {
            let share = hello.extensions.shares.first();
            self.facts.group = share.map(|group| registry::name(&registry::GROUPS, *group));
            self.facts.resumed = if hello.extensions.psk { Resumed::Psk } else { Resumed::No };
            // A session that is resumed by a key has no certificate.
            let hidden =
                (!hello.extensions.psk).then(|| "not checked: the certificate is encrypted".to_owned());
            self.facts.checks.name_match.clone_from(&hidden);
            self.facts.checks.valid_at_capture = hidden;
            notes.push(Note::new("tls-server-hello-encrypts"));
            if hello.extensions.psk {
                notes.push(Note::new("tls-server-hello-resumes"));
            }
        } else if let Some(client) = &self.client
            && !hello.session_id.is_empty()
            && hello.session_id == client.session_id
        {
            // With a ticket the client makes up an id to recognise the answer by (RFC 5077 section 3.4).
            let ticket = client.extensions.ticket.is_some_and(|len| len > 0);
            self.facts.resumed = if ticket { Resumed::Ticket } else { Resumed::SessionId };
            notes.push(Note::new("tls-server-hello-resumes"));
        }
        if hello.downgraded() && !self.is_13() {
            notes.push(Note::new("tls-server-hello-downgrade"));
        }
        self.facts.cipher_suite = Some(suite);
        self.facts.ja3s = self.asked.facts.then(|| fingerprint::ja3s(&hello));
        checks::choice(self.client.as_ref(), &hello, &self.facts, seen, out);
        self.server = Some(hello);
        notes
    }
}
