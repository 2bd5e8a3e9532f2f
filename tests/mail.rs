//! `wiretale mail`: what it prints, what it saves, and what it never does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use proptest::prelude::*;
use serde_json::Value;
use sha2::{Digest, Sha256};

use support::build;
use support::script::Script;
use wiretale::analyze::Out;
use wiretale::annotate::{Catalog, Lang};
use wiretale::dialogue::{
    Capture, Conversation, Message, MessageSource, Messages, Place, Shelf, Time, Wanted,
};
use wiretale::render::{self, Json, Look, Mail, MailRow, MailTable, Paint};

fn wiretale(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_wiretale"))
        .arg("mail")
        .args(arguments)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env_remove("LANG")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// What it prints; it ends well and says nothing else.
fn said(arguments: &[&str]) -> String {
    let output = wiretale(arguments);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&said(&[arguments, &["--format", "json"]].concat())).unwrap()
}

fn capture(name: &str) -> String {
    support::project("captures").join(name).to_str().unwrap().to_owned()
}

/// A folder of one test, which is not there yet.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mail").join(test);
    let _ = fs::remove_dir_all(&folder);
    folder
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Names and contents of the files of a folder.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let name = |entry: &fs::DirEntry| entry.file_name().into_string().unwrap();
    entries
        .filter(|entry| entry.path().is_file())
        .map(|entry| (name(&entry), fs::read(entry.path()).unwrap()))
        .collect()
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A capture of mails in one conversation, as a file of one test.
fn sent(test: &str, mails: &[&str]) -> String {
    let mut script = "S: 220 mail\nC: HELO pc\nS: 250 ok\n".to_owned();
    for mail in mails {
        script.push_str("C: MAIL FROM:<a@b.example>\nS: 250 ok\nC: RCPT TO:<c@d.example>\nS: 250 ok\nC: DATA\nS: 354 go\n");
        mail.lines().for_each(|line| match line.strip_prefix('@') {
            Some(stage) => script.push_str(&format!("@{stage}\n")),
            None => script.push_str(&format!("C. {line}\n")),
        });
        script.push_str("C. .\nS: 250 queued\n");
    }
    script.push_str("C: QUIT\nS: 221 bye\n");
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("mail-{test}.pcapng"));
    fs::write(&path, build::capture(&Script::parse(&script))).unwrap();
    text(&path).to_owned()
}

const FETCHED: &str = "smtp/sent-and-fetched.pcapng";

#[test]
fn one_row_per_message_in_three_languages() {
    let file = capture("pop3/retrieve-all.pcapng");
    let rows = |lang: &str| -> Vec<String> {
        said(&[&file, "--lang", lang, "--width", "76"]).lines().skip(1).take(6).map(str::to_owned).collect()
    };
    assert_eq!(
        rows("en"),
        [
            "no  source   frames     size  parts                  subject",
            " 1  RETR 1   #32        1111  text/plain, text/html  计算机网络实验报告：SM…",
            " 2  RETR 2   #35         468  text/plain             Lines that begin with …",
            " 3  RETR 3   #38         491  text/plain             生僻字㐀䶮𠀀在第二段",
            " 4  TOP 3 0  #41     headers  -                      生僻字㐀䶮𠀀在第二段",
            " 5  TOP 2 2  #44         371  text/plain             Lines that begin with …",
        ]
    );
    assert_eq!(rows("zh")[0], "序号  来源     帧     大小  各部分                 主题");
    assert_eq!(rows("ja")[4], "   4  TOP 3 0  #41       ヘッダーのみ  -                      生僻字㐀䶮𠀀…");
    // In a pipe nothing is cut.
    assert!(said(&[&file]).contains("计算机网络实验报告：SMTP 与 POP3 协议分析\n"));
}

#[test]
fn a_column_for_the_conversation_is_there_where_there_are_several() {
    let rows = said(&[&capture(FETCHED), "--width", "120"]);
    let heads = rows.lines().nth(1).unwrap();
    assert!(heads.starts_with("stream  no  source"), "{rows}");
    assert!(rows.lines().nth(3).unwrap().starts_with("     1   1  RETR 1"), "{rows}");
}

