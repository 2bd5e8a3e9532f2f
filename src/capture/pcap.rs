//! The format of libpcap: a header of 24 bytes, then records.

use pcap_parser::{parse_pcap_frame, parse_pcap_frame_be, parse_pcap_frame_modified};

use crate::dialogue::{Interface, Time};

use super::link_name;

/// How the records of a pcap file are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) big_endian: bool,
    /// Nanoseconds in the second time field, else microseconds.
    nanos: bool,
    /// Kuznetsov's variant: eight more bytes in each record header.
    modified: bool,
    pub(super) link_type: u16,
    pub(super) snaplen: u32,
}

/// Length of the file header.
pub(super) const HEADER: usize = 24;

impl Layout {
    /// From the file's first [`HEADER`] bytes. Magic numbers of `pcap-savefile(5)`; the byte-swapped "modified" one,
    /// which pcap-parser does not know, is read here like the others.
    pub(super) fn parse(head: &[u8]) -> Option<Layout> {
        let (big_endian, nanos, modified) = match head.get(..4)? {
            [0xd4, 0xc3, 0xb2, 0xa1] => (false, false, false),
            [0xa1, 0xb2, 0xc3, 0xd4] => (true, false, false),
            [0x4d, 0x3c, 0xb2, 0xa1] => (false, true, false),
            [0xa1, 0xb2, 0x3c, 0x4d] => (true, true, false),
            [0x34, 0xcd, 0xb2, 0xa1] => (false, false, true),
            [0xa1, 0xb2, 0xcd, 0x34] => (true, false, true),
            _ => return None,
        };
        let number = |at: usize| {
            let bytes: [u8; 4] = head.get(at..at + 4)?.try_into().ok()?;
            Some(if big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) })
        };
        let (snaplen, network) = (number(16)?, number(20)?);
        // The upper half of the field tells about frame check sequences, the lower half is the link type.
        let link_type = (network & 0xffff) as u16;
        Some(Layout { big_endian, nanos, modified, link_type, snaplen })
    }

    pub(super) fn interface(&self) -> Interface {
        Interface {
            link_type: self.link_type,
            link_name: link_name(self.link_type),
            name: None,
            snaplen: (self.snaplen != 0).then_some(self.snaplen),
        }
    }

    pub(super) fn record_header(&self) -> usize {
        if self.modified { 24 } else { 16 }
    }

    /// The captured length in a record header.
    pub(super) fn captured(&self, header: &[u8]) -> u32 {
        let bytes: [u8; 4] = header.get(8..12).and_then(|b| b.try_into().ok()).unwrap_or_default();
        if self.big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) }
    }

    /// Time and original length of a whole record.
    pub(super) fn record(&self, record: &[u8]) -> Option<(Time, u32)> {
        let (seconds, fraction, original) = match (self.big_endian, self.modified) {
            (false, false) => parse_pcap_frame(record).ok().map(|(_, b)| (b.ts_sec, b.ts_usec, b.origlen))?,
            (true, false) => {
                parse_pcap_frame_be(record).ok().map(|(_, b)| (b.ts_sec, b.ts_usec, b.origlen))?
            }
            (false, true) => {
                parse_pcap_frame_modified(record).ok().map(|(_, b)| (b.ts_sec, b.ts_usec, b.origlen))?
            }
            (true, true) => {
                let number = |at: usize| {
                    record.get(at..at + 4).and_then(|b| b.try_into().ok()).map(u32::from_be_bytes)
                };
                (number(0)?, number(4)?, number(12)?)
            }
        };
        let scale = if self.nanos { 1 } else { 1_000 };
        let nanos = i128::from(seconds) * 1_000_000_000 + i128::from(fraction) * scale;
        Some((Time::from_nanos(nanos), original))
    }
}
