//! What the name of a cipher suite says.

use serde::Serialize;

use super::registry;

/// A cipher suite, taken apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CipherSuite {
    /// The number on the wire, `0xc02f`.
    #[serde(serialize_with = "hex")]
    pub id: u16,
    /// The registered name; an unknown one keeps its number.
    pub name: String,
    /// How the two sides agree on a key: `ECDHE`. TLS 1.3 negotiates it apart from the suite: `None`.
    pub key_exchange: Option<String>,
    /// How the server proves who it is: `RSA`. TLS 1.3 negotiates it apart from the suite: `None`.
    pub authentication: Option<String>,
    /// The cipher: `AES-128-GCM`.
    pub cipher: Option<String>,
    /// The hash of PRF or HKDF (and of the MAC, in suites that are not AEAD): `SHA-256`.
    pub hash: Option<String>,
}

fn hex<S: serde::Serializer>(id: &u16, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&format_args!("0x{id:04x}"))
}

impl CipherSuite {
    /// Whether a suite is registered by this name, in capitals.
    pub fn is_registered(name: &str) -> bool {
        registry::CIPHER_SUITES.iter().any(|(_, registered)| registered.eq_ignore_ascii_case(name))
    }

    /// The suite with this number.
    pub fn new(id: u16) -> Self {
        let name = registry::name(&registry::CIPHER_SUITES, id);
        let parts = registry::registered(&registry::CIPHER_SUITES, id).and_then(parts).unwrap_or_default();
        let [key_exchange, authentication, cipher, hash] = parts;
        CipherSuite { id, name, key_exchange, authentication, cipher, hash }
    }

    /// `0xc02f`.
    pub fn hex(&self) -> String {
        format!("0x{:04x}", self.id)
    }

    /// Whether the key is agreed with keys made for this connection, so that a private key stolen later opens
    /// nothing. `None` where the suite does not tell.
    pub fn forward_secret(&self) -> Option<bool> {
        Some(matches!(self.key_exchange.as_deref()?, "ECDHE" | "DHE" | "SRP" | "ECCPWD"))
    }

    /// What opens a recording of a session that is not forward secret: the `private` key of the server, the pre-shared key
    /// (`psk`), or `both` (RFC 4279 sections 2 and 4).
    pub fn long_lived(&self) -> &'static str {
        match (self.key_exchange.as_deref(), self.authentication.as_deref()) {
            (Some("RSA"), Some("PSK")) => "both",
            (_, Some("PSK")) => "psk",
            _ => "private",
        }
    }

    /// How the records are protected: `aead`, or `mac` where the suite's hash makes a MAC of its own for each.
    pub fn protection(&self) -> &'static str {
        let cipher = self.cipher.as_deref().unwrap_or("");
        let aead = ["GCM", "CCM", "POLY1305", "MGM"].iter().any(|mode| cipher.contains(mode));
        if aead { "aead" } else { "mac" }
    }

    /// The hash of the PRF and over the handshake, which up to TLS 1.1 no suite chooses (RFC 2246 section 5) and which in
    /// TLS 1.2 is never weaker than SHA-256 (RFC 5246 section 5, RFC 5288 section 3).
    pub fn prf(&self, version: u16) -> &str {
        match (version, self.hash.as_deref()) {
            (0x0300..=0x0302, _) => "MD5 + SHA-1",
            (_, Some("SHA-1" | "MD5" | "NULL") | None) => "SHA-256",
            (_, Some(hash)) => hash,
        }
    }

    /// Bytes of the MAC behind what travels in clear, where the suite has no cipher (RFC 5246 section 6.2.3.1, RFC 4785,
    /// RFC 5487, RFC 5489); up to TLS 1.2.
    pub fn clear_mac(&self) -> Option<usize> {
        if self.cipher.as_deref() != Some("NULL") || self.key_exchange.is_none() {
            return None;
        }
        Some(match self.hash.as_deref()? {
            "NULL" => 0,
            "MD5" => 16,
            "SHA-1" => 20,
            "SHA-256" | "GOST R 34.11-94" => 32,
            "SHA-384" => 48,
            _ => return None,
        })
    }

    /// Why the suite protects little or nothing, if so: a word for the finding.
    pub fn weakness(&self) -> Option<&'static str> {
        let cipher = self.cipher.as_deref()?;
        if self.name.contains("_EXPORT") {
            Some("EXPORT")
        } else if self.authentication.as_deref() == Some("anonymous") {
            Some("anonymous")
        } else if cipher.starts_with("NULL") {
            Some("NULL")
        } else if cipher.starts_with("RC4") {
            Some("RC4")
        } else if cipher.starts_with("RC2") {
            Some("RC2")
        } else if cipher.starts_with("DES") {
            Some("DES")
        } else if cipher.starts_with("3DES") {
            Some("3DES")
        } else {
            None
        }
    }
}

