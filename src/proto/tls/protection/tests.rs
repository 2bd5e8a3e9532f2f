//! Published values, and records that cannot be opened.

use super::derive::{self, Hash};
use super::{Algorithm, Failure, keys, next_traffic_secret, traffic_key, verify_data_13};
use crate::proto::tls::suite::CipherSuite;
use crate::proto::tls::wire::{RecordHeader, content};

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter_map(|b| (b as char).to_digit(16)).map(|d| d as u8).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}

/// RFC 8448 section 3, "Simple 1-RTT Handshake".
const CLIENT_HELLO: &str = "010000c00303cb34ecb1e78163ba1c38c6dacb196a6dffa21a8d9912ec18a2ef6283024dece700000613011303130201000091\
    0000000b0009000006736572766572ff01000100000a00140012001d00170018001901000101010201030104002300000033\
    00260024001d002099381de560e4bd43d23d8e435a7dbafeb3c06e51c13cae4d5413691e529aaf2c002b0003020304000d00\
    20001e040305030603020308040805080604010501060102010402050206020202002d00020101001c00024001";
const SERVER_HELLO: &str = "020000560303a6af06a4121860dc5e6e60249cd34c95930c8ac5cb1434dac155772ed3e2692800130100002e00330024001d\
    0020c9828876112095fe66762bdbf7c672e156d6cc253b833df1dd69b1b04e751f0f002b00020304";
const ENCRYPTED_EXTENSIONS: &str =
    "080000240022000a00140012001d00170018001901000101010201030104001c0002400100000000";
const CERTIFICATE: &str = "0b0001b9000001b50001b0308201ac30820115a003020102020102300d06092a864886f70d01010b0500300e310c300a0603\
    5504031303727361301e170d3136303733303031323335395a170d3236303733303031323335395a300e310c300a06035504\
    03130372736130819f300d06092a864886f70d010101050003818d0030818902818100b4bb498f8279303d980836399b36c6\
    988c0c68de55e1bdb826d3901a2461eafd2de49a91d015abbc9a95137ace6c1af19eaa6af98c7ced43120998e187a80ee0cc\
    b0524b1b018c3e0b63264d449a6d38e22a5fda430846748030530ef0461c8ca9d9efbfae8ea6d1d03e2bd193eff0ab9a8002\
    c47428a6d35a8d88d79f7f1e3f0203010001a31a301830090603551d1304023000300b0603551d0f0404030205a0300d0609\
    2a864886f70d01010b05000381810085aad2a0e5b9276b908c65f73a7267170618a54c5f8a7b337d2df7a594365417f2eae8\
    f8a58c8f8172f9319cf36b7fd6c55b80f21a03015156726096fd335e5e67f2dbf102702e608ccae6bec1fc63a42a99be5c3e\
    b7107c3c54e9b9eb2bd5203b1c3b84e0a8b2f759409ba3eac9d91d402dcc0cc8f8961229ac9187b42b4de10000";
const CERTIFICATE_VERIFY: &str = "0f000084080400805a747c5d88fa9bd2e55ab085a61015b7211f824cd484145ab3ff52f1fda8477b0b7abc90db78e2d33a5c\
    141a078653fa6bef780c5ea248eeaaa785c4f394cab6d30bbe8d4859ee511f602957b15411ac027671459e46445c9ea58c18\
    1e818e95b8c3fb0bf3278409d3be152a3da5043e063dda65cdf5aea20d53dfacd42f74f3";
const SERVER_FINISHED: &str = "140000209b9b141d906337fbd2cbdce71df4deda4ab42c309572cb7fffee5454b78f0718";
const CLIENT_HANDSHAKE: &str = "b3eddb126e067f35a780b3abf45e2d8f3b1a950738f52e9600746a0e27a55a21";
const SERVER_HANDSHAKE: &str = "b67b7d690cc16c4e75e54213cb2d37b4e9c912bcded9105d42befd59d391ad38";
const CLIENT_TRAFFIC: &str = "9e40646ce79a7f9dc05af8889bce6552875afa0b06df0087f792ebb7c17504a5";

#[test]
fn the_key_schedule_of_rfc_8448_comes_out() {
    let hash = Hash::Sha256;
    let empty = hash.digest(&[]);
    let expand = |secret: &[u8], label: &str, context: &[u8]| {
        derive::expand_label(hash, secret, label.as_bytes(), context, 32)
    };
    let zeros = [0; 32];
    let early = derive::extract(hash, &zeros, &zeros);
    assert_eq!(early, hex("33ad0a1c607ec03b09e6cd9893680ce210adf300aa1f2660e1b22e10f170f92a"));
    let shared = hex("8bd4054fb55b9d63fdfbacf9f04b9f0d35e6d63f537563efd46272900f89492d");
    let handshake = derive::extract(hash, &expand(&early, "derived", &empty), &shared);
    assert_eq!(handshake, hex("1dc826e93606aa6fdc0aadc12f741b01046aa6b99f691ed221a9f0ca043fbeac"));
    let hellos = hash.digest(&[&hex(CLIENT_HELLO), &hex(SERVER_HELLO)]);
    assert_eq!(expand(&handshake, "c hs traffic", &hellos), hex(CLIENT_HANDSHAKE));
    assert_eq!(expand(&handshake, "s hs traffic", &hellos), hex(SERVER_HANDSHAKE));
    let master = derive::extract(hash, &expand(&handshake, "derived", &empty), &zeros);
    assert_eq!(master, hex("18df06843d13a08bf2a449844c5f8a478001bc4d4c627984d5a41da8d0402919"));
    let parts = [CLIENT_HELLO, SERVER_HELLO, ENCRYPTED_EXTENSIONS, CERTIFICATE, CERTIFICATE_VERIFY].map(hex);
    let before_finished = parts.concat();
    let messages = [before_finished.clone(), hex(SERVER_FINISHED)].concat();
    let context = hash.digest(&[&messages]);
    assert_eq!(expand(&master, "c ap traffic", &context), hex(CLIENT_TRAFFIC));
    let secret = hex(SERVER_HANDSHAKE);
    assert_eq!(derive::expand_label(hash, &secret, b"key", b"", 16), hex("3fce516009c21727d0f2e4e86ee403bc"));
    assert_eq!(derive::expand_label(hash, &secret, b"iv", b"", 12), hex("5d313eb2671276ee13000b30"));
    assert_eq!(verify_data_13(hash, &secret, &before_finished), hex(&SERVER_FINISHED[8..]));
    let client = "a8ec436d677634ae525ac1fcebe11a039ec17694fac6e98527b642f2edd5ce61";
    assert_eq!(verify_data_13(hash, &hex(CLIENT_HANDSHAKE), &messages), hex(client));
}

