//! A class of thirty, made of the project's captures: what they handed in, as Moodle gives it, and as folders. Twenty did
//! what they were told; ten did not, each in another way.

use std::fs;
use std::path::{Path, PathBuf};

use super::zip::{Entry, Zip};

/// What a student handed in.
pub struct Handed {
    pub id: String,
    pub name: String,
    pub files: Vec<(String, Vec<u8>)>,
}

/// Chinese family names, and given ones: thirty names.
const FAMILY: [&str; 6] = ["张", "王", "李", "赵", "刘", "陈"];
const GIVEN: [&str; 5] = ["伟", "芳", "娜", "敏", "静"];

/// A capture of the project, `hours` later: no two students send in the same nanosecond.
fn capture(name: &str, hours: u64) -> (String, Vec<u8>) {
    let path = super::project("captures").join(name);
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
    (name.replace('/', "-"), later(bytes, hours * 3600))
}

/// The pcapng with its packets so many seconds later: in enhanced packet blocks the time stands in two halves.
fn later(mut bytes: Vec<u8>, seconds: u64) -> Vec<u8> {
    let word = |bytes: &[u8], at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
    let (mut at, mut unit) = (0, 1_000_000);
    while at + 12 <= bytes.len() {
        let (kind, length) = (word(&bytes, at), word(&bytes, at + 4) as usize);
        if length < 12 || at + length > bytes.len() {
            break;
        }
        if kind == 1 {
            // if_tsresol is option 9, of one byte.
            let resolution =
                bytes[at + 16..at + length].windows(5).find(|option| option[..4] == [9, 0, 1, 0]);
            unit = resolution.map_or(1_000_000, |option| 10u64.pow(u32::from(option[4])));
        }
        if kind == 6 {
            let time = u64::from(word(&bytes, at + 12)) << 32 | u64::from(word(&bytes, at + 16));
            let time = time + seconds * unit;
            bytes[at + 12..at + 16].copy_from_slice(&((time >> 32) as u32).to_le_bytes());
            bytes[at + 16..at + 20].copy_from_slice(&(time as u32).to_le_bytes());
        }
        at += length;
    }
    bytes
}

/// What a student who did everything hands in.
fn good(number: u64) -> Vec<(String, Vec<u8>)> {
    let one = |names: &[&str]| capture(names[number as usize % names.len()], number);
    vec![
        one(&["smtp/typed.pcapng", "smtp/telnet-character.pcapng"]),
        one(&["pop3/retrieve-all.pcapng", "pop3/pipelined.pcapng", "pop3/typed.pcapng"]),
        one(&["tls/tls12-rsa.pcapng", "tls/tls13.pcapng", "tls/tls12-dhe.pcapng", "tls/tls12-cbc.pcapng"]),
    ]
}

/// The ten who did not, by their ids.
pub const WRONG: [(&str, &str); 10] = [
    ("s21", "an empty file"),
    ("s22", "a capture that was cut"),
    ("s23", "another lab"),
    ("s24", "only TLS"),
    ("s25", "somebody else's address"),
    ("s26", "a report instead of a capture"),
    ("s27", "a capture that began too late"),
    ("s28", "tricks with paths"),
    ("s29", "a bomb"),
    ("s30", "nothing"),
];

/// The class.
pub fn class() -> Vec<Handed> {
    (1..=30u64)
        .map(|number| {
            let id = format!("s{number:02}");
            let person = number as usize - 1;
            let name = format!("{}{}", FAMILY[person % 6], GIVEN[person / 6]);
            let text = |name: &str, bytes: &[u8]| (name.to_owned(), bytes.to_vec());
            let files = match number {
                17 => {
                    let keys = fs::read(super::project("captures/tls/tls13.keys.log")).unwrap();
                    let more = [capture("tls/tls13.pcapng", number), text("sslkeylogfile.txt", &keys)];
                    good(number).into_iter().chain(more).collect()
                }
                18 => vec![text("lab.zip", &zipped(&good(number)))],
                19 => vec![text("outer.zip", &zipped(&[text("lab.zip", &zipped(&good(number)))]))],
                21 => vec![text("lab4.pcapng", b"")],
                22 => {
                    let (name, bytes) = capture("smtp/typed.pcapng", number);
                    vec![(name, bytes[..bytes.len() / 2].to_vec())]
                }
                23 => vec![capture("net/http-to-port-25.pcapng", number)],
                24 => vec![capture("tls/tls13.pcapng", number)],
                25 => vec![capture("report/4.4-telnet.pcapng", number)],
                26 => vec![
                    text("实验报告.docx", b"PK\x03\x04 a document"),
                    text("screen.png", b"\x89PNG\r\n\x1a\n"),
                ],
                27 => vec![capture("broken/mid-connection.pcapng", number)],
                28 => vec![text("../../etc/passwd", b"root"), text("link.pcapng", b"/etc/passwd")],
                29 => {
                    let (mut zip, zeros) = (Zip::default(), [0; 4096]);
                    let (name, size) = (&b"zeros.pcapng"[..], Some(3 << 30));
                    zip.put(&Entry { name, contents: &zeros, flags: 0, size, attributes: 0 });
                    vec![text("bomb.zip", &zip.finish())]
                }
                30 => Vec::new(),
                _ => good(number),
            };
            Handed { id, name, files }
        })
        .collect()
}

