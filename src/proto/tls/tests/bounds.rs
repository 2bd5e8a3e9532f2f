//! Split, damaged, missing, late and endless input.

use proptest::prelude::*;

use super::*;
#[test]
fn pieces_may_be_split_at_every_byte() {
    for recorded in [recorded!("tls12"), recorded!("tls13_retry"), recorded!("renegotiation")] {
        let whole = debug(&feed(&recorded));
        let longest =
            recorded.iter().map(|feed| if let Feed::Bytes(_, bytes, _) = feed { bytes.len() } else { 0 });
        for at in 1..longest.max().unwrap() {
            assert_eq!(debug(&feed_with(&recorded, false, |_| vec![at])), whole, "split at {at}");
        }
        assert_eq!(debug(&feed_with(&recorded, false, |len| vec![1; len])), whole, "single bytes");
    }
}

#[test]
fn splits_change_nothing_where_bytes_are_missing_or_the_start_is() {
    let gaps = without(&recorded!("tls12"), 1, 200, 150);
    let lost = without(&recorded!("tls12"), 1, 60, 500);
    for (feeds, late) in [(gaps, false), (lost, false), (recorded!("tls12")[4..].to_vec(), true)] {
        let whole = debug(&feed_with(&feeds, late, |_| Vec::new()));
        for at in 1..520 {
            assert_eq!(debug(&feed_with(&feeds, late, |_| vec![at])), whole, "split at {at}");
        }
    }
}

#[test]
fn a_hole_in_the_certificate_costs_the_certificate_only() {
    // Server Hello has 5 + 85 bytes here; the hole is inside the Certificate behind it.
    let notes = feed(&without(&recorded!("tls12"), 1, 200, 150));
    let lines = notes.lines();
    assert_eq!(
        lines[1..6],
        [
            "#5 S= Server Hello // server-hello",
            " S= tcp.gap // gap-in-message",
            "#5,105 S= Certificate // message-incomplete; began-earlier",
            "#105 S=, Server Key Exchange // server-key-exchange",
            "#105 S=, Server Hello Done // server-hello-done",
        ]
    );
    assert_eq!(notes.codes(), ["tls.handshake-gap"]);
    assert_eq!(notes.facts[0]["resumed"], "no");
    assert_eq!(notes.facts[0]["certificates"], serde_json::json!([]));
}

#[test]
fn behind_a_hole_over_several_records_the_next_header_is_found() {
    let notes = feed(&without(&recorded!("tls12"), 1, 60, 500));
    let labels = notes.labels();
    assert_eq!(labels[1..3], ["Server Hello".to_owned(), "tcp.gap".to_owned()][..], "{labels:?}");
    assert!(labels.contains(&"Server Hello Done".to_owned()), "{labels:?}");
    assert!(labels.contains(&"New Session Ticket".to_owned()), "{labels:?}");
    assert_eq!(notes.codes(), ["tls.state-incomplete"]);
}

#[test]
fn a_hole_in_application_data_leaves_the_dialogue_whole() {
    let long = record(23, &[0xaa; 3000]);
    let feeds = [
        recorded!("tls12")[..4].to_vec(),
        vec![
            Feed::Bytes(S, long[..1000].to_vec(), 20),
            Feed::Gap(S, 1448, 22),
            Feed::Bytes(S, long[2448..].to_vec(), 22),
            Feed::Bytes(S, record(21, &[0; 26]), 23),
        ],
    ]
    .concat();
    let notes = feed(&feeds);
    let lines = notes.lines();
    assert_eq!(lines[11], "#20,22 S= application-data-one // application-data; data-missing");
    assert_eq!(lines[12], "#23 S= Encrypted Alert // encrypted-alert");
    assert_eq!(notes.codes(), [""; 0]);
}

#[test]
fn the_middle_of_a_connection_is_told_as_far_as_it_goes() {
    let notes = feed_with(&recorded!("tls12")[4..], true, |_| Vec::new());
    assert_eq!(notes.lines()[0], "#8-10 <> application-data // application-data; version-unknown");
    assert_eq!(notes.codes(), ["tls.late-start"]);
    assert_eq!(notes.headlines[0], "TLS");
    assert!(notes.headlines.contains(&"tls-outcome-late".to_owned()));
    assert_eq!(notes.facts[0]["version"], Value::Null);
    // The ticket is in clear and is no Finished, even where both hellos are missing.
    let notes = feed_with(&recorded!("tls12")[2..], true, |_| Vec::new());
    let lines = notes.lines();
    assert_eq!(lines[2], "#6 C=, Encrypted Handshake Message // finished-probably");
    assert_eq!(lines[3], "#7 S= New Session Ticket // new-session-ticket");
    assert_eq!(notes.codes(), ["tls.state-incomplete"]);
}

