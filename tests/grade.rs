//! `wiretale grade` on a made class: marks, formats, files and exit status.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;
use support::class::{self, WRONG};

/// Passwords in the captures, and one as it is sent.
const SECRETS: [&str; 3] = ["lab-code-4711", "lab-code-2026", "bGFiLWNvZGUtMjAyNg=="];
/// All formats but the one for people.
const FORMATS: [&str; 8] =
    ["csv", "json", "markdown", "gradescope", "classroom", "check50", "junit", "moodle"];
/// Formats about one student.
const OF_ONE: [&str; 3] = ["gradescope", "classroom", "check50"];

fn empty(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The class, written once.
fn made() -> &'static Path {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    MADE.get_or_init(|| class::write(&empty("grade-class")))
}

/// Runs `grade` in the folder of the class.
fn grade(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wiretale"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"] {
        command.env_remove(name);
    }
    command.current_dir(made()).arg("grade").args(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("it ended by itself")
}

fn rows(csv: &str) -> Vec<BTreeMap<String, String>> {
    let csv = csv.strip_prefix('\u{feff}').unwrap_or(csv);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

/// Every file below a folder, with what is in it.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            found.extend(contents(&path).into_iter().map(|(file, bytes)| (format!("{name}/{file}"), bytes)));
        } else {
            found.insert(path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap());
        }
    }
    found
}

const ZIP: [&str; 4] = ["lab.toml", "moodle.zip", "--roster", "roster.csv"];

#[test]
fn twenty_of_thirty_pass_and_the_others_have_the_points_they_earned() {
    let output = grade(&[&ZIP[..], &["--format", "csv", "--lang", "en"]].concat());
    assert_eq!(code(&output), 1, "somebody is below the pass mark: {}", err(&output));
    let rows = rows(&out(&output));
    assert_eq!(rows.len(), 30);
    for row in &rows {
        let points =
            ["session", "sender", "typed", "pop3", "tls", "opened", "total"].map(|item| row[item].as_str());
        let wrong = WRONG.iter().find(|(id, _)| row["student"] == *id).map_or("", |(_, wrong)| wrong);
        let expected = match wrong {
            "" if row["student"] == "s17" => ["20", "20", "20", "20", "10", "10", "100"],
            "" => ["20", "20", "20", "20", "10", "0", "90"],
            "a capture that was cut" => ["10", "20", "20", "0", "0", "0", "50"],
            "only TLS" => ["0", "0", "0", "0", "10", "0", "10"],
            "somebody else's address" => ["20", "0", "20", "0", "0", "0", "40"],
            "a capture that began too late" => ["10", "20", "0", "0", "0", "0", "30"],
            _ => ["0", "0", "0", "0", "0", "0", "0"],
        };
        assert_eq!(points, expected, "{}: {wrong}", row["student"]);
        assert_eq!(row["passed"], if wrong.is_empty() { "yes" } else { "no" });
        assert_eq!(row["remark"].is_empty(), row["student"] == "s17", "{row:?}");
    }
    assert_eq!(rows[0]["name"], "张伟");
}

