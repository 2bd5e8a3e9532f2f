//! The program as a user runs it: exit status, streams, environment.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn wiretale() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wiretale"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"] {
        command.env_remove(name);
    }
    command
}

fn run(arguments: &[&str]) -> Output {
    wiretale().args(arguments).output().unwrap()
}

fn capture(name: &str) -> String {
    support::project("captures").join(name).to_str().unwrap().to_owned()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("it ended by itself")
}

/// A folder of this test alone, empty at its beginning.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn a_file_that_is_no_capture_costs_only_itself() {
    let folder = folder("no-capture");
    let text = folder.join("homework.pcapng");
    std::fs::write(&text, "Dear teacher, here is my homework.\n").unwrap();
    let empty = folder.join("empty.pcap");
    std::fs::write(&empty, "").unwrap();
    let good = capture("smtp/dots.pcapng");
    let missing = folder.join("missing.pcapng");
    let names: Vec<&str> = [&text, &empty, &missing].iter().map(|path| path.to_str().unwrap()).collect();
    for format in ["text", "json", "ndjson"] {
        let output = run(&["--format", format, names[0], &good, names[1], names[2]]);
        assert_eq!(code(&output), 2, "{format}");
        let (out, err) = (out(&output), err(&output));
        assert!(out.contains("MAIL FROM"), "the good file is shown as {format}: {out}");
        for name in &names {
            assert!(err.contains(name), "{name} is named in {err}");
        }
        // Which file, what it is, what to do.
        let line = err.lines().find(|line| line.contains(names[0])).unwrap();
        assert!(line.contains("no packet capture but") && line.contains(';'), "{line}");
        if format == "json" {
            let document: serde_json::Value = serde_json::from_str(&out).unwrap();
            assert_eq!(document["captures"].as_array().unwrap().len(), 1);
        }
    }
    for format in ["text", "json", "csv"] {
        let output = run(&["list", "--format", format, names[0], &good]);
        assert_eq!(code(&output), 2, "list as {format}");
        assert!(out(&output).contains("SMTP") || out(&output).contains("smtp"), "list as {format}");
    }
    let output = run(&["follow", names[0], "--stream", "0"]);
    assert_eq!(code(&output), 2);
}

#[test]
fn wrong_usage_is_status_2_and_help_is_0() {
    let good = capture("smtp/dots.pcapng");
    for wrong in [
        vec![],
        vec!["--no-such-flag", good.as_str()],
        vec!["--format", "morse", &good],
        vec!["--protocol", "gopher", &good],
        vec!["follow", &good, "--stream", "0", "--raw"],
        vec!["follow", &good, "--stream", "4711"],
    ] {
        let output = run(&wrong);
        assert_eq!(code(&output), 2, "{wrong:?}");
        assert!(output.stdout.is_empty(), "{wrong:?} prints {}", out(&output));
        assert!(!output.stderr.is_empty(), "{wrong:?} says nothing");
    }
    for right in [["--help"], ["--version"]] {
        assert_eq!(code(&run(&right)), 0, "{right:?}");
    }
}

#[test]
fn a_capture_cut_short_is_read_with_status_0() {
    let output = run(&[&capture("broken/cut-file.pcapng")]);
    assert_eq!(code(&output), 0);
    assert!(out(&output).contains("cut short"), "{}", out(&output));
}

