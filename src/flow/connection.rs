//! What is kept of a connection and of each of its directions.
//!
//! A capture may hold a million connections that are open and say nothing. What only a connection in use needs is
//! therefore allocated when it is needed: room for more than the first recent segments, and in one box whatever belongs
//! to disorder and to the end ([`Uncommon`]).

use crate::dialogue::{Frames, Half, Place, Time};
use crate::net::Endpoint;

use super::Counts;
use super::pending::{Chunk, Pending};
use super::position::Position;
use super::recent::Recents;
use super::uncommon::{BehindFin, Uncommon};

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
    pub(super) frames: u64,
    pub(super) data: u64,
    pub(super) handshake: Handshake,
    pub(super) directions: [Direction; 2],
    pub(super) recent: Recents,
    pub(super) uncommon: Option<Box<Uncommon>>,
    /// Nothing is wanted of it: count only.
    pub(super) ignored: bool,
    /// Delivery has begun: the beginning is known or was given up.
    pub(super) begun: bool,
    /// Nothing waits or ends as far as the last segment tells: the next one may go straight on.
    pub(super) straight: bool,
    pub(super) reset_told: bool,
    /// In the queue of closed connections.
    pub(super) lingering: bool,
    /// It had a segment since the table last looked for one to put aside.
    pub(super) touched: bool,
    /// Closed while it was open, to make room for others.
    pub(super) put_aside: bool,
}

/// Frames (0: not seen) and times of SYN, SYN-ACK and ACK.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Handshake {
    frames: [u64; 3],
    times: [Time; 3],
}

/// The three-way handshake, as far as it was seen.
#[derive(Clone, Copy, Debug)]
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

impl Handshake {
    /// Notes a step, the first time that it is seen.
    pub(super) fn note(&mut self, step: usize, frame: u64, time: Time) {
        if let (Some(old), Some(when)) = (self.frames.get_mut(step), self.times.get_mut(step))
            && *old == 0
        {
            (*old, *when) = (frame, time);
        }
    }

    pub(super) fn has(&self, step: usize) -> bool {
        self.frames.get(step).is_some_and(|frame| *frame > 0)
    }
}

/// One direction of a connection.
#[derive(Debug, Default)]
pub struct Direction {
    /// Bytes given out (captured ones only).
    pub bytes: u64,
    /// The next byte to give out; `None` until a sequence number or acknowledgement tells where it is.
    pub(super) next: Option<Position>,
    /// Behind the last byte that the peer acknowledged.
    pub(super) acknowledged: Option<Position>,
    /// The largest payload of one frame.
    pub largest: u32,
    /// Maximum segment size it announced.
    pub mss: Option<u16>,
    /// Whether a frame of it was seen.
    pub seen: bool,
    /// Whether a SYN told where it starts.
    pub(super) anchored: bool,
    /// It had its time to show up and did not: its missing bytes hold nothing back.
    pub(super) absent: bool,
}

impl Connection {
    pub(super) fn new(stream: u64, ends: [Endpoint; 2], (frame, time): (u64, Time), recent: Recents) -> Self {
        Connection {
            stream,
            ends,
            client: None,
            first: (frame, time),
            last: (frame, time),
            frames: 0,
            data: 0,
            handshake: Handshake::default(),
            directions: Default::default(),
            recent,
            uncommon: None,
            ignored: false,
            begun: false,
            straight: false,
            reset_told: false,
            lingering: false,
            touched: false,
            put_aside: false,
        }
    }

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

    /// Which end sends from `source` to `destination`, where these are its two ends.
    #[inline]
    pub(super) fn sender(&self, source: &Endpoint, destination: &Endpoint) -> Option<Half> {
        // Ports are compared faster than addresses, and tell most connections of a client apart.
        let same = |one: &Endpoint, other: &Endpoint| one.port == other.port && one.address == other.address;
        let [a, b] = &self.ends;
        if same(a, source) && same(b, destination) {
            Some(Half::A)
        } else if same(b, source) && same(a, destination) {
            Some(Half::B)
        } else {
            None
        }
    }

