//! Hard cases of files, networks and the program itself, each with its number; cases of dialogues are the scripts in
//! `dialogues/`, whose first lines name theirs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use support::outcome::{analyzed, everything, json, rows, rows_of};
use support::script::Script;
use support::wire::{ETHERNET, pcapng_of};
use support::{build, project};
use wiretale::dialogue::{Fate, Wanted};

/// Ethernet's two addresses and its type.
const LINK: usize = 14;

const DIALOGUE: &str = "\
S: 220 mail.lab.example ESMTP
C: EHLO pc
S: 250-mail.lab.example
S: 250 8BITMIME
C: MAIL FROM:<student@lab.example>
S: 250 sender ok
C: RCPT TO:<teacher@lab.example>
S: 250 recipient ok
C: DATA
S: 354 go on
C. Subject: case
C.
C. A line, and another one that makes it longer.
C. .
S: 250 queued
C: QUIT
S: 221 bye
";

fn frames() -> Vec<build::Built> {
    build::frames(&Script::parse(DIALOGUE), None)
}

/// The frames in another link layer, which `wrap` makes of an IP packet.
fn in_link(link_type: u16, wrap: impl Fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let wrapped: Vec<(i64, Vec<u8>)> =
        frames().iter().map(|frame| (frame.time, wrap(&frame.bytes[LINK..]))).collect();
    let frames: Vec<_> = wrapped.iter().map(|(time, bytes)| (0, *time, bytes.as_slice())).collect();
    pcapng_of(&[link_type], &frames, 0)
}

fn in_front(head: &[u8]) -> impl Fn(&[u8]) -> Vec<u8> + use<> {
    let head = head.to_vec();
    move |packet| [&head, packet].concat()
}

