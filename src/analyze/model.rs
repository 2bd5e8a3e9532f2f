//! What there is to tell of a conversation as a model for others that say the same: everything but its frames and times,
//! and where those stand in it.

use crate::dialogue::{Arg, Conversation, FactSlot, Frames, Step, Time, Wanted};

use super::events::Closing;
use super::held::Places;
use super::record::Record;

/// What a session told of a conversation, and where its frames and times stand in that.
pub(super) struct Model {
    told: Box<Conversation>,
    /// Sides whose FIN is among its steps.
    fins_told: [bool; 2],
    /// For each frame and time in turn the piece that it is of; in front of frames, how many they are.
    marks: Vec<u8>,
    /// The last twin, given back.
    spare: Option<Box<Conversation>>,
}

/// What there is to tell of a conversation that a model foretells, all but its first step.
pub(super) struct Twin {
    pub(super) conversation: Box<Conversation>,
    /// Sides whose FIN is among its steps.
    pub(super) fins_told: [bool; 2],
}

/// A frame, frames or a time in what is told.
enum Mark<'a> {
    Frames(&'a mut Frames),
    Frame(&'a mut u64),
    Time(&'a mut Time),
}

impl Model {
    /// `None` where more is told than a twin may have, or a frame or a time is none of a piece.
    pub(super) fn of(record: &Record, places: &Places) -> Option<Model> {
        let mut told = Box::new(again(&record.conversation).filter(|_| record.is_simple())?);
        let (mut marks, mut all) = (Vec::new(), true);
        let mut note = |at: Option<usize>| match at.map(u8::try_from) {
            Some(Ok(at)) => marks.push(at),
            _ => all = false,
        };
        let of_frame = |frame: u64| places.iter().position(|place| place.0 == frame);
        each_mark(&mut told, |mark| match mark {
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
        all.then_some(Model { told, fins_told: record.closing.told, marks, spare: None })
    }

    /// What there is to tell of a conversation with these frames and times.
    pub(super) fn twin(&mut self, places: &Places) -> Option<Twin> {
        let again = || again(&self.told).map(Box::new);
        let mut conversation = self.spare.take().or_else(again)?;
        let mut marks = self.marks.iter().map(|mark| usize::from(*mark));
        each_mark(&mut conversation, |mark| {
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
        Some(Twin { conversation, fins_told: self.fins_told })
    }

    /// The next twin is written over this one: takes away what was added behind it.
    pub(super) fn take_back(&mut self, mut conversation: Box<Conversation>) {
        conversation.steps.truncate(self.told.steps.len());
        conversation.findings.truncate(self.told.findings.len());
        conversation.summary.truncate(self.told.summary.len());
        for (party, told) in
            [(&mut conversation.client, &self.told.client), (&mut conversation.server, &self.told.server)]
        {
            party.name.clone_from(&told.name);
            party.name_source.clone_from(&told.name_source);
        }
        self.spare = Some(conversation);
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

/// Gives every frame and time in what a session told, always in the same order.
fn each_mark(told: &mut Conversation, mut see: impl FnMut(Mark<'_>)) {
    let see = &mut see;
    for step in told.steps.iter_mut().skip(1) {
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
    for finding in &mut told.findings {
        see(Mark::Frames(&mut finding.frames));
        each_mark_in(&mut finding.args, see);
    }
}

/// What a session told, once more; `None` where its facts are of this conversation only.
fn again(told: &Conversation) -> Option<Conversation> {
    let slot = |slot: &FactSlot| {
        Some(match slot {
            FactSlot::One(None) => FactSlot::One(None),
            FactSlot::One(Some(facts)) => FactSlot::One(Some(facts.again()?)),
            FactSlot::Many(list) => {
                FactSlot::Many(list.iter().map(|facts| facts.again()).collect::<Option<_>>()?)
            }
        })
    };
    Some(Conversation {
        client: told.client.clone(),
        server: told.server.clone(),
        protocols: told.protocols.clone(),
        title: told.title.clone(),
        recognised_by: told.recognised_by,
        recognised_notes: told.recognised_notes.clone(),
        steps: told.steps.clone(),
        findings: told.findings.clone(),
        facts: told.facts.iter().map(|(id, facts)| Some((*id, slot(facts)?))).collect::<Option<_>>()?,
        summary: told.summary.clone(),
        outcome: told.outcome.clone(),
        used: told.used.clone(),
        encrypted_frames: told.encrypted_frames,
        users: told.users.clone(),
        ..Conversation::default()
    })
}

impl Record {
    /// What is left to be written down of a twin.
    pub(super) fn of_twin(twin: Twin, wanted: &Wanted) -> Record {
        let Twin { conversation, fins_told } = twin;
        let count = conversation.steps.len();
        Record { count, closing: Closing::after(fins_told), ..Record::around(conversation, wanted) }
    }

    /// Whether there is nothing in it but steps, findings and facts, which a twin of the conversation has as well.
    fn is_simple(&self) -> bool {
        let told = &self.conversation;
        // Another protocol behind STARTTLS has more to go by than what was said.
        told.protocols.len() == 1
            && told.messages.is_empty()
            && told.lessons.is_empty()
            && self.message_count == 0
            && self.inside.is_empty()
            && self.gaps.is_empty()
            && self.repeats.is_empty()
            && self.findings_beyond == 0
            && self.speaking.1 == 0
    }

    /// Puts the first step of a twin in its place.
    pub(super) fn begin(&mut self, step: impl FnOnce() -> Step) {
        if let Some(first) = self.conversation.steps.first_mut() {
            *first = step();
        }
    }

    /// Whether this is what was foretold.
    pub(super) fn is_as_foretold(&self, twin: &Twin) -> bool {
        let facts = |one: &FactSlot, other: &FactSlot| match (one, other) {
            (FactSlot::One(None), FactSlot::One(None)) => true,
            (FactSlot::One(Some(one)), FactSlot::One(Some(other))) => one.is_same(&**other),
            (FactSlot::Many(one), FactSlot::Many(other)) => one.is_empty() && other.is_empty(),
            _ => false,
        };
        let (came, foretold) = (&self.conversation, &twin.conversation);
        self.is_simple()
            && self.closing.told == twin.fins_told
            && came.steps.len() == foretold.steps.len()
            && came.steps.iter().skip(1).eq(foretold.steps.iter().skip(1))
            && came.findings == foretold.findings
            && came.facts.len() == foretold.facts.len()
            && came.facts.iter().zip(&foretold.facts).all(|(one, other)| facts(&one.1, &other.1))
            && came.recognised_notes == foretold.recognised_notes
            && came.summary == foretold.summary
            && came.outcome == foretold.outcome
            && came.title == foretold.title
            && came.encrypted_frames == foretold.encrypted_frames
            && came.recognised_by == foretold.recognised_by
            && came.server.name == foretold.server.name
            && came.server.name_source == foretold.server.name_source
            && came.protocols == foretold.protocols
            && came.used == foretold.used
            && came.users == foretold.users
    }
}
