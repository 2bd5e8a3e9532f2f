//! The keys of one handshake: what is known of its secrets, and what can be opened with them.

use std::collections::BTreeSet;

use super::handshake::Handshake;
use super::hello::ClientHello;
use super::keylog;
use super::messages::Pair;
use super::protection::derive;
use super::protection::{self, Algorithm, Opener, Unsupported};
use super::rsa_key;
use super::suite::CipherSuite;
use super::wire::{self, handshake as kinds};
use crate::dialogue::{Secrets, Side};

/// What is known of the secrets of a handshake.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// Lines that there were when this was last looked up.
    pub asked: usize,
    /// Whether a secret of this handshake is known.
    pub known: bool,
    /// Why its records cannot be read although a secret is known.
    pub unsupported: Option<Unsupported>,
    /// The suite as something to compute with.
    pub algorithm: Option<Algorithm>,
    /// Up to TLS 1.2.
    pub master: Option<Vec<u8>>,
    /// Up to TLS 1.2: what opens a side's records behind its Change Cipher Spec.
    pub waiting: Pair<Option<Opener>>,
    /// The hash of the messages up to Client Key Exchange (RFC 7627 section 3).
    pub session_hash: Option<Vec<u8>>,
    /// TLS 1.3: the traffic secrets of the handshake.
    pub handshake: Pair<Option<Vec<u8>>>,
    /// TLS 1.3: the traffic secrets of the data, as of the last Key Update.
    pub data: Pair<Option<Vec<u8>>>,
    /// TLS 1.3: the first traffic secrets of the data.
    pub first_data: Pair<Option<Vec<u8>>>,
    /// Protected records that were opened.
    pub opened: u64,
    /// Protected records that stayed closed.
    pub closed: u64,
}

impl Handshake {
    /// The secrets of this handshake.
    fn secrets(&self, secrets: &Secrets) -> Vec<(&'static str, Box<[u8]>)> {
        self.client.as_ref().map(|hello| secrets.of(&hello.random)).unwrap_or_default()
    }

    /// The suite that was chosen, as something to compute with.
    fn algorithm(&mut self) -> Option<Algorithm> {
        if self.keys.algorithm.is_none() {
            // A draft of TLS 1.3 derives its keys under other labels until draft 20.
            let version = if self.is_13() { 0x0304 } else { self.version? };
            match Algorithm::new(self.facts.cipher_suite.as_ref()?, version) {
                Ok(algorithm) => self.keys.algorithm = Some(algorithm),
                Err(why) => self.keys.unsupported = Some(why),
            }
        }
        self.keys.algorithm
    }

    /// Up to TLS 1.2: looks for the master secret and derives the keys of both sides from it.
    pub fn find_master(&mut self, secrets: &Secrets) {
        if self.keys.master.is_some() || self.is_13() {
            return;
        }
        self.keys.asked = secrets.lines();
        let Some(master) = self.master(secrets) else { return };
        self.keys.known = true;
        if let Some(compression @ 1..) = self.server.as_ref().map(|hello| hello.compression) {
            // It gave secrets away (CRIME), and no peer of today makes such records to try the reading of them on.
            let name = if compression == 1 { "DEFLATE".to_owned() } else { compression.to_string() };
            self.keys.unsupported = Some(Unsupported(format!("compression {name}")));
            return;
        }
        let (Some(version), Some(algorithm)) = (self.version, self.algorithm()) else { return };
        let (Some(client), Some(server)) = (&self.client, &self.server) else { return };
        let encrypt_then_mac = server.extensions.encrypt_then_mac;
        let randoms = (client.random.as_slice(), server.random.as_slice());
        if let Some(openers) = protection::keys(version, algorithm, &master, randoms, encrypt_then_mac) {
            self.keys.waiting = Pair { client: Some(openers.client), server: Some(openers.server) };
        }
        self.keys.master = Some(master);
    }

