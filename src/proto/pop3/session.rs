//! The state of a POP3 conversation, and the client's side of it.

use crate::dialogue::{
    Ending, Frames, Gap, Mark, Messages, Note, Passwords, Piece, Place, Room, Shelf, Side, Step, as_text,
    wire_text,
};
use crate::proto::lines::{
    BareLf, Line, LineEnd, Lines, TypedBy, Upgrade, Waiting, intended, telnet_options,
};
use crate::proto::sasl::{Attempt, Exchange, check_note, masked_remark};
use crate::proto::smtp::StartTls;
use crate::proto::{Fed, Next, Opened, Session, Sink};

use super::facts::Pop3;
use super::mailbox::Listing;
use super::replies::Body;
use super::state::{self, Misuse, State};
use super::verbs::{self, Shape};
use super::wire;

/// Commands that may wait for their replies; clients pipeline one RETR per message.
const MAX_PENDING: usize = 16 << 10;
/// Bytes of what is kept for the facts: an account of some hundred thousand messages.
const MAX_FACTS: usize = 16 << 20;

pub(super) fn open(opened: &Opened<'_>) -> Box<dyn Session> {
    Box::new(Pop3Session {
        messages: opened.wanted.messages,
        shelf: opened.wanted.shelf.clone(),
        reveal: opened.wanted.reveal,
        passwords: opened.wanted.passwords.clone(),
        encrypted: opened.encrypted,
        late: opened.late,
        client: Lines::default(),
        server: Lines::default(),
        mode: Mode::Command,
        pending: Waiting::new(MAX_PENDING),
        listing: None,
        body: None,
        // Behind STLS no greeting comes (RFC 2595, section 4).
        greeted: opened.late || opened.after.is_some(),
        exchange: None,
        user: None,
        facts: Pop3::default(),
        room: Room::new(MAX_FACTS),
        typed: TypedBy::default(),
        stls_offered: Frames::default(),
        clear: Frames::default(),
        bare_lf: BareLf::default(),
        holed: opened.late,
        first_verb: None,
        upgrade: Upgrade::default(),
        state: if opened.late { State::Unknown } else { State::default() },
        misuse: None,
        steps: opened.wanted.steps,
    })
}

/// Its rare and large parts are boxed, as those of SMTP's.
pub(super) struct Pop3Session {
    /// What is wanted: how far mails are read, and whether secrets are kept.
    pub(super) messages: Messages,
    pub(super) shelf: Shelf,
    pub(super) reveal: bool,
    pub(super) passwords: Passwords,
    pub(super) encrypted: bool,
    pub(super) late: bool,
    client: Lines,
    pub(super) server: Lines,
    pub(super) mode: Mode,
    pub(super) pending: Waiting<Pending>,
    /// A reply of many lines that has not ended.
    pub(super) listing: Option<Box<Listing>>,
    /// A message that is being fetched; boxed, for most sessions never have one.
    pub(super) body: Option<Box<Body>>,
    pub(super) greeted: bool,
    pub(super) exchange: Option<Box<Exchange>>,
    /// USER, until PASS is answered.
    pub(super) user: Option<(String, Frames)>,
    pub(super) facts: Pop3,
    /// What `facts` may grow to, attempts that wait for their reply included.
    pub(super) room: Room,
    pub(super) typed: TypedBy,
    pub(super) stls_offered: Frames,
    /// Credentials and mail sent in clear.
    pub(super) clear: Frames,
    pub(super) bare_lf: BareLf,
    /// Bytes of the client are missing.
    holed: bool,
    pub(super) first_verb: Option<String>,
    pub(super) upgrade: Upgrade,
    pub(super) state: State,
    pub(super) misuse: Option<Box<Misuse>>,
    /// Whether steps are wanted.
    pub(super) steps: bool,
}

/// What the client's next bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Command,
    /// Behind AUTH and STLS: the reply decides.
    Await,
    Sasl,
}

/// A command that waits for its reply.
pub(super) struct Pending {
    pub(super) step: Option<usize>,
    /// Upper case; empty for a line of a SASL exchange, `?` for an unknown command.
    pub(super) word: &'static str,
    pub(super) shape: Shape,
    /// The message number in the argument.
    pub(super) number: Option<u64>,
    /// The number behind it: lines, of TOP.
    pub(super) lines: Option<u64>,
    pub(super) argument: bool,
    /// PASS or APOP: the attempt that the reply decides.
    pub(super) attempt: Option<Attempt>,
}

