//! Record protection: from secrets to keys, and from protected records to what they hold.
//!
//! ```text
//! secrets (key log, private key) -> keys.rs -> Opener, one per direction -> content of a record
//!                                   derive.rs   ciphers.rs: the ciphers themselves
//! ```
//!
//! Nothing here knows a connection: `decrypt.rs` of the folder above decides which records are protected by which
//! keys. All is computed to read what others encrypted, never to protect anything, so nothing is constant-time.

mod algorithm;
mod ciphers;
pub(super) mod derive;
mod opener;
#[cfg(test)]
mod tests;

pub(super) use algorithm::{Algorithm, Unsupported};
pub(super) use opener::{Failure, Opener, Unsealed};

use derive::Hash;

/// The keys of both directions (RFC 5246 section 6.3).
#[derive(Debug)]
pub(super) struct Openers {
    /// For what the client writes.
    pub client: Opener,
    /// For what the server writes.
    pub server: Opener,
}

/// Keys up to TLS 1.2 from the master secret (RFC 5246 section 6.3, RFC 6101 section 6.2.2):
/// `key_block = PRF(master_secret, "key expansion", server_random + client_random)`, cut into the MAC keys, the keys and
/// the initialisation vectors, of each first the client's.
pub(super) fn keys(
    version: u16,
    algorithm: Algorithm,
    master: &[u8],
    randoms: (&[u8], &[u8]),
    encrypt_then_mac: bool,
) -> Option<Openers> {
    let [client_mac, server_mac, client_key, server_key, client_iv, server_iv] =
        key_block(version, algorithm, master, randoms);
    let open = |mac: &[u8], key: &[u8], iv: &[u8]| {
        Opener::up_to_12(version, algorithm, mac, key, iv, encrypt_then_mac)
    };
    Some(Openers {
        client: open(&client_mac, &client_key, &client_iv)?,
        server: open(&server_mac, &server_key, &server_iv)?,
    })
}

/// The key block, cut: MAC keys, keys and initialisation vectors, of each first the client's.
pub(super) fn key_block(
    version: u16,
    algorithm: Algorithm,
    master: &[u8],
    randoms: (&[u8], &[u8]),
) -> [Vec<u8>; 6] {
    let (client, server) = randoms;
    let (mac, key, iv) = algorithm.lengths(version);
    let wanted = 2 * (mac + key + iv);
    let mut block =
        derive::expand(version, algorithm.prf, master, b"key expansion", &[server, client], wanted);
    [mac, mac, key, key, iv, iv].map(|len| block.drain(..len.min(block.len())).collect())
}

/// The key of one direction of TLS 1.3 from its traffic secret (RFC 8446 section 7.3).
pub(super) fn traffic_key(algorithm: Algorithm, secret: &[u8]) -> Option<Opener> {
    let (_, len, _) = algorithm.lengths(0x0304);
    let key = derive::expand_label(algorithm.prf, secret, b"key", b"", len);
    let iv = derive::expand_label(algorithm.prf, secret, b"iv", b"", 12);
    Opener::of_13(algorithm, &key, &iv)
}

/// The traffic secret behind a Key Update (RFC 8446 section 7.2).
pub(super) fn next_traffic_secret(hash: Hash, secret: &[u8]) -> Vec<u8> {
    derive::expand_label(hash, secret, b"traffic upd", b"", hash.len())
}

/// `verify_data` of Finished over the messages before it (RFC 5246 section 7.4.9, RFC 6101 section 5.6.9).
pub(super) fn verify_data(version: u16, prf: Hash, master: &[u8], client: bool, messages: &[u8]) -> Vec<u8> {
    if version == 0x0300 {
        return derive::ssl3_finished(master, client, messages);
    }
    let label: &[u8] = if client { b"client finished" } else { b"server finished" };
    let digest = derive::transcript_hash(version, prf, messages);
    derive::expand(version, prf, master, label, &[&digest], 12)
}

/// The same of TLS 1.3, from the traffic secret of the handshake (RFC 8446 section 4.4.4).
pub(super) fn verify_data_13(hash: Hash, secret: &[u8], messages: &[u8]) -> Vec<u8> {
    let key = derive::expand_label(hash, secret, b"finished", b"", hash.len());
    hash.hmac(&key, &[&hash.digest(&[messages])])
}
