//! What is kept of a connection and of each of its directions.

use std::collections::VecDeque;

use crate::dialogue::{Frames, Half, Place, Time};
use crate::net::Endpoint;

use super::position::Position;
use super::{COPY_NANOS, Counts, RECENT_SEGMENTS};

/// A TCP connection.
#[derive(Debug)]
pub struct Connection {
    /// Wireshark's `tcp.stream`.
    pub stream: u64,
    /// A and B: A sent the first SYN, or the first frame that was seen.
    pub ends: [Endpoint; 2],
    /// The end that sent a SYN without ACK, or got a SYN with one.
    pub client: Option<Half>,
    /// First frame and its time.
    pub first: (u64, Time),
    /// Last frame and the latest time.
    pub last: (u64, Time),
    /// Frames by what they brought.
    pub counts: Counts,
    /// SYN, SYN-ACK and the ACK of it.
    pub syn: Option<Syn>,
    pub(super) directions: [Direction; 2],
    /// Nothing is wanted of it: count only.
    pub(super) ignored: bool,
    /// Delivery has begun: the beginning is known or was given up.
    pub(super) begun: bool,
    /// Segments since delivery last had to wait.
    pub(super) waiting: u32,
    /// Frames without payload from the first FIN or RST on.
    pub(super) closing: Frames,
    /// RST: who sent it, and where.
    pub(super) reset: Option<(Half, Place)>,
    pub(super) reset_told: bool,
    /// In the queue of closed connections.
    pub(super) lingering: bool,
    /// Counts up when its slot is reused, so that old queue entries miss it.
    pub(super) generation: u32,
}

/// The three-way handshake, as far as it was seen.
#[derive(Clone, Debug, Default)]
pub struct Syn {
    /// Frames and times of SYN, SYN-ACK and ACK.
    pub steps: [Option<(u64, Time)>; 3],
}

impl Syn {
    /// Its frames.
    pub fn frames(&self) -> Frames {
        self.steps.iter().flatten().map(|step| step.0).collect()
    }

    /// Nanoseconds from SYN to ACK: one round trip, wherever between the two the capture was made.
    pub fn round_trip(&self) -> Option<i64> {
        match self.steps {
            [Some(syn), Some(_), Some(ack)] => Some(ack.1.nanos_since(syn.1)),
            _ => None,
        }
    }
}

/// One direction of a connection.
#[derive(Debug, Default)]
pub struct Direction {
    /// Bytes given out (captured ones only).
    pub bytes: u64,
    /// Bytes declared missing.
    pub lost: u64,
    /// Maximum segment size it announced.
    pub mss: Option<u16>,
    /// The largest payload of one frame.
    pub largest: u32,
    /// Frames seen of it.
    pub frames: u64,
    /// Place of its FIN, once it was given out.
    pub fin: Option<Place>,
    /// `None` until a sequence number or acknowledgement tells where it is.
    pub(super) track: Option<Track>,
    /// Segments that wait, by position; they do not overlap.
    pub(super) pending: VecDeque<Chunk>,
    /// Where a FIN waits among them.
    pub(super) pending_fin: Option<Position>,
    pub(super) pending_bytes: usize,
    /// It had its time to show up and did not: its missing bytes hold nothing back.
    pub(super) absent: bool,
    /// Recent segments, to recognise copies and conflicts.
    recent: [Recent; RECENT_SEGMENTS],
    recent_at: u8,
}

/// Where a direction is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Track {
    /// Its first byte.
    pub(super) start: Position,
    /// Whether a SYN told `start`.
    pub(super) anchored: bool,
    /// The next byte to give out.
    pub(super) next: Position,
    /// Behind the furthest byte seen.
    pub(super) furthest: Position,
    /// Behind the last byte that the peer acknowledged.
    pub(super) acknowledged: Option<Position>,
}

/// A segment that waits for its turn. With `fin` it has no bytes.
#[derive(Debug)]
pub(super) struct Chunk {
    pub(super) at: Position,
    pub(super) bytes: Vec<u8>,
    /// Bytes behind `bytes` that were cut off by the snapshot length.
    pub(super) cut: u32,
    pub(super) fin: bool,
    pub(super) frame: u64,
    pub(super) time: Time,
    /// It acknowledges the other direction up to here.
    pub(super) needs: Option<Position>,
}

