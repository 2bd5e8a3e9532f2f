//! The grammars of the record and handshake layers: slices in, values out.
//!
//! The presentation language of RFC 8446 section 3 is quoted above each function. Nothing here keeps state or
//! allocates; what is too short is an error that the caller takes as "not yet" or "malformed".

use nom::bytes::complete::take;
use nom::combinator::verify;
use nom::multi::length_data;
use nom::number::complete::{be_u8, be_u16, be_u24};
use nom::{IResult, Parser};

/// Length of a record header.
pub(super) const RECORD_HEADER: usize = 5;
/// Length of the header in front of a Client Hello in the format of SSL 2.0.
pub(super) const SSL2_HEADER: usize = 2;
/// Length of a handshake message's header.
pub(super) const HANDSHAKE_HEADER: usize = 4;
/// Most bytes of a protected record up to TLS 1.2 (RFC 5246 section 6.2.3): 2^14 and 2048 of expansion.
pub(super) const MAX_RECORD: u16 = (1 << 14) + 2048;
/// Most bytes of a protected record of TLS 1.3 (RFC 8446 section 5.2): 2^14 and 256 of expansion.
pub(super) const MAX_RECORD_13: u16 = (1 << 14) + 256;

/// What a record holds (RFC 8446 section 5.1, RFC 6520 section 2).
pub(super) mod content {
    /// Change Cipher Spec.
    pub const CHANGE_CIPHER_SPEC: u8 = 20;
    /// Alert.
    pub const ALERT: u8 = 21;
    /// Handshake.
    pub const HANDSHAKE: u8 = 22;
    /// Application Data, and since TLS 1.3 everything that is protected.
    pub const APPLICATION_DATA: u8 = 23;
    /// Heartbeat.
    pub const HEARTBEAT: u8 = 24;
    /// Not on the wire: how this program marks a Client Hello in the format of SSL 2.0.
    pub const SSL2: u8 = 0x80;
}

/// Types of handshake messages (IANA, "TLS HandshakeType").
pub(super) mod handshake {
    /// Hello Request.
    pub const HELLO_REQUEST: u8 = 0;
    /// Client Hello.
    pub const CLIENT_HELLO: u8 = 1;
    /// Server Hello, also Hello Retry Request.
    pub const SERVER_HELLO: u8 = 2;
    /// New Session Ticket.
    pub const NEW_SESSION_TICKET: u8 = 4;
    /// End of Early Data.
    pub const END_OF_EARLY_DATA: u8 = 5;
    /// Certificate.
    pub const CERTIFICATE: u8 = 11;
    /// Server Key Exchange.
    pub const SERVER_KEY_EXCHANGE: u8 = 12;
    /// Certificate Request.
    pub const CERTIFICATE_REQUEST: u8 = 13;
    /// Server Hello Done.
    pub const SERVER_HELLO_DONE: u8 = 14;
    /// Certificate Verify.
    pub const CERTIFICATE_VERIFY: u8 = 15;
    /// Client Key Exchange.
    pub const CLIENT_KEY_EXCHANGE: u8 = 16;
    /// Finished.
    pub const FINISHED: u8 = 20;
    /// Certificate Status.
    pub const CERTIFICATE_STATUS: u8 = 22;
    /// Key Update.
    pub const KEY_UPDATE: u8 = 24;
    /// Encrypted Extensions.
    pub const ENCRYPTED_EXTENSIONS: u8 = 8;
    /// Certificate URL.
    pub const CERTIFICATE_URL: u8 = 21;
    /// Supplemental Data.
    pub const SUPPLEMENTAL_DATA: u8 = 23;
    /// Compressed Certificate.
    pub const COMPRESSED_CERTIFICATE: u8 = 25;
    /// Next Protocol.
    pub const NEXT_PROTOCOL: u8 = 67;
    /// Not on the wire: what stands for the first Client Hello in the hash of a handshake with a retry.
    pub const MESSAGE_HASH: u8 = 254;
}

/// The header of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RecordHeader {
    /// One of [`content`].
    pub kind: u8,
    /// `legacy_record_version`.
    pub version: u16,
    /// Bytes that follow.
    pub length: u16,
}

impl RecordHeader {
    /// Whether type and version are such as occur: the test while records follow each other without a hole.
    pub fn known(self) -> bool {
        (content::CHANGE_CIPHER_SPEC..=content::HEARTBEAT).contains(&self.kind)
            && record_version_known(self.version)
    }

