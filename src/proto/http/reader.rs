//! One side's bytes, cut into messages: first line, fields, body (RFC 9112). It knows no other side: how long the body is,
//! which for a response depends on the request, is told to it when the fields have ended.

use crate::dialogue::{Frames, Gap, Place, Time};
use crate::proto::lines::{Line, LineEnd, Lines};

use super::fields::Fields;
use super::wire;

#[derive(Debug)]
pub(super) struct Reader {
    /// The client's, whose messages are requests.
    request: bool,
    /// Whether secrets are kept.
    reveal: bool,
    lines: Lines,
    state: State,
    head: Option<Box<Head>>,
    body: Body,
    skipped: Skipped,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// A first line comes.
    Start,
    Fields,
    /// Bytes of the body that are still to come.
    Body(u64),
    ChunkSize,
    Chunk(u64),
    /// The line end behind a chunk.
    ChunkEnd,
    Trailers,
    UntilClose,
    /// Where in a message this is cannot be told: the next line that can only be a first line begins one.
    Lost,
    /// What follows is no HTTP/1.
    Other,
}

/// First line and fields of a message.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// The first line, as it is on the wire.
    pub(super) line: Vec<u8>,
    pub(super) fields: Fields,
    pub(super) frames: Frames,
    pub(super) time: Time,
    pub(super) until: Time,
    pub(super) span: (u64, u64),
    /// Whether the fields end where bytes are missing.
    pub(super) cut: bool,
}

/// How long a body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    Known(u64),
    Chunked,
    /// As far as the connection goes.
    UntilClose,
    /// It is no body: another protocol begins.
    Other,
}

/// A body that has passed by.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// Bytes of it, those that are missing included.
    pub(super) size: u64,
    pub(super) missing: u64,
    /// Whether its end was not reached.
    pub(super) cut: bool,
    pub(super) frames: Frames,
}

/// Bytes that belong to no message that was read.
#[derive(Debug, Default)]
pub(super) struct Skipped {
    pub(super) bytes: u64,
    pub(super) frames: Frames,
    pub(super) time: Time,
    pub(super) until: Time,
    pub(super) span: (u64, u64),
    /// Whether nothing is missing before them: they are no HTTP.
    pub(super) wrong: bool,
}

/// What was found.
#[derive(Debug)]
pub(super) enum Event {
    /// The fields have ended; [`Reader::begin`] must be told how long the body is.
    Head(Box<Head>),
    /// The body has.
    End(Body),
    Skipped(Skipped),
    /// The client begins HTTP/2.
    Preface(Box<Head>),
}

impl Reader {
    pub(super) fn new(request: bool, late: bool, reveal: bool) -> Self {
        Reader {
            request,
            reveal,
            lines: Lines::default(),
            state: if late { State::Lost } else { State::Start },
            head: None,
            body: Body::default(),
            skipped: Skipped::default(),
        }
    }

    /// Whether nothing of a message has come since the last one.
    pub(super) fn is_between(&self) -> bool {
        self.state == State::Start && self.lines.is_empty()
    }

