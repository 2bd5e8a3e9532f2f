//! TLS on the captures of the project: what was signed is computed again, and one changed byte shows.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;

use serde_json::Value;
use support::outcome::{analyzed, json};
use support::project;
use wiretale::dialogue::{Field, Secrets, Step, Wanted};

fn capture(name: &str) -> Vec<u8> {
    std::fs::read(project("captures/tls").join(format!("{name}.pcapng"))).unwrap()
}

/// Everything of a capture, with the key log beside it.
fn opened(keylog: Option<Vec<u8>>) -> Wanted {
    let lines = keylog.map(|text| wiretale::proto::tls::keylog::read(&text).0).unwrap_or_default();
    Wanted { checks: true, fields: true, secrets: Secrets::new(lines, Vec::new()), ..Wanted::default() }
}

/// The first conversation with its signatures checked.
fn checked(file: &[u8]) -> Value {
    let outcome = analyzed(file, &Wanted { checks: true, ..Wanted::default() });
    json(outcome.conversations.iter().find(|talk| talk.protocols.contains(&"tls")).unwrap())
}

fn check<'a>(conversation: &'a Value, name: &str) -> &'a str {
    conversation["tls"][0]["checks"][name].as_str().unwrap_or("-")
}

fn codes(conversation: &Value) -> Vec<&str> {
    let findings = conversation["findings"].as_array().unwrap();
    findings.iter().map(|finding| finding["code"].as_str().unwrap()).collect()
}

/// All text of the explanations of one kind of step.
fn note(conversation: &Value, kind: &str) -> String {
    let steps = conversation["steps"].as_array().unwrap();
    let step = steps.iter().find(|step| step["kind"] == kind).unwrap();
    step["note"].as_str().unwrap_or_default().to_owned()
}

/// Changes one bit behind the first place where these bytes stand.
fn flipped(file: &[u8], needle: &[u8], behind: usize) -> Vec<u8> {
    let at = file.windows(needle.len()).position(|window| window == needle).unwrap();
    let mut file = file.to_vec();
    file[at + behind] ^= 1;
    file
}

const MISMATCH: &str = "invalid: the signature does not match";

#[test]
fn signatures_of_server_key_exchange_verify_and_a_flipped_byte_shows() {
    // Message header, curve or length of the prime: the bytes behind are the public key or the prime.
    for (name, needle) in [
        ("tls10", &[12, 0, 1, 0x26, 3, 0, 29, 32][..]),
        ("tls11", &[12, 0, 1, 0x26, 3, 0, 29, 32]),
        ("tls12-cbc", &[12, 0, 1, 0x28, 3, 0, 29, 32]),
        ("tls12-chacha20", &[12, 0, 1, 0x28, 3, 0, 29, 32]),
        ("tls12-dhe", &[12, 0, 3, 11, 1, 0, 255]),
        ("false-start", &[12, 0, 1, 0x49, 3, 0, 23, 65]),
    ] {
        let file = capture(name);
        let right = checked(&file);
        assert_eq!(check(&right, "key_exchange_signature"), "valid", "{name}");
        assert!(note(&right, "tls.server_key_exchange").contains("verifies with the key"), "{name}");
        assert!(!codes(&right).contains(&"tls.signature-invalid"), "{name}");

        let wrong = checked(&flipped(&file, needle, needle.len() + 20));
        assert_eq!(check(&wrong, "key_exchange_signature"), MISMATCH, "{name}");
        assert!(note(&wrong, "tls.server_key_exchange").contains("does NOT match"), "{name}");
        assert!(codes(&wrong).contains(&"tls.signature-invalid"), "{name}");
    }
}

#[test]
fn the_randoms_are_among_what_server_key_exchange_signs() {
    let file = capture("tls12-ecdhe-rsa-aes128-gcm");
    for hello in [&[1, 0][..], &[2, 0, 0]] {
        let at = file.windows(6).position(|window| window.starts_with(hello) && window.ends_with(&[3, 3]));
        let mut file = file.clone();
        file[at.unwrap() + 10] ^= 1;
        assert_eq!(check(&checked(&file), "key_exchange_signature"), MISMATCH, "{hello:?}");
    }
}

