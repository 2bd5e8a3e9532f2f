//! Lists of notes that were written before: of many conversations most come to the same few ends.

use crate::dialogue::Note;

/// The last lists that were different, and their texts in one language.
#[derive(Debug, Default)]
pub(super) struct Repeated {
    known: Vec<(Vec<Note>, String)>,
    oldest: usize,
}

impl Repeated {
    /// Lists that are remembered.
    const KEPT: usize = 4;

    /// The text of these notes, which `write` knows.
    pub(super) fn text(&mut self, notes: &[Note], write: impl FnOnce(&mut String)) -> &str {
        let known = self.known.iter().position(|(known, _)| known == notes);
        let at = known.unwrap_or_else(|| {
            let mut text = String::with_capacity(128);
            write(&mut text);
            let new = (notes.to_vec(), text);
            if self.known.len() < Self::KEPT {
                self.known.push(new);
                return self.known.len() - 1;
            }
            let at = self.oldest;
            self.oldest = (at + 1) % Self::KEPT;
            if let Some(old) = self.known.get_mut(at) {
                *old = new;
            }
            at
        });
        self.known.get(at).map_or("", |(_, text)| text)
    }
}

#[cfg(test)]
mod tests {
    use super::Repeated;
    use crate::dialogue::Note;

    #[test]
    fn the_same_notes_are_written_once_and_other_values_are_other_notes() {
        let mut repeated = Repeated::default();
        let mut written = Vec::new();
        for count in [0u64, 1, 0, 1, 2, 3, 0, 4, 0, 1] {
            let notes = [Note::new("a").with("count", count)];
            let text = repeated.text(&notes, |out| {
                written.push(count);
                out.push_str(&count.to_string());
            });
            assert_eq!(text, count.to_string());
        }
        assert_eq!(written, [0, 1, 2, 3, 4, 0, 1]);
    }
}
