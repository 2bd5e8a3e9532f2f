//! `wiretale list`: one row per conversation, and what became of every frame.

use std::io::{self, BufWriter, Write};

use crate::analyze::Out;
use crate::annotate::Catalog;
use crate::dialogue::{Capture, Conversation, Messages, Wanted};
use crate::render::{self, Json, ListRow, ListTable};

use super::args::{ListArgs, ListFormat};
use super::order::Order;
use super::{input, settings, why};

pub(super) fn run(args: &ListArgs) -> anyhow::Result<bool> {
    let catalog = settings::catalog(&args.look);
    let look = settings::look(&args.look);
    let wanted =
        Wanted { messages: Messages::No, steps: false, ..settings::wanted(&args.choice, &args.look) };
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    match args.format {
        ListFormat::Text => {}
        ListFormat::Csv => out.write_all(render::CSV_HEAD.as_bytes())?,
        ListFormat::Json => {
            write!(
                out,
                "{{\"schema\":\"wiretale/1\",\"version\":\"{}\",\"captures\":[",
                env!("CARGO_PKG_VERSION")
            )?;
        }
    }
    let mut all_read = true;
    let mut files = 0;
    for path in &args.files {
        let mut page = Page {
            out: &mut out,
            catalog: &catalog,
            look,
            format: args.format,
            path,
            files,
            order: Order::new(),
            table: ListTable::default(),
            headed: false,
            rows: 0,
            recognised: false,
            capture: None,
            failed: None,
        };
        if !input::read(path, &wanted, &mut page) {
            all_read = false;
            continue;
        }
        let recognised = page.recognised;
        let capture = page.end()?;
        files += 1;
        if !recognised && !args.look.quiet && args.format == ListFormat::Text {
            out.flush()?;
            if let Some(capture) = capture {
                why::explain(path, &args.choice, &capture, &catalog);
            }
        }
    }
    if args.format == ListFormat::Json {
        out.write_all(b"\n]}\n")?;
    }
    out.flush()?;
    Ok(all_read)
}

/// What waits for its turn.
enum Row {
    /// A row of the table.
    Cells(ListRow),
    /// A line of CSV or JSON.
    Line(String),
    /// A conversation that a filter leaves out.
    Nothing,
}

struct Page<'a, W: Write> {
    out: &'a mut W,
    catalog: &'a Catalog,
    look: render::Look,
    format: ListFormat,
    path: &'a str,
    files: usize,
    order: Order<Row>,
    table: ListTable,
    headed: bool,
    rows: u64,
    recognised: bool,
    capture: Option<Capture>,
    failed: Option<io::Error>,
}

/// What a row costs while it waits, in bytes, at the least.
const ROW_BYTES: usize = 400;

impl<W: Write> Out for Page<'_, W> {
    fn conversation(&mut self, conversation: Conversation) {
        if self.failed.is_some() {
            return;
        }
        self.recognised |= !conversation.protocols.is_empty();
        let row = match self.format {
            ListFormat::Text => Row::Cells(ListRow::new(&conversation, self.catalog)),
            ListFormat::Csv => Row::Line(render::csv_row(&conversation, self.path, self.catalog)),
            ListFormat::Json => Row::Line(render::json_row(&conversation, Json { catalog: self.catalog })),
        };
        let bytes = match &row {
            Row::Line(line) => line.len() + ROW_BYTES,
            Row::Cells(_) | Row::Nothing => ROW_BYTES,
        };
        self.order.add(conversation.stream, row, bytes);
        if self.order.is_full() {
            self.failed = self.advance(false).err();
        }
    }

    fn passed_over(&mut self, stream: u64) {
        self.order.add(stream, Row::Nothing, 0);
    }

    fn capture(&mut self, capture: Capture) {
        self.capture = Some(capture);
    }
}

impl<W: Write> Page<'_, W> {
    fn head(&mut self) -> io::Result<()> {
        if std::mem::replace(&mut self.headed, true) {
            return Ok(());
        }
        let separator = if self.files > 0 { "\n" } else { "" };
        match (self.format, &self.capture) {
            (ListFormat::Text, Some(capture)) => {
                let head = render::capture_head(capture, self.path, self.catalog);
                let findings = render::capture_findings(capture, self.catalog, self.look);
                write!(self.out, "{separator}{head}\n{findings}")
            }
            (ListFormat::Text, None) => {
                let note = crate::dialogue::Note::new("page-capture-early")
                    .with("path", crate::dialogue::wire_text(self.path.as_bytes()));
                writeln!(self.out, "{separator}{}", self.catalog.text(&note))
            }
            (ListFormat::Json, _) => {
                let comma = if self.files > 0 { "," } else { "" };
                write!(self.out, "{comma}\n{{\"conversations\":[\n")
            }
            (ListFormat::Csv, _) => Ok(()),
        }
    }

    fn advance(&mut self, all: bool) -> io::Result<()> {
        self.head()?;
        while let Some(row) = self.order.take(all) {
            match row {
                Row::Nothing => {}
                Row::Cells(cells) => {
                    if let Some(block) = self.table.add(cells, self.catalog, self.look) {
                        self.out.write_all(block.as_bytes())?;
                    }
                }
                Row::Line(line) => {
                    if self.format == ListFormat::Json && self.rows > 0 {
                        self.out.write_all(b",\n")?;
                    }
                    self.rows += 1;
                    self.out.write_all(line.as_bytes())?;
                }
            }
        }
        Ok(())
    }

    fn end(mut self) -> anyhow::Result<Option<Capture>> {
        if let Some(error) = self.failed.take() {
            return Err(error.into());
        }
        let early = self.headed;
        self.advance(true)?;
        let Some(capture) = self.capture.take() else { return Ok(None) };
        match self.format {
            ListFormat::Text => {
                let block = self.table.block(self.catalog, self.look);
                self.out.write_all(block.as_bytes())?;
                if early {
                    let head = render::capture_head(&capture, self.path, self.catalog);
                    let findings = render::capture_findings(&capture, self.catalog, self.look);
                    write!(self.out, "{head}\n{findings}")?;
                }
                let below = render::names_and_frames(&capture, self.catalog, self.look);
                self.out.write_all(below.as_bytes())?;
            }
            ListFormat::Json => {
                let members = render::capture_json(&capture, self.path, Json { catalog: self.catalog });
                write!(self.out, "\n],{}", members.strip_prefix('{').unwrap_or(&members))?;
            }
            ListFormat::Csv => {}
        }
        Ok(Some(capture))
    }
}
