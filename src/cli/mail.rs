//! `wiretale mail`: the messages that conversations carried, and `--extract`.

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use crate::analyze::Out;
use crate::annotate::Catalog;
use crate::dialogue::{
    Capture, Conversation, Fault, Finding, Message, Messages, Note, Secrets, Severity, Wanted, wire_text,
};
use crate::proto::{mail, smtp};
use crate::render::{self, Envelope, Json, Mail, MailRow, MailTable, Met, Saved};

use super::args::{MailArgs, MailFormat};
use super::extract::{self, Extractor};
use super::jobs::{self, Outlet};
use super::order::Order;
use super::progress::Progress;
use super::same::{Compared, Key, MAX_COMPARED};
use super::{complain, input, secrets, settings, why};

pub(super) fn run(args: &MailArgs) -> anyhow::Result<bool> {
    let secrets = secrets::load(&args.keys)?;
    let folders = args.extract.as_deref().map(|folder| extract::folders(folder, &args.files)).transpose()?;
    let mut out = io::stdout();
    if args.format == MailFormat::Json {
        let version = env!("CARGO_PKG_VERSION");
        write!(out, "{{\"schema\":\"wiretale/1\",\"version\":\"{version}\",\"captures\":[")?;
    }
    let compared = Mutex::new(Compared::default());
    let all_read = jobs::run(&args.files, args.work.jobs, &mut out, &|path, out, progress| {
        let folder = folders.as_ref().and_then(|folders| folders.get(out.index())).cloned();
        file(args, path, &secrets, folder, &compared, out, progress)
    })?;
    end(args, compared.into_inner().unwrap_or_else(PoisonError::into_inner), &mut out)?;
    out.flush()?;
    Ok(all_read)
}

/// What all captures together show: mails that were met more than once.
fn end(args: &MailArgs, compared: Compared, out: &mut impl Write) -> io::Result<()> {
    let (same, beyond) = compared.find();
    if args.format == MailFormat::Json {
        return writeln!(out, "\n],\"same\":{}}}", render::same_json(&same));
    }
    let catalog = settings::mail_catalog(&args.look);
    if !same.is_empty() && !args.look.quiet {
        write!(out, "\n{}", render::same_text(&same, &catalog, settings::look(&args.look)))?;
    }
    if beyond > 0 {
        writeln!(out, "\n   {}", catalog.text(&Note::new("mails-not-compared").with("limit", MAX_COMPARED)))?;
    }
    Ok(())
}

/// The mails of one file; `false` when it could not be read.
fn file(
    args: &MailArgs,
    path: &str,
    secrets: &Secrets,
    folder: Option<PathBuf>,
    compared: &Mutex<Compared>,
    out: &mut Outlet<'_>,
    progress: &Progress,
) -> anyhow::Result<bool> {
    let catalog = settings::mail_catalog(&args.look);
    let wanted = Wanted {
        messages: Messages::Kept,
        steps: false,
        ..settings::wanted(&args.choice, &args.look, secrets)
    };
    let mut page = Page {
        out,
        catalog: &catalog,
        look: settings::look(&args.look),
        args,
        path,
        compared,
        files: 0,
        extractor: folder.map(Extractor::new),
        order: Order::new(),
        table: MailTable::default(),
        headed: false,
        begun: false,
        mails: 0,
        left_out: Vec::new(),
        recognised: false,
        encrypted: 0,
        capture: None,
        failed: None,
    };
    let result = input::analyzed(path, &wanted, Some(progress), &mut page);
    if let Some(error) = page.failed.take() {
        return Err(error);
    }
    match result {
        Ok(()) => page.end()?,
        Err(ref message) => page.out.finish(|| complain(message))?,
    }
    Ok(result.is_ok())
}

struct Page<'a, 'o> {
    out: &'a mut Outlet<'o>,
    catalog: &'a Catalog,
    look: render::Look,
    args: &'a MailArgs,
    path: &'a str,
    compared: &'a Mutex<Compared>,
    /// Captures before this one.
    files: usize,
    extractor: Option<Extractor>,
    /// What each conversation has to show.
    order: Order<Vec<Shown>>,
    table: MailTable,
    headed: bool,
    /// A mail of this file was printed.
    begun: bool,
    mails: u64,
    /// Objects of JSON: what was left out of conversations.
    left_out: Vec<String>,
    recognised: bool,
    encrypted: u64,
    capture: Option<Capture>,
    failed: Option<anyhow::Error>,
}

