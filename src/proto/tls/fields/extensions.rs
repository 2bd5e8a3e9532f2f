//! The extensions of a hello, part by part.

use super::map::{Map, hex};
use crate::dialogue::Note;
use crate::proto::tls::hello::{Extensions, From};
use crate::proto::tls::registry::{self, name};

/// A list of extensions with its length; a hello may end without one.
pub(super) fn list(map: &mut Map<'_>, from: From) -> Option<()> {
    if map.rest.is_empty() {
        return Some(());
    }
    let all = map.length("extensions length", 2)?;
    map.list(all, |list| one(list, from))
}

fn one(map: &mut Map<'_>, from: From) -> Option<()> {
    let (kind, len) = match map.rest {
        [a, b, c, d, ..] => (u16::from_be_bytes([*a, *b]), usize::from(u16::from_be_bytes([*c, *d]))),
        _ => return None,
    };
    let whole = map.rest.get(..4 + len)?;
    let title = format!("{} ({kind})", name(&registry::EXTENSIONS, kind));
    map.parts(&title, 4 + len, |map| {
        map.code("extension type", |kind| kind.to_string())?;
        map.length("length", 2)?;
        Some(said(kind, map.rest, &Extensions::read(whole, from)))
    })?;
    if let Some(last) = map.last() {
        last.note = purpose(kind);
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
