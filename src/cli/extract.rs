//! `mail --extract`: mails and attachments as files.
//!
//! A file is written as soon as its mail has ended, under a name that nothing has yet: what is there is never written
//! over. A mail of a conversation that a filter leaves out, which may be known only when it is over, is taken away again.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::dialogue::{Content, Letter, Message, MessageSource};
use crate::proto::mail;
use crate::render::{Saved, SavedAs};

use super::names;

/// Names that are tried for one file.
const MAX_TRIES: usize = 1000;

/// Where the files of one capture go.
pub(super) struct Extractor {
    folder: PathBuf,
    /// By conversation: what was done, and whether the file is new.
    saved: HashMap<u64, Vec<(Saved, bool)>>,
}

/// The folder of every capture: that of the user, or, where several captures are read, one for each in it. Their names do
/// not depend on which is read first.
pub(super) fn folders(folder: &Path, files: &[String]) -> anyhow::Result<Vec<PathBuf>> {
    anyhow::ensure!(
        !folder.exists() || folder.is_dir(),
        "{}: it is no folder; --extract wants one, or a name that is free",
        folder.display()
    );
    if files.len() == 1 {
        return Ok(vec![folder.to_owned()]);
    }
    let mut taken: Vec<String> = Vec::new();
    for path in files {
        let name = Path::new(path).file_name().map_or("stdin".into(), |name| name.to_string_lossy());
        let name = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(&name);
        let stem = names::file_name(
            Path::new(name).file_stem().map_or(name.into(), |stem| stem.to_string_lossy()).as_ref(),
        );
        let stem = if path == "-" { "stdin".to_owned() } else { stem };
        // Not on every file system are `A` and `a` two names.
        let is_free = |name: &String| !taken.iter().any(|other| other.to_lowercase() == name.to_lowercase());
        let free = numbered(&stem, "").find(is_free);
        taken.push(free.unwrap_or_default());
    }
    Ok(taken.into_iter().map(|name| folder.join(name)).collect())
}

/// `name.end`, `name-2.end`, `name-3.end` …
fn numbered<'a>(stem: &'a str, end: &'a str) -> impl Iterator<Item = String> + 'a {
    (1..).map(move |number: usize| match number {
        1 => format!("{stem}{end}"),
        _ => format!("{stem}-{number}{end}"),
    })
}

impl Extractor {
    pub(super) fn new(folder: PathBuf) -> Self {
        Extractor { folder, saved: HashMap::new() }
    }

    /// Saves a mail and its attachments.
    pub(super) fn save(&mut self, stream: u64, index: usize, message: &mut Message) -> anyhow::Result<()> {
        let number = index + 1;
        let stem = format!("s{stream}-m{number}");
        let raw = message.raw.take();
        let (Some(raw), Some(letter)) = (raw, &message.letter) else {
            let saved = Saved {
                number,
                path: String::new(),
                size: message.size,
                sha256: None,
                done: SavedAs::NotKept,
            };
            self.saved.entry(stream).or_default().push((saved, false));
            return Ok(());
        };
        let end = match message.source {
            _ if !message.complete => ".incomplete.eml",
            MessageSource::Pop3Top => ".top.eml",
            _ => ".eml",
        };
        let name = format!("{stem}-{}", names::slug(message.subject.as_deref()));
        let (path, is_new) = self.write(&name, end, &raw)?;
        let done = if is_new { SavedAs::New } else { SavedAs::There };
        let sha256 = mail::digest(&raw);
        let saved = Saved { number, path, size: raw.len() as u64, sha256: Some(sha256), done };
        self.saved.entry(stream).or_default().push((saved, is_new));
        self.attachments(stream, number, letter, &raw)
    }

