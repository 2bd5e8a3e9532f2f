//! Which cipher, MAC and PRF a suite means.

use super::derive::Hash;
use crate::proto::tls::suite::CipherSuite;

/// How a cipher is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// RFC 5288.
    Gcm,
    /// RFC 6655; the length of its tag.
    Ccm(usize),
    /// RFC 7905.
    Poly1305,
    /// RFC 5246 section 6.2.3.2.
    Cbc,
    /// RFC 5246 section 6.2.3.1.
    Stream,
}

/// A cipher that can be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bulk {
    /// AES with a key of 16 bytes.
    Aes128,
    /// AES with a key of 32 bytes.
    Aes256,
    /// Camellia (RFC 3713) with a key of 16 bytes.
    Camellia128,
    /// Camellia with a key of 32 bytes.
    Camellia256,
    /// ARIA (RFC 5794) with a key of 16 bytes.
    Aria128,
    /// ARIA with a key of 32 bytes.
    Aria256,
    /// Triple DES.
    TripleDes,
    /// ChaCha20.
    ChaCha20,
    /// RC4 with a key of 16 bytes.
    Rc4,
}

/// What protects the records of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Algorithm {
    /// The cipher.
    pub bulk: Bulk,
    /// How it is used.
    pub mode: Mode,
    /// The hash of the MAC, where the mode has none of its own.
    pub mac: Hash,
    /// The hash of the PRF or of HKDF.
    pub prf: Hash,
}

/// Why records of a suite cannot be read, whatever is known: the cipher, or the hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsupported(pub String);

impl Algorithm {
    /// Of a suite under a version.
    ///
    /// # Errors
    /// When the cipher or the hash is none of those that well-kept libraries have: DES, RC2, RC4 with 40 bits, SEED,
    /// IDEA, SM4, GOST, export suites and suites of TLS 1.3 that only protect integrity.
    pub fn new(suite: &CipherSuite, version: u16) -> Result<Algorithm, Unsupported> {
        let cipher = suite.cipher.as_deref().unwrap_or("?");
        let unsupported = || Unsupported(cipher.to_owned());
        let (bulk, mode) = match cipher {
            "AES-128-GCM" => (Bulk::Aes128, Mode::Gcm),
            "AES-256-GCM" => (Bulk::Aes256, Mode::Gcm),
            "AES-128-CCM" => (Bulk::Aes128, Mode::Ccm(16)),
            "AES-256-CCM" => (Bulk::Aes256, Mode::Ccm(16)),
            "AES-128-CCM-8" => (Bulk::Aes128, Mode::Ccm(8)),
            "AES-256-CCM-8" => (Bulk::Aes256, Mode::Ccm(8)),
            "CHACHA20-POLY1305" => (Bulk::ChaCha20, Mode::Poly1305),
            "AES-128-CBC" => (Bulk::Aes128, Mode::Cbc),
            "AES-256-CBC" => (Bulk::Aes256, Mode::Cbc),
            "CAMELLIA-128-CBC" => (Bulk::Camellia128, Mode::Cbc),
            "CAMELLIA-256-CBC" => (Bulk::Camellia256, Mode::Cbc),
            "CAMELLIA-128-GCM" => (Bulk::Camellia128, Mode::Gcm),
            "CAMELLIA-256-GCM" => (Bulk::Camellia256, Mode::Gcm),
            "ARIA-128-CBC" => (Bulk::Aria128, Mode::Cbc),
            "ARIA-256-CBC" => (Bulk::Aria256, Mode::Cbc),
            "ARIA-128-GCM" => (Bulk::Aria128, Mode::Gcm),
            "ARIA-256-GCM" => (Bulk::Aria256, Mode::Gcm),
            "3DES-EDE-CBC" => (Bulk::TripleDes, Mode::Cbc),
            "RC4-128" => (Bulk::Rc4, Mode::Stream),
            _ => return Err(unsupported()),
        };
        if suite.name.contains("_EXPORT") {
            return Err(Unsupported(suite.name.clone()));
        }
        let hash = suite.hash.as_deref().and_then(Hash::named).ok_or_else(unsupported)?;
        // RFC 5246 section 1.2: SHA-256, unless the suite says more.
        let prf = match hash {
            Hash::Sha384 | Hash::Sha512 => hash,
            _ => Hash::Sha256,
        };
        let is_13 = version == 0x0304;
        if is_13 != suite.key_exchange.is_none() {
            return Err(Unsupported(suite.name.clone()));
        }
        Ok(Algorithm { bulk, mode, mac: hash, prf })
    }

    /// Bytes of a MAC key, of a key, and of what the key block gives of the initialisation vector.
    pub fn lengths(self, version: u16) -> (usize, usize, usize) {
        let key = match self.bulk {
            Bulk::Aes128 | Bulk::Camellia128 | Bulk::Aria128 | Bulk::Rc4 => 16,
            Bulk::Aes256 | Bulk::Camellia256 | Bulk::Aria256 | Bulk::ChaCha20 => 32,
            Bulk::TripleDes => 24,
        };
        match self.mode {
            Mode::Gcm | Mode::Ccm(_) => (0, key, 4),
            Mode::Poly1305 => (0, key, 12),
            // RFC 4346 section 6.2.3.2: since TLS 1.1 each record brings its own.
            Mode::Cbc if version >= 0x0302 => (self.mac.len(), key, 0),
            Mode::Cbc => (self.mac.len(), key, self.block()),
            Mode::Stream => (self.mac.len(), key, 0),
        }
    }

    /// Bytes of a block.
    pub fn block(self) -> usize {
        if self.bulk == Bulk::TripleDes { 8 } else { 16 }
    }
}