fn wiretale(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_wiretale"))
        .args(arguments)
        .env_remove("LC_ALL")
        .env_remove("LANG")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// A file of one test.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Where every block of a little-endian pcapng file begins.
fn blocks(file: &[u8]) -> Vec<usize> {
    let mut at = 0;
    let mut starts = Vec::new();
    while at + 8 <= file.len() {
        starts.push(at);
        at += u32::from_le_bytes(file[at + 4..at + 8].try_into().unwrap()) as usize;
    }
    starts
}

#[test]
fn case_2_file_cut_inside_a_record() {
    let whole = build::file(&frames(), 0);
    let starts = blocks(&whole);
    // A section header and an interface stand in front of the packets.
    let packet = starts.len() - 5;
    let start = starts[packet];
    for cut in [start + 1, start + 13, start + 40, starts[packet + 1] - 1] {
        let path = file("case-2.pcapng", &whole[..cut]);
        let output = wiretale(&["list", "--lang", "en", "--format", "json", path.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(0), "cut at {cut}");
        let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let capture = &document["captures"][0];
        assert_eq!(capture["frames"], packet - 2, "all frames in front of the cut at {cut}");
        let finding = capture["findings"]
            .as_array()
            .unwrap()
            .iter()
            .find(|finding| finding["code"] == "capture.cut")
            .unwrap_or_else(|| panic!("the cut at {cut} is not said"));
        let text = finding["text"].as_str().unwrap();
        assert!(text.contains(&format!("offset {start}")), "{text}");
        assert_eq!(finding["fault"], "capture");
    }
    // Cut between two records it is a file like any other.
    let path = file("case-2-whole.pcapng", &whole[..start]);
    let output = wiretale(&["list", "--lang", "en", "--format", "json", path.to_str().unwrap()]);
    assert!(!String::from_utf8(output.stdout).unwrap().contains("capture.cut"));
}

#[test]
fn a_packet_block_whose_two_lengths_differ_is_damaged() {
    let whole = build::file(&frames(), 0);
    let starts = blocks(&whole);
    let mut file = whole.clone();
    let last = starts[5] - 4;
    file[last] ^= 0x40;
    let outcome = analyzed(&file, &Wanted::default());
    let findings = outcome.capture.unwrap().findings;
    assert!(findings.iter().any(|finding| finding.code == "capture.block-damaged"), "{findings:?}");
}

#[test]
fn case_3_ethernet_and_loopback_interfaces_in_one_file() {
    let first = frames();
    let mut second = frames();
    for frame in &mut second {
        // Another client port: bytes 20 and 21 of the packet, or 22 and 23 in front of the client.
        let at = LINK + 20 + if frame.from == wiretale::dialogue::Side::Client { 0 } else { 2 };
        frame.bytes[at] ^= 0x01;
        frame.bytes.splice(..LINK, [2, 0, 0, 0]);
    }
    let mut both = Vec::new();
    for (one, other) in first.iter().zip(&second) {
        both.push((0, one.time, one.bytes.as_slice()));
        both.push((1, other.time, other.bytes.as_slice()));
    }
    let outcome = analyzed(&pcapng_of(&[ETHERNET, 0], &both, 0), &everything());
    assert_eq!(outcome.conversations.len(), 2);
    let said: Vec<_> = outcome.conversations.iter().map(|one| rows_of(one, false)).collect();
    assert!(said[0].len() > 10, "{said:?}");
    assert_eq!(said[0], said[1]);
}

#[test]
fn case_4_the_same_dialogue_in_every_link_type() {
    let reference = rows(&analyzed(&build::file(&frames(), 0), &everything()), false);
    assert!(reference.len() > 10);
    let ethernet = |head: &[u8]| in_front(&[&[2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1], head].concat());
    let pppoe = |packet: &[u8]| {
        let length = (packet.len() as u16 + 2).to_be_bytes();
        [&[0x11, 0, 0x0a, 0x19][..], &length, &[0, 0x21], packet].concat()
    };
    let cooked = in_front(&[0, 0, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0, 8, 0]);
    let cooked_2 = in_front(&[8, 0, 0, 0, 0, 0, 0, 2, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0]);
    let files = [
        ("BSD loopback, little-endian", in_link(0, in_front(&[2, 0, 0, 0]))),
        ("BSD loopback, big-endian", in_link(0, in_front(&[0, 0, 0, 2]))),
        ("OpenBSD loopback", in_link(108, in_front(&[0, 0, 0, 2]))),
        ("PPP", in_link(9, in_front(&[0, 0x21]))),
        ("PPP with address and control", in_link(9, in_front(&[0xff, 3, 0, 0x21]))),
        ("PPP in HDLC framing", in_link(50, in_front(&[0xff, 3, 0, 0x21]))),
        ("Cisco HDLC", in_link(104, in_front(&[0x0f, 0, 8, 0]))),
        ("PPP with direction", in_link(204, in_front(&[1, 0xff, 3, 0, 0x21]))),
        ("raw IP", in_link(101, in_front(&[]))),
        ("raw IP of BSD", in_link(12, in_front(&[]))),
        ("raw IP of OpenBSD", in_link(14, in_front(&[]))),
        ("IPv4", in_link(228, in_front(&[]))),
        ("Linux cooked", in_link(113, cooked)),
        ("Linux cooked 2", in_link(276, cooked_2)),
        ("PPPoE without Ethernet", in_link(51, pppoe)),
        ("VLAN", in_link(ETHERNET, ethernet(&[0x81, 0, 0, 10, 8, 0]))),
        ("QinQ", in_link(ETHERNET, ethernet(&[0x88, 0xa8, 0, 200, 0x81, 0, 0, 10, 8, 0]))),
        ("old QinQ", in_link(ETHERNET, ethernet(&[0x91, 0, 0, 200, 0x81, 0, 0, 10, 8, 0]))),
        ("PPPoE", in_link(ETHERNET, move |packet| ethernet(&[0x88, 0x64])(&pppoe(packet)))),
        (
            "PPPoE in a VLAN",
            in_link(ETHERNET, move |packet| ethernet(&[0x81, 0, 0, 10, 0x88, 0x64])(&pppoe(packet))),
        ),
        (
            "SNAP",
            in_link(ETHERNET, move |packet| {
                let length = (packet.len() as u16 + 8).to_be_bytes();
                ethernet(&[&length[..], &[0xaa, 0xaa, 3, 0, 0, 0, 8, 0]].concat())(packet)
            }),
        ),
    ];
    for (name, bytes) in files {
        assert_eq!(rows(&analyzed(&bytes, &everything()), false), reference, "{name}");
    }
}

#[test]
fn case_5_an_unknown_link_type_is_named_and_costs_only_its_own_frames() {
    let first = frames();
    // 147 is the first of the numbers for private use.
    let frames: Vec<_> =
        first.iter().enumerate().map(|(n, one)| (n as u32 % 2, one.time, one.bytes.as_slice())).collect();
    let outcome = analyzed(&pcapng_of(&[ETHERNET, 147], &frames, 0), &everything());
    let capture = outcome.capture.unwrap();
    assert_eq!(capture.fates.get(Fate::OtherLinkType), first.len() as u64 / 2);
    assert!(!rows_of(&outcome.conversations[0], false).is_empty(), "the other interface is still read");

    let frames: Vec<_> = first.iter().map(|one| (0, one.time, one.bytes.as_slice())).collect();
    let path = file("case-5.pcapng", &pcapng_of(&[147], &frames, 0));
    for lang in ["zh", "en", "ja"] {
        let output = wiretale(&["list", "--lang", lang, path.to_str().unwrap()]);
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains("147") && text.contains("USER0"), "number and name: {text}");
        assert!(!text.contains("SMTP"), "no guess: {text}");
    }
}

#[test]
fn case_17_wrong_checksums_are_accepted_and_explained_once() {
    let findings = |name: &str| {
        let outcome = analyzed(&std::fs::read(project("captures").join(name)).unwrap(), &everything());
        let codes = outcome.capture.iter().flat_map(|capture| &capture.findings).map(|one| one.code);
        (rows(&outcome, false), codes.filter(|code| code.starts_with("net.")).collect::<Vec<_>>())
    };
    let (right, none) = findings("net/ethernet.pcapng");
    let (rows, wrong) = findings("net/bad-checksums.pcapng");
    assert_eq!(rows, right);
    assert_eq!((none, wrong), (vec![], vec!["net.checksum-wrong"]));
    // The report's own capture was made on the sending computer.
    assert_eq!(findings("report/4.2-mail-client.pcapng").1, ["net.checksum-offload"]);
}

#[test]
fn case_62_records_of_tls_that_are_too_long_or_empty() {
    let hello = {
        let capture = std::fs::read(project("captures/tls/tls12-rsa.pcapng")).unwrap();
        let wanted = Wanted { bytes: true, ..everything() };
        let outcome = analyzed(&capture, &wanted);
        let stream = *outcome.bytes.keys().next().unwrap();
        outcome.bytes[&stream][0].iter().map(|byte| byte.unwrap()).collect::<Vec<u8>>()
    };
    let length = 5 + usize::from(u16::from_be_bytes([hello[3], hello[4]]));
    // RFC 5246, section 6.2.3: 2^14 + 2048 at most.
    let long = [&hello[..length], &[23, 3, 3, 0x48, 0x01], &[0x55; 0x4801]].concat();
    // An empty record is application data only (section 6.2.1).
    let empty = [&hello[..length], &[22, 3, 3, 0, 0].repeat(100)[..]].concat();
    for (bytes, code) in [(long, "tls.record-too-long"), (empty, "tls.empty-records")] {
        let script = Script::parse(&format!("@port 465\nC! {}\n", escaped(&bytes)));
        let outcome = analyzed(&build::capture(&script), &everything());
        let findings = json(&outcome.conversations[0])["findings"].to_string();
        assert!(findings.contains(code), "{code} is not among {findings}");
    }
}

/// Bytes as a script writes them.
fn escaped(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("<0x{byte:02x}>")).collect()
}

