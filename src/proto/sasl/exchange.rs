//! The state of an exchange: what the server asked, what the client answered, what that is worth.

use crate::dialogue::{Frames, Note, Passwords, Secret, wire_text};

use super::check::{self, Check};
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

/// RFC 4616: `[authzid] NUL authcid NUL passwd`; the user is authcid, who may act for authzid.
fn plain_users(message: &str) -> Option<(String, String)> {
    let mut parts = message.split('\0');
    let (authzid, authcid, _password) = (parts.next()?, parts.next()?, parts.next()?);
    Some((authzid.to_owned(), authcid.to_owned()))
}

/// What a message of NTLM is (Microsoft MS-NLMP, section 2.2.1), and who it names: the third one has the user name, at the
/// place that its header tells, in UTF-16.
fn ntlm(message: &[u8]) -> (&'static str, Option<String>) {
    let Some(rest) = message.strip_prefix(b"NTLMSSP\0") else { return ("sasl-response", None) };
    match rest.first() {
        Some(1) => ("sasl-ntlm-negotiate", None),
        Some(3) => {
            let number =
                |at: usize| message.get(at..at + 4).and_then(|it| it.try_into().ok()).map(u32::from_le_bytes);
            let user = number(36).zip(number(40)).and_then(|(len, from)| {
                let from = usize::try_from(from).ok()?;
                let bytes = message.get(from..from.checked_add((len & 0xffff) as usize)?)?;
                let units: Vec<u16> = bytes
                    .chunks_exact(2)
                    .map(|it| {
                        u16::from(it.first().copied().unwrap_or(0))
                            | u16::from(it.last().copied().unwrap_or(0)) << 8
                    })
                    .collect();
                String::from_utf16(&units).ok()
            });
            ("sasl-ntlm-authenticate", user.filter(|user| !user.is_empty()))
        }
        _ => ("sasl-response", None),
    }
}

fn between(text: &str, from: &str, to: &str) -> Option<String> {
    let start = text.find(from)? + from.len();
    let rest = text.get(start..)?;
    Some(rest.get(..rest.find(to).unwrap_or(rest.len()))?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Check, Exchange, Outcome, decode};
    use crate::dialogue::Passwords;
    use base64::Engine;

    fn encoded(text: &str) -> String {
        base64::engine::general_purpose::STANDARD.encode(text)
    }

    #[test]
    fn login_shows_the_user_and_hides_the_password() {
        let mut exchange = Exchange::new("login", false, &Passwords::default());
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
        let mut exchange = Exchange::new("", false, &Passwords::default());
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
            let mut exchange = Exchange::new(mechanism, false, &Passwords::default());
            let shown = exchange.response(&encoded(message), true);
            assert_eq!(shown.text, "********", "{mechanism}");
            assert_eq!(exchange.username(), Some("ann"), "{mechanism}");
        }
    }

    #[test]
    fn digests_are_checked_with_the_password_that_was_given() {
        let known = Passwords::new(vec![("tim".to_owned(), "tanstaaftanstaaf".to_owned())]);
        let said = "tim b913a602c7eda7a495b4e6e7334d3890";
        for (passwords, check) in [(&known, Some(Check::Valid)), (&Passwords::default(), None)] {
            let mut exchange = Exchange::new("CRAM-MD5", false, passwords);
            exchange.challenge(&encoded("<1896.697170952@postoffice.reston.mci.net>"));
            let shown = exchange.response(&encoded(said), false);
            assert_eq!((shown.hidden, shown.checked.is_some()), (true, check.is_some()));
            assert_eq!(exchange.attempt(Some(true), None, false).password_check, check);
        }
    }

    #[test]
    fn messages_of_ntlm_are_told_apart_and_the_third_names_the_user() {
        let mut message = b"NTLMSSP\0\x03\0\0\0".to_vec();
        message.resize(72, 0);
        let name: Vec<u8> = "ann".encode_utf16().flat_map(u16::to_le_bytes).collect();
        message[36..38].copy_from_slice(&6u16.to_le_bytes());
        message[40..44].copy_from_slice(&72u32.to_le_bytes());
        message.extend(name);
        let base64 = base64::engine::general_purpose::STANDARD.encode(&message);
        let mut exchange = Exchange::new("NTLM", false, &Passwords::default());
        assert_eq!(exchange.response(&base64, false).note.key, "sasl-ntlm-authenticate");
        assert_eq!(exchange.username(), Some("ann"));
        for cut in 0..message.len() {
            super::ntlm(&message[..cut]);
        }
    }

    #[test]
    fn the_reason_why_a_token_is_refused_is_read() {
        let mut exchange = Exchange::new("XOAUTH2", false, &Passwords::default());
        let (_, note) = exchange.challenge(&encoded("{\"status\":\"401\",\"schemes\":\"Bearer\"}"));
        assert_eq!(
            (note.key.as_ref(), format!("{:?}", note.args[0].1).contains("401")),
            ("sasl-challenge-token", true)
        );
    }

    #[test]
    fn a_cancelled_exchange_is_no_password() {
        let mut exchange = Exchange::new("LOGIN", false, &Passwords::default());
        assert_eq!(exchange.response("*", false).text, "*");
        assert_eq!(exchange.attempt(Some(false), None, false).outcome, Outcome::Cancelled);
    }

    #[test]
    fn what_is_revealed_was_asked_for() {
        let mut exchange = Exchange::new("PLAIN", true, &Passwords::default());
        let shown = exchange.response(&encoded("\0ann\0apple"), true);
        assert_eq!(shown.decoded.as_deref(), Some("<0x00>ann<0x00>apple"));
    }

    #[test]
    fn base64_without_padding_is_read() {
        assert_eq!(decode("YQ"), Some(b"a".to_vec()));
        assert_eq!(decode("not base64!"), None);
    }
}
