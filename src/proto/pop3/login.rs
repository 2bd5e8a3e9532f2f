//! Logging in: PASS, APOP and AUTH, of which only user names are shown.

use crate::dialogue::{Frames, MASK, Step, wire_text};
use crate::proto::Sink;
use crate::proto::lines::Line;
use crate::proto::sasl::{self, Attempt, Exchange, Outcome, hide_end};

use super::session::{Mode, Pending, Pop3Session};
use super::verbs::Shape;

impl Pop3Session {
    /// A line whose end is a secret: as it was sent, the secret masked. `text` is the line as it was meant; where that is
    /// not what was sent, what was sent has keys of the secret in it.
    pub(super) fn quoted(&self, bytes: &[u8], text: &str, secret: &str, corrected: bool) -> String {
        if self.reveal || (secret.is_empty() && !corrected) {
            return wire_text(bytes);
        }
        hide_end(text, secret, if secret.is_empty() { "" } else { MASK })
    }

    pub(super) fn password(&mut self, line: &Line, password: &str) -> Option<Attempt> {
        self.note_clear(&line.frames);
        let (user, mut frames) =
            self.user.take().map_or((None, Frames::default()), |(user, frames)| (Some(user), frames));
        frames.extend(&line.frames);
        let attempt = Attempt {
            mechanism: "USER".to_owned(),
            username: user,
            outcome: Outcome::Unknown,
            code: None,
            encrypted: self.encrypted,
            frames,
            password_check: None,
            secret: self.reveal.then(|| password.to_owned()),
        };
        self.room.take(attempt.weight(), &line.frames).then_some(attempt)
    }

    pub(super) fn apop(&mut self, line: &Line, user: &str, digest: &str) -> Option<Attempt> {
        self.note_clear(&line.frames);
        let stamp = self.facts.apop_timestamp.as_deref();
        let password_check = stamp
            .zip(self.passwords.of(user))
            .and_then(|(stamp, password)| sasl::apop(stamp, password, digest));
        let attempt = Attempt {
            mechanism: "APOP".to_owned(),
            username: Some(wire_text(user.as_bytes())),
            outcome: Outcome::Unknown,
            code: None,
            encrypted: self.encrypted,
            frames: line.frames.clone(),
            password_check,
            secret: self.reveal.then(|| digest.to_owned()),
        };
        self.room.take(attempt.weight(), &line.frames).then_some(attempt)
    }

    /// The attempt of an exchange that is over.
    pub(super) fn attempted(&mut self, attempt: Attempt) {
        if self.room.take(attempt.weight(), &attempt.frames) {
            self.facts.auth.push(attempt);
        }
    }

    /// AUTH (RFC 5034); alone it asks for the mechanisms. Tells whether the line holds a secret.
    pub(super) fn auth(&mut self, line: &Line, text: &str, argument: &str, step: &mut Step) -> bool {
        let mut words = argument.splitn(2, ' ');
        let mechanism = words.next().unwrap_or("");
        if mechanism.is_empty() {
            return false;
        }
        self.note_clear(&line.frames);
        let mut exchange = Exchange::new(mechanism, self.reveal, &self.passwords);
        exchange.frames = line.frames.clone();
        let mut hidden = false;
        if let Some(response) = words.next().filter(|response| !response.is_empty()) {
            let shown = exchange.response(response, true);
            hidden = shown.hidden;
            shown.behind_command(text, response, step);
        }
        self.exchange = Some(Box::new(exchange));
        self.mode = Mode::Await;
        hidden
    }

    pub(super) fn sasl_line(&mut self, line: &Line, bytes: &[u8], out: &mut dyn Sink) {
        self.note_clear(&line.frames);
        let Some(exchange) = self.exchange.as_mut() else { return };
        exchange.frames.extend(&line.frames);
        let shown = exchange.response(&wire_text(bytes), false);
        let kind = match shown.kind {
            "username" => "pop3.auth.username",
            "password" => "pop3.auth.password",
            "cancel" => "pop3.auth.cancel",
            _ => "pop3.auth.response",
        };
        let mut step = self.step(line, kind);
        shown.on_its_own(line, bytes, &mut step);
        let pending = Pending {
            step: Some(out.step(step)),
            word: "AUTH",
            shape: Shape::Line,
            number: None,
            lines: None,
            argument: true,
            attempt: None,
        };
        self.pending.push(pending, true, &line.frames);
        self.mode = Mode::Await;
    }
}
