//! Certificates: the one file that names x509-parser.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};
use x509_parser::extensions::{ExtendedKeyUsage, KeyUsage};
use x509_parser::prelude::{FromDer, GeneralName, ParsedExtension, X509Certificate, X509Name};
use x509_parser::public_key::PublicKey as Parsed;
use x509_parser::signature_algorithm::RsaSsaPssParams;
use x509_parser::time::ASN1Time;
use x509_parser::x509::AlgorithmIdentifier;

use super::key_exchange::bits;
use super::remembered::Remembered;
use super::verify::Reason;
use super::verify::signature::{Curve, Hash, PublicKey, Scheme};
use crate::dialogue::hex;

/// The largest certificate that is remembered, in bytes: usual ones have one or two thousand, and one of nothing but short
/// names costs fifty times its size.
const MAX_REMEMBERED_BYTES: usize = 8 << 10;

thread_local! {
    static READ: Remembered<String, Certificate> = Remembered::default();
    static KEYS: Remembered<String, Result<PublicKey, Reason>> = Remembered::default();
}

/// What a certificate says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
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
    /// Whether it may sign other certificates (RFC 5280 section 4.2.1.9); `None` where it does not say.
    pub ca: Option<bool>,
    /// What the key may be used for, in the names of RFC 5280 section 4.2.1.3.
    pub usages: Vec<&'static str>,
    /// For which purposes, in the names of RFC 5280 section 4.2.1.12; others by their number.
    pub extended_usages: Vec<String>,
    /// Whether it names itself as its issuer.
    pub self_issued: bool,
    /// The algorithm of the issuer's signature, `sha256WithRSAEncryption`.
    pub signature_algorithm: Option<String>,
    /// SHA-256 of the DER form: what browsers call the fingerprint.
    pub sha256: String,
    /// First and last second of validity since 1970.
    #[serde(skip)]
    pub validity: Option<(i64, i64)>,
    /// Its DER form, where it was asked for.
    #[serde(skip)]
    pub der: Option<Box<[u8]>>,
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

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kind = self.kind.as_deref().unwrap_or("?");
        match self.bits {
            // The names of curves say the size.
            Some(bits) if kind.starts_with("RSA") => write!(f, "{kind} {bits}"),
            _ => f.write_str(kind),
        }
    }
}

impl Certificate {
    /// Reads DER. What cannot be read leaves everything but the fingerprint empty.
    pub fn read(der: &[u8]) -> Self {
        let sha256 = hex(&Sha256::digest(der));
        if der.len() > MAX_REMEMBERED_BYTES {
            return Certificate::parse(der, sha256);
        }
        READ.with(|read| read.of(sha256.clone(), || Certificate::parse(der, sha256)))
    }

    fn parse(der: &[u8], sha256: String) -> Self {
        let mut certificate = Certificate { sha256, ..Certificate::default() };
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
        for extension in x509.iter_extensions() {
            match extension.parsed_extension() {
                ParsedExtension::BasicConstraints(basic) => certificate.ca = Some(basic.ca),
                ParsedExtension::KeyUsage(usage) => certificate.usages = usages(usage),
                ParsedExtension::ExtendedKeyUsage(usage) => {
                    certificate.extended_usages = extended_usages(usage);
                }
                _ => {}
            }
        }
        certificate.self_issued = x509.subject().as_raw() == x509.issuer().as_raw();
        certificate.key = key(&x509);
        certificate.signature_algorithm = Some(algorithm(&x509.signature_algorithm.algorithm.to_id_string()));
        certificate
    }

    /// Its text form (RFC 7468), where its bytes were kept.
    pub fn pem(&self) -> Option<String> {
        let text = STANDARD.encode(self.der.as_ref()?);
        let mut pem = "-----BEGIN CERTIFICATE-----\n".to_owned();
        for (at, character) in text.chars().enumerate() {
            if at > 0 && at % 64 == 0 {
                pem.push('\n');
            }
            pem.push(character);
        }
        pem.push_str("\n-----END CERTIFICATE-----\n");
        Some(pem)
    }

