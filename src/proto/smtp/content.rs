//! Messages inside SMTP: what follows DATA and 354, and the chunks of BDAT (RFC 3030).

use crate::dialogue::{
    Arg, Fault, Finding, Frames, Gap, Mark, Message, MessageSource, Note, Place, Severity, Side, Step, Time,
};
use crate::proto::Sink;
use crate::proto::lines::{DotBody, Line};
use crate::proto::mail::{self, Mail};

use super::facts::Transfer;
use super::lessons::Compared;
use super::session::{Mode, SmtpSession, What};
use super::wire;

/// A message that is being sent.
pub(super) struct Content {
    mail: Mail,
    body: DotBody,
    /// A gap was seen in it.
    holed: bool,
    /// Its beginning is missing.
    late: bool,
    /// Offset of its first byte.
    from: u64,
    /// Offset behind its last byte.
    to: u64,
    /// Those of the chunk that is coming in; all of the message's are in the mail.
    chunk: Frames,
    chunks: u64,
    keys: Keys,
    /// The client took it back.
    given_up: bool,
}

/// How the segments of a message came: key by key when a person types it.
#[derive(Default)]
struct Keys {
    segments: u64,
    largest: usize,
    bytes: u64,
    first: Option<Time>,
    last: Time,
}

impl Keys {
    fn add(&mut self, place: Place, len: usize) {
        self.segments += 1;
        self.largest = self.largest.max(len);
        self.bytes += len as u64;
        self.first.get_or_insert(place.time);
        self.last = place.time;
    }

    /// The same measure as for a line: small segments, at most two bytes each on average.
    fn note(&self) -> Option<Note> {
        let typed = self.segments >= 3 && self.largest <= 4 && self.segments * 2 >= self.bytes;
        let nanos = self.last.nanos_since(self.first?);
        typed.then(|| {
            Note::new("typed-message").with("keys", self.segments).with("seconds", Arg::Seconds(nanos))
        })
    }
}

impl Content {
    fn new(mail: Mail, body: DotBody) -> Self {
        Content {
            mail,
            body,
            holed: false,
            late: false,
            from: u64::MAX,
            to: 0,
            chunk: Frames::default(),
            chunks: 0,
            keys: Keys::default(),
            given_up: false,
        }
    }

    fn place(&mut self, place: Place, len: usize) {
        self.keys.add(place, len);
        self.from = self.from.min(place.offset);
        self.to = place.offset.saturating_add(len as u64);
        // Also where it brought half of an end mark, or a dot that was stuffed.
        self.mail.frame(place);
    }
}

impl SmtpSession {
    /// The server has agreed to DATA.
    pub(super) fn begin_data(&mut self, frames: &Frames) {
        let open = self.open_transaction(frames);
        if let Some(transaction) = self.facts.transactions.get_mut(open) {
            transaction.transfer = Some(Transfer::Data);
        }
        let mail = Mail::new(MessageSource::SmtpData, self.messages, &self.shelf);
        self.content = Some(Box::new(Content::new(mail, DotBody::default())));
        self.mode = Mode::Data;
    }

    /// The capture begins inside a message: this line, and what follows.
    pub(super) fn begin_late_content(&mut self, line: &Line, bytes: &[u8], out: &mut dyn Sink) {
        self.begin_data(&line.frames);
        if let Some(content) = self.content.as_mut() {
            content.mail.late();
            content.late = true;
            content.body = DotBody::late();
        }
        let end: &[u8] = if line.span.1 - line.span.0 == bytes.len() as u64 + 2 { b"\r\n" } else { b"\n" };
        self.content_bytes(bytes, Self::place_of(line), out);
        if let Some(content) = self.content.as_mut().filter(|_| line.omitted > 0) {
            // What the line framer did not keep.
            content.mail.gap(line.omitted);
        }
        self.content_bytes(end, Self::place_of(line).after(bytes.len()), out);
    }

    /// BDAT: the size is all that tells where a chunk ends.
    pub(super) fn bdat(&mut self, line: &Line, argument: &str, step: &mut Step) -> What {
        let Some((size, last)) = wire::chunk(argument) else {
            step.notes.push(Note::new("smtp-bdat-unreadable"));
            return What::Other("bdat");
        };
        step.notes.push(Note::new("smtp-bdat-size").with("size", size));
        if last {
            step.notes.push(Note::new("smtp-bdat-last"));
        }
        let open = self.open_transaction(&line.frames);
        if let Some(transaction) = self.facts.transactions.get_mut(open) {
            transaction.transfer = Some(Transfer::Bdat);
        }
        if self.content.is_none() {
            let mail = Mail::new(MessageSource::SmtpBdat, self.messages, &self.shelf);
            self.content = Some(Box::new(Content::new(mail, DotBody::default())));
        }
        if let Some(content) = self.content.as_mut() {
            content.mail.frame(Self::place_of(line));
        }
        What::Chunk { transaction: open, last }
    }

