//! `wiretale explain`: what a word or number of a dialogue means, without a capture.

use std::io::Write;

use anyhow::{Result, bail};

use crate::dialogue::Topic;
use crate::proto;
use crate::render;

use super::args::ExplainArgs;
use super::settings;

/// Names that are suggested when nothing is called as it was asked.
const SUGGESTED: usize = 5;

pub(super) fn run(args: &ExplainArgs) -> Result<bool> {
    let catalog = settings::catalog(&args.look);
    let look = settings::look(&args.look);
    let topics = proto::topics();
    let mut out = std::io::stdout().lock();
    if args.topic.is_empty() {
        write!(out, "{}", render::topic_list(&topics, &catalog, look))?;
        return Ok(true);
    }
    // A name may have blanks in it, whether or not the shell was told so.
    let whole = args.topic.join(" ");
    let names = if find(&topics, &whole).is_empty() { args.topic.clone() } else { vec![whole] };
    let mut first = true;
    for name in &names {
        let found = find(&topics, name);
        if found.is_empty() {
            bail!(unknown(&topics, name));
        }
        for topic in found {
            if !std::mem::take(&mut first) {
                writeln!(out)?;
            }
            write!(out, "{}", render::topic_text(topic, name, &catalog, look))?;
        }
    }
    Ok(true)
}

/// The topics of this name; of a line of a dialogue, those of its first words.
fn find<'a>(topics: &'a [Topic], name: &str) -> Vec<&'a Topic> {
    topics.iter().filter(|topic| topic.is_called(name)).collect()
}

fn unknown(topics: &[Topic], name: &str) -> String {
    let near = nearest(topics, name);
    let hint = if near.is_empty() { String::new() } else { format!("; perhaps {}", near.join(", ")) };
    format!("nothing here is called {name:?}{hint} (wiretale explain without a word lists all names)")
}

/// The names that are most like `name`: those that contain it, then those with few letters changed.
fn nearest(topics: &[Topic], name: &str) -> Vec<String> {
    let asked = name.to_ascii_lowercase();
    let mut near: Vec<(usize, &str)> = topics
        .iter()
        .flat_map(|topic| std::iter::once(&topic.name).chain(&topic.aliases))
        .map(|known| {
            let lower = known.to_ascii_lowercase();
            let inside = asked.len() >= 2 && lower.contains(&asked);
            (if inside { 0 } else { distance(&lower, &asked) }, known.as_str())
        })
        .filter(|(distance, _)| *distance <= 1 + asked.chars().count() / 4)
        .collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter().take(SUGGESTED).map(|(_, known)| known.to_owned()).collect()
}

/// Letters to change, add or leave out to make one name of the other (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut diagonal = std::mem::replace(row.first_mut().unwrap_or(&mut 0), at + 1);
        let mut left = at + 1;
        for (slot, &wanted) in row.iter_mut().skip(1).zip(&other) {
            let changed = diagonal + usize::from(letter != wanted);
            diagonal = *slot;
            left = changed.min(diagonal + 1).min(left + 1);
            *slot = left;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};
    use crate::annotate::{Catalog, Lang};
    use crate::proto;
    use crate::render;

    #[test]
    fn letters_to_change_are_counted() {
        let pairs =
            [("", "", 0), ("abc", "", 3), ("ehlo", "helo", 2), ("size", "sise", 1), ("quit", "quits", 1)];
        for (one, other, changes) in pairs {
            assert_eq!((distance(one, other), distance(other, one)), (changes, changes), "{one} {other}");
        }
    }

    #[test]
    fn a_name_that_is_not_there_gets_the_nearest_ones() {
        let topics = proto::topics();
        assert!(nearest(&topics, "STARTTSL").contains(&"STARTTLS".to_owned()));
        assert!(nearest(&topics, "SCRAM-SHA").iter().any(|name| name.starts_with("SCRAM-SHA")));
        assert!(nearest(&topics, "gibberish-without-end").is_empty());
    }

    #[test]
    fn every_topic_has_its_text_in_every_language_and_nothing_unfilled() {
        for lang in Lang::ALL {
            let catalog = Catalog::new(lang, &[&render::TEXTS]);
            for topic in proto::topics() {
                let why = catalog.attribute(&topic.note, "why").unwrap_or_default();
                let text = catalog.text(&topic.note);
                let parts = catalog.join(&topic.parts);
                for said in [&text, &why, &parts] {
                    let wrong = said.contains("no text") || said.contains("{$") || said.contains("{ $");
                    assert!(!wrong, "{}: {said}", topic.name);
                }
                assert!(!text.is_empty() && !topic.source.is_empty(), "{}", topic.name);
            }
        }
    }
}
