use std::collections::BTreeMap;

use super::{Frames, Note, Time};

/// The marks of a class, without language: what `grade` found and `render` prints.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// The rubric's title.
    pub title: Words,
    /// Points under which nobody passes, where the rubric has such a mark.
    pub pass: Option<f64>,
    /// The items, in the rubric's order.
    pub items: Vec<Item>,
    /// The roster's columns, in its order; none without a roster.
    pub columns: Vec<String>,
    /// One per student, in the order of their ids.
    pub students: Vec<Student>,
    /// Captures of different students that hold the same frames. What that means is the teacher's to say.
    pub alike: Vec<Alike>,
}

impl Marks {
    /// What all items are worth.
    pub fn points(&self) -> f64 {
        self.items.iter().map(|item| item.points).sum()
    }

    /// Whether a student passes; `None` where the rubric has no pass mark.
    pub fn passes(&self, student: &Student) -> Option<bool> {
        // A sum of tenths may miss its mark by less than anybody gives.
        self.pass.map(|pass| student.total + 1e-6 >= pass)
    }
}

/// A text in the languages that its author wrote it in: a rubric's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(pub BTreeMap<String, String>);

impl Words {
    /// The text in `lang`; where its author left that out, in English, or in the first there is.
    pub fn of(&self, lang: &str) -> &str {
        let found = self.0.get(lang).or_else(|| self.0.get("en")).or_else(|| self.0.values().next());
        found.map_or("", String::as_str)
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Something said of a check: by the rubric's author, or by us.
#[derive(Clone, Debug, PartialEq)]
pub enum Say {
    /// The rubric's own words.
    Words(Words),
    /// Ours: notes to be joined.
    Notes(Vec<Note>),
}

impl From<Note> for Say {
    fn from(note: Note) -> Self {
        Say::Notes(vec![note])
    }
}

/// An item of the rubric.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// Its id, which heads its column.
    pub id: String,
    /// Its title.
    pub title: Words,
    /// What it is worth.
    pub points: f64,
    /// Whether it is kept from students.
    pub hidden: bool,
    /// Items that must have been reached for this one to count.
    pub needs: Vec<String>,
}

/// A student's marks.
#[derive(Clone, Debug, Default)]
pub struct Student {
    /// The id: the roster's, or what the name of the folder or file tells.
    pub id: String,
    /// The roster's row, or what the names of the files tell (`name`, `email`, `lang`, `moodle_id` …).
    pub row: BTreeMap<String, String>,
    /// Whether there is a roster, and nobody in it is this student.
    pub stranger: bool,
    /// What was handed in, in the order of the names; evidence counts from here.
    pub files: Vec<HandedIn>,
    /// One per item of the rubric.
    pub scores: Vec<Score>,
    /// The sum.
    pub total: f64,
    /// What no points are taken for, and what the student should know all the same: a password in clear.
    pub warnings: Vec<Warning>,
}

/// Something that a student should know of what was handed in.
#[derive(Clone, Debug)]
pub struct Warning {
    /// What it is.
    pub note: Note,
    /// Where it is.
    pub evidence: Vec<Evidence>,
}

/// A capture that was handed in, or something that is none.
#[derive(Clone, Debug, Default)]
pub struct HandedIn {
    /// Its name, within what was handed in (`lab.zip/smtp.pcapng`).
    pub name: String,
    /// Its frames; `None` where it is no capture.
    pub frames: Option<u64>,
    /// Times of its first and last frame.
    pub times: Option<(Time, Time)>,
    /// What its conversations are and say, as a number: files with the same frames have the same.
    pub print: u64,
    /// Conversations in it, and those of them that a protocol claims.
    pub conversations: (u64, u64),
    /// Why it could not be used, or not all of it.
    pub problems: Vec<Note>,
}

/// What an item came to.
#[derive(Clone, Debug)]
pub struct Score {
    /// How it went.
    pub state: MarkState,
    /// The points reached.
    pub points: f64,
    /// Of an item that was left out: the items that it needs and that were not reached.
    pub missing: Vec<String>,
    /// Its checks, in the rubric's order.
    pub checks: Vec<Checked>,
}

/// What a check came to.
#[derive(Clone, Debug)]
pub struct Checked {
    /// Its name in the rubric, or `when`.
    pub id: String,
    /// How it went.
    pub state: MarkState,
    /// The points reached.
    pub points: f64,
    /// What it is worth.
    pub of: f64,
    /// What was looked for.
    pub expected: Say,
    /// What was found; ends without a full stop. The places are in `evidence`.
    pub actual: Say,
    /// In a few words, for a table of the class: `lines arrive whole`. `None` where it was reached.
    pub remark: Option<Say>,
    /// What the student can do; none where it was reached.
    pub hint: Option<Say>,
    /// Where to look in Wireshark.
    pub evidence: Vec<Evidence>,
}

/// How a check or an item went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkState {
    /// Not looked at: an item that it needs was not reached.
    Skipped,
    /// It is not so.
    Failed,
    /// The captures cannot tell.
    Undecided,
    /// In part.
    Partial,
    /// It is so.
    Passed,
}

/// Frames of one of the student's files.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Index among [`Student::files`].
    pub file: usize,
    /// Wireshark's `tcp.stream`, where it is one conversation.
    pub stream: Option<u64>,
    /// The frames; none where it is about the file.
    pub frames: Frames,
}

/// The same frames, handed in by several students.
#[derive(Clone, Debug)]
pub struct Alike {
    /// Index of the student and of the file, of each.
    pub files: Vec<(usize, usize)>,
    /// How many frames.
    pub frames: u64,
}
