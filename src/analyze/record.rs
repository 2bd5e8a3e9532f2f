//! What is written down of a conversation while it goes on.

use std::borrow::Cow;

use crate::dialogue::{
    Arg, Conversation, FactSlot, Facts, Fault, Finding, Frames, Gap, GapCause, Half, Lesson, Mark, Message,
    Messages, Note, Piece, Place, Room, Severity, Side, Step, Wanted,
};
use crate::flow::Repeat;
use crate::proto::{Headline, PROTOCOLS, Sink, by_id};

use super::Out;
use super::channel::{Channel, Context};
use super::events::Closing;
use super::held::Owned;

/// Repeated frames remembered until the steps they repeat are known.
pub(super) const MAX_REPEATS: usize = 16 << 10;
/// Users kept of one conversation, for the filter that asks for them: their logins are all among its facts.
const MAX_USERS: usize = 1000;
/// Steps kept of one conversation; a session of that many lines is a log, not a dialogue.
const MAX_STEPS: usize = 200_000;
/// Steps of a connection that is opened, greeted, left and closed, and a few more.
const FIRST_STEPS: usize = 8;
/// Bytes kept of what steps and mails say. Steps of the longest lines would be 13 GB; the text of a long session typed or
/// sent by a program is some hundred kilobytes, and a listing of a full mailbox two megabytes.
const MAX_TEXT: usize = 16 << 20;
/// The same where mails are told in full: headers of ten thousand.
const MAX_TEXT_KEPT: usize = 64 << 20;
/// Findings kept of one conversation.
const MAX_FINDINGS: usize = 1_000;
/// Messages kept of one conversation.
const MAX_MESSAGES: usize = 100_000;

/// What is written down, and what is needed for that.
pub(super) struct Record {
    /// The conversation so far: its last members are known when the connection is over.
    pub(super) conversation: Box<Conversation>,
    /// Steps so far, also where they are not kept.
    pub(super) count: usize,
    pub(super) message_count: usize,
    /// Messages that the caller was told of.
    pub(super) told: usize,
    pub(super) findings_beyond: u64,
    pub(super) text: Room,
    /// The protocol that is spoken, and its frames that are not among those used yet.
    pub(super) speaking: (&'static str, u64),
    /// What came out of encryption in the piece that is being read, where it is asked for.
    pub(super) inside: Vec<(Side, Owned)>,
    pub(super) gaps: Vec<SeenGaps>,
    pub(super) closing: Closing,
    /// Encrypted bytes of the piece that is being fed.
    pub(super) opaque: usize,
    pub(super) repeats: Vec<Repeated>,
    pub(super) repeats_beyond: Room,
    pub(super) last_frames: [u64; 2],
    pub(super) keep: bool,
}

/// A frame that repeats bytes: `span` of that end's stream.
pub(super) struct Repeated {
    pub(super) half: Half,
    pub(super) span: (u64, u64),
    pub(super) frame: u64,
    pub(super) what: Repeat,
}

/// The gaps of one cause, for the finding at the end: summed, because a capture cut by its snapshot length has one per
/// frame.
pub(super) struct SeenGaps {
    pub(super) cause: GapCause,
    /// The frames that are evidence of them.
    pub(super) frames: Frames,
    /// How many, and their bytes, of the client and of the server.
    pub(super) count: [u64; 2],
    pub(super) bytes: [u64; 2],
}

impl Record {
    /// A record that begins, in a conversation of which nothing is known.
    pub(super) fn new(mut conversation: Box<Conversation>, wanted: &Wanted) -> Self {
        let slot = |many| if many { FactSlot::Many(Vec::new()) } else { FactSlot::One(None) };
        let protocols = PROTOCOLS.iter().filter(|_| wanted.facts);
        conversation.facts.extend(protocols.map(|protocol| (protocol.id, slot(protocol.many_facts))));
        Record::around(conversation, wanted)
    }

