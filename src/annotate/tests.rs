//! Every text exists in every language, with the same values in it.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use proptest::prelude::*;

use super::catalog::sources;
use super::sentence::Sentence;
use super::{Catalog, Lang, seconds};
use crate::dialogue::{Arg, Note};
use crate::proto::Texts;

/// Keys of a file with their attributes and the variables in each.
fn shape(text: &str, name: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource =
        FluentResource::try_new(text.to_owned()).unwrap_or_else(|(_, errors)| panic!("{name}: {errors:?}"));
    drop(resource);
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let trimmed = line.trim_start();
        if let Some(attribute) = trimmed.strip_prefix('.').filter(|_| line.starts_with(' ')) {
            if let Some((attribute, _)) = attribute.split_once(" =") {
                let message = current.split('.').next().unwrap_or("").to_owned();
                current = format!("{message}.{attribute}");
                assert!(keys.insert(current.clone(), BTreeSet::new()).is_none(), "{name}: {current} twice");
            }
        } else if !line.starts_with([' ', '}', '[', '*']) && line.contains(" =") {
            current = line.split(" =").next().unwrap_or("").to_owned();
            assert!(keys.insert(current.clone(), BTreeSet::new()).is_none(), "{name}: {current} twice");
        }
        for variable in line.split('$').skip(1) {
            let end = variable.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
            let variable = &variable[..end.unwrap_or(variable.len())];
            keys.get_mut(&current).unwrap().insert(variable.to_owned());
        }
    }
    keys
}

pub(super) fn all() -> Vec<&'static Texts> {
    sources()
        .chain([&crate::render::TEXTS, &crate::render::MAIL_TEXTS, &crate::render::GRADE_TEXTS])
        .chain([&crate::render::PAGE_TEXTS, &crate::grade::TEXTS])
        .collect()
}

#[test]
fn the_three_languages_have_the_same_keys_attributes_and_variables() {
    for texts in all() {
        let en = shape(texts.en, "en");
        let zh = shape(texts.zh, "zh");
        let ja = shape(texts.ja, "ja");
        assert!(!en.is_empty());
        for (name, other) in [("zh", &zh), ("ja", &ja)] {
            let missing: Vec<_> = en.keys().filter(|key| !other.contains_key(*key)).collect();
            let extra: Vec<_> = other.keys().filter(|key| !en.contains_key(*key)).collect();
            assert!(missing.is_empty() && extra.is_empty(), "{name}: missing {missing:?}, extra {extra:?}");
            for (key, variables) in &en {
                assert_eq!(variables, &other[key], "{name}: {key}");
            }
        }
    }
}

#[test]
fn no_key_stands_in_two_files() {
    let mut seen = BTreeSet::new();
    for texts in all() {
        for key in shape(texts.en, "en").into_keys() {
            assert!(seen.insert(key.clone()), "{key}");
        }
    }
}

#[test]
fn texts_keep_to_the_typography_of_their_language() {
    for texts in all() {
        for (name, text) in [("zh", texts.zh), ("ja", texts.ja), ("en", texts.en)] {
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                for forbidden in ['→', '…', '“', '”', '‘', '’', '—', '–', '×', '│'] {
                    assert!(!line.contains(forbidden), "{name}: {forbidden} in {line}");
                }
            }
        }
        for (name, text) in [("zh", texts.zh), ("ja", texts.ja)] {
            for line in text.lines() {
                // What stands behind `key =` or `[variant]`, or a whole continuation line.
                let value = line.split_once(" = ").map_or(line, |(_, value)| value);
                let value = value.trim_start();
                let value =
                    value.split_once("] ").filter(|_| value.starts_with(['[', '*'])).map_or(value, |v| v.1);
                let characters: Vec<char> = value.chars().collect();
                for pair in characters.windows(2) {
                    let full =
                        |c: char| matches!(c, '，' | '。' | '；' | '：' | '、' | '（' | '）' | '「' | '」');
                    let spaced = (full(pair[0]) && pair[1] == ' ') || (pair[0] == ' ' && full(pair[1]));
                    assert!(!spaced, "{name}: a space beside full-width punctuation in {line}");
                }
            }
        }
    }
}

#[test]
fn every_language_answers_and_a_missing_key_is_seen() {
    for lang in Lang::ALL {
        let catalog = Catalog::new(lang, &[]);
        assert!(!catalog.text(&Note::new("smtp-command-ehlo")).contains("no text"));
        assert_eq!(catalog.word("no-such-key"), "[no text: no-such-key]");
    }
}

#[test]
fn locales_choose_the_language() {
    assert_eq!(Lang::from_locale("zh_CN.UTF-8"), Lang::Zh);
    assert_eq!(Lang::from_locale("ja"), Lang::Ja);
    assert_eq!(Lang::from_locale("C"), Lang::En);
    assert_eq!(Lang::from_locale(""), Lang::En);
}

