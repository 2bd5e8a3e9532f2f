//! What a student gets: a page in Markdown, in the student's language, that says for every item what was expected, what
//! was found and where to look in Wireshark. Nothing of hidden items but their points in one sum.

use crate::dialogue::{Checked, Evidence, MarkState, Note, Score, Student};

use super::markdown::escaped;
use super::{Sheet, filter, points};

impl Sheet<'_> {
    /// The page.
    pub fn feedback(self, student: &Student) -> String {
        let sheet = self.of(student);
        let title = sheet.words(&sheet.marks.title);
        let total = Note::new("marks-total-of")
            .with("points", points(student.total))
            .with("of", points(sheet.marks.points()));
        let mut out = format!("# {}\n\n**{}**", escaped(&title), escaped(&student.id));
        if let Some(name) = student.row.get("name").filter(|name| !name.is_empty() && **name != student.id) {
            out.push_str(&format!(" {}", escaped(name)));
        }
        out.push_str(&format!(": {}", escaped(&sheet.note(&total))));
        if let Some(passed) = sheet.marks.passes(student) {
            let key = if passed { "marks-passed" } else { "marks-not-passed" };
            let pass = points(sheet.marks.pass.unwrap_or(0.0));
            out.push_str(&sheet.note(&Note::new(key).with("pass", pass)));
        }
        out.push_str(&format!("\n\n## {}\n\n", sheet.word("marks-files")));
        sheet.list_files(student, &mut out);
        for (item, score) in sheet.scores(student).filter(|(item, _)| !item.hidden) {
            let head = sheet.item(&sheet.title(item), item.points, score);
            out.push_str(&format!("## {}\n\n", escaped(&head)));
            sheet.checks(student, score, &mut out);
        }
        if let Some((reached, of)) = sheet.hidden(student) {
            let head = sheet.word("marks-hidden");
            out.push_str(&format!("## {head} {}/{}\n\n", points(reached), points(of)));
        }
        if !student.warnings.is_empty() {
            out.push_str(&format!("## {}\n\n", sheet.word("marks-warnings")));
            for warning in &student.warnings {
                out.push_str(&format!("- {}\n", escaped(&sheet.note(&warning.note))));
                sheet.where_to_look(student, &warning.evidence, &mut out);
            }
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
        out
    }

    fn checks(self, student: &Student, score: &Score, out: &mut String) {
        if score.state == MarkState::Skipped {
            out.push_str(&format!("- {}\n\n", escaped(&self.missing(score))));
            return;
        }
        let several = score.checks.len() > 1;
        for check in &score.checks {
            if several {
                out.push_str(&format!("{}/{}:\n\n", points(check.points), points(check.of)));
            }
            self.check(check, out);
            self.where_to_look(student, &check.evidence, out);
            out.push('\n');
        }
    }

    fn check(self, check: &Checked, out: &mut String) {
        let mut line = |key: &'static str, text: String| {
            let text = self.note(&Note::new(key).with("text", text));
            out.push_str(&format!("- {}\n", escaped(&text)));
        };
        if check.state != MarkState::Passed {
            line("marks-expected", self.say(&check.expected));
        }
        line("marks-actual", self.say(&check.actual));
        if let Some(hint) = check.hint.as_ref().filter(|_| check.state != MarkState::Passed) {
            line("marks-hint", self.say(hint));
        }
    }

    /// The places as display filters: one for each file, with its number where there are several.
    fn where_to_look(self, student: &Student, evidence: &[Evidence], out: &mut String) {
        let mut places: Vec<Evidence> = Vec::new();
        for place in evidence {
            let known = places.iter_mut().find(|known| {
                known.file == place.file && (!known.frames.is_empty() || known.stream == place.stream)
            });
            match known {
                Some(known) => known.frames.extend(&place.frames),
                None => places.push(place.clone()),
            }
        }
        for place in places {
            let filter = filter(&place);
            if filter.is_empty() {
                continue;
            }
            let file = if student.files.len() > 1 { format!("[{}] ", place.file + 1) } else { String::new() };
            // A filter is made of digits and words of ours.
            let note = Note::new("marks-wireshark").with("filter", format!("{file}`{filter}`"));
            out.push_str(&format!("  - {}\n", self.note(&note)));
        }
    }
}
