use serde::Serialize;

use super::{Arg, Frames, Note, Secret, Side};

/// What a conversation teaches beyond its steps: what was chosen, what was computed again, and the secrets behind it.
#[derive(Clone, Debug, Default)]
pub struct Lesson {
    /// What it is, in a line.
    pub title: Vec<Note>,
    /// What was chosen, part by part.
    pub parts: Vec<Note>,
    /// Who takes part, as it is shown: certificates and the like.
    pub shown: Vec<Note>,
    /// What was computed again.
    pub checks: Vec<Check>,
    /// Secrets, in the order in which they follow from each other.
    pub schedule: Vec<Derived>,
}

/// Something that was computed again, or would have to be.
#[derive(Clone, Debug)]
pub struct Check {
    /// What came of it.
    pub state: CheckState,
    /// Where it stands in the capture.
    pub frames: Frames,
    /// What was checked: a name that is never translated.
    pub about: Option<Arg>,
    /// The result in words.
    pub note: Note,
}

/// What came of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CheckState {
    /// It is equal.
    Valid,
    /// It is not equal.
    Invalid,
    /// It could not be computed.
    Unchecked,
}

impl CheckState {
    /// The mark in front of its line.
    pub fn mark(self) -> &'static str {
        match self {
            CheckState::Valid => "[ok]",
            CheckState::Invalid => "[!!]",
            CheckState::Unchecked => "[--]",
        }
    }
}

/// A value of the key schedule.
#[derive(Clone, Debug)]
pub struct Derived {
    /// The RFC's name: `client_handshake_traffic_secret`.
    pub name: String,
    /// Whose it is, where it belongs to one side.
    pub side: Option<Side>,
    /// The RFC's formula, or where it comes from.
    pub formula: String,
    /// Bytes.
    pub length: usize,
    /// The value in hexadecimal; public values are never masked.
    pub value: Secret,
    /// What it is for.
    pub note: Note,
}