/// A mail, ready to be printed.
enum Shown {
    Row(MailRow),
    Text(String),
    /// Something about its conversation.
    Remark(String),
}

/// What a row costs while it waits, in bytes, at the least.
const ROW_BYTES: usize = 500;

impl Out for Page<'_, '_> {
    fn opened(&mut self) {
        self.files = self.out.opened();
    }

    fn message(&mut self, stream: u64, index: usize, message: &mut Message) {
        if let (Some(extractor), None) = (&mut self.extractor, &self.failed) {
            self.failed = extractor.save(stream, index, message).err();
        }
    }

    fn conversation(&mut self, conversation: Box<Conversation>) -> Option<Box<Conversation>> {
        if self.failed.is_some() {
            return Some(conversation);
        }
        self.recognised |= !conversation.protocols.is_empty();
        self.encrypted += u64::from(conversation.encrypted_frames > 0);
        let saved = self.extractor.as_mut().map(|extractor| extractor.of(conversation.stream));
        // By mail: a conversation may carry a hundred thousand of them.
        let mut saved_of: HashMap<usize, Vec<Saved>> = HashMap::new();
        for saved in saved.unwrap_or_default() {
            saved_of.entry(saved.number).or_default().push(saved);
        }
        let mut envelope_of = HashMap::new();
        for (index, envelope) in envelopes(&conversation) {
            envelope_of.entry(index).or_insert(envelope);
        }
        let mut shown = Vec::with_capacity(conversation.messages.len());
        let mut bytes = 0;
        for (index, message) in conversation.messages.iter().enumerate() {
            let number = index + 1;
            let envelope = envelope_of.get(&index);
            let saved = saved_of.remove(&number).unwrap_or_default();
            let findings = mail::findings(message);
            let stream = conversation.stream;
            let mail = Mail { stream, number, message, envelope, findings: &findings, saved: &saved };
            self.compare(mail);
            let one = match self.args.format {
                MailFormat::Json => Shown::Text(render::mail_json(mail, Json { catalog: self.catalog })),
                MailFormat::Text if self.look.verbose > 0 => {
                    Shown::Text(render::mail_text(mail, self.catalog, self.look))
                }
                MailFormat::Text => Shown::Row(MailRow::new(mail, self.catalog, self.look)),
            };
            bytes += if let Shown::Text(text) = &one { text.len() } else { ROW_BYTES };
            shown.push(one);
            self.mails += 1;
        }
        // Bounds that were met: mails may be missing here.
        let bounds: Vec<&Finding> =
            conversation.findings.iter().filter(|finding| is_bound(finding)).collect();
        if !bounds.is_empty() {
            let stream = conversation.stream;
            let json = Json { catalog: self.catalog };
            match self.args.format {
                MailFormat::Json => self.left_out.push(render::left_out_json(stream, &bounds, json)),
                MailFormat::Text if self.look.quiet => {}
                MailFormat::Text => shown.extend(bounds.into_iter().map(|finding| {
                    Shown::Remark(render::conversation_remark(stream, finding, self.catalog, self.look))
                })),
            }
        }
        self.order.add(conversation.stream, shown, bytes);
        if self.order.is_full() {
            self.failed = self.advance(false).err().map(Into::into);
        }
        Some(conversation)
    }

    fn passed_over(&mut self, stream: u64) {
        if let (Some(extractor), None) = (&mut self.extractor, &self.failed) {
            self.failed = extractor.take_back(stream).err();
        }
        self.order.pass_over(stream);
    }

    fn capture(&mut self, capture: Capture) {
        self.capture = Some(capture);
    }
}

/// Whether a finding says that something of a conversation was left out; what was left out of a mail it says itself.
fn is_bound(finding: &Finding) -> bool {
    finding.fault == Fault::Wiretale
        && finding.severity > Severity::Note
        && !finding.code.starts_with("mail.")
}

/// Envelopes, each with the index of its message.
pub(super) fn envelopes(conversation: &Conversation) -> Vec<(usize, Envelope)> {
    let facts = conversation.facts::<smtp::Smtp>("smtp");
    let transactions = facts.iter().flat_map(|facts| &facts.transactions);
    transactions
        .filter_map(|transaction| {
            let recipients =
                transaction.recipients.iter().map(|recipient| (recipient.address.clone(), recipient.code));
            let envelope = Envelope {
                sender: transaction.sender.clone(),
                recipients: recipients.collect(),
                code: transaction.code,
            };
            Some((transaction.message?, envelope))
        })
        .collect()
}

