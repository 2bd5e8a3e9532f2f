//! Results for GitHub Classroom's autograding reporter.
//!
//! Shape: the action `classroom-resources/autograding-grading-reporter` takes, per runner, the environment variable
//! `RUNNER_RESULTS`: Base64 of a JSON object with `version`, `status` (`pass`, `fail`, `error`), `max_score` and `tests[]`
//! with `name`, `status`, `score`, `message`, `test_code`, `filename`, `line_no` and `execution_time`. It adds up the
//! tests' scores, so what is hidden is one test more, which says nothing but its sum. `--format classroom` prints the
//! object; `base64 -w0` makes the variable of it.

use serde::Serialize;

use crate::dialogue::{MarkState, Student};

use super::super::json_writer::text_of;
use super::{Sheet, rounded};

#[derive(Serialize)]
struct Results {
    version: u8,
    status: &'static str,
    max_score: f64,
    tests: Vec<Test>,
}

#[derive(Serialize)]
struct Test {
    name: String,
    status: &'static str,
    score: f64,
    message: String,
    test_code: String,
    filename: String,
    line_no: u8,
    execution_time: &'static str,
}

impl Sheet<'_> {
    /// One student's results.
    pub fn classroom(self, student: &Student) -> String {
        let sheet = self.of(student);
        let test = |name: String, all: bool, score: f64, message: String, test_code: String| Test {
            name,
            status: if all { "pass" } else { "fail" },
            score: rounded(score),
            message,
            test_code,
            filename: String::new(),
            line_no: 0,
            execution_time: "0ms",
        };
        let seen = sheet.scores(student).filter(|(item, _)| !item.hidden);
        let mut tests: Vec<Test> = seen
            .map(|(item, score)| {
                let passed = score.state == MarkState::Passed;
                let message = sheet.told_of(student, score).join("\n");
                test(sheet.title(item), passed, score.points, message, item.id.clone())
            })
            .collect();
        if let Some((reached, of)) = sheet.hidden(student) {
            let all = reached >= of;
            tests.push(test(sheet.word("marks-hidden"), all, reached, String::new(), String::new()));
        }
        let passed = sheet.marks.passes(student);
        let passed = passed.unwrap_or_else(|| tests.iter().all(|test| test.status == "pass"));
        let results = Results {
            version: 1,
            status: if passed { "pass" } else { "fail" },
            max_score: rounded(sheet.marks.points()),
            tests,
        };
        text_of(&results) + "\n"
    }
}
