//! The two hellos and their extensions.

use super::registry;
use super::wire;

/// A Hello Retry Request is a Server Hello with this random: SHA-256 of "HelloRetryRequest" (RFC 8446 section 4.1.3).
const RETRY_RANDOM: [u8; 32] = [
    0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8, 0x91, 0xc2,
    0xa2, 0x11, 0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c,
];

/// What a client offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ClientHello {
    /// `legacy_version`: up to TLS 1.2 the highest on offer.
    pub version: u16,
    /// 32 bytes, public.
    pub random: Vec<u8>,
    /// Of an earlier session; in TLS 1.3 only for middleboxes.
    pub session_id: Vec<u8>,
    /// In order of preference.
    pub suites: Vec<u16>,
    /// Extensions.
    pub extensions: Extensions,
    /// Whether it came in the format of SSL 2.0.
    pub ssl2: bool,
}

impl ClientHello {
    /// The highest version on offer (RFC 8446 section 4.2.1: the extension overrides the field).
    pub fn highest(&self) -> u16 {
        let listed =
            self.extensions.versions.iter().copied().filter(|version| !registry::is_grease(*version));
        listed.max().unwrap_or(self.version)
    }

    /// The suites that are on offer: neither GREASE nor signals (RFC 5746, RFC 7507).
    pub fn real_suites(&self) -> impl Iterator<Item = u16> + '_ {
        self.suites.iter().copied().filter(|suite| {
            !registry::is_grease(*suite) && *suite != EMPTY_RENEGOTIATION_INFO_SCSV && *suite != FALLBACK_SCSV
        })
    }
}

/// RFC 5746 section 3.3: the client knows secure renegotiation.
pub(super) const EMPTY_RENEGOTIATION_INFO_SCSV: u16 = 0x00ff;
/// RFC 7507: the client tries again with a lower version.
pub(super) const FALLBACK_SCSV: u16 = 0x5600;

/// What a server chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ServerHello {
    /// `legacy_version`: up to TLS 1.2 the version chosen.
    pub version: u16,
    /// 32 bytes, public.
    pub random: Vec<u8>,
    /// Up to TLS 1.2 the session's; in TLS 1.3 an echo.
    pub session_id: Vec<u8>,
    /// The suite chosen.
    pub suite: u16,
    /// The compression chosen (RFC 3749); 0 is none.
    pub compression: u8,
    /// Extensions.
    pub extensions: Extensions,
}

impl ServerHello {
    /// The version chosen.
    pub fn chosen(&self) -> u16 {
        self.extensions.versions.first().copied().unwrap_or(self.version)
    }

    /// Whether it is a Hello Retry Request.
    pub fn is_retry(&self) -> bool {
        self.random == RETRY_RANDOM
    }

    /// RFC 8446 section 4.1.3: a server that could do more than it was asked for says so in the last 8 bytes.
    pub fn downgraded(&self) -> bool {
        let end = self.random.get(24..).unwrap_or_default();
        end == b"DOWNGRD\x01" || end == b"DOWNGRD\x00"
    }
}

/// The extensions of a hello, as far as they matter to the story; [`Extensions::order`] has the numbers of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Extensions {
    /// Numbers in the order of the wire.
    pub order: Vec<u16>,
    /// server_name (RFC 6066 section 3).
    pub server_name: Option<String>,
    /// application_layer_protocol_negotiation (RFC 7301).
    pub alpn: Vec<String>,
    /// The first of them as it is on the wire.
    pub first_alpn: Option<Vec<u8>>,
    /// supported_groups (RFC 8446 section 4.2.7).
    pub groups: Vec<u16>,
    /// ec_point_formats (RFC 8422 section 5.1.2).
    pub point_formats: Vec<u8>,
    /// signature_algorithms (RFC 8446 section 4.2.3).
    pub signatures: Vec<u16>,
    /// Groups of key_share (RFC 8446 section 4.2.8).
    pub shares: Vec<u16>,
    /// supported_versions (RFC 8446 section 4.2.1).
    pub versions: Vec<u16>,
    /// pre_shared_key is there (RFC 8446 section 4.2.11).
    pub psk: bool,
    /// Of a Server Hello: which identity it chose.
    pub psk_chosen: Option<u16>,
    /// psk_key_exchange_modes (RFC 8446 section 4.2.9).
    pub psk_modes: Vec<u8>,
    /// early_data is there (RFC 8446 section 4.2.10).
    pub early_data: bool,
    /// cookie is there (RFC 8446 section 4.2.2).
    pub cookie: bool,
    /// extended_master_secret is there (RFC 7627).
    pub extended_master_secret: bool,
    /// encrypt_then_mac is there (RFC 7366).
    pub encrypt_then_mac: bool,
    /// Length of the session ticket (RFC 5077); 0 asks for one.
    pub ticket: Option<usize>,
    /// Length of renegotiated_connection (RFC 5746); 0 in a first handshake.
    pub renegotiation: Option<usize>,
    /// status_request is there (RFC 6066 section 8).
    pub status_request: bool,
    /// signed_certificate_timestamp is there (RFC 6962).
    pub timestamps: bool,
    /// max_fragment_length in bytes (RFC 6066 section 4).
    pub max_fragment: Option<u16>,
    /// record_size_limit (RFC 8449).
    pub record_size: Option<u16>,
    /// compress_certificate (RFC 8879).
    pub compressions: Vec<u16>,
    /// encrypted_client_hello (RFC 9849): its type, 0 outer, 1 inner.
    pub ech: Option<u8>,
}

