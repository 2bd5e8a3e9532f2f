//! Bodies of handshake messages up to TLS 1.2, and both hellos: the one file that names tls-parser.
//!
//! Its types borrow and are on another version of nom, so what is read here is handed on in types of our own.

use tls_parser::{
    TlsMessageHandshake, parse_tls_handshake_certificaterequest, parse_tls_handshake_certificatestatus,
    parse_tls_handshake_client_hello, parse_tls_handshake_msg_certificate,
    parse_tls_handshake_msg_newsessionticket,
};

use super::hello::{ClientHello, Extensions, From, ServerHello};
use super::wire;

/// A Client Hello (RFC 5246 section 7.4.1.2, RFC 8446 section 4.1.2).
pub(super) fn client_hello(body: &[u8]) -> Option<ClientHello> {
    let (_, hello) = parse_tls_handshake_client_hello(body).ok()?;
    Some(ClientHello {
        version: hello.version.0,
        random: hello.random.to_vec(),
        session_id: hello.session_id.unwrap_or_default().to_vec(),
        suites: hello.ciphers.iter().map(|suite| suite.0).collect(),
        extensions: Extensions::read(hello.ext.unwrap_or_default(), From::Client),
        ssl2: false,
    })
}

/// A Client Hello in the format of SSL 2.0 (RFC 5246 appendix E.2), as one of TLS.
pub(super) fn ssl2_client_hello(body: &[u8]) -> Option<ClientHello> {
    let (_, hello) = wire::ssl2_client_hello(body).ok()?;
    // A spec that begins with 0 is a TLS suite; the others are SSL 2.0's own.
    let suites = hello.cipher_specs.chunks_exact(3).filter_map(|spec| match spec {
        [0, high, low] => Some(u16::from(*high) << 8 | u16::from(*low)),
        _ => None,
    });
    Some(ClientHello {
        version: hello.version,
        random: random_of(hello.challenge),
        session_id: hello.session_id.to_vec(),
        suites: suites.collect(),
        extensions: Extensions::default(),
        ssl2: true,
    })
}

/// RFC 5246 appendix E.2: the challenge stands at the end of the 32 bytes, behind zeros; of a longer one the last 32
/// bytes count.
fn random_of(challenge: &[u8]) -> Vec<u8> {
    let last = challenge.get(challenge.len().saturating_sub(32)..).unwrap_or_default();
    let mut random = vec![0; 32 - last.len()];
    random.extend_from_slice(last);
    random
}

/// A Server Hello (RFC 5246 section 7.4.1.3, RFC 8446 section 4.1.3) or Hello Retry Request; ours, as tls-parser takes
/// neither the versions of TLCP and of drafts nor extensions of SSL 3.0, which servers send all the same.
pub(super) fn server_hello(body: &[u8]) -> Option<ServerHello> {
    let (_, plain) = wire::server_hello(body).ok()?;
    let mut hello = ServerHello {
        version: plain.version,
        random: plain.random.to_vec(),
        session_id: plain.session_id.to_vec(),
        suite: plain.suite,
        compression: plain.compression,
        extensions: Extensions::default(),
    };
    let from = if hello.is_retry() { From::Retry } else { From::Server };
    hello.extensions = Extensions::read(plain.extensions, from);
    Some(hello)
}

/// The certificates of a Certificate message up to TLS 1.2 (RFC 5246 section 7.4.2), in DER.
pub(super) fn certificates(body: &[u8]) -> Option<Vec<&[u8]>> {
    match parse_tls_handshake_msg_certificate(body).ok()?.1 {
        TlsMessageHandshake::Certificate(message) => {
            Some(message.cert_chain.iter().map(|raw| raw.data).collect())
        }
        _ => None,
    }
}

/// The certificates of a Certificate message of TLS 1.3 (RFC 8446 section 4.4.2), in DER; ours, as tls-parser knows
/// only the older layout:
/// ```text
/// struct {
///     opaque cert_data<1..2^24-1>;
///     Extension extensions<0..2^16-1>;
/// } CertificateEntry;
/// struct {
///     opaque certificate_request_context<0..2^8-1>;
///     CertificateEntry certificate_list<0..2^24-1>;
/// } Certificate;
/// ```
pub(super) fn certificates_13(body: &[u8]) -> Option<Vec<&[u8]>> {
    let (rest, _context) = wire::vector8(body).ok()?;
    let (_, list) = wire::vector24(rest).ok()?;
    let entries = wire::items(list, |input| {
        let (rest, data) = wire::vector24(input)?;
        let (rest, _extensions) = wire::vector16(rest)?;
        Ok((rest, data))
    });
    Some(entries.collect())
}

