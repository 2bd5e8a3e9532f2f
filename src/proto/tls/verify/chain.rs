//! The certificates of one message: who signed whom, and whether the signatures match.
//!
//! Only what was sent is looked at. The root at the top is usually not sent (RFC 5246 section 7.4.2 allows to leave it
//! out): a client has it already, and decides by it. A chain that is right in itself is therefore not yet one to trust.

use serde::Serialize;

use super::{Reason, Verdict};
use crate::proto::tls::certificate::{Certificate, Signed};
use crate::proto::tls::remembered::Remembered;

thread_local! {
    /// By the hashes of their certificates.
    static CHAINS: Remembered<Vec<String>, Chain> = Remembered::default();
    /// By the hashes of a certificate and its issuer's: many servers have the same issuer, and that one the same root.
    static VERDICTS: Remembered<[String; 2], Verdict> = Remembered::default();
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
    /// cost more than all else of a short one.
    pub fn read(certificates: &[Certificate]) -> Self {
        if certificates.iter().any(|certificate| certificate.der.is_none()) {
            return Chain::look(certificates);
        }
        let key = certificates.iter().map(|certificate| certificate.sha256.clone()).collect();
        CHAINS.with(|chains| chains.of(key, || Chain::look(certificates)))
    }

    fn look(certificates: &[Certificate]) -> Self {
        let signed: Vec<Option<Signed>> = certificates
            .iter()
            .map(|certificate| certificate.der.as_deref().and_then(Signed::read))
            .collect();
        let mut chain = Chain::default();
        for (at, (own, certificate)) in signed.iter().zip(certificates).enumerate() {
            let issuer = own.as_ref().and_then(|own| issuer(own, at, &signed));
            let verdict = match (own, issuer) {
                (None, _) => Verdict::NotChecked(Reason::Unreadable),
                (Some(_), None) => Verdict::NotChecked(Reason::NoIssuer),
                (Some(own), Some(issuer)) => verdict(own, certificate, certificates.get(issuer)),
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

fn verdict(own: &Signed, certificate: &Certificate, issuer: Option<&Certificate>) -> Verdict {
    let Some(issuer) = issuer else { return Verdict::NotChecked(Reason::NoIssuer) };
    let check = || match (issuer.public_key(), &own.scheme) {
        (Err(reason), _) => Verdict::NotChecked(reason),
        (_, Err(reason)) => Verdict::NotChecked(reason.clone()),
        (Ok(key), Ok(scheme)) => key.check(*scheme, "its signature", &[&own.bytes], &own.signature),
    };
    VERDICTS.with(|verdicts| verdicts.of([certificate.sha256.clone(), issuer.sha256.clone()], check))
}
