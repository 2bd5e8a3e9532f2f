//! Requests and their responses: who answers whom, and how long each body is.

use crate::dialogue::{Ending, Frames, Gap, Mark, Note, Piece, Place, Room, Side, Step, wire_text};
use crate::proto::lines::Waiting;
use crate::proto::{Fed, Opened, Session, Sink};

use super::facts::{Exchange, Http};
use super::fields::{self, Coded};
use super::reader::{Body, Event, Head, Length, Reader, Skipped};
use super::told;
use super::wire;

/// Requests that may wait for their responses; browsers do not send a second one on the same connection.
const MAX_PENDING: usize = 1 << 10;
/// Bytes of what is kept for the facts: some ten thousand requests.
const MAX_FACTS: usize = 4 << 20;

pub(super) fn open(opened: &Opened<'_>) -> Box<dyn Session> {
    let reader = |request| Reader::new(request, opened.late, opened.wanted.reveal);
    Box::new(HttpSession {
        reveal: opened.wanted.reveal,
        client: reader(true),
        server: reader(false),
        bodies: [None, None],
        host: None,
        pending: Waiting::new(MAX_PENDING),
        awaits: false,
        facts: Http::default(),
        room: Room::new(MAX_FACTS),
        counts: Counts::default(),
        ambiguous: Frames::default(),
        wrong: Wrong::default(),
        unfinished: Wrong::default(),
    })
}

pub(super) struct HttpSession {
    reveal: bool,
    client: Reader,
    server: Reader,
    /// Whose body is passing by, of each side.
    bodies: [Option<Owner>; 2],
    /// The host that was named last.
    host: Option<String>,
    pub(super) pending: Waiting<Pending>,
    /// A request was sent whose response may end HTTP: what the client sends behind it waits for that.
    awaits: bool,
    pub(super) facts: Http,
    /// What `facts` may grow to.
    pub(super) room: Room,
    pub(super) counts: Counts,
    /// Messages whose length can be read in two ways.
    pub(super) ambiguous: Frames,
    /// Bytes that are no HTTP although nothing is missing before them.
    pub(super) wrong: Wrong,
    /// Bodies whose end did not come.
    pub(super) unfinished: Wrong,
}

/// What is told at the end, whether or not the facts have room for it.
#[derive(Debug, Default)]
pub(super) struct Counts {
    pub(super) requests: u64,
    pub(super) responses: u64,
    /// Responses 4xx and 5xx.
    pub(super) refused: u64,
    pub(super) preface: bool,
}

/// Something that was not as it should be: how much of it, and where.
#[derive(Debug, Default)]
pub(super) struct Wrong {
    pub(super) count: u64,
    pub(super) bytes: u64,
    pub(super) frames: Frames,
}

impl Wrong {
    fn add(&mut self, bytes: u64, frames: &Frames) {
        self.count += 1;
        self.bytes = self.bytes.saturating_add(bytes);
        self.frames.extend(frames);
    }
}

/// A request that waits for its response.
#[derive(Debug)]
pub(super) struct Pending {
    step: usize,
    /// Its place in the facts, where it has one.
    exchange: Option<usize>,
    head: bool,
    connect: bool,
    upgrade: bool,
}

/// The message whose body passes by.
#[derive(Clone, Copy, Debug)]
struct Owner {
    step: usize,
    exchange: Option<usize>,
    /// Whether the fields said how long it is.
    announced: bool,
}

impl Session for HttpSession {
    fn feed(&mut self, from: Side, piece: Piece<'_>, out: &mut dyn Sink) -> Fed {
        match piece {
            Piece::Bytes(bytes, place) => return Fed::all(self.bytes(from, bytes, place, out)),
            Piece::Gap(gap) => self.gap(from, &gap, out),
            Piece::End(ending) => {
                // At the end of the capture nothing is known of what would have come.
                if ending != Ending::CaptureEnd {
                    self.interrupt(from, matches!(ending, Ending::Fin(_)), out);
                }
                if from == Side::Server {
                    self.awaits = false;
                }
            }
        }
        Fed::all(0)
    }

    fn finish(&mut self, out: &mut dyn Sink) {
        self.interrupt(Side::Client, false, out);
        self.interrupt(Side::Server, false, out);
        self.report(out);
    }
}

impl HttpSession {
    fn reader(&mut self, side: Side) -> &mut Reader {
        match side {
            Side::Client => &mut self.client,
            Side::Server => &mut self.server,
        }
    }

