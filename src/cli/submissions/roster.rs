//! The roster: a table of the students, as CSV, with what the rubric expects of each.
//!
//! A line of headings, then a line per student. One column is the `id`; `name`, `email` and `lang` are known, and the rest
//! are for the rubric's `{column}`. A grading worksheet of Moodle is a roster, too: its participants' numbers are those in
//! the names of the submissions. UTF-8 with and without a mark in front, UTF-16 with one, or GBK, as spreadsheets save it;
//! commas, semicolons or tabs.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Context, bail, ensure};
use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, GB18030};

/// Students, by their rows.
#[derive(Clone, Debug, Default)]
pub(in crate::cli) struct Roster {
    /// Headings, in order.
    pub(in crate::cli) columns: Vec<String>,
    /// Rows, in order: each by its headings, and by `id`, `name`, `email`, `lang` and `moodle_id`.
    pub(in crate::cli) rows: Vec<BTreeMap<String, String>>,
}

/// Headings that mean the same, in lower case.
const KNOWN: [(&str, &[&str]); 4] = [
    (
        "id",
        &[
            "id",
            "student",
            "student_id",
            "student id",
            "studentid",
            "id number",
            "sis user id",
            "学号",
            "学籍番号",
            "学生番号",
        ],
    ),
    ("name", &["name", "full name", "student name", "姓名", "全名", "氏名", "名前"]),
    (
        "email",
        &[
            "email",
            "e-mail",
            "email address",
            "邮箱",
            "电子邮箱",
            "电子邮件",
            "电子邮件地址",
            "メールアドレス",
            "メール",
        ],
    ),
    ("lang", &["lang", "language", "语言", "言語"]),
];
/// Headings of the number of a participant in Moodle's worksheets.
const IDENTIFIERS: [&str; 6] = ["identifier", "标识符", "标识", "编号", "識別子", "識別碼"];

/// Rows of a roster; a university has more students, a class has not.
const MAX_ROWS: usize = 100_000;

impl Roster {
    /// Reads a roster.
    ///
    /// # Errors
    /// Where it is no such table: what is wrong, and on which line.
    pub(in crate::cli) fn parse(bytes: &[u8]) -> anyhow::Result<Roster> {
        let text = decoded(bytes)?;
        let first = text.lines().next().unwrap_or("");
        let delimiter = [b',', b';', b'\t']
            .into_iter()
            .max_by_key(|delimiter| {
                (first.bytes().filter(|byte| byte == delimiter).count(), *delimiter == b',')
            })
            .unwrap_or(b',');
        let mut reader =
            ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
        let head = reader.headers().context("the headings cannot be read")?.clone();
        let columns: Vec<String> = head.iter().map(|name| name.trim().to_owned()).collect();
        ensure!(
            columns.iter().any(|name| !name.is_empty()),
            "the roster is empty; a line of headings is wanted"
        );
        let kinds = kinds(&columns)?;
        let mut roster = Roster { columns, rows: Vec::new() };
        for record in reader.records() {
            let record = record.context("it cannot be read")?;
            let line = record.position().map_or(0, csv::Position::line);
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            ensure!(roster.rows.len() < MAX_ROWS, "line {line}: more than {MAX_ROWS} students");
            let row = roster.row(&record, &kinds).with_context(|| format!("line {line}"))?;
            roster.rows.push(row);
        }
        ensure!(!roster.rows.is_empty(), "there is no student in the roster, only its headings");
        roster.identify()?;
        roster.check_ids()?;
        Ok(roster)
    }

