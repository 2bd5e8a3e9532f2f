//! One direction of a protected connection: its records in order, opened one by one.

use super::algorithm::{Algorithm, Mode};
use super::ciphers::{self, Cipher};
use super::derive::Hash;
use crate::proto::tls::wire::{RecordHeader, content};
use crate::work;

/// Sequence numbers that are tried behind a hole whose records nobody could count.
const MAX_SKIPPED: u64 = 1024;
/// Sequence numbers that may be tried in vain on one direction: a record that nothing opens must not cost a thousand
/// times its length again and again. A record that opens gives some back.
const MAX_IN_VAIN: u64 = 8 * MAX_SKIPPED;
/// What it gives back.
const EARNED: u64 = 16;

/// Opens the records of one direction.
#[derive(Debug)]
pub struct Opener {
    cipher: Cipher,
    algorithm: Algorithm,
    version: u16,
    sequence: u64,
    /// The fixed part of the nonce, or the last block of the record before (TLS 1.0).
    iv: Vec<u8>,
    mac_key: Vec<u8>,
    encrypt_then_mac: bool,
    /// Whether an unknown number of records is missing in front of the next one.
    adrift: bool,
    /// Whether no record was opened yet.
    fresh: bool,
    /// Tries in vain that are left.
    left: u64,
}

/// Why a record stays closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Shorter than what its cipher adds.
    TooShort,
    /// Its MAC or tag does not fit: another key, or changed bytes.
    Mac,
}

/// What a record holds.
#[derive(Debug, PartialEq, Eq)]
pub struct Unsealed {
    /// Its type; in TLS 1.3 the one inside.
    pub kind: u8,
    /// Its content.
    pub content: Vec<u8>,
    /// Where in the record's body the content began, as it was encrypted.
    pub from: usize,
    /// Zeros behind the content (TLS 1.3).
    pub padding: usize,
    /// Records that nobody saw in front of it.
    pub skipped: u64,
}

impl Opener {
    /// Up to TLS 1.2.
    pub fn up_to_12(
        version: u16,
        algorithm: Algorithm,
        mac_key: &[u8],
        key: &[u8],
        iv: &[u8],
        encrypt_then_mac: bool,
    ) -> Option<Opener> {
        Some(Opener {
            cipher: Cipher::new(algorithm, key)?,
            algorithm,
            version,
            sequence: 0,
            iv: iv.to_vec(),
            mac_key: mac_key.to_vec(),
            // RFC 7366 section 3: it says nothing of other modes.
            encrypt_then_mac: encrypt_then_mac && algorithm.mode == Mode::Cbc,
            adrift: false,
            fresh: true,
            left: MAX_IN_VAIN,
        })
    }

    /// TLS 1.3.
    pub fn of_13(algorithm: Algorithm, key: &[u8], iv: &[u8]) -> Option<Opener> {
        Opener::up_to_12(0x0304, algorithm, &[], key, iv, false)
    }

    /// Whether it is of TLS 1.3.
    pub fn is_13(&self) -> bool {
        self.version >= 0x0304
    }

    /// Whether no record was opened yet: then a failure tells of a wrong secret rather than of a wrong record.
    pub fn is_fresh(&self) -> bool {
        self.fresh
    }

    /// A record is not there as a whole, but its length is known.
    pub fn skip(&mut self, length: usize) {
        self.sequence += 1;
        match &mut self.cipher {
            Cipher::Stream(stream) => ciphers::pass_over(stream, length),
            // TLS 1.0 chains records: the next one's first block cannot be read.
            Cipher::Blocks(_) if self.version < 0x0302 => self.adrift = true,
            Cipher::Blocks(_) | Cipher::Sealed(_) => {}
        }
    }

    /// Records are missing, nobody knows how many.
    pub fn lose_count(&mut self) {
        self.adrift = true;
    }

    /// Bytes of content at most that a body of this length holds.
    pub fn most(&self, body: usize) -> usize {
        let (mac, _, _) = self.algorithm.lengths(self.version);
        let overhead = match self.algorithm.mode {
            Mode::Gcm if self.version < 0x0304 => 24,
            Mode::Ccm(tag) if self.version < 0x0304 => 8 + tag,
            Mode::Ccm(tag) => tag + 1,
            Mode::Gcm => 17,
            Mode::Poly1305 if self.version < 0x0304 => 16,
            Mode::Poly1305 => 17,
            Mode::Cbc if self.version >= 0x0302 => mac + 1 + self.algorithm.block(),
            Mode::Cbc => mac + 1,
            Mode::Stream => mac,
        };
        body.saturating_sub(overhead)
    }

