//! Blocks of pcapng (draft-ietf-opsawg-pcapng): everything that is not a packet's bytes.

use std::net::IpAddr;

use pcap_parser::pcapng::{Block, PcapNGOption, SectionHeaderBlock};
use pcap_parser::{parse_block_be, parse_block_le};

use crate::dialogue::{Interface, Time, wire_text};

use super::{MAX_BLOCK, link_name};

/// Section header block: the same bytes in both byte orders.
pub(super) const SECTION_HEADER: u32 = 0x0a0d_0d0a;
const INTERFACE_DESCRIPTION: u32 = 1;
const OBSOLETE_PACKET: u32 = 2;
const SIMPLE_PACKET: u32 = 3;
const NAME_RESOLUTION: u32 = 4;
const INTERFACE_STATISTICS: u32 = 5;
const ENHANCED_PACKET: u32 = 6;
const SYSTEMD_JOURNAL: u32 = 9;
const DECRYPTION_SECRETS: u32 = 10;
const CUSTOM: u32 = 0x0bad;
const CUSTOM_NOT_COPIED: u32 = 0x4000_0bad;

/// `opt_comment`, valid in every block.
const OPTION_COMMENT: u16 = 1;
/// TLS key log in a decryption secrets block ("TLSK").
const TLS_KEY_LOG: u32 = 0x544c_534b;

/// How the times of an interface count.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    /// `if_tsresol`: units per second, 10 to the `n`, or 2 to the `n` where the high bit is set.
    resolution: u8,
    /// `if_tsoffset`: seconds to add.
    offset: i64,
    /// Nanoseconds per unit where that is a whole number and nothing is added: the usual case, and a cheap one.
    unit: Option<u64>,
}

impl Clock {
    fn new(resolution: u8, offset: i64) -> Self {
        let unit = (offset == 0 && resolution <= 9).then(|| 10u64.pow(9 - u32::from(resolution)));
        Clock { resolution, offset, unit }
    }

    /// The time of a 64-bit timestamp. pcap-parser cuts seconds to 32 bits and knows no binary resolution, hence ours.
    #[inline]
    pub(super) fn time(self, stamp: u64) -> Time {
        let nanos =
            self.unit.and_then(|unit| stamp.checked_mul(unit)).and_then(|nanos| i64::try_from(nanos).ok());
        nanos.map_or_else(|| self.unusual_time(stamp), Time::from)
    }

    #[cold]
    fn unusual_time(self, stamp: u64) -> Time {
        let offset = i128::from(self.offset) * 1_000_000_000;
        let exponent = u32::from(self.resolution & 0x7f);
        let nanos = if self.resolution & 0x80 == 0 {
            match exponent {
                0..=9 => i128::from(stamp) * 10i128.pow(9 - exponent),
                10..=37 => i128::from(stamp) / 10i128.pow(exponent - 9),
                _ => 0,
            }
        } else if exponent < 64 {
            (i128::from(stamp) * 1_000_000_000) >> exponent
        } else {
            0
        };
        Time::from_nanos(nanos + offset)
    }
}

/// An interface of the current section.
#[derive(Clone, Copy, Debug)]
pub(super) struct Port {
    pub(super) link_type: u16,
    pub(super) snaplen: u32,
    clock: Clock,
}

/// What the reader keeps of a section.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) big_endian: bool,
    pub(super) ports: Vec<Port>,
}

/// A packet block of a known interface. Its bytes are counted from the block's first one.
pub(super) struct Packet {
    /// Bytes of the whole block.
    pub(super) block: usize,
    pub(super) link_type: u16,
    pub(super) time: Time,
    pub(super) captured: usize,
    pub(super) original: u32,
    pub(super) data_at: usize,
}