    pub(super) fn begin_chunk(&mut self, argument: &str, last: bool, line: &Line, out: &mut dyn Sink) {
        let Some((left, _)) = wire::chunk(argument) else { return };
        if let Some(content) = self.content.as_mut() {
            content.from = u64::MAX;
            content.chunk = Frames::default();
        }
        self.mode = Mode::Bdat { left, last };
        if left == 0 {
            self.end_chunk(0, last, Self::place_of(line), out);
        }
    }

    /// Bytes of a message; returns how many belong to it.
    pub(super) fn content_bytes(&mut self, bytes: &[u8], place: Place, out: &mut dyn Sink) -> usize {
        let Some(content) = self.content.as_mut() else {
            self.mode = Mode::Command;
            return 0;
        };
        match self.mode {
            Mode::Bdat { left, last } => {
                let taken = usize::try_from(left).unwrap_or(usize::MAX).min(bytes.len());
                content.place(place, taken);
                content.chunk.add(place.frame);
                content.mail.feed(bytes.get(..taken).unwrap_or_default(), place);
                let left = left - taken as u64;
                self.mode = Mode::Bdat { left, last };
                if left == 0 {
                    self.end_chunk(taken, last, place, out);
                }
                taken
            }
            _ => {
                let Content { mail, body, .. } = content.as_mut();
                let (taken, ended) =
                    body.feed(bytes, |part, unhyphened| mail.feed_searched(part, unhyphened, place));
                content.place(place, taken);
                if ended {
                    self.end_content(true, out);
                    self.mode = Mode::Command;
                }
                taken
            }
        }
    }

    fn end_chunk(&mut self, _taken: usize, last: bool, place: Place, out: &mut dyn Sink) {
        self.mode = Mode::Command;
        let Some(content) = self.content.as_mut() else { return };
        content.chunks += 1;
        if content.from != u64::MAX {
            let mut step = Step::new("smtp", "smtp.bdat.chunk", Some(Side::Client), Mark::Described);
            step.frames = std::mem::take(&mut content.chunk);
            step.time = Some(place.time);
            step.span = Some((content.from, content.to));
            let bytes = content.to - content.from;
            step.label = Some(Note::new("smtp-label-chunk").with("bytes", bytes).into());
            step.wireshark = Some(vec![format!("DATA fragment, {bytes} bytes")]);
            step.notes.push(Note::new("smtp-bdat-chunk").with("number", content.chunks));
            out.step(step);
        }
        if last {
            self.end_content(true, out);
        }
    }

    pub(super) fn content_gap(&mut self, gap: &Gap, out: &mut dyn Sink) {
        let Some(content) = self.content.as_mut() else { return };
        let from = content.mail.size();
        content.holed = true;
        content.body.gap();
        let inside = match self.mode {
            Mode::Bdat { left, last } => {
                let inside = gap.len.min(left);
                self.mode = Mode::Bdat { left: left - inside, last };
                inside
            }
            _ => gap.len,
        };
        content.mail.gap(inside);
        let to = from.saturating_add(inside).saturating_sub(1);
        let index = out.gap(Side::Client, gap, None);
        if let Some(step) = out.amend(index) {
            step.notes.push(Note::new("smtp-gap-in-message").with("from", from).with("to", to));
        }
        if let Mode::Bdat { left: 0, last } = self.mode {
            self.end_chunk(0, last, gap.at, out);
        }
    }

    /// RSET between two chunks: the client gives up the message it has begun to send.
    pub(super) fn give_up_content(&mut self, out: &mut dyn Sink) {
        if let Some(content) = self.content.as_mut() {
            content.given_up = true;
            self.end_content(false, out);
        }
    }

