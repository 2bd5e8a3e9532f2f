//! The texts of one language.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Message, Pattern};
use fluent_syntax::parser::parse;
use foldhash::fast::RandomState;

use crate::analyze;
use crate::dialogue::{Arg, Note, harmless, write_digits};
use crate::proto::{MORE_TEXTS, PROTOCOLS, Texts};

use super::sentence::{AsValue, Sentence, Value};

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
    texts: Vec<Text>,
    /// Where each key stands in `texts`.
    places: HashMap<&'static str, u32, RandomState>,
    /// Where a key stood that was asked for from the same address: keys are constants for the most part, and a page asks
    /// for the same few again and again. What is found is compared with the key, so that any other number does no harm.
    recent: [AtomicU32; 1 << RECENT_BITS],
    /// Has no texts of its own: patterns are given to it.
    fluent: OnceLock<FluentBundle<FluentResource>>,
}

const RECENT_BITS: u32 = 10;

/// A message as it stands in its file, and parsed, once it was asked for.
struct Text {
    key: &'static str,
    source: &'static str,
    parsed: OnceLock<Option<Parsed>>,
}

struct Parsed {
    message: Message<&'static str>,
    /// Its value.
    sentence: Option<Sentence>,
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
        let mut texts: Vec<Text> = Vec::new();
        let mut places = HashMap::with_hasher(RandomState::default());
        for file in sources().chain(more.iter().copied()) {
            for (key, source) in entries(lang.of(file)) {
                places.entry(key).or_insert_with(|| {
                    texts.push(Text { key, source, parsed: OnceLock::new() });
                    u32::try_from(texts.len() - 1).unwrap_or(u32::MAX)
                });
            }
        }
        let recent = [const { AtomicU32::new(0) }; 1 << RECENT_BITS];
        Catalog { lang, texts, places, recent, fluent: OnceLock::new() }
    }

    /// The message with this key. What does not parse is none, and found by the tests.
    fn message(&self, key: &str) -> Option<&Parsed> {
        let text = self.find(key)?;
        let parsed = text.parsed.get_or_init(|| {
            let (Ok(resource) | Err((resource, _))) = parse(text.source);
            resource.body.into_iter().find_map(|entry| match entry {
                Entry::Message(message) => {
                    Some(Parsed { sentence: message.value.as_ref().map(Sentence::of), message })
                }
                _ => None,
            })
        });
        parsed.as_ref()
    }

    fn find(&self, key: &str) -> Option<&Text> {
        // The upper bits of a product depend on all bits of an address (Knuth, The Art of Computer Programming, 6.4).
        let address = (key.as_ptr().addr() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let recent = self.recent.get((address >> (u64::BITS - RECENT_BITS)) as usize)?;
        if let Some(text) = self.texts.get(recent.load(Ordering::Relaxed) as usize)
            && text.key == key
        {
            return Some(text);
        }
        let place = *self.places.get(key)?;
        recent.store(place, Ordering::Relaxed);
        self.texts.get(place as usize)
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
        self.format(out, &note.key, &note.args);
    }

    /// The sentence of a key and values that are no note.
    pub fn write_with(&self, out: &mut String, key: &str, values: &[(&'static str, Value<'_>)]) {
        self.format(out, key, values);
    }

    /// The sentence of a finding: its key is the code with dashes.
    pub fn finding(&self, finding: &crate::dialogue::Finding) -> String {
        let mut text = String::with_capacity(256);
        self.format(&mut text, &finding.code.replace('.', "-"), &finding.args);
        text
    }

    /// A text without values.
    pub fn word(&self, key: impl Into<Cow<'static, str>>) -> String {
        self.text(&Note::new(key))
    }

    /// A longer explanation of a key (`why`, `look`), where it has one.
    pub fn attribute(&self, note: &Note, attribute: &str) -> Option<String> {
        let attributes = &self.message(&note.key)?.message.attributes;
        let pattern = &attributes.iter().find(|found| found.id.name == attribute)?.value;
        let mut text = String::new();
        if self.write_sentence(&mut text, &Sentence::of(pattern), &note.args).is_none() {
            text.clear();
            self.write_by_fluent(&mut text, pattern, &note.args);
        }
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

    fn format(&self, out: &mut String, key: &str, values: &[(&'static str, impl AsValue)]) {
        // Tests keep it from happening that there is none; a reader must still not get an empty line.
        let Some(parsed) = self.message(key) else {
            out.extend(["[no text: ", key, "]"]);
            return;
        };
        let sentence = parsed.sentence.as_ref();
        if let Some(words) = sentence.and_then(Sentence::words) {
            out.push_str(words);
            return;
        }
        let begun = out.len();
        if sentence.and_then(|sentence| self.write_sentence(out, sentence, values)).is_none() {
            out.truncate(begun);
            match &parsed.message.value {
                Some(pattern) => self.write_by_fluent(out, pattern, values),
                None => out.extend(["[no text: ", key, "]"]),
            }
        }
    }

    /// What a pattern says as Fluent has it.
    pub(super) fn write_by_fluent(
        &self,
        out: &mut String,
        pattern: &Pattern<&str>,
        values: &[(&'static str, impl AsValue)],
    ) {
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            let value = match value.value() {
                Value::Number(number) => FluentValue::from(number),
                Value::Text(text) => FluentValue::String(harmless(text)),
                other => {
                    let mut text = String::new();
                    self.write_value(&mut text, other);
                    FluentValue::from(text)
                }
            };
            args.set(*name, value);
        }
        // Writing into a string cannot fail.
        let fluent = self.fluent.get_or_init(|| {
            let mut fluent = FluentBundle::new_concurrent(vec![self.lang.id().parse().unwrap_or_default()]);
            // Isolation marks are for mixed-direction screens; in a terminal they are boxes.
            fluent.set_use_isolating(false);
            fluent
        });
        let _ = fluent.write_pattern(out, pattern, Some(&args), &mut Vec::new());
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
    let written = match decimals {
        6 => write_fixed::<1_000_000>(out, nanos),
        3 => write_fixed::<1_000>(out, nanos),
        2 => write_fixed::<100>(out, nanos),
        _ => false,
    };
    if !written {
        let places = decimals as usize;
        // Writing into a string cannot fail.
        let _ = write!(out, "{:.places$}", nanos as f64 / 1e9);
    }
}

/// Nanoseconds in parts of a second, of which it has so many; `false` where the number itself has to be asked how it is
/// rounded.
fn write_fixed<const PARTS: u64>(out: &mut String, nanos: i64) -> bool {
    // Below it the number's own error is less than half a nanosecond.
    const EXACT: u64 = 1_000_000_000_000_000;
    let unit = 1_000_000_000 / PARTS;
    let size = nanos.unsigned_abs();
    let (parts, rest) = (size / unit, size % unit);
    if size >= EXACT || rest == unit / 2 {
        return false;
    }
    let rounded = parts + u64::from(rest > unit / 2);
    if nanos < 0 {
        out.push('-');
    }
    let (whole, mut rest) = (rounded / PARTS, rounded % PARTS);
    write_digits(out, whole, 1);
    out.push('.');
    let mut place = PARTS / 10;
    while place > 0 {
        out.push(char::from(b'0' + (rest / place) as u8));
        rest %= place;
        place /= 10;
    }
    true
}