/// Key exchange, authentication, cipher and hash from a name like `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`.
fn parts(name: &str) -> Option<[Option<String>; 4]> {
    if name.ends_with("_SCSV") {
        return Some([None, None, None, None]);
    }
    let bare = name.strip_prefix("TLS_").or_else(|| name.strip_prefix("SSL_")).unwrap_or(name);
    let (exchange, rest) = match bare.split_once("_WITH_") {
        Some((exchange, rest)) => (Some(exchange), rest),
        // TLCP (GB/T 38636-2020) leaves out WITH; TLS 1.3 names only cipher and hash (RFC 8446 appendix B.4).
        None => match bare.split_once("_SM") {
            Some((exchange @ ("ECDHE" | "ECC" | "IBSDH" | "IBC" | "RSA"), _)) => {
                (Some(exchange), bare.get(exchange.len() + 1..).unwrap_or_default())
            }
            _ => (None, bare),
        },
    };
    let (key_exchange, authentication) = exchange.map_or((None, None), |exchange| {
        let (kx, auth) = agreement(exchange);
        (Some(kx.to_owned()), Some(auth.to_owned()))
    });
    let (cipher, hash) = cipher_and_hash(rest);
    Some([key_exchange, authentication, Some(cipher), hash])
}

fn agreement(exchange: &str) -> (&str, &str) {
    let exchange = exchange
        .strip_suffix("_EXPORT")
        .or_else(|| exchange.strip_suffix("_EXPORT1024"))
        .or_else(|| exchange.strip_suffix("_FIPS"))
        .unwrap_or(exchange);
    match exchange {
        // One word that says both.
        "RSA" | "PSK" | "KRB5" | "NULL" | "ECCPWD" | "ECJPAKE" => (exchange, exchange),
        "PSK_DHE" => ("DHE", "PSK"),
        "SRP_SHA" => ("SRP", "SRP"),
        "SRP_SHA_RSA" => ("SRP", "RSA"),
        "SRP_SHA_DSS" => ("SRP", "DSS"),
        // Anonymous DH is ephemeral, whatever its name (RFC 5246 section A.5, RFC 8422 section 2).
        "DH_anon" => ("DHE", "anonymous"),
        "ECDH_anon" => ("ECDHE", "anonymous"),
        "FORTEZZA_KEA" => ("KEA", "FORTEZZA"),
        "GOSTR341112_256" | "GOSTR341001" | "GOSTR341094" => ("VKO", exchange),
        // GB/T 38636-2020 section 6.4.5.2.1: the premaster secret encrypted to the SM2 key, and its ephemeral kin.
        "ECC" => ("SM2", "SM2"),
        "ECDHE" => ("ECDHE", "SM2"),
        "IBC" => ("SM9", "SM9"),
        "IBSDH" => ("IBSDH", "SM9"),
        _ => exchange.split_once('_').unwrap_or((exchange, exchange)),
    }
}

