//! MIME as it passes: boundaries, part headers, sizes and hashes; the bodies themselves are not kept.
//!
//! The text is cut into lines only where lines matter. At the beginning of a line, bytes are gathered until it is decided
//! what the line is (a field, the empty line, a boundary, none of them), in [`Scan::line`], which is bounded. Inside a
//! line they pass, up to the next `\n` in a header, up to the next `\n--` in the body of a multipart (RFC 2046, section
//! 5.1.1), and as they are in a body that no boundary can end.

mod ends;
mod line;

use std::sync::LazyLock;

use memchr::memmem::Finder;

use self::line::Verdict;
use super::header::{self, Envelope, Fields, Parameters};
use super::parts::{Leaf, Node, tree};
use super::transfer::Decoder;
use super::words::Seen;
use crate::dialogue::{Flaw, Part};

/// Where a line begins as a boundary does. Made once: a body of a gigabyte is searched piece by piece.
static BOUNDARY_LINE: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"\n--"));

/// Bytes of a header block that are kept until it is read. Real ones have 2 to 20 KiB.
pub(super) const MAX_HEADER: usize = 64 * 1024;
/// Levels of nesting that are followed. Forwarded mail in forwarded mail comes to ten; every level costs stack when
/// the tree is walked, and a comparison for every line that begins with `--`.
pub(super) const MAX_DEPTH: usize = 32;
/// Parts that are listed: beyond it, nobody reads them, and every one costs memory until the conversation is printed.
pub(super) const MAX_PARTS: usize = 1000;
/// A boundary has up to 70 characters (RFC 2046, section 5.1.1); longer ones are tolerated up to this.
const MAX_BOUNDARY: usize = 250;
/// The skimmer of one message.
pub(super) struct Scan {
    /// Whether sizes and hashes of the parts are wanted.
    hash: bool,
    /// Multiparts and enclosed messages that are open, outermost first.
    levels: Vec<Level>,
    /// Whether a boundary may come: a level has one.
    watching: bool,
    nodes: Vec<Node>,
    mode: Mode,
    at: At,
    line: Vec<u8>,
    /// A line end that belongs to the body, unless a boundary follows.
    pending: &'static [u8],
    block: Vec<u8>,
    /// Bytes of the message so far, those being looked at included.
    at_byte: u64,
    /// Where the header that is being read begins.
    header_at: u64,
    leaf: Option<Leaf>,
    /// The part whose body is passing.
    node: Option<usize>,
    gaps: u64,
    /// What the message's own header says, once it was read.
    pub(super) envelope: Option<Envelope>,
    /// Where the message's own header ends and its body begins, where that was seen.
    pub(super) header_end: Option<(u64, u64)>,
    /// Whether the message's own header was seen to its end.
    pub(super) header_complete: bool,
    pub(super) flaws: Vec<Flaw>,
    seen: Seen,
}

/// An open container.
struct Level {
    node: usize,
    /// What separates its parts; `None` for an enclosed message.
    boundary: Option<Vec<u8>>,
    /// Gaps before it.
    gaps: u64,
    /// In `multipart/digest`, parts are messages unless they say otherwise (RFC 2046, section 5.1.5).
    digest: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// In the header of a part, or of the message itself.
    Header,
    /// In a body.
    Body,
    /// In what is not looked at: a preamble, an epilogue, behind a gap.
    Skip,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    LineStart,
    InLine,
}

impl Scan {
    pub(super) fn new(hash: bool) -> Scan {
        Scan {
            hash,
            levels: Vec::new(),
            watching: false,
            nodes: Vec::new(),
            mode: Mode::Header,
            at: At::LineStart,
            line: Vec::new(),
            pending: b"",
            block: Vec::new(),
            at_byte: 0,
            header_at: 0,
            leaf: None,
            node: None,
            gaps: 0,
            envelope: None,
            header_end: None,
            header_complete: false,
            flaws: Vec::new(),
            seen: Seen::default(),
        }
    }

    /// Bytes of the message, and whether they are known to have no hyphen: then no boundary begins in them.
    pub(super) fn feed(&mut self, bytes: &[u8], unhyphened: bool) {
        let mut rest = bytes;
        while !rest.is_empty() {
            rest = match self.at {
                At::LineStart => self.line_start(rest),
                At::InLine => self.in_line(rest, unhyphened),
            };
        }
    }

