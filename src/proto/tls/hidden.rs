//! What the first protected records of TLS 1.3 probably hold, told by size, order and direction.
//!
//! The content type is hidden, but sizes are not. Finished is as long as the suite's hash; a signature is as long as its
//! key; a certificate is longer than all else; the order is that of RFC 8446 section 2. All of this is likely and none
//! of it certain: padding (section 5.4) would hide it, several messages may share a record, and the same lengths occur
//! in data. What does not fit is not named.

use crate::dialogue::Side;

/// Records of a run that are looked at: behind the handshake nothing can be told by size.
pub(super) const MAX_HEADS: usize = 16;

/// A protected record from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// Who sent it.
    pub side: Side,
    /// Bytes of its body.
    pub length: u16,
    /// The frame of its header.
    pub frame: u64,
}

/// What a record probably is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Guess {
    /// Which record.
    pub head: Head,
    /// Kind of message, without `tls.`.
    pub kind: &'static str,
    /// Bytes of the message.
    pub length: u16,
}

/// What every protected record adds: the hidden type and the tag.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    /// Bytes that protection adds.
    pub overhead: u16,
    /// Bytes of Finished, its header included.
    pub finished: u16,
}

impl Shape {
    /// Of a suite, by the names of its parts.
    pub fn new(cipher: &str, hash: &str) -> Option<Shape> {
        let tag = if cipher.ends_with("CCM-8") { 8 } else { 16 };
        let finished = match hash {
            "SHA-256" | "SM3" => 36,
            "SHA-384" => 52,
            _ => return None,
        };
        Some(Shape { overhead: tag + 1, finished })
    }

    fn content(self, head: Head) -> u16 {
        head.length.saturating_sub(self.overhead)
    }

    fn guess(self, head: Head, kind: &'static str) -> Guess {
        Guess { head, kind, length: self.content(head) }
    }
}

/// Lengths of Certificate Verify with its header: eight bytes and a signature (RFC 8446 section 4.4.3).
fn is_certificate_verify(content: u16) -> bool {
    match content.saturating_sub(8) {
        // Ed25519, Ed448.
        64 | 114 => true,
        // ECDSA on P-256, P-384, P-521: two numbers in DER, each a byte longer where its first bit is set.
        68..=72 | 100..=104 | 135..=139 => true,
        // RSA with 1024 to 4096 bits.
        128 | 192 | 256 | 320 | 384 | 512 => true,
        _ => false,
    }
}

/// The server's records between its hello and the client's first one. `None`: they do not look like that.
pub(super) fn server_flight(heads: &[Head], shape: Shape, resumed: bool) -> Option<Vec<Guess>> {
    // What comes behind Finished is no part of the flight: tickets that do not wait for the client.
    let end = heads.iter().position(|head| shape.content(*head) == shape.finished)?;
    let (flight, rest) = heads.split_at_checked(end + 1)?;
    let (finished, before) = flight.split_last()?;
    let mut guesses = Vec::new();
    match (before, resumed) {
        ([extensions], true) => guesses.push(shape.guess(*extensions, "encrypted_extensions")),
        ([extensions, middle @ .., verify], false) if is_certificate_verify(shape.content(*verify)) => {
            guesses.push(shape.guess(*extensions, "encrypted_extensions"));
            let longest = middle.iter().map(|head| head.length).max()?;
            for head in middle {
                // A request for the client's certificate is short; it comes before the server's own.
                let asks = head.length < longest && guesses.len() == 1;
                let kind = if asks { "certificate_request" } else { "certificate" };
                guesses.push(shape.guess(*head, kind));
            }
            guesses.push(shape.guess(*verify, "certificate_verify"));
        }
        _ => return None,
    }
    guesses.push(shape.guess(*finished, "finished"));
    guesses.extend(
        rest.iter()
            .filter(|head| is_ticket(shape, **head))
            .map(|head| shape.guess(*head, "new_session_ticket")),
    );
    Some(guesses)
}

