//! What is taken for SMTP, and what is not. Dialogues are tested as packets, in `tests/dialogues/smtp`.

use crate::dialogue::Half;
use crate::proto::{Opening, Verdict};

use super::PROTOCOL;

fn ask(a: &[u8], b: &[u8], ports: [u16; 2], client: Option<Half>, last: bool) -> Verdict {
    let first = if a.is_empty() { Half::B } else { Half::A };
    (PROTOCOL.probe)(&Opening {
        inside: false,
        bytes: [a, b],
        ports,
        first,
        client,
        late: client.is_none(),
        last,
    })
}

const CLIENT: Option<Half> = Some(Half::A);

#[test]
fn a_greeting_and_a_hello_are_smtp_on_any_port() {
    let verdict = ask(b"EHLO a.example\r\n", b"220 mail.example ready\r\n", [50_000, 2600], CLIENT, false);
    assert_eq!(verdict, Verdict::Certain { client: Half::A, by: "command" });
}

#[test]
fn a_bare_220_waits_for_what_the_client_says() {
    assert_eq!(ask(b"", b"220 files.example\r\n", [50_000, 2600], CLIENT, false), Verdict::Unsure);
    // FTP greets with 220 too; its words never make it SMTP.
    assert_eq!(ask(b"USER ann\r\n", b"220 files.example\r\n", [50_000, 21], CLIENT, true), Verdict::Unsure);
    assert_eq!(
        ask(b"", b"220 mail.example ESMTP\r\n", [50_000, 2600], CLIENT, false),
        Verdict::Certain { client: Half::A, by: "banner" }
    );
}

#[test]
fn http_and_tls_on_port_25_are_not_smtp() {
    assert_eq!(ask(b"GET / HTTP/1.1\r\n", b"", [50_000, 25], CLIENT, false), Verdict::No);
    assert_eq!(ask(b"\x16\x03\x01\x00\x05", b"", [50_000, 25], CLIENT, false), Verdict::No);
}

#[test]
fn the_side_that_sends_commands_is_the_client_of_a_late_capture() {
    let verdict = ask(b"250 2.1.0 Ok\r\n", b"mail FROM:<a@lab.example>\r\n", [25, 50_000], None, false);
    assert_eq!(verdict, Verdict::Certain { client: Half::B, by: "command" });
}

#[test]
fn the_port_decides_only_when_nothing_else_can() {
    assert_eq!(ask(b"", b"220 x\r\n", [50_000, 25], CLIENT, false), Verdict::Unsure);
    assert_eq!(
        ask(b"", b"220 x\r\n", [50_000, 25], CLIENT, true),
        Verdict::Certain { client: Half::A, by: "port" }
    );
}
/// A session that is short costs little more than its allocation, and allocators have what is above a kilobyte from
/// elsewhere.
#[test]
fn a_session_stays_small() {
    let size = size_of::<super::session::SmtpSession>();
    assert!(size <= 1024, "{size}");
}
