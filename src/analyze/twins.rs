//! Conversations that say, byte for byte, what others said before them.
//!
//! Monitors, load balancers, scanners and tests have the same short conversation thousands of times. What a session tells
//! of it then differs in frames and times and in nothing else. The first such conversation is only remembered; what was
//! written down of the second becomes a model; the third is read like any other and held against what the model
//! foretells. Only where both are equal the model is believed, and later ones are made from it without a session.
//!
//! It knows nothing of protocols: one whose sessions look at more than the conversation says so
//! ([`Protocol::self_contained`]). Lines that come in several segments may be typed, and then the pauses tell something:
//! such conversations are left out, as are those with anything that is not a step, a finding or a fact.
//!
//! [`Protocol::self_contained`]: crate::proto::Protocol::self_contained

use crate::dialogue::{Arg, Args, FactSlot, Facts, Finding, Frames, Room, Step, Time};

use super::channel::Found;
use super::held::{Log, Places};
use super::record::{MAX_REPEATS, Record};

/// Conversations that are remembered: each takes some hundred bytes, and some thousand once it is a model.
const KNOWN: usize = 32;

/// What was said lately.
#[derive(Default)]
pub(super) struct Twins {
    /// Those met most often stand in front.
    known: Vec<Known>,
    /// Where the next new one goes.
    turn: usize,
}

struct Known {
    found: Found,
    log: Log,
    places: Places,
    stage: Stage,
}

/// How far one is known.
enum Stage {
    /// It was met once.
    Met,
    /// What a session made of it.
    Model(Box<Record>),
    /// The same, which has foretold another conversation.
    Believed(Box<Record>),
    /// A model foretold something else than what came.
    Unlike,
}

/// What a conversation is among those that are known.
pub(super) enum Sighting {
    /// Nothing is known of it, or nothing can be.
    New,
    /// It was met before, and what becomes of it shall be learnt.
    Known { at: usize, places: Places },
    /// This is what there is to tell of it, all but its first step.
    Twin(Box<Record>),
}

impl Twins {
    /// Looks for a conversation, and remembers it.
    pub(super) fn meet(&mut self, found: &Found, log: &Log) -> Sighting {
        if !found.protocol.self_contained {
            return Sighting::New;
        }
        let same = |known: &Known| known.log.is_alike(log) && known.found.is_same(found);
        let Some(at) = self.known.iter().position(same) else {
            if log.is_whole_lines() {
                let (log, places) = (log.clone(), log.places());
                self.remember(Known { found: *found, log, places, stage: Stage::Met });
            }
            return Sighting::New;
        };
        // Those that are met often come to the front, where they are found soon and stay.
        self.known.swap(at, at / 2);
        let at = at / 2;
        let Some(known) = self.known.get(at) else { return Sighting::New };
        if let Stage::Believed(model) = &known.stage {
            let moved = Moved { from: &known.places, to: &log.places() };
            return model.moved(&moved).map_or(Sighting::New, |record| Sighting::Twin(Box::new(record)));
        }
        let places = log.places();
        // Else it could not be told which of two a step means.
        if matches!(known.stage, Stage::Unlike) || !are_distinct(&places) {
            return Sighting::New;
        }
        Sighting::Known { at, places }
    }

    fn remember(&mut self, new: Known) {
        if self.known.len() < KNOWN {
            self.known.push(new);
            return;
        }
        self.turn = (self.turn + 1) % (KNOWN / 2);
        if let Some(known) = self.known.get_mut(KNOWN / 2 + self.turn) {
            *known = new;
        }
    }

    /// What a session told of a conversation that was met before.
    pub(super) fn learn(&mut self, at: usize, places: &Places, told: &Record) {
        let Some(known) = self.known.get_mut(at) else { return };
        let taught = &known.places;
        let stage = std::mem::replace(&mut known.stage, Stage::Unlike);
        known.stage = match stage {
            // The frames and times of the model are those of the log that is kept.
            Stage::Met => match told.moved(&Moved { from: places, to: taught }) {
                Some(model) if told.is_simple() && are_distinct(taught) => Stage::Model(Box::new(model)),
                _ => Stage::Unlike,
            },
            Stage::Model(model) => match model.moved(&Moved { from: taught, to: places }) {
                Some(foretold) if foretold.is_same(told) => Stage::Believed(model),
                _ => Stage::Unlike,
            },
            other => other,
        };
    }
}

/// Whether no two pieces have a frame or a time in common.
fn are_distinct(places: &Places) -> bool {
    let mut rest = places.as_slice();
    while let Some((first, behind)) = rest.split_first() {
        if behind.iter().any(|other| other.0 == first.0 || other.1 == first.1) {
            return false;
        }
        rest = behind;
    }
    true
}

/// From the frames and times of one conversation to those of its twin.
struct Moved<'a> {
    from: &'a Places,
    to: &'a Places,
}