    /// Its key, ready to check signatures with, where its bytes were kept.
    pub(super) fn public_key(&self) -> Result<PublicKey, Reason> {
        let der = self.der.as_ref().ok_or(Reason::NoCertificate)?;
        let read = || {
            let (_, x509) = X509Certificate::from_der(der).map_err(|_| Reason::Unreadable)?;
            public_key(&x509).ok_or(Reason::Unreadable)
        };
        if der.len() > MAX_REMEMBERED_BYTES {
            return read();
        }
        KEYS.with(|keys| keys.of(self.sha256.clone(), read))
    }

    /// Whether it could be read.
    pub fn readable(&self) -> bool {
        self.subject.is_some()
    }

    /// The most telling name: the subject's common name, else the first alternative name, else the whole subject.
    pub fn short_name(&self) -> String {
        let subject = self.subject.as_deref().unwrap_or_default();
        common(subject).or(self.names.first().map(String::as_str)).unwrap_or(subject).to_owned()
    }

    /// The same of its issuer.
    pub fn issuer_name(&self) -> String {
        let issuer = self.issuer.as_deref().unwrap_or_default();
        common(issuer).unwrap_or(issuer).to_owned()
    }
}

/// The common name among the parts of a name.
fn common(name: &str) -> Option<&str> {
    name.split(", ").find_map(|part| part.strip_prefix("CN="))
}

/// A certificate as its issuer signed it.
pub(super) struct Signed {
    /// The signed bytes.
    pub bytes: Vec<u8>,
    /// How; a reason where that is not computed here.
    pub scheme: Result<Scheme, Reason>,
    /// The signature.
    pub signature: Vec<u8>,
    /// DER of the issuer's name.
    pub issuer: Vec<u8>,
    /// DER of its own name.
    pub subject: Vec<u8>,
}

impl Signed {
    /// Takes a certificate apart.
    pub fn read(der: &[u8]) -> Option<Self> {
        let (_, x509) = X509Certificate::from_der(der).ok()?;
        Some(Signed {
            bytes: x509.tbs_certificate.as_ref().to_vec(),
            scheme: scheme(&x509.signature_algorithm),
            signature: x509.signature_value.data.to_vec(),
            issuer: x509.issuer().as_raw().to_vec(),
            subject: x509.subject().as_raw().to_vec(),
        })
    }
}

/// How an issuer signed (RFC 3279, 4055, 5758, 8410).
fn scheme(algorithm: &AlgorithmIdentifier<'_>) -> Result<Scheme, Reason> {
    let id = algorithm.algorithm.to_id_string();
    Ok(match id.as_str() {
        "1.2.840.113549.1.1.4" => Scheme::Pkcs1(Hash::Md5),
        "1.2.840.113549.1.1.5" => Scheme::Pkcs1(Hash::Sha1),
        "1.2.840.113549.1.1.11" => Scheme::Pkcs1(Hash::Sha256),
        "1.2.840.113549.1.1.12" => Scheme::Pkcs1(Hash::Sha384),
        "1.2.840.113549.1.1.13" => Scheme::Pkcs1(Hash::Sha512),
        "1.2.840.113549.1.1.14" => Scheme::Pkcs1(Hash::Sha224),
        "1.2.840.113549.1.1.10" => pss(algorithm).ok_or(Reason::Algorithm("rsassaPss".to_owned()))?,
        "1.2.840.10045.4.1" => Scheme::Ecdsa(Hash::Sha1),
        "1.2.840.10045.4.3.1" => Scheme::Ecdsa(Hash::Sha224),
        "1.2.840.10045.4.3.2" => Scheme::Ecdsa(Hash::Sha256),
        "1.2.840.10045.4.3.3" => Scheme::Ecdsa(Hash::Sha384),
        "1.2.840.10045.4.3.4" => Scheme::Ecdsa(Hash::Sha512),
        "1.3.101.112" => Scheme::Ed25519,
        other => return Err(Reason::Algorithm(self::algorithm(other))),
    })
}

