//! What a check found, and how it is put together from what it saw.

use crate::dialogue::{Arg, Conversation, Evidence, Frames, MarkState, Note};

/// Places that are named in one sentence.
const PLACES: usize = 4;

/// A conversation of one of the student's files.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    /// Index of the file.
    pub(super) file: usize,
    /// What was said.
    pub(super) conversation: &'a Conversation,
}

impl<'a> Scene<'a> {
    /// Frames of it, as evidence.
    pub(super) fn evidence(&self, frames: &Frames) -> Evidence {
        Evidence { file: self.file, stream: Some(self.conversation.stream), frames: frames.clone() }
    }

    /// Frames of it, as a sentence names them.
    pub(super) fn place(&self, frames: &Frames) -> String {
        place(self.file, frames)
    }

    /// Something that was met, with what it says.
    pub(super) fn hit(&self, frames: &Frames, text: impl Into<String>) -> Hit {
        Hit { evidence: self.evidence(frames), text: text.into(), word: None }
    }

    /// Something that was met, with a word of ours for it.
    pub(super) fn word(&self, frames: &Frames, word: &'static str) -> Hit {
        Hit { evidence: self.evidence(frames), text: String::new(), word: Some(word) }
    }

    /// Whether `protocol` was spoken in it.
    pub(super) fn speaks(&self, protocol: &str) -> bool {
        self.conversation.protocols.contains(&protocol)
    }
}

/// `[1] #26`: the file, counted from 1, and the frames.
pub(super) fn place(file: usize, frames: &Frames) -> String {
    if frames.is_empty() { format!("[{}]", file + 1) } else { format!("[{}] {frames}", file + 1) }
}

/// Something that was met, and where.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    pub(super) evidence: Evidence,
    /// What it says; empty where the place says it.
    pub(super) text: String,
    /// The same as a word of ours, which each language has.
    pub(super) word: Option<&'static str>,
}

impl Hit {
    pub(super) fn shown(&self) -> Arg {
        let place = place(self.evidence.file, &self.evidence.frames);
        match self.word {
            Some(word) => Note::new("grade-word").with("place", place).with("word", Note::new(word)).into(),
            None if self.text.is_empty() => place.into(),
            None => format!("{place} {}", self.text).into(),
        }
    }
}

/// Things of a kind that were met: those that were looked for, and others like them.
#[derive(Clone, Debug, Default)]
pub(super) struct Things {
    pub(super) hits: Vec<Hit>,
    /// How many there are of them; they are listed up to a bound.
    pub(super) count: u64,
    pub(super) others: Vec<Hit>,
    pub(super) more_others: u64,
    /// Things of which the capture does not tell whether they are what was looked for.
    pub(super) untold: Vec<Hit>,
}

/// Of things in a list, the first are kept: a capture may have a million of them.
const KEPT: usize = 16;

impl Things {
    pub(super) fn hit(&mut self, hit: Hit) {
        self.count += 1;
        if self.hits.len() < KEPT {
            self.hits.push(hit);
        }
    }

    pub(super) fn other(&mut self, hit: Hit) {
        if self.others.len() < KEPT {
            self.others.push(hit);
        } else {
            self.more_others += 1;
        }
    }

    /// Adds what may be one of them.
    pub(super) fn untold(&mut self, hit: Hit) {
        if self.untold.len() < KEPT {
            self.untold.push(hit);
        }
    }

    /// Adds it to the first or the others.
    pub(super) fn add(&mut self, fits: bool, hit: Hit) {
        if fits {
            self.hit(hit);
        } else {
            self.other(hit);
        }
    }
}

/// `[1] #15 250 queued, [1] #25 …`, and how many more.
pub(super) fn places(hits: &[Hit], count: u64) -> Note {
    let mut shown: Option<Arg> = None;
    for hit in hits.iter().take(PLACES) {
        shown = Some(match (shown, hit.shown()) {
            (None, first) => first,
            (Some(Arg::Text(before)), Arg::Text(next)) => Arg::Text(format!("{before}, {next}")),
            (Some(before), next) => Note::new("grade-and").with("before", before).with("next", next).into(),
        });
    }
    let more = count.saturating_sub(hits.len().min(PLACES) as u64);
    let note = Note::new(if more == 0 { "grade-places" } else { "grade-places-more" });
    note.with("places", shown.unwrap_or_else(|| Arg::from(""))).with("more", more)
}

/// What a check found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) state: MarkState,
    /// From 0 to 1: how much of it.
    pub(super) share: f64,
    pub(super) actual: Vec<Note>,
    pub(super) remark: Option<Note>,
    pub(super) hint: Option<Note>,
    pub(super) evidence: Vec<Evidence>,
}

impl Found {
    fn new(state: MarkState, share: f64, actual: Note) -> Self {
        Found { state, share, actual: vec![actual], remark: None, hint: None, evidence: Vec::new() }
    }

    pub(super) fn passed(actual: Note) -> Self {
        Found::new(MarkState::Passed, 1.0, actual)
    }

    pub(super) fn failed(actual: Note) -> Self {
        Found::new(MarkState::Failed, 0.0, actual)
    }

    pub(super) fn undecided(actual: Note) -> Self {
        Found::new(MarkState::Undecided, 0.0, actual)
    }

    /// In part, or, at 1, whole.
    pub(super) fn partly(share: f64, actual: Note) -> Self {
        let state = match share {
            share if share >= 1.0 => MarkState::Passed,
            share if share > 0.0 => MarkState::Partial,
            _ => MarkState::Failed,
        };
        Found::new(state, share.clamp(0.0, 1.0), actual)
    }

    /// The same, where more of it may be there than can be seen.
    pub(super) fn untold(self) -> Self {
        Found { state: MarkState::Undecided, share: 0.0, ..self }
    }

    /// Adds another sentence.
    pub(super) fn and(mut self, actual: Note) -> Self {
        self.actual.push(actual);
        self
    }

    pub(super) fn at(mut self, evidence: Evidence) -> Self {
        self.evidence.push(evidence);
        self
    }

    pub(super) fn seen(mut self, hits: &[Hit]) -> Self {
        self.evidence.extend(hits.iter().map(|hit| hit.evidence.clone()));
        self
    }

    pub(super) fn remark(mut self, note: Note) -> Self {
        self.remark = Some(note);
        self
    }

    pub(super) fn hint(mut self, note: Note) -> Self {
        self.hint = Some(note);
        self
    }

    /// The better of two; the earlier where they are alike.
    pub(super) fn or_better(self, other: Found) -> Found {
        let key = |found: &Found| (found.state, found.share);
        if key(&other) > key(&self) { other } else { self }
    }
}
