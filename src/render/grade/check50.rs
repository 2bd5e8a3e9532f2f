//! Results as check50 prints them with `-o json`.
//!
//! Shape: CS50, "check50: JSON specification" (<https://cs50.readthedocs.io/projects/check50/en/latest/json_specification/>):
//! `slug`, `results[]` with `name`, `description`, `passed` (`true`, `false`, or `null` where it could not be told), `log`,
//! `cause` (`rationale`, `help`, and `expected` and `actual` of a mismatch; `null` where it passed), `data` and
//! `dependency`; `version`. There are no points in it; they are in `data`. Hidden items are left out.

use std::path::Path;

use serde::Serialize;

use crate::dialogue::{MarkState, Score, Student};

use super::super::json_writer::text_of;
use super::{Sheet, rounded};

/// The version of check50 whose shape this is.
const VERSION: &str = "3.0.0";

#[derive(Serialize)]
struct Results<'a> {
    slug: String,
    results: Vec<Check<'a>>,
    version: &'static str,
}

#[derive(Serialize)]
struct Check<'a> {
    name: &'a str,
    description: String,
    passed: Option<bool>,
    log: Vec<String>,
    cause: Option<Cause>,
    data: Data,
    dependency: Option<&'a str>,
}

#[derive(Serialize)]
struct Cause {
    rationale: String,
    help: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    actual: Option<String>,
}

#[derive(Serialize)]
struct Data {
    points: f64,
    of: f64,
}

impl Sheet<'_> {
    /// One student's results; `rubric` is the path of the rubric, whose name is the slug.
    pub fn check50(self, student: &Student, rubric: &str) -> String {
        let sheet = self.of(student);
        let stem = Path::new(rubric).file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let seen = sheet.scores(student).filter(|(item, _)| !item.hidden);
        let hidden = |id: &String| sheet.marks.items.iter().any(|item| item.hidden && item.id == *id);
        let results = seen.map(|(item, score)| Check {
            name: &item.id,
            description: sheet.title(item),
            passed: match score.state {
                MarkState::Passed => Some(true),
                MarkState::Failed | MarkState::Partial => Some(false),
                MarkState::Undecided | MarkState::Skipped => None,
            },
            log: sheet.log(student, score),
            cause: (score.state != MarkState::Passed).then(|| sheet.cause(student, score)),
            data: Data { points: rounded(score.points), of: rounded(item.points) },
            dependency: item.needs.iter().find(|id| !hidden(id)).map(String::as_str),
        });
        let results =
            Results { slug: stem.unwrap_or_default(), results: results.collect(), version: VERSION };
        text_of(&results) + "\n"
    }

    fn log(self, student: &Student, score: &Score) -> Vec<String> {
        match score.state {
            MarkState::Skipped => Vec::new(),
            _ => score.checks.iter().map(|check| self.found(student, check)).collect(),
        }
    }

    fn cause(self, student: &Student, score: &Score) -> Cause {
        if score.state == MarkState::Skipped {
            return Cause { rationale: self.missing(score), help: None, expected: None, actual: None };
        }
        let first = score.checks.iter().find(|check| check.state != MarkState::Passed);
        let remark = first.and_then(|check| check.remark.as_ref()).map(|remark| self.say(remark));
        Cause {
            rationale: remark.unwrap_or_else(|| self.state(score.state)),
            help: first.and_then(|check| check.hint.as_ref()).map(|hint| self.say(hint)),
            expected: first.map(|check| self.say(&check.expected)),
            actual: first.map(|check| self.found(student, check)),
        }
    }
}
