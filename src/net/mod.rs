//! Frame → segment: link layers, IP, fragments.
//!
//! Takes the bytes of a frame and its link type, gives a TCP [`Segment`], a UDP [`Datagram`], or says what the frame is
//! instead. Decoding is etherparse's lax slicing, which gives every layer that is there; what it lacks stands in
//! `link.rs` (link layers) and `fragments.rs` (reassembly of IP packets). A wrong checksum refuses nothing: a sending
//! machine that leaves them to its network card has wrong ones in its own captures (`checksum.rs` says so). This folder knows nothing of files and
//! nothing of what TCP carries.

use std::net::IpAddr;

use crate::dialogue::{Fate, Time};

mod checksum;
mod decoder;
mod fragments;
mod link;

pub use decoder::Decoder;

/// An end of a TCP connection or UDP exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Endpoint {
    /// IP address.
    pub address: IpAddr,
    /// Port.
    pub port: u16,
}

/// A TCP segment.
#[derive(Clone, Copy, Debug)]
pub struct Segment<'a> {
    /// Wireshark's frame number; of a fragmented packet the frame that made it whole, as in Wireshark.
    pub frame: u64,
    /// When that frame was captured.
    pub time: Time,
    /// How many frames carried it (more than 1 for fragments).
    pub frames: u64,
    /// Sender.
    pub source: Endpoint,
    /// Receiver.
    pub destination: Endpoint,
    /// Sequence number of the first payload byte (of the SYN, if set).
    pub sequence: u32,
    /// Acknowledgement number, when the flag is set.
    pub acknowledgement: Option<u32>,
    /// SYN flag.
    pub syn: bool,
    /// FIN flag.
    pub fin: bool,
    /// RST flag.
    pub rst: bool,
    /// Maximum segment size option (of a SYN).
    pub mss: Option<u16>,
    /// Payload as far as it was captured.
    pub payload: &'a [u8],
    /// Payload bytes that were on the wire but were not kept (snapshot length).
    pub cut: u32,
    /// A hash of the TCP header and IP identification: equal for copies of one packet.
    pub fingerprint: u64,
    /// Whether the IP identification tells retransmissions from copies (it is set and not 0).
    pub identified: bool,
}

/// What an IP fragment tells about a TCP segment that is not whole.
#[derive(Clone, Copy, Debug)]
pub struct Fragment {
    /// Wireshark's frame number.
    pub frame: u64,
    /// Sender.
    pub source: IpAddr,
    /// Receiver.
    pub destination: IpAddr,
    /// The packet's identification.
    pub identification: u32,
    /// Where the segment begins, once the first fragment was seen.
    pub begins: Option<Begins>,
    /// Bytes of the whole segment, header included, once the last fragment was seen.
    pub total: Option<usize>,
}

/// The TCP header in the first fragment of a packet.
#[derive(Clone, Copy, Debug)]
pub struct Begins {
    /// Sender.
    pub source: Endpoint,
    /// Receiver.
    pub destination: Endpoint,
    /// Sequence number of the first payload byte (of the SYN, if set).
    pub sequence: u32,
    /// Bytes of the header.
    pub header: usize,
}

/// A UDP datagram.
#[derive(Clone, Copy, Debug)]
pub struct Datagram<'a> {
    /// Wireshark's frame number.
    pub frame: u64,
    /// How many frames carried it.
    pub frames: u64,
    /// Sender.
    pub source: Endpoint,
    /// Receiver.
    pub destination: Endpoint,
    /// Payload as far as it was captured.
    pub payload: &'a [u8],
}

/// What a frame is.
#[derive(Debug)]
pub enum Decoded<'a> {
    /// TCP.
    Segment(Segment<'a>),
    /// UDP.
    Datagram(Datagram<'a>),
    /// A fragment that was put aside until its packet is whole; of TCP, with what it tells about its segment.
    Fragment(Option<Fragment>),
    /// Something else: its fate, its name (`ARP`, `ICMP` …), and how many frames carried it.
    Other(Fate, &'static str, u64),
}
