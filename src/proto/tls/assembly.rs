//! From records to handshake messages: several in one record, one over several records.

use super::wire::{self, HANDSHAKE_HEADER, RECORD_HEADER, RecordHeader};
use crate::dialogue::{Frames, Place, Time};

/// Longest handshake message that is kept, in bytes. Real ones with long certificate chains have some ten thousand;
/// the three-byte length would allow 16 MiB per side. A longer one is passed over by its length.
pub(super) const MAX_MESSAGE: usize = 256 * 1024;

/// A handshake message, whole or on its way.
#[derive(Debug, Default)]
pub(super) struct Assembly {
    header: [u8; HANDSHAKE_HEADER],
    have: usize,
    /// Bytes of the message without its header that have come, holes included.
    pub received: usize,
    /// Bytes without the header; known once the header is there.
    pub length: Option<usize>,
    /// The message without its header, unless it is too long or has holes.
    pub body: Vec<u8>,
    /// Bytes that are missing.
    pub missing: usize,
    /// Whether it is longer than [`MAX_MESSAGE`].
    pub too_long: bool,
    /// The frames that carried it.
    pub frames: Frames,
    /// Frame of its first byte, and how many bytes that frame carried, record headers included.
    pub first: (u64, u64),
    /// Bytes that carried it, record headers included.
    pub carried: u64,
    /// The header of the record that it begins.
    pub record: Option<RecordHeader>,
    /// Records that carried it.
    pub records: u64,
    /// Place of its first byte, or of the header of the record that it begins.
    pub start: Option<Place>,
    /// When its last byte came.
    pub until: Option<Time>,
    /// Offset behind its last byte.
    pub end: u64,
}

impl Assembly {
    /// Whether nothing of a message has come.
    pub fn is_empty(&self) -> bool {
        self.have == 0 && self.start.is_none()
    }

    /// The message's type, once its first byte is there.
    pub fn kind(&self) -> Option<u8> {
        if self.have == 0 { None } else { self.header.first().copied() }
    }

    /// Whether the last byte is there.
    pub fn whole(&self) -> bool {
        self.length == Some(self.received)
    }

    /// A record's header in front of the message's next bytes.
    pub fn record_begins(&mut self, place: Place, header: Option<RecordHeader>) {
        if self.is_empty() {
            self.record = header;
        }
        self.records += 1;
        self.carry(place, RECORD_HEADER);
    }

    fn carry(&mut self, place: Place, len: usize) {
        if self.start.is_none() {
            self.start = Some(place);
            self.first = (place.frame, 0);
        }
        if place.frame == self.first.0 {
            self.first.1 += len as u64;
        }
        if self.frames.last() != Some(place.frame) {
            self.frames.add(place.frame);
        }
        self.carried += len as u64;
        self.until = Some(place.time);
        self.end = place.offset + len as u64;
    }

    /// Takes bytes up to the message's end; says how many.
    pub fn take(&mut self, bytes: &[u8], place: Place) -> usize {
        let mut taken = 0;
        while let Some(slot) = self.header.get_mut(self.have)
            && let Some(byte) = bytes.get(taken)
        {
            *slot = *byte;
            self.have += 1;
            taken += 1;
        }
        if self.have == HANDSHAKE_HEADER && self.length.is_none() {
            let length = wire::handshake_header(&self.header).map_or(0, |(_, header)| header.length as usize);
            self.length = Some(length);
            self.too_long = length > MAX_MESSAGE;
        }
        if let Some(length) = self.length {
            let rest = bytes.get(taken..).unwrap_or_default();
            let part = rest.get(..length - self.received).unwrap_or(rest);
            // Once a byte is missing the message cannot be read: the rest need not be kept.
            if !self.too_long && self.missing == 0 {
                self.body.extend_from_slice(part);
            }
            self.received += part.len();
            taken += part.len();
        }
        self.carry(place, taken);
        taken
    }

    /// Passes over up to `len` missing bytes; says how many, or `None` when they hide the message's length.
    pub fn skip(&mut self, len: usize, place: Place) -> Option<usize> {
        let length = self.length?;
        let part = len.min(length - self.received);
        self.received += part;
        self.missing += part;
        self.end = place.offset + part as u64;
        Some(part)
    }
}

/// Whether the body of a handshake record is made of messages of known types whose lengths fit: then it is not
/// encrypted. (Of an encrypted one the first four bytes would do so by a chance of one in a million.)
pub(super) fn looks_plain(body: &[u8]) -> bool {
    let mut rest = body;
    let mut any = false;
    while let Ok((after, header)) = wire::handshake_header(rest) {
        let known = matches!(header.kind, 0..=2 | 4 | 5 | 8 | 11..=16 | 20..=25 | 67);
        if !known {
            return false;
        }
        match after.get(header.length as usize..) {
            Some(next) => rest = next,
            // A Certificate is the one that fills more than a record, or more than the first segment.
            None => return header.kind == wire::handshake::CERTIFICATE && header.length < 1 << 17,
        }
        any = true;
    }
    any && rest.is_empty()
}
