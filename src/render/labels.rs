//! Lines with labels in front, aligned.

use crate::annotate::Catalog;
use crate::dialogue::Note;

use super::dialogue::Look;
use super::width::{width, wrap};

/// Blanks before labels, and between them and what they label.
const INDENT: usize = 3;
const GUTTER: usize = 2;

/// Labelled lines.
pub(super) struct Page<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) look: Look,
    labels: Vec<&'static str>,
    /// Index of the label, blanks before the text, the text.
    pub(super) lines: Vec<(usize, usize, String)>,
}

impl<'a> Page<'a> {
    pub(super) fn new(catalog: &'a Catalog, look: Look) -> Self {
        Page { catalog, look, labels: Vec::new(), lines: Vec::new() }
    }

    /// A line; the label is printed where another one stood before.
    pub(super) fn add(&mut self, label: &'static str, text: impl Into<String>) {
        self.indented(label, 0, text);
    }

    /// The same, further to the right.
    pub(super) fn indented(&mut self, label: &'static str, indent: usize, text: impl Into<String>) {
        if self.labels.last() != Some(&label) {
            self.labels.push(label);
        }
        self.lines.push((self.labels.len() - 1, indent, text.into()));
    }

    /// A line that is translated.
    pub(super) fn note(&mut self, label: &'static str, note: &Note) {
        let text = self.catalog.text(note);
        self.add(label, text);
    }

    /// Its lines: label, blanks before the text, text.
    pub(super) fn into_lines(self) -> Vec<(&'static str, usize, String)> {
        let Page { labels, lines, .. } = self;
        let label = |index: usize| labels.get(index).copied().unwrap_or_default();
        lines.into_iter().map(|(index, indent, text)| (label(index), indent, text)).collect()
    }

    /// All of it, as wide as the longest label asks for.
    pub(super) fn lay_out(&self, out: &mut String) {
        let labels: Vec<String> = self.labels.iter().map(|label| self.catalog.word(*label)).collect();
        let wide = labels.iter().map(|label| width(label)).max().unwrap_or(0);
        let mut last = None;
        for (index, indent, text) in &self.lines {
            let label = labels.get(*index).filter(|_| last != Some(*index)).map_or("", String::as_str);
            last = Some(*index);
            let before = INDENT + wide + GUTTER + indent;
            let room = self.look.width.saturating_sub(before + GUTTER).max(24);
            let lines = if self.look.width_unknown { vec![text.clone()] } else { wrap(text, room) };
            for (number, line) in lines.iter().enumerate() {
                // What was wrapped does not look like a line of its own.
                let (label, before) = if number == 0 { (label, before) } else { ("", before + GUTTER) };
                out.extend(std::iter::repeat_n(' ', INDENT));
                out.push_str(&self.look.paint.dim(label));
                out.extend(std::iter::repeat_n(' ', before - INDENT - width(label)));
                out.push_str(line);
                out.truncate(out.trim_end_matches(' ').len());
                out.push('\n');
            }
        }
    }
}
