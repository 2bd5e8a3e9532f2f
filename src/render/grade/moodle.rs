//! Moodle's offline grading worksheet, filled in.
//!
//! Shape: Moodle, "Assignment settings: Offline grading worksheet"; what is read back is in
//! `mod/assign/feedback/offline/importgradeslib.php`: `Identifier` (`Participant 123`; the number is the one in the
//! names of the submissions' zip), `Grade` and `Last modified (grade)` have to be there, `Feedback comments` may.
//! A worksheet that was given as the roster comes back with its own columns, in its language, and only those two
//! changed. Without one the sheet is made of what the names in the zip tell.
//!
//! Feedback comments are HTML in Moodle. Grades are written with a point, as Moodle's own worksheet has them.

use crate::dialogue::{MarkState, Student};

use super::csv::line;
use super::{Sheet, points};

/// The columns of a worksheet, with English headings.
const COLUMNS: [&str; 9] = [
    IDENTIFIER,
    "Full name",
    "Email address",
    "Status",
    "Grade",
    "Maximum Grade",
    "Grade can be changed",
    "Last modified (grade)",
    "Feedback comments",
];
/// The column that names a participant.
const IDENTIFIER: &str = "Identifier";

/// Headings of the grade and of the comments in Moodle's language packs (en, zh_cn, zh_tw, ja).
const GRADE: [&str; 5] = ["Grade", "成绩", "分数", "成績", "評点"];
const COMMENTS: [&str; 5] =
    ["Feedback comments", "反馈评论", "反馈意见", "回饋評論", "フィードバックコメント"];

impl Sheet<'_> {
    /// The worksheet.
    pub fn moodle(self) -> String {
        let own = !self.marks.columns.is_empty()
            && self.marks.columns.iter().any(|column| GRADE.contains(&column.as_str()));
        let columns: Vec<String> =
            if own { self.marks.columns.clone() } else { COLUMNS.map(str::to_owned).into() };
        // Moodle takes a mark of UTF-8 in front, and spreadsheets need it for names that are not ASCII.
        let mut out = String::from("\u{feff}");
        out.push_str(&line(&columns));
        for student in &self.marks.students {
            // Whom Moodle does not know it would not take.
            if own && !student.row.contains_key("moodle_id") {
                continue;
            }
            let cells: Vec<String> = columns.iter().map(|column| self.cell(student, column, own)).collect();
            out.push_str(&line(&cells));
        }
        out
    }

    fn cell(self, student: &Student, column: &str, own: bool) -> String {
        let told = |name: &str| student.row.get(name).cloned().unwrap_or_default();
        match column {
            grade if GRADE.contains(&grade) => points(student.total),
            comments if COMMENTS.contains(&comments) => self.comments(student),
            other if own => told(other),
            IDENTIFIER => match student.row.get("moodle_id") {
                Some(number) => format!("Participant {number}"),
                None => student.id.clone(),
            },
            "Full name" => told("name"),
            "Email address" => told("email"),
            "Maximum Grade" => points(self.marks.points()),
            "Grade can be changed" => "Yes".to_owned(),
            // Empty is "never": Moodle leaves out a grade that was changed there since.
            _ => String::new(),
        }
    }

    /// The comments as HTML, in the student's language.
    fn comments(self, student: &Student) -> String {
        let sheet = self.of(student);
        let mut lines = Vec::new();
        if student.files.is_empty() {
            lines.push(sheet.word("marks-nothing"));
        }
        for (name, problems) in sheet.files(student) {
            lines.extend(problems.into_iter().map(|problem| format!("{name}: {problem}")));
        }
        for (item, score) in sheet.scores(student).filter(|(item, _)| !item.hidden) {
            lines.push(sheet.item(&sheet.title(item), item.points, score));
            if score.state != MarkState::Passed {
                lines.extend(sheet.told_of(student, score));
            }
        }
        if let Some((reached, of)) = sheet.hidden(student) {
            lines.push(format!("{} {}/{}", sheet.word("marks-hidden"), points(reached), points(of)));
        }
        lines.extend(student.warnings.iter().map(|warning| sheet.note(&warning.note)));
        lines.iter().map(|line| html(line)).collect::<Vec<_>>().join("<br>")
    }
}

fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