    /// The same, with a sane length: the test where a record may begin anywhere.
    pub fn plausible(self) -> bool {
        let shape = match self.kind {
            content::CHANGE_CIPHER_SPEC => (1..=256).contains(&self.length),
            content::ALERT => (2..=256).contains(&self.length),
            content::HANDSHAKE | content::APPLICATION_DATA => (1..=MAX_RECORD).contains(&self.length),
            _ => false,
        };
        shape && record_version_known(self.version)
    }
}

/// SSL 3.0 to TLS 1.3 (RFC 8446 section 5.1), and TLCP's 0x0101 (GB/T 38636-2020).
fn record_version_known(version: u16) -> bool {
    matches!(version, 0x0300..=0x0304 | 0x0101)
}

/// RFC 8446 section 5.1:
/// ```text
/// struct {
///     ContentType type;
///     ProtocolVersion legacy_record_version;
///     uint16 length;
///     opaque fragment[TLSPlaintext.length];
/// } TLSPlaintext;
/// ```
/// The header only: the fragment is taken by length.
pub(super) fn record_header(input: &[u8]) -> IResult<&[u8], RecordHeader> {
    (be_u8, be_u16, be_u16).map(|(kind, version, length)| RecordHeader { kind, version, length }).parse(input)
}

/// The header of a handshake message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HandshakeHeader {
    /// One of [`handshake`].
    pub kind: u8,
    /// Bytes that follow.
    pub length: u32,
}

/// RFC 8446 section 4:
/// ```text
/// struct {
///     HandshakeType msg_type;    /* handshake type */
///     uint24 length;             /* remaining bytes in message */
///     ...
/// } Handshake;
/// ```
pub(super) fn handshake_header(input: &[u8]) -> IResult<&[u8], HandshakeHeader> {
    (be_u8, be_u24).map(|(kind, length)| HandshakeHeader { kind, length }).parse(input)
}

/// RFC 8446 section 6:
/// ```text
/// struct {
///     AlertLevel level;
///     AlertDescription description;
/// } Alert;
/// ```
pub(super) fn alert(input: &[u8]) -> IResult<&[u8], (u8, u8)> {
    (be_u8, be_u8).parse(input)
}

/// A Client Hello in the format of SSL 2.0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ssl2ClientHello<'a> {
    /// The highest version on offer.
    pub version: u16,
    /// Cipher specs, three bytes each; those of SSL 3.0 and TLS begin with 0.
    pub cipher_specs: &'a [u8],
    /// Session id.
    pub session_id: &'a [u8],
    /// Challenge: the client's random.
    pub challenge: &'a [u8],
}

/// RFC 5246 appendix E.2, without the two bytes of `msg_length`:
/// ```text
/// struct {
///     uint8 V2CipherSpec[3];
/// } ...
///     uint8 msg_type;
///     Version version;
///     uint16 cipher_spec_length;
///     uint16 session_id_length;
///     uint16 challenge_length;
///     V2CipherSpec cipher_specs[V2ClientHello.cipher_spec_length];
///     opaque session_id[V2ClientHello.session_id_length];
///     opaque challenge[V2ClientHello.challenge_length];
/// ```
pub(super) fn ssl2_client_hello(input: &[u8]) -> IResult<&[u8], Ssl2ClientHello<'_>> {
    let (input, (_, version)) = (verify(be_u8, |kind| *kind == 1), be_u16).parse(input)?;
    let (input, (specs, id, challenge)) = (be_u16, be_u16, be_u16).parse(input)?;
    let (input, (cipher_specs, session_id, challenge)) =
        (take(specs), take(id), take(challenge)).parse(input)?;
    Ok((input, Ssl2ClientHello { version, cipher_specs, session_id, challenge }))
}

/// The first five bytes of an SSL 2.0 Client Hello: a two-byte header with the high bit set, `msg_type` 1 and a
/// version; gives the bytes that follow the header. (A TLS record never has the high bit.)
pub(super) fn ssl2_header(input: &[u8]) -> Option<u16> {
    match input {
        [high, low, 1, major, minor, ..] if high & 0x80 != 0 => {
            let length = u16::from(high & 0x7f) << 8 | u16::from(*low);
            let version = u16::from(*major) << 8 | u16::from(*minor);
            // 9 bytes of fixed fields, one cipher spec and 16 bytes of challenge at least.
            (length >= 28 && matches!(version, 0x0002 | 0x0300..=0x0304)).then_some(length)
        }
        _ => None,
    }
}

