//! Sentences, written straight from their patterns.
//!
//! Fluent makes an object of every value first and asks for it by name, which takes most of the time that a page takes.
//! Our texts are words, values, and choices by a value's word or number: those are written here as Fluent writes them
//! (a test compares every text). What is anything else is left to Fluent.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};

use crate::dialogue::{Arg, harmless, write_digits};

use super::catalog::{Catalog, Lang, write_seconds};

/// Values by their names.
pub(super) type Values = [(&'static str, Arg)];

impl Catalog {
    /// Writes a pattern; `None` where it holds what only Fluent knows, and then what was written is to be taken back.
    pub(super) fn write_pattern(
        &self,
        out: &mut String,
        pattern: &Pattern<&str>,
        args: &Values,
    ) -> Option<()> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => out.push_str(value),
                PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
                    InlineExpression::VariableReference { id } => {
                        self.write_argument(out, find(args, id.name)?)
                    }
                    InlineExpression::StringLiteral { value } if !value.contains('\\') => out.push_str(value),
                    _ => return None,
                },
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    let InlineExpression::VariableReference { id } = selector else { return None };
                    let chosen = self.chosen(variants, find(args, id.name)?)?;
                    self.write_pattern(out, &chosen.value, args)?;
                }
            }
        }
        Some(())
    }

    /// The first variant that a value matches, else the default.
    fn chosen<'a, 'b>(&self, variants: &'a [Variant<&'b str>], by: &Arg) -> Option<&'a Variant<&'b str>> {
        let matches = |variant: &&Variant<&str>| match (&variant.key, by) {
            (VariantKey::Identifier { name }, Arg::Text(text)) => name == text,
            (VariantKey::Identifier { name }, Arg::Number(number)) => *name == self.plural(*number),
            (VariantKey::NumberLiteral { value }, Arg::Number(number)) => value.parse() == Ok(*number),
            _ => false,
        };
        if matches!(by, Arg::Seconds(_) | Arg::Note(_)) {
            return None;
        }
        variants.iter().find(matches).or_else(|| variants.iter().find(|variant| variant.default))
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
        match arg {
            Arg::Text(text) => out.push_str(&harmless(text)),
            Arg::Frame(frame) => {
                out.push('#');
                write_digits(out, *frame, 1);
            }
            Arg::Number(number) => {
                if *number < 0 {
                    out.push('-');
                }
                write_digits(out, number.unsigned_abs(), 1);
            }
            Arg::Seconds(nanos) => write_seconds(out, *nanos, 2),
            Arg::Note(note) => self.write(out, note),
        }
    }
}

fn find<'a>(args: &'a Values, name: &str) -> Option<&'a Arg> {
    args.iter().rev().find(|(known, _)| *known == name).map(|(_, arg)| arg)
}
