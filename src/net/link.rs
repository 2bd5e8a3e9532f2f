//! Link layers: from a frame's bytes to an EtherType and what it announces.
//!
//! etherparse decodes Ethernet and its VLAN tags; the others are a few bytes each and stand here.

/// EtherTypes (IEEE registry) that matter here.
pub(super) mod ether_type {
    pub const IPV4: u16 = 0x0800;
    pub const ARP: u16 = 0x0806;
    pub const IPV6: u16 = 0x86dd;
    pub const MPLS: u16 = 0x8847;
    pub const MPLS_MULTICAST: u16 = 0x8848;
    pub const PPPOE_DISCOVERY: u16 = 0x8863;
    pub const PPPOE_SESSION: u16 = 0x8864;
    pub const LLDP: u16 = 0x88cc;
    pub const EAPOL: u16 = 0x888e;
    pub const PBB: u16 = 0x88e7;
    pub const ETAG: u16 = 0x893f;
}

/// What stands behind a link header.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Network<'a> {
    /// Bytes of this EtherType.
    Typed(u16, &'a [u8]),
    /// An Ethernet frame: etherparse's.
    Ethernet(&'a [u8]),
    /// Not IP; its name.
    Other(&'static str),
    /// Too short for its own header.
    Cut,
    /// A link type that is not decoded.
    Unknown,
}

/// Ethernet's link type.
pub(super) const ETHERNET: u16 = 1;

/// Strips the link header of a frame (numbers of tcpdump.org's registry).
pub(super) fn strip(link_type: u16, bytes: &[u8]) -> Network<'_> {
    match link_type {
        ETHERNET => Network::Ethernet(bytes),
        0 => address_family(bytes),
        // OpenBSD loopback: the same number, always in network order; both orders are accepted for either.
        108 => address_family(bytes),
        9 | 50 | 104 | 166 => ppp(bytes),
        51 => pppoe(bytes),
        // PPP with a byte for the direction in front.
        204 => bytes.split_first().map_or(Network::Cut, |(_, rest)| ppp(rest)),
        12 | 14 | 101 | 228 | 229 => by_version(bytes),
        // Linux cooked: packet type, address type, address length, address (8), protocol.
        113 => cooked(bytes, 14, 16),
        // Linux cooked v2: protocol first, then reserved, interface, address type, packet type, lengths, address.
        276 => cooked(bytes, 0, 20),
        _ => Network::Unknown,
    }
}

/// IPv4 or IPv6 by the version in the first four bits.
pub(super) fn by_version(bytes: &[u8]) -> Network<'_> {
    match bytes.first().map(|byte| byte >> 4) {
        Some(4) => Network::Typed(ether_type::IPV4, bytes),
        Some(6) => Network::Typed(ether_type::IPV6, bytes),
        Some(_) => Network::Other("not IP"),
        None => Network::Cut,
    }
}

/// BSD loopback: the address family in the byte order of the capturing machine. IPv4 is 2 everywhere; IPv6 is 10 on
/// Linux, 23 on Windows, 24 on NetBSD, 28 on FreeBSD, 30 on macOS.
fn address_family(bytes: &[u8]) -> Network<'_> {
    let Some((family, rest)) = bytes.split_first_chunk::<4>() else { return Network::Cut };
    let (little, big) = (u32::from_le_bytes(*family), u32::from_be_bytes(*family));
    match little.min(big) {
        2 => Network::Typed(ether_type::IPV4, rest),
        10 | 23 | 24 | 28 | 30 => Network::Typed(ether_type::IPV6, rest),
        _ => Network::Other("not IP"),
    }
}

fn cooked(bytes: &[u8], protocol_at: usize, header: usize) -> Network<'_> {
    match (bytes.get(protocol_at..protocol_at + 2), bytes.get(header..)) {
        (Some([high, low]), Some(rest)) => Network::Typed(u16::from_be_bytes([*high, *low]), rest),
        _ => Network::Cut,
    }
}

