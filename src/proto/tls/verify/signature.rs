//! One signature: the one file that names the crates for RSA, ECDSA and Ed25519.

use ed25519_dalek::Verifier;
use p256::ecdsa::signature::hazmat::PrehashVerifier;
use rsa::{BoxedUint, Pkcs1v15Sign, Pss};
use sha2::Digest;

use super::{Reason, Verdict, Wrong};
use crate::proto::tls::registry;

/// Smallest RSA key that is computed with: a DigestInfo of SHA-256 needs 496 bits, and 512 were in use.
const MIN_RSA_BITS: usize = 512;
/// Largest RSA key that is computed with. Keys have up to 8192 bits; the work grows with the square.
const MAX_RSA_BITS: usize = 16_384;

/// A public key, as far as signatures made with it can be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::proto::tls) enum PublicKey {
    /// RSA; big-endian numbers.
    Rsa {
        /// n.
        modulus: Vec<u8>,
        /// e.
        exponent: Vec<u8>,
        /// Whether the certificate allows PSS only (id-RSASSA-PSS, RFC 4055 section 1.2).
        pss_only: bool,
    },
    /// A point on one of the curves that are computed here, as SEC 1 writes it.
    Ec(Curve, Vec<u8>),
    /// RFC 8410.
    Ed25519([u8; 32]),
    /// Another kind.
    Other(String),
}

/// Curves for ECDSA.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::proto::tls) enum Curve {
    /// secp256r1.
    P256,
    /// secp384r1.
    P384,
    /// secp521r1.
    P521,
}

/// Hash functions of signatures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::proto::tls) enum Hash {
    /// RFC 1321.
    Md5,
    /// FIPS 180.
    Sha1,
    /// FIPS 180.
    Sha224,
    /// FIPS 180.
    Sha256,
    /// FIPS 180.
    Sha384,
    /// FIPS 180.
    Sha512,
}

/// How a signature was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::proto::tls) enum Scheme {
    /// RSASSA-PKCS1-v1_5 (RFC 8017 section 8.2).
    Pkcs1(Hash),
    /// The same over MD5 and SHA-1 beside each other, without a DigestInfo (RFC 4346 section 7.4.3).
    Md5Sha1,
    /// RSASSA-PSS (RFC 8017 section 8.1) with a salt of so many bytes.
    Pss(Hash, usize),
    /// ECDSA.
    Ecdsa(Hash),
    /// RFC 8032.
    Ed25519,
}

impl Hash {
    /// The hash of the parts behind each other.
    pub fn of(self, parts: &[&[u8]]) -> Vec<u8> {
        fn digest<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
            let mut hash = D::new();
            parts.iter().for_each(|part| hash.update(part));
            hash.finalize().to_vec()
        }
        match self {
            Hash::Md5 => digest::<md5::Md5>(parts),
            Hash::Sha1 => digest::<sha1::Sha1>(parts),
            Hash::Sha224 => digest::<sha2::Sha224>(parts),
            Hash::Sha256 => digest::<sha2::Sha256>(parts),
            Hash::Sha384 => digest::<sha2::Sha384>(parts),
            Hash::Sha512 => digest::<sha2::Sha512>(parts),
        }
    }

    /// Bytes of it.
    pub fn len(self) -> usize {
        match self {
            Hash::Md5 => 16,
            Hash::Sha1 => 20,
            Hash::Sha224 => 28,
            Hash::Sha256 => 32,
            Hash::Sha384 => 48,
            Hash::Sha512 => 64,
        }
    }

    /// The DER of DigestInfo in front of the hash (RFC 8017 section 9.2, note 1).
    fn digest_info(self) -> &'static [u8] {
        match self {
            Hash::Md5 => b"\x30\x20\x30\x0c\x06\x08\x2a\x86\x48\x86\xf7\x0d\x02\x05\x05\x00\x04\x10",
            Hash::Sha1 => b"\x30\x21\x30\x09\x06\x05\x2b\x0e\x03\x02\x1a\x05\x00\x04\x14",
            Hash::Sha224 => b"\x30\x2d\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x04\x05\x00\x04\x1c",
            Hash::Sha256 => b"\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20",
            Hash::Sha384 => b"\x30\x41\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x02\x05\x00\x04\x30",
            Hash::Sha512 => b"\x30\x51\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x03\x05\x00\x04\x40",
        }
    }
}

