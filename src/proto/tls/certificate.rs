//! Certificates: the one file that names x509-parser.

use serde::Serialize;
use sha2::{Digest, Sha256};
use x509_parser::prelude::{FromDer, GeneralName, X509Certificate, X509Name};
use x509_parser::public_key::PublicKey;
use x509_parser::time::ASN1Time;

use crate::dialogue::hex;

/// What a certificate says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Certificate {
    /// Whom it is for: `CN=mail.lab.example, O=Lab`.
    pub subject: Option<String>,
    /// Who signed it.
    pub issuer: Option<String>,
    /// Serial number, hexadecimal.
    pub serial: Option<String>,
    /// First moment of validity, RFC 3339.
    pub not_before: Option<String>,
    /// Last moment of validity, RFC 3339.
    pub not_after: Option<String>,
    /// Subject alternative names.
    pub names: Vec<String>,
    /// The public key.
    pub key: Key,
    /// The algorithm of the issuer's signature, `sha256WithRSAEncryption`.
    pub signature_algorithm: Option<String>,
    /// SHA-256 of the DER form: what browsers call the fingerprint.
    pub sha256: String,
    /// First and last second of validity since 1970.
    #[serde(skip)]
    pub validity: Option<(i64, i64)>,
}

/// A public key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Key {
    /// `RSA`, `EC`, `Ed25519` …
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Its size.
    pub bits: Option<usize>,
}

impl Certificate {
    /// Reads DER. What cannot be read leaves everything but the fingerprint empty.
    pub fn read(der: &[u8]) -> Self {
        let mut certificate = Certificate {
            subject: None,
            issuer: None,
            serial: None,
            not_before: None,
            not_after: None,
            names: Vec::new(),
            key: Key::default(),
            signature_algorithm: None,
            sha256: hex(&Sha256::digest(der)),
            validity: None,
        };
        let Ok((_, x509)) = X509Certificate::from_der(der) else { return certificate };
        certificate.subject = Some(name(x509.subject()));
        certificate.issuer = Some(name(x509.issuer()));
        certificate.serial = Some(hex(x509.raw_serial()));
        let validity = x509.validity();
        certificate.not_before = Some(moment(validity.not_before));
        certificate.not_after = Some(moment(validity.not_after));
        certificate.validity = Some((validity.not_before.timestamp(), validity.not_after.timestamp()));
        if let Ok(Some(san)) = x509.subject_alternative_name() {
            certificate.names = san.value.general_names.iter().filter_map(alternative).collect();
        }
        certificate.key = key(&x509);
        certificate.signature_algorithm = Some(algorithm(&x509.signature_algorithm.algorithm.to_id_string()));
        certificate
    }

    /// Whether it could be read.
    pub fn readable(&self) -> bool {
        self.subject.is_some()
    }

    /// The most telling name: the subject's common name, else the first alternative name, else the whole subject.
    pub fn short_name(&self) -> String {
        let subject = self.subject.as_deref().unwrap_or_default();
        let common = subject.split(", ").find_map(|part| part.strip_prefix("CN="));
        common.or(self.names.first().map(String::as_str)).unwrap_or(subject).to_owned()
    }
}

/// A distinguished name with the most specific part first, as people write it: `CN=…, O=…, C=…`.
fn name(name: &X509Name<'_>) -> String {
    let mut parts: Vec<String> = name
        .iter_attributes()
        .map(|attribute| {
            let id = attribute.attr_type().to_id_string();
            let key = match id.as_str() {
                "2.5.4.3" => "CN",
                "2.5.4.5" => "serialNumber",
                "2.5.4.6" => "C",
                "2.5.4.7" => "L",
                "2.5.4.8" => "ST",
                "2.5.4.9" => "street",
                "2.5.4.10" => "O",
                "2.5.4.11" => "OU",
                "0.9.2342.19200300.100.1.25" => "DC",
                "1.2.840.113549.1.9.1" => "emailAddress",
                other => other,
            };
            // BMPString and UniversalString are not text to x509-parser: their bytes are shown.
            let value = crate::dialogue::wire_text(attribute.as_slice());
            format!("{key}={value}")
        })
        .collect();
    parts.reverse();
    parts.join(", ")
}

