//! Looking for a channel's protocol: what both sides said first is held, and every protocol is asked.

use std::net::IpAddr;

use crate::dialogue::{Half, Piece};
use crate::proto::{Opening, PROTOCOLS, Protocol, Verdict};
use crate::work;

use super::held::Owned;

/// Bytes of each side that probes may see. A protocol that has not shown itself by then is decided by its port.
const PROBE_BYTES: usize = 16 << 10;
/// Pieces held while probing: the cap that one-byte segments meet first.
const PROBE_PIECES: usize = 16 << 10;
/// Bytes held while probing. Behind a gap they are not shown to probes, so the bound on what probes see does not count.
const PROBE_HELD_BYTES: usize = 256 << 10;
/// Bytes that probes are shown per byte that came: a side that sends byte by byte is asked about again and again, and
/// each time they see it from its beginning. Lines that are typed stay far below it.
const SHOWN_PER_BYTE: usize = 32;
/// What probes are shown in any case.
const SHOWN_AT_LEAST: usize = 16 << 10;

/// What a channel is told about its connection.
#[derive(Clone, Copy)]
pub(super) struct Around {
    /// Address and port of A and B.
    pub(super) ends: [(IpAddr, u16); 2],
    /// The client, when a SYN told.
    pub(super) client: Option<Half>,
    pub(super) late: bool,
    /// Whether it is inside another session.
    pub(super) inside: bool,
}

/// What the probes say.
pub(super) enum Asked {
    /// A protocol, who is its client, and how it was recognised.
    Found(&'static Protocol, Half, &'static str),
    /// One of them may still claim it.
    Possible,
    /// None can.
    Impossible,
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
    /// Bytes that probes were shown, each time counted.
    shown: usize,
}

impl Probing {
    /// Keeps a piece; tells whether a probe can see more now, and may be asked.
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
        grew && self.shown + self.visible() <= self.held_bytes * SHOWN_PER_BYTE + SHOWN_AT_LEAST
    }

    fn visible(&self) -> usize {
        self.buffers.iter().map(Vec::len).sum()
    }

    pub(super) fn is_full(&self) -> bool {
        self.held.len() >= PROBE_PIECES
            || self.held_bytes >= PROBE_HELD_BYTES
            || self.buffers.iter().any(|buffer| buffer.len() >= PROBE_BYTES)
    }

    /// What holding costs.
    pub(super) fn cost(&self) -> usize {
        const PIECE_COST: usize = 128;
        self.held_bytes + self.visible() + self.held.len() * PIECE_COST
    }

    /// Asks every protocol. With `last`, one that is unsure is taken where its port is used.
    pub(super) fn ask(&mut self, around: Around, last: bool) -> Asked {
        self.shown = self.shown.saturating_add(self.visible());
        let [a, b] = &self.buffers;
        let around = Around { late: around.late || self.late, ..around };
        ask([a, b], self.first.unwrap_or(Half::A), around, last)
    }
}

/// Asks every protocol about what both ends said, `first` before the other.
pub(super) fn ask(bytes: [&[u8]; 2], first: Half, around: Around, last: bool) -> Asked {
    let ports = around.ends.map(|end| end.1);
    let opening = Opening {
        bytes,
        ports,
        first,
        client: around.client,
        late: around.late,
        inside: around.inside,
        last,
    };
    let visible: usize = bytes.iter().map(|bytes| bytes.len()).sum();
    let mut by_port = None;
    let mut possible = false;
    for &protocol in PROTOCOLS {
        work::add(visible + 1);
        match (protocol.probe)(&opening) {
            Verdict::Certain { client, by } => return Asked::Found(protocol, client, by),
            Verdict::Unsure if last && by_port.is_none() => {
                by_port =
                    opening.hinted_server(protocol.ports).map(|server| (protocol, server.other(), "port"));
            }
            Verdict::Unsure => possible = true,
            Verdict::No => {}
        }
    }
    match by_port {
        Some((protocol, client, by)) => Asked::Found(protocol, client, by),
        None if possible => Asked::Possible,
        None => Asked::Impossible,
    }
}

/// The client of a connection that no protocol claims: by its SYN, else the end with the higher port.
pub(super) fn likely_client(around: Around) -> Half {
    let [a, b] = around.ends;
    around.client.unwrap_or(if a.1 < b.1 { Half::B } else { Half::A })
}
