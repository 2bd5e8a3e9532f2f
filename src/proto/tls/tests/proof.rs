//! Certificates and key exchanges that no recorded dialogue has.

use super::*;
use crate::dialogue::Frames;
use crate::proto::tls::handshake::{Asked, Handshake};
use crate::proto::tls::reading::Seen;

/// A handshake of TLS 1.3 that reads one message.
fn read(kind: u8, body: &[u8]) -> (Handshake, Vec<Note>, Notes) {
    let mut shake = Handshake::new(true);
    (shake.version, shake.asked) = (Some(0x0304), Asked { checks: true, ..Asked::default() });
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
