//! What was handed in → students with their files.
//!
//! Files, folders and archives as learning platforms give them are walked ([`mod@walk`], [`archive`]); every file becomes a
//! [`Found`]: names from the outside to the inside, and a [`Place`] to read it from. No archive is ever unpacked: an entry
//! is read where it stands, as it is analysed. What the names tell ([`names`]: Moodle, Canvas, Gradescope) and what the
//! roster knows ([`roster`]) decides whose each file is ([`group`]).
//!
//! What is refused, because it is broken, encrypted, a trick with paths or larger than any capture, is still a file that
//! was handed in, with a note that says why: nothing that a student sends can stop a batch, and nothing is lost in
//! silence.

use std::collections::BTreeMap;

use crate::dialogue::Note;

mod archive;
mod broken;
mod gradescope;
mod group;
mod names;
mod place;
mod roster;
#[cfg(test)]
mod tests;
mod walk;

pub(super) use group::students;
pub(super) use place::Place;
pub(super) use roster::Roster;
pub(super) use walk::{Walk, walk};

/// A file as it was found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Which of the paths that the user named.
    pub(super) root: usize,
    /// Its name, the last, and the folders and archives that it is in, below the path that was named.
    pub(super) names: Vec<String>,
    /// Where its bytes are; else why they are not read.
    pub(super) place: Result<Place, Note>,
    /// What is amiss although it can be read.
    pub(super) remark: Option<Note>,
}

/// A student, and what was handed in.
#[derive(Clone, Debug, Default)]
pub(super) struct Submission {
    /// The roster's id, or what the names tell.
    pub(super) id: String,
    /// The roster's row, or what the names tell.
    pub(super) row: BTreeMap<String, String>,
    /// Whether there is a roster, and nobody in it is this student.
    pub(super) stranger: bool,
    /// In the order of their names.
    pub(super) files: Vec<HandedFile>,
}

/// A file of a student.
#[derive(Clone, Debug)]
pub(super) struct HandedFile {
    /// Its name within what the student handed in.
    pub(super) name: String,
    /// Where its bytes are; else why they are not read.
    pub(super) place: Result<Place, Note>,
    /// What is amiss although it can be read.
    pub(super) remark: Option<Note>,
}

impl HandedFile {
    /// Bytes that are read from the disk for it, near enough for a bar of progress.
    pub(super) fn weight(&self) -> u64 {
        self.place.as_ref().map_or(0, Place::weight)
    }
}

/// Bytes of a file in an archive, unpacked. Larger than any capture of a lab, and than what a disk is read in a minute.
const MAX_FILE: u64 = 8 << 30;
/// Bytes of all files in the archives of one path, unpacked: a class of hundreds with hundreds of megabytes each.
const MAX_TOTAL: u64 = 256 << 30;
/// How much smaller packing can have made a file that is worth looking at ([`MIN_SUSPECT`]). Captures shrink to a half or
/// a tenth, typed sessions to a fortieth; deflate can do a thousandth, of zeros.
const MAX_RATIO: u64 = 400;
/// Bytes below which a file may be packed as well as it likes: it costs no time.
const MIN_SUSPECT: u64 = 64 << 20;
/// Entries of one archive: a class of a thousand with twenty files each.
const MAX_ENTRIES: u64 = 20_000;
/// Archives in archives: the class in a zip, a student's zip in it, and a folder that the student had zipped.
const MAX_DEPTH: usize = 3;
/// Folders in folders.
const MAX_FOLDERS: usize = 24;
/// Bytes of an archive inside another one: it is unpacked into memory, one per thread, because an archive is read from
/// its end.
const MAX_NESTED: u64 = 256 << 20;
/// Bytes of a name with its folders.
const MAX_NAME: usize = 2048;

/// Whether it is something that computers put beside what people hand in.
fn is_junk(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    name.starts_with("._")
        || matches!(
            lower.as_str(),
            "__macosx"
                | ".ds_store"
                | "thumbs.db"
                | "desktop.ini"
                | ".git"
                | ".svn"
                | ".localized"
                | "$recycle.bin"
        )
}
