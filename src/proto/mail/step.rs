//! The row of a message, and what is worth saying about its content.

use crate::dialogue::{
    Arg, Fault, Finding, Flaw, Mark, Message, MessageSource, Note, Part, Severity, Shelf, Side, Step,
};

/// The row of a message: its size and types, `From`, `To` and `Subject` below, and what they are.
///
/// The caller adds what only it knows: [`Message::whole`] before, where it was announced, and the notes `mail-note-size-as-declared` or
/// `mail-note-size-differs` behind; and to `wireshark` its own lines (`DATA fragment, 1228 bytes`), before this one.
pub fn step(message: &Message, protocol: &'static str, kind: &'static str, side: Side) -> Step {
    let mut step = Step::new(protocol, kind, Some(side), Mark::Described);
    step.frames = message.frames.clone();
    step.time = message.time;
    step.until = message.until;
    step.label = Some(Arg::from(label(message)));
    step.below = below(message);
    step.notes = notes(message).into();
    step.wireshark = wireshark(message).map(|line| vec![line]);
    step
}

/// `(text/plain) (text/html)`: the types of the leaves, where the message says what it is. A message without a
/// Content-Type has none in Wireshark's Info column either.
fn types(message: &Message) -> String {
    if !message.typed {
        return String::new();
    }
    let mut types = String::new();
    for kind in message.leaf_types() {
        // A multipart whose parts were not seen is no leaf.
        if kind.starts_with("multipart/") {
            continue;
        }
        if !types.is_empty() {
            types.push(' ');
        }
        types.push('(');
        types.push_str(kind);
        types.push(')');
    }
    types
}

fn label(message: &Message) -> Note {
    let types = match types(message) {
        types if types.is_empty() => types,
        types => format!(" {types}"),
    };
    if message.complete {
        return Note::new("mail-label").with("size", message.size).with("types", types);
    }
    // The text tells an unknown whole (0) from a known one.
    let whole = message.whole.filter(|&whole| whole >= message.size).unwrap_or(0);
    Note::new("mail-label-partial").with("size", message.size).with("whole", whole).with("types", types)
}

fn below(message: &Message) -> Vec<String> {
    let to = (!message.to.is_empty()).then(|| message.to.join(", "));
    [("From:", message.from.as_ref()), ("To:", to.as_ref()), ("Subject:", message.subject.as_ref())]
        .into_iter()
        .filter_map(|(name, value)| Some(format!("{name} {}", value?).trim_end().to_owned()))
        .collect()
}

fn notes(message: &Message) -> Vec<Note> {
    let mut notes = Vec::new();
    if !message.complete {
        notes.push(Note::new("mail-note-incomplete").with("missing", message.missing));
    } else if message.source == MessageSource::Pop3Top {
        notes.push(Note::new("mail-note-top"));
    } else {
        notes.push(Note::new("mail-note-content"));
    }
    if !message.header_complete && !message.complete {
        notes.push(Note::new(match message.from.is_some() || message.subject.is_some() {
            true => "mail-note-header-partial",
            false => "mail-note-header-missing",
        }));
    }
    if message.stuffed_lines > 0 {
        notes.push(Note::new("mail-note-stuffed").with("lines", message.stuffed_lines));
    }
    if message.encoded_words {
        notes.push(Note::new("mail-note-encoded-words"));
    }
    if message.raw_utf8 {
        notes.push(Note::new("mail-note-raw-utf8"));
    }
    if let Some(charset) = message.guessed_charset {
        notes.push(Note::new("mail-note-guessed").with("charset", charset));
    }
    match attachments(&message.parts) {
        0 => {}
        count => notes.push(Note::new("mail-note-attachments").with("count", count)),
    }
    notes
}

/// Parts with a file name.
fn attachments(parts: &[Part]) -> usize {
    parts.iter().map(|part| usize::from(part.filename.is_some()) + attachments(&part.parts)).sum()
}

/// What Wireshark 4 writes in its Info column for the message, apart from blanks: `from: .., subject: .., (text/plain)`,
/// encoded words as they are; `None` where it saw none of it.
fn wireshark(message: &Message) -> Option<String> {
    let written = &message.written;
    let fields = [("from: ", &written.from), ("subject: ", &written.subject)];
    let mut words: Vec<String> =
        fields.iter().filter_map(|(name, value)| Some(format!("{name}{}", value.as_ref()?))).collect();
    match types(message) {
        types if types.is_empty() => {}
        types => words.push(types),
    }
    (!words.is_empty()).then(|| words.join(", "))
}

/// What is wrong with the content, and what was left out because of a bound.
pub fn findings(message: &Message) -> Vec<Finding> {
    message.flaws.iter().map(|&flaw| finding(flaw).at(message.frames.clone())).collect()
}

fn finding(flaw: Flaw) -> Finding {
    use Fault::{Sender, Wiretale};
    use Severity::{Note, Warning};
    match flaw {
        Flaw::HeaderTooLong => {
            Finding::new("mail.header-too-long", Warning, Wiretale).with("limit", super::scan::MAX_HEADER)
        }
        Flaw::TooDeep => {
            Finding::new("mail.too-deep", Warning, Wiretale).with("limit", super::scan::MAX_DEPTH)
        }
        Flaw::TooManyParts => {
            Finding::new("mail.too-many-parts", Warning, Wiretale).with("limit", super::scan::MAX_PARTS)
        }
        Flaw::NoBoundary => Finding::new("mail.no-boundary", Warning, Sender),
        Flaw::Unclosed => Finding::new("mail.unclosed", Note, Sender),
        Flaw::BadBase64 => Finding::new("mail.bad-base64", Warning, Sender),
        Flaw::BadQuotedPrintable => Finding::new("mail.bad-quoted-printable", Note, Sender),
        Flaw::BadUuencode => Finding::new("mail.bad-uuencode", Note, Sender),
        Flaw::FieldsMissing(fields) => {
            Finding::new("mail.field-missing", Note, Sender).with("fields", fields.names())
        }
        Flaw::FieldsRepeated(fields) => {
            Finding::new("mail.field-repeated", Warning, Sender).with("fields", fields.names())
        }
        Flaw::BadDate => Finding::new("mail.bad-date", Note, Sender),
        Flaw::BadHeaderLine => Finding::new("mail.bad-header-line", Note, Sender),
        Flaw::NameShortened => {
            Finding::new("mail.name-shortened", Note, Wiretale).with("limit", super::header::MAX_NAME)
        }
        Flaw::NoEmptyLine => Finding::new("mail.no-empty-line", Note, Sender),
        Flaw::TooLargeToKeep => Finding::new("mail.too-large", Warning, Wiretale).with("limit", Shelf::SIZE),
    }
}
