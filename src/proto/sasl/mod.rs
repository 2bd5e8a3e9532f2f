//! SASL exchanges (RFC 4422) inside SMTP's and POP3's AUTH: what each line is, who logs in, and what must stay hidden.
//!
//! It follows an exchange from the client's AUTH to the server's verdict. A digest is only named, unless the user gave
//! the password (`check.rs`).
//! Every response of a client is a secret until it is known to be a user name, also where the beginning is missing.

mod check;
mod exchange;
#[cfg(test)]
mod tests;
mod topics;
mod wire;

use base64::Engine;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use serde::Serialize;

use crate::dialogue::{Arg, Frames, MASK, Note, Step, wire_text};
use crate::proto::Texts;
use crate::proto::lines::Line;

pub use check::{Check, apop};
pub use exchange::Exchange;
pub use topics::topics;

/// The JSON Schema of an [`Attempt`].
pub const SCHEMA: &str = include_str!("schema.json");

/// Texts about the lines of an exchange.
pub static TEXTS: Texts = Texts {
    zh: include_str!("text/zh.ftl"),
    en: include_str!("text/en.ftl"),
    ja: include_str!("text/ja.ftl"),
};

/// Base64 as people and programs send it: padding or not, stray bits tolerated.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// What the Base64 of a line says; `None` when it is no Base64.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    LENIENT.decode(text.trim()).ok()
}

/// A login attempt, as the facts have it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Attempt {
    /// `LOGIN`, `PLAIN` …; `USER` and `APOP` of POP3; empty when it was not captured.
    pub mechanism: String,
    /// Who, when the exchange tells.
    pub username: Option<String>,
    /// How it ended.
    pub outcome: Outcome,
    /// The reply code (SMTP) or `+OK`/`-ERR` (POP3).
    pub code: Option<String>,
    /// Whether it travelled encrypted.
    pub encrypted: bool,
    /// The frames that carried it.
    pub frames: Frames,
    /// Whether its digest was made from the password that was given; `null` where there was nothing to check.
    pub password_check: Option<Check>,
    /// The password or response, under `--reveal` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret: Option<String>,
}

impl Attempt {
    /// Bytes that it takes.
    pub fn weight(&self) -> usize {
        let texts = [Some(&self.mechanism), self.username.as_ref(), self.secret.as_ref()];
        size_of::<Self>() + texts.into_iter().flatten().map(String::len).sum::<usize>()
    }
}

/// How a login ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// The server let the client in.
    Accepted,
    /// It did not.
    Rejected,
    /// The client gave up (`*`).
    Cancelled,
    /// The verdict is not in the capture.
    Unknown,
}

/// A line of an exchange, ready to be shown.
#[derive(Debug)]
pub struct Shown {
    /// The line, or the mask.
    pub text: String,
    /// What its Base64 says, where that is no secret.
    pub decoded: Option<String>,
    /// The last word of its step kind: `username`, `password`, `response`, `cancel`, `challenge`.
    pub kind: &'static str,
    /// What it is.
    pub note: Note,
    /// Whether its digest fits a password that was given.
    pub checked: Option<Note>,
    /// Whether it is masked.
    pub hidden: bool,
}

impl Shown {
    /// Into the step of the AUTH command, whose last argument it is: the line stays the wire's but for what is hidden.
    /// `text` is the line as it was meant, `response` its end.
    pub fn behind_command(self, text: &str, response: &str, step: &mut Step) {
        if self.hidden {
            step.lines = [hide_end(text, response, &self.text)].into();
        }
        step.decoded = self.decoded;
        step.notes.push(self.note);
        step.notes.extend(self.checked);
    }

    /// Into the step of a line of its own, with how that was sent.
    pub fn on_its_own(self, line: &Line, bytes: &[u8], step: &mut Step) {
        step.typing = line.typing(bytes, self.hidden).map(Box::new);
        step.notes.extend(line.typed_note(self.hidden));
        step.lines = [self.text].into();
        step.decoded = self.decoded;
        step.notes.push(self.note);
        step.notes.extend(self.checked);
        step.notes.extend(line.omitted_note());
    }
}

/// A line that ends in a secret, with `shown` in its place. `text` is the line as it was meant: what was sent instead, with
/// corrections and with bytes that are no text, has parts of the secret in it.
pub fn hide_end(text: &str, secret: &str, shown: &str) -> String {
    let open = text.strip_suffix(secret).or_else(|| text.trim_end().strip_suffix(secret)).unwrap_or("");
    wire_text(open.as_bytes()) + shown
}

/// A line that is no command, where the beginning of it or of an exchange may be missing: if its last word may be a
/// response, which may hold a password, the line with that word masked.
pub fn mask_stray(line: &str) -> Option<String> {
    let line = line.trim_end();
    let (open, word) = line.split_at(line.rfind(' ').map_or(0, |at| at + 1));
    // Behind other words only what is too long for most words of people.
    let least = if open.is_empty() { 4 } else { 8 };
    // Damage and corrections may stand in it; a piece of Base64 need not be one that can be decoded.
    let is_noise = |c: &char| c.is_control() || *c == char::REPLACEMENT_CHARACTER;
    let in_alphabet = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=');
    let letters = word.chars().filter(|c| !is_noise(c)).count();
    let base64 = letters >= least && word.chars().filter(|c| !is_noise(c)).all(in_alphabet);
    base64.then(|| wire_text(open.as_bytes()) + MASK)
}

/// What a check came to.
pub fn check_note(check: Check) -> Note {
    Note::new(match check {
        Check::Valid => "sasl-password-fits",
        Check::Invalid => "sasl-password-differs",
    })
}

/// What a note says of a line that is masked, and nothing where it is shown: the value of `$masked` in texts.
pub fn masked_remark(reveal: bool) -> Arg {
    if reveal { Arg::from("") } else { Arg::from(Note::new("sasl-masked")) }
}
