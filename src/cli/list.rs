//! `wiretale list`: one row per conversation, and what became of every frame.

use std::io::{self, Write};

use crate::analyze::Out;
use crate::annotate::Catalog;
use crate::dialogue::{Capture, Conversation, Messages, Secrets, Wanted};
use crate::render::{self, Json, ListRow, ListTable};

use super::args::{ListArgs, ListFormat};
use super::jobs::{self, Outlet};
use super::order::Order;
use super::progress::Progress;
use super::{complain, input, secrets, settings, why};

pub(super) fn run(args: &ListArgs) -> anyhow::Result<bool> {
    let secrets = secrets::load(&args.keys)?;
    let mut out = io::stdout();
    match args.format {
        ListFormat::Text => {}
        ListFormat::Csv => out.write_all(render::CSV_HEAD.as_bytes())?,
        ListFormat::Json => {
            let version = env!("CARGO_PKG_VERSION");
            write!(out, "{{\"schema\":\"wiretale/1\",\"version\":\"{version}\",\"captures\":[")?;
        }
    }
    let all_read = jobs::run(&args.files, args.work.jobs, &mut out, &|path, out, progress| {
        file(args, path, &secrets, out, progress)
    })?;
    if args.format == ListFormat::Json {
        out.write_all(b"\n]}\n")?;
    }
    out.flush()?;
    Ok(all_read)
}

/// Lists one file; `false` when it could not be read.
fn file(
    args: &ListArgs,
    path: &str,
    secrets: &Secrets,
    out: &mut Outlet<'_>,
    progress: &Progress,
) -> anyhow::Result<bool> {
    let catalog = settings::catalog(&args.look);
    let wanted = Wanted {
        messages: Messages::No,
        steps: false,
        facts: args.format == ListFormat::Json,
        words: false,
        ..settings::wanted(&args.choice, &args.look, secrets)
    };
    let mut page = Page {
        out,
        catalog: &catalog,
        look: settings::look(&args.look),
        format: args.format,
        path,
        files: 0,
        order: Order::new(),
        table: ListTable::default(),
        block: String::new(),
        headed: false,
        rows: 0,
        recognised: false,
        capture: None,
        failed: None,
    };
    let result = input::analyzed(path, &wanted, Some(progress), &mut page);
    if let Some(error) = page.failed.take() {
        return Err(error.into());
    }
    if let Err(message) = result {
        page.out.finish(|| complain(&message))?;
        return Ok(false);
    }
    let capture = page.end()?;
    let empty = !page.recognised && !args.look.quiet && args.format == ListFormat::Text;
    page.out.finish(|| {
        if let Some(capture) = capture.filter(|_| empty) {
            why::explain(path, &args.choice, &capture, &catalog);
        }
    })?;
    Ok(true)
}

/// What waits for its turn.
enum Row {
    /// A row of the table.
    Cells(ListRow),
    /// A line of CSV or JSON.
    Line(String),
}

struct Page<'a, 'o> {
    out: &'a mut Outlet<'o>,
    catalog: &'a Catalog,
    look: render::Look,
    format: ListFormat,
    path: &'a str,
    /// Captures before this one.
    files: usize,
    order: Order<Row>,
    table: ListTable,
    /// Rows that are laid out.
    block: String,
    headed: bool,
    rows: u64,
    recognised: bool,
    capture: Option<Capture>,
    failed: Option<io::Error>,
}

/// What a row costs while it waits, in bytes, at the least.
const ROW_BYTES: usize = 200;

impl Out for Page<'_, '_> {
    fn opened(&mut self) {
        self.files = self.out.opened();
    }

    fn conversation(&mut self, conversation: Box<Conversation>) -> Option<Box<Conversation>> {
        if self.failed.is_some() {
            return Some(conversation);
        }
        self.recognised |= !conversation.protocols.is_empty();
        let row = match self.format {
            ListFormat::Text => Row::Cells(self.table.row(&conversation, self.catalog)),
            ListFormat::Csv => Row::Line(render::csv_row(&conversation, self.path, self.catalog)),
            ListFormat::Json => Row::Line(render::json_row(&conversation, Json { catalog: self.catalog })),
        };
        let bytes = match &row {
            Row::Line(line) => line.len() + ROW_BYTES,
            Row::Cells(_) => ROW_BYTES,
        };
        self.order.add(conversation.stream, row, bytes);
        if self.order.is_full() {
            self.failed = self.advance(false).err();
        }
        Some(conversation)
    }

    fn passed_over(&mut self, stream: u64) {
        self.order.pass_over(stream);
    }

    fn capture(&mut self, capture: Capture) {
        self.capture = Some(capture);
    }
}

impl Page<'_, '_> {
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
                Row::Cells(cells) => {
                    self.table.add(cells, self.catalog, self.look, &mut self.block);
                    if !self.block.is_empty() {
                        self.out.write_all(self.block.as_bytes())?;
                        self.block.clear();
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

    fn end(&mut self) -> anyhow::Result<Option<Capture>> {
        let early = self.headed;
        self.advance(true)?;
        let Some(capture) = self.capture.take() else { return Ok(None) };
        match self.format {
            ListFormat::Text => {
                self.table.block(self.catalog, self.look, &mut self.block);
                self.out.write_all(self.block.as_bytes())?;
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
