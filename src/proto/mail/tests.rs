//! Invented mails, each for one thing that goes wrong with mails.

mod header;
mod letters;

use proptest::prelude::*;
use sha2::{Digest, Sha256};

use super::{Mail, TEXTS, findings, step};
use crate::dialogue::{Flaw, Message, MessageSource, Messages, Part, Place, Shelf, Side, Singles, Time};

fn place(frame: u64) -> Place {
    Place { frame, time: Time::from_nanos(i128::from(frame)), offset: 0 }
}

fn mail(messages: Messages) -> Mail {
    Mail::new(MessageSource::SmtpData, messages, &Shelf::default())
}

/// The message of these bytes, fed in pieces that end at `cuts`.
fn cut(bytes: &[u8], cuts: &[usize]) -> Message {
    let mut mail = mail(Messages::Hashed);
    let mut from = 0;
    for &to in cuts.iter().chain([&bytes.len()]) {
        let piece = &bytes[from..to];
        mail.feed_searched(piece, !piece.contains(&b'-'), place(1));
        from = to;
    }
    mail.finish(true, 0)
}

fn read(bytes: impl AsRef<[u8]>) -> Message {
    cut(bytes.as_ref(), &[])
}

fn leaves(message: &Message) -> Vec<&Part> {
    fn walk<'a>(parts: &'a [Part], found: &mut Vec<&'a Part>) {
        for part in parts {
            if part.parts.is_empty() {
                found.push(part);
            }
            walk(&part.parts, found);
        }
    }
    let mut found = Vec::new();
    walk(&message.parts, &mut found);
    found
}

/// What is wrong with the structure: invented mails are not asked for their date.
fn flaws(message: &Message) -> Vec<Flaw> {
    message.flaws.iter().copied().filter(|flaw| !matches!(flaw, Flaw::FieldsMissing(_))).collect()
}

fn sha256(bytes: &[u8]) -> Option<[u8; 32]> {
    Some(Sha256::digest(bytes).into())
}

const ALTERNATIVE: &str = "From: =?gbk?b?1cXI/Q==?= <student@lab.example>\r\n\
    To: \"Li, Laoshi\" <teacher@lab.example>,\r\n\tzhang@lab.example\r\n\
    Subject: =?utf-8?b?5a6e?= =?utf-8?b?6aqM?=\r\n\
    Message-ID: <1@lab.example>\r\n\
    Content-Type: multipart/mixed; boundary=\"==a b==\"\r\n\
    \r\n\
    preamble --==a b==\r\n\
    --==a b==\r\n\
    Content-Type: multipart/alternative;\r\n boundary=in\r\n\
    \r\n\
    --in\r\n\
    Content-Type: text/plain; charset=\"UTF-8\"\r\n\
    Content-Transfer-Encoding: BASE64\r\n\
    \r\n\
    5byg\r\n5L\r\niJ\r\n\
    --in\r\n\
    Content-Type: text/html; charset=gbk (a comment)\r\n\
    Content-Transfer-Encoding: quoted-printable\r\n\
    \r\n\
    <p>=\r\n=D5=C5</p>\r\n\
    \r\n\
    --in--  \r\n\
    epilogue\r\n\
    --==a b==\r\n\
    \r\n\
    --in\r\n--not a boundary\r\n\
    --==a b==\r\n\
    Content-Type: application/octet-stream\r\n\
    Content-Disposition: attachment; filename*0*=gbk'zh'%CA%B5%D1; filename*1*=%E9%B1%A8;\r\n filename*2=\"4.docx\"\r\n\
    \r\n\
    \r\n\
    --==a b==--\r\n";

#[test]
fn a_mail_with_everything_usual() {
    let message = read(ALTERNATIVE);
    assert_eq!(message.from.as_deref(), Some("张三 <student@lab.example>"));
    assert_eq!(message.to, ["Li, Laoshi <teacher@lab.example>", "zhang@lab.example"]);
    assert_eq!(message.subject.as_deref(), Some("实验"));
    assert_eq!(message.message_id.as_deref(), Some("<1@lab.example>"));
    assert!(message.complete && message.header_complete && message.encoded_words);
    assert_eq!(message.sha256, sha256(ALTERNATIVE.as_bytes()));
    assert_eq!(message.leaf_types(), ["text/plain", "text/html", "text/plain", "application/octet-stream"]);
    let parts = leaves(&message);
    assert_eq!((parts[0].charset.as_deref(), parts[0].encoding.as_deref()), (Some("utf-8"), Some("base64")));
    assert_eq!((parts[0].size, parts[0].sha256), (Some(6), sha256("张三".as_bytes())));
    assert_eq!(parts[1].charset.as_deref(), Some("gbk"));
    assert_eq!(parts[1].sha256, sha256(b"<p>\xd5\xc5</p>\r\n"));
    assert_eq!(parts[2].sha256, sha256(b"--in\r\n--not a boundary"));
    assert_eq!((parts[3].filename.as_deref(), parts[3].size), (Some("实验报4.docx"), Some(0)));
    assert_eq!(flaws(&message), []);
}

