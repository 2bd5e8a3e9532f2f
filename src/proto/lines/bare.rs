use crate::dialogue::{Fault, Finding, Frames, Severity};

use super::{Line, LineEnd};

/// Lines that end in LF alone: counted, and said once.
#[derive(Debug, Default)]
pub struct BareLf {
    first: Option<u64>,
    lines: u64,
}

impl BareLf {
    /// Looks at a line.
    pub fn line(&mut self, line: &Line) {
        if line.end == LineEnd::Lf {
            self.first.get_or_insert(line.frames.last().unwrap_or(0));
            self.lines += 1;
        }
    }

    /// What to say when there were any.
    pub fn finding(&self, code: &'static str) -> Option<Finding> {
        let first = self.first?;
        Some(
            Finding::new(code, Severity::Note, Fault::Sender)
                .at(Frames::one(first))
                .with("first", first)
                .with("lines", self.lines),
        )
    }
}
