//! The server's side: replies, what they answer, and what follows from them.

use crate::dialogue::{
    Fault, Finding, Frames, Lines, Mark, Note, Place, Severity, Side, Step, Time, wire_text,
};
use crate::proto::lines::Line;
use crate::proto::sasl::Exchange;
use crate::proto::{Fed, Sink};

use super::facts::{Extension, Greeting, Outcome, Recipient, StartTls};
use super::session::{Mode, SmtpSession, What};
use super::{lessons, registry, uses, verbs, wire};

/// Lines kept of one reply; an EHLO reply has about twenty. What comes behind is counted and said.
const MAX_REPLY_LINES: usize = 1000;
/// Bytes of their text, beyond which no further line is kept.
const MAX_REPLY_TEXT: usize = 256 << 10;

/// A reply, line by line.
#[derive(Debug, Default)]
pub(super) struct Reply {
    /// `None` when its first line has no code.
    code: Option<u16>,
    lines: Lines,
    frames: Frames,
    time: Option<Time>,
    until: Option<Time>,
    span: Option<(u64, u64)>,
    mismatch: bool,
    /// Its last line, or the end of it, is missing.
    unfinished: bool,
    /// Bytes of lines that are too long to keep.
    omitted: u64,
    /// Lines beyond those that are kept.
    dropped: u64,
    /// Bytes of the lines that are kept.
    kept: usize,
}