#[test]
fn every_split_point_gives_the_same_message() {
    let bare = ALTERNATIVE.replace("\r\n", "\n");
    let odd = "\u{feff}x\r\n\r\n--\r\n";
    for mail in [ALTERNATIVE, &bare, odd, "A:b\r\nnot a field\r\n\r\n", "From a@b Mon\r\nSubject: x\r\r\ny"] {
        let whole = format!("{:?}", read(mail));
        for at in 0..mail.len() {
            assert_eq!(format!("{:?}", cut(mail.as_bytes(), &[at])), whole, "{at}");
        }
        let all: Vec<usize> = (0..mail.len()).collect();
        assert_eq!(format!("{:?}", cut(mail.as_bytes(), &all)), whole);
    }
}

#[test]
fn bare_line_ends_are_line_ends() {
    let message = read(ALTERNATIVE.replace("\r\n", "\n"));
    let parts = leaves(&message);
    assert_eq!(parts.len(), 4);
    assert_eq!(parts[1].sha256, sha256(b"<p>\xd5\xc5</p>\n"));
    assert_eq!(message.to.len(), 2);
}

#[test]
fn an_enclosed_message_has_its_tree_inside() {
    let message = read(
        "Content-Type: multipart/digest; boundary=d\r\n\r\n--d\r\n\r\nSubject: inner\r\n\
         Content-Type: text/html\r\n\r\n<p>\r\n--d\r\nContent-Type: message/rfc822\r\n\r\n\
         Content-Type: multipart/mixed; boundary=e\r\n\r\n--e\r\n\r\nx\r\n--d--\r\n",
    );
    assert_eq!(message.leaf_types(), ["text/html", "text/plain"]);
    assert_eq!(message.parts[0].parts[1].kind, "message/rfc822");
    assert_eq!(message.parts[0].parts[1].parts[0].kind, "multipart/mixed");
    assert_eq!((message.subject, leaves(&read(ALTERNATIVE)).len()), (None, 4));
}

#[test]
fn a_missing_last_boundary_is_said_and_costs_nothing() {
    let message = read("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n");
    assert_eq!(leaves(&message)[0].sha256, sha256(b"x\r\n"));
    assert_eq!(flaws(&message), [Flaw::Unclosed]);
    assert_eq!(findings(&message)[1].code, "mail.unclosed");
    let ended = read("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--");
    assert_eq!((leaves(&ended)[0].sha256, flaws(&ended).len()), (sha256(b"x"), 0));
}

#[test]
fn nesting_and_parts_are_bounded_and_flagged() {
    let mut deep = String::new();
    for level in 0..50 {
        deep.push_str(&format!("Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n"));
    }
    deep.push_str("\r\nx\r\n");
    let message = read(&deep);
    assert!(message.flaws.contains(&Flaw::TooDeep));
    assert_eq!(leaves(&message).len(), 1);
    let many = format!(
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n{}--b--\r\n",
        "--b\r\n\r\nx\r\n".repeat(10_000)
    );
    let message = read(many);
    assert_eq!(message.parts[0].parts.len() + 1, super::scan::MAX_PARTS);
    assert_eq!(flaws(&message), [Flaw::TooManyParts]);
    assert!(message.sha256.is_some());
    let long = format!("Subject: x\r\nX: {}\r\nTo: a@b\r\n\r\nbody", "y".repeat(100_000));
    let message = read(long);
    assert_eq!((message.subject.as_deref(), message.to.len()), (Some("x"), 0));
    assert_eq!((flaws(&message), message.parts[0].size), (vec![Flaw::HeaderTooLong], Some(4)));
}

#[test]
fn bodies_and_headers_are_found_again_in_the_bytes() {
    let mail = "Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\npreamble\r\n--b\r\nX: y\r\n\r\n\
        one\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\ntwo\r\n--b\r\n\
        Content-Type: text/html\r\n--b\r\n\r\n--b--\r\n";
    let message = read(mail);
    let at = |span: (u64, u64)| &mail[span.0 as usize..span.1 as usize];
    let [top] = message.parts.as_slice() else { panic!("{:?}", message.parts) };
    assert_eq!(at(top.header), "Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n");
    let shown: Vec<_> = top.parts.iter().map(|part| (at(part.header), at(part.body), part.whole)).collect();
    assert_eq!(
        shown,
        [
            ("X: y\r\n", "one\r\n", true),
            ("Content-Type: message/rfc822\r\n", "Subject: inner\r\n\r\ntwo", true),
            ("Content-Type: text/html\r\n", "", true),
            ("", "", true),
        ]
    );
    let inner = &top.parts[1].parts[0];
    assert_eq!((at(inner.header), at(inner.body)), ("Subject: inner\r\n", "two"));
}