/// A file that cannot be used is named with the reason, and costs nobody else anything.
#[test]
fn every_file_that_is_no_capture_has_its_reason() {
    let output = grade(&[&ZIP[..], &["--format", "json", "--lang", "en"]].concat());
    let document: Value = serde_json::from_str(&out(&output)).unwrap();
    let students = document["marks"]["students"].as_array().unwrap();
    let problems = |id: &str| -> Vec<String> {
        let student = students.iter().find(|student| student["id"] == id).unwrap();
        let files = student["files"].as_array().unwrap();
        let told = |file: &Value| {
            let all: Vec<&str> =
                file["problems"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
            format!("{}: {}", file["name"].as_str().unwrap(), all.join("; "))
        };
        files.iter().map(told).collect()
    };
    for (id, expected) in [
        ("s21", &["lab4.pcapng: the file is empty"][..]),
        ("s22", &["smtp-typed.pcapng: the file is cut short"]),
        ("s26", &["screen.png: no capture but a picture", "实验报告.docx: no capture but an archive"]),
        ("s28", &["etc/passwd: refused: its name leads out", "link.pcapng: a link to another file"]),
        ("s29", &["bomb/zeros.pcapng: refused: "]),
        ("s30", &[]),
        (
            "s17",
            &[
                "pop3-typed.pcapng: ",
                "smtp-telnet-character.pcapng: ",
                "sslkeylogfile.txt: a key log with 5 secrets",
            ],
        ),
    ] {
        let told = problems(id);
        for expected in expected {
            assert!(
                told.iter().any(|line| line.starts_with(expected)),
                "{id}: {expected} is not in {told:?}"
            );
        }
        assert!(id == "s17" || told.len() == expected.len(), "{id}: {told:?}");
    }
    let nested = students.iter().find(|student| student["id"] == "s19").unwrap();
    assert_eq!(nested["files"][0]["name"], "outer/lab/pop3-pipelined.pcapng");
    assert!(document["marks"]["alike"].as_array().unwrap().is_empty());
}

#[test]
fn folders_the_archive_and_the_worksheet_give_the_same_marks() {
    let marks = |arguments: &[&str]| {
        let output = grade(&[arguments, &["--format", "csv", "--lang", "en"]].concat());
        let rows = rows(&out(&output));
        rows.into_iter().map(|row| (row["student"].clone(), row["total"].clone())).collect::<Vec<_>>()
    };
    let expected = marks(&ZIP);
    assert_eq!(expected.len(), 30);
    assert_eq!(marks(&["lab.toml", "moodle.zip", "--roster", "worksheet.csv"]), expected);
    assert_eq!(marks(&["lab.toml", "submissions", "--roster", "roster.csv"]), expected);
}

#[test]
fn the_same_bytes_come_out_whatever_the_jobs_and_no_secret_does() {
    for format in FORMATS {
        let mut first: Option<(String, String, BTreeMap<String, Vec<u8>>)> = None;
        for jobs in ["1", "2", "8"] {
            let folder = empty(&format!("grade-jobs-{format}-{jobs}"));
            let path = folder.to_str().unwrap();
            let mut arguments = [&ZIP[..], &["--format", format, "--lang", "zh", "--jobs", jobs]].concat();
            arguments.extend(["--feedback", path]);
            if OF_ONE.contains(&format) {
                arguments.extend(["--output", path]);
            }
            let output = grade(&arguments);
            let this = (out(&output), err(&output), contents(&folder));
            let all: Vec<String> = [this.0.clone(), this.1.clone()]
                .into_iter()
                .chain(this.2.values().map(|bytes| String::from_utf8(bytes.clone()).unwrap()))
                .collect();
            for text in &all {
                let shown = SECRETS.iter().find(|secret| text.contains(**secret));
                assert_eq!(shown, None, "{format}: {text}");
            }
            assert_eq!(this.2.len(), if OF_ONE.contains(&format) { 60 } else { 30 });
            match &first {
                None => first = Some(this),
                Some(first) => assert!(*first == this, "{format} with {jobs} jobs writes something else"),
            }
        }
    }
}

/// The shape of a JSON value: `{"name": shape}` with exactly these members, `[shape]`, or alternatives of type names.
fn fits(value: &Value, shape: &Value, at: &str) {
    match shape {
        Value::Object(members) => {
            let object = value.as_object().unwrap_or_else(|| panic!("{at}: no object but {value}"));
            let names = |map: &serde_json::Map<String, Value>| map.keys().cloned().collect::<BTreeSet<_>>();
            assert_eq!(names(object), names(members), "{at}");
            members.iter().for_each(|(name, shape)| fits(&value[name], shape, &format!("{at}.{name}")));
        }
        Value::Array(elements) => {
            let list = value.as_array().unwrap_or_else(|| panic!("{at}: no list but {value}"));
            list.iter().for_each(|value| fits(value, &elements[0], &format!("{at}[]")));
        }
        Value::String(types) => {
            let found = match value {
                Value::Null => "null",
                Value::Bool(_) => "boolean",
                Value::Number(_) => "number",
                Value::String(_) => "string",
                Value::Array(_) => "list",
                Value::Object(_) => "object",
            };
            let literal = value.as_str().map(|text| format!("'{text}'"));
            let fits = types.split('|').any(|kind| kind == found || literal.as_deref() == Some(kind));
            assert!(fits, "{at}: {value} is no {types}");
        }
        other => panic!("{other} is no shape"),
    }
}

fn results(format: &str) -> Vec<(String, Value)> {
    let folder = empty(&format!("grade-shape-{format}"));
    let output = grade(
        &[&ZIP[..], &["--format", format, "--lang", "en", "--output", folder.to_str().unwrap()]].concat(),
    );
    assert_eq!((code(&output), out(&output).as_str()), (1, ""), "{}", err(&output));
    let files = contents(&folder);
    assert_eq!(files.len(), 30);
    files.into_iter().map(|(name, bytes)| (name, serde_json::from_slice(&bytes).unwrap())).collect()
}

/// As "Autograder Specifications" of Gradescope has it.
#[test]
fn results_for_gradescope_have_its_shape() {
    let shape = serde_json::json!({
        "score": "number",
        "output": "string",
        "output_format": "'text'",
        "test_output_format": "'text'",
        "visibility": "'hidden'|'after_due_date'|'after_published'|'visible'",
        "stdout_visibility": "'hidden'|'after_due_date'|'after_published'|'visible'",
        "tests": [{
            "score": "number",
            "max_score": "number",
            "status": "'passed'|'failed'",
            "name": "string",
            "number": "string",
            "output": "string",
            "tags": ["string"],
            "visibility": "'hidden'|'after_due_date'|'after_published'|'visible'",
        }],
    });
    for (name, value) in results("gradescope") {
        fits(&value, &shape, &name);
        let tests = value["tests"].as_array().unwrap();
        let sum: f64 = tests.iter().map(|test| test["score"].as_f64().unwrap()).sum();
        assert_eq!(value["score"].as_f64(), Some(sum), "{name}");
        assert_eq!(tests.iter().filter(|test| test["visibility"] == "hidden").count(), 1, "{name}");
    }
}

/// As the sources of `autograding-grading-reporter` read it.
#[test]
fn results_for_github_classroom_have_its_shape() {
    let shape = serde_json::json!({
        "version": "number",
        "status": "'pass'|'fail'|'error'",
        "max_score": "number",
        "tests": [{
            "name": "string",
            "status": "'pass'|'fail'|'error'",
            "score": "number",
            "message": "string",
            "test_code": "string",
            "filename": "string",
            "line_no": "number",
            "execution_time": "string",
        }],
    });
    let marks = rows(&out(&grade(&[&ZIP[..], &["--format", "csv"]].concat())));
    for ((name, value), row) in results("classroom").into_iter().zip(marks) {
        fits(&value, &shape, &name);
        let sum: f64 =
            value["tests"].as_array().unwrap().iter().map(|test| test["score"].as_f64().unwrap()).sum();
        assert_eq!(sum.to_string(), row["total"], "{name}: the reporter adds up the tests");
        assert_eq!(value["status"] == "pass", row["passed"] == "yes", "{name}");
    }
}

/// As check50's "JSON specification" has it.
#[test]
fn results_of_check50_have_its_shape() {
    let mut shape = serde_json::json!({
        "slug": "string",
        "results": [{
            "name": "string",
            "description": "string",
            "passed": "boolean|null",
            "log": ["string"],
            "cause": "object|null",
            "data": "object",
            "dependency": "string|null",
        }],
        "version": "string",
    });
    let (mut skipped, mut failed) = (0, 0);
    for (name, value) in results("check50") {
        fits(&value, &shape, &name);
        let results = value["results"].as_array().unwrap();
        let names: BTreeSet<&str> = results.iter().map(|result| result["name"].as_str().unwrap()).collect();
        assert!(!names.contains("opened"), "hidden");
        for result in results {
            assert_eq!(result["cause"].is_null(), result["passed"] == true, "{name}: {result}");
            assert!(result["dependency"].as_str().is_none_or(|id| names.contains(id)));
            skipped += usize::from(result["passed"].is_null());
            failed += usize::from(result["passed"] == false);
            assert!(result["cause"].is_null() || result["cause"]["rationale"].is_string());
        }
    }
    assert!(skipped > 10 && failed > 10, "{skipped} skipped, {failed} failed");
    shape["results"][0]["passed"] = "string".into();
    let wrong = std::panic::catch_unwind(|| fits(&results("check50")[0].1, &shape, ""));
    assert!(wrong.is_err(), "the shape is held against something");
}

#[test]
fn junit_xml_is_read_by_a_parser_of_xml_and_its_counts_are_right() {
    let text = out(&grade(&[&ZIP[..], &["--format", "junit", "--lang", "zh"]].concat()));
    let mut reader = Reader::from_str(&text);
    let (mut suites, mut cases, mut failures, mut skipped) = (0, 0, 0, 0);
    let mut said = BTreeMap::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) | Event::Empty(tag) => match tag.name().as_ref() {
                "testsuites" => {
                    for attribute in tag.attributes() {
                        let attribute = attribute.unwrap();
                        let key = attribute.key.as_ref().to_owned();
                        said.insert(key, attribute.value.to_string());
                    }
                }
                "testsuite" => suites += 1,
                "testcase" => cases += 1,
                "failure" => failures += 1,
                "skipped" => skipped += 1,
                "system-out" => {}
                other => panic!("{other}"),
            },
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!((suites, cases), (30, 150), "a suite per student, a case for every item that is not hidden");
    for (name, count) in [("tests", cases), ("failures", failures), ("skipped", skipped)] {
        assert_eq!(said[name], count.to_string(), "{name}");
    }
    assert_eq!(said["name"], "实验四 邮件");
    assert!(failures > 0 && skipped > 0);
}

