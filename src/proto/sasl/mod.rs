//! SASL exchanges (RFC 4422) inside SMTP's and POP3's AUTH: what each line is, who logs in, and what must stay hidden.
//!
//! It follows an exchange from the client's AUTH to the server's verdict. It verifies nothing: a digest is only named.
//! Every response of a client is a secret until it is known to be a user name, also where the beginning is missing.

mod topics;

use base64::Engine;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use serde::Serialize;

use crate::dialogue::{Arg, Frames, MASK, Note, Secret, Step, wire_text};
use crate::proto::Texts;
use crate::proto::lines::Line;

pub use topics::topics;

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
#[derive(Clone, Debug, Serialize)]
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

/// An exchange under way.
#[derive(Debug)]
pub struct Exchange {
    mechanism: Mechanism,
    name: String,
    username: Option<String>,
    secret: Option<Secret>,
    /// Responses of the client so far, an initial response included.
    responses: u32,
    /// What the last challenge asked for, where it says so in words (LOGIN).
    asked: Option<Asked>,
    cancelled: bool,
    reveal: bool,
    /// The frames so far.
    pub frames: Frames,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mechanism {
    Login,
    Plain,
    CramMd5,
    DigestMd5,
    Scram,
    /// XOAUTH2 and OAUTHBEARER.
    Token,
    Other,
    /// The AUTH command was not captured.
    Unseen,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    User,
    Password,
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
    /// Whether it is masked.
    pub hidden: bool,
}

impl Shown {
    /// Into the step of the AUTH command, whose last argument it is: the line stays the wire's but for what is hidden.
    /// `text` is the line as it was meant, `response` its end.
    pub fn behind_command(self, text: &str, response: &str, step: &mut Step) {
        if self.hidden {
            step.lines = vec![hide_end(text, response, &self.text)];
        }
        step.decoded = self.decoded;
        step.notes.push(self.note);
    }

    /// Into the step of a line of its own, with how that was sent.
    pub fn on_its_own(self, line: &Line, bytes: &[u8], step: &mut Step) {
        step.typing = line.typing(bytes, self.hidden);
        step.notes.extend(line.typed_note(self.hidden));
        step.lines = vec![self.text];
        step.decoded = self.decoded;
        step.notes.push(self.note);
        step.notes.extend(line.omitted_note());
    }
}

impl Exchange {
    /// An AUTH command with its mechanism.
    pub fn new(mechanism: &str, reveal: bool) -> Self {
        let name = wire_text(mechanism.to_ascii_uppercase().as_bytes());
        let kind = match name.as_str() {
            "LOGIN" => Mechanism::Login,
            "PLAIN" => Mechanism::Plain,
            "CRAM-MD5" => Mechanism::CramMd5,
            "DIGEST-MD5" => Mechanism::DigestMd5,
            "XOAUTH2" | "OAUTHBEARER" | "XOAUTH" => Mechanism::Token,
            "" => Mechanism::Unseen,
            name if name.starts_with("SCRAM-") => Mechanism::Scram,
            _ => Mechanism::Other,
        };
        Exchange {
            mechanism: kind,
            name,
            username: None,
            secret: None,
            responses: 0,
            asked: None,
            cancelled: false,
            reveal,
            frames: Frames::default(),
        }
    }

    /// The mechanism's name.
    pub fn mechanism(&self) -> &str {
        &self.name
    }

    /// The user, as far as known.
    pub fn username(&self) -> Option<&str> {
        self.username.as_deref()
    }

    /// What the server sent with a 334 or `+ `.
    pub fn challenge(&mut self, text: &str) -> (Option<String>, Note) {
        let decoded = decode(text).filter(|bytes| !bytes.is_empty()).map(|bytes| wire_text(&bytes));
        let Some(said) = decoded else {
            self.asked = None;
            let key = if text.is_empty() { "sasl-challenge-empty" } else { "sasl-challenge-plain" };
            return (None, Note::new(key));
        };
        let lower = said.to_ascii_lowercase();
        self.asked = if lower.contains("user") {
            Some(Asked::User)
        } else if lower.contains("pass") {
            Some(Asked::Password)
        } else {
            None
        };
        if self.mechanism == Mechanism::Unseen && self.asked.is_some() {
            self.mechanism = Mechanism::Login;
            self.name = "LOGIN".to_owned();
            self.responses = u32::from(self.asked == Some(Asked::Password));
        }
        let key = match self.mechanism {
            Mechanism::CramMd5 => "sasl-challenge-cram",
            Mechanism::DigestMd5 | Mechanism::Scram => "sasl-challenge-nonce",
            _ => "sasl-challenge",
        };
        (Some(said.clone()), Note::new(key).with("decoded", said))
    }

