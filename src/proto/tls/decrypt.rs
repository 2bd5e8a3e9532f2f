//! Protected records opened, where their secrets are known, and what is in them passed on.
//!
//! This decides which key a record needs. Up to TLS 1.2 that is the one behind the side's Change Cipher Spec. In TLS
//! 1.3 a side goes from its early data to the handshake's key and, behind its Finished, to the data's; where messages
//! are missing several keys are tried. A record that no key opens stays what it would be without secrets.

use super::handshake::Handshake;
use super::keys;
use super::protection::{Failure, Opener, Unsealed};
use super::records::{Chunk, Record};
use super::report::frames_of;
use super::session::TlsSession;
use super::wire::{self, RecordHeader, content, handshake as kinds};
use crate::dialogue::{Fault, Finding, Frames, Gap, GapCause, Note, Piece, Severity, Side, hex};
use crate::proto::Sink;

/// Records that may fail in front of the first that opens: the flight of the handshake where only the data's secrets
/// are known, and early data that was refused.
const MAX_TRIALS: u32 = 1024;

/// Records of a flight of the handshake at most.
const MAX_FLIGHT: u64 = 16;

fn letter(side: Side) -> &'static str {
    if side == Side::Client { "C" } else { "S" }
}

fn wrong_secret(side: Side, frames: Frames, why: &'static str) -> Finding {
    Finding::new("tls.mac-failed", Severity::Warning, Fault::Unknown)
        .at(frames)
        .with("side", letter(side))
        .with("why", why)
}

impl TlsSession {
    /// A Client Hello was read: early data may follow at once.
    pub(super) fn keys_at_client_hello(&mut self) {
        let Some(hello) = &self.shake.client else { return };
        if hello.extensions.early_data && !self.secrets.is_empty() {
            let openers = keys::early_openers(hello, &self.secrets);
            self.set_openers(Side::Client, openers, MAX_TRIALS);
        }
    }

    /// A Server Hello was read: in TLS 1.3 all is protected from here on.
    pub(super) fn keys_at_server_hello(&mut self) {
        if !self.shake.is_13() || self.secrets.is_empty() {
            return;
        }
        self.shake.find_traffic_secrets(&self.secrets);
        for side in [Side::Client, Side::Server] {
            let mut openers = std::mem::take(&mut self.flanks.of_mut(side).openers);
            // Early data has a key per suite on offer; a second Server Hello adds none to those of the first.
            openers.truncate(keys::MAX_EARLY);
            openers.extend(self.shake.openers_13(side));
            let blind = self.shake.keys.handshake.of(side).is_none() || openers.len() > 2;
            self.set_openers(side, openers, if blind { MAX_TRIALS } else { 0 });
        }
    }

    /// A side's Change Cipher Spec: its records are protected by the new keys from here on.
    pub(super) fn keys_at_switch(&mut self, side: Side) {
        // The keys so far are over, whether or not the new ones are known.
        self.set_openers(side, Vec::new(), 0);
        self.shake.find_master(&self.secrets);
        if self.remembers {
            self.shake.remember_id(self.stream, &self.secrets);
        }
        if let Some(opener) = self.shake.keys.waiting.of_mut(side).take() {
            self.set_openers(side, vec![opener], 0);
        }
    }

    /// A message was read that ends the use of a key.
    pub(super) fn keys_behind(&mut self, side: Side, kind: u8, body: &[u8]) {
        match kind {
            kinds::CLIENT_KEY_EXCHANGE if self.hashed => self.shake.keep_exchange(body),
            kinds::NEW_SESSION_TICKET if self.remembers => {
                self.shake.remember_ticket(body, self.stream, &self.secrets);
            }
            kinds::FINISHED if self.shake.is_13() => {
                if let Some(opener) = self.shake.data_opener(side) {
                    self.set_openers(side, vec![opener], 0);
                }
            }
            kinds::KEY_UPDATE if self.shake.is_13() => {
                if let Some(opener) = self.shake.update_key(side) {
                    self.set_openers(side, vec![opener], 0);
                }
            }
            kinds::END_OF_EARLY_DATA => {
                let openers = self.shake.openers_13(side);
                self.set_openers(side, openers, 0);
            }
            _ => {}
        }
    }