#[test]
fn the_signature_of_certificate_verify_covers_the_handshake_so_far() {
    let file = capture("client-certificate");
    let right = checked(&file);
    assert_eq!(check(&right, "certificate_verify"), "valid");
    assert!(note(&right, "tls.certificate_verify").contains("verifies with the key"));
    let of_signature = flipped(&file, &[15, 0, 1, 4, 8, 4, 1, 0], 30);
    assert_eq!(check(&checked(&of_signature), "certificate_verify"), MISMATCH);
    let of_hello = flipped(&file, b"smtp.lab.example", 0);
    assert_eq!(check(&checked(&of_hello), "certificate_verify"), MISMATCH);
    assert_eq!(check(&checked(&of_hello), "key_exchange_signature"), "valid", "it covers the randoms only");
}

#[test]
fn certificates_are_checked_with_the_next_of_the_message() {
    let file = capture("tls12-rsa");
    let right = checked(&file);
    assert_eq!(check(&right, "chain"), "valid");
    let chain = &right["tls"][0]["chain"];
    assert_eq!((&chain[0]["certificate"], &chain[0]["issuer"]), (&1.into(), &2.into()));
    assert_eq!(chain[1]["issuer"], Value::Null, "the root was not sent");
    assert_eq!(chain[1]["signature"], "not checked: the issuer's certificate is not in the capture");
    let note = note(&right, "tls.certificate");
    assert!(note.contains("is signed by certificate 2"), "{note}");
    // Version 3, then a serial number of 20 bytes.
    let wrong = checked(&flipped(&file, &[0xa0, 3, 2, 1, 2, 2, 20], 20));
    assert_eq!(check(&wrong, "chain"), "invalid: certificate 1 is not signed by certificate 2");
    assert!(codes(&wrong).contains(&"tls.chain-invalid"));
}

#[test]
fn nothing_is_computed_where_it_is_not_wanted() {
    let file = capture("client-certificate");
    let outcome = analyzed(&file, &Wanted::default());
    let told = json(&outcome.conversations[0]);
    for name in ["key_exchange_signature", "certificate_verify", "chain"] {
        assert_eq!(told["tls"][0]["checks"][name], Value::Null, "{name}");
    }
}

/// Fields follow each other without a hole or an overlap, and their parts in turn.
fn tiles(fields: &[Field], from: u64, to: u64, what: &str) {
    let mut at = from;
    for field in fields {
        assert_eq!(field.bytes.0, at, "{what}: {} at {at}", field.name);
        assert!(field.bytes.1 > at, "{what}: {} is empty", field.name);
        at = field.bytes.1;
        if !field.fields.is_empty() {
            tiles(&field.fields, field.bytes.0, field.bytes.1, &format!("{what}: {}", field.name));
        }
    }
    assert_eq!(at, to, "{what}");
}

fn unnamed(fields: &[Field]) -> bool {
    fields.iter().any(|field| field.name == "rest" || unnamed(&field.fields))
}

#[test]
fn the_byte_map_covers_every_handshake_message_of_every_capture_without_hole_or_overlap() {
    let mut kinds = std::collections::BTreeMap::<&str, usize>::new();
    for (name, path) in support::files("captures", &[".pcap", ".pcapng"]) {
        let Ok(file) = std::fs::read(&path) else { continue };
        let wanted = opened(std::fs::read(path.with_extension("keys.log")).ok());
        let Ok(outcome) = support::outcome::try_analyze(&file, &wanted) else { continue };
        let steps = outcome.conversations.iter().flat_map(|conversation| &conversation.steps);
        for Step { kind, fields, frames, .. } in steps {
            let Some(fields) = fields else { continue };
            let what = format!("{name} {frames} {kind}");
            let length: u64 = fields[1].value.parse().unwrap();
            tiles(fields, 0, 4 + length, &what);
            assert!(!unnamed(fields), "{what}: {fields:#?}");
            *kinds.entry(kind).or_default() += 1;
        }
    }
    for kind in [
        "tls.certificate",
        "tls.certificate_request",
        "tls.certificate_verify",
        "tls.client_hello",
        "tls.client_key_exchange",
        "tls.encrypted_extensions",
        "tls.finished",
        "tls.hello_retry_request",
        "tls.new_session_ticket",
        "tls.server_hello",
        "tls.server_key_exchange",
    ] {
        assert!(kinds.get(kind).is_some_and(|count| *count > 0), "{kind}: {kinds:?}");
    }
}