#[test]
fn the_worksheet_of_moodle_comes_back_with_grades_and_comments_and_nothing_else_changed() {
    let sheet = ["lab.toml", "moodle.zip", "--roster", "worksheet.csv", "--format", "moodle", "--lang", "en"];
    let output = grade(&sheet);
    let before = rows(&fs::read_to_string(made().join("worksheet.csv")).unwrap());
    let after = rows(&out(&output));
    assert_eq!(after.len(), 30);
    for (before, after) in before.iter().zip(&after) {
        for (column, cell) in before {
            match column.as_str() {
                "Grade" => assert!(after[column].parse::<f64>().unwrap() <= 100.0),
                "Feedback comments" => {
                    assert!(after[column].contains("A whole SMTP session ") && cell.is_empty())
                }
                _ => assert_eq!(cell, &after[column], "{column}"),
            }
        }
    }
    assert_eq!((after[0]["Grade"].as_str(), after[29]["Grade"].as_str()), ("90", "0"));
    assert!(after[29]["Feedback comments"].starts_with("nothing was handed in<br>"));
    assert!(!err(&output).contains("maximum grade"), "{}", err(&output));
    let small = fs::read_to_string(made().join("worksheet.csv")).unwrap().replace(",100.00,", ",10.00,");
    fs::write(made().join("small.csv"), small).unwrap();
    let warned = grade(&["lab.toml", "moodle.zip", "--roster", "small.csv", "--format", "moodle"]);
    assert!(err(&warned).contains("maximum grade is 10, and the rubric has 100 points"), "{}", err(&warned));
    // Without it, the sheet is made of what the names in the archive tell.
    let made = rows(&out(&grade(&["lab.toml", "moodle.zip", "--format", "moodle", "--lang", "en"])));
    let first = made.iter().find(|row| row["Full name"] == "张伟").unwrap();
    assert_eq!((first["Identifier"].as_str(), first["Maximum Grade"].as_str()), ("Participant 1001", "100"));
}