impl Page<'_, '_> {
    /// Keeps what a mail is known by, for the comparison at the end.
    fn compare(&mut self, mail: Mail<'_>) {
        let message = mail.message;
        let several = self.args.files.len() > 1;
        let met = Met {
            capture: self.files,
            path: if several { wire_text(self.path.as_bytes()) } else { String::new() },
            stream: mail.stream,
            number: mail.number,
            source: message.command(),
            frames: message.frames.clone(),
            whole: message.complete && message.source != crate::dialogue::MessageSource::Pop3Top,
        };
        if let Some(key) = Key::of(met, message) {
            let index = self.mails;
            self.compared.lock().unwrap_or_else(PoisonError::into_inner).add(key, index);
        }
    }

    fn head(&mut self) -> io::Result<()> {
        if std::mem::replace(&mut self.headed, true) {
            return Ok(());
        }
        let separator = if self.files > 0 { "\n" } else { "" };
        match (self.args.format, &self.capture) {
            (MailFormat::Json, _) => {
                let comma = if self.files > 0 { "," } else { "" };
                write!(self.out, "{comma}\n{{\"messages\":[\n")
            }
            (MailFormat::Text, Some(capture)) => {
                let head = render::capture_head(capture, self.path, self.catalog);
                let findings = render::capture_findings(capture, self.catalog, self.look);
                write!(self.out, "{separator}{head}\n{findings}")
            }
            (MailFormat::Text, None) => {
                let note = Note::new("page-capture-early").with("path", wire_text(self.path.as_bytes()));
                writeln!(self.out, "{separator}{}", self.catalog.text(&note))
            }
        }
    }

    fn advance(&mut self, all: bool) -> io::Result<()> {
        self.head()?;
        while let Some(conversation) = self.order.take(all) {
            for one in conversation {
                match one {
                    Shown::Row(row) => {
                        if let Some(block) = self.table.add(row, self.catalog, self.look) {
                            self.out.write_all(block.as_bytes())?;
                        }
                    }
                    Shown::Text(text) => {
                        if self.args.format == MailFormat::Json {
                            self.out.write_all(if std::mem::replace(&mut self.begun, true) {
                                b",\n"
                            } else {
                                b""
                            })?;
                        } else {
                            self.out.write_all(b"\n")?;
                        }
                        self.out.write_all(text.as_bytes())?;
                    }
                    Shown::Remark(line) if self.look.verbose > 0 => writeln!(self.out, "\n{line}")?,
                    Shown::Remark(line) => self.table.remark(line),
                }
            }
        }
        Ok(())
    }

    fn end(&mut self) -> anyhow::Result<()> {
        let early = self.headed;
        self.advance(true)?;
        let block = self.table.block(false, self.catalog, self.look);
        self.out.write_all(block.as_bytes())?;
        let Some(capture) = self.capture.take() else { return Ok(self.out.finish(|| {})?) };
        match self.args.format {
            MailFormat::Json => {
                let members = render::capture_json(&capture, self.path, Json { catalog: self.catalog });
                let left_out = self.left_out.join(",\n");
                let members = members.strip_prefix('{').unwrap_or(&members);
                write!(self.out, "\n],\"left_out\":[{left_out}],{members}")?;
            }
            MailFormat::Text if early => {
                let head = render::capture_head(&capture, self.path, self.catalog);
                let findings = render::capture_findings(&capture, self.catalog, self.look);
                write!(self.out, "\n{head}\n{findings}")?;
            }
            MailFormat::Text => {}
        }
        let (path, choice, catalog) = (self.path, &self.args.choice, self.catalog);
        let (recognised, encrypted) = (self.recognised, self.encrypted);
        let empty = self.mails == 0 && !self.look.quiet;
        self.out.finish(|| {
            if empty && recognised {
                let note = Note::new("mails-none")
                    .with("path", wire_text(path.as_bytes()))
                    .with("encrypted", encrypted);
                complain(&catalog.text(&note));
            } else if empty {
                why::explain(path, choice, &capture, catalog);
            }
        })?;
        Ok(())
    }
}
