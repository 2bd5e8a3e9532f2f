//! What can be looked up of TLS: handshake messages and alerts.

use crate::dialogue::{Note, Topic, TopicKind};

use super::registry;

const TLS: &str = "TLS";

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
    messages.chain(alerts()).collect()
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
