//! Handshake messages that are whole, or will not become so: what they say, what follows from them, and their steps.

use super::assembly::{Assembly, MAX_MESSAGE};
use super::handshake::Handshake;
use super::hello::From;
use super::messages::named;
use super::reading::Seen;
use super::report::Draft;
use super::resumption::Offered;
use super::session::TlsSession;
use super::{fields, lesson, wire};
use crate::dialogue::{Fault, Finding, Frames, Note, Severity, Side};
use crate::proto::Sink;

impl TlsSession {
    pub(super) fn begin_renegotiation(&mut self, frames: &Frames, out: &mut dyn Sink) {
        let mut ended = std::mem::replace(&mut self.shake, Handshake::again(self.hashed));
        ended.transcript.break_off();
        self.shake.asked = ended.asked;
        if self.all.is_empty() {
            let read = if self.opened || self.flanks.client.clear_mac.is_some() { "yes" } else { "no" };
            let finding =
                Finding::new("tls.renegotiation", Severity::Note, Fault::Unknown).with("read", read);
            out.finding(finding.at(frames.clone()));
        }
        self.all.push(ended);
    }

    /// A whole handshake message.
    pub(super) fn message(&mut self, side: Side, mut message: Assembly, row: u64, out: &mut dyn Sink) {
        if message.frames.last() != Some(row) {
            // The record is whole only there, and so Wireshark shows the message there.
            message.frames.add(row);
        }
        let Some(kind) = message.kind() else { return };
        if self.full() {
            self.dropped += 1;
            return;
        }
        let again = matches!(kind, wire::handshake::HELLO_REQUEST | wire::handshake::CLIENT_HELLO);
        let readable = self.opened || self.flanks.of(side).clear_mac.is_some();
        if again && readable && self.shake.complete() && !self.shake.is_13() {
            self.begin_renegotiation(&message.frames, out);
        }
        // A client that shows its certificate later ends that by a Finished of its own (RFC 8446 section 4.6.2).
        let later = self.shake.is_13() && self.shake.sides.of(side).finished;
        self.shake.notice(side, kind);
        let (mut id, mut label) = named(kind);
        let mut notes = Vec::new();
        let (mut fields, mut raw) = (None, None);
        let total = message.length.unwrap_or(0);
        if message.too_long {
            out.finding(
                Finding::new("tls.message-too-long", Severity::Warning, Fault::Wiretale)
                    .at(message.frames.clone())
                    .with("message", label)
                    .with("length", total)
                    .with("limit", MAX_MESSAGE),
            );
            self.shake.transcript.break_off();
            notes.push(Note::new("tls-message-skipped").with("length", total));
        } else if message.missing > 0 {
            self.shake.gap = true;
            self.shake.transcript.break_off();
            let have = total - message.missing;
            notes.push(Note::new("tls-message-incomplete").with("have", have).with("total", total));
        } else {
            let seen = Seen { frames: &message.frames, time: message.start.map(|place| place.time) };
            let finished = match kind {
                wire::handshake::FINISHED => {
                    self.check_finished(side, &message.body, &message.frames, later, out)
                }
                _ => None,
            };
            let told = self.shake.read(side, kind, &message.body, seen, out);
            self.shake.keep_message(kind, &message.body, later);
            (id, label, notes) = (told.kind, told.label, told.notes);
            if kind == wire::handshake::FINISHED && self.opened {
                notes = vec![Note::new("tls-finished-opened")];
            }
            notes.extend(finished);
            if id == "tls.encrypted_extensions" && self.early_data_refused(&message.body) {
                notes.push(Note::new("tls-early-data-refused"));
                out.finding(
                    Finding::new("tls.early-data-refused", Severity::Note, Fault::Unknown)
                        .at(message.frames.clone()),
                );
            }
            match id {
                "tls.client_hello" => {
                    if self.remembers {
                        self.shake.offered = Offered::read(&message.body);
                    }
                    self.keys_at_client_hello();
                }
                "tls.server_hello" => self.keys_at_server_hello(),
                "tls.finished" if later => {}
                _ => self.keys_behind(side, kind, &message.body),
            }
            if self.wants_lesson {
                raw = Some(lesson::raw(kind, &message.body, message.record.filter(|_| !self.opened)));
                if id == "tls.certificate" && side == Side::Server {
                    let day = message.start.map(|place| place.time.to_string());
                    self.shake
                        .check_certificate(&message.frames, day.as_deref().and_then(|day| day.get(..10)));
                }
            }
            if self.wants_fields {
                let from = match (side, id) {
                    (Side::Client, _) => From::Client,
                    (Side::Server, "tls.hello_retry_request") => From::Retry,
                    (Side::Server, _) => From::Server,
                };
                fields = Some(fields::fields(kind, &message.body, from, fields::Layout::of(&self.shake)));
            }
        }
        if message.first.0 != row && message.first.1 < message.carried {
            notes.push(
                Note::new("tls-began-earlier")
                    .with("message", label)
                    .with("frame", format!("#{}", message.first.0))
                    .with("part", message.first.1)
                    .with("total", message.carried),
            );
        }
        if message.records > 1 {
            notes.push(Note::new("tls-over-records").with("records", message.records));
        }
        let length = (total + wire::HANDSHAKE_HEADER) as u64;
        self.shake.remember(side, id, &message.frames, length, (self.opened, false));
        let draft = Draft {
            side,
            kind: id,
            label: label.into(),
            notes,
            frames: &message.frames,
            start: message.start,
            until: message.until,
            end: message.end,
            row,
            inferred: false,
            fields,
            raw,
        };
        self.step(draft, out);
    }

    /// The message that was coming in will not become whole.
    pub(super) fn abandon(&mut self, side: Side, out: &mut dyn Sink) {
        let message = std::mem::take(&mut self.flanks.of_mut(side).assembly);
        if message.is_empty() {
            return;
        }
        self.shake.gap = true;
        self.shake.transcript.break_off();
        let (id, label) =
            message.kind().map_or(("tls.unknown_handshake", "Unknown Handshake Message"), named);
        if let Some(kind) = message.kind() {
            self.shake.notice(side, kind);
        }
        let have = message.received - message.missing;
        let note = match message.length {
            Some(total) => Note::new("tls-message-incomplete").with("have", have).with("total", total),
            None => Note::new("tls-message-cut"),
        };
        let length = message.length.unwrap_or(0) as u64 + wire::HANDSHAKE_HEADER as u64;
        self.shake.remember(side, id, &message.frames, length, (false, false));
        let row = message.frames.last().unwrap_or(0);
        let draft = Draft {
            side,
            kind: id,
            label: label.into(),
            notes: vec![note],
            frames: &message.frames,
            start: message.start,
            until: message.until,
            end: message.end,
            row,
            inferred: false,
            fields: None,
            raw: None,
        };
        self.step(draft, out);
    }
}
