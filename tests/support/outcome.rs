//! What `analyze` made of a capture, and the rows a reader sees of it.

use std::io::Cursor;
use std::sync::OnceLock;

use wiretale::analyze::{Out, analyze};
use wiretale::annotate::{Catalog, Lang};
use wiretale::dialogue::{Capture, Conversation, Mark, Messages, Piece, Side, Step, Wanted};
use wiretale::render::{self, Json};

use super::script::letter;

/// Everything that came out.
#[derive(Debug, Default)]
pub struct Outcome {
    pub conversations: Vec<Conversation>,
    pub capture: Option<Capture>,
    /// Bytes of each side of each stream, when they were asked for: `None` for a missing one.
    pub bytes: std::collections::BTreeMap<u64, [Vec<Option<u8>>; 2]>,
}

impl Out for Outcome {
    fn conversation(&mut self, conversation: Box<Conversation>) -> Option<Box<Conversation>> {
        self.conversations.push(*conversation);
        None
    }

    fn capture(&mut self, capture: Capture) {
        self.capture = Some(capture);
    }

    fn bytes(&mut self, stream: u64, side: Side, piece: Piece<'_>) {
        let Some(sent) = self.bytes.entry(stream).or_default().get_mut(side.index()) else { return };
        match piece {
            Piece::Bytes(bytes, _) => sent.extend(bytes.iter().copied().map(Some)),
            Piece::Gap(gap) => sent.extend((0..gap.len.min(1 << 20)).map(|_| None)),
            Piece::End(_) => {}
        }
    }
}

/// Secrets shown and mails hashed: what a script is compared with.
pub fn everything() -> Wanted {
    Wanted { reveal: true, messages: Messages::Hashed, ..Wanted::default() }
}

/// Analyses a capture; `Err` when it is none.
pub fn try_analyze(file: &[u8], wanted: &Wanted) -> Result<Outcome, wiretale::capture::Error> {
    let mut outcome = Outcome::default();
    analyze(Box::new(Cursor::new(file.to_vec())), wanted, &mut outcome)?;
    outcome.conversations.sort_by_key(|conversation| conversation.stream);
    Ok(outcome)
}

/// Analyses a capture that is one.
pub fn analyzed(file: &[u8], wanted: &Wanted) -> Outcome {
    try_analyze(file, wanted).unwrap_or_else(|error| panic!("{error}"))
}

/// The English texts; read once.
pub fn english() -> &'static Catalog {
    static ENGLISH: OnceLock<Catalog> = OnceLock::new();
    ENGLISH.get_or_init(|| Catalog::new(Lang::En, &[&render::TEXTS]))
}

/// A step as a row: mark and text, without notes. A reply has a row for each of its lines, a message is named by its
/// size, so that no wording of the explanations is in it.
pub fn rows_of(conversation: &Conversation, events: bool) -> Vec<String> {
    let mut rows = Vec::new();
    let mut messages = conversation.messages.iter();
    for step in &conversation.steps {
        let side = step.side.map_or('-', letter);
        match step.mark {
            Mark::Event if !events => {}
            Mark::Event => rows.push(format!("-- {}", step.kind)),
            Mark::Quoted => rows.extend(step.lines.iter().map(|line| format!("{side}: {line}"))),
            Mark::Missing => rows.push(format!("{side}? {}", text(step))),
            Mark::Described if step.kind.ends_with(".message") => {
                let Some(message) = messages.next() else {
                    rows.push(format!("{side}= [message that is not listed]"));
                    continue;
                };
                let incomplete = if message.complete { "" } else { ", incomplete" };
                let size = message.size;
                rows.push(format!("{side}= [message, {size} bytes{incomplete}]"));
            }
            Mark::Described => rows.push(format!("{side}= {}", text(step))),
        }
    }
    rows
}

fn text(step: &Step) -> String {
    step.label.as_ref().map_or_else(|| step.compact().into_owned(), |label| english().argument(label))
}

/// All rows, conversations in stream order.
pub fn rows(outcome: &Outcome, events: bool) -> Vec<String> {
    outcome.conversations.iter().flat_map(|conversation| rows_of(conversation, events)).collect()
}

/// The steps without frames and times: what must not depend on how the bytes were cut or in which order they came.
pub fn essence(outcome: &Outcome) -> Vec<String> {
    outcome
        .conversations
        .iter()
        .flat_map(|conversation| &conversation.steps)
        .enumerate()
        .map(|(index, step)| {
            // Which frames of the handshake are there is a matter of the capture.
            let text = if step.kind == "tcp.open" { String::new() } else { text(step) };
            format!("{index} {:?} {} {:?} {} {:?}", step.side, step.kind, step.lines, text, step.answers)
        })
        .collect()
}

/// A conversation in JSON.
pub fn json(conversation: &Conversation) -> serde_json::Value {
    let text = render::conversation_json(conversation, Json { catalog: english() });
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("no JSON: {error}: {text}"))
}