    fn bytes(&mut self, from: Side, bytes: &[u8], place: Place, out: &mut dyn Sink) -> usize {
        let mut at = 0;
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            if from == Side::Client && self.awaits && self.client.is_between() {
                break;
            }
            let (taken, event) = self.reader(from).feed(rest, place.after(at));
            at += taken;
            if let Some(event) = event {
                self.event(from, event, out);
            }
        }
        at
    }

    fn event(&mut self, from: Side, event: Event, out: &mut dyn Sink) {
        match (event, from) {
            (Event::Head(head), Side::Client) => self.request(&head, out),
            (Event::Head(head), Side::Server) => self.response(&head, out),
            (Event::End(body), _) => self.ended(from, body, out),
            (Event::Skipped(skipped), _) => self.skipped(from, skipped, out),
            (Event::Preface(head), _) => self.preface(&head, out),
        }
    }

    fn gap(&mut self, from: Side, gap: &Gap, out: &mut dyn Sink) {
        let (inside, event) = self.reader(from).gap(gap);
        if let Some(event) = event {
            self.event(from, event, out);
        }
        let guess = inside.then(|| Note::new("http-gap-in-body"));
        out.gap(from, gap, guess);
        if !inside && from == Side::Server {
            // Responses may be among what is missing: the next one answers none of those that wait.
            drop(self.pending.give_up());
            self.awaits = false;
        }
    }

    fn interrupt(&mut self, from: Side, closed: bool, out: &mut dyn Sink) {
        // A message that is cut may leave bytes that were skipped before it.
        for _ in 0..2 {
            let Some(event) = self.reader(from).interrupt(closed) else { return };
            self.event(from, event, out);
        }
    }

    fn request(&mut self, head: &Head, out: &mut dyn Sink) {
        let text = String::from_utf8_lossy(&head.line);
        let Some(line) = wire::request_line(&text) else { return };
        let (target, masked) = fields::target(line.target, self.reveal);
        let mut step = message_step(head, Side::Client, "http.request");
        step.lines = [format!("{} {target} {}", wire_text(line.method.as_bytes()), line.version)].into();
        let length = match (head.fields.coded, head.fields.length) {
            (Some(Coded::Chunked), _) => Length::Chunked,
            // Not allowed in a request (RFC 9112, section 6.3): where it ends cannot be told.
            (Some(Coded::Otherwise), _) => Length::UntilClose,
            (None, length) => Length::Known(length.unwrap_or(0)),
        };
        let host = head.fields.host.as_ref().filter(|host| self.host.as_ref() != Some(host));
        step.notes = told::request(line.method, host, head, length, masked).into();
        self.host = head.fields.host.clone().or(self.host.take());
        step.more.extend(told::listed(&head.fields));
        self.facts.version.get_or_insert_with(|| line.version.to_owned());
        let exchange = self.keep(
            Exchange {
                method: Some(line.method.to_owned()),
                target: Some(wire::without_query(line.target).0),
                host: head.fields.host.clone(),
                ..Exchange::default()
            },
            head,
        );
        self.counts.requests += 1;
        let index = out.step(step);
        let pending = Pending {
            step: index,
            exchange,
            head: line.method == "HEAD",
            connect: line.method == "CONNECT",
            upgrade: head.fields.upgrade.is_some(),
        };
        let decides = pending.connect || pending.upgrade;
        self.awaits = decides;
        self.pending.push(pending, decides, &head.frames);
        self.begin(
            Side::Client,
            head,
            length,
            Some(Owner { step: index, exchange, announced: matches!(length, Length::Known(_)) }),
            out,
        );
    }

    fn response(&mut self, head: &Head, out: &mut dyn Sink) {
        let text = String::from_utf8_lossy(&head.line);
        let Some(line) = wire::status_line(&text) else { return };
        // 1xx comes before the response itself (RFC 9110, section 15.2); only 101 is the last of HTTP.
        let interim = (100..200).contains(&line.code) && line.code != 101;
        let (answers, pending) = match interim {
            true => (self.pending.iter().next().map(|pending| pending.step), None),
            false => {
                let pending = self.pending.answered();
                (pending.as_ref().map(|pending| pending.step), pending)
            }
        };
        let is = |what: fn(&Pending) -> bool| pending.as_ref().is_some_and(what);
        let tunnel = line.code == 101 || is(|it| it.connect) && (200..300).contains(&line.code);
        let empty = is(|it| it.head) || matches!(line.code, 100..=199 | 204 | 304);
        let length = match (head.fields.coded, head.fields.length) {
            _ if tunnel => Length::Other,
            _ if empty => Length::Known(0),
            (Some(Coded::Chunked), _) => Length::Chunked,
            (None, Some(length)) => Length::Known(length),
            (Some(Coded::Otherwise), _) | (None, None) => Length::UntilClose,
        };
        let mut step = message_step(head, Side::Server, "http.response");
        step.lines = [wire_text(&head.line)].into();
        step.answers = answers;
        step.notes = told::response(line.code, head, length, is(|it| it.head)).into();
        step.more.extend(told::listed(&head.fields));
        let index = out.step(step);
        if interim {
            self.begin(Side::Server, head, length, None, out);
            return;
        }
        self.facts.version.get_or_insert_with(|| line.version.to_owned());
        self.counts.responses += 1;
        self.counts.refused += u64::from(line.code >= 400);
        let exchange = match pending.as_ref() {
            Some(pending) => pending.exchange,
            None => self.keep(Exchange::default(), head),
        };
        if let Some(kept) = exchange.and_then(|at| self.facts.requests.get_mut(at)) {
            kept.status = Some(line.code);
            kept.frames.extend(&head.frames);
        }
        if is(|it| it.connect || it.upgrade) {
            self.awaits = false;
        }
        self.begin(
            Side::Server,
            head,
            length,
            Some(Owner { step: index, exchange, announced: matches!(length, Length::Known(_)) }),
            out,
        );
        if tunnel {
            self.client.leave();
        }
    }

    /// The body begins, of the length that its message says.
    fn begin(&mut self, from: Side, head: &Head, length: Length, owner: Option<Owner>, out: &mut dyn Sink) {
        if head.fields.is_ambiguous() && length != Length::Other {
            self.ambiguous.extend(&head.frames);
        }
        if head.cut {
            return;
        }
        if let Some(slot) = self.bodies.get_mut(from.index()) {
            *slot = owner;
        }
        if let Some(event) = self.reader(from).begin(length) {
            self.event(from, event, out);
        }
    }

    fn ended(&mut self, from: Side, body: Body, out: &mut dyn Sink) {
        let owner = self.bodies.get_mut(from.index()).and_then(Option::take);
        if body.cut || body.missing > 0 {
            self.unfinished.add(body.missing, &body.frames);
        }
        let Some(owner) = owner else { return };
        if let Some(kept) = owner.exchange.and_then(|at| self.facts.requests.get_mut(at)) {
            match from {
                Side::Client => kept.request_body = body.size,
                Side::Server => kept.response_body = body.size,
            }
            // A long body may stand in thousands of runs of frames.
            if self.room.take(body.frames.ranges().count() * size_of::<(u64, u64)>(), &body.frames) {
                kept.frames.extend(&body.frames);
            }
        }
        if let Some(step) = out.amend(owner.step) {
            step.notes.extend(told::body_passed(&body, owner.announced));
        }
    }

    fn skipped(&mut self, from: Side, skipped: Skipped, out: &mut dyn Sink) {
        if skipped.wrong {
            self.wrong.add(skipped.bytes, &skipped.frames);
        }
        let mut step = Step::new("http", "http.skipped", Some(from), Mark::Described);
        step.label = Some(Note::new("http-label-skipped").with("bytes", skipped.bytes).into());
        step.notes.push(Note::new(if skipped.wrong { "http-skipped-wrong" } else { "http-skipped" }));
        step.time = Some(skipped.time);
        step.until = Some(skipped.until);
        step.span = Some(skipped.span);
        step.frames = skipped.frames;
        out.step(step);
    }

    fn preface(&mut self, head: &Head, out: &mut dyn Sink) {
        let mut step = message_step(head, Side::Client, "http.preface");
        step.lines = [wire_text(&head.line)].into();
        step.notes.push(Note::new("http-preface"));
        out.step(step);
        self.counts.preface = true;
        self.facts.version = Some("HTTP/2".to_owned());
        self.server.leave();
    }

    /// Keeps an exchange for the facts; its place among them.
    fn keep(&mut self, exchange: Exchange, head: &Head) -> Option<usize> {
        let exchange = Exchange { frames: head.frames.clone(), ..exchange };
        if !self.room.take(exchange.weight(), &head.frames) {
            return None;
        }
        self.facts.requests.push(exchange);
        Some(self.facts.requests.len() - 1)
    }
}

fn message_step(head: &Head, side: Side, kind: &'static str) -> Step {
    let mut step = Step::new("http", kind, Some(side), Mark::Quoted);
    step.frames = head.frames.clone();
    step.time = Some(head.time);
    step.until = Some(head.until);
    step.span = Some(head.span);
    step
}