    /// Whether the Encrypted Extensions do not take the early data that the client offered (RFC 8446 section 4.2.10).
    pub(super) fn early_data_refused(&self, body: &[u8]) -> bool {
        const EARLY_DATA: u16 = 42;
        let list = wire::vector16(body).map(|(_, list)| list).unwrap_or_default();
        self.shake.facts.early_data
            && !wire::items(list, wire::extension).any(|(number, _)| number == EARLY_DATA)
    }

    fn set_openers(&mut self, side: Side, openers: Vec<Opener>, trials: u32) {
        let flank = self.flanks.of_mut(side);
        flank.records.keep_data(!openers.is_empty());
        flank.openers = openers;
        flank.trials = trials;
    }

    /// Secrets may have come behind the packets that needed them: then what follows is read with them.
    pub(super) fn look_again(&mut self, side: Side, frame: u64, out: &mut dyn Sink) {
        if self.shake.keys.asked == self.secrets.lines() || !self.flanks.of(side).openers.is_empty() {
            return;
        }
        let protected = self.shake.is_13() || self.flanks.of(side).protected;
        if !protected || self.shake.server.is_none() {
            return;
        }
        if self.shake.is_13() {
            self.shake.find_traffic_secrets(&self.secrets);
        } else {
            self.shake.find_master(&self.secrets);
        }
        let mut any = false;
        for side in [Side::Client, Side::Server] {
            if !self.flanks.of(side).openers.is_empty() {
                // It is read already, and knows how far it is.
                continue;
            }
            let mut openers = match self.shake.is_13() {
                true => self.shake.data_opener(side).into_iter().collect(),
                false if self.flanks.of(side).protected => {
                    self.shake.keys.waiting.of_mut(side).take().into_iter().collect()
                }
                false => Vec::new(),
            };
            openers.iter_mut().for_each(Opener::lose_count);
            any |= !openers.is_empty();
            if !openers.is_empty() {
                self.set_openers(side, openers, MAX_TRIALS);
            }
        }
        if any {
            let finding = Finding::new("tls.secrets-late", Severity::Warning, Fault::Capture);
            out.finding(finding.at(Frames::one(frame)));
        }
    }

    /// Whether a record of this type is protected by keys that are known.
    pub(super) fn is_sealed(&self, side: Side, kind: u8) -> bool {
        // What TLS 1.3 protects looks like data; before it, every type is protected behind Change Cipher Spec.
        self.flanks.of(side).openers.first().is_some_and(|opener| {
            kind == content::APPLICATION_DATA || !opener.is_13() && kind != content::SSL2
        })
    }

    /// Opens a record and passes on what it holds. `false`: it is for the reader without keys.
    pub(super) fn unsealed(&mut self, side: Side, record: &Record, out: &mut dyn Sink) -> bool {
        let Some(header) = record.header else { return false };
        if !self.is_sealed(side, header.kind) {
            return false;
        }
        if record.missing() > 0 {
            return self.hole(side, header, record, out);
        }
        match self.try_openers(side, header, &record.body) {
            Ok(unsealed) => {
                self.shake.keys.opened += 1;
                self.content(side, header, record, unsealed, out);
                true
            }
            Err(why) => self.failed(side, header, record, why, out),
        }
    }

    fn try_openers(&mut self, side: Side, header: RecordHeader, body: &[u8]) -> Result<Unsealed, Failure> {
        let openers = &mut self.flanks.of_mut(side).openers;
        let mut failure = Failure::Mac;
        for index in 0..openers.len() {
            let Some(opener) = openers.get_mut(index) else { break };
            match opener.open(header, body) {
                Ok(unsealed) => {
                    openers.drain(..index);
                    return Ok(unsealed);
                }
                Err(why) => failure = why,
            }
        }
        Err(failure)
    }

