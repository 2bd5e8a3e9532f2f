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
    fn conversation(&mut self, conversation: Conversation) {
        let facts = render::conversation_facts(&conversation, Json { catalog: self.1 });
        self.0.conversation(&conversation, &facts);
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
    ("use = 'captured-from-start'\nprotocol = 'smtp'", &[LATE], MarkState::Undecided),
    ("use = 'nothing-missing'\nprotocol = 'smtp'", &[CLIENT], MarkState::Passed),
    ("use = 'nothing-missing'\nprotocol = 'smtp'", &["broken/dropped-frames.pcapng"], MarkState::Failed),
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
    ("use = 'no-reply'\ncode = '5'", &[CLIENT], MarkState::Passed),
    ("use = 'no-reply'\ncode = '5'", &["smtp/rejected.pcapng"], MarkState::Failed),
    ("use = 'typed-by-hand'", &[TELNET], MarkState::Passed),
    ("use = 'typed-by-hand'", &[CLIENT], MarkState::Failed),
    ("use = 'sent-by-program'", &[CLIENT], MarkState::Passed),
    ("use = 'sent-by-program'", &[TELNET], MarkState::Failed),
    ("use = 'login'\nmechanism = 'LOGIN'\nuser = 'student@example.com'", &[CLIENT], MarkState::Passed),
    ("use = 'login'\nmechanism = 'PLAIN'", &[CLIENT], MarkState::Failed),
    ("use = 'login'", &[LATE], MarkState::Undecided),
    ("use = 'login'\nprotocol = 'pop3'", &[POP3], MarkState::Passed),
    ("use = 'login-refused'\nprotocol = 'pop3'", &["pop3/wrong-password.pcapng"], MarkState::Passed),
    ("use = 'login-refused'", &[CLIENT], MarkState::Failed),
    ("use = 'login-in-clear'", &[CLIENT], MarkState::Passed),
    ("use = 'login-in-clear'", &["smtp/starttls-tls12.pcapng+keys"], MarkState::Failed),
    ("use = 'login-encrypted'", &["smtp/starttls-tls12.pcapng+keys"], MarkState::Passed),
    ("use = 'login-encrypted'", &["smtp/starttls-tls12.pcapng"], MarkState::Undecided),
    ("use = 'login-encrypted'", &[CLIENT], MarkState::Failed),
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
    ("use = 'tls-version'\nversion = 'TLS 1.2'", &[TLS12], MarkState::Passed),
    ("use = 'tls-version'\nversion = 'TLS 1.2'\nor = 'newer'", &["tls/tls13.pcapng"], MarkState::Passed),
    ("use = 'tls-version'\nversion = 'TLS 1.3'", &[TLS12], MarkState::Failed),
    ("use = 'tls-suite'\nsuite = 'AES_128_GCM'", &[TLS12], MarkState::Passed),
    ("use = 'tls-suite'\nsuite = '0xC02F'", &[TLS12], MarkState::Passed),
    ("use = 'tls-suite'\nsuite = 'CHACHA20'", &[TLS12], MarkState::Failed),
    ("use = 'tls-server-name'\nname = 'mail.lab.example'", &[WEB], MarkState::Passed),
    ("use = 'tls-server-name'\nname = 'www.example.com'", &[WEB], MarkState::Failed),
    ("use = 'tls-certificate'\ncheck = 'signature'", &[TLS12], MarkState::Passed),
    ("use = 'tls-certificate'\ncheck = 'name'", &["tls/tls13.pcapng"], MarkState::Failed),
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
