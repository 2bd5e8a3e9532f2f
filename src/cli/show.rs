//! `wiretale show`: the annotated dialogues, as text or JSON.

use std::io::{self, Write};

use crate::analyze::Out;
use crate::annotate::Catalog;
use crate::dialogue::{Capture, Conversation, Messages, Note, Passwords, Secrets, Wanted};
use crate::render::{self, Ink, Json};

use super::args::{ShowArgs, ShowFormat, Style};
use super::jobs::{self, Outlet};
use super::order::Order;
use super::progress::Progress;
use super::{complain, input, secrets, settings, why};

pub(super) fn run(args: &ShowArgs) -> anyhow::Result<bool> {
    let secrets = secrets::load(&args.keys)?;
    let mut out = io::stdout();
    if args.format == ShowFormat::Csv {
        out.write_all(render::STEPS_HEAD.as_bytes())?;
    }
    if args.format == ShowFormat::Json {
        let version = env!("CARGO_PKG_VERSION");
        write!(out, "{{\"schema\":\"wiretale/1\",\"version\":\"{version}\",\"captures\":[")?;
    }
    let all_read = jobs::run(&args.files, args.work.jobs, &mut out, &|path, out, progress| {
        file(args, path, &secrets, out, progress)
    })?;
    if args.format == ShowFormat::Json {
        out.write_all(b"\n]}\n")?;
    }
    out.flush()?;
    Ok(all_read)
}

/// Shows one file; `false` when it could not be read.
fn file(
    args: &ShowArgs,
    path: &str,
    secrets: &Secrets,
    out: &mut Outlet<'_>,
    progress: &Progress,
) -> anyhow::Result<bool> {
    let catalog = settings::catalog(&args.look);
    let json = matches!(args.format, ShowFormat::Json | ShowFormat::Ndjson);
    let wanted = Wanted {
        messages: match args.format {
            ShowFormat::Text | ShowFormat::Markdown | ShowFormat::Csv => Messages::Summary,
            ShowFormat::Json | ShowFormat::Ndjson => Messages::Hashed,
        },
        facts: json,
        checks: json || args.look.verbose > 0,
        words: matches!(args.format, ShowFormat::Text | ShowFormat::Markdown),
        more: args.look.verbose > 0,
        passwords: Passwords::new(args.known.password.clone()),
        ..settings::wanted(&args.choice, &args.look, secrets)
    };
    let mut page = Page {
        out,
        catalog: &catalog,
        look: settings::look(&args.look),
        args,
        files: 0,
        file: path,
        order: Order::new(),
        text: String::new(),
        dialogues: render::Dialogues::new(&catalog, settings::look(&args.look)),
        line: Ink::default(),
        headed: false,
        begun: false,
        told_disorder: false,
        shown: 0,
        unrecognised: 0,
        capture: None,
        failed: None,
    };
    let result = input::analyzed(path, &wanted, Some(progress), &mut page);
    if let Some(error) = page.failed.take() {
        return Err(error.into());
    }
    match result {
        Ok(()) => page.end_file()?,
        Err(ref message) => page.out.finish(|| complain(message))?,
    }
    Ok(result.is_ok())
}

struct Page<'a, 'o> {
    out: &'a mut Outlet<'o>,
    catalog: &'a Catalog,
    look: render::Look,
    args: &'a ShowArgs,
    /// Captures before this one.
    files: usize,
    file: &'a str,
    /// Rendered conversations that wait for their turn.
    order: Order<Box<str>>,
    /// The conversation that is being rendered.
    text: String,
    dialogues: render::Dialogues<'a>,
    /// A line of NDJSON.
    line: Ink,
    /// The head of this file was printed.
    headed: bool,
    /// A conversation of this file was printed.
    begun: bool,
    told_disorder: bool,
    shown: u64,
    unrecognised: u64,
    capture: Option<Capture>,
    failed: Option<io::Error>,
}

impl Out for Page<'_, '_> {
    fn opened(&mut self) {
        self.files = self.out.opened();
    }

    fn conversation(&mut self, conversation: Box<Conversation>) -> Option<Box<Conversation>> {
        if self.failed.is_some() {
            return Some(conversation);
        }
        self.count(&conversation);
        let json = Json { catalog: self.catalog };
        self.text.clear();
        match (self.args.format, self.args.style) {
            (ShowFormat::Ndjson, _) => {
                self.line.clear();
                render::write_ndjson_conversation(&mut self.line, &conversation, self.files, json);
                self.failed = self.out.write_all(self.line.bytes()).err();
                return Some(conversation);
            }
            (ShowFormat::Json, _) => self.text.push_str(&render::conversation_json(&conversation, json)),
            (ShowFormat::Csv, _) => {
                self.text.push_str(&render::steps_csv(&conversation, self.file, self.catalog));
            }
            // What no protocol claims is counted, and listed by `list`.
            _ if conversation.protocols.is_empty() => {}
            (ShowFormat::Text, Style::Wire) => {
                self.dialogues.write(&mut self.text, &conversation);
            }
            (ShowFormat::Markdown, _) => {
                self.text.push_str(&render::conversation_markdown(&conversation, self.catalog, self.look));
            }
            (ShowFormat::Text, Style::Report) => {
                self.text.push_str(&render::conversation_report(&conversation, self.catalog));
            }
        }
        let bytes = self.text.len();
        self.order.add(conversation.stream, self.text.as_str().into(), bytes);
        self.failed = self.advance(false).err();
        Some(conversation)
    }

