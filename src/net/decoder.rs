//! From a frame's bytes to its transport, through etherparse.

use std::net::IpAddr;

use etherparse::{
    EtherType, Ethernet2HeaderSlice, IpNumber, Ipv4HeaderSlice, Ipv6ExtensionSlice, Ipv6HeaderSlice,
    LaxLinkExtSlice, LaxNetSlice, LaxSlicedPacket, TcpHeaderSlice, TcpOptionElement, TcpSlice,
    TransportSlice, UdpSlice,
};

use crate::dialogue::{Fate, Finding, Time};

use super::checksum::Checksums;
use super::fragments::{Fragments, Key, Part};
use super::link::{ETHERNET, Network, ether_type, pppoe, snap, strip};
use super::{Begins, Datagram, Decoded, Endpoint, Fragment, Segment};

/// Decodes frames; keeps fragments until their packets are whole.
#[derive(Default)]
pub struct Decoder {
    fragments: Fragments,
    checksums: Checksums,
}

/// What is common to a packet, whichever transport it has.
struct Packet {
    frame: u64,
    time: Time,
    frames: u64,
    source: IpAddr,
    destination: IpAddr,
    identification: u16,
}

impl Decoder {
    /// Decodes a frame.
    pub fn decode<'a>(
        &'a mut self,
        number: u64,
        time: Time,
        link_type: u16,
        original_length: u32,
        bytes: &'a [u8],
    ) -> Decoded<'a> {
        if link_type == ETHERNET {
            // Each on its own: what both have in common would have to be copied.
            if let Some((ip, tcp)) = plain_ipv4(bytes) {
                let (source, destination) = (ip.source_addr().into(), ip.destination_addr().into());
                self.checksums.look(number, source, destination, &tcp);
                let identification = ip.identification();
                let common = Packet { frame: number, time, frames: 1, source, destination, identification };
                return segment(&common, &tcp, 0);
            }
            if let Some((ip, tcp)) = plain_ipv6(bytes) {
                let (source, destination) = (ip.source_addr().into(), ip.destination_addr().into());
                self.checksums.look(number, source, destination, &tcp);
                let common =
                    Packet { frame: number, time, frames: 1, source, destination, identification: 0 };
                return segment(&common, &tcp, 0);
            }
            if let Some(datagram) = plain_udp(number, time, bytes) {
                return datagram;
            }
        }
        let missing = (original_length as usize).saturating_sub(bytes.len());
        let network = match strip(link_type, bytes) {
            Network::Ethernet(bytes) => match &LaxSlicedPacket::from_ethernet(bytes) {
                Ok(packet) if packet.net.is_some() => return self.packet(number, time, missing, packet),
                Ok(packet) => match packet.ether_payload() {
                    // Below 1536 the field is a length (IEEE 802.3).
                    Some(payload) if payload.ether_type.0 < 0x600 => snap(payload.payload),
                    Some(payload) => Network::Typed(payload.ether_type.0, payload.payload),
                    // Encrypted: there is no EtherType to be seen.
                    None if matches!(packet.link_exts.last(), Some(LaxLinkExtSlice::Macsec(_))) => {
                        return Decoded::Other(Fate::Tunnel, "MACsec", 1);
                    }
                    None => Network::Cut,
                },
                Err(_) => Network::Cut,
            },
            network => network,
        };
        let network = match network {
            Network::Typed(ether_type::PPPOE_SESSION, bytes) => pppoe(bytes),
            network => network,
        };
        match network {
            Network::Typed(ether_type @ (ether_type::ARP | ether_type::LLDP | ether_type::EAPOL), _) => {
                Decoded::Other(Fate::NotIp, name_of(ether_type), 1)
            }
            Network::Typed(ether_type::MPLS | ether_type::MPLS_MULTICAST, _) => {
                Decoded::Other(Fate::Tunnel, "MPLS", 1)
            }
            Network::Typed(ether_type::PBB, _) => Decoded::Other(Fate::Tunnel, "802.1ah", 1),
            Network::Typed(ether_type::ETAG, _) => Decoded::Other(Fate::Tunnel, "E-tag", 1),
            Network::Typed(ether_type, bytes) => {
                let packet = LaxSlicedPacket::from_ether_type(EtherType(ether_type), bytes);
                if packet.net.is_some() {
                    self.packet(number, time, missing, &packet)
                } else if matches!(ether_type, ether_type::IPV4 | ether_type::IPV6) {
                    Decoded::Other(Fate::CutHeader, "IP", 1)
                } else {
                    Decoded::Other(Fate::NotIp, name_of(ether_type), 1)
                }
            }
            Network::Other(name) => Decoded::Other(Fate::NotIp, name, 1),
            Network::Unknown => Decoded::Other(Fate::OtherLinkType, "other link type", 1),
            Network::Ethernet(_) | Network::Cut => Decoded::Other(Fate::CutHeader, "cut", 1),
        }
    }

    /// Gives up unfinished fragments at the end; returns the frames of packets that never became whole.
    pub fn finish(&mut self, findings: &mut Vec<Finding>) -> u64 {
        self.checksums.finish(findings);
        self.fragments.finish(findings)
    }

    fn packet<'a>(
        &'a mut self,
        frame: u64,
        time: Time,
        missing: usize,
        packet: &LaxSlicedPacket<'a>,
    ) -> Decoded<'a> {
        let (source, destination, identification, declared, payload) = match &packet.net {
            Some(LaxNetSlice::Ipv4(ip)) => {
                let header = ip.header();
                let declared = declared_ipv4(&header);
                let ends = (header.source_addr().into(), header.destination_addr().into());
                (ends.0, ends.1, header.identification(), declared, ip.payload())
            }
            Some(LaxNetSlice::Ipv6(ip)) => {
                let header = ip.header();
                let length = usize::from(header.payload_length());
                let extensions = ip.extensions().slice().len();
                let declared = (length > 0).then(|| length.saturating_sub(extensions));
                let ends = (header.source_addr().into(), header.destination_addr().into());
                (ends.0, ends.1, 0, declared, ip.payload())
            }
            _ => return Decoded::Other(Fate::NotIp, "ARP", 1),
        };
        let common = Packet { frame, time, frames: 1, source, destination, identification };
        // IP length 0 (segmentation offload): the frame's own length tells what is missing.
        let cut = declared.map_or(missing, |declared| declared.saturating_sub(payload.payload.len()));
        if payload.fragmented {
            return self.fragment(common, packet, payload.ip_number, payload.payload, cut);
        }
        match &packet.transport {
            Some(TransportSlice::Tcp(tcp)) => {
                // Of an offloaded segment without a length nobody knows where it ends.
                if cut == 0 && declared.is_some() {
                    self.checksums.look(frame, source, destination, tcp);
                }
                segment(&common, tcp, cut)
            }
            Some(TransportSlice::Udp(udp)) => datagram(&common, udp),
            _ => no_transport(payload.ip_number, payload.payload.len(), 1),
        }
    }

    fn fragment<'a>(
        &'a mut self,
        mut common: Packet,
        packet: &LaxSlicedPacket<'a>,
        number: IpNumber,
        bytes: &'a [u8],
        cut: usize,
    ) -> Decoded<'a> {
        let (offset, more, identification) = match &packet.net {
            Some(LaxNetSlice::Ipv4(ip)) => {
                let header = ip.header();
                let offset = usize::from(header.fragments_offset().value()) * 8;
                (offset, header.more_fragments(), u32::from(header.identification()))
            }
            Some(LaxNetSlice::Ipv6(ip)) => {
                let fragment = ip.extensions().clone().into_iter().find_map(|extension| match extension {
                    Ipv6ExtensionSlice::Fragment(header) => Some(header),
                    _ => None,
                });
                let Some(header) = fragment else { return Decoded::Other(Fate::CutHeader, "IP fragment", 1) };
                let offset = usize::from(header.fragment_offset().value()) * 8;
                (offset, header.more_fragments(), header.identification())
            }
            _ => return Decoded::Other(Fate::NotIp, "not IP", 1),
        };
        let key = Key {
            source: common.source,
            destination: common.destination,
            protocol: number.0,
            identification,
        };
        // A fragment cut by the snapshot length must not pass for the packet's end.
        let part = Part { offset, more: more || cut > 0, bytes, frame: common.frame, time: common.time };
        if !self.fragments.add(key, &part) {
            let tcp = (number == IpNumber::TCP).then(|| self.unfinished(&common, key));
            return Decoded::Fragment(tcp);
        }
        let Some((whole, frames)) = self.fragments.take(&key) else { return Decoded::Fragment(None) };
        common.frames = frames;
        match number {
            IpNumber::TCP => match TcpSlice::from_slice(whole) {
                Ok(tcp) => segment(&common, &tcp, 0),
                Err(_) => Decoded::Other(Fate::CutHeader, "TCP", frames),
            },
            IpNumber::UDP => match UdpSlice::from_slice_lax(whole) {
                Ok(udp) => datagram(&common, &udp),
                Err(_) => Decoded::Other(Fate::CutHeader, "UDP", frames),
            },
            _ => no_transport(number, whole.len(), frames),
        }
    }
}

