//! What headers say, and what is wrong with them.

use super::{findings, flaws, mail, place, read, sha256, step};
use crate::dialogue::{Flaw, Mark, Messages, Side};

#[test]
fn address_lists_have_groups_comments_and_quoted_commas() {
    let to = |value: &str| read(format!("To: {value}\r\n\r\n")).to;
    assert_eq!(to("Team: a@b, \"C; D\" <c@d>;, e@f"), ["a@b", "C; D <c@d>", "e@f"]);
    assert_eq!(to("undisclosed-recipients:;"), ["undisclosed-recipients:;"]);
    assert_eq!(
        to("a@b (Zhang (San)), <c@d>, , \"x\\\"y\" <e@f>"),
        ["Zhang (San) <a@b>", "c@d", "x\"y <e@f>"]
    );
    assert_eq!(to("=?utf-8?q?a=2Cb?= <a@b>"), ["a,b <a@b>"]);
    assert_eq!(to("\"=?utf-8?b?5byg5LiJ?=\" <a@b>"), ["张三 <a@b>"]);
    assert_eq!(to("a@b <a@b>"), ["a@b <a@b>"]);
    assert_eq!(to(""), [""; 0]);
    assert_eq!(to("student"), ["student"]);
}

#[test]
fn file_names_of_old_and_new_programs() {
    let name = |fields: &str| {
        let message = read(format!("{fields}\r\n\r\n"));
        message.parts[0].filename.clone()
    };
    let gbk = "Content-Disposition: attachment; filename=\"=?gbk?b?yrXR6bGouOY=?=.doc\"";
    assert_eq!(name(gbk).as_deref(), Some("实验报告.doc"));
    let both = "Content-Disposition: attachment; filename=\"x.doc\"; filename*=UTF-8''%E5%AE%9E.doc";
    assert_eq!(name(both).as_deref(), Some("实.doc"));
    assert_eq!(name("Content-Type: image/png; name=\"a b;c.png\"").as_deref(), Some("a b;c.png"));
    assert_eq!(name("Content-Disposition: attachment; filename=a b.png").as_deref(), Some("a b.png"));
    assert_eq!(
        name("Content-Disposition: attachment; filename=a\u{202e}gnp.exe").as_deref(),
        Some("a<0xe2><0x80><0xae>gnp.exe")
    );
    assert_eq!(name("Content-Disposition: attachment"), None);
}

#[test]
fn a_header_that_rfc_5322_does_not_allow_is_said() {
    let single = |fields: &str| {
        let message = read(format!("{fields}\r\n\r\nx"));
        findings(&message)
            .into_iter()
            .map(|finding| (finding.code, finding.args.into_vec()))
            .collect::<Vec<_>>()
    };
    let fields = |names: &str| vec![("fields", crate::dialogue::Arg::from(names))];
    let good = "From: a@b\r\nDate: Mon, 23 Nov 2026 10:20:31 +0800";
    assert_eq!(single(good), []);
    assert_eq!(single("Subject: typed by hand"), [("mail.field-missing", fields("Date, From"))]);
    assert_eq!(single("From: a@b"), [("mail.field-missing", fields("Date"))]);
    assert_eq!(
        single(&format!("{good}\r\nfrom: c@d\r\nSUBJECT: x\r\nSubject: y\r\nReceived: 1\r\nReceived: 2")),
        [("mail.field-repeated", fields("From, Subject"))]
    );
    assert_eq!(single("From: a@b\r\nDate: today"), [("mail.bad-date", vec![])]);
    for line in ["Subject : x", "X-Y\t: x"] {
        assert_eq!(single(&format!("{good}\r\n{line}")), [("mail.bad-header-line", vec![])], "{line}");
    }
    for line in ["From a@b Mon Nov 23 10:20:31 2026", " continues nothing"] {
        assert_eq!(single(&format!("{line}\r\n{good}")), [("mail.bad-header-line", vec![])], "{line}");
    }
    // What stands in a hole is not missing, and a part is no message.
    let mut holed = mail(Messages::Summary);
    holed.feed(b"Subject: x\r\nFro", place(1));
    holed.gap(10);
    assert_eq!(holed.finish(true, 0).flaws, []);
    assert_eq!(flaws(&read("Content-Type: message/rfc822\r\n\r\nDate: no\r\n\r\n")), []);
}

