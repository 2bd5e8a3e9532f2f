//! The ladder of a dialogue as a drawing: two lines, time running downwards, an arrow for every row.

use askama::Template;

use crate::dialogue::{Conversation, Note};
use crate::render::ladder;
use crate::render::lesson::ends;
use crate::render::width::fit;

use super::dialogue::RowView;
use super::{Text, Words};

/// Columns of a text between the lines; what is longer is cut, and whole in the rows.
const COLUMNS: usize = 64;
/// Rows that are drawn: so many at the beginning, so many at the end.
const SHOWN: (usize, usize) = (70, 20);
/// A pause as long as this is drawn as one.
const PAUSE: i64 = 1_000_000_000;
/// Points: the height of a row, of a pause, and of what stands above the first row.
const ROW: i64 = 32;
const PAUSE_ROW: i64 = 22;
const HEAD: i64 = 34;

/// A row of the drawing.
struct Rung {
    /// `client`, `server refused` …
    kind: &'static str,
    /// Where its arrow is.
    y: i64,
    number: Option<usize>,
    frames: String,
    time: String,
    text: Text,
    /// The arrow as a path.
    arrow: String,
}

#[derive(Template)]
#[template(path = "ladder.svg", config = "src/render/page/askama.toml", escape = "html")]
struct Ladder {
    id: String,
    /// It stands alone: with its own style and a ground.
    alone: Option<&'static str>,
    lang: &'static str,
    title: Text,
    described: Text,
    height: i64,
    bottom: i64,
    ends: [Text; 2],
    rungs: Vec<Rung>,
    /// Where pauses are, and how long they are.
    pauses: Vec<(i64, String)>,
}

/// The drawing of a conversation, whose rows were made already.
pub(super) fn svg(
    conversation: &Conversation,
    id: &str,
    rows: &[RowView],
    alone: Option<&'static str>,
    words: &mut Words,
) -> String {
    let numbers = flight_numbers(conversation);
    let drawn: Vec<&RowView> =
        rows.iter().filter(|row| !row.frames.is_empty() || row.kind == "missing").collect();
    let (first, last) = SHOWN;
    let left_out = drawn.len().saturating_sub(first + last);
    let mut rungs = Vec::with_capacity(drawn.len().min(first + last));
    let mut pauses = Vec::new();
    let mut y = HEAD;
    let mut before: Option<i64> = None;
    for (index, row) in drawn.iter().enumerate() {
        if left_out > 0 && (first..first + left_out).contains(&index) {
            if index == first {
                y += ROW;
                let text = words.note(&Note::new("report-ladder-more").with("count", left_out));
                rungs.push(Rung { text, arrow: String::new(), ..Rung::empty("event", y) });
            }
            continue;
        }
        let step = row.step.and_then(|step| conversation.steps.get(step));
        let nanos = step.and_then(|step| step.time).map(|time| time.nanos_since(conversation.start));
        if let Some(pause) =
            nanos.zip(before).map(|(now, before)| now - before).filter(|pause| *pause >= PAUSE)
        {
            y += PAUSE_ROW;
            pauses.push((y, format!("+{} s", crate::annotate::seconds(pause, 2))));
        }
        before = nanos.or(before);
        y += ROW;
        let star = if row.encrypted { "* " } else { "" };
        let text = words.sentence(row.said.each_ref().map(|text| fit(&format!("{star}{text}"), COLUMNS)));
        rungs.push(Rung {
            number: row
                .step
                .and_then(|step| numbers.iter().find(|known| known.0 == step))
                .map(|known| known.1),
            frames: row.frames.clone(),
            time: row.time.clone(),
            text,
            arrow: arrow(row.mark, y),
            ..Rung::empty(row.kind, y)
        });
    }
    let ends = [0, 1]
        .map(|side| words.text(|catalog| ends(conversation, catalog).get(side).cloned().unwrap_or_default()));
    let view = Ladder {
        id: id.to_owned(),
        alone,
        lang: words.lang(),
        title: words.word("report-ladder"),
        described: words.note(&Note::new("report-ladder-described").with("rows", drawn.len())),
        height: y + 24,
        bottom: y + 16,
        ends,
        rungs,
        pauses,
    };
    // Writing into a string cannot fail.
    view.render().unwrap_or_default()
}

impl Rung {
    fn empty(kind: &'static str, y: i64) -> Rung {
        Rung {
            kind,
            y,
            number: None,
            frames: String::new(),
            time: String::new(),
            text: Text::default(),
            arrow: String::new(),
        }
    }
}

/// The arrow of a row: from the client's line to the server's, back, both ways, or none.
fn arrow(mark: &str, y: i64) -> String {
    match mark.as_bytes() {
        [b'C', ..] => format!("M108 {y}H592M600 {y}l-9-4v8z"),
        [b'S', ..] => format!("M116 {y}H600M108 {y}l9-4v8z"),
        [b'<', ..] => format!("M116 {y}H592M108 {y}l9-4v8zM600 {y}l-9-4v8z"),
        _ => format!("M108 {y}H600"),
    }
}

/// The flights of a lesson: the step that each begins with, and its number.
fn flight_numbers(conversation: &Conversation) -> Vec<(usize, usize)> {
    if conversation.lessons.is_empty() {
        return Vec::new();
    }
    let place =
        |step: &crate::dialogue::Step| conversation.steps.iter().position(|other| std::ptr::eq(other, step));
    ladder::flights(conversation)
        .iter()
        .filter_map(|flight| match flight.items.first()? {
            ladder::Item::Step(step) => Some((place(step)?, flight.number?)),
            ladder::Item::Others(_) => None,
        })
        .collect()
}