/// The OCSP answer beside the first certificate of such a message (RFC 8446 section 4.4.2.1).
pub(super) fn stapled_13(body: &[u8]) -> Option<&[u8]> {
    let (rest, _context) = wire::vector8(body).ok()?;
    let (_, list) = wire::vector24(rest).ok()?;
    let (rest, _certificate) = wire::vector24(list).ok()?;
    let (_, extensions) = wire::vector16(rest).ok()?;
    let status = wire::items(extensions, wire::extension).find(|(number, _)| *number == 5)?.1;
    certificate_status(status)
}

/// Lifetime hint in seconds and length of the ticket (RFC 5077 section 3.3).
pub(super) fn new_session_ticket(body: &[u8]) -> Option<(u32, usize)> {
    match parse_tls_handshake_msg_newsessionticket(body, body.len()).ok()?.1 {
        // tls-parser leaves the ticket's own two-byte length in front of it.
        TlsMessageHandshake::NewSessionTicket(message) => {
            Some((message.ticket_lifetime_hint, message.ticket.len().saturating_sub(2)))
        }
        _ => None,
    }
}

/// How many authorities a Certificate Request names (RFC 5246 section 7.4.4).
pub(super) fn certificate_request(body: &[u8]) -> Option<usize> {
    parse_tls_handshake_certificaterequest(body).ok().map(|(_, request)| request.unparsed_ca.len())
}

/// The OCSP answer in a Certificate Status (RFC 6066 section 8).
pub(super) fn certificate_status(body: &[u8]) -> Option<&[u8]> {
    parse_tls_handshake_certificatestatus(body).ok().map(|(_, status)| status.blob)
}

#[cfg(test)]
mod tests {
    use tls_parser::{
        ECParametersContent, SNIType, TlsExtension, parse_dh_params, parse_digitally_signed,
        parse_ecdh_params, parse_tls_client_hello_extensions, parse_tls_handshake_client_hello,
        parse_tls_handshake_server_hello,
    };

    use super::{client_hello, random_of, server_hello};
    use crate::proto::tls::key_exchange::{Form, Parameters, server_key_exchange};
    use crate::proto::tls::tests::captures;

    #[test]
    fn the_challenge_of_ssl_2_stands_behind_zeros() {
        assert_eq!(random_of(&[7; 16]), [[0; 16], [7; 16]].concat());
        let long = [[1; 8], [2; 8], [3; 8], [4; 8], [5; 8]].concat();
        assert_eq!(random_of(&long), long[8..]);
    }

    /// Bodies of messages of this type that lie in one piece in the captures of the project: behind a record's header,
    /// and not cut by the end of a frame as far as their own lengths tell.
    fn bodies(kind: u8, begins: impl Fn(&[u8]) -> bool) -> Vec<Vec<u8>> {
        let mut found = Vec::new();
        for bytes in captures() {
            for at in 0..bytes.len().saturating_sub(4) {
                let head = &bytes[at..at + 4];
                let length = usize::from(head[2]) << 8 | usize::from(head[3]);
                if head[..2] == [kind, 0] && length > 30 && begins(&bytes[at + 4..]) {
                    found.extend(bytes.get(at + 4..at + 4 + length).map(<[u8]>::to_vec));
                }
            }
        }
        found
    }

