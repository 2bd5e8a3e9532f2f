//! Longer explanations, each once: rows refer to them.

use std::collections::HashMap;

use crate::dialogue::Note;

use super::words::{Text, Words};

/// What stands behind a note.
pub(super) struct Explanation {
    /// Its place in the list.
    pub(super) id: usize,
    /// The note.
    pub(super) term: Text,
    /// Why it is so.
    pub(super) why: Option<Text>,
    /// Where it is seen.
    pub(super) look: Option<Text>,
}

/// The explanations of a page.
#[derive(Default)]
pub(super) struct Explained {
    all: Vec<Explanation>,
    /// By what they say.
    known: HashMap<(String, String), usize>,
}

impl Explained {
    /// The place of a note's explanation, where it has one. `term` is what it is called where it is not there yet.
    pub(super) fn of(&mut self, note: &Note, words: &mut Words) -> Option<usize> {
        let own = |name| words.own().attribute(note, name).unwrap_or_default();
        let key = (own("why"), own("look"));
        if key.0.is_empty() && key.1.is_empty() {
            return None;
        }
        if let Some(&id) = self.known.get(&key) {
            return Some(id);
        }
        let id = self.all.len();
        let explanation = Explanation {
            id,
            term: words.note(note),
            why: words.attribute(note, "why"),
            look: words.attribute(note, "look"),
        };
        self.all.push(explanation);
        self.known.insert(key, id);
        Some(id)
    }

    /// All of them.
    pub(super) fn list(&self) -> &[Explanation] {
        &self.all
    }
}
