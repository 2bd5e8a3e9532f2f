//! The registries beside this file, read once: commands, keywords, parameters, reply codes, enhanced status codes.
//!
//! A line that begins with `#` is about the file; every other one is a row of fields between commas, of which the last,
//! an example, may hold commas itself. Adding a word is adding a row here and its text in the three languages.

use std::sync::LazyLock;

use crate::dialogue::Note;

/// A row of a registry: what it is called, who defines it, and a line with it.
#[derive(Debug)]
pub(super) struct Row<const N: usize> {
    pub(super) fields: [&'static str; N],
}

impl<const N: usize> Row<N> {
    pub(super) fn name(&self) -> &'static str {
        self.field(0)
    }

    pub(super) fn field(&self, at: usize) -> &'static str {
        self.fields.get(at).copied().unwrap_or("")
    }
}

fn rows<const N: usize>(csv: &'static str) -> Vec<Row<N>> {
    csv.lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let mut parts = line.splitn(N, ',');
            Row { fields: std::array::from_fn(|_| parts.next().unwrap_or("")) }
        })
        .collect()
}

/// The row of this name in a registry that is sorted by upper-case name.
fn find<const N: usize>(rows: &'static [Row<N>], name: &str) -> Option<&'static Row<N>> {
    let upper = || name.bytes().map(|byte| byte.to_ascii_uppercase());
    rows.binary_search_by(|row| row.name().bytes().cmp(upper())).ok().and_then(|at| rows.get(at))
}

/// `keyword,source,used by,example`: the words of the reply to EHLO.
pub(super) static KEYWORDS: LazyLock<Vec<Row<4>>> = LazyLock::new(|| rows(include_str!("keywords.csv")));

/// `parameter,keyword,commands,source,example`: parameters of MAIL and RCPT.
pub(super) static PARAMETERS: LazyLock<Vec<Row<5>>> = LazyLock::new(|| rows(include_str!("parameters.csv")));

/// `subject.detail,source,example`.
pub(super) static ENHANCED: LazyLock<Vec<Row<3>>> = LazyLock::new(|| rows(include_str!("enhanced.csv")));

/// `code-context,source,example`.
pub(super) static CODES: LazyLock<Vec<Row<3>>> = LazyLock::new(|| rows(include_str!("codes.csv")));

/// `word,explanation,tells,source,example`.
pub(super) static COMMANDS: LazyLock<Vec<Row<5>>> = LazyLock::new(|| rows(include_str!("commands.csv")));

/// A keyword of the reply to EHLO.
pub(super) fn keyword(word: &str) -> Option<&'static Row<4>> {
    find(&KEYWORDS, word)
}

/// A parameter of MAIL or RCPT.
pub(super) fn parameter(word: &str) -> Option<&'static Row<5>> {
    find(&PARAMETERS, word)
}

/// The explanation of a keyword with its parameters.
pub(super) fn keyword_note(word: &str, parameters: &str) -> Note {
    let Some(row) = keyword(word) else { return Note::new("smtp-keyword-unknown") };
    let mut note =
        Note::new(format!("smtp-keyword-{}", row.name().to_ascii_lowercase())).with("parameters", parameters);
    if row.name() == "SIZE" {
        let size: u64 = parameters.trim().parse().unwrap_or(0);
        note = note.with("size", size).with("mib", size >> 20);
    }
    note
}

/// What BODY may say (RFC 6152, RFC 3030).
const BODIES: [&str; 3] = ["7BIT", "8BITMIME", "BINARYMIME"];

/// The explanation of a parameter with its value, already decoded and, where it is a word, in upper case.
pub(super) fn parameter_note(word: &str, value: Option<&str>) -> Note {
    match parameter(word) {
        // The names of its values are no names of a text's choices: they begin with digits.
        Some(row) if row.name() == "BODY" && value.is_some_and(|value| BODIES.contains(&value)) => {
            Note::new(format!("smtp-parameter-body-{}", value.unwrap_or("").to_ascii_lowercase()))
        }
        Some(row) if row.name() == "BY" => {
            let (seconds, mode) = value.unwrap_or("").split_once(';').unwrap_or((value.unwrap_or(""), ""));
            let back = if mode.starts_with(['R', 'r']) { "yes" } else { "no" };
            Note::new("smtp-parameter-by").with("value", seconds.to_owned()).with("back", back)
        }
        Some(row) => Note::new(format!("smtp-parameter-{}", row.name().to_ascii_lowercase()))
            .with("value", value.unwrap_or("").to_owned()),
        None => Note::new("smtp-parameter-unknown").with("value", word),
    }
}

