//! SHA-256 of a message and of the content that is passing in it, computed side by side.

use sha2::{Digest, Sha256};

/// A hash, and how many bytes went into it.
#[derive(Default)]
pub(super) struct Hash {
    sha256: Sha256,
    size: u64,
}

impl Hash {
    pub(super) fn update(&mut self, bytes: &[u8]) {
        self.sha256.update(bytes);
        self.size = self.size.saturating_add(bytes.len() as u64);
    }

    pub(super) fn size(&self) -> u64 {
        self.size
    }

    pub(super) fn finish(self) -> [u8; 32] {
        self.sha256.finalize().into()
    }

    /// Completes the block that has begun. Returns the whole blocks that follow, and what is left behind them.
    fn blocks<'a>(&mut self, bytes: &'a [u8]) -> (&'a [[u8; BLOCK]], &'a [u8]) {
        let begun = (self.size % BLOCK as u64) as usize;
        let (head, rest) = bytes.split_at_checked((BLOCK - begun) % BLOCK).unwrap_or((bytes, &[]));
        self.update(head);
        rest.as_chunks()
    }
}

/// Bytes that SHA-256 takes at a time (FIPS 180-4, section 5.2.1).
const BLOCK: usize = 64;

/// Updates two hashes, a block of the one and a block of the other in turn. Within a hash every round waits for the one
/// before; a processor with instructions for them has the time to compute those of another hash beside it.
pub(super) fn both(one: &mut Hash, bytes: &[u8], other: &mut Hash, others: &[u8]) {
    let (blocks, rest) = one.blocks(bytes);
    let (other_blocks, other_rest) = other.blocks(others);
    for (block, other_block) in blocks.iter().zip(other_blocks) {
        one.update(block);
        other.update(other_block);
    }
    one.update(blocks.get(other_blocks.len()..).unwrap_or_default().as_flattened());
    other.update(other_blocks.get(blocks.len()..).unwrap_or_default().as_flattened());
    one.update(rest);
    other.update(other_rest);
}

#[cfg(test)]
mod tests {
    use super::{Hash, both};
    use proptest::prelude::*;
    use sha2::{Digest, Sha256};

    proptest! {
        #[test]
        fn two_hashes_side_by_side_are_those_of_their_bytes(
            pieces in prop::collection::vec((0usize..300, 0usize..300), 0..6),
        ) {
            let (mut one, mut other) = (Hash::default(), Hash::default());
            let (mut all, mut others) = (Vec::new(), Vec::new());
            for (byte, &(len, other_len)) in (0u8..).zip(&pieces) {
                let (bytes, other_bytes) = (vec![byte; len], vec![!byte; other_len]);
                both(&mut one, &bytes, &mut other, &other_bytes);
                all.extend(bytes);
                others.extend(other_bytes);
            }
            prop_assert_eq!((one.size(), other.size()), (all.len() as u64, others.len() as u64));
            prop_assert_eq!(one.finish(), <[u8; 32]>::from(Sha256::digest(&all)));
            prop_assert_eq!(other.finish(), <[u8; 32]>::from(Sha256::digest(&others)));
        }
    }
}
