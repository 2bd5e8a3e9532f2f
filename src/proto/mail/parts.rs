//! The parts of a message: the content of the one that is passing, and the tree of all.

use super::hash::{self, Hash};
use super::transfer::Decoder;
use crate::dialogue::{Flaw, Part};

/// A part and where it belongs.
pub(super) struct Node {
    /// The part it stands in.
    pub(super) parent: Option<usize>,
    pub(super) part: Part,
}

/// The body that is passing.
pub(super) struct Leaf {
    node: usize,
    decoder: Decoder,
    hash: Hash,
    /// Content that is not hashed yet: what came with the bytes of the message that are being looked at.
    waiting: Vec<u8>,
}

impl Leaf {
    pub(super) fn new(node: usize, decoder: Decoder) -> Leaf {
        Leaf { node, decoder, hash: Hash::default(), waiting: Vec::new() }
    }

    /// Bytes of the body, as they are on the wire.
    pub(super) fn take(&mut self, bytes: &[u8]) {
        let Leaf { decoder, waiting, .. } = self;
        decoder.feed(bytes, &mut |bytes| waiting.extend_from_slice(bytes));
    }

    /// Hashes what waits, beside these bytes of the message.
    pub(super) fn hash(&mut self, message: Option<&mut Hash>, bytes: &[u8]) {
        match message {
            Some(message) => hash::both(message, bytes, &mut self.hash, &self.waiting),
            None => self.hash.update(&self.waiting),
        }
        self.waiting.clear();
    }

    /// The body is over: tells its node the size and the hash. Returns what was wrong with its encoding.
    pub(super) fn finish(mut self, nodes: &mut [Node]) -> Option<Flaw> {
        let Leaf { decoder, waiting, .. } = &mut self;
        let good = decoder.finish(&mut |bytes| waiting.extend_from_slice(bytes));
        self.hash(None, &[]);
        if let Some(node) = nodes.get_mut(self.node) {
            node.part.size = Some(self.hash.size());
            node.part.sha256 = Some(self.hash.finish());
        }
        let flaw = match self.decoder {
            Decoder::Base64(_) => Flaw::BadBase64,
            Decoder::Uu(_) => Flaw::BadUuencode,
            _ => Flaw::BadQuotedPrintable,
        };
        (!good).then_some(flaw)
    }
}

/// The tree of a list in which every part stands behind its parent.
pub(super) fn tree(nodes: Vec<Node>) -> Vec<Part> {
    let mut inside: Vec<Vec<Part>> = nodes.iter().map(|_| Vec::new()).collect();
    let mut top = Vec::new();
    for (index, mut node) in nodes.into_iter().enumerate().rev() {
        node.part.parts = inside.get_mut(index).map(std::mem::take).unwrap_or_default();
        node.part.parts.reverse();
        match node.parent.and_then(|parent| inside.get_mut(parent)) {
            Some(siblings) => siblings.push(node.part),
            None => top.push(node.part),
        }
    }
    top.reverse();
    top
}