#[test]
fn an_empty_subject_and_a_missing_one_are_two_outputs() {
    let file = sent("subjects", &["Subject:\n\nx", "From: a@b.example\n\nx"]);
    let rows = said(&[&file]);
    assert!(rows.lines().nth(2).unwrap().ends_with("text/plain  (empty)"), "{rows}");
    assert!(rows.lines().nth(3).unwrap().ends_with("text/plain  (none)"), "{rows}");
}

#[test]
fn a_mail_in_full_says_what_envelope_header_parts_and_text_are() {
    for (lang, lines) in [
        (
            "en",
            [
                "== mail s0-m1  DATA  #29,30  1947 bytes  2026-11-23T10:24:52Z",
                "   envelope   MAIL FROM:<student@lab.example>",
                "              RCPT TO:<student@lab.example>  250",
                "              Subject: 第四次实验报告（含附件）",
                "   compared   only in the envelope (Bcc, or a mailing list): student@lab.example",
                "                  1.1.2  text/html  gbk  base64  196 bytes",
                "                1.2  text/plain  gbk  base64  85 bytes  计算机网络第四次实验报告.txt",
                "                     !! PDF by its bytes: neither image/jpeg, as declared, nor what its name says",
                "              | 第四次实验的报告和抓包记录见附件，请查收。",
                "   signature  DKIM-Signature  d=lab.example  s=lab2026  a=rsa-sha256  c=relaxed/relaxed",
                "   same Message-ID; same body (SHA-256); 4 header lines more: Return-Path, X-Original-To, Delivered-To, Received",
            ],
        ),
        (
            "zh",
            [
                "== 邮件 s0-m1  DATA  #29,30  1947 字节  2026-11-23T10:24:52Z",
                "   信封    MAIL FROM:<student@lab.example>",
                "           RCPT TO:<student@lab.example>  250",
                "           Subject: 第四次实验报告（含附件）",
                "   对照    只在信封里的收件人（密送，或者邮件列表）：student@lab.example",
                "               1.1.2  text/html  gbk  base64  196 字节",
                "             1.2  text/plain  gbk  base64  85 字节  计算机网络第四次实验报告.txt",
                "                  !! 按内容是 PDF，既不是声明的 image/jpeg，也与文件名不符",
                "           | 第四次实验的报告和抓包记录见附件，请查收。",
                "   签名    DKIM-Signature  d=lab.example  s=lab2026  a=rsa-sha256  c=relaxed/relaxed",
                "   Message-ID 相同；正文相同（SHA-256）；信头多 4 行：Return-Path, X-Original-To, Delivered-To, Received",
            ],
        ),
        (
            "ja",
            [
                "== メール s0-m1  DATA  #29,30  1947 バイト  2026-11-23T10:24:52Z",
                "   エンベロープ  MAIL FROM:<student@lab.example>",
                "                 RCPT TO:<student@lab.example>  250",
                "                 Subject: 第四次实验报告（含附件）",
                "   照合          エンベロープだけにある受信者（Bcc かメーリングリスト）：student@lab.example",
                "                     1.1.2  text/html  gbk  base64  196 バイト",
                "                   1.2  text/plain  gbk  base64  85 バイト  计算机网络第四次实验报告.txt",
                "                        !! 内容は PDF。宣言された image/jpeg でもなく、ファイル名とも合わない",
                "                 | 第四次实验的报告和抓包记录见附件，请查收。",
                "   署名          DKIM-Signature  d=lab.example  s=lab2026  a=rsa-sha256  c=relaxed/relaxed",
                "   Message-ID が同じ。本文が同じ（SHA-256）。ヘッダーが 4 行多い：Return-Path, X-Original-To, Delivered-To, Received",
            ],
        ),
    ] {
        let page = said(&["-v", &capture(FETCHED), "--lang", lang, "--width", "160"]);
        for line in lines {
            assert!(page.lines().any(|shown| shown == line), "{line}\nis not in\n{page}");
        }
        assert!(!page.contains("no text:"), "{page}");
    }
    // A hash is on a line of its own, whole, also on a narrow screen.
    let page = said(&["-v", &capture(FETCHED), "--lang", "ja", "--width", "80"]);
    let hash = "53566235bd1c65f5ddc659cac99df25fc8a991234f6bc79dbb89d8ebf29f579a";
    assert!(page.contains(&format!("\n     {hash}  1.2\n")), "{page}");
    // Twice verbose: the header as it is on the wire.
    let page = said(&["-vv", &capture(FETCHED), "--lang", "en"]);
    assert!(page.contains("From: =?gbk?b?1cXI/Q==?= <student@lab.example>\n"), "{page}");
}