impl Scheme {
    /// The scheme with this number (IANA, "TLS SignatureScheme"; up to TLS 1.2 the pairs of RFC 5246 section
    /// 7.4.1.4.1), if it is computed here.
    pub fn numbered(number: u16) -> Option<Scheme> {
        let pss = |hash: Hash| Some(Scheme::Pss(hash, hash.len()));
        match number {
            0x0804 | 0x0809 => return pss(Hash::Sha256),
            0x0805 | 0x080a => return pss(Hash::Sha384),
            0x0806 | 0x080b => return pss(Hash::Sha512),
            0x0807 => return Some(Scheme::Ed25519),
            _ => {}
        }
        let hash = match number >> 8 {
            1 => Hash::Md5,
            2 => Hash::Sha1,
            3 => Hash::Sha224,
            4 => Hash::Sha256,
            5 => Hash::Sha384,
            6 => Hash::Sha512,
            _ => return None,
        };
        match number & 0xff {
            1 => Some(Scheme::Pkcs1(hash)),
            3 => Some(Scheme::Ecdsa(hash)),
            _ => None,
        }
    }
}

impl PublicKey {
    /// What it is called where it does not fit.
    fn kind(&self) -> &str {
        match self {
            PublicKey::Rsa { pss_only: false, .. } => "RSA",
            PublicKey::Rsa { pss_only: true, .. } => "RSA-PSS",
            PublicKey::Ec(Curve::P256, _) => "EC secp256r1",
            PublicKey::Ec(Curve::P384, _) => "EC secp384r1",
            PublicKey::Ec(Curve::P521, _) => "EC secp521r1",
            PublicKey::Ed25519(_) => "Ed25519",
            PublicKey::Other(name) => name,
        }
    }

    /// Whether TLS 1.3 allows this scheme with this key in a handshake: no PKCS#1, and the curve is part of the number
    /// (RFC 8446 section 4.2.3).
    pub fn allowed_13(&self, number: u16) -> bool {
        match self {
            PublicKey::Rsa { pss_only: false, .. } => matches!(number, 0x0804..=0x0806),
            PublicKey::Rsa { pss_only: true, .. } => matches!(number, 0x0809..=0x080b),
            PublicKey::Ec(Curve::P256, _) => number == 0x0403,
            PublicKey::Ec(Curve::P384, _) => number == 0x0503,
            PublicKey::Ec(Curve::P521, _) => number == 0x0603,
            PublicKey::Ed25519(_) => number == 0x0807,
            PublicKey::Other(_) => true,
        }
    }

    /// The verdict on a scheme that does not go with this key.
    pub fn misfit(&self, number: u16) -> Verdict {
        let scheme = registry::name(&registry::SIGNATURE_SCHEMES, number);
        Verdict::Invalid(Wrong::OtherKey { scheme, key: self.kind().to_owned() })
    }

    /// How this kind of key signs up to TLS 1.1, and what that is called here.
    pub fn old_scheme(&self) -> (Scheme, &'static str) {
        match self {
            PublicKey::Ec(..) => (Scheme::Ecdsa(Hash::Sha1), "ecdsa_sha1"),
            _ => (Scheme::Md5Sha1, "rsa_pkcs1_md5_sha1"),
        }
    }

    /// Checks a signature of a numbered scheme over the parts behind each other.
    pub fn check_numbered(&self, number: u16, parts: &[&[u8]], signature: &[u8]) -> Verdict {
        let name = || registry::name(&registry::SIGNATURE_SCHEMES, number);
        match Scheme::numbered(number) {
            Some(scheme) => self.check(scheme, &name(), parts, signature),
            None => Verdict::NotChecked(Reason::Algorithm(name())),
        }
    }

    /// Checks a signature over the parts behind each other; `name` is the scheme's, for a verdict that says it does not
    /// fit the key.
    pub fn check(&self, scheme: Scheme, name: &str, parts: &[&[u8]], signature: &[u8]) -> Verdict {
        let matches = match (self, scheme) {
            (PublicKey::Other(kind), _) => return Verdict::NotChecked(Reason::Algorithm(kind.clone())),
            (PublicKey::Rsa { modulus, exponent, pss_only }, _)
                if match scheme {
                    Scheme::Pkcs1(_) | Scheme::Md5Sha1 => !pss_only,
                    Scheme::Pss(..) => true,
                    Scheme::Ecdsa(_) | Scheme::Ed25519 => false,
                } =>
            {
                match rsa_matches(modulus, exponent, scheme, parts, signature) {
                    Some(matches) => matches,
                    None => return Verdict::NotChecked(Reason::Algorithm(strange_rsa(modulus))),
                }
            }
            (PublicKey::Ec(curve, point), Scheme::Ecdsa(hash)) => {
                match ecdsa_matches(*curve, point, &hash.of(parts), signature) {
                    Some(matches) => matches,
                    None => return Verdict::NotChecked(Reason::Unreadable),
                }
            }
            (PublicKey::Ed25519(key), Scheme::Ed25519) => {
                let Ok(key) = ed25519_dalek::VerifyingKey::from_bytes(key) else {
                    return Verdict::NotChecked(Reason::Unreadable);
                };
                let signature = ed25519_dalek::Signature::from_slice(signature);
                signature.is_ok_and(|signature| key.verify(&parts.concat(), &signature).is_ok())
            }
            _ => {
                let (scheme, key) = (name.to_owned(), self.kind().to_owned());
                return Verdict::Invalid(Wrong::OtherKey { scheme, key });
            }
        };
        if matches { Verdict::Valid } else { Verdict::Invalid(Wrong::Mismatch) }
    }
}