    /// Opens the next record.
    ///
    /// # Errors
    /// When it cannot be opened with this key. The sequence number stays where it was: a record of somebody else.
    pub fn open(&mut self, header: RecordHeader, body: &[u8]) -> Result<Unsealed, Failure> {
        let searches = self.adrift && !matches!(self.cipher, Cipher::Stream(_));
        let tries = if searches { MAX_SKIPPED.min(self.left) } else { 0 };
        let mut failure = Failure::Mac;
        for skipped in 0..=tries {
            work::add(body.len());
            match self.open_as(self.sequence + skipped, header, body) {
                Ok(mut unsealed) => {
                    unsealed.skipped = skipped;
                    self.sequence += skipped + 1;
                    (self.adrift, self.fresh) = (false, false);
                    self.left = (self.left + EARNED).min(MAX_IN_VAIN);
                    return Ok(unsealed);
                }
                Err(why) => failure = why,
            }
        }
        self.left = self.left.saturating_sub(tries);
        Err(failure)
    }

    fn open_as(&mut self, sequence: u64, header: RecordHeader, body: &[u8]) -> Result<Unsealed, Failure> {
        match self.algorithm.mode {
            Mode::Gcm | Mode::Ccm(_) if self.version < 0x0304 => self.explicit_nonce(sequence, header, body),
            Mode::Gcm | Mode::Ccm(_) | Mode::Poly1305 => self.implicit_nonce(sequence, header, body),
            Mode::Cbc => self.cbc(sequence, header, body),
            Mode::Stream => self.stream(sequence, header, body),
        }
    }

    /// RFC 5246 section 6.2.3.3: `seq_num + type + version + length`.
    fn about(&self, sequence: u64, header: RecordHeader, len: usize) -> Vec<u8> {
        let mut about = sequence.to_be_bytes().to_vec();
        about.push(header.kind);
        if self.version > 0x0300 {
            about.extend(header.version.to_be_bytes());
        }
        about.extend(u16::try_from(len).unwrap_or(u16::MAX).to_be_bytes());
        about
    }

    fn tag(&self) -> usize {
        if let Mode::Ccm(tag) = self.algorithm.mode { tag } else { 16 }
    }

    /// AES-GCM and CCM of TLS 1.2 (RFC 5288 section 3, RFC 6655 section 3): eight bytes of the nonce come with the record.
    fn explicit_nonce(&self, sequence: u64, header: RecordHeader, body: &[u8]) -> Result<Unsealed, Failure> {
        let (explicit, sealed) = body.split_at_checked(8).ok_or(Failure::TooShort)?;
        let len = sealed.len().checked_sub(self.tag()).ok_or(Failure::TooShort)?;
        let nonce = [self.iv.as_slice(), explicit].concat();
        let content = self.unseal(&nonce, &self.about(sequence, header, len), sealed)?;
        Ok(Unsealed { kind: header.kind, content, from: 8, padding: 0, skipped: 0 })
    }

    /// ChaCha20-Poly1305 (RFC 7905 section 2) and all of TLS 1.3 (RFC 8446 section 5.3): the nonce is the
    /// initialisation vector, XOR the sequence number.
    fn implicit_nonce(&self, sequence: u64, header: RecordHeader, body: &[u8]) -> Result<Unsealed, Failure> {
        let len = body.len().checked_sub(self.tag()).ok_or(Failure::TooShort)?;
        let mut nonce = self.iv.clone();
        for (byte, number) in nonce.iter_mut().rev().zip(sequence.to_le_bytes()) {
            *byte ^= number;
        }
        if self.version < 0x0304 {
            let content = self.unseal(&nonce, &self.about(sequence, header, len), body)?;
            return Ok(Unsealed { kind: header.kind, content, from: 0, padding: 0, skipped: 0 });
        }
        let [high, low] = header.version.to_be_bytes();
        let [first, second] = header.length.to_be_bytes();
        let mut content = self.unseal(&nonce, &[header.kind, high, low, first, second], body)?;
        // RFC 8446 section 5.2: content, type, zeros.
        let end = content.iter().rposition(|byte| *byte != 0).unwrap_or(0);
        let padding = content.len().saturating_sub(end + 1);
        let kind = content.get(end).copied().unwrap_or(content::APPLICATION_DATA);
        content.truncate(end);
        Ok(Unsealed { kind, content, from: 0, padding, skipped: 0 })
    }