impl Session for Pop3Session {
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
                if ending != Ending::CaptureEnd {
                    self.flush_client(out);
                }
                Fed::all(0)
            }
            (Side::Server, Piece::End(_)) => {
                self.flush_server(out);
                self.server_silent();
                Fed::all(0)
            }
        }
    }

    fn finish(&mut self, out: &mut dyn Sink) {
        self.flush_client(out);
        self.flush_server(out);
        self.server_silent();
        if let Some(exchange) = self.exchange.take() {
            self.attempted(exchange.attempt(None, None, self.encrypted));
        }
        self.report(out);
    }
}

impl Pop3Session {
    fn client_bytes(&mut self, bytes: &[u8], place: Place, out: &mut dyn Sink) -> Fed {
        let mut at = 0;
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            if self.mode == Mode::Await {
                break;
            }
            if self.client.is_empty() && self.upgrade.begins(rest) {
                return Fed { taken: at, next: self.hand_over() };
            }
            let (taken, whole) = self.client.take(rest, place.after(at));
            at += taken;
            if whole {
                let (line, text) = self.client.finish();
                self.client_line(&line, &text, out);
                self.client.reuse(text);
            }
        }
        Fed::all(at)
    }

    /// What follows, on both sides, is TLS.
    pub(super) fn hand_over(&mut self) -> Next {
        if self.facts.stls == StartTls::Offered {
            self.facts.stls = StartTls::Used;
        }
        Next::Switch("tls")
    }

    /// A line in clear, which may stand where TLS was agreed to.
    pub(super) fn in_clear(&mut self, frames: &Frames) -> Option<Note> {
        let note = self.upgrade.line(frames);
        if note.is_some() {
            self.facts.stls = StartTls::Offered;
        }
        note
    }

    fn client_line(&mut self, line: &Line, bytes: &[u8], out: &mut dyn Sink) {
        self.bare_lf.line(line);
        self.typed.line(line, bytes);
        // A command behind a body with a hole: the body's end was in the hole.
        if self.body.as_ref().is_some_and(|body| body.is_holed()) && self.pending.is_empty() {
            self.end_body(false, out);
        }
        if self.mode == Mode::Sasl {
            self.sasl_line(line, bytes, out);
        } else {
            self.command_line(line, bytes, out);
        }
    }

    fn command_line(&mut self, line: &Line, bytes: &[u8], out: &mut dyn Sink) {
        let meant = intended(bytes);
        let text = as_text(meant.as_deref().unwrap_or(bytes)).into_owned();
        let command = wire::command(&text);
        let verb = verbs::find(command.verb);
        let word = verb.map_or("?", |verb| verb.word);
        let mut step = self.step(line, verb.map_or("pop3.command.unknown", |verb| verb.kind));
        step.lines = [wire_text(bytes)].into();
        let mut attempt = None;
        let mut hidden = false;
        match word {
            "USER" => {
                self.note_clear(&line.frames);
                self.user = Some((wire_text(command.argument.as_bytes()), line.frames.clone()));
            }
            "PASS" => {
                hidden = true;
                attempt = self.password(line, command.argument);
                step.lines = [self.quoted(bytes, &text, command.argument, meant.is_some())].into();
            }
            "APOP" => {
                hidden = true;
                let (user, digest) = command.argument.rsplit_once(' ').unwrap_or((command.argument, ""));
                attempt = self.apop(line, user, digest);
                step.lines = [self.quoted(bytes, &text, digest, meant.is_some())].into();
            }
            "AUTH" => hidden = self.auth(line, &text, command.argument, &mut step),
            "STLS" => self.mode = Mode::Await,
            "QUIT" => self.facts.quit = true,
            // Behind a hole it may be the rest of a password.
            "?" if self.holed && !text.trim().is_empty() => {
                hidden = true;
                step.lines = [self.quoted(bytes, &text, text.trim_end(), meant.is_some())].into();
            }
            _ => {}
        }
        let hidden = hidden && !self.reveal;
        step.typing = line.typing(bytes, hidden).map(Box::new);
        step.notes.extend(line.typed_note(hidden));
        if meant.is_some() && !hidden {
            step.intended = Some(wire_text(text.as_bytes()));
            let options = telnet_options(bytes);
            if !options.is_empty() {
                step.notes.push(Note::new("typed-telnet").with("options", options.join(", ")));
            }
        }
        let numbered = wire::numbered(command.argument);
        let number = numbered.map(|found| found.0);
        let mut note = Note::new(verb.map_or("pop3-command-unknown", |verb| verb.note));
        if let Some(number) = number {
            note = note.with("number", number);
        }
        // With nothing under way it is known where the session stands.
        if word == "QUIT" {
            let early = self.state == State::Authorization && self.pending.is_empty();
            note = note.with("login", if early { "no" } else { "yes" });
        }
        let argument = if command.argument.is_empty() { "no" } else { "yes" };
        let masked = masked_remark(self.reveal);
        step.notes.push(note.with("argument", argument).with("masked", masked));
        let check = attempt.as_ref().and_then(|attempt: &Attempt| attempt.password_check);
        step.notes.extend(check.map(check_note));
        step.notes.extend(verb.and_then(|verb| state::arguments(verb, command.argument)));
        let marked =
            number.and_then(|number| self.facts.messages.get(&number)).is_some_and(|entry| entry.deleted);
        if marked && matches!(word, "RETR" | "TOP" | "DELE" | "LIST" | "UIDL") {
            step.notes.push(Note::new("pop3-message-marked"));
        }
        if line.end == LineEnd::None {
            step.notes.push(Note::new("pop3-command-cut"));
        }
        step.notes.extend(line.omitted_note());
        let nameless = attempt.as_ref().is_some_and(|attempt| attempt.username.is_none());
        if word == "PASS" && nameless && !self.holed {
            step.notes.push(Note::new("pop3-pass-without-user"));
        }
        if word == "PASS" && !self.encrypted {
            step.notes.push(Note::new(match self.facts.stls {
                StartTls::Offered => "pop3-pass-clear-offered",
                _ => "pop3-pass-clear",
            }));
        }
        // What it was recognised by is a command; a line that is none stands in only where none comes.
        let known = |word: &String| verbs::find(word).is_some();
        if self.first_verb.is_none() || verb.is_some() && !self.first_verb.as_ref().is_some_and(known) {
            self.first_verb = Some(command.verb.to_owned());
        }
        step.notes.extend(self.in_clear(&line.frames));
        let index = out.step(step);
        let pending = Pending {
            step: Some(index),
            word,
            shape: verb.map_or(Shape::Line, |verb| verb.reply(command.argument)),
            number,
            lines: numbered.and_then(|(_, rest)| wire::numbered(rest)).map(|found| found.0),
            argument: !command.argument.is_empty(),
            attempt,
        };
        self.pending.push(pending, self.mode == Mode::Await, &line.frames);
    }

    pub(super) fn step(&self, line: &Line, kind: &'static str) -> Step {
        let mut step = Step::new("pop3", kind, Some(Side::Client), Mark::Quoted);
        step.frames = line.frames.clone();
        step.time = Some(line.time);
        step.until = Some(line.last_time);
        step.span = Some(line.span);
        step
    }

    pub(super) fn note_clear(&mut self, frames: &Frames) {
        if !self.encrypted {
            self.clear.extend(frames);
        }
    }

    fn client_gap(&mut self, gap: &Gap, out: &mut dyn Sink) {
        self.flush_client(out);
        self.holed = true;
        self.state = State::Unknown;
        let guess =
            self.exchange.as_mut().filter(|_| self.mode == Mode::Sasl).and_then(|exchange| exchange.missed());
        out.gap(Side::Client, gap, guess);
    }

    /// Replies are missing, or none will come: nothing waits for one any more.
    pub(super) fn server_silent(&mut self) {
        self.greeted = true;
        for pending in self.pending.give_up() {
            if pending.word == "STLS" {
                self.upgrade.agree(0);
            }
            self.facts.auth.extend(pending.attempt);
        }
        if self.mode == Mode::Await {
            self.mode = if self.exchange.is_some() { Mode::Sasl } else { Mode::Command };
        }
    }

    /// A line that never ended.
    fn flush_client(&mut self, out: &mut dyn Sink) {
        if self.client.is_empty() {
            return;
        }
        let (line, bytes) = self.client.finish();
        if self.mode == Mode::Sasl {
            self.sasl_line(&line, &bytes, out);
            return;
        }
        // A word with something behind it is a command, though its end is missing.
        let text = as_text(&bytes).into_owned();
        let command = wire::command(&text);
        if verbs::find(command.verb).is_some() && text.len() > command.verb.len() {
            self.command_line(&line, &bytes, out);
            return;
        }
        let mut step = self.step(&line, "pop3.command.partial");
        let hidden = if self.holed { text.trim_end() } else { "" };
        step.lines = [self.quoted(&bytes, &text, hidden, false)].into();
        step.notes.push(Note::new("pop3-command-partial"));
        out.step(step);
    }
}
