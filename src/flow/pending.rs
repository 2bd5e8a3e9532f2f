//! Segments of one direction that wait for their turn.

use std::collections::BTreeMap;

use crate::dialogue::{Frames, Time};
use crate::net::Segment;

use super::position::Position;
use crate::work;

/// What a waiting segment costs besides its bytes, and the first one of a direction: a hostile file has one for every
/// byte.
const CHUNK_COST: usize = 128;
const FIRST_COST: usize = 1536;

/// By position; they do not overlap. A FIN has no bytes and stands behind those that end where it is.
#[derive(Debug, Default)]
pub(super) struct Pending {
    chunks: BTreeMap<(Position, bool), Chunk>,
    bytes: usize,
    fin: Option<Position>,
    /// Behind the furthest byte that had to wait.
    pub(super) furthest: Option<Position>,
}

/// A segment that waits.
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

/// What came of a segment that was put aside.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Kept {
    pub(super) new: bool,
    pub(super) conflict: bool,
}

impl Chunk {
    pub(super) fn end(&self) -> Position {
        self.at.plus(self.bytes.len() as u64 + u64::from(self.cut))
    }
}

impl Pending {
    pub(super) fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.chunks.len()
    }

    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    pub(super) fn cost(&self) -> usize {
        match self.chunks.len() {
            0 => 0,
            length => self.bytes + FIRST_COST + length * CHUNK_COST,
        }
    }

    pub(super) fn front(&self) -> Option<&Chunk> {
        self.chunks.first_key_value().map(|(_, chunk)| chunk)
    }

    /// Where a FIN waits.
    pub(super) fn fin(&self) -> Option<Position> {
        self.fin
    }

    /// Lets go of a FIN that waits.
    pub(super) fn withdraw_fin(&mut self) {
        if let Some(at) = self.fin.take() {
            self.chunks.remove(&(at, true));
        }
    }

    pub(super) fn insert(&mut self, chunk: Chunk) {
        work::add(1);
        if chunk.fin {
            self.fin = Some(chunk.at);
        }
        self.bytes += chunk.bytes.len();
        if let Some(old) = self.chunks.insert((chunk.at, chunk.fin), chunk) {
            self.bytes -= old.bytes.len();
        }
    }

    pub(super) fn take_first(&mut self) -> Option<Chunk> {
        work::add(1);
        let (_, chunk) = self.chunks.pop_first()?;
        self.bytes -= chunk.bytes.len();
        if chunk.fin {
            self.fin = None;
        }
        Some(chunk)
    }

    /// Drops all bytes from `at` on; gives their number and the frames that brought them.
    pub(super) fn drop_behind(&mut self, at: Position) -> (u64, Frames) {
        let behind = self.chunks.split_off(&(at, false));
        let mut bytes = 0;
        let mut frames = Frames::default();
        for chunk in behind.into_values() {
            bytes += chunk.bytes.len() as u64;
            frames.add(chunk.frame);
        }
        if let Some(mut entry) = self.chunks.last_entry()
            && entry.get().end() > at
        {
            let chunk = entry.get_mut();
            let keep = at.since(chunk.at) as usize;
            bytes += chunk.bytes.len().saturating_sub(keep) as u64;
            chunk.cut = chunk.cut.min(keep.saturating_sub(chunk.bytes.len()) as u32);
            chunk.bytes.truncate(keep);
            frames.add(chunk.frame);
        }
        self.bytes = self.bytes.saturating_sub(bytes as usize);
        (bytes, frames)
    }

    /// Puts what is new of a segment aside, from `here` on, between what waits already. The first copy of a byte wins.
    pub(super) fn keep(
        &mut self,
        segment: &Segment<'_>,
        at: Position,
        mut here: Position,
        needs: Option<Position>,
    ) -> Kept {
        let end = at.plus(segment.payload.len() as u64);
        let mut free = Vec::new();
        let mut kept = Kept::default();
        // They do not overlap: only the last that begins at or before it can reach into it, with a FIN beside it.
        let first = self.chunks.range(..=(here, true)).rev().take(2).last();
        let first = first.map_or((here, false), |(key, _)| *key);
        for chunk in self.chunks.range(first..).map(|(_, chunk)| chunk) {
            work::add(1);
            let chunk_end = chunk.at.plus(chunk.bytes.len() as u64);
            if chunk_end <= here || chunk.bytes.is_empty() {
                continue;
            }
            if chunk.at >= end {
                break;
            }
            if chunk.at > here {
                free.push((here, chunk.at));
            }
            let (from, to) = (here.max(chunk.at), end.min(chunk_end));
            kept.conflict |= slice(segment.payload, at, from, to) != slice(&chunk.bytes, chunk.at, from, to);
            here = chunk_end;
        }
        // Nothing may be there but what was cut off: its place is kept all the same.
        let all_cut = segment.payload.is_empty() && !self.chunks.contains_key(&(at, false));
        if here < end || (all_cut && here == at) {
            free.push((here, end));
        }
        kept.new = !free.is_empty();
        let last = free.len().saturating_sub(1);
        for (index, (from, to)) in free.into_iter().enumerate() {
            let bytes = slice(segment.payload, at, from, to).to_vec();
            work::add(bytes.len());
            let cut = if index == last && to == end { segment.cut } else { 0 };
            let (frame, time) = (segment.frame, segment.time);
            self.insert(Chunk { at: from, bytes, cut, fin: false, frame, time, needs });
        }
        kept
    }
}

/// The part of `bytes`, which begin at `at`, from one position to another.
fn slice(bytes: &[u8], at: Position, from: Position, to: Position) -> &[u8] {
    bytes.get(from.since(at) as usize..to.since(at) as usize).unwrap_or_default()
}
