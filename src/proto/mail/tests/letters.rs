//! What is read of a mail that is kept.

use encoding_rs::{BIG5, GBK, SHIFT_JIS};

use super::{mail, place};
use crate::dialogue::{BodyHash, Differs, Letter, Messages, Missing, Preview};
use crate::proto::mail::{content, extension};

fn letter(bytes: &[u8]) -> Letter {
    let mut kept = mail(Messages::Kept);
    kept.feed(bytes, place(1));
    *kept.finish(true, 0).letter.unwrap()
}

fn preview(fields: &str, body: &[u8]) -> Preview {
    letter(&[fields.as_bytes(), b"\r\n\r\n", body].concat()).preview.unwrap()
}

#[test]
fn the_first_lines_are_read_in_the_charset_that_is_declared_or_else_the_likeliest() {
    let text = "李老师：\r\n\r\n\r\n实验报告见附件，请查收。\r\n\r\n";
    let gbk = GBK.encode(text).0;
    let shown = ["李老师：", "", "实验报告见附件，请查收。"];
    for (fields, body, charset, guessed) in [
        ("Content-Type: text/plain; charset=gbk", &gbk[..], Some("gbk"), false),
        ("Subject: x", &gbk, Some("GBK"), true),
        ("Content-Type: text/plain; charset=unknown-8bit", &gbk, Some("GBK"), true),
        ("Subject: x", text.as_bytes(), Some("UTF-8"), true),
    ] {
        let preview = preview(fields, body);
        assert_eq!(preview.lines, shown, "{fields}");
        assert_eq!((preview.charset.as_deref(), preview.guessed), (charset, guessed), "{fields}");
        assert!(!preview.more && !preview.html);
    }
    let traditional = "老師您好：附件是這次作業的報告，麻煩您了。";
    let said = preview("Subject: x", &BIG5.encode(traditional).0);
    assert_eq!((said.lines[0].as_str(), said.charset.as_deref()), (traditional, Some("Big5")));
    let japanese = "お世話になっております。添付ファイルをご確認ください。";
    let said = preview("Subject: x", &SHIFT_JIS.encode(japanese).0);
    assert_eq!((said.lines[0].as_str(), said.charset.as_deref()), (japanese, Some("Shift_JIS")));
    // What fits no charset is shown for what it is.
    assert_eq!(preview("Subject: x", b"\xff\xff ok").lines, ["<0xff><0xff> ok"]);
    assert_eq!(preview("Subject: x", b"plain\x1b[2J").lines, ["plain<0x1b>[2J"]);
    assert_eq!(preview("Subject: x", b"plain").charset, None);
    assert!(preview("Subject: x", b" \r\n").lines.is_empty());
}

#[test]
fn a_long_text_is_begun_and_said_to_go_on() {
    let said = preview("Subject: x", "line\r\n".repeat(13).as_bytes());
    assert_eq!((said.lines.len(), said.more), (12, true));
    assert!(!preview("Subject: x", "line\r\n".repeat(12).as_bytes()).more);
    assert!(preview("Subject: x", "字".repeat(1000).as_bytes()).more);
    // A text that is cut for its length may be cut inside a character.
    let long = GBK.encode(&"实验报告请查收\r\n".repeat(40_000)).0.into_owned();
    let said = preview("Subject: x", &long);
    assert_eq!(
        (said.lines[0].as_str(), said.charset.as_deref(), said.more),
        ("实验报告请查收", Some("GBK"), true)
    );
}

#[test]
fn of_a_mail_in_html_the_text_is_shown_and_nothing_is_loaded() {
    let page = "<html><head><meta charset=\"gbk\"><script>x()</script></head><body><p>李老师</p>\
        <img src=\"https://t.example/pixel.gif\"></body></html>";
    let said = preview("Content-Type: text/html", &GBK.encode(page).0);
    assert_eq!((said.lines.as_slice(), said.html), (&["李老师".to_owned()][..], true));
    assert_eq!(
        (said.remote, said.scripts, said.charset.as_deref(), said.guessed),
        (1, 1, Some("gbk"), false)
    );
    // Beside plain text the page is not shown, but what it would load still counts.
    let both = format!(
        "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\r\nplain\r\n--b\r\nContent-Type: text/html\r\n\r\n{}\r\n--b--",
        page.replace("李老师", "Li")
    );
    let said = letter(both.as_bytes()).preview.unwrap();
    assert_eq!((said.lines.as_slice(), said.html, said.remote), (&["plain".to_owned()][..], false, 1));
    // An attachment is no text of the mail.
    let attached = "Content-Type: text/plain; name=x.txt\r\n\r\nnot this";
    assert!(letter(attached.as_bytes()).preview.is_none());
}

