//! Every bound of this program on what a conversation may hold: it is met, it is said once, and what follows is right.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;

use std::fmt::Write;

use wiretale::annotate::{Catalog, Lang};
use wiretale::dialogue::{Arg, Capture, CommentText, Conversation, Fault, Finding, Step, Wanted};
use wiretale::render::{self, Look, Paint};

use support::build;
use support::outcome::{analyzed, everything, json};
use support::script::Script;

fn conversation(script: &str) -> Conversation {
    let mut outcome = analyzed(&build::capture(&Script::parse(script)), &everything());
    assert_eq!(outcome.conversations.len(), 1);
    outcome.conversations.remove(0)
}

/// The finding with this code: there is one, and it is the program that is at fault.
fn only<'a>(conversation: &'a Conversation, code: &str) -> &'a Finding {
    let found: Vec<&Finding> = conversation.findings.iter().filter(|finding| finding.code == code).collect();
    let all: Vec<&str> = conversation.findings.iter().map(|finding| finding.code).collect();
    let [one] = found.as_slice() else { panic!("{} of {code} among {all:?}", found.len()) };
    assert_eq!(one.fault, Fault::Wiretale);
    for lang in Lang::ALL {
        let text = Catalog::new(lang, &[&render::TEXTS]).finding(one);
        assert!(!text.contains("no text") && !text.contains('{'), "{text}");
    }
    one
}

fn step<'a>(conversation: &'a Conversation, line: &str) -> (usize, &'a Step) {
    let mut steps = conversation.steps.iter().enumerate();
    steps
        .find(|(_, step)| step.lines.first().is_some_and(|first| first == line))
        .unwrap_or_else(|| panic!("no {line}"))
}

#[test]
fn commands_without_replies_beyond_the_bound_leave_later_replies_paired() {
    for (port, hello, ok, noops) in
        [(25, "S: 220 mail ESMTP\n", "250", 4200), (110, "S: +OK pop\n", "+OK", 16_500)]
    {
        let mut script = format!("@port {port}\n{hello}");
        for _ in 0..noops {
            script.push_str("C: NOOP\n");
        }
        for number in 0..noops {
            writeln!(script, "S: {ok} reply {number}").unwrap();
            if number == 9 {
                script.push_str("C: QUIT\n");
            }
        }
        writeln!(script, "S: {ok} to quit\nC: NOOP\nS: {ok} later").unwrap();
        let talk = conversation(&script);
        let protocol = talk.protocols[0];
        let finding = only(&talk, &format!("{protocol}.too-many-waiting"));
        assert!(!finding.frames.is_empty());
        // QUIT was sent when there was room again; the ones without a place are counted before it.
        let (_, quit) = step(&talk, &format!("{ok} to quit"));
        assert_eq!(quit.answers, Some(step(&talk, "QUIT").0), "{protocol}");
        let (index, later) = step(&talk, &format!("{ok} later"));
        assert_eq!(later.answers, Some(index - 1), "{protocol}");
        let (_, first) = step(&talk, &format!("{ok} reply 0"));
        assert_eq!(first.answers, Some(step(&talk, "NOOP").0), "{protocol}");
        // One beyond the bound says that its command is not known, instead of a wrong one.
        let (_, beyond) = step(&talk, &format!("{ok} reply {}", noops - 1));
        assert_eq!(beyond.answers, None, "{protocol}");
    }
}

#[test]
fn an_envelope_of_megabytes_is_left_out_of_the_account_and_that_is_said() {
    let mut script =
        "S: 220 mail ESMTP\nC: EHLO pc\nS: 250 mail\nC: MAIL FROM:<a@b.example>\nS: 250 OK\n".to_owned();
    let long = "x".repeat(60_000);
    for number in 0..300 {
        writeln!(script, "C: RCPT TO:<{number}-{long}@b.example>\nS: 250 OK").unwrap();
    }
    script.push_str(
        "C: RSET\nS: 250 OK\nC: MAIL FROM:<c@d.example>\nS: 250 OK\nC: RCPT TO:<e@f.example>\nS: 550 no\n",
    );
    let talk = conversation(&script);
    only(&talk, "smtp.too-many-facts");
    let value = json(&talk);
    let transactions = value["smtp"]["transactions"].as_array().unwrap();
    assert_eq!(transactions.len(), 1, "the second is behind the bound");
    let recipients = transactions[0]["recipients"].as_array().unwrap();
    assert!((200..300).contains(&recipients.len()), "{}", recipients.len());
    // The reply to a recipient that is not kept is nobody else's.
    assert!(recipients.iter().all(|recipient| recipient["code"] == 250));
    assert_eq!(transactions[0]["outcome"], "aborted");
}

