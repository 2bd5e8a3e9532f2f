//! A conversation as rows: frames, seconds, mark, text, note.

use std::borrow::Cow;
use std::fmt::Write;
use std::net::IpAddr;

use crate::annotate::{Catalog, Lang};
use crate::dialogue::{
    Arg, Conversation, Finding, Frames, MASK, Mark, Note, Party, Severity, Side, Step, Turns, write_digits,
};

use super::color::Paint;
use super::fold;
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
    write_conversation(&mut out, conversation, catalog, look);
    out
}

/// The same, behind a text.
pub fn write_conversation(out: &mut String, conversation: &Conversation, catalog: &Catalog, look: Look) {
    head(conversation, catalog, look, out);
    let rows = rows(conversation, catalog, look);
    let layout = Layout { width: look.width, unknown: look.width_unknown, paint: look.paint };
    lay_out(&rows, layout, out);
    if !look.quiet {
        foot(conversation, catalog, look, out);
    }
}

fn head(conversation: &Conversation, catalog: &Catalog, look: Look, out: &mut String) {
    let note = Note::new("page-conversation")
        .with("stream", conversation.stream.to_string())
        .with("title", conversation.title.as_str())
        .with("client", party(&conversation.client, catalog))
        .with("server", party(&conversation.server, catalog))
        .with("seconds", seconds(conversation.nanos))
        .with("first", conversation.first_frame)
        .with("late", if conversation.health == "late" { "yes" } else { "no" });
    let mut line = String::with_capacity(192);
    line.push_str("== ");
    catalog.write(&mut line, &note);
    line.push_str("  tcp.stream eq ");
    write_digits(&mut line, conversation.stream, 1);
    out.push_str(&look.paint.head(&line));
    out.push('\n');
    if !conversation.recognised_notes.is_empty() {
        let how = catalog.join(&conversation.recognised_notes);
        let text = catalog.text(&Note::new("page-recognised").with("how", how));
        wrapped("   ", &text, look, out);
    }
}

/// Address and port, an IPv6 address in brackets.
pub fn address(party: &Party) -> String {
    let mut text = String::with_capacity(48);
    write_address(&mut text, party);
    text
}

/// The same, behind a text.
pub(super) fn write_address(out: &mut String, party: &Party) {
    if party.address.is_ipv6() {
        out.push('[');
    }
    write_ip(out, party.address);
    out.push_str(if party.address.is_ipv6() { "]:" } else { ":" });
    write_digits(out, u64::from(party.port), 1);
}

pub(super) fn write_ip(out: &mut String, address: IpAddr) {
    match address {
        IpAddr::V4(address) => {
            for (index, octet) in address.octets().into_iter().enumerate() {
                if index > 0 {
                    out.push('.');
                }
                for (least, unit) in [(100, 100), (10, 10), (0, 1)] {
                    if octet >= least {
                        out.push(char::from(b'0' + octet / unit % 10));
                    }
                }
            }
        }
        IpAddr::V6(address) => {
            // Writing into a string cannot fail.
            let _ = write!(out, "{address}");
        }
    }
}

/// Address, port and name; a name with its source in brackets of the language.
pub(super) fn party(party: &Party, catalog: &Catalog) -> String {
    let address = address(party);
    match (&party.name, &party.name_source) {
        (Some(name), Some(source)) => match catalog.lang() {
            Lang::En => format!("{address} {name} ({source})"),
            Lang::Zh | Lang::Ja => format!("{address} {name}（{source}）"),
        },
        (Some(name), None) => format!("{address} {name}"),
        _ => address,
    }
}

pub(super) fn seconds(nanos: i64) -> String {
    crate::annotate::seconds(nanos, 3)
}

/// The same, behind a text.
pub(super) fn write_seconds(out: &mut String, nanos: i64) {
    crate::annotate::write_seconds(out, nanos, 3);
}

fn foot(conversation: &Conversation, catalog: &Catalog, look: Look, out: &mut String) {
    let mut findings: Vec<&Finding> = conversation.findings.iter().collect();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let shown: Vec<&&Finding> =
        findings.iter().filter(|finding| finding.severity > Severity::Note || look.verbose > 0).collect();
    // A lesson is no remark about this dialogue: -v has more of everything, and need not be advertised for it.
    let remarks = findings.iter().filter(|finding| finding.severity == Severity::Note).count();
    let hidden = if look.verbose > 0 { 0 } else { remarks };
    out.push('\n');
    for finding in shown {
        let mark =
            if finding.severity > Severity::Note { look.paint.alarm("!!") } else { look.paint.dim("!!") };
        wrapped_marked(&mark, &catalog.finding(finding), look, out);
    }
    let mut waited = None;
    // Most lines have no star, which is sooner seen than that there is no mask.
    let is_masked = |line: &String| line.as_bytes().contains(&b'*') && line.contains(MASK);
    let masked = conversation.steps.iter().any(|step| step.lines.iter().any(is_masked));
    if look.verbose > 0 && !conversation.steps.is_empty() {
        let waits = conversation.waits();
        let note = Note::new("page-waits")
            .with("server", seconds(waits.server))
            .with("client", seconds(waits.client))
            .with("seconds", seconds(conversation.nanos));
        waited = Some(note);
    }
    let summary = catalog.list(conversation.summary.iter().chain(&waited));
    let mut parts: Vec<Note> = Vec::new();
    if masked && !look.reveal {
        parts.push(Note::new("page-masked"));
    }
    if hidden > 0 {
        parts.push(Note::new("page-more-findings").with("count", hidden));
    }
    let more = catalog.join(&parts);
    let key = if more.is_empty() { "page-summary" } else { "page-summary-more" };
    let mut note = Note::new(key).with("summary", summary);
    if !more.is_empty() {
        note = note.with("more", more);
    }
    wrapped("   ", &catalog.text(&note), look, out);
}

