//! Extensions, part by part: of hellos, and of the messages that have a list of their own since TLS 1.3.

use super::map::{Map, hex};
use super::values;
use crate::dialogue::Note;
use crate::proto::tls::hello::{Extensions, From};
use crate::proto::tls::registry::{self, name};
use crate::proto::tls::{certificate, ocsp};

/// Which message a list of extensions stands in: some have another form in each (RFC 8446 section 4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Within {
    /// Client Hello.
    Client,
    /// Server Hello or Encrypted Extensions.
    Server,
    /// Hello Retry Request.
    Retry,
    /// Certificate Request.
    Request,
    /// One certificate.
    Certificate,
    /// New Session Ticket.
    Ticket,
}

impl std::convert::From<From> for Within {
    fn from(from: From) -> Self {
        match from {
            From::Client => Within::Client,
            From::Server => Within::Server,
            From::Retry => Within::Retry,
        }
    }
}

/// A list of extensions with its length; a hello may end without one.
pub(super) fn list(map: &mut Map<'_>, within: Within) -> Option<()> {
    if map.rest.is_empty() {
        return Some(());
    }
    let all = map.length("extensions length", 2)?;
    map.list(all, |list| one(list, within))
}

fn one(map: &mut Map<'_>, within: Within) -> Option<()> {
    let (kind, len) = match map.rest {
        [a, b, c, d, ..] => (u16::from_be_bytes([*a, *b]), usize::from(u16::from_be_bytes([*c, *d]))),
        _ => return None,
    };
    let whole = map.rest.get(..4 + len)?;
    let from = match within {
        Within::Client | Within::Request => From::Client,
        Within::Server | Within::Certificate | Within::Ticket => From::Server,
        Within::Retry => From::Retry,
    };
    let title = format!("{} ({kind})", name(&registry::EXTENSIONS, kind));
    map.parts(&title, 4 + len, |map| {
        map.code("extension type", |kind| kind.to_string())?;
        map.length("length", 2)?;
        let said = said(kind, map.rest, &Extensions::read(whole, from));
        // `None` stands for one that is cut or malformed: what is left becomes its rest.
        let _whole = content(map, kind, within);
        Some(said)
    })?;
    if let Some(last) = map.last() {
        last.note = purpose(kind);
    }
    Some(())
}

/// The parts of one extension.
fn content(map: &mut Map<'_>, kind: u16, within: Within) -> Option<()> {
    let client = matches!(within, Within::Client | Within::Request);
    match kind {
        0 => vectors(map, 2, |map| {
            map.code_of("name type", 1, |kind| {
                format!("{kind}{}", if kind == 0 { " (host_name)" } else { "" })
            })?;
            map.text_vector("host name", 2)
        }),
        1 => map.opaque("max fragment length", 1, None).map(drop),
        5 => status_request(map, within),
        9 | 19 | 20 if client => codes(map, 1, 1, "certificate type", values::certificate_type),
        9 | 19 | 20 => map.code_of("certificate type", 1, values::certificate_type).map(drop),
        10 => codes(map, 2, 2, "group", |group| name(&registry::GROUPS, group)),
        11 => codes(map, 1, 1, "point format", values::point_format),
        13 | 50 => codes(map, 2, 2, "signature scheme", |scheme| name(&registry::SIGNATURE_SCHEMES, scheme)),
        14 => {
            codes(map, 2, 2, "protection profile", |profile| format!("0x{profile:04x}"))?;
            map.vector("master key identifier", 1, None).map(drop)
        }
        15 => map.code_of("heartbeat mode", 1, values::heartbeat).map(drop),
        16 | 0x4469 | 0x44cd if within != Within::Certificate && (client || kind == 16) => {
            vectors(map, 2, |map| map.text_vector("protocol", 1))
        }
        17 => vectors(map, 2, |map| {
            map.code_of("status type", 1, values::status_type)?;
            map.length("request length", 2)?;
            status_body(map)
        }),
        18 if !client => vectors(map, 2, |map| {
            let len = map.length("timestamp length", 2)?;
            map.parts("signed certificate timestamp", len, timestamp)
        }),
        21 => map.opaque("padding", map.rest.len(), Some("tls-field-padding")).map(drop),
        24 => {
            map.code("version", |version| format!("{}.{}", version >> 8, version & 0xff))?;
            codes(map, 1, 1, "key parameters", |kind| kind.to_string())
        }
        27 => codes(map, 1, 2, "algorithm", values::compression),
        28 => map.length("record size limit", 2).map(drop),
        34 if client => {
            codes(map, 2, 2, "signature scheme", |scheme| name(&registry::SIGNATURE_SCHEMES, scheme))
        }
        34 => delegated_credential(map),
        35 => map.opaque("session ticket", map.rest.len(), Some("tls-field-ticket")).map(drop),
        41 if client => pre_shared_keys(map),
        41 => map.length("selected identity", 2).map(drop),
        42 if within == Within::Ticket => map.length("max early data size", 4).map(drop),
        43 if client => codes(map, 1, 2, "version", registry::version),
        43 => map.code("version", registry::version).map(drop),
        44 => map.vector("cookie", 2, None).map(drop),
        45 => codes(map, 1, 1, "mode", values::psk_mode),
        47 => authorities(map),
        48 => vectors(map, 2, |map| {
            map.vector("oid", 1, None)?;
            map.vector("values", 2, None).map(drop)
        }),
        40 | 51 => match within {
            Within::Client => vectors(map, 2, share),
            Within::Retry => map.code("group", |group| name(&registry::GROUPS, group)).map(drop),
            _ => share(map),
        },
        54 => map.vector("connection id", 1, None).map(drop),
        57 | 0xffa5 => values::transport_parameters(map),
        58 => {
            map.length("new session count", 1)?;
            map.length("resumption count", 1).map(drop)
        }
        0x3374 => {
            while !map.rest.is_empty() {
                map.text_vector("protocol", 1)?;
            }
            Some(())
        }
        0xfe0d => encrypted_client_hello(map, within),
        0xff01 => map.vector("renegotiated connection", 1, None).map(drop),
        _ => map.opaque("data", map.rest.len(), None).map(drop),
    }
}