/// PPP (RFC 1661, RFC 1662): optional address and control, a protocol number of two bytes, or of one where its low
/// bit is set. Cisco HDLC (0f 00 or 8f 00) has an EtherType in the same place.
fn ppp(bytes: &[u8]) -> Network<'_> {
    match bytes {
        [0x0f | 0x8f, 0x00, high, low, rest @ ..] => Network::Typed(u16::from_be_bytes([*high, *low]), rest),
        [0xff, 0x03, rest @ ..] => ppp_protocol(rest),
        _ => ppp_protocol(bytes),
    }
}

fn ppp_protocol(bytes: &[u8]) -> Network<'_> {
    let (protocol, rest) = match bytes {
        [low, rest @ ..] if low & 1 == 1 => (u16::from(*low), rest),
        [high, low, rest @ ..] => (u16::from_be_bytes([*high, *low]), rest),
        _ => return Network::Cut,
    };
    match protocol {
        0x0021 => Network::Typed(ether_type::IPV4, rest),
        0x0057 => Network::Typed(ether_type::IPV6, rest),
        _ => Network::Other("PPP control"),
    }
}

/// PPPoE (RFC 2516, section 4): version and type, code, session, length, then PPP without address and control.
pub(super) fn pppoe(bytes: &[u8]) -> Network<'_> {
    match bytes {
        [0x11, 0x00, _, _, high, low, rest @ ..] => {
            let length = usize::from(u16::from_be_bytes([*high, *low]));
            ppp_protocol(rest.get(..length).unwrap_or(rest))
        }
        [0x11, _, ..] => Network::Other("PPPoE control"),
        _ => Network::Cut,
    }
}

/// IEEE 802.3 with LLC and SNAP (RFC 1042): what stands where Ethernet II has the EtherType is a length.
pub(super) fn snap(bytes: &[u8]) -> Network<'_> {
    match bytes {
        [0xaa, 0xaa, 0x03, 0, 0, 0, high, low, rest @ ..] => {
            Network::Typed(u16::from_be_bytes([*high, *low]), rest)
        }
        [0x42, 0x42, ..] => Network::Other("STP"),
        _ => Network::Other("LLC"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Network, strip};

    const IP: &[u8] = &[0x45, 0, 0, 20];

    #[test]
    fn loopback_is_read_in_both_byte_orders_and_with_every_systems_number() {
        for family in [[2, 0, 0, 0], [0, 0, 0, 2]] {
            let frame = [&family[..], IP].concat();
            assert_eq!(strip(0, &frame), Network::Typed(0x0800, IP));
        }
        for six in [10u32, 23, 24, 28, 30] {
            let frame = [&six.to_be_bytes()[..], IP].concat();
            assert_eq!(strip(108, &frame), Network::Typed(0x86dd, IP));
        }
    }

    #[test]
    fn ppp_is_read_with_and_without_address_and_with_a_short_protocol() {
        for head in [&[0xff, 3, 0, 0x21][..], &[0, 0x21], &[0x21], &[0xff, 3, 0x21]] {
            let frame = [head, IP].concat();
            assert_eq!(strip(9, &frame), Network::Typed(0x0800, IP), "{head:?}");
        }
        assert_eq!(strip(9, &[0xff, 3, 0xc0, 0x21, 1]), Network::Other("PPP control"));
        let cisco = [&[0x0f, 0, 8, 0][..], IP].concat();
        assert_eq!(strip(104, &cisco), Network::Typed(0x0800, IP));
    }

    #[test]
    fn pppoe_ends_where_its_length_says() {
        let frame = [&[0x11, 0, 0, 1, 0, 6, 0, 0x21][..], IP, &[0, 0]].concat();
        assert_eq!(strip(51, &frame), Network::Typed(0x0800, IP));
    }

    #[test]
    fn a_frame_shorter_than_its_header_is_cut_and_an_unknown_type_is_said_to_be_so() {
        for link_type in [0, 9, 51, 101, 113, 204, 276] {
            assert_eq!(strip(link_type, &[]), Network::Cut, "{link_type}");
        }
        assert_eq!(strip(105, IP), Network::Unknown);
    }
}
