//! The session: what each side sent, in the order in which it came.
//!
//! What a record means depends on what came before it: behind Change Cipher Spec the handshake messages of a side
//! are encrypted (up to TLS 1.2); behind the Server Hello of TLS 1.3 everything travels as application data. Where
//! the beginning is missing the bytes themselves are asked whether they look encrypted. Records that are kept go
//! on to `dispatch.rs`, steps come from `report.rs`.

use super::assembly::Assembly;
use super::facts::Resumed;
use super::handshake::{Asked, Handshake};
use super::hidden::Head;
use super::messages::{Pair, named};
use super::protection::Opener;
use super::records::{Event, Input, Records};
use super::run::{Phase, Run};
use super::strange::Evidence;
use super::wire::{self, RecordHeader, content};
use crate::dialogue::{
    Ending, Fault, Finding, Frames, Gap, GapCause, Note, Piece, Place, Secrets, Severity, Side,
};
use crate::proto::{Fed, Opened, Session, Sink};

/// What one side has sent.
#[derive(Debug, Default)]
pub(super) struct Flank {
    pub(super) records: Records,
    pub(super) assembly: Assembly,
    /// Whether Change Cipher Spec was seen: handshake messages and alerts are encrypted from then on.
    pub(super) protected: bool,
    /// Where its records have a MAC and no cipher: the MAC's length.
    pub(super) clear_mac: Option<usize>,
    /// Whether bytes are missing, so that the state may be wrong.
    pub(super) unsure: bool,
    /// Whether the handshake record that is coming in is encrypted, once that was decided.
    pub(super) decided: Option<bool>,
    /// Whether the message boundaries are lost until the next record.
    pub(super) adrift: bool,
    pub(super) ended: bool,
    pub(super) long: bool,
    pub(super) strange: bool,
    /// The first bytes that are no record, while they come in.
    pub(super) evidence: Option<Evidence>,
    pub(super) data: u64,
    /// What opens its records, the likeliest key first; empty where none is known.
    pub(super) openers: Vec<Opener>,
    /// Records that may still fail before the secrets count as wrong.
    pub(super) trials: u32,
    /// Records that the keys did not open: those before the first that opened, and those behind it.
    pub(super) in_vain: u64,
    pub(super) unopened: (u64, Frames),
    /// Why bytes of the record that is coming in are missing.
    pub(super) gap: Option<GapCause>,
}

/// A TLS connection.
#[derive(Debug, Default)]
pub(super) struct TlsSession {
    pub(super) flanks: Pair<Flank>,
    pub(super) shake: Handshake,
    pub(super) run: Run,
    /// The side and frame of the row that the last step stands in.
    pub(super) row: Option<(Side, u64)>,
    pub(super) steps: usize,
    pub(super) dropped: u64,
    pub(super) empty: (u64, Frames),
    pub(super) late: bool,
    pub(super) inside: bool,
    pub(super) port: u16,
    pub(super) wants_fields: bool,
    pub(super) wants_lesson: bool,
    /// Whether something is computed over the messages of a handshake.
    pub(super) hashed: bool,
    pub(super) secrets: Secrets,
    pub(super) stream: u64,
    /// Whether it is told which earlier session was resumed.
    pub(super) remembers: bool,
    /// Whether what is being told was encrypted.
    pub(super) opened: bool,
    pub(super) reveal: bool,
    pub(super) all: Vec<Handshake>,
    pub(super) first_frames: Frames,
    pub(super) done: bool,
}

impl TlsSession {
    /// A session for one connection.
    pub fn new(opened: &Opened<'_>) -> Self {
        let mut session = TlsSession { late: opened.late, inside: opened.after.is_some(), ..Self::default() };
        session.wants_fields = opened.wanted.fields || opened.wanted.lesson;
        session.wants_lesson = opened.wanted.lesson;
        session.reveal = opened.wanted.reveal;
        session.secrets = opened.wanted.secrets.clone();
        session.stream = opened.stream;
        session.remembers = opened.wanted.steps || opened.wanted.facts;
        session.hashed = opened.wanted.checks || !session.secrets.is_empty();
        session.shake = Handshake::new(session.hashed);
        session.shake.asked = Asked {
            checks: opened.wanted.checks,
            facts: opened.wanted.facts,
            lessons: opened.wanted.steps,
            told: opened.wanted.steps || opened.wanted.facts,
        };
        session.port = opened.ends.get(1).map_or(0, |end| end.1);
        if opened.late {
            for side in [Side::Client, Side::Server] {
                *session.flanks.of_mut(side) =
                    Flank { records: Records::late(), unsure: true, ..Flank::default() };
            }
        }
        session
    }

    /// The usual piece: more of a record of application data. `false`: it is another one, and nothing was done.
    #[inline]
    fn pass_over(&mut self, from: Side, len: usize, place: Place, out: &mut dyn Sink) -> bool {
        let flank = self.flanks.of_mut(from);
        let passed = flank.evidence.is_none() && flank.clear_mac.is_none() && flank.records.pass_over(len);
        if passed {
            out.opaque(from, place, len);
            self.touch(from, place, len);
        }
        passed
    }