/// Every text of every language, with numbers, words and notes for its values.
#[test]
fn a_sentence_is_the_one_that_fluent_writes() {
    let values = |words: &[&str]| {
        let mut values: Vec<Arg> = [0, 1, -1, 2, 1_234_567].map(Arg::Number).into();
        values.extend([
            Arg::Frame(16),
            Arg::Seconds(1_230_000_000),
            Arg::from(Note::new("smtp-command-ehlo")),
        ]);
        values.extend(["", "a\u{1b}b", "1"].iter().chain(words).map(|word| Arg::from(*word)));
        values
    };
    let (mut compared, mut by_choice) = (0, 0);
    for lang in Lang::ALL {
        let catalog = Catalog::new(lang, &[&crate::render::TEXTS]);
        for texts in all() {
            let resource = fluent_syntax::parser::parse(lang.of(texts)).unwrap();
            for entry in &resource.body {
                let Entry::Message(message) = entry else { continue };
                let attributes = message.attributes.iter().map(|attribute| &attribute.value);
                for pattern in message.value.iter().chain(attributes) {
                    let (mut names, mut words) = (BTreeSet::new(), BTreeSet::new());
                    gather(pattern, &mut names, &mut words);
                    let sentence = Sentence::of(pattern);
                    let values = values(&words.into_iter().collect::<Vec<_>>());
                    for round in 0..values.len() * 2 {
                        let value = |at: usize| {
                            values[(round + at * (round / values.len() + 1)) % values.len()].clone()
                        };
                        let args: Vec<(&'static str, Arg)> = names
                            .iter()
                            .enumerate()
                            .map(|(at, name)| (&*name.to_string().leak(), value(at)))
                            .collect();
                        let (mut ours, mut fluents) = (String::new(), String::new());
                        let written = catalog.write_sentence(&mut ours, &sentence, &args);
                        catalog.write_by_fluent(&mut fluents, pattern, &args);
                        // A choice by a note or by seconds is the only thing that is left to Fluent.
                        if written.is_some() {
                            assert_eq!(ours, fluents, "{lang:?}: {} with {args:?}", message.id.name);
                            compared += 1;
                        } else {
                            let odd = |arg: &Arg| matches!(arg, Arg::Seconds(_) | Arg::Note(_));
                            assert!(args.iter().any(|(_, arg)| odd(arg)), "{}", message.id.name);
                            by_choice += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(compared > 20 * by_choice && by_choice > 0, "{compared} {by_choice}");
}

/// The names of a pattern's values, and the words that it chooses by.
fn gather<'a>(pattern: &Pattern<&'a str>, names: &mut BTreeSet<&'a str>, words: &mut BTreeSet<&'a str>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let (Expression::Inline(inline) | Expression::Select { selector: inline, .. }) = expression;
        if let InlineExpression::VariableReference { id } = inline {
            names.insert(id.name);
        }
        let Expression::Select { variants, .. } = expression else { continue };
        for variant in variants {
            if let VariantKey::Identifier { name } = variant.key {
                words.insert(name);
            }
            gather(&variant.value, names, words);
        }
    }
}

#[test]
fn what_says_nothing_is_not_joined() {
    const TEXT: &str = "echo = { $what }\n";
    static ECHO: Texts = Texts { zh: TEXT, en: TEXT, ja: TEXT };
    let catalog = Catalog::new(Lang::En, &[&ECHO]);
    let joined = |words: &[&str]| {
        let notes: Vec<Note> = words.iter().map(|word| Note::new("echo").with("what", *word)).collect();
        catalog.join(&notes)
    };
    assert_eq!(joined(&["", "a", "", "b", ""]), "a; b");
    assert_eq!((joined(&[""]), joined(&[])), (String::new(), String::new()));
}

proptest! {
    /// In integers, as the number itself would be written.
    #[test]
    fn seconds_are_rounded_as_the_number_is(
        nanos in prop_oneof![any::<i64>(), -2_000_000_000i64..2_000_000_000, 0i64..2_000_000_000_000_000],
        halves in -9_000_000i64..9_000_000,
    ) {
        for nanos in [nanos, halves * 500_000, halves * 500_000 + 1, halves * 5_000_000 - 1, halves, halves * 500] {
            let number = nanos as f64 / 1e9;
            prop_assert_eq!(seconds(nanos, 6), format!("{number:.6}"));
            prop_assert_eq!(seconds(nanos, 3), format!("{number:.3}"));
            prop_assert_eq!(seconds(nanos, 2), format!("{number:.2}"));
        }
    }
}
