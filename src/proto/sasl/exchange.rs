//! The state of an exchange: what the server asked, what the client answered, what that is worth.

use crate::dialogue::{Frames, Note, Passwords, Secret, wire_text};

use super::check::{self, Check};
use super::wire::{between, ntlm, plain_users};
use super::{Attempt, Outcome, Shown, check_note, decode, masked_remark};

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
    /// The last challenge, decoded.
    challenge: Vec<u8>,
    /// The client's first message of SCRAM, without its header.
    first: String,
    check: Option<Check>,
    cancelled: bool,
    reveal: bool,
    passwords: Passwords,
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
    Ntlm,
    Gssapi,
    Other,
    /// The AUTH command was not captured.
    Unseen,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    User,
    Password,
}

impl Exchange {
    /// An AUTH command with its mechanism.
    pub fn new(mechanism: &str, reveal: bool, passwords: &Passwords) -> Self {
        let name = wire_text(mechanism.to_ascii_uppercase().as_bytes());
        let kind = match name.as_str() {
            "LOGIN" => Mechanism::Login,
            "PLAIN" => Mechanism::Plain,
            "CRAM-MD5" => Mechanism::CramMd5,
            "DIGEST-MD5" => Mechanism::DigestMd5,
            "XOAUTH2" | "OAUTHBEARER" | "XOAUTH" => Mechanism::Token,
            "NTLM" => Mechanism::Ntlm,
            "GSSAPI" | "GS2-KRB5" | "GSS-SPNEGO" => Mechanism::Gssapi,
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
            challenge: Vec::new(),
            first: String::new(),
            check: None,
            cancelled: false,
            reveal,
            passwords: passwords.clone(),
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
        let bytes = decode(text).filter(|bytes| !bytes.is_empty());
        let Some(bytes) = bytes else {
            self.challenge.clear();
            self.asked = None;
            let key = if text.is_empty() { "sasl-challenge-empty" } else { "sasl-challenge-plain" };
            return (None, Note::new(key));
        };
        let said = wire_text(&bytes);
        self.challenge = bytes;
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
        let note = self.challenge_note(&said);
        (Some(said), note)
    }

    /// What a challenge that says something is.
    fn challenge_note(&self, said: &str) -> Note {
        let part = |name: &str| said.split(',').find_map(|part| part.strip_prefix(name));
        match self.mechanism {
            Mechanism::CramMd5 => Note::new("sasl-challenge-cram").with("decoded", said),
            Mechanism::DigestMd5 if said.starts_with("rspauth=") => Note::new("sasl-challenge-proof"),
            Mechanism::DigestMd5 => {
                let fields = check::digest_fields(said);
                let get = |name: &str| check::field(&fields, name).unwrap_or("-").to_owned();
                Note::new("sasl-challenge-digest").with("realm", get("realm")).with("nonce", get("nonce"))
            }
            Mechanism::Scram if part("v=").is_some() => Note::new("sasl-challenge-proof"),
            Mechanism::Scram if part("e=").is_some() => {
                Note::new("sasl-challenge-refused").with("reason", part("e=").unwrap_or("-"))
            }
            Mechanism::Scram => Note::new("sasl-challenge-scram").with("rounds", part("i=").unwrap_or("-")),
            Mechanism::Token => {
                let status = between(said, "\"status\":\"", "\"");
                Note::new("sasl-challenge-token").with("status", status.unwrap_or_else(|| "-".to_owned()))
            }
            Mechanism::Ntlm => Note::new("sasl-challenge-ntlm"),
            Mechanism::Gssapi => Note::new("sasl-challenge-gssapi"),
            _ => Note::new("sasl-challenge").with("decoded", said),
        }
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
                checked: None,
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
                let (other, user) = said.as_deref().and_then(plain_users).unzip();
                let other = other.filter(|other| !other.is_empty() && Some(other) != user.as_ref());
                let mut shown = self.user_response(text, said, user, "sasl-plain");
                if let Some(other) = other {
                    shown.note.key = "sasl-plain-for".into();
                    shown.note = shown.note.with("other", wire_text(other.as_bytes()));
                }
                shown
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
                let said_or = said.as_deref().unwrap_or("");
                let first = said_or.contains("n=") && said_or.contains(",r=");
                let user = said.as_deref().filter(|_| first).and_then(|said| between(said, "n=", ","));
                if first {
                    self.first = said_or.splitn(3, ',').nth(2).unwrap_or("").to_owned();
                    return self.user_response(text, said, user, "sasl-scram-first");
                }
                self.user_response(text, said, user, "sasl-scram")
            }
            Mechanism::Token => {
                let user = said
                    .as_deref()
                    .and_then(|said| between(said, "user=", "\u{1}").or_else(|| between(said, "a=", ",")));
                self.user_response(text, said, user, "sasl-token")
            }
            Mechanism::Ntlm => {
                let (key, user) = bytes.as_deref().map_or(("sasl-response", None), ntlm);
                match user {
                    Some(_) => self.user_response(text, said, user, key),
                    None => self.hidden(text, said.as_deref(), "response", Note::new(key)),
                }
            }
            Mechanism::Gssapi => {
                let note = Note::new("sasl-gssapi").with("step", u64::from(self.responses));
                self.hidden(text, said.as_deref(), "response", note)
            }
            // An empty answer holds nothing that could be hidden: what the client says to an error of XOAUTH2.
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
            checked: None,
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
        self.check = said.as_deref().and_then(|said| self.checked(said)).or(self.check);
        let note = match (&self.username, said.is_some()) {
            (_, false) => Note::new("sasl-not-base64"),
            (Some(user), _) => Note::new(key).with("user", user.as_str()),
            (None, _) => Note::new("sasl-response"),
        };
        self.hidden(text, said.as_deref(), "response", note)
    }

    /// Whether the digest of a response was made from the password that was given for the user.
    fn checked(&self, said: &str) -> Option<Check> {
        let password = self.passwords.of(self.username.as_deref()?)?;
        match self.mechanism {
            Mechanism::CramMd5 => check::cram_md5(&self.challenge, password, said.rsplit_once(' ')?.1),
            Mechanism::DigestMd5 => check::digest_md5(said, password),
            Mechanism::Scram if self.name.starts_with("SCRAM-SHA-256") && said.contains(",p=") => {
                let server = std::str::from_utf8(&self.challenge).ok()?;
                check::scram_sha_256(&self.first, server, said, password)
            }
            _ => None,
        }
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
            checked: self.check.map(check_note),
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

    /// Whether the client sent what is kept secret, not only asked for a login.
    pub fn gave_secret(&self) -> bool {
        self.secret.is_some()
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
            password_check: self.check,
            secret: self.secret.as_ref().and_then(Secret::revealed).map(str::to_owned),
        }
    }
}
