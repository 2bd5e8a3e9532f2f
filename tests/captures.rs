//! Golden outputs of the project's own captures.
//!
//! Every capture as JSON (`snapshots/json/`), a large one reduced to what a reader would check; six of them as text in the
//! three languages (`snapshots/text/`); every capture with a key log read with its secrets, and four of their lessons
//! (`snapshots/opened/`). `INSTA_UPDATE=always cargo test --test captures` writes them anew; read the
//! difference before committing it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;

use serde_json::{Value, json};
use wiretale::annotate::{Catalog, Lang};
use wiretale::dialogue::{Messages, Secrets, Wanted};
use wiretale::render::{self, Json, Look, Open, Paint};

use support::outcome::{Outcome, analyzed, english};

/// Above this many bytes of JSON a snapshot holds the digest.
const LARGE: usize = 60_000;

/// The captures that are kept as text too.
const AS_TEXT: &[&str] = &[
    "report/4.2-mail-client.pcapng",
    "report/4.4-telnet.pcapng",
    "report/4.3-webmail.pcapng",
    "lab.pcapng",
    "pop3/retrieve-all.pcapng",
    "broken/dropped-frames.pcapng",
];

fn document(outcome: &Outcome, path: &str) -> Value {
    let json = Json { catalog: english() };
    let conversations: Vec<Value> = outcome.conversations.iter().map(support::outcome::json).collect();
    let capture = render::capture_json(outcome.capture.as_ref().unwrap(), path, json);
    let mut capture: Value = serde_json::from_str(&capture).unwrap();
    capture.as_object_mut().unwrap().insert("conversations".to_owned(), Value::Array(conversations));
    capture
}

/// What remains of a large document: who spoke what, the steps in short, mails, findings, fates.
fn digest(document: &Value) -> Value {
    let step = |step: &Value| {
        let frames = step["frames"].to_string();
        let answers = step["answers"].as_u64().map_or(String::new(), |index| format!(" answers {index}"));
        Value::String(format!(
            "{} {}{answers} {frames}",
            step["kind"].as_str().unwrap(),
            step["text"].as_str().unwrap()
        ))
    };
    let codes = |findings: &Value| -> Value {
        findings.as_array().unwrap().iter().map(|finding| finding["code"].clone()).collect()
    };
    let conversation = |conversation: &Value| {
        json!({
            "stream": conversation["stream"],
            "protocols": conversation["protocols"],
            "outcome": conversation["outcome"],
            "health": conversation["health"],
            "tcp": conversation["tcp"],
            "steps": conversation["steps"].as_array().unwrap().iter().map(step).collect::<Value>(),
            "messages": conversation["messages"],
            "findings": codes(&conversation["findings"]),
        })
    };
    json!({
        "frames": document["frames"],
        "conversations":
            document["conversations"].as_array().unwrap().iter().map(conversation).collect::<Value>(),
        "findings": codes(&document["findings"]),
        "fates": document["fates"],
        "names": document["names"],
    })
}

fn snapshot_name(capture: &str) -> String {
    capture.replace('/', "__")
}

#[test]
fn every_capture_gives_the_json_it_gave_before() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots/json");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        let mut failed = Vec::new();
        for (name, file) in support::captures() {
            let wanted = Wanted { messages: Messages::Hashed, ..Wanted::default() };
            let document = document(&analyzed(&file, &wanted), &name);
            let large = document.to_string().len() > LARGE;
            let shown = if large { digest(&document) } else { document };
            let text = serde_json::to_string_pretty(&shown).unwrap();
            // All captures are compared, also behind one that differs.
            let result = std::panic::catch_unwind(|| insta::assert_snapshot!(snapshot_name(&name), text));
            if result.is_err() {
                failed.push(name);
            }
        }
        assert!(failed.is_empty(), "other output for {failed:?}");
    });
}

#[test]
fn six_captures_give_the_text_they_gave_before_in_three_languages() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots/text");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        let mut failed = Vec::new();
        for (id, lang) in [("zh", Lang::Zh), ("en", Lang::En), ("ja", Lang::Ja)] {
            let catalog = Catalog::new(lang, &[&render::TEXTS]);
            for name in AS_TEXT {
                let file = std::fs::read(support::project("captures").join(name)).unwrap();
                let outcome = analyzed(&file, &Wanted::default());
                let capture = outcome.capture.as_ref().unwrap();
                let mut text = render::capture_head(capture, name, &catalog);
                text.push('\n');
                text.push_str(&render::capture_findings(capture, &catalog, LOOK));
                for conversation in outcome.conversations.iter().filter(|one| !one.protocols.is_empty()) {
                    text.push('\n');
                    text.push_str(&render::conversation_text(conversation, &catalog, LOOK));
                }
                assert!(!text.contains("[no text:"), "{name} in {id} has a text that is missing:\n{text}");
                let snapshot = format!("{}.{id}", snapshot_name(name));
                if std::panic::catch_unwind(|| insta::assert_snapshot!(snapshot, text)).is_err() {
                    failed.push(format!("{name} in {id}"));
                }
            }
        }
        assert!(failed.is_empty(), "other output for {failed:?}");
    });
}

const LOOK: Look = Look {
    width: 120,
    width_unknown: false,
    paint: Paint { on: false },
    verbose: 0,
    quiet: false,
    reveal: false,
};

/// Captures whose handshakes are kept as lessons: up to TLS 1.2, TLS 1.3, a resumed session, a handshake that fails.
const LESSONS: [&str; 4] = [
    "tls/tls12-ecdhe-rsa-aes128-gcm.pcapng",
    "tls/tls13.pcapng",
    "tls/resumption-psk.pcapng",
    "tls/tls13-no-client-certificate.pcapng",
];

