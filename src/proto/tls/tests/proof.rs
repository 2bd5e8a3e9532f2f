//! Certificates and key exchanges that no recorded dialogue has.

use super::*;
use crate::dialogue::Frames;
use crate::proto::tls::handshake::{Asked, Handshake};
use crate::proto::tls::reading::Seen;

/// A handshake of TLS 1.3 that reads one message.
fn read(kind: u8, body: &[u8]) -> (Handshake, Vec<Note>, Notes) {
    let mut shake = Handshake::new(true);
    (shake.version, shake.asked) = (Some(0x0304), Asked { checks: true, told: true, ..Asked::default() });
    let mut notes = Notes::default();
    let frames = Frames::one(7);
    let told = shake.read(S, kind, body, Seen { frames: &frames, time: None }, &mut notes);
    (shake, told.notes, notes)
}

/// A Certificate of TLS 1.3 with one certificate that is none.
const CERTIFICATE: &[u8] = &[0, 0, 0, 8, 0, 0, 3, b'D', b'E', b'R', 0, 0];

fn compressed(method: u8, length: u8, data: &[u8]) -> Vec<u8> {
    [&[0, method, 0, 0, length, 0, 0, data.len() as u8], data].concat()
}

#[test]
fn compressed_certificates_are_read_as_the_others() {
    let mut packed = Vec::with_capacity(100);
    let mut zlib = flate2::Compress::new(flate2::Compression::best(), true);
    zlib.compress_vec(CERTIFICATE, &mut packed, flate2::FlushCompress::Finish).unwrap();
    let length = CERTIFICATE.len() as u8;
    let plain = read(11, CERTIFICATE).0.facts.certificates;
    assert_eq!(plain.len(), 1);

    let (shake, notes, out) = read(25, &compressed(1, length, &packed));
    assert_eq!(shake.facts.certificates, plain);
    assert_eq!(notes[1].key, "tls-compressed-with");
    assert_eq!(out.codes(), ["tls.unreadable-certificate"]);

    let (shake, notes, out) = read(25, &compressed(2, length, b"brotli"));
    assert!(shake.facts.certificates.is_empty() && out.codes().is_empty());
    assert_eq!(notes[1].key, "tls-compressed-unopened");

    for damaged in [compressed(1, length + 1, &packed), compressed(3, length, &packed)] {
        let (shake, notes, out) = read(25, &damaged);
        assert!(shake.facts.certificates.is_empty());
        assert_eq!((notes[0].key.as_ref(), out.codes()), ("tls-malformed", vec!["tls.malformed-message"]));
    }
}

