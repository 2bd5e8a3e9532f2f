//! `wiretale tls`: the handshake as a lesson, its bytes, and its certificates.

use std::io::{self, Write};

use crate::analyze::Out;
use crate::annotate::Catalog;
use crate::dialogue::{Capture, Conversation, FactSlot, Messages, Secrets, Wanted};
use crate::proto::tls::TlsFacts;
use crate::render::{self, Json, Open};

use super::args::{TlsArgs, TlsFormat};
use super::jobs::{self, Outlet};
use super::order::Order;
use super::progress::Progress;
use super::{complain, input, secrets, settings};

pub(super) fn run(args: &TlsArgs) -> anyhow::Result<bool> {
    let secrets = secrets::load(&args.keys)?;
    let open = open(&args.open)?;
    let mut out = io::stdout();
    if args.format == TlsFormat::Json {
        let version = env!("CARGO_PKG_VERSION");
        write!(out, "{{\"schema\":\"wiretale/1\",\"version\":\"{version}\",\"captures\":[")?;
    }
    let all_read = jobs::run(&args.files, args.work.jobs, &mut out, &|path, out, progress| {
        file(args, &open, path, &secrets, out, progress)
    })?;
    if args.format == TlsFormat::Json {
        out.write_all(b"\n]}\n")?;
    }
    out.flush()?;
    Ok(all_read)
}

/// Which messages are shown byte by byte.
fn open(words: &[String]) -> anyhow::Result<Open> {
    if words.is_empty() {
        return Ok(Open::Nothing);
    }
    if words.iter().any(|word| word == "all") {
        return Ok(Open::All);
    }
    let frame = |word: &String| {
        let number = word.strip_prefix('#').unwrap_or(word);
        number.parse().map_err(|_| anyhow::anyhow!("--open {word}: a frame number, or all, is wanted"))
    };
    Ok(Open::Frames(words.iter().map(frame).collect::<Result<_, _>>()?))
}

/// The lessons of one file; `false` when it could not be read.
fn file(
    args: &TlsArgs,
    open: &Open,
    path: &str,
    secrets: &Secrets,
    out: &mut Outlet<'_>,
    progress: &Progress,
) -> anyhow::Result<bool> {
    let catalog = settings::catalog(&args.look);
    let wanted = Wanted {
        messages: Messages::Summary,
        lesson: true,
        fields: true,
        checks: true,
        ..settings::wanted(&args.choice, &args.look, secrets)
    };
    let mut page = Page {
        out,
        catalog: &catalog,
        look: settings::look(&args.look),
        args,
        open,
        files: 0,
        file: path,
        order: Order::new(),
        headed: false,
        shown: 0,
        lessons: 0,
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
    args: &'a TlsArgs,
    open: &'a Open,
    /// Captures before this one.
    files: usize,
    file: &'a str,
    /// Rendered conversations that wait for their turn.
    order: Order<Box<str>>,
    headed: bool,
    /// Conversations that were printed.
    shown: usize,
    /// Conversations with a handshake.
    lessons: usize,
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
        let text = match self.args.format {
            _ if conversation.lessons.is_empty() => String::new(),
            TlsFormat::Text if self.args.pem => certificates(&conversation),
            TlsFormat::Text => render::lesson_text(&conversation, self.catalog, self.look, self.open),
            TlsFormat::Json => render::conversation_json(&conversation, Json { catalog: self.catalog }),
        };
        self.lessons += usize::from(!conversation.lessons.is_empty());
        let bytes = text.len();
        self.order.add(conversation.stream, text.into(), bytes);
        self.failed = self.advance(false).err();
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
    fn advance(&mut self, all: bool) -> io::Result<()> {
        if !all && !self.order.is_full() {
            return Ok(());
        }
        if !std::mem::replace(&mut self.headed, true) {
            match self.args.format {
                TlsFormat::Json => {
                    let comma = if self.files > 0 { "," } else { "" };
                    write!(self.out, "{comma}\n{{\"conversations\":[\n")?;
                }
                TlsFormat::Text if self.args.pem => {}
                TlsFormat::Text => {
                    let blank = if self.files > 0 { "\n" } else { "" };
                    if let Some(capture) = &self.capture {
                        let head = render::capture_head(capture, self.file, self.catalog);
                        writeln!(self.out, "{blank}{head}")?;
                    }
                }
            }
        }
        while let Some(text) = self.order.take(all) {
            if text.is_empty() {
                continue;
            }
            self.shown += 1;
            if self.shown > 1 {
                let between = if self.args.format == TlsFormat::Json { ",\n" } else { "\n" };
                self.out.write_all(between.as_bytes())?;
            }
            self.out.write_all(text.as_bytes())?;
        }
        Ok(())
    }

    fn end_file(&mut self) -> anyhow::Result<()> {
        self.advance(true)?;
        let Some(capture) = self.capture.take() else { return Ok(self.out.finish(|| {})?) };
        if self.args.format == TlsFormat::Json {
            let members = render::capture_json(&capture, self.file, Json { catalog: self.catalog });
            self.out.write_all(b"\n],")?;
            self.out.write_all(members.strip_prefix('{').unwrap_or(&members).as_bytes())?;
        }
        let path = self.file;
        let (empty, quiet) = (self.shown == 0, self.look.quiet);
        let lessons = self.lessons;
        self.out.finish(|| {
            if quiet || !empty {
                return;
            }
            if lessons == 0 {
                complain(&format!("{path}: there is no TLS handshake in it; `wiretale list` shows what is there"));
            } else if self.args.pem {
                complain(&format!("{path}: no certificate can be seen; TLS 1.3 encrypts them (--keylog FILE)"));
            } else {
                complain(&format!("{path}: no message of a handshake is in these frames; without --open the lesson names all"));
            }
        })?;
        Ok(())
    }
}

/// The certificates of a conversation in PEM (RFC 7468), each behind its names.
fn certificates(conversation: &Conversation) -> String {
    let mut text = String::new();
    let slots = conversation.facts.iter().filter(|(id, _)| *id == "tls");
    for slot in slots.map(|(_, slot)| slot) {
        let FactSlot::Many(handshakes) = slot else { continue };
        let facts = handshakes.iter().filter_map(|facts| facts.as_any().downcast_ref::<TlsFacts>());
        for facts in facts {
            for certificate in facts.certificates.iter().chain(&facts.client_certificates) {
                let name = |name: &Option<String>| name.clone().unwrap_or_else(|| "?".to_owned());
                if let Some(pem) = certificate.pem() {
                    for (what, name) in
                        [("subject", name(&certificate.subject)), ("issuer", name(&certificate.issuer))]
                    {
                        text.push_str(&format!("{what}={}\n", crate::dialogue::harmless(&name)));
                    }
                    text.push_str(&pem);
                }
            }
        }
    }
    text
}
