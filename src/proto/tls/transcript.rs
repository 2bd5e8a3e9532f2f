//! The handshake messages as both sides hash them: Finished and Certificate Verify are computed over these bytes.

use sha2::{Digest, Sha256, Sha384};

use super::wire::handshake as kinds;

/// Most bytes of messages that are kept. A handshake with long certificate chains on both sides has some ten thousand.
const MAX_TRANSCRIPT: usize = 512 * 1024;

/// The messages of one handshake so far, headers included and records left out (RFC 5246 section 7.4.9, RFC 8446
/// section 4.4.1).
#[derive(Debug, Default)]
pub(super) struct Transcript {
    bytes: Vec<u8>,
    state: State,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Nothing will be computed.
    #[default]
    Unwanted,
    /// All messages are there.
    Whole,
    /// One is missing, or there is no room.
    Broken,
}

impl Transcript {
    /// An empty one; `wanted`: whether anything will be computed over it.
    pub fn new(wanted: bool) -> Self {
        Transcript { bytes: Vec::new(), state: if wanted { State::Whole } else { State::Unwanted } }
    }

    /// All messages so far; `None` where one is missing, or nothing is kept.
    pub fn bytes(&self) -> Option<&[u8]> {
        (self.state == State::Whole).then_some(self.bytes.as_slice())
    }

    /// Adds a message.
    pub fn add(&mut self, kind: u8, body: &[u8]) {
        // RFC 5246 section 7.4.1.1: Hello Request is not among them.
        if kind == kinds::HELLO_REQUEST {
            return;
        }
        let length = u32::try_from(body.len()).unwrap_or(u32::MAX).to_be_bytes();
        let [_, length @ ..] = length;
        self.add_raw(&[kind], &length);
        self.add_raw(body, &[]);
    }

    /// Adds bytes as they are: a Client Hello in the format of SSL 2.0 is hashed without its header (RFC 5246 appendix E.2).
    pub fn add_raw(&mut self, first: &[u8], second: &[u8]) {
        if self.state != State::Whole {
            return;
        }
        if self.bytes.len() + first.len() + second.len() > MAX_TRANSCRIPT {
            self.break_off();
            return;
        }
        self.bytes.extend_from_slice(first);
        self.bytes.extend_from_slice(second);
    }

    /// What has come, the first Client Hello, is replaced by its hash: a Hello Retry Request follows (RFC 8446 section
    /// 4.4.1). `hash` is the suite's.
    pub fn retry(&mut self, hash: Option<&str>) {
        if self.state != State::Whole {
            return;
        }
        let hashed = match hash {
            Some("SHA-256") => Sha256::digest(&self.bytes).to_vec(),
            Some("SHA-384") => Sha384::digest(&self.bytes).to_vec(),
            _ => return self.break_off(),
        };
        self.bytes.clear();
        self.add(kinds::MESSAGE_HASH, &hashed);
    }

    /// A message is missing.
    pub fn break_off(&mut self) {
        if self.state == State::Whole {
            self.state = State::Broken;
        }
        self.bytes = Vec::new();
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_TRANSCRIPT, Transcript};

    #[test]
    fn messages_are_kept_with_their_headers_and_without_hello_request() {
        let mut transcript = Transcript::new(true);
        transcript.add(0, b"");
        transcript.add(1, b"abc");
        transcript.add(2, b"");
        assert_eq!(transcript.bytes(), Some(&b"\x01\0\0\x03abc\x02\0\0\0"[..]));
        assert_eq!(Transcript::new(false).bytes(), None);
    }

    #[test]
    fn a_retry_leaves_the_hash_of_the_first_hello() {
        let mut transcript = Transcript::new(true);
        transcript.add(1, b"abc");
        transcript.retry(Some("SHA-256"));
        let bytes = transcript.bytes().unwrap();
        assert_eq!((bytes.len(), &bytes[..4]), (36, &[254, 0, 0, 32][..]));
        transcript.retry(Some("SM3"));
        assert_eq!(transcript.bytes(), None, "a hash that is not known leaves nothing to compute with");
    }

    #[test]
    fn what_is_missing_or_too_much_leaves_nothing() {
        let mut transcript = Transcript::new(true);
        transcript.add(11, &vec![0; MAX_TRANSCRIPT]);
        assert_eq!(transcript.bytes(), None);
        let mut transcript = Transcript::new(true);
        transcript.break_off();
        transcript.add(1, b"abc");
        assert_eq!(transcript.bytes(), None);
    }
}
