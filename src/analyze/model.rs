//! What there is to tell of a conversation as a model for others that say the same: everything but its frames and times,
//! and where those stand in it.

use crate::dialogue::{Arg, Conversation, FactSlot, Frames, Room, Step, Time};

use super::held::Places;
use super::record::{MAX_REPEATS, Record};

/// What there is to tell of a conversation, and where its frames and times stand in that.
pub(super) struct Model {
    record: Record,
    /// For each of them in turn the piece that it is of; in front of frames, how many they are.
    marks: Vec<u8>,
    /// The last twin, given back.
    spare: Option<Box<Record>>,
}

/// A frame, frames or a time in what is told.
enum Mark<'a> {
    Frames(&'a mut Frames),
    Frame(&'a mut u64),
    Time(&'a mut Time),
}

impl Model {
    /// `None` where more is told than a twin may have, or a frame or a time is none of a piece.
    pub(super) fn of(told: &Record, places: &Places) -> Option<Model> {
        let mut record = told.again().filter(|_| told.is_simple())?;
        let (mut marks, mut all) = (Vec::new(), true);
        let mut note = |at: Option<usize>| match at.map(u8::try_from) {
            Some(Ok(at)) => marks.push(at),
            _ => all = false,
        };
        let of_frame = |frame: u64| places.iter().position(|place| place.0 == frame);
        record.each_mark(|mark| match mark {
            Mark::Frame(frame) => note(of_frame(*frame)),
            Mark::Time(time) => note(places.iter().position(|place| place.1 == *time)),
            Mark::Frames(frames) => {
                note(usize::try_from(frames.count()).ok());
                frames
                    .ranges()
                    .flat_map(|(a, b)| a..=b)
                    .take(places.len() + 1)
                    .for_each(|at| note(of_frame(at)));
            }
        });
        all.then_some(Model { record, marks, spare: None })
    }

    /// What there is to tell of a conversation with these frames and times.
    pub(super) fn twin(&mut self, places: &Places) -> Option<Box<Record>> {
        let again = || self.record.again().map(Box::new);
        let mut record = self.spare.take().or_else(again)?;
        let mut marks = self.marks.iter().map(|mark| usize::from(*mark));
        record.each_mark(|mark| {
            let Some(at) = marks.next() else { return };
            match mark {
                Mark::Frame(frame) => *frame = places.get(at).map_or(0, |place| place.0),
                Mark::Time(time) => *time = places.get(at).map_or(*time, |place| place.1),
                Mark::Frames(frames) if at == 1 => {
                    let place = marks.next().and_then(|at| places.get(at));
                    *frames = place.map(|place| Frames::one(place.0)).unwrap_or_default();
                }
                Mark::Frames(frames) => {
                    let places = marks.by_ref().take(at).filter_map(|at| places.get(at));
                    *frames = places.map(|place| place.0).collect();
                }
            }
        });
        Some(record)
    }

    /// The next twin is written over this one.
    pub(super) fn take_back(&mut self, conversation: Conversation) {
        self.spare = Some(Box::new(self.record.stripped(conversation)));
    }
}

fn each_mark_in(args: &mut [(&'static str, Arg)], see: &mut impl FnMut(Mark<'_>)) {
    for (_, arg) in args {
        each_mark_of(arg, see);
    }
}

fn each_mark_of(arg: &mut Arg, see: &mut impl FnMut(Mark<'_>)) {
    match arg {
        Arg::Frame(frame) => see(Mark::Frame(frame)),
        Arg::Note(note) => each_mark_in(&mut note.args, see),
        Arg::Text(_) | Arg::Number(_) | Arg::Seconds(_) => {}
    }
}

impl Record {
    /// Gives every frame and time in what a session told, always in the same order.
    fn each_mark(&mut self, mut see: impl FnMut(Mark<'_>)) {
        let see = &mut see;
        for step in self.steps.iter_mut().skip(1) {
            see(Mark::Frames(&mut step.frames));
            step.time.iter_mut().chain(&mut step.until).for_each(|time| see(Mark::Time(time)));
            let of_lines = step.line_notes.iter_mut().flatten();
            for note in step.notes.iter_mut().chain(&mut step.more).chain(of_lines) {
                each_mark_in(&mut note.args, see);
            }
            if let Some(label) = &mut step.label {
                each_mark_of(label, see);
            }
        }
        for finding in &mut self.findings {
            see(Mark::Frames(&mut finding.frames));
            each_mark_in(&mut finding.args, see);
        }
    }

    /// Whether there is nothing in it but steps, findings and facts, which a twin of the conversation has as well.
    fn is_simple(&self) -> bool {
        // Another protocol behind STARTTLS has more to go by than what was said.
        self.protocols.len() == 1
            && self.messages.is_empty()
            && self.lessons.is_empty()
            && self.inside.is_empty()
            && self.gaps.is_empty()
            && self.repeats.is_empty()
            && self.findings_beyond == 0
    }

    /// The same once more; `None` where its facts are of this conversation only.
    fn again(&self) -> Option<Record> {
        let slot = |slot: &FactSlot| {
            Some(match slot {
                FactSlot::One(None) => FactSlot::One(None),
                FactSlot::One(Some(facts)) => FactSlot::One(Some(facts.again()?)),
                FactSlot::Many(list) => {
                    FactSlot::Many(list.iter().map(|facts| facts.again()).collect::<Option<_>>()?)
                }
            })
        };
        Some(Record {
            steps: self.steps.clone(),
            findings: self.findings.clone(),
            facts: self.facts.iter().map(|(id, facts)| Some((*id, slot(facts)?))).collect::<Option<_>>()?,
            recognised: self.recognised.clone(),
            summary: self.summary.clone(),
            outcome: self.outcome.clone(),
            protocols: self.protocols.clone(),
            used: self.used.clone(),
            users: self.users.clone(),
            ..self.rest()
        })
    }

    /// What is not taken over by a conversation.
    fn rest(&self) -> Record {
        Record {
            steps: Vec::new(),
            count: self.count,
            messages: Vec::new(),
            message_count: self.message_count,
            told: self.told,
            findings: Vec::new(),
            findings_beyond: 0,
            text: self.text.clone(),
            facts: Vec::new(),
            title: self.title.clone(),
            recognised_by: self.recognised_by,
            recognised: Default::default(),
            summary: Default::default(),
            outcome: Default::default(),
            server_name: self.server_name.clone(),
            protocols: Vec::new(),
            used: Vec::new(),
            speaking: self.speaking,
            encrypted_frames: self.encrypted_frames,
            inside: Vec::new(),
            lessons: Vec::new(),
            gaps: Vec::new(),
            closing: self.closing.again(),
            opaque: 0,
            repeats: Vec::new(),
            repeats_beyond: Room::new(MAX_REPEATS),
            users: Vec::new(),
            last_frames: [0; 2],
            keep: self.keep,
        }
    }

    /// A twin of this model out of its conversation, without what was added behind it.
    fn stripped(&self, mut conversation: Conversation) -> Record {
        conversation.steps.truncate(self.steps.len());
        conversation.findings.truncate(self.findings.len());
        conversation.summary.truncate(self.summary.len());
        conversation.used.truncate(self.used.len());
        Record {
            steps: conversation.steps,
            findings: conversation.findings,
            facts: conversation.facts,
            recognised: conversation.recognised_notes,
            summary: conversation.summary,
            outcome: conversation.outcome,
            protocols: conversation.protocols,
            used: conversation.used,
            users: conversation.users,
            ..self.rest()
        }
    }

    /// Puts the first step of a twin in its place.
    pub(super) fn begin(&mut self, step: impl FnOnce() -> Step) {
        if let Some(first) = self.steps.first_mut() {
            *first = step();
        }
    }

    /// Whether what was foretold of a twin is what came.
    pub(super) fn is_same(&self, came: &Record) -> bool {
        let facts = |one: &FactSlot, other: &FactSlot| match (one, other) {
            (FactSlot::One(None), FactSlot::One(None)) => true,
            (FactSlot::One(Some(one)), FactSlot::One(Some(other))) => one.is_same(&**other),
            (FactSlot::Many(one), FactSlot::Many(other)) => one.is_empty() && other.is_empty(),
            _ => false,
        };
        let counts = |record: &Record| {
            (
                record.count,
                record.message_count,
                record.told,
                record.speaking,
                record.encrypted_frames,
                record.closing.told,
            )
        };
        came.is_simple()
            && self.steps.len() == came.steps.len()
            && self.steps.iter().skip(1).eq(came.steps.iter().skip(1))
            && self.findings == came.findings
            && self.facts.len() == came.facts.len()
            && self.facts.iter().zip(&came.facts).all(|(one, other)| facts(&one.1, &other.1))
            && self.recognised == came.recognised
            && self.summary == came.summary
            && self.outcome == came.outcome
            && self.title == came.title
            && counts(self) == counts(came)
            && self.recognised_by == came.recognised_by
            && self.server_name == came.server_name
            && self.protocols == came.protocols
            && self.used == came.used
            && self.users == came.users
    }
}
