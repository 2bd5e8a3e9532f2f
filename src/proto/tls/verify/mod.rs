//! Signatures, checked with the keys of the certificates that the capture shows.
//!
//! Two messages prove that a peer owns the private key of its certificate: Server Key Exchange up to TLS 1.2 (RFC 5246
//! section 7.4.3), which signs the ephemeral key, and Certificate Verify (RFC 5246 section 7.4.8, RFC 8446 section
//! 4.4.3), which signs the handshake so far. Along the certificate chain each certificate is signed by the next.
//! All of that is public: it can be computed again without any secret, and is, where the caller asks for it.
//!
//! ```text
//! signature.rs   one signature: scheme, key, what was signed -> matches or not
//! messages.rs    what each message signs, in each version
//! chain.rs       the certificates that were sent, each with the next
//! ```
//!
//! What is not computed is said with its reason and never taken for valid: DSA, Ed448, SM2, curves other than P-256,
//! P-384 and P-521, and what needs bytes or secrets that are not there.

use std::fmt;

use crate::dialogue::Note;

pub(super) mod chain;
pub(super) mod messages;
pub(super) mod signature;

/// What came of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It was computed again and is equal.
    Valid,
    /// It was computed and is not equal.
    Invalid(Wrong),
    /// It could not be computed.
    NotChecked(Reason),
}

/// What is wrong with a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// The bytes do not match.
    Mismatch,
    /// The scheme is none for this kind of key.
    OtherKey {
        /// `rsa_pss_rsae_sha256`.
        scheme: String,
        /// `EC secp256r1`.
        key: String,
    },
}

/// Why something was not checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// The certificate did not travel here, or is missing from the capture.
    NoCertificate,
    /// The issuer's certificate was not sent.
    NoIssuer,
    /// The certificate, or its key, cannot be read.
    Unreadable,
    /// An algorithm or a kind of key that is not computed here.
    Algorithm(String),
    /// The hellos are not both captured.
    NoHellos,
    /// Messages of the handshake so far are missing.
    NoTranscript,
    /// The message cannot be taken apart.
    Malformed,
    /// SSL 3.0 signs the master secret, too (RFC 6101 section 5.6.8).
    MasterSecret,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Verdict::Valid => f.write_str("valid"),
            Verdict::Invalid(Wrong::Mismatch) => f.write_str("invalid: the signature does not match"),
            Verdict::Invalid(Wrong::OtherKey { scheme, key }) => {
                write!(f, "invalid: {scheme} is no signature of a key of type {key}")
            }
            Verdict::NotChecked(reason) => write!(f, "not checked: {reason}"),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::NoCertificate => f.write_str("the certificate is not captured"),
            Reason::NoIssuer => f.write_str("the issuer's certificate is not in the capture"),
            Reason::Unreadable => f.write_str("the certificate cannot be read"),
            Reason::Algorithm(name) => write!(f, "{name} is not computed here"),
            Reason::NoHellos => f.write_str("a hello is not captured"),
            Reason::NoTranscript => f.write_str("messages of the handshake are missing"),
            Reason::Malformed => f.write_str("the message cannot be taken apart"),
            Reason::MasterSecret => f.write_str("SSL 3.0 signs the master secret, too"),
        }
    }
}

impl Reason {
    /// The reason in the reader's language.
    pub fn note(&self) -> Note {
        match self {
            Reason::NoCertificate => Note::new("tls-unchecked-no-certificate"),
            Reason::NoIssuer => Note::new("tls-unchecked-no-issuer"),
            Reason::Unreadable => Note::new("tls-unchecked-unreadable"),
            Reason::Algorithm(name) => Note::new("tls-unchecked-algorithm").with("name", name.as_str()),
            Reason::NoHellos => Note::new("tls-unchecked-no-hellos"),
            Reason::NoTranscript => Note::new("tls-unchecked-no-transcript"),
            Reason::Malformed => Note::new("tls-unchecked-malformed"),
            Reason::MasterSecret => Note::new("tls-unchecked-master-secret"),
        }
    }
}

impl Wrong {
    /// What is wrong, in the reader's language.
    pub fn note(&self) -> Note {
        match self {
            Wrong::Mismatch => Note::new("tls-wrong-mismatch"),
            Wrong::OtherKey { scheme, key } => {
                Note::new("tls-wrong-other-key").with("scheme", scheme.as_str()).with("key", key.as_str())
            }
        }
    }
}
