//! What is taken for POP3, and what is not. Dialogues are tested as packets, in `tests/dialogues/pop3`.

use crate::dialogue::Half;
use crate::proto::{Opening, Verdict};

use super::PROTOCOL;

fn ask(a: &[u8], b: &[u8], first: Half, late: bool) -> Verdict {
    let client = (!late).then_some(Half::A);
    (PROTOCOL.probe)(&Opening {
        inside: false,
        bytes: [a, b],
        ports: [50_000, 1100],
        first,
        client,
        late,
        last: false,
    })
}

#[test]
fn a_greeting_and_a_word_of_pop3_are_pop3() {
    assert_eq!(
        ask(b"capa\r\n", b"+OK ready\r\n", Half::B, false),
        Verdict::Certain { client: Half::A, by: "command" }
    );
}

#[test]
fn redis_where_the_client_speaks_first_is_not_pop3() {
    assert_eq!(ask(b"AUTH lab-code-2026\r\n", b"+OK\r\n", Half::A, false), Verdict::No);
}

#[test]
fn ftp_has_the_same_words_and_is_not_pop3() {
    assert_eq!(
        ask(b"USER ann\r\nPASS x\r\n", b"220 files.example\r\n331 ok\r\n", Half::B, false),
        Verdict::No
    );
}

#[test]
fn a_word_that_only_pop3_has_is_enough_where_the_server_is_missing() {
    assert_eq!(ask(b"UIDL\r\n", b"", Half::A, true), Verdict::Certain { client: Half::A, by: "command" });
    assert_eq!(ask(b"STAT\r\n", b"", Half::A, true), Verdict::Unsure);
}

/// As of SMTP: what is above a kilobyte costs an allocator more than all else that a short session does.
#[test]
fn a_session_stays_small() {
    let size = size_of::<super::session::Pop3Session>();
    assert!(size <= 1024, "{size}");
}
