//! `wiretale list`: one row per conversation, and what became of every frame.

use std::io::{self, BufWriter, Write};

use crate::analyze::Out;
use crate::dialogue::{Capture, Conversation, Messages, Wanted};
use crate::render::{self, Json};

use super::args::{ListArgs, ListFormat};
use super::{input, settings};

pub(super) fn run(args: &ListArgs) -> anyhow::Result<bool> {
    let catalog = settings::catalog(&args.look);
    let look = settings::look(&args.look);
    let wanted =
        Wanted { messages: Messages::No, steps: false, ..settings::wanted(&args.choice, &args.look) };
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let json = Json { catalog: &catalog };
    let mut all_read = true;
    let mut files = 0;
    match args.format {
        ListFormat::Text => {}
        ListFormat::Csv => out.write_all(render::CSV_HEAD.as_bytes())?,
        ListFormat::Json => write!(
            out,
            "{{\"schema\":\"wiretale/1\",\"version\":\"{}\",\"captures\":[",
            env!("CARGO_PKG_VERSION")
        )?,
    }
    for path in &args.files {
        let mut rows = Rows::default();
        if !input::read(path, &wanted, &mut rows) {
            all_read = false;
            continue;
        }
        rows.conversations.sort_by_key(|conversation| conversation.stream);
        let Some(capture) = rows.capture else { continue };
        match args.format {
            ListFormat::Text => {
                if files > 0 {
                    writeln!(out)?;
                }
                writeln!(out, "{}", render::capture_head(&capture, path, &catalog))?;
                out.write_all(render::capture_findings(&capture, &catalog, look).as_bytes())?;
                out.write_all(render::list_text(&rows.conversations, &capture, &catalog, look).as_bytes())?;
            }
            ListFormat::Csv => {
                out.write_all(render::list_csv(&rows.conversations, path, &catalog).as_bytes())?
            }
            ListFormat::Json => {
                let comma = if files > 0 { "," } else { "" };
                let members = render::capture_json(&capture, path, json);
                let members = members.strip_prefix('{').unwrap_or(&members);
                let list = render::list_json(&rows.conversations, json);
                write!(out, "{comma}\n{{\"conversations\":[\n{list}\n],{members}")?;
            }
        }
        files += 1;
        let recognised = rows.conversations.iter().any(|conversation| !conversation.protocols.is_empty());
        if !recognised && !args.look.quiet && args.format == ListFormat::Text {
            out.flush()?;
            let what = args.choice.protocol.join(", ").to_uppercase();
            let _ = io::stderr().write_all(render::why_empty(&capture, &what, "", &catalog).as_bytes());
        }
    }
    if args.format == ListFormat::Json {
        out.write_all(b"\n]}\n")?;
    }
    out.flush()?;
    Ok(all_read)
}

#[derive(Default)]
struct Rows {
    conversations: Vec<Conversation>,
    capture: Option<Capture>,
}

impl Out for Rows {
    fn conversation(&mut self, mut conversation: Conversation) {
        // A row needs neither; a capture may have a million of them.
        conversation.steps = Vec::new();
        conversation.messages = Vec::new();
        conversation.findings = Vec::new();
        self.conversations.push(conversation);
    }

    fn capture(&mut self, capture: Capture) {
        self.capture = Some(capture);
    }
}
