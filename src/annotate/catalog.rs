//! The texts of one language.

use std::borrow::Cow;
use std::fmt::Write;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;

use crate::analyze;
use crate::dialogue::{Arg, Note, harmless, write_digits};
use crate::proto::{MORE_TEXTS, PROTOCOLS, Texts};

use super::sentence::Args;

/// A language of explanations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// 简体中文
    Zh,
    /// English
    En,
    /// 日本語
    Ja,
}

impl Lang {
    /// All of them.
    pub const ALL: [Lang; 3] = [Lang::Zh, Lang::En, Lang::Ja];

    /// From a locale name such as `zh_CN.UTF-8`; what is neither Chinese nor Japanese gets English.
    pub fn from_locale(locale: &str) -> Lang {
        match locale.get(..2).map(str::to_ascii_lowercase).as_deref() {
            Some("zh") => Lang::Zh,
            Some("ja") => Lang::Ja,
            _ => Lang::En,
        }
    }

    pub(super) fn of(self, texts: &Texts) -> &'static str {
        match self {
            Lang::Zh => texts.zh,
            Lang::En => texts.en,
            Lang::Ja => texts.ja,
        }
    }

    fn id(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
            Lang::Ja => "ja",
        }
    }

    /// What stands between two explanations of one row.
    fn joint(self) -> &'static str {
        match self {
            Lang::Zh => "；",
            Lang::En => "; ",
            Lang::Ja => "。",
        }
    }

    /// What stands between two items of a list.
    fn comma(self) -> &'static str {
        match self {
            Lang::Zh => "，",
            Lang::En => ", ",
            Lang::Ja => "、",
        }
    }
}

/// All sources of texts: each protocol's, those of the parts they share, the connection's, and the caller's.
pub(super) fn sources() -> impl Iterator<Item = &'static Texts> {
    PROTOCOLS
        .iter()
        .map(|protocol| &protocol.texts)
        .chain(MORE_TEXTS.iter().copied())
        .chain([&analyze::TEXTS])
}

/// The texts of one language, ready to be asked.
pub struct Catalog {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Catalog {
    /// Reads the texts. `more` are the caller's own (headings, labels).
    pub fn new(lang: Lang, more: &[&'static Texts]) -> Self {
        let id = lang.id().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolation marks are for mixed-direction screens; in a terminal they are boxes.
        bundle.set_use_isolating(false);
        for texts in sources().chain(more.iter().copied()) {
            // What does not parse is dropped here and found by the tests.
            let resource = match FluentResource::try_new(lang.of(texts).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            let _ = bundle.add_resource(resource);
        }
        Catalog { lang, bundle }
    }

    /// Its language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The sentence of a note.
    pub fn text(&self, note: &Note) -> String {
        let mut text = String::with_capacity(128);
        self.write(&mut text, note);
        text
    }

    /// The same, behind a text.
    pub fn write(&self, out: &mut String, note: &Note) {
        self.format(out, &note.key, None, &note.args);
    }

    /// The sentence of a finding: its key is the code with dashes.
    pub fn finding(&self, finding: &crate::dialogue::Finding) -> String {
        let mut text = String::with_capacity(256);
        self.format(&mut text, &finding.code.replace('.', "-"), None, &finding.args);
        text
    }

    /// A text without values.
    pub fn word(&self, key: impl Into<Cow<'static, str>>) -> String {
        self.text(&Note::new(key))
    }

    /// A longer explanation of a key (`why`, `look`), where it has one.
    pub fn attribute(&self, note: &Note, attribute: &str) -> Option<String> {
        self.bundle.get_message(&note.key)?.get_attribute(attribute)?;
        let mut text = String::new();
        self.format(&mut text, &note.key, Some(attribute), &note.args);
        Some(text)
    }

    /// Several explanations as one.
    pub fn join<'a>(&self, notes: impl IntoIterator<Item = &'a Note>) -> String {
        self.joined(notes, self.lang.joint())
    }

    /// The same, behind a text.
    pub fn write_joint<'a>(&self, out: &mut String, notes: impl IntoIterator<Item = &'a Note>) {
        self.write_joined(out, notes, self.lang.joint());
    }