    /// A record that goes on with this conversation.
    pub(super) fn around(conversation: Box<Conversation>, wanted: &Wanted) -> Self {
        Record {
            conversation,
            count: 0,
            message_count: 0,
            told: 0,
            findings_beyond: 0,
            text: Room::new(if wanted.messages == Messages::Kept { MAX_TEXT_KEPT } else { MAX_TEXT }),
            speaking: ("", 0),
            inside: Vec::new(),
            gaps: Vec::new(),
            closing: Closing::default(),
            opaque: 0,
            repeats: Vec::new(),
            repeats_beyond: Room::new(MAX_REPEATS),
            last_frames: [0; 2],
            keep: wanted.steps,
        }
    }

    pub(super) fn repeated(&mut self, repeated: Repeated) {
        if self.repeats.len() < MAX_REPEATS {
            self.repeats.push(repeated);
        } else {
            self.repeats_beyond.turn_away(&Frames::one(repeated.frame));
        }
    }

    pub(super) fn push_step(&mut self, step: Step) -> usize {
        if let Some(event) = self.closing.before_step() {
            self.store(event);
        }
        self.store(step)
    }

    /// An event of the connection, which is built only where steps are kept.
    pub(super) fn event(&mut self, step: impl FnOnce() -> Step) {
        if self.keep {
            self.push_step(step());
        } else {
            self.count += 1;
        }
    }

    fn store(&mut self, step: Step) -> usize {
        let index = self.count;
        self.count += 1;
        if self.keep && index < MAX_STEPS {
            if self.conversation.steps.is_empty() {
                // Room for the shortest conversations: growing copies what are large values.
                self.conversation.steps.reserve(FIRST_STEPS);
            }
            self.conversation.steps.push(step);
            // In its place, because it is a large value.
            if let Some(step) = self.conversation.steps.last_mut() {
                step.joined &= index > 0;
                measure(&mut self.text, step);
            }
        } else if self.keep && index == MAX_STEPS {
            self.add_finding(
                Finding::new("tcp.too-many-steps", Severity::Warning, Fault::Wiretale)
                    .with("limit", MAX_STEPS)
                    .at(step.frames),
            );
        }
        index
    }

    pub(super) fn add_finding(&mut self, finding: Finding) {
        // A lesson is learnt once, whether a session begins anew (STARTTLS) or a handshake comes again.
        if finding.severity == Severity::Lesson
            && self.conversation.findings.iter().any(|known| known.code == finding.code)
        {
            return;
        }
        if self.conversation.findings.len() < MAX_FINDINGS {
            self.conversation.findings.push(finding);
        } else {
            self.findings_beyond += 1;
        }
    }

    /// The bounds that were met, said at the end.
    pub(super) fn tell_bounds(&mut self) {
        if let Some(finding) = self.repeats_beyond.finding("tcp.too-many-repeats") {
            self.add_finding(finding);
        }
        if let Some(finding) = self.text.finding("tcp.too-much-text") {
            self.add_finding(finding);
        }
        if let Some(step) = self.conversation.steps.iter().find(|step| step.frames.is_full()) {
            let finding = Finding::new("tcp.too-many-ranges", Severity::Note, Fault::Wiretale)
                .at(step.frames.first().map(Frames::one).unwrap_or_default())
                .with("limit", Frames::MAX_RANGES);
            self.add_finding(finding);
        }
        if self.findings_beyond > 0 {
            self.conversation.findings.push(
                Finding::new("tcp.too-many-findings", Severity::Warning, Fault::Wiretale)
                    .with("limit", MAX_FINDINGS)
                    .with("count", self.findings_beyond),
            );
        }
    }

    /// Notes a gap for the finding at the end.
    pub(super) fn add_gap(&mut self, side: Side, gap: &Gap) {
        let at = match self.gaps.iter().position(|gaps| gaps.cause == gap.cause) {
            Some(at) => at,
            None => {
                let none =
                    SeenGaps { cause: gap.cause, frames: Frames::default(), count: [0; 2], bytes: [0; 2] };
                self.gaps.push(none);
                self.gaps.len() - 1
            }
        };
        let Some(gaps) = self.gaps.get_mut(at) else { return };
        if gap.at.frame > 0 {
            gaps.frames.add(gap.at.frame);
        }
        if let (Some(count), Some(bytes)) =
            (gaps.count.get_mut(side.index()), gaps.bytes.get_mut(side.index()))
        {
            *count += 1;
            *bytes = bytes.saturating_add(gap.len);
        }
    }

