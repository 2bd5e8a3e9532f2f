//! With secrets: every kind of record protection, wrong and late secrets, holes, and changed bytes.

use super::*;
use crate::dialogue::{SecretLine, Secrets};
use crate::proto::tls::keylog;
use crate::proto::tls::session::TlsSession;

/// A handshake of `testdata/suites.txt`.
struct Suite {
    name: String,
    keys: String,
    feeds: Vec<Feed>,
}

fn suites() -> Vec<Suite> {
    let mut all: Vec<Suite> = Vec::new();
    for line in include_str!("../testdata/suites.txt").lines() {
        let (what, rest) = line.split_once(' ').unwrap();
        match (what, all.last_mut()) {
            ("#" | "R", _) => {}
            ("=", _) => {
                let name = rest.split(' ').next().unwrap().to_owned();
                all.push(Suite { name, keys: String::new(), feeds: Vec::new() });
            }
            ("K", Some(suite)) => suite.keys.push_str(&format!("{rest}\n")),
            (side, Some(suite)) => {
                let frame = 4 + suite.feeds.len() as u64;
                suite.feeds.push(Feed::Bytes(if side == "C" { C } else { S }, hex(rest), frame));
            }
            _ => unreachable!(),
        }
    }
    all
}

fn suite(name: &str) -> Suite {
    suites().into_iter().find(|suite| suite.name == name).unwrap()
}

fn wanted(lines: Vec<SecretLine>) -> Wanted {
    Wanted { secrets: Secrets::new(lines, Vec::new()), ..Wanted::default() }
}

fn lines(keys: &str) -> Vec<SecretLine> {
    let (lines, bad) = keylog::read(keys.as_bytes());
    assert!(bad.count == 0);
    lines
}

fn read(suite: &Suite, cut: impl Fn(usize) -> Vec<usize>) -> Notes {
    feed_wanted(&suite.feeds, false, &wanted(lines(&suite.keys)), cut)
}

fn client_data() -> Vec<u8> {
    [&b"ping\r\n"[..], &[b'x'; 1500]].concat()
}

#[test]
fn every_cipher_is_opened_and_both_finished_are_computed_again() {
    let all = suites();
    assert_eq!(all.len(), 20);
    for suite in all {
        let notes = read(&suite, |_| Vec::new());
        let name = &suite.name;
        assert_eq!(notes.inner, [client_data(), b"pong\r\n".to_vec()], "{name}: {:?}", notes.findings);
        let facts = &notes.facts[0];
        let (client, server) = (&facts["checks"]["client_finished"], &facts["checks"]["server_finished"]);
        if name.contains("data-only") {
            assert_eq!(facts["decrypted"], "partly", "{name}");
            assert_eq!(*client, Value::Null, "{name}");
        } else {
            assert_eq!(facts["decrypted"], "yes", "{name}");
            assert_eq!([client, server], ["valid", "valid"], "{name}");
            assert!(!notes.labels().iter().any(|label| label.contains("Encrypted Handshake")), "{name}");
        }
        assert!(notes.codes().iter().all(|code| !code.contains("mac") && !code.contains("opened")), "{name}");
    }
}

#[test]
fn what_is_inside_does_not_depend_on_where_segments_are_cut() {
    for name in ["tls12-aes128-gcm", "tls10-aes128-cbc", "tls10-rc4-sha", "tls13"] {
        let suite = suite(name);
        let whole = read(&suite, |_| Vec::new());
        let longest = suite.feeds.iter().map(|feed| match feed {
            Feed::Bytes(_, bytes, _) => bytes.len(),
            Feed::Gap(..) => 0,
        });
        for at in 1..longest.max().unwrap() {
            let cut = read(&suite, |_| vec![at]);
            assert_eq!(cut.inner, whole.inner, "{name} at {at}");
            assert_eq!(cut.lines(), whole.lines(), "{name} at {at}");
        }
        let bytewise = read(&suite, |len| vec![1; len]);
        assert_eq!((bytewise.inner, bytewise.facts), (whole.inner, whole.facts), "{name}");
    }
}

