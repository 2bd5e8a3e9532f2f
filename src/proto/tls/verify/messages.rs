//! What the messages sign: the bytes that each version puts under the signature.

use super::signature::Hash;
use super::{Reason, Verdict};
use crate::dialogue::Side;
use crate::proto::tls::handshake::Handshake;
use crate::proto::tls::key_exchange::{self, Form};
use crate::proto::tls::registry;

/// A signature that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::proto::tls) struct Checked {
    /// What came of it.
    pub verdict: Verdict,
    /// How it was made: `rsa_pss_rsae_sha256`.
    pub scheme: String,
}

/// The signature in a Server Key Exchange, over both randoms and the parameters (RFC 5246 section 7.4.3). `None` where
/// the suite has none.
pub(in crate::proto::tls) fn server_key_exchange(shake: &Handshake, body: &[u8]) -> Option<Checked> {
    let unchecked = |reason| Checked { verdict: Verdict::NotChecked(reason), scheme: "?".to_owned() };
    let Some(form) = form(shake) else { return Some(unchecked(Reason::NoHellos)) };
    let Some(exchange) = key_exchange::server_key_exchange(body, form) else {
        return Some(unchecked(Reason::Malformed));
    };
    let signature = exchange.signature?;
    let (Some(client), Some(server)) = (&shake.client, &shake.server) else {
        return Some(unchecked(Reason::NoHellos));
    };
    let parts = [client.random.as_slice(), &server.random, exchange.covered];
    Some(check(shake, Side::Server, exchange.scheme, &parts, signature))
}

/// The signature in a Certificate Verify, over the handshake so far (RFC 5246 section 7.4.8, RFC 8446 section 4.4.3).
pub(in crate::proto::tls) fn certificate_verify(shake: &Handshake, side: Side, body: &[u8]) -> Checked {
    let unchecked = |reason| Checked { verdict: Verdict::NotChecked(reason), scheme: "?".to_owned() };
    let Some(version) = shake.version else { return unchecked(Reason::NoHellos) };
    if version == 0x0300 {
        return unchecked(Reason::MasterSecret);
    }
    let layout = if shake.is_13() { 0x0303 } else { version };
    let Some((scheme, Some(signature))) = key_exchange::digitally_signed(body, Some(layout)) else {
        return unchecked(Reason::Malformed);
    };
    let Some(messages) = shake.transcript.bytes() else { return unchecked(Reason::NoTranscript) };
    if !shake.is_13() {
        return check(shake, side, scheme, &[messages], signature);
    }
    let hash = match shake.facts.cipher_suite.as_ref().and_then(|suite| suite.hash.as_deref()) {
        Some("SHA-256") => Hash::Sha256,
        Some("SHA-384") => Hash::Sha384,
        other => return unchecked(Reason::Algorithm(other.unwrap_or("the hash of the suite").to_owned())),
    };
    let context: &[u8] = match side {
        Side::Client => b"TLS 1.3, client CertificateVerify\0",
        Side::Server => b"TLS 1.3, server CertificateVerify\0",
    };
    check(shake, side, scheme, &[&[0x20; 64], context, &hash.of(&[messages])], signature)
}

/// What the chosen suite and version demand.
pub(in crate::proto::tls) fn form(shake: &Handshake) -> Option<Form<'_>> {
    let suite = shake.facts.cipher_suite.as_ref()?;
    Some(Form {
        exchange: suite.key_exchange.as_deref()?,
        authentication: suite.authentication.as_deref()?,
        version: shake.version,
    })
}

/// Checks with the key of the side's own certificate.
fn check(shake: &Handshake, side: Side, scheme: Option<u16>, parts: &[&[u8]], signature: &[u8]) -> Checked {
    let chain = match side {
        Side::Client => &shake.facts.client_certificates,
        Side::Server => &shake.facts.certificates,
    };
    let key = chain.first().ok_or(Reason::NoCertificate).and_then(|own| own.public_key());
    if let Some(number) = scheme {
        let verdict = match key {
            Ok(key) if shake.is_13() && !key.allowed_13(number) => key.misfit(number),
            Ok(key) => key.check_numbered(number, parts, signature),
            Err(reason) => Verdict::NotChecked(reason),
        };
        return Checked { verdict, scheme: registry::name(&registry::SIGNATURE_SCHEMES, number) };
    }
    // Up to TLS 1.1 the kind of key says how (RFC 4346 section 7.4.3, RFC 8422 section 5.4).
    match key {
        Ok(key) => {
            let (scheme, name) = key.old_scheme();
            Checked { verdict: key.check(scheme, name, parts, signature), scheme: name.to_owned() }
        }
        Err(reason) => Checked { verdict: Verdict::NotChecked(reason), scheme: "?".to_owned() },
    }
}
