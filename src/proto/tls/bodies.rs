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

/// Length of the OCSP answer in a Certificate Status (RFC 6066 section 8).
pub(super) fn certificate_status(body: &[u8]) -> Option<usize> {
    parse_tls_handshake_certificatestatus(body).ok().map(|(_, status)| status.blob.len())
}

#[cfg(test)]
mod tests {
    use super::random_of;

    #[test]
    fn the_challenge_of_ssl_2_stands_behind_zeros() {
        assert_eq!(random_of(&[7; 16]), [[0; 16], [7; 16]].concat());
        assert_eq!(
            random_of(&[[1; 8], [2; 8], [3; 8], [4; 8], [5; 8]].concat())[..9],
            [2, 2, 2, 2, 2, 2, 2, 2, 3]
        );
    }
}
