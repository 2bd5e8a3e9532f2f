//! How a body, a level and the message end: at a boundary, in a gap, with the last byte.

use super::line::Verdict;
use super::{At, Flaw, Mode, Part, Scan, tree};

impl Scan {
    /// The body is over at this byte, and all of it was seen.
    pub(super) fn end_leaf(&mut self, end: u64) {
        if let Some(node) = self.node.take().and_then(|node| self.nodes.get_mut(node)) {
            node.part.body.1 = end.max(node.part.body.0);
            node.part.whole = true;
        }
        let Some(flaw) = self.leaf.take().and_then(|leaf| leaf.finish(&mut self.nodes)) else { return };
        self.flaw(flaw);
    }

    /// Bytes are missing. A header that they are part of is known up to the field before; a body has no hash; what
    /// follows is looked at again from the next known boundary on.
    pub(in crate::proto::mail) fn gap(&mut self) {
        // A field whose name had only begun goes with the bytes that are missing.
        self.line.clear();
        self.gaps += 1;
        self.cut_body();
        self.pending = b"";
        self.leaf = None;
        if self.mode == Mode::Header {
            self.end_header(false, 0);
            self.leaf = None;
        }
        self.mode = Mode::Skip;
        // The next byte may well be the first of a line; a boundary is too peculiar to be met by chance.
        self.at = At::LineStart;
    }

    /// The body goes on where nothing was captured.
    fn cut_body(&mut self) {
        if let Some(node) = self.node.take().and_then(|node| self.nodes.get_mut(node)) {
            node.part.body.1 = self.at_byte;
        }
    }

    /// The message is over. `whole`: it ended as it should; `cut`: its sender left out the end of the body (TOP).
    pub(in crate::proto::mail) fn finish(&mut self, whole: bool, cut: bool) -> Vec<Part> {
        let boundary = if self.line.starts_with(b"--") { self.boundary() } else { None };
        match boundary {
            Some(Verdict::Boundary { level, last }) => self.between(level, last, self.line.len()),
            _ if self.mode == Mode::Header && !whole => {}
            _ => {
                let line = std::mem::take(&mut self.line);
                // What never came to a colon is no field.
                if self.mode == Mode::Header && !line.trim_ascii().is_empty() {
                    self.flaw(Flaw::NoEmptyLine);
                    self.at_byte -= line.len() as u64;
                    self.end_header(true, 0);
                    self.at_byte += line.len() as u64;
                }
                self.pass(&line);
            }
        }
        if self.mode == Mode::Header {
            self.end_header(whole, 0);
        }
        if let Some(leaf) = self.leaf.as_mut() {
            leaf.take(self.pending);
        }
        if whole && !cut {
            self.end_leaf(self.at_byte);
            if self.watching {
                self.flaw(Flaw::Unclosed);
            }
        } else {
            self.gaps += 1;
        }
        self.cut_body();
        self.close(0, self.at_byte);
        self.leaf = None;
        tree(std::mem::take(&mut self.nodes))
    }

    /// Closes levels, down to so many, at this byte.
    pub(super) fn close(&mut self, depth: usize, end: u64) {
        while self.levels.len() > depth
            && let Some(level) = self.levels.pop()
        {
            if let Some(node) = self.nodes.get_mut(level.node) {
                node.part.body.1 = end.max(node.part.body.0);
                node.part.whole = level.gaps == self.gaps;
            }
        }
    }
}
