//! The byte map of a handshake message: which bytes are which field.
//!
//! Offsets count from the message's own header. What cannot be taken apart ends in a field `rest`, so that every byte
//! belongs to some field.

use super::bodies;
use super::certificate::Certificate;
use super::hello::{self, Extensions};
use super::messages::named;
use super::registry::{self, name};
use super::wire::{self, handshake as kinds};
use crate::dialogue::{Field, Note};

/// Fields of one message. A hello of 64 KiB could list 32,768 suites; a real one has less than a hundred.
const MAX_FIELDS: usize = 1024;

/// The fields of a whole message.
pub(super) fn fields(kind: u8, body: &[u8], from: hello::From, is_13: bool) -> Vec<Field> {
    let mut map = Map { rest: body, at: 4, fields: Vec::new() };
    let (_, label) = named(kind);
    map.fields.push(field("handshake type", format!("{kind} ({label})"), (0, 1)));
    map.fields.push(field("length", body.len().to_string(), (1, 4)));
    // `None` stands for a message that ends early; what was read until then stays.
    let _whole = match kind {
        kinds::CLIENT_HELLO => client_hello(&mut map),
        kinds::SERVER_HELLO => server_hello(&mut map, from),
        kinds::CERTIFICATE => certificates(&mut map, is_13),
        kinds::SERVER_KEY_EXCHANGE => server_key_exchange(&mut map),
        kinds::NEW_SESSION_TICKET if !is_13 => new_session_ticket(&mut map),
        _ => Some(()),
    };
    map.rest();
    map.fields
}

fn field(name: &str, value: String, bytes: (u64, u64)) -> Field {
    Field { name: name.to_owned(), value, bytes, note: None, fields: Vec::new() }
}

/// Bytes that are not yet named, and the fields so far.
struct Map<'a> {
    rest: &'a [u8],
    at: u64,
    fields: Vec<Field>,
}

impl<'a> Map<'a> {
    /// Takes `len` bytes.
    fn take(&mut self, len: usize) -> Option<(&'a [u8], (u64, u64))> {
        let (head, tail) = self.rest.split_at_checked(len)?;
        let from = self.at;
        self.rest = tail;
        self.at += len as u64;
        Some((head, (from, self.at)))
    }

    /// A big-endian number of up to four bytes.
    fn number(&mut self, len: usize) -> Option<(u32, (u64, u64))> {
        let (bytes, range) = self.take(len)?;
        Some((bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)), range))
    }

    /// A length of `width` bytes as a field of its own; gives it.
    fn length(&mut self, name: &str, width: usize) -> Option<usize> {
        let (length, range) = self.number(width)?;
        self.push(field(name, length.to_string(), range));
        usize::try_from(length).ok()
    }

    /// Bytes shown in hexadecimal.
    fn opaque(&mut self, name: &str, len: usize, note: Option<&'static str>) -> Option<&'a [u8]> {
        let (bytes, range) = self.take(len)?;
        let mut shown = field(name, hex(bytes), range);
        shown.note = note.map(Note::new);
        self.push(shown);
        Some(bytes)
    }

    fn push(&mut self, field: Field) {
        if self.fields.len() < MAX_FIELDS {
            self.fields.push(field);
        } else if self.fields.len() == MAX_FIELDS {
            let mut more = self::field("..", String::new(), field.bytes);
            more.note = Some(Note::new("tls-field-more"));
            self.fields.push(more);
        }
    }

    /// What is left, as one field.
    fn rest(&mut self) {
        let len = self.rest.len();
        if len > 0 {
            self.opaque("rest", len, None);
        }
    }

    /// A map of the next `len` bytes.
    fn inside(&mut self, len: usize) -> Option<Map<'a>> {
        let (bytes, range) = self.take(len)?;
        Some(Map { rest: bytes, at: range.0, fields: Vec::new() })
    }
}

/// At most 64 bytes: longer ones are there to be looked at in the bytes themselves.
fn hex(bytes: &[u8]) -> String {
    let mut text: Vec<String> = bytes.iter().take(64).map(|byte| format!("{byte:02x}")).collect();
    if bytes.len() > 64 {
        text.push("..".to_owned());
    }
    text.join(" ")
}

