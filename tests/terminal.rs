//! Nothing that a capture says acts on the terminal, the spreadsheet or the eye of who reads it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;

use std::path::{Path, PathBuf};
use std::process::Command;

use support::build;
use support::script::Script;

/// Erases the screen, turns the direction of writing, begins a line (U+0085), and is no UTF-8: as long as `lab.example`.
const EVIL: &[u8; 11] = b"\x1b[2J\xe2\x80\xae\xc2\x85\x9b\x07";
/// The same for texts that are UTF-8: with a line separator, an isolate, an invisible sign and a tag.
const EVIL_TEXT: &str = "=\u{1b}]0;x\u{7}\u{202e}\u{2028}\u{2066}\u{200b}\u{85}\u{9b}31m\u{e0041}\u{feff}";

/// Characters that may not come out, whatever came in.
fn acts(character: char) -> bool {
    let number = u32::from(character);
    let ranges = [
        0..=0x1f,
        0x7f..=0x9f,
        0xad..=0xad,
        0x61c..=0x61c,
        0x200b..=0x200f,
        0x2028..=0x202e,
        0x2060..=0x206f,
        0xfeff..=0xfeff,
        0xe0000..=0xe0fff,
    ];
    ranges.iter().any(|range| range.contains(&number))
}

/// Every capture of the project with the name of its hosts and people replaced in DNS, hellos, certificates, greetings,
/// addresses and mails; and one whose every line is evil, of an evil name.
fn captures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("terminal");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let mut files = Vec::new();
    for (name, mut bytes) in support::captures() {
        let mut at = 0;
        while let Some(found) = bytes[at..].windows(EVIL.len()).position(|window| window == b"lab.example") {
            bytes[at + found..][..EVIL.len()].copy_from_slice(EVIL);
            at += found + EVIL.len();
        }
        files.push(folder.join(name.replace('/', "-")));
        std::fs::write(files.last().unwrap(), bytes).unwrap();
    }
    let evil = EVIL_TEXT;
    let mail = format!(
        "C. From: {evil} <{evil}@b>\nC. To: {evil}\nC. Subject: {evil}\nC. Date: {evil}\nC. Message-ID: {evil}\n\
         C. Content-Type: text/{evil}; charset={evil}; name=\"{evil}\"\nC. Content-Transfer-Encoding: {evil}\nC. \nC. {evil}\nC. .\n"
    );
    let smtp = format!(
        "S: 220 mail ESMTP {evil}\nC: EHLO {evil}\nS: 250-{evil}\nS: 250-AUTH {evil}\nS: 250 {evil} {evil}\n\
         C: AUTH {evil} {evil}\nS: 334 {evil}\nC: {evil}\nS: 535 5.7.1 {evil}\nC: {evil} {evil}\nS: {evil}\n\
         C: MAIL FROM:<{evil}> {evil}={evil}\nS: 250 {evil}\nC: RCPT TO:<{evil}>\nS: 550 {evil}\nC: RCPT TO:<a@b>\nS: 250 ok\n\
         C: DATA\nS: 354 {evil}\n{mail}S: 250 {evil}\n@keys\nC: no\u{8}op {evil}\n@keys off\nS: 500 {evil}\nC: QUIT\nS: 221 {evil}\n"
    );
    let pop3 = format!(
        "@port 110\nS: +OK <{evil}@b> {evil}\nC: USER {evil}\nS: +OK {evil}\nC: PASS {evil}\nS: +OK\nC: CAPA\nS: +OK\nS: {evil}\nS: .\n\
         C: UIDL\nS: +OK\nS: 1 {evil}\nS: .\nC: {evil}\nS: -ERR [{evil}] {evil}\nC: APOP {evil} {evil}\nS: -ERR\n"
    );
    let other = format!("@port 7777\nC: {evil}\nS: {evil}\n");
    let plain = format!("@port 443\nC: GET /{evil} HTTP/1.1\nS: HTTP/1.1 400 {evil}\n");
    for (number, script) in [smtp, pop3, other, plain].iter().enumerate() {
        let name = if cfg!(windows) {
            format!("evil-{number}")
        } else {
            format!("={number}\u{1b}[2J\u{202e}\n.pcapng")
        };
        files.push(folder.join(name));
        std::fs::write(files.last().unwrap(), build::capture(&Script::parse(script))).unwrap();
    }
    files
}

fn output(arguments: &[&str], files: &[PathBuf]) -> (String, String) {
    // By their names alone: a cell of CSV then begins as the name does.
    let names = files.iter().map(|file| file.file_name().unwrap());
    let folder = files[0].parent().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_wiretale"));
    let output = command.current_dir(folder).args(arguments).args(names).output().unwrap();
    let text =
        |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_else(|_| panic!("{arguments:?}: no UTF-8"));
    (text(output.stdout), text(output.stderr))
}

/// Takes away what `--color` puts there: the six styles of the program and their end.
fn uncoloured(mut text: String) -> String {
    for code in ["36", "35", "2", "1;31", "31", "33", "32", "1", "0"] {
        text = text.replace(&format!("\u{1b}[{code}m"), "");
    }
    text
}

#[test]
fn no_byte_of_a_capture_acts_on_the_terminal() {
    let files = captures();
    for lang in ["en", "zh", "ja"] {
        for arguments in [
            &["show", "-vv"][..],
            &["show", "-vv", "--reveal", "--width", "80"],
            &["show", "--color", "always"],
            &["show", "--style", "report"],
            &["show", "--format", "markdown"],
            &["show", "--format", "csv"],
            &["show", "--format", "json"],
            &["show", "--format", "ndjson", "--reveal"],
            &["list"],
            &["list", "--color", "always"],
            &["list", "--format", "json"],
            &["list", "--format", "csv"],
        ] {
            let arguments = [arguments, &["--lang", lang]].concat();
            let (out, err) = output(&arguments, &files);
            assert!(out.contains("<0x1b>") || out.contains("\\u001b"), "{arguments:?} shows what was sent");
            let out = if arguments.contains(&"always") { uncoloured(out) } else { out };
            let out = if arguments.contains(&"csv") { out.replace("\r\n", "\n") } else { out };
            for line in out.split('\n').chain(err.split('\n')) {
                let found = line.chars().find(|&character| acts(character));
                assert!(found.is_none(), "{arguments:?}: {found:?} in {line:?}");
            }
            if arguments.contains(&"csv") {
                for cell in out.lines().flat_map(|line| line.split(',')) {
                    let cell = cell.trim_start_matches('"');
                    let formula = cell.starts_with(['=', '+', '-', '@']) && cell.parse::<f64>().is_err();
                    assert!(!formula, "{cell:?} is a formula");
                }
            }
        }
    }
    let gone = files[0].with_file_name(format!("gone{EVIL_TEXT}"));
    for arguments in [&["show"][..], &["list"], &["follow", "--stream", "0"]] {
        let (_, err) = output(arguments, std::slice::from_ref(&gone));
        assert!(err.contains("<0x1b>"), "{err:?}");
        assert!(!err.trim_end().chars().any(acts), "{arguments:?}: {err:?}");
    }
    for file in &files {
        let (out, err) = output(&["follow", "--stream", "0"], std::slice::from_ref(file));
        assert!(
            !out.split('\n').chain(err.split('\n')).any(|line| line.chars().any(acts)),
            "{out:?} {err:?}"
        );
    }
}
