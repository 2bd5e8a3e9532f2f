//! The ready-made checks: what labs ask of a capture.
//!
//! A check looks at one conversation at a time and remembers a handful of places. Those that look for *things* (a login, a
//! mail, a command) count what fits and keep what is of the kind but does not; those that judge a conversation as a whole
//! give the best one. What a capture cannot show is told apart by [`Watch`], the same for all.

use crate::dialogue::{Closing, Conversation, Evidence, Frames, Note, Opening};
use crate::proto::tls::{Decrypted, TlsFacts};

use super::found::{Found, Hit, Scene, Things};
use super::params::{Kind, Param, Params};

mod capture;
mod dialogue;
mod login;
mod mail;
mod pop3;
mod smtp;
mod tls;

pub(super) use capture::FileSeen;
pub(super) use pop3::{Letter, pairs};

/// A ready-made check.
#[derive(Debug)]
pub struct Check {
    /// Its name in a rubric (`use = "login"`); its sentences are `grade-expect-…` and `grade-hint-…` with this name.
    pub id: &'static str,
    /// What a rubric may tell it.
    pub params: &'static [Param],
    /// The protocol it is about, where the rubric names none; empty for checks of files.
    pub protocol: &'static str,
    pub(super) look: Look,
}

/// How a check looks.
pub(super) enum Look {
    /// For things, of which `count` (1) must be there.
    Things(fn(&Params, &Scene<'_>, &mut Things)),
    /// For things that must not be there, in conversations that must.
    Nothing(fn(&Params, &Scene<'_>, &mut Things)),
    /// At each conversation as a whole: the best counts. `None` where it is about another protocol.
    Best(fn(&Params, &Scene<'_>) -> Option<Found>),
    /// The same, of what is seen: what is not seen would change nothing.
    Judge(fn(&Params, &Scene<'_>) -> Option<Found>),
    /// For mails that were sent and fetched: `(fetched, mail, place)`.
    Pairs(fn(&Scene<'_>) -> Vec<(bool, Letter, Hit)>),
    /// At the files.
    Files(fn(&Params, &[FileSeen]) -> Found),
}

impl std::fmt::Debug for Look {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Look::Things(_) => "Things",
            Look::Nothing(_) => "Nothing",
            Look::Best(_) => "Best",
            Look::Judge(_) => "Judge",
            Look::Pairs(_) => "Pairs",
            Look::Files(_) => "Files",
        })
    }
}

/// All checks, in the order in which they are explained.
pub static CHECKS: &[&Check] = &[
    &capture::FRAMES,
    &capture::BETWEEN,
    &capture::WITH,
    &capture::FROM_START,
    &capture::NOTHING_MISSING,
    &capture::CLIENT_ADDRESS,
    &dialogue::CONVERSATION,
    &smtp::SESSION,
    &pop3::SESSION,
    &dialogue::COMMAND,
    &dialogue::IN_ORDER,
    &dialogue::REPLY,
    &dialogue::NO_REPLY,
    &dialogue::TYPED,
    &dialogue::PROGRAM,
    &login::LOGIN,
    &login::REFUSED,
    &login::IN_CLEAR,
    &login::ENCRYPTED,
    &login::STARTTLS,
    &smtp::EXTENSION,
    &smtp::ACCEPTED,
    &smtp::SENDER,
    &smtp::RECIPIENT,
    &smtp::RECIPIENT_REFUSED,
    &mail::HEADER,
    &mail::SUBJECT,
    &mail::FROM_DIFFERS,
    &mail::ATTACHMENT,
    &mail::PARTS,
    &mail::SIZE,
    &pop3::FETCHED,
    &pop3::FETCHED_SENT,
    &pop3::DELETED,
    &tls::HANDSHAKE,
    &tls::ORDER,
    &tls::VERSION,
    &tls::SUITE,
    &tls::SERVER_NAME,
    &tls::CERTIFICATE,
    &tls::RESUMED,
    &tls::READ,
    &tls::ALERT,
];

/// The check with this name.
pub(super) fn by_id(id: &str) -> Option<&'static Check> {
    CHECKS.iter().copied().find(|check| check.id == id)
}

const fn text(name: &'static str) -> Param {
    Param { name, kind: Kind::Text, required: false }
}

const fn needed(name: &'static str, kind: Kind) -> Param {
    Param { name, kind, required: true }
}

const COUNT: Param = Param { name: "count", kind: Kind::Number, required: false };

/// Protocols whose dialogue has lines.
const LINES: Kind = Kind::Choice(&["smtp", "pop3"]);
const PROTOCOL: Param = Param { name: "protocol", kind: LINES, required: false };

/// What there is of a protocol in the files, and what may hide it.
#[derive(Debug, Default)]
pub(super) struct Watch {
    /// Conversations in which it was spoken.
    conversations: u64,
    /// One whose beginning is not in the file, with its first line.
    late: Option<(Evidence, String)>,
    /// One of which frames are missing.
    holes: Option<Evidence>,
    /// One that is encrypted, and may have it inside.
    hidden: Option<Evidence>,
}

impl Watch {
    pub(super) fn see(&mut self, protocol: &str, scene: &Scene<'_>) {
        let conversation = scene.conversation;
        let first = Frames::one(conversation.first_frame);
        if scene.speaks(protocol) {
            self.conversations += 1;
            let lines = conversation.steps.iter().filter(|step| step.side.is_some());
            if conversation.tcp.opening == Opening::NotCaptured && self.late.is_none() {
                let first_line = lines.clone().next();
                let text = first_line.map(|step| step.compact().into_owned()).unwrap_or_default();
                let frames = first_line.map_or(first.clone(), |step| step.frames.clone());
                self.late = Some((scene.evidence(&frames), text));
            }
            let missing = conversation.tcp.lost.client + conversation.tcp.lost.server > 0;
            if missing && self.holes.is_none() {
                let gaps = conversation.findings.iter().filter(|finding| finding.code == "tcp.gap");
                let mut frames = Frames::default();
                gaps.for_each(|finding| frames.extend(&finding.frames));
                self.holes = Some(scene.evidence(&frames));
            }
        }
        if self.hidden.is_none() && may_hide(protocol, scene) {
            self.hidden = Some(scene.evidence(&first));
        }
    }

    /// Whether some of it may be there and is not seen.
    pub(super) fn is_blind(&self) -> bool {
        self.late.is_some() || self.hidden.is_some() || self.holes.is_some()
    }

    /// Whether a conversation began before the capture, or is encrypted. Missing frames are less: what is behind them is
    /// seen.
    pub(super) fn hides(&self) -> bool {
        self.late.is_some() || self.hidden.is_some()
    }

    /// What to say where nothing was seen of what must not be there: that is good, where all was seen.
    pub(super) fn all_clear(&self, protocol: &str, files: &[FileSeen]) -> Found {
        if self.conversations == 0 || self.is_blind() {
            return self.nothing(protocol, files);
        }
        let name = crate::proto::by_id(protocol).map_or("", |protocol| protocol.name);
        Found::passed(Note::new("grade-none").with("count", self.conversations).with("protocol", name))
    }

    /// What to say where nothing of what was looked for was seen.
    pub(super) fn nothing(&self, protocol: &str, files: &[FileSeen]) -> Found {
        let name = crate::proto::by_id(protocol).map_or("", |protocol| protocol.name);
        if let Some((evidence, text)) = &self.late {
            let place = super::found::place(evidence.file, &evidence.frames);
            let actual = Note::new("grade-late").with("place", place).with("line", text.as_str());
            return Found::undecided(actual)
                .at(evidence.clone())
                .remark(Note::new("grade-remark-late"))
                .hint(Note::new("grade-hint-late").with("stream", evidence.stream.unwrap_or_default()));
        }
        if let Some(evidence) = &self.hidden {
            let file = format!("[{}]", evidence.file + 1);
            let actual = Note::new("grade-hidden").with("file", file.as_str()).with("protocol", name);
            return Found::undecided(actual)
                .at(evidence.clone())
                .remark(Note::new("grade-remark-hidden"))
                .hint(Note::new("grade-hint-hidden").with("file", file));
        }
        if let Some(evidence) = &self.holes {
            let place = super::found::place(evidence.file, &evidence.frames);
            return Found::undecided(Note::new("grade-holes").with("place", place))
                .at(evidence.clone())
                .remark(Note::new("grade-remark-holes"))
                .hint(Note::new("grade-hint-holes"));
        }
        if self.conversations > 0 {
            return Found::failed(
                Note::new("grade-none").with("count", self.conversations).with("protocol", name),
            );
        }
        absent(name, files)
    }
}

/// A conversation of TLS that was not opened, in which `protocol` may have been spoken: behind STARTTLS, or on the port
/// that is registered for it inside TLS (RFC 8314).
fn may_hide(protocol: &str, scene: &Scene<'_>) -> bool {
    let handshakes: Vec<&TlsFacts> = scene.conversation.facts("tls");
    let closed = handshakes.iter().any(|tls| tls.decrypted != Decrypted::Yes);
    let port = match protocol {
        "smtp" => 465,
        "pop3" => 995,
        _ => return false,
    };
    closed && (scene.speaks(protocol) || scene.conversation.server.port == port)
}

/// No conversation of the protocol, with what the files hold instead.
fn absent(protocol: &str, files: &[FileSeen]) -> Found {
    let read: Vec<&FileSeen> = files.iter().filter(|file| file.frames.is_some()).collect();
    if read.is_empty() {
        return Found::failed(Note::new("grade-no-capture"))
            .remark(Note::new("grade-no-capture"))
            .hint(Note::new("grade-hint-no-capture"));
    }
    let frames: u64 = read.iter().filter_map(|file| file.frames).sum();
    let encrypted: u64 = read.iter().map(|file| file.encrypted).sum();
    let note = |key: &'static str| Note::new(key).with("protocol", protocol).with("files", read.len());
    let hint = Note::new("grade-hint-absent").with("protocol", protocol);
    if encrypted * 2 > frames {
        let only = Note::new("grade-only-encrypted").with("encrypted", encrypted).with("frames", frames);
        return Found::failed(note("grade-absent")).and(only.clone()).remark(only).hint(hint);
    }
    Found::failed(note("grade-absent")).remark(note("grade-remark-absent")).hint(hint)
}

/// Whether a connection went to its end with FIN on both sides, as far as one can see.
fn closed(conversation: &Conversation) -> bool {
    conversation.tcp.closing == Closing::Fin
}