fn version(map: &mut Map<'_>, name: &str, note: &'static str) -> Option<()> {
    let (number, range) = map.number(2)?;
    let version = u16::try_from(number).ok()?;
    let mut shown = field(name, format!("0x{version:04x} ({})", registry::version(version)), range);
    shown.note = Some(Note::new(note));
    map.push(shown);
    Some(())
}

fn suite(map: &mut Map<'_>) -> Option<()> {
    let (number, range) = map.number(2)?;
    let number = u16::try_from(number).ok()?;
    let mut shown = field("cipher suite", name(&registry::CIPHER_SUITES, number), range);
    if registry::is_grease(number) {
        shown.note = Some(Note::new("tls-field-grease"));
    } else if shown.value.ends_with("_SCSV") {
        shown.note = Some(Note::new("tls-field-signal"));
    }
    map.push(shown);
    Some(())
}

fn client_hello(map: &mut Map<'_>) -> Option<()> {
    version(map, "client version", "tls-field-client-version")?;
    map.opaque("random", 32, Some("tls-field-random"))?;
    let id = map.length("session id length", 1)?;
    if id > 0 {
        map.opaque("session id", id, Some("tls-field-session-id"))?;
    }
    let suites = map.length("cipher suites length", 2)?;
    for _ in 0..suites / 2 {
        suite(map)?;
    }
    let methods = map.length("compression methods length", 1)?;
    map.opaque("compression methods", methods, Some("tls-field-compression"))?;
    extensions(map, hello::From::Client)
}

fn server_hello(map: &mut Map<'_>, from: hello::From) -> Option<()> {
    let short = wire::numbers16(map.rest).next().is_some_and(wire::is_short_draft);
    version(map, "server version", "tls-field-server-version")?;
    map.opaque("random", 32, Some("tls-field-random"))?;
    if short {
        suite(map)?;
        return extensions(map, from);
    }
    let id = map.length("session id length", 1)?;
    if id > 0 {
        map.opaque("session id", id, Some("tls-field-session-id"))?;
    }
    suite(map)?;
    map.opaque("compression method", 1, Some("tls-field-compression"))?;
    extensions(map, from)
}

fn extensions(map: &mut Map<'_>, from: hello::From) -> Option<()> {
    if map.rest.is_empty() {
        return Some(());
    }
    let all = map.length("extensions length", 2)?;
    let mut list = map.inside(all)?;
    while !list.rest.is_empty() {
        let start = list.rest;
        let begin = list.at;
        let (number, _) = list.number(2)?;
        let number = u16::try_from(number).ok()?;
        let (len, _) = list.number(2)?;
        let (data, range) = list.take(len as usize)?;
        let one = start.get(..4 + data.len()).unwrap_or_default();
        let title = format!("{} ({number})", name(&registry::EXTENSIONS, number));
        let mut shown = field(&title, said(number, data, &Extensions::read(one, from)), (begin, range.1));
        shown.note = purpose(number);
        map.push(shown);
    }
    Some(())
}

/// What one extension says.
fn said(number: u16, data: &[u8], extension: &Extensions) -> String {
    let names =
        |table, list: &[u16]| list.iter().map(|item| name(table, *item)).collect::<Vec<_>>().join(", ");
    match number {
        0 => extension.server_name.clone().unwrap_or_default(),
        1 => extension.max_fragment.map_or_else(|| hex(data), |bytes| bytes.to_string()),
        10 => names(&registry::GROUPS, &extension.groups),
        11 => {
            let format = |format: &u8| match format {
                0 => "uncompressed".to_owned(),
                1 => "ansiX962_compressed_prime".to_owned(),
                2 => "ansiX962_compressed_char2".to_owned(),
                other => format!("{other} (unknown)"),
            };
            extension.point_formats.iter().map(format).collect::<Vec<_>>().join(", ")
        }
        13 => names(&registry::SIGNATURE_SCHEMES, &extension.signatures),
        16 => extension.alpn.join(", "),
        27 => {
            let method = |method: &u16| match method {
                1 => "zlib".to_owned(),
                2 => "brotli".to_owned(),
                3 => "zstd".to_owned(),
                other => format!("{other} (unknown)"),
            };
            extension.compressions.iter().map(method).collect::<Vec<_>>().join(", ")
        }
        28 => extension.record_size.map_or_else(|| hex(data), |bytes| bytes.to_string()),
        43 => extension.versions.iter().map(|item| registry::version(*item)).collect::<Vec<_>>().join(", "),
        45 => {
            let mode = |mode: &u8| match mode {
                0 => "psk_ke".to_owned(),
                1 => "psk_dhe_ke".to_owned(),
                other => format!("{other} (unknown)"),
            };
            extension.psk_modes.iter().map(mode).collect::<Vec<_>>().join(", ")
        }
        51 => names(&registry::GROUPS, &extension.shares),
        0xfe0d => match extension.ech {
            Some(0) => "outer".to_owned(),
            Some(1) => "inner".to_owned(),
            _ => hex(data),
        },
        _ => hex(data),
    }
}