#[test]
fn a_stapled_answer_about_revocation_is_read_in_both_places() {
    let answers: Vec<Vec<u8>> = include_str!("../testdata/ocsp.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| hex(line.split_once(' ').unwrap().1))
        .collect();
    let long = |bytes: &[u8]| [&(bytes.len() as u32).to_be_bytes()[1..], bytes].concat();
    let short = |bytes: &[u8]| [&(bytes.len() as u16).to_be_bytes()[..], bytes].concat();
    for (answer, status, code) in
        [(&answers[0], "good", None), (&answers[1], "revoked", Some("tls.certificate-revoked"))]
    {
        let status_body = [&[1][..], &long(answer)].concat();
        let extension = short(&[&[0, 5][..], &short(&status_body)].concat());
        let certificate = [&[0][..], &long(&[&long(b"DER")[..], &extension].concat())].concat();
        for (kind, body) in [(22, &status_body), (11, &certificate)] {
            let (shake, notes, out) = read(kind, body);
            assert_eq!(shake.facts.ocsp.as_ref().unwrap().status, status, "{kind}");
            assert!(notes.iter().any(|note| note.key == "tls-ocsp"), "{kind}");
            assert_eq!(out.codes().into_iter().find(|it| it.contains("revoked")), code, "{kind}");
        }
    }
}

/// A certificate of the test data.
fn certificate(name: &str) -> Vec<u8> {
    let lines = include_str!("../testdata/certificates.txt").lines();
    let line = lines.filter_map(|line| line.strip_prefix(name)).find_map(|rest| rest.strip_prefix(' '));
    hex(line.unwrap())
}

/// A Certificate of TLS 1.3 with these, read.
fn chain(names: &[&str]) -> (Handshake, Vec<Note>, Notes) {
    chain_of(&names.iter().map(|name| certificate(name)).collect::<Vec<_>>())
}

fn chain_of(certificates: &[Vec<u8>]) -> (Handshake, Vec<Note>, Notes) {
    let long = |bytes: &[u8]| [&(bytes.len() as u32).to_be_bytes()[1..], bytes].concat();
    let entries: Vec<u8> = certificates.iter().flat_map(|der| [long(der), vec![0, 0]].concat()).collect();
    read(11, &[&[0][..], &long(&entries)].concat())
}

#[test]
fn what_is_remembered_of_certificates_is_not_taken_for_others_of_the_same_names() {
    let [server, issuing] = ["server", "issuing"].map(certificate);
    let checked = |chain: &[Vec<u8>]| chain_of(chain).0.facts.checks.chain;
    let true_chain = [server.clone(), issuing.clone()];
    let told = chain_of(&true_chain);
    assert_eq!(told.0.facts.checks.chain.as_deref(), Some("valid"));
    assert_eq!(told.0.facts.chain[0].issuer, Some(2));
    // The key stands behind its algorithm and the count of unused bits.
    let key = [0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
    let at = issuing.windows(8).position(|bytes| bytes == key).unwrap() + 8;
    let mut others = 0;
    for flip in 0..8 {
        let mut other = issuing.clone();
        other[at] ^= 1 << flip;
        let wrong = checked(&[server.clone(), other]).unwrap();
        assert_ne!(wrong, "valid", "bit {flip}");
        others += usize::from(wrong.starts_with("invalid"));
    }
    assert!(others > 0, "no such key is a point of the curve");
    let mut changed = server.clone();
    *changed.last_mut().unwrap() ^= 1;
    assert!(checked(&[changed, issuing]).unwrap().starts_with("invalid"));
    let again = chain_of(&true_chain);
    assert_eq!(again.0.facts.chain, told.0.facts.chain);
    assert_eq!(again.0.facts.certificates, told.0.facts.certificates);
}

#[test]
fn a_chain_is_told_certificate_by_certificate() {
    let keys = |notes: &[Note]| notes[1..].iter().map(|note| note.key.to_string()).collect::<Vec<_>>();
    let (shake, notes, out) = chain(&["server", "issuing", "root"]);
    assert_eq!(shake.facts.checks.chain.as_deref(), Some("valid"));
    assert_eq!(keys(&notes), ["tls-chain-signed", "tls-chain-signed", "tls-chain-self-signed"]);
    assert!(out.codes().is_empty(), "{:?}", out.codes());

    let (shake, notes, _) = chain(&["server"]);
    let unknown = "not checked: the issuer's certificate is not in the capture";
    assert_eq!(shake.facts.checks.chain.as_deref(), Some(unknown));
    assert_eq!(keys(&notes), ["tls-chain-no-issuer"]);

    let (shake, notes, out) = chain(&["server", "root", "issuing"]);
    assert_eq!(shake.facts.checks.chain.as_deref(), Some("valid"), "each is signed by one of them");
    assert_eq!(keys(&notes), ["tls-chain-signed", "tls-chain-self-signed", "tls-chain-signed"]);
    assert_eq!(out.codes(), ["tls.chain-order"]);
}

#[test]
fn a_certificate_says_what_it_may_be_used_for_and_can_be_written_as_pem() {
    let (shake, ..) = chain(&["server", "issuing"]);
    let [server, issuing] = &shake.facts.certificates[..] else { panic!() };
    assert_eq!((server.ca, issuing.ca), (Some(false), Some(true)));
    assert_eq!(server.usages, ["digitalSignature"]);
    assert_eq!(issuing.usages, ["keyCertSign", "cRLSign"]);
    assert_eq!(server.extended_usages, ["serverAuth", "1.2.3.4"]);
    assert_eq!((server.key.to_string(), issuing.key.to_string()), ("EC secp384r1".into(), "Ed25519".into()));
    let pem = server.pem().unwrap();
    let lines: Vec<&str> = pem.lines().collect();
    assert_eq!(
        (lines[0], *lines.last().unwrap()),
        ("-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----")
    );
    let text = &lines[1..lines.len() - 1];
    assert!(text.iter().rev().skip(1).all(|line| line.len() == 64));
    use base64::Engine;
    let der = base64::engine::general_purpose::STANDARD.decode(text.concat()).unwrap();
    assert_eq!(der, certificate("server"));
    assert_eq!(crate::proto::tls::Certificate::read(&der).pem(), None, "its bytes were not kept");
}

#[test]
fn a_name_in_the_cn_only_and_a_certificate_of_ones_own_are_said() {
    assert_eq!(chain(&["unnamed", "issuing"]).2.codes(), ["tls.no-alternative-names"]);
    assert!(chain(&["server", "issuing"]).2.codes().is_empty());
    let own = chain(&["root"]).2;
    assert!(own.findings.iter().any(|finding| finding.code == "tls.self-signed"));
}

#[test]
fn a_short_prime_is_a_weak_group() {
    let exchange = |bytes: usize| {
        let prime = [&[0xff][..], &vec![1; bytes - 1]].concat();
        let short = |bytes: &[u8]| [&(bytes.len() as u16).to_be_bytes()[..], bytes].concat();
        let body = [short(&prime), short(&[2]), short(&[5]), vec![8, 4], short(&[7])].concat();
        let mut shake = Handshake::new(false);
        shake.version = Some(0x0303);
        shake.facts.cipher_suite = Some(crate::proto::tls::CipherSuite::new(0x009e));
        let mut notes = Notes::default();
        shake.read(S, 12, &body, Seen { frames: &Frames::one(7), time: None }, &mut notes);
        (shake.facts.group.unwrap(), notes.codes().into_iter().map(str::to_owned).collect::<Vec<_>>())
    };
    assert_eq!(exchange(128), ("DH 1024".to_owned(), vec!["tls.weak-group".to_owned()]));
    assert_eq!(exchange(256), ("DH 2048".to_owned(), Vec::new()));
}

#[test]
fn e_06_without_a_signature_none_is_spoken_of() {
    let taught = |suite: u16| {
        let mut shake = Handshake::new(false);
        shake.facts.cipher_suite = Some(crate::proto::tls::CipherSuite::new(suite));
        shake.facts.group = Some("DH 2048".to_owned());
        shake.remember(S, "tls.server_key_exchange", &Frames::one(7), 300, (false, false));
        crate::proto::tls::lessons::lessons(&shake).iter().map(|lesson| lesson.code).collect::<Vec<_>>()
    };
    assert_eq!(taught(0x009e), ["tls.lesson-key-exchange"]);
    assert!(taught(0x0034).is_empty(), "anonymous");
    assert!(taught(0xc035).is_empty(), "PSK");
}