    fn unseal(&self, nonce: &[u8], about: &[u8], sealed: &[u8]) -> Result<Vec<u8>, Failure> {
        let Cipher::Sealed(cipher) = &self.cipher else { return Err(Failure::Mac) };
        let mut bytes = sealed.to_vec();
        if cipher.open(nonce, about, &mut bytes) { Ok(bytes) } else { Err(Failure::Mac) }
    }

    /// RFC 5246 section 6.2.3.2, RFC 2246 section 6.2.3.2 (no vector in the record), RFC 7366 (MAC outside).
    fn cbc(&mut self, sequence: u64, header: RecordHeader, body: &[u8]) -> Result<Unsealed, Failure> {
        let block = self.algorithm.block();
        let mac_len = self.algorithm.mac.len();
        let mut sealed = body;
        if self.encrypt_then_mac {
            let len = body.len().checked_sub(mac_len).ok_or(Failure::TooShort)?;
            let (rest, mac) = body.split_at_checked(len).ok_or(Failure::TooShort)?;
            if self.mac(sequence, header, rest) != mac {
                return Err(Failure::Mac);
            }
            sealed = rest;
        }
        let explicit = self.version >= 0x0302;
        let from = if explicit { block } else { 0 };
        let (iv, sealed) = match explicit {
            true => sealed.split_at_checked(block).ok_or(Failure::TooShort)?,
            false => (self.iv.as_slice(), sealed),
        };
        if sealed.is_empty() || sealed.len() % block != 0 {
            return Err(Failure::TooShort);
        }
        let Cipher::Blocks(cipher) = &self.cipher else { return Err(Failure::Mac) };
        let mut bytes = sealed.to_vec();
        if !cipher.decrypt(iv, &mut bytes) {
            return Err(Failure::Mac);
        }
        let padding = usize::from(bytes.last().copied().unwrap_or(0)) + 1;
        let len = bytes.len().checked_sub(padding).ok_or(Failure::Mac)?;
        // RFC 5246: every byte of the padding is its length; SSL 3.0 leaves them open (RFC 6101 section 5.2.3.2).
        let count = u8::try_from(padding - 1).unwrap_or(u8::MAX);
        if self.version > 0x0300 && bytes.get(len..).unwrap_or_default().iter().any(|byte| *byte != count) {
            return Err(Failure::Mac);
        }
        bytes.truncate(len);
        if !self.encrypt_then_mac {
            self.cut_mac(sequence, header, &mut bytes)?;
        }
        if !explicit {
            self.iv = sealed.get(sealed.len() - block..).unwrap_or_default().to_vec();
        }
        Ok(Unsealed { kind: header.kind, content: bytes, from, padding: 0, skipped: 0 })
    }

    /// RFC 5246 section 6.2.3.1.
    fn stream(&mut self, sequence: u64, header: RecordHeader, body: &[u8]) -> Result<Unsealed, Failure> {
        let Cipher::Stream(stream) = &mut self.cipher else { return Err(Failure::Mac) };
        let mut bytes = body.to_vec();
        ciphers::apply(stream, &mut bytes);
        self.cut_mac(sequence, header, &mut bytes)?;
        Ok(Unsealed { kind: header.kind, content: bytes, from: 0, padding: 0, skipped: 0 })
    }

    /// Checks the MAC at the end and cuts it off.
    fn cut_mac(&self, sequence: u64, header: RecordHeader, bytes: &mut Vec<u8>) -> Result<(), Failure> {
        let len = bytes.len().checked_sub(self.algorithm.mac.len()).ok_or(Failure::Mac)?;
        let (content, mac) = bytes.split_at_checked(len).ok_or(Failure::Mac)?;
        if self.mac(sequence, header, content) != mac {
            return Err(Failure::Mac);
        }
        bytes.truncate(len);
        Ok(())
    }

    /// HMAC over number, type, version, length and content; SSL 3.0 has its own (RFC 6101 section 5.2.3.1).
    fn mac(&self, sequence: u64, header: RecordHeader, content: &[u8]) -> Vec<u8> {
        let about = self.about(sequence, header, content.len());
        let hash = self.algorithm.mac;
        if self.version > 0x0300 {
            return hash.hmac(&self.mac_key, &[&about, content]);
        }
        let pad = if hash == Hash::Md5 { 48 } else { 40 };
        let inner = hash.digest(&[&self.mac_key, &vec![0x36; pad], &about, content]);
        hash.digest(&[&self.mac_key, &vec![0x5c; pad], &inner])
    }
}
