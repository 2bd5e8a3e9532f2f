//! Signatures made with RSA (RFC 8017 section 8).
//!
//! The crate for RSA raises a signature to the public exponent in a time that does not tell which it is: 39
//! multiplications for the usual 65537. Here everything is public, and 17 do; that is why its verification is not used,
//! but for what makes a key sound.

use crypto_bigint::modular::BoxedMontyForm;
use rsa::BoxedUint;
use rsa::traits::PublicKeyParts;

use super::signature::{Hash, Scheme};
use crate::proto::tls::remembered::Remembered;

/// Smallest RSA key that is computed with: a DigestInfo of SHA-256 needs 496 bits, and 512 were in use.
const MIN_BITS: usize = 512;
/// Largest RSA key that is computed with. Keys have up to 8192 bits; the work grows with the square.
const MAX_BITS: usize = 16_384;

thread_local! {
    /// Keys ready to compute with, by modulus and exponent: getting one ready takes as long as a signature. `None` if the
    /// key is none that can be computed with.
    static READY: Remembered<[Vec<u8>; 2], Option<rsa::PublicKey>> = Remembered::default();
}

/// Whether a signature over the parts behind each other is that of the key; `None` if the key is none that can be computed
/// with.
pub(super) fn matches(key: [&[u8]; 2], scheme: Scheme, parts: &[&[u8]], signature: &[u8]) -> Option<bool> {
    let [modulus, exponent] = key;
    if modulus.len() > MAX_BITS / 8 + 1 || exponent.len() > modulus.len() {
        return None;
    }
    let key = READY.with(|ready| ready.of(key.map(<[u8]>::to_vec), || ready_key(key)))?;
    let Some(encoded) = opened(&key, signature) else { return Some(false) };
    Some(match scheme {
        Scheme::Pkcs1(hash) => is_pkcs1(&encoded, &[hash.digest_info(), &hash.of(parts)].concat()),
        Scheme::Md5Sha1 => is_pkcs1(&encoded, &[Hash::Md5.of(parts), Hash::Sha1.of(parts)].concat()),
        Scheme::Pss(hash, salt) => {
            is_pss(&encoded, key.n().bit_width_vartime() as usize - 1, hash, &hash.of(parts), salt)
                == Some(true)
        }
        Scheme::Ecdsa(_) | Scheme::Ed25519 => false,
    })
}

fn ready_key(key: [&[u8]; 2]) -> Option<rsa::PublicKey> {
    let [n, e] = key.map(BoxedUint::from_be_slice_vartime);
    rsa::PublicKey::new_with_size_limits(n, e, MIN_BITS..=MAX_BITS).ok()
}

/// RSAVP1 (section 5.2.2), in as many bytes as the modulus has. A signature has just as many and is the smaller number.
fn opened(key: &rsa::PublicKey, signature: &[u8]) -> Option<Vec<u8>> {
    if signature.len() != key.size() {
        return None;
    }
    let (n, e) = (key.n().as_ref(), key.e());
    let signature = BoxedUint::from_be_slice(signature, n.bits_precision()).ok().filter(|s| s < n)?;
    let base = BoxedMontyForm::new(signature, key.n_params());
    let mut power = base.clone();
    // From the bit behind the highest one down.
    for bit in (0..e.bit_width_vartime().saturating_sub(1)).rev() {
        power = power.square();
        if e.bit_vartime(bit) {
            power = power.mul(&base);
        }
    }
    let bytes = power.retrieve().to_be_bytes();
    bytes.get(bytes.len().checked_sub(key.size())?..).map(<[u8]>::to_vec)
}

/// EMSA-PKCS1-v1_5 (section 9.2): 0, 1, at least eight bytes of 255, 0, and what was signed.
fn is_pkcs1(encoded: &[u8], signed: &[u8]) -> bool {
    let Some((front, end)) =
        encoded.len().checked_sub(signed.len()).and_then(|at| encoded.split_at_checked(at))
    else {
        return false;
    };
    let [0, 1, padding @ .., 0] = front else { return false };
    padding.len() >= 8 && padding.iter().all(|&byte| byte == 0xff) && end == signed
}

/// EMSA-PSS with MGF1 over the same hash (section 9.1.2), of a message with this `digest` in so many bits.
fn is_pss(encoded: &[u8], bits: usize, hash: Hash, digest: &[u8], salt: usize) -> Option<bool> {
    // Where the modulus has one bit more than whole bytes, the first byte is none of these.
    let (spare, encoded) = encoded.split_at_checked(encoded.len() - bits.div_ceil(8))?;
    let (&[last], encoded) = encoded.split_last_chunk().map(|(front, last)| (last, front))?;
    let (masked, hashed) = encoded.split_at_checked(encoded.len().checked_sub(hash.len())?)?;
    let unused = !(0xff_u8 >> (bits.div_ceil(8) * 8 - bits));
    if last != 0xbc || spare.iter().any(|&byte| byte != 0) || masked.first()? & unused != 0 {
        return Some(false);
    }
    let mask = mask(hash, hashed, masked.len());
    let mut block: Vec<u8> = masked.iter().zip(mask).map(|(byte, mask)| byte ^ mask).collect();
    *block.first_mut()? &= !unused;
    let (front, salt) = block.split_at_checked(block.len().checked_sub(salt)?)?;
    let (one, zeros) = front.split_last()?;
    let fits = *one == 1 && zeros.iter().all(|&byte| byte == 0);
    Some(fits && hash.of(&[&[0; 8], digest, salt]) == hashed)
}