/// A list behind its length, item by item.
pub(super) fn vectors<'a>(
    map: &mut Map<'a>,
    width: usize,
    item: impl FnMut(&mut Map<'a>) -> Option<()>,
) -> Option<()> {
    let len = map.length("list length", width)?;
    map.list(len, item)
}

/// A list of numbers of `size` bytes behind its length.
pub(super) fn codes(
    map: &mut Map<'_>,
    width: usize,
    size: usize,
    what: &str,
    named: impl Fn(u16) -> String,
) -> Option<()> {
    vectors(map, width, |map| {
        let number = map.code_of(what, size, &named)?;
        if size == 2 && registry::is_grease(number) {
            map.note("tls-field-grease");
        }
        Some(())
    })
}

/// RFC 6066 section 8; since TLS 1.3 the answer stands beside the certificate (RFC 8446 section 4.4.2.1).
fn status_request(map: &mut Map<'_>, within: Within) -> Option<()> {
    if map.rest.is_empty() {
        return Some(());
    }
    map.code_of("status type", 1, values::status_type)?;
    if within == Within::Certificate {
        return ocsp_response(map);
    }
    status_body(map)
}

/// An OCSP answer behind its length, in short where it can be read.
pub(super) fn ocsp_response(map: &mut Map<'_>) -> Option<()> {
    let answer = map.vector("response", 3, None)?;
    if let (Some(ocsp), Some(last)) = (ocsp::read(answer), map.last()) {
        let moment = |time: Option<String>| time.unwrap_or_else(|| "?".to_owned());
        last.value = format!("{}, {} .. {}", ocsp.status, moment(ocsp.this_update), moment(ocsp.next_update));
    }
    Some(())
}

fn status_body(map: &mut Map<'_>) -> Option<()> {
    map.vector("responder ids", 2, None)?;
    map.vector("request extensions", 2, None).map(drop)
}

/// RFC 6962 section 3.2.
fn timestamp(map: &mut Map<'_>) -> Option<String> {
    map.code_of(
        "version",
        1,
        |version| if version == 0 { "0 (v1)".to_owned() } else { version.to_string() },
    )?;
    map.opaque("log id", 32, Some("tls-field-log-id"))?;
    let (time, range) = map.take(8)?;
    let millis = time.iter().fold(0u64, |number, byte| number << 8 | u64::from(*byte));
    let time = values::milliseconds(millis);
    map.push(super::map::field("timestamp", time.clone(), range));
    map.vector("extensions", 2, None)?;
    map.code("signature algorithm", |scheme| name(&registry::SIGNATURE_SCHEMES, scheme))?;
    map.vector("signature", 2, None)?;
    Some(time)
}

/// RFC 9345 section 4.1.1.
fn delegated_credential(map: &mut Map<'_>) -> Option<()> {
    map.length("valid time", 4)?;
    map.code("signature scheme", |scheme| name(&registry::SIGNATURE_SCHEMES, scheme))?;
    map.vector("public key", 3, None)?;
    super::exchange::signature(map, true, "tls-field-delegation")
}

/// RFC 8446 section 4.2.11.
fn pre_shared_keys(map: &mut Map<'_>) -> Option<()> {
    let len = map.length("identities length", 2)?;
    map.list(len, |map| {
        map.vector("identity", 2, Some("tls-field-ticket"))?;
        map.length("obfuscated ticket age", 4)?;
        map.note("tls-field-ticket-age");
        Some(())
    })?;
    let len = map.length("binders length", 2)?;
    map.list(len, |map| map.vector("binder", 1, Some("tls-field-binder")).map(drop))
}

/// RFC 8446 section 4.2.8.
fn share(map: &mut Map<'_>) -> Option<()> {
    let group = map.code("group", |group| name(&registry::GROUPS, group))?;
    if registry::is_grease(group) {
        map.note("tls-field-grease");
    }
    map.vector("key exchange", 2, Some("tls-field-share")).map(drop)
}