fn zipped(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = Zip::default();
    for (name, bytes) in files {
        zip.add(name, bytes);
    }
    zip.finish()
}

/// The roster: ids, names, languages and addresses.
pub fn roster(class: &[Handed]) -> String {
    let mut roster = String::from("\u{feff}学号,姓名,email,lang,sender\r\n");
    for (number, student) in class.iter().enumerate() {
        let lang = ["zh", "en", "ja"][number % 3];
        let (id, name) = (&student.id, &student.name);
        roster.push_str(&format!("{id},{name},{id}@lab.example,{lang},student@lab.example\r\n"));
    }
    roster
}

/// Moodle's grading worksheet: participants from 1001 on.
pub fn worksheet(class: &[Handed]) -> String {
    let mut sheet = String::from(
        "Identifier,\"Full name\",\"ID number\",\"Email address\",Status,Grade,\"Maximum Grade\",\"Grade can be changed\",\
         \"Last modified (submission)\",\"Last modified (grade)\",\"Feedback comments\",sender\r\n",
    );
    for (number, student) in class.iter().enumerate() {
        let (id, name) = (&student.id, &student.name);
        sheet.push_str(&format!(
            "\"Participant {}\",{name},{id},{id}@lab.example,\"Submitted for grading\",,100.00,Yes,\
             \"Monday, 23 November 2026, 4:13 AM\",-,,student@lab.example\r\n",
            1001 + number
        ));
    }
    sheet
}

/// What Moodle gives for "Download all submissions". Of every third student the name is in GBK.
pub fn moodle(class: &[Handed]) -> Vec<u8> {
    let mut zip = Zip::default();
    for (number, student) in class.iter().enumerate() {
        for (file, contents) in &student.files {
            let name = format!("{}_{}_assignsubmission_file_/{file}", student.name, 1001 + number);
            let (gbk, _, _) = encoding_rs::GBK.encode(&name);
            let (name, flags) = match number % 3 {
                0 => (gbk.as_ref(), 0),
                1 => (name.as_bytes(), 0),
                _ => (name.as_bytes(), 1 << 11),
            };
            let link = contents == b"/etc/passwd";
            let attributes = if link { 0o120_777 << 16 } else { 0o100_644 << 16 };
            zip.put(&Entry { name, contents, flags, size: None, attributes });
        }
    }
    zip.add("__MACOSX/._x", b"x");
    zip.finish()
}

/// Writes it all: `roster.csv`, `worksheet.csv`, `lab.toml`, `moodle.zip`, and `submissions/` with a folder for each.
pub fn write(folder: &Path) -> PathBuf {
    let class = class();
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join("roster.csv"), roster(&class)).unwrap();
    fs::write(folder.join("worksheet.csv"), worksheet(&class)).unwrap();
    fs::write(folder.join("moodle.zip"), moodle(&class)).unwrap();
    fs::copy(super::project("tests/class/lab.toml"), folder.join("lab.toml")).unwrap();
    for student in &class {
        let own = folder.join("submissions").join(&student.id);
        for (name, bytes) in &student.files {
            fs::create_dir_all(&own).unwrap();
            fs::write(own.join(name.rsplit('/').next().unwrap()), bytes).unwrap();
        }
    }
    folder.to_owned()
}
