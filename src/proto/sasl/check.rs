//! Digests computed again from a password that the user gave, to tell whether the one on the wire was made from it.
//!
//! Nothing is guessed: without a password for the user there is no check. A digest that does not fit says that the
//! password is another one, or that the bytes were changed; which of both, nobody can tell.

use hmac::{Hmac, KeyInit, Mac};
use md5::{Digest, Md5};
use sha2::Sha256;

/// Whether a digest was made from the password that was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Check {
    /// It was.
    Valid,
    /// It was not.
    Invalid,
}

impl Check {
    fn of(there: &str, computed: Option<String>) -> Option<Check> {
        let same = computed?.eq_ignore_ascii_case(there.trim());
        Some(if same { Check::Valid } else { Check::Invalid })
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn md5(parts: &[&[u8]]) -> [u8; 16] {
    let mut hash = Md5::new();
    parts.iter().for_each(|part| hash.update(part));
    hash.finalize().into()
}

/// APOP (RFC 1939, section 7): MD5 of the timestamp, brackets included, and the password.
pub fn apop(timestamp: &str, password: &str, digest: &str) -> Option<Check> {
    Check::of(digest, Some(hex(&md5(&[timestamp.as_bytes(), password.as_bytes()]))))
}

/// CRAM-MD5 (RFC 2195, section 2): HMAC-MD5 of the challenge, keyed with the password.
pub(super) fn cram_md5(challenge: &[u8], password: &str, digest: &str) -> Option<Check> {
    let mut mac = Hmac::<Md5>::new_from_slice(password.as_bytes()).ok()?;
    mac.update(challenge);
    Check::of(digest, Some(hex(&mac.finalize().into_bytes())))
}

/// The fields of a DIGEST-MD5 message (RFC 2831, section 2.1).
///
/// ```text
/// digest-response = 1#( username | realm | nonce | cnonce | nonce-count | qop | digest-uri | response | ... )
/// ```
pub(super) fn digest_fields(message: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    let mut rest = message;
    while let Some((name, behind)) = rest.split_once('=') {
        let (value, behind) = match behind.strip_prefix('"') {
            Some(quoted) => unquote(quoted),
            None => {
                let end = behind.find(',').unwrap_or(behind.len());
                (behind.get(..end).unwrap_or("").trim().to_owned(), behind.get(end..).unwrap_or(""))
            }
        };
        fields.push((name.trim_matches([',', ' ', '\t', '\r', '\n']).to_ascii_lowercase(), value));
        rest = behind;
    }
    fields
}

/// A quoted string without its first quote: what it says, and what stands behind it.
fn unquote(text: &str) -> (String, &str) {
    let mut value = String::new();
    let mut escaped = false;
    for (at, character) in text.char_indices() {
        match character {
            _ if escaped => {
                value.push(character);
                escaped = false;
            }
            '\\' => escaped = true,
            '"' => return (value, text.get(at + 1..).unwrap_or("")),
            _ => value.push(character),
        }
    }
    (value, "")
}

/// The value of a field.
pub(super) fn field<'a>(fields: &'a [(String, String)], name: &str) -> Option<&'a str> {
    fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

/// DIGEST-MD5 (RFC 2831, section 2.1.2.1), for the qualities of protection `auth` and `auth-int`.
pub(super) fn digest_md5(message: &str, password: &str) -> Option<Check> {
    let fields = digest_fields(message);
    let get = |name: &str| field(&fields, name);
    let (user, nonce, cnonce) = (get("username")?, get("nonce")?, get("cnonce")?);
    let realm = get("realm").unwrap_or("");
    let uri = get("digest-uri")?;
    let count = get("nc")?;
    let quality = get("qop").unwrap_or("auth");
    let secret = md5(&[user.as_bytes(), b":", realm.as_bytes(), b":", password.as_bytes()]);
    let mut first = vec![&secret[..], b":", nonce.as_bytes(), b":", cnonce.as_bytes()];
    if let Some(authzid) = get("authzid") {
        first.extend([&b":"[..], authzid.as_bytes()]);
    }
    let first = hex(&md5(&first));
    let integrity: &[u8] = if quality == "auth" { b"" } else { b":00000000000000000000000000000000" };
    let second = hex(&md5(&[b"AUTHENTICATE:", uri.as_bytes(), integrity]));
    let text = format!("{first}:{nonce}:{count}:{cnonce}:{quality}:{second}");
    Check::of(get("response")?, Some(hex(&md5(&[text.as_bytes()]))))
}

/// The proof of SCRAM-SHA-256 (RFC 5802, section 3; RFC 7677). `first_bare` is the client's first message without its GS2
/// header, `server` the server's first, `last` the client's last.
pub(super) fn scram_sha_256(first_bare: &str, server: &str, last: &str, password: &str) -> Option<Check> {
    let value = |message: &str, name: &str| {
        message.split(',').find_map(|part| part.strip_prefix(name)).map(str::to_owned)
    };
    let salt = super::decode(&value(server, "s=")?)?;
    let rounds: u32 = value(server, "i=")?.parse().ok().filter(|rounds| (1..=MAX_ROUNDS).contains(rounds))?;
    let (without_proof, proof) = last.rsplit_once(",p=")?;
    let proof = super::decode(proof)?;
    let keyed = |key: &[u8], parts: &[&[u8]]| -> Option<[u8; 32]> {
        let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
        parts.iter().for_each(|part| mac.update(part));
        Some(mac.finalize().into_bytes().into())
    };
    let mut round = keyed(password.as_bytes(), &[&salt, &[0, 0, 0, 1]])?;
    let mut salted = round;
    for _ in 1..rounds {
        round = keyed(password.as_bytes(), &[&round])?;
        salted.iter_mut().zip(round).for_each(|(sum, byte)| *sum ^= byte);
    }
    let client_key = keyed(&salted, &[b"Client Key"])?;
    let stored_key = Sha256::digest(client_key);
    let message = format!("{first_bare},{server},{without_proof}");
    let signature = keyed(&stored_key, &[message.as_bytes()])?;
    let computed: Vec<u8> = client_key.iter().zip(signature).map(|(key, sign)| key ^ sign).collect();
    Some(if computed == proof { Check::Valid } else { Check::Invalid })
}

/// Rounds of SCRAM that are computed: servers ask for 4096 to some hundred thousand, and a capture must not choose how long
/// we work.
const MAX_ROUNDS: u32 = 1_000_000;

#[cfg(test)]
mod tests {
    use super::{Check, apop, cram_md5, digest_fields, digest_md5, field, scram_sha_256};