impl Decoder {
    /// What the fragments of a packet tell so far about the TCP segment in it.
    fn unfinished(&self, common: &Packet, key: Key) -> Fragment {
        let (front, total) = self.fragments.seen(&key);
        let begins = TcpHeaderSlice::from_slice(front).ok().map(|tcp| Begins {
            source: Endpoint { address: common.source, port: tcp.source_port() },
            destination: Endpoint { address: common.destination, port: tcp.destination_port() },
            sequence: tcp.sequence_number(),
            header: tcp.slice().len(),
        });
        let Packet { frame, source, destination, .. } = *common;
        Fragment { frame, source, destination, identification: key.identification, begins, total }
    }
}

/// An Ethernet frame with a whole IPv4 packet of TCP that is no fragment: what nearly every frame is, without a look at
/// all that it could be. Of any other nothing is said.
fn plain_ipv4(frame: &[u8]) -> Option<(Ipv4HeaderSlice<'_>, TcpSlice<'_>)> {
    let bytes = behind_ethernet(frame, EtherType::IPV4)?;
    let ip = Ipv4HeaderSlice::from_slice(bytes).ok()?;
    if ip.protocol() != IpNumber::TCP || ip.is_fragmenting_payload() {
        return None;
    }
    let tcp = bytes.get(ip.slice().len()..usize::from(ip.total_len()))?;
    Some((ip, TcpSlice::from_slice(tcp).ok()?))
}

