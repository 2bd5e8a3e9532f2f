//! Whole dialogues, told from the first message to the last.

use serde_json::Value;

use super::*;
use crate::proto::tls::registry;

#[test]
fn a_full_handshake_of_tls_1_2_is_told_message_by_message() {
    let notes = feed(&recorded!("tls12"));
    assert_eq!(
        notes.lines(),
        [
            "#4 C= Client Hello // client-hello; hello-server-name",
            "#5 S= Server Hello // server-hello",
            "#5 S=, Certificate // certificate",
            "#5 S=, Server Key Exchange // server-key-exchange",
            "#5 S=, Server Hello Done // server-hello-done",
            "#6 C= Client Key Exchange // client-key-exchange",
            "#6 C=, Change Cipher Spec // change-cipher-spec",
            "#6 C=, Encrypted Handshake Message // finished-client",
            "#7 S= New Session Ticket // new-session-ticket",
            "#7 S=, Change Cipher Spec // change-cipher-spec-server",
            "#7 S=, Encrypted Handshake Message // finished-server",
            "#8-10 <> application-data // application-data",
            "#11 S= Encrypted Alert // encrypted-alert",
            "#12 C= Encrypted Alert // encrypted-alert",
        ]
    );
    assert_eq!(notes.codes(), [""; 0]);
    assert!(notes.findings.iter().any(|finding| finding.code == "tls.self-signed"));
    assert_eq!(
        notes.headlines,
        [
            "TLS 1.2",
            "tls-recognised-client-hello",
            "tls-recognised-inside",
            "tls-outcome-encrypted",
            "tls-summary"
        ]
    );
    assert_eq!(notes.names, [("smtp.test.example".to_owned(), "SNI #4".to_owned())]);
    // Three records of data and two alerts, with their headers.
    assert_eq!(notes.opaque, 52 + 37 + 37 + 31 + 31);
    let facts = &notes.facts[0];
    assert_eq!(notes.facts.len(), 1);
    for (pointer, value) in [
        ("/renegotiation", Value::from(false)),
        ("/version", "TLS 1.2".into()),
        ("/record_version", "TLS 1.0".into()),
        ("/server_name", "smtp.test.example".into()),
        ("/alpn", "smtp".into()),
        ("/cipher_suite/id", "0xc02b".into()),
        ("/cipher_suite/authentication", "ECDSA".into()),
        ("/group", "x25519".into()),
        ("/resumed", "no".into()),
        ("/resumed_from", Value::Null),
        ("/client_certificate", "not requested".into()),
        ("/certificates/0/subject", "O=Test, CN=smtp.test.example".into()),
        ("/certificates/0/names/1", "*.pop.test.example".into()),
        ("/certificates/0/names/2", "192.0.2.25".into()),
        ("/certificates/0/key/type", "EC secp256r1".into()),
        ("/certificates/0/key/bits", 256.into()),
        ("/certificates/0/signature_algorithm", "ecdsa-with-SHA256".into()),
        ("/messages/0/type", "client_hello".into()),
        ("/messages/7/type", "finished".into()),
        ("/messages/7/frames/0", serde_json::json!([6, 6])),
        ("/messages/7/inferred", true.into()),
        ("/alerts/0/side", "server".into()),
        ("/alerts/0/level", Value::Null),
        ("/decrypted", "no secrets".into()),
        ("/checks/name_match", "valid".into()),
        ("/checks/valid_at_capture", "valid".into()),
        ("/checks/server_finished", "not checked: no secrets".into()),
        ("/ja3", "fc38426e08bf8b5ed891524d262f2f40".into()),
    ] {
        assert_eq!(facts.pointer(pointer), Some(&value), "{pointer}");
    }
}

