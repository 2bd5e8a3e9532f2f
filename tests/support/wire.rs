//! TCP segments → IPv4 in Ethernet → pcapng: a writer as small as the scripts need, and independent of the reader.

/// Ethernet, IPv4 and TCP headers without options.
pub const HEADERS: usize = 14 + 20 + 20;

pub const FIN: u8 = 0x01;
pub const SYN: u8 = 0x02;
pub const RST: u8 = 0x04;
pub const PSH: u8 = 0x08;
pub const ACK: u8 = 0x10;

/// Address and port.
pub type End = ([u8; 4], u16);

#[derive(Clone, Debug)]
pub struct Tcp {
    pub from: End,
    pub to: End,
    pub sequence: u32,
    pub acknowledgement: u32,
    pub flags: u8,
    pub payload: Vec<u8>,
}

impl Tcp {
    /// The TCP header and the payload.
    fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(20 + self.payload.len());
        out.extend(self.from.1.to_be_bytes());
        out.extend(self.to.1.to_be_bytes());
        out.extend(self.sequence.to_be_bytes());
        out.extend(self.acknowledgement.to_be_bytes());
        out.extend([5 << 4, self.flags]);
        out.extend(64_000u16.to_be_bytes());
        // Checksum and urgent pointer: nobody checks them, as in captures with checksum offload.
        out.extend([0; 4]);
        out.extend(&self.payload);
        out
    }

    /// The Ethernet frame. With `unknown_length`, IP length is 0, as large segments have it in some captures.
    pub fn frame(&self, identification: u16, unknown_length: bool) -> Vec<u8> {
        let packet = self.bytes();
        let length = if unknown_length { 0 } else { (20 + packet.len()) as u16 };
        ethernet(&ip(self, identification, length, 0, &packet))
    }

    /// The packet in IP fragments of at most `size` bytes.
    pub fn fragments(&self, identification: u16, size: usize) -> Vec<Vec<u8>> {
        let packet = self.bytes();
        let size = (size / 8).max(1) * 8;
        let last = packet.len().div_ceil(size) - 1;
        packet
            .chunks(size)
            .enumerate()
            .map(|(index, part)| {
                let more = if index == last { 0 } else { 0x2000 };
                let offset = (index * size / 8) as u16 | more;
                ethernet(&ip(self, identification, (20 + part.len()) as u16, offset, part))
            })
            .collect()
    }
}

fn ip(tcp: &Tcp, identification: u16, length: u16, fragment: u16, payload: &[u8]) -> Vec<u8> {
    let mut out = vec![0x45, 0];
    out.extend(length.to_be_bytes());
    out.extend(identification.to_be_bytes());
    out.extend(fragment.to_be_bytes());
    out.extend([64, 6, 0, 0]);
    out.extend(tcp.from.0);
    out.extend(tcp.to.0);
    out.extend(payload);
    out
}

fn ethernet(packet: &[u8]) -> Vec<u8> {
    let mut out = vec![2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, 8, 0];
    out.extend(packet);
    out
}

/// A frame of the capture: when, and its bytes.
pub type Frame = (i64, Vec<u8>);

/// The frames as a pcapng file with nanoseconds.
pub fn pcapng(frames: &[Frame], snaplen: u32) -> Vec<u8> {
    let frames: Vec<_> = frames.iter().map(|(time, bytes)| (0, *time, bytes.as_slice())).collect();
    pcapng_of(&[ETHERNET], &frames, snaplen)
}

/// The link type of Ethernet, in the registry of tcpdump.org.
pub const ETHERNET: u16 = 1;

/// Frames of several interfaces, whose link types are given; each frame has the number of its interface.
pub fn pcapng_of(interfaces: &[u16], frames: &[(u32, i64, &[u8])], snaplen: u32) -> Vec<u8> {
    let mut out = section();
    for link_type in interfaces {
        interface(&mut out, *link_type, snaplen);
    }
    for (interface, time, bytes) in frames {
        let kept = if snaplen == 0 { bytes.len() } else { bytes.len().min(snaplen as usize) };
        let mut packet = interface.to_le_bytes().to_vec();
        packet.extend(((*time as u64 >> 32) as u32).to_le_bytes());
        packet.extend((*time as u32).to_le_bytes());
        packet.extend((kept as u32).to_le_bytes());
        packet.extend((bytes.len() as u32).to_le_bytes());
        packet.extend(bytes.iter().take(kept));
        packet.resize(packet.len().next_multiple_of(4), 0);
        block(&mut out, 6, &packet);
    }
    out
}

/// What stands in front of the packets: a section header and an Ethernet interface.
pub fn head() -> Vec<u8> {
    let mut out = section();
    interface(&mut out, ETHERNET, 0);
    out
}

/// A section header: byte order, version 1.0, unknown section length.
fn section() -> Vec<u8> {
    let mut out = Vec::new();
    let mut head = 0x1a2b_3c4du32.to_le_bytes().to_vec();
    head.extend([1, 0, 0, 0]);
    head.extend([0xff; 8]);
    block(&mut out, 0x0a0d_0d0a, &head);
    out
}

/// An interface whose times count nanoseconds: if_tsresol (9) = 10^-9 s.
fn interface(out: &mut Vec<u8>, link_type: u16, snaplen: u32) {
    let mut body = u32::from(link_type).to_le_bytes().to_vec();
    body.extend(snaplen.to_le_bytes());
    body.extend([9, 0, 1, 0, 9, 0, 0, 0, 0, 0, 0, 0]);
    block(out, 1, &body);
}

pub fn block(out: &mut Vec<u8>, kind: u32, body: &[u8]) {
    let length = (body.len() as u32 + 12).to_le_bytes();
    out.extend(kind.to_le_bytes());
    out.extend(length);
    out.extend(body);
    out.extend(length);
}