fn strange_rsa(modulus: &[u8]) -> String {
    format!("an RSA key of {} bytes", modulus.len())
}

/// `None` if the key is none that can be computed with.
fn rsa_matches(
    modulus: &[u8],
    exponent: &[u8],
    scheme: Scheme,
    parts: &[&[u8]],
    signature: &[u8],
) -> Option<bool> {
    let limits = MIN_RSA_BITS..=MAX_RSA_BITS;
    if modulus.len() > MAX_RSA_BITS / 8 + 1 || exponent.len() > modulus.len() {
        return None;
    }
    let [n, e] = [modulus, exponent].map(BoxedUint::from_be_slice_vartime);
    let key = rsa::PublicKey::new_with_size_limits(n, e, limits).ok()?;
    let pkcs1 = |hash: &[u8], prefix: &[u8]| {
        let scheme = Pkcs1v15Sign { hash_len: Some(hash.len()), prefix: prefix.into() };
        key.verify(scheme, hash, signature)
    };
    fn pss<D: Digest>(salt: usize) -> Pss<D> {
        Pss::new_with_salt(salt)
    }
    let verified = match scheme {
        Scheme::Pkcs1(hash) => pkcs1(&hash.of(parts), hash.digest_info()),
        Scheme::Md5Sha1 => pkcs1(&[Hash::Md5.of(parts), Hash::Sha1.of(parts)].concat(), &[]),
        Scheme::Pss(hash, salt) => {
            let digest = hash.of(parts);
            match hash {
                Hash::Md5 => key.verify(pss::<md5::Md5>(salt), &digest, signature),
                Hash::Sha1 => key.verify(pss::<sha1::Sha1>(salt), &digest, signature),
                Hash::Sha224 => key.verify(pss::<sha2::Sha224>(salt), &digest, signature),
                Hash::Sha256 => key.verify(pss::<sha2::Sha256>(salt), &digest, signature),
                Hash::Sha384 => key.verify(pss::<sha2::Sha384>(salt), &digest, signature),
                Hash::Sha512 => key.verify(pss::<sha2::Sha512>(salt), &digest, signature),
            }
        }
        Scheme::Ecdsa(_) | Scheme::Ed25519 => return Some(false),
    };
    Some(verified.is_ok())
}

/// `None` if the key is no point of the curve. The signature is a DER sequence of r and s (RFC 8422 section 5.4).
fn ecdsa_matches(curve: Curve, point: &[u8], hash: &[u8], signature: &[u8]) -> Option<bool> {
    macro_rules! on {
        ($curve:ident) => {{
            let key = $curve::ecdsa::VerifyingKey::from_sec1_bytes(point).ok()?;
            let signature = $curve::ecdsa::Signature::from_der(signature);
            signature.is_ok_and(|signature| key.verify_prehash(hash, &signature).is_ok())
        }};
    }
    Some(match curve {
        Curve::P256 => on!(p256),
        Curve::P384 => on!(p384),
        Curve::P521 => on!(p521),
    })
}

#[cfg(test)]
mod tests {
    use super::{Curve, Hash, PublicKey, Scheme};
    use crate::proto::tls::verify::{Reason, Verdict, Wrong};

    fn hex(text: &str) -> Vec<u8> {
        let digits: Vec<u8> = text.bytes().map(|b| (b as char).to_digit(16).unwrap() as u8).collect();
        digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect()
    }

