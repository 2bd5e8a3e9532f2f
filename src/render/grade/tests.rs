//! The mock screens, and what each format makes of the same class.

use std::collections::BTreeMap;

use crate::annotate::{Catalog, Lang};
use crate::dialogue::{
    Alike, Checked, Evidence, Frames, HandedIn, Item, MarkState, Marks, Note, Say, Score, Student, Time,
    Warning, Words,
};
use crate::render::{GRADE_TEXTS, Look, Paint, Sheet, TEXTS};

/// Says what would act on a terminal, a page, a table and a spreadsheet.
const EVIL: &str = "=1+\u{1b}[2J<b>&\"|`*_\u{202e}\r\n";

fn words(text: &str) -> Words {
    Words(BTreeMap::from([("en".to_owned(), text.to_owned())]))
}

fn say(text: &str) -> Say {
    Say::Words(words(text))
}

fn item(id: &str, points: f64, hidden: bool, needs: &[&str]) -> Item {
    let needs = needs.iter().map(|id| (*id).to_owned()).collect();
    Item { id: id.to_owned(), title: words(&format!("The {id}")), points, hidden, needs }
}

fn at(file: usize, stream: Option<u64>, frames: &[u64]) -> Evidence {
    Evidence { file, stream, frames: frames.iter().copied().collect::<Frames>() }
}

fn check(state: MarkState, points: f64, of: f64, remark: &str, evidence: Vec<Evidence>) -> Checked {
    let passed = state == MarkState::Passed;
    Checked {
        id: "when".to_owned(),
        state,
        points,
        of,
        expected: say("a whole session from the 220 greeting to QUIT and 221"),
        actual: say(if passed { "it is there" } else { "QUIT and 221; neither 220 nor EHLO" }),
        remark: (!passed && !remark.is_empty()).then(|| say(remark)),
        hint: (!passed).then(|| say("start the capture first, then send")),
        evidence,
    }
}

fn score(state: MarkState, points: f64, of: f64, remark: &str) -> Score {
    let evidence = if state == MarkState::Failed { vec![] } else { vec![at(0, Some(0), &[26, 27])] };
    Score { state, points, missing: Vec::new(), checks: vec![check(state, points, of, remark, evidence)] }
}

fn skipped() -> Score {
    let checks = vec![check(MarkState::Skipped, 0.0, 20.0, "", vec![])];
    Score { state: MarkState::Skipped, points: 0.0, missing: vec!["session".to_owned()], checks }
}

fn student(id: &str, files: &[(&str, u64)], scores: Vec<Score>) -> Student {
    let file = |(name, frames): &(&str, u64)| HandedIn {
        name: (*name).to_owned(),
        frames: Some(*frames),
        times: Some((Time::default(), Time::from(1_000_000_000))),
        print: 7,
        conversations: (2, 1),
        problems: Vec::new(),
    };
    let total = scores.iter().map(|score| score.points).sum();
    Student {
        id: id.to_owned(),
        files: files.iter().map(file).collect(),
        scores,
        total,
        ..Student::default()
    }
}

/// The class of look.md, section 8.
pub(super) fn class() -> Marks {
    use MarkState::{Failed, Partial, Passed, Undecided};
    let whole = |of: f64| score(Passed, of, of, "");
    let needs = &["session"][..];
    Marks {
        title: words("Lab 4"),
        pass: None,
        items: vec![
            item("session", 20.0, false, &[]),
            item("login", 20.0, false, needs),
            item("mail", 20.0, false, needs),
            item("typed", 15.0, false, needs),
            item("pop3", 15.0, false, &[]),
            item("tls", 10.0, false, &[]),
        ],
        students: vec![
            student(
                "s01",
                &[("smtp.pcapng", 431), ("pop3.pcapng", 60), ("https-webmail-tls12.pcapng", 598)],
                vec![whole(20.0), whole(20.0), whole(20.0), whole(15.0), whole(15.0), whole(10.0)],
            ),
            student(
                "s02",
                &[("smtp-swaks-auth-login.pcapng", 30), ("pop3-all.pcapng", 40)],
                vec![
                    whole(20.0),
                    whole(20.0),
                    whole(20.0),
                    score(Failed, 0.0, 15.0, "lines arrive whole"),
                    whole(15.0),
                    score(Failed, 0.0, 10.0, "no handshake in 2 files"),
                ],
            ),
            student(
                "s03",
                &[("net-midstream-smtp.pcapng", 30), ("smtps-tls12-report.pcapng", 40)],
                vec![
                    score(Partial, 10.0, 20.0, "the capture began too late"),
                    score(Undecided, 0.0, 20.0, "the capture began too late"),
                    whole(20.0),
                    score(Failed, 0.0, 15.0, "lines arrive whole"),
                    score(Failed, 0.0, 15.0, "no conversation of POP3"),
                    whole(10.0),
                ],
            ),
            student(
                "s04",
                &[("https-webmail-tls12.pcapng", 598)],
                vec![
                    score(Failed, 0.0, 20.0, "only HTTPS, 517 of 598 frames encrypted"),
                    skipped(),
                    skipped(),
                    skipped(),
                    score(Failed, 0.0, 15.0, "no conversation of POP3"),
                    whole(10.0),
                ],
            ),
        ],
        alike: vec![Alike { files: vec![(0, 2), (3, 0)], frames: 598 }],
        ..Marks::default()
    }
}