    fn failed(
        &mut self,
        side: Side,
        header: RecordHeader,
        record: &Record,
        why: Failure,
        out: &mut dyn Sink,
    ) -> bool {
        let flank = self.flanks.of_mut(side);
        let fresh = flank.openers.iter().all(Opener::is_fresh);
        if flank.trials > 0 {
            flank.trials -= 1;
            flank.in_vain += u64::from(fresh);
        } else if fresh {
            let why = if why == Failure::TooShort { "short" } else { "mac" };
            out.finding(wrong_secret(side, frames_of(record), why));
            self.set_openers(side, Vec::new(), 0);
        } else {
            flank.unopened.0 += 1;
            flank.unopened.1.extend(&frames_of(record));
            flank.openers.iter_mut().for_each(Opener::lose_count);
            self.inner_gap(side, record, GapCause::Unknown, out);
        }
        self.closed(side, header, record, out)
    }

    /// Records that stayed closed although a secret is known, once for each side.
    pub(super) fn tell_unopened(&mut self, out: &mut dyn Sink) {
        for side in [Side::Client, Side::Server] {
            let handshake = self.shake.keys.handshake.of(side).is_some();
            let first = self.first_frames.clone();
            let flank = self.flanks.of_mut(side);
            let (count, frames) = std::mem::take(&mut flank.unopened);
            if count > 0 {
                out.finding(
                    Finding::new("tls.record-not-opened", Severity::Warning, Fault::Unknown)
                        .at(frames)
                        .with("side", letter(side))
                        .with("count", count),
                );
            }
            // Of the handshake's own records it is known that they take another key.
            let fresh = !flank.openers.is_empty() && flank.openers.iter().all(Opener::is_fresh);
            if fresh && flank.in_vain > if handshake { 0 } else { MAX_FLIGHT } {
                out.finding(wrong_secret(side, first, "none"));
            }
        }
    }

    /// A record that stays closed. Application data is counted like without keys; the rest the caller tells.
    fn closed(&mut self, side: Side, header: RecordHeader, record: &Record, out: &mut dyn Sink) -> bool {
        if header.kind != content::APPLICATION_DATA {
            return false;
        }
        self.data_begins(side, header, out);
        for (bytes, chunk) in record.runs() {
            if chunk.hole {
                self.run.miss(bytes.len() as u64);
            } else {
                out.opaque(side, chunk.place, bytes.len());
                self.touch(side, chunk.place, bytes.len());
            }
        }
        self.data_ends(side);
        true
    }

    /// A record with a hole cannot be opened; its length is known, so the next one can.
    fn hole(&mut self, side: Side, header: RecordHeader, record: &Record, out: &mut dyn Sink) -> bool {
        let flank = self.flanks.of_mut(side);
        flank.openers.iter_mut().for_each(|opener| opener.skip(record.body.len()));
        let cause = flank.gap.take().unwrap_or(GapCause::Unknown);
        if header.kind == content::APPLICATION_DATA {
            self.shake.keys.closed += 1;
            self.inner_gap(side, record, cause, out);
            return true;
        }
        self.closed(side, header, record, out)
    }

    /// The last record of a side is not whole: nothing opens it.
    pub(super) fn cut_off(&mut self, side: Side, record: &Record, out: &mut dyn Sink) {
        self.shake.keys.closed += 1;
        for (bytes, chunk) in record.runs().filter(|(_, chunk)| !chunk.hole) {
            out.opaque(side, chunk.place, bytes.len());
            self.touch(side, chunk.place, bytes.len());
        }
    }

    fn inner_gap(&mut self, side: Side, record: &Record, cause: GapCause, out: &mut dyn Sink) {
        let flank = self.flanks.of(side);
        let most = flank.openers.first().map_or(0, |opener| opener.most(record.body.len()));
        if let (Some(at), true) = (record.start, most > 0) {
            self.end_run(true, out);
            self.row = None;
            out.inner(side, Piece::Gap(Gap { len: most as u64, cause, at }));
        }
    }

