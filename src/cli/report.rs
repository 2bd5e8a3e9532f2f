//! `wiretale report`: captures as one page of HTML.

use std::fs;
use std::io::{self, Write};

use anyhow::Context;

use crate::analyze::Out;
use crate::annotate::Lang;
use crate::dialogue::{Capture, Conversation, Messages, Passwords, Wanted};
use crate::render::Page;

use super::args::ReportArgs;
use super::{input, secrets, settings};

pub(super) fn run(args: &ReportArgs) -> anyhow::Result<bool> {
    let secrets = secrets::load(&args.keys)?;
    let lang = settings::lang(&args.look);
    let catalogs = Lang::ALL.map(settings::page_catalog);
    let page = Page::new(catalogs, lang, settings::look(&args.look));
    let mut book = Book { page, ladder: args.ladder, drawing: None };
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
        if input::read(path, &wanted, &mut book) {
            read += 1;
        } else {
            book.page.take_back();
        }
    }
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
    /// The conversation whose ladder is wanted in its place.
    ladder: Option<u64>,
    drawing: Option<String>,
}

impl Out for Book {
    fn conversation(&mut self, conversation: Conversation) {
        match self.ladder {
            None => self.page.conversation(&conversation),
            Some(stream) if stream == conversation.stream && self.drawing.is_none() => {
                self.drawing = Some(self.page.ladder(&conversation));
            }
            Some(_) => {}
        }
    }

    fn capture(&mut self, capture: Capture) {
        self.page.capture(&capture);
    }
}