    /// Takes bytes up to the next event. Returns how many were taken.
    pub(super) fn feed(&mut self, bytes: &[u8], place: Place) -> (usize, Option<Event>) {
        let mut at = 0;
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            let here = place.after(at);
            let (taken, event) = match self.state {
                State::Body(left) | State::Chunk(left) => self.content(rest, here, left),
                State::UntilClose => self.content(rest, here, u64::MAX),
                State::Other => (rest.len(), None),
                _ => self.line(rest, here),
            };
            at += taken;
            if event.is_some() {
                return (at, event);
            }
        }
        (at, None)
    }

    fn content(&mut self, rest: &[u8], place: Place, left: u64) -> (usize, Option<Event>) {
        let taken = usize::try_from(left).unwrap_or(usize::MAX).min(rest.len());
        self.body.frames.add(place.frame);
        (taken, self.passed(taken as u64, left))
    }

    /// So much of the body went by, or is missing.
    fn passed(&mut self, bytes: u64, left: u64) -> Option<Event> {
        self.body.size = self.body.size.saturating_add(bytes);
        let left = left.saturating_sub(bytes);
        match self.state {
            State::Body(_) if left == 0 => return Some(self.end()),
            State::Body(_) => self.state = State::Body(left),
            State::Chunk(_) if left == 0 => self.state = State::ChunkEnd,
            State::Chunk(_) => self.state = State::Chunk(left),
            _ => {}
        }
        None
    }

    fn end(&mut self) -> Event {
        self.state = State::Start;
        Event::End(std::mem::take(&mut self.body))
    }

    fn line(&mut self, rest: &[u8], place: Place) -> (usize, Option<Event>) {
        let (taken, whole) = self.lines.take(rest, place);
        if !whole {
            return (taken, None);
        }
        let (line, bytes) = self.lines.finish();
        let event = match self.state {
            State::Start if bytes.is_empty() => None,
            State::Start | State::Lost => self.first_line(&line, &bytes),
            State::Fields => self.field(&line, &bytes),
            _ => {
                self.body.frames.extend(&line.frames);
                self.chunk_line(&line, &bytes)
            }
        };
        self.lines.reuse(bytes);
        (taken, event)
    }

    fn first_line(&mut self, line: &Line, bytes: &[u8]) -> Option<Event> {
        let text = std::str::from_utf8(bytes).unwrap_or("");
        let begins = match self.request {
            true => wire::request_line(text).is_some() || text == wire::PREFACE,
            false => wire::status_line(text).is_some(),
        };
        if !begins || line.omitted > 0 {
            self.skip(line, self.state == State::Start);
            return None;
        }
        let head = Box::new(Head {
            line: bytes.to_vec(),
            frames: line.frames.clone(),
            time: line.time,
            until: line.last_time,
            span: line.span,
            ..Head::default()
        });
        if text == wire::PREFACE {
            self.state = State::Other;
            return Some(Event::Preface(head));
        }
        self.head = Some(head);
        self.state = State::Fields;
        self.take_skipped()
    }

    /// Bytes that are not understood, from here on: what is behind them may be anything.
    fn skip(&mut self, line: &Line, wrong: bool) {
        self.state = State::Lost;
        let skipped = &mut self.skipped;
        if skipped.bytes == 0 {
            (skipped.time, skipped.span, skipped.wrong) = (line.time, line.span, wrong);
        }
        skipped.bytes = skipped.bytes.saturating_add(line.span.1.saturating_sub(line.span.0));
        skipped.frames.extend(&line.frames);
        skipped.until = line.last_time;
        skipped.span.1 = line.span.1;
    }

    fn take_skipped(&mut self) -> Option<Event> {
        (self.skipped.bytes > 0).then(|| Event::Skipped(std::mem::take(&mut self.skipped)))
    }

    fn field(&mut self, line: &Line, bytes: &[u8]) -> Option<Event> {
        let head = self.head.as_mut()?;
        head.frames.extend(&line.frames);
        head.until = line.last_time;
        head.span.1 = line.span.1;
        if !bytes.is_empty() {
            head.fields.add(&String::from_utf8_lossy(bytes), self.reveal);
            return None;
        }
        self.head.take().map(Event::Head)
    }

    /// How long the body is; the event of its end, where there is none.
    pub(super) fn begin(&mut self, length: Length) -> Option<Event> {
        self.body = Body::default();
        self.state = match length {
            Length::Known(0) => return Some(self.end()),
            Length::Known(size) => State::Body(size),
            Length::Chunked => State::ChunkSize,
            Length::UntilClose => State::UntilClose,
            Length::Other => State::Other,
        };
        None
    }

    /// What this side sends from here on is no HTTP/1.
    pub(super) fn leave(&mut self) {
        self.state = State::Other;
    }

    fn chunk_line(&mut self, line: &Line, bytes: &[u8]) -> Option<Event> {
        let size = || std::str::from_utf8(bytes).ok().and_then(wire::chunk_size);
        match self.state {
            State::ChunkSize => match size() {
                Some(0) => self.state = State::Trailers,
                Some(size) => self.state = State::Chunk(size),
                None => return self.broken(line),
            },
            State::ChunkEnd if bytes.is_empty() => self.state = State::ChunkSize,
            State::Trailers if bytes.is_empty() => return Some(self.end()),
            State::Trailers => {}
            _ => return self.broken(line),
        }
        None
    }

    /// No chunk where one must be: the body ends here, and what follows is unknown.
    fn broken(&mut self, line: &Line) -> Option<Event> {
        self.body.cut = true;
        let end = self.end();
        self.skip(line, true);
        Some(end)
    }

    /// Bytes are missing. Returns whether they were all of a body whose length is known, and what ended.
    pub(super) fn gap(&mut self, gap: &Gap) -> (bool, Option<Event>) {
        match self.state {
            State::Body(left) | State::Chunk(left) if gap.len <= left => {
                self.body.missing = self.body.missing.saturating_add(gap.len);
                (true, self.passed(gap.len, left))
            }
            State::UntilClose => {
                self.body.missing = self.body.missing.saturating_add(gap.len);
                (true, self.passed(gap.len, u64::MAX))
            }
            State::Other => (true, None),
            _ => {
                let event = self.interrupt(false);
                self.state = State::Lost;
                (false, event)
            }
        }
    }

    /// What had begun ends here, unfinished; `closed`: because this side has said that it sends no more.
    pub(super) fn interrupt(&mut self, closed: bool) -> Option<Event> {
        if !self.lines.is_empty() {
            let (line, bytes) = self.lines.finish();
            let unread = match (self.state, self.head.as_mut()) {
                (State::Fields, Some(head)) => {
                    head.frames.extend(&line.frames);
                    false
                }
                (State::ChunkSize | State::ChunkEnd | State::Trailers, _) => false,
                _ => !bytes.is_empty() && line.end == LineEnd::None,
            };
            if unread {
                let wrong = self.state == State::Start && !wire::may_begin(&bytes, self.request);
                self.skip(&line, wrong);
                return self.take_skipped();
            }
        }
        let state = std::mem::replace(&mut self.state, State::Lost);
        match state {
            State::Fields => self.head.take().map(|mut head| {
                head.cut = true;
                Event::Head(head)
            }),
            State::Body(left) | State::Chunk(left) => {
                self.body.cut = left > 0;
                Some(Event::End(std::mem::take(&mut self.body)))
            }
            State::ChunkSize | State::ChunkEnd | State::Trailers => {
                self.body.cut = true;
                Some(Event::End(std::mem::take(&mut self.body)))
            }
            State::UntilClose => {
                self.body.cut = !closed;
                Some(Event::End(std::mem::take(&mut self.body)))
            }
            State::Other => {
                self.state = State::Other;
                None
            }
            State::Start | State::Lost => self.take_skipped(),
        }
    }
}
