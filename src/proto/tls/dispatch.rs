//! From whole records to messages: which layer a record belongs to, whether it is encrypted, and what follows.

use super::assembly::looks_plain;
use super::facts::AlertFact;
use super::messages::{key, record_named};
use super::reading::Seen;
use super::records::Record;
use super::report::frames_of;
use super::session::TlsSession;
use super::wire::{self, content};
use super::{alerts, bodies, registry};
use crate::dialogue::{Fault, Finding, Frames, Note, Severity, Side};
use crate::proto::Sink;

/// Longest record of an encrypted handshake message whose bytes are taken for Finished where the state is not
/// known: the longest cipher expansion and MAC make it no longer.
const MAX_FINISHED: usize = 96;

impl TlsSession {
    /// A record that is whole.
    pub(super) fn record(&mut self, side: Side, record: &mut Record, out: &mut dyn Sink) {
        let Some(header) = record.header else { return };
        self.check_length(side, header, out);
        // What is inside goes on to its own protocol, which has bounds of its own.
        let inside = header.kind == content::APPLICATION_DATA && !self.flanks.of(side).openers.is_empty();
        if self.full() && !inside {
            self.dropped += 1;
            return;
        }
        if side == Side::Client && self.shake.facts.record_version.is_none() && header.kind != content::SSL2 {
            self.shake.facts.record_version = Some(registry::version(header.version));
        }
        if let Some(mac) = self.flanks.of(side).clear_mac {
            record.cut(mac);
        }
        if self.shake.keys.asked != self.secrets.lines() {
            self.look_again(side, record.last_frame(), out);
        }
        if !self.unsealed(side, record, out) {
            self.known_record(side, record, out);
        }
    }

    /// A record whose content is there to be read, or as good as it gets.
    pub(super) fn known_record(&mut self, side: Side, record: &mut Record, out: &mut dyn Sink) {
        let Some(header) = record.header else { return };
        match header.kind {
            content::HANDSHAKE => {
                if record.body.is_empty() {
                    self.empty.0 += 1;
                    if self.empty.1.last() != Some(record.last_frame()) {
                        self.empty.1.add(record.last_frame());
                    }
                }
                self.handshake(side, record, true, out);
                self.flanks.of_mut(side).decided = None;
            }
            content::ALERT => self.alert(side, record, out),
            content::CHANGE_CIPHER_SPEC => self.change_cipher_spec(side, record, out),
            content::SSL2 => self.ssl2(side, record, out),
            _ => {
                let (kind, label) = record_named(header.kind);
                let note = Note::new(key(kind)).with("type", u64::from(header.kind));
                self.whole_record(side, record, kind, label.into(), vec![note], false, out);
            }
        }
    }

    fn ssl2(&mut self, side: Side, record: &Record, out: &mut dyn Sink) {
        let frames = frames_of(record);
        let seen = Seen { frames: &frames, time: record.start.map(|place| place.time) };
        let notes = match bodies::ssl2_client_hello(&record.body) {
            Some(hello) => self.shake.client_hello(hello, seen, out),
            None => vec![Note::new("tls-malformed")],
        };
        self.shake.transcript.add_raw(&record.body, &[]);
        self.shake.notice(side, wire::handshake::CLIENT_HELLO);
        let length = record.body.len() as u64;
        self.shake.remember(side, "tls.client_hello", &frames, length, (false, false));
        self.whole_record(side, record, "tls.client_hello", "Client Hello".into(), notes, false, out);
    }

    fn change_cipher_spec(&mut self, side: Side, record: &Record, out: &mut dyn Sink) {
        let mut notes = self.shake.switch(side);
        if notes.iter().any(|note| note.key == "tls-false-start-note") {
            out.finding(
                Finding::new("tls.false-start", Severity::Note, Fault::Unknown).at(frames_of(record)),
            );
        }
        if self.flanks.of(side).protected && record.body.len() != 1 {
            notes.push(Note::new("tls-change-cipher-spec-encrypted"));
        }
        if !self.shake.switch_is_empty(side) {
            let suite = self.shake.facts.cipher_suite.as_ref();
            let clear_mac = suite.and_then(|suite| suite.clear_mac());
            let flank = self.flanks.of_mut(side);
            flank.protected = true;
            flank.clear_mac = clear_mac;
            self.keys_at_switch(side);
        }
        let (kind, label) = record_named(content::CHANGE_CIPHER_SPEC);
        let encrypted = record.body.len() != 1;
        let how = (encrypted || self.opened, false);
        self.shake.remember(side, kind, &frames_of(record), record.body.len() as u64, how);
        self.whole_record(side, record, kind, label.into(), notes, false, out);
    }

