//! `mail`: one row per message.

use crate::annotate::Catalog;
use crate::dialogue::{Finding, Frames, Message, MessageSource, Note, Part, Severity};

use super::dialogue::Look;
use super::letter::gaps;
use super::width::{fit, width};

/// Columns of the table. The first one is there only where several conversations have mails.
const COLUMNS: [&str; 7] = ["stream", "no", "source", "frames", "size", "parts", "subject"];
/// Those that hold numbers, which stand to the right.
const NUMBERS: [usize; 3] = [0, 1, 4];
const LAST: usize = COLUMNS.len() - 1;
/// The parts: where the width is known they get a third of it, within these bounds.
const PARTS: usize = 5;
const PARTS_WIDTH: (usize, usize) = (20, 40);
/// Parts that are named in a row.
const PARTS_NAMED: usize = 4;
/// Blanks between columns.
const GUTTER: usize = 2;

/// A message, and what its conversation knows of it.
#[derive(Clone, Copy)]
pub struct Mail<'a> {
    /// The conversation.
    pub stream: u64,
    /// Its number there, from 1.
    pub number: usize,
    /// The message itself.
    pub message: &'a Message,
    /// Whom it was sent to, where that was said.
    pub envelope: Option<&'a Envelope>,
    /// What is worth knowing.
    pub findings: &'a [Finding],
    /// Files that it was saved to.
    pub saved: &'a [Saved],
}

/// What the sender told the server, which is not part of the mail.
#[derive(Clone, Debug, Default)]
pub struct Envelope {
    /// `MAIL FROM`; empty for `<>`, `None` where it was not captured.
    pub sender: Option<String>,
    /// `RCPT TO` and the code of the reply.
    pub recipients: Vec<(String, Option<u16>)>,
    /// The code of the reply to the mail.
    pub code: Option<u16>,
}

/// A file that was saved, or was not.
#[derive(Clone, Debug)]
pub struct Saved {
    /// Number of the mail in its conversation.
    pub number: usize,
    /// The file; its name alone where none was written.
    pub path: String,
    /// Bytes.
    pub size: u64,
    /// Their SHA-256.
    pub sha256: Option<[u8; 32]>,
    /// What was done.
    pub done: SavedAs,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SavedAs {
    /// It was written.
    New,
    /// It was there already, with the same bytes.
    There,
    /// Nothing: bytes of it are missing.
    Missing,
    /// Nothing: the mail was too large to be kept.
    NotKept,
}

impl Mail<'_> {
    /// `s0-m1`: how it is called in file names and references.
    pub fn name(&self) -> String {
        format!("s{}-m{}", self.stream, self.number)
    }
}

/// A row: its cells, and what stands below the table about it.
#[derive(Debug)]
pub struct MailRow {
    stream: u64,
    cells: [String; COLUMNS.len()],
    below: Vec<String>,
}

impl MailRow {
    /// The row of a message.
    pub fn new(mail: Mail<'_>, catalog: &Catalog, look: Look) -> Self {
        let Mail { message, .. } = mail;
        let cells = [
            mail.stream.to_string(),
            mail.number.to_string(),
            message.command(),
            message.frames.to_string(),
            size(message, catalog),
            parts(message, catalog),
            subject(message, catalog),
        ];
        let told = mail.findings.iter().filter(|finding| finding.severity > Severity::Note && !look.quiet);
        let finding = |finding: &Finding| {
            let text = catalog.finding(finding);
            format!("{} {}: {text}", look.paint.alarm("!!"), mail.name())
        };
        let mut below: Vec<String> = told.map(finding).collect();
        for (index, saved) in mail.saved.iter().enumerate() {
            below.push(saved_line(saved, mail, catalog));
            // The first file is the mail itself.
            if index == 0 && !message.complete {
                below.extend(gaps(message).iter().map(|gap| format!("   {}", catalog.text(gap))));
            }
        }
        MailRow { stream: mail.stream, cells, below }
    }
}

/// A line of the manifest: `sha256sum -c` reads those of files that are there.
pub(super) fn saved_line(saved: &Saved, mail: Mail<'_>, catalog: &Catalog) -> String {
    let note = |key: &'static str| {
        let path = if saved.path.is_empty() { mail.name() } else { saved.path.clone() };
        catalog.text(&Note::new(key).with("path", path))
    };
    let digest = saved.sha256.as_ref().map(|hash| crate::dialogue::hex(hash)).unwrap_or_default();
    let path = crate::dialogue::harmless(&saved.path);
    match saved.done {
        SavedAs::New => format!("{digest}  {path}"),
        SavedAs::There => format!("{digest}  {path}\n   {}", catalog.word("mails-already-there")),
        SavedAs::Missing => note("mails-not-saved-missing"),
        SavedAs::NotKept => note("mails-not-saved-large"),
    }
}

