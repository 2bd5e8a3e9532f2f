//! Who the peers are, and how they prove it: certificates, the key exchange and its signature.

use super::certificate::Certificate;
use super::facts::ClientCertificate;
use super::handshake::Handshake;
use super::key_exchange::{self, Form, Parameters, Share, bits};
use super::reading::Seen;
use super::verify::chain::Chain;
use super::verify::messages::Checked;
use super::verify::{self, Verdict};
use super::{bodies, checks, compressed, ocsp, registry, wire};
use crate::dialogue::{Fault, Finding, Note, Severity, Side};
use crate::proto::Sink;

/// Certificates of one message that are read. A chain has two to four; an entry takes three bytes on the wire and
/// hundreds in memory.
const MAX_CERTIFICATES: usize = 64;

impl Handshake {
    /// Reads a certificate, and keeps its bytes where something will be computed with them.
    fn keep_certificate(&self, der: &[u8]) -> Certificate {
        let der_kept = self.asked.checks.then(|| der.into());
        Certificate { der: der_kept, ..Certificate::read(der) }
    }

    /// The certificates of a side.
    pub(super) fn certificate(
        &mut self,
        side: Side,
        list: &[&[u8]],
        seen: Seen<'_>,
        out: &mut dyn Sink,
    ) -> Vec<Note> {
        if !self.asked.told {
            // A certificate takes longer to read than all else of a handshake.
            return Vec::new();
        }
        let chain: Vec<Certificate> =
            list.iter().take(MAX_CERTIFICATES).map(|der| self.keep_certificate(der)).collect();
        if list.len() > MAX_CERTIFICATES {
            out.finding(
                Finding::new("tls.too-many-certificates", Severity::Warning, Fault::Wiretale)
                    .at(seen.frames.clone())
                    .with("limit", MAX_CERTIFICATES)
                    .with("count", list.len()),
            );
        }
        let Some(own) = chain.first() else {
            if side == Side::Client {
                self.facts.client_certificate = Some(ClientCertificate::Refused);
                return vec![Note::new("tls-certificate-none")];
            }
            return vec![Note::new("tls-certificate-empty")];
        };
        let name = own.short_name();
        let count = list.len();
        if side == Side::Client {
            self.facts.client_certificate = Some(ClientCertificate::Sent);
            let mut notes = vec![Note::new("tls-certificate-client").with("count", count).with("name", name)];
            if self.asked.checks {
                notes.extend(links(&Chain::read(&chain), &chain, seen, out));
            }
            self.facts.client_certificates = chain;
            return notes;
        }
        let server_name = self.facts.server_name.as_deref();
        self.facts.checks.name_match = Some(checks::name_match(own, server_name, self.client.is_some()));
        self.facts.checks.valid_at_capture = seen.time.map(|time| checks::valid_at(own, time));
        checks::certificate(own, server_name, seen, out);
        let mut notes = vec![Note::new("tls-certificate").with("count", count).with("name", name)];
        if self.asked.checks {
            notes.extend(self.chain(&chain, seen, out));
        }
        self.facts.certificates = chain;
        notes
    }

    /// Certificates in compressed form (RFC 8879 section 4); only TLS 1.3 has them.
    pub(super) fn compressed_certificate(
        &mut self,
        side: Side,
        body: &[u8],
        seen: Seen<'_>,
        out: &mut dyn Sink,
    ) -> Option<Vec<Note>> {
        let (_, (method, length, data)) = wire::compressed_certificate(body).ok()?;
        let name = compressed::name(method);
        let how = if compressed::known(method) { "tls-compressed-with" } else { "tls-compressed-unopened" };
        let mut notes = vec![Note::new("tls-compressed-certificate"), Note::new(how).with("method", name)];
        if !compressed::known(method) {
            return Some(notes);
        }
        let whole = compressed::expand(method, length, data)?;
        let list = bodies::certificates_13(&whole)?;
        notes.extend(self.certificate(side, &list, seen, out));
        Some(notes)
    }

    /// What the server says about the revocation of its certificate.
    pub(super) fn revocation(&mut self, answer: &[u8], seen: Seen<'_>, out: &mut dyn Sink) -> Option<Note> {
        let ocsp = ocsp::read(answer)?;
        let from = ocsp.this_update.clone().unwrap_or_else(|| "?".to_owned());
        let to = ocsp.next_update.clone().unwrap_or_else(|| "?".to_owned());
        if ocsp.status == "revoked" {
            out.finding(
                Finding::new("tls.certificate-revoked", Severity::Warning, Fault::Sender)
                    .at(seen.frames.clone())
                    .with("from", from.as_str()),
            );
        }
        let note = Note::new("tls-ocsp").with("status", ocsp.status).with("from", from).with("to", to);
        self.facts.ocsp = Some(ocsp);
        Some(note)
    }

    /// Who signed whom among the server's certificates.
    fn chain(&mut self, certificates: &[Certificate], seen: Seen<'_>, out: &mut dyn Sink) -> Vec<Note> {
        let chain = Chain::read(certificates);
        self.facts.checks.chain = Some(chain.check());
        let notes = links(&chain, certificates, seen, out);
        self.facts.chain = chain.links;
        notes
    }