/// What an enhanced status code says: `2.1.5: the recipient's address is valid`.
pub(super) fn enhanced_note(code: &str) -> Note {
    let meaning = match code.split_once('.') {
        Some((_, detail)) if ENHANCED.iter().any(|row| row.name() == detail) => {
            Note::new(format!("smtp-enhanced-x-{}", detail.replace('.', "-")))
        }
        _ => Note::new("smtp-enhanced-unregistered").with("subject", subject(code)),
    };
    Note::new("smtp-enhanced").with("enhanced", code).with("meaning", meaning)
}

/// What the second number of an enhanced status code is about.
pub(super) fn subject(code: &str) -> Note {
    let subject = code.split('.').nth(1).and_then(|subject| subject.parse().ok()).unwrap_or(0u64);
    Note::new(format!("smtp-enhanced-x-{}", if subject <= 7 { subject } else { 0 }))
}

/// Whether an enhanced status code says more than the reply code it comes with: not those for "other", nor those that only
/// repeat it (wrong command, wrong syntax, wrong password).
pub(super) fn says_more(code: &str) -> bool {
    let subject_and_detail = code.split_once('.').map_or("", |(_, rest)| rest);
    !(code.ends_with(".0") || matches!(subject_and_detail, "5.1" | "5.2" | "5.4" | "7.8"))
}

#[cfg(test)]
mod tests {
    use super::{CODES, COMMANDS, ENHANCED, KEYWORDS, PARAMETERS, Row, enhanced_note, keyword, says_more};
    use crate::dialogue::Arg;

    fn ascending<const N: usize>(rows: &[Row<N>]) -> bool {
        rows.windows(2).all(|pair| pair[0].name() < pair[1].name())
    }

    #[test]
    fn registries_are_whole_sorted_and_have_a_source_and_an_example() {
        assert!(ascending(&KEYWORDS) && ascending(&PARAMETERS) && ascending(&COMMANDS));
        assert_eq!(
            (KEYWORDS.len(), PARAMETERS.len(), ENHANCED.len(), CODES.len(), COMMANDS.len()),
            (47, 22, 81, 52, 25)
        );
        let numbers = |row: &Row<3>| -> Vec<u32> {
            row.name().split('.').map(|number| number.parse().expect("a number")).collect()
        };
        assert!(ENHANCED.windows(2).all(|pair| numbers(&pair[0]) < numbers(&pair[1])));
        for row in KEYWORDS.iter() {
            assert!(row.field(3).starts_with("S: 250-") && !row.field(1).is_empty(), "{row:?}");
        }
        for row in PARAMETERS.iter() {
            let stands = row.field(4).contains(row.name()) && row.field(4).starts_with("C: ");
            assert!(stands && keyword(row.field(1)).is_some(), "{row:?}");
        }
        for row in ENHANCED.iter() {
            assert!(
                row.field(2).starts_with("S: ") && row.field(2).contains(&format!(".{} ", row.name())),
                "{row:?}"
            );
        }
        for row in CODES.iter() {
            let code = row.name().split('-').next().unwrap_or("");
            assert!(
                row.field(2).starts_with(&format!("S: {code}")) && row.field(1).starts_with("RFC "),
                "{row:?}"
            );
        }
        for row in COMMANDS.iter() {
            assert!(row.field(4).starts_with(&format!("C: {}", row.name())), "{row:?}");
        }
    }

    #[test]
    fn an_enhanced_code_that_no_registry_has_keeps_its_subject() {
        let meaning = |code: &str| match &enhanced_note(code).args[1].1 {
            Arg::Note(note) => note.key.to_string(),
            other => panic!("{other:?}"),
        };
        assert_eq!(meaning("5.7.1"), "smtp-enhanced-x-7-1");
        assert_eq!(meaning("5.7.999"), "smtp-enhanced-unregistered");
        assert!(says_more("2.1.5") && !says_more("2.0.0") && !says_more("5.5.1") && says_more("5.5.10"));
    }
}