pub(super) fn wrapped(indent: &str, text: &str, look: Look, out: &mut String) {
    let mut line = |text: &str| {
        out.push_str(indent);
        out.push_str(&look.paint.dim(text));
        out.push('\n');
    };
    if look.width_unknown {
        line(text);
        return;
    }
    let room = look.width.saturating_sub(indent.len());
    for text in super::width::wrap(text, room.max(24)) {
        line(&text);
    }
}

pub(super) fn wrapped_marked(mark: &str, text: &str, look: Look, out: &mut String) {
    let room = look.width.saturating_sub(3);
    let lines =
        if look.width_unknown { vec![text.to_owned()] } else { super::width::wrap(text, room.max(24)) };
    for (index, line) in lines.iter().enumerate() {
        out.push_str(if index == 0 { mark } else { "  " });
        out.push(' ');
        out.push_str(line);
        out.push('\n');
    }
}

fn rows(conversation: &Conversation, catalog: &Catalog, look: Look) -> Rows {
    let mut rows = Rows::with_capacity(conversation.steps.len());
    let folds = if look.verbose > 0 { Vec::new() } else { fold::folds(&conversation.steps) };
    let mut folds = folds.into_iter().peekable();
    let mut steps = conversation.steps.iter().peekable();
    let mut turns = Turns::default();
    let mut index = 0;
    while let Some(step) = steps.next() {
        if let Some(fold) = folds.next_if(|fold| fold.start == index) {
            // The first of them is taken already.
            let rest = steps.by_ref().take(fold.len() - 1);
            folded(step, rest, catalog, &mut rows);
            index = fold.end;
            continue;
        }
        index += 1;
        // Steps of one Wireshark row are printed in one row.
        let waited = turns.next(step);
        let mut joined = Vec::new();
        while let Some(next) = steps.next_if(|next| next.joined) {
            turns.next(next);
            index += 1;
            if joined.is_empty() {
                joined.push(step);
            }
            joined.push(next);
        }
        let group = if joined.is_empty() { std::slice::from_ref(&step) } else { &joined };
        let first = rows.rows.len();
        let whole = matches!(step.mark, Mark::Quoted) && look.verbose > 0 && step.lines.len() > 1;
        if whole {
            line_by_line(conversation, step, catalog, &mut rows);
        } else {
            row(conversation, group, catalog, look, &mut rows);
        }
        let more = took(step, waited, look).or_else(|| handshake(conversation, step, look));
        if let (Some(own), Some(note)) = (rows.rows.get(first).map(|row| row.note), more) {
            let both = catalog.joined_text([rows.get(own).to_owned(), catalog.text(&note)]);
            let both = rows.put(|out| out.push_str(&both));
            if let Some(row) = rows.rows.get_mut(first) {
                row.note = both;
            }
        }
        below(step, catalog, &mut rows);
        typed(step, catalog, look, &mut rows);
    }
    rows
}

/// What the three-way handshake told, with `-v`: how far apart the two are, and how much a segment may carry.
fn handshake(conversation: &Conversation, step: &Step, look: Look) -> Option<Note> {
    if step.kind != "tcp.open" || look.verbose == 0 {
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
fn folded<'a>(first: &'a Step, rest: impl Iterator<Item = &'a Step>, catalog: &Catalog, rows: &mut Rows) {
    let (mut frames, mut count) = (first.frames.clone(), 1);
    for step in rest {
        frames.extend(&step.frames);
        count += 1;
    }
    let row = Row {
        frames: rows.put(|out| frames.write(out)),
        mark: "  ",
        text: rows.put(|out| catalog.write(out, &Note::new("page-folded").with("lines", count as u64))),
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

fn row(conversation: &Conversation, group: &[&Step], catalog: &Catalog, look: Look, rows: &mut Rows) {
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
                }
                write_label(step, catalog, out);
            }
        }),
        reply: group.len() == 1 && step.lines.len() > 1,
        note: rows.put(|out| note(group, catalog, look, out)),
        tone: tone(step),
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
fn frames(group: &[&Step], out: &mut String) {
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
fn note(group: &[&Step], catalog: &Catalog, look: Look, out: &mut String) {
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
