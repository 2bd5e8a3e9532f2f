//! Conversations made from others that said the same (`analyze/twins.rs`) are what a session tells of them. Where bytes are
//! asked for every conversation has its session; all else must be equal.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;

use support::outcome::{analyzed, everything};
use support::script::Script;
use support::{build, captures, files};
use wiretale::Out;
use wiretale::dialogue::{Capture, Conversation, Messages, Wanted};

/// What lists, dialogues and facts are made from.
fn wants() -> [Wanted; 3] {
    let list =
        Wanted { steps: false, facts: false, words: false, messages: Messages::No, ..Wanted::default() };
    [everything(), Wanted::default(), list]
}

fn assert_same(name: &str, file: &[u8]) {
    for wanted in wants() {
        let told = analyzed(file, &wanted).conversations;
        let read = analyzed(file, &Wanted { bytes: true, ..wanted }).conversations;
        assert_eq!(told.len(), read.len(), "{name}");
        for (told, read) in told.iter().zip(&read) {
            assert_eq!(format!("{told:#?}"), format!("{read:#?}"), "{name}, conversation {}", told.stream);
        }
    }
}

#[test]
fn every_dialogue_said_again_and_again_is_told_as_if_it_were_the_first() {
    let mut checked = 0;
    for (name, path) in files("tests/dialogues", &[".txt"]) {
        let text = std::fs::read_to_string(path).unwrap();
        let said = text.split("== expect").next().unwrap();
        // Those that are about a whole file or a whole connection cannot be put behind each other.
        if ["@again", "@late", "@open", "@isn", "@only", "@snaplen", "@shuffle"]
            .iter()
            .any(|it| said.contains(it))
        {
            continue;
        }
        let again = [said; 7].join("\n@again\n");
        assert_same(&name, &build::capture(&Script::parse(&again)));
        checked += 1;
    }
    assert!(checked > 50, "{checked}");
}

#[test]
fn short_dialogues_that_differ_in_a_little_are_not_taken_for_each_other() {
    let greeting = "S: 220 mail.lab.example ESMTP";
    let kinds = [
        format!("{greeting}\nC: QUIT\nS: 221 bye"),
        format!("{greeting}\nC: QUIT\nS: 221 Bye"),
        format!("{greeting}\nC: EHLO pc\nS: 250 mail.lab.example\nC: QUIT\nS: 221 bye"),
        format!("{greeting}\nC: EHLO pc\nS: 250-mail.lab.example\nS: 250 PIPELINING\nC: QUIT\nS: 221 bye"),
        format!("{greeting}\n@together\nC: EHLO pc\nC: QUIT\n@whole\nS: 250 mail.lab.example\nS: 221 bye"),
        format!("{greeting}\n@keys\nC: QUIT\n@keys off\nS: 221 bye"),
        format!("{greeting}\n@split 3\nC: QUIT\n@whole\nS: 221 bye"),
        format!("{greeting}\n@duplicate\nC: QUIT\nS: 221 bye"),
        format!("{greeting}\n@retransmit\nC: QUIT\nS: 221 bye"),
        format!("{greeting}\n@drop\nC: EHLO pc\nS: 250 mail.lab.example\nC: QUIT\nS: 221 bye"),
        format!("{greeting}\nC: AUTH PLAIN AGFubgBhcHBsZQ==\nS: 535 no\nC: QUIT\nS: 221 bye"),
        format!("{greeting}\nC: MAIL FROM:<a@b.example>\nS: 550 no\n@rst server"),
        "C: QUIT\nS: 220 mail.lab.example ESMTP\nS: 221 bye".to_owned(),
        "S: 554 mail.lab.example no SMTP here\n@fin server".to_owned(),
        "@port 110\nS: +OK ready <1.2@mail.lab.example>\nC: QUIT\nS: +OK bye".to_owned(),
        "@port 110\nS: +OK ready\nC: USER ann\nS: +OK\nC: PASS apple\nS: -ERR no\nC: QUIT\nS: +OK".to_owned(),
    ];
    // Each follows each of the others, and itself.
    let mut order = Vec::new();
    for one in &kinds {
        for other in &kinds {
            order.extend([one.as_str(), other.as_str(), one.as_str()]);
        }
    }
    let text = order.join("\n@again\n");
    assert_same("one behind the other", &build::capture(&Script::parse(&text)));
}

#[test]
fn every_capture_is_told_the_same_with_and_without_sessions() {
    for (name, file) in captures() {
        assert_same(&name, &file);
    }
}

#[test]
fn a_conversation_that_is_given_back_is_written_over_only_if_it_is_the_twin() {
    /// Keeps every other conversation.
    #[derive(Default)]
    struct Every(Vec<String>);
    impl Out for Every {
        fn conversation(&mut self, conversation: Box<Conversation>) -> Option<Box<Conversation>> {
            self.0.push(format!("{conversation:#?}"));
            (conversation.stream % 2 == 1).then_some(conversation)
        }

        fn capture(&mut self, _: Capture) {}
    }
    let short = "S: 220 mail.lab.example ESMTP\nC: EHLO pc\nS: 250 mail.lab.example\nC: QUIT\nS: 221 bye";
    let long =
        format!("S: 220 mail.lab.example ESMTP\n{}C: QUIT\nS: 221 bye", "C: NOOP\nS: 250 OK\n".repeat(30));
    let text =
        [short, short, short, short, short, &long, short, short, &long, short, short].join("\n@again\n");
    let file = build::capture(&Script::parse(&text));
    let mut every = Every::default();
    wiretale::analyze(Box::new(std::io::Cursor::new(file.clone())), &Wanted::default(), &mut every).unwrap();
    let read = analyzed(&file, &Wanted { bytes: true, ..Wanted::default() }).conversations;
    let read: Vec<String> = read.iter().map(|conversation| format!("{conversation:#?}")).collect();
    let differs = every.0.iter().zip(&read).position(|(told, read)| told != read);
    assert_eq!((differs, every.0.len()), (None, read.len()));
}
