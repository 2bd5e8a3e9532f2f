//! DKIM signatures (RFC 6376): what they say, and whether the body is the one that was signed.
//!
//! The signature itself is made with a key that only the DNS has, so it is not checked here. The hash of the body that it
//! names can be computed again from the mail alone: where it matches, nobody changed the body behind the signer.

use sha2::{Digest, Sha256};

use super::{transfer, words};
use crate::dialogue::{BodyHash, Signature, wire_text};

/// Signatures of one mail whose hash is computed: each reads the whole body, real mails have one to four.
const MAX_CHECKED: usize = 8;

/// How a body is made the same before it is hashed (section 3.4).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Canon {
    Simple,
    Relaxed,
}

/// The signatures among the fields (name and raw value), over this body; `None`: bytes of it are missing.
pub(super) fn read<'a>(
    fields: impl Iterator<Item = (&'a [u8], &'a [u8])>,
    body: Option<&[u8]>,
) -> Vec<Signature> {
    let named = fields.filter(|(name, _)| {
        name.eq_ignore_ascii_case(b"DKIM-Signature") || name.eq_ignore_ascii_case(b"ARC-Message-Signature")
    });
    let mut signatures: Vec<Signature> = Vec::new();
    for (name, raw) in named {
        let checked = if signatures.len() < MAX_CHECKED { Checked::Body(body) } else { Checked::TooMany };
        signatures.push(signature(name, raw, checked));
    }
    signatures
}

enum Checked<'a> {
    Body(Option<&'a [u8]>),
    TooMany,
}

fn signature(name: &[u8], raw: &[u8], checked: Checked<'_>) -> Signature {
    let value = words::unfold(raw);
    let tags: Vec<(&[u8], Vec<u8>)> = value.split(|&byte| byte == b';').filter_map(tag).collect();
    let of = |name: &[u8]| tags.iter().find(|tag| tag.0 == name).map(|tag| tag.1.as_slice());
    let text = |name: &[u8]| of(name).map(wire_text);
    let length = of(b"l").and_then(|digits| std::str::from_utf8(digits).ok()?.parse::<u64>().ok());
    let canon = match of(b"c").map(|value| value.split(|&byte| byte == b'/').nth(1).unwrap_or(b"simple")) {
        // Section 3.5: without `c=`, and without what stands behind the slash, it is simple.
        None | Some(b"simple") => Some(Canon::Simple),
        Some(b"relaxed") => Some(Canon::Relaxed),
        Some(_) => None,
    };
    let known = of(b"a").is_some_and(|algorithm| algorithm.ends_with(b"-sha256"));
    let wanted = of(b"bh").map(transfer::base64).filter(|hash| !hash.is_empty());
    let body = match (wanted, canon.filter(|_| known), checked) {
        (None, _, _) => BodyHash::NoHash,
        (_, None, _) => BodyHash::Unknown,
        (_, _, Checked::TooMany) => BodyHash::TooMany,
        (_, _, Checked::Body(None)) => BodyHash::Missing,
        (Some(wanted), Some(canon), Checked::Body(Some(body))) => match hash(body, canon, length) {
            Some(hash) if hash.as_slice() == wanted => BodyHash::Matches,
            _ => BodyHash::Differs,
        },
    };
    Signature {
        field: wire_text(name),
        domain: text(b"d"),
        selector: text(b"s"),
        algorithm: text(b"a"),
        canonicalization: text(b"c"),
        signed: text(b"h"),
        length,
        body,
    }
}

/// `name = value` without the blanks, which mean nothing in the tags that are read here (section 3.2).
fn tag(text: &[u8]) -> Option<(&[u8], Vec<u8>)> {
    let equals = memchr::memchr(b'=', text)?;
    let value = text.get(equals + 1..)?.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
    Some((text.get(..equals)?.trim_ascii(), value))
}

/// The hash of the body, or of its first `length` bytes; `None` where it has less.
fn hash(body: &[u8], canon: Canon, length: Option<u64>) -> Option<[u8; 32]> {
    let mut hasher = Hasher { sha256: Sha256::new(), left: length };
    let (mut empty, mut any) = (0u64, false);
    for line in body.split_inclusive(|&byte| byte == b'\n') {
        let text = line.strip_suffix(b"\n").map_or(line, |text| text.strip_suffix(b"\r").unwrap_or(text));
        let text = if canon == Canon::Relaxed { trim_end(text) } else { text };
        if text.is_empty() {
            empty += 1;
            continue;
        }
        any = true;
        for _ in 0..std::mem::take(&mut empty) {
            hasher.add(b"\r\n");
        }
        match canon {
            Canon::Simple => hasher.add(text),
            Canon::Relaxed => relaxed(text, &mut hasher),
        }
        hasher.add(b"\r\n");
    }
    // An empty body is one line end in the simple form (section 3.4.3), and nothing in the relaxed one (3.4.4).
    if !any && canon == Canon::Simple {
        hasher.add(b"\r\n");
    }
    hasher.left.is_none_or(|left| left == 0).then(|| hasher.sha256.finalize().into())
}

/// Blanks at the end of a line say nothing, and several of them inside are one (section 3.4.4).
fn relaxed(text: &[u8], hasher: &mut Hasher) {
    let blank = |byte: &u8| matches!(byte, b' ' | b'\t');
    let mut rest = text;
    while !rest.is_empty() {
        let word = rest.iter().position(blank).unwrap_or(rest.len());
        let (word, behind) = rest.split_at_checked(word).unwrap_or((rest, &[]));
        hasher.add(word);
        let blanks = behind.iter().position(|byte| !blank(byte)).unwrap_or(behind.len());
        if blanks > 0 {
            hasher.add(b" ");
        }
        rest = behind.get(blanks..).unwrap_or_default();
    }
}

