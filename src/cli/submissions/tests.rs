//! Folders and archives as learning platforms give them, and as nobody should.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::PathBuf;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{MAX_ENTRIES, Roster, Submission, students, walk};

mod archives;

/// A folder of this test alone, taken away at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("wiretale-{}-{test}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn put(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (index, (name, bytes)) in entries.iter().enumerate() {
        let method = if index % 2 == 0 { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The header of an entry with a name in any bytes; `flags` as in APPNOTE 4.4.4.
fn header(name: &[u8], flags: u16, method: u16, crc: u32, packed: u32, size: u32) -> Vec<u8> {
    let mut bytes = b"PK\x03\x04\x14\0".to_vec();
    bytes.extend(flags.to_le_bytes());
    bytes.extend(method.to_le_bytes());
    bytes.extend([0; 4]);
    for number in [crc, packed, size] {
        bytes.extend(number.to_le_bytes());
    }
    bytes.extend((name.len() as u16).to_le_bytes());
    bytes.extend([0; 2]);
    bytes.extend(name);
    bytes
}

/// Name, flags, contents, size that is said, attributes.
type Raw<'a> = (&'a [u8], u16, &'a [u8], u32, u32);

/// An archive of stored entries, by hand.
fn by_hand(entries: &[Raw<'_>]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, flags, contents, size, attributes) in entries {
        let mut crc = flate2::Crc::new();
        crc.update(contents);
        let offset = bytes.len() as u32;
        let local = header(name, *flags, 0, crc.sum(), contents.len() as u32, *size);
        directory.extend(b"PK\x01\x02\x14\x03");
        directory.extend(&local[4..30]);
        directory.extend([0; 6]);
        directory.extend(attributes.to_le_bytes());
        directory.extend(offset.to_le_bytes());
        directory.extend(*name);
        bytes.extend(local);
        bytes.extend(*contents);
    }
    let (start, length) = (bytes.len() as u32, directory.len() as u32);
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend((entries.len() as u16).to_le_bytes());
    bytes.extend((entries.len() as u16).to_le_bytes());
    bytes.extend(length.to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0; 2]);
    bytes
}

/// `id: file, file (why it is refused)` of every student.
fn shown(paths: &[String], roster: Option<&Roster>) -> (Vec<String>, Vec<String>) {
    let walk = walk(paths);
    assert_eq!(walk.failed, Vec::<String>::new());
    let (students, messages) = students(walk, roster);
    let student = |student: &Submission| {
        let files: Vec<String> = student
            .files
            .iter()
            .map(|file| match &file.place {
                Ok(_) => file.name.clone(),
                Err(note) => format!("{} ({})", file.name, note.key),
            })
            .collect();
        format!("{}: {}", student.id, files.join(", "))
    };
    (students.iter().map(student).collect(), messages)
}

fn roster(text: &str) -> Roster {
    Roster::parse(text.as_bytes()).unwrap()
}

#[test]
fn a_folder_of_folders_is_a_class_and_a_folder_of_files_a_student() {
    let folder = Folder::new("folders");
    for name in [
        "class/s01/smtp.pcapng",
        "class/s01/tls.pcapng",
        "class/s01/.DS_Store",
        "class/s02/in/pop3.pcap.gz",
        "class/__MACOSX/s01/._smtp.pcapng",
        "class/s03.pcapng",
    ] {
        folder.put(name, b"x");
    }
    let (students, messages) = shown(&[folder.path("class")], None);
    assert_eq!(students, ["s01: smtp.pcapng, tls.pcapng", "s02: in/pop3.pcap.gz", "s03: s03.pcapng"]);
    assert!(messages.is_empty());
    let (students, _) = shown(&[folder.path("class/s01")], None);
    assert_eq!(students, ["s01: smtp.pcapng, tls.pcapng"]);
    let files = ["class/s01/smtp.pcapng", "class/s01/tls.pcapng", "class/s02/in/pop3.pcap.gz"];
    let (students, _) = shown(&files.map(|name| folder.path(name)), None);
    assert_eq!(students, ["pop3: pop3.pcap.gz", "smtp: smtp.pcapng", "tls: tls.pcapng"]);
    folder.put("class/s02/smtp.pcapng", b"x");
    let files = ["class/s01/smtp.pcapng", "class/s02/smtp.pcapng"];
    let (students, _) = shown(&files.map(|name| folder.path(name)), None);
    assert_eq!(students, ["s01: smtp.pcapng", "s02: smtp.pcapng"], "of one name, by their folders");
}

