//! From file to items: one loop for all containers.

use std::collections::VecDeque;
use std::io::Read;
use std::net::IpAddr;
use std::ops::Range;

use crate::dialogue::{CommentText, Fault, Finding, Format, Frames, Severity, Time};

use super::decompress::decompressed;
use super::input::Input;
use super::pcap::{HEADER, Layout};
use super::pcapng::{SECTION_HEADER, Section, Understood, byte_order, is_known};
use super::{About, Error, Frame, Item, MAX_BLOCK, MAX_COMMENTS, MAX_INTERFACES, MAX_TEXT_BYTES};

/// Reads a capture item by item in constant memory.
pub struct Reader {
    input: Input,
    container: Container,
    about: About,
    frames: u64,
    names: VecDeque<(IpAddr, String)>,
    /// Bytes to pass over before the next block: those of the item that was given out last.
    pending: usize,
    unknown_blocks: u64,
    /// Bytes of comments and interface names that are kept, and how many comments and interfaces were left out or lost
    /// their name.
    text_bytes: usize,
    left_out: u64,
    over: bool,
}

enum Container {
    Pcap(Layout),
    Pcapng(Section),
}

/// What was found, with byte ranges instead of slices, so that the buffer may still be refilled while looking.
enum Found {
    Frame { time: Option<Time>, link_type: u16, original_length: u32, bytes: Range<usize> },
    NoPacket,
    Name(IpAddr, String),
    Secrets(Range<usize>),
}

impl Reader {
    pub(super) fn open(source: Box<dyn Read + Send>) -> Result<Reader, Error> {
        let (source, compression) = decompressed(source)?;
        let mut input = Input::new(source);
        input.fill(HEADER);
        let mut about = About { compression, ..About::default() };
        let head = input.available();
        if head.is_empty() {
            return Err(match input.failed() {
                Some(reason) => std::io::Error::other(reason.to_owned()).into(),
                None => Error::Empty,
            });
        }
        let container = if head.starts_with(&SECTION_HEADER.to_be_bytes()) && byte_order(head).is_some() {
            Container::Pcapng(Section { big_endian: byte_order(head) == Some(true), ports: Vec::new() })
        } else if let Some(layout) = Layout::parse(head) {
            about.format = Format::Pcap;
            about.interfaces.push(layout.interface());
            Container::Pcap(layout)
        } else {
            return Err(not_a_capture(head));
        };
        if matches!(container, Container::Pcap(_)) {
            input.consume(HEADER);
        }
        Ok(Reader {
            input,
            container,
            about,
            frames: 0,
            names: VecDeque::new(),
            pending: 0,
            unknown_blocks: 0,
            text_bytes: 0,
            left_out: 0,
            over: false,
        })
    }

