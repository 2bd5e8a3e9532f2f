//! One reused buffer in front of a source: blocks are slices of it.

use std::io::{ErrorKind, Read};

/// The buffer's usual size. Larger reads gain nothing; it grows only for a block that is larger (up to
/// [`super::MAX_BLOCK`]).
const BUFFER: usize = 256 << 10;

pub(super) struct Input {
    source: Box<dyn Read + Send>,
    buffer: Vec<u8>,
    from: usize,
    to: usize,
    /// Offset in the (decompressed) file of `buffer[from]`.
    offset: u64,
    ended: bool,
    /// A compressed file that ends before its data does; what came before is still good.
    cut_short: bool,
    /// A read error in the middle of the file; what came before it is still good.
    failed: Option<String>,
}

impl Input {
    pub(super) fn new(source: Box<dyn Read + Send>) -> Self {
        Input {
            source,
            buffer: vec![0; BUFFER],
            from: 0,
            to: 0,
            offset: 0,
            ended: false,
            cut_short: false,
            failed: None,
        }
    }

    /// What is there, without reading.
    pub(super) fn available(&self) -> &[u8] {
        self.buffer.get(self.from..self.to).unwrap_or_default()
    }

    /// Reads until `wanted` bytes are there; `false` when the source ends before.
    #[inline]
    pub(super) fn fill(&mut self, wanted: usize) -> bool {
        self.to - self.from >= wanted || self.read(wanted)
    }

    #[cold]
    fn read(&mut self, wanted: usize) -> bool {
        while self.to - self.from < wanted {
            if self.ended {
                return false;
            }
            self.read_more(wanted);
        }
        true
    }

    fn read_more(&mut self, wanted: usize) {
        if self.from + wanted > self.buffer.len() {
            self.buffer.copy_within(self.from..self.to, 0);
            self.to -= self.from;
            self.from = 0;
            if wanted > self.buffer.len() {
                self.buffer.resize(wanted, 0);
            }
        }
        let space = self.buffer.get_mut(self.to..).unwrap_or_default();
        match self.source.read(space) {
            Ok(0) => self.ended = true,
            Ok(n) => self.to += n,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => {
                if error.kind() == ErrorKind::UnexpectedEof {
                    self.cut_short = true;
                } else {
                    self.failed = Some(error.to_string());
                }
                self.ended = true;
            }
        }
    }

    /// Passes over `bytes` that [`Input::fill`] has brought.
    pub(super) fn consume(&mut self, bytes: usize) {
        let bytes = bytes.min(self.to - self.from);
        self.from += bytes;
        self.offset += bytes as u64;
    }

    /// Passes over `bytes` whether they are in memory or not; `false` when the source ends before.
    pub(super) fn skip(&mut self, mut bytes: u64) -> bool {
        while bytes > 0 {
            if self.from == self.to && !self.fill(1) {
                return false;
            }
            let step = bytes.min((self.to - self.from) as u64);
            self.consume(step as usize);
            bytes -= step;
        }
        true
    }

    pub(super) fn offset(&self) -> u64 {
        self.offset
    }

    pub(super) fn cut_short(&self) -> bool {
        self.cut_short
    }

    pub(super) fn failed(&self) -> Option<&str> {
        self.failed.as_deref()
    }

    /// The bytes at `range` counted from the front of what is available.
    pub(super) fn slice(&self, range: std::ops::Range<usize>) -> &[u8] {
        self.buffer.get(self.from + range.start..self.from + range.end).unwrap_or_default()
    }
}
