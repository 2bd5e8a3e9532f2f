//! The JSON of conversations and captures: the contract with scripts.
//!
//! The shapes here are the published ones; adding a field is free, renaming or removing one needs a new `schema`.

use std::collections::BTreeMap;
use std::net::IpAddr;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::annotate::Catalog;
use crate::dialogue::{
    Capture, Check, CheckState, CommentText, Compression, Conversation, Derived, FactSlot, Fate, Finding,
    Format, Frames, Interface, Lesson, Message, Party, Side, TcpFacts, Time,
};

use super::ink::Ink;
use super::json_steps::{Id, StepsJson};
use super::json_writer::{text_of, write_members};

/// The schema of everything printed here.
pub const SCHEMA: &str = "wiretale/1";

/// What JSON needs beside the model.
#[derive(Clone, Copy)]
pub struct Json<'a> {
    /// Language of `note` and of findings' `text`.
    pub catalog: &'a Catalog,
}

#[derive(Serialize)]
struct ConversationJson<'a> {
    stream: u64,
    client: &'a Party,
    server: &'a Party,
    protocols: &'a [&'static str],
    recognised_by: Option<&'static str>,
    first_frame: u64,
    last_frame: u64,
    start: Time,
    duration: f64,
    waits: Option<WaitsJson>,
    health: &'static str,
    outcome: String,
    tcp: &'a TcpFacts,
    steps: StepsJson<'a>,
    messages: &'a [Message],
    findings: Vec<FindingJson<'a>>,
    opening: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lessons: Vec<LessonJson<'a>>,
}

/// A conversation with the facts of its protocols, which are members of the same object.
#[derive(Serialize)]
struct WithFacts<'a> {
    #[serde(flatten)]
    conversation: ConversationJson<'a>,
    #[serde(flatten)]
    facts: FactsJson<'a>,
}

/// What `tls` shows beyond the steps; only there.
#[derive(Serialize)]
struct LessonJson<'a> {
    title: String,
    parts: Vec<String>,
    shown: Vec<String>,
    checks: Vec<CheckJson<'a>>,
    schedule: Vec<DerivedJson<'a>>,
}

#[derive(Serialize)]
struct CheckJson<'a> {
    state: CheckState,
    frames: &'a Frames,
    about: Option<String>,
    text: String,
}

#[derive(Serialize)]
struct DerivedJson<'a> {
    name: &'a str,
    side: Option<Side>,
    formula: &'a str,
    length: usize,
    value: &'a str,
    note: String,
}

struct FactsJson<'a>(&'a [(&'static str, FactSlot)]);

impl Serialize for FactsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(self.0.len()))?;
        for (id, slot) in self.0 {
            match slot {
                FactSlot::One(one) => object.serialize_entry(&Id(id), one)?,
                FactSlot::Many(many) => object.serialize_entry(&Id(id), many)?,
            }
        }
        object.end()
    }
}

/// Seconds that each side took for its turns; `None` where the steps were not asked for.
#[derive(Serialize)]
struct WaitsJson {
    client: f64,
    server: f64,
}

impl WaitsJson {
    fn of(conversation: &Conversation) -> Self {
        let waits = conversation.waits();
        WaitsJson { client: seconds(waits.client), server: seconds(waits.server) }
    }
}

#[derive(Serialize)]
pub(super) struct FindingJson<'a> {
    code: &'static str,
    severity: crate::dialogue::Severity,
    fault: crate::dialogue::Fault,
    frames: &'a Frames,
    text: String,
}

impl<'a> Json<'a> {
    fn conversation(self, conversation: &'a Conversation) -> ConversationJson<'a> {
        let steps = StepsJson { json: self, start: conversation.start, steps: &conversation.steps };
        ConversationJson { steps, ..self.without_steps(conversation) }
    }

    /// The same without its steps, which are most of it.
    fn without_steps(self, conversation: &'a Conversation) -> ConversationJson<'a> {
        ConversationJson {
            stream: conversation.stream,
            client: &conversation.client,
            server: &conversation.server,
            protocols: &conversation.protocols,
            recognised_by: conversation.recognised_by,
            first_frame: conversation.first_frame,
            last_frame: conversation.last_frame,
            start: conversation.start,
            duration: seconds(conversation.nanos),
            waits: (!conversation.steps.is_empty()).then(|| WaitsJson::of(conversation)),
            health: conversation.health,
            outcome: self.catalog.list(&conversation.outcome),
            tcp: &conversation.tcp,
            steps: StepsJson { json: self, start: conversation.start, steps: &[] },
            messages: &conversation.messages,
            findings: conversation.findings.iter().map(|finding| self.finding(finding)).collect(),
            opening: conversation.opening_bytes.as_deref(),
            lessons: conversation.lessons.iter().map(|lesson| self.lesson(lesson)).collect(),
        }
    }

    fn lesson(self, lesson: &'a Lesson) -> LessonJson<'a> {
        let check = |check: &'a Check| CheckJson {
            state: check.state,
            frames: &check.frames,
            about: check.about.as_ref().map(|about| self.catalog.argument(about)),
            text: self.catalog.text(&check.note),
        };
        let derived = |row: &'a Derived| DerivedJson {
            name: &row.name,
            side: row.side,
            formula: &row.formula,
            length: row.length,
            value: row.value.shown(),
            note: self.catalog.text(&row.note),
        };
        LessonJson {
            title: self.catalog.list(&lesson.title),
            parts: lesson.parts.iter().map(|part| self.catalog.text(part)).collect(),
            shown: lesson.shown.iter().map(|shown| self.catalog.text(shown)).collect(),
            checks: lesson.checks.iter().map(check).collect(),
            schedule: lesson.schedule.iter().map(derived).collect(),
        }
    }

    fn capture(self, capture: &'a Capture, path: &'a str) -> CaptureJson<'a> {
        CaptureJson {
            path,
            format: capture.format,
            compression: capture.compression,
            frames: capture.frames,
            first_time: capture.first_time,
            last_time: capture.last_time,
            interfaces: &capture.interfaces,
            application: capture.application.as_deref(),
            os: capture.os.as_deref(),
            hardware: capture.hardware.as_deref(),
            comments: &capture.comments,
            names: capture
                .names
                .iter()
                .map(|(address, names)| (*address, names.iter().map(|(name, _)| name.as_str()).collect()))
                .collect(),
            fates: Fate::ALL.into_iter().map(|fate| (fate.id(), capture.fates.get(fate))).collect(),
            findings: capture.findings.iter().map(|finding| self.finding(finding)).collect(),
        }
    }

