//! Rubrics: every ready-made check on a capture where it holds and one where it does not, expressions, and what is said
//! of mistakes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;

use std::collections::BTreeMap;

use wiretale::Out;
use wiretale::annotate::{Catalog, Lang};
use wiretale::dialogue::{Capture, Conversation, MarkState, Say, Secrets, Student, Wanted};
use wiretale::grade::{self, CHECKS, Exam, Rubric};
use wiretale::render::{self, Json};

fn catalog(lang: Lang) -> Catalog {
    Catalog::new(lang, &[&render::TEXTS, &grade::TEXTS])
}

fn rubric(text: &str) -> Rubric {
    match Rubric::parse(text, &render::shapes()) {
        Ok(rubric) => rubric,
        Err(mistakes) => panic!("{:?}\n{text}", told(&mistakes)),
    }
}

/// A rubric of one item with these lines.
fn item(lines: &str) -> String {
    format!("schema = \"wiretale-rubric/1\"\n[[item]]\nid = \"it\"\npoints = 10\n{lines}\n")
}

fn told(mistakes: &[grade::Mistake]) -> Vec<String> {
    let catalog = catalog(Lang::En);
    let told = mistakes.iter().map(|it| format!("{}:{} {}", it.line, it.column, catalog.text(&it.note)));
    told.collect()
}

/// What is wrong with a rubric.
fn mistakes(text: &str) -> Vec<String> {
    told(&Rubric::parse(text, &render::shapes()).expect_err(text))
}

