//! The byte map: every extension and every form of a message, and bytes that are none.

use proptest::prelude::*;

use super::*;
use crate::dialogue::Field;
use crate::proto::tls::fields::{Layout, fields};
use crate::proto::tls::hello::From;
use crate::proto::tls::key_exchange::Form;

/// Fields follow each other without a hole or an overlap, and their parts in turn.
fn tiles(fields: &[Field], from: u64, to: u64) -> bool {
    let mut at = from;
    for field in fields {
        let parts = field.fields.is_empty() || tiles(&field.fields, field.bytes.0, field.bytes.1);
        if field.bytes.0 != at || field.bytes.1 <= at || !parts {
            return false;
        }
        at = field.bytes.1;
    }
    at == to
}

/// `name=value` of every field, parts behind their field, without lengths.
fn flat(fields: &[Field]) -> Vec<String> {
    let mut all = Vec::new();
    for field in fields.iter().filter(|field| !field.name.ends_with("length")) {
        all.push(format!("{}={}", field.name, field.value));
        all.extend(flat(&field.fields));
    }
    all
}

/// What a message says from its third field on.
fn said(kind: u8, body: &[u8], from: From, layout: Layout<'_>) -> Vec<String> {
    let fields = fields(kind, body, from, layout);
    assert!(tiles(&fields, 0, 4 + body.len() as u64), "{fields:#?}");
    flat(&fields[2..])
}

fn form<'a>(exchange: &'a str, authentication: &'a str, version: u16) -> Layout<'a> {
    let form = Form { exchange, authentication, version: Some(version) };
    Layout { is_13: false, version: Some(version), form: Some(form) }
}

const IS_13: Layout<'static> = Layout { is_13: true, version: Some(0x0304), form: None };

/// An Encrypted Extensions, or a Client Hello, with one extension: what is said of its content.
fn extension(number: u16, data: &str, from: From) -> Vec<String> {
    let data = hex(data);
    let mut list = number.to_be_bytes().to_vec();
    list.extend((data.len() as u16).to_be_bytes());
    list.extend(&data);
    let list = [&(list.len() as u16).to_be_bytes()[..], &list].concat();
    let (kind, body) = match from {
        From::Client => {
            let head = [&[3, 3][..], &[9; 32], &[0, 0, 2, 0x13, 1, 1, 0]].concat();
            (1, [head, list].concat())
        }
        From::Server => (8, list),
        From::Retry => (2, [&[3, 3][..], &[9; 32], &[0, 0x13, 1, 0], &list].concat()),
    };
    let all = said(kind, &body, from, IS_13);
    let at = all.iter().position(|one| one.starts_with("extension type=")).unwrap();
    assert!(!all.iter().any(|one| one.starts_with("rest=")), "{all:?}");
    all[at + 1..].to_vec()
}

#[test]
fn every_extension_of_a_client_is_taken_apart() {
    for (number, data, parts) in [
        (0, "0004 00 0001 61", &["name type=0 (host_name)", "host name=a"][..]),
        (5, "01 0000 0000", &["status type=1 (ocsp)"]),
        (14, "0002 0001 00", &["protection profile=0x0001"]),
        (15, "01", &["heartbeat mode=1 (peer_allowed_to_send)"]),
        (17, "0007 02 0004 0000 0000", &["status type=2 (ocsp_multi)"]),
        (19, "02 00 02", &["certificate type=0 (X.509)", "certificate type=2 (raw public key)"]),
        (21, "000000", &["padding=00 00 00"]),
        (24, "0100 01 02", &["version=1.0", "key parameters=2"]),
        (27, "04 0001 0002", &["algorithm=zlib", "algorithm=brotli"]),
        (34, "0002 0403", &["signature scheme=ecdsa_secp256r1_sha256"]),
        (
            41,
            "0008 0002 aabb 00000005 0003 02 ccdd",
            &["identity=aa bb", "obfuscated ticket age=5", "binder=cc dd"],
        ),
        (45, "01 01", &["mode=psk_dhe_ke"]),
        (47, "0012 0010 300e310c300a06035504030c034c6162", &["distinguished name=CN=Lab"]),
        (48, "0007 03 550406 0001 05", &["oid=55 04 06", "values=05"]),
        (49, "", &[]),
        (50, "0002 0807", &["signature scheme=ed25519"]),
        (51, "0007 001d 0003 010203", &["group=x25519", "key exchange=01 02 03"]),
        (54, "01 aa", &["connection id=aa"]),
        (
            57,
            "0104 80007530 0b01 19 0f00",
            &["max_idle_timeout=30000", "max_ack_delay=25", "initial_source_connection_id="],
        ),
        (0x4469, "0003 02 6832", &["protocol=h2"]),
        (0x44cd, "0003 02 6832", &["protocol=h2"]),
        (0x3374, "", &[]),
        (
            0xfe0d,
            "00 0001 0001 07 0002 aabb 0003 010203",
            &[
                "type=outer",
                "kdf=1 (HKDF-SHA256)",
                "aead=1 (AES-128-GCM)",
                "config id=7",
                "encapsulated key=aa bb",
                "payload=01 02 03",
            ],
        ),
        (0xff01, "00", &[]),
        (0x1234, "0102", &["data=01 02"]),
    ] {
        assert_eq!(extension(number, data, From::Client), parts, "{number}");
    }
}

