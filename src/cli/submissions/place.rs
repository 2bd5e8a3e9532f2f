//! Where the bytes of a file are, and reading them from there: a file, or an entry of an archive, of an archive in an
//! archive. An entry is unpacked as it is read, and never gives more than it was said to hold.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom};
use std::path::PathBuf;
use std::sync::Arc;

use flate2::Crc;
use flate2::read::DeflateDecoder;

use super::MAX_NESTED;

/// Where the bytes of a file are.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Place {
    /// The file.
    pub(super) path: Arc<PathBuf>,
    /// The entry in it, and of that the entry in it.
    pub(super) inside: Vec<Slot>,
}

/// An entry of an archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    /// Offset of its first byte.
    pub(super) start: u64,
    /// Bytes that it takes there.
    pub(super) packed: u64,
    /// Bytes that it holds.
    pub(super) size: u64,
    /// Whether it is packed (method 8) or stored as it is (method 0).
    pub(super) deflated: bool,
    /// Checksum of what it holds, where that is known.
    pub(super) crc: Option<u32>,
}

/// What an archive can be read from.
pub(super) trait Source: Read + Seek + Send {}
impl<T: Read + Seek + Send> Source for T {}

impl Place {
    pub(super) fn file(path: PathBuf) -> Self {
        Place { path: Arc::new(path), inside: Vec::new() }
    }

    /// An entry of the archive that is here.
    pub(super) fn entry(&self, slot: Slot) -> Self {
        let inside = self.inside.iter().copied().chain([slot]).collect();
        Place { path: Arc::clone(&self.path), inside }
    }

    /// Whether it is in an archive.
    pub(super) fn is_packed(&self) -> bool {
        !self.inside.is_empty()
    }

    /// Bytes that are read from the disk for it, near enough for a bar of progress.
    pub(in crate::cli) fn weight(&self) -> u64 {
        match self.inside.first() {
            Some(slot) => slot.packed,
            None => std::fs::metadata(&*self.path).map_or(0, |about| about.len()),
        }
    }

    /// Its bytes. `counted` wraps what reads from the disk.
    ///
    /// # Errors
    /// When the file cannot be opened, or an archive inside an archive cannot be unpacked.
    pub(in crate::cli) fn open(
        &self,
        counted: impl FnOnce(File) -> Box<dyn Read + Send>,
    ) -> io::Result<Box<dyn Read + Send>> {
        let mut file = File::open(&*self.path)?;
        let Some((first, deeper)) = self.inside.split_first() else { return Ok(counted(file)) };
        file.seek(SeekFrom::Start(first.start))?;
        let mut reader = first.unpacked(Box::new(BufReader::new(counted(file).take(first.packed))));
        for slot in deeper {
            let mut archive = Cursor::new(in_memory(reader)?);
            archive.seek(SeekFrom::Start(slot.start))?;
            reader = slot.unpacked(Box::new(archive.take(slot.packed)));
        }
        Ok(reader)
    }

    /// The same for an archive, which is read from its end: one that is in an archive is unpacked into memory.
    pub(super) fn source(&self) -> io::Result<Box<dyn Source>> {
        if self.inside.is_empty() {
            return Ok(Box::new(BufReader::new(File::open(&*self.path)?)));
        }
        Ok(Box::new(Cursor::new(in_memory(self.open(|file| Box::new(file))?)?)))
    }

    /// Its first bytes, at most so many.
    ///
    /// # Errors
    /// When there are none to be read.
    pub(in crate::cli) fn beginning(&self, bytes: u64) -> io::Result<Vec<u8>> {
        let mut text = Vec::new();
        self.open(|file| Box::new(file))?.take(bytes).read_to_end(&mut text)?;
        Ok(text)
    }
}

fn in_memory(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(MAX_NESTED + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_NESTED {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "an archive in an archive is too large"));
    }
    Ok(bytes)
}

impl Slot {
    /// What the entry holds, of the bytes that it takes.
    fn unpacked(&self, packed: Box<dyn Read + Send>) -> Box<dyn Read + Send> {
        let inner = if self.deflated { Box::new(DeflateDecoder::new(packed)) } else { packed };
        Box::new(Entry { inner, left: self.size, wanted: self.crc, crc: Crc::new(), checked: false })
    }
}

/// An entry as it is read: not beyond its size, and with its checksum compared at the end.
struct Entry {
    inner: Box<dyn Read + Send>,
    left: u64,
    wanted: Option<u32>,
    crc: Crc,
    checked: bool,
}

impl Read for Entry {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(buffer.len());
        let read = match most {
            0 => 0,
            most => self.inner.read(buffer.get_mut(..most).unwrap_or_default())?,
        };
        self.left -= read as u64;
        self.crc.update(buffer.get(..read).unwrap_or_default());
        if read == 0 && !std::mem::replace(&mut self.checked, true) {
            self.check()?;
        }
        Ok(read)
    }
}

impl Entry {
    fn check(&mut self) -> io::Result<()> {
        let damaged = |text| Err(io::Error::new(io::ErrorKind::InvalidData, text));
        if self.wanted.is_none() {
            return Ok(());
        }
        if self.left > 0 {
            return damaged("the archive holds less of it than it says");
        }
        if self.inner.read(&mut [0; 1]).is_ok_and(|more| more > 0) {
            return damaged("the archive holds more of it than it says");
        }
        if self.wanted != Some(self.crc.sum()) {
            return damaged("its checksum in the archive is another one");
        }
        Ok(())
    }
}