/// The same with a hidden item, a pass mark, a warning, and evil texts wherever one may stand.
fn evil_class() -> Marks {
    let mut marks = class();
    marks.title = words(EVIL);
    marks.pass = Some(60.0);
    marks.items[5].hidden = true;
    marks.items[4].id = EVIL.to_owned();
    for student in &mut marks.students {
        student.id.push_str(EVIL);
        student.row.insert("name".to_owned(), EVIL.to_owned());
        student.row.insert("email".to_owned(), EVIL.to_owned());
        for file in &mut student.files {
            file.name.push_str(EVIL);
            file.problems.push(Note::new("marks-needs").with("items", EVIL));
        }
        for check in student.scores.iter_mut().flat_map(|score| &mut score.checks) {
            check.id = EVIL.to_owned();
            check.actual = say(EVIL);
            check.remark = check.remark.as_ref().map(|_| say(EVIL));
        }
        student.scores[5].checks[0].actual = say("the secret of the hidden item");
        student.warnings.push(Warning {
            note: Note::new("marks-needs").with("items", EVIL),
            evidence: vec![at(0, Some(7), &[1, 2, 3, 9])],
        });
    }
    marks
}

fn catalogs() -> Vec<Catalog> {
    Lang::ALL.map(|lang| Catalog::new(lang, &[&TEXTS, &GRADE_TEXTS])).into()
}

fn look(width: usize) -> Look {
    Look { width, width_unknown: false, paint: Paint { on: false }, verbose: 0, quiet: false, reveal: false }
}

#[test]
fn the_class_looks_as_it_was_drawn() {
    let (marks, catalogs) = (class(), catalogs());
    let table = Sheet::new(&marks, &catalogs, Lang::En).unwrap().table(look(120));
    let drawn = "\
student  session  login   mail  typed   pop3    tls  total  remark
             /20    /20    /20    /15    /15    /10   /100
s01           20     20     20     15     15     10    100
s02           20     20     20      0     15      0     75  typed: lines arrive whole; tls: no handshake in 2 files
s03           10      ?     20      0      0     10     40  session, login: the capture began too late
s04            0      -      -      -      0     10     10  session: only HTTPS, 517 of 598 frames encrypted
mean       12.50  10.00  15.00   3.75   7.50   7.50  56.25
0 failed   ? cannot be decided from these files (0 points)   - skipped, needs session
note: s01 and s04 hold the same 598 frames (https-webmail-tls12.pcapng)
";
    assert_eq!(table, drawn);
}

#[test]
fn a_student_looks_as_it_was_drawn() {
    let (mut marks, catalogs) = (class(), catalogs());
    marks.students.retain(|student| student.id == "s03");
    let sheet = Sheet::new(&marks, &catalogs, Lang::Zh).unwrap();
    let drawn = "\
s03  40 / 100 分    [1] net-midstream-smtp.pcapng  [2] smtps-tls12-report.pcapng
session  10/20  部分得分  期望：a whole session from the 220 greeting to QUIT and 221
                          实际：QUIT and 221; neither 220 nor EHLO（[1] #26、#27）
                          建议：start the capture first, then send
login     0/20  无法判断  期望：a whole session from the 220 greeting to QUIT and 221
                          实际：QUIT and 221; neither 220 nor EHLO（[1] #26、#27）
                          建议：start the capture first, then send
mail     20/20  通过      it is there（[1] #26、#27）
typed     0/15  未通过    期望：a whole session from the 220 greeting to QUIT and 221
                          实际：QUIT and 221; neither 220 nor EHLO
                          建议：start the capture first, then send
";
    let shown = sheet.student(&marks.students[0], look(100));
    assert!(shown.starts_with(drawn), "{shown}");
    let wide = sheet.student(&marks.students[0], look(150));
    let row =
        "typed     0/15  未通过    期望：a whole session from the 220 greeting to QUIT and 221；实际：QUIT";
    assert!(wide.contains(row), "{wide}");
    for columns in [40, 60, 100] {
        for line in sheet.student(&marks.students[0], look(columns)).lines() {
            assert!(crate::render::width(line) <= columns.max(55), "{columns}: {line}");
        }
    }
}