#[test]
fn a_part_without_an_empty_line_has_no_body() {
    let message = read(
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n--b\r\n\r\nx\r\n--b--\r\n",
    );
    let parts = leaves(&message);
    assert_eq!((parts[0].kind.as_str(), parts[0].size, parts[1].size), ("text/html", Some(0), Some(1)));
}

#[test]
fn a_gap_takes_with_it_only_what_it_cuts() {
    let whole = "From: a@b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx";
    let mut hit = mail(Messages::Hashed);
    hit.feed(whole.as_bytes(), place(1));
    hit.gap(100);
    hit.feed(b"yyy\r\n--b\r\n\r\nz\r\n--b--\r\n", place(3));
    let message = hit.finish(true, 0);
    assert!(!message.complete && message.header_complete);
    assert_eq!((message.missing, message.sha256), (100, None));
    assert_eq!(message.whole, Some(message.size + 100));
    let parts = leaves(&message);
    assert_eq!((parts.len(), parts[0].sha256, parts[1].sha256), (2, None, sha256(b"z")));

    let mut hit = mail(Messages::Hashed);
    hit.feed(b"From: a@b\r\nSubject: half a subj", place(1));
    hit.gap(100);
    hit.feed(b"Subject: of the body\r\n\r\nx\r\n", place(2));
    let message = hit.finish(true, 0);
    assert_eq!((message.from.as_deref(), message.subject.as_deref()), (Some("a@b"), None));
    assert!(!message.header_complete && message.parts.is_empty());
    let row = step(&message, "smtp", "smtp.message", Side::Client);
    assert!(row.notes.iter().any(|note| note.key == "mail-note-header-partial"));

    let mut late = mail(Messages::Summary);
    late.late();
    late.feed(b"x\r\n\r\n", place(2));
    let mut message = late.finish(true, 0);
    assert!(!message.complete && !message.header_complete && message.parts.is_empty());
    message.whole = Some(2689);
    let row = step(&message, "smtp", "smtp.message", Side::Client);
    assert!(format!("{:?}", row.label).contains("2689"));
    assert!(row.notes.iter().any(|note| note.key == "mail-note-header-missing"));
}

#[test]
fn less_wanted_is_absent_and_never_another_value() {
    let of = |messages| {
        let mut mail = mail(messages);
        mail.feed(ALTERNATIVE.as_bytes(), place(7));
        mail.frame(place(9));
        mail.finish(true, 2)
    };
    let (no, summary, hashed, kept) =
        (of(Messages::No), of(Messages::Summary), of(Messages::Hashed), of(Messages::Kept));
    for message in [&no, &summary, &hashed, &kept] {
        assert_eq!((message.size, message.stuffed_lines), (ALTERNATIVE.len() as u64, 2));
        assert_eq!((message.frames.to_string().as_str(), message.time), ("#7,9", Some(Time::from_nanos(7))));
        assert!(message.complete && message.header_complete);
    }
    assert!(no.from.is_none() && no.parts.is_empty());
    assert!(summary.sha256.is_none() && leaves(&summary).iter().all(|part| part.size.is_none()));
    assert_eq!((summary.leaf_types(), &summary.subject), (hashed.leaf_types(), &hashed.subject));
    assert!(hashed.raw.is_none() && kept.raw.as_deref() == Some(ALTERNATIVE.as_bytes()));
}

