//! The certificates of one message: who signed whom, and whether the signatures match.
//!
//! Only what was sent is looked at. The root at the top is usually not sent (RFC 5246 section 7.4.2 allows to leave it
//! out): a client has it already, and decides by it. A chain that is right in itself is therefore not yet one to trust.

use std::cell::RefCell;
use std::collections::HashMap;

use serde::Serialize;

use super::{Reason, Verdict};
use crate::proto::tls::certificate::{Certificate, Signed};

/// Chains whose result is remembered: by the hashes of their certificates, so that the same bytes give the same result.
const MAX_REMEMBERED: usize = 64;

thread_local! {
    static REMEMBERED: RefCell<HashMap<String, Chain>> = RefCell::default();
}

/// Who signed a certificate, as far as the message tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Which certificate of the message, counted from 1.
    pub certificate: usize,
    /// The certificate of the message that signed it; itself if it is self-signed, `None` if it was not sent.
    pub issuer: Option<usize>,
    /// `valid`, `invalid: …` or `not checked: …`.
    pub signature: String,
    /// The same, for the one who words it.
    #[serde(skip)]
    pub(in crate::proto::tls) verdict: Verdict,
}

/// What the certificates of a message say about each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::proto::tls) struct Chain {
    /// One per certificate.
    pub links: Vec<Link>,
    /// The first certificate that does not follow the one it signed (RFC 5246 section 7.4.2).
    pub out_of_order: Option<usize>,
}

impl Chain {
    /// Looks at certificates whose DER was kept. A server shows the same chain in every connection, and its signatures
    /// cost more than all else of a short one: what came of the last chains is remembered.
    pub fn read(certificates: &[Certificate]) -> Self {
        let key: String = certificates.iter().map(|certificate| certificate.sha256.as_str()).collect();
        let whole = certificates.iter().all(|certificate| certificate.der.is_some());
        REMEMBERED.with_borrow_mut(|remembered| {
            if let Some(chain) = remembered.get(&key).filter(|_| whole) {
                return chain.clone();
            }
            let chain = Chain::look(certificates);
            if whole {
                if remembered.len() >= MAX_REMEMBERED {
                    remembered.clear();
                }
                remembered.insert(key, chain.clone());
            }
            chain
        })
    }

    fn look(certificates: &[Certificate]) -> Self {
        let signed: Vec<Option<Signed>> = certificates
            .iter()
            .map(|certificate| certificate.der.as_deref().and_then(Signed::read))
            .collect();
        let mut chain = Chain::default();
        for (at, own) in signed.iter().enumerate() {
            let issuer = own.as_ref().and_then(|own| issuer(own, at, &signed));
            let verdict = match (own, issuer) {
                (None, _) => Verdict::NotChecked(Reason::Unreadable),
                (Some(_), None) => Verdict::NotChecked(Reason::NoIssuer),
                (Some(own), Some(issuer)) => verdict(own, certificates.get(issuer)),
            };
            chain.links.push(Link {
                certificate: at + 1,
                issuer: issuer.map(|at| at + 1),
                signature: verdict.to_string(),
                verdict,
            });
        }
        chain.out_of_order = chain
            .links
            .windows(2)
            .position(|pair| {
                let [link, next] = pair else { return false };
                link.issuer != Some(next.certificate)
            })
            .map(|at| at + 2);
        chain
    }

    /// The check `chain`: all signatures inside what was sent.
    pub fn check(&self) -> String {
        let wrong = self.links.iter().find(|link| matches!(link.verdict, Verdict::Invalid(_)));
        if let Some(link) = wrong {
            let issuer = link.issuer.unwrap_or_default();
            return format!(
                "invalid: certificate {} is not signed by certificate {issuer}",
                link.certificate
            );
        }
        let unknown = self
            .links
            .iter()
            .find(|link| matches!(&link.verdict, Verdict::NotChecked(reason) if *reason != Reason::NoIssuer));
        if let Some(link) = unknown {
            return link.signature.clone();
        }
        if self.links.iter().any(|link| link.verdict == Verdict::Valid) {
            return Verdict::Valid.to_string();
        }
        Verdict::NotChecked(Reason::NoIssuer).to_string()
    }
}

/// Where the one stands that signed `own`: the next, else any other with that name, else itself.
fn issuer(own: &Signed, at: usize, all: &[Option<Signed>]) -> Option<usize> {
    let named = |other: usize| {
        let subject = all.get(other).and_then(Option::as_ref).map(|other| &other.subject);
        subject == Some(&own.issuer)
    };
    if named(at) {
        return Some(at);
    }
    std::iter::once(at + 1).chain(0..all.len()).find(|other| named(*other))
}

fn verdict(own: &Signed, issuer: Option<&Certificate>) -> Verdict {
    let key = issuer.ok_or(Reason::NoIssuer).and_then(Certificate::public_key);
    match (key, &own.scheme) {
        (Err(reason), _) => Verdict::NotChecked(reason),
        (_, Err(reason)) => Verdict::NotChecked(reason.clone()),
        (Ok(key), Ok(scheme)) => key.check(*scheme, "its signature", &[&own.bytes], &own.signature),
    }
}