#[test]
fn files_side_by_side_are_told_apart_by_ids_in_their_names() {
    let folder = Folder::new("flat");
    for name in ["s01-smtp.pcapng", "s01-tls.pcapng", "s02_smtp.pcapng", "s010.pcapng"] {
        folder.put(&format!("ids/{name}"), b"x");
        folder.put(&format!("words/{}", name.replace(['0', '1', '2'], "")), b"x");
    }
    let (students, _) = shown(&[folder.path("ids")], None);
    assert_eq!(
        students,
        ["s01: s01-smtp.pcapng, s01-tls.pcapng", "s010: s010.pcapng", "s02: s02_smtp.pcapng"]
    );
    let class = roster("id,name\ns01,A\ns02,B\ns03,C\n");
    let (students, messages) = shown(&[folder.path("ids")], Some(&class));
    assert_eq!(
        students,
        ["s01: s01-smtp.pcapng, s01-tls.pcapng", "s010: s010.pcapng", "s02: s02_smtp.pcapng", "s03: "]
    );
    assert_eq!(messages, ["not in the roster: s010"]);
    let (students, _) = shown(&[folder.path("words")], None);
    assert_eq!(students.len(), 1, "{students:?}");
    for number in 0..9 {
        folder.put(&format!("words/{}.pcapng", ["a", "b", "c"][number % 3].repeat(number + 1)), b"x");
    }
    let (_, messages) = shown(&[folder.path("words")], None);
    assert!(messages[0].starts_with("words: the 13 files in it are taken as one student's"), "{messages:?}");
}

#[test]
fn archives_of_moodle_canvas_and_gradescope_give_their_students() {
    let folder = Folder::new("platforms");
    let inner = packed(&[("我的实验/smtp.pcapng", b"x"), ("我的实验/tls.pcapng", b"y")]);
    let moodle = packed(&[
        ("张三_4711_assignsubmission_file_/lab.zip", &inner),
        ("Jane Doe_12_assignsubmission_file_/report.docx", b"PK\x03\x04"),
        ("Li Si_13_assignsubmission_file_a.pcapng", b"x"),
    ]);
    let path = folder.put("Lab 4-1234.zip", &moodle);
    let (students, _) = shown(std::slice::from_ref(&path), None);
    assert_eq!(
        students,
        [
            "Jane Doe: report.docx",
            "Li Si: a.pcapng",
            "张三: lab/我的实验/smtp.pcapng, lab/我的实验/tls.pcapng"
        ]
    );
    let sheet = "\u{feff}Identifier,Full name,Email address,Status,Grade,Last modified (grade)\n\
        Participant 12,\"Doe, Jane\",jd@x,,,-\nParticipant 4711,Zhang San,zs@x,,,-\nParticipant 99,No One,no@x,,,-\n";
    let (students, messages) = shown(&[path], Some(&roster(sheet)));
    assert_eq!(
        students,
        [
            "Doe, Jane: report.docx",
            "Li Si: a.pcapng",
            "No One: ",
            "Zhang San: lab/我的实验/smtp.pcapng, lab/我的实验/tls.pcapng"
        ]
    );
    assert_eq!(messages, ["not in the roster: Li Si"]);
    let canvas = packed(&[
        ("doejane_LATE_4711_1234567_lab-1.pcapng", b"x"),
        ("doejane_LATE_4711_1234568_tls.pcapng", b"x"),
        ("张三_4712_1234569_lab.pcapng", b"x"),
    ]);
    let path = folder.put("submissions.zip", &canvas);
    let class = roster("学号,姓名\n7,Jane Doe\n8,张三\n");
    let (students, messages) = shown(&[path], Some(&class));
    assert_eq!(
        (students, messages),
        (vec!["7: lab-1.pcapng, tls.pcapng".into(), "8: lab.pcapng".into()], vec![])
    );
    let people = "submission_13:\n  :submitters:\n  - :name: Jane Doe\n    :sid: '77'\n    :email: j@x\n  - :name: Li\n\
        submission_14:\n  :submitters:\n  - :name: Zhao\n    :sid: s04\n";
    let gradescope = packed(&[
        ("assignment_1_export/submission_11/a.pcapng", b"x"),
        ("assignment_1_export/submission_12/s02.pcapng", b"x"),
        ("assignment_1_export/submission_13/c.pcapng", b"x"),
        ("assignment_1_export/submission_14/s02.pcapng", b"x"),
        ("assignment_1_export/submission_metadata.yml", people.as_bytes()),
    ]);
    let path = folder.put("export.zip", &gradescope);
    let (students, messages) = shown(&[path], Some(&roster("id,email\ns02,\ns03,J@x\n")));
    assert_eq!(students, ["s02: s02.pcapng", "s03: c.pcapng", "s04: s02.pcapng", "submission_11: a.pcapng"]);
    assert!(messages[0].starts_with("submission_13 was handed in by Jane Doe and Li; "), "{messages:?}");
}