#[test]
fn the_signature_of_a_tls_1_3_server_is_checked_over_the_transcript() {
    for name in ["tls13", "tls13-hello-retry", "webmail-tls13"] {
        let file = capture(name);
        let keylog = std::fs::read(project("captures/tls").join(format!("{name}.keys.log"))).unwrap();
        let verify = |file: &[u8]| {
            let outcome = analyzed(file, &opened(Some(keylog.clone())));
            let talk = outcome.conversations.iter().find(|talk| talk.protocols.contains(&"tls")).unwrap();
            json(talk)
        };
        assert_eq!(check(&verify(&file), "certificate_verify"), "valid", "{name}");
        assert_eq!(check(&verify(&file), "chain"), "valid", "{name}");
        // Nothing is derived from the name of the server, but it is signed.
        let wrong = verify(&flipped(&file, b"lab.example", 0));
        assert_eq!(check(&wrong, "certificate_verify"), MISMATCH, "{name}");
        assert!(codes(&wrong).contains(&"tls.signature-invalid"), "{name}");
    }
}

/// Text and first frame of a lesson of the first conversation, in a capture read without keys.
fn lesson(name: &str, code: &str) -> Option<(String, u64)> {
    let conversation = checked(&capture(name));
    let finding =
        conversation["findings"].as_array().unwrap().iter().find(|finding| finding["code"] == code)?;
    assert_eq!(finding["severity"], "note");
    Some((finding["text"].as_str().unwrap().to_owned(), finding["frames"][0][0].as_u64().unwrap()))
}

const ECDHE: &str = "tls12-ecdhe-rsa-aes128-gcm";

#[test]
fn e_03_the_random_of_a_client_hello_is_public_and_no_key() {
    let (text, frame) = lesson(ECDHE, "tls.lesson-random").unwrap();
    assert!(
        text.contains("13 78 0f 3f .. d1 a1 7f db") && text.contains("neither the session key"),
        "{text}"
    );
    assert_eq!(frame, 8);
    assert!(lesson("tls13", "tls.lesson-random").is_some());
}

#[test]
fn e_04_the_hash_of_a_suite_is_no_part_of_an_aead_cipher() {
    let (text, frame) = lesson(ECDHE, "tls.lesson-suite").unwrap();
    assert!(text.contains("is AES-128-GCM; SHA-256 is no part of it"), "{text}");
    assert_eq!(frame, 10);
    assert!(lesson("tls12-chacha20", "tls.lesson-suite").is_some());
    assert!(lesson("tls12-cbc", "tls.lesson-suite").is_none(), "there the hash makes the MAC");
    assert!(lesson("alert-no-shared-cipher", "tls.lesson-suite").is_none(), "no suite was chosen");
}

#[test]
fn e_05_the_servers_finished_completes_the_handshake_and_refreshes_nothing() {
    let (text, frame) = lesson(ECDHE, "tls.lesson-refresh").unwrap();
    assert!(text.contains("(#15) complete the handshake") && frame == 15, "{text}");
    assert!(lesson("false-start", "tls.lesson-refresh").is_some());
    let keylog = std::fs::read(project("captures/tls/tls13.keys.log")).unwrap();
    let outcome = analyzed(&capture("tls13"), &opened(Some(keylog)));
    let talk = json(&outcome.conversations[0]);
    assert!(talk["tls"][0]["messages"].to_string().contains("finished"), "both are there to see");
    assert!(!codes(&talk).contains(&"tls.lesson-refresh"), "there Change Cipher Spec means nothing");
    assert!(codes(&talk).contains(&"tls.lesson-certificate"), "Certificate Verify is there to see");
    assert!(lesson("alert-unknown-ca", "tls.lesson-refresh").is_none(), "the server never switched");
}

#[test]
fn e_06_server_key_exchange_holds_no_key_that_encrypts_data() {
    let (text, frame) = lesson(ECDHE, "tls.lesson-key-exchange").unwrap();
    assert!(text.contains("ephemeral public key (x25519)") && frame == 12, "{text}");
    let (text, _) = lesson("tls12-dhe", "tls.lesson-key-exchange").unwrap();
    assert!(text.contains("ephemeral public key (DH "), "{text}");
    assert!(lesson("tls12-rsa", "tls.lesson-key-exchange").is_none(), "there is no such message");
}

