//! Dialogues as scripts: what was said must come out again, however it was cut, shuffled or lost on the way.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;

use proptest::prelude::*;
use wiretale::annotate::{Catalog, Lang};
use wiretale::dialogue::{Conversation, Messages, Side, Wanted, decode_wire_text};
use wiretale::render::{self, Look, Paint};

use support::build::{self, Built, Cut};
use support::outcome::{Outcome, analyzed, essence, everything, json, rows};
use support::script::{Check, Script};

fn scripts() -> Vec<(String, Script)> {
    let found: Vec<(String, Script)> = support::files("tests/dialogues", &[".txt"])
        .into_iter()
        .map(|(name, path)| (name, Script::parse(&std::fs::read_to_string(path).unwrap())))
        .collect();
    assert!(found.len() >= 30, "only {} scripts found", found.len());
    found
}

/// Scripts without stage directions: their bytes may be cut and shuffled at will.
fn plain_scripts() -> Vec<(String, Script)> {
    scripts().into_iter().filter(|(_, script)| !script.staged).collect()
}

#[test]
fn every_script_comes_out_as_it_was_written() {
    let mut failures = Vec::new();
    for (name, script) in scripts() {
        let outcome = analyzed(&build::capture(&script), &everything());
        let (want, have) = (script.rows(), rows(&outcome, script.events));
        if want != have {
            failures.push(format!("{name}:\n{}", difference(&want, &have)));
        }
        failures.extend(check(&script, &outcome).into_iter().map(|what| format!("{name}: {what}")));
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

fn difference(want: &[String], have: &[String]) -> String {
    let same = want.iter().zip(have).take_while(|(want, have)| want == have).count();
    let list =
        |rows: &[String]| rows.iter().skip(same).map(|row| format!("      {row}\n")).collect::<String>();
    format!("  {same} rows alike, then\n    wanted\n{}    came\n{}", list(want), list(have))
}

/// What the script demands beside its rows.
fn check(script: &Script, outcome: &Outcome) -> Vec<String> {
    let mut wrong = Vec::new();
    let conversations = &outcome.conversations;
    if conversations.len() != script.connections() {
        wrong.push(format!("{} conversations, not {}", conversations.len(), script.connections()));
    }
    let capture = outcome.capture.as_ref().unwrap();
    if capture.fates.total() != capture.frames {
        wrong.push(format!("{} frames, fates of {}", capture.frames, capture.fates.total()));
    }
    let findings: Vec<&str> = conversations
        .iter()
        .flat_map(|conversation| &conversation.findings)
        .chain(&capture.findings)
        .map(|finding| finding.code)
        .collect();
    let mut named = Vec::new();
    let masked = analyzed(&build::capture(script), &Wanted { reveal: false, ..everything() });
    let shown: String =
        masked.conversations.iter().map(|conversation| json(conversation).to_string()).collect();
    for check in &script.checks {
        match check {
            Check::Finding(code) => {
                named.push(code.as_str());
                if !findings.contains(&code.as_str()) {
                    wrong.push(format!("no finding {code}, only {findings:?}"));
                }
            }
            Check::Says(code, text) => {
                let told = conversations.iter().flat_map(|conversation| &conversation.findings);
                let sentences: Vec<String> = told
                    .filter(|finding| finding.code == code.as_str())
                    .map(|finding| support::outcome::english().finding(finding))
                    .collect();
                if !sentences.iter().any(|sentence| sentence.contains(text.as_str())) {
                    wrong.push(format!("{code} says {sentences:?}, not {text:?}"));
                }
            }
            Check::NoFinding(code) => {
                if findings.contains(&code.as_str()) {
                    wrong.push(format!("a finding {code}"));
                }
            }
            Check::Note(key) => {
                let steps = conversations.iter().flat_map(|c| &c.steps);
                let mut notes = steps.flat_map(|step| step.notes.iter().chain(&step.more));
                if !notes.any(|note| note.key == key.as_str()) {
                    wrong.push(format!("no note {key}"));
                }
            }
            Check::Json(index, pointer, value) => {
                let have = conversations.get(*index).map(json);
                let have = have.as_ref().and_then(|have| have.pointer(pointer));
                if have != Some(value) {
                    wrong.push(format!("{pointer} is {have:?}, not {value}"));
                }
            }
            Check::Secret(text) => {
                if shown.contains(text.as_str()) {
                    wrong.push(format!("{text} is shown although secrets are not revealed"));
                }
            }
        }
    }
    for code in findings {
        if code.starts_with("tcp.") && !named.contains(&code) {
            wrong.push(format!("a finding {code} that the script does not name"));
        }
    }
    wrong
}

/// A list asks for little, and what it gets is what a page would have said.
#[test]
fn less_wanted_means_that_a_value_is_absent_and_never_another_one() {
    let table =
        Wanted { messages: Messages::No, steps: false, facts: false, words: false, ..Wanted::default() };
    let mut told = 0;
    for (name, script) in scripts() {
        let [less, more] =
            [&table, &Wanted::default()].map(|wanted| analyzed(&build::capture(&script), wanted));
        assert_eq!(less.conversations.len(), more.conversations.len(), "{name}");
        for (less, more) in less.conversations.iter().zip(&more.conversations) {
            told += usize::from(!more.summary.is_empty() && !more.recognised_notes.is_empty());
            assert!(less.steps.is_empty() && less.facts.is_empty(), "{name}");
            assert!(less.summary.is_empty() && less.recognised_notes.is_empty(), "{name}");
            let kept = |of: &Conversation| {
                let what =
                    (of.title.clone(), of.outcome.clone(), of.health, of.recognised_by, of.users.clone());
                (
                    what,
                    of.frames,
                    of.used.clone(),
                    of.encrypted_frames,
                    format!("{:?} {:?}", of.client, of.server),
                )
            };
            assert_eq!(kept(less), kept(more), "{name}");
        }
    }
    assert!(told > 30, "{told}");
}

/// The codes of what was found in the dialogues, but for those that tell of segments: who types sends one for each key.
fn codes(outcome: &Outcome) -> Vec<(u64, &'static str)> {
    let all =
        outcome.conversations.iter().flat_map(|it| it.findings.iter().map(|found| (it.stream, found.code)));
    let about_segments = |code: &str| code.starts_with("tcp.") || code == "smtp.lesson-program";
    let mut codes: Vec<_> = all.filter(|(_, code)| !about_segments(code)).collect();
    codes.sort_unstable();
    codes
}

/// Cuts tried per segment: each one of a short segment, some of a long one.
const CUTS: usize = 12;

#[test]
fn where_a_segment_is_cut_changes_nothing() {
    for (name, script) in plain_scripts() {
        let whole = analyzed(&build::capture(&script), &everything());
        let (whole, found) = (essence(&whole), codes(&whole));
        for (segment, size) in build::segments(&script).into_iter().enumerate() {
            let stride = (size / CUTS).max(1);
            // The last two cuts are always tried: they part the line end.
            let cuts = (1..size).step_by(stride).chain(size.saturating_sub(2).max(1)..size);
            for at in cuts {
                let frames = build::frames(&script, Some(Cut { segment, at }));
                let cut = analyzed(&build::file(&frames, 0), &everything());
                assert_eq!(essence(&cut), whole, "{name}, segment {segment} cut at {at}");
                assert_eq!(codes(&cut), found, "{name}, segment {segment} cut at {at}");
            }
        }
    }
}

/// Case 25 and its like: replies, commands and messages split at any byte are the same.
#[test]
fn all_bytes_one_by_one_change_nothing() {
    for (name, script) in plain_scripts() {
        let whole = analyzed(&build::capture(&script), &everything());
        let (whole, found) = (essence(&whole), codes(&whole));
        for size in [1, 2, 3, 7] {
            let mut cut = script.clone();
            cut.acts.insert(0, support::script::Act::Stage(support::script::Stage::Split(size)));
            let cut = analyzed(&build::capture(&cut), &everything());
            assert_eq!(essence(&cut), whole, "{name}, {size} bytes each");
            assert_eq!(codes(&cut), found, "{name}, {size} bytes each");
        }
    }
}

/// A script whose name is enough to be printed when a property fails.
#[derive(Clone)]
struct Plain {
    name: String,
    script: Script,
}

impl std::fmt::Debug for Plain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)
    }
}