#[test]
fn standard_input_is_a_dash() {
    let file = std::fs::read(capture("smtp/dots.pcapng")).unwrap();
    let mut child = wiretale()
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    // In small pieces, as a network gives it.
    let writer = std::thread::spawn(move || {
        for part in file.chunks(100) {
            input.write_all(part).unwrap();
            input.flush().unwrap();
        }
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert_eq!(code(&output), 0, "{}", err(&output));
    let by_name = out(&run(&[&capture("smtp/dots.pcapng")]));
    let rows =
        |text: &str| text.lines().filter(|line| line.contains("C: ")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(rows(&out(&output)), rows(&by_name));
}

#[test]
fn compression_is_recognised_by_content() {
    let folder = folder("compression");
    let plain = out(&run(&["--quiet", &capture("net/ethernet.pcapng")]));
    let body = |text: &str| text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    for packed in ["net/gzip.pcapng.gz", "net/zstd.pcapng.zst"] {
        let misleading = folder.join("notes.txt");
        std::fs::copy(capture(packed), &misleading).unwrap();
        let output = run(&["--quiet", misleading.to_str().unwrap()]);
        assert_eq!(code(&output), 0, "{packed}: {}", err(&output));
        assert_eq!(body(&out(&output)), body(&plain), "{packed}");
    }
    let misleading = folder.join("plain.pcapng.gz");
    std::fs::copy(capture("net/ethernet.pcapng"), &misleading).unwrap();
    assert_eq!(body(&out(&run(&["--quiet", misleading.to_str().unwrap()]))), body(&plain));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let lab = capture("lab.pcapng");
    let files: Vec<&str> = std::iter::repeat_n(lab.as_str(), 30).collect();
    for command in [vec![], vec!["--format", "json"], vec!["--format", "ndjson"], vec!["list"]] {
        let mut child = wiretale()
            .args(command.iter().chain(&files))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut pipe = child.stdout.take().unwrap();
        let mut head = [0; 10];
        pipe.read_exact(&mut head).unwrap();
        drop(pipe);
        let output = child.wait_with_output().unwrap();
        assert_eq!(code(&output), 0, "{command:?}: {}", err(&output));
        assert_eq!(err(&output), "", "{command:?}");
    }
}

#[test]
fn follow_raw_gives_exactly_the_bytes_of_a_side() {
    let file = capture("smtp/dots.pcapng");
    let list: serde_json::Value =
        serde_json::from_str(&out(&run(&["list", "--format", "json", &file]))).unwrap();
    let conversation = list["captures"][0]["conversations"]
        .as_array()
        .unwrap()
        .iter()
        .find(|conversation| conversation["protocols"][0] == "smtp")
        .unwrap();
    let stream = conversation["stream"].to_string();
    for side in ["client", "server"] {
        let output = run(&["follow", &file, "--stream", &stream, "--side", side, "--raw"]);
        assert_eq!(code(&output), 0);
        assert_eq!(output.stdout.len() as u64, conversation["tcp"]["bytes"][side].as_u64().unwrap());
        assert!(err(&output).contains("not masked"), "{}", err(&output));
    }
    let output = run(&["follow", &file, "--stream", &stream, "--side", "client", "--raw"]);
    let raw = out(&output);
    assert!(raw.starts_with("EHLO ") || raw.starts_with("ehlo "), "{raw}");
    assert!(raw.contains("\r\n.."), "stuffed dots stay: {raw}");
    assert!(raw.ends_with("QUIT\r\n") || raw.ends_with("quit\r\n"), "{raw}");
}

#[test]
fn follow_says_what_is_missing() {
    let file = capture("broken/dropped-frames.pcapng");
    let raw = run(&["follow", &file, "--stream", "0", "--side", "client", "--raw"]);
    assert!(err(&raw).contains("missing from the capture"), "{}", err(&raw));
    let text = run(&["follow", &file, "--stream", "0"]);
    assert!(out(&text).contains("bytes missing]"), "{}", out(&text));
}

#[test]
fn the_language_comes_from_the_flag_or_else_from_the_environment() {
    let file = capture("smtp/dots.pcapng");
    let in_locale = |variables: &[(&str, &str)], arguments: &[&str]| {
        let mut command = wiretale();
        command.envs(variables.iter().copied()).args(arguments).arg(&file);
        out(&command.output().unwrap())
    };
    let [zh, en, ja] = ["zh", "en", "ja"].map(|lang| in_locale(&[], &["--lang", lang]));
    assert!(zh != en && en != ja && zh != ja);
    assert_eq!(in_locale(&[], &[]), en);
    assert_eq!(in_locale(&[("LANG", "zh_CN.UTF-8")], &[]), zh);
    assert_eq!(in_locale(&[("LC_ALL", "ja_JP.UTF-8"), ("LANG", "zh_CN.UTF-8")], &[]), ja);
    assert_eq!(in_locale(&[("LC_MESSAGES", "ja_JP.UTF-8"), ("LANG", "zh_CN.UTF-8")], &[]), ja);
    assert_eq!(in_locale(&[("LC_ALL", ""), ("LANG", "zh_CN.UTF-8")], &[]), zh);
    assert_eq!(in_locale(&[("LC_ALL", "C.UTF-8"), ("LANG", "zh_CN.UTF-8")], &[]), en);
    assert_eq!(in_locale(&[("LC_ALL", "ja_JP.UTF-8")], &["--lang", "zh"]), zh);
}

#[test]
fn colour_is_for_terminals_or_when_asked_for() {
    let file = capture("smtp/rejected.pcapng");
    let escape = "\u{1b}[";
    assert!(!out(&run(&[&file])).contains(escape));
    assert!(out(&run(&["--color", "always", &file])).contains(escape));
    assert!(!out(&run(&["--color", "never", &file])).contains(escape));
    let output = wiretale().env("NO_COLOR", "1").arg(&file).output().unwrap();
    assert!(!out(&output).contains(escape));
}

#[test]
fn secrets_are_shown_only_when_asked_for() {
    for name in ["smtp/auth-login.pcapng", "smtp/auth-plain.pcapng", "pop3/retrieve-all.pcapng", "lab.pcapng"]
    {
        let file = capture(name);
        for format in ["text", "json", "ndjson"] {
            for style in ["wire", "report"] {
                let shown = out(&run(&["--format", format, "--style", style, "-vv", &file]));
                // The codes of the invented people, and their Base64 at each of the three alignments.
                for secret in ["lab-code", "bGFiLWNvZG", "xhYi1jb2Rl", "sYWItY29kZ"] {
                    assert!(!shown.contains(secret), "{secret} in {name} as {format}, {style}");
                }
            }
        }
    }
    assert!(out(&run(&["--reveal", &capture("pop3/retrieve-all.pcapng")])).contains("lab-code-"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let lab = capture("lab.pcapng");
    for arguments in [vec![lab.as_str()], vec!["--format", "json", &lab], vec!["list", &lab]] {
        let first = run(&arguments).stdout;
        for _ in 0..3 {
            assert_eq!(run(&arguments).stdout, first, "{arguments:?}");
        }
    }
}

#[test]
fn the_output_is_the_same_whatever_the_number_of_jobs() {
    let folder = folder("jobs");
    let text = folder.join("no-capture.pcapng");
    std::fs::write(&text, "a text").unwrap();
    let mut files: Vec<String> = support::files("captures", &[".pcap", ".pcapng", ".gz"])
        .into_iter()
        .map(|(_, path)| path.to_str().unwrap().to_owned())
        .collect();
    files.insert(2, text.to_str().unwrap().to_owned());
    // One without a conversation, whose reason stands on standard error.
    files.insert(5, files[4].clone());
    for command in [
        &["show", "--lang", "zh"][..],
        &["show", "--format", "ndjson"],
        &["show", "--format", "json"],
        &["list", "--port", "110"],
    ] {
        let with = |jobs: &str| {
            let output = wiretale().args(command).args(["--jobs", jobs]).args(&files).output().unwrap();
            assert_eq!(code(&output), 2);
            (output.stdout, output.stderr)
        };
        let one = with("1");
        assert!(!one.0.is_empty() && !one.1.is_empty());
        for jobs in ["2", "7"] {
            assert!(with(jobs) == one, "{command:?} with {jobs} jobs prints something else");
        }
    }
}

/// Secrets of one file are not those of another, and none depends on which file was read first.
#[test]
fn what_was_decrypted_is_the_same_whatever_the_number_of_jobs() {
    let captures = support::project("captures");
    let logs = support::files("captures", &[".keys.log"]);
    let mut arguments: Vec<String> = Vec::new();
    for (name, path) in &logs {
        arguments.extend(["--keylog".to_owned(), path.to_str().unwrap().to_owned()]);
        let capture = captures.join(name.replace(".keys.log", ".pcapng"));
        arguments.push(capture.to_str().unwrap().to_owned());
    }
    assert!(logs.len() >= 35);
    for command in [&["show", "--lang", "ja"][..], &["show", "--format", "ndjson"], &["list"], &["tls"]] {
        let with = |jobs: &str| {
            let output = wiretale().args(command).args(["--jobs", jobs]).args(&arguments).output().unwrap();
            assert_eq!(code(&output), 0, "{}", String::from_utf8_lossy(&output.stderr));
            output.stdout
        };
        let one = with("1");
        assert!(one.len() > 10_000);
        for jobs in ["2", "7"] {
            assert!(with(jobs) == one, "{command:?} with {jobs} jobs prints something else");
        }
    }
}

#[test]
fn ndjson_is_one_object_per_line_and_the_capture_is_last() {
    let output = run(&["--format", "ndjson", &capture("lab.pcapng"), &capture("smtp/dots.pcapng")]);
    let objects: Vec<serde_json::Value> =
        out(&output).lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    for file in 0..2 {
        let of_file: Vec<&serde_json::Value> =
            objects.iter().filter(|object| object["capture"] == file).collect();
        let last = of_file.last().unwrap();
        assert_eq!(last["type"], "capture");
        let sum: u64 = last["fates"].as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum();
        assert_eq!(Some(sum), last["frames"].as_u64());
        assert!(of_file[..of_file.len() - 1].iter().all(|object| object["type"] == "conversation"));
        assert!(of_file.iter().all(|object| object["schema"] == "wiretale/1"));
    }
}

#[test]
fn a_capture_without_a_dialogue_has_one_head_and_a_reason() {
    let file = capture("net/http-to-port-25.pcapng");
    let output = run(&[&file]);
    assert_eq!(code(&output), 0);
    assert_eq!(out(&output).matches(&file).count(), 1, "{}", out(&output));
    assert!(!err(&output).is_empty());
    let document = out(&run(&["--format", "json", &file, &file]));
    let document: serde_json::Value = serde_json::from_str(&document).unwrap();
    assert_eq!(document["captures"].as_array().unwrap().len(), 2);
}

#[test]
fn conversations_are_chosen_by_user_and_by_time() {
    let lab = capture("lab.pcapng");
    let streams = |arguments: &[&str]| {
        let output = run(&[&["list", "--format", "json", &lab], arguments].concat());
        assert_eq!(code(&output), 0, "{arguments:?}");
        let document: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
        let listed = document["captures"][0]["conversations"].as_array().unwrap();
        listed.iter().map(|one| one["stream"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(streams(&[]), [0, 1, 2, 3]);
    assert_eq!(streams(&["--user", "Student"]), [0, 2]);
    assert_eq!(streams(&["--user", "student", "--user", "teacher"]), [0, 2, 3]);
    assert_eq!(streams(&["--user", "nobody"]), [0; 0]);
    // The third one takes half a minute, the last one begins behind it.
    assert_eq!(streams(&["--time", "10-20"]), [2]);
    assert_eq!(streams(&["--time", "34-"]), [3]);
    assert_eq!(streams(&["--time", "-2.5"]), [0, 1, 2]);
    for wrong in ["7", "20-10", "a-b", "-", "1-nan"] {
        let output = run(&["list", &lab, "--time", wrong]);
        assert_eq!(code(&output), if wrong == "-" { 0 } else { 2 }, "{wrong}");
    }
}

#[test]
fn filters_leave_the_other_conversations_out() {
    let lab = capture("lab.pcapng");
    let protocols = |arguments: &[&str]| -> Vec<String> {
        let mut all = vec!["--format", "json"];
        all.extend(arguments);
        all.push(&lab);
        let document: serde_json::Value = serde_json::from_str(&out(&run(&all))).unwrap();
        let capture = &document["captures"][0];
        let sum: u64 =
            capture["fates"].as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum();
        assert_eq!(Some(sum), capture["frames"].as_u64(), "{arguments:?}");
        let conversations = capture["conversations"].as_array().unwrap();
        conversations.iter().map(|one| one["protocols"][0].as_str().unwrap_or("").to_owned()).collect()
    };
    let all = protocols(&[]);
    let of = |id: &str| all.iter().filter(|protocol| *protocol == id).count();
    assert!(of("smtp") > 0 && of("pop3") > 0 && of("tls") > 0, "{all:?}");
    assert_eq!(protocols(&["--protocol", "pop3"]), vec!["pop3"; of("pop3")]);
    assert_eq!(protocols(&["--port", "110"]), vec!["pop3"; of("pop3")]);
    assert_eq!(protocols(&["--protocol", "smtp,tls"]).len(), of("smtp") + of("tls"));
    assert_eq!(protocols(&["--stream", "0"]).len(), 1);
    assert!(protocols(&["--host", "203.0.113.99"]).is_empty());
}

#[test]
fn explain_answers_by_any_name_of_a_word_in_every_language_and_asks_back() {
    for (lang, said) in [("en", "queued"), ("zh", "排队"), ("ja", "待ち行列")] {
        let output = run(&["explain", "250", "--lang", lang]);
        assert!(code(&output) == 0 && out(&output).contains(said), "{lang}: {}", out(&output));
    }
    for (names, wanted) in [
        (&["mail", "from"][..], "RFC 5321 section 4.1.1.2"),
        (&["StartTLS"], "RFC 3207"),
        (&["4.2.2"], "the mailbox is full"),
        (&["SCRAM-SHA-1"], "RFC 5802"),
        (&["-ERR"], "RFC 1939"),
        (&["alert", "48"], "unknown_ca"),
        (&["559"], "first digit 5"),
    ] {
        let output = run(&[&["explain", "--lang", "en", "--"][..], names].concat());
        assert!(code(&output) == 0 && out(&output).contains(wanted), "{names:?}: {}", out(&output));
    }
    let list = out(&run(&["explain", "--lang", "en"]));
    assert!(
        ["EHLO", "x.7.30", "UIDL", "close_notify", "GSSAPI"].iter().all(|name| list.contains(name)),
        "{list}"
    );
    let wrong = run(&["explain", "EHLOO"]);
    assert!(code(&wrong) == 2 && err(&wrong).contains("perhaps EHLO"), "{}", err(&wrong));
}

#[test]
fn a_password_that_is_given_is_compared_with_digests_and_never_printed() {
    for (name, user, right, wrong) in [
        ("smtp/cram-md5.pcapng", "student", "lab-code-2026", "lab-code-2025"),
        ("pop3/apop.pcapng", "teacher", "lab-code-4711", "lab-code-2026"),
    ] {
        let file = capture(name);
        for (password, said) in [(right, "it was made from"), (wrong, "it was NOT made from")] {
            let output = run(&[&file, "--lang", "en", "--password", &format!("{user}={password}")]);
            let text = out(&output);
            assert!(code(&output) == 0 && text.contains(said) && !text.contains(password), "{name}: {text}");
        }
        let json = out(&run(&[&file, "--format", "json", "--password", &format!("{user}={right}")]));
        assert!(
            json.contains("\"password_check\": \"valid\"") || json.contains("\"password_check\":\"valid\""),
            "{name}"
        );
        assert!(!out(&run(&[&file, "--lang", "en"])).contains("computed again"), "{name}");
    }
}

#[test]
fn what_the_lab_report_gets_wrong_is_said_with_the_frames_that_show_it() {
    // E-01, E-02, E-07 to E-12, E-15, E-16.
    let json = out(&run(&[&capture("report/4.2-mail-client.pcapng"), "--format", "json"]));
    for code in [
        "smtp.lesson-program",
        "tcp.lesson-name",
        "smtp.lesson-base64",
        "smtp.clear-although-offered",
        "smtp.lesson-envelope",
        "smtp.lesson-data",
        "smtp.lesson-data-fragment",
        "smtp.lesson-queued",
        "capture.lesson-nothing-fetched",
        "tcp.offload",
    ] {
        assert!(json.contains(&format!("\"{code}\"")), "{code}");
    }
    // E-14 in the session that was typed by hand, which is no mail program (E-01).
    let typed = out(&run(&[&capture("report/4.4-telnet.pcapng"), "--format", "json"]));
    assert!(typed.contains("\"smtp.two-hosts\"") && !typed.contains("\"smtp.lesson-program\""));
    // They are lessons, not reproaches: the dialogue is not cluttered with them.
    let plain = out(&run(&[&capture("report/4.2-mail-client.pcapng"), "--lang", "en"]));
    let verbose = out(&run(&[&capture("report/4.2-mail-client.pcapng"), "--lang", "en", "-v"]));
    assert!(
        !plain.contains("is a command and not the mail") && verbose.contains("is a command and not the mail")
    );
}

#[test]
fn a_session_that_was_typed_can_be_played_key_by_key() {
    let output = run(&["follow", &capture("report/4.4-telnet.pcapng"), "--stream", "0", "--play"]);
    assert!(code(&output) == 0 && err(&output).contains("not masked"), "{}", err(&output));
    let text = out(&output);
    let mut lines = text.lines();
    let head: serde_json::Value = serde_json::from_str(lines.next().unwrap()).unwrap();
    assert_eq!(head["version"], 2);
    let events: Vec<(f64, String, String)> = lines.map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(events.len() > 200, "one event for each key: {}", events.len());
    assert!(events.windows(2).all(|pair| pair[0].0 <= pair[1].0), "time runs in one direction");
    let shown: String = events.iter().map(|event| event.2.as_str()).collect();
    assert!(shown.contains("\u{8} \u{8}"), "the corrections are seen as they were made");
    // What was typed is 32 seconds long.
    assert!(events.last().unwrap().0 > 30.0);
}
