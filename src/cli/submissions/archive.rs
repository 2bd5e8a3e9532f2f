//! What is in a zip archive: names, and where each entry stands (APPNOTE.TXT of PKWARE, version 6.3.10).
//!
//! Read with the `zip` crate from the directory at the archive's end; one without a directory, because it was cut, from
//! its beginning ([`broken`]).
//!
//! [`broken`]: super::broken

use std::io::{Read, Seek, SeekFrom};

use encoding_rs::GB18030;
use zip::{CompressionMethod, ZipArchive};

use crate::dialogue::Note;

use super::broken::from_its_beginning;
use super::place::{Place, Slot, Source};
use super::{MAX_ENTRIES, MAX_FILE, MAX_NAME, MAX_RATIO, MIN_SUSPECT, is_junk};

/// An entry of an archive.
pub(super) struct Entry {
    /// Its name and the folders that it is in.
    pub(super) names: Vec<String>,
    /// Where it stands; else why it is not read.
    pub(super) slot: Result<Slot, Note>,
}

/// What an archive holds.
#[derive(Default)]
pub(super) struct Listing {
    pub(super) entries: Vec<Entry>,
    /// What is wrong with it as a whole.
    pub(super) remark: Option<Note>,
}

/// Signatures of a first entry, and of an archive without any.
const BEGINNINGS: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];
/// What is a zip archive and no folder that somebody packed: documents and programs.
const DOCUMENTS: [&str; 22] = [
    "docx", "docm", "dotx", "xlsx", "xlsm", "pptx", "pptm", "ppsx", "odt", "ods", "odp", "epub", "jar",
    "apk", "war", "whl", "xpi", "vsdx", "key", "pages", "numbers", "wps",
];
/// Bytes of the end-of-directory record, and of the longest comment behind it.
const END: u64 = 22;
const MAX_COMMENT: u64 = 65_535;

/// Whether a file is an archive that is to be looked into: by its first bytes, and because its name does not say that it
/// is a document.
pub(super) fn is_archive(name: &str, beginning: &[u8]) -> bool {
    let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
    BEGINNINGS.iter().any(|signature| beginning.starts_with(signature))
        && !DOCUMENTS.contains(&ending.as_str())
}

/// What an archive holds, in the order of its directory.
pub(super) fn list(place: &Place) -> Listing {
    let refused = |key: &'static str| Listing { entries: Vec::new(), remark: Some(Note::new(key)) };
    let Ok(mut source) = place.source() else { return refused("marks-zip-damaged") };
    match entries_said(&mut source) {
        Some(count) if count > MAX_ENTRIES => {
            let note = Note::new("marks-zip-entries").with("most", MAX_ENTRIES);
            return Listing { entries: Vec::new(), remark: Some(note.with("count", count)) };
        }
        _ => {}
    }
    let opened = source.rewind().ok().and_then(|()| ZipArchive::new(&mut source).ok());
    let Some(mut archive) = opened else {
        let entries = from_its_beginning(&mut source);
        let remark = if entries.is_empty() { "marks-zip-damaged" } else { "marks-zip-cut" };
        return Listing { entries, remark: Some(Note::new(remark)) };
    };
    let mut listing = Listing::default();
    for index in 0..archive.len() {
        listing.entries.extend(entry(&mut archive, index));
    }
    if archive.has_duplicate_names() {
        listing.remark = Some(Note::new("marks-zip-duplicates"));
    }
    refuse_overlapping(&mut listing.entries);
    listing
}

/// How many entries the record at the end says there are; with 64-bit fields, those of their record.
fn entries_said(source: &mut dyn Source) -> Option<u64> {
    let length = source.seek(SeekFrom::End(0)).ok()?;
    let from = length.saturating_sub(END + MAX_COMMENT + 20);
    source.seek(SeekFrom::Start(from)).ok()?;
    let mut tail = Vec::new();
    source.take(END + MAX_COMMENT + 20).read_to_end(&mut tail).ok()?;
    let at = tail.windows(4).rposition(|window| window == b"PK\x05\x06")?;
    let count = u64::from(u16::from_le_bytes(tail.get(at + 10..at + 12)?.try_into().ok()?));
    if count < 0xffff {
        return Some(count);
    }
    // The locator stands right before it (APPNOTE 4.3.15), and names the 64-bit record (4.3.14).
    let locator = tail.get(at.checked_sub(20)?..at)?;
    if !locator.starts_with(b"PK\x06\x07") {
        return Some(count);
    }
    let record = u64::from_le_bytes(locator.get(8..16)?.try_into().ok()?);
    source.seek(SeekFrom::Start(record)).ok()?;
    let mut head = [0; 40];
    source.read_exact(&mut head).ok()?;
    Some(u64::from_le_bytes(head.get(32..40)?.try_into().ok()?))
}