fn any_plain_script() -> impl Strategy<Value = Plain> {
    let scripts: Vec<Plain> =
        plain_scripts().into_iter().map(|(name, script)| Plain { name, script }).collect();
    prop::sample::select(scripts)
}

fn compare(name: &str, frames: &[Built], whole: &[String]) -> Result<(), TestCaseError> {
    let outcome = analyzed(&build::file(frames, 0), &everything());
    prop_assert_eq!(essence(&outcome), whole, "{}", name);
    let capture = outcome.capture.unwrap();
    prop_assert_eq!(capture.fates.total(), capture.frames);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn frames_in_any_order_say_the_same(Plain { name, script } in any_plain_script(), seed: u64) {
        let whole = essence(&analyzed(&build::capture(&script), &everything()));
        let mut frames = build::frames(&script, None);
        build::shuffle(&mut frames, seed);
        compare(&name, &frames, &whole)?;
    }

    #[test]
    fn copies_of_frames_say_nothing_new(
        Plain { name, script } in any_plain_script(),
        copies in prop::collection::vec((any::<prop::sample::Index>(), 0usize..6), 1..12),
    ) {
        let whole = essence(&analyzed(&build::capture(&script), &everything()));
        let mut frames = build::frames(&script, None);
        for (index, distance) in copies {
            let at = index.index(frames.len());
            let copy = frames[at].clone();
            let to = (at + 1 + distance).min(frames.len());
            frames.insert(to, copy);
        }
        compare(&name, &frames, &whole)?;
    }

    #[test]
    fn of_what_is_lost_nothing_is_made_up(
        Plain { name, script } in any_plain_script(),
        keep in prop::collection::vec(prop::bool::weighted(0.8), 200),
        split in prop_oneof![Just(0usize), 3usize..40],
    ) {
        let mut script = script;
        script.acts.insert(0, support::script::Act::Stage(support::script::Stage::Split(split)));
        let mut frames = build::frames(&script, None);
        let mut chances = keep.into_iter().cycle();
        // The frames of opening and closing stay: so the end is acknowledged.
        frames.retain(|frame| frame.data == 0 || chances.next().unwrap());
        let wanted = Wanted { bytes: true, ..everything() };
        let outcome = analyzed(&build::file(&frames, 0), &wanted);
        let Some(conversation) = outcome.conversations.first() else { return Ok(()) };
        for side in [Side::Client, Side::Server] {
            let sent = script.sent(side);
            let (have, lost) = match side {
                Side::Client => (conversation.tcp.bytes.client, conversation.tcp.lost.client),
                Side::Server => (conversation.tcp.bytes.server, conversation.tcp.lost.server),
            };
            // Without any data there may be nobody to tell which side is the client.
            let total = sent.len() as u64;
            prop_assert_eq!(have + lost, total, "{} {:?}: bytes and lost bytes", &name, side);
            if let Some(both) = outcome.bytes.get(&0) {
                for (at, byte) in both[side.index()].iter().enumerate() {
                    prop_assert!(byte.is_none() || *byte == sent.get(at).copied(), "{} byte {}", &name, at);
                }
            }
            let shown = conversation.steps.iter().filter(|step| step.side == Some(side));
            for line in shown.flat_map(|step| &step.lines) {
                let line = decode_wire_text(line);
                let known = line.is_empty() || sent.windows(line.len()).any(|part| part == line);
                prop_assert!(known, "{}: {:?} was never sent", &name, String::from_utf8_lossy(&line));
            }
        }
        let capture = outcome.capture.unwrap();
        prop_assert_eq!(capture.fates.total(), capture.frames);
    }

    #[test]
    fn secrets_are_masked_although_parts_of_the_dialogue_are_missing(
        Plain { name, script } in any_plain_script(),
        keep in prop::collection::vec(prop::bool::weighted(0.8), 200),
        split in prop_oneof![Just(0usize), 3usize..40],
    ) {
        let mut script = script;
        script.acts.insert(0, support::script::Act::Stage(support::script::Stage::Split(split)));
        let mut frames = build::frames(&script, None);
        let mut chances = keep.into_iter().cycle();
        frames.retain(|frame| frame.data == 0 || chances.next().unwrap());
        let outcome = analyzed(&build::file(&frames, 0), &Wanted { reveal: false, ..everything() });
        let shown: String = outcome
            .conversations
            .iter()
            // What no protocol claims is quoted by its first bytes: nobody knows what is a secret there.
            .filter(|conversation| !conversation.protocols.is_empty())
            .map(|conversation| json(conversation).to_string())
            .collect();
        for check in &script.checks {
            if let Check::Secret(secret) = check {
                let at = shown.find(secret.as_str());
                let around = at.map(|at| shown.chars().skip(at.saturating_sub(80)).take(200).collect::<String>());
                prop_assert!(at.is_none(), "{} shows {}: {:?}", &name, secret, around);
            }
        }
    }
}

