//! The texts keep to one term per concept: the glossary beside this file has them.

use super::Lang;
use super::tests::all;

/// The rows of the glossary: the terms in English, Chinese and Japanese, and the words that are not used for them.
fn rows() -> Vec<[&'static str; 6]> {
    let lines = include_str!("glossary.csv").lines().filter(|line| !line.starts_with('#')).skip(1);
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            cells.try_into().unwrap_or_else(|cells| panic!("{line}: {cells:?}"))
        })
        .collect()
}

/// All values of a language, each with its line; keys, comments and names of choices are no text.
fn lines(lang: Lang) -> Vec<&'static str> {
    let text = all().into_iter().flat_map(move |texts| lang.of(texts).lines());
    let value = |line: &'static str| {
        let value = match line.split_once(" = ") {
            Some((_, value)) => value,
            // What goes on from the line above stands to the right.
            None if line.starts_with(' ') => line.split_once(']').map_or(line, |(_, value)| value),
            None => return None,
        };
        (!line.starts_with('#')).then_some(value)
    };
    text.filter_map(value).collect()
}

/// Whether a word stands in a text by itself: not as a part of a name such as `smtp.auth.username`.
fn stands(text: &str, word: &str) -> bool {
    let text = text.to_lowercase();
    text.match_indices(&word.to_lowercase()).any(|(at, _)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        !word.is_ascii() || !before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
    })
}

#[test]
fn every_term_is_used_and_its_other_names_are_not() {
    let mut wrong = Vec::new();
    for (column, lang) in [Lang::En, Lang::Zh, Lang::Ja].into_iter().enumerate() {
        let lines = lines(lang);
        assert!(lines.len() > 1000, "texts of {lang:?} were not found");
        for row in rows() {
            if !lines.iter().any(|line| stands(line, row[column])) {
                wrong.push(format!("{lang:?}: {} is used nowhere", row[column]));
            }
            for word in row[column + 3].split('|').filter(|word| !word.is_empty()) {
                let here = lines.iter().filter(|line| stands(line, word));
                wrong.extend(here.map(|line| format!("{lang:?}: {word}, not {}: {line}", row[column])));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