#[test]
fn no_line_is_wider_than_the_screen() {
    for width in [80usize, 120, 160] {
        for lang in ["zh", "en", "ja"] {
            for file in [capture(FETCHED), capture("broken/dropped-frames.pcapng"), capture("lab.pcapng")] {
                for verbose in [&["-v"][..], &[]] {
                    let width_flag = width.to_string();
                    let page = said(&[verbose, &[&file, "--lang", lang, "--width", &width_flag]].concat());
                    for line in page.lines().skip(1) {
                        assert!(wiretale::render::width(line) <= width, "{width} {lang}: {line}");
                    }
                }
            }
        }
    }
}

#[test]
fn json_has_the_message_of_show_and_what_only_this_command_reads() {
    let document = json(&[&capture(FETCHED)]);
    assert_eq!(document["schema"], "wiretale/1");
    let mail = &document["captures"][0]["messages"][0];
    let show = Command::new(env!("CARGO_BIN_EXE_wiretale"))
        .args([&capture(FETCHED), "--format", "json"])
        .output()
        .unwrap();
    let show: Value = serde_json::from_slice(&show.stdout).unwrap();
    for (field, value) in show["captures"][0]["conversations"][0]["messages"][0].as_object().unwrap() {
        assert_eq!(&mail[field], value, "{field}");
    }
    assert_eq!(document["captures"][0]["frames"], show["captures"][0]["frames"]);
    assert_eq!(mail["envelope"]["recipients"][1]["address"], "student@lab.example");
    assert_eq!(mail["date_read"]["time"], "2026-11-23T02:20:31.000000000Z");
    assert_eq!(mail["date_read"]["zone"], 480);
    assert_eq!(mail["signatures"][0]["body"], "matches");
    assert_eq!(mail["contents"][3]["found"]["type"], "application/pdf");
    assert_eq!(mail["contents"][3]["differs"], "both");
    assert_eq!(mail["text"]["remote"], 1);
    // Order and raw value of every field.
    let names: Vec<&str> =
        mail["header"].as_array().unwrap().iter().map(|field| field["name"].as_str().unwrap()).collect();
    assert_eq!(names[..4], ["DKIM-Signature", "Date", "From", "To"]);
    assert_eq!(mail["header"][2]["raw"], " =?gbk?b?1cXI/Q==?= <student@lab.example><0x0d><0x0a>");
    assert_eq!(mail["header"][2]["value"], "张三 <student@lab.example>");
    let fetched = &document["captures"][0]["messages"][1];
    assert_eq!((&fetched["command"], &fetched["envelope"]), (&Value::from("RETR 1"), &Value::Null));
    assert_eq!(fetched["received"][0]["by"], "smtp.lab.example (Postfix)");
    let same = &document["same"][0];
    assert_eq!((&same["message_id"], &same["body"]), (&Value::from(true), &Value::from(true)));
    assert_eq!(
        same["mails"][1],
        serde_json::json!({"capture": 0, "stream": 1, "number": 1, "command": "RETR 1"})
    );
    assert_eq!(same["lines_more"].as_array().unwrap().len(), 4);
}