/// Lines that are too many to keep are said, and the reply they belong to stays one: the next one answers the next
/// command.
#[test]
fn a_reply_of_too_many_lines_stays_one_reply_and_says_what_it_leaves_out() {
    let many = "S: 250-x\n".repeat(1500);
    let text =
        format!("S: 220 mail ESMTP\nC: EHLO pc\n{many}S: 250 y\nC: NOOP\nS: 250 z\nC: QUIT\nS: 221 bye\n");
    let outcome = analyzed(&build::capture(&Script::parse(&text)), &everything());
    let value = json(&outcome.conversations[0]);
    let steps = value["steps"].as_array().unwrap();
    let step =
        |text: &str| steps.iter().find(|step| step["text"] == text).unwrap_or_else(|| panic!("no {text}"));
    let long = &steps[step("EHLO pc")["index"].as_u64().unwrap() as usize + 1];
    assert_eq!(long["lines"].as_array().unwrap().len(), 1000);
    assert!(long["note"].as_str().unwrap().contains("501 more lines"), "{}", long["note"]);
    assert_eq!(step("250 z")["answers"], step("NOOP")["index"]);
}

/// How long each side took is told per turn and in sum, in every language, and only where more is asked for.
#[test]
fn who_waited_for_whom_is_told_with_v() {
    let text = "S: 220 mail ESMTP\nC: HELO pc\nS: 250 mail\nC: QUIT\nS: 221 bye\n";
    let outcome = analyzed(&build::capture(&Script::parse(text)), &everything());
    let shown = |lang, verbose| {
        let catalog = Catalog::new(lang, &[&render::TEXTS]);
        let paint = Paint { on: false };
        let look = Look { width: 160, width_unknown: true, paint, verbose, quiet: false, reveal: false };
        render::conversation_text(&outcome.conversations[0], &catalog, look)
    };
    let rows = |text: &str, what: &str| text.lines().filter(|line| line.contains(what)).count();
    let english = shown(Lang::En, 1);
    assert_eq!(
        (rows(&english, "server took 0.100 s"), rows(&english, "client took 0.100 s")),
        (2, 2),
        "{english}"
    );
    assert!(english.contains("server time 0.200 s and client time 0.200 s of 1.000 s"), "{english}");
    assert!(shown(Lang::Zh, 1).contains("秒中服务器用了 0.200 秒，客户端用了 0.200 秒"));
    assert!(shown(Lang::Ja, 1).contains("秒のうちサーバー 0.200 秒、クライアント 0.200 秒"));
    assert!(!shown(Lang::En, 0).contains("took") && !shown(Lang::En, 0).contains("server time"));
}

