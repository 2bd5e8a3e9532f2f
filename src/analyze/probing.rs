//! Looking for a channel's protocol: what both sides said first is held, and every protocol is asked.

use std::net::IpAddr;

use crate::dialogue::{Ending, Gap, Half, Piece, Place};
use crate::proto::{Opening, PROTOCOLS, Protocol, Verdict};

/// Bytes of each side that probes may see. A protocol that has not shown itself by then is decided by its port.
const PROBE_BYTES: usize = 16 << 10;
/// Pieces held while probing: the cap that one-byte segments meet first.
const PROBE_PIECES: usize = 16 << 10;
/// Bytes held while probing. Behind a gap they are not shown to probes, so the bound on what probes see does not count.
const PROBE_HELD_BYTES: usize = 256 << 10;
/// A piece that had to be kept.
pub(super) enum Owned {
    Bytes(Vec<u8>, Place),
    Gap(Gap),
    End(Ending),
}

impl Owned {
    pub(super) fn of(piece: Piece<'_>) -> Self {
        match piece {
            Piece::Bytes(bytes, place) => Owned::Bytes(bytes.to_vec(), place),
            Piece::Gap(gap) => Owned::Gap(gap),
            Piece::End(ending) => Owned::End(ending),
        }
    }

    pub(super) fn piece(&self) -> Piece<'_> {
        match self {
            Owned::Bytes(bytes, place) => Piece::Bytes(bytes, *place),
            Owned::Gap(gap) => Piece::Gap(*gap),
            Owned::End(ending) => Piece::End(*ending),
        }
    }
}

/// What a channel is told about its connection.
#[derive(Clone, Copy)]
pub(super) struct Around {
    /// Address and port of A and B.
    pub(super) ends: [(IpAddr, u16); 2],
    /// The client, when a SYN told.
    pub(super) client: Option<Half>,
    pub(super) late: bool,
}

#[derive(Default)]
pub(super) struct Probing {
    pub(super) held: Vec<(Half, Owned)>,
    held_bytes: usize,
    buffers: [Vec<u8>; 2],
    /// A gap ends what a probe may look at.
    gapped: [bool; 2],
    first: Option<Half>,
    pub(super) late: bool,
}

impl Probing {
    /// Keeps a piece; tells whether a probe can see more now.
    pub(super) fn hold(&mut self, from: Half, piece: Piece<'_>) -> bool {
        let index = from.index();
        let (Some(buffer), Some(gapped)) = (self.buffers.get_mut(index), self.gapped.get_mut(index)) else {
            return false;
        };
        let mut grew = false;
        match piece {
            Piece::Bytes(bytes, _) => {
                self.first.get_or_insert(from);
                self.held_bytes += bytes.len();
                if !*gapped {
                    let room = PROBE_BYTES.saturating_sub(buffer.len());
                    buffer.extend_from_slice(bytes.get(..room.min(bytes.len())).unwrap_or_default());
                    grew = true;
                }
            }
            Piece::Gap(_) if buffer.is_empty() => self.late = true,
            Piece::Gap(_) => *gapped = true,
            Piece::End(_) => {}
        }
        self.held.push((from, Owned::of(piece)));
        grew
    }

    pub(super) fn is_full(&self) -> bool {
        self.held.len() >= PROBE_PIECES
            || self.held_bytes >= PROBE_HELD_BYTES
            || self.buffers.iter().any(|buffer| buffer.len() >= PROBE_BYTES)
    }

    pub(super) fn opening(&self, around: Around, last: bool) -> Opening<'_> {
        let [a, b] = &self.buffers;
        let [end_a, end_b] = around.ends;
        Opening {
            bytes: [a, b],
            ports: [end_a.1, end_b.1],
            first: self.first.unwrap_or(Half::A),
            client: around.client,
            late: around.late || self.late,
            last,
        }
    }

    pub(super) fn ask(&self, around: Around, last: bool) -> Option<(&'static Protocol, Half, &'static str)> {
        let opening = self.opening(around, last);
        let mut by_port = None;
        for &protocol in PROTOCOLS {
            match (protocol.probe)(&opening) {
                Verdict::Certain { client, by } => return Some((protocol, client, by)),
                Verdict::Unsure if last && by_port.is_none() => {
                    by_port = opening
                        .hinted_server(protocol.ports)
                        .map(|server| (protocol, server.other(), "port"));
                }
                Verdict::Unsure | Verdict::No => {}
            }
        }
        by_port
    }

    /// Whether any protocol may still claim it.
    pub(super) fn is_possible(&self, around: Around) -> bool {
        let opening = self.opening(around, false);
        PROTOCOLS.iter().any(|protocol| (protocol.probe)(&opening) != Verdict::No)
    }
}

/// The client of a connection that no protocol claims: by its SYN, else the end with the higher port.
pub(super) fn likely_client(around: Around) -> Half {
    let [a, b] = around.ends;
    around.client.unwrap_or(if a.1 < b.1 { Half::B } else { Half::A })
}
