//! Marks → what teachers, students and learning platforms read.
//!
//! One file per format; each that others have published names its source. A [`Sheet`] is the marks with the words for
//! them. What is for the teacher (text, csv, json, markdown) has every item; what students see (feedback, Gradescope,
//! GitHub Classroom, check50, JUnit, Moodle's comments) keeps back what is said of hidden items, and never their points:
//! a total that is no sum of what is shown is told as such.
//!
//! Texts of the wire and names of files are harmless before they come out, and every format escapes what it must.

use crate::annotate::{Catalog, Lang};
use crate::dialogue::{
    Checked, Evidence, Frames, Item, MarkState, Marks, Note, Say, Score, Student, Words, harmless,
};
use crate::proto::Texts;

mod check50;
mod classroom;
mod csv;
mod feedback;
mod gradescope;
mod json;
mod junit;
pub(super) mod markdown;
mod moodle;
mod student;
mod table;
#[cfg(test)]
mod tests;

/// Words for marks: other commands do without them.
pub static GRADE_TEXTS: Texts = Texts {
    zh: include_str!("../text/grade/zh.ftl"),
    en: include_str!("../text/grade/en.ftl"),
    ja: include_str!("../text/grade/ja.ftl"),
};

/// Ranges of frames that are named one by one, in a sentence or a filter; of more, the first and the last frame.
const MAX_RANGES: usize = 12;

/// Marks, and the words for them.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    marks: &'a Marks,
    /// Of every language.
    catalogs: &'a [Catalog],
    catalog: &'a Catalog,
    /// Whether it is what students see.
    theirs: bool,
}

impl<'a> Sheet<'a> {
    /// In the usual language, which is among the catalogs; `None` where it is not.
    pub fn new(marks: &'a Marks, catalogs: &'a [Catalog], usual: Lang) -> Option<Self> {
        let catalog = catalogs.iter().find(|catalog| catalog.lang() == usual)?;
        Some(Sheet { marks, catalogs, catalog, theirs: false })
    }

    /// As the student sees it: in their own language, where the roster names one.
    fn of(self, student: &Student) -> Self {
        let own = student.row.get("lang").map(|lang| lang.trim().to_ascii_lowercase());
        let catalog = own.filter(|own| !own.is_empty()).and_then(|own| {
            let same = |catalog: &&Catalog| own.get(..2) == Some(catalog.lang().id());
            self.catalogs.iter().find(same)
        });
        Sheet { catalog: catalog.unwrap_or(self.catalog), theirs: true, ..self }
    }

    fn word(self, key: &'static str) -> String {
        self.catalog.word(key)
    }

    fn note(self, note: &Note) -> String {
        self.catalog.text(note)
    }

    fn notes(self, notes: &[Note]) -> String {
        self.catalog.join(notes)
    }

    fn words(self, words: &Words) -> String {
        harmless(words.of(self.catalog.lang().id())).into_owned()
    }

    fn say(self, say: &Say) -> String {
        match say {
            Say::Words(words) => self.words(words),
            Say::Notes(notes) => self.notes(notes),
        }
    }

    /// `通过`, `passed`.
    fn state(self, state: MarkState) -> String {
        self.word(match state {
            MarkState::Skipped => "marks-state-skipped",
            MarkState::Failed => "marks-state-failed",
            MarkState::Undecided => "marks-state-undecided",
            MarkState::Partial => "marks-state-partial",
            MarkState::Passed => "marks-state-passed",
        })
    }

