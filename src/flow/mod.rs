//! Segments → pieces: TCP connections put back together, both sides in cause-and-effect order.
//!
//! Takes [`Segment`]s in capture order and gives a [`Receiver`] what each end sent: bytes, gaps and endings. An in-order
//! segment is handed on at once as a slice of the read buffer. It waits only when it cannot be its turn yet: bytes
//! before it are missing, or it acknowledges bytes of the other end that have not been seen (a reply that was captured
//! before its command). Waiting is bounded (`SLACK_SEGMENTS`, `MAX_PENDING_BYTES`); what is still missing then, and was
//! acknowledged, is declared a gap. This folder knows of SYNs but not who is a "client", and nothing of protocols.
//!
//! Rules, in the order in which they decide:
//! 1. The first copy of a byte wins; later ones count as retransmissions, different ones as a conflict.
//! 2. Stream numbers are given as Wireshark gives `tcp.stream`: to every new pair of endpoints, and again to a SYN with
//!    another initial sequence number on a known pair.
//! 3. A connection whose SYN was not seen is held for `OPENING_SEGMENTS` so that an earlier segment, captured late, can
//!    still become the beginning.
//! 4. FIN and RST take their place behind the data before them; neither declares a gap. Bytes numbered behind a FIN are
//!    none of the stream (RFC 9293, section 3.6): they are counted and left out.
//! 5. A hole has the cause that the frames show: cut off, in a missing IP fragment, missed by the capture, lost.
//!
//! [`Segment`]: crate::net::Segment

use crate::dialogue::{Half, Piece, Time};

mod connection;
mod deliver;
mod fragment;
mod holes;
mod pending;
mod position;
mod recent;
mod segment;
mod table;
mod uncommon;

pub use connection::{Connection, Direction, Syn};
pub use table::Flows;
pub use uncommon::BehindFin;

/// Segments of a connection that may pass before an acknowledged hole is declared a gap. Captures reorder by a few
/// frames; several interfaces merged by a few hundred.
const SLACK_SEGMENTS: u32 = 256;
/// The same while the times of the capture's frames run backwards, which shows that it was shuffled.
const SHUFFLED_SLACK_SEGMENTS: u32 = 4096;
/// Segments for which a connection without its SYNs is held back, so that its beginning can be found.
const OPENING_SEGMENTS: u32 = 32;
/// The same in a shuffled capture.
const SHUFFLED_OPENING_SEGMENTS: u32 = 4096;
/// Bytes that may wait in one direction: more than the largest usual receive window that is not scaled.
const MAX_PENDING_BYTES: usize = 1 << 20;
/// Segments that may wait in one direction; the cap that tiny segments meet first.
const MAX_PENDING_SEGMENTS: usize = 4096;
/// Connections that are known at a time: see [`Limits::connections`].
const MAX_CONNECTIONS: usize = 1 << 20;
/// Bytes that may wait in all connections together: see [`Limits::waiting`].
const MAX_WAITING: usize = 64 << 20;
/// Frames of the capture for which a closed connection is kept at least, so that late copies find it.
const LINGER_FRAMES: u64 = 4096;
/// Closed connections that are let go of together, unless they have been kept for twice as long.
const RETIRED_TOGETHER: usize = 16;
/// Copies are recognised among this many recent segments of a direction.
const RECENT_SEGMENTS: usize = 8;
/// Copies without IP identification are told from retransmissions by the time between them: no stack retransmits
/// sooner than this (nanoseconds).
const COPY_NANOS: i64 = 50_000_000;

/// Bounds over all connections. The defaults suit any capture; a program with less memory, or a test, may lower them.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections that are known at a time. One that is idle costs 350 bytes before it has said anything and 600 with
    /// a line of a protocol; a million of them is what a busy server's capture may hold. Beyond it the one that was
    /// quiet for longest is put aside.
    pub connections: usize,
    /// Bytes that wait for missing ones in all connections, with what keeping them costs. Beyond it the connection that
    /// has waited for longest stops waiting.
    pub waiting: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { connections: MAX_CONNECTIONS, waiting: MAX_WAITING }
    }
}

/// Names a connection while it lives; reused after [`Receiver::closed`].
pub type Slot = usize;

/// What a repeated segment was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// The sender sent it again.
    Retransmission,
    /// The capture holds the same packet twice.
    Duplicate,
    /// Sent again with other bytes.
    Conflict,
}

/// Who gets what the connections carried.
pub trait Receiver {
    /// A connection begins. `false`: nothing of it is wanted, its segments are only counted.
    fn opened(&mut self, slot: Slot, connection: &Connection) -> bool;
    /// What one end sent next.
    fn piece(&mut self, slot: Slot, connection: &Connection, from: Half, piece: Piece<'_>);
    /// A frame repeats bytes that were given out before: offsets `span` of that end's stream.
    fn repeated(&mut self, slot: Slot, from: Half, span: (u64, u64), frame: u64, what: Repeat);
    /// The connection is over; its slot may be reused.
    fn closed(&mut self, slot: Slot, connection: &Connection);
}

/// Counts that every connection keeps.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// Frames in all.
    pub frames: u64,
    /// Frames that brought new bytes.
    pub data: u64,
    /// Frames without payload.
    pub empty: u64,
    /// Frames that are copies of another one.
    pub duplicates: u64,
    /// Frames with nothing new.
    pub retransmissions: u64,
    /// Frames that came behind a later one.
    pub out_of_order: u64,
    /// Frames that repeat bytes with other contents.
    pub conflicts: u64,
    /// Frames that brought only bytes behind their side's FIN.
    pub behind_fin: u64,
}

/// The clock of the capture, for the bounds.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Clock {
    latest: Option<Time>,
    shuffled: bool,
}

impl Clock {
    fn advance(&mut self, time: Time) {
        // Several interfaces interleave by microseconds; a second backwards is a shuffled file.
        const BACKWARDS: i64 = 1_000_000_000;
        match self.latest {
            Some(latest) if latest > time => self.shuffled |= latest.nanos_since(time) > BACKWARDS,
            _ => self.latest = Some(time),
        }
    }

    fn slack(self) -> u32 {
        if self.shuffled { SHUFFLED_SLACK_SEGMENTS } else { SLACK_SEGMENTS }
    }

    fn opening(self) -> u32 {
        if self.shuffled { SHUFFLED_OPENING_SEGMENTS } else { OPENING_SEGMENTS }
    }
}
