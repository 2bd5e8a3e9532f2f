//! What a conversation teaches beyond its rows: its flights, what was computed again, how its keys follow from each other,
//! and which byte of it is what.

use std::ops::Range;

use crate::dialogue::{CheckState, Conversation, Frames, Lesson, Step, hex};
use crate::render::bytes::{dump, lines, place, value};
use crate::render::ladder::flights;
use crate::render::lesson::{check_text, explained, frames, starred};

use super::findings::filter;
use super::{Explained, Text, Words};

/// The lesson of a conversation.
pub(super) struct LessonView {
    /// What was agreed, and what it is made of.
    pub(super) titles: Vec<Text>,
    pub(super) parts: Vec<Text>,
    pub(super) flights: Vec<FlightView>,
    /// Who takes part.
    pub(super) shown: Vec<Text>,
    pub(super) checks: Vec<CheckView>,
    pub(super) schedule: Vec<Key>,
    pub(super) messages: Vec<BytesView>,
    /// Messages whose bytes the page has no room for.
    pub(super) left_out: usize,
}

/// What one side sends before the other one answers.
pub(super) struct FlightView {
    pub(super) head: Text,
    pub(super) messages: Vec<MessageView>,
    /// What somebody who listens knows behind it.
    pub(super) observer: Option<Text>,
}

/// A message of a flight.
pub(super) struct MessageView {
    pub(super) frames: String,
    pub(super) filter: String,
    pub(super) name: Text,
    pub(super) note: Text,
    pub(super) why: Vec<usize>,
    /// The step, where its bytes are shown.
    pub(super) bytes: Option<usize>,
}

/// Something that was computed again.
pub(super) struct CheckView {
    pub(super) state: &'static str,
    pub(super) mark: &'static str,
    pub(super) frames: String,
    pub(super) filter: String,
    pub(super) text: Text,
}

/// A value of the key schedule.
pub(super) struct Key {
    pub(super) name: String,
    pub(super) formula: String,
    pub(super) length: usize,
    pub(super) value: String,
    pub(super) note: Text,
}

/// A message byte by byte.
pub(super) struct BytesView {
    /// The step.
    pub(super) step: usize,
    pub(super) frames: String,
    pub(super) name: Text,
    pub(super) place: Text,
    /// Runs of bytes with the field that they belong to, the innermost one.
    pub(super) runs: Vec<(Option<usize>, String)>,
    pub(super) fields: Vec<FieldView>,
}

/// A field of a message.
pub(super) struct FieldView {
    pub(super) level: usize,
    /// The fields inside it: from behind itself to here.
    pub(super) end: usize,
    pub(super) offset: String,
    pub(super) length: usize,
    pub(super) bytes: String,
    pub(super) name: String,
    pub(super) value: String,
    pub(super) note: Option<Text>,
}

impl LessonView {
    /// The lesson, with the bytes of its messages as far as there is `room` for them; what they take is taken from it.
    pub(super) fn new(
        conversation: &Conversation,
        room: &mut usize,
        words: &mut Words,
        explanations: &mut Explained,
    ) -> Option<LessonView> {
        if conversation.lessons.is_empty() {
            return None;
        }
        let index = |step: &Step| conversation.steps.iter().position(|other| std::ptr::eq(other, step));
        let mut messages = Vec::new();
        let mut left_out = 0;
        for (step, told) in conversation.steps.iter().enumerate().filter(|(_, step)| step.raw.is_some()) {
            match BytesView::new(step, told, room, words) {
                Some(view) => messages.push(view),
                None => left_out += 1,
            }
        }
        let shown_bytes =
            |step: &Step| index(step).filter(|step| messages.iter().any(|view| view.step == *step));
        let flights = explained(&flights(conversation), words.own())
            .into_iter()
            .map(|flight| FlightView {
                head: words.note(&flight.head()),
                messages: flight
                    .messages
                    .iter()
                    .map(|(step, whys)| MessageView {
                        frames: frames(step),
                        filter: filter(Some(conversation.stream), &step.frames),
                        name: words.text(|catalog| starred(step, catalog)),
                        note: words.text(|catalog| catalog.join(&step.notes)),
                        why: whys.iter().filter_map(|note| explanations.of(note, words)).collect(),
                        bytes: shown_bytes(step),
                    })
                    .collect(),
                observer: flight
                    .observer
                    .text(words.own())
                    .map(|_| words.text(|catalog| flight.observer.text(catalog).unwrap_or_default())),
            })
            .collect();
        let lessons = || conversation.lessons.iter();
        Some(LessonView {
            titles: lessons().map(|lesson| words.text(|catalog| catalog.list(&lesson.title))).collect(),
            parts: lessons().flat_map(|lesson| &lesson.parts).map(|note| words.note(note)).collect(),
            flights,
            shown: lessons().flat_map(|lesson| &lesson.shown).map(|note| words.note(note)).collect(),
            checks: lessons().flat_map(|lesson| checks(lesson, conversation.stream, words)).collect(),
            schedule: lessons().flat_map(|lesson| schedule(lesson, words)).collect(),
            messages,
            left_out,
        })
    }
}

