//! A dialogue: its rows, what was found in it, and what came of it.

use askama::Template;

use crate::dialogue::{Conversation, Frames, Note, Step};
use crate::render::around::conversation_head;
use crate::render::dialogue::rows;
use crate::render::mails::Mail;
use crate::render::rows::{Row, Rows, Tone};

use super::findings::{Remark, filter};
use super::lesson::LessonView;
use super::mails::MailView;
use super::{Dialogue, Explained, Look, Text, Words, ladder, states};

/// A row of a dialogue.
pub(super) struct RowView {
    /// Its anchor; empty for what goes on below another row.
    pub(super) id: String,
    /// `client`, `server`, `event` …
    pub(super) kind: &'static str,
    pub(super) frames: String,
    pub(super) filter: String,
    pub(super) time: String,
    pub(super) mark: &'static str,
    pub(super) encrypted: bool,
    pub(super) text: Text,
    /// The text in every language.
    pub(super) said: [String; 3],
    pub(super) note: Text,
    /// Places of the explanations.
    pub(super) why: Vec<usize>,
    /// What goes on below it and is folded, and how many rows that are.
    pub(super) folded: Vec<RowView>,
    pub(super) folded_word: Text,
    /// The first of its steps.
    pub(super) step: Option<usize>,
}

/// Lines of one reply that are shown at once; the others are folded.
const LINES: usize = 40;

#[derive(Template)]
#[template(path = "dialogue.html", config = "src/render/page/askama.toml")]
struct DialogueView<'a> {
    id: &'a str,
    filter: String,
    recognised: Option<Text>,
    rows: Vec<RowView>,
    ladder: String,
    states: Vec<(String, String)>,
    lesson: Option<LessonView>,
    bytes_left_out: Option<Text>,
    /// The lesson is what the conversation is about.
    open_lesson: bool,
    mails: Vec<MailView>,
    remarks: &'a [Remark],
    summary: Text,
    words: UiWords,
}

/// The page's own words in a dialogue.
struct UiWords {
    why: Text,
    copy: Text,
    ladder: Text,
    states: Text,
    mails: Text,
    lesson: Text,
    shown: Text,
    checks: Text,
    schedule: Text,
    bytes: Text,
    bytes_how: Text,
    bytes_link: Text,
}

impl UiWords {
    fn new(words: &mut Words) -> UiWords {
        let mut word = |key| words.word(key);
        UiWords {
            why: word("report-why"),
            copy: word("report-copy"),
            ladder: word("report-ladder"),
            states: word("report-states"),
            mails: word("report-mails"),
            lesson: word("report-lesson"),
            shown: word("report-shown"),
            checks: word("report-checks"),
            schedule: word("lesson-schedule"),
            bytes: word("report-bytes"),
            bytes_how: word("report-bytes-how"),
            bytes_link: word("report-bytes-link"),
        }
    }
}

/// What stands beside the steps of a conversation.
pub(super) struct Beside<'a> {
    pub(super) remarks: &'a [Remark],
    pub(super) mails: &'a [Mail<'a>],
    /// Bytes of HTML that may still be spent on messages byte by byte.
    pub(super) room: &'a mut usize,
}

/// The dialogue of a conversation as HTML.
pub(super) fn html(
    conversation: &Conversation,
    id: &str,
    beside: Beside<'_>,
    look: Look,
    words: &mut Words,
    explained: &mut Explained,
) -> Dialogue {
    let recognised = (!conversation.recognised_notes.is_empty()).then(|| {
        words.text(|catalog| {
            let how = catalog.join(&conversation.recognised_notes);
            catalog.text(&Note::new("page-recognised").with("how", how))
        })
    });
    let rows = row_views(conversation, id, look, words, explained);
    let lesson = LessonView::new(conversation, beside.room, words, explained);
    let left_out = lesson.as_ref().map_or(0, |lesson| lesson.left_out);
    let view = DialogueView {
        id,
        filter: filter(Some(conversation.stream), &Frames::default()),
        recognised,
        ladder: ladder::svg(conversation, id, &rows, None, words),
        states: states::drawings(conversation, id, words),
        rows,
        lesson,
        bytes_left_out: (left_out > 0)
            .then(|| words.note(&Note::new("report-bytes-left-out").with("count", left_out))),
        open_lesson: conversation.messages.is_empty(),
        mails: beside.mails.iter().map(|mail| MailView::new(*mail, look, words)).collect(),
        remarks: beside.remarks,
        summary: words.text(|catalog| {
            catalog.text(&Note::new("page-summary").with("summary", catalog.list(&conversation.summary)))
        }),
        words: UiWords::new(words),
    };
    let head = words.text(|catalog| conversation_head(conversation, catalog));
    let head = format!("<summary id=\"{id}\"><h4{}>{head}</h4></summary>", head.at());
    // Writing into a string cannot fail.
    Dialogue { head, body: view.render().unwrap_or_default() }
}

