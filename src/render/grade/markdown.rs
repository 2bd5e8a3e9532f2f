//! The class as Markdown (CommonMark with GitHub's tables), for a page or an issue: the teacher's, hidden items too.

use crate::dialogue::{MarkState, Student, harmless};

use super::{Sheet, points};

impl Sheet<'_> {
    /// The table, and below it each student who did not reach everything.
    pub fn markdown(self) -> String {
        let marks = self.marks;
        let mut out = format!("# {}\n\n", escaped(&self.words(&marks.title)));
        let mut heads = vec![self.word("marks-student"), self.word("marks-name")];
        heads.extend(marks.items.iter().map(|item| format!("{} /{}", item.id, points(item.points))));
        heads.push(format!("{} /{}", self.word("marks-total"), points(marks.points())));
        row(&mut out, &heads);
        let rules: Vec<&str> =
            (0..heads.len()).map(|column| if column < 2 { "---" } else { "--:" }).collect();
        out.push_str(&format!("| {} |\n", rules.join(" | ")));
        for student in &marks.students {
            let name = student.row.get("name").cloned().unwrap_or_default();
            let mut cells = vec![student.id.clone(), name];
            cells.extend(student.scores.iter().map(|score| match score.state {
                MarkState::Skipped => "-".to_owned(),
                MarkState::Undecided if score.points == 0.0 => "?".to_owned(),
                _ => points(score.points),
            }));
            cells.push(points(student.total));
            row(&mut out, &cells);
        }
        for alike in &marks.alike {
            out.push_str(&format!("\n{}\n", escaped(&self.alike(alike))));
        }
        for student in &marks.students {
            if student.scores.iter().any(|score| score.state != MarkState::Passed)
                || marks.students.len() == 1
            {
                out.push_str(&self.section(student));
            }
        }
        out
    }

    fn section(self, student: &Student) -> String {
        let mut out = format!(
            "\n## {}  {}/{}\n\n",
            escaped(&student.id),
            points(student.total),
            points(self.marks.points())
        );
        self.list_files(student, &mut out);
        for (item, score) in self.scores(student) {
            out.push_str(&format!("- {}\n", escaped(&self.item(&item.id, item.points, score))));
            for line in self.told_of(student, score) {
                out.push_str(&format!("  - {}\n", escaped(line.trim_start())));
            }
        }
        out
    }

    /// The files as a numbered list, with what is wrong with each.
    pub(super) fn list_files(self, student: &Student, out: &mut String) {
        for (index, (name, problems)) in self.files(student).into_iter().enumerate() {
            out.push_str(&format!("{}. {}\n", index + 1, escaped(&name)));
            for problem in problems {
                out.push_str(&format!("   - {}\n", escaped(&problem)));
            }
        }
        if student.files.is_empty() {
            out.push_str(&self.word("marks-nothing"));
            out.push('\n');
        }
        out.push('\n');
    }
}

fn row(out: &mut String, cells: &[String]) {
    let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
    out.push_str(&format!("| {} |\n", cells.join(" | ")));
}

/// A text that Markdown takes for nothing but a text, as readable as it was: of the punctuation that can be escaped
/// (CommonMark section 2.4), what begins something where it stands.
pub(in crate::render) fn escaped(text: &str) -> String {
    let text = harmless(text);
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let link = letter == ']' && matches!(letters.peek(), Some('(' | '[' | ':'));
        let begins = out.is_empty() && matches!(letter, '#' | '-' | '+' | '=' | '>');
        if link || begins || matches!(letter, '\\' | '`' | '*' | '_' | '<' | '|' | '~' | '&' | '$') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}
