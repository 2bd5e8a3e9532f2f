//! The steps of conversations as CSV (RFC 4180): a row for each line, message, gap and event.

use std::borrow::Cow;

use crate::annotate::{Catalog, seconds};
use crate::dialogue::{Conversation, Side, Turns, wire_text};

use super::dialogue::label;
use super::list::quoted;

/// The names of the columns.
pub const STEPS_HEAD: &str = "capture,stream,step,side,protocol,kind,frames,time,elapsed,waited,text,decoded,answers,encrypted,inferred,note\r\n";

/// The steps of a conversation, a line each.
pub fn steps_csv(conversation: &Conversation, path: &str, catalog: &Catalog) -> String {
    let mut out = String::with_capacity(conversation.steps.len() * 160);
    let path = wire_text(path.as_bytes());
    let mut turns = Turns::default();
    for (index, step) in conversation.steps.iter().enumerate() {
        let side = match step.side {
            Some(Side::Client) => "client",
            Some(Side::Server) => "server",
            None => "",
        };
        let nanos = |nanos: Option<i64>| nanos.map_or(String::new(), |nanos| seconds(nanos, 6));
        let number = |number: Option<usize>| number.map_or(String::new(), |number| number.to_string());
        let elapsed = step.time.map(|time| time.nanos_since(conversation.start));
        let cells: [Cow<'_, str>; 16] = [
            path.as_str().into(),
            conversation.stream.to_string().into(),
            index.to_string().into(),
            side.into(),
            step.protocol.into(),
            step.kind.into(),
            step.frames.to_string().into(),
            step.time.map_or(String::new(), |time| time.to_string()).into(),
            nanos(elapsed).into(),
            nanos(turns.next(step)).into(),
            label(step, catalog),
            step.decoded.as_deref().unwrap_or_default().into(),
            number(step.answers).into(),
            step.encrypted.to_string().into(),
            step.inferred.to_string().into(),
            catalog.join(&step.notes).into(),
        ];
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                out.push(',');
            }
            out.push_str(&quoted(cell));
        }
        out.push_str("\r\n");
    }
    out
}