    fn add_message(&mut self, message: Message) -> usize {
        let index = self.message_count;
        self.message_count += 1;
        // Behind one that has no room none is kept, so that each stands at its index.
        let room = index < MAX_MESSAGES && self.text.take(message.weight(), &message.frames);
        if room && index == self.conversation.messages.len() {
            self.conversation.messages.push(message);
        } else if index == MAX_MESSAGES {
            self.add_finding(
                Finding::new("tcp.too-many-messages", Severity::Warning, Fault::Wiretale)
                    .with("limit", MAX_MESSAGES)
                    .at(message.frames),
            );
        }
        index
    }

    /// Tells the caller of the messages that have ended since, and lets go of their bytes.
    pub(super) fn tell_messages(&mut self, stream: u64, out: &mut dyn Out) {
        for (index, message) in self.conversation.messages.iter_mut().enumerate().skip(self.told) {
            out.message(stream, index, message);
            message.raw = None;
        }
        self.told = self.conversation.messages.len();
    }

    /// Gives what came out of encryption to who asked for it.
    pub(super) fn tell_inside(&mut self, stream: u64, out: &mut dyn Out) {
        for (side, piece) in self.inside.drain(..) {
            out.bytes(stream, side, piece.piece());
        }
    }

    /// Counts a frame for the protocol that was fed with it: once, whichever pieces it came in.
    pub(super) fn count_frame(&mut self, side: Side, place: Place, len: usize, protocol: &'static str) {
        let opaque = std::mem::take(&mut self.opaque);
        let Some(last) = self.last_frames.get_mut(side.index()) else { return };
        if *last == place.frame {
            return;
        }
        *last = place.frame;
        if opaque >= len {
            self.conversation.encrypted_frames += 1;
        } else {
            // Only whether it is the same word of this program: any other is found by what it says.
            if !std::ptr::eq(self.speaking.0, protocol) {
                self.count_used();
                self.speaking.0 = protocol;
            }
            self.speaking.1 += 1;
        }
    }

    /// Adds the frames of the protocol that was spoken last to those of all.
    pub(super) fn count_used(&mut self) {
        let (protocol, frames) = std::mem::take(&mut self.speaking);
        if frames == 0 {
            return;
        }
        match self.conversation.used.iter_mut().find(|used| used.0 == protocol) {
            Some(used) => used.1 += frames,
            None => self.conversation.used.push((protocol, frames)),
        }
    }
}

/// A step that has no room any more stays in its place, without what it says.
fn measure(room: &mut Room, step: &mut Step) {
    // Gaps and events are short, and the account of the connection rests on them.
    let told = matches!(step.mark, Mark::Quoted | Mark::Described);
    if told && !room.take(step.weight(), &step.frames) {
        let bytes = step.span.map_or(0, |(from, to)| to.saturating_sub(from));
        step.mute(Note::new("tcp-label-not-kept").with("bytes", bytes));
    }
}

/// A [`Sink`] over the record, at one depth of the stack of sessions.
pub(super) struct Desk<'a, 'b> {
    pub(super) context: &'a mut Context<'b>,
    /// The session inside this one's encryption.
    pub(super) inner: &'a mut Option<Box<Channel>>,
    /// 0 for what is on the wire, more for what was inside encryption.
    pub(super) depth: u8,
    /// Whether what is around it encrypts.
    pub(super) encrypted: bool,
}

impl Desk<'_, '_> {
    /// Bytes for the session within, which begins with the first of them.
    fn inside(&mut self, from: Side, piece: Piece<'_>, encrypted: bool) {
        if self.depth >= super::channel::MAX_DEPTH {
            return;
        }
        if self.depth == 0 && self.context.wanted.decrypted {
            self.context.record.inside.push((from, Owned::of(piece)));
        }
        let depth = self.depth + 1;
        let child = self.inner.get_or_insert_with(|| Box::new(Channel::inside(depth, encrypted)));
        child.feed_inside(from, piece, self.context);
    }
}

impl Sink for Desk<'_, '_> {
    fn step(&mut self, mut step: Step) -> usize {
        step.encrypted |= self.encrypted;
        self.context.record.push_step(step)
    }