    /// The next item, or `None` at the end of the file (or of what can be read of it).
    #[inline]
    pub fn next_item(&mut self) -> Option<Item<'_>> {
        let found = match self.plain_packet() {
            Some(plain) => plain,
            None => self.find()?,
        };
        Some(match found {
            Found::Frame { time, link_type, original_length, bytes } => {
                self.frames += 1;
                Item::Frame(Frame {
                    number: self.frames,
                    time,
                    link_type,
                    original_length,
                    bytes: self.input.slice(bytes),
                })
            }
            Found::NoPacket => {
                self.frames += 1;
                Item::NoPacket { number: self.frames }
            }
            Found::Name(address, name) => Item::Name(address, name),
            Found::Secrets(range) => Item::Secrets(self.input.slice(range)),
        })
    }

    /// Frames given so far.
    pub fn frames(&self) -> u64 {
        self.frames
    }

    /// Bytes of the (decompressed) file read so far: for progress.
    pub fn offset(&self) -> u64 {
        self.input.offset()
    }

    /// What is known of the file so far.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// What is known of the file, at the end.
    pub fn into_about(self) -> About {
        self.about
    }

    /// The next block where it is a plain packet and all of it is there, which nearly every one is: nothing but its
    /// lengths is asked.
    #[inline]
    fn plain_packet(&mut self) -> Option<Found> {
        let Container::Pcapng(section) = &self.container else { return None };
        if self.over || !self.names.is_empty() {
            return None;
        }
        self.input.consume(std::mem::take(&mut self.pending));
        let packet = section.plain_packet(self.input.available())?;
        self.pending = packet.block;
        Some(Found::Frame {
            time: Some(packet.time),
            link_type: packet.link_type,
            original_length: packet.original,
            bytes: packet.data_at..packet.data_at + packet.captured,
        })
    }

    fn find(&mut self) -> Option<Found> {
        loop {
            if !self.names.is_empty()
                && let Some((address, name)) = self.names.pop_front()
            {
                return Some(Found::Name(address, name));
            }
            self.input.consume(self.pending);
            self.pending = 0;
            if self.over {
                return None;
            }
            let found = match self.container {
                Container::Pcap(layout) => self.pcap_record(layout),
                Container::Pcapng(_) => self.pcapng_block(),
            };
            if found.is_some() {
                return found;
            }
        }
    }

    fn pcap_record(&mut self, layout: Layout) -> Option<Found> {
        let header = layout.record_header();
        if !self.input.fill(header) {
            return self.end(header);
        }
        let captured = layout.captured(self.input.available()) as usize;
        if captured > MAX_BLOCK {
            return self.damaged(captured as u64);
        }
        let len = header + captured;
        if !self.input.fill(len) {
            return self.end(len);
        }
        self.pending = len;
        let (time, original_length) = layout.record(self.input.slice(0..len))?;
        Some(Found::Frame {
            time: Some(time),
            link_type: layout.link_type,
            original_length,
            bytes: header..len,
        })
    }

    fn pcapng_block(&mut self) -> Option<Found> {
        let Container::Pcapng(section) = &mut self.container else { return None };
        if !self.input.fill(12) {
            return self.end(12);
        }
        let head = self.input.available();
        if head.starts_with(&SECTION_HEADER.to_be_bytes()) {
            match byte_order(head) {
                Some(big_endian) => section.big_endian = big_endian,
                None => return self.damaged(0),
            }
        }
        let kind = section.number(head, 0);
        let len = section.number(head, 4) as usize;
        if len < 12 || !len.is_multiple_of(4) {
            return self.damaged(len as u64);
        }
        if len > MAX_BLOCK {
            return self.oversized(kind, len);
        }
        if !self.input.fill(len) {
            return self.end(len);
        }
        self.pending = len;
        let mut comments = Vec::new();
        let understood = section.understand(self.input.slice(0..len), &mut comments);
        let ports = &section.ports;
        let port = |index: u32| ports.get(index as usize).copied();
        let found = match understood {
            Understood::Packet { port: index, time, captured, original, data_at } => {
                let Some(port) = port(index) else {
                    return self.unknown_interface();
                };
                Some(Found::Frame {
                    time,
                    link_type: port.link_type,
                    original_length: original,
                    bytes: data_at..data_at + captured,
                })
            }
            Understood::NoPacket => Some(Found::NoPacket),
            Understood::Secrets { from, len } => Some(Found::Secrets(from..from + len)),
            other => {
                self.note(other, kind);
                None
            }
        };
        let frame = matches!(found, Some(Found::Frame { .. })).then_some(self.frames + 1);
        for text in comments {
            if self.about.comments.len() < MAX_COMMENTS && self.has_room_for(&text) {
                self.about.comments.push(CommentText { frame, text });
            } else {
                self.left_out += 1;
            }
        }
        found
    }

    /// What a block that is no packet tells about the file.
    fn note(&mut self, understood: Understood, kind: u32) {
        match understood {
            Understood::Section { application, os, hardware } => {
                self.about.application = self.about.application.take().or(application);
                self.about.os = self.about.os.take().or(os);
                self.about.hardware = self.about.hardware.take().or(hardware);
            }
            Understood::Interface(mut interface) => {
                let room = interface.name.take_if(|name| !self.has_room_for(name)).is_none();
                let kept = self.about.interfaces.len() < MAX_INTERFACES;
                self.left_out += u64::from(!kept || !room);
                if kept {
                    self.about.interfaces.push(interface);
                }
            }
            Understood::Names(names) => self.names.extend(names),
            Understood::Dropped { packets } => self.add_finding(
                Finding::new("capture.dropped", Severity::Warning, Fault::Capture).with("packets", packets),
            ),
            Understood::DamagedPacket | Understood::Damaged => {
                let finding = Finding::new("capture.block-damaged", Severity::Error, Fault::Capture)
                    .with("offset", self.input.offset())
                    .with("frame", self.frames);
                self.add_finding(finding);
            }
            Understood::Unknown if !is_known(kind) => self.unknown_blocks += 1,
            _ => {}
        }
    }

    /// Whether a text of the file can be kept; then it is counted.
    fn has_room_for(&mut self, text: &str) -> bool {
        let room = self.text_bytes + text.len() <= MAX_TEXT_BYTES;
        if room {
            self.text_bytes += text.len();
        }
        room
    }

    /// The same finding is not repeated for every block of a broken file.
    fn add_finding(&mut self, finding: Finding) {
        const MAX_FINDINGS: usize = 100;
        if self.about.findings.len() < MAX_FINDINGS {
            self.about.findings.push(finding);
        }
    }

    /// A packet of an interface that was never described: counted as a row, its link type is not known.
    fn unknown_interface(&mut self) -> Option<Found> {
        let finding = Finding::new("capture.interface-missing", Severity::Error, Fault::Capture)
            .at(Frames::one(self.frames + 1));
        if !self.about.findings.iter().any(|old| old.code == finding.code) {
            self.add_finding(finding);
        }
        Some(Found::NoPacket)
    }

    fn oversized(&mut self, kind: u32, len: usize) -> Option<Found> {
        let offset = self.input.offset();
        self.add_finding(
            Finding::new("capture.block-too-long", Severity::Warning, Fault::Capture)
                .with("offset", offset)
                .with("bytes", len)
                .with("limit", MAX_BLOCK),
        );
        if !self.input.skip(len as u64) {
            return self.end(len);
        }
        Section::has_row(kind).then_some(Found::NoPacket)
    }

    /// A length that cannot be: what follows cannot be found.
    fn damaged(&mut self, len: u64) -> Option<Found> {
        self.over = true;
        let finding = Finding::new("capture.damaged", Severity::Error, Fault::Capture)
            .with("offset", self.input.offset())
            .with("length", len)
            .with("frame", self.frames);
        self.add_finding(finding);
        self.finish();
        None
    }

    /// The source has ended with fewer than `wanted` bytes for the next block; with none it is a proper end.
    fn end(&mut self, wanted: usize) -> Option<Found> {
        self.over = true;
        let have = self.input.available().len();
        if let Some(reason) = self.input.failed() {
            let finding = Finding::new("capture.read-failed", Severity::Error, Fault::Capture)
                .with("reason", reason)
                .with("offset", self.input.offset());
            self.add_finding(finding);
        } else if have > 0 || self.input.cut_short() {
            let finding = Finding::new("capture.cut", Severity::Warning, Fault::Capture)
                .with("have", have)
                .with("want", wanted)
                .with("offset", self.input.offset())
                .with("frame", self.frames);
            self.add_finding(finding);
        }
        self.finish();
        None
    }

    fn finish(&mut self) {
        if self.left_out > 0 {
            self.add_finding(
                Finding::new("capture.too-many-texts", Severity::Warning, Fault::Wiretale)
                    .with("texts", self.left_out)
                    .with("limit", MAX_COMMENTS),
            );
        }
        if self.unknown_blocks > 0 {
            let finding = Finding::new("capture.unknown-blocks", Severity::Warning, Fault::Wiretale)
                .with("blocks", self.unknown_blocks);
            self.add_finding(finding);
        }
    }
}