#[test]
fn case_58_a_key_log_of_other_sessions_says_so_and_a_wrong_secret_shows_no_garbage() {
    let own = suite("tls12-aes128-gcm");
    let other = suite("tls12-chacha20");
    let notes = feed_wanted(&own.feeds, false, &wanted(lines(&other.keys)), |_| Vec::new());
    assert!(notes.codes().contains(&"tls.no-matching-secret"), "{:?}", notes.codes());
    assert_eq!(notes.facts[0]["decrypted"], "no matching secret");
    assert_eq!(notes.inner, [b"", b""]);
    // The right line with another secret in it.
    let (head, _) = own.keys.trim().rsplit_once(' ').unwrap();
    let wrong = format!("{head} {}", "ab".repeat(48));
    let notes = feed_wanted(&own.feeds, false, &wanted(lines(&wrong)), |_| Vec::new());
    assert_eq!(
        notes.codes().iter().filter(|code| **code == "tls.mac-failed").count(),
        2,
        "one for each side"
    );
    assert_eq!(notes.inner, [b"", b""]);
    assert!(notes.labels().iter().any(|label| label == "Encrypted Handshake Message"));
    assert!(notes.opaque > 1500, "its data counts as encrypted: {}", notes.opaque);
    let without = feed(&own.feeds);
    assert_eq!(notes.labels(), without.labels(), "the same rows as without secrets");
}

#[test]
fn a_changed_byte_of_the_handshake_makes_finished_differ() {
    let mut suite = suite("tls12-aes128-gcm");
    // The client's list of extensions is public and not needed for the keys, but Finished covers it.
    let Feed::Bytes(_, hello, _) = &mut suite.feeds[0] else { unreachable!() };
    let last = hello.len() - 1;
    hello[last] ^= 1;
    let notes = read(&suite, |_| Vec::new());
    assert_eq!(notes.codes().iter().filter(|code| **code == "tls.finished-differs").count(), 2);
    assert!(notes.facts[0]["checks"]["server_finished"].as_str().unwrap().starts_with("invalid"));
    assert_eq!(notes.inner[1], b"pong\r\n", "the data is what it is");
}

#[test]
fn a_changed_byte_of_data_costs_its_record_only() {
    let mut suite = suite("tls12-aes128-gcm");
    let data =
        suite.feeds.iter().rposition(|feed| matches!(feed, Feed::Bytes(C, bytes, _) if bytes.len() > 1500));
    let Feed::Bytes(_, bytes, _) = &mut suite.feeds[data.unwrap()] else { unreachable!() };
    bytes[100] ^= 1;
    let notes = read(&suite, |_| Vec::new());
    assert_eq!(notes.inner[0], b"ping\r\n");
    assert!(notes.inner_missing >= 1500, "{}", notes.inner_missing);
    assert!(notes.codes().contains(&"tls.record-not-opened"), "{:?}", notes.codes());
    assert_eq!(notes.facts[0]["decrypted"], "partly");
    let alert = notes.labels().iter().filter(|label| label.contains("Close Notify")).count();
    assert_eq!(alert, 2, "the record behind it is opened again: {:?}", notes.labels());
}

#[test]
fn a_hole_in_a_record_costs_its_record_and_a_lost_record_only_itself() {
    for name in ["tls12-aes128-gcm", "tls12-chacha20", "tls12-aes256-cbc-sha384", "tls13", "tls10-rc4-sha"] {
        let suite = suite(name);
        let big = |feed: &Feed| matches!(feed, Feed::Bytes(C, bytes, _) if bytes.len() > 1500);
        let flight = suite.feeds.iter().rposition(big).unwrap();
        let Feed::Bytes(_, bytes, _) = &suite.feeds[flight] else { unreachable!() };
        let whole = 5 + usize::from(u16::from_be_bytes([bytes[3], bytes[4]]));
        // 200 bytes inside the record, or all of it: in the first case its length is known.
        for (from, len) in [(100, 200), (0, whole)] {
            if from == 0 && name.contains("rc4") {
                // A stream cipher cannot be picked up again behind a hole of which the records are not known.
                continue;
            }
            let feeds = without(&suite.feeds, flight, from, len);
            let notes = feed_wanted(&feeds, false, &wanted(lines(&suite.keys)), |_| Vec::new());
            assert_eq!(notes.inner[0], b"ping\r\n", "{name} {from}");
            assert!(notes.inner_missing > 0, "{name} {from}: the inside is told of the hole");
            let closed = notes.labels().iter().filter(|label| label.contains("Close Notify")).count();
            assert_eq!(closed, 2, "{name} {from}: {:?} {:?}", notes.labels(), notes.codes());
        }
    }
}

