//! "Why is it empty?": what became of the frames, the likeliest reason, and what to do.

use std::io::{self, Write};

use crate::analyze::Out;
use crate::annotate::{Catalog, Lang};
use crate::dialogue::{Capture, Conversation, Filters, Messages, Wanted};
use crate::proto::by_id;
use crate::render;

use super::args::Choice;
use super::{input, settings};

/// Conversations named as examples.
const MAX_EXAMPLES: usize = 3;

/// Explains an empty result on standard error. Where a filter for protocols left everything out, the file is read once
/// more without it: what the user wants to know is what is there instead.
pub(super) fn explain(path: &str, choice: &Choice, capture: &Capture, catalog: &Catalog) {
    let mut found = Found::default();
    if !choice.protocol.is_empty() && path != "-" {
        let wanted = Wanted {
            messages: Messages::No,
            steps: false,
            only: Filters { protocols: Vec::new(), ..settings::filters(choice) },
            ..Wanted::default()
        };
        input::read(path, &wanted, &mut found);
    }
    let names: Vec<&str> =
        choice.protocol.iter().map(|id| by_id(id).map_or(id.as_str(), |p| p.name)).collect();
    let comma = if catalog.lang() == Lang::En { ", " } else { "\u{3001}" };
    let about = found.capture.as_ref().unwrap_or(capture);
    let text = render::why_empty(about, &names.join(comma), &found.examples.join(", "), catalog);
    // Nothing can be done when standard error is closed too.
    let _ = io::stderr().write_all(text.as_bytes());
}

#[derive(Default)]
struct Found {
    capture: Option<Capture>,
    examples: Vec<String>,
}

impl Out for Found {
    fn conversation(&mut self, conversation: Box<Conversation>) -> Option<Box<Conversation>> {
        if conversation.encrypted_frames > 0 && self.examples.len() < MAX_EXAMPLES {
            let (client, server) = (&conversation.client, &conversation.server);
            let name = server.name.as_deref().map(|name| format!(" {name}")).unwrap_or_default();
            self.examples.push(format!("{} -> {}{name}", render::address(client), render::address(server)));
        }
        Some(conversation)
    }

    fn capture(&mut self, capture: Capture) {
        self.capture = Some(capture);
    }
}