/// What an extension is for.
fn purpose(number: u16) -> Option<Note> {
    let key = match number {
        0 => "tls-extension-server-name",
        1 => "tls-extension-max-fragment-length",
        5 => "tls-extension-status-request",
        10 => "tls-extension-supported-groups",
        11 => "tls-extension-ec-point-formats",
        13 => "tls-extension-signature-algorithms",
        16 => "tls-extension-alpn",
        18 => "tls-extension-sct",
        22 => "tls-extension-encrypt-then-mac",
        23 => "tls-extension-extended-master-secret",
        27 => "tls-extension-compress-certificate",
        28 => "tls-extension-record-size-limit",
        35 => "tls-extension-session-ticket",
        41 => "tls-extension-pre-shared-key",
        42 => "tls-extension-early-data",
        43 => "tls-extension-supported-versions",
        44 => "tls-extension-cookie",
        45 => "tls-extension-psk-modes",
        51 => "tls-extension-key-share",
        0xfe0d => "tls-extension-ech",
        0xff01 => "tls-extension-renegotiation-info",
        _ if registry::is_grease(number) => "tls-field-grease",
        _ => return None,
    };
    Some(Note::new(key))
}

fn certificates(map: &mut Map<'_>, is_13: bool) -> Option<()> {
    if is_13 {
        let context = map.length("certificate request context length", 1)?;
        map.opaque("certificate request context", context, None)?;
    }
    let all = map.length("certificates length", 3)?;
    let mut list = map.inside(all)?;
    while !list.rest.is_empty() && map.fields.len() <= MAX_FIELDS {
        let (len, length) = list.number(3)?;
        let (der, range) = list.take(len as usize)?;
        map.push(field("certificate length", len.to_string(), length));
        let certificate = Certificate::read(der);
        map.push(field("certificate", certificate.subject.unwrap_or_else(|| "?".to_owned()), range));
        if is_13 {
            let (len, length) = list.number(2)?;
            map.push(field("extensions length", len.to_string(), length));
            let (data, range) = list.take(len as usize)?;
            if !data.is_empty() {
                map.push(field("extensions", hex(data), range));
            }
        }
    }
    Some(())
}

/// An ECDHE key (RFC 8422 section 5.4); other key exchanges stay one field.
fn server_key_exchange(map: &mut Map<'_>) -> Option<()> {
    let exchange = bodies::server_key_exchange(map.rest, "ECDHE")?;
    let group = exchange.group?;
    let (_, range) = map.number(1)?;
    map.push(field("curve type", "3 (named_curve)".to_owned(), range));
    let (_, range) = map.number(2)?;
    map.push(field("named curve", name(&registry::GROUPS, group), range));
    let len = map.length("public key length", 1)?;
    map.opaque("public key", len, Some("tls-field-public-key"))?;
    if let Some(scheme) = exchange.scheme {
        let (_, range) = map.number(2)?;
        map.push(field("signature algorithm", name(&registry::SIGNATURE_SCHEMES, scheme), range));
    }
    let len = map.length("signature length", 2)?;
    map.opaque("signature", len, Some("tls-field-signature"))?;
    Some(())
}

fn new_session_ticket(map: &mut Map<'_>) -> Option<()> {
    let (seconds, range) = map.number(4)?;
    map.push(field("lifetime hint", format!("{seconds} s"), range));
    let len = map.length("ticket length", 2)?;
    map.opaque("ticket", len, Some("tls-field-ticket"))?;
    Some(())
}
