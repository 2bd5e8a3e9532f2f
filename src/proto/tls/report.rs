//! Steps, in the order of the conversation and in the rows that Wireshark shows.

use super::facts::Resumed;
use super::hidden::{self, Guess, Shape};
use super::messages::named_kind;
use super::records::Record;
use super::run::{Done, Phase};
use super::session::TlsSession;
use super::wire::{self, content};
use crate::dialogue::{Arg, Field, Frames, Mark, Note, Place, Raw, Side, Step, Time};
use crate::proto::Sink;

/// Steps one session reports. A handshake has about ten and a renegotiation as many; more than this is an attack or
/// a broken stack, and the rest is counted only.
const MAX_STEPS: usize = 4096;

/// A step about to be reported.
pub(super) struct Draft<'a> {
    /// Who.
    pub side: Side,
    /// Its kind.
    pub kind: &'static str,
    /// Its name.
    pub label: Arg,
    /// What it means.
    pub notes: Vec<Note>,
    /// The frames that carried it.
    pub frames: &'a Frames,
    /// Where it begins.
    pub start: Option<Place>,
    /// When its last byte came.
    pub until: Option<Time>,
    /// Offset behind it.
    pub end: u64,
    /// The frame that completed it.
    pub row: u64,
    /// Whether what it is was inferred.
    pub inferred: bool,
    /// Its byte map, where it was asked for.
    pub fields: Option<Vec<Field>>,
    /// Its bytes, where they were asked for.
    pub raw: Option<Raw>,
}

impl TlsSession {
    /// Whether no more steps are reported. Messages are not even read then, so facts and findings are bounded, too.
    pub(super) fn full(&self) -> bool {
        self.steps >= MAX_STEPS
    }

    pub(super) fn end_run(&mut self, all: bool, out: &mut dyn Sink) {
        if !self.shake.asked.told {
            if self.run.pass(all) && !self.is_beyond() {
                self.steps += 1;
            }
            return;
        }
        let Some(mut done) = self.run.end(all) else { return };
        self.guess(&mut done);
        if !self.secrets.is_empty() {
            for note in done.step.notes.iter_mut().filter(|note| note.key == "tls-application-data") {
                *note = Note::new("tls-application-data-closed");
            }
        }
        if let Some((side, first, last)) = done.row {
            done.step.joined = first == last && self.row == Some((side, last));
            self.row = (first == last).then_some((side, last));
        } else {
            self.row = None;
        }
        if self.shake.version.is_none() && !self.shake.begun() {
            let version = Side::Client;
            let claimed =
                self.flanks.of(version).records.version.or(self.flanks.of(Side::Server).records.version);
            let claimed = format!("0x{:04x}", claimed.unwrap_or(0));
            done.step.notes.push(Note::new("tls-version-unknown").with("record", claimed));
        }
        self.report(done.step, out);
    }

    /// What the records of a run probably hold, where TLS 1.3 hides it.
    fn guess(&mut self, done: &mut Done) {
        let suite = self.shake.facts.cipher_suite.as_ref();
        let Some(shape) =
            suite.and_then(|suite| Shape::new(suite.cipher.as_deref()?, suite.hash.as_deref()?))
        else {
            return;
        };
        let (heads, tails) = &done.heads;
        let resumed = self.shake.facts.resumed == Resumed::Psk;
        let mut guesses = match done.phase {
            Phase::ServerFlight | Phase::ServerFlightResumed => {
                hidden::server_flight(heads, shape, resumed).unwrap_or_default()
            }
            Phase::ClientFinished => hidden::behind(heads, shape),
            Phase::Data | Phase::EarlyData => Vec::new(),
        };
        if !guesses.is_empty() {
            // What was said without looking at sizes.
            done.step.notes.retain(|note| !note.key.starts_with("tls-hidden-"));
        }
        for (side, tail) in [(Side::Client, tails.client), (Side::Server, tails.server)] {
            if let Some(head) =
                tail.filter(|head| self.flanks.of(side).ended && hidden::is_alert(shape, head.length))
            {
                guesses.push(Guess { head, kind: "alert", length: 2 });
            }
        }
        if guesses.is_empty() {
            return;
        }
        let mut list = String::new();
        for guess in &guesses {
            let name = named_kind(guess.kind);
            let letter = if guess.head.side == Side::Client { "C" } else { "S" };
            let joint = if list.is_empty() { "" } else { ", " };
            list.push_str(&format!("{joint}{letter} {name} {}", guess.length));
            let frames = Frames::one(guess.head.frame);
            self.shake.remember(guess.head.side, guess.kind, &frames, u64::from(guess.length), (true, true));
        }
        done.step.inferred = true;
        done.step.notes.insert(0, Note::new("tls-hidden-told").with("list", list));
    }