    /// Frames by what they brought.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts { frames: self.frames, data: self.data, ..Counts::default() };
        if let Some(uncommon) = &self.uncommon {
            counts.duplicates = uncommon.duplicates;
            counts.retransmissions = uncommon.retransmissions;
            counts.out_of_order = uncommon.out_of_order;
            counts.conflicts = uncommon.conflicts;
            counts.behind_fin = uncommon.behind_fin.alone;
        }
        let told = counts.data + counts.duplicates + counts.retransmissions + counts.behind_fin;
        counts.empty = counts.frames.saturating_sub(told);
        counts
    }

    /// SYN, SYN-ACK and the ACK of it.
    pub fn syn(&self) -> Option<Syn> {
        let Handshake { frames: [a, b, c], times: [at, bt, ct] } = self.handshake;
        let step = |frame, time| (frame > 0).then_some((frame, time));
        (a > 0 || b > 0).then(|| Syn { steps: [step(a, at), step(b, bt), step(c, ct)] })
    }

    /// Bytes of a direction that were declared missing.
    pub fn lost(&self, half: Half) -> u64 {
        let lost = self.uncommon.as_ref().and_then(|uncommon| uncommon.lost.get(half.index()));
        lost.copied().unwrap_or(0)
    }

    /// Place of a direction's FIN, once it was given out.
    pub fn fin(&self, half: Half) -> Option<Place> {
        self.uncommon.as_ref()?.fins.get(half.index()).copied().flatten()
    }

    /// The frames that closed it, from `first` on.
    pub fn closing_frames(&self, first: u64) -> Frames {
        let closing = self.uncommon.iter().flat_map(|uncommon| uncommon.closing.frames());
        closing.filter(|&frame| frame >= first).collect()
    }

    /// Who sent a RST, and where.
    pub fn reset(&self) -> Option<(Half, Place)> {
        self.uncommon.as_ref()?.reset
    }

    /// What a side sent behind its own FIN; it was left out.
    pub fn behind_fin(&self) -> Option<&BehindFin> {
        self.uncommon.as_ref().map(|uncommon| &uncommon.behind_fin).filter(|behind| behind.bytes != [0; 2])
    }

    /// The frame of a FIN that was none of its side's: it came before that side's SYN, and data came behind it.
    pub fn false_fin(&self) -> Option<u64> {
        self.uncommon.as_ref().and_then(|uncommon| uncommon.false_fin)
    }

    /// The bound of this program that ended its waiting for missing bytes, in bytes.
    pub fn bound_met(&self) -> Option<usize> {
        self.uncommon.as_ref()?.bound_met
    }

    /// Whether it was closed while it was open, to make room for others.
    pub fn put_aside(&self) -> bool {
        self.put_aside
    }

    /// Whether its beginning is missing from the capture.
    pub fn late(&self) -> bool {
        self.directions.iter().all(|direction| !direction.anchored)
    }

    pub(super) fn uncommon(&mut self) -> &mut Uncommon {
        self.uncommon.get_or_insert_default()
    }

    pub(super) fn pending(&self, half: Half) -> Option<&Pending> {
        let pending = self.uncommon.as_ref()?.pending.as_ref()?.get(half.index())?;
        (!pending.is_empty()).then_some(pending)
    }

    pub(super) fn pending_mut(&mut self, half: Half) -> &mut Pending {
        let [a, b] = &mut **self.uncommon().pending.get_or_insert_default();
        match half {
            Half::A => a,
            Half::B => b,
        }
    }

    /// The first segment of a direction that waits.
    pub(super) fn front(&self, half: Half) -> Option<&Chunk> {
        self.pending(half)?.front()
    }

    /// Whether any segment waits.
    pub(super) fn waits(&self) -> bool {
        self.uncommon.as_ref().is_some_and(|uncommon| uncommon.waits())
    }

    /// What the segments that wait cost.
    pub(super) fn waiting_cost(&self) -> usize {
        let pending = self.uncommon.as_ref().and_then(|uncommon| uncommon.pending.as_ref());
        pending.map_or(0, |pending| pending.iter().map(Pending::cost).sum())
    }

    /// The first byte of a direction: everything given out or declared missing lies between it and the next one.
    pub(super) fn start(&self, half: Half) -> Option<Position> {
        let direction = self.direction(half);
        Some(direction.next?.back(self.passed(half)))
    }

    /// Bytes of a direction that were given out or declared missing: the offset of the next one.
    pub(super) fn passed(&self, half: Half) -> u64 {
        self.direction(half).bytes + self.lost(half)
    }

    /// Offset of a position in its direction's stream.
    pub(super) fn offset(&self, half: Half, at: Position) -> u64 {
        self.start(half).map_or(0, |start| at.since(start))
    }

    /// What the peer may have acknowledged by now: all bytes given out, and the number that a FIN takes.
    pub(super) fn done(&self, half: Half) -> Option<Position> {
        let next = self.direction(half).next?;
        Some(next.plus(u64::from(self.fin(half).is_some())))
    }

    /// Where a direction's FIN stands, given out or waiting.
    pub(super) fn fin_at(&self, half: Half) -> Option<Position> {
        let waiting = self.pending(half).and_then(Pending::fin);
        waiting.or(self.direction(half).next.filter(|_| self.fin(half).is_some()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Connection, Direction};

    /// A million connections that are open: each costs this and an entry of the table (5 bytes, half of them free).
    #[test]
    fn a_connection_stays_small() {
        assert!(size_of::<Direction>() <= 40, "{}", size_of::<Direction>());
        assert!(size_of::<Option<Connection>>() <= 352, "{}", size_of::<Option<Connection>>());
    }
}
