//! Which earlier session of the capture a handshake resumes, found by what both carry in clear: the session id or the
//! ticket; in TLS 1.3 the ticket of a decrypted New Session Ticket.

use super::facts::Resumed;
use super::handshake::Handshake;
use super::wire;
use crate::dialogue::{Earlier, Secrets};

/// What a Client Hello offers to resume with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Offered {
    /// RFC 5246 section 7.4.1.2.
    session_id: Vec<u8>,
    /// RFC 5077 section 3.2.
    ticket: Vec<u8>,
    /// RFC 8446 section 4.2.11.
    identities: Vec<Vec<u8>>,
}

const SESSION_TICKET: u16 = 35;
const PRE_SHARED_KEY: u16 = 41;

impl Offered {
    /// Of the body of a Client Hello. RFC 8446 section 4.1.2:
    /// ```text
    /// struct {
    ///     ProtocolVersion legacy_version = 0x0303;    /* TLS v1.2 */
    ///     Random random;
    ///     opaque legacy_session_id<0..32>;
    ///     CipherSuite cipher_suites<2..2^16-2>;
    ///     opaque legacy_compression_methods<1..2^8-1>;
    ///     Extension extensions<8..2^16-1>;
    /// } ClientHello;
    /// ```
    pub fn read(hello: &[u8]) -> Offered {
        let mut offered = Offered::default();
        let mut read = || {
            let (rest, session_id) = wire::vector8(hello.get(34..)?).ok()?;
            offered.session_id = session_id.to_vec();
            let (rest, _) = wire::vector16(rest).ok()?;
            let (rest, _) = wire::vector8(rest).ok()?;
            let (_, extensions) = wire::vector16(rest).ok()?;
            for (number, data) in wire::items(extensions, wire::extension) {
                match number {
                    SESSION_TICKET => offered.ticket = data.to_vec(),
                    PRE_SHARED_KEY => offered.identities = identities(data),
                    _ => {}
                }
            }
            Some(())
        };
        // What is cut off offers nothing more.
        let _ = read();
        offered
    }
}

/// RFC 8446 section 4.2.11:
/// ```text
/// struct {
///     opaque identity<1..2^16-1>;
///     uint32 obfuscated_ticket_age;
/// } PskIdentity;
/// struct {
///     PskIdentity identities<7..2^16-1>;
///     PskBinderEntry binders<33..2^16-1>;
/// } OfferedPsks;
/// ```
fn identities(data: &[u8]) -> Vec<Vec<u8>> {
    let list = wire::vector16(data).map(|(_, list)| list).unwrap_or_default();
    wire::items(list, |input| {
        let (rest, identity) = wire::vector16(input)?;
        nom::bytes::complete::take(4usize)(rest).map(|(rest, _): (_, &[u8])| (rest, identity.to_vec()))
    })
    .collect()
}

impl Handshake {
    /// The session that is resumed, where its own handshake was seen in this capture.
    pub fn earlier(&self, secrets: &Secrets) -> Option<Earlier> {
        match self.facts.resumed {
            Resumed::SessionId => secrets.earlier(&self.offered.session_id),
            Resumed::Ticket => secrets.earlier(&self.offered.ticket),
            Resumed::Psk => {
                let chosen = self.server.as_ref().and_then(|hello| hello.extensions.psk_chosen).unwrap_or(0);
                secrets.earlier(self.offered.identities.get(usize::from(chosen))?)
            }
            Resumed::No | Resumed::Unknown => None,
        }
    }

    /// Remembers this session by its session id, once its key is settled.
    pub fn remember_id(&self, stream: u64, secrets: &Secrets) {
        let id = self.server.as_ref().map(|hello| hello.session_id.as_slice()).unwrap_or_default();
        if !id.is_empty() && !self.is_13() && self.facts.resumed == Resumed::No {
            self.remember_by(id, stream, secrets);
        }
    }

    /// Remembers this session by a ticket that the server gave: the body of New Session Ticket (RFC 5077 section 3.3,
    /// RFC 8446 section 4.6.1).
    pub fn remember_ticket(&self, body: &[u8], stream: u64, secrets: &Secrets) {
        let ticket = if self.is_13() {
            // ticket_lifetime, ticket_age_add, ticket_nonce, then the ticket.
            body.get(8..)
                .and_then(|rest| wire::vector8(rest).ok())
                .and_then(|(rest, _)| wire::vector16(rest).ok())
        } else {
            body.get(4..).and_then(|rest| wire::vector16(rest).ok())
        };
        if let Some((_, ticket)) = ticket.filter(|(_, ticket)| !ticket.is_empty()) {
            self.remember_by(ticket, stream, secrets);
        }
    }

    fn remember_by(&self, id: &[u8], stream: u64, secrets: &Secrets) {
        let master = self.keys.master.as_deref().map(Into::into);
        secrets.remember(id, Earlier { stream, secret: master });
    }
}

#[cfg(test)]
mod tests {
    use super::{Offered, identities};

    #[test]
    fn what_is_cut_off_offers_what_is_there() {
        let mut hello = vec![3; 34];
        hello.extend([2, 7, 8, 0, 2, 0x13, 1, 1, 0]);
        hello.extend([0, 19, 0, 35, 0, 2, 9, 9, 0, 41, 0, 7 + 2, 0, 7, 0, 1, 5, 0, 0, 0, 0]);
        let offered = Offered::read(&hello);
        assert_eq!((offered.session_id.as_slice(), offered.ticket.as_slice()), (&[7, 8][..], &[9, 9][..]));
        assert_eq!(offered.identities, [[5]]);
        for len in 0..hello.len() {
            let part = Offered::read(&hello[..len]);
            assert!(part == offered || part.identities.is_empty(), "{len}");
        }
        assert_eq!(identities(&[0, 8, 0, 1, 5, 0, 0, 0, 0, 0]), [[5]]);
    }
}
