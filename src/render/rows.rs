//! The rows of a conversation: columns, notes beside the text, wrapping.

use std::ops::Range;

use super::color::{Paint, Tint};
use super::width::{split_at, width, wrap};

/// Printed rows before they are laid out. What they say stands in one text, one behind the other.
#[derive(Debug, Default)]
pub(super) struct Rows {
    words: String,
    pub(super) rows: Vec<Row>,
}

/// A part of the text of [`Rows`].
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Span {
    from: usize,
    to: usize,
}

/// One printed row.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// `#29`, or nothing.
    pub(super) frames: Span,
    /// `0.044`, or nothing.
    pub(super) time: Span,
    /// Two characters.
    pub(super) mark: &'static str,
    /// Read with secrets.
    pub(super) encrypted: bool,
    /// The text.
    pub(super) text: Span,
    /// Columns that the text takes; known once it is laid out.
    pub(super) columns: usize,
    /// It is a reply of several lines, joined with ` | `.
    pub(super) reply: bool,
    /// The note.
    pub(super) note: Span,
    /// How the text is coloured, as an ANSI style of [`Paint`].
    pub(super) tone: Tone,
    /// The steps that it stands for, by their indices; none for what goes on below another row.
    pub(super) steps: Range<usize>,
    /// The line of a reply that it shows, where those have rows of their own.
    pub(super) line: Option<usize>,
}

impl Span {
    /// Columns of what is ASCII.
    fn len(self) -> usize {
        self.to - self.from
    }
}

impl Rows {
    /// Room for this many rows of usual length.
    pub(super) fn with_capacity(rows: usize) -> Self {
        Rows { words: String::with_capacity(rows * 128), rows: Vec::with_capacity(rows) }
    }

    /// No rows, with the room that those before had, unless that was exceptionally much.
    pub(super) fn clear(&mut self) {
        const KEPT: usize = 64 << 10;
        self.words.clear();
        self.words.shrink_to(KEPT);
        self.rows.clear();
        self.rows.shrink_to(KEPT / size_of::<Row>());
    }

    /// What `write` adds to the text.
    pub(super) fn put(&mut self, write: impl FnOnce(&mut String)) -> Span {
        let from = self.words.len();
        write(&mut self.words);
        Span { from, to: self.words.len() }
    }

    pub(super) fn get(&self, span: Span) -> &str {
        self.words.get(span.from..span.to).unwrap_or_default()
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tone {
    #[default]
    Plain,
    Dim,
    Caution,
    Refusal,
}

/// How rows are laid out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    /// Columns of the screen.
    pub(super) width: usize,
    /// The width is a guess (a pipe): nothing is wrapped.
    pub(super) unknown: bool,
    pub(super) paint: Paint,
}

/// Below this width every note has a line of its own.
const NARROW: usize = 100;
/// Columns kept for notes at the right.
const NOTE_ROOM: usize = 50;

/// Lays out the rows of one conversation.
pub(super) fn lay_out(all: &mut Rows, layout: Layout, out: &mut String) {
    let Rows { words, rows } = all;
    let (mut frames, mut time) = (0, 0);
    for row in rows.iter_mut() {
        row.columns = width(words.get(row.text.from..row.text.to).unwrap_or_default());
        frames = row.frames.len().max(frames);
        time = row.time.len().max(time);
    }
    // Frames, two spaces, seconds, two spaces, mark, one space.
    let text_at = frames + time + 7;
    let limit = layout.width.saturating_sub(NOTE_ROOM);
    let ends = rows.iter().map(|row| text_at + row.columns);
    let note_at = ends.filter(|&end| end <= limit).max().map_or(limit, |end| end + 2);
    let columns = Columns { text_at, note_at };
    for row in &all.rows {
        out.push_str(all.get(row.frames));
        blanks(out, frames + 2 - row.frames.len() + time - row.time.len());
        out.push_str(all.get(row.time));
        place(row, all, columns, layout, out);
    }
}

#[derive(Clone, Copy)]
struct Columns {
    text_at: usize,
    note_at: usize,
}

fn place(row: &Row, all: &Rows, columns: Columns, layout: Layout, out: &mut String) {
    let paint = layout.paint;
    let (text, note) = (all.get(row.text), all.get(row.note));
    let Columns { text_at, note_at } = columns;
    if row.encrypted {
        out.push(' ');
        paint.write(out, Tint::Safe, "*");
    } else {
        out.push_str("  ");
    }
    paint.write(out, tint_of_mark(row.mark), row.mark);
    out.push(' ');
    let mut column = text_at + row.columns;
    let room = layout.width.saturating_sub(text_at);
    let ink = tint_of_text(row.tone);
    if layout.unknown || column - text_at <= room || room < 16 {
        paint.write(out, ink, text);
    } else {
        for (index, line) in broken(row, text, room).iter().enumerate() {
            if index > 0 {
                end_line(out);
                blanks(out, text_at);
            }
            paint.write(out, ink, line);
            column = text_at + width(line);
        }
    }
    if note.is_empty() {
        end_line(out);
        return;
    }
    if layout.unknown {
        blanks(out, note_at.max(column + 2) - column);
        write_note(out, "// ", note, paint);
        return;
    }
    let narrow = layout.width < NARROW;
    let at = if narrow { text_at } else { note_at };
    if narrow || column + 2 > note_at {
        end_line(out);
        column = 0;
    }
    let room = layout.width.saturating_sub(at + 3);
    for (index, part) in wrap(note, room.max(24)).iter().enumerate() {
        let (start, lead) = if index == 0 { (column, "// ") } else { (0, "   ") };
        blanks(out, at.saturating_sub(start));
        write_note(out, lead, part, paint);
    }
}

fn write_note(out: &mut String, lead: &str, note: &str, paint: Paint) {
    let begun = paint.begin(out, Tint::Dim, lead);
    out.push_str(lead);
    out.push_str(note);
    paint.end(out, begun);
    end_line(out);
}

#[inline]
pub(super) fn blanks(out: &mut String, count: usize) {
    const BLANKS: &str = "                                                                ";
    match BLANKS.get(..count) {
        Some(blanks) => out.push_str(blanks),
        None => out.extend(std::iter::repeat_n(' ', count)),
    }
}

/// Ends a line, without blanks at its end.
pub(super) fn end_line(out: &mut String) {
    while out.as_bytes().last() == Some(&b' ') {
        out.pop();
    }
    out.push('\n');
}

/// The text of a row in lines: a reply breaks in front of ` | `, anything else where the screen ends.
fn broken(row: &Row, text: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let parts = if row.reply { text.split(" | ").collect() } else { vec![text] };
    for (index, part) in parts.into_iter().enumerate() {
        let piece = if index == 0 { part.to_owned() } else { format!("| {part}") };
        let Some(line) = lines.last_mut() else { continue };
        let gap = usize::from(index > 0);
        if width(line) + gap + width(&piece) <= room {
            if index > 0 {
                line.push(' ');
            }
            line.push_str(&piece);
        } else if line.is_empty() {
            *line = piece;
        } else {
            lines.push(piece);
        }
    }
    // Wire text is wrapped where the screen ends, so that no space of it is lost; what is ours breaks at spaces.
    let ours = row.mark.trim().is_empty();
    lines.into_iter().flat_map(|line| if ours { wrap(&line, room) } else { hard_wrap(&line, room) }).collect()
}

fn hard_wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = text;
    while width(rest) > columns {
        let (head, tail) = split_at(rest, columns);
        if head.is_empty() {
            break;
        }
        lines.push(head.to_owned());
        rest = tail;
    }
    lines.push(rest.to_owned());
    lines
}