/// A block, understood as far as this program needs it. Byte ranges are counted from the block's first byte.
pub(super) enum Understood {
    Section {
        application: Option<String>,
        os: Option<String>,
        hardware: Option<String>,
    },
    Interface(Interface),
    Packet {
        port: u32,
        time: Option<Time>,
        captured: usize,
        original: u32,
        data_at: usize,
    },
    /// A packet block whose captured length does not fit into it.
    DamagedPacket,
    NoPacket,
    Names(Vec<(IpAddr, String)>),
    Secrets {
        from: usize,
        len: usize,
    },
    Dropped {
        packets: u64,
    },
    Nothing,
    Unknown,
    Damaged,
}

impl Section {
    pub(super) fn number(&self, block: &[u8], at: usize) -> u32 {
        let bytes: [u8; 4] = block.get(at..at + 4).and_then(|b| b.try_into().ok()).unwrap_or_default();
        if self.big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) }
    }

    fn short(&self, block: &[u8], at: usize) -> u16 {
        let bytes: [u8; 2] = block.get(at..at + 2).and_then(|b| b.try_into().ok()).unwrap_or_default();
        if self.big_endian { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) }
    }

    /// An enhanced packet block without options and with the low bytes first, which nearly every block of a large file
    /// is: its fields stand at fixed places. `None` for every other block, for one whose lengths do not fit, and for one
    /// that goes beyond these bytes.
    #[inline]
    pub(super) fn plain_packet(&self, bytes: &[u8]) -> Option<Packet> {
        let [kind, length, port, high, low, captured, original] = bytes.first_chunk::<28>()?.as_chunks().0
        else {
            return None;
        };
        let word = |bytes: &[u8; 4]| u32::from_le_bytes(*bytes);
        let (block, captured) = (word(length) as usize, word(captured) as usize);
        let fits = u64::from(word(length)) == (captured as u64).next_multiple_of(4) + 32;
        if self.big_endian || word(kind) != ENHANCED_PACKET || !fits || block > MAX_BLOCK {
            return None;
        }
        // The length stands at both ends; where they differ the block is damaged.
        if bytes.get(..block)?.last_chunk() != Some(length) {
            return None;
        }
        let port = self.ports.get(word(port) as usize)?;
        let time = port.clock.time(u64::from(word(high)) << 32 | u64::from(word(low)));
        Some(Packet {
            block,
            link_type: port.link_type,
            time,
            captured,
            original: word(original),
            data_at: 28,
        })
    }

    /// One whole block. Its comments are pushed to `comments`.
    pub(super) fn understand(&mut self, block: &[u8], comments: &mut Vec<String>) -> Understood {
        let kind = self.number(block, 0);
        // Packet blocks first, and their lengths before their parser: a captured length beyond the block would be taken
        // for a reason to read more.
        if kind == ENHANCED_PACKET && self.number(block, 20) as usize > block.len().saturating_sub(32) {
            return Understood::DamagedPacket;
        }
        if kind == OBSOLETE_PACKET {
            return self.obsolete_packet(block);
        }
        let parsed = if self.big_endian { parse_block_be(block) } else { parse_block_le(block) };
        let Ok((_, parsed)) = parsed else { return Understood::Damaged };
        match parsed {
            Block::EnhancedPacket(packet) => {
                collect_comments(&packet.options, comments);
                let stamp = u64::from(packet.ts_high) << 32 | u64::from(packet.ts_low);
                let port = self.ports.get(packet.if_id as usize);
                Understood::Packet {
                    port: packet.if_id,
                    time: port.map(|port| port.clock.time(stamp)),
                    captured: packet.caplen as usize,
                    original: packet.origlen,
                    data_at: 28,
                }
            }
            Block::SimplePacket(packet) => {
                // It belongs to interface 0 and is cut by that interface's snaplen.
                let snaplen = self.ports.first().map_or(0, |port| port.snaplen);
                let room = block.len().saturating_sub(16);
                let limit = if snaplen == 0 { room } else { room.min(snaplen as usize) };
                let captured = limit.min(packet.origlen as usize);
                Understood::Packet { port: 0, time: None, captured, original: packet.origlen, data_at: 12 }
            }
            Block::SectionHeader(header) => self.section(&header, comments),
            Block::InterfaceDescription(description) => {
                collect_comments(&description.options, comments);
                let option = |code: u16| find(&description.options, code);
                let resolution = option(9).and_then(|value| value.first().copied()).unwrap_or(6);
                let offset = option(14).and_then(|value| value.try_into().ok()).unwrap_or([0; 8]);
                let offset =
                    if self.big_endian { i64::from_be_bytes(offset) } else { i64::from_le_bytes(offset) };
                let link_type = (description.linktype.0 & 0xffff) as u16;
                let snaplen = description.snaplen;
                if self.ports.len() < super::MAX_INTERFACES {
                    self.ports.push(Port { link_type, snaplen, clock: Clock::new(resolution, offset) });
                }
                Understood::Interface(Interface {
                    link_type,
                    link_name: link_name(link_type),
                    name: option(2).or_else(|| option(3)).map(wire_text),
                    snaplen: (snaplen != 0).then_some(snaplen),
                })
            }
            Block::NameResolution(names) => {
                collect_comments(&names.options, comments);
                Understood::Names(
                    names
                        .nr
                        .iter()
                        .flat_map(|record| name_record(record.record_type.0, record.record_value))
                        .collect(),
                )
            }
            Block::DecryptionSecrets(secrets) if secrets.secrets_type.0 == TLS_KEY_LOG => {
                Understood::Secrets { from: 16, len: secrets.secrets_len as usize }
            }
            Block::InterfaceStatistics(statistics) => {
                // isb_ifdrop (5) and isb_osdrop (7): what the capturing machine itself says it lost.
                let counter = |code: u16| {
                    let bytes: [u8; 8] = find(&statistics.options, code)?.try_into().ok()?;
                    Some(if self.big_endian { u64::from_be_bytes(bytes) } else { u64::from_le_bytes(bytes) })
                };
                match counter(5).unwrap_or(0).saturating_add(counter(7).unwrap_or(0)) {
                    0 => Understood::Nothing,
                    packets => Understood::Dropped { packets },
                }
            }
            Block::SystemdJournalExport(_) => Understood::NoPacket,
            Block::Custom(_) => Understood::NoPacket,
            Block::DecryptionSecrets(_) | Block::ProcessInformation(_) => Understood::Nothing,
            Block::Unknown(_) => Understood::Unknown,
        }
    }

    fn section(&mut self, header: &SectionHeaderBlock<'_>, comments: &mut Vec<String>) -> Understood {
        self.ports.clear();
        collect_comments(&header.options, comments);
        let text = |code| find(&header.options, code).map(wire_text);
        Understood::Section { hardware: text(2), os: text(3), application: text(4) }
    }

    /// The obsolete packet block (draft, appendix A): interface in 16 bits, a drop count, then as the enhanced one.
    fn obsolete_packet(&self, block: &[u8]) -> Understood {
        let captured = self.number(block, 20) as usize;
        if captured > block.len().saturating_sub(32) {
            return Understood::DamagedPacket;
        }
        let port = u32::from(self.short(block, 8));
        let stamp = u64::from(self.number(block, 12)) << 32 | u64::from(self.number(block, 16));
        let time = self.ports.get(port as usize).map(|port| port.clock.time(stamp));
        Understood::Packet { port, time, captured, original: self.number(block, 24), data_at: 28 }
    }

    /// Whether a block of this kind may be passed over without a look when it is too large for memory.
    pub(super) fn is_packet(kind: u32) -> bool {
        matches!(kind, ENHANCED_PACKET | SIMPLE_PACKET | OBSOLETE_PACKET)
    }

    /// Whether Wireshark gives a block of this kind a row.
    pub(super) fn has_row(kind: u32) -> bool {
        Self::is_packet(kind) || matches!(kind, SYSTEMD_JOURNAL | CUSTOM | CUSTOM_NOT_COPIED)
    }
}