#[test]
fn what_is_saved_is_what_was_sent_byte_by_byte() {
    let folder = folder("exact");
    let document = json(&[&capture(FETCHED), "--extract", text(&folder)]);
    let saved = files(&folder);
    assert_eq!(
        saved.keys().map(String::as_str).collect::<Vec<_>>(),
        [
            "s0-m1-a1-计算机网络第四次实验报告.txt",
            "s0-m1-a2-成绩.jpg",
            "s0-m1-a3-备注.txt",
            "s0-m1-第四次实验报告（含附件）.eml",
            "s1-m1-a1-计算机网络第四次实验报告.txt",
            "s1-m1-a2-成绩.jpg",
            "s1-m1-a3-备注.txt",
            "s1-m1-第四次实验报告（含附件）.eml",
        ]
    );
    // Dots are unstuffed, and what was Base64 is not any more.
    let notes = "begins with a line\r\n.with a dot\r\n".as_bytes();
    assert!(saved["s0-m1-a3-备注.txt"].starts_with(notes));
    assert_eq!(saved["s0-m1-a2-成绩.jpg"], b"%PDF-1.4\n% not a picture at all\n%%EOF\n");
    assert!(saved["s0-m1-第四次实验报告（含附件）.eml"].windows(notes.len()).any(|window| window == notes));
    for mail in document["captures"][0]["messages"].as_array().unwrap() {
        let entries = mail["saved"].as_array().unwrap();
        assert_eq!(entries[0]["sha256"], mail["sha256"], "of the mail itself");
        assert_eq!(entries.len(), 4);
        for entry in entries {
            let name = Path::new(entry["path"].as_str().unwrap()).file_name().unwrap().to_str().unwrap();
            assert_eq!(entry["sha256"], hex(&saved[name]), "{name}");
            assert_eq!(
                (entry["size"].as_u64(), &entry["outcome"]),
                (Some(saved[name].len() as u64), &Value::from("written"))
            );
        }
    }
}

#[test]
fn the_manifest_is_one_that_sha256sum_reads() {
    let folder = folder("manifest");
    let page = said(&[&capture("smtp/dots.pcapng"), "--extract", text(&folder), "--lang", "en"]);
    let (name, bytes) = files(&folder).into_iter().next().unwrap();
    assert_eq!(name, "s0-m1-Lines-that-begin-with-a-dot.eml");
    assert!(page.contains(&format!("\n{}  {}\n", hex(&bytes), text(&folder.join(name)))), "{page}");
}

#[test]
fn nothing_that_is_there_is_written_over() {
    let folder = folder("there");
    let file = capture("smtp/dots.pcapng");
    let arguments = [file.as_str(), "--extract", text(&folder), "--lang", "en"];
    said(&arguments);
    let first = files(&folder);
    let again = said(&arguments);
    assert!(again.contains("was there already, with the same bytes"), "{again}");
    assert_eq!(files(&folder), first);
    // The same length, so that only the bytes tell.
    let (name, bytes) = first.iter().next().unwrap();
    let other = vec![b'x'; bytes.len()];
    fs::write(folder.join(name), &other).unwrap();
    said(&arguments);
    let now = files(&folder);
    assert_eq!((&now[name], &now["s0-m1-Lines-that-begin-with-a-dot-2.eml"]), (&other, bytes));
    assert_eq!(now.len(), 2);
}

#[cfg(unix)]
#[test]
fn a_link_that_waits_under_the_name_is_not_followed() {
    let folder = folder("link");
    fs::create_dir_all(&folder).unwrap();
    let target = folder.join("target");
    fs::write(&target, "precious").unwrap();
    std::os::unix::fs::symlink(&target, folder.join("s0-m1-Lines-that-begin-with-a-dot.eml")).unwrap();
    said(&[&capture("smtp/dots.pcapng"), "--extract", text(&folder)]);
    assert_eq!(fs::read(&target).unwrap(), b"precious");
    assert!(folder.join("s0-m1-Lines-that-begin-with-a-dot-2.eml").is_file());
}

#[cfg(unix)]
#[test]
fn a_pipe_that_waits_under_the_name_is_not_read() {
    let folder = folder("pipe");
    fs::create_dir_all(&folder).unwrap();
    let pipe = folder.join("s0-m1-a1-empty.txt");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    // Of no bytes, as many as a pipe says it has.
    let mail = "Subject: x\nContent-Disposition: attachment; filename=empty.txt\n";
    said(&[&sent("pipe", &[mail]), "--extract", text(&folder)]);
    assert_eq!(fs::read(folder.join("s0-m1-a1-empty-2.txt")).unwrap(), b"");
}