    fn amend(&mut self, index: usize) -> Option<&mut Step> {
        self.context.record.conversation.steps.get_mut(index)
    }

    fn complete(&mut self, index: usize, mut whole: Step) {
        if index < self.context.record.conversation.steps.len() {
            measure(&mut self.context.record.text, &mut whole);
        }
        if let Some(step) = self.context.record.conversation.steps.get_mut(index) {
            *step = whole;
        }
    }

    fn gap(&mut self, from: Side, gap: &Gap, guess: Option<Note>) -> usize {
        let mut step = Step::new("tcp", "tcp.gap", Some(from), Mark::Missing);
        step.label =
            Some(Arg::from(Note::new("tcp-label-gap").with("bytes", gap.len).with("cause", gap.cause.id())));
        step.inferred = guess.is_some();
        step.span = Some((gap.at.offset, gap.at.offset.saturating_add(gap.len)));
        step.encrypted = self.encrypted;
        step.notes.push(Note::new("tcp-gap-cause").with("cause", gap.cause.id()).with("frame", gap.at.frame));
        step.notes.extend(guess);
        self.context.record.add_gap(from, gap);
        self.context.record.push_step(step)
    }

    fn finding(&mut self, finding: Finding) {
        self.context.record.add_finding(finding);
    }

    fn message(&mut self, message: Message) -> usize {
        self.context.record.add_message(message)
    }

    fn facts(&mut self, protocol: &'static str, facts: Box<dyn Facts>) {
        let Some((_, slot)) =
            self.context.record.conversation.facts.iter_mut().find(|(id, _)| *id == protocol)
        else {
            return;
        };
        match slot {
            FactSlot::One(Some(earlier)) => earlier.absorb(facts),
            FactSlot::One(none) => *none = Some(facts),
            FactSlot::Many(list) => list.push(facts),
        }
    }

    fn lesson(&mut self, lesson: Lesson) {
        self.context.record.conversation.lessons.push(lesson);
    }

    fn inner(&mut self, from: Side, piece: Piece<'_>) {
        self.inside(from, piece, true);
    }

    fn inner_clear(&mut self, from: Side, piece: Piece<'_>) {
        self.inside(from, piece, self.encrypted);
    }

    fn opaque(&mut self, _from: Side, _place: Place, len: usize) {
        if self.depth == 0 {
            self.context.record.opaque += len;
        }
    }

    fn headline(&mut self, headline: Headline) {
        let conversation = &mut self.context.record.conversation;
        match headline {
            // What is inside encryption names the conversation better than its envelope, but the envelope was first.
            Headline::Title(title) => {
                if self.depth == 0 {
                    // Behind STARTTLS both have their name in it.
                    let mut names = conversation.protocols.iter().filter_map(|id| by_id(id));
                    let first = names.next().map_or("", |first| first.name);
                    conversation.title = Cow::Owned(match names.next() {
                        // What is inside it could be read.
                        Some(inside) if title.starts_with(first) => format!("{title}, {}", inside.name),
                        Some(_) => format!("{first}, {title}"),
                        None => title,
                    });
                }
            }
            Headline::Recognised(_) | Headline::Summary(_) if !self.context.wanted.words => {}
            Headline::Recognised(note) => conversation.recognised_notes.push(note),
            Headline::Summary(note) => conversation.summary.push(note),
            Headline::Outcome(note) => conversation.outcome.push(note),
        }
    }

    fn user(&mut self, name: &str) {
        let users = &mut self.context.record.conversation.users;
        if users.len() < MAX_USERS && !users.iter().any(|known| known == name) {
            users.push(name.to_owned());
        }
    }

    fn server_name(&mut self, name: &str, source: &str) {
        let server = &mut self.context.record.conversation.server;
        if server.name.is_none() {
            (server.name, server.name_source) = (Some(name.to_owned()), Some(source.to_owned()));
        }
    }
}
