//! TCP checksums of the first small segments: not to refuse any, but to explain those that are wrong.
//!
//! A computer whose network card computes checksums ("offload") captures its own segments before the card has them.
//! What its stack leaves in the field then is the sum of the pseudo-header alone, or nothing; on the wire all is well.
//! A segment that was damaged has some other number.

use std::net::IpAddr;

use etherparse::TcpSlice;

use crate::dialogue::{Fault, Finding, Frames, Severity};

/// Segments that are looked at: SYNs are among the first, and every one of a computer with offload is alike.
const SAMPLED_SEGMENTS: u32 = 4096;
/// Larger ones are passed over, so that a sample costs little.
const SAMPLED_BYTES: usize = 256;
/// The number of TCP in IP.
const TCP: u32 = 6;

/// What was seen of one kind.
#[derive(Debug, Default)]
struct Seen {
    segments: u64,
    first: Option<(u64, IpAddr)>,
}

impl Seen {
    fn add(&mut self, frame: u64, source: IpAddr) {
        self.segments += 1;
        self.first.get_or_insert((frame, source));
    }
}

/// Counts of a capture.
#[derive(Debug, Default)]
pub(super) struct Checksums {
    sampled: u32,
    unfinished: Seen,
    wrong: Seen,
}

impl Checksums {
    /// Looks at a segment that is whole.
    #[inline]
    pub(super) fn look(&mut self, frame: u64, source: IpAddr, destination: IpAddr, tcp: &TcpSlice<'_>) {
        if self.sampled < SAMPLED_SEGMENTS && tcp.slice().len() <= SAMPLED_BYTES {
            self.sampled += 1;
            self.sample(frame, source, destination, tcp);
        }
    }

    fn sample(&mut self, frame: u64, source: IpAddr, destination: IpAddr, tcp: &TcpSlice<'_>) {
        let bytes = tcp.slice();
        let pseudo = address(source) + address(destination) + TCP + bytes.len() as u32;
        if folded(pseudo + words(bytes)) == 0xffff {
            return;
        }
        match tcp.checksum() {
            0 => self.unfinished.add(frame, source),
            field if field == folded(pseudo) => self.unfinished.add(frame, source),
            _ => self.wrong.add(frame, source),
        }
    }

    /// Says what was seen.
    pub(super) fn finish(&self, findings: &mut Vec<Finding>) {
        let kinds = [
            (&self.unfinished, "net.checksum-offload", Severity::Note, Fault::Capture),
            // The way, the capture, or a program that rewrote it: the number does not tell.
            (&self.wrong, "net.checksum-wrong", Severity::Warning, Fault::Unknown),
        ];
        for (seen, code, severity, fault) in kinds {
            let Some((frame, source)) = seen.first else { continue };
            findings.push(
                Finding::new(code, severity, fault)
                    .with("frames", seen.segments)
                    .with("sampled", u64::from(self.sampled))
                    .with("frame", frame)
                    .with("address", source.to_string())
                    .at(Frames::one(frame)),
            );
        }
    }
}

/// RFC 1071: the sum of 16-bit words, the last byte padded.
fn words(bytes: &[u8]) -> u32 {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let sum: u32 = pairs.iter().map(|pair| u32::from(u16::from_be_bytes(*pair))).sum();
    sum + rest.first().map_or(0, |byte| u32::from(*byte) << 8)
}

fn address(address: IpAddr) -> u32 {
    match address {
        IpAddr::V4(address) => words(&address.octets()),
        IpAddr::V6(address) => words(&address.octets()),
    }
}

fn folded(sum: u32) -> u16 {
    let sum = (sum & 0xffff) + (sum >> 16);
    ((sum & 0xffff) + (sum >> 16)) as u16
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use etherparse::TcpSlice;

    use super::{Checksums, TCP, address, folded, words};
    use crate::dialogue::Finding;

    const ENDS: [IpAddr; 2] = [
        IpAddr::V4(std::net::Ipv4Addr::new(192, 168, 1, 10)),
        IpAddr::V4(std::net::Ipv4Addr::new(10, 0, 0, 25)),
    ];

    fn segment(payload: &[u8], checksum: impl Fn(u16, u16) -> u16) -> Vec<u8> {
        let mut bytes = vec![0xc3, 0x50, 0, 25, 0, 0, 0, 1, 0, 0, 0, 1, 0x50, 0x18, 0xff, 0xff, 0, 0, 0, 0];
        bytes.extend(payload);
        let pseudo = address(ENDS[0]) + address(ENDS[1]) + TCP + bytes.len() as u32;
        let right = !folded(pseudo + words(&bytes));
        bytes[16..18].copy_from_slice(&checksum(right, folded(pseudo)).to_be_bytes());
        bytes
    }

    fn said(bytes: &[u8]) -> Vec<&'static str> {
        let mut checksums = Checksums::default();
        checksums.look(7, ENDS[0], ENDS[1], &TcpSlice::from_slice(bytes).unwrap());
        let mut findings: Vec<Finding> = Vec::new();
        checksums.finish(&mut findings);
        findings.iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn a_right_checksum_says_nothing_whether_the_length_is_even_or_odd() {
        for payload in [&b""[..], b"QUIT\r\n", b"odd"] {
            assert!(said(&segment(payload, |right, _| right)).is_empty());
        }
    }

    #[test]
    fn the_sum_of_the_pseudo_header_is_offload_and_another_number_is_damage() {
        assert_eq!(said(&segment(b"QUIT\r\n", |_, pseudo| pseudo)), ["net.checksum-offload"]);
        assert_eq!(said(&segment(b"QUIT\r\n", |_, _| 0)), ["net.checksum-offload"]);
        assert_eq!(said(&segment(b"QUIT\r\n", |right, _| right ^ 0x0100)), ["net.checksum-wrong"]);
    }
}