#[test]
fn secrets_that_come_late_open_what_follows_and_say_what_to_do() {
    for name in ["tls12-aes128-gcm", "tls13"] {
        let suite = suite(name);
        let wanted = wanted(Vec::new());
        let mut notes = Notes::default();
        let mut session = session(false, 465, &wanted);
        let mut offsets = [0u64; 2];
        let late = suite.feeds.len() - 3;
        for (index, feed) in suite.feeds.iter().enumerate() {
            let Feed::Bytes(side, bytes, frame) = feed else { unreachable!() };
            if index == late {
                wanted.secrets.add(lines(&suite.keys));
            }
            let place =
                Place { frame: *frame, time: Time::from_nanos(CAPTURED), offset: offsets[side.index()] };
            session.feed(*side, Piece::Bytes(bytes, place), &mut notes);
            offsets[side.index()] += bytes.len() as u64;
        }
        session.finish(&mut notes);
        assert!(notes.codes().contains(&"tls.secrets-late"), "{name}: {:?}", notes.codes());
        assert_eq!(notes.facts[0]["decrypted"], "partly", "{name}");
        let closed = notes.labels().iter().filter(|label| label.contains("Close Notify")).count();
        assert!(closed > 0, "{name}: {:?}", notes.labels());
    }
}

#[test]
fn a_private_key_opens_rsa_and_nothing_else() {
    let text = include_str!("../testdata/suites.txt");
    let der = hex(text.lines().find_map(|line| line.strip_prefix("R ")).unwrap());
    let key = crate::proto::tls::rsa_key::read(&der).unwrap();
    let with = |key: &[u8]| Wanted { secrets: Secrets::new([], vec![key.into()]), ..Wanted::default() };
    let mut opened = 0;
    for suite in suites() {
        let notes = feed_wanted(&suite.feeds, false, &with(&key), |_| Vec::new());
        let rsa = notes.facts[0]["cipher_suite"]["key_exchange"] == "RSA";
        assert_eq!(notes.inner[1] == b"pong\r\n", rsa, "{}", suite.name);
        assert_eq!(notes.codes().contains(&"tls.rsa-key-opens-nothing"), !rsa, "{}", suite.name);
        opened += usize::from(rsa);
    }
    assert!(opened >= 10, "SSL 3.0, and with an extended master secret, too: {opened}");
    let other = crate::proto::tls::rsa_key::read(include_bytes!("../testdata/throwaway-pkcs1.pem")).unwrap();
    let notes = feed_wanted(&suite("tls12-aes128-gcm").feeds, false, &with(&other), |_| Vec::new());
    assert_eq!(notes.inner, [b"", b""]);
    let why = notes.findings.iter().find(|finding| finding.code == "tls.rsa-key-opens-nothing").unwrap();
    assert!(format!("{why:?}").contains("other"));
}

#[test]
fn compressed_records_are_named_and_stay_closed() {
    let mut suite = suite("tls12-aes128-gcm");
    let Feed::Bytes(_, flight, _) = &mut suite.feeds[1] else { unreachable!() };
    // Behind the record's and the message's header: version, random, session id, suite.
    let method = 9 + 2 + 32 + 1 + usize::from(flight[9 + 34]) + 2;
    assert_eq!(flight[method], 0);
    flight[method] = 1;
    let notes = read(&suite, |_| Vec::new());
    assert_eq!(notes.inner, [b"", b""]);
    let named = notes.findings.iter().find(|finding| finding.code == "tls.cipher-not-supported").unwrap();
    assert!(format!("{named:?}").contains("DEFLATE"));
}