    fn alert(&mut self, side: Side, record: &Record, out: &mut dyn Sink) {
        let frames = frames_of(record);
        let flank = self.flanks.of(side);
        let secret = flank.protected && flank.clear_mac.is_none() && !self.shake.is_13() && !self.opened;
        let plain = match wire::alert(&record.body) {
            Ok(([], (level @ 1..=2, description))) if record.missing() == 0 => Some((level, description)),
            _ => None,
        };
        let Some((level, description)) = plain else {
            self.shake.keys.closed += 1;
            self.shake.facts.alerts.push(AlertFact { side, level: None, description: None, frames });
            let over = self.shake.complete() || self.flanks.of(side).data > 0 || self.late;
            let key = if over { "tls-encrypted-alert" } else { "tls-encrypted-alert-handshake" };
            let note = Note::new(key).with("length", record.body.len());
            // Nobody without keys can read it either: its frame counts as encrypted, header included.
            if let Some(chunk) = record.chunks.last() {
                out.opaque(side, chunk.place, super::wire::RECORD_HEADER + record.body.len());
            }
            self.whole_record(
                side,
                record,
                "tls.encrypted_alert",
                "Encrypted Alert".into(),
                vec![note],
                true,
                out,
            );
            return;
        };
        if secret {
            self.plain_again(&frames, out);
        }
        let (name, shown) = registry::alert(description);
        let cause = alerts::cause(&self.shake, side, description);
        if level == 2 {
            // Of TLS 1.3 the client is through before the server has judged its certificate.
            let data = self.shake.sides.client.data || self.shake.sides.server.data;
            if self.shake.fatal.is_none() && (!self.shake.complete() || self.shake.is_13() && !data) {
                self.shake.fatal = Some((side, name.clone()));
            }
            out.finding(
                Finding::new("tls.fatal-alert", Severity::Error, Fault::Unknown)
                    .at(frames.clone())
                    .with("side", if side == Side::Client { "C" } else { "S" })
                    .with("alert", name.as_str())
                    .with("cause", Note::new(cause.clone())),
            );
        }
        let word = if level == 2 { "fatal" } else { "warning" };
        let fact = AlertFact { side, level: Some(word), description: Some(name), frames };
        self.shake.facts.alerts.push(fact);
        let title = if level == 2 { "Fatal" } else { "Warning" };
        let meaning = Note::new("tls-alert").with("level", word);
        let label = format!("Alert (Level: {title}, Description: {shown})");
        self.whole_record(
            side,
            record,
            "tls.alert",
            label.into(),
            vec![meaning, Note::new(cause)],
            false,
            out,
        );
    }

    fn plain_again(&mut self, frames: &Frames, out: &mut dyn Sink) {
        let finding = Finding::new("tls.plaintext-after-ccs", Severity::Warning, Fault::Sender);
        out.finding(finding.at(frames.clone()));
    }

