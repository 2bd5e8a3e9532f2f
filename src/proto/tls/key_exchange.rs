//! The two messages of the key exchange up to TLS 1.2, taken apart as the suite and the version demand.
//!
//! Neither says what form it has: that follows from what the Server Hello chose. tls-parser reads two of the forms, on
//! another version of nom; the tests compare.

use nom::number::complete::{be_u8, be_u16};
use nom::{IResult, Parser};

use super::wire::{vector8, vector16};

/// Numbers or points of a Server Key Exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parameters<'a> {
    /// A named curve and a point on it (RFC 8422 section 5.4).
    Ecdhe(u16, &'a [u8]),
    /// Prime, generator and public value (RFC 5246 section 7.4.3).
    Dhe(&'a [u8], &'a [u8], &'a [u8]),
    /// Modulus and exponent of a short key for this connection (RFC 2246 section 7.4.3).
    Rsa(&'a [u8], &'a [u8]),
    /// Prime, generator, salt and public value (RFC 5054 section 2.8.2).
    Srp(&'a [u8], &'a [u8], &'a [u8], &'a [u8]),
    /// Nothing but a hint, or a signature.
    None,
}

/// A Server Key Exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ServerKeyExchange<'a> {
    /// Which pre-shared key to use (RFC 4279 section 2).
    pub hint: Option<&'a [u8]>,
    /// The public key.
    pub parameters: Parameters<'a>,
    /// The bytes that a signature covers, behind both randoms.
    pub covered: &'a [u8],
    /// The signature scheme; up to TLS 1.1 it follows from the suite.
    pub scheme: Option<u16>,
    /// The signature; `None` where the suite has none.
    pub signature: Option<&'a [u8]>,
}

/// What a suite demands of the messages of the key exchange.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form<'a> {
    /// How a key is agreed on, as [`super::CipherSuite`] names it.
    pub exchange: &'a str,
    /// How the server proves who it is.
    pub authentication: &'a str,
    /// The version chosen, if it is known.
    pub version: Option<u16>,
}

impl Form<'_> {
    /// What is most likely where the Server Hello is missing.
    pub const ECDHE: Form<'static> = Form { exchange: "ECDHE", authentication: "RSA", version: None };

    /// Whether both sides hold a key beforehand.
    fn shared(&self) -> bool {
        self.authentication == "PSK" || self.exchange == "PSK"
    }

    fn signed(&self) -> bool {
        !self.shared() && !matches!(self.authentication, "anonymous" | "SRP" | "NULL")
    }
}

/// RFC 5246 section 7.4.3, RFC 8422 section 5.4, RFC 4279 sections 2 to 4, RFC 5489 section 2, RFC 5054 section 2.8.2:
/// ```text
/// struct {
///     opaque psk_identity_hint<0..2^16-1>;    /* PSK suites */
///     select (KeyExchangeAlgorithm) {
///         case dh: opaque dh_p<1..2^16-1>; opaque dh_g<1..2^16-1>; opaque dh_Ys<1..2^16-1>;
///         case ecdh: ECCurveType curve_type = named_curve(3); NamedCurve namedcurve; opaque point <1..2^8-1>;
///     } params;
///     SignatureAndHashAlgorithm algorithm;    /* TLS 1.2 */
///     opaque signature<0..2^16-1>;
/// } ServerKeyExchange;
/// ```
pub(super) fn server_key_exchange<'a>(body: &'a [u8], form: Form<'_>) -> Option<ServerKeyExchange<'a>> {
    let read = |input: &'a [u8]| -> IResult<&'a [u8], (Option<&'a [u8]>, Parameters<'a>)> {
        let (input, hint) = if form.shared() { vector16.map(Some).parse(input)? } else { (input, None) };
        let (input, parameters) = parameters(input, form)?;
        Ok((input, (hint, parameters)))
    };
    let (rest, (hint, parameters)) = read(body).ok()?;
    let covered = body.get(..body.len() - rest.len())?;
    let mut exchange = ServerKeyExchange { hint, parameters, covered, scheme: None, signature: None };
    if form.signed() {
        (exchange.scheme, exchange.signature) = digitally_signed(rest, form.version)?;
    } else if !rest.is_empty() {
        return None;
    }
    Some(exchange)
}