/// Case 39: a thousand recipients are folded into a count in the text, with what differs still in sight; `-v` and JSON have
/// them all.
#[test]
fn a_thousand_recipients_are_a_folded_list_with_its_count() {
    let mut text =
        "S: 220 mail ESMTP\nC: EHLO pc\nS: 250 mail\nC: MAIL FROM:<a@b>\nS: 250 2.1.0 Ok\n".to_owned();
    for number in 0..1000 {
        if number == 500 {
            text.push_str("C: RCPT TO:<refused@d.example>\nS: 550 5.1.1 nobody\n");
        }
        text.push_str(&format!("C: RCPT TO:<reader{number}@d.example>\nS: 250 2.1.5 Ok\n"));
    }
    text.push_str("C: RSET\nS: 250 2.0.0 Ok\nC: QUIT\nS: 221 bye\n");
    let outcome = analyzed(&build::capture(&Script::parse(&text)), &everything());
    let shown = |lang, verbose| {
        let catalog = Catalog::new(lang, &[&render::TEXTS]);
        let paint = Paint { on: false };
        let look = Look { width: 120, width_unknown: true, paint, verbose, quiet: false, reveal: false };
        render::conversation_text(&outcome.conversations[0], &catalog, look)
    };
    let english = shown(Lang::En, 0);
    let counts: Vec<u64> = english
        .lines()
        .filter_map(|line| line.split_once(" more lines like these]")?.0.rsplit_once('[')?.1.parse().ok())
        .collect();
    let seen =
        english.lines().filter(|line| line.contains("RCPT TO") || line.contains("S: 250 2.1.5")).count();
    assert_eq!(counts.len(), 2, "{english}");
    assert!(english.contains("refused@d.example") && english.contains("550 5.1.1 nobody"), "{english}");
    assert!(seen < 60, "{english}");
    let rows = shown(Lang::En, 1);
    assert_eq!(rows.lines().filter(|line| line.contains("C: RCPT TO")).count(), 1001);
    // Nothing is lost: what is shown and what is counted are all of them.
    let rcpt_and_replies = 2 * 1001;
    let others = english.lines().filter(|line| line.contains("550 5.1.1")).count();
    assert_eq!(counts.iter().sum::<u64>() + (seen + others) as u64, rcpt_and_replies, "{english}");
    assert!(shown(Lang::Zh, 0).contains("同样的还有") && shown(Lang::Ja, 0).contains("同様の行がほかに"));
}

