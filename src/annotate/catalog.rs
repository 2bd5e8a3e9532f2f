//! The texts of one language.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write;
use std::sync::{Mutex, MutexGuard, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::analyze;
use crate::dialogue::{Arg, Note, harmless, write_digits};
use crate::proto::{MORE_TEXTS, PROTOCOLS, Texts};

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

    fn of(self, texts: &Texts) -> &'static str {
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

/// Sentences that are remembered of a key, each with other values. A capture of a million conversations says the same few
/// dozen of them all the time.
const MAX_SAID: usize = 16;
/// Bytes of the longest of them.
const MAX_SAID_TEXT: usize = 512;

/// The texts of one language, ready to be asked.
pub struct Catalog {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    said: Mutex<Said>,
}

/// What notes were turned into, by their keys: values and sentence. Those of a key are forgotten when they get too many.
type Said = HashMap<Cow<'static, str>, Vec<(Vec<(&'static str, Arg)>, String)>>;

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
        Catalog { lang, bundle, said: Mutex::default() }
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
        let known = |said: &Said, out: &mut String| {
            let (_, text) = said.get(&note.key)?.iter().find(|(values, _)| *values == note.args)?;
            out.push_str(text);
            Some(())
        };
        if known(&self.said(), out).is_some() {
            return;
        }
        // Not locked meanwhile: a value may be a note itself.
        let text = self.unique(note);
        out.push_str(&text);
        if text.len() <= MAX_SAID_TEXT {
            let mut said = self.said();
            let said = said.entry(note.key.clone()).or_default();
            if said.len() >= MAX_SAID {
                said.clear();
            }
            said.push((note.args.clone(), text));
        }
    }

    /// The sentence of a note that is not asked for a second time.
    pub fn unique(&self, note: &Note) -> String {
        self.format(&note.key, None, &note.args)
    }

    fn said(&self) -> MutexGuard<'_, Said> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The sentence of a finding: its key is the code with dashes.
    pub fn finding(&self, finding: &crate::dialogue::Finding) -> String {
        self.format(&finding.code.replace('.', "-"), None, &finding.args)
    }

    /// A text without values.
    pub fn word(&self, key: impl Into<Cow<'static, str>>) -> String {
        self.text(&Note::new(key))
    }

    /// A longer explanation of a key (`why`, `look`), where it has one.
    pub fn attribute(&self, note: &Note, attribute: &str) -> Option<String> {
        self.bundle.get_message(&note.key)?.get_attribute(attribute)?;
        Some(self.format(&note.key, Some(attribute), &note.args))
    }

    /// Several explanations as one.
    pub fn join<'a>(&self, notes: impl IntoIterator<Item = &'a Note>) -> String {
        self.joined(notes, self.lang.joint())
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
        match arg {
            Arg::Text(text) => harmless(text).into_owned(),
            Arg::Number(number) => number.to_string(),
            Arg::Seconds(nanos) => seconds(*nanos, 2),
            Arg::Note(note) => self.text(note),
        }
    }

    fn format(&self, key: &str, attribute: Option<&str>, args: &[(&'static str, Arg)]) -> String {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            let value = match arg {
                Arg::Number(number) => FluentValue::from(*number),
                Arg::Text(text) => FluentValue::String(harmless(text)),
                other => FluentValue::from(self.argument(other)),
            };
            values.set(*name, value);
        }
        let message = self.bundle.get_message(key);
        let pattern = message.and_then(|message| match attribute {
            None => message.value(),
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
        });
        match pattern {
            Some(pattern) => {
                let mut errors = Vec::new();
                let mut text = String::with_capacity(128);
                // Writing into a string cannot fail.
                let _ = self.bundle.write_pattern(&mut text, pattern, Some(&values), &mut errors);
                text
            }
            // Tests keep this from happening; a reader must still not get an empty line.
            None => format!("[no text: {key}]"),
        }
    }
}

/// Nanoseconds as seconds with one to eight decimals.
pub(crate) fn seconds(nanos: i64, decimals: u32) -> String {
    let mut text = String::with_capacity(16);
    write_seconds(&mut text, nanos, decimals);
    text
}

/// The same, behind a text: in integers as far as they round as the number does, which takes a tenth of the time.
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
