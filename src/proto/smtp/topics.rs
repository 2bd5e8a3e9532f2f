//! What can be looked up of SMTP: every row of the registries, with the text that explains it in a dialogue.

use crate::dialogue::{Note, Topic, TopicKind};

use super::{registry, verbs};

const SMTP: &str = "SMTP";

pub(super) fn topics() -> Vec<Topic> {
    commands().chain(keywords()).chain(parameters()).chain(replies()).chain(enhanced()).collect()
}

fn commands() -> impl Iterator<Item = Topic> {
    registry::COMMANDS.iter().filter_map(|row| {
        let verb = verbs::find(row.name())?;
        let topic = Topic::new(SMTP, TopicKind::Command, row.name(), Note::new(verb.note));
        let topic = topic.from(row.field(3), row.field(4));
        Some(match row.field(2) {
            "" | "-" => topic,
            tells => topic.alias(format!("{} {tells}", row.name())),
        })
    })
}

fn keywords() -> impl Iterator<Item = Topic> {
    registry::KEYWORDS.iter().map(|row| {
        let said = row.field(3).trim_start_matches("S: 250-");
        let (word, parameters) = said.split_once(' ').unwrap_or((said, ""));
        Topic::new(SMTP, TopicKind::Keyword, row.name(), registry::keyword_note(word, parameters))
            .from(row.field(1), row.field(3))
    })
}

fn parameters() -> impl Iterator<Item = Topic> {
    registry::PARAMETERS.iter().map(|row| {
        let example = row.field(4);
        let said = example.rsplit(' ').next().unwrap_or("");
        let value = said.split_once('=').map(|(_, value)| value);
        let note = match row.name() {
            "SIZE" => {
                let size: u64 = value.and_then(|value| value.parse().ok()).unwrap_or(0);
                Note::new("smtp-declared-size").with("size", size)
            }
            word => registry::parameter_note(word, value),
        };
        Topic::new(SMTP, TopicKind::Parameter, row.name(), note).from(row.field(3), example)
    })
}

fn replies() -> impl Iterator<Item = Topic> {
    let known = registry::CODES.iter().map(|row| {
        let (code, context) = row.name().split_once('-').unwrap_or((row.name(), ""));
        let number: u64 = code.parse().unwrap_or(0);
        let mut note = Note::new(format!("smtp-reply-{}", row.name())).with("code", number);
        if number == 334 {
            note = note.with("what", Note::new("sasl-challenge").with("decoded", "Username:"));
        }
        let mut topic = Topic::new(SMTP, TopicKind::ReplyCode, code, note).from(row.field(1), row.field(2));
        match context {
            "" => topic.parts = digits(number),
            context => topic.context = Some(context),
        }
        topic
    });
    known.chain((2..=5).map(other_replies))
}

/// What a code that nobody defined still says: `5xx`, found by every such code.
fn other_replies(first: u64) -> Topic {
    let name = format!("{first}xx");
    let note = Note::new(format!("smtp-reply-{name}")).with("code", name.as_str());
    let mut topic = Topic::new(SMTP, TopicKind::ReplyCode, name, note).from("RFC 5321 section 4.2.1", "");
    let defined = |code: &String| registry::CODES.iter().any(|row| row.name() == code);
    topic.aliases =
        (first * 100..first * 100 + 100).map(|code| code.to_string()).filter(|it| !defined(it)).collect();
    topic.parts = digits(first * 100).into_iter().take(1).collect();
    topic
}

/// What the first two digits of a code mean by themselves.
fn digits(code: u64) -> Vec<Note> {
    let second = match code / 10 % 10 {
        known @ (0..=3 | 5) => known.to_string(),
        _ => "other".to_owned(),
    };
    vec![
        Note::new(format!("smtp-digit-first-{}", code / 100)),
        Note::new(format!("smtp-digit-second-{second}")),
    ]
}

/// Every detail in its three classes, which a list has as one.
fn enhanced() -> impl Iterator<Item = Topic> {
    registry::ENHANCED.iter().flat_map(|row| ["2", "4", "5"].map(|class| status(row, class)))
}

fn status(row: &'static registry::Row<3>, class: &str) -> Topic {
    let code = format!("{class}.{}", row.name());
    let listed = format!("x.{}", row.name());
    let seen = row.field(2).contains(&format!(" {code} "));
    let note = registry::enhanced_note(&code);
    let mut topic = Topic::new(SMTP, TopicKind::StatusCode, &code, note);
    topic.parts = vec![Note::new(format!("smtp-enhanced-{class}")), registry::subject(&code)];
    topic = topic.from(row.field(1), if seen { row.field(2) } else { "" });
    if seen {
        topic = topic.alias(&listed);
    }
    topic.listed = Some(listed);
    topic
}