/// The rows of a conversation.
pub(super) fn row_views(
    conversation: &Conversation,
    id: &str,
    look: Look,
    words: &mut Words,
    explained: &mut Explained,
) -> Vec<RowView> {
    let [zh, en, ja] = words.each(|catalog| rows(conversation, catalog, look, true));
    let mut views: Vec<RowView> = Vec::with_capacity(zh.rows.len());
    let mut before: &[Step] = &[];
    for ((one, two), three) in zh.rows.iter().zip(&en.rows).zip(&ja.rows) {
        let texts = |part: fn(&Row) -> super::super::rows::Span| {
            [(&zh, one), (&en, two), (&ja, three)]
                .map(|(rows, row): (&Rows, &Row)| rows.get(part(row)).to_owned())
        };
        let steps = conversation.steps.get(one.steps.clone()).unwrap_or_default();
        let first = steps.first();
        let mut frames = Frames::default();
        steps.iter().for_each(|step| frames.extend(&step.frames));
        if first.is_some() {
            before = steps;
        }
        let view = RowView {
            id: first.map_or_else(String::new, |_| format!("{id}-{}", one.steps.start)),
            kind: kind(one, before),
            frames: zh.get(one.frames).to_owned(),
            filter: if frames.is_empty() {
                String::new()
            } else {
                filter(Some(conversation.stream), &frames)
            },
            time: zh.get(one.time).to_owned(),
            mark: one.mark,
            encrypted: one.encrypted,
            text: words.sentence(texts(|row| row.text)),
            said: texts(|row| row.text),
            step: first.map(|_| one.steps.start),
            note: words.sentence(texts(|row| row.note)),
            why: explanations(steps, one.line, before, words, explained),
            folded: Vec::new(),
            folded_word: Text::default(),
        };
        match views.last_mut() {
            Some(last) if one.line.is_some_and(|line| line >= LINES) => last.folded.push(view),
            _ => views.push(view),
        }
    }
    for view in views.iter_mut().filter(|view| !view.folded.is_empty()) {
        view.folded_word = words.note(&Note::new("report-rows-more").with("count", view.folded.len()));
    }
    views
}

/// The class of a row, by its mark.
fn kind(row: &Row, steps: &[Step]) -> &'static str {
    match (row.mark.as_bytes(), row.tone) {
        (_, Tone::Refusal) => "server refused",
        (_, Tone::Caution) => "server caution",
        ([b'C', b'?', ..] | [b'S', b'?', ..], _) => "missing",
        ([b'C', ..], _) => "client",
        ([b'S', ..], _) => "server",
        ([b'-', ..], _) => "event",
        ([b' ', ..], Tone::Dim) => "more dim",
        ([b' ', ..], _) if steps.first().is_some_and(|step| !step.below.is_empty()) => "more mail",
        ([b' ', ..], _) => "more",
        _ => "both",
    }
}

/// What stands behind the notes of a row: those of its steps, or of the line that it shows.
fn explanations(
    steps: &[Step],
    line: Option<usize>,
    before: &[Step],
    words: &mut Words,
    explained: &mut Explained,
) -> Vec<usize> {
    let of_line = before.first().and_then(|step| step.line_notes.get(line?)).and_then(Option::as_ref);
    let of_steps = steps.iter().flat_map(|step| step.notes.iter().chain(&step.more));
    let mut places: Vec<usize> = Vec::new();
    for note in of_line.into_iter().chain(of_steps) {
        let place = explained.of(note, words).filter(|place| !places.contains(place));
        places.extend(place);
    }
    places
}