    fn master(&mut self, secrets: &Secrets) -> Option<Vec<u8>> {
        let known = self.secrets(secrets);
        let labelled = |label: &str| known.iter().find(|(known, _)| *known == label);
        if let Some((_, master)) = labelled(keylog::CLIENT_RANDOM) {
            return Some(master.to_vec());
        }
        if let Some((_, premaster)) = labelled(keylog::PMS_CLIENT_RANDOM) {
            return self.master_from(premaster);
        }
        if let Some((_, master)) =
            self.server.as_ref().filter(|hello| !hello.session_id.is_empty()).and_then(|hello| {
                secrets.of(&hello.session_id).into_iter().find(|(label, _)| *label == keylog::SESSION_ID)
            })
        {
            return Some(master.into_vec());
        }
        if let Some(earlier) = self.earlier(secrets).and_then(|earlier| earlier.secret) {
            return Some(earlier.into_vec());
        }
        let encrypted = self.encrypted_premaster.clone()?;
        let by_form = encrypted.get(..8).map(|first| secrets.of(first)).unwrap_or_default();
        if let Some((_, premaster)) = by_form.into_iter().find(|(label, _)| *label == keylog::RSA) {
            return self.master_from(&premaster);
        }
        let premaster = secrets.keys().iter().find_map(|key| rsa_key::decrypt(key, &encrypted))?;
        self.master_from(&premaster)
    }

    /// The master secret from the pre-master secret (RFC 5246 section 8.1; bound to the handshake: RFC 7627 section 4).
    pub fn master_from(&mut self, premaster: &[u8]) -> Option<Vec<u8>> {
        let version = self.version?;
        let prf = self.algorithm()?.prf;
        let (client, server) = (self.client.as_ref()?, self.server.as_ref()?);
        if server.extensions.extended_master_secret && client.extensions.extended_master_secret {
            let hash = self.keys.session_hash.as_ref()?;
            return Some(derive::expand(version, prf, premaster, b"extended master secret", &[hash], 48));
        }
        let seeds: [&[u8]; 2] = [&client.random, &server.random];
        Some(derive::expand(version, prf, premaster, b"master secret", &seeds, 48))
    }

    /// Keeps what Client Key Exchange leaves to compute with: the pre-master secret, encrypted, and the hash that the
    /// extended master secret takes.
    pub fn keep_exchange(&mut self, body: &[u8]) {
        if self.exchange() == Some("RSA") {
            // RFC 5246 section 7.4.7.1; SSL 3.0 writes no length (RFC 6101 section 5.6.7.1).
            let sized = wire::vector16(body).ok().filter(|(rest, _)| rest.is_empty());
            self.encrypted_premaster = Some(sized.map_or(body, |(_, sized)| sized).to_vec());
        }
        let bound = self.server.as_ref().is_some_and(|hello| hello.extensions.extended_master_secret);
        if let (true, Some(version), Some(algorithm)) = (bound, self.version, self.algorithm()) {
            let messages = self.transcript.bytes();
            self.keys.session_hash =
                messages.map(|messages| derive::transcript_hash(version, algorithm.prf, messages));
        }
    }

    /// TLS 1.3: looks for the traffic secrets.
    pub fn find_traffic_secrets(&mut self, secrets: &Secrets) {
        self.keys.asked = secrets.lines();
        for (label, secret) in self.secrets(secrets) {
            let keys = &mut self.keys;
            let (slot, first) = match label {
                keylog::CLIENT_HANDSHAKE => (&mut keys.handshake.client, None),
                keylog::SERVER_HANDSHAKE => (&mut keys.handshake.server, None),
                keylog::CLIENT_TRAFFIC => (&mut keys.data.client, Some(&mut keys.first_data.client)),
                keylog::SERVER_TRAFFIC => (&mut keys.data.server, Some(&mut keys.first_data.server)),
                _ => continue,
            };
            keys.known = true;
            if let Some(first) = first {
                if slot != first {
                    // It has gone on with Key Update since.
                    continue;
                }
                *first = Some(secret.clone().into_vec());
            }
            *slot = Some(secret.into_vec());
        }
        if self.keys.known {
            self.algorithm();
        }
    }