    /// The items with what a student reached in each.
    fn scores<'s>(self, student: &'s Student) -> impl Iterator<Item = (&'a Item, &'s Score)> {
        self.marks.items.iter().zip(&student.scores)
    }

    /// The sum of what is hidden: points reached, and what they are of. `None` where nothing is.
    fn hidden(self, student: &Student) -> Option<(f64, f64)> {
        let hidden = self.scores(student).filter(|(item, _)| item.hidden);
        hidden.fold(None, |sum, (item, score)| {
            let (points, of) = sum.unwrap_or((0.0, 0.0));
            Some((points + score.points, of + item.points))
        })
    }

    /// `session 10/20, partial credit`.
    fn item(self, name: &str, of: f64, score: &Score) -> String {
        let note = Note::new("marks-item")
            .with("name", name)
            .with("points", points(score.points))
            .with("of", points(of))
            .with("state", self.state(score.state));
        self.note(&note)
    }

    /// The item's title, else its id.
    fn title(self, item: &Item) -> String {
        let title = self.words(&item.title);
        if title.is_empty() { harmless(&item.id).into_owned() } else { title }
    }

    /// What was found, with its places where it does not name them itself: `a 220 greeting ([1] #26, #27)`.
    fn found(self, student: &Student, check: &Checked) -> String {
        let mut text = self.say(&check.actual);
        let places = self.places(student, &check.evidence);
        let names_frames =
            text.split('#').skip(1).any(|part| part.starts_with(|letter: char| letter.is_ascii_digit()));
        if !places.is_empty() && !names_frames {
            text = self.note(&Note::new("marks-found").with("what", text).with("places", places));
        }
        text
    }

    /// `[1] #26, #27, [2] #4-12`; of a student with one file without its number.
    fn places(self, student: &Student, evidence: &[Evidence]) -> String {
        let comma = if self.catalog.lang() == Lang::En { ", " } else { "\u{3001}" };
        let mut parts: Vec<String> = Vec::new();
        let mut last = None;
        let mut seen: Vec<&Evidence> = Vec::new();
        for place in evidence {
            if seen.contains(&place) {
                continue;
            }
            seen.push(place);
            let number = if student.files.len() > 1 && last != Some(place.file) {
                format!("[{}]", place.file + 1)
            } else {
                String::new()
            };
            let frames = ranges(&place.frames, "#", comma);
            let part = match (number.is_empty(), frames.is_empty()) {
                (_, true) => number,
                (true, _) => frames,
                (false, _) => format!("{number} {frames}"),
            };
            // About a whole file, twice.
            if part.is_empty() || parts.last() == Some(&part) {
                continue;
            }
            last = Some(place.file);
            parts.push(part);
        }
        parts.join(comma)
    }

    /// What an item that was left out lacks: `needs session`.
    fn missing(self, score: &Score) -> String {
        let hidden =
            |id: &str| self.theirs && self.marks.items.iter().any(|item| item.hidden && item.id == id);
        let name =
            |id: &String| if hidden(id) { self.word("marks-hidden") } else { harmless(id).into_owned() };
        let missing: Vec<String> = score.missing.iter().map(name).collect();
        self.note(&Note::new("marks-needs").with("items", missing.join(", ")))
    }

    /// All of what is to be told of a check that a student did not reach (of one that was, what was found), one part a
    /// line, each with its label.
    fn told(self, student: &Student, score: &Score, check: &Checked) -> Vec<String> {
        let labelled = |key: &'static str, text: String| self.note(&Note::new(key).with("text", text));
        if score.state == MarkState::Skipped {
            return vec![self.missing(score)];
        }
        if check.state == MarkState::Passed {
            return vec![self.found(student, check)];
        }
        let mut told = vec![
            labelled("marks-expected", self.say(&check.expected)),
            labelled("marks-actual", self.found(student, check)),
        ];
        told.extend(check.hint.as_ref().map(|hint| labelled("marks-hint", self.say(hint))));
        told
    }

    /// The same of all checks of an item. Several are told apart by what each is worth.
    fn told_of(self, student: &Student, score: &Score) -> Vec<String> {
        if score.state == MarkState::Skipped {
            return vec![self.missing(score)];
        }
        let several = score.checks.len() > 1;
        let mut lines = Vec::new();
        for check in &score.checks {
            let told = self.told(student, score, check);
            let head = format!("{} {}/{}: ", harmless(&check.id), points(check.points), points(check.of));
            lines.extend(told.into_iter().enumerate().map(|(index, text)| match (several, index) {
                (false, _) => text,
                (true, 0) => format!("{head}{text}"),
                (true, _) => format!("  {text}"),
            }));
        }
        lines
    }

    /// Names of the files with their numbers and what is wrong with them.
    fn files(self, student: &Student) -> Vec<(String, Vec<String>)> {
        let file = |file: &crate::dialogue::HandedIn| {
            let mut name = harmless(&file.name).into_owned();
            if let Some(frames) = file.frames {
                name = self.note(&Note::new("marks-file").with("name", name).with("frames", frames));
            }
            (name, file.problems.iter().map(|problem| self.note(problem)).collect())
        };
        student.files.iter().map(file).collect()
    }
}

/// A number of points as people write it: at most two decimals, and none that says nothing.
pub fn points(points: f64) -> String {
    let text = format!("{points:.2}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// Points as a number with at most two decimals.
fn rounded(points: f64) -> f64 {
    let rounded = (points * 100.0).round() / 100.0;
    // Not -0.
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// `#26, #27, #30-35`.
fn ranges(frames: &Frames, mark: &str, comma: &str) -> String {
    if frames.ranges().nth(MAX_RANGES).is_some() {
        return frames.text();
    }
    let one = |(from, to): (u64, u64)| match to - from {
        0 => format!("{mark}{from}"),
        1 => format!("{mark}{from}{comma}{mark}{to}"),
        _ => format!("{mark}{from}-{to}"),
    };
    frames.ranges().map(one).collect::<Vec<_>>().join(comma)
}

/// The places as a display filter of Wireshark; empty where it is about the whole file.
fn filter(place: &Evidence) -> String {
    let several = place.frames.ranges().nth(1).is_some();
    let short = place.frames.ranges().nth(MAX_RANGES).is_none();
    match (place.frames.first().zip(place.frames.last()), place.stream) {
        (Some((first, last)), _) if first == last => format!("frame.number == {first}"),
        (Some(_), _) if several && short => {
            let one = |(from, to): (u64, u64)| {
                if from == to { from.to_string() } else { format!("{from} .. {to}") }
            };
            let all: Vec<String> = place.frames.ranges().map(one).collect();
            format!("frame.number in {{{}}}", all.join(", "))
        }
        (Some((first, last)), _) => format!("frame.number >= {first} && frame.number <= {last}"),
        (None, Some(stream)) => format!("tcp.stream eq {stream}"),
        (None, None) => String::new(),
    }
}