#[test]
fn feedback_is_in_the_students_language_and_names_frames_as_wireshark_filters() {
    let folder = empty("grade-feedback");
    grade(&[&ZIP[..], &["--format", "csv", "--lang", "en", "--feedback", folder.to_str().unwrap()]].concat());
    let pages = contents(&folder);
    assert_eq!(pages.len(), 30);
    let page = |id: &str| String::from_utf8(pages[&format!("{id}.md")].clone()).unwrap();
    assert!(page("s25").contains("# 实验四 邮件") && page("s25").contains("期望："), "{}", page("s25"));
    assert!(page("s26").contains("no capture but a picture"), "{}", page("s26"));
    assert!(page("s27").contains("期待：") && page("s27").contains("`frame.number "), "{}", page("s27"));
    for (name, page) in &pages {
        let page = String::from_utf8(page.clone()).unwrap();
        for hidden in ["Opened with the key log", "鍵ログで開く", "用密钥日志打开"] {
            assert!(!page.contains(hidden), "{name} tells what is hidden: {page}");
        }
    }
    assert!(page("s01").contains("90 / 100"), "{}", page("s01"));
}

#[test]
fn the_exit_status_tells_whether_everybody_passed_and_everything_was_read() {
    let status = |arguments: &[&str]| {
        let output = grade(arguments);
        (code(&output), err(&output))
    };
    assert_eq!(
        status(&["lab.toml", "submissions/s01", "--roster", "roster.csv"]).0,
        1,
        "the others handed in nothing"
    );
    let roster = "id,sender\ns01,student@lab.example\n";
    fs::write(made().join("one.csv"), roster).unwrap();
    assert_eq!(status(&["lab.toml", "submissions/s01", "--roster", "one.csv"]).0, 0);
    let (code, text) = status(&["lab.toml", "submissions/s01", "gone", "--roster", "one.csv"]);
    assert!(code == 2 && text.contains("gone: "), "{code} {text}");
    let (code, text) = status(&["lab.toml", "-", "--roster", "one.csv"]);
    assert!(code == 2 && text.contains("not of standard input"), "{code} {text}");
    let (code, text) = status(&["gone.toml", "submissions"]);
    assert!(code == 2 && text.contains("gone.toml"), "{code} {text}");
    let (code, text) = status(&["lab.toml", "submissions", "--roster", "gone.csv"]);
    assert!(code == 2 && text.contains("gone.csv"), "{code} {text}");
    let (code, text) = status(&["lab.toml", "submissions", "--format", "gradescope"]);
    assert!(code == 2 && text.contains("--output"), "{code} {text}");
    let (code, text) = status(&["lab.toml", "submissions", "--reveal"]);
    assert!(code == 2 && text.contains("never show secrets"), "{code} {text}");
    fs::write(made().join("wrong.csv"), "id,name\ns01,x\ns01,y\n").unwrap();
    let (code, text) = status(&["lab.toml", "submissions", "--roster", "wrong.csv"]);
    assert!(code == 2 && text.contains("wrong.csv: students 1 and 2 have the same id s01"), "{code} {text}");
    fs::write(
        made().join("wrong.toml"),
        "schema = \"wiretale-rubric/1\"\n[[item]]\nid = \"x\"\npoints = 1\nchek = []\n",
    )
    .unwrap();
    let (code, text) = status(&["wrong.toml", "submissions"]);
    assert!(code == 2 && text.contains("wrong.toml:5:1: ") && !text.contains("<0x0a>"), "{code} {text}");
    let (code, text) = status(&["--check-rubric", "lab.toml", "--lang", "en"]);
    assert_eq!((code, text.as_str()), (0, ""));
    assert_eq!(status(&["lab.toml"]).0, 2, "a path is wanted");
}