#[test]
fn hostile_names_stay_in_the_folder() {
    let part = |name: &str| format!("--b\nContent-Disposition: attachment; filename=\"{name}\"\n\nx\n");
    let names = [
        "../../../evil.txt",
        "/etc/passwd",
        "C:\\windows\\system32\\evil.dll",
        "CON",
        "nul.txt",
        "a<0xe2><0x80><0xae>gnp.exe",
        "two<0x1b>[2Jwords?.txt",
        "...",
        &format!("{}.docx", "实".repeat(300)),
    ];
    let parts: String = names.iter().map(|name| part(name)).collect();
    let mail = format!(
        "Subject: ../../up: a/b\\c <0xe2><0x80><0xae> con.\nContent-Type: multipart/mixed; boundary=b\n\n{parts}--b--"
    );
    let folder = folder("hostile");
    let inside = folder.join("a").join("b");
    said(&[&sent("hostile", &[&mail]), "--extract", text(&inside)]);
    let saved = files(&inside);
    let short = format!("s0-m1-a9-{}.docx", "实".repeat(38));
    assert_eq!(
        saved.keys().map(String::as_str).collect::<Vec<_>>(),
        [
            "s0-m1-_.._up_-a_b_c-_-con.eml",
            "s0-m1-a1-evil.txt",
            "s0-m1-a2-passwd",
            "s0-m1-a3-evil.dll",
            "s0-m1-a4-_CON",
            "s0-m1-a5-_nul.txt",
            "s0-m1-a6-a_gnp.exe",
            "s0-m1-a7-two_[2Jwords_.txt",
            "s0-m1-a8-unnamed",
            short.as_str(),
        ]
    );
    // And nowhere else.
    assert!(files(&folder).is_empty() && files(&folder.join("a")).is_empty());
}

#[test]
fn a_mail_with_holes_is_saved_as_far_as_it_goes_and_says_where_they_are() {
    let mail = "Subject: half\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nwhole\n--b\n\
        Content-Disposition: attachment; filename=lost.txt\n\nbefore\n@drop\n0123456789\nbehind\n--b\n\
        Content-Disposition: attachment; filename=kept.txt\n\nkept\n--b--";
    let file = sent("holes", &[mail]);
    let folder = folder("holes");
    let page = said(&["-v", &file, "--extract", text(&folder), "--lang", "en", "--width", "160"]);
    let saved = files(&folder);
    assert_eq!(
        saved.keys().map(String::as_str).collect::<Vec<_>>(),
        ["s0-m1-a2-kept.txt", "s0-m1-half.incomplete.eml"]
    );
    let eml = String::from_utf8(saved["s0-m1-half.incomplete.eml"].clone()).unwrap();
    let behind = eml.find("behind").unwrap();
    let line = format!(
        "12 bytes, {behind} to {} of the mail; in a saved file the hole is at offset {behind}",
        behind + 11
    );
    assert!(page.contains(&line), "{line}\n{page}");
    assert!(page.contains("not saved: s0-m1-a1-lost.txt, bytes of it are missing"), "{page}");
    // Below the table too.
    let list = said(&[&file, "--extract", text(&folder), "--lang", "en", "--width", "160"]);
    assert!(list.contains(&format!("\n   {line}\n")), "{list}");
    assert_eq!(saved["s0-m1-a2-kept.txt"], b"kept");
    let document = json(&[&file]);
    let mail = &document["captures"][0]["messages"][0];
    assert_eq!(mail["gaps"], serde_json::json!([{"behind": behind, "from": behind, "bytes": 12}]));
    assert_eq!((&mail["complete"], &mail["sha256"]), (&Value::from(false), &Value::Null));
}

#[test]
fn top_is_no_whole_mail_and_its_file_says_so() {
    let folder = folder("top");
    said(&[&capture("pop3/retrieve-all.pcapng"), "--extract", text(&folder)]);
    let names: Vec<String> = files(&folder).into_keys().collect();
    assert_eq!(names.iter().filter(|name| name.ends_with(".top.eml")).count(), 2, "{names:?}");
    assert_eq!(names.len(), 5);
}

