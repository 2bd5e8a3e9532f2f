//! The class on the terminal: a row per student, a column per item, and in a few words why.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width};

use crate::annotate::Lang;
use crate::dialogue::{Alike, MarkState, Note, Score, Student, harmless};

use super::super::dialogue::Look;
use super::super::width::{fit, width};
use super::{Sheet, points};

/// Blanks between columns.
const GUTTER: usize = 2;
/// Columns of a number: `12.50`. Tables of several classes look alike.
const NUMBER: usize = 5;
/// Students who are named as having the same frames.
const MAX_ALIKE: usize = 8;
/// Columns of a remark, at the least.
const MIN_REMARK: usize = 24;

impl Sheet<'_> {
    /// The table of the class with its legend and what is to be known of several students.
    pub fn table(self, look: Look) -> String {
        let marks = self.marks;
        let mut heads = vec![self.word("marks-student")];
        heads.extend(marks.items.iter().map(|item| harmless(&item.id).into_owned()));
        heads.extend([self.word("marks-total"), self.word("marks-remark")]);
        let mut worth = vec![String::new()];
        worth.extend(marks.items.iter().map(|item| format!("/{}", points(item.points))));
        worth.extend([format!("/{}", points(marks.points())), String::new()]);
        let mut rows = vec![heads, worth];
        for student in &marks.students {
            let mut row = vec![harmless(&student.id).into_owned()];
            row.extend(student.scores.iter().map(cell));
            row.extend([points(student.total), String::new()]);
            rows.push(row);
        }
        if marks.students.len() > 1 {
            rows.push(self.mean());
        }
        let columns = marks.items.len() + 3;
        let before: usize = (0..columns - 1).map(|column| widest(&rows, column) + GUTTER).sum();
        let room = look.width.saturating_sub(before).max(MIN_REMARK);
        for (row, student) in rows.iter_mut().skip(2).zip(&marks.students) {
            if let Some(remark) = row.last_mut() {
                *remark = self.remark(student, room, look.width_unknown);
            }
        }
        let mut out = laid_out(rows, look);
        out.push_str(&self.legend(look));
        for alike in &marks.alike {
            out.push_str(&self.alike(alike));
            out.push('\n');
        }
        out
    }

    /// The means of the columns, with two decimals so that they are seen to be means.
    fn mean(self) -> Vec<String> {
        let students = &self.marks.students;
        let mean = |of: &dyn Fn(&Student) -> f64| {
            format!("{:.2}", students.iter().map(of).sum::<f64>() / students.len().max(1) as f64)
        };
        let mut row = vec![self.word("marks-mean")];
        row.extend((0..self.marks.items.len()).map(|index| {
            mean(&|student: &Student| student.scores.get(index).map_or(0.0, |score| score.points))
        }));
        row.extend([mean(&|student: &Student| student.total), String::new()]);
        row
    }

    /// Why points are missing, as far as it fits: the first reason, then whole ones. Items with the same reason share
    /// it. All of it is in the student's own view.
    pub(super) fn remark(self, student: &Student, room: usize, unknown: bool) -> String {
        let mut reasons: Vec<(Vec<&str>, String)> = Vec::new();
        for (item, score) in self.scores(student) {
            // The first is enough for a table: the others mostly follow from it.
            let mut remarks = score.checks.iter().filter_map(|check| check.remark.as_ref());
            let said = remarks.find_map(|remark| Some(self.say(remark)).filter(|said| !said.is_empty()));
            let Some(said) = said.filter(|_| score.state != MarkState::Skipped) else { continue };
            match reasons.iter_mut().find(|(_, reason)| *reason == said) {
                Some((items, _)) => items.push(&item.id),
                None => reasons.push((vec![&item.id], said)),
            }
        }
        let (joint, colon) = match self.catalog.lang() {
            Lang::En => ("; ", ": "),
            _ => ("\u{ff1b}", "\u{ff1a}"),
        };
        let mut texts = Vec::new();
        if student.stranger {
            texts.push(self.word("marks-stranger"));
        }
        if student.files.is_empty() {
            texts.push(self.word("marks-nothing"));
        }
        if student.files.iter().any(|file| file.frames.is_none() && !file.problems.is_empty()) {
            texts.extend(self.unusable(student));
        }
        let ids =
            |items: Vec<&str>| items.iter().map(|id| harmless(id)).collect::<Vec<_>>().join(self.comma());
        texts.extend(reasons.into_iter().map(|(items, reason)| format!("{}{colon}{reason}", ids(items))));
        let mut remark = String::new();
        for text in texts {
            if remark.is_empty() {
                remark = if unknown { text } else { fit(&text, room) };
                continue;
            }
            // Not to be skipped for a shorter one: the first reasons are the ones that matter.
            if width(&remark) + width(joint) + width(&text) > room {
                break;
            }
            remark.push_str(joint);
            remark.push_str(&text);
        }
        remark
    }

    /// Of a student of whose files none is a capture: that.
    fn unusable(self, student: &Student) -> Option<String> {
        let none = student.files.iter().all(|file| file.frames.is_none());
        none.then(|| self.word("marks-no-capture"))
    }

    fn comma(self) -> &'static str {
        match self.catalog.lang() {
            Lang::En => ", ",
            _ => "\u{3001}",
        }
    }

    /// What `0`, `?` and `-` mean, as far as they stand in the table.
    fn legend(self, look: Look) -> String {
        let scores = || self.marks.students.iter().flat_map(|student| &student.scores);
        let has = |state: MarkState| scores().any(|score| score.state == state);
        let mut parts = Vec::new();
        if has(MarkState::Failed) {
            parts.push(self.word("marks-legend-failed"));
        }
        if has(MarkState::Undecided) {
            parts.push(self.word("marks-legend-undecided"));
        }
        if has(MarkState::Skipped) {
            let mut missing: Vec<&str> = Vec::new();
            for id in scores().flat_map(|score| &score.missing) {
                if !missing.contains(&id.as_str()) {
                    missing.push(id);
                }
            }
            let items = missing.iter().map(|id| harmless(id)).collect::<Vec<_>>().join(self.comma());
            parts.push(self.note(&Note::new("marks-legend-skipped").with("items", items)));
        }
        if self.marks.pass.is_some() {
            let below =
                self.marks.students.iter().filter(|student| self.marks.passes(student) == Some(false));
            let note = Note::new("marks-legend-pass")
                .with("pass", points(self.marks.pass.unwrap_or(0.0)))
                .with("below", below.count())
                .with("all", self.marks.students.len());
            parts.push(self.note(&note));
        }
        let mut out = String::new();
        let mut column = 0;
        for part in parts {
            let fits = look.width_unknown || column + 3 + width(&part) <= look.width;
            if column > 0 {
                out.push_str(if fits { "   " } else { "\n" });
            }
            column = width(&part) + if fits && column > 0 { column + 3 } else { 0 };
            out.push_str(&part);
        }
        if !out.is_empty() {
            out.push('\n');
        }
        out
    }

    /// `note: s01 and s04 hold the same 598 frames (https-webmail-tls12.pcapng)`.
    pub(super) fn alike(self, alike: &Alike) -> String {
        let mut names: Vec<String> = Vec::new();
        let ids = alike.files.iter().filter_map(|(index, file)| {
            let student = self.marks.students.get(*index)?;
            let name = student.files.get(*file).map_or("", |file| file.name.as_str());
            let name = name.rsplit('/').next().unwrap_or(name);
            let name = harmless(name).into_owned();
            if !names.contains(&name) {
                names.push(name);
            }
            Some(harmless(&student.id).into_owned())
        });
        let ids: Vec<String> = ids.collect();
        let ids = match ids.split_at_checked(MAX_ALIKE) {
            Some((first, more)) if more.len() > 1 => {
                let note = Note::new("marks-and-more").with("names", first.join(self.comma()));
                self.note(&note.with("count", more.len()))
            }
            _ => joined(&ids, self.comma(), &self.word("marks-and")),
        };
        let note = Note::new("marks-alike")
            .with("students", ids)
            .with("frames", alike.frames)
            .with("names", names.join(self.comma()));
        self.note(&note)
    }
}

