//! Whatever the input, the analysis ends, accounts for every frame, and its JSON can be read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;

use proptest::prelude::*;
use wiretale::dialogue::{Messages, Wanted};
use wiretale::render::{self, Json, Look, Paint};

use support::build;
use support::outcome::{Outcome, english, json, try_analyze};
use support::script::Script;

/// Analyses, renders in every way, and checks the accounts. `Err` (no capture) is a result too.
fn survives(file: &[u8]) -> Option<Outcome> {
    let wanted = Wanted { fields: true, messages: Messages::Kept, bytes: true, ..Wanted::default() };
    let outcome = try_analyze(file, &wanted).ok()?;
    let capture = outcome.capture.as_ref().expect("a capture at the end");
    assert_eq!(capture.fates.total(), capture.frames, "fates add up to the frames: {:?}", capture.fates);
    let look = Look {
        width: 100,
        width_unknown: false,
        paint: Paint { on: false },
        verbose: 2,
        quiet: false,
        reveal: false,
    };
    for conversation in &outcome.conversations {
        json(conversation);
        render::conversation_text(conversation, english(), look);
        render::conversation_report(conversation, english());
        for step in &conversation.steps {
            assert!(
                step.answers.is_none_or(|index| index < conversation.steps.len()),
                "answers nothing: {step:?}"
            );
        }
    }
    let text = render::capture_json(capture, "any", Json { catalog: english() });
    serde_json::from_str::<serde_json::Value>(&text).expect("JSON of the capture");
    Some(outcome)
}

#[test]
fn the_fates_of_every_capture_add_up() {
    let captures = support::captures();
    assert!(captures.len() > 50, "captures are missing");
    for (name, file) in captures {
        let outcome = survives(&file).unwrap_or_else(|| panic!("{name} cannot be read"));
        assert!(outcome.capture.unwrap().frames > 0, "{name} has no frames");
    }
}

/// Cuts tried of every capture.
const CUTS: usize = 24;

#[test]
fn captures_cut_anywhere_are_read_as_far_as_they_go() {
    for (name, file) in support::captures() {
        let whole = survives(&file).unwrap().capture.unwrap().frames;
        for cut in 1..CUTS {
            let at = file.len() * cut / CUTS + cut % 7;
            let frames =
                survives(&file[..at.min(file.len())]).map_or(0, |outcome| outcome.capture.unwrap().frames);
            assert!(frames <= whole, "{name} cut at {at} has more frames than the whole");
        }
    }
}

/// Damage is tried on captures of up to this size; the larger ones hold nothing else.
const SMALL: usize = 10_000;

fn small_captures() -> Vec<Vec<u8>> {
    support::captures().into_iter().map(|(_, file)| file).filter(|file| file.len() < SMALL).collect()
}

fn dialogues() -> Vec<Script> {
    let files = support::files("tests/dialogues", &[".txt"]);
    files.into_iter().map(|(_, path)| Script::parse(&std::fs::read_to_string(path).unwrap())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn case_65_random_bytes_are_no_capture_or_a_poor_one(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        survives(&bytes);
    }

    #[test]
    fn random_bytes_behind_a_beginning_that_is_right(
        bytes in prop::collection::vec(any::<u8>(), 0..600),
        head in prop::sample::select(vec![24usize, 28, 60, 200, 400]),
        capture in prop::sample::select(small_captures()),
    ) {
        let mut file = capture[..head.min(capture.len())].to_vec();
        file.extend(bytes);
        survives(&file);
    }

    #[test]
    fn captures_with_damaged_bytes(
        capture in prop::sample::select(small_captures()),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..30),
    ) {
        let mut file = capture;
        for (index, byte) in damage {
            let at = index.index(file.len());
            file[at] = byte;
        }
        survives(&file);
    }

    #[test]
    fn frames_with_damaged_bytes_lose_and_doubled(
        script in prop::sample::select(dialogues().into_iter().enumerate().map(|(at, _)| at).collect::<Vec<_>>()),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>()), 0..20),
        seed: u64,
        keep in 1usize..20,
    ) {
        // The file is whole, so that the damage reaches what lies in the frames.
        let mut frames = build::frames(&dialogues()[script], None);
        frames.truncate(300);
        let dropped = (seed % frames.len() as u64) as usize;
        if seed % 3 == 0 {
            build::shuffle(&mut frames, seed);
        }
        if frames.len() > keep {
            frames.remove(dropped);
        }
        for (frame, index, byte) in damage {
            let at = frame.index(frames.len());
            let bytes = &mut frames[at].bytes;
            let at = index.index(bytes.len());
            bytes[at] = byte;
        }
        survives(&build::file(&frames, 0));
    }

    #[test]
    fn any_lines_of_both_sides(
        lines in prop::collection::vec((prop::bool::ANY, any_line()), 0..40),
        port in prop::sample::select(vec![25u16, 110, 443, 4000]),
        seed: u64,
    ) {
        let mut text = format!("@port {port}\n");
        for (server, line) in lines {
            text.push_str(if server { "S! " } else { "C! " });
            text.push_str(&wiretale::dialogue::wire_text(&line));
            text.push('\n');
        }
        let script = Script::parse(&text);
        let mut frames = build::frames(&script, None);
        if seed % 4 == 0 {
            build::shuffle(&mut frames, seed);
        }
        if seed % 3 == 0 {
            frames.remove((seed / 3) as usize % frames.len());
        }
        survives(&build::file(&frames, if seed % 5 == 0 { 70 } else { 0 }));
    }
}

/// Words of the protocols in senseless order, with and without line ends.
fn any_line() -> impl Strategy<Value = Vec<u8>> {
    let words = [
        "EHLO pc",
        "HELO pc",
        "MAIL FROM:<a@b>",
        "RCPT TO:<c@d>",
        "DATA",
        "RSET",
        "QUIT",
        "STARTTLS",
        "AUTH LOGIN",
        "AUTH PLAIN AGEAYg==",
        "dXNlcg==",
        "*",
        ".",
        "..",
        "",
        "BDAT 5",
        "BDAT 0 LAST",
        "BDAT 99999999999 LAST",
        "220 mail ESMTP",
        "250-x",
        "250 ok",
        "334 ",
        "334 VXNlcm5hbWU6",
        "354 go",
        "235 in",
        "535 no",
        "454 no",
        "221 bye",
        "+OK",
        "+OK 12 octets",
        "-ERR",
        "+ ",
        "USER a",
        "PASS b",
        "APOP a 00",
        "STAT",
        "LIST",
        "LIST 1",
        "RETR 1",
        "TOP 1 0",
        "UIDL",
        "DELE 1",
        "CAPA",
        "STLS",
        "1 120",
        "AUTH",
        "Subject: =?gb18030?B?1A==?=",
        "Content-Type: multipart/mixed; boundary=x",
        "--x",
        "--x--",
        "Content-Transfer-Encoding: base64",
    ];
    let word = prop::sample::select(words.to_vec()).prop_map(|word| word.as_bytes().to_vec());
    let tls =
        (20u8..24, 0u8..5, prop::collection::vec(any::<u8>(), 0..40)).prop_map(|(kind, minor, body)| {
            let mut record = vec![kind, 3, minor, 0, body.len() as u8];
            record.extend(body);
            record
        });
    let line = prop_oneof![8 => word, 1 => tls, 1 => prop::collection::vec(any::<u8>(), 0..20)];
    let end = prop::sample::select(vec!["\r\n", "\r\n", "\r\n", "\n", "\r", ""]);
    (line, end).prop_map(|(mut line, end)| {
        line.extend(end.as_bytes());
        line
    })
}