fn parameters<'a>(input: &'a [u8], form: Form<'_>) -> IResult<&'a [u8], Parameters<'a>> {
    match form.exchange {
        "ECDHE" => {
            let named = nom::combinator::verify(be_u8, |kind: &u8| *kind == 3);
            (named, be_u16, vector8).map(|(_, group, point)| Parameters::Ecdhe(group, point)).parse(input)
        }
        "DHE" => (vector16, vector16, vector16).map(|(p, g, y)| Parameters::Dhe(p, g, y)).parse(input),
        "RSA" if !form.shared() => (vector16, vector16).map(|(n, e)| Parameters::Rsa(n, e)).parse(input),
        "SRP" => {
            let all = (vector16, vector16, vector8, vector16);
            all.map(|(n, g, salt, b)| Parameters::Srp(n, g, salt, b)).parse(input)
        }
        _ => Ok((input, Parameters::None)),
    }
}

/// RFC 5246 section 4.7:
/// ```text
/// struct {
///     SignatureAndHashAlgorithm algorithm;    /* TLS 1.2 */
///     opaque signature<0..2^16-1>;
/// } DigitallySigned;
/// ```
/// All of `input`. Where the version is not known the form that fits is taken.
pub(super) fn digitally_signed(input: &[u8], version: Option<u16>) -> Option<(Option<u16>, Option<&[u8]>)> {
    let whole = |input| match vector16(input) {
        Ok(([], signature)) => Some(signature),
        _ => None,
    };
    let new = |input| {
        let (rest, scheme) = be_u16::<_, nom::error::Error<&[u8]>>(input).ok()?;
        Some((Some(scheme), Some(whole(rest)?)))
    };
    let old = |input| Some((None, Some(whole(input)?)));
    match version {
        Some(0x0303..) => new(input),
        Some(_) => old(input),
        None => new(input).or_else(|| old(input)),
    }
}

/// A Client Key Exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ClientKeyExchange<'a> {
    /// Which pre-shared key is meant (RFC 4279 section 2).
    pub identity: Option<&'a [u8]>,
    /// What else there is; `None` with a pre-shared key alone.
    pub secret: Option<Share<'a>>,
}

/// The client's part of the agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Share<'a> {
    /// The pre-master secret, encrypted to the key of the certificate.
    Encrypted(&'a [u8]),
    /// A public value of DH.
    Dh(&'a [u8]),
    /// A point of ECDH.
    Ecdh(&'a [u8]),
    /// A public value of SRP (RFC 5054 section 2.8.3).
    Srp(&'a [u8]),
    /// Nothing is sent: the key is in the client's certificate.
    Implicit,
}

/// RFC 5246 section 7.4.7, RFC 8422 section 5.7, RFC 4279 sections 2 to 4:
/// ```text
/// struct {
///     opaque psk_identity<0..2^16-1>;         /* PSK suites */
///     select (KeyExchangeAlgorithm) {
///         case rsa: opaque encrypted_pre_master_secret<0..2^16-1>;   /* SSL 3.0: without the length */
///         case dh: opaque dh_Yc<1..2^16-1>;
///         case ecdh: opaque ecdh_Yc<1..2^8-1>;
///     } exchange_keys;
/// } ClientKeyExchange;
/// ```
pub(super) fn client_key_exchange<'a>(body: &'a [u8], form: Form<'_>) -> Option<ClientKeyExchange<'a>> {
    let (rest, identity) = if form.shared() {
        let (rest, identity) = vector16(body).ok()?;
        (rest, Some(identity))
    } else {
        (body, None)
    };
    let whole = |read: IResult<&'a [u8], &'a [u8]>| match read {
        Ok(([], value)) => Some(value),
        _ => None,
    };
    let secret = match form.exchange {
        "PSK" if rest.is_empty() => return Some(ClientKeyExchange { identity, secret: None }),
        "RSA" if form.version == Some(0x0300) => Share::Encrypted(rest),
        "RSA" | "SM2" => Share::Encrypted(whole(vector16(rest))?),
        "DH" | "ECDH" if rest.is_empty() => Share::Implicit,
        "DHE" | "DH" => Share::Dh(whole(vector16(rest))?),
        // TLCP (GB/T 38636-2020) repeats the curve in front of the point; that stays unread.
        "ECDHE" | "ECDH" => Share::Ecdh(whole(vector8(rest))?),
        "SRP" => Share::Srp(whole(vector16(rest))?),
        _ => return None,
    };
    Some(ClientKeyExchange { identity, secret: Some(secret) })
}

/// Bits of a big-endian number.
pub(super) fn bits(number: &[u8]) -> usize {
    let first = number.iter().position(|byte| *byte != 0).unwrap_or(number.len());
    let zeros = number.get(first).map_or(0, |byte| byte.leading_zeros() as usize);
    (number.len() - first).saturating_mul(8).saturating_sub(zeros)
}