    fn bytes(&mut self, from: Side, bytes: &[u8], place: Place, out: &mut dyn Sink) {
        self.watch_strange(from, bytes, out);
        let mut input = Input { bytes, place };
        while let Some(event) = self.flanks.of_mut(from).records.next(&mut input) {
            match event {
                Event::DataBegins(header) => self.data_begins(from, header, out),
                Event::Data { place, bytes } => match self.flanks.of(from).clear_mac {
                    Some(mac) => self.clear_data(from, bytes, place, mac, out),
                    None => {
                        out.opaque(from, place, bytes.len());
                        self.touch(from, place, bytes.len());
                    }
                },
                Event::DataEnds => self.data_ends(from),
                Event::Whole => {
                    let mut record = self.flanks.of_mut(from).records.take();
                    self.record(from, &mut record, out);
                    self.flanks.of_mut(from).records.give_back(record);
                }
                Event::NotARecord => self.not_a_record(from, input.bytes, out),
            }
        }
    }

    /// Application data without a cipher: what stands before the MAC is for the protocol within.
    fn clear_data(&mut self, from: Side, bytes: &[u8], place: Place, mac: usize, out: &mut dyn Sink) {
        self.end_run(true, out);
        self.row = None;
        let cut = mac.saturating_sub(self.flanks.of(from).records.left()).min(bytes.len());
        let content = bytes.get(..bytes.len() - cut).unwrap_or_default();
        if !content.is_empty() {
            out.inner_clear(from, Piece::Bytes(content, place));
        }
    }

    pub(super) fn data_ends(&mut self, from: Side) {
        if self.flanks.of(from).clear_mac.is_none() {
            self.run.count(from);
        }
        self.flanks.of_mut(from).data += 1;
        self.shake.sides.of_mut(from).data = true;
        self.shake.keys.closed += 1;
    }

    pub(super) fn data_begins(&mut self, from: Side, header: RecordHeader, out: &mut dyn Sink) {
        if self.flanks.of(from).clear_mac.is_some() {
            self.check_length(from, header, out);
            return;
        }
        let wanted = self.phase(from);
        // The client's Finished and data are another thing than the server's flight before them.
        if self.run.active() && wanted != self.run.phase() && wanted != Phase::Data {
            self.end_run(true, out);
        }
        if let (true, Some(Some(place))) = (
            self.shake.keys.asked != self.secrets.lines(),
            self.flanks.of(from).records.header_places().first(),
        ) {
            self.look_again(from, place.frame, out);
        }
        // Bytes of one frame go together.
        let frame = |place: &Option<Place>| place.map(|place| place.frame);
        for run in self.flanks.of(from).records.header_places().chunk_by(|a, b| frame(a) == frame(b)) {
            if let Some(&Some(place)) = run.first() {
                out.opaque(from, place, run.len());
                self.touch(from, place, run.len());
            }
        }
        if self.remembers && self.shake.is_13() {
            let frame = self.flanks.of(from).records.header_places().first().copied().flatten();
            self.run.head(Head {
                side: from,
                length: header.length,
                frame: frame.map_or(0, |place| place.frame),
            });
        }
        self.check_length(from, header, out);
    }

    #[inline]
    pub(super) fn touch(&mut self, from: Side, place: Place, len: usize) {
        let phase = if self.run.active() { Phase::Data } else { self.phase(from) };
        self.run.touch(from, place, len, phase, self.shake.asked.told);
        if self.first_frames.is_empty() {
            self.first_frames = Frames::one(place.frame);
        }
    }

    /// What application data of `from` holds now.
    fn phase(&self, from: Side) -> Phase {
        let sides = self.shake.sides;
        let answered = self.shake.server.is_some();
        match from {
            Side::Server if self.shake.is_13() && answered && !sides.client.data => {
                match self.shake.facts.resumed {
                    Resumed::Psk => Phase::ServerFlightResumed,
                    _ => Phase::ServerFlight,
                }
            }
            Side::Client if self.shake.is_13() && answered && !sides.client.data => Phase::ClientFinished,
            Side::Client
                if !answered
                    && self.shake.client.as_ref().is_some_and(|hello| hello.extensions.early_data) =>
            {
                Phase::EarlyData
            }
            _ => Phase::Data,
        }
    }

    pub(super) fn check_length(&mut self, from: Side, header: RecordHeader, out: &mut dyn Sink) {
        let limit = if self.shake.is_13() { wire::MAX_RECORD_13 } else { wire::MAX_RECORD };
        let flank = self.flanks.of_mut(from);
        if header.kind == content::SSL2 || header.length <= limit || flank.long {
            return;
        }
        flank.long = true;
        let frame = flank.records.header().1.next().map(|place| Frames::one(place.frame)).unwrap_or_default();
        out.finding(
            Finding::new("tls.record-too-long", Severity::Warning, Fault::Sender)
                .at(frame)
                .with("length", header.length)
                .with("limit", limit),
        );
    }

