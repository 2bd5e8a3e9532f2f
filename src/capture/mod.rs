//! File → frames: `.pcap` and `.pcapng`, plain, gzip or zstd, from a file or a pipe.
//!
//! Takes any [`Read`], gives [`Item`]s in file order: frames with Wireshark's numbers, and what else a capture knows
//! (names, TLS secrets). Blocks are found by their own length first and only then parsed by `pcap-parser` in memory that
//! is there already, so a wrong length can neither ask for memory nor lose the frames before it. What is wrong with a
//! file becomes a finding; an [`Error`] means that it cannot be read at all. This folder knows nothing of what is inside
//! a frame.
//!
//! Frame numbers count packets as Wireshark does: enhanced, simple and obsolete packet blocks, and also systemd journal
//! entries and custom blocks, which Wireshark lists as rows of their own.

use std::io::Read;
use std::net::IpAddr;

use crate::dialogue::{CommentText, Compression, Finding, Format, Interface, Time};

mod decompress;
mod gzip;
mod input;
mod link_names;
mod pcap;
mod pcapng;
mod reader;

pub use link_names::link_name;
pub use reader::Reader;

/// A frame as it stands in the file.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// Wireshark's number, from 1.
    pub number: u64,
    /// When it was captured; `None` where the file does not tell (simple packet blocks).
    pub time: Option<Time>,
    /// Link type of its interface (tcpdump.org's registry).
    pub link_type: u16,
    /// Bytes of the packet on the wire.
    pub original_length: u32,
    /// The bytes kept.
    pub bytes: &'a [u8],
}

/// What a capture file holds, in file order.
#[derive(Debug)]
pub enum Item<'a> {
    /// A packet.
    Frame(Frame<'a>),
    /// A row of Wireshark's list that is no packet (systemd journal entry, custom block).
    NoPacket {
        /// Its number.
        number: u64,
    },
    /// A name-resolution record.
    Name(IpAddr, String),
    /// A TLS key log inside the file (decryption secrets block).
    Secrets(&'a [u8]),
}

/// What is known of the file as a whole; complete once [`Reader::next_item`] has given `None`.
#[derive(Debug, Default)]
pub struct About {
    /// The container.
    pub format: Format,
    /// The compression around it.
    pub compression: Option<Compression>,
    /// Interfaces of all sections, in file order.
    pub interfaces: Vec<Interface>,
    /// The writing program, first section.
    pub application: Option<String>,
    /// The operating system, first section.
    pub os: Option<String>,
    /// The machine, first section.
    pub hardware: Option<String>,
    /// Comments, at most [`MAX_COMMENTS`].
    pub comments: Vec<CommentText>,
    /// What is wrong with the file.
    pub findings: Vec<Finding>,
}

/// Comments kept of one file; people write few, and a hostile file could hold millions.
pub const MAX_COMMENTS: usize = 10_000;

/// Interfaces kept of one file; a frame of a later one counts as "other link type".
pub const MAX_INTERFACES: usize = 65_536;

/// Bytes of comments and interface names kept of one file: each may have 64 KiB.
pub const MAX_TEXT_BYTES: usize = 4 << 20;

/// Largest block that is read into memory, 16 MiB: what Wireshark accepts. Larger ones are skipped with a finding.
pub const MAX_BLOCK: usize = 16 << 20;

/// Why a file cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The source failed before anything was read.
    #[error("cannot read it: {0}")]
    Io(#[from] std::io::Error),
    /// Nothing in it.
    #[error("the file is empty; was the capture saved? In Wireshark: File > Save As, type pcapng")]
    Empty,
    /// Some other kind of file.
    #[error("this is no packet capture but {what}; {hint}")]
    NotACapture {
        /// What it looks like.
        what: &'static str,
        /// What to do.
        hint: &'static str,
    },
}

/// Opens a capture: looks at the first bytes, not at a name.
///
/// # Errors
/// When the source cannot be read, is empty, or is no capture.
pub fn open(source: Box<dyn Read + Send>) -> Result<Reader, Error> {
    Reader::open(source)
}