fn entry(archive: &mut ZipArchive<&mut Box<dyn Source>>, index: usize) -> Option<Entry> {
    let file = archive.by_index_raw(index).ok()?;
    let (names, trick) = names(file.name_raw());
    let folder = file.is_dir() || file.name_raw().ends_with(b"\\");
    if folder || names.iter().any(|name| is_junk(name)) {
        return None;
    }
    let method = file.compression();
    let start = file.data_start();
    let slot = match (trick, start) {
        (Some(note), _) => Err(note),
        _ if file.is_symlink() => Err(Note::new("marks-file-link")),
        _ if file.encrypted() => Err(Note::new("marks-file-encrypted")),
        _ if !matches!(method, CompressionMethod::Stored | CompressionMethod::Deflated) => {
            Err(Note::new("marks-file-method").with("method", method.to_string()))
        }
        (None, None) => Err(Note::new("marks-zip-damaged")),
        (None, Some(start)) => sound(Slot {
            start,
            packed: file.compressed_size(),
            size: file.size(),
            deflated: method == CompressionMethod::Deflated,
            crc: Some(file.crc32()),
        }),
    };
    Some(Entry { names, slot })
}

/// The slot, unless it is said to hold what no capture holds.
pub(super) fn sound(slot: Slot) -> Result<Slot, Note> {
    if slot.size > MAX_FILE {
        return Err(Note::new("marks-file-large").with("size", slot.size).with("most", MAX_FILE));
    }
    if slot.size > MIN_SUSPECT && slot.size / slot.packed.max(1) > MAX_RATIO {
        return Err(Note::new("marks-file-bomb").with("size", slot.size).with("packed", slot.packed));
    }
    Ok(slot)
}

/// Entries that share bytes are a trick: one file that counts many times.
fn refuse_overlapping(entries: &mut [Entry]) {
    let mut order: Vec<(u64, u64, usize)> = entries
        .iter()
        .enumerate()
        .filter_map(|(index, entry)| {
            let slot = entry.slot.as_ref().ok()?;
            Some((slot.start, slot.start.saturating_add(slot.packed), index))
        })
        .collect();
    order.sort_unstable();
    let mut end = 0;
    for (start, stop, index) in order {
        if start < end
            && stop > start
            && let Some(entry) = entries.get_mut(index)
        {
            entry.slot = Err(Note::new("marks-file-overlap"));
        }
        end = end.max(stop);
    }
}

/// A name with its folders, and what is wrong with it. Names are UTF-8 where they are (with or without the flag that says
/// so; the `zip` crate has already put the name of an Info-ZIP extra field in place), else GBK, as Windows in Chinese
/// packs them. A path that leads out of the archive is refused, and none is ever written to.
pub(super) fn names(raw: &[u8]) -> (Vec<String>, Option<Note>) {
    let text = match std::str::from_utf8(raw) {
        Ok(text) => text.to_owned(),
        Err(_) => match GB18030.decode_without_bom_handling_and_without_replacement(raw) {
            Some(text) => text.into_owned(),
            None => String::from_utf8_lossy(raw).into_owned(),
        },
    };
    let parts: Vec<&str> = text.split(['/', '\\']).collect();
    let drive = parts.first().is_some_and(|first| {
        let mut letters = first.chars();
        letters.next().is_some_and(|letter| letter.is_ascii_alphabetic()) && letters.as_str().starts_with(':')
    });
    let outside = parts.contains(&"..") || drive || text.starts_with(['/', '\\']) || text.contains('\0');
    let good = |part: &&&str| !matches!(**part, "" | "." | "..");
    let mut names: Vec<String> = parts.iter().filter(good).map(|part| (*part).to_owned()).collect();
    if names.is_empty() {
        names.push("?".to_owned());
    }
    if text.len() > MAX_NAME {
        // What is kept of it is for a message.
        let short: String = names.last().map_or("", String::as_str).chars().take(80).collect();
        return (vec![short], Some(Note::new("marks-file-name")));
    }
    (names, outside.then(|| Note::new("marks-file-path")))
}