    fn row(
        &self,
        record: &StringRecord,
        kinds: &[Option<&'static str>],
    ) -> anyhow::Result<BTreeMap<String, String>> {
        let (found, wanted) = (record.len(), self.columns.len());
        // Empty cells at the end of a line, some programs leave out and others add.
        if found != wanted && record.iter().skip(wanted).any(|cell| !cell.trim().is_empty()) || found < wanted
        {
            bail!(
                "{found} cells where the headings are {wanted}; is a text with a comma in it without quotes?"
            );
        }
        let mut row = BTreeMap::new();
        for ((name, kind), cell) in self.columns.iter().zip(kinds).zip(record.iter()) {
            let cell = cell.trim().to_owned();
            if let Some(kind) = kind {
                let cell = if *kind == "moodle_id" { number_of(&cell).to_owned() } else { cell.clone() };
                row.insert((*kind).to_owned(), cell);
            }
            if !name.is_empty() {
                row.entry(name.clone()).or_insert(cell);
            }
        }
        Ok(row)
    }

    /// Of a worksheet without a column of ids, the ids: names where they differ, else the participants' numbers.
    fn identify(&mut self) -> anyhow::Result<()> {
        if self.rows.iter().any(|row| row.get("id").is_some_and(|id| !id.is_empty())) {
            return Ok(());
        }
        let unique = |kind: &str| {
            let mut seen = HashMap::new();
            self.rows.iter().all(|row| {
                row.get(kind).is_some_and(|cell| !cell.is_empty() && seen.insert(cell.as_str(), ()).is_none())
            })
        };
        let Some(from) = ["name", "email", "moodle_id"].into_iter().find(|kind| unique(kind)) else {
            bail!("there is no column that tells the students apart; a column id is wanted");
        };
        for row in &mut self.rows {
            let id = row.get(from).cloned().unwrap_or_default();
            row.insert("id".to_owned(), id);
        }
        Ok(())
    }

    fn check_ids(&self) -> anyhow::Result<()> {
        let mut seen: HashMap<String, usize> = HashMap::new();
        for (index, row) in self.rows.iter().enumerate() {
            let id = row.get("id").map_or("", String::as_str);
            ensure!(!id.is_empty(), "student {}: the id is missing", index + 1);
            if let Some(first) = seen.insert(id.to_lowercase(), index) {
                bail!("students {} and {} have the same id {id}", first + 1, index + 1);
            }
        }
        Ok(())
    }
}

/// What each column is, of those that are known.
fn kinds(columns: &[String]) -> anyhow::Result<Vec<Option<&'static str>>> {
    let mut kinds: Vec<Option<&'static str>> = vec![None; columns.len()];
    for (kind, names) in KNOWN.into_iter().chain([("moodle_id", &IDENTIFIERS[..])]) {
        // In the order of the names: `id` is meant where there is also a column `student`.
        let place =
            names.iter().find_map(|name| columns.iter().position(|column| column.to_lowercase() == *name));
        if let Some(known) = place.and_then(|place| kinds.get_mut(place)) {
            *known = Some(kind);
        }
    }
    for (index, column) in columns.iter().enumerate() {
        if let Some(first) =
            columns.iter().take(index).position(|other| other == column).filter(|_| !column.is_empty())
        {
            bail!("columns {} and {} have the same heading {column}", first + 1, index + 1);
        }
    }
    if !kinds.iter().any(|kind| matches!(kind, Some("id" | "moodle_id"))) {
        bail!("there is no column id (or student, student_id, 学号, 学籍番号) among: {}", columns.join(", "));
    }
    Ok(kinds)
}

/// `123` of `Participant 123`.
fn number_of(identifier: &str) -> &str {
    let at = identifier.rfind(|letter: char| !letter.is_ascii_digit());
    let digits = at.and_then(|at| identifier.get(at..)).map_or(identifier, |tail| {
        let mut letters = tail.chars();
        letters.next();
        letters.as_str()
    });
    if digits.is_empty() { identifier } else { digits }
}

fn decoded(bytes: &[u8]) -> anyhow::Result<String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        let text = encoding.decode_without_bom_handling_and_without_replacement(rest);
        return text
            .map(std::borrow::Cow::into_owned)
            .with_context(|| format!("it is no {}", encoding.name()));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    text.map(std::borrow::Cow::into_owned).context("it is neither UTF-8 nor GBK; save it as \"CSV UTF-8\"")
}
