//! Folders and archives as learning platforms give them, and as nobody should.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::PathBuf;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{MAX_ENTRIES, Roster, Submission, students, walk};

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
fn names_are_utf_8_or_gbk() {
    let folder = Folder::new("gbk");
    let utf8 = "李四/抓包.pcapng".as_bytes();
    let archive = by_hand(&[
        (b"\xd5\xc5\xc8\xfd/\xd7\xa5\xb0\xfc.pcapng", 0, b"x", 1, 0),
        (utf8, 0, b"x", 1, 0),
        ("王五/抓包.pcapng".as_bytes(), 1 << 11, b"x", 1, 0),
        (b"\xff\xff/a.pcapng", 0, b"x", 1, 0),
        (b"back\\slash.pcapng", 0, b"x", 1, 0),
    ]);
    let path = folder.put("gbk.zip", &archive);
    let (students, _) = shown(&[path], None);
    assert_eq!(
        students,
        [
            "back: slash.pcapng",
            "张三: 抓包.pcapng",
            "李四: 抓包.pcapng",
            "王五: 抓包.pcapng",
            "\u{fffd}\u{fffd}: a.pcapng"
        ]
    );
}

#[test]
fn tricks_with_paths_links_and_passwords_are_refused_and_the_rest_is_read() {
    let folder = Folder::new("tricks");
    let link = 0o120_777 << 16;
    let archive = by_hand(&[
        (b"s01/../../etc/passwd", 0, b"x", 1, 0),
        (b"/etc/shadow", 0, b"x", 1, 0),
        (b"C:\\windows\\a.pcapng", 0, b"x", 1, 0),
        (b"s02/link.pcapng", 0, b"/etc/passwd", 11, link),
        (b"s02/secret.pcapng", 1, b"x", 1, 0),
        (b"s02/good.pcapng", 0, b"good", 4, 0),
        (b"", 0, b"x", 1, 0),
    ]);
    let path = folder.put("tricks.zip", &archive);
    let (students, _) = shown(std::slice::from_ref(&path), None);
    assert_eq!(
        students,
        [
            "?: ? (marks-zip-damaged)",
            "C:: windows/a.pcapng (marks-file-path)",
            "etc: shadow (marks-file-path)",
            "s01: etc/passwd (marks-file-path)",
            "s02: good.pcapng, link.pcapng (marks-file-link), secret.pcapng (marks-file-encrypted)",
        ]
        .map(|line| line.replace("? (marks-zip-damaged)", "?"))
    );
    let walk = walk(&[path]);
    let good = walk.found.iter().find(|found| found.names.concat().ends_with("good.pcapng")).unwrap();
    let mut text = String::new();
    let place = good.place.as_ref().unwrap();
    place.open(|file| Box::new(file)).unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text, "good");
}

#[cfg(unix)]
#[test]
fn a_link_in_a_folder_is_refused() {
    let folder = Folder::new("links");
    folder.put("class/s01/a.pcapng", b"x");
    std::os::unix::fs::symlink("/etc/passwd", folder.path("class/s01/b.pcapng")).unwrap();
    std::os::unix::fs::symlink("..", folder.path("class/s01/again")).unwrap();
    let (students, _) = shown(&[folder.path("class")], None);
    assert_eq!(students, ["s01: a.pcapng, again (marks-file-link), b.pcapng (marks-file-link)"]);
}

#[test]
fn bombs_are_refused_by_what_they_say_and_stopped_where_they_lie() {
    let folder = Folder::new("bombs");
    let zeros = vec![0; 66 << 20];
    let deep = (0..5).fold(packed(&[("a.pcapng", b"x")]), |inner, _| packed(&[("again.zip", &inner)]));
    let archive = packed(&[("s01/zeros.pcapng", &zeros), ("s02/good.pcapng", b"x"), ("s03/deep.zip", &deep)]);
    let path = folder.put("bomb.zip", &archive);
    let (students, _) = shown(&[path], None);
    assert_eq!(
        students,
        [
            "s01: zeros.pcapng (marks-file-bomb)",
            "s02: good.pcapng",
            "s03: deep/again/again.zip (marks-zip-deep)",
        ]
    );
    // Says one byte and holds more: one byte is read, and the rest is an error.
    let lies = by_hand(&[(b"s01/lies.pcapng", 0, b"more than one byte", 1, 0)]);
    let path = folder.put("lies.zip", &lies);
    let walk = walk(&[path]);
    let mut text = Vec::new();
    let place = walk.found[0].place.as_ref().unwrap();
    let error = place.open(|file| Box::new(file)).unwrap().read_to_end(&mut text).unwrap_err();
    assert_eq!((text.as_slice(), error.kind()), (&b"m"[..], std::io::ErrorKind::InvalidData));
}

