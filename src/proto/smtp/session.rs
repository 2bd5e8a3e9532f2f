//! The state of an SMTP conversation, and the client's side of it.
//!
//! What the client's next bytes are depends on the server's replies, so the session stops taking client bytes behind
//! DATA, AUTH and STARTTLS until the reply is there. It is not a policy: an impossible order is told, not refused.

use crate::dialogue::{
    Ending, Fault, Finding, Frames, Gap, Mark, Messages, Note, Passwords, Piece, Place, Room, Severity,
    Shelf, Side, Step, as_text, wire_text,
};
use crate::proto::lines::{BareLf, Line, Lines, TypedBy, Upgrade, Waiting, is_tls};
use crate::proto::sasl::Exchange;
use crate::proto::{Fed, Next, Opened, Session, Sink};

use super::content::Content;
use super::facts::{Smtp, StartTls};
use super::lessons::Seen;
use super::replies::Reply;
use super::uses::Uses;
use super::{verbs, wire};

/// Commands that may wait for their replies. Postfix, for one, pipelines a few hundred recipients.
const MAX_PENDING: usize = 4096;
/// Bytes of what is kept for the facts: some hundred thousand recipients, of which a server takes a thousand at a time.
const MAX_FACTS: usize = 16 << 20;

pub(super) fn open(opened: &Opened<'_>) -> Box<dyn Session> {
    Box::new(SmtpSession {
        messages: opened.wanted.messages,
        shelf: opened.wanted.shelf.clone(),
        steps: opened.wanted.steps,
        words: opened.wanted.words,
        more: opened.wanted.more,
        tells_facts: opened.wanted.facts,
        reveal: opened.wanted.reveal,
        passwords: opened.wanted.passwords.clone(),
        encrypted: opened.encrypted,
        late: opened.late,
        client: Lines::default(),
        server: Lines::default(),
        mode: if opened.late { Mode::Late } else { Mode::Command },
        pending: Waiting::new(MAX_PENDING),
        reply: None,
        // Behind STARTTLS no greeting comes (RFC 3207, section 4.2); a late capture has missed it.
        greeted: opened.late || opened.after.is_some(),
        exchange: None,
        content: None,
        facts: Smtp::default(),
        room: Room::new(MAX_FACTS),
        mails: 0,
        transaction: None,
        lmtp: false,
        holed: false,
        typed: TypedBy::default(),
        gap_step: None,
        evidence: Box::default(),
        uses: Uses::default(),
        lessons: None,
        unasked_line: false,
        impatient: false,
        upgrade: Upgrade::default(),
    })
}

/// Its rare and large parts are boxed: most sessions have none of them, and what is above a kilobyte costs the allocator
/// more than all else that a short session does.
pub(super) struct SmtpSession {
    /// What is wanted: how far mails are read, whether steps are kept, the words around them, facts, secrets.
    pub(super) messages: Messages,
    pub(super) shelf: Shelf,
    pub(super) steps: bool,
    pub(super) words: bool,
    /// Whether what `-v` adds to explanations is wanted.
    pub(super) more: bool,
    pub(super) tells_facts: bool,
    pub(super) reveal: bool,
    pub(super) passwords: Passwords,
    pub(super) encrypted: bool,
    pub(super) late: bool,
    pub(super) client: Lines,
    pub(super) server: Lines,
    pub(super) mode: Mode,
    pub(super) pending: Waiting<Pending>,
    /// A reply whose last line has not come.
    pub(super) reply: Option<Box<Reply>>,
    pub(super) greeted: bool,
    pub(super) exchange: Option<Box<Exchange>>,
    pub(super) content: Option<Box<Content>>,
    pub(super) facts: Smtp,
    /// What `facts` may grow to.
    pub(super) room: Room,
    /// Transactions so far, also those that are not kept.
    pub(super) mails: usize,
    /// The transaction that is open, in `facts`; the index behind the last one when it is not kept.
    pub(super) transaction: Option<usize>,
    pub(super) lmtp: bool,
    /// Something of the client is missing.
    pub(super) holed: bool,
    pub(super) typed: TypedBy,
    /// The gap in which a command was lost, until a reply tells which.
    pub(super) gap_step: Option<usize>,
    pub(super) evidence: Box<Evidence>,
    pub(super) uses: Uses,
    pub(super) lessons: Option<Box<Seen>>,
    /// The reply that is coming in began while no command waited for one.
    pub(super) unasked_line: bool,
    /// The client has sent more without waiting for the reply that decides what it is.
    pub(super) impatient: bool,
    pub(super) upgrade: Upgrade,
}

