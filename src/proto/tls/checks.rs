//! What can be judged without keys: the choice of version and suite, names and dates of the certificate.

use super::certificate::Certificate;
use super::facts::TlsFacts;
use super::hello::{ClientHello, EMPTY_RENEGOTIATION_INFO_SCSV, ServerHello};
use super::key_exchange::{Parameters, bits};
use super::reading::Seen;
use super::registry;
use super::verify::chain::{Chain, Link};
use super::verify::{Reason, Verdict};
use crate::dialogue::{Fault, Finding, Note, Severity, Time};
use crate::proto::Sink;

/// Smallest RSA key that is still considered sound (NIST SP 800-131A).
const MIN_RSA_BITS: usize = 2048;
/// Smallest group of a finite field.
const MIN_GROUP_BITS: usize = 2048;

/// Judges what a server chose.
pub(super) fn choice(
    client: Option<&ClientHello>,
    server: &ServerHello,
    facts: &TlsFacts,
    seen: Seen<'_>,
    out: &mut dyn Sink,
) {
    let mut say = |code, severity, args: &[(&'static str, String)]| {
        let mut finding = Finding::new(code, severity, Fault::Sender).at(seen.frames.clone());
        for (name, value) in args {
            finding = finding.with(name, value.as_str());
        }
        out.finding(finding);
    };
    let version = server.chosen();
    // RFC 7568 (SSL 3.0), RFC 8996 (TLS 1.0 and 1.1).
    if (0x0300..=0x0302).contains(&version) {
        let rfc = if version == 0x0300 { "RFC 7568" } else { "RFC 8996" };
        say(
            "tls.deprecated-version",
            Severity::Warning,
            &[("version", registry::version(version)), ("rfc", rfc.to_owned())],
        );
    }
    if let Some(suite) = &facts.cipher_suite {
        let name = || ("suite", suite.name.clone());
        if let Some(why) = suite.weakness() {
            say("tls.weak-suite", Severity::Warning, &[name(), ("why", why.to_owned())]);
        }
        if suite.forward_secret() == Some(false) && version <= 0x0303 {
            say("tls.no-forward-secrecy", Severity::Note, &[name(), ("key", suite.long_lived().to_owned())]);
        }
    }
    if let Some(client) = client {
        // RFC 8446 section 4.1.3: a client that offered more and sees the mark must break off.
        if server.downgraded() && client.highest() >= 0x0304 && version < 0x0304 {
            say("tls.downgrade", Severity::Warning, &[("version", registry::version(version))]);
        }
        let knows = client.suites.contains(&EMPTY_RENEGOTIATION_INFO_SCSV)
            || client.extensions.order.contains(&0xff01);
        if version <= 0x0303 && knows && server.extensions.renegotiation.is_none() {
            say("tls.insecure-renegotiation", Severity::Note, &[]);
        }
    }
}

/// Judges the server's own certificate.
pub(super) fn certificate(own: &Certificate, server_name: Option<&str>, seen: Seen<'_>, out: &mut dyn Sink) {
    let mut say = |code, severity, args: &[(&'static str, String)]| {
        let mut finding = Finding::new(code, severity, Fault::Sender).at(seen.frames.clone());
        for (name, value) in args {
            finding = finding.with(name, value.as_str());
        }
        out.finding(finding);
    };
    if !own.readable() {
        say("tls.unreadable-certificate", Severity::Warning, &[]);
        return;
    }
    if let (Some((from, to)), Some(time)) = (own.validity, seen.time) {
        let now = time.nanos().div_euclid(1_000_000_000);
        let captured = ("captured", time.to_seconds_string());
        if now > to {
            let until = ("until", own.not_after.clone().unwrap_or_default());
            say("tls.certificate-expired", Severity::Warning, &[until, captured]);
        } else if now < from {
            let from = ("from", own.not_before.clone().unwrap_or_default());
            say("tls.certificate-not-yet-valid", Severity::Warning, &[from, captured]);
        }
    }
    if let Some(name) = server_name
        && !own.names.is_empty()
        && !own.names.iter().any(|pattern| covers(pattern, name))
    {
        let names = own.names.join(", ");
        say("tls.name-mismatch", Severity::Warning, &[("name", name.to_owned()), ("names", names)]);
    }
    // RFC 9525 section 6.3: the common name does not count.
    if own.names.is_empty() && own.ca != Some(true) {
        say("tls.no-alternative-names", Severity::Warning, &[("name", own.short_name())]);
    }
    if own.self_issued {
        say("tls.self-signed", Severity::Note, &[("name", own.short_name())]);
    }
    if own.key.kind.as_deref().is_some_and(|kind| kind.starts_with("RSA"))
        && let Some(bits) = own.key.bits.filter(|bits| *bits < MIN_RSA_BITS)
    {
        say("tls.weak-key", Severity::Warning, &[("bits", bits.to_string())]);
    }
    if let Some(algorithm) = &own.signature_algorithm
        && ["md5", "sha1", "SHA1"].iter().any(|weak| algorithm.contains(weak))
    {
        say("tls.weak-signature", Severity::Warning, &[("algorithm", algorithm.clone())]);
    }
}

/// Judges who signed whom among the certificates that were sent.
pub(super) fn chain(chain: &Chain, certificates: &[Certificate], seen: Seen<'_>, out: &mut dyn Sink) {
    for link in &chain.links {
        let Verdict::Invalid(wrong) = &link.verdict else { continue };
        let issuer = link.issuer.and_then(|issuer| certificates.get(issuer.checked_sub(1)?));
        out.finding(
            Finding::new("tls.chain-invalid", Severity::Error, Fault::Sender)
                .at(seen.frames.clone())
                .with("certificate", link.certificate)
                .with("issuer", issuer.map(Certificate::short_name).unwrap_or_default())
                .with("wrong", wrong.note()),
        );
    }
    if let Some(at) = chain.out_of_order {
        let finding = Finding::new("tls.chain-order", Severity::Note, Fault::Sender);
        out.finding(finding.at(seen.frames.clone()).with("certificate", at));
    }
}

/// Who signed a certificate, in words.
pub(super) fn link(link: &Link, certificates: &[Certificate]) -> Note {
    let of = |number: usize| number.checked_sub(1).and_then(|at| certificates.get(at));
    let own = of(link.certificate);
    let name = own.map(Certificate::short_name).unwrap_or_default();
    let note =
        |key: &'static str| Note::new(key).with("certificate", link.certificate).with("name", name.as_str());
    match (&link.verdict, link.issuer) {
        (Verdict::Valid, Some(issuer)) if issuer == link.certificate => note("tls-chain-self-signed"),
        (Verdict::Valid, issuer) => note("tls-chain-signed")
            .with("issuer", issuer.unwrap_or_default())
            .with("by", issuer.and_then(of).map(Certificate::short_name).unwrap_or_default()),
        (Verdict::Invalid(wrong), issuer) => {
            note("tls-chain-wrong").with("issuer", issuer.unwrap_or_default()).with("wrong", wrong.note())
        }
        (Verdict::NotChecked(Reason::NoIssuer), _) => {
            note("tls-chain-no-issuer").with("by", own.map(Certificate::issuer_name).unwrap_or_default())
        }
        (Verdict::NotChecked(reason), _) => note("tls-chain-unchecked").with("reason", reason.note()),
    }
}

/// Judges the size of numbers made for this connection.
pub(super) fn parameters(parameters: &Parameters<'_>, seen: Seen<'_>, out: &mut dyn Sink) {
    let (kind, size) = match parameters {
        // RFC 7919 section 1, RFC 9325 section 4.4: 2048 bits at least; 1024 can be broken by states.
        Parameters::Dhe(prime, ..) => ("DH", bits(prime)),
        Parameters::Srp(prime, ..) => ("SRP", bits(prime)),
        Parameters::Rsa(modulus, _) => ("RSA", bits(modulus)),
        Parameters::Ecdhe(..) | Parameters::None => return,
    };
    if size < MIN_GROUP_BITS {
        out.finding(
            Finding::new("tls.weak-group", Severity::Warning, Fault::Sender)
                .at(seen.frames.clone())
                .with("kind", kind)
                .with("bits", size),
        );
    }
}

/// The check `valid_at_capture`.
pub(super) fn valid_at(own: &Certificate, time: Time) -> String {
    let now = time.nanos().div_euclid(1_000_000_000);
    match own.validity {
        Some((from, _)) if now < from => {
            format!("invalid: not before {}", own.not_before.as_deref().unwrap_or_default())
        }
        Some((_, to)) if now > to => {
            format!("invalid: expired {}", own.not_after.as_deref().unwrap_or_default())
        }
        Some(_) => "valid".to_owned(),
        None => "not checked: the certificate cannot be read".to_owned(),
    }
}

/// The check `name_match` (RFC 9525: alternative names only).
pub(super) fn name_match(own: &Certificate, server_name: Option<&str>, client_seen: bool) -> String {
    let Some(name) = server_name else {
        return if client_seen {
            "not checked: no server name in the Client Hello"
        } else {
            "not checked: the Client Hello is not captured"
        }
        .to_owned();
    };
    if !own.readable() {
        "not checked: the certificate cannot be read".to_owned()
    } else if own.names.is_empty() {
        "invalid: the certificate has no alternative names".to_owned()
    } else if own.names.iter().any(|pattern| covers(pattern, name)) {
        "valid".to_owned()
    } else {
        format!("invalid: {name} is not among the names")
    }
}

/// RFC 9525 section 6.3: equal without regard to case, or `*` as the whole first label.
fn covers(pattern: &str, name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    if pattern.eq_ignore_ascii_case(name) {
        return true;
    }
    match (pattern.strip_prefix("*."), name.split_once('.')) {
        (Some(parent), Some((first, rest))) => !first.is_empty() && parent.eq_ignore_ascii_case(rest),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{covers, name_match, valid_at};
    use crate::dialogue::Time;
    use crate::proto::tls::{Certificate, Key};

    fn certificate(names: &[&str]) -> Certificate {
        Certificate {
            subject: Some("CN=smtp.lab.example".to_owned()),
            issuer: None,
            serial: None,
            not_before: Some("2026-01-01T00:00:00Z".to_owned()),
            not_after: Some("2026-12-31T23:59:59Z".to_owned()),
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            key: Key::default(),
            ca: None,
            usages: Vec::new(),
            extended_usages: Vec::new(),
            self_issued: false,
            signature_algorithm: None,
            sha256: String::new(),
            validity: Some((1_767_225_600, 1_798_761_599)),
            der: None,
        }
    }

    #[test]
    fn validity_is_judged_at_the_time_of_the_capture() {
        let at = |seconds: i128| valid_at(&certificate(&[]), Time::from_nanos(seconds * 1_000_000_000));
        assert_eq!(at(1_767_225_599), "invalid: not before 2026-01-01T00:00:00Z");
        assert_eq!(at(1_767_225_600), "valid");
        assert_eq!(at(1_798_761_599), "valid");
        assert_eq!(at(1_798_761_600), "invalid: expired 2026-12-31T23:59:59Z");
    }

    #[test]
    fn only_alternative_names_count() {
        let own = certificate(&["pop.lab.example"]);
        let name = Some("smtp.lab.example");
        assert_eq!(name_match(&own, Some("pop.lab.example"), true), "valid");
        assert_eq!(name_match(&own, name, true), "invalid: smtp.lab.example is not among the names");
        assert_eq!(
            name_match(&certificate(&[]), name, true),
            "invalid: the certificate has no alternative names"
        );
        assert_eq!(name_match(&own, None, true), "not checked: no server name in the Client Hello");
        assert_eq!(name_match(&own, None, false), "not checked: the Client Hello is not captured");
    }

    #[test]
    fn a_wildcard_stands_for_one_label() {
        for (pattern, name, matches) in [
            ("smtp.lab.example", "SMTP.lab.example", true),
            ("*.lab.example", "smtp.lab.example", true),
            ("*.lab.example", "a.smtp.lab.example", false),
            ("*.lab.example", "lab.example", false),
            ("*", "example", false),
        ] {
            assert_eq!(covers(pattern, name), matches, "{pattern} {name}");
        }
    }
}