#[test]
fn several_checks_of_an_item_have_a_row_each_and_a_single_file_has_no_number() {
    let (mut marks, catalogs) = (class(), catalogs());
    let student = &mut marks.students[3];
    student.scores[0].checks.push(check(MarkState::Passed, 5.0, 5.0, "", vec![at(0, None, &[1, 2, 3])]));
    student.scores[0].checks[1].id = "quit".to_owned();
    let sheet = Sheet::new(&marks, &catalogs, Lang::En).unwrap();
    let shown = sheet.student(&marks.students[3], look(200));
    assert!(shown.contains("\nsession   0/20  failed\n  when    0/20  failed"), "{shown}");
    assert!(shown.contains("\n  quit     5/5  passed   it is there (#1-3)\n"), "{shown}");
    assert!(shown.contains("\nlogin     0/20  skipped  needs session\n"), "{shown}");
}

#[test]
fn points_have_at_most_two_decimals_and_none_that_says_nothing() {
    for (number, text) in [
        (20.0, "20"),
        (0.0, "0"),
        (-0.0, "0"),
        (-0.001, "0"),
        (2.5, "2.5"),
        (0.1 + 0.2, "0.3"),
        (100.0, "100"),
        (6.666_666, "6.67"),
    ] {
        assert_eq!(super::points(number), text);
        assert_eq!(super::rounded(number).to_string(), text);
    }
}

#[test]
fn frames_are_named_so_that_wireshark_finds_them() {
    for (place, filter) in [
        (at(0, Some(3), &[7]), "frame.number == 7"),
        (at(0, Some(3), &[7, 8, 9]), "frame.number >= 7 && frame.number <= 9"),
        (at(0, None, &[1, 2, 9]), "frame.number in {1 .. 2, 9}"),
        (at(0, Some(3), &[]), "tcp.stream eq 3"),
        (at(0, None, &[]), ""),
        (
            at(0, None, &(0..50).map(|number| number * 2).collect::<Vec<_>>()),
            "frame.number >= 0 && frame.number <= 98",
        ),
    ] {
        assert_eq!(super::filter(&place), filter);
    }
}

/// Every format, with what acts on a terminal named and not sent.
#[test]
fn nothing_evil_comes_out_of_any_format() {
    let (marks, catalogs) = (evil_class(), catalogs());
    for lang in Lang::ALL {
        let sheet = Sheet::new(&marks, &catalogs, lang).unwrap();
        let one = &marks.students[2];
        let all = [
            ("table", sheet.table(look(80))),
            ("student", sheet.student(one, look(80))),
            ("csv", sheet.csv().replace("\r\n", "\n")),
            ("json", sheet.json()),
            ("markdown", sheet.markdown()),
            ("feedback", sheet.feedback(one)),
            ("gradescope", sheet.gradescope(one)),
            ("classroom", sheet.classroom(one)),
            ("check50", sheet.check50(one, "lab.toml")),
            ("junit", sheet.junit()),
            ("moodle", sheet.moodle().replace("\r\n", "\n").replace('\u{feff}', "")),
        ];
        for (name, text) in all {
            assert!(
                text.contains("<0x1b>") || text.contains("\\u001b") || text.contains("0x1b"),
                "{name}: {text}"
            );
            let acts = text.chars().find(|&letter| letter != '\n' && !crate::dialogue::is_shown(letter));
            assert_eq!(acts, None, "{name}: {text}");
            assert!(!text.contains("[no text"), "{name}: {text}");
        }
    }
}

