//! The three states of a session (RFC 1939, section 3), and what does not belong where it was sent.
//!
//! A server carries commands out one by one, so the state in which a command was met is known when its reply comes, also
//! where several were sent in one go. Nothing is judged where the beginning or a reply is missing from the file.

use crate::dialogue::{Fault, Finding, Frames, Note, Severity};
use crate::proto::{Sink, Transition};

use super::session::{Pending, Pop3Session};
use super::verbs::{self, Verb};

/// Where a session stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum State {
    /// Before the login.
    #[default]
    Authorization,
    /// Behind it: the mailbox is open, and locked for others.
    Transaction,
    /// Behind QUIT: marked messages are deleted.
    Update,
    /// The beginning was not captured, or a reply is missing.
    Unknown,
}

/// What was seen of misuse.
#[derive(Default)]
pub(super) struct Misuse {
    /// Commands in the wrong state: word and first frame.
    wrong: Vec<(&'static str, u64)>,
    frames: Frames,
}

/// Misplaced commands that are named; what comes behind is only counted by its frames.
const MAX_NAMED: usize = 20;

/// The states of a session (RFC 1939, sections 3 to 7; RFC 2449; RFC 2595; RFC 5034; RFC 6856).
#[rustfmt::skip]
pub(super) static TRANSITIONS: &[Transition] = &[
    row("connected",     &["greeting"], &["+OK"], "authorization"),
    row("authorization", &["command.user", "command.stls", "command.utf8"], &[], "authorization"),
    row("authorization", &["command.pass", "command.apop"], &["+OK"], "transaction"),
    row("authorization", &["command.auth", "auth.username", "auth.password", "auth.response"], &["+OK"], "transaction"),
    row("authorization", &["auth.username", "auth.password", "auth.response", "auth.cancel"], &[], "authorization"),
    row("transaction",   &["command.stat", "command.list", "command.retr", "command.dele", "command.noop"], &[], "transaction"),
    row("transaction",   &["command.rset", "command.top", "command.uidl", "command.xtnd"], &[], "transaction"),
    row("transaction",   &["command.quit"], &["+OK"], "update"),
    row("authorization", &["command.quit"], &["+OK"], "closed"),
    row(Transition::ANY, &["command.capa", "command.quit", "command.lang"], &[], Transition::ANY),
];

const fn row(
    from: &'static str,
    by: &'static [&'static str],
    reply: &'static [&'static str],
    to: &'static str,
) -> Transition {
    Transition { from, by, reply, to }
}

impl State {
    /// Its id in [`TRANSITIONS`]; none where it is not known.
    fn id(self) -> Option<&'static str> {
        match self {
            State::Authorization => Some("authorization"),
            State::Transaction => Some("transaction"),
            State::Update => Some("update"),
            State::Unknown => None,
        }
    }
}

impl Verb {
    /// Whether the command may be sent in this state.
    fn belongs(&self, state: State) -> bool {
        let kind = self.kind.strip_prefix("pop3.").unwrap_or_default();
        state.id().is_none_or(|state| TRANSITIONS.iter().any(|row| row.allows(state, kind)))
    }

    /// How many arguments the command takes, at least and at most.
    fn arguments(&self) -> (usize, usize) {
        match self.word {
            "APOP" | "TOP" => (2, 2),
            "DELE" | "RETR" | "USER" => (1, 1),
            // A password may hold blanks (RFC 1939, section 7).
            "PASS" => (1, usize::MAX),
            "LIST" | "UIDL" | "LANG" => (0, 1),
            "AUTH" => (0, 2),
            "XTND" => (0, usize::MAX),
            _ => (0, 0),
        }
    }
}

/// What is wrong with the number of arguments.
pub(super) fn arguments(verb: &Verb, argument: &str) -> Option<Note> {
    let given = argument.split_ascii_whitespace().count();
    let (least, most) = verb.arguments();
    if given < least {
        return Some(Note::new("pop3-argument-missing").with("least", least));
    }
    (given > most).then(|| Note::new("pop3-argument-unexpected").with("most", most))
}

impl Pop3Session {
    /// A reply to a command has come: was the command in its place, and where does the session stand now?
    pub(super) fn enter(&mut self, pending: Option<&Pending>, good: bool, out: &mut dyn Sink) {
        let Some(pending) = pending else { return };
        let Some(verb) = verbs::find(pending.word) else { return };
        if !verb.belongs(self.state) {
            self.misplaced(verb, pending.step, out);
        }
        if !good {
            return;
        }
        let exchanged = pending.word == "AUTH" && pending.argument;
        self.state = match (pending.word, self.state) {
            ("PASS" | "APOP", _) => State::Transaction,
            ("AUTH", _) if exchanged => State::Transaction,
            ("QUIT", State::Transaction) => {
                self.commit();
                State::Update
            }
            // Only in this state the server knows the mailbox.
            ("STAT" | "LIST" | "RETR" | "DELE" | "TOP" | "UIDL" | "RSET", State::Unknown) => {
                State::Transaction
            }
            (_, state) => state,
        };
    }

