//! The parts of a message: the content of the one that is passing, and the tree of all.

use sha2::{Digest, Sha256};

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
    size: u64,
    hash: Sha256,
}

impl Leaf {
    pub(super) fn new(node: usize, decoder: Decoder) -> Leaf {
        Leaf { node, decoder, size: 0, hash: Sha256::new() }
    }

    /// Bytes of the body, as they are on the wire.
    pub(super) fn take(&mut self, bytes: &[u8]) {
        let Leaf { decoder, size, hash, .. } = self;
        decoder.feed(bytes, &mut |bytes| {
            *size = size.saturating_add(bytes.len() as u64);
            hash.update(bytes);
        });
    }

    /// The body is over: tells its node the size and the hash. Returns what was wrong with its encoding.
    pub(super) fn finish(mut self, nodes: &mut [Node]) -> Option<Flaw> {
        let Leaf { decoder, size, hash, .. } = &mut self;
        let good = decoder.finish(&mut |bytes| {
            *size = size.saturating_add(bytes.len() as u64);
            hash.update(bytes);
        });
        if let Some(node) = nodes.get_mut(self.node) {
            node.part.size = Some(self.size);
            node.part.sha256 = Some(self.hash.finalize().into());
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
