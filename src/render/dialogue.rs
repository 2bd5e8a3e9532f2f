//! A conversation as rows: frames, seconds, mark, text, note.

use std::borrow::Cow;

use crate::annotate::Catalog;
use crate::dialogue::{Arg, Conversation, Frames, Mark, Note, Side, Step, Turns};

use super::around::{foot, head, seconds, write_seconds};
use super::color::Paint;
use super::fold;
use super::repeated::Repeated;
use super::rows::{Layout, Row, Rows, Span, Tone, lay_out};

/// How a conversation is to be printed.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Columns of the screen.
    pub width: usize,
    /// The width is a guess: nothing is wrapped.
    pub width_unknown: bool,
    /// Colours.
    pub paint: Paint,
    /// 1: replies line by line; 2: also the keys of typed lines.
    pub verbose: u8,
    /// No findings, no summary.
    pub quiet: bool,
    /// Whether secrets are shown.
    pub reveal: bool,
}

/// The conversation as text, its head and findings included.
pub fn conversation_text(conversation: &Conversation, catalog: &Catalog, look: Look) -> String {
    let mut out = String::with_capacity(512 + conversation.steps.len() * 192);
    Dialogues::new(catalog, look).write(&mut out, conversation);
    out
}

/// Conversations as text, one after the other: the room that one took is used for the next.
pub struct Dialogues<'a> {
    catalog: &'a Catalog,
    look: Look,
    rows: Rows,
    /// How conversations were recognised.
    recognised: Repeated,
    summaries: Repeated,
}

impl<'a> Dialogues<'a> {
    /// In the language of a catalog.
    pub fn new(catalog: &'a Catalog, look: Look) -> Self {
        let (recognised, summaries) = (Repeated::default(), Repeated::default());
        Dialogues { catalog, look, rows: Rows::default(), recognised, summaries }
    }

    /// The conversation, its head and findings included, behind a text.
    pub fn write(&mut self, out: &mut String, conversation: &Conversation) {
        let (catalog, look) = (self.catalog, self.look);
        head(conversation, catalog, look, &mut self.recognised, out);
        self.rows.clear();
        add_rows(&mut self.rows, conversation, catalog, look, false);
        let layout = Layout { width: look.width, unknown: look.width_unknown, paint: look.paint };
        lay_out(&mut self.rows, layout, out);
        if !look.quiet {
            foot(conversation, catalog, look, &mut self.summaries, out);
        }
    }
}

/// The rows of a conversation. Those of a `page` have room for every line of a reply, but not for long runs of the same,
/// nor for how long each side took, which its ladder shows.
pub(super) fn rows(conversation: &Conversation, catalog: &Catalog, look: Look, page: bool) -> Rows {
    let mut rows = Rows::with_capacity(conversation.steps.len());
    add_rows(&mut rows, conversation, catalog, look, page);
    rows
}

fn add_rows(rows: &mut Rows, conversation: &Conversation, catalog: &Catalog, look: Look, page: bool) {
    let folds = if page || look.verbose == 0 { fold::folds(&conversation.steps) } else { Vec::new() };
    let mut folds = folds.into_iter().peekable();
    let steps = conversation.steps.as_slice();
    let mut turns = Turns::default();
    let mut index = 0;
    while let Some(step) = steps.get(index) {
        if let Some(fold) = folds.next_if(|fold| fold.start == index) {
            index = fold.end;
            folded(steps.get(fold).unwrap_or_default(), catalog, rows);
            continue;
        }
        let start = index;
        index += 1;
        // Steps of one Wireshark row are printed in one row.
        let waited = turns.next(step);
        while let Some(next) = steps.get(index).filter(|next| next.joined) {
            turns.next(next);
            index += 1;
        }
        let group = steps.get(start..index).unwrap_or_default();
        let first = rows.rows.len();
        let whole = matches!(step.mark, Mark::Quoted) && look.verbose > 0 && step.lines.len() > 1;
        if whole {
            line_by_line(conversation, step, catalog, rows);
        } else {
            row(conversation, group, catalog, look, rows);
        }
        if let Some(row) = rows.rows.get_mut(first) {
            row.steps = start..index;
        }
        let waited = waited.filter(|_| !page);
        let more = took(step, waited, look).or_else(|| handshake(conversation, step, look));
        if let Some(note) = more
            && let Some(own) = rows.rows.get(first).map(|row| row.note)
        {
            let both = catalog.joined_text([rows.get(own).to_owned(), catalog.text(&note)]);
            let both = rows.put(|out| out.push_str(&both));
            if let Some(row) = rows.rows.get_mut(first) {
                row.note = both;
            }
        }
        below(step, catalog, rows);
        typed(step, catalog, look, rows);
    }
}

