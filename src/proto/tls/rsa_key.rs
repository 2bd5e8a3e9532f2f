//! A server's private RSA key: what it opens, and why it mostly opens nothing.
//!
//! Only where the key exchange is RSA itself (RFC 5246 section 7.4.7.1) does the private key decrypt the pre-master
//! secret. With ECDHE and DHE it signs and no more, and TLS 1.3 knows nothing else: that is forward secrecy.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rsa::pkcs1::{DecodeRsaPrivateKey, EncodeRsaPrivateKey};
use rsa::pkcs8::DecodePrivateKey;
use rsa::{Pkcs1v15Encrypt, PrivateKey};

/// Why a file is no private RSA key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// It asks for a password.
    #[error("the private key is encrypted; write it out without a password (openssl rsa -in KEY -out PLAIN)")]
    Encrypted,
    /// Another kind of key.
    #[error("it is no private RSA key; only an RSA key can decrypt a key exchange")]
    NotRsa,
    /// Not a key.
    #[error("it is no private key in PEM or DER (PKCS#1 or PKCS#8)")]
    NoKey,
}

/// Reads a private key, in PEM or DER, as PKCS#1 (RFC 8017) or PKCS#8 (RFC 5208), and gives it in the DER of PKCS#1.
///
/// # Errors
/// When it is none that can be used.
pub fn read(file: &[u8]) -> Result<Box<[u8]>, Unusable> {
    let text = String::from_utf8_lossy(file);
    let Some(begin) = text.find("-----BEGIN ") else {
        return key(file).ok_or(Unusable::NoKey).and_then(der);
    };
    // The file may hold the certificate, too: the key is the block that says so.
    let mut rest = text.get(begin..).unwrap_or_default();
    let mut unusable = Unusable::NoKey;
    while let Some((_, behind)) = rest.split_once("-----BEGIN ") {
        let (label, body) = behind.split_once("-----").unwrap_or((behind, ""));
        let (body, after) = body.split_once("-----END").unwrap_or((body, ""));
        rest = after;
        if !label.contains("PRIVATE KEY") {
            continue;
        }
        if label.contains("ENCRYPTED") || body.contains("Proc-Type") {
            return Err(Unusable::Encrypted);
        }
        let digits: String = body.chars().filter(|letter| !letter.is_whitespace()).collect();
        match STANDARD.decode(digits).ok().map(|bytes| key(&bytes)) {
            Some(Some(key)) => return der(key),
            Some(None) => unusable = Unusable::NotRsa,
            None => {}
        }
    }
    Err(unusable)
}

fn key(bytes: &[u8]) -> Option<PrivateKey> {
    PrivateKey::from_pkcs8_der(bytes).or_else(|_| PrivateKey::from_pkcs1_der(bytes)).ok()
}

fn der(key: PrivateKey) -> Result<Box<[u8]>, Unusable> {
    key.to_pkcs1_der().map(|der| der.as_bytes().into()).map_err(|_| Unusable::NoKey)
}

/// The pre-master secret that was encrypted to this key; `None` where it was encrypted to another one.
pub(super) fn decrypt(key: &[u8], encrypted: &[u8]) -> Option<Vec<u8>> {
    let key = PrivateKey::from_pkcs1_der(key).ok()?;
    let premaster = key.decrypt(Pkcs1v15Encrypt, encrypted).ok()?;
    (premaster.len() == 48).then_some(premaster)
}

#[cfg(test)]
mod tests {
    use super::{Unusable, decrypt, read};

    /// `openssl genrsa -traditional 1024`, of no use anywhere.
    const PKCS1: &str = include_str!("testdata/throwaway-pkcs1.pem");
    /// The same, `openssl pkcs8 -topk8 -nocrypt`.
    const PKCS8: &str = include_str!("testdata/throwaway-pkcs8.pem");
    const EC: &str = include_str!("testdata/throwaway-ec.pem");
    const ENCRYPTED: &str = include_str!("testdata/throwaway-encrypted.pem");

    #[test]
    fn the_key_is_found_in_each_of_its_forms() {
        let key = read(PKCS1.as_bytes()).unwrap();
        assert_eq!(read(PKCS8.as_bytes()).as_deref(), Ok(&*key));
        assert_eq!(read(&key).as_deref(), Ok(&*key), "DER");
        let behind = format!("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n{PKCS8}");
        assert_eq!(read(behind.as_bytes()).as_deref(), Ok(&*key));
        assert_eq!(decrypt(&key, &[7; 128]), None);
    }

    #[test]
    fn what_is_no_key_says_what_it_is() {
        assert_eq!(read(EC.as_bytes()), Err(Unusable::NotRsa));
        assert_eq!(read(ENCRYPTED.as_bytes()), Err(Unusable::Encrypted));
        for text in
            ["", "hello", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----\n!!!\n-----END PRIVATE KEY-----"]
        {
            assert_eq!(read(text.as_bytes()), Err(Unusable::NoKey), "{text}");
        }
    }
}
