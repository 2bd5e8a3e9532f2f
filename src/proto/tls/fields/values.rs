//! Names of small numbers that have no registry file of their own.

use super::map::{Map, field, hex};
use crate::dialogue::Time;

fn named(number: u16, name: &str) -> String {
    if name.is_empty() { format!("{number} (unknown)") } else { format!("{number} ({name})") }
}

/// RFC 8422 section 5.1.2.
pub(super) fn point_format(format: u16) -> String {
    match format {
        0 => "uncompressed".to_owned(),
        1 => "ansiX962_compressed_prime".to_owned(),
        2 => "ansiX962_compressed_char2".to_owned(),
        other => named(other, ""),
    }
}

/// RFC 8879 section 3.
pub(super) fn compression(method: u16) -> String {
    crate::proto::tls::compressed::name(method)
}

/// RFC 8446 section 4.2.9.
pub(super) fn psk_mode(mode: u16) -> String {
    match mode {
        0 => "psk_ke".to_owned(),
        1 => "psk_dhe_ke".to_owned(),
        other => named(other, ""),
    }
}

/// RFC 7250 section 7, RFC 6091.
pub(super) fn certificate_type(kind: u16) -> String {
    named(kind, ["X.509", "OpenPGP", "raw public key", "1609.2"].get(usize::from(kind)).unwrap_or(&""))
}

/// RFC 6520 section 2.
pub(super) fn heartbeat(mode: u16) -> String {
    named(
        mode,
        ["", "peer_allowed_to_send", "peer_not_allowed_to_send"].get(usize::from(mode)).unwrap_or(&""),
    )
}

/// RFC 6066 section 8, RFC 6961 section 2.2.
pub(super) fn status_type(kind: u16) -> String {
    named(kind, ["", "ocsp", "ocsp_multi"].get(usize::from(kind)).unwrap_or(&""))
}

/// RFC 9849 section 5.
pub(super) fn hello_type(kind: u16) -> String {
    match kind {
        0 => "outer".to_owned(),
        1 => "inner".to_owned(),
        other => named(other, ""),
    }
}

/// RFC 9180 section 7.2.
pub(super) fn hpke_kdf(id: u16) -> String {
    named(id, ["", "HKDF-SHA256", "HKDF-SHA384", "HKDF-SHA512"].get(usize::from(id)).unwrap_or(&""))
}

/// RFC 9180 section 7.3.
pub(super) fn hpke_aead(id: u16) -> String {
    named(id, ["", "AES-128-GCM", "AES-256-GCM", "ChaCha20Poly1305"].get(usize::from(id)).unwrap_or(&""))
}

/// RFC 8446 section 4.6.3.
pub(super) fn key_update(request: u16) -> String {
    named(request, ["update_not_requested", "update_requested"].get(usize::from(request)).unwrap_or(&""))
}

/// RFC 5246 section 7.4.4, RFC 8422 section 5.5.
pub(super) fn client_certificate_type(kind: u16) -> String {
    let name = match kind {
        1 => "rsa_sign",
        2 => "dss_sign",
        3 => "rsa_fixed_dh",
        4 => "dss_fixed_dh",
        64 => "ecdsa_sign",
        65 => "rsa_fixed_ecdh",
        66 => "ecdsa_fixed_ecdh",
        80 => "ibc_params",
        _ => "",
    };
    named(kind, name)
}

/// Milliseconds since 1970 as a moment.
pub(super) fn milliseconds(millis: u64) -> String {
    Time::from_nanos(i128::from(millis) * 1_000_000).to_seconds_string()
}

/// RFC 9000 section 18: pairs of a number and a value, both with lengths of one to eight bytes.
pub(super) fn transport_parameters(map: &mut Map<'_>) -> Option<()> {
    while !map.rest.is_empty() {
        let (id, id_size) = variable(map.rest)?;
        let (len, len_size) = variable(map.rest.get(id_size..)?)?;
        let head = id_size + len_size;
        let total = head.checked_add(usize::try_from(len).ok()?)?;
        let value = map.rest.get(head..total)?;
        let shown = match (id, variable(value)) {
            (1 | 3..=11 | 14 | 0x20, Some((number, size))) if size == value.len() => number.to_string(),
            _ => hex(value),
        };
        let (_, range) = map.take(total)?;
        map.push(field(&transport_parameter(id), shown, range));
    }
    Some(())
}

/// RFC 9000 section 16: the two highest bits of the first byte say how many there are.
fn variable(bytes: &[u8]) -> Option<(u64, usize)> {
    let first = bytes.first()?;
    let size = 1usize << (first >> 6);
    let number = bytes.get(..size)?.iter().fold(0u64, |number, byte| number << 8 | u64::from(*byte));
    Some((number & (u64::MAX >> (64 - (8 * size - 2))), size))
}

fn transport_parameter(id: u64) -> String {
    let name = match id {
        0x00 => "original_destination_connection_id",
        0x01 => "max_idle_timeout",
        0x02 => "stateless_reset_token",
        0x03 => "max_udp_payload_size",
        0x04 => "initial_max_data",
        0x05 => "initial_max_stream_data_bidi_local",
        0x06 => "initial_max_stream_data_bidi_remote",
        0x07 => "initial_max_stream_data_uni",
        0x08 => "initial_max_streams_bidi",
        0x09 => "initial_max_streams_uni",
        0x0a => "ack_delay_exponent",
        0x0b => "max_ack_delay",
        0x0c => "disable_active_migration",
        0x0d => "preferred_address",
        0x0e => "active_connection_id_limit",
        0x0f => "initial_source_connection_id",
        0x10 => "retry_source_connection_id",
        0x11 => "version_information",
        0x20 => "max_datagram_frame_size",
        // RFC 9000 section 18.1.
        id if id % 31 == 27 => return format!("0x{id:x} (GREASE)"),
        id => return format!("0x{id:x} (unknown)"),
    };
    name.to_owned()
}
