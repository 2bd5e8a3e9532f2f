//! Values of a TOML file, with where they stand.

use std::ops::Range;

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use crate::dialogue::{Note, Words};

use super::mistake::{Mistakes, unknown};

/// Languages of a rubric's texts.
const LANGUAGES: [&str; 3] = ["zh", "en", "ja"];

/// A table that is being read: what it has, and what it may have.
pub(super) struct Table<'t> {
    table: &'t DeTable<'t>,
    /// Where the table begins.
    pub(super) at: usize,
}

/// A value and where it stands.
pub(super) type At<T> = (T, Range<usize>);

impl<'t> Table<'t> {
    pub(super) fn new(table: &'t DeTable<'t>, at: usize) -> Self {
        Table { table, at }
    }

    /// Complains of keys that are not among `known`.
    pub(super) fn only(&self, known: &[&str], mistakes: &mut Mistakes<'_>) {
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                mistakes.add(key.span().start, unknown("rubric-key", name, known.iter().copied()));
            }
        }
    }

    fn get(&self, name: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.table.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| value)
    }

    /// Where a key's value stands.
    pub(super) fn span(&self, name: &str) -> Option<Range<usize>> {
        self.get(name).map(Spanned::span)
    }

    fn read<T>(
        &self,
        name: &str,
        kind: &'static str,
        mistakes: &mut Mistakes<'_>,
        read: impl FnOnce(&'t DeValue<'t>) -> Option<T>,
    ) -> Option<At<T>> {
        let value = self.get(name)?;
        let read = read(value.get_ref());
        if read.is_none() {
            let note = Note::new("rubric-wrong-type").with("name", name).with("kind", Note::new(kind));
            mistakes.add(value.span().start, note);
        }
        read.map(|read| (read, value.span()))
    }

    pub(super) fn text(&self, name: &str, mistakes: &mut Mistakes<'_>) -> Option<At<&'t str>> {
        self.read(name, "rubric-type-text", mistakes, |value| value.as_str())
    }

    pub(super) fn flag(&self, name: &str, mistakes: &mut Mistakes<'_>) -> Option<At<bool>> {
        self.read(name, "rubric-type-flag", mistakes, |value| value.as_bool())
    }

    /// A number, not below 0.
    pub(super) fn number(&self, name: &str, mistakes: &mut Mistakes<'_>) -> Option<At<f64>> {
        self.read(name, "rubric-type-number", mistakes, |value| {
            let text = match value {
                DeValue::Integer(integer) => integer.as_str(),
                DeValue::Float(float) => float.as_str(),
                _ => return None,
            };
            text.parse::<f64>().ok().filter(|number| number.is_finite() && *number >= 0.0)
        })
    }

    /// A list of texts, or one text.
    pub(super) fn texts(&self, name: &str, mistakes: &mut Mistakes<'_>) -> Option<At<Vec<String>>> {
        self.read(name, "rubric-type-texts", mistakes, |value| match value {
            DeValue::String(text) => Some(vec![text.to_string()]),
            DeValue::Array(array) => {
                array.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect()
            }
            _ => None,
        })
    }

    /// A date and time, as TOML has them or as a text.
    pub(super) fn moment(&self, name: &str, mistakes: &mut Mistakes<'_>) -> Option<At<String>> {
        self.read(name, "rubric-type-moment", mistakes, |value| match value {
            DeValue::Datetime(moment) => Some(moment.to_string()),
            DeValue::String(text) => Some(text.to_string()),
            _ => None,
        })
    }

    /// A text, or a table of the same text in several languages.
    pub(super) fn words(&self, name: &str, mistakes: &mut Mistakes<'_>) -> Option<Words> {
        if let Some(table) = self.get(name).and_then(|value| value.get_ref().as_table()) {
            let at = self.span(name).map_or(self.at, |span| span.start);
            let table = Table::new(table, at);
            table.only(&LANGUAGES, mistakes);
            let texts = LANGUAGES.iter().filter_map(|lang| {
                let (text, _) = table.text(lang, mistakes)?;
                Some(((*lang).to_owned(), text.to_owned()))
            });
            return Some(Words(texts.collect()));
        }
        let (text, _) = self.read(name, "rubric-type-words", mistakes, |value| value.as_str())?;
        Some(Words([("en".to_owned(), text.to_owned())].into()))
    }

    /// The tables of a list of tables, or the one table that stands there.
    pub(super) fn tables(&self, name: &str, mistakes: &mut Mistakes<'_>) -> Vec<Table<'t>> {
        let read = self.read(name, "rubric-type-tables", mistakes, |value| match value {
            DeValue::Table(table) => Some(vec![(table, None)]),
            DeValue::Array(array) => array
                .iter()
                .map(|item| item.get_ref().as_table().map(|table| (table, Some(item.span().start))))
                .collect(),
            _ => None,
        });
        let Some((tables, span)) = read else { return Vec::new() };
        tables.into_iter().map(|(table, at)| Table::new(table, at.unwrap_or(span.start))).collect()
    }
}