fn trim_end(text: &[u8]) -> &[u8] {
    let end = text.iter().rposition(|byte| !matches!(byte, b' ' | b'\t')).map_or(0, |last| last + 1);
    text.get(..end).unwrap_or_default()
}

/// Hashes up to a length.
struct Hasher {
    sha256: Sha256,
    left: Option<u64>,
}

impl Hasher {
    fn add(&mut self, bytes: &[u8]) {
        let bytes = match &mut self.left {
            None => bytes,
            Some(left) => {
                let room = usize::try_from(*left).unwrap_or(usize::MAX);
                let part = bytes.get(..room).unwrap_or(bytes);
                *left -= part.len() as u64;
                part
            }
        };
        self.sha256.update(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::dialogue::BodyHash;

    /// The mail of RFC 6376, appendix A.1, and RFC 8463, appendix A.2: the same body, the same hash in both forms.
    const BODY: &[u8] = b"Hi.\r\n\r\nWe lost the game. Are you hungry yet?\r\n\r\nJoe.\r\n";
    const HASH: &str = "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=";

    fn body_hash(tags: &str, body: Option<&[u8]>) -> BodyHash {
        let raw = format!(" v=1; a=rsa-sha256; d=example.com; s=brisbane;\r\n {tags}");
        read([(&b"dkim-signature"[..], raw.as_bytes())].into_iter(), body)[0].body
    }

    #[test]
    fn the_body_hashes_of_the_rfcs_are_met() {
        for (tags, body, says) in [
            (format!("c=simple/simple; bh={HASH}"), BODY, BodyHash::Matches),
            ("bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn\r\n\t7XIkfJVOzv8=".to_owned(), BODY, BodyHash::Matches),
            (format!("c=relaxed; bh={HASH}"), BODY, BodyHash::Matches),
            (format!("c=simple; bh={HASH}"), &b"Hi.\r\n"[..], BodyHash::Differs),
            // Empty bodies (section 3.4.3 and 3.4.4).
            ("bh=frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY=".to_owned(), b"", BodyHash::Matches),
            ("bh=frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY=".to_owned(), b"\r\n\r\n", BodyHash::Matches),
            (
                "c=relaxed/relaxed; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=".to_owned(),
                b" \t\r\n",
                BodyHash::Matches,
            ),
        ] {
            assert_eq!(body_hash(&tags, Some(body)), says, "{tags}");
        }
        // The relaxed form forgives blanks and empty lines at the end, the simple form only the latter.
        let other = b"Hi. \t\r\n\r\nWe lost  the game. Are you hungry yet?\r\n\r\nJoe.\r\n\r\n\r\n";
        let lost = b"Hi.\r\n\r\nWe lost the game. Are you hungry yet?\r\n\r\nJoe.";
        let relaxed = |body: &[u8]| super::hash(body, super::Canon::Relaxed, None);
        assert_eq!(relaxed(other), relaxed(lost));
        assert_ne!(relaxed(other), super::hash(other, super::Canon::Simple, None));
        assert_eq!(body_hash(&format!("bh={HASH}"), Some(&[BODY, b"\r\n\r\n"].concat())), BodyHash::Matches);
        assert_eq!(body_hash(&format!("bh={HASH}"), Some(&[BODY, b" \r\n"].concat())), BodyHash::Differs);
    }

    #[test]
    fn a_length_signs_only_the_beginning() {
        let footer = [BODY, b"-- \r\na mailing list\r\n"].concat();
        assert_eq!(body_hash(&format!("l={}; bh={HASH}", BODY.len()), Some(&footer)), BodyHash::Matches);
        assert_eq!(body_hash(&format!("bh={HASH}"), Some(&footer)), BodyHash::Differs);
        // Longer than the body: it is not the one that was signed (section 3.5).
        assert_eq!(body_hash(&format!("l=1000; bh={HASH}"), Some(BODY)), BodyHash::Differs);
    }

    #[test]
    fn what_cannot_be_checked_says_why() {
        assert_eq!(body_hash(&format!("bh={HASH}"), None), BodyHash::Missing);
        assert_eq!(body_hash("b=abc", Some(BODY)), BodyHash::NoHash);
        assert_eq!(body_hash(&format!("c=simple/nowsp; bh={HASH}"), Some(BODY)), BodyHash::Unknown);
        let sha1 = format!("a=rsa-sha1; bh={HASH}; l=x; d=");
        let signature = &read([(&b"DKIM-Signature"[..], sha1.as_bytes())].into_iter(), Some(BODY))[0];
        assert_eq!(
            (signature.body, signature.length, signature.domain.as_deref()),
            (BodyHash::Unknown, None, Some(""))
        );
        let many = format!("a=rsa-sha256; bh={HASH}");
        let many = (0..100).map(|_| (&b"DKIM-Signature"[..], many.as_bytes()));
        let many = read(many, Some(BODY));
        assert_eq!((many.len(), many[7].body, many[8].body), (100, BodyHash::Matches, BodyHash::TooMany));
        assert_eq!(read([(&b"Subject"[..], &b"x"[..])].into_iter(), Some(BODY)).len(), 0);
    }
}