struct Told<'e, 'r>(&'e mut Exam<'r>, &'e Catalog);

impl Out for Told<'_, '_> {
    fn conversation(&mut self, conversation: Box<Conversation>) -> Option<Box<Conversation>> {
        let facts = render::conversation_facts(&conversation, Json { catalog: self.1 });
        self.0.conversation(&conversation, &facts);
        drop(facts);
        Some(conversation)
    }

    fn capture(&mut self, capture: Capture) {
        let facts = render::capture_facts(&capture, "file", Json { catalog: self.1 });
        self.0.capture(&capture, &facts);
    }
}

/// The marks of captures of the project; with the key log beside a capture where its name ends in `+keys`.
fn marks(rubric: &Rubric, row: &[(&str, &str)], captures: &[&str]) -> Student {
    let row: BTreeMap<String, String> =
        row.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let catalog = catalog(Lang::En);
    let mut exam = Exam::new(rubric, &row);
    for name in captures {
        let (name, keys) = match name.strip_suffix("+keys") {
            Some(name) => (name, true),
            None => (*name, false),
        };
        let path = support::project(&format!("captures/{name}"));
        let mut secrets = Secrets::default();
        if keys {
            let log = std::fs::read(path.with_extension("keys.log")).unwrap();
            secrets = Secrets::new(wiretale::proto::tls::keylog::read(&log).0, Vec::new());
        }
        exam.file(name);
        let wanted = rubric.wanted(Wanted { secrets, ..Wanted::default() });
        wiretale::analyze(
            Box::new(std::fs::File::open(path).unwrap()),
            &wanted,
            &mut Told(&mut exam, &catalog),
        )
        .unwrap();
    }
    exam.finish()
}

fn text(say: &Say, catalog: &Catalog) -> String {
    match say {
        Say::Words(words) => words.of("en").to_owned(),
        Say::Notes(notes) => catalog.join(notes),
    }
}

/// The state of the one item, and all that is said of it in the three languages.
fn verdict(lines: &str, captures: &[&str]) -> (MarkState, String) {
    let rubric = rubric(&item(lines));
    let student = marks(&rubric, &[("id", "s01"), ("address", "student@example.com")], captures);
    let mut said = String::new();
    for lang in Lang::ALL {
        let catalog = catalog(lang);
        for check in &student.scores[0].checks {
            let parts =
                [Some(&check.expected), Some(&check.actual), check.remark.as_ref(), check.hint.as_ref()];
            for part in parts.into_iter().flatten() {
                let text = text(part, &catalog);
                assert!(
                    !text.is_empty() && !text.contains("no text") && !text.contains("{$"),
                    "{lines}: {text}"
                );
                said.push_str(&text);
                said.push('\n');
            }
        }
    }
    (student.scores[0].state, said)
}

const CLIENT: &str = "report/4.2-mail-client.pcapng";
const TELNET: &str = "report/4.4-telnet.pcapng";
const WEB: &str = "report/4.3-webmail.pcapng";
const LATE: &str = "broken/mid-connection.pcapng";
const POP3: &str = "pop3/retrieve-all.pcapng";
const TLS12: &str = "tls/tls12-ecdhe-rsa-aes128-gcm.pcapng";

/// Each check with a capture where it holds, and one where it does not or cannot be told.
#[rustfmt::skip]
const CASES: &[(&str, &[&str], MarkState)] = &[
    ("use = 'capture'", &[CLIENT], MarkState::Passed),
    ("use = 'capture'\nframes = 36", &[CLIENT], MarkState::Failed),
    ("use = 'captured-between'\nfrom = 2026-11-23T00:00:00Z\nto = '2026-11-24T00:00:00+08:00'", &[CLIENT], MarkState::Passed),
    ("use = 'captured-between'\nfrom = 2026-11-24T00:00:00Z\nto = 2026-11-25T00:00:00Z", &[CLIENT], MarkState::Failed),
    ("use = 'captured-with'\nprogram = 'dumpcap'", &[CLIENT], MarkState::Passed),
    ("use = 'captured-with'\nprogram = 'dumpcap'", &["net/several-interfaces.pcapng"], MarkState::Failed),
    ("use = 'captured-with'\nprogram = 'tcpdump'", &["net/pcap-nanoseconds.pcap"], MarkState::Undecided),
    ("use = 'captured-from-start'\nprotocol = 'smtp'", &[CLIENT], MarkState::Passed),
    ("use = 'captured-from-start'\nprotocol = 'smtp'", &[LATE], MarkState::Failed),
    ("use = 'nothing-missing'\nprotocol = 'smtp'", &[CLIENT], MarkState::Passed),
    ("use = 'nothing-missing'\nprotocol = 'smtp'", &["broken/dropped-frames.pcapng"], MarkState::Failed),
    ("use = 'nothing-missing'\nprotocol = 'smtp'", &[LATE], MarkState::Undecided),
    ("use = 'client-address'\naddress = '192.168.1.10'", &[CLIENT], MarkState::Passed),
    ("use = 'client-address'\naddress = '192.168.1.11'", &[CLIENT], MarkState::Failed),
    ("use = 'conversation'\nprotocol = 'smtp'\nport = 25\nserver = 'imap.qq.com'", &[CLIENT], MarkState::Passed),
    ("use = 'conversation'\nprotocol = 'smtp'\nport = 587", &[CLIENT], MarkState::Failed),
    ("use = 'conversation'\nprotocol = 'pop3'", &[CLIENT], MarkState::Failed),
    ("use = 'smtp-session'", &[CLIENT], MarkState::Passed),
    ("use = 'smtp-session'", &[LATE], MarkState::Partial),
    ("use = 'pop3-session'", &[POP3], MarkState::Passed),
    ("use = 'pop3-session'", &["pop3/stls.pcapng"], MarkState::Partial),
    ("use = 'command'\ncommand = 'ehlo'", &[CLIENT], MarkState::Passed),
    ("use = 'command'\ncommand = 'MAIL FROM:'\ncount = 2", &[CLIENT], MarkState::Partial),
    ("use = 'command'\ncommand = 'VRFY'", &[CLIENT], MarkState::Failed),
    ("use = 'commands-in-order'\ncommands = ['EHLO', 'AUTH LOGIN', 'MAIL', 'DATA', 'QUIT']", &[CLIENT], MarkState::Passed),
    ("use = 'commands-in-order'\ncommands = ['EHLO', 'STARTTLS', 'MAIL']", &[CLIENT], MarkState::Partial),
    ("use = 'commands-in-order'\ncommands = ['VRFY', 'MAIL']", &[CLIENT], MarkState::Failed),
    ("use = 'reply'\ncode = '235'\ncommand = '********'", &[CLIENT], MarkState::Passed),
    ("use = 'reply'\ncode = '5'", &[CLIENT], MarkState::Failed),
    ("use = 'reply'\ncode = '220'", &[LATE], MarkState::Undecided),
    ("use = 'no-reply'\ncode = '5'", &[CLIENT], MarkState::Passed),
    ("use = 'no-reply'\ncode = '5'", &["smtp/rejected.pcapng"], MarkState::Failed),
    ("use = 'no-reply'\ncode = '5'", &[LATE], MarkState::Undecided),
    ("use = 'no-reply'\ncode = '5'", &["broken/dropped-frames.pcapng"], MarkState::Undecided),
    ("use = 'typed-by-hand'", &[TELNET], MarkState::Passed),
    ("use = 'typed-by-hand'", &[CLIENT], MarkState::Failed),
    ("use = 'typed-by-hand'", &[LATE], MarkState::Failed),
    ("use = 'sent-by-program'", &[CLIENT], MarkState::Passed),
    ("use = 'sent-by-program'", &[TELNET], MarkState::Failed),
    ("use = 'login'\nmechanism = 'LOGIN'\nuser = 'student@example.com'", &[CLIENT], MarkState::Passed),
    ("use = 'login'\nmechanism = 'PLAIN'", &[CLIENT], MarkState::Failed),
    ("use = 'login'", &[LATE], MarkState::Undecided),
    ("use = 'login'\nprotocol = 'pop3'", &[POP3], MarkState::Passed),
    ("use = 'login-refused'\nprotocol = 'pop3'", &["pop3/wrong-password.pcapng"], MarkState::Passed),
    ("use = 'login-refused'", &[CLIENT], MarkState::Failed),
    ("use = 'login-in-clear'", &[CLIENT], MarkState::Passed),
    ("use = 'login-in-clear'", &["smtp/cram-md5.pcapng"], MarkState::Failed),
    ("use = 'login-in-clear'\nprotocol = 'pop3'", &["pop3/apop.pcapng"], MarkState::Failed),
    ("use = 'login-in-clear'\nprotocol = 'pop3'", &[POP3], MarkState::Passed),
    ("use = 'login-in-clear'", &["smtp/starttls-tls12.pcapng+keys"], MarkState::Failed),
    ("use = 'login-encrypted'", &["smtp/starttls-tls12.pcapng+keys"], MarkState::Passed),
    ("use = 'login-encrypted'", &["smtp/starttls-tls12.pcapng"], MarkState::Undecided),
    ("use = 'login-encrypted'", &[CLIENT], MarkState::Failed),
    ("use = 'login-encrypted'", &[CLIENT, "smtp/starttls-tls12.pcapng"], MarkState::Undecided),
    ("use = 'starttls'\nstate = 'used'", &["smtp/starttls-tls13.pcapng"], MarkState::Passed),
    ("use = 'starttls'\nstate = 'used'", &[CLIENT], MarkState::Failed),
    ("use = 'starttls'\nstate = 'not used'", &[CLIENT], MarkState::Passed),
    ("use = 'extension-offered'\nkeyword = '8bitmime'", &[CLIENT], MarkState::Passed),
    ("use = 'extension-offered'\nkeyword = 'BINARYMIME'", &[CLIENT], MarkState::Failed),
    ("use = 'mail-accepted'", &[CLIENT], MarkState::Passed),
    ("use = 'mail-accepted'\ncount = 2", &[CLIENT], MarkState::Partial),
    ("use = 'mail-accepted'", &[WEB], MarkState::Failed),
    ("use = 'envelope-sender'\naddress = '{address}'", &[CLIENT], MarkState::Passed),
    ("use = 'envelope-sender'\naddress = 'other@example.com'", &[CLIENT], MarkState::Failed),
    ("use = 'envelope-sender'\naddress = '{no such column}'", &[CLIENT], MarkState::Undecided),
    ("use = 'envelope-recipient'\naddress = 'TEACHER@example.com'", &[CLIENT], MarkState::Passed),
    ("use = 'envelope-recipient'\naddress = '{address}'", &[CLIENT], MarkState::Failed),
    ("use = 'recipient-refused'", &["smtp/rejected.pcapng"], MarkState::Passed),
    ("use = 'recipient-refused'", &[CLIENT], MarkState::Failed),
    ("use = 'header'\nfield = 'from'\nequals = 'student@lab.example'", &["smtp/swaks.pcapng"], MarkState::Passed),
    ("use = 'header'\nfield = 'subject'\ncontains = 'no such words'", &[CLIENT], MarkState::Failed),
    ("use = 'subject-contains'\ntext = '扩展码'", &["smtp/chinese-gbk.pcapng"], MarkState::Passed),
    ("use = 'subject-contains'\ntext = 'nonce-17'", &[CLIENT], MarkState::Failed),
    ("use = 'from-differs-from-envelope'", &[CLIENT], MarkState::Failed),
    ("use = 'attachment'\nname = 'no.txt'", &[POP3], MarkState::Failed),
    ("use = 'attachment'\nname = '成绩.jpg'\ntype = 'image/jpeg'", &["smtp/sent-and-fetched.pcapng"], MarkState::Passed),
    ("use = 'attachment'\nsha256 = '74fa9b9c60cd4170954f881a01a9bba4d12c78039e9d5fc170b6910e67fec8ff'\nprotocol = 'pop3'", &["smtp/sent-and-fetched.pcapng"], MarkState::Passed),
    ("use = 'mail-parts'\ntypes = ['text/plain', 'text/html']", &[CLIENT], MarkState::Passed),
    ("use = 'mail-parts'\ntypes = ['image/png']", &[CLIENT], MarkState::Failed),
    ("use = 'mail-size'\nbytes = 2000", &[CLIENT], MarkState::Passed),
    ("use = 'mail-size'\nbytes = 20000", &[CLIENT], MarkState::Failed),
    ("use = 'mail-fetched'\ncount = 2", &[POP3], MarkState::Passed),
    ("use = 'mail-fetched'", &["pop3/wrong-password.pcapng"], MarkState::Failed),
    ("use = 'mail-fetched'", &["tls/pop3s-tls12.pcapng"], MarkState::Undecided),
    ("use = 'fetched-what-was-sent'", &["smtp/sent-and-fetched.pcapng"], MarkState::Passed),
    ("use = 'fetched-what-was-sent'", &[CLIENT, POP3], MarkState::Failed),
    ("use = 'mail-deleted'", &[POP3], MarkState::Passed),
    ("use = 'mail-deleted'", &["pop3/wrong-password.pcapng"], MarkState::Failed),
    ("use = 'tls-handshake'", &[TLS12], MarkState::Passed),
    ("use = 'tls-handshake'", &["tls/tls13.pcapng"], MarkState::Passed),
    ("use = 'tls-handshake'", &["tls/alert-no-shared-cipher.pcapng"], MarkState::Partial),
    ("use = 'tls-handshake'", &[CLIENT], MarkState::Failed),
    ("use = 'tls-order'\nmessages = ['Client Hello', 'Server Hello', 'Certificate', 'Server Key Exchange', 'Server Hello Done', 'Client Key Exchange']", &[TLS12], MarkState::Passed),
    ("use = 'tls-order'\nmessages = ['Client Hello', 'Client Hello']", &[TLS12], MarkState::Partial),
    ("use = 'tls-order'\nmessages = ['Client Hello', 'Server Hello', 'Finished', 'Finished', 'Finished']", &["tls/tls13.pcapng"], MarkState::Undecided),
    ("use = 'tls-order'\nmessages = ['Client Hello', 'Server Hello', 'Encrypted Extensions', 'Certificate', 'Certificate Verify', 'Finished', 'Finished']", &["tls/tls13.pcapng+keys"], MarkState::Passed),
    ("use = 'tls-version'\nversion = 'TLS 1.2'", &[TLS12], MarkState::Passed),
    ("use = 'tls-version'\nversion = 'TLS 1.2'\nor = 'newer'", &["tls/tls13.pcapng"], MarkState::Passed),
    ("use = 'tls-version'\nversion = 'TLS 1.3'", &[TLS12], MarkState::Failed),
    ("use = 'tls-suite'\nsuite = 'AES_128_GCM'", &[TLS12], MarkState::Passed),
    ("use = 'tls-suite'\nsuite = '0xC02F'", &[TLS12], MarkState::Passed),
    ("use = 'tls-suite'\nsuite = 'CHACHA20'", &[TLS12], MarkState::Failed),
    ("use = 'tls-suite'\nsuite = 'TLS_ECDHE_RSA_WITH_'", &[TLS12], MarkState::Passed),
    ("use = 'tls-suite'\nsuite = 'AES_256_CBC_SHA'", &["tls/tls12-cbc.pcapng"], MarkState::Failed),
    ("use = 'tls-server-name'\nname = 'mail.lab.example'", &[WEB], MarkState::Passed),
    ("use = 'tls-server-name'\nname = 'www.example.com'", &[WEB], MarkState::Failed),
    ("use = 'tls-certificate'\ncheck = 'signature'", &[TLS12], MarkState::Passed),
    ("use = 'tls-certificate'\ncheck = 'name'", &["tls/tls13.pcapng"], MarkState::Undecided),
    ("use = 'tls-certificate'\ncheck = 'dates'", &["tls/tls13.pcapng"], MarkState::Undecided),
    ("use = 'tls-certificate'\ncheck = 'name'", &[CLIENT], MarkState::Failed),
    ("use = 'tls-resumed'", &["tls/resumption-ticket.pcapng"], MarkState::Passed),
    ("use = 'tls-resumed'", &[TLS12], MarkState::Failed),
    ("use = 'tls-decrypted'", &["tls/tls12-ecdhe-rsa-aes128-gcm.pcapng+keys"], MarkState::Passed),
    ("use = 'tls-decrypted'", &[TLS12], MarkState::Failed),
    ("use = 'tls-alert'\ndescription = 'unknown_ca'", &["tls/alert-unknown-ca.pcapng"], MarkState::Passed),
    ("use = 'tls-alert'", &[TLS12], MarkState::Failed),
];

#[test]
fn every_check_is_tried_where_it_holds_and_where_it_does_not() {
    let mut wrong = Vec::new();
    for (lines, captures, expected) in CASES {
        let (state, said) = verdict(&format!("[[item.check]]\n{lines}"), captures);
        if state != *expected {
            wrong.push(format!("{lines} on {captures:?}: {state:?}, not {expected:?}: {said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for check in CHECKS {
        let named = format!("use = '{}'", check.id);
        let states: Vec<MarkState> = CASES
            .iter()
            .filter(|(lines, ..)| lines.lines().next() == Some(&named))
            .map(|case| case.2)
            .collect();
        assert!(states.iter().any(|state| *state != MarkState::Passed), "{} never fails", check.id);
        // No capture of the project has such a mail; a script below does.
        let scripted = check.id == "from-differs-from-envelope";
        assert!(states.contains(&MarkState::Passed) || scripted, "{} never passes", check.id);
    }
}

/// The conversation of a script of lines.
fn scripted(script: &str) -> Vec<u8> {
    support::build::capture(&support::script::Script::parse(script))
}

/// The state of the one item for what is said in a script.
fn state_of(lines: &str, script: &str) -> MarkState {
    let rubric = rubric(&item(&format!("[[item.check]]\n{lines}")));
    let mut exam = Exam::new(&rubric, &BTreeMap::new());
    exam.file("script");
    let catalog = catalog(Lang::En);
    let bytes = std::io::Cursor::new(scripted(script));
    wiretale::analyze(Box::new(bytes), &rubric.wanted(Wanted::default()), &mut Told(&mut exam, &catalog))
        .unwrap();
    exam.finish().scores[0].state
}

#[test]
fn why_a_certificate_cannot_be_told_is_said_once() {
    let (_, said) = verdict("[[item.check]]\nuse = 'tls-certificate'\ncheck = 'name'", &["tls/tls13.pcapng"]);
    assert!(
        said.contains("cannot be told: [1] #") && said.contains(" the certificate is encrypted"),
        "{said}"
    );
    assert!(!said.contains("not checked"), "{said}");
}

#[test]
fn a_mail_to_which_a_server_gave_its_message_id_is_still_the_one_that_was_sent() {
    let sent = |head: &str| {
        format!(
            "S: 220 hi\nC: EHLO pc\nS: 250 hi\nC: MAIL FROM:<a@b>\nS: 250 ok\nC: RCPT TO:<a@b>\nS: 250 ok\nC: DATA\n\
            S: 354 go\n{head}C. \nC. hi\nC. .\nS: 250 ok\n"
        )
    };
    let fetched = "S: +OK hi\nC: USER a\nS: +OK\nC: PASS b\nS: +OK\nC: RETR 1\nS: +OK\nS. Message-ID: <1@server>\n\
        S. Subject: nonce-17\nS. \nS. hi\nS. .\n";
    let rubric = rubric(&item("[[item.check]]\nuse = 'fetched-what-was-sent'"));
    let catalog = catalog(Lang::En);
    for (head, state) in [
        ("C. Subject: nonce-17\n", MarkState::Passed),
        ("C. Subject: nonce-18\n", MarkState::Failed),
        ("C. From: a@b\n", MarkState::Failed),
        ("C. Message-ID: <2@pc>\nC. Subject: nonce-17\n", MarkState::Failed),
        ("C. Message-ID: <1@server>\nC. Subject: nonce-17\n", MarkState::Passed),
    ] {
        let mut exam = Exam::new(&rubric, &BTreeMap::new());
        for script in [sent(head).as_str(), fetched] {
            exam.file("script");
            let bytes = Box::new(std::io::Cursor::new(scripted(script)));
            let wanted = rubric.wanted(Wanted::default());
            wiretale::analyze(bytes, &wanted, &mut Told(&mut exam, &catalog)).unwrap();
        }
        let student = exam.finish();
        let said = text(&student.scores[0].checks[0].actual, &catalog);
        assert_eq!(student.scores[0].state, state, "{head}: {said}");
    }
}

#[test]
fn a_conversation_without_commands_was_sent_by_no_program() {
    assert_eq!(state_of("use = 'sent-by-program'", "S: 220 hi\n"), MarkState::Failed);
    assert_eq!(state_of("use = 'sent-by-program'", "S: 220 hi\nC: EHLO pc\nS: 250 hi\n"), MarkState::Passed);
}

#[test]
fn a_from_that_is_not_the_envelope_sender_is_found() {
    let script = "S: 220 hi\nC: EHLO pc\nS: 250 hi\nC: MAIL FROM:<bounce@lab.example>\nS: 250 ok\n\
        C: RCPT TO:<bob@lab.example>\nS: 250 ok\nC: DATA\nS: 354 go\nC. From: Ann <ann@lab.example>\nC. \nC. hi\nC. .\nS: 250 ok\n";
    let rubric = rubric(&item("[[item.check]]\nuse = 'from-differs-from-envelope'"));
    let mut exam = Exam::new(&rubric, &BTreeMap::new());
    exam.file("script");
    let catalog = catalog(Lang::En);
    let bytes = std::io::Cursor::new(scripted(script));
    wiretale::analyze(Box::new(bytes), &rubric.wanted(Wanted::default()), &mut Told(&mut exam, &catalog))
        .unwrap();
    let student = exam.finish();
    assert_eq!(student.scores[0].state, MarkState::Passed);
    let said = text(&student.scores[0].checks[0].actual, &catalog);
    assert!(said.contains("<bounce@lab.example>") && said.contains("Ann <ann@lab.example>"), "{said}");
}

/// Expressions with what they give on the mail client's capture, and on the one of the web.
#[rustfmt::skip]
const EXPRESSIONS: &[(&str, bool, bool)] = &[
    ("smtp.quit", true, false),
    ("smtp != null && smtp.auth.exists(a, a.outcome == 'accepted' && !a.encrypted)", true, false),
    ("smtp.transactions[0].recipients.size() == 1", true, false),
    ("size(smtp.transactions) >= 1 && smtp.transactions.all(t, t.code == 250)", true, false),
    ("tls.exists(t, t.version == 'TLS 1.2' && t.cipher_suite.key_exchange == 'ECDHE')", false, true),
    ("server.port in [25, 587]", true, false),
    ("'tls' in protocols", false, true),
    ("duration < 10.0 && tcp.retransmissions == 0", true, true),
    ("tcp.bytes.client > 2000", true, false),
    ("messages.exists(m, m.subject.contains('') && m.to.exists(a, a.contains(student.teacher)))", true, false),
    ("steps.exists(s, s.kind == 'smtp.command.ehlo' && s.text.startsWith('EHLO'))", true, false),
    ("steps.filter(s, s.side == 'client').size() > 5", true, false),
    ("findings.exists_one(f, f.code == 'smtp.clear-although-offered')", true, false),
    ("steps.map(s, s.kind).size() > 5", true, true),
    ("has(client.name) && client.name == null", true, true),
    ("smtp.greeting.code / 0 == 1", false, false),
];

#[test]
fn expressions_see_what_json_shows_and_are_false_where_there_is_nothing() {
    for (expression, client, web) in EXPRESSIONS {
        let lines = format!("[[item.check]]\nwhen = \"{expression}\"\nexpected = 'x'");
        let rubric = rubric(&item(&lines));
        for (capture, expected) in [(CLIENT, client), (WEB, web)] {
            let student = marks(&rubric, &[("teacher", "teacher@example.com")], &[capture]);
            assert_eq!(student.total > 0.0, *expected, "{expression} on {capture}");
        }
    }
    let file = "[[item.check]]\nfile = 'frames > 30 && fates.used > 0 && application.contains(\"Dumpcap\")'\nexpected = 'x'";
    assert_eq!(marks(&rubric(&item(file)), &[], &[CLIENT]).total, 10.0);
    let count = "[[item.check]]\nwhen = \"'smtp' in protocols\"\ncount = 2\nexpected = 'x'";
    assert_eq!(marks(&rubric(&item(count)), &[], &[CLIENT]).total, 5.0);
    assert_eq!(marks(&rubric(&item(count)), &[], &[CLIENT, WEB, TELNET]).total, 10.0);
}

#[test]
fn an_expression_that_compares_with_an_empty_cell_lets_nobody_pass() {
    let state = |expression: &str, row: &[(&str, &str)]| {
        let rubric = rubric(&item(&format!("[[item.check]]\nwhen = '{expression}'\nexpected = 'x'")));
        (
            marks(&rubric, row, &[CLIENT]).scores[0].state,
            rubric.columns().into_iter().map(str::to_owned).collect(),
        )
    };
    let column: Vec<String> = vec!["nonce".to_owned()];
    for expression in [
        "messages.exists(m, m.subject.contains(student.nonce))",
        "messages.exists(m, m.subject.contains(student[\"nonce\"]))",
    ] {
        assert_eq!(state(expression, &[("nonce", " ")]), (MarkState::Undecided, column.clone()));
        assert_eq!(state(expression, &[]), (MarkState::Undecided, column.clone()));
        assert_eq!(state(expression, &[("nonce", "no such")]), (MarkState::Failed, column.clone()));
    }
    let asked = "!has(student.nonce) || messages.exists(m, m.subject.contains(student.nonce))";
    assert_eq!(state(asked, &[("nonce", "")]), (MarkState::Passed, Vec::new()));
    let file =
        rubric(&item("[[item.check]]\nfile = 'application.contains(student.program)'\nexpected = 'x'"));
    assert_eq!(marks(&file, &[("program", "")], &[CLIENT]).scores[0].state, MarkState::Undecided);
}

#[test]
fn points_with_three_decimals_are_reached() {
    let lines = item("[[item.check]]\nuse = 'capture'").replace("points = 10", "points = 0.333");
    let student = marks(&rubric(&lines), &[], &[CLIENT]);
    assert_eq!((student.scores[0].state, student.scores[0].points), (MarkState::Passed, 0.33));
}

#[test]
fn a_rubric_that_nobody_wrote_by_hand_needs_no_more_stack_or_time_than_one_that_somebody_did() {
    let when = |expression: &str| {
        let text = item(&format!("[[item.check]]\nwhen = '{expression}'\nexpected = 'x'"));
        Rubric::parse(&text, &render::shapes()).map_or_else(|mistakes| told(&mistakes), |_| Vec::new())
    };
    let nested = |times: usize| format!("{}true{}", "(".repeat(times), ")".repeat(times));
    let joined = |times: usize| format!("{}1 == 1", "1+".repeat(times));
    let deep = "this is too long or too deep: make several checks of it";
    for wrong in [
        nested(25),
        nested(100_000),
        joined(60),
        format!("smtp.quit{}", ".a".repeat(100_000)),
        "-".repeat(200),
    ] {
        let told = when(&wrong);
        assert!(told.len() == 1 && told[0].ends_with(deep), "{told:?}");
    }
    assert_eq!(when("\"((((((((((((((((((((((((((((((((((((((((\" == \"\""), Vec::<String>::new());
    let exists = format!("{}true{}", "steps.exists(a, ".repeat(24), ")".repeat(24));
    for right in [nested(24), joined(55), exists, vec!["smtp.quit == true"; 100].join(" && ")] {
        assert_eq!(when(&right), Vec::<String>::new());
    }
    let lines = item("[[item.check]]\nwhen = '1 == 1'\nexpected = 'x'");
    let sum = rubric(&lines.replace("1 == 1", &joined(55)));
    let thread = std::thread::Builder::new().stack_size(8 << 20);
    let thread = thread.spawn(move || marks(&sum, &[], &[CLIENT]).total).unwrap();
    assert_eq!(thread.join().unwrap(), 0.0);
    let many = mistakes(&format!("schema = \"wiretale-rubric/1\"\n{}", "[[item]]\nx = 1\n".repeat(5000)));
    assert!(many.len() <= 100 && many.iter().any(|it| it.contains("more than 500 items")), "{many:?}");
}

/// Lines of an item, and what is said of them: line and column are those of the rubric, whose item has four lines before.
#[rustfmt::skip]
const MISTAKES: &[(&str, &str)] = &[
    ("points = 3", "5:1 this is no TOML: duplicate key"),
    ("titel = 'x'\n[[item.check]]\nuse = 'capture'", "5:1 the key titel is not known; did you mean title?"),
    ("[[item.check]]\nuse = 'smtp-sesion'", "6:7 the check smtp-sesion is not known; did you mean smtp-session?"),
    ("[[item.check]]\nuse = 'xyzzy'", "6:7 there is no check xyzzy; the README lists all of them"),
    ("[[item.check]]\nuse = 'login'\nmechansim = 'LOGIN'", "7:1 the key mechansim is not known; did you mean mechanism?"),
    ("[[item.check]]\nuse = 'login'\nmechanism = 3", "7:13 mechanism must be a text in quotes"),
    ("[[item.check]]\nuse = 'login'\nprotocol = 'imap'", "7:12 the value imap is not known; there are: smtp, pop3"),
    ("[[item.check]]\nuse = 'mail-accepted'\ncount = -1", "7:9 count must be a number, not below 0"),
    ("[[item.check]]\nuse = 'envelope-sender'", "5:1 the check envelope-sender needs address"),
    ("[[item.check]]\nuse = 'captured-between'\nfrom = 'noon'\nto = 2026-01-01T00:00:00Z", "7:8 noon is no date with a time, such as 2026-11-23T08:00:00+08:00"),
    ("[[item.check]]\nuse = 'subject-contains'\ntext = ' '", "7:8 text is empty: everything would fit"),
    ("[[item.check]]\nuse = 'mail-parts'\ntypes = []", "7:9 types is empty: everything would fit"),
    ("[[item.check]]\nuse = 'commands-in-order'\ncommands = ['MAIL', '']", "7:12 commands is empty: everything would fit"),
    ("[[item.check]]\nuse = 'captured-between'\nfrom = 2026-01-02T00:00:00Z\nto = 2026-01-01T00:00:00Z", "8:6 2026-01-01T00:00:00Z is before 2026-01-02T00:00:00Z: nothing is captured between them"),
    ("needs = ['sesion']\n[[item.check]]\nuse = 'capture'", "5:9 the item sesion is not known; there are: it"),
    ("needs = ['it']\n[[item.check]]\nuse = 'capture'", "5:9 nobody can reach it: what it needs leads back to itself"),
    ("credit = 'some'\n[[item.check]]\nuse = 'capture'", "5:10 the value some is not known; there are: sum, all, best"),
    ("[[item.check]]\nuse = 'capture'\npoints = 4", "4:10 the checks of it have 4 points together, the item has 10"),
    ("credit = 'all'\n[[item.check]]\nuse = 'capture'\npoints = 4", "4:10 with credit = \"all\" the checks of it have no points of their own"),
    ("credit = 'best'\n[[item.check]]\nuse = 'capture'\npoints = 4", "4:10 with credit = \"best\" the best check of it must be worth 10 points"),
    ("", "2:1 the item it has no check: each begins with [[item.check]]"),
    ("[[item.check]]\npoints = 10", "5:1 a check has exactly one of use, when and file"),
    ("[[item.check]]\nwhen = 'smtp.quit'", "5:1 say in expected what is looked for: an expression says nothing to students"),
    ("[[item.check]]\nexpected = 'x'\nwhen = 'smpt.quit'", "7:9 the name smpt is not known; did you mean smtp?"),
    ("[[item.check]]\nexpected = 'x'\nwhen = 'smtp.quitt'", "7:14 the member quitt is not known; did you mean quit?"),
    ("[[item.check]]\nexpected = 'x'\nwhen = 'smtp.auth.exists(a, a.outcom == \"accepted\")'", "7:31 the member outcom is not known; did you mean outcome?"),
    ("[[item.check]]\nexpected = 'x'\nwhen = 'smtp.auth.exists(a, a.outcome == \"acepted\")'", "7:42 the value acepted is not known; did you mean accepted?"),
    ("[[item.check]]\nexpected = 'x'\nwhen = 'smtp.auth.mechanism == \"LOGIN\"'", "7:19 this is a list: .exists(x, x.mechanism == ..) asks whether one of it is so"),
    ("[[item.check]]\nexpected = 'x'\nwhen = 'smtp.greeting.code == \"220\"'", "7:28 a number and a text are never equal"),
    ("[[item.check]]\nexpected = 'x'\nwhen = 'smtp.greeting.code'", "7:9 this gives a number, not true or false"),
    ("[[item.check]]\nexpected = 'x'\nwhen = 'messages.exits(m, true)'", "7:18 the function exits is not known; did you mean exists?"),
    ("[[item.check]]\nexpected = 'x'\nwhen = 'messages.contains(\"x\")'", "7:18 contains is for texts; this is a list"),
    ("[[item.check]]\nexpected = 'x'\nwhen = 'stream.exists(m, true)'", "7:9 this is a number, not a list"),
    ("[[item.check]]\nexpected = 'x'\nwhen = 'smtp.quit.x'", "7:19 true or false has no member x"),
    ("[[item.check]]\nexpected = 'x'\nwhen = 'smtp.quit && '", "7:22 this is no expression: Syntax error: mismatched input '<EOF>'"),
    ("[[item.check]]\nexpected = 'x'\nfile = 'smtp.quit'", "7:9 the name smtp is not known; there are: application, comments"),
    ("[[item.check]]\nexpected = '文'\nwhen = 'server.name == \"邮件\" && smpt.quit'", "7:32 the name smpt is not known; did you mean smtp?"),
];

#[test]
fn mistakes_are_told_with_their_place_and_the_nearest_right_name() {
    let mut wrong = Vec::new();
    for (lines, expected) in MISTAKES {
        let told = match Rubric::parse(&item(lines), &render::shapes()) {
            Ok(_) => vec!["no mistake".to_owned()],
            Err(mistakes) => self::told(&mistakes),
        };
        if told.len() != 1 || !told[0].starts_with(expected) {
            wrong.push(format!("{lines}\n  expected {expected}\n  told {told:?}"));
        }
        for lang in [Lang::Zh, Lang::Ja] {
            let catalog = catalog(lang);
            for mistake in Rubric::parse(&item(lines), &render::shapes()).err().into_iter().flatten() {
                assert!(!catalog.text(&mistake.note).contains("no text"), "{lines}");
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn mistakes_of_the_whole_rubric_are_told_all_at_once() {
    let told = mistakes(
        "schema = 'wiretale-rubric/2'\npass = 30\n[[item]]\nid = 'a'\npoints = 0\n[[item.check]]\nuse = 'capture'\n\
        [[item]]\nid = 'a'\npoints = 10\nhidden = 1\nneeds = ['b']\n[[item.check]]\nuse = 'capture'\n\
        [[item]]\nid = 'b'\npoints = 10\nneeds = ['c']\n[[item.check]]\nuse = 'capture'\n\
        [[item]]\nid = 'c'\nneeds = ['b']\n[[item.check]]\nuse = 'capture'\n",
    );
    let expected = [
        "1:10 the schema is wiretale-rubric/2; this program reads wiretale-rubric/1",
        "2:8 pass is 30, but there are only 20 points",
        "5:10 an item without points can be left out",
        "9:6 the item a is there twice",
        "11:10 hidden must be true or false",
        "18:9 nobody can reach b: what it needs leads back to itself",
        "21:1 points is missing",
        "23:9 nobody can reach c: what it needs leads back to itself",
    ];
    assert_eq!(told, expected);
    assert!(mistakes("").len() >= 2);
    assert_eq!(
        mistakes("x = "),
        ["1:5 this is no TOML: string values must be quoted, expected literal string"]
    );
}

/// Whether a comment is TOML.
fn is_code(comment: &str) -> bool {
    let (key, value) = comment.split_once(" = ").unwrap_or_default();
    let simple = ["true", "\"", "0", "1", "2"].iter().any(|begin| value.starts_with(begin));
    let explained = value.starts_with("\"..") || value.contains(' ');
    comment.starts_with("[[") || !key.contains(' ') && simple && !explained
}

#[test]
fn the_new_rubric_is_in_order_and_the_same_in_every_language() {
    let shown = |text: &str| format!("{:?}", rubric(text).items());
    let texts = [grade::NEW_RUBRIC.zh, grade::NEW_RUBRIC.en, grade::NEW_RUBRIC.ja];
    let [zh, en, ja] = texts.map(shown);
    assert!(zh == en && en == ja);
    let on_disk = std::fs::read_to_string(support::project("captures/labs/lab.toml")).unwrap();
    assert_eq!(on_disk, grade::NEW_RUBRIC.en);
    // What stands behind # is meant to be taken in: the example of an item and that of a check.
    for text in texts {
        let uncommented: String = text
            .lines()
            .map(|line| match line.trim_start().strip_prefix('#').map(str::trim) {
                Some(code) if is_code(code) => code,
                _ => line,
            })
            .map(|line| format!("{line}\n"))
            .collect();
        let sums = mistakes(&uncommented);
        assert!(
            sums.len() == 1 && sums[0].contains("the checks of mail have 30 points together"),
            "{sums:?}"
        );
    }
}

#[test]
fn what_is_needed_and_not_reached_leaves_out_and_what_is_undecided_does_not() {
    let rubric = rubric(grade::NEW_RUBRIC.en);
    let states = |captures: &[&str]| -> (Vec<MarkState>, f64) {
        let student = marks(&rubric, &[], captures);
        (student.scores.iter().map(|score| score.state).collect(), student.total)
    };
    use MarkState::{Failed, Partial, Passed, Skipped, Undecided};
    assert_eq!(states(&[TELNET, POP3, WEB]), (vec![Passed, Passed, Passed, Passed, Passed, Passed], 100.0));
    assert_eq!(states(&[CLIENT]), (vec![Passed, Passed, Passed, Failed, Failed, Failed], 60.0));
    assert_eq!(states(&[LATE]), (vec![Partial, Undecided, Passed, Failed, Failed, Failed], 30.0));
    assert_eq!(states(&[WEB]), (vec![Failed, Skipped, Skipped, Skipped, Skipped, Passed], 10.0));
    assert_eq!(states(&[]), (vec![Failed, Skipped, Skipped, Skipped, Skipped, Failed], 0.0));
}

/// The row of a check in the README: its name, what it may be told (what must be told without brackets), and what it looks
/// for.
fn check_row(check: &grade::Check, catalog: &Catalog) -> String {
    let told: Vec<String> = check
        .params
        .iter()
        .map(|param| {
            let kind = match param.kind {
                grade::Kind::Choice(choices) => format!(" ({})", choices.join(", ")),
                grade::Kind::Texts => " (a list)".to_owned(),
                _ => String::new(),
            };
            if param.required {
                format!("`{}`{kind}", param.name)
            } else {
                format!("[`{}`]{kind}", param.name)
            }
        })
        .collect();
    let mut note = wiretale::dialogue::Note::new(format!("grade-expect-{}", check.id));
    for param in check.params {
        let name = if param.name == "protocol" { "protocol" } else { param.name };
        note = note.with(name, format!("*{}*", param.name));
    }
    format!("| `{}` | {} | {} |", check.id, told.join(", "), catalog.text(&note))
}

#[test]
fn the_readme_lists_every_check() {
    let catalog = catalog(Lang::En);
    let rows: Vec<String> = CHECKS.iter().map(|check| check_row(check, &catalog)).collect();
    let readme = std::fs::read_to_string(support::project("README.md")).unwrap();
    let section = readme.split("\n## Checks\n").nth(1).unwrap().split("\n## ").next().unwrap();
    let table: Vec<&str> = section.lines().filter(|line| line.starts_with("| `")).collect();
    assert_eq!(table, rows, "\n{}", rows.join("\n"));
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 100, failure_persistence: None, ..Default::default() })]

    /// What a teacher types half-way, and what nobody would type.
    #[test]
    fn no_expression_and_no_rubric_makes_a_panic(
        words in proptest::collection::vec(
            proptest::sample::select(vec![
                "smtp", ".", "auth", "exists", "(", ")", "a", ",", "==", "'x'", "\"", "&&", "||", "!", "[", "]", "{", "}", "?",
                ":", "1", "1.5", "-", "9999999999999999999999", "in", "has", "tls", "map", "filter", "null", "true", "邮件", "\\", "%",
                "/", "b'x'", "u", "0x", " ", "\n", "//", "r'", "'''", "$", "@", "..",
            ]),
            0..24,
        ),
        junk in "\\PC{0,80}",
    ) {
        let expression = words.concat();
        for text in [expression.as_str(), junk.as_str()] {
            let quoted = format!("{text:?}");
            let lines = format!("[[item.check]]\nexpected = 'x'\nwhen = {quoted}");
            if let Ok(rubric) = Rubric::parse(&item(&lines), &render::shapes()) {
                marks(&rubric, &[], &[CLIENT]);
            }
            let _ = Rubric::parse(&item(text), &render::shapes());
        }
    }
}

#[test]
fn more_mails_than_are_compared_are_said() {
    let mut script = "S: 220 hi\nC: EHLO pc\nS: 250 hi\n".to_owned();
    for number in 0..4_100 {
        script.push_str(&format!(
            "C: MAIL FROM:<a@lab.example>\nS: 250 ok\nC: RCPT TO:<b@lab.example>\nS: 250 ok\nC: DATA\nS: 354 go\n\
            C. Message-ID: <{number}@lab.example>\nC. \nC. hi\nC. .\nS: 250 ok\n"
        ));
    }
    let rubric = rubric(&item("[[item.check]]\nuse = 'fetched-what-was-sent'"));
    let mut exam = Exam::new(&rubric, &BTreeMap::new());
    exam.file("script");
    let catalog = catalog(Lang::En);
    let bytes = std::io::Cursor::new(scripted(&script));
    wiretale::analyze(Box::new(bytes), &rubric.wanted(Wanted::default()), &mut Told(&mut exam, &catalog))
        .unwrap();
    let student = exam.finish();
    assert_eq!(student.scores[0].state, MarkState::Undecided);
    let said = text(&student.scores[0].checks[0].actual, &catalog);
    assert_eq!(said, "more than 4096 mails; not all of them were compared");
}