fn checks(lesson: &Lesson, stream: u64, words: &mut Words) -> Vec<CheckView> {
    let view = |check: &crate::dialogue::Check| CheckView {
        state: match check.state {
            CheckState::Valid => "valid",
            CheckState::Invalid => "invalid",
            CheckState::Unchecked => "unchecked",
        },
        mark: check.state.mark(),
        frames: check.frames.to_string(),
        filter: filter(Some(stream), &check.frames),
        text: words.text(|catalog| check_text(check, catalog)),
    };
    lesson.checks.iter().map(view).collect()
}

fn schedule(lesson: &Lesson, words: &mut Words) -> Vec<Key> {
    let row = |row: &crate::dialogue::Derived| Key {
        name: row.name.clone(),
        formula: row.formula.clone(),
        length: row.length,
        value: row.value.shown().to_owned(),
        note: words.note(&row.note),
    };
    lesson.schedule.iter().map(row).collect()
}

impl BytesView {
    fn new(step: usize, told: &Step, room: &mut usize, words: &mut Words) -> Option<BytesView> {
        let raw = told.raw.as_ref()?;
        let lines = lines(told);
        // Three characters for a byte, and for a field what stands around it.
        let cost = (raw.header.len() + raw.bytes.len()) * 3 + lines.len() * 400;
        *room = room.checked_sub(cost)?;
        let mut owner: Vec<Option<usize>> = vec![None; raw.header.len() + raw.bytes.len()];
        for (index, line) in lines.iter().enumerate() {
            // Inner fields come behind outer ones and take their bytes.
            let range: Range<usize> = line.from..line.to.min(owner.len());
            owner.get_mut(range).unwrap_or_default().fill(Some(index));
        }
        let mut runs: Vec<(Option<usize>, String)> = Vec::new();
        for (byte, owner) in raw.header.iter().chain(&raw.bytes).zip(owner) {
            if runs.last().is_none_or(|run| run.0 != owner) {
                runs.push((owner, String::new()));
            }
            if let Some((_, run)) = runs.last_mut() {
                run.push_str(&hex(&[*byte]));
                run.push(' ');
            }
        }
        let end = |index: usize, depth: usize| {
            let inner = lines.iter().skip(index + 1).take_while(|line| line.depth > depth).count();
            index + 1 + inner
        };
        let fields = lines
            .iter()
            .enumerate()
            .map(|(index, line)| FieldView {
                level: line.depth + 1,
                end: end(index, line.depth),
                offset: format!("{:04x}", line.from),
                length: line.to.saturating_sub(line.from),
                bytes: dump(line.bytes),
                name: line.field.name.clone(),
                value: value(line).to_owned(),
                note: line.field.note.as_ref().map(|note| words.note(note)),
            })
            .collect();
        let mut frames = Frames::default();
        frames.extend(&told.frames);
        Some(BytesView {
            step,
            frames: frames.to_string(),
            name: words.text(|catalog| starred(told, catalog)),
            place: words.note(&place(told, raw)),
            runs,
            fields,
        })
    }
}
