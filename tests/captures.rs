//! Golden outputs of the project's own captures.
//!
//! Every capture as JSON (`snapshots/json/`), a large one reduced to what a reader would check; six of them as text in the
//! three languages (`snapshots/text/`). `INSTA_UPDATE=always cargo test --test captures` writes them anew; read the
//! difference before committing it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;

use serde_json::{Value, json};
use wiretale::annotate::{Catalog, Lang};
use wiretale::dialogue::{Messages, Wanted};
use wiretale::render::{self, Json, Look, Paint};

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
    let look = Look {
        width: 120,
        width_unknown: false,
        paint: Paint { on: false },
        verbose: 0,
        quiet: false,
        reveal: false,
    };
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
                text.push_str(&render::capture_findings(capture, &catalog, look));
                for conversation in outcome.conversations.iter().filter(|one| !one.protocols.is_empty()) {
                    text.push('\n');
                    text.push_str(&render::conversation_text(conversation, &catalog, look));
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
