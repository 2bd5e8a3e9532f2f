//! Sentences, written straight from their patterns.
//!
//! Fluent makes an object of every value first and asks for it by name, which takes most of the time that a page takes.
//! Our texts are words, values, and choices by a value's word or number: those are kept in pieces and written here as
//! Fluent writes them (a test compares every text). What is anything else is left to Fluent.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, VariantKey};

use crate::dialogue::{Arg, Note, harmless, write_digits};

use super::catalog::{Catalog, Lang, write_seconds};

/// A pattern in pieces.
pub(super) struct Sentence(Vec<Piece>);

enum Piece {
    Words(String),
    /// The value of this name.
    Value(&'static str),
    /// One of several sentences, by the value of this name.
    Choice(&'static str, Vec<Variant>),
    /// What only Fluent knows.
    Foreign,
}

/// A sentence that may be chosen.
struct Variant {
    key: Key,
    default: bool,
    sentence: Sentence,
}

enum Key {
    /// A word, or the plural category of a number.
    Word(&'static str),
    /// `None`: a number that is not whole, which no value of ours is.
    Number(Option<i64>),
}

/// A value, borrowed from whoever has it.
#[derive(Clone, Copy)]
pub enum Value<'a> {
    /// As [`Arg::Text`].
    Text(&'a str),
    /// A frame, shown as `#16`.
    Frame(u64),
    /// A count or size.
    Number(i64),
    /// Nanoseconds, shown as seconds.
    Seconds(i64),
    /// Another text.
    Note(&'a Note),
    /// Writes itself, and only what can be printed as it is.
    Written(&'a dyn Fn(&mut String)),
}

/// What can stand in a sentence.
pub trait AsValue {
    /// The value.
    fn value(&self) -> Value<'_>;
}

impl AsValue for Value<'_> {
    fn value(&self) -> Value<'_> {
        *self
    }
}

impl AsValue for Arg {
    fn value(&self) -> Value<'_> {
        match self {
            Arg::Text(text) => Value::Text(text),
            Arg::Frame(frame) => Value::Frame(*frame),
            Arg::Number(number) => Value::Number(*number),
            Arg::Seconds(nanos) => Value::Seconds(*nanos),
            Arg::Note(note) => Value::Note(note),
        }
    }
}

impl Sentence {
    pub(super) fn of(pattern: &Pattern<&'static str>) -> Sentence {
        let mut pieces = Vec::new();
        for element in &pattern.elements {
            match element {
                // Every line of a text is an element.
                PatternElement::TextElement { value } => add_words(&mut pieces, value),
                PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
                    InlineExpression::VariableReference { id } => pieces.push(Piece::Value(id.name)),
                    InlineExpression::StringLiteral { value } if !value.contains('\\') => {
                        add_words(&mut pieces, value);
                    }
                    _ => pieces.push(Piece::Foreign),
                },
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    let InlineExpression::VariableReference { id } = selector else {
                        pieces.push(Piece::Foreign);
                        continue;
                    };
                    let variants = variants.iter().map(|variant| Variant {
                        key: match variant.key {
                            VariantKey::Identifier { name } => Key::Word(name),
                            VariantKey::NumberLiteral { value } => Key::Number(value.parse().ok()),
                        },
                        default: variant.default,
                        sentence: Sentence::of(&variant.value),
                    });
                    pieces.push(Piece::Choice(id.name, variants.collect()));
                }
            }
        }
        Sentence(pieces)
    }

    /// All of it, where it has no values: most have none.
    pub(super) fn words(&self) -> Option<&str> {
        match self.0.as_slice() {
            [Piece::Words(words)] => Some(words),
            _ => None,
        }
    }
}

fn add_words(pieces: &mut Vec<Piece>, words: &str) {
    match pieces.last_mut() {
        Some(Piece::Words(before)) => before.push_str(words),
        _ => pieces.push(Piece::Words(words.to_owned())),
    }
}

impl Catalog {
    /// Writes a sentence; `None` where it holds what only Fluent knows, and then what was written is to be taken back.
    pub(super) fn write_sentence(
        &self,
        out: &mut String,
        sentence: &Sentence,
        values: &[(&'static str, impl AsValue)],
    ) -> Option<()> {
        for piece in &sentence.0 {
            match piece {
                Piece::Words(words) => out.push_str(words),
                Piece::Value(name) => self.write_value(out, find(values, name)?),
                Piece::Choice(name, variants) => {
                    let chosen = self.chosen(variants, find(values, name)?)?;
                    self.write_sentence(out, &chosen.sentence, values)?;
                }
                Piece::Foreign => return None,
            }
        }
        Some(())
    }

    /// The first variant that a value matches, else the default.
    fn chosen<'a>(&self, variants: &'a [Variant], by: Value<'_>) -> Option<&'a Variant> {
        let chosen = match by {
            Value::Text(text) => {
                variants.iter().find(|variant| matches!(variant.key, Key::Word(word) if word == text))
            }
            Value::Number(number) => variants.iter().find(|variant| match variant.key {
                Key::Word(word) => word == self.plural(number),
                Key::Number(known) => known == Some(number),
            }),
            // No variant is called like a frame.
            Value::Frame(_) => None,
            Value::Seconds(_) | Value::Note(_) | Value::Written(_) => return None,
        };
        chosen.or_else(|| variants.iter().find(|variant| variant.default))
    }

    /// The plural category of a whole number (Unicode CLDR, "Language Plural Rules").
    fn plural(&self, number: i64) -> &'static str {
        match (self.lang(), number) {
            (Lang::En, 1 | -1) => "one",
            (Lang::En | Lang::Zh | Lang::Ja, _) => "other",
        }
    }

    /// A name that is never translated, or a text, behind a text.
    pub fn write_argument(&self, out: &mut String, arg: &Arg) {
        self.write_value(out, arg.value());
    }

    pub(super) fn write_value(&self, out: &mut String, value: Value<'_>) {
        match value {
            Value::Text(text) => out.push_str(&harmless(text)),
            Value::Frame(frame) => {
                out.push('#');
                write_digits(out, frame, 1);
            }
            Value::Number(number) => {
                if number < 0 {
                    out.push('-');
                }
                write_digits(out, number.unsigned_abs(), 1);
            }
            Value::Seconds(nanos) => write_seconds(out, nanos, 2),
            Value::Note(note) => self.write(out, note),
            Value::Written(write) => write(out),
        }
    }
}

fn find<'a>(values: &'a [(&'static str, impl AsValue)], name: &str) -> Option<Value<'a>> {
    values.iter().rev().find(|(known, _)| *known == name).map(|(_, value)| value.value())
}
