use std::ops::Range;

use crate::dialogue::Note;

/// Mistakes that are told of a rubric: who has mended a hundred asks again.
const MAX_MISTAKES: usize = 100;

/// Something wrong in a rubric, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Mistake {
    /// Line, from 1.
    pub line: usize,
    /// Column, in characters, from 1.
    pub column: usize,
    /// What, and what to do.
    pub note: Note,
}

/// Mistakes of a text, as they are found.
pub(super) struct Mistakes<'t> {
    text: &'t str,
    found: Vec<Mistake>,
}

impl<'t> Mistakes<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Mistakes { text, found: Vec::new() }
    }

    /// Adds one, at a byte of the text.
    pub(super) fn add(&mut self, at: usize, note: Note) {
        if self.found.len() >= MAX_MISTAKES {
            return;
        }
        let before = self.text.get(..at).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        self.found.push(Mistake { line, column, note });
    }

    /// What stands in a part of the text.
    pub(super) fn text(&self, span: Range<usize>) -> &'t str {
        self.text.get(span).unwrap_or_default()
    }

    /// All of them, in the order of the text.
    pub(super) fn all(mut self) -> Vec<Mistake> {
        self.found.sort_by_key(|mistake| (mistake.line, mistake.column));
        self.found
    }
}

/// The known name that was most likely meant.
pub(super) fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let folded = |name: &str| name.to_lowercase().replace('_', "-");
    let wanted = folded(name);
    let best =
        known.into_iter().map(|known| (strsim::damerau_levenshtein(&wanted, &folded(known)), known)).min()?;
    // One letter of three may be wrong.
    (best.0 <= (wanted.chars().count() / 3).max(1)).then_some(best.1)
}

/// A note about a name that is not known, with the one that was meant or those there are.
pub(super) fn unknown<'n>(
    what: &'static str,
    name: &str,
    known: impl IntoIterator<Item = &'n str, IntoIter: Clone>,
) -> Note {
    let known = known.into_iter();
    let meant = match nearest(name, known.clone()) {
        Some(near) => Note::new("rubric-meant").with("name", near),
        None => Note::new("rubric-known").with("names", known.collect::<Vec<_>>().join(", ")),
    };
    Note::new("rubric-unknown").with("what", Note::new(what)).with("name", name).with("meant", meant)
}
