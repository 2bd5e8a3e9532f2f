//! The messages of the key exchange up to TLS 1.2, part by part.

use super::map::Map;
use crate::proto::tls::key_exchange::{self, Form, Parameters, Share};
use crate::proto::tls::registry::{self, name};

/// A Server Key Exchange. Without the suite its form is not known, but for the one that says so itself.
pub(super) fn server(map: &mut Map<'_>, form: Option<Form<'_>>) -> Option<()> {
    let form = form.or_else(|| (map.rest.first() == Some(&3)).then_some(Form::ECDHE))?;
    let exchange = key_exchange::server_key_exchange(map.rest, form)?;
    if exchange.hint.is_some() {
        map.vector("psk identity hint", 2, None)?;
    }
    match exchange.parameters {
        Parameters::Ecdhe(..) => {
            map.code_of("curve type", 1, |_| "3 (named_curve)".to_owned())?;
            map.code("named curve", |group| name(&registry::GROUPS, group))?;
            map.vector("public key", 1, Some("tls-field-public-key"))?;
        }
        Parameters::Dhe(..) => {
            map.vector("prime", 2, Some("tls-field-prime"))?;
            map.vector("generator", 2, None)?;
            map.vector("public key", 2, Some("tls-field-public-key"))?;
        }
        Parameters::Rsa(..) => {
            map.vector("modulus", 2, None)?;
            map.vector("exponent", 2, None)?;
        }
        Parameters::Srp(..) => {
            map.vector("prime", 2, Some("tls-field-prime"))?;
            map.vector("generator", 2, None)?;
            map.vector("salt", 1, None)?;
            map.vector("public key", 2, Some("tls-field-public-key"))?;
        }
        Parameters::None => {}
    }
    if exchange.signature.is_some() {
        signature(map, exchange.scheme.is_some(), "tls-field-signature")?;
    }
    Some(())
}

/// A signature; from TLS 1.2 on its scheme stands before it.
pub(super) fn signature(map: &mut Map<'_>, scheme: bool, note: &'static str) -> Option<()> {
    if scheme {
        map.code("signature algorithm", |scheme| name(&registry::SIGNATURE_SCHEMES, scheme))?;
    }
    map.vector("signature", 2, Some(note))?;
    Some(())
}

/// A Client Key Exchange.
pub(super) fn client(map: &mut Map<'_>, form: Option<Form<'_>>) -> Option<()> {
    // Without the suite a point that fills the message is told by its length.
    let point = || map.rest.first().is_some_and(|len| usize::from(*len) + 1 == map.rest.len());
    let form = form.or_else(|| point().then_some(Form::ECDHE))?;
    let exchange = key_exchange::client_key_exchange(map.rest, form)?;
    if exchange.identity.is_some() {
        let len = map.length("psk identity length", 2)?;
        map.text("psk identity", len)?;
    }
    match exchange.secret? {
        Share::Encrypted(all) if all.len() == map.rest.len() => {
            map.opaque("encrypted pre-master secret", all.len(), Some("tls-field-encrypted-pre-master"))?;
        }
        Share::Encrypted(_) => {
            map.vector("encrypted pre-master secret", 2, Some("tls-field-encrypted-pre-master"))?;
        }
        Share::Dh(_) | Share::Srp(_) => {
            map.vector("public key", 2, Some("tls-field-client-public-key"))?;
        }
        Share::Ecdh(_) => {
            map.vector("public key", 1, Some("tls-field-client-public-key"))?;
        }
        Share::Implicit => {}
    }
    Some(())
}
