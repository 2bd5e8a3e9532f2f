//! The command words of SMTP: RFC 5321, its extensions (IANA's registry "SMTP Service Extensions"), and vendors'.

use std::sync::LazyLock;

use crate::proto::lines::{MAX_WORD, capitals};

use super::registry::{self, Row};

/// A command word.
#[derive(Debug)]
pub(super) struct Verb {
    /// Upper case.
    pub(super) word: &'static str,
    /// Its step kind.
    pub(super) kind: &'static str,
    /// Its explanation.
    pub(super) note: &'static str,
    /// The keyword of the extension that it belongs to.
    pub(super) extension: Option<&'static str>,
    /// What must follow the word for a line to be taken for SMTP while the protocol is still being looked for; `None`
    /// where other protocols have the word too.
    argument: Option<&'static str>,
}

impl Verb {
    /// Whether a line with this verb and `argument` tells that it is SMTP.
    pub(super) fn tells(&self, argument: &str) -> bool {
        self.argument.is_some_and(|start| {
            argument.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
                && (!start.is_empty() || !argument.is_empty())
        })
    }
}

/// In alphabetical order. What is made of a word lives as long as the program, since steps name it.
static VERBS: LazyLock<Vec<Verb>> = LazyLock::new(|| {
    let lower = |row: &Row<5>| row.name().to_ascii_lowercase();
    let made = |text: String| -> &'static str { text.leak() };
    registry::COMMANDS
        .iter()
        .map(|row| Verb {
            word: row.name(),
            kind: made(format!("smtp.command.{}", lower(row))),
            note: made(format!("smtp-command-{}", row.field(1))),
            extension: match row.name() {
                "BDAT" => Some("CHUNKING"),
                word => registry::keyword(word).map(|row| row.name()),
            },
            argument: Some(row.field(2)).filter(|argument| *argument != "-"),
        })
        .collect()
});

/// The verb with this word, whatever its case.
pub(super) fn find(word: &str) -> Option<&'static Verb> {
    let verbs: &'static [Verb] = &VERBS;
    let mut room = [0; MAX_WORD];
    let word = capitals(word, &mut room)?;
    verbs.binary_search_by(|verb| verb.word.as_bytes().cmp(word)).ok().and_then(|at| verbs.get(at))
}

/// The replies that have an explanation of their own, sorted.
static CODES: LazyLock<Vec<Known>> =
    LazyLock::new(|| registry::CODES.iter().map(|row| Known::of(row.name())).collect());

/// A reply code, for one command or for all.
struct Known {
    code: u16,
    /// Empty for the code alone.
    context: &'static str,
    note: String,
}

impl Known {
    fn of(name: &'static str) -> Known {
        let (code, context) = name.split_once('-').unwrap_or((name, ""));
        Known { code: code.parse().unwrap_or(0), context, note: format!("smtp-reply-{name}") }
    }
}

/// The key of a reply's explanation: for this code after this command, for this code, or for its first digit.
pub(super) fn reply_note(code: u16, context: Option<&str>) -> &'static str {
    let codes: &'static [Known] = &CODES;
    let known = |context: &str| {
        let found = codes.binary_search_by(|known| (known.code, known.context).cmp(&(code, context)));
        found.ok().and_then(|at| codes.get(at))
    };
    if let Some(known) = known(context.unwrap_or("")).or_else(|| known("")) {
        return &known.note;
    }
    match code / 100 {
        2 => "smtp-reply-2xx",
        3 => "smtp-reply-3xx",
        4 => "smtp-reply-4xx",
        _ => "smtp-reply-5xx",
    }
}

#[cfg(test)]
mod tests {
    use super::{CODES, MAX_WORD, VERBS, find, reply_note};

    #[test]
    fn words_are_found_in_any_case() {
        assert_eq!(find("mAiL").map(|verb| verb.kind), Some("smtp.command.mail"));
        assert!(find("GET").is_none() && find(&"MAIL".repeat(5)).is_none());
        assert!(VERBS.iter().all(|verb| verb.word.len() <= MAX_WORD && find(verb.word).is_some()));
    }

    #[test]
    fn codes_ascend_and_the_nearest_explanation_is_chosen() {
        let key = |known: &super::Known| (known.code, known.context);
        assert!(CODES.windows(2).all(|pair| key(&pair[0]) < key(&pair[1])));
        assert_eq!(reply_note(250, Some("mail")), "smtp-reply-250-mail");
        assert_eq!(reply_note(250, Some("etrn")), "smtp-reply-250");
        assert_eq!(reply_note(299, None), "smtp-reply-2xx");
    }
}