    pub(super) fn finding<'f>(self, finding: &'f Finding) -> FindingJson<'f> {
        FindingJson {
            code: finding.code,
            severity: finding.severity,
            fault: finding.fault,
            frames: &finding.frames,
            text: self.catalog.finding(finding),
        }
    }
}

pub(super) fn seconds(nanos: i64) -> f64 {
    nanos as f64 / 1e9
}

/// A conversation, without the braces' line ends: one line.
pub fn conversation_json(conversation: &Conversation, json: Json<'_>) -> String {
    let mut out = Ink::default();
    write_conversation(&mut out, b'{', conversation, json);
    out.into_text()
}

/// The same behind a text: `before` stands in front of its members. The facts of its protocols are its last ones.
fn write_conversation(out: &mut Ink, before: u8, conversation: &Conversation, json: Json<'_>) {
    write_members(out, before, &json.conversation(conversation));
    if !conversation.facts.is_empty() {
        write_members(out, b',', &FactsJson(&conversation.facts));
    }
    out.byte(b'}');
}

/// The same as a value, for whoever asks it something.
pub fn conversation_facts<'a>(conversation: &'a Conversation, json: Json<'a>) -> impl Serialize + 'a {
    WithFacts { conversation: json.conversation(conversation), facts: FactsJson(&conversation.facts) }
}

/// The same without its steps.
pub fn conversation_facts_without_steps<'a>(
    conversation: &'a Conversation,
    json: Json<'a>,
) -> impl Serialize + 'a {
    WithFacts { conversation: json.without_steps(conversation), facts: FactsJson(&conversation.facts) }
}

/// A capture object without its conversations, as a value.
pub fn capture_facts<'a>(capture: &'a Capture, path: &'a str, json: Json<'a>) -> impl Serialize + 'a {
    json.capture(capture, path)
}

/// What `list --format json` has of a conversation: everything but steps and messages.
pub(super) fn conversation_row_json(conversation: &Conversation, json: Json<'_>) -> String {
    let row = ConversationJson { messages: &[], ..json.without_steps(conversation) };
    let mut value = serde_json::to_value(&row).unwrap_or(Value::Null);
    let facts = serde_json::to_value(FactsJson(&conversation.facts)).unwrap_or(Value::Null);
    if let (Value::Object(object), Value::Object(facts)) = (&mut value, facts) {
        object.extend(facts);
        object.remove("steps");
        object.remove("messages");
    }
    text_of(&value)
}

#[derive(Serialize)]
struct CaptureJson<'a> {
    path: &'a str,
    format: Format,
    compression: Option<Compression>,
    frames: u64,
    first_time: Option<Time>,
    last_time: Option<Time>,
    interfaces: &'a [Interface],
    application: Option<&'a str>,
    os: Option<&'a str>,
    hardware: Option<&'a str>,
    comments: &'a [CommentText],
    names: BTreeMap<IpAddr, Vec<&'a str>>,
    fates: BTreeMap<&'static str, u64>,
    findings: Vec<FindingJson<'a>>,
}

/// The members of a capture object behind its conversations, as `"path":…` to `"findings":[…]` in braces.
pub fn capture_json(capture: &Capture, path: &str, json: Json<'_>) -> String {
    text_of(&json.capture(capture, path))
}

/// A conversation as a line of NDJSON, behind a text.
pub fn write_ndjson_conversation(out: &mut Ink, conversation: &Conversation, capture: usize, json: Json<'_>) {
    write_tag(out, "conversation", capture);
    write_conversation(out, b',', conversation, json);
    out.byte(b'\n');
}

/// A capture as a line of NDJSON, behind a text.
pub fn write_ndjson_capture(out: &mut Ink, about: &Capture, path: &str, capture: usize, json: Json<'_>) {
    write_tag(out, "capture", capture);
    write_members(out, b',', &json.capture(about, path));
    out.text("}\n");
}

/// Type, schema and the file's index, in front of the members of an object.
#[derive(Serialize)]
struct Tag {
    r#type: Id,
    schema: Id,
    capture: usize,
}

fn write_tag(out: &mut Ink, kind: &'static str, capture: usize) {
    write_members(out, b'{', &Tag { r#type: Id(kind), schema: Id(SCHEMA), capture });
}