/// TOP without lines of the body gives the header alone.
fn header_alone(message: &Message) -> bool {
    let top = message.source == MessageSource::Pop3Top;
    top && message.parts.iter().all(|part| part.parts.is_empty() && part.body.0 >= part.body.1)
}

fn size(message: &Message, catalog: &Catalog) -> String {
    if message.complete && header_alone(message) {
        return catalog.word("mails-headers");
    }
    let whole = message.whole.filter(|whole| !message.complete && *whole >= message.size);
    match (message.complete, whole) {
        (true, _) => message.size.to_string(),
        (false, Some(whole)) => format!("{}/{whole}", message.size),
        (false, None) => format!("{}/?", message.size),
    }
}

fn parts(message: &Message, catalog: &Catalog) -> String {
    if header_alone(message) {
        return "-".to_owned();
    }
    let mut names = Vec::new();
    named(&message.parts, &mut names);
    if names.is_empty() {
        return "-".to_owned();
    }
    let more = names.len().saturating_sub(PARTS_NAMED);
    names.truncate(PARTS_NAMED);
    let mut text = names.join(", ");
    if more > 0 {
        text.push_str(&catalog.text(&Note::new("mails-more-parts").with("count", more)));
    }
    crate::dialogue::harmless(&text).into_owned()
}

/// Names of files, and types of what has none.
fn named<'a>(parts: &'a [Part], names: &mut Vec<&'a str>) {
    for part in parts {
        if part.parts.is_empty() {
            names.push(part.filename.as_deref().unwrap_or(&part.kind));
        } else {
            named(&part.parts, names);
        }
    }
}

fn subject(message: &Message, catalog: &Catalog) -> String {
    match message.subject.as_deref() {
        Some("") => catalog.word("mails-empty"),
        Some(subject) => crate::dialogue::harmless(subject).into_owned(),
        None if message.header_complete => catalog.word("mails-no-subject"),
        None => catalog.word("mails-not-captured"),
    }
}

/// A table that is printed in blocks: a capture may have a hundred thousand mails.
#[derive(Debug, Default)]
pub struct MailTable {
    rows: Vec<MailRow>,
    /// Lines that stand below them.
    remarks: Vec<String>,
    /// Columns never get narrower from one block to the next.
    widths: [usize; COLUMNS.len()],
    /// Whether the heads were printed, and then whether conversations are named.
    headed: Option<bool>,
}

impl MailTable {
    /// Rows of a block: what is laid out together.
    const BLOCK: usize = 2000;

    /// Adds a row; a full block comes back as text.
    pub fn add(&mut self, row: MailRow, catalog: &Catalog, look: Look) -> Option<String> {
        self.rows.push(row);
        (self.rows.len() >= Self::BLOCK).then(|| self.block(true, catalog, look))
    }

    /// Adds a line below the rows.
    pub fn remark(&mut self, line: String) {
        self.remarks.push(line);
    }

    /// The rows that were not printed yet. `more`: others may come.
    pub fn block(&mut self, more: bool, catalog: &Catalog, look: Look) -> String {
        let rows = std::mem::take(&mut self.rows);
        let remarks = std::mem::take(&mut self.remarks);
        let mut out = String::with_capacity(rows.len() * 96);
        if let Some(first) = rows.first() {
            self.rows_text(
                &rows,
                more || rows.iter().any(|row| row.stream != first.stream),
                catalog,
                look,
                &mut out,
            );
        }
        let below = rows.iter().flat_map(|row| &row.below).chain(&remarks);
        for (index, line) in below.enumerate() {
            out.push_str(if index == 0 { "\n" } else { "" });
            out.push_str(line);
            out.push('\n');
        }
        out
    }

    /// The rows in columns; `streams`: whether the first of them names conversations, where that was not decided before.
    fn rows_text(
        &mut self,
        rows: &[MailRow],
        streams: bool,
        catalog: &Catalog,
        look: Look,
        out: &mut String,
    ) {
        let heads = COLUMNS.map(|key| catalog.word(format!("mails-{key}")));
        let all = std::iter::once(&heads).chain(rows.iter().map(|row| &row.cells));
        for cells in all {
            for (index, (wide, cell)) in self.widths.iter_mut().zip(cells).enumerate() {
                let cut = index == PARTS && !look.width_unknown;
                let most =
                    if cut { (look.width / 3).clamp(PARTS_WIDTH.0, PARTS_WIDTH.1) } else { usize::MAX };
                *wide = width(cell).min(most).max(*wide);
            }
        }
        if self.headed.is_none() {
            self.line(&heads, streams, look, out);
        }
        let streams = *self.headed.get_or_insert(streams);
        for row in rows {
            self.line(&row.cells, streams, look, out);
        }
    }