/// RFC 8446 section 4.2.4, RFC 5246 section 7.4.4.
pub(super) fn authorities(map: &mut Map<'_>) -> Option<()> {
    let len = map.length("authorities length", 2)?;
    map.list(len, |map| {
        let len = map.length("distinguished name length", 2)?;
        let (der, range) = map.take(len)?;
        let name = certificate::distinguished_name(der).unwrap_or_else(|| hex(der));
        map.push(super::map::field("distinguished name", name, range));
        Some(())
    })
}

/// RFC 9849 section 5. Whether it is a dummy (GREASE, section 6.2) cannot be seen.
fn encrypted_client_hello(map: &mut Map<'_>, within: Within) -> Option<()> {
    match within {
        Within::Retry => return map.opaque("confirmation", 8, None).map(drop),
        Within::Client => {}
        _ => return map.vector("retry configurations", 2, None).map(drop),
    }
    let kind = map.code_of("type", 1, values::hello_type)?;
    if kind != 0 {
        return Some(());
    }
    map.code("kdf", values::hpke_kdf)?;
    map.code("aead", values::hpke_aead)?;
    map.length("config id", 1)?;
    map.vector("encapsulated key", 2, None)?;
    map.vector("payload", 2, Some("tls-field-ech-payload")).map(drop)
}

/// What one extension says, in short.
fn said(number: u16, data: &[u8], extension: &Extensions) -> String {
    let names =
        |table, list: &[u16]| list.iter().map(|item| name(table, *item)).collect::<Vec<_>>().join(", ");
    let bytes = |list: &[u8], named: fn(u16) -> String| {
        list.iter().map(|item| named(u16::from(*item))).collect::<Vec<_>>().join(", ")
    };
    match number {
        0 => extension.server_name.clone().unwrap_or_default(),
        1 => extension.max_fragment.map_or_else(|| hex(data), |bytes| bytes.to_string()),
        10 => names(&registry::GROUPS, &extension.groups),
        11 => bytes(&extension.point_formats, values::point_format),
        13 => names(&registry::SIGNATURE_SCHEMES, &extension.signatures),
        16 => extension.alpn.join(", "),
        21 => data.len().to_string(),
        27 => {
            let list = extension.compressions.iter().map(|item| values::compression(*item));
            list.collect::<Vec<_>>().join(", ")
        }
        28 => extension.record_size.map_or_else(|| hex(data), |bytes| bytes.to_string()),
        43 => extension.versions.iter().map(|item| registry::version(*item)).collect::<Vec<_>>().join(", "),
        45 => bytes(&extension.psk_modes, values::psk_mode),
        51 => names(&registry::GROUPS, &extension.shares),
        0xfe0d => match extension.ech {
            Some(kind @ 0..=1) => values::hello_type(u16::from(kind)),
            _ => hex(data),
        },
        _ => hex(data),
    }
}

/// What an extension is for.
pub(in crate::proto::tls) fn purpose(number: u16) -> Option<Note> {
    let key = match number {
        0 => "tls-extension-server-name",
        1 => "tls-extension-max-fragment-length",
        5 | 17 => "tls-extension-status-request",
        9 | 19 | 20 => "tls-extension-certificate-type",
        10 => "tls-extension-supported-groups",
        11 => "tls-extension-ec-point-formats",
        13 => "tls-extension-signature-algorithms",
        14 => "tls-extension-use-srtp",
        15 => "tls-extension-heartbeat",
        16 => "tls-extension-alpn",
        18 => "tls-extension-sct",
        21 => "tls-extension-padding",
        22 => "tls-extension-encrypt-then-mac",
        23 => "tls-extension-extended-master-secret",
        24 => "tls-extension-token-binding",
        27 => "tls-extension-compress-certificate",
        28 => "tls-extension-record-size-limit",
        34 => "tls-extension-delegated-credential",
        35 => "tls-extension-session-ticket",
        41 => "tls-extension-pre-shared-key",
        42 => "tls-extension-early-data",
        43 => "tls-extension-supported-versions",
        44 => "tls-extension-cookie",
        45 => "tls-extension-psk-modes",
        47 => "tls-extension-certificate-authorities",
        48 => "tls-extension-oid-filters",
        49 => "tls-extension-post-handshake-auth",
        50 => "tls-extension-signature-algorithms-cert",
        51 => "tls-extension-key-share",
        57 | 0xffa5 => "tls-extension-quic",
        0x3374 => "tls-extension-npn",
        0x754f | 0x7550 => "tls-extension-channel-id",
        0x4469 | 0x44cd => "tls-extension-application-settings",
        0xfe0d => "tls-extension-ech",
        0xff01 => "tls-extension-renegotiation-info",
        _ if registry::is_grease(number) => "tls-field-grease",
        _ => return None,
    };
    Some(Note::new(key))
}