#[test]
fn undeclared_gbk_is_guessed_and_said_to_be() {
    let message = read(b"Subject: \xc3\xbb\xd3\xd0\xc9\xf9\xc3\xf7\r\nFrom: \xd5\xc5\xc8\xfd <a@b>\r\n\r\n");
    assert_eq!(message.subject.as_deref(), Some("没有声明"));
    assert_eq!(message.from.as_deref(), Some("张三 <a@b>"));
    assert_eq!(message.guessed_charset, Some("GBK"));
    let message = read("Subject: 手工输入\r\n\r\n");
    assert!(message.raw_utf8 && message.guessed_charset.is_none());
}

#[test]
fn a_file_name_too_long_for_any_file_is_shown_shortened_and_that_is_said() {
    let mail = |length| {
        let name = "n".repeat(length);
        read(format!("Content-Type: text/plain; name=\"{name}\"\r\n\r\nx\r\n"))
    };
    let long = mail(5000);
    assert_eq!(long.parts[0].filename.as_ref().map(String::len), Some(1024));
    assert_eq!(flaws(&long), [Flaw::NameShortened]);
    assert_eq!(flaws(&mail(255)), []);
}

#[test]
fn an_empty_subject_is_not_a_missing_one() {
    let empty = read("From: a@b\r\nSubject:\r\n\r\n");
    let missing = read("From: a@b\r\n\r\n");
    assert_eq!((empty.subject.as_deref(), missing.subject.as_deref()), (Some(""), None));
    let row = |message| step(message, "smtp", "smtp.message", Side::Client);
    assert_eq!(row(&empty).below, ["From: a@b", "Subject:"]);
    assert_eq!(row(&missing).below, ["From: a@b"]);
    assert_eq!(row(&empty).wireshark.unwrap(), ["from: a@b, subject: "]);
}

#[test]
fn wiresharks_words_have_the_encoded_words_and_the_types() {
    let mail = "From: <student@example.com>\r\nSubject: =?utf-8?b?5a6e?=\r\n =?utf-8?b?6aqM?=\r\n\
        Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n\r\n\
        --b\r\nContent-Type: text/html\r\n\r\n\r\n--b--\r\n";
    let message = read(mail);
    assert_eq!(message.from.as_deref(), Some("student@example.com"));
    assert_eq!(
        step(&message, "smtp", "smtp.message", Side::Client).wireshark.unwrap(),
        [
            "from: <student@example.com>, subject: =?utf-8?b?5a6e?=\\r\\n =?utf-8?b?6aqM?=, (text/plain) (text/html)"
        ]
    );
}

#[test]
fn a_header_without_an_empty_line_ends_where_the_fields_end() {
    let message = read("Subject: typed\r\nhello teacher\r\nbye: x\r\n");
    assert_eq!(message.subject.as_deref(), Some("typed"));
    assert_eq!(message.parts[0].sha256, sha256(b"hello teacher\r\nbye: x\r\n"));
    assert_eq!(flaws(&message), [Flaw::NoEmptyLine]);
    assert_eq!(read("hello").parts[0].size, Some(5));
    assert_eq!(read("").parts[0].size, Some(0));
    assert!(read("Subject: x").header_complete);
    assert_eq!(flaws(&read("Subject: x")), []);
}

#[test]
fn a_mail_without_types_is_text_and_says_none() {
    let message = read("Subject: x\r\n\r\nhello\r\n");
    let part = &message.parts[0];
    assert_eq!((part.kind.as_str(), part.charset.as_deref(), part.size), ("text/plain", None, Some(7)));
    assert!(!message.typed);
    let row = step(&message, "smtp", "smtp.message", Side::Client);
    assert_eq!((row.mark, row.wireshark.unwrap()[0].as_str()), (Mark::Described, "subject: x"));
}