/// Whose hello extensions are of: some have another form in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// Client Hello.
    Client,
    /// Server Hello.
    Server,
    /// Hello Retry Request.
    Retry,
}

impl Extensions {
    /// Reads `list`, the content of `Extension extensions<..>`. What is malformed inside stays at its default.
    pub fn read(list: &[u8], from: From) -> Self {
        let mut extensions = Extensions::default();
        for (number, data) in wire::items(list, wire::extension) {
            extensions.order.push(number);
            extensions.take(number, data, from);
        }
        extensions
    }

    fn take(&mut self, number: u16, data: &[u8], from: From) {
        let list8 = || wire::vector8(data).map(|(_, list)| list).unwrap_or_default();
        let list16 = || wire::vector16(data).map(|(_, list)| list).unwrap_or_default();
        let number16 = || wire::numbers16(data.get(..2).unwrap_or_default()).next();
        match number {
            0 => self.server_name = server_name(list16()).or(self.server_name.take()),
            // RFC 6066 section 4: 2^9 to 2^12.
            1 => self.max_fragment = data.first().filter(|n| (1..=4).contains(*n)).map(|n| 1 << (8 + n)),
            5 => self.status_request = true,
            10 => self.groups = wire::numbers16(list16()).collect(),
            11 => self.point_formats = list8().to_vec(),
            13 => self.signatures = wire::numbers16(list16()).collect(),
            16 => {
                let names = || wire::items(list16(), wire::vector8);
                self.first_alpn = names().next().map(<[u8]>::to_vec);
                self.alpn = names().map(crate::dialogue::wire_text).collect();
            }
            18 => self.timestamps = true,
            22 => self.encrypt_then_mac = true,
            23 => self.extended_master_secret = true,
            27 => self.compressions = wire::numbers16(list8()).collect(),
            28 => self.record_size = number16(),
            35 => self.ticket = Some(data.len()),
            41 => {
                self.psk = true;
                self.psk_chosen = number16().filter(|_| from == From::Server);
            }
            42 => self.early_data = true,
            43 if from == From::Client => self.versions = wire::numbers16(list8()).collect(),
            43 => self.versions = number16().into_iter().collect(),
            44 => self.cookie = true,
            45 => self.psk_modes = list8().to_vec(),
            // 40 in the drafts before draft 23.
            40 | 51 => self.shares = key_shares(data, from),
            0xfe0d => self.ech = Some(data.first().copied().unwrap_or(0)),
            0xff01 => self.renegotiation = Some(list8().len()),
            _ => {}
        }
    }
}

/// The first host name (RFC 6066 section 3):
/// ```text
/// struct {
///     NameType name_type;
///     select (name_type) { case host_name: HostName; } name;
/// } ServerName;
/// opaque HostName<1..2^16-1>;
/// ```
fn server_name(list: &[u8]) -> Option<String> {
    let (kind, rest) = list.split_first()?;
    let (_, name) = wire::vector16(rest).ok()?;
    (*kind == 0 && !name.is_empty()).then(|| crate::dialogue::wire_text(name))
}

/// The groups of key_share (RFC 8446 section 4.2.8): a list of the client, one entry of the server, only the group
/// in a Hello Retry Request.
/// ```text
/// struct {
///     NamedGroup group;
///     opaque key_exchange<1..2^16-1>;
/// } KeyShareEntry;
/// ```
fn key_shares(data: &[u8], from: From) -> Vec<u16> {
    match from {
        From::Client => {
            let list = wire::vector16(data).map(|(_, list)| list).unwrap_or_default();
            // An entry has the form of an extension: a number and a vector.
            wire::items(list, wire::extension).map(|(group, _)| group).collect()
        }
        From::Server | From::Retry => wire::numbers16(data.get(..2).unwrap_or_default()).collect(),
    }
}