    /// What a record holds.
    fn content(
        &mut self,
        side: Side,
        header: RecordHeader,
        record: &Record,
        unsealed: Unsealed,
        out: &mut dyn Sink,
    ) {
        // A run in front of it was not opened.
        self.end_run(true, out);
        let len = unsealed.content.len();
        let chunks = record.chunks.iter().map(|chunk| {
            // What stands in front of the content (a nonce) moves the first byte, not the frame.
            let before = unsealed.from.saturating_sub(chunk.at);
            let at = chunk.at.saturating_sub(unsealed.from).min(len);
            Chunk { at, place: chunk.place.after(before), hole: false }
        });
        let mut inside = Record {
            header: Some(RecordHeader {
                kind: unsealed.kind,
                length: u16::try_from(len).unwrap_or(u16::MAX),
                ..header
            }),
            start: record.start,
            chunks: chunks.collect(),
            body: unsealed.content,
            passed: 0,
        };
        self.opened = true;
        match unsealed.kind {
            content::APPLICATION_DATA => self.inside(side, &inside, out),
            _ => self.known_record(side, &mut inside, out),
        }
        self.opened = false;
    }

    /// Data, in the frames that carried it.
    fn inside(&mut self, side: Side, inside: &Record, out: &mut dyn Sink) {
        self.flanks.of_mut(side).data += 1;
        self.shake.sides.of_mut(side).data = true;
        self.row = None;
        for (bytes, chunk) in inside.runs().filter(|(bytes, _)| !bytes.is_empty()) {
            out.inner(side, Piece::Bytes(bytes, chunk.place));
        }
    }

    /// Finished held against our own computation, before it joins the messages.
    pub(super) fn check_finished(
        &mut self,
        side: Side,
        body: &[u8],
        frames: &Frames,
        later: bool,
        out: &mut dyn Sink,
    ) -> Option<Note> {
        let expected = self.shake.expected_finished(side, later)?;
        let valid = expected == body;
        let check = match side {
            Side::Client => &mut self.shake.facts.checks.client_finished,
            Side::Server => &mut self.shake.facts.checks.server_finished,
        };
        *check =
            Some(if valid { "valid" } else { "invalid: it differs from our own computation" }.to_owned());
        if !valid {
            out.finding(
                Finding::new("tls.finished-differs", Severity::Error, Fault::Unknown)
                    .at(frames.clone())
                    .with("side", letter(side)),
            );
        }
        Some(Note::new(if valid { "tls-finished-valid" } else { "tls-finished-invalid" }))
    }

    /// What became of the secrets, at the end.
    pub(super) fn tell_secrets(&self, shake: &Handshake, out: &mut dyn Sink) {
        let frames = shake.facts.messages.first().map(|message| message.frames.clone()).unwrap_or_default();
        if let Some(unsupported) = shake.keys.unsupported.as_ref().filter(|_| shake.keys.known) {
            out.finding(
                Finding::new("tls.cipher-not-supported", Severity::Note, Fault::Wiretale)
                    .at(frames)
                    .with("cipher", unsupported.0.as_str()),
            );
            return;
        }
        let Some(hello) = shake.client.as_ref().filter(|_| shake.server.is_some() && !shake.keys.known)
        else {
            return;
        };
        if !self.secrets.keys().is_empty() {
            let exchange = if shake.is_13() { Some("TLS 1.3") } else { shake.exchange() };
            let why = match exchange {
                Some("RSA") if shake.encrypted_premaster.is_none() => "missing",
                Some("RSA") => "other",
                _ => "forward",
            };
            out.finding(
                Finding::new("tls.rsa-key-opens-nothing", Severity::Note, Fault::Unknown)
                    .at(frames.clone())
                    .with("why", why)
                    .with("exchange", exchange.unwrap_or("?")),
            );
        }
        if self.secrets.lines() > 0 {
            let random = hello.random.get(..8).map(hex).unwrap_or_default();
            out.finding(
                Finding::new("tls.no-matching-secret", Severity::Note, Fault::Unknown)
                    .at(frames)
                    .with("random", random)
                    .with("others", self.secrets.ids()),
            );
        }
    }
}