    /// The server's part of the key exchange, with its signature.
    pub(super) fn server_key_exchange(
        &mut self,
        body: &[u8],
        seen: Seen<'_>,
        out: &mut dyn Sink,
    ) -> Vec<Note> {
        let Some(exchange) = verify::messages::form(self)
            // Without a Server Hello the form tells: a named curve begins with 3 (RFC 8422 section 5.4).
            .or_else(|| (body.first() == Some(&3)).then_some(Form::ECDHE))
            .and_then(|form| key_exchange::server_key_exchange(body, form))
        else {
            return vec![Note::new("tls-server-key-exchange-other")];
        };
        let (group, bytes) = match exchange.parameters {
            Parameters::Ecdhe(group, point) => (registry::name(&registry::GROUPS, group), point.len()),
            Parameters::Dhe(prime, _, public) => (format!("DH {}", bits(prime)), public.len()),
            Parameters::Srp(prime, _, _, public) => (format!("SRP {}", bits(prime)), public.len()),
            Parameters::Rsa(modulus, _) => (format!("RSA {}", bits(modulus)), modulus.len()),
            Parameters::None => (String::new(), 0),
        };
        checks::parameters(&exchange.parameters, seen, out);
        let mut notes = Vec::new();
        if group.is_empty() {
            notes.push(Note::new("tls-server-key-exchange-other"));
        } else {
            self.facts.group = Some(group.clone());
            let scheme = exchange.scheme.map(|scheme| registry::name(&registry::SIGNATURE_SCHEMES, scheme));
            notes.push(
                Note::new("tls-server-key-exchange")
                    .with("group", group)
                    .with("bytes", bytes)
                    .with("scheme", scheme.unwrap_or_else(|| "none".to_owned())),
            );
        }
        if self.asked.checks
            && let Some(checked) = verify::messages::server_key_exchange(self, body)
        {
            self.facts.checks.key_exchange_signature = Some(checked.verdict.to_string());
            notes.push(self.signature(Side::Server, "Server Key Exchange", &checked, seen, out));
        }
        notes
    }

    /// The signature over the handshake so far.
    pub(super) fn certificate_verify(
        &mut self,
        side: Side,
        body: &[u8],
        seen: Seen<'_>,
        out: &mut dyn Sink,
    ) -> Vec<Note> {
        let mut notes = vec![Note::new("tls-certificate-verify")];
        if self.asked.checks {
            let checked = verify::messages::certificate_verify(self, side, body);
            let earlier = &mut self.facts.checks.certificate_verify;
            // TLS 1.3 has one of each side; the worse one counts.
            if earlier.as_ref().is_none_or(|earlier| earlier == "valid") {
                *earlier = Some(checked.verdict.to_string());
            }
            notes.push(self.signature(side, "Certificate Verify", &checked, seen, out));
        }
        notes
    }

    /// Words for a signature that was looked at.
    fn signature(
        &self,
        side: Side,
        message: &'static str,
        checked: &Checked,
        seen: Seen<'_>,
        out: &mut dyn Sink,
    ) -> Note {
        let chain = match side {
            Side::Client => &self.facts.client_certificates,
            Side::Server => &self.facts.certificates,
        };
        let key = chain.first().map(|own| own.key.to_string()).unwrap_or_default();
        match &checked.verdict {
            Verdict::Valid => {
                Note::new("tls-signature-valid").with("scheme", checked.scheme.as_str()).with("key", key)
            }
            Verdict::Invalid(wrong) => {
                out.finding(
                    Finding::new("tls.signature-invalid", Severity::Error, Fault::Unknown)
                        .at(seen.frames.clone())
                        .with("message", message)
                        .with("scheme", checked.scheme.as_str())
                        .with("key", key)
                        .with("wrong", wrong.note()),
                );
                Note::new("tls-signature-wrong").with("wrong", wrong.note())
            }
            Verdict::NotChecked(reason) => Note::new("tls-signature-unchecked").with("reason", reason.note()),
        }
    }

    /// The client's part of the key exchange.
    pub(super) fn client_key_exchange(&self, body: &[u8]) -> Vec<Note> {
        let form = verify::messages::form(self);
        let exchange = form.and_then(|form| key_exchange::client_key_exchange(body, form));
        let Some(exchange) = exchange else {
            let key = match self.exchange() {
                Some("RSA") => "tls-client-key-exchange-rsa",
                Some("PSK") => "tls-client-key-exchange-psk",
                _ => "tls-client-key-exchange",
            };
            return vec![Note::new(key)];
        };
        let mut notes = Vec::new();
        if exchange.identity.is_some() {
            notes.push(Note::new("tls-client-key-exchange-psk"));
        }
        notes.extend(exchange.secret.map(|secret| {
            Note::new(match secret {
                Share::Encrypted(_) => "tls-client-key-exchange-rsa",
                Share::Implicit => "tls-client-key-exchange-implicit",
                Share::Dh(_) | Share::Ecdh(_) | Share::Srp(_) => "tls-client-key-exchange",
            })
        }));
        notes
    }
}

/// Judges a chain, and tells it link by link.
fn links(chain: &Chain, certificates: &[Certificate], seen: Seen<'_>, out: &mut dyn Sink) -> Vec<Note> {
    checks::chain(chain, certificates, seen, out);
    chain.links.iter().map(|link| checks::link(link, certificates)).collect()
}
