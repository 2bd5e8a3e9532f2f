//! `--style report`: the lines as the lab report and Wireshark's Info column have them, word for word.

use std::borrow::Cow;

use crate::annotate::Catalog;
use crate::dialogue::{Conversation, Mark, Side, Step};

use super::dialogue::label;

/// The conversation in the report's form: `C: User: …`, `C: DATA fragment, 2429 bytes`, no frames and no times.
pub fn conversation_report(conversation: &Conversation, catalog: &Catalog) -> String {
    let mut out = String::new();
    let mut steps = conversation.steps.iter().peekable();
    while let Some(step) = steps.next() {
        if step.mark == Mark::Event {
            continue;
        }
        let mut text = line(step, catalog).into_owned();
        while let Some(next) = steps.next_if(|next| next.joined) {
            text.push_str(", ");
            text.push_str(&line(next, catalog));
        }
        let side = match (step.side, step.mark) {
            (_, Mark::Missing) => "",
            (Some(Side::Client), _) => "C: ",
            (Some(Side::Server), _) => "S: ",
            (None, _) => "",
        };
        // The second line of a message has no side in Wireshark's column.
        for (index, part) in text.lines().enumerate() {
            if index == 0 {
                out.push_str(side);
            }
            out.push_str(part);
            out.push('\n');
        }
    }
    out
}

fn line<'a>(step: &'a Step, catalog: &Catalog) -> Cow<'a, str> {
    match &step.wireshark {
        Some(lines) => Cow::Owned(lines.join("\n")),
        None => label(step, catalog),
    }
}