/// Case 49: ten thousand parts are counted to the bound, which is said; the mail itself is whole.
#[test]
fn ten_thousand_parts_are_bounded_and_flagged() {
    let parts = "C. --b\nC. \nC. x\n".repeat(10_000);
    let text = format!(
        "S: 220 mail ESMTP\nC: HELO pc\nS: 250 ok\nC: MAIL FROM:<a@b>\nS: 250 ok\nC: RCPT TO:<c@d>\nS: 250 ok\nC: DATA\nS: 354 go\n\
         C. Content-Type: multipart/mixed; boundary=b\nC. \n{parts}C. --b--\nC. .\nS: 250 queued\nC: QUIT\nS: 221 bye\n"
    );
    let outcome = analyzed(&build::capture(&Script::parse(&text)), &everything());
    let conversation = &outcome.conversations[0];
    assert!(conversation.findings.iter().any(|finding| finding.code == "mail.too-many-parts"));
    let message = &conversation.messages[0];
    assert!(message.complete && message.parts[0].parts.len() == 999, "{}", message.parts[0].parts.len());
    assert_eq!(json(conversation)["smtp"]["quit"], true);
}

/// Case 50 for the reader's eye: `Subject:` with nothing behind it, or no such line.
#[test]
fn an_empty_subject_and_none_are_shown_differently() {
    let text =
        std::fs::read_to_string(support::project("tests/dialogues/mail/empty-subject-and-none.txt")).unwrap();
    let outcome = analyzed(&build::capture(&Script::parse(&text)), &everything());
    let below = |step: &wiretale::dialogue::Step| step.below.clone();
    let mails: Vec<Vec<String>> =
        outcome.conversations[0].steps.iter().filter(|step| step.kind == "smtp.message").map(below).collect();
    assert_eq!(mails, [vec!["Subject:".to_owned()], vec!["From: a@b.example".to_owned()]]);
}

/// The head names a word that POP3 has, not the mistake that a typist began with.
#[test]
fn pop3_is_recognised_by_a_command_that_is_one() {
    let script = Script::parse(
        "@port 110\nS: +OK ready\nC: FROB\nS: -ERR no\nC: CAPA\nS: +OK\nS: .\nC: QUIT\nS: +OK bye\n",
    );
    let outcome = analyzed(&build::capture(&script), &everything());
    let head = format!("{:?}", outcome.conversations[0].recognised_notes);
    assert!(head.contains("CAPA") && !head.contains("FROB"), "{head}");
}