    /// A response of the client: a line of its own, or the argument behind the mechanism (`initial`).
    pub fn response(&mut self, text: &str, initial: bool) -> Shown {
        if text == "*" && !initial {
            self.cancelled = true;
            return Shown {
                text: text.to_owned(),
                decoded: None,
                kind: "cancel",
                note: Note::new("sasl-cancel"),
                hidden: false,
            };
        }
        self.responses += 1;
        // "=" is the empty initial response (RFC 4954, section 4).
        let bytes = if text == "=" { Some(Vec::new()) } else { decode(text) };
        let said = bytes.as_deref().map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        match self.mechanism {
            Mechanism::Login if self.is_username() => self.username_line(text, said),
            Mechanism::Login => {
                self.hidden(text, said.as_deref(), "password", Note::new("sasl-login-password"))
            }
            Mechanism::Plain => {
                let user = said.as_deref().and_then(plain_user);
                self.user_response(text, said, user, "sasl-plain")
            }
            Mechanism::CramMd5 => {
                let user =
                    said.as_deref().and_then(|said| said.rsplit_once(' ')).map(|(user, _)| user.to_owned());
                self.user_response(text, said, user, "sasl-cram")
            }
            Mechanism::DigestMd5 => {
                let user = said.as_deref().and_then(|said| between(said, "username=\"", "\""));
                self.user_response(text, said, user, "sasl-digest")
            }
            Mechanism::Scram => {
                let user = said
                    .as_deref()
                    .filter(|said| said.contains(",r="))
                    .and_then(|said| between(said, "n=", ","));
                self.user_response(text, said, user, "sasl-scram")
            }
            Mechanism::Token => {
                let user = said
                    .as_deref()
                    .and_then(|said| between(said, "user=", "\u{1}").or_else(|| between(said, "a=", ",")));
                self.user_response(text, said, user, "sasl-token")
            }
            Mechanism::Other | Mechanism::Unseen => {
                self.hidden(text, said.as_deref(), "response", Note::new("sasl-response"))
            }
        }
    }

    /// Whether the next response of LOGIN is the user name.
    fn is_username(&self) -> bool {
        match self.asked {
            Some(Asked::User) => true,
            Some(Asked::Password) => false,
            None => self.responses == 1,
        }
    }

    fn username_line(&mut self, text: &str, said: Option<String>) -> Shown {
        self.asked = None;
        let Some(said) = said else {
            return self.hidden(text, None, "username", Note::new("sasl-not-base64"));
        };
        let said = wire_text(said.as_bytes());
        self.username = Some(said.clone());
        Shown {
            text: text.to_owned(),
            decoded: Some(said.clone()),
            kind: "username",
            note: Note::new("sasl-login-username").with("user", said),
            hidden: false,
        }
    }

    fn user_response(
        &mut self,
        text: &str,
        said: Option<String>,
        user: Option<String>,
        key: &'static str,
    ) -> Shown {
        if let Some(user) = user.filter(|user| !user.is_empty()) {
            self.username = Some(wire_text(user.as_bytes()));
        }
        let note = match (&self.username, said.is_some()) {
            (_, false) => Note::new("sasl-not-base64"),
            (Some(user), _) => Note::new(key).with("user", user.as_str()),
            (None, _) => Note::new("sasl-response"),
        };
        self.hidden(text, said.as_deref(), "response", note)
    }

    fn hidden(&mut self, text: &str, said: Option<&str>, kind: &'static str, note: Note) -> Shown {
        let note = note.with("masked", masked_remark(self.reveal));
        self.asked = None;
        self.secret = Some(Secret::new(said.unwrap_or(text), self.reveal));
        let shown = Secret::new(text, self.reveal);
        Shown {
            text: shown.shown().to_owned(),
            decoded: shown.revealed().and(said).map(|said| wire_text(said.as_bytes())),
            kind,
            note,
            hidden: shown.revealed().is_none(),
        }
    }

    /// A line of the client is missing: what it probably was.
    pub fn missed(&mut self) -> Option<Note> {
        self.responses += 1;
        let guess = match (self.mechanism, self.asked) {
            (Mechanism::Login, Some(Asked::User)) => "sasl-missed-username",
            (Mechanism::Login, _) => "sasl-missed-password",
            _ => "sasl-missed-response",
        };
        self.asked = None;
        Some(Note::new(guess))
    }