/// What the client's next bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Command,
    /// The capture began in the middle: a command, a line of a message, or a SASL response.
    Late,
    /// Behind DATA, AUTH or STARTTLS: the reply decides.
    Await,
    Sasl,
    /// SASL lines whose replies are missing: a command ends it.
    SaslUnsure,
    Data,
    Bdat {
        left: u64,
        last: bool,
    },
}

/// A command that waits for its reply.
pub(super) struct Pending {
    pub(super) step: Option<usize>,
    pub(super) what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    Hello {
        verb: &'static str,
    },
    Mail,
    Rcpt {
        transaction: usize,
        recipient: usize,
    },
    Data,
    /// The end of a message; LMTP has a reply for each recipient.
    Content {
        transaction: usize,
        recipient: Option<usize>,
    },
    Chunk {
        transaction: usize,
        last: bool,
    },
    Auth,
    StartTls,
    Rset {
        transaction: Option<usize>,
    },
    Quit,
    Other(&'static str),
}

impl What {
    /// The word under which codes.csv has explanations of its own.
    pub(super) fn context(&self) -> Option<&'static str> {
        Some(match self {
            What::Hello { verb: "HELO" } => "helo",
            What::Hello { .. } => "ehlo",
            What::Mail => "mail",
            What::Rcpt { .. } => "rcpt",
            What::Data => "data",
            What::Content { recipient: Some(_), .. } => "recipient",
            What::Content { .. } | What::Chunk { last: true, .. } => "content",
            What::Chunk { .. } => "bdat",
            What::Auth => "auth",
            What::StartTls => "starttls",
            What::Rset { .. } => "rset",
            What::Quit => "quit",
            What::Other(word) => return Some(word),
        })
    }
}

/// Frames that findings point at.
#[derive(Default)]
pub(super) struct Evidence {
    pub(super) starttls_offered: Frames,
    /// From the first line of a login to the end of the last message, sent in clear.
    pub(super) clear: Frames,
    pub(super) bare_lf: BareLf,
    clear_behind_starttls: bool,
    pub(super) first_verb: Option<String>,
}

impl Session for SmtpSession {
    fn feed(&mut self, from: Side, piece: Piece<'_>, out: &mut dyn Sink) -> Fed {
        match (from, piece) {
            (Side::Client, Piece::Bytes(bytes, place)) => self.client_bytes(bytes, place, out),
            (Side::Server, Piece::Bytes(bytes, place)) => self.server_bytes(bytes, place, out),
            (_, Piece::Gap(gap)) if self.upgrade.is_awaited() => {
                // What is missing is TLS, and what follows may begin inside a record.
                out.gap(from, &gap, None);
                Fed { taken: 0, next: self.hand_over() }
            }
            (Side::Client, Piece::Gap(gap)) => {
                self.client_gap(&gap, out);
                Fed::all(0)
            }
            (Side::Server, Piece::Gap(gap)) => {
                self.server_gap(&gap, out);
                Fed::all(0)
            }
            (Side::Client, Piece::End(ending)) => {
                self.client_end(ending, out);
                Fed::all(0)
            }
            (Side::Server, Piece::End(_)) => {
                self.server_silent();
                Fed::all(0)
            }
        }
    }