#[test]
fn a_renegotiation_is_known_as_such_even_where_the_first_handshake_is_missing() {
    for late in [true, false] {
        let notes = feed_with(&recorded!("renegotiation")[4..], late, |_| Vec::new());
        let lines = notes.lines();
        assert_eq!(lines[1], "#9 C= Encrypted Handshake Message // renegotiation-client-hello", "{lines:?}");
        assert_eq!(notes.facts.len(), 2);
        assert_eq!(notes.codes(), ["tls.renegotiation", "tls.late-start"]);
        assert!(!notes.keys().contains("tls-handshake-fragment"));
    }
}

#[test]
fn bounds_are_told_when_they_are_hit() {
    let mut hello = recorded!("tls12");
    hello.truncate(1);
    let long =
        [recorded!("tls12")[..4].to_vec(), vec![Feed::Bytes(S, record(23, &[0; 60_000]), 20)]].concat();
    assert_eq!(feed(&long).codes(), ["tls.record-too-long"]);
    let empty = [hello.clone(), vec![Feed::Bytes(S, record(22, &[]).repeat(1000), 5)]].concat();
    assert!(feed(&empty).codes().contains(&"tls.empty-records"));
    let many = [hello.clone(), vec![Feed::Bytes(S, record(20, &[1]).repeat(5000), 5)]].concat();
    let notes = feed(&many);
    assert!(notes.steps.len() < 5000 && notes.codes().contains(&"tls.too-many-messages"));
    let message = [&[11, 0x10, 0, 0][..], &vec![0; 1 << 20]].concat();
    let bytes: Vec<u8> = message.chunks(1 << 14).flat_map(|part| record(22, part)).collect();
    let notes = feed(&[hello, vec![Feed::Bytes(S, bytes, 5)]].concat());
    assert!(notes.codes().contains(&"tls.message-too-long"));
    assert!(notes.labels().contains(&"Certificate".to_owned()));
}

#[test]
fn what_is_no_tls_is_said() {
    let mut feeds = recorded!("tls12");
    feeds.truncate(1);
    feeds.push(Feed::Bytes(S, b"220 smtp.test.example\r\n".to_vec(), 5));
    assert_eq!(feed(&feeds).codes()[0], "tls.plain-text");
    let mut plain = recorded!("tls12");
    plain.insert(4, Feed::Bytes(S, record(21, &[1, 0]), 9));
    assert_eq!(feed(&plain).codes(), ["tls.plaintext-after-ccs"]);
}

#[test]
fn a_password_in_another_charset_or_corrected_while_typing_is_not_shown_as_bytes() {
    for line in
        [&b"PASS geheim\xc3\xa4\r\n"[..], b"geheim\xb5\xc4\r\n", b"geheim\x08m\r\n", b"\x01PASS geheim\r\n"]
    {
        let mut feeds = recorded!("tls12");
        feeds.push(Feed::Bytes(C, line.to_vec(), 15));
        let notes = feed(&feeds);
        assert!(notes.codes().contains(&"tls.not-a-record"), "{:?}", notes.codes());
        assert!(!debug(&notes).contains("geheim"), "{line:?}: {:?}", notes.findings);
    }
}

#[test]
fn the_first_bytes_decide() {
    let certain = |client| Verdict::Certain { client, by: "tls_record" };
    let flights = recorded!("tls12");
    let of = |n: usize| if let Feed::Bytes(_, bytes, _) = &flights[n] { bytes.as_slice() } else { &[] };
    assert_eq!(probe([of(0), &[]], false, false), certain(Half::A));
    assert_eq!(probe([&[], of(0)], false, false), certain(Half::B));
    assert_eq!(probe([&of(0)[..6], &[]], false, false), certain(Half::A));
    for len in 0..6 {
        assert_eq!(probe([&of(0)[..len], &[]], false, false), Verdict::Unsure, "{len}");
        assert_eq!(probe([&of(0)[..len], &[]], false, true), Verdict::No, "{len}");
    }
    assert_eq!(probe([&[], of(1)], false, false), certain(Half::A));
    assert_eq!(probe([b"GET / HTTP/1.1\r\n", &record(21, &[2, 10])], false, false), certain(Half::A));
    assert_eq!(probe([b"EHLO a\r\n", b"220 hello\r\n"], false, false), Verdict::No);
    assert_eq!(probe([of(4), of(5)], true, false), certain(Half::A));
    assert_eq!(probe([&of(3)[20..], &[]], true, false), certain(Half::A));
    assert_eq!(probe([b"mail FROM:<a@b>\r\n", b"250 ok\r\n"], true, true), Verdict::No);
}