/// The same of IPv6, where no extension header stands before the segment.
fn plain_ipv6(frame: &[u8]) -> Option<(Ipv6HeaderSlice<'_>, TcpSlice<'_>)> {
    let bytes = behind_ethernet(frame, EtherType::IPV6)?;
    let ip = Ipv6HeaderSlice::from_slice(bytes).ok()?;
    if ip.next_header() != IpNumber::TCP {
        return None;
    }
    let tcp = bytes.get(ip.slice().len()..)?.get(..usize::from(ip.payload_length()))?;
    Some((ip, TcpSlice::from_slice(tcp).ok()?))
}

/// The same of UDP in IPv4, whose lookups of names are most packets of many a capture.
fn plain_udp(number: u64, time: Time, frame: &[u8]) -> Option<Decoded<'_>> {
    let bytes = behind_ethernet(frame, EtherType::IPV4)?;
    let ip = Ipv4HeaderSlice::from_slice(bytes).ok()?;
    if ip.protocol() != IpNumber::UDP || ip.is_fragmenting_payload() {
        return None;
    }
    let udp = bytes.get(ip.slice().len()..usize::from(ip.total_len()))?;
    let udp = UdpSlice::from_slice(udp).ok()?;
    let (source, destination) = (ip.source_addr().into(), ip.destination_addr().into());
    let identification = ip.identification();
    let common = Packet { frame: number, time, frames: 1, source, destination, identification };
    Some(datagram(&common, &udp))
}