#[test]
fn tls_1_3_says_what_hides_in_application_data() {
    let notes = feed(&recorded!("tls13"));
    assert_eq!(
        notes.lines(),
        [
            "#4 C= Client Hello // client-hello; hello-server-name",
            "#5 S= Server Hello // server-hello-13; server-hello-encrypts",
            "#5 S=, Change Cipher Spec // change-cipher-spec-13",
            "#5 S=, application-data-one // hidden-told",
            "#6 C= Change Cipher Spec // change-cipher-spec-13",
            "#6-12 <> application-data // hidden-told; application-data",
        ]
    );
    assert_eq!(notes.facts[0]["version"], "TLS 1.3");
    assert_eq!(notes.facts[0]["cipher_suite"]["key_exchange"], Value::Null);
    assert_eq!(notes.facts[0]["checks"]["name_match"], "not checked: the certificate is encrypted");
    assert_eq!(notes.codes(), [""; 0]);
}

#[test]
fn a_hello_retry_is_followed_by_a_second_client_hello() {
    let notes = feed(&recorded!("tls13_retry"));
    let lines = notes.lines();
    assert_eq!(
        lines[..5],
        [
            "#4 C= Client Hello // client-hello; hello-server-name",
            "#5 S= Hello Retry Request // hello-retry-request",
            "#5 S=, Change Cipher Spec // change-cipher-spec-13",
            "#6 C= Change Cipher Spec // change-cipher-spec-13",
            "#6 C=, Client Hello // client-hello-again",
        ]
    );
    assert_eq!(notes.facts[0]["hello_retry"], true);
    assert_eq!(notes.facts[0]["group"], "secp384r1");
    assert_eq!(notes.names.len(), 1);
}

#[test]
fn resumed_sessions_are_recognised() {
    let notes = feed(&recorded!("tls12_resumed"));
    assert_eq!(notes.facts[0]["resumed"], "ticket");
    assert!(notes.keys().contains("tls-server-hello-resumes"));
    assert!(!notes.keys().contains("tls-false-start-note"));
    assert!(notes.headlines.contains(&"tls-summary-resumed".to_owned()));
    // The server's Finished comes first here: it completes nothing.
    assert!(notes.keys().contains("tls-finished-server-first"));
    assert!(!notes.keys().contains("tls-finished-server"));
    assert!(!notes.keys().contains("tls-change-cipher-spec-server"));
    assert!(!notes.findings.iter().any(|finding| finding.code == "tls.lesson-refresh"));
    let notes = feed(&recorded!("tls13_resumed"));
    assert_eq!(notes.facts[0]["resumed"], "psk");
    let kinds: Vec<_> =
        notes.facts[0]["messages"].as_array().unwrap().iter().filter(|m| m["inferred"] == true).collect();
    assert_eq!(kinds[0]["type"], "encrypted_extensions");
    assert_eq!(kinds[1]["type"], "finished", "no certificate between them: {kinds:?}");
}

#[test]
fn a_renegotiation_is_a_second_handshake_of_which_only_the_shape_is_seen() {
    let notes = feed(&recorded!("renegotiation"));
    assert_eq!(notes.facts.len(), 2);
    assert_eq!(notes.facts[1]["renegotiation"], true);
    assert_eq!(notes.facts[1]["version"], Value::Null);
    assert_eq!(notes.codes(), ["tls.renegotiation"]);
    let keys = notes.keys();
    for key in
        ["tls-renegotiation-client-hello", "tls-renegotiation-message", "tls-change-cipher-spec-encrypted"]
    {
        assert!(keys.contains(key), "{key}");
    }
    let types: Vec<&str> =
        notes.facts[1]["messages"].as_array().unwrap().iter().map(|m| m["type"].as_str().unwrap()).collect();
    assert_eq!(types.iter().filter(|kind| **kind == "finished").count(), 2, "{types:?}");
}

