//! The class as JUnit XML: a suite per student, a case per item.
//!
//! Shape: the schema that Jenkins' xUnit plugin publishes for it (`junit-10.xsd`): `testsuites` > `testsuite` (`name`,
//! `tests`, `failures`, `errors`, `skipped`, `time`) > `testcase` (`name`, `classname`, `time`) with `skipped`, `failure`
//! (`message`, `type`) or neither, and `system-out`. Hidden items are left out: CI shows it to everybody.

use std::fmt::Write;

use crate::dialogue::{MarkState, Score, Student, harmless};

use super::json::state;
use super::{Sheet, points};

impl Sheet<'_> {
    /// One document.
    pub fn junit(self) -> String {
        let mut suites = String::new();
        let mut all = Counts::default();
        for student in &self.marks.students {
            let counts = self.of(student).suite(student, &mut suites);
            all.add(&counts);
        }
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        // Writing into a string cannot fail.
        let _ = writeln!(
            out,
            "<testsuites name=\"{}\" {}>\n{suites}</testsuites>",
            escaped(&self.words(&self.marks.title)),
            all.attributes()
        );
        out
    }

    fn suite(self, student: &Student, out: &mut String) -> Counts {
        let mut cases = String::new();
        let mut counts = Counts::default();
        for (item, score) in self.scores(student).filter(|(item, _)| !item.hidden) {
            counts.tests += 1;
            let _ = writeln!(
                cases,
                "    <testcase name=\"{}\" classname=\"{}\" time=\"0\">",
                escaped(&item.id),
                escaped(&student.id)
            );
            match score.state {
                MarkState::Passed => {}
                MarkState::Skipped => {
                    counts.skipped += 1;
                    let missing = escaped(&self.missing(score));
                    let _ = writeln!(cases, "      <skipped message=\"{missing}\"/>");
                }
                MarkState::Failed | MarkState::Undecided | MarkState::Partial => {
                    counts.failures += 1;
                    let _ = writeln!(
                        cases,
                        "      <failure message=\"{}\" type=\"{}\">{}</failure>",
                        escaped(&self.message(score)),
                        state(score.state),
                        escaped(&self.told_of(student, score).join("\n"))
                    );
                }
            }
            let told = match score.state {
                MarkState::Passed => self.told_of(student, score).join("\n"),
                _ => String::new(),
            };
            let reached = format!("{}/{}", points(score.points), points(item.points));
            let told = [reached, told].join("\n");
            let _ = writeln!(cases, "      <system-out>{}</system-out>", escaped(told.trim_end()));
            cases.push_str("    </testcase>\n");
        }
        let _ = writeln!(
            out,
            "  <testsuite name=\"{}\" {}>\n{cases}  </testsuite>",
            escaped(&student.id),
            counts.attributes()
        );
        counts
    }

    /// The first reason in a few words.
    fn message(self, score: &Score) -> String {
        let remark = score.checks.iter().find_map(|check| check.remark.as_ref());
        remark.map_or_else(|| self.state(score.state), |remark| self.say(remark))
    }
}

#[derive(Default)]
struct Counts {
    tests: usize,
    failures: usize,
    skipped: usize,
}

impl Counts {
    fn add(&mut self, other: &Counts) {
        self.tests += other.tests;
        self.failures += other.failures;
        self.skipped += other.skipped;
    }

    fn attributes(&self) -> String {
        let Counts { tests, failures, skipped } = self;
        format!("tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\" time=\"0\"")
    }
}

/// Text for an element or an attribute. Characters that XML 1.0 (section 2.2) does not have cannot be written even as
/// references; [`harmless`] made `<0x08>` of them, and a line end, which we join lines with, is a reference.
fn escaped(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(harmless).collect();
    let mut out = String::with_capacity(text.len());
    for character in lines.join("\n").chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            // The last two of every plane are no characters (they are in XML, but readers stumble).
            character if u32::from(character) & 0xfffe == 0xfffe => out.push('\u{fffd}'),
            character => out.push(character),
        }
    }
    out
}