#[test]
fn a_filter_that_leaves_a_conversation_out_leaves_no_file_of_it() {
    for (arguments, prefix) in [
        (["--protocol", "pop3"], "s1-"),
        (["--user", "student"], "s0-"),
        (["--stream", "1"], "s1-"),
        (["--time", "-0.1"], "s0-"),
    ] {
        let folder = folder("filter");
        let capture = capture(FETCHED);
        let page = said(&[&[capture.as_str(), "--extract", text(&folder)][..], &arguments].concat());
        let names: Vec<String> = files(&folder).into_keys().collect();
        assert_eq!(names.len(), 4, "{arguments:?}: {names:?}");
        assert!(names.iter().all(|name| name.starts_with(prefix)), "{arguments:?}: {names:?}");
        assert!(!page.contains("same mail"), "{page}");
    }
    // What was there before is not taken away, either.
    let folder = folder("filter-there");
    said(&[&capture(FETCHED), "--extract", text(&folder)]);
    said(&[&capture(FETCHED), "--extract", text(&folder), "--protocol", "pop3"]);
    assert_eq!(files(&folder).len(), 8);
}

#[test]
fn several_captures_have_folders_of_their_own_and_the_same_output_whatever_the_jobs() {
    let captures = [
        capture("smtp/dots.pcapng"),
        capture(FETCHED),
        capture("pop3/retrieve-all.pcapng"),
        capture("smtp/dots.pcapng"),
    ];
    let run = |jobs: &str| {
        let folder = folder("several");
        let mut arguments: Vec<&str> = captures.iter().map(String::as_str).collect();
        arguments.extend(["--extract", text(&folder), "--jobs", jobs, "--lang", "en", "--width", "160"]);
        let page = said(&arguments);
        let mut entries: Vec<String> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        entries.sort();
        assert_eq!(entries, ["dots", "dots-2", "retrieve-all", "sent-and-fetched"]);
        assert_eq!(files(&folder.join("dots")), files(&folder.join("dots-2")));
        page
    };
    let one = run("1");
    assert_eq!(run("4"), one);
    // The mail that was met in several captures of the call is linked, with the files.
    let dots = captures[0].as_str();
    let fetched = captures[2].as_str();
    let linked = format!("same mail  {dots} s0-m1 (DATA #25) = {fetched} s0-m2 (RETR 2 #35)");
    assert!(one.contains(&linked), "{linked}\n{one}");
    let line = format!(
        "same mail  {dots} s0-m1 (DATA #25) = {dots} s0-m1 (DATA #25)\n   same Message-ID; same body (SHA-256); the same header lines\n"
    );
    assert!(one.contains(&line), "{line}\n{one}");
}

#[test]
fn a_link_needs_evidence() {
    let mails = [
        "Message-ID: <1@x>\nSubject: a\n\nthe same words",
        "Message-ID: <2@x>\nSubject: a\n\nthe same words",
        "Message-ID: <1@x>\nSubject: a\n\nother words",
        "Subject: a\n\nno number",
        "Received: by somebody\nSubject: a\n\nno number",
        "Subject: b\n\nno number",
    ];
    let document = json(&[&sent("evidence", &mails)]);
    let links: Vec<(u64, u64, bool, Option<bool>)> = document["same"]
        .as_array()
        .unwrap()
        .iter()
        .map(|same| {
            let number = |index: usize| same["mails"][index]["number"].as_u64().unwrap();
            (number(0), number(1), same["message_id"] == true, same["body"].as_bool())
        })
        .collect();
    assert_eq!(links, [(1, 3, true, Some(false)), (4, 5, false, Some(true))]);
}

#[test]
fn files_uuencoded_in_a_text_are_found() {
    let mail = "Subject: old\n\nSee the file.\nbegin 644 cat.txt\n#0V%T\n`\nend\nbegin the day\n";
    let file = sent("uu", &[mail]);
    let folder = folder("uu");
    let page = said(&["-v", &file, "--extract", text(&folder), "--lang", "en"]);
    assert_eq!(files(&folder)["s0-m1-a1-cat.txt"], b"Cat");
    assert!(page.contains("1.1  uuencode  3 bytes  cat.txt"), "{page}");
}

#[test]
fn an_enclosed_message_is_saved_with_what_is_in_it() {
    let mail = "Subject: outer\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\n\
        Subject: inner\nContent-Type: application/pdf; name=x.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n--b--";
    let folder = folder("enclosed");
    said(&[&sent("enclosed", &[mail]), "--extract", text(&folder)]);
    let saved = files(&folder);
    assert!(saved["s0-m1-a1-part-1.1.eml"].starts_with(b"Subject: inner\r\n"));
    assert!(saved["s0-m1-a1-part-1.1.eml"].ends_with(b"\r\n\r\nJVBERi0="));
    assert_eq!(saved["s0-m1-a2-x.pdf"], b"%PDF-");
    assert_eq!(saved.len(), 3);
}

