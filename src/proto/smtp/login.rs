//! Logging in: AUTH (RFC 4954) and the lines of its exchange, of which only user names are shown.

use crate::dialogue::{Frames, Note, Step, wire_text};
use crate::proto::Sink;
use crate::proto::lines::Line;
use crate::proto::sasl::{Exchange, mask_stray};

use super::session::{Mode, SmtpSession, What};
use super::wire;

impl SmtpSession {
    /// Behind a hole, where AUTH may have been: a line that may hold a secret, masked.
    pub(super) fn stray(&self, text: &str) -> Option<String> {
        if self.reveal || !(self.holed || self.late) { None } else { mask_stray(text) }
    }

    pub(super) fn auth(&mut self, line: &Line, text: &str, argument: &str, step: &mut Step) -> What {
        self.note_clear(&line.frames);
        let Some((mechanism, initial)) = wire::auth(argument) else { return What::Other("auth") };
        let mut exchange = Exchange::new(mechanism, self.reveal, &self.passwords);
        exchange.frames = line.frames.clone();
        step.notes.push(Note::new("smtp-auth-mechanism").with("mechanism", exchange.mechanism()));
        if let Some(response) = initial {
            let shown = exchange.response(response, true);
            if shown.hidden {
                step.typing = None;
            }
            shown.behind_command(text, response, step);
        }
        self.exchange = Some(Box::new(exchange));
        self.mode = Mode::Await;
        What::Auth
    }

    pub(super) fn sasl_line(&mut self, line: &Line, bytes: &[u8], out: &mut dyn Sink) {
        self.note_clear(&line.frames);
        let text = wire_text(bytes);
        let Some(exchange) = self.exchange.as_mut() else { return };
        exchange.frames.extend(&line.frames);
        let shown = exchange.response(&text, false);
        let kind = match shown.kind {
            "username" => "smtp.auth.username",
            "password" => "smtp.auth.password",
            "cancel" => "smtp.auth.cancel",
            _ => "smtp.auth.response",
        };
        let mut step = self.step(line, kind);
        step.wireshark = match shown.kind {
            "username" => Some(vec![format!("User: {}", shown.text)]),
            "password" => Some(vec![format!("Pass: {}", shown.text)]),
            _ => None,
        };
        shown.on_its_own(line, bytes, &mut step);
        let index = out.step(step);
        self.await_reply(Some(index), What::Auth, &line.frames);
        self.mode = Mode::Await;
    }

    /// Credentials and mail that anyone on the way can read.
    pub(super) fn note_clear(&mut self, frames: &Frames) {
        if !self.encrypted {
            self.evidence.clear.extend(frames);
        }
    }

    pub(super) fn end_exchange(&mut self, accepted: Option<bool>, code: Option<u16>) {
        if let Some(exchange) = self.exchange.take() {
            // A login that was refused or cancelled at once has shown nothing.
            let readable = matches!(exchange.mechanism(), "LOGIN" | "PLAIN") && exchange.gave_secret();
            if readable && !self.encrypted {
                self.teach(|seen| {
                    if seen.base64.is_empty() {
                        seen.base64 = exchange.frames.clone();
                    }
                });
            }
            let code = code.map(|code| code.to_string());
            let attempt = exchange.attempt(accepted, code, self.encrypted);
            if self.room.take(attempt.weight(), &attempt.frames) {
                self.facts.auth.push(attempt);
            }
        }
    }
}
