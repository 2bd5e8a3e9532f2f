//! What is known of a handshake at the end: the `tls` objects of the JSON contract.

use std::any::Any;

use serde::Serialize;

use super::certificate::Certificate;
use super::ocsp::Ocsp;
use super::suite::CipherSuite;
use super::verify::chain::Link;
use crate::dialogue::{Facts, Frames, Side};

/// One handshake and the session that it began.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TlsFacts {
    /// Whether it happened inside an earlier session of the same connection (RFC 5246 section 7.4.1.1).
    pub renegotiation: bool,
    /// The version that was agreed on; `None` when the Server Hello was not captured.
    pub version: Option<String>,
    /// The version that the first record claims, which is for compatibility only.
    pub record_version: Option<String>,
    /// The name the client asked for (RFC 6066 section 3).
    pub server_name: Option<String>,
    /// The protocol chosen by ALPN; up to TLS 1.2, later it is encrypted.
    pub alpn: Option<String>,
    /// The suite that was chosen.
    pub cipher_suite: Option<CipherSuite>,
    /// The group of the key exchange: `x25519`.
    pub group: Option<String>,
    /// Whether, and how, an earlier session was resumed.
    pub resumed: Resumed,
    /// The stream that began that session, where it is in the capture.
    pub resumed_from: Option<u64>,
    /// Whether the server asked for a second Client Hello (RFC 8446 section 4.1.4).
    pub hello_retry: bool,
    /// Whether the client offered early data (RFC 8446 section 4.2.10).
    pub early_data: bool,
    /// What became of the client's certificate; `None` where it is encrypted or not captured.
    pub client_certificate: Option<ClientCertificate>,
    /// The messages, in order.
    pub messages: Vec<MessageFact>,
    /// The server's certificates, the server's own first.
    pub certificates: Vec<Certificate>,
    /// Who signed each of them, where signatures are verified.
    pub chain: Vec<Link>,
    /// The answer about revocation that the server sent along.
    pub ocsp: Option<Ocsp>,
    /// The client's certificates, its own first.
    pub client_certificates: Vec<Certificate>,
    /// JA3 fingerprint of the first Client Hello; `None` where it came in the format of SSL 2.0.
    pub ja3: Option<String>,
    /// JA3S fingerprint of the Server Hello.
    pub ja3s: Option<String>,
    /// JA4 fingerprint of the first Client Hello.
    pub ja4: Option<String>,
    /// The alerts.
    pub alerts: Vec<AlertFact>,
    /// How far the protected records could be read.
    pub decrypted: Decrypted,
    /// What was verified.
    pub checks: Checks,
}

/// Whether an earlier session was resumed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum Resumed {
    /// A full handshake.
    #[serde(rename = "no")]
    No,
    /// By session id (RFC 5246 section 7.4.1.2).
    #[serde(rename = "session id")]
    SessionId,
    /// By ticket (RFC 5077).
    #[serde(rename = "ticket")]
    Ticket,
    /// By pre-shared key (RFC 8446 section 2.2).
    #[serde(rename = "psk")]
    Psk,
    /// The hellos are not all there.
    #[default]
    #[serde(rename = "unknown")]
    Unknown,
}

/// What became of the client's certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum ClientCertificate {
    /// The server did not ask.
    #[serde(rename = "not requested")]
    NotRequested,
    /// It asked; the client has not answered.
    #[serde(rename = "requested")]
    Requested,
    /// The client answered with an empty list (RFC 5246 section 7.4.6).
    #[serde(rename = "refused")]
    Refused,
    /// The client sent one.
    #[serde(rename = "sent")]
    Sent,
}

/// A message of the handshake.
#[derive(Clone, Debug, Serialize)]
pub struct MessageFact {
    /// Who sent it.
    pub side: Side,
    /// `client_hello`: its kind without `tls.`. An encrypted message is named by what it must be, where that follows.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The frames that carried it.
    pub frames: Frames,
    /// Its bytes, its own header included; of an encrypted one, of the record's content.
    pub length: u64,
    /// Whether it travelled encrypted.
    pub encrypted: bool,
    /// Whether its type was inferred.
    pub inferred: bool,
}

/// An alert.
#[derive(Clone, Debug, Serialize)]
pub struct AlertFact {
    /// Who sent it.
    pub side: Side,
    /// `warning` or `fatal`; `None` of an encrypted one.
    pub level: Option<&'static str>,
    /// `unknown_ca`; `None` of an encrypted one.
    pub description: Option<String>,
    /// The frames that carried it.
    pub frames: Frames,
}

/// How far the protected records could be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum Decrypted {
    /// Nothing was there to read them with.
    #[default]
    #[serde(rename = "no secrets")]
    NoSecrets,
    /// There were secrets, of other handshakes.
    #[serde(rename = "no matching secret")]
    NoMatch,
    /// Some records stayed closed.
    #[serde(rename = "partly")]
    Partly,
    /// All were opened.
    #[serde(rename = "yes")]
    Yes,
}

/// What was verified: `valid`, `invalid: …`, `not checked: …`, or `None` where there was nothing to verify.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Checks {
    /// The signature in Server Key Exchange.
    pub key_exchange_signature: Option<String>,
    /// The signature in Certificate Verify.
    pub certificate_verify: Option<String>,
    /// The signatures along the certificate chain.
    pub chain: Option<String>,
    /// Whether the server's name is among the certificate's.
    pub name_match: Option<String>,
    /// Whether the certificate was valid when it was captured.
    pub valid_at_capture: Option<String>,
    /// The client's Finished.
    pub client_finished: Option<String>,
    /// The server's Finished.
    pub server_finished: Option<String>,
}

/// There is one object per handshake, so a later session's stands beside this one and nothing is to be merged.
impl Facts for TlsFacts {
    fn absorb(&mut self, _later: Box<dyn Facts>) {}

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}