#[test]
fn a_mailbox_of_megabytes_is_left_out_of_the_account_and_that_is_said() {
    let mut script = "@port 110\nS: +OK pop\nC: UIDL\nS: +OK\n".to_owned();
    let long = "x".repeat(60_000);
    for number in 1..=300 {
        writeln!(script, "S: {number} {long}").unwrap();
    }
    script.push_str("S: .\nC: QUIT\nS: +OK bye\n");
    let talk = conversation(&script);
    only(&talk, "pop3.too-many-facts");
    let value = json(&talk);
    let messages = value["pop3"]["messages"].as_array().unwrap().len();
    assert!((200..300).contains(&messages), "{messages}");
    // Of the listing itself about two megabytes are kept, and how many lines that leaves out is said.
    let listing = step(&talk, "+OK").1;
    assert!(listing.weight() < 3 << 20);
    let note = value["steps"]
        .as_array()
        .unwrap()
        .iter()
        .find(|step| step["text"].as_str().unwrap().starts_with("+OK | "));
    assert!(note.unwrap()["note"].as_str().unwrap().contains("more lines are not shown"));
}

/// Sixteen mebibytes of text, the bound of src/analyze/record.rs.
const TEXT: usize = 16 << 20;

#[test]
fn what_a_conversation_says_beyond_the_bound_is_counted_but_not_kept() {
    let mut script = "S: 220 mail ESMTP\nC: EHLO pc\nS: 250 mail\n".to_owned();
    let long = "x".repeat(50_000);
    for number in 0..500 {
        writeln!(script, "C: NOOP {number} {long}\nS: 250 {number}").unwrap();
    }
    script.push_str("C: QUIT\nS: 221 bye\n");
    let talk = conversation(&script);
    only(&talk, "tcp.too-much-text");
    let weight: usize = talk.steps.iter().map(Step::weight).sum();
    assert!(weight < TEXT + (1 << 20), "{weight}");
    // Every line still has its step, with its frames, its kind, and the command that a reply answers.
    assert_eq!(talk.steps.iter().filter(|step| step.kind == "smtp.command.noop").count(), 500);
    let value = json(&talk);
    let last = value["steps"].as_array().unwrap().iter().rfind(|step| step["kind"] == "smtp.reply").unwrap();
    assert_eq!((&last["text"], last["lines"].as_array().unwrap().len()), (&"[9 bytes not shown]".into(), 0));
    assert_eq!(value["steps"][last["answers"].as_u64().unwrap() as usize]["kind"], "smtp.command.quit");
    assert!(value["smtp"]["quit"] == true && last["frames"][0].is_array());
    // What was said before is whole.
    assert_eq!(talk.steps[4].lines[..], [format!("NOOP 0 {long}")]);
}

#[test]
fn listings_meet_the_bound_on_text_when_they_are_whole() {
    let mut script = "@port 110\nS: +OK pop\nC: CAPA\nS: +OK\nS: TOP\nS: .\n".to_owned();
    let long = "x".repeat(50_000);
    for _ in 0..30 {
        script.push_str("C: LIST\nS: +OK\n");
        for number in 1..=20 {
            writeln!(script, "S: {number} 120 {long}").unwrap();
        }
        script.push_str("S: .\n");
    }
    let talk = conversation(&script);
    only(&talk, "tcp.too-much-text");
    let weight: usize = talk.steps.iter().map(Step::weight).sum();
    assert!(weight < TEXT + (1 << 20), "{weight}");
    assert_eq!(step(&talk, "+OK").1.lines.len(), 3);
}

