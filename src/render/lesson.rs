//! A conversation as a lesson: who sends what to whom in which flight, what was checked, what each message is for, and
//! which byte of it is what.

use std::collections::BTreeSet;

use crate::annotate::{Catalog, Lang};
use crate::dialogue::{Check, Conversation, Derived, Lesson, Note, Severity, Side, Step};

use super::around::{address, wrapped};
use super::bytes::table;
use super::dialogue::Look;
use super::ladder::{self, Flight, Item};
use super::width::{width, wrap};

/// Columns of a paragraph: longer lines are hard to read, however wide the screen is.
const PARAGRAPH: usize = 110;

/// Which messages are shown byte by byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Open {
    /// None: the lesson.
    Nothing,
    /// Those of these frames, and nothing else.
    Frames(Vec<u64>),
    /// All, below the lesson.
    All,
}

/// The lesson of a conversation, as text; nothing where there is none.
pub fn lesson_text(conversation: &Conversation, catalog: &Catalog, look: Look, open: &Open) -> String {
    let mut out = String::new();
    if conversation.lessons.is_empty() {
        return out;
    }
    if let Open::Frames(frames) = open {
        let chosen =
            |step: &&Step| step.raw.is_some() && frames.iter().any(|frame| step.frames.contains(*frame));
        conversation.steps.iter().filter(chosen).for_each(|step| table(step, catalog, look, &mut out));
        return out;
    }
    for (index, lesson) in conversation.lessons.iter().enumerate() {
        head(conversation, lesson, index == 0, catalog, look, &mut out);
    }
    let flights = ladder::flights(conversation);
    ladder::draw(conversation, &flights, catalog, look, &mut out);
    if !look.quiet {
        for lesson in &conversation.lessons {
            checks(lesson, catalog, look, &mut out);
        }
        remarks(conversation, catalog, look, &mut out);
        explained(&flights, catalog).iter().for_each(|flight| explain(flight, catalog, look, &mut out));
        for lesson in &conversation.lessons {
            schedule(&lesson.schedule, catalog, look, &mut out);
        }
    }
    if *open == Open::All {
        let chosen = conversation.steps.iter().filter(|step| step.raw.is_some());
        chosen.for_each(|step| table(step, catalog, look, &mut out));
    }
    out
}

fn head(
    conversation: &Conversation,
    lesson: &Lesson,
    first: bool,
    catalog: &Catalog,
    look: Look,
    out: &mut String,
) {
    let mut line = if first { "== ".to_owned() } else { String::from("   ") };
    line.push_str(&catalog.list(&lesson.title));
    if first {
        line.push_str(&format!("  tcp.stream eq {}", conversation.stream));
    }
    out.push_str(&look.paint.head(&line));
    out.push('\n');
    for part in &lesson.parts {
        wrapped("   ", &catalog.text(part), look, out);
    }
}

/// Frames as one word: a message of many frames has its first and last.
pub(super) fn frames(step: &Step) -> String {
    let text = step.frames.to_string();
    if width(&text) <= 16 {
        return text;
    }
    match (step.frames.first(), step.frames.last()) {
        (Some(first), Some(last)) if first != last => format!("#{first}-{last}"),
        (Some(first), _) => format!("#{first}"),
        _ => String::new(),
    }
}

fn checks(lesson: &Lesson, catalog: &Catalog, look: Look, out: &mut String) {
    if !lesson.shown.is_empty() {
        out.push('\n');
    }
    for shown in &lesson.shown {
        hanging("", 3, &catalog.text(shown), look, out);
    }
    if lesson.checks.is_empty() {
        return;
    }
    out.push('\n');
    for check in &lesson.checks {
        let text = format!("{} {}", check.frames, check_text(check, catalog));
        let state = &check.state;
        let mark = match state {
            crate::dialogue::CheckState::Invalid => look.paint.alarm(state.mark()),
            crate::dialogue::CheckState::Valid => look.paint.safe(state.mark()),
            crate::dialogue::CheckState::Unchecked => look.paint.dim(state.mark()),
        };
        hanging(&mark, 5, &text, look, out);
    }
}

/// What was checked, and what came of it.
pub(super) fn check_text(check: &Check, catalog: &Catalog) -> String {
    let mut text = String::new();
    if let Some(about) = &check.about {
        text.push_str(&catalog.argument(about));
        text.push_str(match catalog.lang() {
            Lang::En => ": ",
            _ => "\u{ff1a}",
        });
    }
    catalog.write(&mut text, &check.note);
    text
}

fn remarks(conversation: &Conversation, catalog: &Catalog, look: Look, out: &mut String) {
    // What other protocols of the conversation have to say stands in their dialogue.
    let own = ladder::protocol(conversation);
    let about = |code: &str| code.split('.').next().is_some_and(|id| id == own);
    let mut findings: Vec<_> = conversation.findings.iter().filter(|finding| about(finding.code)).collect();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    for finding in findings {
        let mark = match finding.severity > Severity::Note {
            true => look.paint.alarm("[!!]"),
            false => look.paint.dim("[i] "),
        };
        let mut text = catalog.finding(finding);
        // Most say themselves where they are seen.
        if !text.contains('#') {
            text = format!("{} {text}", finding.frames);
        }
        hanging(&mark, 5, &text, look, out);
    }
}

/// A mark, and a text beside it that stays in its column.
fn hanging(mark: &str, indent: usize, text: &str, look: Look, out: &mut String) {
    let room = look.width.saturating_sub(indent).max(24);
    let lines = if look.width_unknown { vec![text.trim().to_owned()] } else { wrap(text.trim(), room) };
    for (index, line) in lines.iter().enumerate() {
        if index == 0 {
            out.push_str(mark);
            // The mark may be coloured: its own length says nothing of its four columns.
            out.extend(std::iter::repeat_n(
                ' ',
                indent.saturating_sub(if mark.is_empty() { indent } else { 4 }),
            ));
        } else {
            out.extend(std::iter::repeat_n(' ', indent));
        }
        out.push_str(line);
        out.push('\n');
    }
}

