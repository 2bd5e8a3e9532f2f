//! TLS: the handshake in clear, and the shape of what is encrypted.
//!
//! TLS is a protocol in two layers. Below are *records* (RFC 8446 section 5): five bytes of header, then up to
//! 2^14 bytes and some expansion, each of one type (Change Cipher Spec, Alert, Handshake, Application Data). Above
//! them are *handshake messages*, which do not care about record borders: one record may hold several, and one
//! message may fill several records.
//!
//! ```text
//! pieces -> records.rs -> dispatch.rs, assembly.rs -> whole.rs, reading.rs, handshake.rs -> report.rs -> steps
//!           record by     which layer, encrypted?     what a message says,        in the order and
//!           record        message by message          how far both sides are      rows of Wireshark
//! ```
//!
//! `session.rs` holds it together; `wire.rs` has the grammars, `bodies.rs` and `certificate.rs` what the crates for
//! TLS and X.509 read for us, `checks.rs`, `alerts.rs` and `outcome.rs` the judgements.
//!
//! Up to TLS 1.2 the whole handshake but the two Finished travels in clear. A side's Change Cipher Spec says that
//! its records are encrypted from then on, so the next handshake message of that side, which Wireshark calls
//! Encrypted Handshake Message, is its Finished: that follows from its place and is marked as inferred. In TLS 1.3
//! only the hellos are in clear; everything behind the Server Hello travels as Application Data.
//!
//! None of that takes keys, and bodies of application data are passed over by length. Where the secrets of a handshake
//! are known (`keylog.rs`), `keys.rs` derives its keys, `protection/` opens records with them and `decrypt.rs` sends what
//! they hold the same way as what travelled in clear; data goes to the protocol within.

use crate::proto::{Opened, Protocol, Session, Texts};

mod alerts;
mod assembly;
mod bodies;
mod certificate;
mod checks;
mod compressed;
mod decrypt;
mod dispatch;
mod facts;
mod fields;
mod fingerprint;
mod handshake;
mod hello;
mod hidden;
mod key_exchange;
pub mod keylog;
mod keys;
mod lesson;
mod lessons;
mod messages;
mod ocsp;
mod outcome;
mod probe;
mod proof;
mod protection;
mod reading;
mod records;
mod registry;
mod remembered;
mod report;
mod resumption;
pub mod rsa_key;
mod run;
mod session;
mod strange;
mod suite;
#[cfg(test)]
mod tests;
mod topics;
mod transcript;
mod verify;
mod whole;
mod wire;

pub use certificate::{Certificate, Key};
pub use facts::{AlertFact, Checks, ClientCertificate, Decrypted, MessageFact, Resumed, TlsFacts};
pub use ocsp::Ocsp;
pub use suite::CipherSuite;
pub use verify::chain::Link;

/// Ports on which the first byte is TLS.
static PORTS: &[u16] = &[443, 465, 993, 995, 8443];

/// What usually is inside, by port: a hint for the reader, no more.
static INSIDE: &[(u16, &str)] = &[
    (443, "HTTP"),
    (465, "SMTP"),
    (563, "NNTP"),
    (636, "LDAP"),
    (853, "DNS"),
    (993, "IMAP"),
    (995, "POP3"),
    (8443, "HTTP"),
];

/// Ports on which a protocol begins in clear; TLS comes behind STARTTLS and its like, or not at all.
static PLAIN: &[(u16, &str)] = &[
    (21, "FTP"),
    (25, "SMTP"),
    (80, "HTTP"),
    (110, "POP3"),
    (143, "IMAP"),
    (389, "LDAP"),
    (587, "SMTP"),
    (8080, "HTTP"),
];

/// TLS.
pub static PROTOCOL: Protocol = Protocol {
    id: "tls",
    name: "TLS",
    ports: PORTS,
    probe: probe::probe,
    open,
    texts: Texts {
        zh: include_str!("text/zh.ftl"),
        en: include_str!("text/en.ftl"),
        ja: include_str!("text/ja.ftl"),
    },
    wraps: true,
    self_contained: false,
    many_facts: true,
    schema: include_str!("schema.json"),
    topics: topics::topics,
    states: &[],
};

fn open(opened: &Opened<'_>) -> Box<dyn Session> {
    Box::new(session::TlsSession::new(opened))
}