proptest! {
    #[test]
    fn random_bytes_never_panic(
        pieces in prop::collection::vec((any::<bool>(), prop::collection::vec(any::<u8>(), 0..200), 0u64..40), 0..20),
        late: bool,
    ) {
        let feeds: Vec<Feed> = pieces.into_iter().zip(1..).flat_map(|((client, bytes, gap), frame)| {
            let side = if client { C } else { S };
            let hole = (gap > 30).then_some(Feed::Gap(side, gap, frame));
            hole.into_iter().chain([Feed::Bytes(side, bytes, frame)])
        }).collect();
        feed_with(&feeds, late, |_| Vec::new());
    }

    /// Real dialogues with bytes changed, dropped and cut: this reaches deeper than noise does.
    #[test]
    fn damaged_dialogues_never_panic(
        which in 0usize..4,
        changes in prop::collection::vec((0usize..12, 0usize..900, any::<u8>()), 0..12),
        gap in prop::option::of((0usize..8, 0usize..400, 1usize..400)),
        cut in 1usize..64,
    ) {
        let mut feeds = match which {
            0 => recorded!("tls12"),
            1 => recorded!("tls13_retry"),
            2 => recorded!("renegotiation"),
            _ => recorded!("client_certificate_refused"),
        };
        for (flight, at, value) in changes {
            if let Some(Feed::Bytes(_, bytes, _)) = feeds.get_mut(flight)
                && let Some(byte) = bytes.get_mut(at)
            {
                *byte = value;
            }
        }
        if let Some((flight, from, len)) = gap
            && let Some(Feed::Bytes(_, bytes, _)) = feeds.get(flight)
            && from + len <= bytes.len()
        {
            feeds = without(&feeds, flight, from, len);
        }
        let whole = feed(&feeds);
        prop_assert_eq!(debug(&feed_with(&feeds, false, |len| vec![cut; len / cut])), debug(&whole));
    }
}

#[test]
fn more_certificates_than_are_read_are_counted() {
    let entry = [0, 0, 1, 0x30];
    let list = entry.repeat(70);
    let length = |len: usize| [(len >> 16) as u8, (len >> 8) as u8, len as u8];
    let body = [&length(list.len())[..], &list].concat();
    let message = [&[11][..], &length(body.len()), &body].concat();
    let feeds = [recorded!("tls12")[..1].to_vec(), vec![Feed::Bytes(S, record(22, &message), 5)]].concat();
    let notes = feed(&feeds);
    let finding = notes.findings.iter().find(|finding| finding.code == "tls.too-many-certificates").unwrap();
    assert_eq!(finding.args[..], [("limit", Arg::Number(64)), ("count", Arg::Number(70))]);
    assert_eq!(notes.facts[0]["certificates"].as_array().unwrap().len(), 64);
}

#[test]
fn a_byte_map_of_too_many_fields_ends_with_one_that_says_so() {
    let body = vec![0; 4 + 3 * 800];
    let list = body.len() - 3;
    let mut body = body;
    body[..3].copy_from_slice(&[(list >> 16) as u8, (list >> 8) as u8, list as u8]);
    let layout = super::super::fields::Layout::default();
    let fields = super::super::fields::fields(11, &body, super::super::hello::From::Server, layout);
    let more =
        fields.iter().filter(|field| field.note.as_ref().is_some_and(|note| note.key == "tls-field-more"));
    assert_eq!((more.count(), fields.len()), (1, 2 + 1024 + 1));
    assert_eq!(fields.last().unwrap().bytes.1, 4 + body.len() as u64);
    assert!(fields.last().unwrap().name == "..");
}