/// What the three-way handshake told, with `-v`: how far apart the two are, and how much a segment may carry.
fn handshake(conversation: &Conversation, step: &Step, look: Look) -> Option<Note> {
    if look.verbose == 0 || step.kind != "tcp.open" {
        return None;
    }
    let tcp = &conversation.tcp;
    let size = |size: Option<u16>| size.map_or_else(|| "-".to_owned(), |size| size.to_string());
    Some(
        Note::new("page-handshake")
            .with("rtt", format!("{:.6}", tcp.rtt?))
            .with("client", size(tcp.mss.client))
            .with("server", size(tcp.mss.server)),
    )
}

/// The row that stands for steps that are left out.
fn folded(steps: &[Step], catalog: &Catalog, rows: &mut Rows) {
    let mut frames = Frames::default();
    steps.iter().for_each(|step| frames.extend(&step.frames));
    let row = Row {
        frames: rows.put(|out| frames.write(out)),
        mark: "  ",
        text: rows.put(|out| catalog.write(out, &Note::new("page-folded").with("lines", steps.len()))),
        note: rows.put(|out| catalog.write(out, &Note::new("page-folded-how"))),
        tone: Tone::Dim,
        ..Row::default()
    };
    rows.rows.push(row);
}

/// How long its side took for it, with `-v`.
fn took(step: &Step, waited: Option<i64>, look: Look) -> Option<Note> {
    // What would be printed as 0.000 says nothing.
    const SHORTEST: i64 = 500_000;
    let nanos = waited.filter(|&nanos| look.verbose > 0 && nanos >= SHORTEST)?;
    let key = if step.side == Some(Side::Server) { "page-took-server" } else { "page-took-client" };
    Some(Note::new(key).with("seconds", seconds(nanos)))
}

fn row(conversation: &Conversation, group: &[Step], catalog: &Catalog, look: Look, rows: &mut Rows) {
    let Some(step) = group.first() else { return };
    let row = Row {
        frames: rows.put(|out| frames(group, out)),
        time: time(conversation, step, rows),
        mark: mark(step),
        encrypted: step.encrypted,
        text: rows.put(|out| {
            for (index, step) in group.iter().enumerate() {
                if index > 0 {
                    out.push_str(", ");
                    // The mark in front of the row speaks of its first message.
                    if step.encrypted && group.first().is_some_and(|first| !first.encrypted) {
                        out.push_str("* ");
                    }
                }
                write_label(step, catalog, out);
            }
        }),
        reply: group.len() == 1 && step.lines.len() > 1,
        note: rows.put(|out| note(group, catalog, look, out)),
        tone: tone(step),
        ..Row::default()
    };
    rows.rows.push(row);
}

/// When a step was, from the conversation's first frame on.
fn time(conversation: &Conversation, step: &Step, rows: &mut Rows) -> Span {
    rows.put(|out| {
        if let Some(time) = step.time {
            write_seconds(out, time.nanos_since(conversation.start));
        }
    })
}

/// The frames of a row: of messages that share a Wireshark row, the frame that completes them all.
fn frames(group: &[Step], out: &mut String) {
    match group {
        [one] if one.mark != Mark::Described || one.side.is_none() || one.joined_frames() => {
            one.frames.write(out);
        }
        _ => {
            if let Some(last) = group.iter().filter_map(|step| step.frames.last()).max() {
                Frames::one(last).write(out);
            }
        }
    }
}

impl Step {
    /// Whether a described step stands in a row of its own with all its frames: contents do, handshake messages stand
    /// where they are complete.
    fn joined_frames(&self) -> bool {
        !self.below.is_empty()
            || self.protocol != self.kind.split('.').next().unwrap_or("")
            || self.span_of_content()
    }

    fn span_of_content(&self) -> bool {
        self.wireshark.is_some() || matches!(self.label, Some(Arg::Note(_)))
    }
}

pub(super) fn mark(step: &Step) -> &'static str {
    match (step.mark, step.side) {
        (Mark::Described, None) => "<>",
        (Mark::Event, _) | (_, None) => "--",
        (Mark::Quoted, Some(Side::Client)) => "C:",
        (Mark::Quoted, Some(Side::Server)) => "S:",
        (Mark::Described, Some(Side::Client)) => "C=",
        (Mark::Described, Some(Side::Server)) => "S=",
        (Mark::Missing, Some(Side::Client)) => "C?",
        (Mark::Missing, Some(Side::Server)) => "S?",
    }
}

fn write_label(step: &Step, catalog: &Catalog, out: &mut String) {
    match &step.label {
        Some(label) => catalog.write_argument(out, label),
        None => out.push_str(&step.compact()),
    }
}

