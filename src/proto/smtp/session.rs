//! The state of an SMTP conversation, and the client's side of it.
//!
//! What the client's next bytes are depends on the server's replies, so the session stops taking client bytes behind
//! DATA, AUTH and STARTTLS until the reply is there. It is not a policy: an impossible order is told, not refused.

use std::collections::VecDeque;

use crate::dialogue::{
    Ending, Fault, Finding, Frames, Gap, Mark, Note, Piece, Place, Severity, Side, Step, Wanted, wire_text,
};
use crate::proto::lines::{Line, LineEnd, Lines, TypedBy, intended, telnet_options};
use crate::proto::sasl::{Exchange, Outcome as LoginOutcome, mask_stray};
use crate::proto::{Fed, Headline, Next, Opened, Session, Sink};

use super::content::Content;
use super::facts::{Hello, Outcome, Recipient, Smtp, StartTls, Transaction};
use super::replies::Reply;
use super::{verbs, wire};

/// Commands that may wait for their replies. Postfix, for one, pipelines a few hundred recipients.
const MAX_PENDING: usize = 4096;
/// Transactions kept of one conversation.
const MAX_TRANSACTIONS: usize = 10_000;
/// Recipients kept of one transaction.
const MAX_RECIPIENTS: usize = 10_000;

pub(super) fn open(opened: &Opened<'_>) -> Box<dyn Session> {
    Box::new(SmtpSession {
        wanted: opened.wanted.clone(),
        encrypted: opened.encrypted,
        late: opened.late,
        client: Lines::default(),
        server: Lines::default(),
        mode: if opened.late { Mode::Late } else { Mode::Command },
        pending: VecDeque::new(),
        reply: None,
        // Behind STARTTLS no greeting comes (RFC 3207, section 4.2); a late capture has missed it.
        greeted: opened.late || opened.after.is_some(),
        exchange: None,
        content: None,
        facts: Smtp::default(),
        transaction: None,
        lmtp: false,
        holed: false,
        typed: TypedBy::default(),
        gap_step: None,
        evidence: Evidence::default(),
        unasked_line: false,
        impatient: false,
        next: Next::More,
    })
}