    fn misplaced(&mut self, verb: &Verb, step: Option<usize>, out: &mut dyn Sink) {
        let key = match self.state {
            State::Authorization => "pop3-before-login",
            State::Update => "pop3-behind-quit",
            _ => "pop3-behind-login",
        };
        let Some(step) = step.and_then(|index| out.amend(index)) else { return };
        step.notes.push(Note::new(key));
        let frame = step.frames.first().unwrap_or(0);
        let frames = step.frames.clone();
        let misuse = self.misuse.get_or_insert_default();
        misuse.frames.extend(&frames);
        if misuse.wrong.len() < MAX_NAMED {
            misuse.wrong.push((verb.word, frame));
        }
    }

    /// QUIT was accepted: what is marked is deleted (RFC 1939, section 6).
    fn commit(&mut self) {
        for entry in self.facts.messages.values_mut() {
            entry.committed = entry.deleted;
        }
    }

    /// What is to be said of the states, and of the mailbox, at the end.
    pub(super) fn state_findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        if let Some(misuse) = self.misuse.as_deref() {
            let words: Vec<String> =
                misuse.wrong.iter().map(|(word, frame)| format!("{word} (#{frame})")).collect();
            findings.push(
                Finding::new("pop3.wrong-state", Severity::Note, Fault::Sender)
                    .at(misuse.frames.clone())
                    .with("commands", words.join(", ")),
            );
        }
        let listed = |wanted: &dyn Fn(&super::Entry) -> bool| {
            let numbers =
                self.facts.messages.values().filter(|entry| wanted(entry)).map(|entry| entry.number);
            let mut list = Frames::default();
            numbers.for_each(|number| list.add(number));
            // Ranges of message numbers, written as those of frames are.
            if list.is_empty() { "-".to_owned() } else { list.to_string().replace('#', "") }
        };
        let lost = self.facts.messages.values().any(|entry| entry.deleted && !entry.committed);
        if lost && self.state == State::Transaction {
            findings.push(
                Finding::new("pop3.deletions-not-done", Severity::Note, Fault::Sender)
                    .with("messages", listed(&|entry| entry.deleted)),
            );
        }
        if !self.facts.messages.is_empty() && self.steps {
            let maildrop = self.facts.maildrop;
            // STAT leaves out what is marked; where every message was listed, the list says more.
            let known = self.facts.messages.len() as u64;
            let sizes = self.facts.messages.values().filter_map(|entry| entry.size);
            let size: u64 = sizes.fold(0, u64::saturating_add);
            let maildrop = maildrop.filter(|maildrop| maildrop.count > known);
            findings.push(
                Finding::new("pop3.mailbox", Severity::Lesson, Fault::Unknown)
                    .with("count", maildrop.map_or(known, |maildrop| maildrop.count))
                    .with("size", maildrop.map_or(size, |maildrop| maildrop.size))
                    .with("fetched", listed(&|entry| entry.fetched == Some("retr")))
                    .with("headers", listed(&|entry| entry.fetched == Some("top")))
                    .with("marked", listed(&|entry| entry.deleted))
                    .with("undeleted", listed(&|entry| entry.undeleted && !entry.deleted))
                    .with("committed", listed(&|entry| entry.committed)),
            );
        }
        findings
    }
}

#[cfg(test)]
mod tests {
    use super::{State, arguments};
    use crate::proto::pop3::verbs::{all, find};

    #[test]
    fn every_command_belongs_somewhere_and_to_what_is_not_known() {
        for verb in all() {
            let states = [State::Authorization, State::Transaction];
            assert!(states.iter().any(|&state| verb.belongs(state)), "{}", verb.word);
            assert!(verb.belongs(State::Unknown), "{}", verb.word);
        }
        let login = find("USER").unwrap();
        assert!(login.belongs(State::Authorization) && !login.belongs(State::Transaction));
    }

    #[test]
    fn arguments_are_counted() {
        let wrong = |word: &str, argument: &str| arguments(find(word).unwrap(), argument).is_some();
        assert!(wrong("RETR", "") && wrong("RETR", "1 2") && !wrong("RETR", "1"));
        assert!(wrong("TOP", "1") && !wrong("TOP", "1 0") && wrong("STAT", "now"));
        assert!(!wrong("PASS", "with two blanks") && wrong("PASS", ""));
        assert!(!wrong("LIST", "") && !wrong("LIST", "1"));
    }
}
