//! The smaller messages, part by part.

use super::extensions::{Within, authorities, codes, list, vectors};
use super::map::{Map, field};
use super::{Layout, exchange, values};
use crate::proto::tls::registry::{self, name};

/// RFC 5077 section 3.3; RFC 8446 section 4.6.1.
pub(super) fn new_session_ticket(map: &mut Map<'_>, is_13: bool) -> Option<()> {
    let (seconds, range) = map.number(4)?;
    map.push(field(if is_13 { "lifetime" } else { "lifetime hint" }, format!("{seconds} s"), range));
    if is_13 {
        map.opaque("age add", 4, Some("tls-field-age-add"))?;
        map.vector("nonce", 1, Some("tls-field-ticket-nonce"))?;
    }
    map.vector("ticket", 2, Some("tls-field-ticket"))?;
    if is_13 { list(map, Within::Ticket) } else { Some(()) }
}

/// RFC 5246 section 7.4.8, RFC 8446 section 4.4.3.
pub(super) fn certificate_verify(map: &mut Map<'_>, layout: Layout<'_>) -> Option<()> {
    let scheme = layout.is_13 || layout.version.is_none_or(|version| version >= 0x0303);
    exchange::signature(map, scheme, "tls-field-signature-verify")
}

/// RFC 5246 section 7.4.4, RFC 8446 section 4.3.2.
pub(super) fn certificate_request(map: &mut Map<'_>, layout: Layout<'_>) -> Option<()> {
    if layout.is_13 {
        map.vector("certificate request context", 1, None)?;
        return list(map, Within::Request);
    }
    codes(map, 1, 1, "certificate type", values::client_certificate_type)?;
    if layout.version.is_none_or(|version| version >= 0x0303) {
        codes(map, 2, 2, "signature scheme", |scheme| name(&registry::SIGNATURE_SCHEMES, scheme))?;
    }
    authorities(map)
}

/// RFC 6066 section 8.
pub(super) fn certificate_status(map: &mut Map<'_>) -> Option<()> {
    map.code_of("status type", 1, values::status_type)?;
    super::extensions::ocsp_response(map)
}

/// RFC 8879 section 4.
pub(super) fn compressed_certificate(map: &mut Map<'_>) -> Option<()> {
    map.code("algorithm", values::compression)?;
    map.length("uncompressed length", 3)?;
    map.vector("compressed certificate message", 3, None).map(drop)
}

/// RFC 6066 section 5.
pub(super) fn certificate_url(map: &mut Map<'_>) -> Option<()> {
    map.code_of("chain type", 1, |kind| kind.to_string())?;
    vectors(map, 2, |map| {
        map.text_vector("url", 2)?;
        map.opaque("padding", 1, None)?;
        map.opaque("sha1 hash", 20, None).map(drop)
    })
}

/// RFC 4680 section 2.
pub(super) fn supplemental_data(map: &mut Map<'_>) -> Option<()> {
    vectors(map, 3, |map| {
        map.code("data type", |kind| kind.to_string())?;
        map.vector("data", 2, None).map(drop)
    })
}

/// draft-agl-tls-nextprotoneg-04 section 3.
pub(super) fn next_protocol(map: &mut Map<'_>) -> Option<()> {
    map.text_vector("selected protocol", 1)?;
    map.vector("padding", 1, None).map(drop)
}
