//! Dialogues + rubric → marks, every point with its evidence.
//!
//! A [`Rubric`] is a TOML file: items with points, each with checks. A check is one of the ready-made ones (`use = "login"`,
//! see `checks`) or an expression in CEL over the facts of a conversation (`when`) or of a file (`file`); the
//! expression sees what `show --format json` prints, and [`Rubric::parse`] holds it against the schema of that, so that a
//! wrong name is found before the class hands in.
//!
//! An [`Exam`] is one student's: it is told every conversation and capture as they are read, and keeps only what each check
//! has to remember. At the end it gives a [`Student`] of the model, without language; what is printed of it is decided
//! elsewhere.
//!
//! What a capture cannot show is not held against the student: a check that finds nothing, where the capture began too late
//! or the session is encrypted, is *undecided*, with what to do about it.
//!
//! [`Student`]: crate::dialogue::Student

use crate::proto::Texts;

mod checks;
mod exam;
mod expression;
mod found;
mod lint;
mod mistake;
mod params;
mod reader;
mod rubric;
mod score;
mod toml;

pub use checks::{CHECKS, Check};
pub use exam::Exam;
pub use mistake::Mistake;
pub use params::{Kind, Param};
pub use rubric::Rubric;

/// What is said of checks and rubrics.
pub static TEXTS: Texts = Texts {
    zh: include_str!("text/zh.ftl"),
    en: include_str!("text/en.ftl"),
    ja: include_str!("text/ja.ftl"),
};

/// A commented rubric for the lab of a mail client, a session by hand, POP3 and a TLS handshake: what `grade --new` writes.
/// The three differ in their comments only.
pub static NEW_RUBRIC: Texts = Texts {
    zh: include_str!("new/zh.toml"),
    en: include_str!("new/en.toml"),
    ja: include_str!("new/ja.toml"),
};