/// What an Ethernet frame carries, where it is of this type.
fn behind_ethernet(frame: &[u8], ether_type: EtherType) -> Option<&[u8]> {
    let ethernet = Ethernet2HeaderSlice::from_slice(frame).ok()?;
    if ethernet.ether_type() == ether_type { frame.get(ethernet.slice().len()..) } else { None }
}

/// Payload bytes that the IPv4 header announces; `None` where it says 0 (segmentation offload).
fn declared_ipv4(header: &Ipv4HeaderSlice<'_>) -> Option<usize> {
    let total = usize::from(header.total_len());
    (total > 0).then(|| total.saturating_sub(header.slice().len()))
}

#[inline(always)]
fn segment<'a>(common: &Packet, tcp: &TcpSlice<'a>, cut: usize) -> Decoded<'a> {
    let mss = if tcp.syn() {
        tcp.options_iterator().find_map(|option| match option {
            Ok(TcpOptionElement::MaximumSegmentSize(size)) => Some(size),
            _ => None,
        })
    } else {
        None
    };
    Decoded::Segment(Segment {
        frame: common.frame,
        time: common.time,
        frames: common.frames,
        source: Endpoint { address: common.source, port: tcp.source_port() },
        destination: Endpoint { address: common.destination, port: tcp.destination_port() },
        sequence: tcp.sequence_number(),
        acknowledgement: tcp.ack().then(|| tcp.acknowledgment_number()),
        syn: tcp.syn(),
        fin: tcp.fin(),
        rst: tcp.rst(),
        mss,
        payload: tcp.payload(),
        cut: u32::try_from(cut).unwrap_or(u32::MAX),
        fingerprint: fingerprint(tcp.header_slice(), common.identification),
        identified: common.identification != 0,
    })
}

fn datagram<'a>(common: &Packet, udp: &UdpSlice<'a>) -> Decoded<'a> {
    Decoded::Datagram(Datagram {
        frame: common.frame,
        frames: common.frames,
        source: Endpoint { address: common.source, port: udp.source_port() },
        destination: Endpoint { address: common.destination, port: udp.destination_port() },
        payload: udp.payload(),
    })
}

/// Numbers of IANA's "Assigned Internet Protocol Numbers".
fn no_transport<'a>(number: IpNumber, payload: usize, frames: u64) -> Decoded<'a> {
    let (fate, name) = match number.0 {
        6 | 17 => (Fate::CutHeader, if payload == 0 { "IP" } else { "TCP or UDP" }),
        1 => (Fate::NotTcp, "ICMP"),
        2 => (Fate::NotTcp, "IGMP"),
        58 => (Fate::NotTcp, "ICMPv6"),
        4 | 41 => (Fate::Tunnel, "IP in IP"),
        47 => (Fate::Tunnel, "GRE"),
        50 => (Fate::Tunnel, "ESP"),
        97 => (Fate::Tunnel, "EtherIP"),
        115 => (Fate::Tunnel, "L2TP"),
        132 => (Fate::NotTcp, "SCTP"),
        _ => (Fate::NotTcp, "other IP"),
    };
    Decoded::Other(fate, name, frames)
}

fn name_of(number: u16) -> &'static str {
    match number {
        ether_type::ARP => "ARP",
        ether_type::LLDP => "LLDP",
        ether_type::EAPOL => "EAPOL",
        ether_type::PPPOE_DISCOVERY => "PPPoE control",
        _ => "not IP",
    }
}