#[test]
fn where_there_is_no_mail_it_says_why() {
    for (file, words) in [
        (capture("tls/pop3s-tls13.pcapng"), "one conversation is encrypted"),
        (capture("smtp/telnet-line.pcapng"), ""),
        (capture("net/http-to-port-25.pcapng"), "no SMTP, POP3 or TLS conversation was found"),
    ] {
        let output = wiretale(&[&file, "--lang", "en"]);
        let err = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success());
        assert!(err.contains(words), "{file}: {err}");
        assert_eq!(err.is_empty(), words.is_empty(), "{file}: {err}");
    }
}

#[test]
fn a_bound_that_a_conversation_met_is_said_for_mails_may_be_missing() {
    let mut script = "S: 220 mail\nC: HELO pc\nS: 250 ok\n".to_owned();
    script.push_str(&"C: NOOP\n".repeat(4200));
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mail-bound.pcapng");
    fs::write(&path, build::capture(&Script::parse(&script))).unwrap();
    let output = wiretale(&[text(&path), "--lang", "en"]);
    assert!(String::from_utf8(output.stdout).unwrap().contains("\n!! s0: "));
    let output = wiretale(&[text(&path), "--format", "json"]);
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["captures"][0]["left_out"][0]["findings"][0]["code"], "smtp.too-many-waiting");
}

#[test]
fn a_folder_that_cannot_be_is_wrong_usage_and_nothing_is_read() {
    let file = sent("no-folder", &["Subject: x\n\nx"]);
    let output = wiretale(&[&file, "--extract", &file]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty() && String::from_utf8_lossy(&output.stderr).contains("it is no folder"));
}

/// Who takes the bytes of messages.
#[derive(Default)]
struct Taker {
    told: Vec<(u64, usize, Option<usize>)>,
    conversations: Vec<Conversation>,
}

impl Out for Taker {
    fn message(&mut self, stream: u64, index: usize, message: &mut Message) {
        self.told.push((stream, index, message.raw.as_ref().map(Vec::len)));
    }

    fn conversation(&mut self, conversation: Box<Conversation>) -> Option<Box<Conversation>> {
        self.conversations.push(*conversation);
        None
    }

    fn capture(&mut self, _: Capture) {}
}

fn taken(wanted: &Wanted) -> Taker {
    let file = fs::read(sent(
        &format!("taken-{}", wanted.messages as u8),
        &["Subject: a\n\n0123456789", "Subject: b\n\nx"],
    ))
    .unwrap();
    let mut taker = Taker::default();
    wiretale::analyze(Box::new(std::io::Cursor::new(file)), wanted, &mut taker).unwrap();
    taker
}

#[test]
fn bytes_of_a_message_are_there_for_whoever_takes_them_and_not_longer() {
    let kept = taken(&Wanted { messages: Messages::Kept, ..Wanted::default() });
    assert_eq!(kept.told, [(0, 0, Some(26)), (0, 1, Some(17))]);
    let messages = &kept.conversations[0].messages;
    assert!(messages.iter().all(|message| message.raw.is_none() && message.letter.is_some()));
    // Nobody is told of what nobody wanted.
    let hashed = taken(&Wanted { messages: Messages::Hashed, ..Wanted::default() });
    assert!(hashed.told.is_empty() && hashed.conversations[0].messages[0].letter.is_none());
}

#[test]
fn a_mail_larger_than_what_is_kept_is_said_to_be_and_leaves_room_for_the_next() {
    let shelf = Shelf::new(20);
    let kept = taken(&Wanted { messages: Messages::Kept, shelf: shelf.clone(), ..Wanted::default() });
    assert_eq!(kept.told, [(0, 0, None), (0, 1, Some(17))]);
    let conversation = &kept.conversations[0];
    let told: Vec<&str> = conversation
        .findings
        .iter()
        .map(|finding| finding.code)
        .filter(|code| *code == "mail.too-large")
        .collect();
    assert_eq!(told.len(), 1);
    assert_eq!(conversation.messages[0].subject.as_deref(), Some("a"));
    // All of the shelf is free again.
    assert!(shelf.take(20));
}

