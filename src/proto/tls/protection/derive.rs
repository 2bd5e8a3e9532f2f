//! Key derivation: the PRF of SSL 3.0, of TLS 1.0 to 1.1, of TLS 1.2, and HKDF-Expand-Label of TLS 1.3.

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

/// A hash by its name in a cipher suite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hash {
    /// MD5 (RFC 1321).
    Md5,
    /// SHA-1 (FIPS 180-4).
    Sha1,
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

impl Hash {
    /// The hash that a suite's name ends in, as `suite.rs` writes it.
    pub fn named(name: &str) -> Option<Hash> {
        Some(match name {
            "MD5" => Hash::Md5,
            "SHA-1" => Hash::Sha1,
            "SHA-256" => Hash::Sha256,
            "SHA-384" => Hash::Sha384,
            "SHA-512" => Hash::Sha512,
            _ => return None,
        })
    }

    /// Bytes of its output.
    pub fn len(self) -> usize {
        match self {
            Hash::Md5 => 16,
            Hash::Sha1 => 20,
            Hash::Sha256 => 32,
            Hash::Sha384 => 48,
            Hash::Sha512 => 64,
        }
    }

    /// The hash of the parts, one behind the other.
    pub fn digest(self, parts: &[&[u8]]) -> Vec<u8> {
        fn of<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
            let mut hasher = D::new();
            parts.iter().for_each(|part| hasher.update(part));
            hasher.finalize().to_vec()
        }
        match self {
            Hash::Md5 => of::<Md5>(parts),
            Hash::Sha1 => of::<Sha1>(parts),
            Hash::Sha256 => of::<Sha256>(parts),
            Hash::Sha384 => of::<Sha384>(parts),
            Hash::Sha512 => of::<Sha512>(parts),
        }
    }

    /// HMAC (RFC 2104) of the parts.
    pub fn hmac(self, key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
        fn of<M: Mac + KeyInit>(key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
            // HMAC takes keys of any length.
            let Ok(mut mac) = <M as KeyInit>::new_from_slice(key) else { return Vec::new() };
            parts.iter().for_each(|part| mac.update(part));
            mac.finalize().into_bytes().to_vec()
        }
        match self {
            Hash::Md5 => of::<Hmac<Md5>>(key, parts),
            Hash::Sha1 => of::<Hmac<Sha1>>(key, parts),
            Hash::Sha256 => of::<Hmac<Sha256>>(key, parts),
            Hash::Sha384 => of::<Hmac<Sha384>>(key, parts),
            Hash::Sha512 => of::<Hmac<Sha512>>(key, parts),
        }
    }
}

/// `len` bytes from a secret, a label and seeds, as the version does it; `prf` matters since TLS 1.2 only.
pub fn expand(version: u16, prf: Hash, secret: &[u8], label: &[u8], seeds: &[&[u8]], len: usize) -> Vec<u8> {
    let mut seed = label.to_vec();
    seeds.iter().for_each(|part| seed.extend_from_slice(part));
    match version {
        0x0300 => ssl3(secret, seed.get(label.len()..).unwrap_or_default(), len),
        // RFC 2246 section 5: PRF = P_MD5(S1) XOR P_SHA-1(S2), the halves of the secret share a middle byte.
        0x0301 | 0x0302 => {
            let half = secret.len().div_ceil(2);
            let first = secret.get(..half).unwrap_or_default();
            let second = secret.get(secret.len() - half..).unwrap_or_default();
            let mut bytes = p_hash(Hash::Md5, first, &seed, len);
            let other = p_hash(Hash::Sha1, second, &seed, len);
            bytes.iter_mut().zip(other).for_each(|(byte, other)| *byte ^= other);
            bytes
        }
        _ => p_hash(prf, secret, &seed, len),
    }
}

