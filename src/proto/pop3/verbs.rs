//! The command words of POP3: RFC 1939, RFC 2449 (CAPA), RFC 2595 (STLS), RFC 5034 (AUTH), RFC 6856 (UTF8, LANG).

use std::sync::LazyLock;

use crate::dialogue::Note;
use crate::proto::lines::{MAX_WORD, capitals};

/// How a positive reply goes on behind its first line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// It does not.
    Line,
    /// Lines up to a dot, when the command has no argument.
    ListWithoutArgument,
    /// Lines up to a dot, always.
    List,
    /// A message up to a dot.
    Message,
}

/// A command word.
#[derive(Debug)]
pub(super) struct Verb {
    /// Upper case.
    pub(super) word: &'static str,
    /// Its step kind.
    pub(super) kind: &'static str,
    /// Its explanation.
    pub(super) note: &'static str,
    /// The explanation of a positive reply.
    pub(super) ok: &'static str,
    pub(super) shape: Shape,
    /// No other protocol has this word, so that it tells that it is POP3.
    pub(super) telling: bool,
    /// Who defines it.
    pub(super) source: &'static str,
    /// A line with it.
    pub(super) example: &'static str,
}

macro_rules! verbs {
    ($($word:literal $lower:literal $shape:ident $telling:literal $source:literal $example:literal;)*) => {
        &[$(Verb {
            word: $word,
            kind: concat!("pop3.command.", $lower),
            note: concat!("pop3-command-", $lower),
            ok: concat!("pop3-ok-", $lower),
            shape: Shape::$shape,
            telling: $telling,
            source: $source,
            example: $example,
        },)*]
    };
}

/// In alphabetical order.
#[rustfmt::skip]
static VERBS: &[Verb] = verbs! {
    "APOP" "apop" Line                true "RFC 1939 section 7" "APOP student ********";
    "AUTH" "auth" ListWithoutArgument false "RFC 5034 section 4" "AUTH PLAIN";
    "CAPA" "capa" List                true "RFC 2449 section 5" "CAPA";
    "DELE" "dele" Line                false "RFC 1939 section 5" "DELE 1";
    "LANG" "lang" ListWithoutArgument false "RFC 6856 section 3" "LANG zh";
    "LIST" "list" ListWithoutArgument false "RFC 1939 section 5" "LIST";
    "NOOP" "noop" Line                false "RFC 1939 section 5" "NOOP";
    "PASS" "pass" Line                false "RFC 1939 section 7" "PASS ********";
    "QUIT" "quit" Line                false "RFC 1939 section 6" "QUIT";
    "RETR" "retr" Message             false "RFC 1939 section 5" "RETR 1";
    "RSET" "rset" Line                false "RFC 1939 section 5" "RSET";
    "STAT" "stat" Line                false "RFC 1939 section 5" "STAT";
    "STLS" "stls" Line                true "RFC 2595 section 4" "STLS";
    "TOP"  "top"  Message             true "RFC 1939 section 7" "TOP 1 0";
    "UIDL" "uidl" ListWithoutArgument true "RFC 1939 section 7" "UIDL";
    "USER" "user" Line                false "RFC 1939 section 7" "USER student";
    "UTF8" "utf8" Line                false "RFC 6856 section 2" "UTF8";
    "XTND" "xtnd" Line                true "RFC 1082 (obsolete)" "XTND XLST From";
};

/// The verb with this word, whatever its case.
pub(super) fn find(word: &str) -> Option<&'static Verb> {
    let mut room = [0; MAX_WORD];
    let word = capitals(word, &mut room)?;
    VERBS.binary_search_by(|verb| verb.word.as_bytes().cmp(word)).ok().and_then(|at| VERBS.get(at))
}

impl Verb {
    /// How a positive reply to it goes on.
    pub(super) fn reply(&self, argument: &str) -> Shape {
        match self.shape {
            Shape::ListWithoutArgument if argument.is_empty() => Shape::List,
            Shape::ListWithoutArgument => Shape::Line,
            shape => shape,
        }
    }
}

/// Capabilities that have an explanation, sorted: IANA's "POP3 Capabilities".
static CAPABILITIES: LazyLock<Vec<&str>> = LazyLock::new(|| capabilities().map(|row| row.0).collect());

/// Name, source and example of every capability of the registry.
pub(super) fn capabilities() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    include_str!("capabilities.csv").lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut fields = line.splitn(3, ',');
        Some((fields.next()?, fields.next()?, fields.next()?))
    })
}

/// Key, name, source and example of every response code of the registry.
pub(super) fn response_codes() -> impl Iterator<Item = [&'static str; 4]> {
    include_str!("response_codes.csv").lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut fields = line.splitn(4, ',');
        Some([fields.next()?, fields.next()?, fields.next()?, fields.next()?])
    })
}

/// What a response code in brackets says (RFC 2449, section 8): its name and its meaning.
pub(super) fn response_code_note(code: &str) -> Note {
    let known = response_codes().find(|[name, ..]| name.eq_ignore_ascii_case(code));
    match known {
        Some([name, key, ..]) => Note::new(format!("pop3-code-{key}")).with("code", name),
        None => Note::new("pop3-code-unknown").with("code", code),
    }
}

/// Every command word.
pub(super) fn all() -> &'static [Verb] {
    VERBS
}

/// The key of a capability's explanation.
pub(super) fn capability_note(line: &str) -> String {
    let word = line.split(' ').next().unwrap_or("").to_ascii_uppercase();
    if CAPABILITIES.binary_search(&word.as_str()).is_ok() {
        format!("pop3-capability-{}", word.to_ascii_lowercase())
    } else {
        "pop3-capability-unknown".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{CAPABILITIES, MAX_WORD, Shape, VERBS, find};

    #[test]
    fn words_ascend() {
        assert!(VERBS.windows(2).all(|pair| pair[0].word < pair[1].word));
        assert!(VERBS.iter().all(|verb| verb.word.len() <= MAX_WORD && find(verb.word).is_some()));
        assert!(CAPABILITIES.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn the_shape_of_a_reply_follows_the_argument() {
        assert_eq!(find("list").unwrap().reply(""), Shape::List);
        assert_eq!(find("LIST").unwrap().reply("1"), Shape::Line);
        assert_eq!(find("Top").unwrap().reply("1 0"), Shape::Message);
    }
}