#[test]
fn top_leaves_the_end_of_the_body_out_and_that_is_no_flaw() {
    let mut mail = Mail::new(MessageSource::Pop3Top, Messages::Hashed, &Shelf::default());
    mail.feed(b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n", place(1));
    let message = mail.finish(true, 0);
    assert!(message.complete && flaws(&message).is_empty());
    assert_eq!(leaves(&message)[0].sha256, None);
}

#[test]
fn the_texts_have_the_same_keys_and_variables() {
    let shape = |text: &str| {
        let mut keys: Vec<String> = text
            .lines()
            .filter(|line| line.starts_with("mail-"))
            .map(|line| line.split(" =").next().unwrap().to_owned())
            .collect();
        let mut names: Vec<&str> =
            text.match_indices('$').map(|(at, _)| text[at..].split([' ', '}']).next().unwrap()).collect();
        keys.sort();
        names.sort_unstable();
        names.dedup();
        (keys, names.join(" "))
    };
    assert_eq!(shape(TEXTS.zh), shape(TEXTS.en));
    assert_eq!(shape(TEXTS.en), shape(TEXTS.ja));
    let keys = shape(TEXTS.en).0;
    for flaw in [
        Flaw::HeaderTooLong,
        Flaw::TooDeep,
        Flaw::TooManyParts,
        Flaw::NoBoundary,
        Flaw::Unclosed,
        Flaw::BadBase64,
        Flaw::BadQuotedPrintable,
        Flaw::BadUuencode,
        Flaw::NoEmptyLine,
        Flaw::FieldsMissing(Singles::default()),
        Flaw::FieldsRepeated(Singles::default()),
        Flaw::BadDate,
        Flaw::BadHeaderLine,
        Flaw::NameShortened,
        Flaw::TooLargeToKeep,
    ] {
        let code = findings(&Message { flaws: vec![flaw], ..Message::default() })[0].code.replace('.', "-");
        assert!(keys.contains(&code), "{code}");
    }
}

/// Pieces of which mails are made, to be thrown together.
fn scrap() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        Just(&b"Content-Type: multipart/mixed; boundary=b\r\n"[..]),
        Just(&b"Content-Type: multipart/digest; boundary=\"c\"\r\n"[..]),
        Just(&b"Content-Type: message/rfc822\r\n"[..]),
        Just(&b"Content-Transfer-Encoding: base64\r\n"[..]),
        Just(&b"Content-Transfer-Encoding: quoted-printable\n"[..]),
        Just(&b"To: \"a, b\" <c@d>, (e) f:;\r\n"[..]),
        Just(&b"Subject: =?gbk?b?1cXI/Q==?= =?gbk?q?=d5?=\r\n"[..]),
        Just(&b"\r\n"[..]),
        Just(&b"\n"[..]),
        Just(&b"Content-Transfer-Encoding: x-uuencode\r\n"[..]),
        Just(&b"begin 644 x\r\n#0V%T\r\n`\r\nend\r\n"[..]),
        Just(&b"\r"[..]),
        Just(&b"\r\n--b\r\n"[..]),
        Just(&b"--c\r\n\r\n"[..]),
        Just(&b"--b--\r\n"[..]),
        Just(&b"YWJj=3D="[..]),
        Just(&b" -"[..]),
        Just(&b"\xd5\xc5: "[..]),
    ]
    .prop_map(<[u8]>::to_vec)
}

proptest! {
    #[test]
    fn any_mail_is_the_same_however_it_is_cut(scraps in prop::collection::vec(scrap(), 0..24), at in any::<[prop::sample::Index; 3]>()) {
        let mail = scraps.concat();
        let mut cuts: Vec<usize> = at.iter().map(|at| at.index(mail.len() + 1)).collect();
        cuts.sort_unstable();
        prop_assert_eq!(format!("{:?}", cut(&mail, &cuts)), format!("{:?}", read(&mail)));
    }

    #[test]
    fn a_body_found_again_has_the_size_and_hash_that_it_had_as_it_passed(scraps in prop::collection::vec(scrap(), 0..24)) {
        let mail = scraps.concat();
        let message = read(&mail);
        for part in leaves(&message).into_iter().filter(|part| part.sha256.is_some()) {
            prop_assert!(part.whole, "{part:?}");
            let body = &mail[part.body.0 as usize..part.body.1 as usize];
            let decoded = super::transfer::decode(super::transfer::Decoder::of(part.encoding.as_deref()), body);
            prop_assert_eq!((part.size, part.sha256), (Some(decoded.len() as u64), sha256(&decoded)), "{:?}", part);
        }
    }

    #[test]
    fn no_bytes_and_no_gaps_do_harm(pieces in prop::collection::vec(prop_oneof![scrap(), prop::collection::vec(any::<u8>(), 0..40)], 0..24), gaps in any::<u32>(), complete in any::<bool>()) {
        let mut mail = mail(Messages::Kept);
        for (n, piece) in pieces.iter().enumerate() {
            if gaps >> n & 1 == 1 {
                mail.gap(1);
            }
            mail.feed_searched(piece, !piece.contains(&b'-'), place(n as u64));
        }
        let message = mail.finish(complete, 0);
        let _ = (step(&message, "pop3", "pop3.message", Side::Server), findings(&message));
        prop_assert_eq!(message.size, pieces.concat().len() as u64);
    }
}
