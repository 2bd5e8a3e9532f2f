//! What can be looked up of TLS: handshake messages and alerts, cipher suites and their parts, extensions, groups and
//! signature schemes.

use crate::dialogue::{Note, Topic, TopicKind};

use super::suite::CipherSuite;
use super::{fields, registry};

const TLS: &str = "TLS";
const SUITES: &str = "IANA, TLS Cipher Suites";

/// Messages whose explanation needs nothing of a capture: text, name, source.
const MESSAGES: &[(&str, &str, &str)] = &[
    ("tls-hello-request", "Hello Request", "RFC 5246 section 7.4.1.1"),
    ("tls-encrypted-extensions", "Encrypted Extensions", "RFC 8446 section 4.3.1"),
    ("tls-certificate-verify", "Certificate Verify", "RFC 8446 section 4.4.3; RFC 5246 section 7.4.8"),
    ("tls-certificate-status", "Certificate Status", "RFC 6066 section 8"),
    ("tls-compressed-certificate", "Compressed Certificate", "RFC 8879 section 4"),
    ("tls-server-hello-done", "Server Hello Done", "RFC 5246 section 7.4.5"),
    ("tls-client-key-exchange-rsa", "Client Key Exchange", "RFC 5246 section 7.4.7"),
    ("tls-change-cipher-spec", "Change Cipher Spec", "RFC 5246 section 7.1"),
    ("tls-finished", "Finished", "RFC 5246 section 7.4.9; RFC 8446 section 4.4.4"),
    ("tls-end-of-early-data", "End of Early Data", "RFC 8446 section 4.5"),
    ("tls-key-update", "Key Update", "RFC 8446 section 4.6.3"),
    ("tls-supplemental-data", "Supplemental Data", "RFC 4680 section 2"),
];

pub(super) fn topics() -> Vec<Topic> {
    let messages = MESSAGES.iter().map(|&(key, name, source)| {
        Topic::new(TLS, TopicKind::Message, name, Note::new(key)).from(source, "")
    });
    messages.chain(alerts()).chain(suites()).chain(extensions()).chain(groups()).chain(schemes()).collect()
}

fn alerts() -> impl Iterator<Item = Topic> {
    registry::ALERTS.iter().map(|&(number, names)| {
        let (name, wireshark) = names.split_once(',').unwrap_or((names, names));
        let note = Note::new(format!("tls-cause-{}", name.replace('_', "-")));
        Topic::new(TLS, TopicKind::Alert, name, note)
            .from("RFC 8446 section 6; IANA, TLS Alerts", "")
            .alias(wireshark)
            .alias(format!("alert {number}"))
    })
}

fn suites() -> Vec<Topic> {
    let mut suites: Vec<Topic> = registry::CIPHER_SUITES.iter().map(suite).collect();
    // Those that a list names once stand together.
    suites.sort_by(|one, other| one.listed.cmp(&other.listed));
    suites
}

