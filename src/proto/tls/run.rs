//! A run of application data: records of both sides without another step between them, told as one step.

use super::hidden::{Head, MAX_HEADS};
use super::messages::Pair;
use crate::dialogue::{Arg, Frames, Mark, Note, Place, Side, Step, Time};

/// What the records of a run hold, as far as it can be known without keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Phase {
    /// Data.
    #[default]
    Data,
    /// TLS 1.3: the rest of the server's handshake.
    ServerFlight,
    /// TLS 1.3, resumed: the same without certificates.
    ServerFlightResumed,
    /// TLS 1.3: the client's first records behind the Server Hello, Finished among them, and data.
    ClientFinished,
    /// TLS 1.3: data of the client before any answer (RFC 8446 section 2.3).
    EarlyData,
}

/// A run in progress. Its memory does not grow with the number of records, but for the list of frames.
#[derive(Debug, Default)]
pub(super) struct Run {
    active: bool,
    phase: Phase,
    records: Pair<u64>,
    frames: Frames,
    last: u64,
    time: Option<Time>,
    until: Option<Time>,
    sides: Pair<bool>,
    span: Pair<Option<(u64, u64)>>,
    missing: u64,
    /// Its first records, where something may be told by their size.
    heads: Vec<Head>,
    /// The last record of each side, likewise.
    tails: Pair<Option<Head>>,
}

/// A finished run as a step, with the row it may share.
pub(super) struct Done {
    /// The step.
    pub step: Step,
    /// Its first and last frame, when only one side sent.
    pub row: Option<(Side, u64, u64)>,
    /// What it holds.
    pub phase: Phase,
    /// Its first records, and the last one of each side.
    pub heads: (Vec<Head>, Pair<Option<Head>>),
}

impl Run {
    /// Whether one has begun.
    pub fn active(&self) -> bool {
        self.active
    }

    /// What it holds.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// Bytes of a record of `side`. The first begins the run. `told`: whether it will be a step; in a list it is
    /// only counted.
    #[inline]
    pub fn touch(&mut self, side: Side, place: Place, len: usize, phase: Phase, told: bool) {
        if !self.active {
            *self = Run { active: true, phase, time: Some(place.time), ..Run::default() };
        }
        if !told {
            return;
        }
        // Most pieces of a record are in the frame of the one before, and looking it up is not free.
        if self.last != place.frame || self.frames.is_empty() {
            self.frames.add(place.frame);
            self.last = place.frame;
        }
        self.until = Some(place.time);
        *self.sides.of_mut(side) = true;
        let end = place.offset + len as u64;
        let span = self.span.of_mut(side);
        *span = Some((span.map_or(place.offset, |span| span.0), end));
    }

    /// A record begins, of which something may be told by its size.
    pub fn head(&mut self, head: Head) {
        if self.heads.len() < MAX_HEADS {
            self.heads.push(head);
        }
        *self.tails.of_mut(head.side) = Some(head);
    }

    /// A record of `side` is whole.
    pub fn count(&mut self, side: Side) {
        *self.records.of_mut(side) += 1;
    }

    /// Bytes of a record are missing from the capture.
    pub fn miss(&mut self, len: u64) {
        self.missing += len;
    }

    /// Ends the run without telling it; `false` where [`Run::end`] would not end it.
    pub fn pass(&mut self, all: bool) -> bool {
        let ends = self.active && (all || self.count_of_both() > 0);
        if ends {
            *self = Run::default();
        }
        ends
    }

    fn count_of_both(&self) -> u64 {
        self.records.client + self.records.server
    }

    /// Ends the run. One that has no whole record is kept going unless `all`.
    pub fn end(&mut self, all: bool) -> Option<Done> {
        let count = self.count_of_both();
        if !self.active || count == 0 && !all {
            return None;
        }
        let run = std::mem::take(self);
        let side = match (run.sides.client, run.sides.server) {
            (true, false) => Some(Side::Client),
            (false, true) => Some(Side::Server),
            _ => None,
        };
        let label = match side {
            _ if count == 0 => Note::new("tls-label-application-data-part"),
            Some(_) => Note::new("tls-label-application-data-one").with("records", count),
            None => Note::new("tls-label-application-data")
                .with("client", run.records.client)
                .with("server", run.records.server),
        };
        let mut step = Step::new("tls", "tls.application_data", side, Mark::Described);
        step.label = Some(Arg::from(label));
        step.time = run.time;
        step.until = run.until;
        step.span = side.and_then(|side| *run.span.of(side));
        step.inferred = run.phase != Phase::Data;
        let hidden = match run.phase {
            Phase::Data => None,
            Phase::ServerFlight => Some("tls-hidden-server-flight"),
            Phase::ServerFlightResumed => Some("tls-hidden-server-flight-resumed"),
            Phase::ClientFinished => Some("tls-hidden-client-finished"),
            Phase::EarlyData => Some("tls-hidden-early-data"),
        };
        step.notes.extend(hidden.map(Note::new));
        if matches!(run.phase, Phase::Data | Phase::ClientFinished | Phase::EarlyData) {
            step.notes.push(Note::new("tls-application-data"));
        }
        if run.missing > 0 {
            step.notes.push(Note::new("tls-data-missing").with("bytes", run.missing));
        }
        let row = side.zip(run.frames.first()).map(|(side, first)| (side, first, run.last));
        step.frames = run.frames;
        Some(Done { step, row, phase: run.phase, heads: (run.heads, run.tails) })
    }
}

#[cfg(test)]
mod tests {
    use super::{Phase, Run};
    use crate::dialogue::{Place, Side, Time};

    #[test]
    fn a_run_that_is_not_told_ends_when_one_that_is_told_does_and_keeps_no_frames() {
        for (records, all) in [(0, false), (0, true), (1, false), (2, true)] {
            let [mut told, mut passed] = [true, false].map(|told| {
                let mut run = Run::default();
                for frame in (1..10).step_by(2) {
                    let place = Place { frame, time: Time::default(), offset: 0 };
                    run.touch(Side::Client, place, 5, Phase::Data, told);
                }
                (0..records).for_each(|_| run.count(Side::Client));
                run
            });
            assert_eq!((told.frames.count(), passed.frames.count()), (5, 0));
            assert_eq!(told.end(all).is_some(), passed.pass(all), "{records} {all}");
            assert_eq!(told.active(), passed.active(), "{records} {all}");
            assert!(!Run::default().pass(true), "none has begun");
        }
    }
}