#[test]
fn e_13_the_pre_master_secret_is_computed_twice_and_with_rsa_sent_encrypted() {
    let (text, frame) = lesson(ECDHE, "tls.lesson-premaster").unwrap();
    assert!(text.contains("never on the wire") && text.contains("(#12 and #14)") && frame == 12, "{text}");
    let (text, _) = lesson("tls12-rsa", "tls.lesson-premaster").unwrap();
    assert!(text.contains("encrypted to the public key of the certificate"), "{text}");
    assert!(lesson("tls13", "tls.lesson-premaster").is_none());
}

#[test]
fn e_17_the_message_is_called_client_key_exchange() {
    let (text, frame) = lesson(ECDHE, "tls.lesson-client-key-exchange").unwrap();
    assert!(text.contains("Client Key Exchange (#14), not Client Key Change") && frame == 14, "{text}");
    assert!(lesson("tls13", "tls.lesson-client-key-exchange").is_none());
}

#[test]
fn e_18_what_proves_the_server_is_the_signature_and_not_the_certificate() {
    let (text, frame) = lesson(ECDHE, "tls.lesson-certificate").unwrap();
    assert!(text.contains("the signature in Server Key Exchange (#12)") && frame == 10, "{text}");
    let (text, _) = lesson("tls12-rsa", "tls.lesson-certificate").unwrap();
    assert!(text.contains("compute the right Finished"), "{text}");
    assert!(lesson("tls13", "tls.lesson-certificate").is_none(), "it cannot be seen without keys");
}

#[test]
fn the_master_secret_of_a_resumed_session_is_that_of_the_session_before() {
    let keys = std::fs::read(project("captures/tls/resumption-session-id.keys.log")).unwrap();
    let wanted = Wanted { lesson: true, reveal: true, ..opened(Some(keys)) };
    let outcome = analyzed(&capture("resumption-session-id"), &wanted);
    let masters: Vec<_> = outcome.conversations.iter().flat_map(|talk| &talk.lessons).collect();
    let masters: Vec<_> = masters.iter().flat_map(|lesson| &lesson.schedule).collect();
    let masters: Vec<_> = masters.iter().filter(|row| row.name == "master_secret").collect();
    assert_eq!(masters.len(), 2);
    assert!(masters[0].formula.starts_with("PRF(pre_master_secret"), "{}", masters[0].formula);
    assert_eq!(masters[1].formula, "resumed_session.master_secret");
    assert_eq!(masters[0].value.shown(), masters[1].value.shown());
}

#[test]
fn a_ticket_of_tls_1_3_and_a_suite_with_a_mac_are_explained_as_what_they_are() {
    let why = |name: &str, kind: &str| {
        let keys = std::fs::read(project("captures/tls").join(format!("{name}.keys.log"))).unwrap();
        let outcome = analyzed(&capture(name), &opened(Some(keys)));
        let talk = outcome.conversations.iter().find(|talk| talk.protocols.contains(&"tls")).unwrap();
        let step = talk.steps.iter().find(|step| step.kind == kind).unwrap().clone();
        let catalog = wiretale::annotate::Catalog::new(wiretale::annotate::Lang::En, &[]);
        step.notes.iter().filter_map(|note| catalog.attribute(note, "why")).collect::<String>()
    };
    // RFC 8446 section 4.6.1: a lifetime of 0 forbids its use; RFC 5077 section 3.3: it says nothing.
    assert!(why("tls13", "tls.new_session_ticket").contains("(0: not at all)"));
    assert!(why("tls12-rsa", "tls.new_session_ticket").contains("(0: not said)"));
    assert!(!why("tls13", "tls.finished").contains("first message that is encrypted"));
    assert!(why("tls10", "tls.server_hello").contains("keys are derived with MD5 + SHA-1"));
    assert!(why("tls12-rsa", "tls.server_hello").contains("SHA-256 serves the key derivation"));
}

/// A capture file that brings secrets which nobody can read says so, instead of being read as if it had none.
#[test]
fn secrets_of_the_file_that_cannot_be_read_are_said() {
    let mut file = capture("tls13-secrets-inside");
    let wanted = Wanted::default();
    let told = |file: &[u8]| {
        let codes = analyzed(file, &wanted).capture.unwrap().findings;
        codes.iter().any(|finding| finding.code == "capture.bad-secrets")
    };
    assert!(!told(&file));
    let label = b"SERVER_HANDSHAKE_TRAFFIC_SECRET";
    let at = file.windows(label.len()).position(|window| window == label).unwrap();
    file[at] = b'?';
    assert!(told(&file));
}