    fn passed_over(&mut self, stream: u64) {
        if self.args.format != ShowFormat::Ndjson {
            self.order.pass_over(stream);
        }
    }

    fn capture(&mut self, capture: Capture) {
        self.capture = Some(capture);
    }
}

impl Page<'_, '_> {
    fn count(&mut self, conversation: &Conversation) {
        if conversation.protocols.is_empty() {
            self.unrecognised += 1;
        } else {
            self.shown += 1;
        }
    }

    /// Prints what has its turn. The head of the file comes first, and its number of frames is known only at the end:
    /// so nothing is printed before, unless too much waits.
    fn advance(&mut self, all: bool) -> io::Result<()> {
        if !all && !self.order.is_full() {
            return Ok(());
        }
        if !self.headed {
            self.headed = true;
            self.head()?;
        }
        let in_order = !self.order.is_given_up();
        while let Some(text) = self.order.take(all) {
            if in_order && self.order.is_given_up() && !self.told_disorder {
                self.told_disorder = true;
                if self.args.format == ShowFormat::Text && !self.look.quiet {
                    writeln!(self.out, "\n   {}", self.catalog.word("page-out-of-order"))?;
                }
            }
            self.conversation_text(&text)?;
        }
        Ok(())
    }

    fn conversation_text(&mut self, text: &str) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        match self.args.format {
            ShowFormat::Json => {
                if std::mem::replace(&mut self.begun, true) {
                    self.out.write_all(b",\n")?;
                }
                self.out.write_all(text.as_bytes())
            }
            ShowFormat::Csv => self.out.write_all(text.as_bytes()),
            _ => {
                if std::mem::replace(&mut self.begun, true) && self.args.format == ShowFormat::Text {
                    self.out.write_all(b"\n")?;
                }
                self.out.write_all(text.as_bytes())
            }
        }
    }

    fn head(&mut self) -> io::Result<()> {
        match (self.args.format, self.args.style) {
            (ShowFormat::Text, Style::Wire) => {
                if self.files > 0 {
                    self.out.write_all(b"\n")?;
                }
                let line = match &self.capture {
                    Some(capture) => render::capture_head(capture, self.file, self.catalog),
                    None => self.catalog.text(
                        &Note::new("page-capture-early")
                            .with("path", crate::dialogue::wire_text(self.file.as_bytes())),
                    ),
                };
                writeln!(self.out, "{line}")?;
                if let Some(capture) = &self.capture {
                    let findings = render::capture_findings(capture, self.catalog, self.look);
                    self.out.write_all(findings.as_bytes())?;
                }
            }
            (ShowFormat::Markdown, _) => {
                if self.files > 0 {
                    self.out.write_all(b"\n")?;
                }
                if let Some(capture) = &self.capture {
                    let head = render::capture_markdown(capture, self.file, self.catalog);
                    self.out.write_all(head.as_bytes())?;
                }
            }
            (ShowFormat::Json, _) => {
                let comma = if self.files > 0 { "," } else { "" };
                self.out.write_all(comma.as_bytes())?;
                self.out.write_all(b"\n{\"conversations\":[\n")?;
            }
            _ => {}
        }
        Ok(())
    }

    fn end_file(&mut self) -> anyhow::Result<()> {
        let early = self.headed;
        if self.args.format != ShowFormat::Ndjson {
            self.advance(true)?;
        }
        let Some(capture) = self.capture.take() else { return Ok(self.out.finish(|| {})?) };
        let json = Json { catalog: self.catalog };
        match self.args.format {
            ShowFormat::Json => {
                let members = render::capture_json(&capture, self.file, json);
                self.out.write_all(b"\n],")?;
                self.out.write_all(members.strip_prefix('{').unwrap_or(&members).as_bytes())?;
            }
            ShowFormat::Ndjson => {
                self.line.clear();
                render::write_ndjson_capture(&mut self.line, &capture, self.file, self.files, json);
                self.out.write_all(self.line.bytes())?;
            }
            ShowFormat::Markdown if early && !self.look.quiet => {
                let head = render::capture_markdown(&capture, self.file, self.catalog);
                self.out.write_all(b"\n")?;
                self.out.write_all(head.as_bytes())?;
            }
            ShowFormat::Markdown | ShowFormat::Csv => {}
            ShowFormat::Text => self.foot(&capture, early)?,
        }
        let (path, choice, catalog) = (self.file, &self.args.choice, self.catalog);
        let empty = self.shown == 0 && !self.look.quiet;
        self.out.finish(|| {
            if empty {
                why::explain(path, choice, &capture, catalog);
            }
        })?;
        Ok(())
    }

    fn foot(&mut self, capture: &Capture, early: bool) -> io::Result<()> {
        if self.look.quiet || self.args.style == Style::Report {
            return Ok(());
        }
        if self.unrecognised > 0 && self.shown > 0 {
            let note = Note::new("page-others").with("count", self.unrecognised);
            writeln!(self.out, "\n   {}", self.catalog.text(&note))?;
        }
        if early {
            let head = render::capture_head(capture, self.file, self.catalog);
            let findings = render::capture_findings(capture, self.catalog, self.look);
            write!(self.out, "\n{head}\n{findings}")?;
        }
        Ok(())
    }
}