/// `AES_128_GCM_SHA256` → `AES-128-GCM` and `SHA-256`. CCM suites name no hash: it is SHA-256 (RFC 6655 section 3).
fn cipher_and_hash(rest: &str) -> (String, Option<String>) {
    let (cipher, hash) = match rest.rsplit_once('_') {
        Some((cipher, "SHA" | "SHA1")) => (cipher, Some("SHA-1")),
        Some((cipher, "SHA256")) => (cipher, Some("SHA-256")),
        Some((cipher, "SHA384")) => (cipher, Some("SHA-384")),
        Some((cipher, "SHA512")) => (cipher, Some("SHA-512")),
        Some((cipher, "MD5")) => (cipher, Some("MD5")),
        Some((cipher, "SM3")) => (cipher, Some("SM3")),
        Some((cipher, "GOSTR3411")) => (cipher, Some("GOST R 34.11-94")),
        // The MAC is named; the hash is the family's (RFC 9189 section 4, RFC 9367 section 4).
        Some((cipher, "OMAC")) => (cipher, Some("GOST R 34.11-2012")),
        Some((cipher, "IMIT")) => (cipher, None),
        _ if rest.contains("MGM") => (rest, Some("GOST R 34.11-2012")),
        _ if rest.contains("CCM") => (rest, Some("SHA-256")),
        _ if rest == "NULL_NULL" => ("NULL", Some("NULL")),
        _ => (rest, None),
    };
    // RFC 9150: integrity only. The name repeats the hash where others have a cipher.
    let cipher = if matches!(cipher, "SHA256" | "SHA384") { "NULL" } else { cipher };
    (cipher.replace('_', "-"), hash.map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::CipherSuite;
    use crate::proto::tls::registry;

    fn said(id: u16) -> String {
        let suite = CipherSuite::new(id);
        let word = |part: &Option<String>| part.clone().unwrap_or_else(|| "-".to_owned());
        format!(
            "{} {} {} {}",
            word(&suite.key_exchange),
            word(&suite.authentication),
            word(&suite.cipher),
            word(&suite.hash)
        )
    }

    #[test]
    fn the_hash_of_the_prf_is_not_always_that_of_the_suite() {
        // AES-128-CBC with SHA-1 and with SHA-256, AES-256-GCM with SHA-384.
        for (id, version, protection, prf) in [
            (0xc013, 0x0301, "mac", "MD5 + SHA-1"),
            (0xc013, 0x0303, "mac", "SHA-256"),
            (0xc028, 0x0303, "mac", "SHA-384"),
            (0xc030, 0x0303, "aead", "SHA-384"),
            (0xc0ac, 0x0303, "aead", "SHA-256"),
        ] {
            let suite = CipherSuite::new(id);
            assert_eq!((suite.protection(), suite.prf(version)), (protection, prf), "{id:#x}");
        }
    }

    #[test]
    fn a_suite_with_a_pre_shared_key_is_opened_by_that_key() {
        for (id, key) in [(0x002f, "private"), (0x0094, "both"), (0xc064, "psk"), (0xc00b, "private")] {
            let suite = CipherSuite::new(id);
            assert_eq!((suite.long_lived(), suite.forward_secret()), (key, Some(false)), "{id:#x}");
        }
    }

    #[test]
    fn the_parts_of_a_name_are_told_apart() {
        for (id, parts) in [
            (0xc02f, "ECDHE RSA AES-128-GCM SHA-256"),
            (0xc030, "ECDHE RSA AES-256-GCM SHA-384"),
            (0x002f, "RSA RSA AES-128-CBC SHA-1"),
            (0x009f, "DHE RSA AES-256-GCM SHA-384"),
            (0xcca9, "ECDHE ECDSA CHACHA20-POLY1305 SHA-256"),
            (0x0003, "RSA RSA RC4-40 MD5"),
            (0x0000, "NULL NULL NULL NULL"),
            (0x0034, "DHE anonymous AES-128-CBC SHA-1"),
            (0xc018, "ECDHE anonymous AES-128-CBC SHA-1"),
            (0xc0ac, "ECDHE ECDSA AES-128-CCM SHA-256"),
            (0xc0ae, "ECDHE ECDSA AES-128-CCM-8 SHA-256"),
            (0xc0aa, "DHE PSK AES-128-CCM-8 SHA-256"),
            (0xc01d, "SRP SRP AES-128-CBC SHA-1"),
            (0x1301, "- - AES-128-GCM SHA-256"),
            (0x1303, "- - CHACHA20-POLY1305 SHA-256"),
            (0x1305, "- - AES-128-CCM-8 SHA-256"),
            (0xc0b4, "- - NULL SHA-256"),
            (0xe011, "ECDHE SM2 SM4-CBC SM3"),
            (0xe013, "SM2 SM2 SM4-CBC SM3"),
            (0xe051, "ECDHE SM2 SM4-GCM SM3"),
            (0xe053, "SM2 SM2 SM4-GCM SM3"),
            (0x00c6, "- - SM4-GCM SM3"),
            (0x00ff, "- - - -"),
            (0x5600, "- - - -"),
            (0x2a2a, "- - - -"),
        ] {
            assert_eq!(said(id), parts, "{id:04x}");
        }
        assert_eq!(CipherSuite::new(0x2a2a).name, "0x2a2a (GREASE)");
    }

    #[test]
    fn suites_without_a_cipher_tell_how_long_their_mac_is() {
        for (id, mac) in [
            (0x0000, Some(0)),
            (0x0001, Some(16)),
            (0x0002, Some(20)),
            (0x003b, Some(32)),
            (0x002c, Some(20)),
            (0x00b1, Some(48)),
            (0xc010, Some(20)),
            (0xc03b, Some(48)),
            (0x002f, None),
            (0xc02f, None),
            (0xc0b4, None),
        ] {
            assert_eq!(CipherSuite::new(id).clear_mac(), mac, "{id:04x}");
        }
    }

    #[test]
    fn every_registered_suite_has_a_cipher_unless_it_is_a_signal() {
        for (id, name) in registry::CIPHER_SUITES.iter() {
            let suite = CipherSuite::new(*id);
            assert_eq!(suite.cipher.is_none(), name.ends_with("_SCSV"), "{name}");
            assert_eq!(suite.key_exchange.is_some(), name.contains("_WITH_") || *id >> 12 == 0xe, "{name}");
        }
    }
}
