//! `results.json` of a Gradescope autograder.
//!
//! Shape: Gradescope, "Autograder Specifications", section "Output Format"
//! (<https://gradescope-autograders.readthedocs.io/en/latest/specs/>): `score`, `output`, `visibility`,
//! `stdout_visibility`, `tests[]` with `score`, `max_score`, `status` (`passed` or `failed`), `name`, `number`,
//! `output`, `tags` and `visibility` (`visible`, `hidden`, `after_due_date`, `after_published`). Scores of hidden tests
//! count, and students see neither them nor their output.

use serde::Serialize;

use crate::dialogue::{MarkState, Student};

use super::super::json_writer::text_of;
use super::json::state;
use super::{Sheet, rounded};

#[derive(Serialize)]
struct Results {
    score: f64,
    output: String,
    output_format: &'static str,
    test_output_format: &'static str,
    visibility: &'static str,
    stdout_visibility: &'static str,
    tests: Vec<Test>,
}

#[derive(Serialize)]
struct Test {
    score: f64,
    max_score: f64,
    status: &'static str,
    name: String,
    number: String,
    output: String,
    tags: Vec<String>,
    visibility: &'static str,
}

impl Sheet<'_> {
    /// One student's results.
    pub fn gradescope(self, student: &Student) -> String {
        let sheet = self.of(student);
        let mut output = Vec::new();
        for (index, (name, problems)) in sheet.files(student).into_iter().enumerate() {
            output.push(format!("[{}] {name}", index + 1));
            output.extend(problems.into_iter().map(|problem| format!("    {problem}")));
        }
        if student.files.is_empty() {
            output.push(sheet.word("marks-nothing"));
        }
        output.extend(student.warnings.iter().map(|warning| format!("!! {}", sheet.note(&warning.note))));
        let scores = sheet.scores(student).enumerate();
        let tests = scores.map(|(index, (item, score))| Test {
            score: rounded(score.points),
            max_score: rounded(item.points),
            status: if score.state == MarkState::Passed { "passed" } else { "failed" },
            name: sheet.title(item),
            number: (index + 1).to_string(),
            output: sheet.told_of(student, score).join("\n"),
            tags: vec![item.id.clone(), state(score.state).to_owned()],
            visibility: if item.hidden { "hidden" } else { "visible" },
        });
        let results = Results {
            score: rounded(student.total),
            output: output.join("\n"),
            output_format: "text",
            test_output_format: "text",
            visibility: "visible",
            stdout_visibility: "hidden",
            tests: tests.collect(),
        };
        text_of(&results) + "\n"
    }
}