fn suite(row: &(u16, &'static str)) -> Topic {
    let &(number, name) = row;
    let suite = CipherSuite::new(number);
    let topic = |note| Topic::new(TLS, TopicKind::CipherSuite, name, note);
    let (Some(cipher), id) = (suite.cipher.as_deref(), suite.hex()) else {
        return topic(Note::new("tls-suite-signal").with("id", suite.hex())).from(SUITES, "");
    };
    let exchange = suite.key_exchange.as_deref().unwrap_or("none");
    let authentication = suite.authentication.as_deref().unwrap_or("none");
    let hash = suite.hash.as_deref().unwrap_or("-");
    let mode = match cipher {
        "NULL" => "null",
        _ if cipher.contains("CBC") => "cbc",
        _ if ["GCM", "CCM", "POLY1305", "MGM"].iter().any(|mode| cipher.contains(mode)) => "aead",
        _ => "stream",
    };
    let note = Note::new("tls-suite")
        .with("exchange", exchange)
        .with("authentication", authentication)
        .with("cipher", cipher)
        .with("hash", hash)
        .with("id", id.as_str());
    let mut topic = topic(note).from(SUITES, "").alias(id);
    topic.parts.push(Note::new("tls-suite-exchange").with("exchange", exchange));
    if authentication != "none" {
        topic.parts.push(Note::new("tls-suite-authentication").with("authentication", authentication));
    }
    topic.parts.push(Note::new("tls-suite-cipher").with("mode", mode).with("cipher", cipher));
    if hash != "-" && hash != "NULL" {
        topic.parts.push(Note::new("tls-suite-hash").with("mode", mode).with("hash", hash));
    }
    topic.parts.extend(suite.weakness().map(|why| Note::new("tls-suite-weak").with("why", why)));
    // Hundreds of them: a list names each kind of agreement once.
    let family = name.split_once("_WITH_").map_or("TLS", |(agreement, _)| agreement);
    topic.listed = Some(format!("{family}_..."));
    topic
}

fn extensions() -> impl Iterator<Item = Topic> {
    registry::EXTENSIONS.iter().map(|&(number, name)| {
        let note = fields::purpose(number).unwrap_or_else(|| Note::new("tls-extension-other"));
        let source = "IANA, TLS ExtensionType Values";
        Topic::new(TLS, TopicKind::Extension, name, note)
            .from(source, "")
            .alias(format!("extension {number}"))
    })
}

fn groups() -> impl Iterator<Item = Topic> {
    registry::GROUPS.iter().map(|&(number, name)| {
        let bits = name.strip_prefix("ffdhe").unwrap_or("0");
        let family = if bits != "0" {
            "finite"
        } else if name.contains("MLKEM") || name.contains("Kyber") || name == "CECPQ2" {
            if name.starts_with("MLKEM") { "lattice" } else { "hybrid" }
        } else {
            "curve"
        };
        let note = Note::new("tls-group").with("family", family).with("bits", bits);
        let topic = Topic::new(TLS, TopicKind::Group, name, note.with("id", format!("0x{number:04x}")));
        topic.from("IANA, TLS Supported Groups", "").alias(format!("group {number}"))
    })
}

fn schemes() -> impl Iterator<Item = Topic> {
    registry::SIGNATURE_SCHEMES.iter().map(|&(number, name)| {
        let kinds = [
            ("rsa_pkcs1", "pkcs1"),
            ("rsa_pss", "pss"),
            ("ecdsa", "ecdsa"),
            ("ed", "eddsa"),
            ("dsa", "dsa"),
            ("mldsa", "lattice"),
        ];
        let kind = kinds.iter().find(|(start, _)| name.starts_with(start)).map_or("other", |row| row.1);
        let id = format!("0x{number:04x}");
        let note = Note::new("tls-scheme").with("kind", kind).with("id", id.as_str());
        Topic::new(TLS, TopicKind::SignatureScheme, name, note)
            .from("IANA, TLS SignatureScheme", "")
            .alias(id)
    })
}

#[cfg(test)]
mod tests {
    use super::topics;
    use crate::dialogue::Topic;

    fn topic(name: &str) -> Topic {
        topics().into_iter().find(|topic| topic.is_called(name)).unwrap()
    }

    fn parts(name: &str) -> Vec<String> {
        let word = |arg: &(&str, crate::dialogue::Arg)| match &arg.1 {
            crate::dialogue::Arg::Text(text) => text.clone(),
            other => format!("{other:?}"),
        };
        let parts = topic(name).parts;
        parts.iter().map(|part| part.args.iter().map(word).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn a_suite_is_explained_by_its_parts_and_found_by_its_number() {
        assert_eq!(parts("0xc02f"), ["ECDHE", "RSA", "aead AES-128-GCM", "aead SHA-256"]);
        assert_eq!(parts("TLS_RSA_WITH_AES_128_CBC_SHA"), ["RSA", "RSA", "cbc AES-128-CBC", "cbc SHA-1"]);
        assert_eq!(parts("TLS AES 256 GCM sha384"), ["none", "aead AES-256-GCM", "aead SHA-384"]);
        assert_eq!(parts("0x0005").last().unwrap(), "RC4");
        assert!(parts("TLS_FALLBACK_SCSV").is_empty());
    }

    #[test]
    fn numbers_of_extensions_groups_and_schemes_find_their_names() {
        assert_eq!(topic("extension 16").name, "application_layer_protocol_negotiation");
        assert_eq!(topic("group 4588").name, "X25519MLKEM768");
        assert_eq!(topic("0x0804").name, "rsa_pss_rsae_sha256");
        assert_eq!(topic("supported_groups").note.key, "tls-extension-supported-groups");
    }
}