/// `a, b and c`.
fn joined(all: &[String], comma: &str, and: &str) -> String {
    match all {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{}{and}{last}", first.join(comma)),
    }
}

fn cell(score: &Score) -> String {
    match score.state {
        MarkState::Skipped => "-".to_owned(),
        MarkState::Undecided if score.points == 0.0 => "?".to_owned(),
        _ => points(score.points),
    }
}

/// Columns that a column takes.
fn widest(rows: &[Vec<String>], column: usize) -> usize {
    let cells = rows.iter().filter_map(|row| row.get(column));
    cells.map(|cell| width(cell)).max().unwrap_or(0).max(if column == 0 { 0 } else { NUMBER })
}

/// The numbers to the right, the student and the remark to the left.
fn laid_out(rows: Vec<Vec<String>>, look: Look) -> String {
    let mut table = Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    table.set_content_arrangement(ContentArrangement::Disabled);
    let columns = rows.first().map_or(0, Vec::len);
    let widths: Vec<usize> = (0..columns).map(|column| widest(&rows, column)).collect();
    for row in rows {
        table.add_row(row);
    }
    for (index, column) in table.column_iter_mut().enumerate() {
        let last = index + 1 == columns;
        column.set_padding((0, if last { 0 } else { GUTTER as u16 }));
        if index > 0 && !last {
            column.set_cell_alignment(CellAlignment::Right);
        }
        let wide = u16::try_from(widths.get(index).copied().unwrap_or(0) + GUTTER).unwrap_or(u16::MAX);
        if !last {
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(wide)));
        }
    }
    let mut out = String::new();
    for (index, line) in table.lines().enumerate() {
        let line = line.trim_end();
        out.push_str(&if index < 2 { look.paint.dim(line) } else { line.into() });
        out.push('\n');
    }
    out
}
