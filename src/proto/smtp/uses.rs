//! What the client may do and did: extensions offered and used, and commands sent before their time.
//!
//! It judges only what both sides showed: where the beginning or a reply is missing from the file, it says nothing.

use crate::dialogue::{Arg, Fault, Finding, Frames, Note, Severity, Step};

use super::facts::Extension;
use super::registry;
use super::session::{SmtpSession, What};
use super::verbs::Verb;

/// What was seen of it.
#[derive(Default)]
pub(super) struct Uses {
    /// Keywords whose commands or parameters were used, each with its first frame.
    used: Vec<(&'static str, u64)>,
    /// The frame of the first list: the reply to EHLO, or to HELO where there was no EHLO.
    pub(super) listed: Option<u64>,
    /// Whether that reply answers EHLO, which asks for extensions.
    pub(super) asked: bool,
    /// The frame of the greeting.
    pub(super) greeted: u64,
    /// Replies of the server so far.
    pub(super) replies: u64,
    /// A reply is missing.
    pub(super) holed: bool,
    /// Commands that came before the server's greeting.
    early: Frames,
    /// A command that had to be the last of its group and was not (its word), and the frames of what came behind it.
    hasty: Option<Box<(&'static str, Frames)>>,
    /// The longest command line beyond the bound, line end included, and its frames.
    long: Option<Box<(u64, Frames)>>,
}

/// Bytes of a command line, line end included (RFC 5321, section 4.5.3.1.4).
const MAX_COMMAND: u64 = 512;

impl Uses {
    /// A command or parameter that belongs to an extension.
    pub(super) fn uses(&mut self, keyword: &'static str, frames: &Frames) {
        if !self.used.iter().any(|(known, _)| *known == keyword) {
            self.used.push((keyword, frames.first().unwrap_or(0)));
        }
    }

    /// A line of the client's that is a command, by its length on the wire. Extensions make some lines longer (RFC 4954,
    /// section 4: 12288 octets for AUTH), and MAIL and RCPT longer by their parameters.
    pub(super) fn length(&mut self, word: Option<&str>, len: u64, frames: &Frames) {
        let bounded = !matches!(word, Some("AUTH" | "MAIL" | "RCPT"));
        if bounded && len > MAX_COMMAND && self.long.as_ref().is_none_or(|long| long.0 < len) {
            self.long = Some(Box::new((len, frames.clone())));
        }
    }

    /// Whether the client used what belongs to this keyword.
    pub(super) fn is_used(&self, keyword: &str) -> bool {
        self.used.iter().any(|(known, _)| *known == keyword)
    }
}

impl SmtpSession {
    /// A command was read: which extension it belongs to, and whether it came at its time.
    pub(super) fn follow(&mut self, verb: Option<&'static Verb>, step: &mut Step) {
        let word = verb.map(|verb| verb.word);
        if let Some(keyword) = verb.and_then(|verb| verb.extension) {
            self.uses.uses(keyword, &step.frames);
        }
        let len = step.span.map_or(0, |(from, to)| to.saturating_sub(from));
        self.uses.length(word, len, &step.frames);
        if !self.greeted {
            self.uses.early.extend(&step.frames);
        }
        if self.pending.is_empty() || self.uses.replies == 0 || self.uses.holed || self.late || self.holed {
            return;
        }
        step.more.push(Note::new("smtp-pipelined"));
        self.uses.uses("PIPELINING", &step.frames);
        let last = self.pending.iter().find_map(|pending| pending.what.must_be_last());
        if let Some(word) = last {
            self.hasty(word, &step.frames);
        }
    }

    /// Something came behind a command that had to be the last of its group.
    pub(super) fn hasty(&mut self, word: &'static str, frames: &Frames) {
        if self.uses.replies > 0 && !self.uses.holed {
            self.uses.hasty.get_or_insert_with(|| Box::new((word, Frames::default()))).1.extend(frames);
        }
    }

    /// The greeting has come.
    pub(super) fn greeting_came(&self) -> Option<Finding> {
        let early = &self.uses.early;
        (!early.is_empty() && !self.late).then(|| {
            Finding::new("smtp.before-greeting", Severity::Warning, Fault::Sender)
                .at(early.clone())
                .with("frames", early)
        })
    }

    /// What is to be said of it at the end.
    pub(super) fn uses_findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        let uses = &self.uses;
        if let Some((word, frames)) = uses.hasty.as_deref() {
            findings.push(
                Finding::new("smtp.did-not-wait", Severity::Warning, Fault::Sender)
                    .at(frames.clone())
                    .with("command", *word)
                    .with("frames", frames),
            );
        }
        if let Some((bytes, frames)) = uses.long.as_deref() {
            findings.push(
                Finding::new("smtp.command-too-long", Severity::Note, Fault::Sender)
                    .at(frames.clone())
                    .with("bytes", *bytes)
                    .with("limit", MAX_COMMAND),
            );
        }
        if let Some(listed) = uses.listed.filter(|_| !self.holed && !uses.holed) {
            findings.extend(self.offered_and_used(listed));
        }
        findings
    }

    fn offered_and_used(&self, listed: u64) -> Vec<Finding> {
        let mut findings = Vec::new();
        let offered = |keyword: &str| self.facts.extensions.iter().any(|known| known.keyword == keyword);
        let words = |uses: &[(&str, u64)]| -> String {
            let words: Vec<String> = uses.iter().map(|(word, frame)| format!("{word} (#{frame})")).collect();
            if words.is_empty() { "-".to_owned() } else { words.join(", ") }
        };
        let (used, mut not_offered): (Vec<_>, Vec<_>) =
            self.uses.used.iter().copied().partition(|(keyword, _)| offered(keyword));
        not_offered.retain(|(keyword, _)| !is_old(keyword));
        if !not_offered.is_empty() {
            let mut frames = Frames::default();
            not_offered.iter().for_each(|(_, frame)| frames.add(*frame));
            let helo = if self.uses.asked { "no" } else { "yes" };
            findings.push(
                Finding::new("smtp.not-offered", Severity::Note, Fault::Sender)
                    .at(frames)
                    .with("words", words(&not_offered))
                    .with("reply", Arg::Frame(listed))
                    .with("helo", helo),
            );
        }
        if !self.facts.extensions.is_empty() {
            let mut unused: Vec<&str> = Vec::new();
            for Extension { keyword, .. } in &self.facts.extensions {
                let passive = registry::keyword(keyword).is_some_and(|row| row.field(2).is_empty());
                let known = self.uses.is_used(keyword) || keyword == "PIPELINING";
                if !passive && !known && !is_overwritten(keyword) && !unused.contains(&keyword.as_str()) {
                    unused.push(keyword);
                }
            }
            if offered("PIPELINING") && !self.uses.is_used("PIPELINING") {
                unused.insert(0, "PIPELINING");
            }
            findings.push(
                Finding::new("smtp.extensions", Severity::Lesson, Fault::Unknown)
                    .at(Frames::one(listed))
                    .with("reply", Arg::Frame(listed))
                    .with("used", words(&used))
                    .with("unused", if unused.is_empty() { "-".to_owned() } else { unused.join(", ") }),
            );
        }
        findings
    }
}

/// Whether a keyword is what firewalls write over the ones that they take away: `XXXXXXXX`, `XXXXXXXA`.
pub(super) fn is_overwritten(keyword: &str) -> bool {
    let mask = keyword.trim_end_matches('A');
    mask.len() >= 6 && mask.bytes().all(|byte| byte == b'X')
}

/// Commands of the first SMTP (RFC 5321, section 4.1.1): servers list some of them, and need not.
fn is_old(keyword: &str) -> bool {
    matches!(keyword, "EXPN" | "HELP" | "VRFY" | "SEND" | "SAML" | "SOML" | "TURN")
}

impl What {
    /// The command's word, if it must be the last of a group that is sent without waiting (RFC 2920, section 3.1; RFC 3207,
    /// section 4; RFC 4954, section 4).
    fn must_be_last(&self) -> Option<&'static str> {
        match self {
            What::Hello { verb } => Some(verb),
            What::Data => Some("DATA"),
            What::Auth => Some("AUTH"),
            What::StartTls => Some("STARTTLS"),
            What::Quit => Some("QUIT"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_overwritten;

    #[test]
    fn a_mask_is_told_from_a_keyword() {
        assert!(is_overwritten("XXXXXXXX") && is_overwritten("XXXXXXXA"));
        assert!(!is_overwritten("AAAAAAAA") && !is_overwritten("XEXCH50") && !is_overwritten("X"));
    }
}
