//! Zip archives, sound ones and others (APPNOTE.TXT of PKWARE): every field can be made to lie.

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;

/// An archive as it is written.
#[derive(Default)]
pub struct Zip {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    entries: u16,
}

/// An entry, with what is said of it.
pub struct Entry<'a> {
    pub name: &'a [u8],
    pub contents: &'a [u8],
    pub flags: u16,
    /// Bytes that it says it holds; `None` for the truth.
    pub size: Option<u32>,
    /// Mode of Unix, in the upper half.
    pub attributes: u32,
}

impl Zip {
    pub fn add(&mut self, name: &str, contents: &[u8]) {
        // The flag for UTF-8.
        self.put(&Entry { name: name.as_bytes(), contents, flags: 1 << 11, size: None, attributes: 0 });
    }

    pub fn put(&mut self, entry: &Entry<'_>) {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(entry.contents).unwrap();
        let packed = encoder.finish().unwrap();
        let mut crc = flate2::Crc::new();
        crc.update(entry.contents);
        let mut head = vec![20, 0];
        head.extend(entry.flags.to_le_bytes());
        head.extend([8, 0, 0, 0, 0, 0]);
        head.extend(crc.sum().to_le_bytes());
        head.extend((packed.len() as u32).to_le_bytes());
        head.extend(entry.size.unwrap_or(entry.contents.len() as u32).to_le_bytes());
        head.extend((entry.name.len() as u16).to_le_bytes());
        head.extend([0, 0]);
        let offset = self.bytes.len() as u32;
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&head);
        self.bytes.extend(entry.name);
        self.bytes.extend(packed);
        self.directory.extend(b"PK\x01\x02\x14\x03");
        self.directory.extend(head);
        self.directory.extend([0; 6]);
        self.directory.extend(entry.attributes.to_le_bytes());
        self.directory.extend(offset.to_le_bytes());
        self.directory.extend(entry.name);
        self.entries += 1;
    }

    pub fn finish(mut self) -> Vec<u8> {
        let (start, length) = (self.bytes.len() as u32, self.directory.len() as u32);
        self.bytes.extend(self.directory);
        self.bytes.extend(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend(self.entries.to_le_bytes());
        self.bytes.extend(self.entries.to_le_bytes());
        self.bytes.extend(length.to_le_bytes());
        self.bytes.extend(start.to_le_bytes());
        self.bytes.extend([0, 0]);
        self.bytes
    }
}