    fn attachments(&mut self, stream: u64, number: usize, letter: &Letter, raw: &[u8]) -> anyhow::Result<()> {
        let attachments = letter.contents.iter().filter(|content| content.attachment);
        for (index, content) in attachments.enumerate() {
            let name = attachment_name(content);
            let stem = format!("s{stream}-m{number}-a{}-", index + 1);
            let saved = if content.whole {
                let (name, end) = match name.rsplit_once('.') {
                    Some((name, end)) => (name, format!(".{end}")),
                    None => (name.as_str(), String::new()),
                };
                let bytes = mail::content(raw, content);
                let (path, is_new) = self.write(&format!("{stem}{name}"), &end, &bytes)?;
                let done = if is_new { SavedAs::New } else { SavedAs::There };
                (Saved { number, path, size: content.size, sha256: content.sha256, done }, is_new)
            } else {
                let path = format!("{stem}{name}");
                (Saved { number, path, size: content.size, sha256: None, done: SavedAs::Missing }, false)
            };
            self.saved.entry(stream).or_default().push(saved);
        }
        Ok(())
    }

    /// Writes a file under the first name that is free; where one is there already with the same bytes, it stays, and
    /// `false` is returned.
    fn write(&self, stem: &str, end: &str, bytes: &[u8]) -> anyhow::Result<(String, bool)> {
        fs::create_dir_all(&self.folder).with_context(|| self.folder.display().to_string())?;
        for name in numbered(stem, end).take(MAX_TRIES) {
            let path = self.folder.join(name);
            let shown = path.display().to_string();
            match File::create_new(&path) {
                Ok(mut file) => {
                    if let Err(error) = file.write_all(bytes) {
                        // Half a file would pass for a whole one.
                        let _ = fs::remove_file(&path);
                        return Err(error).context(shown);
                    }
                    return Ok((shown, true));
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    if holds(&path, bytes) {
                        return Ok((shown, false));
                    }
                }
                Err(error) => return Err(error).context(shown),
            }
        }
        anyhow::bail!(
            "{}: {MAX_TRIES} files of this name are there; give --extract another folder",
            self.folder.join(format!("{stem}{end}")).display()
        )
    }

    /// What was saved of a conversation that is shown.
    pub(super) fn of(&mut self, stream: u64) -> Vec<Saved> {
        self.saved.remove(&stream).unwrap_or_default().into_iter().map(|(saved, _)| saved).collect()
    }

    /// Takes away again what was saved of a conversation that is not.
    pub(super) fn take_back(&mut self, stream: u64) -> anyhow::Result<()> {
        for (saved, is_new) in self.saved.remove(&stream).unwrap_or_default() {
            if is_new {
                fs::remove_file(&saved.path).with_context(|| saved.path.clone())?;
            }
        }
        Ok(())
    }
}

fn attachment_name(content: &Content) -> String {
    match &content.filename {
        Some(name) => names::file_name(name),
        None => format!("part-{}.{}", content.path, mail::extension(content)),
    }
}

/// Whether a file is there that has just these bytes.
fn holds(path: &Path, bytes: &[u8]) -> bool {
    // Not what only looks like a file: reading a pipe would wait for its other end.
    let is_file =
        fs::symlink_metadata(path).is_ok_and(|about| about.is_file() && about.len() == bytes.len() as u64);
    let same = || -> io::Result<bool> {
        let mut file = File::open(path)?;
        let mut piece = vec![0; 64 << 10];
        let mut rest = bytes;
        loop {
            let read = file.read(&mut piece)?;
            if read == 0 {
                return Ok(rest.is_empty());
            }
            match piece.get(..read).and_then(|piece| rest.strip_prefix(piece)) {
                Some(behind) => rest = behind,
                None => return Ok(false),
            }
        }
    };
    is_file && same().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::folders;
    use std::path::Path;

    #[test]
    fn every_capture_has_a_folder_of_its_own_whatever_the_order_of_reading() {
        let files = ["a/lab.pcapng", "b/LAB.pcapng.gz", "-", "c/.pcap", "lab-2.pcap"].map(str::to_owned);
        let folders: Vec<String> = folders(Path::new("/nowhere/x"), &files)
            .unwrap()
            .iter()
            .map(|folder| folder.file_name().unwrap().to_str().unwrap().to_owned())
            .collect();
        assert_eq!(folders, ["lab", "LAB-2", "stdin", "pcap", "lab-2-2"]);
    }

    #[test]
    fn one_capture_needs_none() {
        assert_eq!(
            folders(Path::new("/nowhere/x"), &["a.pcap".to_owned()]).unwrap(),
            [Path::new("/nowhere/x")]
        );
        assert!(folders(Path::new("Cargo.toml"), &["a.pcap".to_owned()]).is_err());
    }
}