#[test]
fn one_student_is_shown_in_full_and_a_class_as_a_table() {
    let table = out(&grade(&[&ZIP[..], &["--lang", "en", "--width", "100"]].concat()));
    assert!(
        table.starts_with("student  session  sender  typed   pop3    tls  opened  total  remark\n"),
        "{table}"
    );
    assert!(table.lines().all(|line| line.chars().count() <= 100), "{table}");
    assert!(table.contains("\nmean "), "{table}");
    fs::write(made().join("s25.csv"), "id,sender\ns25,student@lab.example\n").unwrap();
    let one = out(&grade(&["lab.toml", "submissions/s25", "--roster", "s25.csv", "--lang", "ja"]));
    assert!(one.starts_with("s25  40 / 100 点    [1] report-4.4-telnet.pcapng\n"), "{one}");
    let colour = out(&grade(&["lab.toml", "submissions/s25", "--roster", "s25.csv", "--color", "always"]));
    assert!(colour.contains("\u{1b}[32m"), "{colour}");
}

/// The same capture, handed in by two.
#[test]
fn captures_that_are_alike_are_said_without_a_word_about_why() {
    let folder = empty("grade-alike");
    let capture = support::project("captures/smtp/typed.pcapng");
    for id in ["s01", "s02"] {
        fs::create_dir_all(folder.join(id)).unwrap();
        fs::copy(&capture, folder.join(id).join(format!("{id}-mine.pcapng"))).unwrap();
    }
    let text = out(&grade(&["lab.toml", folder.to_str().unwrap(), "--lang", "en"]));
    let note = "note: s01 and s02 hold the same 331 frames (s01-mine.pcapng, s02-mine.pcapng)\n";
    assert!(text.ends_with(note), "{text}");
}

