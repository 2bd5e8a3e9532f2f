//! What a rubric tells a check: words, numbers, and columns of the roster in braces.

use std::collections::BTreeMap;

use crate::dialogue::Time;

/// A parameter of a check.
#[derive(Debug)]
pub struct Param {
    /// Its key in the rubric.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether it must be given.
    pub required: bool,
}

/// What a parameter holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text; `{column}` stands for a column of the roster.
    Text,
    /// Several of them.
    Texts,
    /// A number, not below 0.
    Number,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A moment: RFC 3339, or a column with one.
    Moment,
}

/// A value that was given.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Text(String),
    Texts(Vec<String>),
    Number(f64),
}

/// The parameters of a check in a rubric.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Params(pub(super) BTreeMap<&'static str, Value>);

impl Params {
    /// A text that was given.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        match self.0.get(name) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// Several.
    pub(super) fn texts(&self, name: &str) -> &[String] {
        match self.0.get(name) {
            Some(Value::Texts(texts)) => texts,
            _ => &[],
        }
    }

    /// A count; `usual` where none was given.
    pub(super) fn count(&self, name: &str, usual: u64) -> u64 {
        match self.0.get(name) {
            Some(Value::Number(number)) => *number as u64,
            _ => usual,
        }
    }

    /// The protocol that the check is about; `usual` where none was given.
    pub(super) fn protocol(&self, usual: &'static str) -> &'static str {
        self.text("protocol").and_then(crate::proto::by_id).map_or(usual, |protocol| protocol.id)
    }

    /// With the columns of a student's row in place of their names.
    ///
    /// # Errors
    /// The first column that the row does not have.
    pub(super) fn filled(&self, row: &BTreeMap<String, String>) -> Result<Params, String> {
        let mut filled = BTreeMap::new();
        for (name, value) in &self.0 {
            let value = match value {
                Value::Text(text) => Value::Text(fill(text, row)?),
                Value::Texts(texts) => {
                    Value::Texts(texts.iter().map(|text| fill(text, row)).collect::<Result<_, _>>()?)
                }
                Value::Number(number) => Value::Number(*number),
            };
            filled.insert(*name, value);
        }
        Ok(Params(filled))
    }

    /// The columns that it names.
    pub(super) fn columns(&self) -> impl Iterator<Item = &str> {
        let texts = self.0.values().flat_map(|value| match value {
            Value::Text(text) => std::slice::from_ref(text),
            Value::Texts(texts) => texts.as_slice(),
            Value::Number(_) => &[],
        });
        texts.flat_map(|text| pieces(text)).filter_map(|(_, column)| column)
    }
}

/// A moment as RFC 3339 has it; without an offset, in UTC.
pub(super) fn moment(text: &str) -> Option<Time> {
    use ::toml::value::Offset;
    let moment: ::toml::value::Datetime = text.trim().parse().ok()?;
    let (date, time) = (moment.date?, moment.time?);
    let minutes = match moment.offset {
        Some(Offset::Custom { minutes }) => i64::from(minutes),
        Some(Offset::Z) | None => 0,
    };
    let clock =
        i64::from(time.hour) * 3600 + i64::from(time.minute) * 60 + i64::from(time.second.unwrap_or(0));
    let (year, month, day) = (date.year.into(), date.month.into(), date.day.into());
    Some(Time::from_civil(year, month, day, clock - minutes * 60))
}

/// A text as pieces: what stands there, and the column behind it. Braces without a name between them stand for themselves.
fn pieces(text: &str) -> Vec<(&str, Option<&str>)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut plain = 0;
    while let Some(open) = rest.get(plain..).and_then(|text| text.find('{')).map(|at| at + plain) {
        let behind = rest.get(open + 1..).unwrap_or_default();
        let name = behind.find('}').and_then(|close| behind.get(..close)).filter(|name| is_column(name));
        let Some(name) = name else {
            plain = open + 1;
            continue;
        };
        pieces.push((rest.get(..open).unwrap_or_default(), Some(name)));
        rest = behind.get(name.len() + 1..).unwrap_or_default();
        plain = 0;
    }
    pieces.push((rest, None));
    pieces
}

fn is_column(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-' || c == ' ')
}

fn fill(text: &str, row: &BTreeMap<String, String>) -> Result<String, String> {
    let mut filled = String::with_capacity(text.len());
    for (plain, column) in pieces(text) {
        filled.push_str(plain);
        if let Some(column) = column {
            // An empty cell is no value: a check against it would let everything pass.
            let cell = row.get(column).map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
            filled.push_str(cell.ok_or_else(|| column.to_owned())?);
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> BTreeMap<String, String> {
        [("id", "s01"), ("email", " s01@lab.example "), ("empty", " "), ("学号", "7")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into()
    }

    #[test]
    fn columns_stand_in_braces_and_other_braces_for_themselves() {
        assert_eq!(fill("{email}", &row()).unwrap(), "s01@lab.example");
        assert_eq!(fill("实验 {学号}: {id}!", &row()).unwrap(), "实验 7: s01!");
        assert_eq!(fill("{} {a:b} {", &row()).unwrap(), "{} {a:b} {");
        assert_eq!(fill("{{id}}", &row()).unwrap(), "{s01}");
    }

    #[test]
    fn a_column_that_is_missing_or_empty_is_no_value() {
        assert_eq!(fill("{nonce}", &row()), Err("nonce".to_owned()));
        assert_eq!(fill("{empty}", &row()), Err("empty".to_owned()));
    }
}