#[test]
fn entries_that_share_bytes_are_refused_but_for_the_first() {
    let folder = Folder::new("overlap");
    let mut archive = by_hand(&[(b"s01/a.pcapng", 0, b"xxxx", 4, 0), (b"s02/b.pcapng", 0, b"xxxx", 4, 0)]);
    // The second entry of the directory is turned to the first one's bytes.
    let at = archive.windows(12).rposition(|window| window == b"s02/b.pcapng").unwrap();
    archive[at - 4..at].copy_from_slice(&[0; 4]);
    let path = folder.put("overlap.zip", &archive);
    let (students, _) = shown(&[path], None);
    assert_eq!(students, ["s01: a.pcapng", "s02: b.pcapng (marks-file-overlap)"]);
}

#[test]
fn an_archive_with_too_many_entries_is_not_looked_into() {
    let folder = Folder::new("many");
    let many = vec![(&b"s01/a"[..], 0u16, &b""[..], 0u32, 0u32); MAX_ENTRIES as usize + 1];
    folder.put("class/s02/a.pcapng", b"x");
    folder.put("class/s01/many.zip", &by_hand(&many));
    let (students, _) = shown(&[folder.path("class")], None);
    assert_eq!(students, ["s01: many (marks-zip-entries)", "s02: a.pcapng"]);
}

#[test]
fn of_an_archive_that_was_cut_what_is_there_is_read() {
    let folder = Folder::new("cut");
    let body: Vec<u8> =
        (0..40_000u32).flat_map(|number| number.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
    let whole = packed(&[("s01/a.pcapng", b"good"), ("s02/b.pcapng", &body), ("s03/c.pcapng", b"x")]);
    let path = folder.put("cut.zip", &whole[..whole.len() / 2]);
    let walk = walk(std::slice::from_ref(&path));
    assert_eq!(walk.amiss[0].1.key, "marks-zip-cut");
    let read = |index: usize| {
        let mut bytes = Vec::new();
        let place = walk.found[index].place.as_ref().unwrap();
        let result = place.open(|file| Box::new(file)).unwrap().read_to_end(&mut bytes);
        (result.is_ok(), bytes)
    };
    assert_eq!(read(0), (true, b"good".to_vec()));
    assert!(body.starts_with(&read(1).1) && read(1).1.len() > 1000, "the second as far as it goes");
    assert_eq!(walk.found.len(), 2);
    let path = folder.put("class/s01/noise.zip", b"PK\x03\x04 and nothing that follows");
    assert_eq!(shown(&[path], None).0, ["noise: noise.zip (marks-zip-damaged)"]);
}

/// Whatever bytes are behind the signature.
#[test]
fn no_archive_stops_the_walk() {
    let folder = Folder::new("noise");
    let good = packed(&[
        ("s01/a.pcapng", b"good"),
        ("s02/b.pcapng", &[7; 5000]),
        ("s03/c.zip", &packed(&[("x", b"y")])),
    ]);
    let mut seed = 1u32;
    for _ in 0..400 {
        let mut bytes = good.clone();
        for _ in 0..4 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = seed as usize % bytes.len();
            bytes[at] = (seed >> 24) as u8;
        }
        let path = folder.put("noise.zip", &bytes);
        for found in walk(&[path]).found {
            if let Ok(place) = found.place {
                let mut out = Vec::new();
                if let Ok(reader) = place.open(|file| Box::new(file)) {
                    let _ = reader.take(1 << 20).read_to_end(&mut out);
                }
            }
        }
    }
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

#[test]
fn a_file_that_was_changed_in_the_archive_is_an_error_at_its_end() {
    let folder = Folder::new("crc");
    let mut archive = by_hand(&[(b"s01/a.pcapng", 0, b"contents", 8, 0)]);
    let at = archive.windows(8).position(|window| window == b"contents").unwrap();
    archive[at] = b'C';
    let path = folder.put("crc.zip", &archive);
    let walk = walk(&[path]);
    let mut text = Vec::new();
    let place = walk.found[0].place.as_ref().unwrap();
    let error = place.open(|file| Box::new(file)).unwrap().read_to_end(&mut text).unwrap_err();
    assert_eq!((text.as_slice(), error.kind()), (&b"Contents"[..], std::io::ErrorKind::InvalidData));
}
