//! The JSON of conversations and captures: the contract with scripts.
//!
//! The shapes here are the published ones; adding a field is free, renaming or removing one needs a new `schema`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::net::IpAddr;

use serde::Serialize;
use serde::ser::SerializeMap;
use serde_json::Value;

use crate::annotate::Catalog;
use crate::dialogue::{
    Capture, Check, CheckState, CommentText, Compression, Conversation, Derived, FactSlot, Fate, Field,
    Finding, Format, Frames, Interface, Lesson, Message, Party, Side, Step, TcpFacts, Time, Turns, hex,
};

use super::json_writer::write_json;

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
    steps: Vec<StepJson<'a>>,
    messages: &'a [Message],
    findings: Vec<FindingJson<'a>>,
    opening: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lessons: Vec<LessonJson<'a>>,
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

/// The bytes of a step in hexadecimal, and those of the header in front of them.
#[derive(Serialize)]
struct RawJson {
    header: String,
    bytes: String,
}

struct FactsJson<'a>(&'a [(&'static str, FactSlot)]);

impl Serialize for FactsJson<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (id, slot) in self.0 {
            match slot {
                FactSlot::One(one) => map.serialize_entry(id, one)?,
                FactSlot::Many(many) => map.serialize_entry(id, many)?,
            }
        }
        map.end()
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
struct StepJson<'a> {
    index: usize,
    row: usize,
    side: Option<Side>,
    protocol: &'static str,
    kind: &'static str,
    frames: &'a Frames,
    time: Option<Time>,
    elapsed: Option<f64>,
    waited: Option<f64>,
    text: Cow<'a, str>,
    lines: &'a [String],
    decoded: Option<&'a str>,
    answers: Option<usize>,
    encrypted: bool,
    inferred: bool,
    intended: Option<&'a str>,
    note: String,
    fields: Option<Vec<FieldJson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    raw: Option<RawJson>,
}

#[derive(Serialize)]
struct FieldJson<'a> {
    name: &'a str,
    value: &'a str,
    bytes: (u64, u64),
    note: Option<String>,
    fields: Vec<FieldJson<'a>>,
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
        ConversationJson { steps: self.steps(conversation), ..self.without_steps(conversation) }
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
            steps: Vec::new(),
            messages: &conversation.messages,
            findings: conversation.findings.iter().map(|finding| self.finding(finding)).collect(),
            opening: conversation.opening_bytes.as_deref(),
            lessons: conversation.lessons.iter().map(|lesson| self.lesson(lesson)).collect(),
            facts: FactsJson(&conversation.facts),
        }
    }

    fn steps(self, conversation: &'a Conversation) -> Vec<StepJson<'a>> {
        let mut row = 0;
        let mut turns = Turns::default();
        let mut steps = Vec::with_capacity(conversation.steps.len());
        for (index, step) in conversation.steps.iter().enumerate() {
            if index > 0 && !step.joined {
                row += 1;
            }
            steps.push(StepJson {
                waited: turns.next(step).map(seconds),
                ..self.step(conversation, step, index, row)
            });
        }
        steps
    }

    fn step(self, conversation: &'a Conversation, step: &'a Step, index: usize, row: usize) -> StepJson<'a> {
        StepJson {
            index,
            row,
            side: step.side,
            protocol: step.protocol,
            kind: step.kind,
            frames: &step.frames,
            time: step.time,
            elapsed: step.time.map(|time| seconds(time.nanos_since(conversation.start))),
            waited: None,
            text: super::dialogue::label(step, self.catalog),
            lines: &step.lines,
            decoded: step.decoded.as_deref(),
            answers: step.answers,
            encrypted: step.encrypted,
            inferred: step.inferred,
            intended: step.intended.as_deref(),
            note: self.catalog.join(&step.notes),
            fields: step.fields.as_ref().map(|fields| self.fields(fields)),
            raw: step.raw.as_ref().map(|raw| RawJson { header: hex(&raw.header), bytes: hex(&raw.bytes) }),
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

    fn fields(self, fields: &'a [Field]) -> Vec<FieldJson<'a>> {
        fields
            .iter()
            .map(|field| FieldJson {
                name: &field.name,
                value: &field.value,
                bytes: field.bytes,
                note: field.note.as_ref().map(|note| self.catalog.text(note)),
                fields: self.fields(&field.fields),
            })
            .collect()
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

fn seconds(nanos: i64) -> f64 {
    nanos as f64 / 1e9
}

/// A conversation, without the braces' line ends: one line.
pub fn conversation_json(conversation: &Conversation, json: Json<'_>) -> String {
    text_of(&json.conversation(conversation))
}

/// The same as a value, for whoever asks it something.
pub fn conversation_facts<'a>(conversation: &'a Conversation, json: Json<'a>) -> impl Serialize + 'a {
    json.conversation(conversation)
}

/// The same without its steps.
pub fn conversation_facts_without_steps<'a>(
    conversation: &'a Conversation,
    json: Json<'a>,
) -> impl Serialize + 'a {
    json.without_steps(conversation)
}

/// A capture object without its conversations, as a value.
pub fn capture_facts<'a>(capture: &'a Capture, path: &'a str, json: Json<'a>) -> impl Serialize + 'a {
    json.capture(capture, path)
}

/// What `list --format json` has of a conversation: everything but steps and messages.
pub(super) fn conversation_row_json(conversation: &Conversation, json: Json<'_>) -> String {
    let mut row = json.without_steps(conversation);
    row.messages = &[];
    let mut value = serde_json::to_value(&row).unwrap_or(Value::Null);
    if let Some(object) = value.as_object_mut() {
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

/// A conversation as a line of NDJSON.
pub fn ndjson_conversation(conversation: &Conversation, capture: usize, json: Json<'_>) -> String {
    tagged("conversation", capture, &json.conversation(conversation))
}

/// A capture as a line of NDJSON.
pub fn ndjson_capture(about: &Capture, path: &str, capture: usize, json: Json<'_>) -> String {
    tagged("capture", capture, &json.capture(about, path))
}

/// Type, schema and the file's index in front of an object's members.
#[derive(Serialize)]
struct Tagged<'a, T> {
    r#type: &'static str,
    schema: &'static str,
    capture: usize,
    #[serde(flatten)]
    object: &'a T,
}

/// An object with its tag, as a line.
fn tagged(kind: &'static str, capture: usize, object: &impl Serialize) -> String {
    let mut line = text_of(&Tagged { r#type: kind, schema: SCHEMA, capture, object });
    line.push('\n');
    line
}

/// Serialising the model cannot fail: its keys are strings.
pub(super) fn text_of(value: &impl Serialize) -> String {
    let mut json = String::with_capacity(4 << 10);
    if write_json(&mut json, value).is_err() {
        json.push_str("null");
    }
    json
}