impl Moved<'_> {
    fn frame(&self, frame: u64) -> Option<u64> {
        let at = self.from.iter().position(|place| place.0 == frame)?;
        self.to.get(at).map(|place| place.0)
    }

    fn time(&self, time: Option<Time>) -> Option<Option<Time>> {
        let Some(time) = time else { return Some(None) };
        let at = self.from.iter().position(|place| place.1 == time)?;
        self.to.get(at).map(|place| Some(place.1))
    }

    fn frames(&self, frames: &mut Frames) -> Option<()> {
        match (frames.first(), frames.last()) {
            (Some(first), Some(last)) if first == last => *frames = Frames::one(self.frame(first)?),
            _ if frames.count() > self.from.len() as u64 => return None,
            _ => {
                *frames = frames
                    .ranges()
                    .flat_map(|(a, b)| a..=b)
                    .map(|at| self.frame(at))
                    .collect::<Option<_>>()?
            }
        }
        Some(())
    }

    fn arg(&self, arg: &mut Arg) -> Option<()> {
        match arg {
            Arg::Frame(frame) => *frame = self.frame(*frame)?,
            Arg::Note(note) => self.args(&mut note.args)?,
            Arg::Text(_) | Arg::Number(_) | Arg::Seconds(_) => {}
        }
        Some(())
    }

    fn args(&self, args: &mut Args) -> Option<()> {
        args.iter_mut().try_for_each(|(_, arg)| self.arg(arg))
    }

    /// A step of the twin; `None` where a frame or a time is none of a piece.
    fn step(&self, step: &Step) -> Option<Step> {
        let mut step = step.clone();
        self.frames(&mut step.frames)?;
        step.time = self.time(step.time)?;
        step.until = self.time(step.until)?;
        let lines = step.line_notes.iter_mut().flatten();
        for note in step.notes.iter_mut().chain(&mut step.more).chain(lines) {
            self.args(&mut note.args)?;
        }
        step.label.as_mut().map_or(Some(()), |label| self.arg(label))?;
        Some(step)
    }

    /// A finding of the twin.
    fn finding(&self, finding: &Finding) -> Option<Finding> {
        let mut finding = finding.clone();
        self.frames(&mut finding.frames)?;
        self.args(&mut finding.args)?;
        Some(finding)
    }
}

impl Record {
    /// Whether there is nothing in it but steps, findings and facts, which a twin of the conversation has as well.
    fn is_simple(&self) -> bool {
        self.messages.is_empty()
            && self.lessons.is_empty()
            && self.inside.is_empty()
            && self.gaps.is_empty()
            && self.repeats.is_empty()
            && self.findings_beyond == 0
    }

    /// What there is to tell of a twin, whose first step is still to be put in its place.
    fn moved(&self, moved: &Moved<'_>) -> Option<Record> {
        let mut steps = Vec::with_capacity(if self.steps.is_empty() { 0 } else { self.steps.len() + 1 });
        steps.extend(self.steps.first().map(|_| Step::default()));
        for step in self.steps.iter().skip(1) {
            steps.push(moved.step(step)?);
        }
        let findings = self.findings.iter().map(|finding| moved.finding(finding)).collect::<Option<_>>()?;
        let again = |facts: &Box<dyn Facts>| facts.again();
        let slot = |slot: &FactSlot| {
            Some(match slot {
                FactSlot::One(None) => FactSlot::One(None),
                FactSlot::One(Some(facts)) => FactSlot::One(Some(facts.again()?)),
                FactSlot::Many(list) => FactSlot::Many(list.iter().map(again).collect::<Option<_>>()?),
            })
        };
        let facts = self.facts.iter().map(|(id, facts)| Some((*id, slot(facts)?))).collect::<Option<_>>()?;
        Some(Record {
            steps,
            count: self.count,
            messages: Vec::new(),
            message_count: self.message_count,
            told: self.told,
            findings,
            findings_beyond: 0,
            text: self.text.clone(),
            facts,
            title: self.title.clone(),
            recognised_by: self.recognised_by,
            recognised: self.recognised.clone(),
            summary: self.summary.clone(),
            outcome: self.outcome.clone(),
            server_name: self.server_name.clone(),
            protocols: self.protocols.clone(),
            used: self.used.clone(),
            speaking: self.speaking,
            encrypted_frames: self.encrypted_frames,
            inside: Vec::new(),
            lessons: Vec::new(),
            gaps: Vec::new(),
            closing: self.closing.again(),
            opaque: 0,
            repeats: Vec::new(),
            repeats_beyond: Room::new(MAX_REPEATS),
            users: self.users.clone(),
            last_frames: [0; 2],
            keep: self.keep,
        })
    }

    /// Puts the first step of a twin in its place.
    pub(super) fn begin(&mut self, step: impl FnOnce() -> Step) {
        if let Some(first) = self.steps.first_mut() {
            *first = step();
        }
    }

    /// Whether what was foretold of a twin is what came.
    fn is_same(&self, came: &Record) -> bool {
        let facts = |one: &FactSlot, other: &FactSlot| match (one, other) {
            (FactSlot::One(None), FactSlot::One(None)) => true,
            (FactSlot::One(Some(one)), FactSlot::One(Some(other))) => one.is_same(&**other),
            (FactSlot::Many(one), FactSlot::Many(other)) => one.is_empty() && other.is_empty(),
            _ => false,
        };
        let words = |record: &Record| {
            (record.recognised.clone(), record.summary.clone(), record.outcome.clone(), record.title.clone())
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
            && words(self) == words(came)
            && counts(self) == counts(came)
            && self.recognised_by == came.recognised_by
            && self.server_name == came.server_name
            && self.protocols == came.protocols
            && self.used == came.used
            && self.users == came.users
    }
}