/// Pieces of which hostile mails are made.
fn scrap() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        Just(&b"Content-Type: multipart/mixed; boundary=b\r\n"[..]),
        Just(&b"Content-Type: message/rfc822\r\n"[..]),
        Just(&b"Content-Type: text/html; charset=\x1b[31m\r\n"[..]),
        Just(&b"Content-Type: x\x1b]0;/\x07y; name=\"\xe2\x80\xae\x1b[2J.png\"\r\n"[..]),
        Just(&b"Content-Transfer-Encoding: \x1b[1mbase64\r\n"[..]),
        Just(&b"Content-Transfer-Encoding: x-uuencode\r\n"[..]),
        Just(&b"Received: from \x1b[2J by \x9b (x; 1 Jan 2026 00:00:00 +0000\r\n"[..]),
        Just(&b"DKIM-Signature: a=\x1b[2J-sha256; bh=AAAA; d=\xc2\x9b; l=99999999999999999999\r\n"[..]),
        Just(&b"From: =?utf-8?b?GzJKG1sySg==?= <\x1b@b>\r\nDate: 31 Dec 9999 23:59:60 -9999\r\n"[..]),
        Just(&b"Subject: =?utf-8?q?=1B]0;=07=E2=80=AE?=\r\n"[..]),
        Just(&b"\r\n"[..]),
        Just(&b"--b\r\n"[..]),
        Just(&b"--b--\r\n"[..]),
        Just(&b"begin 644 \x1b[2J\r\n#0V%T\r\n"[..]),
        Just(&b"<p>&#27;[2J&#x9b;<img src=http://x><script>\x1b"[..]),
        Just(&b"PK\x03\x04word/document.xml"[..]),
    ]
    .prop_map(<[u8]>::to_vec)
}

proptest! {
    #[test]
    fn no_mail_gets_a_control_character_to_the_terminal(
        pieces in prop::collection::vec(prop_oneof![4 => scrap(), 1 => prop::collection::vec(any::<u8>(), 0..40)], 0..24),
        gap in 0usize..40,
        verbose in 0u8..3,
    ) {
        let place = Place { frame: 1, time: Time::from_nanos(0), offset: 0 };
        let mut mail = wiretale::proto::mail::Mail::new(MessageSource::Pop3Retr, Messages::Kept, &Shelf::default());
        for (index, piece) in pieces.iter().enumerate() {
            if index == gap {
                mail.gap(7);
            }
            mail.feed(piece, place);
        }
        let message = mail.finish(true, 0);
        let look = Look { width: 80, width_unknown: false, paint: Paint { on: false }, verbose, quiet: false, reveal: false };
        let findings = wiretale::proto::mail::findings(&message);
        let mail = Mail { stream: 0, number: 1, message: &message, envelope: None, findings: &findings, saved: &[] };
        for lang in Lang::ALL {
            let catalog = Catalog::new(lang, &[&render::TEXTS, &render::MAIL_TEXTS]);
            let mut table = MailTable::default();
            table.add(MailRow::new(mail, &catalog, look), &catalog, look);
            let page = render::mail_text(mail, &catalog, look) + &table.block(false, &catalog, look);
            let bad = page.chars().find(|&character| character != '\n' && !wiretale::dialogue::is_shown(character));
            prop_assert_eq!(bad, None, "{}", page);
            prop_assert!(!page.contains("no text:"), "{}", page);
            let json = render::mail_json(mail, Json { catalog: &catalog });
            prop_assert!(json.chars().all(wiretale::dialogue::is_shown), "{}", json);
            prop_assert!(serde_json::from_str::<Value>(&json).is_ok());
        }
        let whole = message.letter.iter().flat_map(|letter| &letter.contents).filter(|content| content.whole);
        for content in whole {
            let bytes = wiretale::proto::mail::content(message.raw.as_deref().unwrap_or_default(), content);
            prop_assert_eq!(content.size, bytes.len() as u64);
        }
    }
}