/// The captures that have a key log beside them, and what is wanted to read them with it.
fn with_key_logs() -> Vec<(String, Vec<u8>, Wanted)> {
    let all: Vec<_> =
        support::captures().into_iter().filter_map(|(name, file)| Some((keys(&name)?, name, file))).collect();
    assert!(all.len() >= 35, "only {} captures have a key log", all.len());
    let wanted = |secrets| Wanted { checks: true, secrets, ..Wanted::default() };
    all.into_iter().map(|(secrets, name, file)| (name, file, wanted(secrets))).collect()
}

fn keys(name: &str) -> Option<Secrets> {
    let path = support::project("captures").join(format!("{}.keys.log", name.strip_suffix(".pcapng")?));
    let (lines, bad) = wiretale::proto::tls::keylog::read(&std::fs::read(path).ok()?);
    assert_eq!(bad.count, 0, "the key log of {name}");
    Some(Secrets::new(lines, Vec::new()))
}

#[test]
fn every_capture_with_a_key_log_is_wholly_decrypted_and_its_finished_messages_are_right() {
    for (name, file, wanted) in with_key_logs() {
        let outcome = analyzed(&file, &wanted);
        let mut handshakes = 0;
        for conversation in &outcome.conversations {
            let told = support::outcome::json(conversation);
            for handshake in told["tls"].as_array().into_iter().flatten() {
                handshakes += 1;
                assert_eq!(handshake["decrypted"], "yes", "{name}");
                for side in ["client_finished", "server_finished"] {
                    assert_eq!(handshake["checks"][side], "valid", "{name}, {side}");
                }
            }
            if conversation.protocols.contains(&"tls") {
                assert_eq!(conversation.encrypted_frames, 0, "{name}");
            }
        }
        assert!(handshakes > 0, "{name} has no handshake");
    }
}

#[test]
fn every_capture_with_a_key_log_gives_the_text_it_gave_before() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots/opened");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        let mut failed = Vec::new();
        for (name, file, wanted) in with_key_logs() {
            let outcome = analyzed(&file, &wanted);
            let mut text = String::new();
            for conversation in outcome.conversations.iter().filter(|one| one.protocols.contains(&"tls")) {
                text.push_str(&render::conversation_text(conversation, english(), LOOK));
            }
            assert!(!text.contains("[no text:"), "{name} has a text that is missing:\n{text}");
            for secret in ["lab-code", "sid=6d1f", "AHN0dWRlbnQA"] {
                assert!(!text.contains(secret), "{name} shows {secret}");
            }
            if std::panic::catch_unwind(|| insta::assert_snapshot!(snapshot_name(&name), text)).is_err() {
                failed.push(name);
            }
        }
        assert!(failed.is_empty(), "other output for {failed:?}");
    });
}

#[test]
fn four_handshakes_give_the_lessons_they_gave_before_in_three_languages() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots/opened");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        let mut failed = Vec::new();
        for name in LESSONS {
            let file = std::fs::read(support::project("captures").join(name)).unwrap();
            let secrets = keys(name).unwrap();
            let wanted = Wanted { lesson: true, fields: true, checks: true, secrets, ..Wanted::default() };
            let outcome = analyzed(&file, &wanted);
            for (id, lang) in [("zh", Lang::Zh), ("en", Lang::En), ("ja", Lang::Ja)] {
                let catalog = Catalog::new(lang, &[&render::TEXTS]);
                let lessons = outcome.conversations.iter().filter(|one| !one.lessons.is_empty());
                let text: String =
                    lessons.map(|one| render::lesson_text(one, &catalog, LOOK, &Open::Nothing)).collect();
                assert!(!text.is_empty() && !text.contains("[no text:"), "{name} in {id}:\n{text}");
                let snapshot = format!("{}.lesson.{id}", snapshot_name(name));
                if std::panic::catch_unwind(|| insta::assert_snapshot!(snapshot, text)).is_err() {
                    failed.push(format!("{name} in {id}"));
                }
            }
        }
        assert!(failed.is_empty(), "other output for {failed:?}");
    });
}

#[test]
fn the_same_dialogue_comes_out_of_every_link_type_and_container() {
    let essence = |name: &str| {
        let file = std::fs::read(support::project("captures").join(name)).unwrap();
        let outcome = analyzed(&file, &support::outcome::everything());
        let spoken: Vec<String> =
            outcome.conversations.iter().flat_map(|one| support::outcome::rows_of(one, false)).collect();
        assert!(!spoken.is_empty(), "{name} says nothing");
        spoken
    };
    let source = essence("net/ethernet.pcapng");
    for name in [
        "null.pcapng",
        "raw.pcapng",
        "ppp.pcapng",
        "pppoe.pcapng",
        "vlan.pcapng",
        "qinq.pcapng",
        "pcap-microseconds.pcap",
        "pcap-nanoseconds.pcap",
        "pcap-big-endian.pcap",
        "pcapng-big-endian.pcapng",
        "obsolete-packet-blocks.pcapng",
        "simple-packet-blocks.pcapng",
        "gzip.pcapng.gz",
        "zstd.pcapng.zst",
        "bad-checksums.pcapng",
    ] {
        assert_eq!(essence(&format!("net/{name}")), source, "{name}");
    }
    assert_eq!(essence("net/ip-fragments-swapped.pcapng"), essence("net/ip-fragments.pcapng"));
    let source = essence("broken/source.pcapng");
    for name in ["shuffled", "sequence-wrap", "retransmission-other-bytes"] {
        assert_eq!(essence(&format!("broken/{name}.pcapng")), source, "{name}");
    }
}
