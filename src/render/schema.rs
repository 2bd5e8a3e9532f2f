//! The JSON Schema of what `show`, `list`, `tls` print as JSON: one definition for each object of the contract.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::dialogue::{self, Member, Shape, Shapes};
use crate::proto::{MORE_SCHEMAS, PROTOCOLS};

use super::json::SCHEMA;

/// The definitions of all objects, by name. Those of each protocol's facts are named like the protocol.
fn definitions() -> Map<String, Value> {
    let protocols = PROTOCOLS.iter().map(|protocol| protocol.schema);
    let mut all = Map::new();
    for text in [dialogue::SCHEMA].into_iter().chain(protocols).chain(MORE_SCHEMAS.iter().copied()) {
        // What does not parse is a mistake in a file of ours, and found by the tests.
        if let Ok(Value::Object(definitions)) = serde_json::from_str(text) {
            all.extend(definitions);
        }
    }
    for protocol in PROTOCOLS {
        let facts = json!({ "$ref": format!("#/$defs/{}", protocol.id) });
        let facts = if protocol.many_facts {
            json!({ "type": "array", "items": facts, "description": format!("Facts of {}.", protocol.name) })
        } else {
            json!({ "anyOf": [facts, { "type": "null" }], "description": format!("Facts of {}.", protocol.name) })
        };
        let conversation = all.get_mut("Conversation").and_then(|it| it.get_mut("properties"));
        if let Some(Value::Object(properties)) = conversation {
            properties.insert(protocol.id.to_owned(), facts);
        }
    }
    all
}

/// The schema, as a document: of `--format json`, and of a line of `--format ndjson`.
pub fn schema() -> String {
    let line = |kind: &str, object: &str| {
        json!({
            "allOf": [{ "$ref": format!("#/$defs/{object}") }],
            "type": "object",
            "properties": { "type": { "const": kind }, "schema": { "const": SCHEMA }, "capture": { "type": "integer" } },
            "required": ["type", "schema", "capture"],
        })
    };
    let mut definitions = definitions();
    definitions.insert(
        "Document".to_owned(),
        json!({
            "description": "What --format json prints.",
            "type": "object",
            "properties": {
                "schema": { "const": SCHEMA },
                "version": { "type": "string" },
                "captures": { "type": "array", "items": { "$ref": "#/$defs/Capture" } },
            },
            "required": ["schema", "version", "captures"],
        }),
    );
    // In ndjson the conversations of a capture are lines of their own, in front of it.
    if let Some(Value::Array(required)) =
        definitions.get_mut("Capture").and_then(|capture| capture.get_mut("required"))
    {
        required.retain(|name| name != "conversations");
    }
    let document = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "description": "What wiretale prints as JSON (one document), and each line of what it prints as NDJSON. Members may be \
            added; none is renamed or removed without a new number.",
        "anyOf": [
            { "$ref": "#/$defs/Document" },
            line("conversation", "Conversation"),
            line("capture", "Capture"),
        ],
        "$defs": definitions,
    });
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

/// The same, for whoever checks an expression over these objects.
pub fn shapes() -> Shapes {
    let objects = definitions().into_iter().filter_map(|(name, definition)| {
        let properties = definition.get("properties")?.as_object()?;
        let members = properties.iter().map(|(name, property)| (name.clone(), member(property)));
        Some((name, members.collect::<BTreeMap<_, _>>()))
    });
    Shapes(objects.collect())
}

fn member(property: &Value) -> Member {
    let list = |key: &str| property.get(key).and_then(Value::as_array).into_iter().flatten();
    let nullable = list("type").any(|kind| kind == "null")
        || list("enum").any(Value::is_null)
        || list("anyOf").any(|choice| choice.get("type").is_some_and(|kind| kind == "null"));
    let about = property.get("description").and_then(Value::as_str).unwrap_or_default().to_owned();
    Member { shape: shape(property), nullable, about }
}

fn shape(property: &Value) -> Shape {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    if let Some(name) = property.get("$ref").and_then(Value::as_str) {
        let name = name.rsplit('/').next().unwrap_or_default();
        // Frames are the one definition that is no object.
        return match name {
            "Frames" => Shape::List(Box::new(Shape::List(Box::new(Shape::Number)))),
            _ => Shape::Object(name.to_owned()),
        };
    }
    if let Some(choices) = property.get("anyOf").and_then(Value::as_array) {
        return choices.first().map_or(Shape::Any, shape);
    }
    if let Some(choices) = property.get("enum").and_then(Value::as_array) {
        return Shape::Text(choices.iter().filter_map(text).collect());
    }
    let kind = match property.get("type") {
        Some(Value::Array(kinds)) => kinds.first().and_then(text),
        Some(kind) => text(kind),
        None => None,
    };
    match kind.as_deref() {
        Some("boolean") => Shape::Bool,
        Some("integer" | "number") => Shape::Number,
        Some("string") => Shape::Text(Vec::new()),
        Some("array") => Shape::List(Box::new(property.get("items").map_or(Shape::Any, shape))),
        _ => Shape::Any,
    }
}