    /// Several short facts as one.
    pub fn list<'a>(&self, notes: impl IntoIterator<Item = &'a Note>) -> String {
        self.joined(notes, self.lang.comma())
    }

    /// The same, behind a text.
    pub fn write_list<'a>(&self, out: &mut String, notes: impl IntoIterator<Item = &'a Note>) {
        self.write_joined(out, notes, self.lang.comma());
    }

    /// Explanations that are texts already as one.
    pub fn joined_text(&self, texts: impl IntoIterator<Item = String>) -> String {
        let texts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
        texts.join(self.lang.joint())
    }

    fn joined<'a>(&self, notes: impl IntoIterator<Item = &'a Note>, joint: &str) -> String {
        let mut text = String::with_capacity(128);
        self.write_joined(&mut text, notes, joint);
        text
    }

    fn write_joined<'a>(&self, out: &mut String, notes: impl IntoIterator<Item = &'a Note>, joint: &str) {
        let start = out.len();
        for note in notes {
            let before = out.len();
            if before > start {
                out.push_str(joint);
            }
            let begun = out.len();
            self.write(out, note);
            if out.len() == begun {
                out.truncate(before);
            }
        }
    }

    /// A name that is never translated, or a text.
    pub fn argument(&self, arg: &Arg) -> String {
        let mut text = String::with_capacity(64);
        self.write_argument(&mut text, arg);
        text
    }

    fn format(&self, out: &mut String, key: &str, attribute: Option<&str>, args: &Args) {
        let message = self.bundle.get_message(key);
        let pattern = message.and_then(|message| match attribute {
            None => message.value(),
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
        });
        // Tests keep this from happening; a reader must still not get an empty line.
        let Some(pattern) = pattern else {
            out.extend(["[no text: ", key, "]"]);
            return;
        };
        let begun = out.len();
        if self.write_pattern(out, pattern, args).is_none() {
            out.truncate(begun);
            self.write_by_fluent(out, pattern, args);
        }
    }

    /// What a pattern says as Fluent has it.
    pub(super) fn write_by_fluent(&self, out: &mut String, pattern: &Pattern<&str>, args: &Args) {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            let value = match arg {
                Arg::Number(number) => FluentValue::from(*number),
                Arg::Text(text) => FluentValue::String(harmless(text)),
                other => FluentValue::from(self.argument(other)),
            };
            values.set(*name, value);
        }
        // Writing into a string cannot fail.
        let _ = self.bundle.write_pattern(out, pattern, Some(&values), &mut Vec::new());
    }
}

/// Nanoseconds as seconds with one to eight decimals.
pub(crate) fn seconds(nanos: i64, decimals: u32) -> String {
    let mut text = String::with_capacity(16);
    write_seconds(&mut text, nanos, decimals);
    text
}

/// The same, behind a text: in integers as far as they round as the number does, which takes a tenth of the time.
#[inline]
pub(crate) fn write_seconds(out: &mut String, nanos: i64, decimals: u32) {
    // Below it the number's own error is less than half a nanosecond.
    const EXACT: u64 = 1_000_000_000_000_000;
    let whole = 10u64.pow(decimals);
    let unit = 1_000_000_000 / whole;
    let size = nanos.unsigned_abs();
    let places = decimals as usize;
    if size >= EXACT || size % unit == unit / 2 {
        // Writing into a string cannot fail.
        let _ = write!(out, "{:.places$}", nanos as f64 / 1e9);
        return;
    }
    let rounded = (size + unit / 2) / unit;
    if nanos < 0 {
        out.push('-');
    }
    write_digits(out, rounded / whole, 1);
    out.push('.');
    write_digits(out, rounded % whole, places);
}