/// Only the secrets of the data are there, and they are wrong: nothing opens, and that is said.
#[test]
fn a_wrong_secret_that_opens_nothing_is_said_also_where_records_may_fail() {
    let suite = suite("tls13-data-only-aes256-gcm");
    let wrong: String =
        suite.keys.lines().map(|line| format!("{}{}\n", &line[..line.len() - 96], "ab".repeat(48))).collect();
    let mut feeds = suite.feeds.clone();
    feeds.insert(feeds.len(), Feed::Bytes(S, record(23, &[9; 60]).repeat(40), 90));
    let wrong = wanted(lines(&wrong));
    let notes = feed_wanted(&feeds, false, &wrong, |_| Vec::new());
    assert_eq!(
        notes.codes(),
        ["tls.mac-failed"],
        "the server's forty; the client's few may be its handshake"
    );
    // The handshake's own records take another key, so that a few of them prove nothing.
    let notes = feed_wanted(&suite.feeds, false, &wrong, |_| Vec::new());
    assert_eq!(notes.codes(), [""; 0]);
}

#[test]
fn case_60_an_encrypted_alert_is_confirmed_with_secrets() {
    let suite = suite("tls12-aes128-gcm");
    let closed = feed(&suite.feeds);
    assert_eq!(closed.labels().iter().filter(|label| *label == "Encrypted Alert").count(), 2);
    let opened = read(&suite, |_| Vec::new());
    let alerts = &opened.facts[0]["alerts"];
    assert_eq!(alerts[0]["description"], "close_notify");
    assert_eq!(opened.labels().iter().filter(|label| *label == "Encrypted Alert").count(), 0);
}

/// A session of TLS 1.3 whose hellos were read.
fn begun(wanted: &Wanted) -> TlsSession {
    let host = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 25));
    let ends = [(host, 40_000), (host, 465)];
    let mut session =
        TlsSession::new(&Opened { wanted, stream: 0, encrypted: false, late: false, ends, after: None });
    for feed in suite("tls13").feeds.iter().take(2) {
        let Feed::Bytes(side, bytes, frame) = feed else { unreachable!() };
        let place = Place { frame: *frame, time: Time::from_nanos(CAPTURED), offset: 0 };
        session.feed(*side, Piece::Bytes(bytes, place), &mut Notes::default());
    }
    session
}

#[test]
fn a_server_hello_that_comes_again_and_again_adds_no_keys() {
    let mut session = begun(&wanted(lines(&suite("tls13").keys)));
    for _ in 0..100 {
        session.keys_at_server_hello();
    }
    let openers = [&session.flanks.client.openers, &session.flanks.server.openers].map(Vec::len);
    assert!(openers.iter().all(|len| (1..10).contains(len)), "{openers:?}");
}

#[test]
fn a_suite_that_is_on_offer_thousands_of_times_is_tried_once_for_early_data() {
    let mut session = begun(&Wanted::default());
    let hello = session.shake.client.as_mut().unwrap();
    hello.suites = vec![0x1301; 32_767];
    let early = SecretLine {
        label: "CLIENT_EARLY_TRAFFIC_SECRET",
        id: hello.random.as_slice().into(),
        secret: [7; 32].into(),
    };
    let secrets = Secrets::new([early], Vec::new());
    assert_eq!(crate::proto::tls::keys::early_openers(hello, &secrets).len(), 1);
}

#[test]
fn a_secret_that_went_on_with_key_update_is_not_set_back_when_more_lines_come() {
    let wanted = wanted(lines(&suite("tls13").keys));
    let shake = &mut begun(&wanted).shake;
    let first = shake.keys.data.client.clone();
    assert!(first.is_some() && shake.keys.first_data.client == first);
    shake.update_key(C);
    let next = shake.keys.data.client.clone();
    shake.find_traffic_secrets(&wanted.secrets);
    assert!(next != first && shake.keys.data.client == next && shake.keys.first_data.client == first);
}
