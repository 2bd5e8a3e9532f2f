//! What is often misunderstood about a handshake, said where this very handshake shows it, with the frames that do.
//!
//! They are findings of the lowest severity: shown with `-v` and in JSON, never held against anybody.

use super::facts::{MessageFact, Resumed};
use super::handshake::Handshake;
use crate::dialogue::{Fault, Finding, Frames, Severity, Side};

/// Bytes of a random that are shown at either end.
const SHOWN: usize = 4;

/// A lesson about these frames.
fn lesson(code: &'static str, frames: Frames) -> Finding {
    Finding::new(code, Severity::Lesson, Fault::Unknown).at(frames)
}

/// The lessons of a handshake.
pub(super) fn lessons(shake: &Handshake) -> Vec<Finding> {
    let mut lessons = Vec::new();
    lessons.extend(random(shake));
    lessons.extend(suite(shake));
    lessons.extend(key_exchange(shake));
    lessons.extend(premaster(shake));
    lessons.extend(name(shake));
    lessons.extend(certificate(shake));
    lessons.extend(refresh(shake));
    lessons
}

/// The first message of this kind.
fn first<'a>(shake: &'a Handshake, side: Side, kind: &str) -> Option<&'a MessageFact> {
    let found = shake.facts.messages.iter().find(|message| message.side == side && message.kind == kind);
    // What was only guessed is no evidence.
    found.filter(|message| !(message.frames.is_empty() || shake.is_13() && message.inferred))
}

/// Its last frame: there it is whole, and Wireshark shows it there.
fn frame(message: &MessageFact) -> String {
    format!("#{}", message.frames.last().unwrap_or(0))
}

/// The random of a hello is neither a key nor the session ID.
fn random(shake: &Handshake) -> Option<Finding> {
    let message = first(shake, Side::Client, "client_hello")?;
    let bytes = &shake.client.as_ref()?.random;
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(" ");
    let end = bytes.get(bytes.len().checked_sub(SHOWN)?..)?;
    Some(
        lesson("tls.lesson-random", message.frames.clone())
            .with("frame", frame(message))
            .with("random", format!("{} .. {}", hex(bytes.get(..SHOWN)?), hex(end))),
    )
}

/// The hash in a suite's name is no part of a cipher that protects integrity itself (RFC 5116).
fn suite(shake: &Handshake) -> Option<Finding> {
    let message = first(shake, Side::Server, "server_hello")?;
    let suite = shake.facts.cipher_suite.as_ref()?;
    let (cipher, hash) = (suite.cipher.as_deref()?, suite.hash.as_deref()?);
    let aead = ["GCM", "CCM", "POLY1305"].iter().any(|mode| cipher.contains(mode));
    aead.then(|| {
        lesson("tls.lesson-suite", message.frames.clone())
            .with("frame", frame(message))
            .with("suite", suite.name.as_str())
            .with("cipher", cipher)
            .with("hash", hash)
    })
}

/// Server Key Exchange holds a public key, not the key that encrypts data.
fn key_exchange(shake: &Handshake) -> Option<Finding> {
    let message = first(shake, Side::Server, "server_key_exchange")?;
    // Without certificate there is no signature.
    let authentication = shake.facts.cipher_suite.as_ref()?.authentication.as_deref()?;
    (!matches!(authentication, "anonymous" | "PSK" | "SRP")).then_some(())?;
    Some(
        lesson("tls.lesson-key-exchange", message.frames.clone())
            .with("frame", frame(message))
            .with("group", shake.facts.group.as_deref()?),
    )
}

/// The pre-master secret: computed by both and never sent, or with RSA made by the client and sent encrypted.
fn premaster(shake: &Handshake) -> Option<Finding> {
    let client = first(shake, Side::Client, "client_key_exchange")?;
    let exchange = shake.exchange()?;
    // With a pre-shared key that is only a part of it (RFC 4279 section 4).
    (shake.facts.cipher_suite.as_ref()?.authentication.as_deref() != Some("PSK")).then_some(())?;
    let mut frames = Frames::default();
    let server = match exchange {
        "RSA" => "-".to_owned(),
        "ECDHE" | "DHE" => {
            let server = first(shake, Side::Server, "server_key_exchange")?;
            frames.extend(&server.frames);
            frame(server)
        }
        _ => return None,
    };
    frames.extend(&client.frames);
    Some(
        lesson("tls.lesson-premaster", frames)
            .with("exchange", exchange)
            .with("server", server)
            .with("client", frame(client)),
    )
}

/// The message is called Client Key Exchange; Change is in the name of the record behind it.
fn name(shake: &Handshake) -> Option<Finding> {
    let exchange = first(shake, Side::Client, "client_key_exchange")?;
    let change = first(shake, Side::Client, "change_cipher_spec")?;
    let mut frames = exchange.frames.clone();
    frames.extend(&change.frames);
    Some(
        lesson("tls.lesson-client-key-exchange", frames)
            .with("exchange", frame(exchange))
            .with("change", frame(change)),
    )
}

/// A certificate proves nothing; what does is made with its private key.
fn certificate(shake: &Handshake) -> Option<Finding> {
    // A signature that does not match proves the contrary, and its own finding says so.
    let checks = &shake.facts.checks;
    let wrong = |check: &Option<String>| check.as_deref().is_some_and(|check| check.starts_with("invalid"));
    if wrong(&checks.key_exchange_signature) || wrong(&checks.certificate_verify) {
        return None;
    }
    let shown = first(shake, Side::Server, "certificate")?;
    let (proof, message) = if shake.is_13() {
        ("Certificate Verify", first(shake, Side::Server, "certificate_verify")?)
    } else {
        match (shake.exchange()?, shake.facts.cipher_suite.as_ref()?.authentication.as_deref()?) {
            // Only who has the private key can open the pre-master secret, and so compute Finished.
            ("RSA", "RSA") => ("Finished", first(shake, Side::Server, "finished")?),
            (_, "anonymous" | "PSK" | "SRP") => return None,
            ("ECDHE" | "DHE" | "SRP", _) => {
                ("Server Key Exchange", first(shake, Side::Server, "server_key_exchange")?)
            }
            _ => return None,
        }
    };
    let mut frames = shown.frames.clone();
    frames.extend(&message.frames);
    Some(
        lesson("tls.lesson-certificate", frames)
            .with("certificate", frame(shown))
            .with("proof", proof)
            .with("frame", frame(message)),
    )
}

/// The server's Change Cipher Spec and Finished complete the handshake and refresh nothing.
fn refresh(shake: &Handshake) -> Option<Finding> {
    // In a resumed session the client's Finished comes last (RFC 5246 section 7.3).
    let resumed = matches!(shake.facts.resumed, Resumed::SessionId | Resumed::Ticket);
    if shake.is_13() || shake.facts.renegotiation || resumed {
        return None;
    }
    let change = first(shake, Side::Server, "change_cipher_spec")?;
    let finished = first(shake, Side::Server, "finished")?;
    let mut frames = change.frames.clone();
    frames.extend(&finished.frames);
    Some(lesson("tls.lesson-refresh", frames).with("frame", frame(finished)))
}