    fn line_start<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        if self.mode != Mode::Header && !self.watching {
            self.at = At::InLine;
            return bytes;
        }
        let mut rest = bytes;
        while let Some((&byte, behind)) = rest.split_first() {
            rest = behind;
            self.at_byte += 1;
            self.line.push(byte);
            match self.verdict(byte) {
                Verdict::Wait => {}
                verdict => {
                    self.decide(verdict);
                    break;
                }
            }
        }
        rest
    }

    fn decide(&mut self, verdict: Verdict) {
        let line = std::mem::take(&mut self.line);
        self.at = if line.ends_with(b"\n") { At::LineStart } else { At::InLine };
        match verdict {
            Verdict::Wait => {}
            Verdict::Plain => self.pass(&line),
            Verdict::Empty => self.end_header(true, line.len()),
            Verdict::NoField => {
                self.flaw(Flaw::NoEmptyLine);
                self.at_byte -= line.len() as u64;
                self.end_header(true, 0);
                self.at = At::LineStart;
                // What it is in the body is another question. A header ends at most three times in a row this way: a
                // part of a digest is a message by default, and that has a body of text by default.
                self.feed(&line, false);
                return;
            }
            Verdict::Boundary { level, last } => self.between(level, last, line.len()),
        }
        if self.line.capacity() == 0 {
            self.line = line;
            self.line.clear();
        }
    }

    fn in_line<'a>(&mut self, bytes: &'a [u8], unhyphened: bool) -> &'a [u8] {
        let end = match self.mode {
            Mode::Header => memchr::memchr(b'\n', bytes).map(|end| end + 1),
            _ if !self.watching => None,
            // A line may begin behind them, and be a boundary.
            _ if unhyphened => bytes.ends_with(b"\n").then_some(bytes.len()),
            _ => BOUNDARY_LINE.find(bytes).map(|end| end + 1).or_else(|| {
                // A line that has only begun here, and may be one.
                let begun = bytes.strip_suffix(b"-").unwrap_or(bytes);
                begun.ends_with(b"\n").then_some(begun.len())
            }),
        };
        let (part, rest) = bytes.split_at_checked(end.unwrap_or(bytes.len())).unwrap_or((bytes, &[]));
        self.at_byte += part.len() as u64;
        self.pass(part);
        if end.is_some() {
            self.at = At::LineStart;
        }
        rest
    }

    /// Bytes that are what their mode says.
    fn pass(&mut self, bytes: &[u8]) {
        match self.mode {
            Mode::Header => {
                let room = MAX_HEADER.saturating_sub(self.block.len());
                if bytes.len() > room {
                    self.flaw(Flaw::HeaderTooLong);
                }
                self.block.extend_from_slice(bytes.get(..room).unwrap_or(bytes));
            }
            Mode::Body => self.body(bytes),
            Mode::Skip => {}
        }
    }

    /// Bytes of a body. The line end before a boundary belongs to the boundary (RFC 2046, section 5.1.1), so the last
    /// one waits.
    fn body(&mut self, bytes: &[u8]) {
        let Some(leaf) = self.leaf.as_mut() else { return };
        if !self.watching {
            return leaf.take(bytes);
        }
        if bytes.is_empty() {
            return;
        }
        if self.pending == b"\r" && bytes == b"\n" {
            self.pending = b"\r\n";
            return;
        }
        leaf.take(self.pending);
        let (rest, end): (_, &'static [u8]) = if let Some(rest) = bytes.strip_suffix(b"\r\n") {
            (rest, b"\r\n")
        } else if let Some(rest) = bytes.strip_suffix(b"\n") {
            (rest, b"\n")
        } else if let Some(rest) = bytes.strip_suffix(b"\r") {
            (rest, b"\r")
        } else {
            (bytes, b"")
        };
        self.pending = end;
        leaf.take(rest);
    }

    /// A boundary line of `len` bytes: what was open inside its level is over.
    fn between(&mut self, level: usize, last: bool, len: usize) {
        // The line end before it is its own.
        let end = self.at_byte.saturating_sub((len + self.pending.len()) as u64);
        self.pending = b"";
        // A part whose header ends without an empty line has no body.
        if self.mode == Mode::Header {
            self.end_header(true, len);
        }
        self.end_leaf(end);
        self.line.clear();
        self.at = At::LineStart;
        self.close(if last { level } else { level + 1 }, end);
        self.watch();
        self.mode = Mode::Skip;
        if !last {
            if self.nodes.len() < MAX_PARTS {
                self.mode = Mode::Header;
                self.header_at = self.at_byte;
                self.block.clear();
            } else {
                self.flaw(Flaw::TooManyParts);
            }
        }
    }

    fn watch(&mut self) {
        self.watching = self.levels.iter().any(|level| level.boundary.is_some());
    }

    /// The header block is over; `whole` if it was seen to its end, by a line of `len` bytes that is not its own. Decides
    /// what follows.
    fn end_header(&mut self, whole: bool, len: usize) {
        let mut block = std::mem::take(&mut self.block);
        let cut = !whole || block.len() >= MAX_HEADER;
        if cut {
            // A field that was cut says something else than it said.
            block.truncate(header::last_field(&block));
        }
        let fields = Fields::of(&block);
        if self.envelope.is_none() {
            self.envelope = Some(Envelope::of(&fields));
            self.header_complete = whole;
            self.header_end = whole.then(|| (self.at_byte.saturating_sub(len as u64), self.at_byte));
            fields.flaws(!cut).into_iter().for_each(|flaw| self.flaw(flaw));
        }
        self.mode = Mode::Skip;
        let declared = fields.first("content-type");
        // Of a header that was cut, it is not known whether it has a type.
        if (whole || declared.is_some()) && self.nodes.len() < MAX_PARTS {
            let header = (self.header_at, self.at_byte.saturating_sub(len as u64));
            self.open(&fields, declared.map(Parameters::of), whole, header);
        }
        block.clear();
        self.block = block;
    }

    /// A new part, and what follows its header.
    fn open(&mut self, fields: &Fields<'_>, kind: Option<Parameters>, whole: bool, header: (u64, u64)) {
        let default = match self.levels.last() {
            Some(Level { digest: true, .. }) => "message/rfc822",
            _ => "text/plain",
        };
        // A type that cannot be read is text (RFC 2045, section 5.2).
        let readable = kind.filter(|kind| kind.value.split('/').filter(|half| !half.is_empty()).count() == 2);
        let encoding =
            fields.first("content-transfer-encoding").map(header::token).filter(|name| !name.is_empty());
        let part = Part {
            kind: readable.as_ref().map_or(default, |kind| &kind.value).to_owned(),
            charset: readable.as_ref().and_then(|kind| kind.plain("charset")).map(header::token),
            filename: header::filename(fields, readable.as_ref(), &mut self.seen),
            encoding,
            header,
            body: (self.at_byte, self.at_byte),
            ..Part::default()
        };
        let names = [Some(&part.kind), part.charset.as_ref(), part.encoding.as_ref(), part.filename.as_ref()];
        if names.into_iter().flatten().any(|name| name.len() >= header::MAX_NAME) {
            self.flaw(Flaw::NameShortened);
        }
        let decoder = Decoder::of(part.encoding.as_deref());
        let multipart = part.kind.starts_with("multipart/");
        let message = matches!(part.kind.as_str(), "message/rfc822" | "message/global" | "message/news");
        let digest = part.kind == "multipart/digest";
        let node = self.nodes.len();
        self.nodes.push(Node { parent: self.levels.last().map(|level| level.node), part });
        let boundary = readable.as_ref().and_then(|kind| kind.plain("boundary"));
        let boundary =
            boundary.map(<[u8]>::trim_ascii_end).filter(|it| (1..=MAX_BOUNDARY).contains(&it.len()));
        if multipart && boundary.is_none() {
            self.flaw(Flaw::NoBoundary);
        }
        let container = multipart && boundary.is_some() || message && matches!(decoder, Decoder::Identity);
        if container && self.levels.len() < MAX_DEPTH {
            let boundary = boundary.filter(|_| multipart).map(<[u8]>::to_vec);
            self.mode = if message && whole { Mode::Header } else { Mode::Skip };
            self.header_at = self.at_byte;
            self.levels.push(Level { node, boundary, gaps: self.gaps, digest });
            self.watch();
            return;
        }
        if container {
            self.flaw(Flaw::TooDeep);
        }
        if whole {
            self.mode = Mode::Body;
            self.node = Some(node);
            self.leaf = self.hash.then(|| Leaf::new(node, decoder));
        }
    }

    /// The content that is passing, where it is to be hashed.
    pub(super) fn leaf(&mut self) -> Option<&mut Leaf> {
        self.leaf.as_mut()
    }

    fn flaw(&mut self, flaw: Flaw) {
        if !self.flaws.contains(&flaw) {
            self.flaws.push(flaw);
        }
    }

    /// What reading the texts of all headers found out.
    pub(super) fn seen(&self) -> Seen {
        let mut seen = self.envelope.as_ref().map(|envelope| envelope.seen.clone()).unwrap_or_default();
        seen.guessed = seen.guessed.or(self.seen.guessed);
        seen
    }
}
