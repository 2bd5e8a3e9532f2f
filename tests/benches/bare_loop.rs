//! The floor under every measurement: reading a capture with pcap-parser and slicing its packets with etherparse, and
//! nothing else.
#![allow(missing_docs, clippy::unwrap_used, reason = "a tool for measuring")]

use std::fs::File;

use etherparse::{SlicedPacket, TransportSlice};
use pcap_parser::traits::PcapReaderIterator;
use pcap_parser::{Block, PcapBlockOwned, PcapError, PcapNGReader};

fn main() {
    let path = std::env::args().nth(1).unwrap_or_default();
    let mut reader = PcapNGReader::new(1 << 18, File::open(path).unwrap()).unwrap();
    let (mut packets, mut payload) = (0u64, 0u64);
    loop {
        match reader.next() {
            Ok((used, block)) => {
                if let PcapBlockOwned::NG(Block::EnhancedPacket(packet)) = &block {
                    packets += 1;
                    if let Ok(sliced) = SlicedPacket::from_ethernet(packet.data)
                        && let Some(TransportSlice::Tcp(tcp)) = &sliced.transport
                    {
                        payload += tcp.payload().len() as u64;
                    }
                }
                reader.consume(used);
            }
            Err(PcapError::Eof) => break,
            Err(PcapError::Incomplete(_)) => reader.refill().unwrap(),
            Err(error) => {
                eprintln!("{error}");
                break;
            }
        }
    }
    println!("{packets} packets, {payload} bytes of TCP");
}
