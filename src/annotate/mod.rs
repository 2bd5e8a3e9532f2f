//! Dialogue + language → sentences.
//!
//! A [`Note`] is a key with values; the [`Catalog`] of a language has the Fluent message for it. Texts stand beside the
//! protocols they explain; every key exists in the three languages (tests compare keys and variables), so a text is never
//! looked for in another language.
//!
//! [`Note`]: crate::dialogue::Note

mod catalog;
#[cfg(test)]
mod glossary;
mod sentence;
#[cfg(test)]
mod tests;

pub use catalog::{Catalog, Lang};
pub(crate) use catalog::{seconds, write_seconds};
pub use sentence::{AsValue, Value};