/// What a flight is for.
pub(super) struct Explained<'a> {
    /// Its number.
    pub number: usize,
    /// Whose it is; `None` where both sent.
    pub side: Option<Side>,
    /// Its messages, each with the notes whose reasons are to be told: those that no flight before told.
    pub messages: Vec<(&'a Step, Vec<&'a Note>)>,
    /// What somebody who listens knows behind it.
    pub observer: Observer<'a>,
}

/// What somebody who listens knows.
#[derive(Clone, Copy)]
pub(super) enum Observer<'a> {
    /// Nothing that was not known before.
    NoMore,
    /// What the attribute `observer` of this note says.
    Knows(&'a Note),
    /// That something passed, which cannot be read.
    Nothing,
}

impl Explained<'_> {
    /// Its head.
    pub(super) fn head(&self) -> Note {
        let who = match self.side {
            Some(Side::Client) => "lesson-flight-client",
            Some(Side::Server) => "lesson-flight-server",
            None => "lesson-flight-both",
        };
        Note::new(who).with("number", self.number)
    }
}

impl Observer<'_> {
    /// It in words.
    pub(super) fn text(&self, catalog: &Catalog) -> Option<String> {
        let knows = match self {
            Observer::NoMore => return None,
            Observer::Knows(note) => catalog.attribute(note, "observer")?,
            Observer::Nothing => catalog.word("lesson-observer-nothing"),
        };
        let blank = if catalog.lang() == Lang::En { " " } else { "" };
        Some(format!("{}{blank}{knows}", catalog.word("lesson-observer")))
    }
}

/// The flights explained. Which attributes a text has is the same in every language.
pub(super) fn explained<'a>(flights: &[Flight<'a>], catalog: &Catalog) -> Vec<Explained<'a>> {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let mut all = Vec::new();
    for flight in flights {
        let Some(number) = flight.number else { continue };
        let (mut messages, mut observer, mut hidden) = (Vec::new(), Observer::NoMore, false);
        for item in &flight.items {
            let Item::Step(step) = *item else { continue };
            hidden |= step.encrypted;
            let mut whys = Vec::new();
            for note in &step.notes {
                if catalog.attribute(note, "why").is_some() && told.insert(&note.key) {
                    whys.push(note);
                }
                if !step.encrypted && catalog.attribute(note, "observer").is_some() {
                    observer = Observer::Knows(note);
                }
            }
            messages.push((step, whys));
        }
        if hidden && matches!(observer, Observer::NoMore) {
            observer = Observer::Nothing;
        }
        all.push(Explained { number, side: flight.side, messages, observer });
    }
    all
}

/// A message's name, with a star where it was read with secrets.
pub(super) fn starred(step: &Step, catalog: &Catalog) -> String {
    let label = step.label.as_ref().map(|label| catalog.argument(label)).unwrap_or_default();
    format!("{}{label}", if step.encrypted { "* " } else { "" })
}

/// What a flight is for, message by message, and what somebody who listens knows behind it.
fn explain(flight: &Explained<'_>, catalog: &Catalog, look: Look, out: &mut String) {
    out.push('\n');
    out.push_str(&look.paint.head(&catalog.text(&flight.head())));
    out.push('\n');
    let columns = look.width.min(PARAGRAPH);
    let mut paragraph = |indent: usize, text: &str| {
        for line in wrap(text, columns.saturating_sub(indent)) {
            out.extend(std::iter::repeat_n(' ', indent));
            out.push_str(&line);
            out.push('\n');
        }
    };
    for (step, whys) in &flight.messages {
        let said = catalog.join(&step.notes);
        let joint = if said.is_empty() { "" } else { "  // " };
        paragraph(3, &format!("{} {}{joint}{said}", frames(step), starred(step, catalog)));
        for note in &step.notes {
            // What was explained once is not explained again.
            let why = whys.iter().any(|why| std::ptr::eq(*why, note));
            if let Some(why) = catalog.attribute(note, "why").filter(|_| why) {
                paragraph(6, &why);
            }
            if look.verbose > 0
                && let Some(filter) = catalog.attribute(note, "look")
            {
                paragraph(6, &format!("{}: {filter}", catalog.word("lesson-wireshark")));
            }
        }
    }
    if let Some(observer) = flight.observer.text(catalog) {
        paragraph(3, &observer);
    }
}

/// The key schedule, step by step.
fn schedule(rows: &[Derived], catalog: &Catalog, look: Look, out: &mut String) {
    if rows.is_empty() {
        return;
    }
    out.push('\n');
    out.push_str(&look.paint.head(&catalog.word("lesson-schedule")));
    out.push('\n');
    for row in rows {
        wrapped("   ", &format!("{} = {}", row.name, row.formula), look, out);
        let note = catalog.text(&row.note);
        wrapped("      ", &format!("[{}] {}  // {note}", row.length, row.value.shown()), look, out);
    }
    if !look.reveal {
        wrapped("   ", &catalog.word("lesson-masked"), look, out);
    }
}

/// The ends of a conversation, as a ladder names them.
pub(super) fn ends(conversation: &Conversation, catalog: &Catalog) -> [String; 2] {
    let client = format!("{} {}", catalog.word("lesson-client"), address(&conversation.client));
    let server = format!("{} {}", catalog.word("lesson-server"), address(&conversation.server));
    [client, server]
}