#[test]
fn extensions_of_a_server_and_of_a_retry_have_their_own_form() {
    for (number, data, from, parts) in [
        (51, "001d 0002 0102", From::Server, &["group=x25519", "key exchange=01 02"][..]),
        (51, "0017", From::Retry, &["group=secp256r1"]),
        (43, "0304", From::Retry, &["version=TLS 1.3"]),
        (44, "0002 abcd", From::Retry, &["cookie=ab cd"]),
        (41, "0000", From::Server, &["selected identity=0"]),
        (20, "02", From::Server, &["certificate type=2 (raw public key)"]),
        (0x3374, "02 6832 08 687474702f312e31", From::Server, &["protocol=h2", "protocol=http/1.1"]),
        (0xfe0d, "0102030405060708", From::Retry, &["confirmation=01 02 03 04 05 06 07 08"]),
        (0xfe0d, "0002 abcd", From::Server, &["retry configurations=ab cd"]),
    ] {
        assert_eq!(extension(number, data, from), parts, "{number} {from:?}");
    }
}

#[test]
fn both_key_exchange_messages_are_taken_apart_in_every_form() {
    let server = |body: &str, layout| said(12, &hex(body), From::Server, layout);
    let client = |body: &str, layout| said(16, &hex(body), From::Client, layout);
    assert_eq!(
        server("0001 17 0001 05 0002 abcd 0401 0001 ee", form("DHE", "RSA", 0x0303)),
        [
            "prime=17",
            "generator=05",
            "public key=ab cd",
            "signature algorithm=rsa_pkcs1_sha256",
            "signature=ee"
        ]
    );
    assert_eq!(
        server("0001 17 0001 05 0001 ab", form("DHE", "anonymous", 0x0301)),
        ["prime=17", "generator=05", "public key=ab"]
    );
    assert_eq!(
        server("0002 6869 03 001d 01 aa", form("ECDHE", "PSK", 0x0303)),
        ["psk identity hint=68 69", "curve type=3 (named_curve)", "named curve=x25519", "public key=aa"]
    );
    assert_eq!(server("0001 68", form("PSK", "PSK", 0x0303)), ["psk identity hint=68"]);
    assert_eq!(
        server("0001 c1 0001 03 0001 ee", form("RSA", "RSA", 0x0301)),
        ["modulus=c1", "exponent=03", "signature=ee"]
    );
    assert_eq!(
        server("0001 17 0001 02 01 55 0001 ab", form("SRP", "SRP", 0x0303)),
        ["prime=17", "generator=02", "salt=55", "public key=ab"]
    );
    assert_eq!(server("0001 17 zz", form("DHE", "RSA", 0x0303)), ["rest=00 01 17"], "too short");

    assert_eq!(client("02 abcd", form("ECDHE", "RSA", 0x0303)), ["public key=ab cd"]);
    assert_eq!(client("0002 abcd", form("DHE", "RSA", 0x0303)), ["public key=ab cd"]);
    assert_eq!(client("0002 abcd", form("RSA", "RSA", 0x0303)), ["encrypted pre-master secret=ab cd"]);
    assert_eq!(client("abcd", form("RSA", "RSA", 0x0300)), ["encrypted pre-master secret=ab cd"]);
    assert_eq!(client("0002 6964", form("PSK", "PSK", 0x0303)), ["psk identity=id"]);
    assert_eq!(
        client("0002 6964 02 abcd", form("ECDHE", "PSK", 0x0303)),
        ["psk identity=id", "public key=ab cd"]
    );
}