    /// Name, scheme, key and signature of each vector.
    fn vectors() -> Vec<(String, Scheme, PublicKey, Vec<u8>)> {
        let lines = include_str!("../testdata/signatures.txt").lines().filter(|line| !line.starts_with('#'));
        lines
            .map(|line| {
                let [kind, hash, key, signature] = line.split(' ').collect::<Vec<_>>()[..] else { panic!() };
                let key = hex(key);
                let hash = match hash {
                    "md5" => Hash::Md5,
                    "sha1" => Hash::Sha1,
                    "sha224" => Hash::Sha224,
                    "sha384" => Hash::Sha384,
                    "sha512" => Hash::Sha512,
                    _ => Hash::Sha256,
                };
                let rsa =
                    |pss_only| PublicKey::Rsa { modulus: key.clone(), exponent: vec![1, 0, 1], pss_only };
                let (scheme, key) = match kind {
                    "pkcs1" => (Scheme::Pkcs1(hash), rsa(false)),
                    "md5sha1" => (Scheme::Md5Sha1, rsa(false)),
                    "pss" => (Scheme::Pss(hash, hash.len()), rsa(true)),
                    "pss20" => (Scheme::Pss(hash, 20), rsa(false)),
                    "p256" => (Scheme::Ecdsa(hash), PublicKey::Ec(Curve::P256, key)),
                    "p384" => (Scheme::Ecdsa(hash), PublicKey::Ec(Curve::P384, key)),
                    "p521" => (Scheme::Ecdsa(hash), PublicKey::Ec(Curve::P521, key)),
                    _ => (Scheme::Ed25519, PublicKey::Ed25519(key.try_into().unwrap())),
                };
                (line[..20].to_owned(), scheme, key, hex(signature))
            })
            .collect()
    }

    #[test]
    fn signatures_of_every_kind_verify_and_with_one_bit_changed_they_do_not() {
        assert_eq!(vectors().len(), 16);
        for (name, scheme, key, signature) in vectors() {
            let check = |parts: &[&[u8]], signature: &[u8]| key.check(scheme, "x", parts, signature);
            assert_eq!(check(&[b"sample"], &signature), Verdict::Valid, "{name}");
            assert_eq!(check(&[b"sam", b"", b"ple"], &signature), Verdict::Valid, "{name}");
            assert_eq!(check(&[b"samplf"], &signature), Verdict::Invalid(Wrong::Mismatch), "{name}");
            for at in [0, signature.len() / 2, signature.len() - 1] {
                let mut other = signature.clone();
                other[at] ^= 1;
                assert_eq!(check(&[b"sample"], &other), Verdict::Invalid(Wrong::Mismatch), "{name} {at}");
            }
            for wrong in [&signature[1..], &[], &[&signature[..], &[0]].concat()] {
                assert_eq!(check(&[b"sample"], wrong), Verdict::Invalid(Wrong::Mismatch), "{name}");
            }
        }
    }

    #[test]
    fn a_scheme_that_does_not_go_with_the_key_is_said() {
        let ed25519 = PublicKey::Ed25519([9; 32]);
        let (scheme, key) = ("ecdsa_secp256r1_sha256".to_owned(), "Ed25519".to_owned());
        let wrong = Verdict::Invalid(Wrong::OtherKey { scheme, key });
        assert_eq!(ed25519.check_numbered(0x0403, &[], b""), wrong);
        let pss_only = PublicKey::Rsa { modulus: vec![0xff; 128], exponent: vec![3], pss_only: true };
        assert!(matches!(
            pss_only.check_numbered(0x0401, &[], b""),
            Verdict::Invalid(Wrong::OtherKey { key, .. }) if key == "RSA-PSS"
        ));
    }

    #[test]
    fn what_is_not_computed_is_never_valid_or_invalid() {
        let not = |name: &str| Verdict::NotChecked(Reason::Algorithm(name.to_owned()));
        let ec = PublicKey::Ec(Curve::P256, Vec::new());
        assert_eq!(ec.check_numbered(0x0808, &[], b""), not("ed448"));
        assert_eq!(ec.check_numbered(0x0402, &[], b""), not("dsa_sha256"));
        assert_eq!(PublicKey::Other("SM2".to_owned()).check_numbered(0x0403, &[], b""), not("SM2"));
        assert_eq!(ec.check_numbered(0x0403, &[], b""), Verdict::NotChecked(Reason::Unreadable));
        for modulus in [vec![1; 20], vec![0xff; 4096], vec![0xfe; 128], Vec::new(), vec![0; 128]] {
            let key = PublicKey::Rsa { modulus, exponent: vec![3], pss_only: false };
            assert!(matches!(key.check_numbered(0x0401, &[], b""), Verdict::NotChecked(_)), "{key:?}");
        }
    }

    #[test]
    fn tls_1_3_ties_a_scheme_to_a_kind_of_key() {
        let rsa = |pss_only| PublicKey::Rsa { modulus: vec![1], exponent: vec![3], pss_only };
        assert!(rsa(false).allowed_13(0x0804) && !rsa(false).allowed_13(0x0401));
        assert!(rsa(true).allowed_13(0x0809) && !rsa(true).allowed_13(0x0804));
        assert!(PublicKey::Ec(Curve::P384, vec![]).allowed_13(0x0503));
        assert!(!PublicKey::Ec(Curve::P384, vec![]).allowed_13(0x0403));
    }
}