    fn gap(&mut self, from: Side, gap: &Gap, out: &mut dyn Sink) {
        self.tell_strange(from, out);
        let flank = self.flanks.of_mut(from);
        let data = flank.records.inside_data();
        if flank.records.inside_kept() {
            let mut record = flank.records.take();
            let sealed = record.header.is_some_and(|header| self.is_sealed(from, header.kind));
            if sealed {
                self.flanks.of_mut(from).gap = Some(gap.cause);
            } else if record.header.is_some_and(|header| header.kind == content::HANDSHAKE) {
                // What came before the hole is told before it.
                self.handshake(from, &mut record, false, out);
            }
            self.flanks.of_mut(from).records.give_back(record);
        }
        let kind = self.flanks.of(from).assembly.kind();
        if self.flanks.of_mut(from).records.gap(gap.len, gap.at) {
            if data && let Some(mac) = self.flanks.of(from).clear_mac {
                // Of the MAC nothing is missed.
                let behind = mac.saturating_sub(self.flanks.of(from).records.left()) as u64;
                if let Some(len) = gap.len.checked_sub(behind).filter(|&len| len > 0) {
                    out.inner_clear(from, Piece::Gap(Gap { len, ..*gap }));
                }
            } else if data || self.flanks.of(from).gap.is_some() {
                // The next record's place is known: nothing of the dialogue is lost.
                self.run.miss(gap.len);
            } else {
                self.tell_gap(from, gap, kind, out);
            }
            self.bytes(from, &[], gap.at, out);
            return;
        }
        // Synchronisation is lost: what was coming in stays incomplete.
        if !self.shake.complete() {
            self.shake.gap = true;
            self.shake.transcript.break_off();
        }
        let flank = self.flanks.of_mut(from);
        flank.unsure = true;
        flank.decided = None;
        flank.gap = None;
        flank.openers.iter_mut().for_each(Opener::lose_count);
        self.abandon(from, out);
        self.tell_gap(from, gap, kind, out);
    }

    fn tell_gap(&mut self, from: Side, gap: &Gap, kind: Option<u8>, out: &mut dyn Sink) {
        self.end_run(true, out);
        self.row = None;
        if self.flanks.of(from).clear_mac.is_some() && self.flanks.of(from).data > 0 {
            out.inner_clear(from, Piece::Gap(*gap));
            return;
        }
        if !self.flanks.of(from).openers.is_empty() && self.flanks.of(from).data > 0 {
            out.inner(from, Piece::Gap(*gap));
            return;
        }
        let guess = kind.map(|kind| Note::new("tls-gap-in-message").with("message", named(kind).1));
        out.gap(from, gap, guess);
    }

    /// No more bytes of a side.
    fn end(&mut self, side: Side, ending: Ending, out: &mut dyn Sink) {
        let flank = self.flanks.of_mut(side);
        if flank.ended {
            return;
        }
        flank.ended = true;
        self.tell_strange(side, out);
        let flank = self.flanks.of_mut(side);
        if flank.records.inside_kept() {
            let mut record = flank.records.take();
            if record.header.is_some_and(|header| self.is_sealed(side, header.kind)) {
                self.cut_off(side, &record, out);
                record.body.clear();
            }
            let handshake = record.header.is_some_and(|header| header.kind == content::HANDSHAKE);
            let encrypted = handshake && {
                self.handshake(side, &mut record, false, out);
                self.flanks.of(side).decided == Some(true)
            };
            if (encrypted || !handshake) && !record.body.is_empty() {
                let notes = vec![Note::new("tls-record-cut")];
                let (kind, label) = ("tls.unknown_record", Note::new("tls-label-record-part"));
                self.whole_record(side, &record, kind, label.into(), notes, true, out);
            }
        }
        self.abandon(side, out);
        self.end_run(true, out);
        // What is inside is over, too.
        let flank = self.flanks.of(side);
        if flank.data > 0 && !flank.openers.is_empty() {
            out.inner(side, Piece::End(ending));
        }
    }
}

impl Session for TlsSession {
    fn feed(&mut self, from: Side, piece: Piece<'_>, out: &mut dyn Sink) -> Fed {
        match piece {
            Piece::Bytes(bytes, place) => {
                if !self.pass_over(from, bytes.len(), place, out) {
                    self.bytes(from, bytes, place, out);
                }
                Fed::all(bytes.len())
            }
            Piece::Gap(gap) => {
                self.gap(from, &gap, out);
                Fed::all(0)
            }
            Piece::End(ending) => {
                if let Ending::Reset(_) = ending {
                    self.end(from.other(), ending, out);
                }
                self.end(from, ending, out);
                Fed::all(0)
            }
        }
    }

    fn finish(&mut self, out: &mut dyn Sink) {
        if self.done {
            return;
        }
        self.done = true;
        self.end(Side::Client, Ending::CaptureEnd, out);
        self.end(Side::Server, Ending::CaptureEnd, out);
        self.end_run(true, out);
        self.tell_unopened(out);
        let data = Pair { client: self.flanks.client.data, server: self.flanks.server.data };
        super::outcome::tell(self, data, out);
    }
}