#[test]
fn the_smaller_messages_are_taken_apart() {
    let all = |kind, body: &str, layout| said(kind, &hex(body), From::Server, layout);
    let old = form("ECDHE", "RSA", 0x0303);
    assert_eq!(
        all(13, "01 01 0002 0804 0000", old),
        ["certificate type=1 (rsa_sign)", "signature scheme=rsa_pss_rsae_sha256"]
    );
    assert_eq!(all(13, "01 40 0000", form("ECDHE", "RSA", 0x0302)), ["certificate type=64 (ecdsa_sign)"]);
    assert_eq!(
        all(13, "00 0008 000d 0004 0002 0403", IS_13)[1..],
        ["extension type=13", "signature scheme=ecdsa_secp256r1_sha256"]
    );
    assert_eq!(
        all(4, "00000e10 01020304 01 00 0001 aa 0008 002a 0004 00004000", IS_13)[..5],
        ["lifetime=3600 s", "age add=01 02 03 04", "nonce=00", "ticket=aa", "early_data (42)=00 00 40 00"]
    );
    assert_eq!(all(15, "0804 0001 ee", IS_13), ["signature algorithm=rsa_pss_rsae_sha256", "signature=ee"]);
    assert_eq!(all(15, "0001 ee", form("RSA", "RSA", 0x0301)), ["signature=ee"]);
    assert_eq!(all(20, "0102", old), ["verify data=01 02"]);
    assert_eq!(
        all(21, "00 0018 0001 61 01 0000000000000000000000000000000000000000", old)[..2],
        ["chain type=0", "url=a"]
    );
    assert_eq!(all(22, "01 000001 aa", old), ["status type=1 (ocsp)", "response=aa"]);
    assert_eq!(all(23, "000005 0001 0001 aa", old), ["data type=1", "data=aa"]);
    assert_eq!(all(24, "01", IS_13), ["request update=1 (update_requested)"]);
    assert_eq!(
        all(25, "0002 000100 000001 aa", IS_13),
        ["algorithm=brotli", "compressed certificate message=aa"]
    );
    assert_eq!(all(67, "02 6832 01 00", old), ["selected protocol=h2", "padding=00"]);
}

proptest! {
    /// Whatever the bytes are, each belongs to exactly one field.
    #[test]
    fn any_bytes_are_covered(
        kind in prop::sample::select(vec![1u8, 2, 4, 8, 11, 12, 13, 15, 16, 20, 21, 22, 23, 24, 25, 67]),
        body in prop::collection::vec(any::<u8>(), 0..300),
        is_13: bool,
        exchange in prop::sample::select(vec!["ECDHE", "DHE", "RSA", "PSK", "SRP", "DH"]),
        from in prop::sample::select(vec![From::Client, From::Server, From::Retry]),
    ) {
        let layout = Layout { is_13, ..form(exchange, "RSA", 0x0303) };
        let fields = fields(kind, &body, from, layout);
        prop_assert!(tiles(&fields, 0, 4 + body.len() as u64));
    }

    /// The same of hellos in which one byte is another.
    #[test]
    fn changed_hellos_are_covered(at in 4usize..200, byte: u8, side in 0usize..2) {
        let Feed::Bytes(_, flight, _) = recorded!("tls13").remove(side) else { unreachable!() };
        let length = usize::from(flight[7]) << 8 | usize::from(flight[8]);
        let mut body = flight[9..9 + length].to_vec();
        let at = at % body.len();
        body[at] = byte;
        let (kind, from) = if side == 0 { (1, From::Client) } else { (2, From::Server) };
        prop_assert!(tiles(&fields(kind, &body, from, IS_13), 0, 4 + body.len() as u64));
    }
}