impl SmtpSession {
    pub(super) fn server_bytes(&mut self, bytes: &[u8], place: Place, out: &mut dyn Sink) -> Fed {
        let mut at = 0;
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            if self.server.is_empty() && self.upgrade.begins(rest) {
                return Fed { taken: at, next: self.hand_over() };
            }
            if self.server.is_empty() && self.reply.is_none() {
                self.unasked_line = self.pending.is_empty();
            }
            let (taken, whole) = self.server.take(rest, place.after(at));
            at += taken;
            if whole {
                let (line, text) = self.server.finish();
                let before = self.mode;
                self.server_line(&line, &text, out);
                self.server.reuse(text);
                // A message that was sent without waiting for the 354 comes before the reply to it.
                let message_waits = self.impatient && before == Mode::Await && self.mode == Mode::Data;
                if message_waits {
                    break;
                }
            }
        }
        Fed::all(at)
    }

    fn server_line(&mut self, line: &Line, bytes: &[u8], out: &mut dyn Sink) {
        let text = wire_text(bytes);
        let parsed = wire::reply_line(&text);
        let mut reply = self.reply.take().unwrap_or_default();
        if reply.lines.is_empty() {
            reply.code = parsed.as_ref().map(|parsed| parsed.code);
        } else if parsed.as_ref().is_some_and(|parsed| Some(parsed.code) != reply.code) {
            reply.mismatch = true;
        }
        let more = parsed.as_ref().is_some_and(|parsed| parsed.more);
        // A line without a code inside a reply does not end it.
        let more = more || (parsed.is_none() && !reply.lines.is_empty());
        reply.omitted += line.omitted;
        if reply.lines.len() >= MAX_REPLY_LINES || reply.kept >= MAX_REPLY_TEXT {
            reply.dropped += 1;
        } else {
            reply.kept += text.len();
            reply.lines.push(text);
        }
        reply.frames.extend(&line.frames);
        reply.time.get_or_insert(line.time);
        reply.until = Some(line.last_time);
        reply.span = Some((reply.span.map_or(line.span.0, |span| span.0), line.span.1));
        if more {
            self.reply = Some(reply);
        } else {
            self.take_reply(reply, out);
        }
    }

    /// A reply that never ended: its code is enough to know what it answers. Returns whether there was one.
    pub(super) fn flush_reply(&mut self, out: &mut dyn Sink) -> bool {
        if !self.server.is_empty() {
            let (line, bytes) = self.server.finish();
            let mut reply = self.reply.take().unwrap_or_default();
            let text = wire_text(&bytes);
            let parsed = wire::reply_line(&text);
            reply.code = reply.code.or(parsed.as_ref().map(|parsed| parsed.code));
            reply.lines.push(text);
            reply.frames.extend(&line.frames);
            reply.time.get_or_insert(line.time);
            reply.until = Some(line.last_time);
            reply.span = Some((reply.span.map_or(line.span.0, |span| span.0), line.span.1));
            self.reply = Some(reply);
        }
        let Some(mut reply) = self.reply.take() else { return false };
        reply.unfinished = true;
        let coded = reply.code.is_some();
        if coded {
            self.take_reply(reply, out);
        } else {
            let mut step = reply.step("smtp.reply").noted(Note::new("smtp-reply-unfinished"));
            step.lines = reply.lines;
            out.step(step);
        }
        coded
    }

    fn take_reply(&mut self, reply: Box<Reply>, out: &mut dyn Sink) {
        // A client may send commands before it is greeted; the greeting still comes first.
        let greeting =
            !self.greeted && (self.pending.is_empty() || !self.unasked_line && reply.code == Some(220));
        self.greeted = true;
        // A reply while the message is still being sent ends it: the end mark was lost in a gap, or the server saw one
        // where we did not. A refusal in the middle does not.
        if self.mode == Mode::Data && self.pending.is_empty() && reply.code.is_some_and(|code| code < 400) {
            self.end_content(true, out);
            self.mode = Mode::Command;
        }
        let pending = if greeting { None } else { self.pending.answered() };
        let answers = pending.as_ref().and_then(|pending| pending.step);
        let what = pending.map(|pending| pending.what);
        // Several lines with 250 answer an EHLO, also one that was not captured.
        let lost_hello = what.is_none() && !greeting && reply.code == Some(250) && reply.lines.len() > 1;
        if lost_hello {
            self.guess_lost_command(&reply, out);
        }
        let what = what.or(lost_hello.then_some(What::Hello { verb: "EHLO" }));
        let kind = if greeting { "smtp.greeting" } else { "smtp.reply" };
        let clear = self.in_clear(&reply.frames);
        // A challenge is part of a login, whether or not its step is wanted.
        let step = if self.steps || reply.code == Some(334) {
            let mut step = reply.step(kind);
            step.answers = answers;
            self.explain(&reply, what.as_ref(), greeting, &mut step);
            step.notes.extend(clear);
            if reply.unfinished {
                step.notes.push(Note::new("smtp-reply-unfinished"));
            }
            Some(step)
        } else {
            None
        };
        if what.is_none() && !greeting {
            self.guess_lost_command(&reply, out);
        }
        if reply.mismatch {
            out.finding(
                Finding::new("smtp.reply-codes-differ", Severity::Warning, Fault::Sender)
                    .at(reply.frames.clone()),
            );
        }
        self.uses.replies += 1;
        if greeting {
            if let Some(finding) = self.greeting_came() {
                out.finding(finding);
            }
            self.uses.greeted = reply.frames.first().unwrap_or(0);
            let texts = reply.texts().filter(|_| self.tells_facts || self.steps);
            let text = texts.collect::<Vec<_>>().join("\n");
            self.facts.greeting = Some(Greeting { code: reply.code.unwrap_or(0), text });
        }
        self.consequences(&reply, what, out);
        if let Some(mut step) = step {
            step.lines = reply.lines;
            self.tell(step, out);
        }
    }

    fn explain(&mut self, reply: &Reply, what: Option<&What>, greeting: bool, step: &mut Step) {
        let Some(code) = reply.code else {
            step.notes.push(Note::new("smtp-reply-unreadable"));
            return;
        };
        let text = reply.texts().next().unwrap_or("");
        if code == 334 {
            let exchange = self
                .exchange
                .get_or_insert_with(|| Box::new(Exchange::new("", self.reveal, &self.passwords)));
            exchange.frames.extend(&reply.frames);
            let (decoded, note) = exchange.challenge(text);
            step.decoded = decoded;
            step.notes.push(Note::new("smtp-reply-334").with("what", note));
            return;
        }
        let context = match what {
            _ if greeting => Some("greeting"),
            Some(What::Hello { verb }) if *verb != "HELO" && reply.lines.len() == 1 => Some("ehlo-none"),
            _ => what.and_then(What::context),
        };
        let mut note = Note::new(verbs::reply_note(code, context)).with("code", u64::from(code));
        if let Some(enhanced) = wire::enhanced_code(text) {
            note = note.with("enhanced", enhanced);
        }
        step.notes.push(note);
        if let Some(&What::Content { transaction, recipient: Some(recipient) }) = what
            && let Some(recipient) = self.recipient(transaction, recipient)
        {
            step.notes.push(Note::new("smtp-lmtp-recipient").with("address", recipient.address.as_str()));
        }
        if let Some(enhanced) = wire::enhanced_code(text) {
            // Of what went well the reply's own explanation says enough, where the command is known.
            let needed = registry::says_more(enhanced) && (code >= 400 || what.is_none() && !greeting);
            if needed {
                step.notes.push(registry::enhanced_note(enhanced));
            } else if self.more && !enhanced.ends_with(".0") {
                step.more.push(registry::enhanced_note(enhanced));
            }
        }
        if let (Some(What::Hello { verb }), 200..=299) = (what, code) {
            if *verb == "HELO" && reply.lines.len() > 1 {
                // That HELO gets one line is not what happened here.
                step.notes.clear();
                step.notes.push(Note::new(verbs::reply_note(code, None)).with("code", u64::from(code)));
                step.notes.push(Note::new("smtp-helo-many-lines"));
            }
            if *verb != "HELO" {
                step.line_notes =
                    reply.texts().enumerate().map(|(at, text)| keyword_note(at, text)).collect();
            }
        }
    }

    /// What a reply without a command tells about the bytes that are missing before it.
    fn guess_lost_command(&mut self, reply: &Reply, out: &mut dyn Sink) {
        let Some(at) = self.gap_step.take() else { return };
        let text = reply.texts().next().unwrap_or("");
        let guess = match (reply.code, wire::enhanced_code(text)) {
            (Some(354), _) => "smtp-lost-data",
            (Some(235 | 535), _) => "smtp-lost-auth",
            (Some(334), _) => "smtp-lost-auth",
            (Some(221), _) => "smtp-lost-quit",
            (Some(250), Some("2.1.0")) => "smtp-lost-mail",
            (Some(250 | 550..=554), Some("2.1.5" | "5.1.1" | "5.7.1")) => "smtp-lost-rcpt",
            (Some(250), _) if reply.lines.len() > 1 => "smtp-lost-ehlo",
            (Some(220), _) => "smtp-lost-starttls",
            _ => return,
        };
        if let Some(step) = out.amend(at) {
            step.inferred = true;
            step.notes.push(Note::new(guess));
        }
    }

    /// What a reply changes.
    fn consequences(&mut self, reply: &Reply, what: Option<What>, out: &mut dyn Sink) {
        let code = reply.code.unwrap_or(0);
        let good = (200..400).contains(&code);
        match what {
            None => self.unasked(reply, code),
            Some(What::Hello { verb }) if good => {
                self.hello_reply(verb, reply, out);
                if verb != "HELO" {
                    self.extensions(reply);
                }
            }
            Some(What::Mail) if !good => self.end_transaction(Outcome::Rejected, code),
            Some(What::Rcpt { transaction, recipient }) => {
                if let Some(recipient) = self.recipient(transaction, recipient) {
                    recipient.code = Some(code);
                }
            }
            Some(What::Data) if code == 354 => {
                self.teach(|seen| seen.go_ahead = seen.go_ahead.or(reply.frames.first()));
                self.begin_data(&reply.frames);
            }
            Some(What::Data) => {
                self.mode = Mode::Command;
                self.end_transaction(Outcome::Rejected, code);
            }
            Some(What::Content { transaction, recipient }) => {
                if let Some(recipient) = recipient.and_then(|at| self.recipient(transaction, at)) {
                    recipient.delivery = Some(code);
                } else if good {
                    self.teach(|seen| seen.queued = seen.queued.or(reply.frames.first()));
                }
                self.verdict(transaction, code);
            }
            Some(What::Chunk { transaction, last }) => {
                if last || !good {
                    self.verdict(transaction, code);
                }
            }
            Some(What::Auth) => self.auth_reply(code),
            Some(What::StartTls) => self.starttls_reply(reply, code, out),
            // Behind a RSET the next envelope may be on its way already (PIPELINING): that one stays.
            Some(What::Rset { transaction }) if good && transaction == self.transaction => {
                self.abort_transaction()
            }
            Some(What::Quit) => self.abort_transaction(),
            Some(_) => {}
        }
    }

    /// A reply to a command that was not captured.
    fn unasked(&mut self, reply: &Reply, code: u16) {
        match code {
            354 => self.begin_data(&reply.frames),
            334 => self.mode = Mode::Sasl,
            235 | 535 => {
                self.end_exchange(Some(code == 235), Some(code));
                self.mode = Mode::Command;
            }
            _ => {}
        }
    }

    fn auth_reply(&mut self, code: u16) {
        if code == 334 {
            self.mode = Mode::Sasl;
            return;
        }
        self.mode = Mode::Command;
        self.end_exchange(Some((200..300).contains(&code)), Some(code));
    }

    fn starttls_reply(&mut self, reply: &Reply, code: u16, out: &mut dyn Sink) {
        self.mode = Mode::Command;
        if code == 220 {
            self.facts.starttls = StartTls::Used;
            self.upgrade.agree(reply.frames.last().unwrap_or(0));
            return;
        }
        self.facts.starttls = StartTls::Refused;
        out.finding(
            Finding::new("smtp.starttls-refused", Severity::Warning, Fault::Sender)
                .at(reply.frames.clone())
                .with("code", u64::from(code)),
        );
    }

    fn recipient(&mut self, transaction: usize, index: usize) -> Option<&mut Recipient> {
        self.facts.transactions.get_mut(transaction)?.recipients.get_mut(index)
    }

    /// The reply behind a message. LMTP gives several: one good one is enough.
    fn verdict(&mut self, transaction: usize, code: u16) {
        let good = (200..300).contains(&code);
        if let Some(open) = self.facts.transactions.get_mut(transaction)
            && open.outcome != Outcome::Accepted
        {
            open.outcome = if good { Outcome::Accepted } else { Outcome::Rejected };
            open.code = Some(code);
        }
        if self.transaction == Some(transaction) {
            self.transaction = None;
        }
        if !good {
            self.content = None;
        }
    }

    fn end_transaction(&mut self, outcome: Outcome, code: u16) {
        if let Some(open) = self.transaction.take().and_then(|at| self.facts.transactions.get_mut(at)) {
            open.outcome = outcome;
            open.code = Some(code);
        }
    }

    /// The reply to HELO or EHLO: the list against which the rest is held, and whether it names the host of the greeting.
    fn hello_reply(&mut self, verb: &str, reply: &Reply, out: &mut dyn Sink) {
        let Some(frame) = reply.frames.first() else { return };
        let asked = verb != "HELO";
        if self.uses.listed.is_none() || asked && !self.uses.asked {
            (self.uses.listed, self.uses.asked) = (Some(frame), asked);
        }
        if self.steps
            && let Some(greeting) = self.facts.greeting.as_ref().and_then(|it| lessons::host(&it.text))
            && let Some(host) = reply.texts().next().and_then(lessons::host)
            && lessons::are_two(&greeting, &host)
        {
            let greeted = self.uses.greeted;
            self.teach(|seen| {
                seen.two_hosts.get_or_insert(((greeting, greeted), (host, frame)));
            });
        }
        if let Some(mask) = reply.texts().skip(1).find(|text| uses::is_overwritten(text)) {
            out.finding(
                Finding::new("smtp.starttls-stripped", Severity::Warning, Fault::Network)
                    .at(reply.frames.clone())
                    .with("mask", mask)
                    .with("reply", &reply.frames),
            );
        }
    }

    fn extensions(&mut self, reply: &Reply) {
        for text in reply.texts().skip(1) {
            let (keyword, parameters) = text.split_once([' ', '=']).unwrap_or((text, ""));
            let keyword = keyword.to_ascii_uppercase();
            if keyword == "STARTTLS" && self.facts.starttls == StartTls::NotOffered {
                self.facts.starttls = StartTls::Offered;
                self.evidence.starttls_offered = reply.frames.clone();
            }
            let parameters = parameters.trim().to_owned();
            let cost = size_of::<Extension>() + keyword.len() + parameters.len();
            if self.room.take(cost, &reply.frames) {
                let encrypted = self.encrypted;
                self.facts.extensions.push(Extension { keyword, parameters, encrypted });
            }
        }
    }
}

impl Reply {
    /// What its lines say behind the code.
    fn texts(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().map(|line| wire::reply_line(line).map_or(line.as_str(), |parsed| parsed.text))
    }

    /// A step for it, still without its lines.
    fn step(&self, kind: &'static str) -> Step {
        let mut step = Step::new("smtp", kind, Some(Side::Server), Mark::Quoted);
        step.frames = self.frames.clone();
        step.time = self.time;
        step.until = self.until;
        step.span = self.span;
        if self.omitted > 0 {
            step.notes.push(Note::new("typed-line-too-long").with("bytes", self.omitted));
        }
        if self.dropped > 0 {
            step.notes.push(Note::new("typed-lines-not-kept").with("lines", self.dropped));
        }
        step
    }
}

/// The explanation of a line of an EHLO reply: the first names the server.
fn keyword_note(at: usize, text: &str) -> Option<Note> {
    if at == 0 {
        return Some(Note::new("smtp-keyword-host"));
    }
    let (keyword, parameters) = text.split_once([' ', '=']).unwrap_or((text, ""));
    Some(registry::keyword_note(keyword, parameters))
}
