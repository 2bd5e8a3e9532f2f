//! A zip archive without its directory, because it was cut short on its way: its entries by their own headers
//! (APPNOTE.TXT of PKWARE, sections 4.3.7 and 4.3.9), as far as they go.

use std::io::{Read, SeekFrom};

use crate::dialogue::Note;

use super::archive::{Entry, names, sound};
use super::place::{Slot, Source};
use super::{MAX_ENTRIES, MAX_FILE, is_junk};

/// Bytes of a header in front of an entry's name.
const HEADER: usize = 30;
/// The sizes stand behind the entry.
const SIZES_BEHIND: u16 = 1 << 3;
const ENCRYPTED: u16 = 1;

/// The entries that can be found.
pub(super) fn from_its_beginning(source: &mut dyn Source) -> Vec<Entry> {
    let mut entries = Vec::new();
    let Ok(length) = source.seek(SeekFrom::End(0)) else { return entries };
    let mut at = 0;
    while (entries.len() as u64) < MAX_ENTRIES && at < length {
        let Some((entry, next)) = entry(source, at, length) else { break };
        entries.extend(entry);
        match next {
            Some(next) if next > at => at = next,
            _ => break,
        }
    }
    entries
}

/// The entry at an offset, if it is a file, and where the next one is, if that is known.
fn entry(source: &mut dyn Source, at: u64, length: u64) -> Option<(Option<Entry>, Option<u64>)> {
    source.seek(SeekFrom::Start(at)).ok()?;
    let mut head = [0; HEADER];
    source.read_exact(&mut head).ok()?;
    if !head.starts_with(b"PK\x03\x04") {
        return None;
    }
    let short = |at: usize| Some(u16::from_le_bytes(head.get(at..at + 2)?.try_into().ok()?));
    let long = |at: usize| Some(u32::from_le_bytes(head.get(at..at + 4)?.try_into().ok()?));
    let (flags, method, crc) = (short(6)?, short(8)?, long(14)?);
    let (packed, size) = (u64::from(long(18)?), u64::from(long(22)?));
    let (name_length, extra) = (u64::from(short(26)?), u64::from(short(28)?));
    let mut name = Vec::new();
    source.take(name_length).read_to_end(&mut name).ok()?;
    let start = at + HEADER as u64 + name_length + extra;
    let left = length.checked_sub(start)?;
    // Unknown, or in 64-bit fields: it may reach to the end, and what follows it is not found.
    let known = flags & SIZES_BEHIND == 0 && packed != u64::from(u32::MAX) && size != u64::from(u32::MAX);
    let whole = known && packed <= left;
    let next = whole.then(|| start + packed);
    let (parts, trick) = names(&name);
    if name.ends_with(b"/") || name.ends_with(b"\\") || parts.iter().any(|part| is_junk(part)) {
        return Some((None, next));
    }
    let slot = match (trick, method) {
        (Some(note), _) => Err(note),
        _ if flags & ENCRYPTED != 0 => Err(Note::new("marks-file-encrypted")),
        (None, 0 | 8) => sound(Slot {
            start,
            packed: packed.min(left).max(if known { 0 } else { left }),
            size: if known { size } else { MAX_FILE.min(left.saturating_mul(super::MAX_RATIO)) },
            deflated: method == 8,
            crc: whole.then_some(crc),
        }),
        (None, method) => Err(Note::new("marks-file-method").with("method", method.to_string())),
    };
    Some((Some(Entry { names: parts, slot }), next))
}