    /// TLS 1.3: what may open a side's records from here on, the likeliest first: the handshake's key, and the data's
    /// in case the messages between them are missing.
    pub fn openers_13(&self, side: Side) -> Vec<Opener> {
        let secrets = [self.keys.handshake.of(side), self.keys.data.of(side)];
        secrets.into_iter().flatten().filter_map(|secret| self.opener_13(secret)).collect()
    }

    /// TLS 1.3: what opens a side's data.
    pub fn data_opener(&self, side: Side) -> Option<Opener> {
        self.opener_13(self.keys.data.of(side).as_ref()?)
    }

    fn opener_13(&self, secret: &[u8]) -> Option<Opener> {
        let algorithm = self.keys.algorithm.filter(|algorithm| secret.len() == algorithm.prf.len())?;
        protection::traffic_key(algorithm, secret)
    }

    /// TLS 1.3: the side's next data secret (RFC 8446 section 7.2).
    pub fn update_key(&mut self, side: Side) -> Option<Opener> {
        let hash = self.keys.algorithm?.prf;
        let next = protection::next_traffic_secret(hash, self.keys.data.of(side).as_ref()?);
        *self.keys.data.of_mut(side) = Some(next);
        self.data_opener(side)
    }

    /// Keeps a message for what is computed over all of them. `later`: the handshake is over.
    pub fn keep_message(&mut self, kind: u8, body: &[u8], later: bool) {
        match kind {
            // Neither is part of a handshake (RFC 8446 section 4.4.1), wherever it comes.
            kinds::NEW_SESSION_TICKET | kinds::KEY_UPDATE if self.is_13() => {}
            // Another authentication begins again from the handshake's own messages; one is enough to be checked.
            kinds::FINISHED if later => self.transcript.break_off(),
            _ => self.transcript.add(kind, body),
        }
    }

    /// What Finished of a side must hold; `None` where that cannot be computed. `later`: of an authentication behind the
    /// handshake, which takes the secret of the data (RFC 8446 section 4.4).
    pub fn expected_finished(&self, side: Side, later: bool) -> Option<Vec<u8>> {
        let messages = self.transcript.bytes()?;
        let algorithm = self.keys.algorithm?;
        if self.is_13() {
            let secrets = if later { &self.keys.data } else { &self.keys.handshake };
            let secret = secrets.of(side).as_ref()?;
            return Some(protection::verify_data_13(algorithm.prf, secret, messages));
        }
        let master = self.keys.master.as_ref()?;
        let client = side == Side::Client;
        Some(protection::verify_data(self.version?, algorithm.prf, master, client, messages))
    }
}

/// Suites of TLS 1.3 that can be computed (RFC 8446 appendix B.4).
pub(super) const MAX_EARLY: usize = 5;

/// What may open early data: under which suite it was encrypted, the session before decided (RFC 8446 section 4.2.10),
/// so each that was offered and has a hash as long as the secret is tried.
pub(super) fn early_openers(hello: &ClientHello, secrets: &Secrets) -> Vec<Opener> {
    let known = secrets.of(&hello.random);
    let Some((_, secret)) = known.iter().find(|(label, _)| *label == keylog::CLIENT_EARLY) else {
        return Vec::new();
    };
    // Each once: a hello has room for 32,767.
    let suites: BTreeSet<u16> = hello.real_suites().filter(|suite| suite >> 8 == 0x13).collect();
    suites
        .into_iter()
        .filter_map(|suite| Algorithm::new(&CipherSuite::new(suite), 0x0304).ok())
        .filter(|algorithm| algorithm.prf.len() == secret.len())
        .filter_map(|algorithm| protection::traffic_key(algorithm, secret))
        .collect()
}