/// The vector for P_SHA256 that the TLS working group's list passes on (Mavrogiannopoulos, 2009).
#[test]
fn the_prf_of_tls_12_gives_the_published_bytes() {
    let secret = hex("9bbe436ba940f017b17652849a71db35");
    let seed = hex("a0ba9f936cda311827a6f796ffd5198c");
    let bytes = derive::expand(0x0303, Hash::Sha256, &secret, b"test label", &[&seed], 100);
    let published = "e3f229ba727be17b8d122620557cd453c2aab21d07c3d495329b52d4e61edb5a6b301791e90d35c9c9a46b4e14baf9af\
        0fa022f7077def17abfd3797c0564bab4fbc91666e9def9b97fce34f796789baa48082d122ee42c5a72e5a5110fff70187347b66";
    assert_eq!(bytes, hex(published));
}

fn gcm() -> Algorithm {
    Algorithm::new(&CipherSuite::new(0x1301), 0x0304).unwrap()
}

#[test]
fn what_no_library_has_is_named_instead_of_guessed() {
    for (suite, version, named) in [
        (0x0003, 0x0301, "RC4-40"),
        (0x0096, 0x0303, "SEED-CBC"),
        (0x0007, 0x0301, "IDEA-CBC"),
        (0xe013, 0x0101, "SM4-CBC"),
        (0xc0b4, 0x0304, "NULL"),
        (0x1301, 0x0303, "TLS_AES_128_GCM_SHA256"),
        (0xc02f, 0x0304, "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
        (0x2a2a, 0x0303, "?"),
    ] {
        let why = Algorithm::new(&CipherSuite::new(suite), version).unwrap_err();
        assert_eq!(why.0, named, "{suite:04x}");
    }
}

/// Nothing that a record's length can be makes an opener fail in another way than by saying so.
#[test]
fn records_of_any_length_are_refused_quietly() {
    for id in [0x1301, 0x1303, 0x1304, 0x009c, 0xc09c, 0xcca8, 0x002f, 0x0035, 0x000a, 0x0005] {
        let suite = CipherSuite::new(id);
        for version in [0x0300, 0x0301, 0x0302, 0x0303, 0x0304] {
            let Ok(algorithm) = Algorithm::new(&suite, version) else { continue };
            for etm in [false, true] {
                let mut opener = match version {
                    0x0304 => traffic_key(algorithm, &[7; 32]).unwrap(),
                    _ => keys(version, algorithm, &[7; 48], (&[1; 32], &[2; 32]), etm).unwrap().client,
                };
                for len in 0..80_u16 {
                    let header =
                        RecordHeader { kind: content::APPLICATION_DATA, version: 0x0303, length: len };
                    let body = vec![0; usize::from(len)];
                    assert!(opener.open(header, &body).is_err(), "{id:04x} {version:04x} {len}");
                    assert!(opener.most(usize::from(len)) <= usize::from(len));
                }
                assert!(opener.is_fresh());
            }
        }
    }
}

/// Behind a hole many sequence numbers are tried, and no more than a bound even where nothing ever opens.
#[test]
fn records_that_nothing_opens_cost_a_bounded_number_of_tries() {
    let mut opener = traffic_key(gcm(), &[7; 32]).unwrap();
    let header = RecordHeader { kind: content::APPLICATION_DATA, version: 0x0303, length: 100 };
    crate::work::take();
    for _ in 0..10_000 {
        opener.lose_count();
        assert!(opener.open(header, &[0; 100]).is_err());
    }
    let tries = crate::work::take() / 100;
    assert!((8_192..30_000).contains(&tries), "{tries}");
}

#[test]
fn a_secret_of_the_wrong_length_opens_nothing() {
    let header = RecordHeader { kind: content::APPLICATION_DATA, version: 0x0303, length: 40 };
    for len in [0, 1, 31, 32, 64] {
        if let Some(mut opener) = traffic_key(gcm(), &vec![0; len]) {
            assert_eq!(opener.open(header, &[0; 40]), Err(Failure::Mac));
        }
    }
    assert_eq!(next_traffic_secret(Hash::Sha384, &[0; 48]).len(), 48);
}