/// What students see has nothing of hidden items but their points.
#[test]
fn hidden_items_are_kept_from_students_and_their_points_are_not() {
    let (marks, catalogs) = (evil_class(), catalogs());
    let sheet = Sheet::new(&marks, &catalogs, Lang::En).unwrap();
    let one = &marks.students[2];
    for (name, text) in [
        ("feedback", sheet.feedback(one)),
        ("classroom", sheet.classroom(one)),
        ("check50", sheet.check50(one, "lab.toml")),
        ("junit", sheet.junit()),
        ("moodle", sheet.moodle()),
    ] {
        assert!(!text.contains("secret of the hidden") && !text.contains("The tls"), "{name}: {text}");
    }
    assert!(sheet.feedback(one).contains("## Further checks 10/10\n"));
    for text in [sheet.json(), sheet.markdown(), sheet.gradescope(one)] {
        assert!(text.contains("secret of the hidden"), "{text}");
    }
    let results: serde_json::Value = serde_json::from_str(&sheet.gradescope(one)).unwrap();
    let tests = results["tests"].as_array().unwrap();
    let hidden: Vec<bool> = tests.iter().map(|test| test["visibility"] == "hidden").collect();
    assert_eq!(hidden, [false, false, false, false, false, true]);
    let results: serde_json::Value = serde_json::from_str(&sheet.classroom(one)).unwrap();
    let sum: f64 =
        results["tests"].as_array().unwrap().iter().map(|test| test["score"].as_f64().unwrap()).sum();
    assert_eq!((sum, results["max_score"].as_f64()), (40.0, Some(100.0)), "the reporter adds up the tests");
}

#[test]
fn a_student_is_told_in_the_language_of_the_roster() {
    let (mut marks, catalogs) = (class(), catalogs());
    for (index, (lang, word)) in
        [("zh-CN", "期望："), ("JA", "期待："), ("", "expected: "), ("fr", "expected: ")].iter().enumerate()
    {
        marks.students[index].row.insert("lang".to_owned(), (*lang).to_owned());
        marks.students[index].scores[5] = score(MarkState::Failed, 0.0, 10.0, "no");
        let sheet = Sheet::new(&marks, &catalogs, Lang::En).unwrap();
        let text = sheet.feedback(&marks.students[index]);
        assert!(text.contains(word), "{lang}: {text}");
    }
}

#[test]
fn a_worksheet_of_moodle_comes_back_with_its_columns_and_the_grades() {
    let (mut marks, catalogs) = (class(), catalogs());
    marks.columns =
        ["标识符", "全名", "成绩", "最后修改（成绩）", "反馈评论", "注"].map(str::to_owned).into();
    for (student, number) in marks.students.iter_mut().zip([11, 12, 13]) {
        for (column, text) in [
            ("标识符", format!("参与者{number}")),
            ("全名", "张三".to_owned()),
            ("最后修改（成绩）", "2026年".to_owned()),
            ("注", "=x".to_owned()),
            ("moodle_id", number.to_string()),
            ("lang", "zh".to_owned()),
        ] {
            student.row.insert(column.to_owned(), text);
        }
    }
    let sheet = Sheet::new(&marks, &catalogs, Lang::En).unwrap();
    let text = sheet.moodle();
    let mut lines = text.strip_prefix('\u{feff}').unwrap().split("\r\n");
    assert_eq!(lines.next(), Some("标识符,全名,成绩,最后修改（成绩）,反馈评论,注"));
    assert!(lines.next().unwrap().starts_with("参与者11,张三,100,2026年,"));
    let third = lines.nth(1).unwrap();
    assert!(third.starts_with("参与者13,张三,40,2026年,"), "{third}");
    assert!(third.ends_with(",'=x") && third.contains("The session 10/20，部分得分<br>期望："), "{third}");
    assert_eq!(lines.next(), Some(""), "whom the worksheet does not have is left out");
}

#[test]
fn of_many_that_are_alike_the_first_are_named() {
    let (mut marks, catalogs) = (class(), catalogs());
    let one = marks.students[3].clone();
    marks.students = (0..30).map(|number| Student { id: format!("s{number:02}"), ..one.clone() }).collect();
    let named = |count: usize| {
        let alike = Alike { files: (0..count).map(|index| (index, 0)).collect(), frames: 598 };
        Sheet::new(&marks, &catalogs, Lang::En).unwrap().alike(&alike)
    };
    assert!(named(3).starts_with("note: s00, s01 and s02 hold the same 598 frames"), "{}", named(3));
    assert!(
        named(9).starts_with("note: s00, s01, s02, s03, s04, s05, s06, s07 and s08 hold"),
        "{}",
        named(9)
    );
    assert!(
        named(30).starts_with("note: s00, s01, s02, s03, s04, s05, s06, s07 and 22 more hold"),
        "{}",
        named(30)
    );
}