    #[test]
    fn apop_as_rfc_1939_section_7_has_it() {
        let stamp = "<1896.697170952@dbc.mtview.ca.us>";
        let digest = "c4c9334bac560ecc979e58001b3e22fb";
        assert_eq!(apop(stamp, "tanstaaf", digest), Some(Check::Valid));
        assert_eq!(apop(stamp, "other", digest), Some(Check::Invalid));
    }

    #[test]
    fn cram_md5_as_rfc_2195_section_2_has_it() {
        let challenge = b"<1896.697170952@postoffice.reston.mci.net>";
        let digest = "b913a602c7eda7a495b4e6e7334d3890";
        assert_eq!(cram_md5(challenge, "tanstaaftanstaaf", digest), Some(Check::Valid));
        assert_eq!(cram_md5(challenge, "tanstaaftanstaag", digest), Some(Check::Invalid));
    }

    const DIGEST: &str = r#"charset=utf-8,username="chris",realm="elwood.innosoft.com",nonce="OA6MG9tEQGm2hh",nc=00000001,cnonce="OA6MHXh6VqTrRk",digest-uri="imap/elwood.innosoft.com",response=d388dad90d4bbd760a152321f2143af7,qop=auth"#;

    #[test]
    fn digest_md5_as_rfc_2831_section_4_has_it() {
        assert_eq!(digest_md5(DIGEST, "secret"), Some(Check::Valid));
        assert_eq!(digest_md5(DIGEST, "Secret"), Some(Check::Invalid));
        assert_eq!(digest_md5("username=\"chris\"", "secret"), None);
        let fields = digest_fields("a=\"x\\\"y\", b=1 ,c=\"open");
        assert_eq!(
            (field(&fields, "a"), field(&fields, "b"), field(&fields, "c")),
            (Some("x\"y"), Some("1"), Some("open"))
        );
    }

    #[test]
    fn scram_sha_256_as_rfc_7677_section_3_has_it() {
        let first = "n=user,r=rOprNGfwEbeRWgbNEkqO";
        let server = "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
        let last = "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";
        assert_eq!(scram_sha_256(first, server, last, "pencil"), Some(Check::Valid));
        assert_eq!(scram_sha_256(first, server, last, "pen"), Some(Check::Invalid));
        assert_eq!(scram_sha_256(first, "r=x,s=W22ZaJ0=,i=99999999", last, "pencil"), None);
    }
}