#[test]
fn fatal_alerts_come_with_their_cause() {
    for (feeds, alert, cause, label) in [
        (
            recorded!("nothing_in_common"),
            "handshake_failure",
            "tls-cause-nothing-in-common",
            "Handshake Failure",
        ),
        (recorded!("unknown_ca"), "unknown_ca", "tls-cause-unknown-ca", "Unknown CA"),
        (
            recorded!("client_certificate_refused"),
            "handshake_failure",
            "tls-cause-client-certificate-refused",
            "Handshake Failure",
        ),
    ] {
        let notes = feed(&feeds);
        let last = notes.steps.last().unwrap();
        assert_eq!(super::label(last), format!("Alert (Level: Fatal, Description: {label})"));
        assert!(last.notes.iter().any(|note| note.key == cause), "{:?}", last.notes);
        assert_eq!(notes.codes(), ["tls.fatal-alert"]);
        assert!(notes.headlines.contains(&"tls-outcome-failed".to_owned()));
        let alerts = notes.facts[0]["alerts"].as_array().unwrap();
        assert_eq!((&alerts[0]["level"], &alerts[0]["description"]), (&"fatal".into(), &alert.into()));
    }
    let notes = feed(&recorded!("client_certificate_refused"));
    assert_eq!(notes.facts[0]["client_certificate"], "refused");
    assert!(notes.keys().contains("tls-certificate-none"));
}

#[test]
fn a_hello_in_the_format_of_ssl_2_is_read() {
    let body = [&[1, 3, 1, 0, 6, 0, 0, 0, 16][..], &[0, 0, 0x2f, 1, 0, 0x80], &[7; 16]].concat();
    let hello = [&[0x80, body.len() as u8][..], &body].concat();
    let notes = feed(&[Feed::Bytes(C, hello.clone(), 4)]);
    assert_eq!(notes.lines(), ["#4 C= Client Hello // client-hello; hello-ssl2"]);
    assert_eq!(notes.steps[0].span, Some((0, hello.len() as u64)));
    assert_eq!(probe([&hello, &[]], false, true), Verdict::Certain { client: Half::A, by: "tls_record" });
    assert_eq!(
        debug(&feed_with(&[Feed::Bytes(C, hello.clone(), 4)], false, |len| vec![1; len])),
        debug(&notes)
    );
}

/// Every byte of a message belongs to exactly one field.
fn covers(fields: &[crate::dialogue::Field], length: u64) {
    let mut at = 0;
    for field in fields {
        assert_eq!(field.bytes.0, at, "{field:?}");
        at = field.bytes.1;
    }
    assert_eq!(at, length);
}

#[test]
fn the_byte_map_names_every_byte() {
    let wanted = Wanted { fields: true, ..Wanted::default() };
    for recorded in [recorded!("tls12"), recorded!("tls13_retry"), recorded!("client_certificate_refused")] {
        let notes = feed_wanted(&recorded, false, &wanted, |_| Vec::new());
        let lengths = notes.facts[0]["messages"].as_array().unwrap();
        let messages = notes.steps.iter().filter(|step| step.fields.is_some());
        let plain = lengths
            .iter()
            .filter(|message| message["type"] != "change_cipher_spec" && message["encrypted"] == false);
        for (step, message) in messages.zip(plain) {
            covers(step.fields.as_ref().unwrap(), message["length"].as_u64().unwrap());
        }
    }
    let notes = feed_wanted(&recorded!("tls12"), false, &wanted, |_| Vec::new());
    let fields = notes.steps[0].fields.as_ref().unwrap();
    let value = |name: &str| fields.iter().find(|field| field.name == name).map(|field| field.value.as_str());
    assert_eq!(value("server_name (0)"), Some("smtp.test.example"));
    assert_eq!(value("application_layer_protocol_negotiation (16)"), Some("smtp"));
    assert_eq!(value("client version"), Some("0x0303 (TLS 1.2)"));
    assert_eq!(value("cipher suite"), Some("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"));
}

#[test]
fn false_start_is_no_key_refresh() {
    let mut feeds = recorded!("tls12");
    feeds.insert(3, Feed::Bytes(C, record(23, &[1; 40]), 6));
    let notes = feed(&feeds);
    assert!(notes.keys().contains("tls-false-start-note"));
    assert_eq!(notes.codes(), ["tls.false-start"]);
}