    fn finish(&mut self, out: &mut dyn Sink) {
        self.flush_client(out);
        self.flush_reply(out);
        self.end_content(false, out);
        if self.exchange.is_some() {
            self.end_exchange(None, None);
        }
        self.report(out);
    }
}

impl SmtpSession {
    pub(super) fn client_bytes(&mut self, bytes: &[u8], place: Place, out: &mut dyn Sink) -> Fed {
        let mut at = 0;
        self.impatient = false;
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            let here = place.after(at);
            match self.mode {
                Mode::Await => {
                    self.impatient = true;
                    self.note_impatience(rest, here, out);
                    break;
                }
                Mode::Data | Mode::Bdat { .. } => at += self.content_bytes(rest, here, out),
                _ if self.client.is_empty() && self.upgrade.begins(rest) => {
                    return Fed { taken: at, next: self.hand_over() };
                }
                _ => {
                    let (taken, whole) = self.client.take(rest, here);
                    at += taken;
                    if whole {
                        let (line, text) = self.client.finish();
                        self.client_line(&line, &text, out);
                        self.client.reuse(text);
                    }
                }
            }
        }
        Fed::all(at)
    }

    /// What follows, on both sides, is TLS.
    pub(super) fn hand_over(&mut self) -> Next {
        if self.facts.starttls == StartTls::Offered {
            self.facts.starttls = StartTls::Used;
        }
        Next::Switch("tls")
    }

    /// A line in clear, which may stand where TLS was agreed to.
    pub(super) fn in_clear(&mut self, frames: &Frames) -> Option<Note> {
        let note = self.upgrade.line(frames);
        if note.is_some() {
            self.facts.starttls = StartTls::Offered;
        }
        note
    }

    /// Bytes behind STARTTLS, in clear, before the server has agreed (the class of CVE-2011-0411).
    fn note_impatience(&mut self, bytes: &[u8], place: Place, out: &mut dyn Sink) {
        let waiting = self.pending.iter().next_back().map(|pending| pending.what.clone());
        match waiting {
            Some(What::Data) => self.hasty("DATA", &Frames::one(place.frame)),
            Some(What::Auth) => self.hasty("AUTH", &Frames::one(place.frame)),
            _ => {}
        }
        let starttls = waiting == Some(What::StartTls);
        if starttls && !is_tls(bytes) && !self.evidence.clear_behind_starttls {
            self.evidence.clear_behind_starttls = true;
            let shown = bytes.get(..bytes.len().min(64)).unwrap_or_default();
            out.finding(
                Finding::new("smtp.clear-behind-starttls", Severity::Warning, Fault::Sender)
                    .at(Frames::one(place.frame))
                    .with("bytes", bytes.len())
                    .with("text", wire_text(shown)),
            );
        }
    }

    pub(super) fn client_line(&mut self, line: &Line, bytes: &[u8], out: &mut dyn Sink) {
        self.gap_step = None;
        self.evidence.bare_lf.line(line);
        self.typed.line(line, bytes);
        match self.mode {
            Mode::Sasl => self.sasl_line(line, bytes, out),
            Mode::SaslUnsure if !is_command(bytes) => self.sasl_line(line, bytes, out),
            Mode::Late if self.is_middle_of_message(bytes) => self.begin_late_content(line, bytes, out),
            _ => {
                self.mode = Mode::Command;
                self.command_line(line, bytes, out);
            }
        }
    }

    /// A capture that begins inside a message: its first line is no command, nor was anything asked for.
    fn is_middle_of_message(&self, bytes: &[u8]) -> bool {
        self.pending.is_empty() && !is_command(bytes) && bytes != b"." || bytes.starts_with(b"..")
    }

    /// Adds to what this dialogue teaches, where that will be told.
    pub(super) fn teach(&mut self, add: impl FnOnce(&mut Seen)) {
        if self.steps {
            add(self.lessons.get_or_insert_default());
        }
    }

    /// A step for a line of the client.
    pub(super) fn step(&self, line: &Line, kind: &'static str) -> Step {
        let mut step = Step::new("smtp", kind, Some(Side::Client), Mark::Quoted);
        step.frames = line.frames.clone();
        step.time = Some(line.time);
        step.until = Some(line.last_time);
        step.span = Some(line.span);
        step
    }

    /// Hands a step over, where any are wanted; its index.
    pub(super) fn tell(&self, step: Step, out: &mut dyn Sink) -> Option<usize> {
        self.steps.then(|| out.step(step))
    }

    pub(super) fn await_reply(&mut self, step: Option<usize>, what: What, frames: &Frames) {
        let decides = matches!(what, What::Data | What::Auth | What::StartTls);
        self.pending.push(Pending { step, what }, decides, frames);
    }

    fn client_gap(&mut self, gap: &Gap, out: &mut dyn Sink) {
        self.holed = true;
        match self.mode {
            Mode::Data | Mode::Bdat { .. } => self.content_gap(gap, out),
            _ => {
                self.flush_client(out);
                let guess = self.exchange.as_mut().and_then(|exchange| exchange.missed());
                if guess.is_some() {
                    self.await_reply(None, What::Auth, &Frames::one(gap.at.frame));
                    self.mode = Mode::SaslUnsure;
                }
                let known = guess.is_some();
                let index = out.gap(Side::Client, gap, guess);
                self.gap_step = (!known).then_some(index);
            }
        }
    }

    fn server_gap(&mut self, gap: &Gap, out: &mut dyn Sink) {
        self.uses.holed = true;
        let answered = self.flush_reply(out);
        out.gap(Side::Server, gap, None);
        // A reply whose end is missing was still a reply; only when none was begun may one have been lost.
        if !answered {
            self.server_silent();
        }
    }

    /// Replies are missing, or none will come: what waits for one goes on as if the server had agreed.
    fn server_silent(&mut self) {
        self.greeted = true;
        let last = self.pending.give_up().next_back().map(|pending| pending.what);
        if self.mode != Mode::Await {
            return;
        }
        if last == Some(What::StartTls) {
            self.upgrade.agree(0);
        }
        self.mode = match last {
            Some(What::Data) => {
                self.begin_data(&Frames::default());
                Mode::Data
            }
            Some(What::Auth) => Mode::SaslUnsure,
            _ => Mode::Command,
        };
    }

    fn client_end(&mut self, ending: Ending, out: &mut dyn Sink) {
        if matches!(self.mode, Mode::Data | Mode::Bdat { .. }) {
            self.end_content(false, out);
            self.mode = Mode::Command;
        }
        if ending != Ending::CaptureEnd {
            self.flush_client(out);
        }
    }

    /// A line that never ended.
    fn flush_client(&mut self, out: &mut dyn Sink) {
        if self.client.is_empty() {
            return;
        }
        let (line, bytes) = self.client.finish();
        if matches!(self.mode, Mode::Sasl | Mode::SaslUnsure) {
            self.sasl_line(&line, &bytes, out);
            return;
        }
        // A verb with something behind it is a command, though its end is missing.
        let text = as_text(&bytes).into_owned();
        let command = wire::command(text.trim_end());
        if verbs::find(command.verb).is_some() && text.trim_end() != "AUTH" && text.len() > command.verb.len()
        {
            self.command_line(&line, &bytes, out);
            return;
        }
        let mut step = self.step(&line, "smtp.command.partial");
        step.lines = [self.stray(&text).unwrap_or_else(|| wire_text(&bytes))].into();
        step.notes.push(Note::new("smtp-command-partial"));
        out.step(step);
    }

    /// When the first line of a message was seen by the line framer.
    pub(super) fn place_of(line: &Line) -> Place {
        Place { frame: line.frames.first().unwrap_or(0), time: line.time, offset: line.span.0 }
    }
}

/// Whether a line begins with a verb.
fn is_command(bytes: &[u8]) -> bool {
    verbs::find(wire::command(&as_text(bytes)).verb).is_some()
}