/// Says what a file is that is no capture, for the kinds that people hand in by mistake.
fn not_a_capture(head: &[u8]) -> Error {
    let save = "in Wireshark use File > Save As, type pcapng";
    let (what, hint) = match head {
        [b'P', b'K', 3 | 5, ..] => ("a zip archive", "unpack it first"),
        [b'7', b'z', 0xbc, 0xaf, ..] | [b'R', b'a', b'r', b'!', ..] => {
            ("a packed archive", "unpack it first")
        }
        [b'G', b'M', b'B', b'U', ..] => {
            ("a Microsoft Network Monitor capture", "open it in Wireshark and save it as pcapng")
        }
        [b's', b'n', b'o', b'o', b'p', 0, ..] => {
            ("a Solaris snoop capture", "open it in Wireshark and save it as pcapng")
        }
        [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] => {
            ("a picture", "hand in the capture, not a screenshot")
        }
        [b'%', b'P', b'D', b'F', ..] => ("a PDF document", "hand in the capture, not the report"),
        [b'{' | b'[', ..] => ("a text in JSON", save),
        [b'<', ..] => ("a text in XML or HTML", save),
        [b'"', b'N', b'o', b'.', b'"', ..] | [b'N', b'o', b'.', b' ', ..] => {
            ("a list of packets exported as text", save)
        }
        bytes if bytes.iter().all(|&byte| byte == 0) => {
            ("a file of zero bytes", "capture again, or copy the file again")
        }
        bytes if bytes.iter().all(|&byte| byte >= 0x20 || matches!(byte, b'\t' | b'\n' | b'\r')) => {
            ("a text", save)
        }
        _ => ("something else", save),
    };
    Error::NotACapture { what, hint }
}
