//! The server's side: status lines, listings, and messages.

use crate::dialogue::{
    Fault, Finding, Gap, Mark, MessageSource, Note, Place, Severity, Side, Step, wire_text,
};
use crate::proto::lines::{DotBody, Line};
use crate::proto::mail::{self, Mail};
use crate::proto::sasl::{Exchange, Outcome};
use crate::proto::smtp::StartTls;
use crate::proto::{Fed, Sink};

use super::mailbox::{Listing, STRAY};
use super::session::{Mode, Pending, Pop3Session};
use super::state::State;
use super::verbs::{self, Shape};
use super::wire::{self, Status};

/// A message that is being fetched.
pub(super) struct Body {
    mail: Mail,
    dots: DotBody,
    number: Option<u64>,
    declared: Option<u64>,
    top: bool,
    lines: Option<u64>,
    holed: bool,
    late: bool,
    /// Index of the reply's step.
    reply: Option<usize>,
    span: (u64, u64),
}

impl Body {
    pub(super) fn is_holed(&self) -> bool {
        self.holed
    }
}

impl Pop3Session {
    pub(super) fn server_bytes(&mut self, bytes: &[u8], place: Place, out: &mut dyn Sink) -> Fed {
        let mut at = 0;
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            let here = place.after(at);
            if self.body.is_some() {
                at += self.body_bytes(rest, here, out);
                continue;
            }
            if self.server.is_empty() && self.upgrade.begins(rest) {
                return Fed { taken: at, next: self.hand_over() };
            }
            let (taken, whole) = self.server.take(rest, here);
            at += taken;
            if whole {
                let (line, text) = self.server.finish();
                self.server_line(&line, &text, out);
                self.server.reuse(text);
            }
        }
        Fed::all(at)
    }

    fn server_line(&mut self, line: &Line, bytes: &[u8], out: &mut dyn Sink) {
        let text = wire_text(bytes);
        let status = wire::status(&text);
        if self.listing.is_some() {
            // A listing whose dot is missing ends where the next answer begins.
            let next_answer =
                matches!(status, Some((Status::Ok | Status::Err, _))) && !self.pending.is_empty();
            if !next_answer {
                self.listed(line, &text, out);
                return;
            }
            self.end_listing(false, out);
        }
        let Some((status, said)) = status else {
            self.stray_line(line, &text, out);
            return;
        };
        if status == Status::Continue {
            self.challenge(line, &text, said, out);
            return;
        }
        let greeting = !self.greeted && self.pending.is_empty();
        self.greeted = true;
        if greeting {
            self.greeting(line, &text, said, out);
            return;
        }
        let pending = self.pending.answered();
        self.answer(line, &text, status, said, pending, out);
    }

    fn reply_step(line: &Line, text: &str, kind: &'static str) -> Step {
        let mut step = Step::new("pop3", kind, Some(Side::Server), Mark::Quoted);
        step.frames = line.frames.clone();
        step.time = Some(line.time);
        step.until = Some(line.last_time);
        step.span = Some(line.span);
        step.lines = [text.to_owned()].into();
        step.notes.extend(line.omitted_note());
        step
    }

    fn greeting(&mut self, line: &Line, text: &str, said: &str, out: &mut dyn Sink) {
        let mut step = Self::reply_step(line, text, "pop3.greeting");
        let stamp = wire::timestamp(said);
        step.notes.push(Note::new(if text.starts_with('-') {
            "pop3-greeting-refused"
        } else if stamp.is_some() {
            "pop3-greeting-apop"
        } else {
            "pop3-greeting"
        }));
        self.facts.greeting = Some(said.to_owned());
        self.facts.apop_timestamp = stamp.map(str::to_owned);
        out.step(step);
    }

    fn challenge(&mut self, line: &Line, text: &str, said: &str, out: &mut dyn Sink) {
        let pending = self.pending.answered();
        let mut step = Self::reply_step(line, text, "pop3.auth.challenge");
        step.answers = pending.and_then(|pending| pending.step);
        let reveal = self.reveal;
        let exchange =
            self.exchange.get_or_insert_with(|| Box::new(Exchange::new("", reveal, &self.passwords)));
        exchange.frames.extend(&line.frames);
        let (decoded, note) = exchange.challenge(said);
        step.decoded = decoded;
        step.notes.push(Note::new("pop3-continue").with("what", note));
        out.step(step);
        self.mode = Mode::Sasl;
    }

    /// A line that begins like no answer: the rest of a message or listing whose beginning was not captured.
    fn stray_line(&mut self, line: &Line, text: &str, out: &mut dyn Sink) {
        let mut step = Self::reply_step(line, text, "pop3.reply");
        let listed = wire::numbered(text).is_some_and(|(_, rest)| !rest.contains(' '));
        if (self.late || self.pending.is_empty()) && !listed && text != "." {
            self.begin_body(None, None, false, true, None);
            let place =
                Place { frame: line.frames.first().unwrap_or(0), time: line.time, offset: line.span.0 };
            self.body_bytes(text.as_bytes(), place, out);
            if let Some(body) = self.body.as_mut().filter(|_| line.omitted > 0) {
                // What the line framer did not keep.
                body.mail.gap(line.omitted);
            }
            self.body_bytes(b"\r\n", place.after(text.len()), out);
            return;
        }
        step.notes.push(Note::new("pop3-reply-stray"));
        if text == "." {
            out.step(step);
        } else {
            self.listing = Some(Box::new(Listing::begin(out.step(step.clone()), step, STRAY)));
        }
    }

    fn answer(
        &mut self,
        line: &Line,
        text: &str,
        status: Status,
        said: &str,
        pending: Option<Pending>,
        out: &mut dyn Sink,
    ) {
        let mut step = Self::reply_step(line, text, "pop3.reply");
        let good = status == Status::Ok;
        let clear = self.in_clear(&line.frames);
        step.answers = pending.as_ref().and_then(|pending| pending.step);
        let word = pending.as_ref().map_or("?", |pending| pending.word);
        step.notes.push(self.explanation(word, good, said, pending.as_ref()));
        step.notes.extend(clear);
        let number = pending.as_ref().and_then(|pending| pending.number);
        self.enter(pending.as_ref(), good, out);
        self.login_reply(word, good, &pending);
        if !good {
            out.step(step);
            self.refused(word, line, out);
            return;
        }
        let shape = pending.as_ref().map_or_else(|| guessed_shape(said), |pending| pending.shape);
        self.accepted(word, said, pending.as_ref(), line);
        match shape {
            Shape::Message => {
                let index = out.step(step);
                let declared = wire::octets(said).or_else(|| {
                    number.and_then(|number| self.facts.messages.get(&number)).and_then(|entry| entry.size)
                });
                let top = word == "TOP";
                self.begin_body(number, declared.filter(|_| !top), top, false, Some(index));
                if let Some(body) = self.body.as_mut() {
                    body.lines = pending.and_then(|pending| pending.lines).filter(|_| top);
                }
            }
            Shape::List => {
                self.listing = Some(Box::new(Listing::begin(out.step(step.clone()), step, word)));
            }
            _ => {
                out.step(step);
                if word == "STLS" {
                    self.facts.stls = StartTls::Used;
                    self.upgrade.agree(line.frames.last().unwrap_or(0));
                }
            }
        }
    }

    fn explanation(&self, word: &str, good: bool, said: &str, pending: Option<&Pending>) -> Note {
        if !good {
            return match (word, wire::response_code(said)) {
                ("PASS" | "APOP" | "AUTH", Some(code)) => {
                    Note::new("pop3-err-login-code").with("code", verbs::response_code_note(code))
                }
                ("PASS" | "APOP" | "AUTH", None) => Note::new("pop3-err-login"),
                ("STLS", _) => Note::new("pop3-err-stls"),
                (_, Some(code)) => Note::new("pop3-err-code").with("code", verbs::response_code_note(code)),
                _ => Note::new("pop3-err"),
            };
        }
        let numbers = wire::numbered(said);
        match (word, verbs::find(word)) {
            ("STAT", _) => {
                let (count, rest) = numbers.unwrap_or((0, ""));
                let size = wire::numbered(rest).map_or(0, |found| found.0);
                Note::new("pop3-ok-stat").with("count", count).with("size", size)
            }
            (_, Some(verb)) => {
                let argument = if pending.is_some_and(|pending| pending.argument) { "yes" } else { "no" };
                Note::new(verb.ok).with("argument", argument)
            }
            _ => Note::new("pop3-ok"),
        }
    }

    fn login_reply(&mut self, word: &str, good: bool, pending: &Option<Pending>) {
        let code = if good { "+OK" } else { "-ERR" };
        if let Some(mut attempt) = pending.as_ref().and_then(|pending| pending.attempt.clone()) {
            attempt.outcome = if good { Outcome::Accepted } else { Outcome::Rejected };
            attempt.code = Some(code.to_owned());
            self.facts.auth.push(attempt);
        }
        if (word == "AUTH" || word == "?" || pending.is_none())
            && let Some(exchange) = self.exchange.take()
        {
            self.attempted(exchange.attempt(Some(good), Some(code.to_owned()), self.encrypted));
        }
        if self.mode != Mode::Command && matches!(word, "AUTH" | "STLS" | "?") {
            self.mode = Mode::Command;
        }
    }

    fn refused(&mut self, word: &str, line: &Line, out: &mut dyn Sink) {
        if word == "STLS" {
            self.facts.stls = StartTls::Refused;
            out.finding(
                Finding::new("pop3.stls-refused", Severity::Warning, Fault::Sender).at(line.frames.clone()),
            );
        }
    }

    fn begin_body(
        &mut self,
        number: Option<u64>,
        declared: Option<u64>,
        top: bool,
        late: bool,
        reply: Option<usize>,
    ) {
        let source = if top { MessageSource::Pop3Top } else { MessageSource::Pop3Retr };
        let mut mail = Mail::new(source, self.messages, &self.shelf);
        if late {
            mail.late();
        }
        self.body = Some(Box::new(Body {
            mail,
            dots: if late { DotBody::late() } else { DotBody::default() },
            number,
            declared,
            top,
            lines: None,
            holed: false,
            late,
            reply,
            span: (u64::MAX, 0),
        }));
    }

    fn body_bytes(&mut self, bytes: &[u8], place: Place, out: &mut dyn Sink) -> usize {
        let Some(body) = self.body.as_mut() else { return 0 };
        // Behind a hole the next answer may stand where the message was: its end was in the hole.
        let answer = bytes.starts_with(b"+OK") || bytes.starts_with(b"-ERR");
        if body.holed && answer && !self.pending.is_empty() {
            self.end_body(false, out);
            return 0;
        }
        let Body { mail, dots, .. } = body.as_mut();
        let (taken, ended) = dots.feed(bytes, |part, unhyphened| mail.feed_searched(part, unhyphened, place));
        body.span = (body.span.0.min(place.offset), place.offset.saturating_add(taken as u64));
        // Also where it brought half of an end mark, or a dot that was stuffed.
        body.mail.frame(place);
        if ended {
            self.end_body(true, out);
        }
        taken
    }

    pub(super) fn end_body(&mut self, ended: bool, out: &mut dyn Sink) {
        let Some(body) = self.body.take() else { return };
        let complete = ended && !body.holed && !body.late;
        let mut message = body.mail.finish(complete, body.dots.stuffed());
        (message.number, message.lines) = (body.number, body.lines);
        let frames = message.frames.clone();
        self.note_clear(&frames);
        let whole = message.size + message.missing;
        message.whole = message.whole.or(body.declared);
        for finding in mail::findings(&message) {
            out.finding(finding);
        }
        let mut step = mail::step(&message, "pop3", "pop3.message", Side::Server);
        step.span = Some(body.span).filter(|span| span.0 <= span.1);
        step.answers = body.reply;
        if let Some(declared) = body.declared.filter(|_| ended && !body.late) {
            let key = if declared == whole { "mail-note-size-as-declared" } else { "mail-note-size-differs" };
            step.notes.push(Note::new(key).with("declared", declared).with("size", whole));
            if declared != whole && complete {
                out.finding(
                    Finding::new("pop3.octets-differ", Severity::Note, Fault::Sender)
                        .at(frames.clone())
                        .with("declared", declared)
                        .with("size", whole),
                );
            }
        }
        let (size, missing) = (message.size, message.missing);
        let index = out.message(message);
        if let Some(entry) = body.number.and_then(|number| self.entry(number, &frames)) {
            if entry.fetched != Some("retr") {
                entry.fetched = Some(if body.top { "top" } else { "retr" });
                entry.message = Some(index);
            }
            entry.size = entry.size.or(body.declared);
        }
        if !complete {
            out.finding(
                Finding::new("pop3.message-incomplete", Severity::Error, Fault::Capture)
                    .at(frames)
                    .with("size", size)
                    .with("missing", missing),
            );
        }
        out.step(step);
    }

    pub(super) fn server_gap(&mut self, gap: &Gap, out: &mut dyn Sink) {
        if self.body.is_none() {
            self.state = State::Unknown;
        }
        if let Some(body) = self.body.as_mut() {
            let from = body.mail.size();
            body.holed = true;
            body.dots.gap();
            body.mail.gap(gap.len);
            let to = from.saturating_add(gap.len).saturating_sub(1);
            let index = out.gap(Side::Server, gap, None);
            if let Some(step) = out.amend(index) {
                step.notes.push(Note::new("smtp-gap-in-message").with("from", from).with("to", to));
            }
            return;
        }
        // An answer whose end is missing is still an answer; only when none was begun may one have been lost.
        let answered = !self.server.is_empty() || self.listing.is_some();
        self.flush_server(out);
        out.gap(Side::Server, gap, None);
        if !answered {
            self.server_silent();
        }
    }

    /// What the server began and never ended.
    pub(super) fn flush_server(&mut self, out: &mut dyn Sink) {
        if !self.server.is_empty() {
            let (line, bytes) = self.server.finish();
            let text = wire_text(&bytes);
            if let Some(listing) = self.listing.as_mut() {
                listing.step.frames.extend(&line.frames);
                listing.add(text);
            } else if wire::status(&text).is_some() {
                self.server_line(&line, &bytes, out);
            } else {
                let mut step = Self::reply_step(&line, &text, "pop3.reply");
                step.answers = self.pending.iter().next().and_then(|pending| pending.step);
                step.notes.push(Note::new("pop3-reply-unfinished"));
                out.step(step);
            }
        }
        self.end_listing(false, out);
        self.end_body(false, out);
    }
}

/// How an answer to a command that was not captured goes on, by what it says.
fn guessed_shape(said: &str) -> Shape {
    let lower = said.to_ascii_lowercase();
    if wire::octets(said).is_some() || lower.contains("message follows") {
        Shape::Message
    } else if lower.contains("capability list") || lower.contains(" messages:") {
        Shape::List
    } else {
        Shape::Line
    }
}