fn alternative(name: &GeneralName<'_>) -> Option<String> {
    let text = |text: &str| crate::dialogue::wire_text(text.as_bytes());
    match name {
        GeneralName::DNSName(name) | GeneralName::RFC822Name(name) | GeneralName::URI(name) => {
            Some(text(name))
        }
        GeneralName::IPAddress(bytes) => match <[u8; 4]>::try_from(*bytes) {
            Ok(four) => Some(std::net::Ipv4Addr::from(four).to_string()),
            Err(_) => Some(std::net::Ipv6Addr::from(<[u8; 16]>::try_from(*bytes).ok()?).to_string()),
        },
        _ => None,
    }
}

fn key(x509: &X509Certificate<'_>) -> Key {
    let info = x509.public_key();
    let parameters = || info.algorithm.parameters.as_ref()?.as_oid().ok().map(|oid| oid.to_id_string());
    let known = |kind: &str, bits| Key { kind: Some(kind.to_owned()), bits };
    match info.algorithm.algorithm.to_id_string().as_str() {
        "1.3.101.112" => known("Ed25519", Some(256)),
        "1.3.101.113" => known("Ed448", Some(456)),
        "1.2.840.113549.1.1.10" => match info.parsed() {
            Ok(PublicKey::RSA(rsa)) => known("RSA-PSS", Some(bits(rsa.modulus))),
            _ => known("RSA-PSS", None),
        },
        "1.2.840.10045.2.1" => match parameters().as_deref() {
            Some("1.2.840.10045.3.1.7") => known("EC secp256r1", Some(256)),
            Some("1.3.132.0.34") => known("EC secp384r1", Some(384)),
            Some("1.3.132.0.35") => known("EC secp521r1", Some(521)),
            Some("1.2.156.10197.1.301") => known("SM2", Some(256)),
            _ => known("EC", None),
        },
        other => match info.parsed() {
            Ok(PublicKey::RSA(rsa)) => known("RSA", Some(bits(rsa.modulus))),
            Ok(PublicKey::DSA(_)) => known("DSA", None),
            _ => known(other, None),
        },
    }
}

/// Bits of a big-endian number.
fn bits(number: &[u8]) -> usize {
    let first = number.iter().position(|byte| *byte != 0).unwrap_or(number.len());
    let zeros = number.get(first).map_or(0, |byte| byte.leading_zeros() as usize);
    (number.len() - first).saturating_mul(8).saturating_sub(zeros)
}

/// Names of signature algorithms (RFC 3279, 4055, 5758, 8410, GM/T 0006).
fn algorithm(id: &str) -> String {
    match id {
        "1.2.840.113549.1.1.4" => "md5WithRSAEncryption",
        "1.2.840.113549.1.1.5" => "sha1WithRSAEncryption",
        "1.2.840.113549.1.1.10" => "rsassaPss",
        "1.2.840.113549.1.1.11" => "sha256WithRSAEncryption",
        "1.2.840.113549.1.1.12" => "sha384WithRSAEncryption",
        "1.2.840.113549.1.1.13" => "sha512WithRSAEncryption",
        "1.2.840.113549.1.1.14" => "sha224WithRSAEncryption",
        "1.2.840.10040.4.3" => "dsa-with-sha1",
        "2.16.840.1.101.3.4.3.2" => "dsa-with-sha256",
        "1.2.840.10045.4.1" => "ecdsa-with-SHA1",
        "1.2.840.10045.4.3.2" => "ecdsa-with-SHA256",
        "1.2.840.10045.4.3.3" => "ecdsa-with-SHA384",
        "1.2.840.10045.4.3.4" => "ecdsa-with-SHA512",
        "1.3.101.112" => "Ed25519",
        "1.3.101.113" => "Ed448",
        "1.2.156.10197.1.501" => "SM2-with-SM3",
        other => other,
    }
    .to_owned()
}

/// RFC 3339; certificates know no fractions (RFC 5280 section 4.1.2.5), and years up to 9999.
fn moment(time: ASN1Time) -> String {
    let time = time.to_datetime();
    let month = u8::from(time.month());
    let (hour, minute, second) = time.to_hms();
    format!("{:04}-{month:02}-{:02}T{hour:02}:{minute:02}:{second:02}Z", time.year(), time.day())
}