/// Names, ids and a roster that would act on a terminal, a page or a spreadsheet.
#[cfg(unix)]
#[test]
fn no_name_acts_on_whoever_reads_the_marks() {
    const EVIL: &str = "=1+1\u{1b}]0;x\u{7}\u{202e}\u{200b}\u{85}|<b>";
    let folder = empty("grade-evil");
    let own = folder.join("class").join(format!("s01{EVIL}"));
    fs::create_dir_all(&own).unwrap();
    let name = format!("{EVIL}\n.pcapng");
    fs::copy(support::project("captures/smtp/dots.pcapng"), own.join(&name)).unwrap();
    fs::write(own.join(format!("{EVIL}.txt")), "hello").unwrap();
    fs::write(folder.join("roster.csv"), format!("id,name,sender\ns01,\"{EVIL}\",{EVIL}\n{EVIL},x,y\n"))
        .unwrap();
    let class = folder.join("class");
    let roster = folder.join("roster.csv");
    let pages = folder.join("pages");
    let common = ["lab.toml", class.to_str().unwrap(), "--roster", roster.to_str().unwrap()];
    for format in ["text", "csv", "json", "markdown", "junit", "moodle"] {
        for color in ["never", "always"] {
            let arguments =
                ["--format", format, "--color", color, "-v", "--feedback", pages.to_str().unwrap()];
            let output = grade(&[&common[..], &arguments].concat());
            let mut text = out(&output) + &err(&output);
            for bytes in contents(&pages).into_values() {
                text.push_str(&String::from_utf8(bytes).unwrap());
            }
            for code in ["36", "35", "2", "1;31", "31", "33", "32", "1", "0"] {
                text = text.replace(&format!("\u{1b}[{code}m"), "");
            }
            assert!(text.contains("0x1b") || text.contains("u001b"), "{format} shows what was sent: {text}");
            let text = text.replace("\r\n", "\n").replace('\u{feff}', "");
            let acts = text.chars().find(|letter| *letter != '\n' && !wiretale::dialogue::is_shown(*letter));
            assert_eq!(acts, None, "{format}: {text}");
            if matches!(format, "csv" | "moodle") {
                for row in rows(&out(&output)) {
                    for (column, cell) in row {
                        assert!(!cell.starts_with('='), "{column} is a formula: {cell}");
                    }
                }
            }
        }
    }
    let names: Vec<String> = contents(&pages).into_keys().collect();
    assert_eq!(names, ["=1+1_]0;x_ _b_.md", "s01.md"]);
}