    #[test]
    fn hellos_are_read_as_tls_parser_reads_them() {
        let mut hellos = 0;
        for body in bodies(1, |body| body.starts_with(&[3, 3]) || body.starts_with(&[3, 1])) {
            let Ok(([], theirs)) = parse_tls_handshake_client_hello(&body) else { continue };
            let Ok(([], extensions)) = parse_tls_client_hello_extensions(theirs.ext.unwrap_or_default())
            else {
                continue;
            };
            let ours = client_hello(&body).unwrap();
            let own = &ours.extensions;
            for extension in extensions {
                match extension {
                    TlsExtension::SNI(names) => {
                        let name = names.iter().find(|name| name.0 == SNIType::HostName).unwrap().1;
                        assert_eq!(own.server_name.as_deref().unwrap().as_bytes(), name);
                    }
                    TlsExtension::EllipticCurves(groups) => {
                        assert_eq!(own.groups, groups.iter().map(|group| group.0).collect::<Vec<_>>());
                    }
                    TlsExtension::EcPointFormats(formats) => assert_eq!(own.point_formats, formats),
                    TlsExtension::SignatureAlgorithms(schemes) => assert_eq!(own.signatures, schemes),
                    TlsExtension::ALPN(names) => {
                        assert_eq!(own.first_alpn.as_deref(), names.first().copied());
                        assert_eq!(own.alpn.len(), names.len());
                    }
                    TlsExtension::SupportedVersions(versions) => {
                        assert_eq!(
                            own.versions,
                            versions.iter().map(|version| version.0).collect::<Vec<_>>()
                        );
                    }
                    TlsExtension::SessionTicket(ticket) => assert_eq!(own.ticket, Some(ticket.len())),
                    TlsExtension::PskExchangeModes(modes) => assert_eq!(own.psk_modes, modes),
                    TlsExtension::RecordSizeLimit(limit) => assert_eq!(own.record_size, Some(limit)),
                    TlsExtension::ExtendedMasterSecret => assert!(own.extended_master_secret),
                    TlsExtension::EncryptThenMac => assert!(own.encrypt_then_mac),
                    TlsExtension::RenegotiationInfo(data) => assert_eq!(own.renegotiation, Some(data.len())),
                    _ => {}
                }
            }
            hellos += 1;
        }
        assert!(hellos >= 30, "{hellos}");
        let mut answers = 0;
        for body in bodies(2, |body| body.starts_with(&[3, 3]) || body.starts_with(&[3, 1])) {
            let Ok(([], theirs)) = parse_tls_handshake_server_hello(&body) else { continue };
            let ours = server_hello(&body).unwrap();
            assert_eq!((ours.version, ours.suite), (theirs.version.0, theirs.cipher.0));
            assert_eq!(ours.random, theirs.random);
            assert_eq!(ours.session_id, theirs.session_id.unwrap_or_default());
            answers += 1;
        }
        assert!(answers >= 30, "{answers}");
    }

    #[test]
    fn server_key_exchange_is_read_as_tls_parser_reads_it() {
        let form = |exchange, version| Form { exchange, authentication: "RSA", version: Some(version) };
        let mut read = 0;
        for body in bodies(12, |body| body.starts_with(&[3, 0]) || body.starts_with(&[1, 0, 0xff])) {
            let theirs = if body[0] == 3 {
                parse_ecdh_params(&body).ok().map(|it| it.0)
            } else {
                parse_dh_params(&body).ok().map(|it| it.0)
            };
            let Some(Ok(([], signed))) = theirs.map(parse_digitally_signed) else { continue };
            let scheme = signed.alg.map(|alg| u16::from(alg.hash.0) << 8 | u16::from(alg.sign.0));
            let version = if scheme.is_some() { 0x0303 } else { 0x0302 };
            if body[0] == 3 {
                let ours = server_key_exchange(&body, form("ECDHE", version)).unwrap();
                let theirs = parse_ecdh_params(&body).unwrap().1;
                let ECParametersContent::NamedGroup(group) = theirs.curve_params.params_content else {
                    panic!()
                };
                assert_eq!(ours.parameters, Parameters::Ecdhe(group.0, theirs.public.point));
                assert_eq!((ours.scheme, ours.signature), (scheme, Some(signed.data)));
            } else {
                let ours = server_key_exchange(&body, form("DHE", version)).unwrap();
                let theirs = parse_dh_params(&body).unwrap().1;
                assert_eq!(ours.parameters, Parameters::Dhe(theirs.dh_p, theirs.dh_g, theirs.dh_ys));
                assert_eq!((ours.scheme, ours.signature), (scheme, Some(signed.data)));
            }
            read += 1;
        }
        assert!(read >= 10, "{read}");
    }
}
