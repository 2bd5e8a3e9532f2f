//! The ciphers behind one face, so that a session need not know which it has.

use std::fmt;

use aes::{Aes128, Aes256};
use aes_gcm::AesGcm;
use aes_gcm::aead::consts::{U8, U12, U16};
use aes_gcm::aead::{AeadInOut, Nonce};
use aria::{Aria128, Aria256};
use camellia::{Camellia128, Camellia256};
use cbc::cipher::{BlockCipherDecrypt, BlockModeDecrypt, InnerIvInit, KeyInit, StreamCipher};
use ccm::Ccm;
use chacha20poly1305::ChaCha20Poly1305;
use des::TdesEde3;
use rc4::Rc4;

use super::algorithm::{Algorithm, Bulk, Mode};

/// A cipher that protects integrity itself.
pub trait Sealed: Send {
    /// Decrypts in place and cuts off the tag; `false` where it does not fit.
    fn open(&self, nonce: &[u8], about: &[u8], bytes: &mut Vec<u8>) -> bool;
}

/// A cipher in CBC mode.
pub trait Blocks: Send {
    /// Decrypts whole blocks in place; `false` where they are not whole.
    fn decrypt(&self, iv: &[u8], bytes: &mut [u8]) -> bool;
}

/// A cipher with its key.
pub enum Cipher {
    /// Authenticated.
    Sealed(Box<dyn Sealed>),
    /// Blocks.
    Blocks(Box<dyn Blocks>),
    /// Bytes, one after the other through the whole connection.
    Stream(Box<Rc4>),
}

impl fmt::Debug for Cipher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cipher")
    }
}

struct Of<C>(C);

impl<A: AeadInOut + Send> Sealed for Of<A> {
    fn open(&self, nonce: &[u8], about: &[u8], bytes: &mut Vec<u8>) -> bool {
        let Ok(nonce) = Nonce::<A>::try_from(nonce) else { return false };
        self.0.decrypt_in_place(&nonce, about, bytes).is_ok()
    }
}

impl<C: BlockCipherDecrypt + Clone + Send> Blocks for Of<C>
where
    cbc::Decryptor<C>: InnerIvInit<Inner = C> + BlockModeDecrypt,
{
    fn decrypt(&self, iv: &[u8], bytes: &mut [u8]) -> bool {
        let Ok(mut mode) = cbc::Decryptor::<C>::inner_iv_slice_init(self.0.clone(), iv) else { return false };
        let (blocks, rest) = cbc::cipher::Block::<cbc::Decryptor<C>>::slice_as_chunks_mut(bytes);
        mode.decrypt_blocks(blocks);
        rest.is_empty()
    }
}

fn sealed<A: AeadInOut + KeyInit + Send + 'static>(key: &[u8]) -> Option<Cipher> {
    Some(Cipher::Sealed(Box::new(Of(<A as KeyInit>::new_from_slice(key).ok()?))))
}

fn blocks<C: BlockCipherDecrypt + KeyInit + Clone + Send + 'static>(key: &[u8]) -> Option<Cipher>
where
    cbc::Decryptor<C>: InnerIvInit<Inner = C> + BlockModeDecrypt,
{
    Some(Cipher::Blocks(Box::new(Of(<C as KeyInit>::new_from_slice(key).ok()?))))
}

impl Cipher {
    /// The cipher of an algorithm; `None` where the two do not go together.
    pub fn new(algorithm: Algorithm, key: &[u8]) -> Option<Cipher> {
        match (algorithm.bulk, algorithm.mode) {
            (Bulk::Aes128, Mode::Gcm) => sealed::<AesGcm<Aes128, U12>>(key),
            (Bulk::Aes256, Mode::Gcm) => sealed::<AesGcm<Aes256, U12>>(key),
            (Bulk::Camellia128, Mode::Gcm) => sealed::<AesGcm<Camellia128, U12>>(key),
            (Bulk::Camellia256, Mode::Gcm) => sealed::<AesGcm<Camellia256, U12>>(key),
            (Bulk::Aria128, Mode::Gcm) => sealed::<AesGcm<Aria128, U12>>(key),
            (Bulk::Aria256, Mode::Gcm) => sealed::<AesGcm<Aria256, U12>>(key),
            (Bulk::Aes128, Mode::Ccm(8)) => sealed::<Ccm<Aes128, U8, U12>>(key),
            (Bulk::Aes256, Mode::Ccm(8)) => sealed::<Ccm<Aes256, U8, U12>>(key),
            (Bulk::Aes128, Mode::Ccm(_)) => sealed::<Ccm<Aes128, U16, U12>>(key),
            (Bulk::Aes256, Mode::Ccm(_)) => sealed::<Ccm<Aes256, U16, U12>>(key),
            (Bulk::ChaCha20, Mode::Poly1305) => sealed::<ChaCha20Poly1305>(key),
            (Bulk::Aes128, Mode::Cbc) => blocks::<Aes128>(key),
            (Bulk::Aes256, Mode::Cbc) => blocks::<Aes256>(key),
            (Bulk::Camellia128, Mode::Cbc) => blocks::<Camellia128>(key),
            (Bulk::Camellia256, Mode::Cbc) => blocks::<Camellia256>(key),
            (Bulk::Aria128, Mode::Cbc) => blocks::<Aria128>(key),
            (Bulk::Aria256, Mode::Cbc) => blocks::<Aria256>(key),
            (Bulk::TripleDes, Mode::Cbc) => blocks::<TdesEde3>(key),
            (Bulk::Rc4, Mode::Stream) => Some(Cipher::Stream(Box::new(Rc4::new_from_slice(key).ok()?))),
            _ => None,
        }
    }
}

/// Goes on in a stream by bytes that are not there.
pub fn pass_over(stream: &mut Rc4, len: usize) {
    stream.apply_keystream(&mut vec![0; len]);
}

/// Decrypts the next bytes of a stream.
pub fn apply(stream: &mut Rc4, bytes: &mut [u8]) {
    stream.apply_keystream(bytes);
}
