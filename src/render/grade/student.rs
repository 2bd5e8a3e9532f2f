//! One student on the terminal: every item with what was expected, what was found, and what to do.

use crate::annotate::Lang;
use crate::dialogue::{Checked, MarkState, Note, Score, Student, harmless};

use super::super::color::Paint;
use super::super::dialogue::Look;
use super::super::width::{width, wrap};
use super::{Sheet, points};

/// Blanks between columns.
const GUTTER: usize = 2;
/// Columns of what is told, at the least.
const MIN_ROOM: usize = 24;

/// A row: what stands in the first three columns, and what is told.
struct Row {
    id: String,
    points: String,
    state: Option<MarkState>,
    told: Vec<String>,
}

impl Sheet<'_> {
    /// A student's marks in full.
    pub fn student(self, student: &Student, look: Look) -> String {
        let mut out = self.head(student, look);
        let mut rows: Vec<Row> = Vec::new();
        for (item, score) in self.scores(student) {
            self.rows(student, &item.id, item.points, score, look, &mut rows);
        }
        let state = |row: &Row| row.state.map(|state| self.state(state)).unwrap_or_default();
        let widest = |of: &dyn Fn(&Row) -> usize| rows.iter().map(of).max().unwrap_or(0);
        let (ids, numbers) = (widest(&|row| width(&row.id)), widest(&|row| width(&row.points)));
        let states = widest(&|row| width(&state(row)));
        let before = ids + numbers + states + 3 * GUTTER;
        let room = look.width.saturating_sub(before).max(MIN_ROOM);
        for row in &rows {
            let told = self.merged(&row.told, room);
            let mut lines = told
                .iter()
                .flat_map(|text| if look.width_unknown { vec![text.clone()] } else { wrap(text, room) });
            out.push_str(&row.id);
            blanks(&mut out, ids - width(&row.id) + GUTTER + numbers - width(&row.points));
            out.push_str(&row.points);
            blanks(&mut out, GUTTER);
            let word = state(row);
            out.push_str(&painted(look.paint, row.state, &word));
            blanks(&mut out, states - width(&word) + GUTTER);
            out.push_str(&lines.next().unwrap_or_default());
            out.truncate(out.trim_end_matches(' ').len());
            out.push('\n');
            for line in lines {
                blanks(&mut out, before);
                out.push_str(&line);
                out.push('\n');
            }
        }
        for warning in &student.warnings {
            let mut text = self.note(&warning.note);
            let places = self.places(student, &warning.evidence);
            if !places.is_empty() {
                text = self.note(&Note::new("marks-found").with("what", text).with("places", places));
            }
            let lines = if look.width_unknown {
                vec![text]
            } else {
                wrap(&text, look.width.saturating_sub(3).max(MIN_ROOM))
            };
            for (index, line) in lines.iter().enumerate() {
                out.push_str(&if index == 0 { look.paint.alarm("!!") } else { "  ".into() });
                out.push(' ');
                out.push_str(line);
                out.push('\n');
            }
        }
        out
    }

    /// `s03  40 / 100 points    [1] a.pcapng  [2] b.pcapng`, and below it what is wrong with the files.
    fn head(self, student: &Student, look: Look) -> String {
        let total = Note::new("marks-total-of")
            .with("points", points(student.total))
            .with("of", points(self.marks.points()));
        let mut head = harmless(&student.id).into_owned();
        if let Some(name) = student.row.get("name").filter(|name| !name.is_empty() && **name != student.id) {
            head.push_str("  ");
            head.push_str(&harmless(name));
        }
        head.push_str("  ");
        head.push_str(&self.note(&total));
        let mut column = width(&head);
        let mut out = look.paint.head(&head).into_owned();
        let mut problems = Vec::new();
        for (index, file) in student.files.iter().enumerate() {
            let name = format!("[{}] {}", index + 1, harmless(&file.name));
            let gap = if index == 0 { 4 } else { GUTTER };
            if !look.width_unknown && column + gap + width(&name) > look.width && index > 0 {
                out.push_str("\n    ");
                column = 4;
            } else {
                blanks(&mut out, gap);
                column += gap;
            }
            column += width(&name);
            out.push_str(&name);
            problems.extend(file.problems.iter().map(|problem| (index + 1, self.note(problem))));
        }
        if student.files.is_empty() {
            out.push_str("    ");
            out.push_str(&self.word("marks-nothing"));
        }
        out.push('\n');
        for (number, problem) in problems {
            let text = format!("[{number}] {problem}");
            let lines = if look.width_unknown {
                vec![text]
            } else {
                wrap(&text, look.width.saturating_sub(4).max(MIN_ROOM))
            };
            for line in lines {
                out.push_str("    ");
                out.push_str(&line);
                out.push('\n');
            }
        }
        out
    }

    /// The rows of an item: one, and of several checks one below it for each.
    fn rows(self, student: &Student, id: &str, of: f64, score: &Score, look: Look, rows: &mut Vec<Row>) {
        let told = |check: &Checked| match check.state {
            // What was reached needs no more than where it is.
            MarkState::Passed if look.verbose == 0 => vec![self.found(student, check)],
            _ => self.told(student, score, check),
        };
        let skipped = score.state == MarkState::Skipped;
        let first = match score.checks.as_slice() {
            _ if skipped => vec![self.missing(score)],
            [one] => told(one),
            _ => Vec::new(),
        };
        rows.push(Row {
            id: harmless(id).into_owned(),
            points: format!("{}/{}", points(score.points), points(of)),
            state: Some(score.state),
            told: first,
        });
        if skipped || score.checks.len() < 2 {
            return;
        }
        rows.extend(score.checks.iter().map(|check| Row {
            id: format!("  {}", harmless(&check.id)),
            points: format!("{}/{}", points(check.points), points(check.of)),
            state: Some(check.state),
            told: told(check),
        }));
    }

    /// Expected and found share a line where both fit.
    fn merged(self, told: &[String], room: usize) -> Vec<String> {
        let joint = match self.catalog.lang() {
            Lang::En => "; ",
            _ => "\u{ff1b}",
        };
        match told {
            [expected, found, rest @ ..] if width(expected) + width(joint) + width(found) <= room => {
                [format!("{expected}{joint}{found}")].into_iter().chain(rest.iter().cloned()).collect()
            }
            _ => told.to_vec(),
        }
    }
}

fn painted(paint: Paint, state: Option<MarkState>, word: &str) -> std::borrow::Cow<'_, str> {
    match state {
        Some(MarkState::Passed) => paint.safe(word),
        Some(MarkState::Failed) => paint.refusal(word),
        Some(MarkState::Partial | MarkState::Undecided) => paint.caution(word),
        Some(MarkState::Skipped) | None => paint.dim(word),
    }
}

fn blanks(out: &mut String, count: usize) {
    out.extend(std::iter::repeat_n(' ', count));
}
