//! Paths that the user named → the files in them, in the order of their names.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::Path;

use crate::dialogue::Note;

use super::archive::{self, is_archive};
use super::place::Place;
use super::{Found, MAX_DEPTH, MAX_FOLDERS, MAX_NESTED, MAX_TOTAL, is_junk};

/// What was found.
#[derive(Default)]
pub(in crate::cli) struct Walk {
    /// The files, path by path.
    pub(in crate::cli) found: Vec<Found>,
    /// The paths, by their own names: whether each is a folder or an archive, or a single file.
    pub(in crate::cli) roots: Vec<Root>,
    /// What is amiss with an archive that the user named, by its name.
    pub(in crate::cli) amiss: Vec<(String, Note)>,
    /// Paths that cannot be read, with the reason.
    pub(in crate::cli) failed: Vec<String>,
}

/// A path that the user named.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Root {
    /// Its own name, without `.zip`.
    pub(super) name: String,
    /// The name of the folder that it is in.
    pub(super) parent: String,
    /// Whether it holds files, or is one.
    pub(super) holds: bool,
}

/// Walks all paths.
pub(in crate::cli) fn walk(paths: &[String]) -> Walk {
    let mut walk = Walk::default();
    for path in paths {
        if let Err(error) = walk.root(Path::new(path)) {
            walk.failed.push(format!("{path}: {error}"));
        }
    }
    walk
}

/// The state of walking one path.
struct Here<'a> {
    walk: &'a mut Walk,
    root: usize,
    /// Bytes of files in archives so far.
    total: u64,
}

impl Walk {
    fn root(&mut self, path: &Path) -> io::Result<()> {
        let about = match fs::metadata(path) {
            Err(_) if path == Path::new("-") => {
                let text = "marks are of files, folders and archives, not of standard input";
                return Err(io::Error::other(text));
            }
            about => about?,
        };
        // `.` and `..` have no name of their own.
        let whole = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let name = text(whole.file_name());
        let parent = text(whole.parent().and_then(Path::file_name));
        let root = self.roots.len();
        let mut here = Here { walk: self, root, total: 0 };
        let holds = if about.is_dir() {
            here.folder(path, &mut Vec::new())?;
            true
        } else {
            let place = Place::file(path.to_owned());
            let beginning = place.beginning(8)?;
            let holds = is_archive(&name, &beginning);
            if holds {
                here.archive(&place, &mut Vec::new(), 1);
            } else {
                here.walk.found.push(Found {
                    root,
                    names: vec![name.clone()],
                    place: Ok(place),
                    remark: None,
                });
            }
            holds
        };
        let name = if holds { unpacked_name(&name) } else { name };
        self.roots.push(Root { name, parent, holds });
        Ok(())
    }
}

impl Here<'_> {
    fn add(&mut self, names: &[String], place: Result<Place, Note>, remark: Option<Note>) {
        let found = Found { root: self.root, names: names.to_vec(), place, remark };
        self.walk.found.push(found);
    }

    fn folder(&mut self, path: &Path, names: &mut Vec<String>) -> io::Result<()> {
        let mut entries: Vec<_> = fs::read_dir(path)?.collect::<io::Result<_>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = text(Some(&entry.file_name()));
            if is_junk(&name) {
                continue;
            }
            names.push(name);
            self.entry(&entry, names);
            names.pop();
        }
        Ok(())
    }

    fn entry(&mut self, entry: &fs::DirEntry, names: &mut Vec<String>) {
        let path = entry.path();
        let kind = match entry.file_type() {
            Ok(kind) => kind,
            Err(error) => return self.add(names, Err(unreadable(&error)), None),
        };
        if kind.is_symlink() {
            self.add(names, Err(Note::new("marks-file-link")), None);
        } else if kind.is_dir() {
            if names.len() >= MAX_FOLDERS {
                self.add(names, Err(Note::new("marks-file-deep")), None);
            } else if let Err(error) = self.folder(&path, names) {
                self.add(names, Err(unreadable(&error)), None);
            }
        } else if kind.is_file() {
            let place = Place::file(path);
            match place.beginning(8) {
                Err(error) => self.add(names, Err(unreadable(&error)), None),
                Ok(beginning) => self.file(place, names, &beginning, 1),
            }
        } else {
            // A pipe or a device would be read for ever.
            self.add(names, Err(Note::new("marks-file-special")), None);
        }
    }

    /// A file, or the files in it.
    fn file(&mut self, place: Place, names: &mut Vec<String>, beginning: &[u8], depth: usize) {
        let name = names.last().map_or("", String::as_str);
        if !is_archive(name, beginning) {
            return self.add(names, Ok(place), None);
        }
        let name = unpacked_name(name);
        let packed = names.pop();
        names.push(name);
        self.archive(&place, names, depth);
        names.pop();
        names.extend(packed);
    }

    /// The files in an archive, which stands for a folder of its name.
    fn archive(&mut self, place: &Place, names: &mut Vec<String>, depth: usize) {
        let listing = archive::list(place);
        let itself = |names: &[String], root: &str| {
            let mut names = names.to_vec();
            if names.is_empty() {
                names.push(root.to_owned());
            }
            names
        };
        let name = place.path.file_name().map(|name| text(Some(name))).unwrap_or_default();
        if listing.entries.is_empty() {
            let note = listing.remark.unwrap_or_else(|| Note::new("marks-zip-empty"));
            return self.add(&itself(names, &name), Err(note), None);
        }
        let before = names.len();
        let mut remark = listing.remark;
        // Of a class's archive it is the teacher's to know, of a student's the student's.
        if place.inside.is_empty() && names.is_empty() {
            self.walk.amiss.extend(remark.take().map(|note| (name, note)));
        }
        for entry in listing.entries {
            names.extend(entry.names);
            let slot = entry.slot.and_then(|slot| {
                self.total = self.total.saturating_add(slot.size);
                if self.total > MAX_TOTAL {
                    return Err(Note::new("marks-zip-total").with("most", MAX_TOTAL));
                }
                Ok(slot)
            });
            match slot {
                Err(note) => self.add(names, Err(note), None),
                Ok(slot) => self.inner(&place.entry(slot), slot.size, names, depth, remark.take()),
            }
            names.truncate(before);
        }
    }

    /// An entry: a file, or an archive in the archive.
    fn inner(
        &mut self,
        place: &Place,
        size: u64,
        names: &mut Vec<String>,
        depth: usize,
        remark: Option<Note>,
    ) {
        let name = names.last().map_or("", String::as_str);
        // Only what is named so: to look at the first bytes of every entry is to unpack each twice.
        let named = name.to_ascii_lowercase().ends_with(".zip");
        let beginning = if named { place.beginning(8).unwrap_or_default() } else { Vec::new() };
        if !is_archive(name, &beginning) {
            return self.add(names, Ok(place.clone()), remark);
        }
        if depth >= MAX_DEPTH {
            return self.add(names, Err(Note::new("marks-zip-deep").with("most", MAX_DEPTH)), None);
        }
        if size > MAX_NESTED {
            let note = Note::new("marks-file-large").with("size", size).with("most", MAX_NESTED);
            return self.add(names, Err(note), None);
        }
        self.file(place.clone(), names, &beginning, depth + 1);
    }
}

fn unreadable(error: &io::Error) -> Note {
    Note::new("marks-file-unreadable").with("why", error.kind().to_string())
}

/// The name of an archive as that of a folder.
fn unpacked_name(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending)) if ending.eq_ignore_ascii_case("zip") && !stem.is_empty() => stem.to_owned(),
        _ => name.to_owned(),
    }
}

fn text(name: Option<&OsStr>) -> String {
    name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
