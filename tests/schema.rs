//! The published schema against what is printed: every capture of the project, every member.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

fn run(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_wiretale")).args(args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The paths of the captures in `captures/`.
fn captures() -> Vec<String> {
    let files = support::files("captures", &["pcap", "pcapng", "gz", "zst"]);
    files.into_iter().map(|(_, path)| path.to_str().unwrap().to_owned()).collect()
}

/// Holds `value` against `schema`, as far as ours use the language; what a schema does not name is wrong here, although
/// the contract lets members be added.
struct Checker<'a> {
    definitions: &'a Value,
    seen: BTreeSet<String>,
}

impl Checker<'_> {
    fn check(&mut self, value: &Value, schema: &Value, place: &str) -> Result<(), String> {
        if let Some(name) = schema["$ref"].as_str() {
            let name = name.rsplit('/').next().unwrap();
            let definition = self.definitions.get(name).unwrap_or_else(|| panic!("no definition {name}"));
            return self.check(value, definition, name);
        }
        if let Some(choices) = schema["anyOf"].as_array() {
            let fits = choices.iter().find(|choice| value.is_null() == (choice["type"] == "null"));
            return self.check(
                value,
                fits.ok_or_else(|| format!("{place}: {value} is none of anyOf"))?,
                place,
            );
        }
        if let Some(choices) = schema["enum"].as_array() {
            return if choices.contains(value) {
                Ok(())
            } else {
                Err(format!("{place}: {value} is not listed"))
            };
        }
        let kind = match value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(number) if number.is_f64() => "number",
            Value::Number(_) => "integer",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        };
        let may = |wanted: &str| match &schema["type"] {
            Value::Null => true,
            Value::Array(kinds) => kinds.iter().any(|kind| kind == wanted),
            kind => kind == wanted,
        };
        let fits = may(kind) || kind == "integer" && may("number");
        if !fits {
            return Err(format!("{place}: {value} is {kind}, not {}", schema["type"]));
        }
        if let (Value::Array(items), items_schema @ Value::Object(_)) = (value, &schema["items"]) {
            for item in items {
                self.check(item, items_schema, place)?;
            }
        }
        if let (Value::Object(members), properties @ Value::Object(_)) = (value, &schema["properties"]) {
            for (name, member) in members {
                let place = format!("{place}.{name}");
                let schema = properties.get(name).ok_or_else(|| format!("{place} is not in the schema"))?;
                if !member.is_null() && *member != Value::Array(Vec::new()) {
                    self.seen.insert(place.clone());
                }
                self.check(member, schema, &place)?;
            }
            for name in schema["required"].as_array().into_iter().flatten() {
                let there = members.contains_key(name.as_str().unwrap());
                // A line of ndjson has what a document has around it.
                assert!(there, "{place}.{name} is required and missing");
            }
        }
        Ok(())
    }
}

#[test]
fn what_is_printed_of_every_capture_is_what_the_schema_says_and_no_more() {
    let schema: Value = serde_json::from_str(&run(&["schema"])).unwrap();
    let mut checker = Checker { definitions: &schema["$defs"], seen: BTreeSet::new() };
    let captures = captures();
    assert!(captures.len() > 30);
    for path in &captures {
        let mut args = vec!["show", "--format", "ndjson", "--lang", "en", path];
        let keys = path.replace(".pcapng", ".keys.log");
        if std::path::Path::new(&keys).exists() && keys != *path {
            args.extend(["--keylog", &keys]);
        }
        for line in run(&args).lines() {
            let mut object: Value = serde_json::from_str(line).unwrap();
            let members = object.as_object_mut().unwrap();
            assert_eq!(members.remove("schema"), Some("wiretale/1".into()));
            members.remove("capture").unwrap();
            let kind = match members.remove("type").unwrap().as_str().unwrap() {
                "conversation" => "Conversation",
                "capture" => "Capture",
                other => panic!("{other}"),
            };
            let result = checker.check(&object, &schema["$defs"][kind], kind);
            assert_eq!(result, Ok(()), "{path}");
        }
    }
    // What no capture of the project has. The bytes are seen below, the others in captures that are not part of it.
    let never = [
        "Attempt.password_check",
        "Attempt.secret",
        "Capture.comments",
        "Capture.conversations",
        "Capture.hardware",
        "Comment.frame",
        "Comment.text",
        "Conversation.lessons",
        "SmtpRecipient.delivery",
        "SmtpRecipient.parameters",
        "Step.fields",
        "Step.raw",
        "TlsOcsp.next_update",
        "TlsOcsp.status",
        "TlsOcsp.this_update",
        "tls.ocsp",
    ];
    let mut unseen = Vec::new();
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        for property in
            definition["properties"].as_object().into_iter().flatten().map(|(property, _)| property)
        {
            let place = format!("{name}.{property}");
            let outside = ["Document", "Field"].contains(&name.as_str());
            if !outside && !never.contains(&place.as_str()) && !checker.seen.contains(&place) {
                unseen.push(place);
            }
        }
    }
    assert_eq!(unseen, Vec::<String>::new());
}

#[test]
fn the_bytes_of_handshakes_and_a_document_are_in_the_schema_too() {
    let schema: Value = serde_json::from_str(&run(&["schema"])).unwrap();
    let mut checker = Checker { definitions: &schema["$defs"], seen: BTreeSet::new() };
    // One of the folder, wherever the project lies.
    let in_tls = |path: &String| path.rsplit(['/', '\\']).nth(1) == Some("tls");
    let capture = captures().into_iter().find(in_tls).unwrap();
    for command in ["tls", "show"] {
        let text = run(&[command, "--format", "json", "--reveal", "--lang", "ja", &capture]);
        let document: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(checker.check(&document, &schema["$defs"]["Document"], "Document"), Ok(()), "{command}");
    }
    assert!(checker.seen.contains("Step.raw") && checker.seen.contains("Field.value"));
}