/// PSS with MGF1 over the same hash; other combinations do not occur.
fn pss(algorithm: &AlgorithmIdentifier<'_>) -> Option<Scheme> {
    let parameters = RsaSsaPssParams::try_from(algorithm.parameters.as_ref()?).ok()?;
    let id = parameters.hash_algorithm_oid().to_id_string();
    let hash = match id.as_str() {
        "1.3.14.3.2.26" => Hash::Sha1,
        "2.16.840.1.101.3.4.2.4" => Hash::Sha224,
        "2.16.840.1.101.3.4.2.1" => Hash::Sha256,
        "2.16.840.1.101.3.4.2.2" => Hash::Sha384,
        "2.16.840.1.101.3.4.2.3" => Hash::Sha512,
        _ => return None,
    };
    let mask = parameters.mask_gen_algorithm().ok()?;
    (mask.hash.to_id_string() == id).then_some(())?;
    Some(Scheme::Pss(hash, usize::try_from(parameters.salt_length()).ok()?))
}

fn public_key(x509: &X509Certificate<'_>) -> Option<PublicKey> {
    let info = x509.public_key();
    let id = info.algorithm.algorithm.to_id_string();
    let bits = &info.subject_public_key.data;
    if id == "1.3.101.112" {
        return <[u8; 32]>::try_from(bits.as_ref()).ok().map(PublicKey::Ed25519);
    }
    let curve = || info.algorithm.parameters.as_ref()?.as_oid().ok().map(|oid| oid.to_id_string());
    match id.as_str() {
        "1.2.840.113549.1.1.1" | "1.2.840.113549.1.1.10" => {
            let key = x509_parser::public_key::RSAPublicKey::from_der(bits).ok()?.1;
            let (modulus, exponent) = (key.modulus.to_vec(), key.exponent.to_vec());
            Some(PublicKey::Rsa { modulus, exponent, pss_only: id.ends_with(".10") })
        }
        "1.2.840.10045.2.1" => {
            let curve = match curve().as_deref() {
                Some("1.2.840.10045.3.1.7") => Curve::P256,
                Some("1.3.132.0.34") => Curve::P384,
                Some("1.3.132.0.35") => Curve::P521,
                _ => return Some(PublicKey::Other(key(x509).kind?)),
            };
            Some(PublicKey::Ec(curve, bits.to_vec()))
        }
        _ => Some(PublicKey::Other(key(x509).kind?)),
    }
}

fn usages(usage: &KeyUsage) -> Vec<&'static str> {
    let all = [
        (usage.digital_signature(), "digitalSignature"),
        (usage.non_repudiation(), "nonRepudiation"),
        (usage.key_encipherment(), "keyEncipherment"),
        (usage.data_encipherment(), "dataEncipherment"),
        (usage.key_agreement(), "keyAgreement"),
        (usage.key_cert_sign(), "keyCertSign"),
        (usage.crl_sign(), "cRLSign"),
        (usage.encipher_only(), "encipherOnly"),
        (usage.decipher_only(), "decipherOnly"),
    ];
    all.into_iter().filter(|one| one.0).map(|one| one.1).collect()
}

fn extended_usages(usage: &ExtendedKeyUsage<'_>) -> Vec<String> {
    let all = [
        (usage.any, "anyExtendedKeyUsage"),
        (usage.server_auth, "serverAuth"),
        (usage.client_auth, "clientAuth"),
        (usage.code_signing, "codeSigning"),
        (usage.email_protection, "emailProtection"),
        (usage.time_stamping, "timeStamping"),
        (usage.ocsp_signing, "OCSPSigning"),
    ];
    let known = all.into_iter().filter(|one| one.0).map(|one| one.1.to_owned());
    known.chain(usage.other.iter().map(|id| id.to_id_string())).collect()
}

/// A distinguished name in DER, as people write it.
pub(super) fn distinguished_name(der: &[u8]) -> Option<String> {
    X509Name::from_der(der).ok().map(|(_, parsed)| name(&parsed))
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
            Ok(Parsed::RSA(rsa)) => known("RSA-PSS", Some(bits(rsa.modulus))),
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
            Ok(Parsed::RSA(rsa)) => known("RSA", Some(bits(rsa.modulus))),
            Ok(Parsed::DSA(_)) => known("DSA", None),
            _ => known(other, None),
        },
    }
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
