//! `wiretale report`: captures as one page of HTML.

use std::collections::HashMap;
use std::fs;
use std::io::{self, Write};

use anyhow::Context;

use crate::analyze::Out;
use crate::annotate::Lang;
use crate::dialogue::{
    Capture, Conversation, Finding, MessageSource, Messages, Passwords, Wanted, wire_text,
};
use crate::proto::mail;
use crate::render::{Mail, Met, Page};

use super::args::ReportArgs;
use super::mail::envelopes;
use super::same::{Compared, Key};
use super::{input, secrets, settings};

pub(super) fn run(args: &ReportArgs) -> anyhow::Result<bool> {
    let secrets = secrets::load(&args.keys)?;
    let lang = settings::lang(&args.look);
    let catalogs = Lang::ALL.map(settings::page_catalog);
    let page = Page::new(catalogs, lang, settings::look(&args.look));
    let mut book = Book {
        page,
        path: String::new(),
        captures: 0,
        mails: 0,
        compared: Compared::default(),
        ladder: args.ladder,
        drawing: None,
    };
    let mut read = 0;
    for path in &args.files {
        let wanted = Wanted {
            messages: Messages::Kept,
            lesson: true,
            fields: true,
            checks: true,
            passwords: Passwords::new(args.known.password.clone()),
            ..settings::wanted(&args.choice, &args.look, &secrets)
        };
        book.page.begin(path);
        book.path = if args.files.len() > 1 { wire_text(path.as_bytes()) } else { String::new() };
        if input::read(path, &wanted, &mut book) {
            read += 1;
            book.mails = 0;
            book.captures = read;
        } else {
            book.page.take_back();
        }
    }
    let (same, _) = book.compared.find();
    book.page.same(&same);
    match (args.ladder, book.drawing) {
        (Some(_), Some(drawing)) => write(&args.output, &drawing)?,
        (Some(stream), None) => {
            anyhow::bail!("there is no conversation {stream}; `wiretale list` shows those that are there")
        }
        (None, _) if read > 0 => write(&args.output, &book.page.html())?,
        (None, _) => {}
    }
    Ok(read == args.files.len())
}

/// Writes to a file, or to standard output for `-`.
fn write(path: &str, text: &str) -> anyhow::Result<()> {
    if path == "-" {
        let mut out = io::stdout();
        out.write_all(text.as_bytes())?;
        return Ok(out.flush()?);
    }
    fs::write(path, text).with_context(|| format!("{path}: it cannot be written"))
}

/// The page that the captures make.
struct Book {
    page: Page,
    /// The capture; empty where there is only one.
    path: String,
    /// Captures that were read.
    captures: usize,
    /// Mails of this one.
    mails: u64,
    compared: Compared,
    /// The conversation whose ladder is wanted in its place.
    ladder: Option<u64>,
    drawing: Option<String>,
}

impl Book {
    /// A conversation with its mails.
    fn add(&mut self, conversation: &Conversation) {
        let mut envelope_of = HashMap::new();
        for (index, envelope) in envelopes(conversation) {
            envelope_of.entry(index).or_insert(envelope);
        }
        let stream = conversation.stream;
        let findings: Vec<Vec<Finding>> = conversation.messages.iter().map(mail::findings).collect();
        let mut mails = Vec::with_capacity(findings.len());
        for (index, (message, findings)) in conversation.messages.iter().zip(&findings).enumerate() {
            let number = index + 1;
            let met = Met {
                capture: self.captures,
                path: self.path.clone(),
                stream,
                number,
                source: message.command(),
                frames: message.frames.clone(),
                whole: message.complete && message.source != MessageSource::Pop3Top,
            };
            if let Some(key) = Key::of(met, message) {
                self.compared.add(key, self.mails);
            }
            self.mails += 1;
            mails.push(Mail {
                stream,
                number,
                message,
                envelope: envelope_of.get(&index),
                findings,
                saved: &[],
            });
        }
        self.page.conversation(conversation, &mails);
    }
}

impl Out for Book {
    fn conversation(&mut self, conversation: Box<Conversation>) -> Option<Box<Conversation>> {
        match self.ladder {
            None => self.add(&conversation),
            Some(stream) if stream == conversation.stream && self.drawing.is_none() => {
                self.drawing = Some(self.page.ladder(&conversation));
            }
            Some(_) => {}
        }
        Some(conversation)
    }

    fn capture(&mut self, capture: Capture) {
        self.page.capture(&capture);
    }
}