/// FNV-1a over the header: copies of a packet have the same one whatever their MAC addresses and TTL.
fn fingerprint(header: &[u8], identification: u16) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325 ^ u64::from(identification);
    let mut mix = |word: u64| hash = (hash ^ word).wrapping_mul(0x0000_0100_0000_01b3);
    // A TCP header is a whole number of 32-bit words (RFC 9293, section 3.1).
    let (words, rest) = header.as_chunks::<8>();
    words.iter().for_each(|word| mix(u64::from_le_bytes(*word)));
    rest.as_chunks::<4>().0.iter().for_each(|word| mix(u64::from(u32::from_le_bytes(*word))));
    hash
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Decoder;
    use crate::dialogue::{Fate, Time};
    use crate::net::Decoded;

    /// What one frame is, and what its checksum gives away.
    fn told(link_type: u16, header: &[u8], ip: &[u8], missing: u32) -> String {
        let frame = [header, ip].concat();
        let mut decoder = Decoder::default();
        let decoded = decoder.decode(7, Time::default(), link_type, frame.len() as u32 + missing, &frame);
        let decoded = format!("{decoded:?}");
        let mut findings = Vec::new();
        decoder.finish(&mut findings);
        format!("{decoded} {findings:?}")
    }

    proptest! {
        #[test]
        fn a_plain_frame_is_decoded_as_in_any_other_link_layer(
            changed in prop::collection::vec((1usize..48, any::<u8>()), 0..3),
            length in 1usize..70,
            missing in 0u32..2,
            udp in any::<bool>(),
        ) {
            let mut ip = vec![0x45, 0, 0, 56, 0, 9, 0x40, 0, 64, 6, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2];
            ip.extend([0xc3, 0x50, 0, 25, 0, 0, 0, 1, 0, 0, 0, 1, 0x60, 0x12, 0xff, 0xff, 0, 0, 0, 0]);
            ip.extend([2, 4, 5, 0xb4]);
            ip.extend(b"EHLO there\r\n and padding");
            if udp {
                // The protocol, and the length of the datagram.
                (ip[9], ip[24], ip[25]) = (17, 0, 36);
            }
            for (at, value) in changed {
                ip[at] = value;
            }
            ip.truncate(length);
            let ethernet = [&[2; 12][..], &[8, 0]].concat();
            let cooked = [&[0; 14][..], &[8, 0]].concat();
            prop_assert_eq!(told(1, &ethernet, &ip, missing), told(113, &cooked, &ip, missing));
        }

        #[test]
        fn a_plain_frame_of_ipv6_is_decoded_as_in_any_other_link_layer(
            // Length, next header and hop limit more often than the rest.
            changed in prop::collection::vec((prop_oneof![0usize..68, 4usize..8], any::<u8>()), 0..3),
            length in 1usize..90,
            missing in 0u32..2,
        ) {
            let mut ip = vec![0x60, 0, 0, 0, 0, 36, 6, 64];
            ip.extend([&[0xfd; 16][..], &[0xfe; 16]].concat());
            ip.extend([0xc3, 0x50, 0, 25, 0, 0, 0, 1, 0, 0, 0, 1, 0x60, 0x12, 0xff, 0xff, 0, 0, 0, 0]);
            ip.extend([2, 4, 5, 0xb4]);
            ip.extend(b"EHLO there\r\n and padding");
            for (at, value) in changed {
                ip[at] = value;
            }
            ip.truncate(length);
            let ethernet = [&[2; 12][..], &[0x86, 0xdd]].concat();
            let cooked = [&[0; 14][..], &[0x86, 0xdd]].concat();
            prop_assert_eq!(told(1, &ethernet, &ip, missing), told(113, &cooked, &ip, missing));
        }
    }

    #[test]
    fn tags_that_are_not_opened_are_tunnels_and_not_another_protocol() {
        for (ether_type, name) in
            [(0x893fu16, "E-tag"), (0x88e7, "802.1ah"), (0x8847, "MPLS"), (0x88e5, "MACsec")]
        {
            // In a MACsec tag (IEEE 802.1AE, section 9.3) the bits 0x0c say: encrypted and changed.
            let frame = [&[2; 12][..], &ether_type.to_be_bytes(), &[0x0c], &[0; 39]].concat();
            let mut decoder = Decoder::default();
            match decoder.decode(1, Time::default(), 1, 54, &frame) {
                Decoded::Other(Fate::Tunnel, is, 1) => assert_eq!(is, name),
                other => panic!("{ether_type:04x}: {other:?}"),
            }
        }
    }
}
