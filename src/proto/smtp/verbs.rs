//! The command words of SMTP: RFC 5321, its extensions (IANA's registry "SMTP Service Extensions"), and vendors'.

use std::sync::LazyLock;

/// A command word.
#[derive(Debug)]
pub(super) struct Verb {
    /// Upper case.
    pub(super) word: &'static str,
    /// Its step kind.
    pub(super) kind: &'static str,
    /// Its explanation.
    pub(super) note: &'static str,
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

macro_rules! verbs {
    ($($word:literal $kind:literal $note:literal $argument:expr;)*) => {
        &[$(Verb {
            word: $word,
            kind: concat!("smtp.command.", $kind),
            note: concat!("smtp-command-", $note),
            argument: $argument,
        },)*]
    };
}

/// In alphabetical order.
#[rustfmt::skip]
static VERBS: &[Verb] = verbs! {
    "ATRN"     "atrn"     "atrn"     None;
    "AUTH"     "auth"     "auth"     None;
    "BDAT"     "bdat"     "bdat"     Some("");
    "BURL"     "burl"     "burl"     Some("");
    "DATA"     "data"     "data"     None;
    "EHLO"     "ehlo"     "ehlo"     Some("");
    "ETRN"     "etrn"     "etrn"     None;
    "EXPN"     "expn"     "expn"     None;
    "HELO"     "helo"     "helo"     Some("");
    "HELP"     "help"     "help"     None;
    "LHLO"     "lhlo"     "lhlo"     Some("");
    "MAIL"     "mail"     "mail"     Some("FROM");
    "NOOP"     "noop"     "noop"     None;
    "QUIT"     "quit"     "quit"     None;
    "RCPT"     "rcpt"     "rcpt"     Some("TO");
    "RSET"     "rset"     "rset"     None;
    "SAML"     "saml"     "obsolete" Some("FROM");
    "SEND"     "send"     "obsolete" Some("FROM");
    "SOML"     "soml"     "obsolete" Some("FROM");
    "STARTTLS" "starttls" "starttls" None;
    "TURN"     "turn"     "obsolete" None;
    "VRFY"     "vrfy"     "vrfy"     None;
    "XCLIENT"  "xclient"  "xclient"  Some("");
    "XFORWARD" "xforward" "xforward" Some("");
};

/// The verb with this word, whatever its case.
pub(super) fn find(word: &str) -> Option<&'static Verb> {
    let upper = || word.bytes().map(|byte| byte.to_ascii_uppercase());
    VERBS.binary_search_by(|verb| verb.word.bytes().cmp(upper())).ok().and_then(|at| VERBS.get(at))
}

/// `code` or `code-context`, one per line, sorted: the replies that have an explanation of their own. The context is
/// the command that is answered. Codes of RFC 5321 (section 4.2.3), RFC 4954, RFC 3207 and RFC 7504.
static CODES: LazyLock<Vec<Known>> =
    LazyLock::new(|| include_str!("codes.csv").lines().map(Known::of).collect());

/// A line of `codes.csv`.
struct Known {
    code: u16,
    /// Empty for the code alone.
    context: &'static str,
    note: String,
}

impl Known {
    fn of(line: &'static str) -> Known {
        let (code, context) = line.split_once('-').unwrap_or((line, ""));
        Known { code: code.parse().unwrap_or(0), context, note: format!("smtp-reply-{line}") }
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
    use super::{CODES, VERBS, find, reply_note};

    #[test]
    fn words_ascend_and_are_found_in_any_case() {
        assert!(VERBS.windows(2).all(|pair| pair[0].word < pair[1].word));
        assert_eq!(find("mAiL").map(|verb| verb.kind), Some("smtp.command.mail"));
        assert!(find("GET").is_none());
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
