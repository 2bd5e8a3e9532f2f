//! What can be looked up of POP3: its commands and capabilities, with the text that explains each in a dialogue.

use crate::dialogue::{Note, Topic, TopicKind};
use crate::proto::sasl;

use super::verbs;

const POP3: &str = "POP3";

pub(super) fn topics() -> Vec<Topic> {
    commands().chain(capabilities()).chain(replies()).chain(response_codes()).collect()
}

fn commands() -> impl Iterator<Item = Topic> {
    verbs::all().iter().map(|verb| {
        let argument = verb.example.split_once(' ').map(|(_, argument)| argument);
        let note = Note::new(verb.note)
            .with("argument", if argument.is_some() { "yes" } else { "no" })
            .with("number", argument.and_then(|argument| argument.split(' ').next()).unwrap_or(""))
            .with("masked", sasl::masked_remark(false));
        Topic::new(POP3, TopicKind::Command, verb.word, note)
            .from(verb.source, format!("C: {}", verb.example))
    })
}

fn capabilities() -> impl Iterator<Item = Topic> {
    verbs::capabilities().map(|(name, source, example)| {
        Topic::new(POP3, TopicKind::Keyword, name, Note::new(verbs::capability_note(name)))
            .from(source, example)
    })
}

fn replies() -> impl Iterator<Item = Topic> {
    let row = |name: &str, key: &'static str, example: &'static str| {
        Topic::new(POP3, TopicKind::ReplyCode, name, Note::new(key)).from("RFC 1939 section 3", example)
    };
    [
        row("+OK", "pop3-ok", "S: +OK 2 messages (320 octets)"),
        row("-ERR", "pop3-err", "S: -ERR no such message"),
    ]
    .into_iter()
}

fn response_codes() -> impl Iterator<Item = Topic> {
    verbs::response_codes().map(|[name, _, source, example]| {
        Topic::new(POP3, TopicKind::StatusCode, format!("[{name}]"), verbs::response_code_note(name))
            .from(source, example)
            .alias(name)
    })
}