impl Chunk {
    pub(super) fn end(&self) -> Position {
        self.at.plus(self.bytes.len() as u64 + u64::from(self.cut))
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Recent {
    sequence: u32,
    length: u32,
    fingerprint: u64,
    contents: u32,
    time: Time,
}

/// What is known already about a segment that looks familiar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Familiar {
    No,
    /// The same packet.
    Copy,
    /// The same place in the stream with other bytes.
    Conflict,
}

impl Direction {
    /// Whether any payload of it was seen.
    pub fn has_data(&self) -> bool {
        self.bytes > 0 || !self.pending.is_empty()
    }

    /// What the peer may have acknowledged by now: all bytes given out, and the number that a FIN takes.
    pub(super) fn done(&self) -> Option<Position> {
        self.track.map(|track| track.next.plus(u64::from(self.fin.is_some())))
    }

    /// Offset of a position in this direction's stream.
    pub(super) fn offset(&self, at: Position) -> u64 {
        self.track.map_or(0, |track| at.since(track.start))
    }

    /// Compares a segment with the recent ones, and remembers it.
    pub(super) fn recognise(&mut self, segment: &crate::net::Segment<'_>) -> Familiar {
        let contents = sample(segment.payload);
        let length = segment.payload.len() as u32;
        let mut familiar = Familiar::No;
        for old in &self.recent {
            if old.sequence != segment.sequence || old.length != length || old.fingerprint == 0 {
                continue;
            }
            if old.contents != contents {
                familiar = Familiar::Conflict;
                continue;
            }
            let near = segment.time.nanos_since(old.time).abs() < COPY_NANOS;
            if old.fingerprint == segment.fingerprint && (segment.identified || near) {
                return Familiar::Copy;
            }
        }
        let recent = Recent {
            sequence: segment.sequence,
            length,
            fingerprint: segment.fingerprint | 1,
            contents,
            time: segment.time,
        };
        if let Some(place) = self.recent.get_mut(usize::from(self.recent_at)) {
            // The lowest bit marks the entry as used; compare with the same bit set.
            *place = Recent { fingerprint: segment.fingerprint, ..recent };
            if place.fingerprint == 0 {
                place.fingerprint = 1;
            }
        }
        self.recent_at = (self.recent_at + 1) % RECENT_SEGMENTS as u8;
        familiar
    }
}

/// A hash of the first and last bytes of a payload: enough to see that a retransmission says something else in all
/// but contrived cases, without touching every byte of a bulk transfer.
fn sample(payload: &[u8]) -> u32 {
    const ENDS: usize = 64;
    let mut hash = 0x811c_9dc5u32;
    let mut mix = |bytes: &[u8]| {
        for chunk in bytes.chunks(4) {
            let word = chunk.iter().fold(0u32, |word, byte| word << 8 | u32::from(*byte));
            hash = (hash ^ word).wrapping_mul(0x0100_0193).rotate_left(5);
        }
    };
    if payload.len() <= 2 * ENDS {
        mix(payload);
    } else {
        mix(payload.get(..ENDS).unwrap_or_default());
        mix(payload.get(payload.len() - ENDS..).unwrap_or_default());
    }
    hash
}

impl Connection {
    /// Both directions, A first.
    pub fn directions(&self) -> &[Direction; 2] {
        &self.directions
    }

    /// One direction.
    pub fn direction(&self, half: Half) -> &Direction {
        let [a, b] = &self.directions;
        match half {
            Half::A => a,
            Half::B => b,
        }
    }

    pub(super) fn direction_mut(&mut self, half: Half) -> &mut Direction {
        let [a, b] = &mut self.directions;
        match half {
            Half::A => a,
            Half::B => b,
        }
    }

    /// One end's address and port.
    pub fn end(&self, half: Half) -> Endpoint {
        let [a, b] = self.ends;
        match half {
            Half::A => a,
            Half::B => b,
        }
    }

    /// The frames that closed it, from `first` on.
    pub fn closing_frames(&self, first: u64) -> Frames {
        self.closing.ranges().flat_map(|(from, to)| from..=to).filter(|&frame| frame >= first).collect()
    }

    /// Who sent a RST, and where.
    pub fn reset(&self) -> Option<(Half, Place)> {
        self.reset
    }

    /// Whether its beginning is missing from the capture.
    pub fn late(&self) -> bool {
        self.directions.iter().all(|direction| direction.track.is_none_or(|track| !track.anchored))
    }
}