#[test]
fn mails_with_endless_headers_meet_the_bound_on_text_too() {
    let mut script = "S: 220 mail ESMTP\nC: EHLO pc\nS: 250 mail\n".to_owned();
    let subject = "x".repeat(30_000);
    for _ in 0..300 {
        writeln!(script, "C: MAIL FROM:<a@b>\nS: 250 OK\nC: RCPT TO:<c@d>\nS: 250 OK\nC: DATA\nS: 354 go")
            .unwrap();
        writeln!(script, "C. Subject: {subject}\nC. \nC. x\nC. .\nS: 250 OK").unwrap();
    }
    let talk = conversation(&script);
    only(&talk, "tcp.too-much-text");
    assert!(talk.messages.len() < 300);
    let weight: usize = talk.messages.iter().map(wiretale::dialogue::Message::weight).sum();
    assert!(weight < TEXT, "{weight}");
}

#[test]
fn more_findings_than_are_kept_are_counted() {
    let mut script = "S: 220 mail ESMTP\nC: EHLO pc\nS: 250 mail\n".to_owned();
    for _ in 0..1100 {
        script.push_str("C: NOOP\nS: 250-one\nS: 251 other\n");
    }
    let talk = conversation(&script);
    let finding = only(&talk, "tcp.too-many-findings");
    // One for each pair of lines, and the lesson that a program sent them.
    assert_eq!(finding.args[..], [("limit", Arg::Number(1000)), ("count", Arg::Number(101))]);
    assert_eq!(talk.findings.len(), 1001);
}

#[test]
fn more_repeated_frames_than_are_matched_are_counted() {
    let mut script = "S: 220 mail ESMTP\nC: EHLO pc\nS: 250 mail\n".to_owned();
    for _ in 0..8300 {
        script.push_str("@duplicate\nC: NOOP\n@duplicate\nS: 250 OK\n");
    }
    let talk = conversation(&script);
    only(&talk, "tcp.too-many-repeats");
    assert_eq!(talk.tcp.duplicates, 16_600);
}

#[test]
fn a_line_over_more_ranges_of_frames_than_are_kept_says_so() {
    let mut script = "S: 220 mail ESMTP\nC: EHLO pc\nS: 250 mail\n".to_owned();
    for _ in 0..4200 {
        script.push_str("C! x\n@ack server\n");
    }
    script.push_str("C: y\nS: 500 what\n");
    let talk = conversation(&script);
    only(&talk, "tcp.too-many-ranges");
}

fn look(verbose: u8) -> Look {
    Look { width: 120, width_unknown: true, paint: Paint { on: false }, verbose, quiet: false, reveal: false }
}

#[test]
fn comments_and_keys_beyond_those_shown_are_counted() {
    let english = Catalog::new(Lang::En, &[&render::TEXTS]);
    let comments = |count| {
        let comment = CommentText { frame: Some(1), text: "look".to_owned() };
        let capture = Capture { comments: vec![comment; count], ..Capture::default() };
        render::capture_findings(&capture, &english, look(0))
    };
    assert!(!comments(20).contains("more comment"));
    assert!(comments(21).contains("one more comment is not shown"));
    assert!(comments(45).contains("25 more comments are not shown"));

    let script = format!("S: 220 mail ESMTP\n@keys\nC: NOOP {}\nS: 250 OK\n", "x".repeat(1100));
    let mut outcome = analyzed(&build::capture(&Script::parse(&script)), &Wanted::default());
    let talk = outcome.conversations.remove(0);
    let text = render::conversation_text(&talk, &english, look(2));
    // 5 and 1100 characters and Enter, of which 1024 are named.
    assert!(text.contains("82 more keys"), "{}", &text[text.len() - 600..]);
}

#[test]
fn comments_of_more_bytes_than_are_kept_are_counted() {
    let mut file = support::wire::pcapng(&[], 0);
    let comment = vec![b'x'; 60_000];
    for _ in 0..72 {
        // An enhanced packet block without packet data: four fields of 0, captured and original length 0, the option.
        let mut body = vec![0; 20];
        body.extend([1, 0]);
        body.extend((comment.len() as u16).to_le_bytes());
        body.extend(&comment);
        body.extend([0; 4]);
        let length = (body.len() as u32 + 12).to_le_bytes();
        file.extend([&6u32.to_le_bytes()[..], &length, &body, &length].concat());
    }
    let capture = analyzed(&file, &Wanted::default()).capture.unwrap();
    assert_eq!((capture.frames, capture.comments.len()), (72, 69));
    let finding = capture.findings.iter().find(|finding| finding.code == "capture.too-many-texts").unwrap();
    assert!(finding.args.contains(&("texts", Arg::Number(3))), "{:?}", finding.args);
}
