//! Exchanges as clients and servers have them.

use super::exchange::Exchange;
use super::{Check, Outcome, decode, wire};
use crate::dialogue::Passwords;
use base64::Engine;

fn encoded(text: &str) -> String {
    base64::engine::general_purpose::STANDARD.encode(text)
}

#[test]
fn login_shows_the_user_and_hides_the_password() {
    let mut exchange = Exchange::new("login", false, &Passwords::default());
    let (said, _) = exchange.challenge("VXNlcm5hbWU6");
    assert_eq!(said.as_deref(), Some("Username:"));
    let user = exchange.response(&encoded("student@lab.example"), false);
    assert_eq!((user.decoded.as_deref(), user.hidden), (Some("student@lab.example"), false));
    exchange.challenge("UGFzc3dvcmQ6");
    let password = exchange.response(&encoded("apple"), false);
    assert_eq!((password.text.as_str(), password.decoded), ("********", None));
    let attempt = exchange.attempt(Some(true), Some("235".to_owned()), false);
    assert_eq!(
        (attempt.outcome, attempt.username.as_deref()),
        (Outcome::Accepted, Some("student@lab.example"))
    );
    assert_eq!(attempt.secret, None);
}

#[test]
fn a_password_prompt_seen_first_makes_the_next_line_a_password() {
    let mut exchange = Exchange::new("", false, &Passwords::default());
    exchange.challenge("UGFzc3dvcmQ6");
    assert_eq!(exchange.response(&encoded("apple"), false).kind, "password");
}

#[test]
fn the_user_is_found_in_every_mechanism_and_the_line_stays_hidden() {
    for (mechanism, message) in [
        ("PLAIN", "\0ann\0apple"),
        ("CRAM-MD5", "ann 0123456789abcdef0123456789abcdef"),
        ("DIGEST-MD5", "charset=utf-8,username=\"ann\",response=00"),
        ("SCRAM-SHA-256", "n,,n=ann,r=fyko"),
        ("XOAUTH2", "user=ann\u{1}auth=Bearer token\u{1}\u{1}"),
        ("OAUTHBEARER", "n,a=ann,\u{1}auth=Bearer token\u{1}\u{1}"),
    ] {
        let mut exchange = Exchange::new(mechanism, false, &Passwords::default());
        let shown = exchange.response(&encoded(message), true);
        assert_eq!(shown.text, "********", "{mechanism}");
        assert_eq!(exchange.username(), Some("ann"), "{mechanism}");
    }
}

#[test]
fn digests_are_checked_with_the_password_that_was_given() {
    let known = Passwords::new(vec![("tim".to_owned(), "tanstaaftanstaaf".to_owned())]);
    let said = "tim b913a602c7eda7a495b4e6e7334d3890";
    for (passwords, check) in [(&known, Some(Check::Valid)), (&Passwords::default(), None)] {
        let mut exchange = Exchange::new("CRAM-MD5", false, passwords);
        exchange.challenge(&encoded("<1896.697170952@postoffice.reston.mci.net>"));
        let shown = exchange.response(&encoded(said), false);
        assert_eq!((shown.hidden, shown.checked.is_some()), (true, check.is_some()));
        assert_eq!(exchange.attempt(Some(true), None, false).password_check, check);
    }
}

#[test]
fn messages_of_ntlm_are_told_apart_and_the_third_names_the_user() {
    let mut message = b"NTLMSSP\0\x03\0\0\0".to_vec();
    message.resize(72, 0);
    let name: Vec<u8> = "ann".encode_utf16().flat_map(u16::to_le_bytes).collect();
    message[36..38].copy_from_slice(&6u16.to_le_bytes());
    message[40..44].copy_from_slice(&72u32.to_le_bytes());
    message.extend(name);
    let base64 = base64::engine::general_purpose::STANDARD.encode(&message);
    let mut exchange = Exchange::new("NTLM", false, &Passwords::default());
    assert_eq!(exchange.response(&base64, false).note.key, "sasl-ntlm-authenticate");
    assert_eq!(exchange.username(), Some("ann"));
    for cut in 0..message.len() {
        let (key, user) = wire::ntlm(&message[..cut]);
        assert!(user.is_none() && key != "sasl-ntlm-authenticate", "nobody is named by {cut} bytes");
    }
}

#[test]
fn the_reason_why_a_token_is_refused_is_read() {
    let mut exchange = Exchange::new("XOAUTH2", false, &Passwords::default());
    let (_, note) = exchange.challenge(&encoded("{\"status\":\"401\",\"schemes\":\"Bearer\"}"));
    assert_eq!(
        (note.key.as_ref(), format!("{:?}", note.args[0].1).contains("401")),
        ("sasl-challenge-token", true)
    );
}

#[test]
fn a_cancelled_exchange_is_no_password() {
    let mut exchange = Exchange::new("LOGIN", false, &Passwords::default());
    assert_eq!(exchange.response("*", false).text, "*");
    assert_eq!(exchange.attempt(Some(false), None, false).outcome, Outcome::Cancelled);
}

#[test]
fn what_is_revealed_was_asked_for() {
    let mut exchange = Exchange::new("PLAIN", true, &Passwords::default());
    let shown = exchange.response(&encoded("\0ann\0apple"), true);
    assert_eq!(shown.decoded.as_deref(), Some("<0x00>ann<0x00>apple"));
}

#[test]
fn base64_without_padding_is_read() {
    assert_eq!(decode("YQ"), Some(b"a".to_vec()));
    assert_eq!(decode("not base64!"), None);
}
