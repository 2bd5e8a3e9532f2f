//! Which holes there are, when they may be declared, and why they are there.

use crate::dialogue::{GapCause, Half};

use super::connection::Connection;
use super::deliver::{Carrier, Force, Way, earlier};
use super::position::Position;

impl Connection {
    /// Declares one hole, when that is allowed. The one before the smallest waiting frame comes first; of that frame's
    /// own hole and the other side's, its own: it lies further back.
    pub(super) fn declare(&mut self, force: Force, way: &mut Way<'_>) -> bool {
        let head = |half: Half| self.front(half).map(|chunk| (chunk.frame, half));
        let (a, b) = (head(Half::A), head(Half::B));
        let first = earlier(a, b);
        let second = first.map(Half::other).filter(|_| a.is_some() && b.is_some());
        for half in [first, second].into_iter().flatten() {
            for side in [half, half.other()] {
                if let Some(end) = self.hole(side)
                    && self.may_declare(side, end, force)
                {
                    self.give_hole(side, end, way);
                    return true;
                }
            }
        }
        if force == Force::Everything && first.is_none() {
            for side in [Half::A, Half::B] {
                if let Some(end) = self.tail(side) {
                    self.give_hole(side, end, way);
                    return true;
                }
            }
        }
        false
    }

    /// The end of the hole at the front of a direction: up to its first waiting byte, or up to what the other side's
    /// first waiting segment acknowledges, whichever is nearer.
    fn hole(&self, side: Half) -> Option<Position> {
        let next = self.direction(side).next?;
        if self.fin(side).is_some() {
            return None;
        }
        let front = self.front(side);
        let own = front.map(|chunk| chunk.at).filter(|&at| at > next);
        let done = self.done(side)?;
        let waiting = self.front(side.other());
        let needed = waiting.and_then(|chunk| chunk.needs).filter(|&needs| needs > done);
        // A FIN that acknowledges one number more than there are bytes answers a FIN that was not captured.
        let closing = waiting.is_some_and(|chunk| chunk.fin) && front.is_none();
        let needed = needed.filter(|&needs| !(closing && needs.since(next) == 1));
        // What is acknowledged beyond data that is there is no hole: the data only has to be given out first.
        let needed = match front {
            Some(first) if first.at <= next => None,
            _ => needed,
        };
        match (own, needed) {
            (Some(own), Some(needed)) => Some(own.min(needed)),
            (one, other) => one.or(other),
        }
    }

    /// Bytes that the peer acknowledged at the end and that never came; the number that a FIN takes is not a byte.
    fn tail(&self, side: Half) -> Option<Position> {
        let next = self.direction(side).next?;
        if self.fin(side).is_some() {
            return None;
        }
        let acknowledged = self.direction(side).acknowledged?;
        let closing = self.fin(side.other()).is_some() || self.reset().is_some();
        let single = acknowledged.since(next) == 1;
        let end = if closing || single { acknowledged.back(1) } else { acknowledged };
        (end > next).then_some(end)
    }

    fn may_declare(&self, side: Half, end: Position, force: Force) -> bool {
        let direction = self.direction(side);
        direction.absent
            || match force {
                Force::Everything => true,
                Force::Acknowledged => direction.acknowledged.is_some_and(|position| position >= end),
                Force::No => false,
            }
    }

    fn give_hole(&mut self, side: Half, end: Position, way: &mut Way<'_>) {
        let Some(next) = self.direction(side).next else { return };
        let other_seen = self.direction(side.other()).seen;
        let evidence = self.front(side.other()).or(self.front(side));
        let mut carrier = Carrier { frame: self.last.0, time: self.last.1 };
        if let Some(chunk) = evidence {
            carrier = Carrier { frame: chunk.frame, time: chunk.time };
        }
        let acknowledged = self.direction(side).acknowledged.is_some_and(|position| position >= end);
        let mut cause = match (acknowledged, other_seen) {
            (true, _) => GapCause::NotCaptured,
            (false, true) => GapCause::Lost,
            (false, false) => GapCause::Unknown,
        };
        // A hole of several segments ends where the next one begins that has its own reason.
        let mut end = end;
        if let Some((at, behind, frame)) = self.partial_in(side, next, end) {
            if at > next {
                end = at;
            } else {
                (end, cause) = (behind, GapCause::FragmentMissing);
                carrier.frame = frame;
            }
        } else if let Some(frame) =
            way.orphans.explain(self.end(side), self.end(side.other()), end.since(next))
        {
            cause = GapCause::FragmentMissing;
            carrier.frame = frame;
        }
        let absent = self.direction(side).bytes == 0 && self.pending(side).is_none();
        self.direction_mut(side).absent |= absent;
        self.give_gap(side, end, cause, carrier, way);
    }

    /// The first segment in a hole of which only a part of the IP packet was seen: where it begins and ends within the
    /// hole, and the frame of that part.
    fn partial_in(&self, side: Half, next: Position, end: Position) -> Option<(Position, Position, u64)> {
        let partial = &self.uncommon.as_ref()?.partial;
        let reaches = |end_at: Option<Position>| end_at.unwrap_or(end).min(end);
        partial
            .iter()
            .filter(|partial| partial.half == side && partial.at < end && reaches(partial.end) > next)
            .min_by_key(|partial| partial.at)
            .map(|partial| (partial.at.max(next), reaches(partial.end), partial.frame))
    }
}
