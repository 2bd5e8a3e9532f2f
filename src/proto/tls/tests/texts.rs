//! The three languages say the same things, and all that the code asks for.
use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;

use super::*;
use crate::proto::tls::registry;

/// Keys, with `.why` and `.look` as keys of their own, and the variables each uses.
fn shape(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let parsed = FluentResource::try_new(text.to_owned());
    assert!(parsed.is_ok(), "{:?}", parsed.err().map(|(_, errors)| errors));
    let mut shape: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    let mut attribute = None;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" = ").filter(|_| line.starts_with("tls-")) {
            key = name.to_owned();
            attribute = None;
            assert!(!shape.contains_key(&key), "{key} twice");
            shape.insert(key.clone(), BTreeSet::new());
        } else if let Some((name, _)) =
            line.trim_start().strip_prefix('.').and_then(|rest| rest.split_once(" = "))
        {
            attribute = Some(format!("{key}.{name}"));
        }
        let place = shape.entry(attribute.clone().unwrap_or_else(|| key.clone())).or_default();
        let variables = line.split('$').skip(1);
        place.extend(
            variables.map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric()).collect::<String>()),
        );
    }
    shape.remove("");
    shape
}

#[test]
fn the_three_languages_have_the_same_keys_attributes_and_variables() {
    let [zh, en, ja] = [PROTOCOL.texts.zh, PROTOCOL.texts.en, PROTOCOL.texts.ja].map(shape);
    assert_eq!(zh, en);
    assert_eq!(ja, en);
}

#[test]
fn every_key_the_code_names_has_a_text() {
    let en = shape(PROTOCOL.texts.en);
    let sources = [
        include_str!("../alerts.rs"),
        include_str!("../checks.rs"),
        include_str!("../decrypt.rs"),
        include_str!("../dispatch.rs"),
        include_str!("../fields.rs"),
        include_str!("../fields/exchange.rs"),
        include_str!("../fields/extensions.rs"),
        include_str!("../fields/map.rs"),
        include_str!("../fields/messages.rs"),
        include_str!("../fields/values.rs"),
        include_str!("../handshake.rs"),
        include_str!("../lesson.rs"),
        include_str!("../lessons.rs"),
        include_str!("../messages.rs"),
        include_str!("../proof.rs"),
        include_str!("../reading.rs"),
        include_str!("../report.rs"),
        include_str!("../outcome.rs"),
        include_str!("../run.rs"),
        include_str!("../session.rs"),
        include_str!("../strange.rs"),
        include_str!("../whole.rs"),
        include_str!("../topics.rs"),
        include_str!("../verify/mod.rs"),
    ];
    let mut named: BTreeSet<String> = BTreeSet::new();
    for source in sources {
        for quoted in source.split('"').skip(1).step_by(2) {
            if quoted.starts_with("tls.") || quoted.starts_with("tls-") && !quoted.ends_with('-') {
                // Step kinds that carry a more precise note have no text of their own.
                named.insert(quoted.replace(['.', '_'], "-"));
            }
        }
    }
    for row in registry::ALERTS.iter() {
        named.insert(format!("tls-cause-{}", row.1.split(',').next().unwrap().replace('_', "-")));
    }
    for kind in ["tls-", "tls-cause-{}", "tls-chain"] {
        named.remove(kind);
    }
    let missing: Vec<&String> = named.iter().filter(|key| !en.contains_key(*key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let unused: Vec<&String> = en.keys().filter(|key| !key.contains('.') && !named.contains(*key)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn no_text_has_characters_of_ambiguous_width() {
    for text in [PROTOCOL.texts.zh, PROTOCOL.texts.en, PROTOCOL.texts.ja] {
        for character in text.chars() {
            let ambiguous = matches!(character, '\u{80}'..='\u{2fff}' | '\u{e000}'..='\u{f8ff}');
            assert!(!ambiguous, "{character:?}");
        }
    }
}

/// Every value that a text asks for is given, in every dialogue recorded here, whole and damaged.
#[test]
fn texts_get_the_values_they_ask_for() {
    let en = shape(PROTOCOL.texts.en);
    let asked = |key: &str| {
        let attributes = [key.to_owned(), format!("{key}.why"), format!("{key}.look")];
        attributes.iter().filter_map(|key| en.get(key)).flatten().cloned().collect::<BTreeSet<_>>()
    };
    let check = |key: &str, args: &[(&'static str, Arg)]| {
        assert!(en.contains_key(key), "{key}");
        let given: BTreeSet<String> = args.iter().map(|arg| arg.0.to_owned()).collect();
        assert!(asked(key).is_subset(&given), "{key}: {given:?}");
    };
    let whole = [
        recorded!("tls12"),
        recorded!("tls12_resumed"),
        recorded!("tls13"),
        recorded!("tls13_resumed"),
        recorded!("tls13_retry"),
        recorded!("renegotiation"),
        recorded!("unknown_ca"),
        recorded!("nothing_in_common"),
        recorded!("client_certificate_refused"),
    ];
    let damaged = [
        without(&recorded!("tls12"), 1, 200, 150),
        without(&recorded!("tls12"), 1, 60, 500),
        recorded!("tls12")[2..].to_vec(),
        recorded!("tls12")[4..].to_vec(),
        recorded!("renegotiation")[4..].to_vec(),
    ];
    for (feeds, late) in
        whole.iter().map(|feeds| (feeds, false)).chain(damaged.iter().map(|feeds| (feeds, true)))
    {
        let told = feed_with(feeds, late, |_| Vec::new());
        let labels = told.steps.iter().filter_map(|step| match &step.label {
            Some(Arg::Note(note)) => Some(&**note),
            _ => None,
        });
        let fields = told
            .steps
            .iter()
            .flat_map(|step| step.fields.iter().flatten())
            .filter_map(|field| field.note.as_ref());
        let notes = told.steps.iter().flat_map(|step| &step.notes);
        for note in notes.chain(labels).chain(fields).chain(&told.notes) {
            check(&note.key, &note.args);
        }
        for finding in &told.findings {
            check(&finding.code.replace('.', "-"), &finding.args);
        }
    }
}
