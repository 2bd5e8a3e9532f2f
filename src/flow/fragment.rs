//! IP fragments of TCP segments that are not whole: they tell why a hole is there.
//!
//! The first fragment has the TCP header, and with it the place in the stream; without it only the addresses and, from
//! the last fragment, the length of the packet are known, and a hole of that length between these addresses is its.

use std::collections::VecDeque;
use std::net::IpAddr;

use crate::dialogue::Half;
use crate::net::{Endpoint, Fragment, Segment};

use super::connection::Connection;
use super::uncommon::Partial;

/// Segments remembered of which a fragment is missing, per connection, and packets without their first fragment in all.
/// A sender of fragments has a few under way at a time.
const MAX_PARTIAL: usize = 16;
const MAX_ORPHANS: usize = 64;
/// A TCP header is 20 to 60 bytes (RFC 9293, section 3.1).
const HEADERS: std::ops::RangeInclusive<u64> = 20..=60;

/// Packets of TCP whose first fragment was not seen.
#[derive(Debug, Default)]
pub(super) struct Orphans(VecDeque<Orphan>);

#[derive(Clone, Copy, Debug)]
struct Orphan {
    source: IpAddr,
    destination: IpAddr,
    identification: u32,
    total: u64,
    frame: u64,
}

impl Orphans {
    /// Notes a fragment. One that shows where its segment stands takes its packet from the list.
    pub(super) fn note(&mut self, fragment: &Fragment) {
        let is_of = |orphan: &Orphan| {
            orphan.identification == fragment.identification
                && orphan.source == fragment.source
                && orphan.destination == fragment.destination
        };
        self.0.retain(|orphan| !is_of(orphan));
        if let (None, Some(total)) = (fragment.begins, fragment.total) {
            if self.0.len() >= MAX_ORPHANS {
                self.0.pop_front();
            }
            self.0.push_back(Orphan {
                source: fragment.source,
                destination: fragment.destination,
                identification: fragment.identification,
                total: total as u64,
                frame: fragment.frame,
            });
        }
    }

    /// A packet became whole: it explains nothing any more.
    pub(super) fn forget(&mut self, segment: &Segment<'_>) {
        let length = segment.payload.len() as u64;
        let whole = |orphan: &Orphan| orphan.fits(segment.source, segment.destination, length);
        if let Some(at) = self.0.iter().position(whole) {
            self.0.remove(at);
        }
    }

    /// The frame of a packet that fits a hole of this length.
    pub(super) fn explain(&self, from: Endpoint, to: Endpoint, length: u64) -> Option<u64> {
        self.0.iter().find(|orphan| orphan.fits(from, to, length)).map(|orphan| orphan.frame)
    }
}

impl Orphan {
    fn fits(&self, from: Endpoint, to: Endpoint, length: u64) -> bool {
        self.source == from.address
            && self.destination == to.address
            && HEADERS.contains(&self.total.saturating_sub(length))
    }
}

impl Connection {
    /// Notes the first fragment of a segment, or that the packet's length is known meanwhile.
    pub(super) fn note_partial(&mut self, fragment: &Fragment) {
        let Some(begins) = fragment.begins else { return };
        let half = if begins.source == self.end(Half::A) { Half::A } else { Half::B };
        let Some(next) = self.direction(half).next else { return };
        let at = next.near(begins.sequence);
        let length = fragment.total.map(|total| total.saturating_sub(begins.header) as u64);
        let partial = Partial { half, at, end: length.map(|length| at.plus(length)), frame: fragment.frame };
        let list = &mut self.uncommon().partial;
        list.retain(|old| old.half != half || (old.at != at && old.at.plus(1 << 16) > next));
        if list.len() >= MAX_PARTIAL {
            list.remove(0);
        }
        list.push(partial);
    }
}
