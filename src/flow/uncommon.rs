//! What only some connections need, and most of them only at their end.

use crate::dialogue::{Frames, Half, Place};

use super::pending::Pending;
use super::position::Position;

/// Frames noted of a connection's end: FIN, its ACK, FIN, its ACK, and a few repeats.
const MAX_CLOSING: usize = 16;

/// What a connection needs that is out of order, is sent again, or ends.
#[derive(Debug, Default)]
pub(super) struct Uncommon {
    pub(super) duplicates: u64,
    pub(super) retransmissions: u64,
    pub(super) out_of_order: u64,
    pub(super) conflicts: u64,
    /// Bytes declared missing, of each direction.
    pub(super) lost: [u64; 2],
    /// Segments that wait, of each direction: most connections have none.
    pub(super) pending: Option<Box<[Pending; 2]>>,
    /// Segments since delivery last had to wait.
    pub(super) waiting: u32,
    /// In the queue of connections that wait.
    pub(super) queued: bool,
    /// A bound ended the waiting, and not the rules.
    pub(super) bound_met: Option<usize>,
    /// TCP segments of which an IP fragment is missing so far.
    pub(super) partial: Vec<Partial>,
    /// Frames without payload from the first FIN or RST on: nearly every connection has two or three, and they stand
    /// apart in the capture.
    pub(super) closing: ClosingFrames,
    /// Places of the FINs, once they were given out.
    pub(super) fins: [Option<Place>; 2],
    /// RST: who sent it, and where.
    pub(super) reset: Option<(Half, Place)>,
    pub(super) behind_fin: BehindFin,
    /// Of each direction, the frame of a FIN that came before the side's SYN although the other side's was there: as a
    /// forged one would.
    pub(super) doubtful_fins: [Option<u64>; 2],
    /// A doubtful FIN behind which its side went on.
    pub(super) false_fin: Option<u64>,
}

impl Uncommon {
    /// Whether any segment waits.
    pub(super) fn waits(&self) -> bool {
        self.pending.as_ref().is_some_and(|pending| pending.iter().any(|pending| !pending.is_empty()))
    }
}

/// The first [`MAX_CLOSING`] frames of an end, in the order of the capture; 0 where there are no more.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ClosingFrames([u64; MAX_CLOSING]);

impl ClosingFrames {
    pub(super) fn is_empty(&self) -> bool {
        self.0.first() == Some(&0)
    }

    /// Adds a frame where there is room.
    pub(super) fn add(&mut self, frame: u64) {
        if let Some(free) = self.0.iter_mut().find(|free| **free == 0) {
            *free = frame;
        }
    }

    pub(super) fn frames(&self) -> impl Iterator<Item = u64> {
        self.0.iter().copied().take_while(|frame| *frame > 0)
    }
}

/// What a side sent behind its own FIN.
#[derive(Clone, Debug, Default)]
pub struct BehindFin {
    /// Bytes of each direction.
    pub bytes: [u64; 2],
    /// Frames that brought nothing else.
    pub alone: u64,
    /// All frames with such bytes.
    pub frames: Frames,
}

/// A segment whose IP packet is not whole.
#[derive(Clone, Copy, Debug)]
pub(super) struct Partial {
    pub(super) half: Half,
    pub(super) at: Position,
    /// Known once the packet's last fragment is there.
    pub(super) end: Option<Position>,
    pub(super) frame: u64,
}
