//! The class as CSV (RFC 4180): a row per student, with the roster's name and e-mail address.

use crate::dialogue::{MarkState, harmless};

use super::super::list::quoted;
use super::{Sheet, points};

impl Sheet<'_> {
    /// `student,name,email`, an item's points a column, `total`, `of`, `passed`, `files`, `remark`.
    pub fn csv(self) -> String {
        let mut head = vec!["student".to_owned(), "name".to_owned(), "email".to_owned()];
        head.extend(self.marks.items.iter().map(|item| item.id.clone()));
        head.extend(["total", "of", "passed", "skipped", "undecided", "files", "remark"].map(str::to_owned));
        let mut out = line(&head);
        for student in &self.marks.students {
            let told = |name: &str| student.row.get(name).cloned().unwrap_or_default();
            let mut row = vec![student.id.clone(), told("name"), told("email")];
            row.extend(student.scores.iter().map(|score| points(score.points)));
            row.extend([points(student.total), points(self.marks.points())]);
            row.push(self.marks.passes(student).map_or("", |yes| if yes { "yes" } else { "no" }).to_owned());
            let ids = |state: MarkState| {
                let those = self.scores(student).filter(|(_, score)| score.state == state);
                those.map(|(item, _)| item.id.as_str()).collect::<Vec<_>>().join(" ")
            };
            row.extend([ids(MarkState::Skipped), ids(MarkState::Undecided)]);
            let names: Vec<&str> = student.files.iter().map(|file| file.name.as_str()).collect();
            row.push(names.join("; "));
            row.push(self.remark(student, usize::MAX, true));
            out.push_str(&line(&row));
        }
        out
    }
}

/// Cells as a line: harmless, no formula, quoted where that is needed.
pub(super) fn line(cells: &[String]) -> String {
    let mut line = String::new();
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            line.push(',');
        }
        line.push_str(&quoted(&harmless(cell)));
    }
    line.push_str("\r\n");
    line
}