pub(super) struct SmtpSession {
    pub(super) wanted: Wanted,
    pub(super) encrypted: bool,
    pub(super) late: bool,
    client: Lines,
    pub(super) server: Lines,
    pub(super) mode: Mode,
    pub(super) pending: VecDeque<Pending>,
    /// A reply whose last line has not come.
    pub(super) reply: Option<Reply>,
    pub(super) greeted: bool,
    pub(super) exchange: Option<Exchange>,
    pub(super) content: Option<Content>,
    pub(super) facts: Smtp,
    /// The transaction that is open, in `facts`.
    pub(super) transaction: Option<usize>,
    pub(super) lmtp: bool,
    /// Something of the client is missing.
    holed: bool,
    pub(super) typed: TypedBy,
    /// The gap in which a command was lost, until a reply tells which.
    pub(super) gap_step: Option<usize>,
    pub(super) evidence: Evidence,
    /// The reply that is coming in began while no command waited for one.
    pub(super) unasked_line: bool,
    /// The client has sent more without waiting for the reply that decides what it is.
    pub(super) impatient: bool,
    pub(super) next: Next,
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
    Hello { verb: &'static str },
    Mail,
    Rcpt { transaction: usize, recipient: usize },
    Data,
    Content { transaction: usize },
    Chunk { transaction: usize, last: bool },
    Auth,
    StartTls,
    Rset,
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
            What::Content { .. } | What::Chunk { last: true, .. } => "content",
            What::Chunk { .. } => "bdat",
            What::Auth => "auth",
            What::StartTls => "starttls",
            What::Rset => "rset",
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
    pub(super) bare_lf: (Option<u64>, u64),
    clear_behind_starttls: bool,
    pub(super) first_verb: Option<String>,
}

impl Session for SmtpSession {
    fn feed(&mut self, from: Side, piece: Piece<'_>, out: &mut dyn Sink) -> Fed {
        match (from, piece) {
            (Side::Client, Piece::Bytes(bytes, place)) => self.client_bytes(bytes, place, out),
            (Side::Server, Piece::Bytes(bytes, place)) => self.server_bytes(bytes, place, out),
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
    fn client_bytes(&mut self, bytes: &[u8], place: Place, out: &mut dyn Sink) -> Fed {
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
                _ if self.client.is_empty() && is_tls(rest) => {
                    return Fed { taken: at, next: Next::Switch("tls") };
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
        Fed { taken: at, next: self.next }
    }

    /// Bytes behind STARTTLS, in clear, before the server has agreed (the class of CVE-2011-0411).
    fn note_impatience(&mut self, bytes: &[u8], place: Place, out: &mut dyn Sink) {
        let starttls = self.pending.iter().any(|pending| pending.what == What::StartTls);
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

    fn client_line(&mut self, line: &Line, bytes: &[u8], out: &mut dyn Sink) {
        self.gap_step = None;
        if line.end == LineEnd::Lf {
            let (first, count) = &mut self.evidence.bare_lf;
            first.get_or_insert(line.frames.last().unwrap_or(0));
            *count += 1;
        }
        self.typed.line(line, bytes);
        let text = String::from_utf8_lossy(bytes);
        let command = wire::command(&text);
        match self.mode {
            Mode::Sasl => self.sasl_line(line, bytes, out),
            Mode::SaslUnsure if verbs::find(command.verb).is_none() => self.sasl_line(line, bytes, out),
            Mode::Late if self.is_middle_of_message(&command, bytes) => {
                self.begin_late_content(line, bytes, out)
            }
            _ => {
                self.mode = Mode::Command;
                self.command_line(line, bytes, out);
            }
        }
    }

    /// A capture that begins inside a message: its first line is no command, nor was anything asked for.
    fn is_middle_of_message(&self, command: &wire::Command<'_>, bytes: &[u8]) -> bool {
        self.pending.is_empty() && verbs::find(command.verb).is_none() && bytes != b"."
            || bytes.starts_with(b"..")
    }

    fn command_line(&mut self, line: &Line, bytes: &[u8], out: &mut dyn Sink) {
        let meant = intended(bytes);
        let text = String::from_utf8_lossy(meant.as_deref().unwrap_or(bytes)).into_owned();
        let command = wire::command(&text);
        let verb = verbs::find(command.verb);
        let kind = verb.map_or("smtp.command.unknown", |verb| verb.kind);
        let mut step = self.step(line, kind);
        let stray = if verb.is_none() { self.stray(&text) } else { None };
        let hidden = stray.is_some()
            || verb.is_some_and(|verb| verb.word == "AUTH")
                && wire::auth(command.argument).is_some_and(|a| a.1.is_some());
        step.notes.extend(line.typed_note(hidden));
        step.typing = line.typing(bytes, hidden);
        step.lines = vec![stray.unwrap_or_else(|| wire_text(bytes))];
        if meant.is_some() && !hidden {
            step.intended = Some(wire_text(text.as_bytes()));
            let options = telnet_options(bytes);
            if !options.is_empty() {
                step.notes.push(Note::new("typed-telnet").with("options", options.join(", ")));
            }
        }
        if line.end == LineEnd::None {
            step.notes.push(Note::new("smtp-command-cut"));
        }
        if line.omitted > 0 {
            step.notes.push(Note::new("smtp-line-too-long").with("bytes", line.omitted));
        }
        let word = verb.map(|verb| verb.word);
        if verb.is_some() {
            self.evidence.first_verb.get_or_insert_with(|| command.verb.to_owned());
        }
        let what = match word {
            Some(word @ ("EHLO" | "HELO" | "LHLO")) => self.hello(word, command.argument, &mut step),
            Some("MAIL") => self.mail_from(command.argument, &mut step),
            Some("RCPT") => self.rcpt_to(command.argument, &mut step),
            Some("DATA") => {
                self.mode = Mode::Await;
                What::Data
            }
            Some("BDAT") => self.bdat(line, command.argument, &mut step),
            Some("AUTH") => self.auth(line, command.argument, &mut step),
            Some("STARTTLS") => {
                self.mode = Mode::Await;
                What::StartTls
            }
            Some("RSET") => {
                self.give_up_content(out);
                What::Rset
            }
            Some("QUIT") => {
                self.facts.quit = true;
                What::Quit
            }
            Some("NOOP") => What::Other("noop"),
            _ => What::Other("other"),
        };
        match verb {
            // The mechanism's note says it already.
            Some(_) if self.mode == Mode::Await && what == What::Auth => {}
            Some(verb) => step.notes.push(Note::new(verb.note)),
            None if bytes.is_empty() => step.notes.push(Note::new("smtp-command-empty")),
            None => step.notes.push(Note::new("smtp-command-unknown")),
        }
        // With a size behind it the note on the sender is kept short.
        if matches!(what, What::Mail) && step.notes.iter().any(|note| note.key == "smtp-declared-size") {
            step.notes.pop();
            step.notes.push(Note::new("smtp-mail-short"));
        }
        // What the parameters say comes behind what the command is.
        if let Some(last) = step.notes.pop() {
            let at = usize::from(line.is_typed()).min(step.notes.len());
            if !(matches!(what, What::Mail) && self.nth_mail().is_some()) {
                step.notes.insert(at, last);
            }
        }
        let index = out.step(step);
        self.await_reply(Some(index), what.clone());
        if let What::Chunk { last, .. } = what {
            self.begin_chunk(command.argument, last, line, out);
        }
    }

    /// Behind a hole, where AUTH may have been: a line that may hold a secret, masked.
    fn stray(&self, text: &str) -> Option<String> {
        if self.wanted.reveal || !(self.holed || self.late) { None } else { mask_stray(text) }
    }

    /// A step for a line of the client.
    fn step(&self, line: &Line, kind: &'static str) -> Step {
        let mut step = Step::new("smtp", kind, Some(Side::Client), Mark::Quoted);
        step.frames = line.frames.clone();
        step.time = Some(line.time);
        step.span = Some(line.span);
        step
    }

    pub(super) fn await_reply(&mut self, step: Option<usize>, what: What) {
        if self.pending.len() < MAX_PENDING {
            self.pending.push_back(Pending { step, what });
        }
    }

    fn hello(&mut self, word: &'static str, name: &str, step: &mut Step) -> What {
        self.lmtp = word == "LHLO";
        self.abort_transaction();
        self.facts.hello.push(Hello {
            verb: word.to_owned(),
            name: wire_text(name.as_bytes()),
            encrypted: self.encrypted,
        });
        if name.is_empty() {
            step.notes.push(Note::new("smtp-hello-nameless"));
        }
        What::Hello { verb: word }
    }

    /// The number of this mail, when it is not the first.
    fn nth_mail(&self) -> Option<usize> {
        Some(self.facts.transactions.len()).filter(|&count| count > 1)
    }

    fn mail_from(&mut self, argument: &str, step: &mut Step) -> What {
        self.abort_transaction();
        let path = wire::path("FROM", argument);
        let size = path.as_ref().and_then(|path| wire::declared_size(&path.parameters));
        if self.facts.transactions.len() < MAX_TRANSACTIONS {
            self.facts.transactions.push(Transaction {
                sender: path.as_ref().map(|path| wire_text(path.address.as_bytes())),
                recipients: Vec::new(),
                transfer: None,
                size,
                encrypted: self.encrypted,
                outcome: Outcome::Incomplete,
                code: None,
                message: None,
            });
            self.transaction = Some(self.facts.transactions.len() - 1);
        }
        if let Some(number) = self.nth_mail() {
            step.notes.push(Note::new("smtp-nth-mail").with("number", number));
        }
        match &path {
            None => step.notes.push(Note::new("smtp-path-unreadable")),
            Some(path) => {
                if path.address.is_empty() {
                    step.notes.push(Note::new("smtp-null-sender"));
                }
                step.notes.extend(size.map(|size| Note::new("smtp-declared-size").with("size", size)));
                deviations(path, step);
            }
        }
        What::Mail
    }

    fn rcpt_to(&mut self, argument: &str, step: &mut Step) -> What {
        let path = wire::path("TO", argument);
        match &path {
            None => step.notes.push(Note::new("smtp-path-unreadable")),
            Some(path) => deviations(path, step),
        }
        // Without MAIL it is a mistake of the client, unless MAIL may be in what was not captured.
        if self.transaction.is_none() && !self.late && !self.holed {
            return What::Other("rcpt-alone");
        }
        let transaction = self.open_transaction();
        let address = path.map_or_else(String::new, |path| wire_text(path.address.as_bytes()));
        let Some(open) = self.facts.transactions.get_mut(transaction) else { return What::Other("rcpt") };
        if open.recipients.len() < MAX_RECIPIENTS {
            open.recipients.push(Recipient { address, code: None });
        }
        What::Rcpt { transaction, recipient: open.recipients.len().saturating_sub(1) }
    }

    /// The open transaction; one whose MAIL was not captured is begun here.
    pub(super) fn open_transaction(&mut self) -> usize {
        if let Some(open) = self.transaction {
            return open;
        }
        if self.facts.transactions.len() < MAX_TRANSACTIONS {
            self.facts.transactions.push(Transaction {
                sender: None,
                recipients: Vec::new(),
                transfer: None,
                size: None,
                encrypted: self.encrypted,
                outcome: Outcome::Incomplete,
                code: None,
                message: None,
            });
        }
        let open = self.facts.transactions.len().saturating_sub(1);
        self.transaction = Some(open);
        open
    }

    /// RSET, a new EHLO or a new MAIL gives up an envelope whose message was not sent (RFC 5321, section 4.1.4).
    pub(super) fn abort_transaction(&mut self) {
        if let Some(open) = self.transaction.take().and_then(|at| self.facts.transactions.get_mut(at))
            && open.outcome == Outcome::Incomplete
            && open.message.is_none()
        {
            open.outcome = Outcome::Aborted;
        }
    }

    fn auth(&mut self, line: &Line, argument: &str, step: &mut Step) -> What {
        self.note_clear(&line.frames);
        let Some((mechanism, initial)) = wire::auth(argument) else { return What::Other("auth") };
        let mut exchange = Exchange::new(mechanism, self.wanted.reveal);
        exchange.frames = line.frames.clone();
        step.notes.push(Note::new("smtp-auth-mechanism").with("mechanism", exchange.mechanism()));
        if let Some(response) = initial {
            let shown = exchange.response(response, true);
            // The line stays the wire's but for what is hidden at its end.
            if let Some(quoted) = step.lines.first_mut().filter(|_| shown.hidden) {
                let kept = quoted.len().saturating_sub(wire_text(response.as_bytes()).len());
                quoted.truncate(kept);
                quoted.push_str(&shown.text);
            }
            step.decoded = shown.decoded;
            step.notes.push(shown.note);
            if shown.hidden {
                step.typing = None;
            }
        }
        self.exchange = Some(exchange);
        self.mode = Mode::Await;
        What::Auth
    }

    fn sasl_line(&mut self, line: &Line, bytes: &[u8], out: &mut dyn Sink) {
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
        step.typing = line.typing(bytes, shown.hidden);
        step.notes.extend(line.typed_note(shown.hidden));
        step.lines = vec![shown.text];
        step.decoded = shown.decoded;
        step.notes.push(shown.note);
        let index = out.step(step);
        self.await_reply(Some(index), What::Auth);
        self.mode = Mode::Await;
    }

    /// Credentials and mail that anyone on the way can read.
    pub(super) fn note_clear(&mut self, frames: &Frames) {
        if !self.encrypted {
            self.evidence.clear.extend(frames);
        }
    }

    fn client_gap(&mut self, gap: &Gap, out: &mut dyn Sink) {
        self.holed = true;
        match self.mode {
            Mode::Data | Mode::Bdat { .. } => self.content_gap(gap, out),
            _ => {
                self.flush_client(out);
                let guess = self.exchange.as_mut().and_then(Exchange::missed);
                if guess.is_some() {
                    self.await_reply(None, What::Auth);
                    self.mode = Mode::SaslUnsure;
                }
                let known = guess.is_some();
                let index = out.gap(Side::Client, gap, guess);
                self.gap_step = (!known).then_some(index);
            }
        }
    }

    fn server_gap(&mut self, gap: &Gap, out: &mut dyn Sink) {
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
        let waiting: Vec<What> = self.pending.drain(..).map(|pending| pending.what).collect();
        if self.mode != Mode::Await {
            return;
        }
        self.mode = match waiting.last() {
            Some(What::Data) => {
                self.begin_data();
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
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let command = wire::command(text.trim_end());
        if verbs::find(command.verb).is_some() && text.trim_end() != "AUTH" && text.len() > command.verb.len()
        {
            self.command_line(&line, &bytes, out);
            return;
        }
        let mut step = self.step(&line, "smtp.command.partial");
        step.lines = vec![self.stray(&text).unwrap_or_else(|| wire_text(&bytes))];
        step.notes.push(Note::new("smtp-command-partial"));
        out.step(step);
    }

    pub(super) fn end_exchange(&mut self, accepted: Option<bool>, code: Option<u16>) {
        if let Some(exchange) = self.exchange.take() {
            let code = code.map(|code| code.to_string());
            self.facts.auth.push(exchange.attempt(accepted, code, self.encrypted));
        }
    }

    /// Facts, head, summary and findings.
    fn report(&mut self, out: &mut dyn Sink) {
        let count = |outcome| self.facts.auth.iter().filter(|attempt| attempt.outcome == outcome).count();
        let (logins, failed) =
            (count(LoginOutcome::Accepted), count(LoginOutcome::Rejected) + count(LoginOutcome::Cancelled));
        let unknown = self.facts.auth.len() - logins - failed;
        let accepted = self.facts.transactions.iter().filter(|t| t.outcome == Outcome::Accepted).count();
        self.recognised(out);
        let starttls = self.facts.starttls;
        if starttls == StartTls::Used {
            out.headline(Headline::Outcome(Note::new("smtp-outcome-starttls")));
        } else {
            out.headline(Headline::Outcome(Note::new("smtp-outcome-mails").with("mails", accepted)));
            if !self.encrypted {
                out.headline(Headline::Outcome(Note::new("smtp-outcome-clear")));
            }
            if unknown > 0 {
                out.headline(Headline::Summary(Note::new("smtp-summary-login-unknown")));
            }
            out.headline(Headline::Summary(
                Note::new(if unknown > 0 && logins + failed == 0 {
                    "smtp-summary-mails"
                } else {
                    "smtp-summary"
                })
                .with("logins", logins)
                .with("failed", failed)
                .with("mails", accepted)
                .with("others", self.facts.transactions.len() - accepted),
            ));
        }
        if starttls == StartTls::Offered && !self.evidence.clear.is_empty() {
            let login = if self.facts.auth.is_empty() { "no" } else { "yes" };
            out.finding(
                Finding::new("smtp.clear-although-offered", Severity::Warning, Fault::Sender)
                    .at(self.evidence.clear.clone())
                    .with("offered", &self.evidence.starttls_offered)
                    .with("frames", &self.evidence.clear)
                    .with("login", login),
            );
        }
        if let (Some(first), count) = self.evidence.bare_lf {
            out.finding(
                Finding::new("smtp.bare-lf", Severity::Note, Fault::Sender)
                    .at(Frames::one(first))
                    .with("first", first)
                    .with("lines", count),
            );
        }
        out.facts("smtp", Box::new(std::mem::take(&mut self.facts)));
    }

    fn recognised(&self, out: &mut dyn Sink) {
        let verb = self.evidence.first_verb.as_deref().unwrap_or("");
        let verb = verb.to_ascii_uppercase();
        let key = match (self.late, self.facts.greeting.is_some(), verb.is_empty()) {
            (_, true, false) => "smtp-recognised",
            (_, true, true) => "smtp-recognised-greeting",
            (true, false, _) if self.facts.hello.is_empty() => "smtp-recognised-late",
            _ => "smtp-recognised-commands",
        };
        if !self.encrypted || self.facts.greeting.is_some() {
            out.headline(Headline::Recognised(Note::new(key).with("verb", wire_text(verb.as_bytes()))));
        }
        if let Some(note) = self.typed.note() {
            out.headline(Headline::Recognised(note));
        }
    }

    /// When the first line of a message was seen by the line framer.
    pub(super) fn place_of(line: &Line) -> Place {
        Place { frame: line.frames.first().unwrap_or(0), time: line.time, offset: line.span.0 }
    }
}

/// What a path deviates from RFC 5321 (section 3.3).
fn deviations(path: &wire::Path<'_>, step: &mut Step) {
    if path.space {
        step.notes.push(Note::new("smtp-path-space"));
    }
    if path.bare {
        step.notes.push(Note::new("smtp-path-bare"));
    }
}

/// A TLS record where a line should begin: handshake, version 3.x.
pub(super) fn is_tls(bytes: &[u8]) -> bool {
    matches!(bytes, [0x16, 3, 0..=4, ..])
}