/// RFC 5246 section 5:
/// ```text
/// P_hash(secret, seed) = HMAC_hash(secret, A(1) + seed) + HMAC_hash(secret, A(2) + seed) + ...
/// A(0) = seed, A(i) = HMAC_hash(secret, A(i-1))
/// ```
fn p_hash(hash: Hash, secret: &[u8], seed: &[u8], len: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(len + hash.len());
    let mut a = hash.hmac(secret, &[seed]);
    while bytes.len() < len {
        bytes.extend(hash.hmac(secret, &[&a, seed]));
        a = hash.hmac(secret, &[&a]);
    }
    bytes.truncate(len);
    bytes
}

/// RFC 6101 section 6.2.2: `MD5(secret + SHA('A' + secret + seed)) + MD5(secret + SHA('BB' + secret + seed)) + ...`
fn ssl3(secret: &[u8], seed: &[u8], len: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(len + 16);
    for (count, letter) in (b'A'..=b'Z').enumerate() {
        if bytes.len() >= len {
            break;
        }
        let salt = vec![letter; count + 1];
        let inner = Hash::Sha1.digest(&[&salt, secret, seed]);
        bytes.extend(Hash::Md5.digest(&[secret, &inner]));
    }
    bytes.truncate(len);
    bytes
}

/// RFC 6101 section 5.6.9: `MD5(master + pad2 + MD5(messages + sender + master + pad1))`, and the same with SHA.
pub fn ssl3_finished(master: &[u8], client: bool, messages: &[u8]) -> Vec<u8> {
    let sender: &[u8] = if client { b"CLNT" } else { b"SRVR" };
    let one = |hash: Hash, pad: usize| {
        let inner = hash.digest(&[messages, sender, master, &vec![0x36; pad]]);
        hash.digest(&[master, &vec![0x5c; pad], &inner])
    };
    let mut bytes = one(Hash::Md5, 48);
    bytes.extend(one(Hash::Sha1, 40));
    bytes
}

/// The hash of the messages that Finished and the extended master secret take: MD5 and SHA-1 up to TLS 1.1 (RFC 2246
/// section 7.4.9), then the PRF's.
pub fn transcript_hash(version: u16, prf: Hash, messages: &[u8]) -> Vec<u8> {
    if version <= 0x0302 {
        let mut digest = Hash::Md5.digest(&[messages]);
        digest.extend(Hash::Sha1.digest(&[messages]));
        return digest;
    }
    prf.digest(&[messages])
}

/// RFC 8446 section 7.1:
/// ```text
/// HKDF-Expand-Label(Secret, Label, Context, Length) = HKDF-Expand(Secret, HkdfLabel, Length)
/// struct {
///     uint16 length = Length;
///     opaque label<7..255> = "tls13 " + Label;
///     opaque context<0..255> = Context;
/// } HkdfLabel;
/// ```
pub fn expand_label(hash: Hash, secret: &[u8], label: &[u8], context: &[u8], len: usize) -> Vec<u8> {
    const PREFIX: &[u8] = b"tls13 ";
    let number = |len: usize| u8::try_from(len).unwrap_or(u8::MAX);
    let mut info = u16::try_from(len).unwrap_or(u16::MAX).to_be_bytes().to_vec();
    info.push(number(PREFIX.len() + label.len()));
    info.extend_from_slice(PREFIX);
    info.extend_from_slice(label);
    info.push(number(context.len()));
    info.extend_from_slice(context);
    let mut bytes = vec![0; len];
    // A secret that is shorter than the hash is none: the bytes stay zero and open nothing.
    let _ = match hash {
        Hash::Sha384 => Hkdf::<Sha384>::from_prk(secret).map(|hkdf| hkdf.expand(&info, &mut bytes).is_ok()),
        _ => Hkdf::<Sha256>::from_prk(secret).map(|hkdf| hkdf.expand(&info, &mut bytes).is_ok()),
    };
    bytes
}

/// HKDF-Extract (RFC 5869 section 2.2), as the key schedule of TLS 1.3 uses it.
#[cfg(test)]
pub fn extract(hash: Hash, salt: &[u8], secret: &[u8]) -> Vec<u8> {
    hash.hmac(salt, &[secret])
}
