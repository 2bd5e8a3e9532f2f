//! A session at work. What it does not take is held and offered again when the other side has moved.

use std::collections::VecDeque;

use crate::dialogue::{Fault, Finding, Frames, Gap, GapCause, Piece, Severity, Side};
use crate::proto::{Fed, Next, Opened, Protocol, Session};
use crate::work;

use super::channel::{Channel, Context};
use super::held::Owned;
use super::record::Desk;

/// Bytes of one side that a session may leave. A client that talks on in front of a TLS handshake sends less.
const HELD_BYTES: usize = 256 << 10;

pub(super) struct Speaking {
    pub(super) protocol: &'static Protocol,
    pub(super) session: Box<dyn Session>,
    held: [VecDeque<Owned>; 2],
    held_bytes: [usize; 2],
    pub(super) inner: Option<Box<Channel>>,
    depth: u8,
    encrypted: bool,
}

impl Speaking {
    pub(super) fn new(protocol: &'static Protocol, opened: &Opened<'_>, depth: u8) -> Self {
        Speaking {
            protocol,
            session: (protocol.open)(opened),
            held: Default::default(),
            held_bytes: [0; 2],
            inner: None,
            depth,
            encrypted: opened.encrypted,
        }
    }

    pub(super) fn held_cost(&self) -> usize {
        const PIECE_COST: usize = 128;
        let inner = self.inner.as_ref().map_or(0, |inner| inner.held_cost());
        let pieces: usize = self.held.iter().map(VecDeque::len).sum();
        self.held_bytes.iter().sum::<usize>() + pieces * PIECE_COST + inner
    }

    pub(super) fn into_held(self) -> [VecDeque<Owned>; 2] {
        self.held
    }

    /// Feeds a piece, behind what is held of its side, and then offers again what the other side has left.
    pub(super) fn feed(&mut self, from: Side, piece: Piece<'_>, context: &mut Context<'_>) -> Next {
        let waits = self.held.get(from.index()).is_some_and(|held| !held.is_empty());
        if waits {
            self.hold(from, piece, context);
            match self.offer_again(from, context) {
                Next::More => {}
                next => return next,
            }
        } else {
            let fed = self.give(from, piece, context);
            if let Piece::Bytes(bytes, place) = piece
                && fed.taken < bytes.len()
                && fed.next != Next::GiveUp
            {
                let rest = bytes.get(fed.taken..).unwrap_or_default();
                self.hold(from, Piece::Bytes(rest, place.after(fed.taken)), context);
            }
            if fed.next != Next::More {
                return fed.next;
            }
        }
        if self.held.iter().all(VecDeque::is_empty) {
            return Next::More;
        }
        match self.offer_again(from.other(), context) {
            // What this side has left may have waited for that.
            Next::More => self.offer_again(from, context),
            next => next,
        }
    }

    fn give(&mut self, from: Side, piece: Piece<'_>, context: &mut Context<'_>) -> Fed {
        // What a protocol in clear takes is as good as decrypted; what it leaves may be for another one.
        let clear = context.wanted.decrypted && self.depth == 0 && !self.protocol.wraps;
        let offered = if let Piece::Bytes(bytes, _) = piece { bytes.len() } else { 0 };
        let fed = self.session.feed(
            from,
            piece,
            &mut Desk { context, inner: &mut self.inner, depth: self.depth, encrypted: self.encrypted },
        );
        if clear {
            let taken = match piece {
                Piece::Bytes(bytes, place) => Piece::Bytes(bytes.get(..fed.taken).unwrap_or(bytes), place),
                other => other,
            };
            context.record.inside.push((from, Owned::of(taken)));
        }
        // A session that leaves bytes has looked at the next line at most; one that takes them has read them.
        work::add(1 + fed.taken.min(offered));
        fed
    }

    /// Offers what a side has left, as long as the session takes something of it.
    fn offer_again(&mut self, side: Side, context: &mut Context<'_>) -> Next {
        loop {
            let Some(mut owned) = self.held.get_mut(side.index()).and_then(VecDeque::pop_front) else {
                return Next::More;
            };
            let fed = self.give(side, owned.piece(), context);
            let mut stuck = false;
            if let Owned::Bytes { bytes, taken, place } = &mut owned {
                let now = fed.taken.min(bytes.len() - *taken);
                *taken += now;
                *place = place.after(now);
                stuck = now == 0 && fed.next == Next::More;
                let left = *taken < bytes.len();
                if let Some(held) = self.held_bytes.get_mut(side.index()) {
                    *held = held.saturating_sub(now);
                }
                if let Some(held) = self.held.get_mut(side.index()).filter(|_| left) {
                    held.push_front(owned);
                }
            }
            if stuck || fed.next != Next::More {
                return fed.next;
            }
        }
    }

    fn hold(&mut self, side: Side, piece: Piece<'_>, context: &mut Context<'_>) {
        let index = side.index();
        let (Some(held), Some(held_bytes)) = (self.held.get_mut(index), self.held_bytes.get_mut(index))
        else {
            return;
        };
        let (bytes, place) = match (piece, held.back_mut()) {
            (Piece::Bytes(bytes, place), _) => (bytes, place),
            // Behind the bound every byte is a gap: a real one joins it, or gaps would wait without end.
            (Piece::Gap(gap), Some(Owned::Gap(last))) => {
                last.len = last.len.saturating_add(gap.len);
                return;
            }
            (piece, _) => {
                held.push_back(Owned::of(piece));
                return;
            }
        };
        if *held_bytes + bytes.len() <= HELD_BYTES {
            *held_bytes += bytes.len();
            work::add(bytes.len());
            held.push_back(Owned::of(piece));
            return;
        }
        // Beyond the bound the bytes become a gap of our making, said once.
        let len = bytes.len() as u64;
        if let Some(Owned::Gap(gap)) = held.back_mut() {
            gap.len = gap.len.saturating_add(len);
            return;
        }
        context.record.add_finding(too_much(HELD_BYTES, place.frame));
        held.push_back(Owned::Gap(Gap { len, cause: GapCause::Unknown, at: place }));
    }

    /// What is held becomes a gap on each side: other connections need the room.
    pub(super) fn drop_held(&mut self, limit: usize, context: &mut Context<'_>) {
        for (held, held_bytes) in self.held.iter_mut().zip(&mut self.held_bytes) {
            let mut gap: Option<Gap> = None;
            let mut ends = VecDeque::new();
            for owned in held.drain(..) {
                let (len, at) = match owned.piece() {
                    Piece::Bytes(bytes, place) => (bytes.len() as u64, place),
                    Piece::Gap(gap) => (gap.len, gap.at),
                    Piece::End(_) => {
                        ends.push_back(owned);
                        continue;
                    }
                };
                let gap = gap.get_or_insert(Gap { len: 0, cause: GapCause::Unknown, at });
                gap.len = gap.len.saturating_add(len);
            }
            if let Some(gap) = gap {
                context.record.add_finding(too_much(limit, gap.at.frame));
                held.push_back(Owned::Gap(gap));
            }
            held.append(&mut ends);
            *held_bytes = 0;
        }
        if let Some(inner) = &mut self.inner {
            inner.drop_held(limit, context);
        }
    }
}

fn too_much(limit: usize, frame: u64) -> Finding {
    Finding::new("tcp.too-much-waiting", Severity::Error, Fault::Wiretale)
        .with("limit", limit)
        .at(Frames::one(frame))
}