    pub(super) fn step(&mut self, mut draft: Draft<'_>, out: &mut dyn Sink) {
        self.end_run(false, out);
        if !self.shake.asked.told {
            if self.first_frames.is_empty() {
                self.first_frames = draft.frames.clone();
            }
            self.steps += 1;
            return;
        }
        if self.wants_lesson {
            self.shake.take_checks(&draft.label, draft.frames, &mut draft.notes);
        }
        let mut step = Step::new("tls", draft.kind, Some(draft.side), Mark::Described);
        step.label = Some(draft.label);
        step.notes = draft.notes.into();
        step.frames = draft.frames.clone();
        step.time = draft.start.map(|place| place.time);
        step.until = draft.until;
        step.span = draft.start.map(|place| (place.offset, draft.end));
        step.inferred = draft.inferred;
        step.fields = draft.fields;
        step.raw = draft.raw.map(Box::new);
        step.joined = self.row == Some((draft.side, draft.row));
        self.row = Some((draft.side, draft.row));
        if self.first_frames.is_empty() {
            self.first_frames = draft.frames.clone();
        }
        self.report(step, out);
    }

    /// A step for a record as a whole.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn whole_record(
        &mut self,
        side: Side,
        record: &Record,
        kind: &'static str,
        label: Arg,
        mut notes: Vec<Note>,
        inferred: bool,
        out: &mut dyn Sink,
    ) {
        let frames = frames_of(record);
        if record.missing() > 0 {
            notes.push(Note::new("tls-record-incomplete").with("bytes", record.missing()));
        }
        let ssl2 = record.header.is_some_and(|header| header.kind == content::SSL2);
        let header = if ssl2 { wire::SSL2_HEADER } else { wire::RECORD_HEADER };
        let end = record.start.map_or(0, |start| start.offset + (header + record.body.len()) as u64);
        let row = record.last_frame();
        let draft = Draft {
            side,
            kind,
            label,
            notes,
            frames: &frames,
            start: record.start,
            until: record.chunks.last().map(|chunk| chunk.place.time),
            end,
            row,
            inferred,
            fields: None,
            raw: None,
        };
        self.step(draft, out);
    }

    /// Whether there is no room for another step; then it is counted.
    fn is_beyond(&mut self) -> bool {
        let full = self.full();
        self.dropped += u64::from(full);
        full
    }

    pub(super) fn report(&mut self, mut step: Step, out: &mut dyn Sink) {
        if self.is_beyond() {
            return;
        }
        self.steps += 1;
        step.encrypted |= self.opened;
        out.step(step);
    }
}

/// The frames of a record.
pub(super) fn frames_of(record: &Record) -> Frames {
    let mut frames = Frames::default();
    frames.extend(&record.start.map(|place| Frames::one(place.frame)).unwrap_or_default());
    for chunk in record.chunks.iter().filter(|chunk| !chunk.hole) {
        if frames.last() != Some(chunk.place.frame) {
            frames.add(chunk.place.frame);
        }
    }
    frames
}