/// A pcapng with its secrets in it, a private key, and a login in clear.
#[test]
fn secrets_that_were_handed_in_are_warned_of() {
    let folder = empty("grade-secrets");
    let put = |name: &str, from: &str| {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::copy(support::project("captures").join(from), path).unwrap();
    };
    put("s01/inside.pcapng", "tls/tls13-secrets-inside.pcapng");
    put("s02/login.pcapng", "smtp/auth-login.pcapng");
    put("s03/cram.pcapng", "smtp/cram-md5.pcapng");
    put("s04/stls.pcapng", "smtp/starttls-tls12.pcapng");
    put("s04/keys.log", "smtp/starttls-tls12.keys.log");
    fs::create_dir_all(folder.join("s05")).unwrap();
    fs::write(
        folder.join("s05/server.key"),
        "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\n",
    )
    .unwrap();
    let output = grade(&["lab.toml", folder.to_str().unwrap(), "--format", "json", "--lang", "en"]);
    let document: Value = serde_json::from_str(&out(&output)).unwrap();
    let warned: Vec<String> = document["marks"]["students"]
        .as_array()
        .unwrap()
        .iter()
        .map(|student| {
            let warnings = student["warnings"].as_array().unwrap();
            let texts: Vec<&str> = warnings.iter().map(|it| it["text"].as_str().unwrap()).collect();
            texts.iter().map(|text| text.split([':', ',']).next().unwrap()).collect::<Vec<_>>().join("; ")
        })
        .collect();
    let keylog = "a key log was handed in";
    let expected =
        [keylog, "the capture holds a password in clear", "", keylog, "a private key was handed in"];
    assert_eq!(warned, expected);
    assert!(
        err(&output).contains("secrets in what was handed in")
            && err(&output).contains(": s01, s02, s04, s05")
    );
    let evidence = &document["marks"]["students"][1]["warnings"][0]["evidence"][0];
    assert!(evidence["filter"].as_str().unwrap().starts_with("frame.number "), "{evidence}");
}

/// Steps are left out of what an expression sees unless it looks at them.
#[test]
fn expressions_see_steps_where_they_look_at_them() {
    let folder = empty("grade-steps");
    fs::copy(support::project("captures/smtp/dots.pcapng"), folder.join("s01.pcapng")).unwrap();
    let item = |id: &str, when: &str| {
        format!(
            "[[item]]\nid = \"{id}\"\npoints = 1\ncheck = [{{ when = '{when}', expected = {{ en = \"x\" }} }}]\n"
        )
    };
    let head = "schema = \"wiretale-rubric/1\"\ntitle = { en = \"x\" }\n";
    let facts = item("facts", "smtp != null && smtp.quit");
    let steps = item("steps", "steps.exists(s, s.kind == \"smtp.command.quit\")");
    for (name, items, points) in [("facts", vec![&facts], "1"), ("both", vec![&facts, &steps], "2")] {
        let rubric = folder.join(format!("{name}.toml"));
        let items: String = items.into_iter().map(String::as_str).collect();
        fs::write(&rubric, format!("{head}{items}")).unwrap();
        let capture = folder.join("s01.pcapng");
        let output = grade(&[rubric.to_str().unwrap(), capture.to_str().unwrap(), "--format", "csv"]);
        assert_eq!(code(&output), 0, "{}", err(&output));
        assert_eq!(rows(&out(&output))[0]["total"], points, "{name}");
    }
}