/// Columns that a text takes in a terminal: two for what East Asian Width calls wide or full.
fn columns(text: &str) -> usize {
    text.chars().map(|c| if matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff01}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3fffd}') { 2 } else { 1 }).sum()
}

#[test]
fn case_63_explanations_begin_in_one_column_whatever_the_script() {
    for name in ["smtp/chinese-gbk.pcapng", "report/4.2-mail-client.pcapng", "pop3/retrieve-all.pcapng"] {
        let path = project("captures").join(name);
        for (lang, width) in [("zh", "200"), ("en", "200"), ("ja", "200"), ("zh", "100"), ("ja", "100")] {
            let output = wiretale(&["--lang", lang, "--width", width, path.to_str().unwrap()]);
            let text = String::from_utf8(output.stdout).unwrap();
            let mut conversations = 0;
            for conversation in text.split("\n== ").skip(1) {
                let at: Vec<usize> = conversation
                    .lines()
                    .filter_map(|line| line.split_once("  // ").map(|(before, _)| columns(before)))
                    .collect();
                assert!(at.len() > 5, "{name} has explanations");
                assert!(at.iter().all(|one| *one == at[0]), "{name} in {lang} at {width}: {at:?}");
                conversations += 1;
            }
            assert!(conversations > 0);
            // Heads name their ends whole, whatever the width.
            let rows = text.lines().filter(|line| line.starts_with(['#', ' ', '!']));
            let widest = rows.map(columns).max().unwrap();
            assert!(widest <= width.parse().unwrap(), "{name} in {lang}: {widest} columns of {width}");
        }
    }
}

#[test]
fn case_63_a_reader_that_leaves_early_is_no_error() {
    let path = project("captures/lab.pcapng");
    let path = path.to_str().unwrap();
    for arguments in
        [&["-v", path][..], &["list", path], &["--format", "json", path], &["--format", "ndjson", path]]
    {
        let mut child = Command::new(env!("CARGO_BIN_EXE_wiretale"))
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // As `head -0` does: nobody will read a byte.
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert!(output.stderr.is_empty(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn every_case_of_a_dialogue_has_its_script_or_its_test() {
    let mut named = std::collections::BTreeSet::new();
    for (_, path) in support::files("tests", &[".txt", ".rs"]) {
        let text = std::fs::read_to_string(path).unwrap();
        for line in text.lines() {
            let line = line.trim_start();
            let number = line.strip_prefix("# Case ").or_else(|| line.strip_prefix("fn case_"));
            let digits = number.map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
            named.extend(digits.and_then(|digits| digits.parse::<u32>().ok()));
        }
    }
    let missing: Vec<u32> = (1..=21).chain(62..=65).filter(|number| !named.contains(number)).collect();
    assert!(missing.is_empty(), "no script or test for the cases {missing:?}");
}
