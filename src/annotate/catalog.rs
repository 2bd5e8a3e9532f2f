//! The texts of one language.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Message, Pattern};
use fluent_syntax::parser::parse;
use foldhash::fast::RandomState;

use crate::analyze;
use crate::dialogue::{Arg, Note, harmless, write_digits};
use crate::proto::{MORE_TEXTS, PROTOCOLS, Texts};

use super::sentence::Values;

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

    /// Its part of texts.
    pub fn of(self, texts: &Texts) -> &'static str {
        match self {
            Lang::Zh => texts.zh,
            Lang::En => texts.en,
            Lang::Ja => texts.ja,
        }
    }

    /// The language's subtag (BCP 47).
    pub fn id(self) -> &'static str {
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
///
/// There are some thousand of them and a page needs some dozen, so that each is parsed when it is asked for: parsing all
/// would take longer than reading a small capture.
pub struct Catalog {
    lang: Lang,
    entries: HashMap<&'static str, Text, RandomState>,
    /// Has no texts of its own: patterns are given to it.
    fluent: OnceLock<FluentBundle<FluentResource>>,
}

/// A message as it stands in its file, and parsed, once it was asked for.
struct Text {
    source: &'static str,
    parsed: OnceLock<Option<Message<&'static str>>>,
}

/// The messages of a file with their keys: each begins with its key at the beginning of a line.
fn entries(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let begins = |at: &usize| text.as_bytes().get(*at).is_some_and(u8::is_ascii_lowercase);
    let ends = text.match_indices('\n').map(|(at, _)| at + 1);
    let mut starts = std::iter::once(0).chain(ends).filter(begins).peekable();
    std::iter::from_fn(move || {
        let start = starts.next()?;
        let entry = text.get(start..starts.peek().copied().unwrap_or(text.len()))?;
        Some((entry.split([' ', '=']).next()?, entry))
    })
}

impl Catalog {
    /// Of one language. `more` are the caller's own texts (headings, labels).
    pub fn new(lang: Lang, more: &[&'static Texts]) -> Self {
        let mut all = HashMap::with_hasher(RandomState::default());
        for texts in sources().chain(more.iter().copied()) {
            for (key, source) in entries(lang.of(texts)) {
                all.entry(key).or_insert(Text { source, parsed: OnceLock::new() });
            }
        }
        Catalog { lang, entries: all, fluent: OnceLock::new() }
    }

    /// The message with this key. What does not parse is none, and found by the tests.
    fn message(&self, key: &str) -> Option<&Message<&'static str>> {
        let text = self.entries.get(key)?;
        let parsed = text.parsed.get_or_init(|| {
            let (Ok(resource) | Err((resource, _))) = parse(text.source);
            resource.body.into_iter().find_map(|entry| match entry {
                Entry::Message(message) => Some(message),
                _ => None,
            })
        });
        parsed.as_ref()
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

    /// The sentence of a key and values that are no note.
    pub fn write_with(&self, out: &mut String, key: &str, values: &Values) {
        self.format(out, key, None, values);
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
        self.message(&note.key)?.attributes.iter().find(|found| found.id.name == attribute)?;
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

    fn format(&self, out: &mut String, key: &str, attribute: Option<&str>, args: &Values) {
        let message = self.message(key);
        let pattern = message.and_then(|message| match attribute {
            None => message.value.as_ref(),
            Some(name) => {
                message.attributes.iter().find(|found| found.id.name == name).map(|found| &found.value)
            }
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
    pub(super) fn write_by_fluent(&self, out: &mut String, pattern: &Pattern<&str>, args: &Values) {
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
        let fluent = self.fluent.get_or_init(|| {
            let mut fluent = FluentBundle::new_concurrent(vec![self.lang.id().parse().unwrap_or_default()]);
            // Isolation marks are for mixed-direction screens; in a terminal they are boxes.
            fluent.set_use_isolating(false);
            fluent
        });
        let _ = fluent.write_pattern(out, pattern, Some(&values), &mut Vec::new());
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
    let whole = match decimals {
        3 => 1_000,
        2 => 100,
        _ => 10u64.pow(decimals),
    };
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
