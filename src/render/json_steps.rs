//! The steps of a conversation as JSON.

use std::borrow::Cow;

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

use crate::dialogue::{Field, Frames, Moments, Side, Step, Time, Turns, hex};

use super::json::{Json, seconds};

/// The steps of a conversation: each is made when it is written.
pub(super) struct StepsJson<'a> {
    pub(super) json: Json<'a>,
    /// When the conversation began.
    pub(super) start: Time,
    pub(super) steps: &'a [Step],
}

impl Serialize for StepsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Json { catalog } = self.json;
        let mut list = serializer.serialize_seq(Some(self.steps.len()))?;
        let mut row = 0;
        let mut turns = Turns::default();
        let mut moments = Moments::default();
        let (mut label, mut note) = (String::with_capacity(128), String::with_capacity(128));
        for (index, step) in self.steps.iter().enumerate() {
            if index > 0 && !step.joined {
                row += 1;
            }
            label.clear();
            note.clear();
            catalog.write_joint(&mut note, &step.notes);
            list.serialize_element(&StepJson {
                index,
                row,
                side: step.side,
                protocol: Id(step.protocol),
                kind: Id(step.kind),
                frames: &step.frames,
                time: step.time.map(|time| moments.text(time)),
                elapsed: step.time.map(|time| seconds(time.nanos_since(self.start))),
                waited: turns.next(step).map(seconds),
                text: match &step.label {
                    None => step.compact(),
                    Some(shown) => {
                        catalog.write_argument(&mut label, shown);
                        Cow::Borrowed(&label)
                    }
                },
                lines: &step.lines,
                decoded: step.decoded.as_deref(),
                answers: step.answers,
                encrypted: step.encrypted,
                inferred: step.inferred,
                intended: step.intended.as_deref(),
                note: &note,
                fields: step.fields.as_ref().map(|fields| fields_of(self.json, fields)),
                raw: step
                    .raw
                    .as_ref()
                    .map(|raw| RawJson { header: hex(&raw.header), bytes: hex(&raw.bytes) }),
            })?;
        }
        list.end()
    }
}

#[derive(Serialize)]
struct StepJson<'a> {
    index: usize,
    row: usize,
    side: Option<Side>,
    protocol: Id,
    kind: Id,
    frames: &'a Frames,
    time: Option<&'a str>,
    elapsed: Option<f64>,
    waited: Option<f64>,
    text: Cow<'a, str>,
    lines: &'a [String],
    decoded: Option<&'a str>,
    answers: Option<usize>,
    encrypted: bool,
    inferred: bool,
    intended: Option<&'a str>,
    note: &'a str,
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

/// The bytes of a step in hexadecimal, and those of the header in front of them.
#[derive(Serialize)]
struct RawJson {
    header: String,
    bytes: String,
}

/// An id of this program, written as the name of a variant is: with nothing in it to escape.
pub(super) struct Id(pub(super) &'static str);

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit_variant("Id", 0, self.0)
    }
}

fn fields_of<'a>(json: Json<'a>, fields: &'a [Field]) -> Vec<FieldJson<'a>> {
    fields
        .iter()
        .map(|field| FieldJson {
            name: &field.name,
            value: &field.value,
            bytes: field.bytes,
            note: field.note.as_ref().map(|note| json.catalog.text(note)),
            fields: fields_of(json, &field.fields),
        })
        .collect()
}