    /// The exchange is over: the attempt for the facts.
    pub fn attempt(&self, accepted: Option<bool>, code: Option<String>, encrypted: bool) -> Attempt {
        let outcome = match (accepted, self.cancelled) {
            (Some(true), _) => Outcome::Accepted,
            (_, true) => Outcome::Cancelled,
            (Some(false), _) => Outcome::Rejected,
            (None, _) => Outcome::Unknown,
        };
        Attempt {
            mechanism: self.name.clone(),
            username: self.username.clone(),
            outcome,
            code,
            encrypted,
            frames: self.frames.clone(),
            secret: self.secret.as_ref().and_then(Secret::revealed).map(str::to_owned),
        }
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

/// What a note says of a line that is masked, and nothing where it is shown: the value of `$masked` in texts.
pub fn masked_remark(reveal: bool) -> Arg {
    if reveal { Arg::from("") } else { Arg::from(Note::new("sasl-masked")) }
}

/// RFC 4616: `[authzid] NUL authcid NUL passwd`; the user is authcid.
fn plain_user(message: &str) -> Option<String> {
    let mut parts = message.split('\0');
    let (_authzid, authcid, _password) = (parts.next()?, parts.next()?, parts.next()?);
    Some(authcid.to_owned())
}

fn between(text: &str, from: &str, to: &str) -> Option<String> {
    let start = text.find(from)? + from.len();
    let rest = text.get(start..)?;
    Some(rest.get(..rest.find(to).unwrap_or(rest.len()))?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Exchange, Outcome, decode};
    use base64::Engine;

    fn encoded(text: &str) -> String {
        base64::engine::general_purpose::STANDARD.encode(text)
    }

    #[test]
    fn login_shows_the_user_and_hides_the_password() {
        let mut exchange = Exchange::new("login", false);
        let (said, _) = exchange.challenge("VXNlcm5hbWU6");
        assert_eq!(said.as_deref(), Some("Username:"));
        let user = exchange.response(&encoded("student@lab.example"), false);
        assert_eq!((user.decoded.as_deref(), user.hidden), (Some("student@lab.example"), false));
        exchange.challenge("UGFzc3dvcmQ6");
        let password = exchange.response(&encoded("apple"), false);
        assert_eq!((password.text.as_str(), password.decoded), ("********", None));
        let attempt = exchange.attempt(Some(true), Some("235".to_owned()), false);
        assert_eq!(
            (attempt.outcome, attempt.username.as_deref()),
            (Outcome::Accepted, Some("student@lab.example"))
        );
        assert_eq!(attempt.secret, None);
    }

    #[test]
    fn a_password_prompt_seen_first_makes_the_next_line_a_password() {
        let mut exchange = Exchange::new("", false);
        exchange.challenge("UGFzc3dvcmQ6");
        assert_eq!(exchange.response(&encoded("apple"), false).kind, "password");
    }

    #[test]
    fn the_user_is_found_in_every_mechanism_and_the_line_stays_hidden() {
        for (mechanism, message) in [
            ("PLAIN", "\0ann\0apple"),
            ("CRAM-MD5", "ann 0123456789abcdef0123456789abcdef"),
            ("DIGEST-MD5", "charset=utf-8,username=\"ann\",response=00"),
            ("SCRAM-SHA-256", "n,,n=ann,r=fyko"),
            ("XOAUTH2", "user=ann\u{1}auth=Bearer token\u{1}\u{1}"),
            ("OAUTHBEARER", "n,a=ann,\u{1}auth=Bearer token\u{1}\u{1}"),
        ] {
            let mut exchange = Exchange::new(mechanism, false);
            let shown = exchange.response(&encoded(message), true);
            assert_eq!(shown.text, "********", "{mechanism}");
            assert_eq!(exchange.username(), Some("ann"), "{mechanism}");
        }
    }

    #[test]
    fn a_cancelled_exchange_is_no_password() {
        let mut exchange = Exchange::new("LOGIN", false);
        assert_eq!(exchange.response("*", false).text, "*");
        assert_eq!(exchange.attempt(Some(false), None, false).outcome, Outcome::Cancelled);
    }

    #[test]
    fn what_is_revealed_was_asked_for() {
        let mut exchange = Exchange::new("PLAIN", true);
        let shown = exchange.response(&encoded("\0ann\0apple"), true);
        assert_eq!(shown.decoded.as_deref(), Some("<0x00>ann<0x00>apple"));
    }

    #[test]
    fn base64_without_padding_is_read() {
        assert_eq!(decode("YQ"), Some(b"a".to_vec()));
        assert_eq!(decode("not base64!"), None);
    }
}