#[test]
fn one_message_over_two_records_and_several_segments_is_one_message() {
    let Feed::Bytes(_, hello, _) = recorded!("tls12").remove(0) else { unreachable!() };
    let body = &hello[5..];
    let bytes = [record(22, &body[..50]), record(22, &body[50..])].concat();
    let feeds = [
        Feed::Bytes(C, bytes[..30].to_vec(), 4),
        Feed::Bytes(C, bytes[30..90].to_vec(), 5),
        Feed::Bytes(C, bytes[90..].to_vec(), 7),
    ];
    let notes = feed(&feeds);
    assert_eq!(
        notes.lines(),
        ["#4-7 C= Client Hello // client-hello; hello-server-name; began-earlier; over-records"]
    );
    assert_eq!(notes.steps[0].span, Some((0, bytes.len() as u64)));
    assert_eq!(notes.names[0].1, "SNI #4");
}

#[test]
fn registries_are_ascending_and_complete() {
    for (table, rows) in [
        (&registry::CIPHER_SUITES, 408),
        (&registry::EXTENSIONS, 71),
        (&registry::GROUPS, 58),
        (&registry::SIGNATURE_SCHEMES, 57),
        (&registry::ALERTS, 38),
    ] {
        assert_eq!(table.len(), rows);
        assert!(table.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(table.iter().all(|row| !row.1.is_empty() && !row.1.contains(' ') || row.1.contains(',')));
    }
    assert_eq!(registry::name(&registry::GROUPS, 0x11ec), "X25519MLKEM768");
    assert_eq!(registry::name(&registry::GROUPS, 0x1a1a), "0x1a1a (GREASE)");
    assert_eq!(registry::name(&registry::EXTENSIONS, 0xfe0d), "encrypted_client_hello");
    assert_eq!(registry::name(&registry::EXTENSIONS, 0xfe0e), "0xfe0e (unknown)");
    assert_eq!(registry::alert(48), ("unknown_ca".to_owned(), "Unknown CA".to_owned()));
}

#[test]
fn tlcp_and_made_up_values_are_no_errors() {
    let mut feeds = recorded!("tls12");
    feeds.truncate(2);
    for feed in &mut feeds {
        let Feed::Bytes(_, bytes, _) = feed else { unreachable!() };
        // The version in the record's header and in the hello.
        bytes.splice(1..3, [1, 1]);
        bytes.splice(9..11, [1, 1]);
    }
    let Feed::Bytes(_, server, _) = &mut feeds[1] else { unreachable!() };
    let mut rest = server.clone();
    let length = usize::from(rest[3]) << 8 | usize::from(rest[4]);
    rest.truncate(5 + length);
    // Behind the session id's length and the id: the suite.
    let suite = 44 + usize::from(rest[43]);
    rest.splice(suite..suite + 2, [0xe0, 0x11]);
    *server = rest;
    let notes = feed(&feeds);
    assert_eq!(notes.headlines[0], "TLCP 1.1");
    assert_eq!(notes.facts[0]["cipher_suite"]["name"], "ECDHE_SM4_CBC_SM3");
    let Feed::Bytes(_, server, _) = &mut feeds[1] else { unreachable!() };
    server.splice(suite..suite + 2, [0x3a, 0x3a]);
    assert_eq!(feed(&feeds).facts[0]["cipher_suite"]["name"], "0x3a3a (GREASE)");
}

/// A handshake message.
fn message(kind: u8, body: &[u8]) -> Vec<u8> {
    let len = (body.len() as u32).to_be_bytes();
    [&[kind, len[1], len[2], len[3]], body].concat()
}

/// A Server Hello of this version and suite; what stands behind the random differs between versions.
fn server_hello(version: u16, behind: &[u8]) -> Vec<u8> {
    message(2, &[&version.to_be_bytes()[..], &[0x42; 32], behind].concat())
}

#[test]
fn a_server_hello_of_the_drafts_without_a_session_id_is_read() {
    for (version, short) in [0x0304, 0x7f0e, 0x7f12, 0x7f13, 0x7f15]
        .map(|version| (version, true))
        .into_iter()
        .chain([(0x7f16, false)])
    {
        // Suite 0x1301, then the extensions: key_share, 40 in these drafts, with x25519.
        let share = [&[0, 40, 0, 36, 0, 29, 0, 32][..], &[7; 32]].concat();
        let extensions = [&(share.len() as u16).to_be_bytes()[..], &share].concat();
        let id: &[u8] = if short { &[] } else { &[0] };
        let compression: &[u8] = if short { &[] } else { &[0] };
        let behind = [id, &[0x13, 0x01], compression, &extensions].concat();
        let feeds = [
            recorded!("tls13")[..1].to_vec(),
            vec![Feed::Bytes(S, record(22, &server_hello(version, &behind)), 5)],
        ]
        .concat();
        let notes = feed(&feeds);
        assert_eq!(notes.codes(), ["tls.handshake-incomplete"], "{version:04x}");
        let draft = if version == 0x0304 { String::new() } else { format!(" (draft {})", version & 0xff) };
        assert_eq!(notes.headlines[0], format!("TLS 1.3{draft}"));
        assert_eq!(notes.facts[0]["cipher_suite"]["name"], "TLS_AES_128_GCM_SHA256");
        assert_eq!(notes.facts[0]["group"], "x25519");
        let fields = notes.steps[1].fields.as_ref().unwrap();
        assert!(fields.iter().all(|field| field.name != "rest"), "{fields:?}");
    }
}

#[test]
fn without_a_cipher_finished_is_read_and_what_is_inside_is_passed_on_without_its_mac() {
    for (suite, mac) in [(0x0000u16, 0), (0x0001, 16), (0x0002, 20), (0x003b, 32), (0xc03b, 48)] {
        let mac = vec![0xee; mac];
        let finished = [message(20, &[12; 12]), mac.clone()].concat();
        let hello = server_hello(0x0303, &[&[0][..], &suite.to_be_bytes(), &[0]].concat());
        let data = |text: &str| record(23, &[text.as_bytes(), &mac].concat());
        let flights = [
            (S, [record(22, &hello), record(22, &message(14, b""))].concat()),
            (C, [record(22, &message(16, b"\0\x04abcd")), record(20, &[1]), record(22, &finished)].concat()),
            (S, [record(20, &[1]), record(22, &finished), data("220 re"), data("ady\r\n")].concat()),
            (C, data("QUIT\r\n")),
            (C, record(21, &[&[1, 0][..], &mac].concat())),
        ];
        let mut feeds = recorded!("tls12")[..1].to_vec();
        feeds.extend(
            flights.into_iter().zip(5..).map(|((side, bytes), frame)| Feed::Bytes(side, bytes, frame)),
        );
        let notes = feed(&feeds);
        assert_eq!(notes.inner, [b"QUIT\r\n".to_vec(), b"220 ready\r\n".to_vec()], "{suite:04x}");
        let labels = notes.labels();
        let expected = [
            "Finished",
            "Change Cipher Spec",
            "Finished",
            "Alert (Level: Warning, Description: Close Notify)",
        ];
        assert_eq!(labels[5..], expected.map(str::to_owned), "{suite:04x}");
        assert!(!notes.codes().contains(&"tls.plaintext-after-ccs") && notes.opaque == 0);
        assert!(notes.headlines.contains(&"tls-outcome-null".to_owned()), "{:?}", notes.headlines);
        for at in 1..120 {
            let split = feed_with(&feeds, false, |_| vec![at]);
            assert_eq!((debug(&split), &split.inner), (debug(&notes), &notes.inner), "{suite:04x} at {at}");
        }
        // Of what is missing the MAC is no part: 2 bytes of text, and the MAC.
        let mut holed = feeds[..4].to_vec();
        let quit = data("QUIT\r\n");
        holed.push(Feed::Bytes(C, quit[..7].to_vec(), 8));
        holed.push(Feed::Gap(C, (quit.len() - 7) as u64, 9));
        let holed = feed(&holed);
        assert_eq!(holed.inner[0], b"QU");
        assert_eq!(holed.inner_missing, 4, "{suite:04x}");
    }
}