    /// A handshake record: all of it, or what came before a hole.
    pub(super) fn handshake(&mut self, side: Side, record: &mut Record, whole: bool, out: &mut dyn Sink) {
        if record.body.is_empty() {
            return;
        }
        let encrypted = self.is_encrypted(side, record, whole, out);
        if encrypted {
            if whole {
                self.encrypted(side, record, out);
            }
            return;
        }
        let flank = self.flanks.of_mut(side);
        if record.passed == 0
            && let Some(start) = record.start
        {
            flank.adrift = false;
            flank.assembly.record_begins(start, record.header);
        }
        let from = record.passed;
        record.passed = record.body.len();
        let last = record.last_frame();
        for (bytes, chunk) in record.runs() {
            let skip = from.saturating_sub(chunk.at).min(bytes.len());
            let mut rest = bytes.get(skip..).unwrap_or_default();
            let mut place = chunk.place.after(skip);
            while !rest.is_empty() && !self.flanks.of(side).adrift {
                let assembly = &mut self.flanks.of_mut(side).assembly;
                let taken = if chunk.hole {
                    assembly.skip(rest.len(), place)
                } else {
                    Some(assembly.take(rest, place))
                };
                let Some(taken) = taken else {
                    // The hole hides where the next message begins: the next record may tell.
                    self.abandon(side, out);
                    self.flanks.of_mut(side).adrift = true;
                    break;
                };
                place = place.after(taken);
                rest = rest.get(taken..).unwrap_or_default();
                if self.flanks.of(side).assembly.whole() {
                    let message = std::mem::take(&mut self.flanks.of_mut(side).assembly);
                    self.message(side, message, if whole { last } else { place.frame }, out);
                }
            }
        }
    }

    /// Whether a handshake record is encrypted; decided once per record.
    fn is_encrypted(&mut self, side: Side, record: &Record, whole: bool, out: &mut dyn Sink) -> bool {
        if let Some(decided) = self.flanks.of(side).decided {
            return decided;
        }
        let flank = self.flanks.of(side);
        let plain = || looks_plain(&record.body);
        let continued = !flank.assembly.is_empty();
        let (encrypted, again) = if self.opened || self.shake.is_13() || flank.clear_mac.is_some() {
            (false, false)
        } else if flank.protected {
            let plain = whole && record.missing() == 0 && plain();
            (!plain, plain)
        } else if (flank.unsure || self.blind(record)) && !continued {
            (!plain(), false)
        } else {
            (false, false)
        };
        self.flanks.of_mut(side).decided = Some(encrypted);
        if again {
            self.plain_again(&frames_of(record), out);
        }
        encrypted
    }

    /// Whether this cannot be the beginning of a handshake, although none was seen.
    fn blind(&self, record: &Record) -> bool {
        let hello = match record.body.as_slice() {
            [0..=2] => true,
            [0..=2, high, ..] => *high <= 1,
            _ => false,
        };
        self.shake.client.is_none() && self.shake.server.is_none() && !hello
    }

    /// An encrypted handshake record, which is one message to the reader.
    fn encrypted(&mut self, side: Side, record: &Record, out: &mut dyn Sink) {
        self.shake.keys.closed += 1;
        if !self.shake.begun() && (self.shake.sides.client.data || self.shake.sides.server.data) {
            // Data came before any handshake: that one was over when the capture began, and this is another.
            for side in [Side::Client, Side::Server] {
                self.flanks.of_mut(side).protected = true;
                self.shake.sides.of_mut(side).finished = true;
            }
        }
        let flank = self.flanks.of_mut(side);
        let unsure = (flank.unsure || !flank.protected) && !self.shake.facts.renegotiation;
        if !flank.protected {
            if record.body.len() > MAX_FINISHED {
                // Too long for Finished: the rest of a message whose beginning is missing.
                let label = Note::new("tls-label-handshake-fragment");
                let notes = vec![Note::new("tls-handshake-fragment")];
                self.whole_record(side, record, "tls.handshake_fragment", label.into(), notes, true, out);
                return;
            }
            // Its Change Cipher Spec must be among what is missing.
            flank.protected = true;
            self.shake.sides.of_mut(side).switched = true;
        }
        if self.shake.complete() {
            self.begin_renegotiation(&frames_of(record), out);
        }
        let (fact, note) = self.shake.encrypted(side, unsure || self.shake.hello_missing().is_some());
        let frames = frames_of(record);
        self.shake.remember(side, fact, &frames, record.body.len() as u64, (true, fact == "finished"));
        let (kind, label) = ("tls.encrypted_handshake_message", "Encrypted Handshake Message");
        self.whole_record(side, record, kind, label.into(), vec![note], true, out);
    }
}
