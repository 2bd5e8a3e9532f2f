//! Names of numbers: cipher suites, extensions, groups, signature schemes, alerts.
//!
//! The lists are data files beside this one. A number that is in none keeps its number: `0x1a1a (GREASE)`,
//! `0x1234 (unknown)`; it is never an error.

use std::sync::LazyLock;

/// A list of numbers and their names, ascending.
type Table = LazyLock<Vec<(u16, &'static str)>>;

pub(super) static CIPHER_SUITES: Table = LazyLock::new(|| rows(include_str!("cipher_suites.csv")));
pub(super) static EXTENSIONS: Table = LazyLock::new(|| rows(include_str!("extensions.csv")));
pub(super) static GROUPS: Table = LazyLock::new(|| rows(include_str!("groups.csv")));
pub(super) static SIGNATURE_SCHEMES: Table = LazyLock::new(|| rows(include_str!("signature_schemes.csv")));
/// Of an alert the name is `rfc_name,name in Wireshark`.
pub(super) static ALERTS: Table = LazyLock::new(|| rows(include_str!("alerts.csv")));

/// `number,name` lines; `#` begins a comment.
fn rows(csv: &'static str) -> Vec<(u16, &'static str)> {
    csv.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let (number, name) = line.split_once(',')?;
            let number = match number.strip_prefix("0x") {
                Some(hex) => u16::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            Some((number, name))
        })
        .collect()
}

/// The registered name of `number`.
pub(super) fn registered(table: &Table, number: u16) -> Option<&'static str> {
    let at = table.binary_search_by_key(&number, |row| row.0).ok()?;
    table.get(at).map(|row| row.1)
}

/// The registered name, or the number with what is known of it.
pub(super) fn name(table: &Table, number: u16) -> String {
    match registered(table, number) {
        Some(name) => name.to_owned(),
        None => unnamed(number),
    }
}

fn unnamed(number: u16) -> String {
    format!("0x{number:04x} ({})", if is_grease(number) { "GREASE" } else { "unknown" })
}

/// RFC 8701 section 2: values like 0x1a1a that clients sprinkle in so that servers keep ignoring what they don't know.
pub(super) fn is_grease(number: u16) -> bool {
    number & 0x0f0f == 0x0a0a && number >> 8 == number & 0xff
}

/// The name of a protocol version, as the JSON contract has it.
pub(super) fn version(number: u16) -> String {
    match number {
        0x0002 => "SSL 2.0".to_owned(),
        0x0300 => "SSL 3.0".to_owned(),
        0x0301 => "TLS 1.0".to_owned(),
        0x0302 => "TLS 1.1".to_owned(),
        0x0303 => "TLS 1.2".to_owned(),
        0x0304 => "TLS 1.3".to_owned(),
        0x0101 => "TLCP 1.1".to_owned(),
        // Drafts of TLS 1.3 put their number in the low byte (draft-ietf-tls-tls13-28 section 4.2.1.1).
        0x7f00..=0x7f1c => format!("TLS 1.3 (draft {})", number & 0xff),
        _ => unnamed(number),
    }
}

/// An alert's name in its RFC (`unknown_ca`) and in Wireshark (`Unknown CA`).
pub(super) fn alert(number: u8) -> (String, String) {
    match registered(&ALERTS, u16::from(number)).and_then(|names| names.split_once(',')) {
        Some((rfc, wireshark)) => (rfc.to_owned(), wireshark.to_owned()),
        None => (format!("{number} (unknown)"), format!("Unknown ({number})")),
    }
}