/// RFC 8446 section 4.2:
/// ```text
/// struct {
///     ExtensionType extension_type;
///     opaque extension_data<0..2^16-1>;
/// } Extension;
/// ```
pub(super) fn extension(input: &[u8]) -> IResult<&[u8], (u16, &[u8])> {
    (be_u16, length_data(be_u16)).parse(input)
}

/// RFC 8879 section 4: algorithm, length of the message as it was, and the compressed message.
/// ```text
/// struct {
///     CertificateCompressionAlgorithm algorithm;
///     uint24 uncompressed_length;
///     opaque compressed_certificate_message<1..2^24-1>;
/// } CompressedCertificate;
/// ```
pub(super) fn compressed_certificate(input: &[u8]) -> IResult<&[u8], (u16, usize, &[u8])> {
    (be_u16, be_u24, vector24).map(|(method, length, data)| (method, length as usize, data)).parse(input)
}

/// `opaque data<0..2^8-1>`.
pub(super) fn vector8(input: &[u8]) -> IResult<&[u8], &[u8]> {
    length_data(be_u8).parse(input)
}

/// `opaque data<0..2^16-1>`.
pub(super) fn vector16(input: &[u8]) -> IResult<&[u8], &[u8]> {
    length_data(be_u16).parse(input)
}

/// `opaque data<0..2^24-1>`.
pub(super) fn vector24(input: &[u8]) -> IResult<&[u8], &[u8]> {
    length_data(be_u24).parse(input)
}

/// The items of a list of two-byte numbers; an odd last byte is left out.
pub(super) fn numbers16(input: &[u8]) -> impl Iterator<Item = u16> + '_ {
    input.chunks_exact(2).map(|pair| pair.iter().fold(0, |number, byte| number << 8 | u16::from(*byte)))
}

/// The items of a list that `item` reads, as far as they are whole.
pub(super) fn items<'a, T>(
    input: &'a [u8],
    item: impl Fn(&'a [u8]) -> IResult<&'a [u8], T> + 'a,
) -> impl Iterator<Item = T> + 'a {
    let mut rest = input;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (after, value) = item(rest).ok()?;
        rest = after;
        Some(value)
    })
}

/// Whether the Server Hello of this version has no session id and no compression method: the drafts of TLS 1.3 before
/// draft 22, which brought them back for middleboxes (draft-ietf-tls-tls13-21 section 4.1.3). The first of them wrote
/// 0x0304, which RFC 8446 does not have in this place.
pub(super) fn is_short_draft(version: u16) -> bool {
    matches!(version, 0x7f00..=0x7f15 | 0x0304)
}

/// A Server Hello.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PlainServerHello<'a> {
    /// `legacy_version`.
    pub version: u16,
    /// Random.
    pub random: &'a [u8],
    /// Session id.
    pub session_id: &'a [u8],
    /// Cipher suite.
    pub suite: u16,
    /// Compression method; 0 is none.
    pub compression: u8,
    /// The list of extensions.
    pub extensions: &'a [u8],
}

/// RFC 8446 section 4.1.3, also up to TLS 1.2 (RFC 5246 section 7.4.1.3):
/// ```text
/// struct {
///     ProtocolVersion legacy_version = 0x0303;    /* TLS v1.2 */
///     Random random;
///     opaque legacy_session_id_echo<0..32>;
///     CipherSuite cipher_suite;
///     uint8 legacy_compression_method = 0;
///     Extension extensions<6..2^16-1>;
/// } ServerHello;
/// ```
pub(super) fn server_hello(input: &[u8]) -> IResult<&[u8], PlainServerHello<'_>> {
    let (input, (version, random)) = (be_u16, take(32usize)).parse(input)?;
    let (input, (session_id, suite, compression)) = if is_short_draft(version) {
        be_u16.map(|suite| (&[][..], suite, 0)).parse(input)?
    } else {
        (vector8, be_u16, be_u8).parse(input)?
    };
    // What is no list of extensions is none: in SSL 3.0 anything may follow (RFC 6101 section 5.6.1.2).
    let (input, extensions) = vector16(input).unwrap_or((input, &[]));
    Ok((input, PlainServerHello { version, random, session_id, suite, compression, extensions }))
}