#[test]
fn an_archive_of_one_student_is_named_by_its_own_name() {
    let folder = Folder::new("single");
    let path = folder.put("s01.zip", &packed(&[("lab/a.pcapng", b"x"), ("lab/b.pcapng", b"x")]));
    assert_eq!(shown(&[path], None).0, ["s01: a.pcapng, b.pcapng"]);
    folder.put("s02/lab.zip", &packed(&[("a.pcapng", b"x"), ("b.pcapng", b"x")]));
    assert_eq!(shown(&[folder.path("s02")], None).0, ["s02: a.pcapng, b.pcapng"]);
    folder.put("class/s03/a.pcapng", b"x");
    assert_eq!(shown(&[folder.path("class")], None).0, ["s03: a.pcapng"]);
}

#[test]
fn a_roster_is_read_as_spreadsheets_write_it() {
    let gbk = b"\xd1\xa7\xba\xc5;\xd0\xd5\xc3\xfb;mail\r\n01;\xd5\xc5\xc8\xfd;a@b\r\n";
    let utf16: Vec<u8> = "\u{feff}id\tname\n01\t张三\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [&gbk[..], &utf16, "\u{feff}id,name\n01, 张三 \n\n,,\n".as_bytes(), b"Student,Name\n01,x"]
    {
        let roster = Roster::parse(bytes).unwrap();
        assert_eq!(roster.rows.len(), 1);
        assert_eq!(roster.rows[0]["id"], "01");
    }
    assert_eq!(Roster::parse(gbk).unwrap().rows[0]["name"], "张三");
    assert_eq!(Roster::parse(gbk).unwrap().rows[0]["mail"], "a@b", "any column is kept");
}

#[test]
fn what_is_wrong_with_a_roster_is_told_with_its_line() {
    for (text, wrong) in [
        ("", "the roster is empty"),
        ("id,name\n", "no student"),
        ("nr,name\n1,x\n", "no column id"),
        ("id,id\n1,2\n", "same heading"),
        ("id,name\n1,x\n2\n", "line 3: 1 cells where the headings are 2"),
        ("id,name\n1,Doe, Jane\n", "line 2: 3 cells"),
        ("id,name\n1,x\n1,y\n", "students 1 and 2 have the same id 1"),
        ("id,name\n1,x\n,y\n", "student 2: the id is missing"),
        ("Identifier,Grade\n,\nParticipant 1,\nParticipant 1,\n", "no column that tells the students apart"),
    ] {
        let error = format!("{:#}", Roster::parse(text.as_bytes()).unwrap_err());
        assert!(error.contains(wrong), "{text:?}: {error}");
    }
    let error = format!("{:#}", Roster::parse(b"id,name\n1,\xff\xff\n").unwrap_err());
    assert!(error.contains("neither UTF-8 nor GBK"), "{error}");
}

/// `lab-1` is nobody's whose id is 1, and 张伟杰 is not 张伟.
#[test]
fn nobody_gets_the_marks_of_another_because_of_a_word_that_stands_anywhere() {
    let folder = Folder::new("chance");
    let class = roster("id,name\n1,Will\n2,An\n2026,张伟\nx9,Jane Doe\n");
    for name in [
        "class/Bob/lab-1.pcapng",
        "class/will an/2026-11-23.pcapng",
        "class/张伟杰/a.pcapng",
        "class/2/smtp.pcapng",
        "class/实验四 张伟/a.pcapng",
        "class/jane doe lab/a.pcapng",
    ] {
        folder.put(name, b"x");
    }
    let (students, messages) = shown(&[folder.path("class")], Some(&class));
    assert_eq!(
        students,
        [
            "1: ",
            "2: smtp.pcapng",
            "2026: a.pcapng",
            "Bob: lab-1.pcapng",
            "will an: 2026-11-23.pcapng",
            "x9: a.pcapng",
            "张伟杰: a.pcapng"
        ]
    );
    assert_eq!(messages, ["not in the roster: Bob, will an, 张伟杰"]);
    let moodle = packed(&[("Eve Lee_5_assignsubmission_file_/x9-smtp.pcapng", b"x")]);
    let path = folder.put("moodle.zip", &moodle);
    let (students, _) = shown(&[path], Some(&class));
    assert!(students.contains(&"Eve Lee: x9-smtp.pcapng".to_owned()), "{students:?}");
}