/// MGF1 (appendix B.2.1): at least so many bytes.
fn mask(hash: Hash, seed: &[u8], len: usize) -> impl Iterator<Item = u8> {
    let blocks = len.div_ceil(hash.len()) as u32;
    (0..blocks).flat_map(move |block| hash.of(&[seed, &block.to_be_bytes()]))
}

#[cfg(test)]
mod tests {
    use crypto_bigint::modular::BoxedMontyForm;
    use proptest::prelude::*;
    use rsa::BoxedUint;
    use rsa::traits::PublicKeyParts;

    use super::{is_pkcs1, is_pss, mask, opened, ready_key};
    use crate::proto::tls::verify::signature::Hash;

    /// EMSA-PSS as section 9.1.1 makes it, behind the byte that a modulus of one bit more has.
    fn encoded(bits: usize, hash: Hash, digest: &[u8], salt: &[u8]) -> Vec<u8> {
        let hashed = hash.of(&[&[0; 8], digest, salt]);
        let len = bits.div_ceil(8);
        let mut block = vec![0; len - hash.len() - salt.len() - 2];
        block.push(1);
        block.extend(salt);
        let mask: Vec<u8> = mask(hash, &hashed, block.len()).collect();
        block.iter_mut().zip(mask).for_each(|(byte, mask)| *byte ^= mask);
        block[0] &= 0xff >> (len * 8 - bits);
        let spare = vec![0; (bits + 1).div_ceil(8) - len];
        [spare, block, hashed, vec![0xbc]].concat()
    }

    #[test]
    fn the_padding_of_pkcs1_has_its_shape_and_at_least_eight_bytes() {
        let padded = |padding: &[u8]| [&[0, 1], padding, &[0], b"signed"].concat();
        assert!(is_pkcs1(&padded(&[0xff; 8]), b"signed"));
        assert!(is_pkcs1(&padded(&[0xff; 200]), b"signed"));
        assert!(!is_pkcs1(&padded(&[0xff; 7]), b"signed"));
        assert!(!is_pkcs1(&padded(&[0xff; 8]), b"sigmed"));
        assert!(!is_pkcs1(&padded(&[0xff; 8]), b"igned"));
        assert!(!is_pkcs1(b"igned", b"signed"));
        for at in 0..11 {
            let mut other = padded(&[0xff; 8]);
            other[at] ^= 1;
            assert!(!is_pkcs1(&other, b"signed"), "{at}");
        }
    }

    proptest! {
        #[test]
        fn pss_is_recognised_whatever_the_modulus_and_no_bit_of_it_may_differ(
            bits in 800usize..1100,
            salt in prop::collection::vec(any::<u8>(), 0..40),
            flip in any::<prop::sample::Index>(),
        ) {
            for hash in [Hash::Sha1, Hash::Sha256] {
                let digest = hash.of(&[b"sample"]);
                let mut one = encoded(bits, hash, &digest, &salt);
                prop_assert_eq!(is_pss(&one, bits, hash, &digest, salt.len()), Some(true));
                prop_assert_ne!(is_pss(&one, bits, hash, &digest, salt.len() + 1), Some(true));
                prop_assert_ne!(is_pss(&one, bits, hash, &hash.of(&[b"other"]), salt.len()), Some(true));
                let flip = flip.index(one.len() * 8);
                one[flip / 8] ^= 1 << (flip % 8);
                prop_assert_ne!(is_pss(&one, bits, hash, &digest, salt.len()), Some(true));
            }
        }

        #[test]
        fn every_exponent_raises_as_the_crate_does(
            n in prop::collection::vec(any::<u8>(), 64..90),
            s in prop::collection::vec(any::<u8>(), 90),
            exponent in prop_oneof![Just(65_537u64), Just(3), (1u64..1 << 32).prop_map(|half| 2 * half + 1)],
        ) {
            let mut n = n;
            n[0] |= 0x80;
            *n.last_mut().unwrap() |= 1;
            let mut s = s[..n.len()].to_vec();
            s[0] &= 0x7f;
            let e = exponent.to_be_bytes();
            let key = ready_key([&n, &e[e.iter().position(|&byte| byte > 0).unwrap()..]]).unwrap();
            let base = BoxedUint::from_be_slice(&s, key.n().bits_precision()).unwrap();
            let power = BoxedMontyForm::new(base, key.n_params()).pow(key.e()).retrieve().to_be_bytes();
            prop_assert_eq!(opened(&key, &s), Some(power[power.len() - n.len()..].to_vec()));
            prop_assert_eq!(opened(&key, &s[1..]), None);
            prop_assert_eq!(opened(&key, &n), None, "not below the modulus");
        }
    }
}
