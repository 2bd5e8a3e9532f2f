//! What a file holds: what became of its frames, the names in it, and a row for each conversation.

use crate::dialogue::{Capture, Conversation};
use crate::render::account::{capture_comments, capture_head, fate_text, fates};
use crate::render::list::names_lines;

use super::findings::Remark;
use super::{Explained, ListTable, Text, Words};

/// The account of a file.
pub(super) struct Account {
    /// Size, time and link type.
    pub(super) head: Text,
    /// Frames and what became of them.
    pub(super) fates: Vec<(u64, Text)>,
    /// All frames.
    pub(super) frames: u64,
    /// Names of addresses.
    pub(super) names: Vec<Text>,
    /// Comments in the file.
    pub(super) comments: Vec<Text>,
    /// What is worth knowing of the file itself.
    pub(super) remarks: Vec<Remark>,
}

impl Account {
    pub(super) fn new(capture: &Capture, words: &mut Words, explained: &mut Explained) -> Account {
        let names = zipped(words.each(|catalog| names_lines(capture, catalog)), words);
        let comments = zipped(words.each(|catalog| capture_comments(capture, catalog)), words);
        Account {
            head: words.text(|catalog| capture_head(capture, "", catalog).trim().replace("  ", " | ")),
            fates: fates(capture)
                .into_iter()
                .map(|(fate, frames)| (frames, words.text(|catalog| fate_text(capture, fate, catalog))))
                .collect(),
            frames: capture.frames,
            names,
            comments,
            remarks: capture.findings.iter().map(|finding| Remark::new(finding, words, explained)).collect(),
        }
    }
}

/// Lines that were made in every language: they are the same in number.
pub(super) fn zipped(lines: [Vec<String>; 3], words: &mut Words) -> Vec<Text> {
    let [zh, en, ja] = lines;
    zh.into_iter().zip(en).zip(ja).map(|((zh, en), ja)| words.sentence([zh, en, ja])).collect()
}

/// A row of the list of conversations.
pub(super) struct Listed {
    pub(super) stream: u64,
    /// The dialogue.
    pub(super) id: String,
    /// The cells, as `list` has them.
    pub(super) cells: Vec<Text>,
    /// Whether something is amiss.
    pub(super) health: &'static str,
}

impl Listed {
    pub(super) fn new(conversation: &Conversation, id: &str, words: &mut Words) -> Listed {
        let cells = words.each(|catalog| {
            let row = ListTable::default().row(conversation, catalog);
            row.cells().map(str::to_owned).collect::<Vec<_>>()
        });
        Listed {
            stream: conversation.stream,
            id: id.to_owned(),
            cells: zipped(cells, words),
            health: conversation.health,
        }
    }
}