    fn line(&self, cells: &[String; COLUMNS.len()], streams: bool, look: Look, out: &mut String) {
        let mut column = 0;
        let shown = cells.iter().zip(self.widths).enumerate().skip(usize::from(!streams));
        for (index, (cell, wide)) in shown {
            if index == LAST {
                let room =
                    if look.width_unknown { usize::MAX } else { look.width.saturating_sub(column).max(12) };
                out.push_str(&fit(cell, room));
                break;
            }
            let cell = fit(cell, wide);
            let missing = wide.saturating_sub(width(&cell));
            let (before, behind) = if NUMBERS.contains(&index) { (missing, 0) } else { (0, missing) };
            out.extend(std::iter::repeat_n(' ', before));
            out.push_str(&cell);
            out.extend(std::iter::repeat_n(' ', behind + GUTTER));
            column += wide + GUTTER;
        }
        out.truncate(out.trim_end_matches(' ').len());
        out.push('\n');
    }
}

/// A finding about a conversation, which a reader of its mails has to know.
pub fn conversation_remark(stream: u64, finding: &Finding, catalog: &Catalog, look: Look) -> String {
    format!("{} s{stream}: {}", look.paint.alarm("!!"), catalog.finding(finding))
}

/// A mail and where it was met.
#[derive(Clone, Debug)]
pub struct Met {
    /// Index of the capture among those that were read.
    pub capture: usize,
    /// Its file; empty where there is only one.
    pub path: String,
    /// The conversation.
    pub stream: u64,
    /// Number of the mail there.
    pub number: usize,
    /// How it travelled: `DATA`, `RETR 1`.
    pub source: String,
    /// The frames that carried it.
    pub frames: Frames,
    /// Whether all of it was seen.
    pub whole: bool,
}

/// The same mail, met twice, and what shows it.
#[derive(Clone, Debug)]
pub struct Same {
    /// Where it was met first.
    pub first: Met,
    /// Where it was met again.
    pub second: Met,
    /// The same Message-ID.
    pub id: bool,
    /// Whether the bodies have the same SHA-256; `None` where one was not seen whole.
    pub body: Option<bool>,
    /// Names of header lines that the second has and the first has not.
    pub more: Vec<String>,
    /// Names of header lines that only the first has.
    pub fewer: Vec<String>,
}

/// Mails that are the same: a line for each two, and what shows it.
pub fn same_text(same: &[Same], catalog: &Catalog, look: Look) -> String {
    let mut out = String::new();
    for same in same {
        let [head, shows] = same_lines(same, catalog);
        out.push_str(&look.paint.head(&head));
        out.push('\n');
        super::around::wrapped("   ", &shows, look, &mut out);
    }
    out
}

/// Which mails are the same, and what shows it.
pub(super) fn same_lines(same: &Same, catalog: &Catalog) -> [String; 2] {
    let met = |met: &Met| {
        let path = if met.path.is_empty() { String::new() } else { format!("{} ", met.path) };
        format!("{path}s{}-m{} ({} {})", met.stream, met.number, met.source, met.frames)
    };
    let note = Note::new("mails-same").with("first", met(&same.first)).with("second", met(&same.second));
    let mut shows = vec![Note::new(if same.id { "mails-same-id" } else { "mails-same-no-id" })];
    shows.push(Note::new(match same.body {
        Some(true) => "mails-same-body",
        Some(false) => "mails-other-body",
        None => "mails-body-not-seen",
    }));
    for (key, names) in [("mails-lines-more", &same.more), ("mails-lines-fewer", &same.fewer)] {
        if !names.is_empty() {
            shows.push(Note::new(key).with("count", names.len()).with("names", in_short(names)));
        }
    }
    if same.more.is_empty() && same.fewer.is_empty() {
        shows.push(Note::new("mails-lines-equal"));
    }
    [catalog.text(&note), catalog.join(&shows)]
}

/// Each name once, with how often it comes.
fn in_short(names: &[String]) -> String {
    let mut counted: Vec<(&str, usize)> = Vec::new();
    for name in names {
        match counted.iter_mut().find(|known| known.0.eq_ignore_ascii_case(name)) {
            Some(known) => known.1 += 1,
            None => counted.push((name, 1)),
        }
    }
    let shown = counted.iter().map(|&(name, count)| match count {
        1 => name.to_owned(),
        _ => format!("{name} ×{count}"),
    });
    shown.collect::<Vec<_>>().join(", ")
}