    /// The message is over: by its end mark, or because nothing more of it can come.
    pub(super) fn end_content(&mut self, ended: bool, out: &mut dyn Sink) {
        let Some(content) = self.content.take() else { return };
        let Content { mail, body, holed, late, from, to, chunks, keys, given_up, .. } = *content;
        let complete = ended && !holed && !late;
        let bdat = chunks > 0;
        let mut message = mail.finish(complete, body.stuffed());
        let frames = message.frames.clone();
        self.note_clear(&frames);
        let open = self.open_transaction(&frames);
        let declared = self.facts.transactions.get(open).and_then(|transaction| transaction.size);
        let whole = message.size + message.missing;
        message.whole = message.whole.or(declared);
        for finding in mail::findings(&message) {
            out.finding(finding);
        }
        let mut step = mail::step(&message, "smtp", "smtp.message", Side::Client);
        step.span = Some((from.min(to), to)).filter(|_| !bdat);
        if let Some(note) = keys.note() {
            self.typed.message(keys.segments);
            step.notes.insert(0, note);
        }
        if let Some(lines) = step.wireshark.as_mut().filter(|_| !bdat) {
            // Wireshark counts what is on the wire: stuffed dots too, the end mark not.
            lines.insert(0, format!("DATA fragment, {} bytes", message.size + message.stuffed_lines));
        }
        if let Some(declared) = declared.filter(|_| ended && !late) {
            let key = if declared == whole { "mail-note-size-as-declared" } else { "mail-note-size-differs" };
            step.notes.push(Note::new(key).with("declared", declared).with("size", whole));
        }
        if body.is_bare() {
            step.notes.push(Note::new("smtp-content-bare-lf"));
        }
        let size = message.size;
        if self.lessons.as_ref().is_some_and(|seen| seen.envelope.is_none()) {
            let envelope = self.facts.transactions.get(open);
            let compared = envelope.and_then(|envelope| Compared::of(envelope, &message));
            self.teach(|seen| seen.envelope = compared);
        }
        if !bdat {
            self.teach(|seen| {
                if seen.content.is_empty() {
                    seen.content = frames.clone();
                }
            });
        }
        for finding in self.content_rules(open, &message) {
            out.finding(finding);
        }
        let index = out.message(message);
        if let Some(transaction) = self.facts.transactions.get_mut(open) {
            transaction.message = Some(index);
            transaction.size = transaction.size.or(complete.then_some(size));
        }
        if given_up {
            step.notes = [Note::new("smtp-content-given-up")].into();
        } else if !complete {
            out.finding(
                Finding::new("smtp.message-incomplete", Severity::Error, Fault::Capture)
                    .at(frames.clone())
                    .with("size", size)
                    .with("missing", whole - size),
            );
        }
        let index = out.step(step);
        if ended && !bdat {
            // LMTP (RFC 2033, section 4.2) replies once per recipient that it accepted.
            let accepted = if self.lmtp { self.accepted_recipients(open) } else { Vec::new() };
            let all = accepted.into_iter().map(Some);
            let none = all.len() == 0;
            for recipient in all.chain(none.then_some(None)) {
                self.await_reply(Some(index), What::Content { transaction: open, recipient }, &frames);
            }
        } else if bdat {
            // The reply to the last chunk answers for the message.
            self.answer_with_message(index);
        }
    }

    /// What of the content goes against what was offered or declared.
    fn content_rules(&self, transaction: usize, message: &Message) -> Vec<Finding> {
        let mut findings = Vec::new();
        let Some(envelope) = self.facts.transactions.get(transaction) else { return findings };
        let offered = |keyword: &str| self.facts.extensions.iter().find(|known| known.keyword == keyword);
        let limit = offered("SIZE")
            .and_then(|size| size.parameters.trim().parse().ok())
            .filter(|&limit| limit > 0u64);
        if let Some(limit) = limit.filter(|&limit| message.size > limit) {
            findings.push(
                Finding::new("smtp.larger-than-allowed", Severity::Warning, Fault::Sender)
                    .at(message.frames.clone())
                    .with("size", message.size)
                    .with("limit", limit),
            );
        }
        let body =
            envelope.parameters.iter().find(|it| it.keyword == "BODY").and_then(|it| it.value.as_deref());
        let utf8 = envelope.parameters.iter().any(|it| it.keyword == "SMTPUTF8");
        let declared = matches!(body, Some("8BITMIME" | "BINARYMIME")) || utf8;
        if message.eight_bit && !declared && !self.late && envelope.sender.is_some() {
            findings.push(
                Finding::new("smtp.8bit-undeclared", Severity::Note, Fault::Sender)
                    .at(message.frames.clone())
                    .with("offered", if offered("8BITMIME").is_some() { "yes" } else { "no" }),
            );
        }
        if let Some(longest) = message.long_line.filter(|_| body != Some("BINARYMIME")) {
            findings.push(
                Finding::new("smtp.line-too-long", Severity::Note, Fault::Sender)
                    .at(message.frames.clone())
                    .with("bytes", longest),
            );
        }
        findings
    }

    /// Indexes of the recipients that the server took.
    fn accepted_recipients(&self, transaction: usize) -> Vec<usize> {
        let recipients = self.facts.transactions.get(transaction).map(|transaction| &transaction.recipients);
        let all = recipients.into_iter().flatten().enumerate();
        all.filter(|(_, recipient)| matches!(recipient.code, Some(200..=299)))
            .map(|(index, _)| index)
            .collect()
    }

    fn answer_with_message(&mut self, step: usize) {
        if let Some(pending) = self.pending.last_mut()
            && matches!(pending.what, What::Chunk { last: true, .. })
        {
            pending.step = Some(step);
        }
    }
}