/// The kinds that [`Section::understand`] knows, for the finding about others.
pub(super) fn is_known(kind: u32) -> bool {
    matches!(
        kind,
        SECTION_HEADER | INTERFACE_DESCRIPTION | NAME_RESOLUTION | INTERFACE_STATISTICS | DECRYPTION_SECRETS
    ) || Section::has_row(kind)
}

/// Byte order of the section that starts with these 12 bytes: `Some(big_endian)`.
pub(super) fn byte_order(header: &[u8]) -> Option<bool> {
    match header.get(8..12)? {
        [0x4d, 0x3c, 0x2b, 0x1a] => Some(false),
        [0x1a, 0x2b, 0x3c, 0x4d] => Some(true),
        _ => None,
    }
}

fn find<'a>(options: &'a [PcapNGOption<'_>], code: u16) -> Option<&'a [u8]> {
    options.iter().find(|option| option.code.0 == code).and_then(|option| option.as_bytes().ok())
}

fn collect_comments(options: &[PcapNGOption<'_>], comments: &mut Vec<String>) {
    for option in options.iter().filter(|option| option.code.0 == OPTION_COMMENT) {
        if let Ok(bytes) = option.as_bytes() {
            comments.push(wire_text(bytes));
        }
    }
}

/// Bytes of a name: what DNS allows (RFC 1035, section 2.3.4).
const MAX_NAME: usize = 255;
/// Names taken of one record: nobody reads more of one address, and a block of one-byte names would cost forty times its
/// size in memory.
const MAX_RECORD_NAMES: usize = 32;

/// `nrb_record_ipv4`, `nrb_record_ipv6`: an address, then names, each ended by a zero byte.
fn name_record(kind: u16, value: &[u8]) -> Vec<(IpAddr, String)> {
    let (address, names) = match kind {
        1 => match value.split_first_chunk::<4>() {
            Some((address, names)) => (IpAddr::from(*address), names),
            None => return Vec::new(),
        },
        2 => match value.split_first_chunk::<16>() {
            Some((address, names)) => (IpAddr::from(*address), names),
            None => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    names
        .split(|&byte| byte == 0)
        .filter(|name| !name.is_empty() && name.len() <= MAX_NAME)
        .take(MAX_RECORD_NAMES)
        .map(|name| (address, wire_text(name)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Clock;

    #[test]
    fn timestamps_of_every_resolution_become_nanoseconds() {
        let nanos = |resolution, offset, stamp| Clock::new(resolution, offset).time(stamp).nanos();
        assert_eq!(nanos(6, 0, 1_500_000), 1_500_000_000);
        assert_eq!(nanos(9, 0, 7), 7);
        assert_eq!(nanos(3, 0, 2), 2_000_000);
        assert_eq!(nanos(12, 0, 5_000), 5);
        assert_eq!(nanos(0x80 | 1, 0, 3), 1_500_000_000);
        assert_eq!(nanos(6, -1, 1_000_000), 0);
        // Seconds beyond 32 bits.
        assert_eq!(nanos(0, 0, 5_000_000_000), 5_000_000_000_000_000_000);
        assert_eq!(nanos(0x7f, 0, 5), 0);
        assert_eq!(nanos(0xff, 0, 5), 0);
    }

    #[test]
    fn the_usual_resolutions_count_as_the_general_rule_does() {
        for resolution in 0..=9 {
            for stamp in [0, 1, 1_772_438_400, u64::from(u32::MAX), 1 << 53, i64::MAX as u64, u64::MAX] {
                let quick = Clock::new(resolution, 0);
                assert!(quick.unit.is_some());
                let general = Clock { unit: None, ..quick };
                assert_eq!(quick.time(stamp), general.time(stamp), "{stamp} in 10^-{resolution}");
            }
        }
    }
}