/// The records from the client's first one on: its Finished, and what the server sends at once behind it.
pub(super) fn behind(heads: &[Head], shape: Shape) -> Vec<Guess> {
    let mut guesses = Vec::new();
    let clients: Vec<Head> = heads.iter().copied().filter(|head| head.side == Side::Client).take(4).collect();
    let Some(end) = clients.iter().position(|head| shape.content(*head) == shape.finished) else {
        return guesses;
    };
    match clients.get(..end) {
        Some([]) => {}
        // EndOfEarlyData has no body.
        Some([early]) if shape.content(*early) == 4 => guesses.push(shape.guess(*early, "end_of_early_data")),
        // An empty list: the server asked for a certificate, and the client has none.
        Some([none]) if shape.content(*none) == 8 => guesses.push(shape.guess(*none, "certificate")),
        Some([own, verify]) if is_certificate_verify(shape.content(*verify)) => {
            guesses.push(shape.guess(*own, "certificate"));
            guesses.push(shape.guess(*verify, "certificate_verify"));
        }
        _ => return guesses,
    }
    let Some(finished) = clients.get(end) else { return guesses };
    guesses.push(shape.guess(*finished, "finished"));
    // Tickets come in front of all else that the server says: at most a few, and all of one length but for a byte or two.
    let at = heads.iter().position(|head| head == finished).unwrap_or(0);
    let mut first = None;
    for head in heads.iter().skip(at + 1).take_while(|head| head.side == Side::Server).take(4) {
        let same = first.is_none_or(|first: u16| first.abs_diff(head.length) <= 2);
        if !same || !is_ticket(shape, *head) {
            break;
        }
        first = Some(head.length);
        guesses.push(shape.guess(*head, "new_session_ticket"));
    }
    guesses
}

/// A ticket holds a session: its secret, and mostly its state, so it is neither tiny nor a page long.
fn is_ticket(shape: Shape, head: Head) -> bool {
    (150..=1500).contains(&shape.content(head))
}

/// Whether a side's last record is probably an alert: two bytes (RFC 8446 section 6).
pub(super) fn is_alert(shape: Shape, length: u16) -> bool {
    length.checked_sub(shape.overhead) == Some(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHAPE: Shape = Shape { overhead: 17, finished: 36 };

    fn heads(lengths: &[(Side, u16)]) -> Vec<Head> {
        lengths
            .iter()
            .zip(1..)
            .map(|((side, length), frame)| Head { side: *side, length: length + 17, frame })
            .collect()
    }

    fn kinds(guesses: &[Guess]) -> Vec<&'static str> {
        guesses.iter().map(|guess| guess.kind).collect()
    }

    #[test]
    fn a_flight_of_single_messages_is_told_by_its_sizes() {
        use Side::{Client as C, Server as S};
        let flight = server_flight(&heads(&[(S, 6), (S, 1958), (S, 264), (S, 36)]), SHAPE, false).unwrap();
        assert_eq!(kinds(&flight), ["encrypted_extensions", "certificate", "certificate_verify", "finished"]);
        let asked =
            server_flight(&heads(&[(S, 6), (S, 60), (S, 900), (S, 79), (S, 36)]), SHAPE, false).unwrap();
        assert_eq!(kinds(&asked)[1..3], ["certificate_request", "certificate"]);
        let resumed = server_flight(&heads(&[(S, 6), (S, 36)]), SHAPE, true).unwrap();
        assert_eq!(kinds(&resumed), ["encrypted_extensions", "finished"]);
        let client = behind(&heads(&[(C, 36), (S, 250), (S, 250), (C, 40)]), SHAPE);
        assert_eq!(kinds(&client), ["finished", "new_session_ticket", "new_session_ticket"]);
        let greeted = behind(&heads(&[(C, 36), (S, 250), (S, 60), (C, 40)]), SHAPE);
        assert_eq!(kinds(&greeted), ["finished", "new_session_ticket"], "the greeting is no ticket");
        assert_eq!(kinds(&behind(&heads(&[(C, 8), (C, 36)]), SHAPE)), ["certificate", "finished"]);
    }

    #[test]
    fn what_does_not_fit_is_not_named() {
        use Side::{Client as C, Server as S};
        for lengths in
            [&[(S, 2300)][..], &[(S, 6), (S, 1958), (S, 250), (S, 36)], &[(S, 36)], &[(S, 6), (S, 36)], &[]]
        {
            assert_eq!(server_flight(&heads(lengths), SHAPE, false), None, "{lengths:?}");
        }
        assert_eq!(behind(&heads(&[(C, 100), (S, 250)]), SHAPE), []);
        assert!(is_alert(SHAPE, 19) && !is_alert(SHAPE, 20) && !is_alert(SHAPE, 2));
        assert!(Shape::new("AES-128-CCM-8", "SHA-256").is_some_and(|shape| shape.overhead == 9));
    }
}