fn tint_of_mark(mark: &str) -> Tint {
    match mark.as_bytes().first() {
        Some(b'C') => Tint::Client,
        Some(b'S') => Tint::Server,
        Some(b'-') => Tint::Dim,
        Some(b'!') => Tint::Alarm,
        _ => Tint::Plain,
    }
}

fn tint_of_text(tone: Tone) -> Tint {
    match tone {
        Tone::Plain => Tint::Plain,
        Tone::Dim => Tint::Dim,
        Tone::Caution => Tint::Caution,
        Tone::Refusal => Tint::Refusal,
    }
}

#[cfg(test)]
mod tests {
    use super::{Layout, Row, Rows, lay_out};
    use crate::render::{Paint, width};

    /// Rows of a text in parts and a note, laid out.
    fn text(rows: &[(&[&str], &str)], width: usize, unknown: bool) -> String {
        let mut all = Rows::default();
        for (parts, note) in rows {
            let row = Row {
                frames: all.put(|out| out.push_str("#1")),
                time: all.put(|out| out.push_str("0.000")),
                mark: "S:",
                text: all.put(|out| out.push_str(&parts.join(" | "))),
                reply: parts.len() > 1,
                note: all.put(|out| out.push_str(note)),
                ..Row::default()
            };
            all.rows.push(row);
        }
        let mut out = String::new();
        lay_out(&mut all, Layout { width, unknown, paint: Paint::default() }, &mut out);
        out
    }

    #[test]
    fn notes_stand_in_one_column_two_behind_the_longest_short_row() {
        let out = text(&[(&["220 ready"], "就绪"), (&["250 OK then some"], "ok")], 120, false);
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(
            lines,
            ["#1  0.000  S: 220 ready         // 就绪", "#1  0.000  S: 250 OK then some  // ok"]
        );
    }

    #[test]
    fn a_long_reply_breaks_before_its_bars_and_keeps_all_its_text() {
        let parts: Vec<String> = (0..20).map(|n| format!("KEYWORD-{n}")).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        for columns in [60, 80, 120, 160] {
            let out = text(&[(&parts, "a note that is beside or below")], columns, false);
            assert!(out.lines().all(|line| width(line) <= columns), "{columns}: {out}");
            for part in &parts {
                assert!(out.contains(part));
            }
        }
    }

    #[test]
    fn a_pipe_gets_one_line_per_row() {
        let long = "x".repeat(300);
        assert_eq!(text(&[(&[&long], "note")], 120, true).lines().count(), 1);
    }

    #[test]
    fn a_narrow_screen_puts_every_note_below() {
        let out = text(&[(&["220 ready"], "note")], 80, false);
        assert_eq!(out, "#1  0.000  S: 220 ready\n              // note\n");
    }
}
