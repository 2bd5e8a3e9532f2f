//! Whether a connection speaks TLS: its bytes decide, its port only helps where bytes are too few.

use super::PORTS;
use super::wire::{self, RECORD_HEADER, content, handshake};
use crate::dialogue::Half;
use crate::proto::{Opening, Verdict};

/// How one end's first bytes look.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    /// Too few bytes.
    Nothing,
    /// A record with a Client Hello, or the beginning of one.
    ClientHello,
    /// A Client Hello in the format of SSL 2.0.
    Ssl2,
    /// A record with a Server Hello or Hello Request.
    ServerHello,
    /// A record with an alert.
    Alert,
    /// Something else.
    Other,
}

/// The protocol's probe.
pub(super) fn probe(opening: &Opening<'_>) -> Verdict {
    let halves = [Half::A, Half::B];
    let looks = halves.map(|half| (half, look(opening.of(half))));
    let find = |wanted: &[Look]| looks.iter().find(|(_, look)| wanted.contains(look)).map(|(half, _)| *half);
    if let Some(client) = find(&[Look::ClientHello, Look::Ssl2]) {
        return Verdict::Certain { client, by: "tls_record" };
    }
    if let Some(server) = find(&[Look::ServerHello]) {
        return Verdict::Certain { client: server.other(), by: "tls_record" };
    }
    if let Some(sender) = find(&[Look::Alert]) {
        // An alert comes first when the other end did not speak TLS: that end began, so it is the client.
        let other = looks.iter().find(|(_, look)| matches!(look, Look::Other)).map(|(half, _)| *half);
        let client = opening.client.or(other).unwrap_or_else(|| likely_client(opening, sender.other()));
        return Verdict::Certain { client, by: "tls_record" };
    }
    let hinted = opening.hinted_server(PORTS).is_some();
    if opening.late {
        let records = halves.iter().map(|half| consecutive(opening.of(*half))).max().unwrap_or(0);
        if records >= 2 || records == 1 && hinted {
            let client = likely_client(opening, opening.first);
            return Verdict::Certain { client, by: "tls_record" };
        }
        let more = hinted || halves.iter().all(|half| opening.of(*half).len() < LATE_WINDOW);
        return if more && !opening.last { Verdict::Unsure } else { Verdict::No };
    }
    let waiting = looks.iter().any(|(_, look)| *look == Look::Nothing);
    let strange = looks.iter().any(|(_, look)| *look == Look::Other);
    // One end speaks something else. On a port of TLS the other end's alert may still come.
    if waiting && !opening.last && (!strange || hinted) { Verdict::Unsure } else { Verdict::No }
}

/// Bytes of a running connection in which a record must begin: one record and a header of the longest kind.
const LATE_WINDOW: usize = wire::MAX_RECORD as usize;

/// The client where no message tells: the SYN, else not the end with a port of TLS, else not the lower port.
fn likely_client(opening: &Opening<'_>, otherwise: Half) -> Half {
    if let Some(client) = opening.client {
        return client;
    }
    if let Some(server) = opening.hinted_server(PORTS) {
        return server.other();
    }
    match opening.ports {
        [a, b] if a < b => Half::B,
        [a, b] if a > b => Half::A,
        _ => otherwise,
    }
}

fn look(bytes: &[u8]) -> Look {
    if bytes.len() < RECORD_HEADER {
        return if fits_so_far(bytes) { Look::Nothing } else { Look::Other };
    }
    if wire::ssl2_header(bytes).is_some() {
        return match bytes.get(2..11).map(|_| wire::ssl2_client_hello(bytes.get(2..).unwrap_or_default())) {
            None => Look::Nothing,
            Some(Ok((_, hello))) if sane_ssl2(&hello) => Look::Ssl2,
            // Its end may be in a later segment.
            Some(_) if bytes.len() < 2 + usize::from(wire::ssl2_header(bytes).unwrap_or(0)) => Look::Nothing,
            Some(_) => Look::Other,
        };
    }
    let Ok((body, header)) = wire::record_header(bytes) else { return Look::Nothing };
    if !header.known() || !header.plausible() {
        return Look::Other;
    }
    match (header.kind, body) {
        (content::HANDSHAKE | content::ALERT, []) => Look::Nothing,
        (content::HANDSHAKE, [handshake::CLIENT_HELLO, rest @ ..]) if small(rest, header.length) => {
            Look::ClientHello
        }
        (content::HANDSHAKE, [handshake::SERVER_HELLO | handshake::HELLO_REQUEST, rest @ ..])
            if small(rest, header.length) =>
        {
            Look::ServerHello
        }
        (content::ALERT, [1 | 2, ..]) if header.length == 2 => Look::Alert,
        _ => Look::Other,
    }
}

/// The first byte of a hello's three-byte length, if it is there, is 0 or 1: nobody sends hellos of 128 KiB.
fn small(rest: &[u8], record_length: u16) -> bool {
    record_length < 2 || rest.first().is_none_or(|high| *high <= 1)
}

fn sane_ssl2(hello: &wire::Ssl2ClientHello<'_>) -> bool {
    hello.cipher_specs.len().is_multiple_of(3)
        && !hello.cipher_specs.is_empty()
        && (16..=32).contains(&hello.challenge.len())
        && matches!(hello.session_id.len(), 0 | 16)
}

/// Whether fewer bytes than a header could become one.
fn fits_so_far(bytes: &[u8]) -> bool {
    match bytes {
        [] => true,
        [first, rest @ ..] if first & 0x80 != 0 => rest.get(1).is_none_or(|kind| *kind == 1),
        [kind, rest @ ..] => {
            (content::ALERT..=content::HANDSHAKE).contains(kind)
                && rest.first().is_none_or(|major| matches!(major, 1 | 3))
        }
    }
}

/// The longest chain of plausible records that begins anywhere in `bytes`: a capture may begin inside a record. The
/// last of a chain may be cut off.
fn consecutive(bytes: &[u8]) -> usize {
    let mut best = 0;
    let mut from = 0;
    while best < 2
        && let Some(rest) = bytes.get(from..).filter(|rest| rest.len() >= RECORD_HEADER)
    {
        best = best.max(chain(rest));
        from += 1;
    }
    best
}

fn chain(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    let mut count = 0;
    let mut version = None;
    while let Ok((body, header)) = wire::record_header(rest) {
        if !header.plausible() || version.is_some_and(|version| version != header.version) {
            // What follows a record must be one.
            return 0;
        }
        version = Some(header.version);
        count += 1;
        match body.get(usize::from(header.length)..) {
            Some(next) => rest = next,
            None => break,
        }
    }
    count
}