/// What is printed for a step: the wire's lines joined, or its description.
pub(super) fn label<'a>(step: &'a Step, catalog: &Catalog) -> Cow<'a, str> {
    match &step.label {
        Some(label) => Cow::Owned(catalog.argument(label)),
        None => step.compact(),
    }
}

/// The notes of a row; those of a mail stand beside its lines.
fn note(group: &[Step], catalog: &Catalog, look: Look, out: &mut String) {
    match group {
        [one] if !one.below.is_empty() && one.notes.len() > 1 => {
            one.notes.iter().take(1).for_each(|note| catalog.write(out, note));
        }
        [one] if one.line_notes.iter().any(Option::is_some) => {
            catalog.write_joint(out, &one.notes);
            catalog.write(out, &Note::new("page-each"));
        }
        [one] if look.verbose > 0 => catalog.write_joint(out, one.notes.iter().chain(&one.more)),
        [one] => catalog.write_joint(out, &one.notes),
        many => catalog.write_list(out, many.iter().flat_map(|step| &step.notes)),
    }
}

fn below(step: &Step, catalog: &Catalog, rows: &mut Rows) {
    let mut notes = step.notes.iter().skip(1);
    let last = step.below.len().saturating_sub(1);
    for (index, line) in step.below.iter().enumerate() {
        let beside = if index == last { usize::MAX } else { 1 };
        let row = Row {
            mark: "  ",
            text: rows.put(|out| out.push_str(line)),
            note: rows.put(|out| catalog.write_joint(out, notes.by_ref().take(beside))),
            ..Row::default()
        };
        rows.rows.push(row);
    }
}

fn typed(step: &Step, catalog: &Catalog, look: Look, rows: &mut Rows) {
    if let Some(intended) = &step.intended {
        let row = Row {
            mark: if step.side == Some(Side::Server) { "S~" } else { "C~" },
            text: rows.put(|out| match intended.as_str() {
                "" => catalog.write(out, &Note::new("typed-intended-empty")),
                intended => out.push_str(intended),
            }),
            note: rows.put(|out| catalog.write(out, &Note::new("typed-intended"))),
            ..Row::default()
        };
        rows.rows.push(row);
    }
    let keys = step.typing.as_ref().filter(|typing| look.verbose > 1 && !typing.keys.is_empty());
    if let Some(typing) = keys {
        let mut line = String::new();
        for (index, (key, pause)) in typing.keys.iter().enumerate() {
            if index == 0 {
                line.push_str(key);
            } else {
                line.push_str(&format!(" {key}+{}", (pause + 500_000) / 1_000_000));
            }
        }
        let note = match typing.count.saturating_sub(typing.keys.len() as u64) {
            0 => Note::new("page-keys"),
            more => Note::new("page-keys-more").with("count", more),
        };
        let row = Row {
            mark: "  ",
            text: rows.put(|out| out.push_str(&line)),
            note: rows.put(|out| catalog.write(out, &note)),
            tone: Tone::Dim,
            ..Row::default()
        };
        rows.rows.push(row);
    }
}

fn line_by_line(conversation: &Conversation, step: &Step, catalog: &Catalog, rows: &mut Rows) {
    for (index, line) in step.lines.iter().enumerate() {
        let own = step.line_notes.get(index).and_then(Option::as_ref);
        let first = index == 0;
        let mut row = Row {
            mark: "  ",
            text: rows.put(|out| out.push_str(line)),
            note: rows.put(|out| match own {
                Some(own) => catalog.write(out, own),
                None if first => catalog.write_joint(out, &step.notes),
                None => {}
            }),
            tone: tone(step),
            line: Some(index),
            ..Row::default()
        };
        if first {
            row.frames = rows.put(|out| step.frames.write(out));
            row.time = time(conversation, step, rows);
            row.mark = mark(step);
            row.encrypted = step.encrypted;
        }
        rows.rows.push(row);
    }
}

/// Replies that refuse are coloured by their first digit or word; render knows no protocol, only how refusals look.
fn tone(step: &Step) -> Tone {
    if step.mark == Mark::Event {
        return Tone::Dim;
    }
    if step.side != Some(Side::Server) || step.mark != Mark::Quoted {
        return Tone::Plain;
    }
    let text = step.lines.first().map_or("", String::as_str);
    let digits = text.as_bytes().get(..3).is_some_and(|head| head.iter().all(u8::is_ascii_digit));
    match text.as_bytes().first() {
        Some(b'4') if digits => Tone::Caution,
        Some(b'5') if digits => Tone::Refusal,
        Some(b'-') => Tone::Refusal,
        _ => Tone::Plain,
    }
}
