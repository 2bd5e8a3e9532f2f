use serde::Serialize;

use super::{Arg, Args, Frames};

/// Something worth knowing about the capture or a conversation, with whose doing it is.
///
/// Its text is the Fluent message named like the code, with dots as dashes (`tcp.gap` → `tcp-gap`).
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Stable id, `protocol.what`.
    pub code: &'static str,
    /// How much it matters to the reader.
    pub severity: Severity,
    /// Who caused it.
    pub fault: Fault,
    /// The evidence.
    pub frames: Frames,
    /// Values for the text.
    pub args: Args,
}

impl Finding {
    /// A finding without frames or values.
    pub fn new(code: &'static str, severity: Severity, fault: Fault) -> Self {
        Finding { code, severity, fault, frames: Frames::default(), args: Args::new() }
    }

    /// Adds the evidence.
    pub fn at(mut self, frames: Frames) -> Self {
        self.frames = frames;
        self
    }

    /// Adds a value for the text.
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// What the dialogue teaches about the protocol: a note like others, and never a remark about this dialogue.
    #[serde(rename = "note")]
    Lesson,
    /// Good to know.
    Note,
    /// Something is not as it should be.
    Warning,
    /// The result is incomplete or the peers failed.
    Error,
}

/// Who caused it: the line between a student's mistake, a cut capture and a bug of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Fault {
    /// A peer sent it so.
    Sender,
    /// The network between them.
    Network,
    /// The capturing machine or its settings.
    Capture,
    /// A bound or a bug of this program.
    Wiretale,
    /// It cannot be told.
    Unknown,
}