#[test]
fn a_header_is_kept_in_order_and_as_it_is() {
    let bytes = "Received: from a by b; Mon, 23 Nov 2026 10:00:05 +0800\r\nreceived: from c by a; 23 Nov 2026 02:00:00 +0000\r\n\
        From: \"Zhang, San\" <San@Lab.Example>\r\nTo: a@b, C <d@e>\r\nCc: =?gbk?b?1cXI/Q==?= <f@g>,\r\n h@i\r\nBcc: j@k\r\n\
        Date: Mon, 23 Nov 2026 10:00:00 +0800\r\n\r\nbody";
    let letter = letter(bytes.as_bytes());
    let names: Vec<&str> = letter.fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["Received", "received", "From", "To", "Cc", "Bcc", "Date"]);
    let raw = letter.fields[4].raw;
    assert_eq!(&letter.header[raw.0..raw.1], b" =?gbk?b?1cXI/Q==?= <f@g>,\r\n h@i\r\n");
    assert_eq!(letter.fields[4].text, "张三 <f@g>, h@i");
    assert_eq!((letter.from.as_slice(), letter.cc.len()), (&["san@lab.example".to_owned()][..], 2));
    assert_eq!(letter.to, ["a@b", "d@e", "f@g", "h@i", "j@k"]);
    let times: Vec<i64> =
        letter.hops.iter().map(|hop| hop.date.unwrap().time.nanos() / 1_000_000_000).collect();
    assert_eq!((times[0] - times[1], letter.hops[1].from.as_deref()), (5, Some("c")));
    assert_eq!(letter.date.unwrap().zone, Some(480));
    assert_eq!(letter.body_sha256, super::sha256(b"body"));
}

#[test]
fn contents_are_found_with_what_they_are_by_their_bytes() {
    let bytes = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee:\r\nbegin 644 one.gif\r\n&1TE&.#EA\r\n`\r\nend\r\n\
        begin 600 two\r\n#0V%T\r\n--b\r\nContent-Type: image/png; name=\"x.png\"\r\nContent-Transfer-Encoding: base64\r\n\r\nTVqQAA==\r\n\
        --b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: x-uue\r\n\r\nbegin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\n\
        --b\r\nContent-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n--b--";
    let letter = letter(bytes);
    let shown: Vec<_> = letter
        .contents
        .iter()
        .map(|one| {
            (
                one.path.as_str(),
                one.filename.as_deref(),
                one.attachment,
                one.size,
                one.found.map(|kind| kind.extension),
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            ("1.1", None, false, 64, None),
            ("1.1.1", Some("one.gif"), true, 6, Some("gif")),
            ("1.1.2", Some("two"), true, 3, None),
            ("1.2", Some("x.png"), true, 4, Some("exe")),
            ("1.3", Some("cat.txt"), true, 3, None),
            ("1.4", None, true, 15, None),
        ]
    );
    assert_eq!(letter.contents[3].differs, Differs::Both);
    assert_eq!(content(bytes, &letter.contents[1]), b"GIF89a");
    assert_eq!(extension(&letter.contents[5]), "ics");
}

#[test]
fn of_a_mail_with_a_hole_is_read_what_is_there() {
    let mut kept = mail(Messages::Kept);
    kept.feed(b"DKIM-Signature: a=rsa-sha256; bh=AAAA\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n", place(1));
    kept.feed(b"--b\r\n\r\nfirst\r\n--b\r\n\r\nsec", place(1));
    kept.gap(10);
    kept.gap(5);
    kept.feed(b"ond\r\n--b\r\n\r\nthird\r\n--b--\r\n", place(2));
    kept.gap(1);
    let message = kept.finish(true, 0);
    let letter = message.letter.unwrap();
    let whole: Vec<(bool, u64)> = letter.contents.iter().map(|one| (one.whole, one.size)).collect();
    assert_eq!(whole, [(true, 5), (false, 3), (true, 5)]);
    assert_eq!((letter.body_sha256, letter.signatures[0].body), (None, BodyHash::Missing));
    assert_eq!(
        letter.gaps,
        [Missing { behind: 120, from: 120, bytes: 15 }, Missing { behind: 146, from: 161, bytes: 1 }]
    );
    // Of a header with a hole, the fields before it.
    let mut kept = mail(Messages::Kept);
    kept.feed(b"From: a@b\r\nSubject: ha", place(1));
    kept.gap(10);
    kept.feed(b"lf\r\n\r\nbody", place(2));
    let letter = kept.finish(true, 0).letter.unwrap();
    assert_eq!((letter.fields.len(), letter.header.as_slice()), (1, &b"From: a@b\r\n"[..]));
    assert!(letter.contents.is_empty() && letter.preview.is_none());
}

#[test]
fn places_of_holes_are_bounded_and_the_others_counted() {
    let mut kept = mail(Messages::Kept);
    for _ in 0..1500 {
        kept.feed(b"x", place(1));
        kept.gap(1);
    }
    let message = kept.finish(true, 0);
    let letter = message.letter.unwrap();
    assert_eq!((letter.gaps.len(), letter.more_gaps, message.missing), (1000, 500, 1500));
    assert_eq!(letter.gaps[999], Missing { behind: 1000, from: 1999, bytes: 1 });
}
