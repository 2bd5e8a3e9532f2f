//! The marks as JSON, for scripts: all that is known, hidden items too. The shape is `output.md`'s; `text`s are in the
//! chosen language, everything else is without one.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::dialogue::{Alike, Checked, Evidence, Frames, Item, MarkState, Score, Student, Time};

use super::super::json::SCHEMA;
use super::super::json_writer::text_of;
use super::{Sheet, filter, rounded};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    version: &'static str,
    marks: MarksJson<'a>,
}

#[derive(Serialize)]
struct MarksJson<'a> {
    title: String,
    of: f64,
    pass: Option<f64>,
    mean: Option<f64>,
    items: Vec<ItemJson<'a>>,
    students: Vec<StudentJson<'a>>,
    alike: Vec<AlikeJson<'a>>,
}

#[derive(Serialize)]
struct ItemJson<'a> {
    id: &'a str,
    title: String,
    of: f64,
    hidden: bool,
    needs: &'a [String],
}

#[derive(Serialize)]
struct StudentJson<'a> {
    id: &'a str,
    row: &'a BTreeMap<String, String>,
    stranger: bool,
    points: f64,
    passed: Option<bool>,
    files: Vec<FileJson<'a>>,
    items: Vec<ScoreJson<'a>>,
    warnings: Vec<WarningJson<'a>>,
}

#[derive(Serialize)]
struct FileJson<'a> {
    name: &'a str,
    capture: bool,
    frames: Option<u64>,
    first_time: Option<Time>,
    last_time: Option<Time>,
    conversations: u64,
    recognised: u64,
    problems: Vec<String>,
}

#[derive(Serialize)]
struct ScoreJson<'a> {
    id: &'a str,
    state: &'static str,
    points: f64,
    of: f64,
    missing: &'a [String],
    checks: Vec<CheckJson<'a>>,
}

#[derive(Serialize)]
struct CheckJson<'a> {
    id: &'a str,
    state: &'static str,
    points: f64,
    of: f64,
    expected: String,
    actual: String,
    remark: Option<String>,
    hint: Option<String>,
    evidence: Vec<PlaceJson<'a>>,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    file: usize,
    stream: Option<u64>,
    frames: &'a Frames,
    filter: String,
}

#[derive(Serialize)]
struct WarningJson<'a> {
    text: String,
    evidence: Vec<PlaceJson<'a>>,
}

#[derive(Serialize)]
struct AlikeJson<'a> {
    frames: u64,
    files: Vec<AlikeFile<'a>>,
}

#[derive(Serialize)]
struct AlikeFile<'a> {
    student: &'a str,
    name: &'a str,
}

/// The name of a state, without language.
pub(super) fn state(state: MarkState) -> &'static str {
    match state {
        MarkState::Skipped => "skipped",
        MarkState::Failed => "failed",
        MarkState::Undecided => "undecided",
        MarkState::Partial => "partial",
        MarkState::Passed => "passed",
    }
}

impl<'a> Sheet<'a> {
    /// One document.
    pub fn json(self) -> String {
        let marks = self.marks;
        let count = marks.students.len();
        let sum: f64 = marks.students.iter().map(|student| student.total).sum();
        let item = |item: &'a Item| ItemJson {
            id: &item.id,
            title: self.words(&item.title),
            of: rounded(item.points),
            hidden: item.hidden,
            needs: &item.needs,
        };
        let document = Document {
            schema: SCHEMA,
            version: env!("CARGO_PKG_VERSION"),
            marks: MarksJson {
                title: self.words(&marks.title),
                of: rounded(marks.points()),
                pass: marks.pass.map(rounded),
                mean: (count > 0).then(|| rounded(sum / count as f64)),
                items: marks.items.iter().map(item).collect(),
                students: marks.students.iter().map(|student| self.student_json(student)).collect(),
                alike: marks.alike.iter().map(|alike| self.alike_json(alike)).collect(),
            },
        };
        text_of(&document) + "\n"
    }

    fn student_json(self, student: &'a Student) -> StudentJson<'a> {
        let file = |file: &'a crate::dialogue::HandedIn| FileJson {
            name: &file.name,
            capture: file.frames.is_some(),
            frames: file.frames,
            first_time: file.times.map(|times| times.0),
            last_time: file.times.map(|times| times.1),
            conversations: file.conversations.0,
            recognised: file.conversations.1,
            problems: file.problems.iter().map(|problem| self.note(problem)).collect(),
        };
        StudentJson {
            id: &student.id,
            row: &student.row,
            stranger: student.stranger,
            points: rounded(student.total),
            passed: self.marks.passes(student),
            files: student.files.iter().map(file).collect(),
            items: self.scores(student).map(|(item, score)| self.score_json(item, score)).collect(),
            warnings: student
                .warnings
                .iter()
                .map(|warning| WarningJson {
                    text: self.note(&warning.note),
                    evidence: places(&warning.evidence),
                })
                .collect(),
        }
    }

    fn score_json<'s>(self, item: &'s Item, score: &'s Score) -> ScoreJson<'s> {
        let check = |check: &'s Checked| CheckJson {
            id: &check.id,
            state: state(check.state),
            points: rounded(check.points),
            of: rounded(check.of),
            expected: self.say(&check.expected),
            actual: self.say(&check.actual),
            remark: check.remark.as_ref().map(|remark| self.say(remark)),
            hint: check.hint.as_ref().map(|hint| self.say(hint)),
            evidence: places(&check.evidence),
        };
        ScoreJson {
            id: &item.id,
            state: state(score.state),
            points: rounded(score.points),
            of: rounded(item.points),
            missing: &score.missing,
            checks: score.checks.iter().map(check).collect(),
        }
    }

    fn alike_json(self, alike: &Alike) -> AlikeJson<'a> {
        let file = |(student, file): &(usize, usize)| {
            let student = self.marks.students.get(*student)?;
            Some(AlikeFile { student: &student.id, name: &student.files.get(*file)?.name })
        };
        AlikeJson { frames: alike.frames, files: alike.files.iter().filter_map(file).collect() }
    }
}

fn places(evidence: &[Evidence]) -> Vec<PlaceJson<'_>> {
    let places = evidence.iter().map(|place| PlaceJson {
        file: place.file,
        stream: place.stream,
        frames: &place.frames,
        filter: filter(place),
    });
    places.collect()
}
