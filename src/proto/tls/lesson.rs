//! A handshake as a lesson: what was chosen, what was checked, and how the keys follow from each other.

use super::facts::{Resumed, TlsFacts};
use super::handshake::Handshake;
use super::protection::{self, derive};
use super::registry;
use super::wire::RecordHeader;
use crate::dialogue::{Arg, Check, CheckState, Derived, Field, Frames, Lesson, Note, Raw, Secret, Side, hex};

/// Notes that say what came of a check: in a lesson they stand by themselves.
const CHECKS: &[(&str, CheckState)] = &[
    ("tls-signature-valid", CheckState::Valid),
    ("tls-signature-wrong", CheckState::Invalid),
    ("tls-signature-unchecked", CheckState::Unchecked),
    ("tls-chain-signed", CheckState::Valid),
    ("tls-chain-self-signed", CheckState::Valid),
    ("tls-chain-no-issuer", CheckState::Unchecked),
    ("tls-chain-wrong", CheckState::Invalid),
    ("tls-chain-unchecked", CheckState::Unchecked),
    ("tls-finished-valid", CheckState::Valid),
    ("tls-finished-invalid", CheckState::Invalid),
];

impl Handshake {
    /// Takes the results of checks out of a step's notes.
    pub fn take_checks(&mut self, about: &Arg, frames: &Frames, notes: &mut Vec<Note>) {
        let state = |note: &Note| CHECKS.iter().find(|(key, _)| *key == note.key).map(|(_, state)| *state);
        for note in notes.extract_if(.., |note| state(note).is_some()) {
            let Some(state) = state(&note) else { continue };
            // Of a chain the line itself says which certificate it is about.
            let about = (!note.key.starts_with("tls-chain-")).then(|| about.clone());
            self.checks.push(Check { state, frames: frames.clone(), about, note });
        }
    }

    /// What the name and the dates of the server's certificate come to.
    pub fn check_certificate(&mut self, frames: &Frames, day: Option<&str>) {
        let Some(own) = self.facts.certificates.first() else { return };
        let state = |check: &Option<String>| match check.as_deref() {
            Some("valid") => CheckState::Valid,
            Some(check) if check.starts_with("invalid") => CheckState::Invalid,
            _ => CheckState::Unchecked,
        };
        let said = |state: CheckState| match state {
            CheckState::Valid => "valid",
            CheckState::Invalid => "invalid",
            CheckState::Unchecked => "unchecked",
        };
        let name = state(&self.facts.checks.name_match);
        let names = Note::new("tls-check-name")
            .with("state", said(name))
            .with("name", self.facts.server_name.as_deref().unwrap_or("-"))
            .with("names", own.names.join(", "));
        let time = state(&self.facts.checks.valid_at_capture);
        let date = |moment: &Option<String>| {
            moment.as_deref().and_then(|moment| moment.get(..10)).map(str::to_owned)
        };
        let dates = Note::new("tls-check-dates")
            .with("state", said(time))
            .with("from", date(&own.not_before).unwrap_or_else(|| "?".to_owned()))
            .with("to", date(&own.not_after).unwrap_or_else(|| "?".to_owned()))
            .with("day", day.unwrap_or("?"));
        for (state, note) in [(name, names), (time, dates)] {
            self.checks.push(Check { state, frames: frames.clone(), about: None, note });
        }
    }

    /// The lesson of a handshake that is over.
    pub fn lesson(&mut self, reveal: bool) -> Lesson {
        let schedule = self.schedule(reveal);
        let facts = &self.facts;
        let mut title =
            Note::new("tls-lesson-title").with("version", facts.version.as_deref().unwrap_or("TLS")).with(
                "kind",
                match (facts.renegotiation, facts.resumed, facts.hello_retry) {
                    _ if self.fatal.is_some() => "failed",
                    (true, _, _) => "renegotiation",
                    (_, Resumed::SessionId | Resumed::Ticket | Resumed::Psk, _) => "resumed",
                    (_, Resumed::No, true) => "retry",
                    (_, Resumed::No, false) => "full",
                    (_, Resumed::Unknown, _) => "unknown",
                },
            );
        let suite = facts.cipher_suite.as_ref();
        title = title
            .with("suite", suite.map_or("-".to_owned(), |suite| format!("{} ({})", suite.name, suite.hex())));
        title = title.with("group", facts.group.as_deref().unwrap_or("-"));
        let mut parts = Vec::new();
        if let Some(suite) = suite {
            let part = |part: &Option<String>| part.clone().unwrap_or_else(|| "-".to_owned());
            let key = if self.is_13() { "tls-lesson-parts-13" } else { "tls-lesson-parts" };
            parts.push(
                Note::new(key)
                    .with("exchange", part(&suite.key_exchange))
                    .with("authentication", part(&suite.authentication))
                    .with("cipher", part(&suite.cipher))
                    .with("hash", part(&suite.hash))
                    .with("protection", suite.protection())
                    .with("prf", suite.prf(self.version.unwrap_or(0x0303))),
            );
        }
        let shown = certificates(facts);
        Lesson { title: vec![title], parts, shown, checks: std::mem::take(&mut self.checks), schedule }
    }

    /// The key schedule, as far as its secrets are known.
    fn schedule(&self, reveal: bool) -> Vec<Derived> {
        let (Some(client), Some(algorithm)) = (&self.client, self.keys.algorithm) else { return Vec::new() };
        let Some(server) = &self.server else { return Vec::new() };
        if !self.keys.known {
            return Vec::new();
        }
        let mut all = Table { rows: Vec::new(), reveal };
        all.public(
            "client_random",
            Some(Side::Client),
            "ClientHello.random",
            &client.random,
            "tls-key-random",
        );
        all.public(
            "server_random",
            Some(Side::Server),
            "ServerHello.random",
            &server.random,
            "tls-key-random",
        );
        if self.is_13() {
            self.schedule_13(&mut all);
            return all.rows;
        }
        let (Some(version), Some(master)) = (self.version, &self.keys.master) else { return all.rows };
        let resumed = matches!(self.facts.resumed, Resumed::SessionId | Resumed::Ticket);
        let formula = match (version, self.keys.session_hash.is_some()) {
            // RFC 5246 section 7.3: a resumed session keeps its master secret.
            _ if resumed => "resumed_session.master_secret",
            (0x0300, _) => "MD5(pre_master + SHA('A' + pre_master + randoms)) + ...",
            (_, true) => "PRF(pre_master_secret, \"extended master secret\", session_hash)[0..47]",
            (_, false) => "PRF(pre_master_secret, \"master secret\", client_random + server_random)[0..47]",
        };
        all.add("master_secret", None, formula, master, "tls-key-master");
        let block = protection::key_block(version, algorithm, master, (&client.random, &server.random));
        let formula = if version == 0x0300 {
            "MD5(master_secret + SHA('A' + master_secret + randoms)) + ..."
        } else {
            "PRF(master_secret, \"key expansion\", server_random + client_random)"
        };
        for ((name, side), value) in [
            ("client_write_MAC_key", Side::Client),
            ("server_write_MAC_key", Side::Server),
            ("client_write_key", Side::Client),
            ("server_write_key", Side::Server),
            ("client_write_IV", Side::Client),
            ("server_write_IV", Side::Server),
        ]
        .into_iter()
        .zip(block)
        {
            let key = match name {
                name if name.ends_with("MAC_key") => "tls-key-mac",
                name if name.ends_with("IV") => "tls-key-iv",
                _ => "tls-key-write",
            };
            all.add(name, Some(side), formula, &value, key);
        }
        all.rows
    }

    /// RFC 8446 section 7.1 to 7.3. A key log has the traffic secrets; what is above them in the tree is not in it.
    fn schedule_13(&self, all: &mut Table) {
        let Some(algorithm) = self.keys.algorithm else { return };
        let (_, length, _) = algorithm.lengths(0x0304);
        let expand =
            |secret: &[u8], label: &[u8], len| derive::expand_label(algorithm.prf, secret, label, b"", len);
        for (stage, secrets, label) in [
            ("handshake", &self.keys.handshake, "hs traffic"),
            ("application", &self.keys.first_data, "ap traffic"),
        ] {
            for side in [Side::Client, Side::Server] {
                let Some(secret) = secrets.of(side) else { continue };
                let who = if side == Side::Client { "client" } else { "server" };
                let name =
                    format!("{who}_{stage}_traffic_secret{}", if stage == "application" { "_0" } else { "" });
                let (letter, until) =
                    (&who[..1], if stage == "handshake" { "ServerHello" } else { "server Finished" });
                let from = if stage == "handshake" { "Handshake Secret" } else { "Master Secret" };
                let formula = format!("Derive-Secret({from}, \"{letter} {label}\", ClientHello...{until})");
                let key =
                    if stage == "handshake" { "tls-key-handshake-secret" } else { "tls-key-data-secret" };
                all.add(&name, Some(side), &formula, secret, key);
                let of =
                    |label: &str, len: usize| format!("HKDF-Expand-Label({name}, \"{label}\", \"\", {len})");
                all.add(
                    &format!("{who} {stage} key"),
                    Some(side),
                    &of("key", length),
                    &expand(secret, b"key", length),
                    "tls-key-write",
                );
                all.add(
                    &format!("{who} {stage} iv"),
                    Some(side),
                    &of("iv", 12),
                    &expand(secret, b"iv", 12),
                    "tls-key-iv",
                );
                if stage == "handshake" {
                    let len = algorithm.prf.len();
                    all.add(
                        &format!("{who} finished_key"),
                        Some(side),
                        &of("finished", len),
                        &expand(secret, b"finished", len),
                        "tls-key-finished",
                    );
                }
            }
        }
    }
}

/// The certificates, each in a line.
fn certificates(facts: &TlsFacts) -> Vec<Note> {
    let mut lines = Vec::new();
    for (side, chain) in [("S", &facts.certificates), ("C", &facts.client_certificates)] {
        for (index, own) in chain.iter().enumerate() {
            let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "?".to_owned());
            let mut usages: Vec<&str> = own.usages.clone();
            usages.extend(own.extended_usages.iter().map(String::as_str));
            let joined = |list: &[&str]| if list.is_empty() { "-".to_owned() } else { list.join(", ") };
            let names: Vec<&str> = own.names.iter().map(String::as_str).collect();
            let print =
                own.sha256.as_bytes().chunks(2).map(String::from_utf8_lossy).collect::<Vec<_>>().join(":");
            lines.push(
                Note::new("tls-certificate-line")
                    .with("side", side)
                    .with("number", index + 1)
                    .with("subject", text(&own.subject))
                    .with("issuer", text(&own.issuer))
                    .with("serial", text(&own.serial))
                    .with("names", joined(&names))
                    .with("key", own.key.to_string())
                    .with("usages", joined(&usages))
                    .with(
                        "ca",
                        match own.ca {
                            Some(true) => "yes",
                            _ => "no",
                        },
                    )
                    .with("from", text(&own.not_before))
                    .with("to", text(&own.not_after))
                    .with("signature", text(&own.signature_algorithm))
                    .with("print", print),
            );
        }
    }
    lines
}

/// The rows of a key schedule.
struct Table {
    rows: Vec<Derived>,
    reveal: bool,
}

impl Table {
    fn add(&mut self, name: &str, side: Option<Side>, formula: &str, value: &[u8], note: &'static str) {
        if !value.is_empty() {
            self.push(name, side, formula, value, note, self.reveal);
        }
    }

    /// A value that anyone could see.
    fn public(&mut self, name: &str, side: Option<Side>, formula: &str, value: &[u8], note: &'static str) {
        self.push(name, side, formula, value, note, true);
    }

    fn push(
        &mut self,
        name: &str,
        side: Option<Side>,
        formula: &str,
        value: &[u8],
        note: &'static str,
        reveal: bool,
    ) {
        self.rows.push(Derived {
            name: name.to_owned(),
            side,
            formula: formula.to_owned(),
            length: value.len(),
            value: Secret::new(&hex(value), reveal),
            note: Note::new(note),
        });
    }
}

/// The bytes of a message, and the header of the record that it begins.
pub(super) fn raw(kind: u8, body: &[u8], record: Option<RecordHeader>) -> Raw {
    let mut bytes = vec![kind];
    let length = u32::try_from(body.len()).unwrap_or(u32::MAX).to_be_bytes();
    bytes.extend_from_slice(length.get(1..).unwrap_or_default());
    bytes.extend_from_slice(body);
    let (header, header_fields) = record.map(record_map).unwrap_or_default();
    Raw { header, header_fields, bytes }
}

/// The bytes of a record's header, and what they are (RFC 8446 section 5.1).
pub(super) fn record_map(header: RecordHeader) -> (Vec<u8>, Vec<Field>) {
    let mut bytes = vec![header.kind];
    bytes.extend(header.version.to_be_bytes());
    bytes.extend(header.length.to_be_bytes());
    let field = |name: &str, value: String, bytes: (u64, u64), note: Option<&'static str>| Field {
        name: name.to_owned(),
        value,
        bytes,
        note: note.map(Note::new),
        fields: Vec::new(),
    };
    let version = format!("0x{:04x} ({})", header.version, registry::version(header.version));
    let fields = vec![
        field(
            "content type",
            format!("{} ({})", header.kind, content(header.kind)),
            (0, 1),
            Some("tls-field-content-type"),
        ),
        field("record version", version, (1, 3), Some("tls-field-record-version")),
        field("record length", header.length.to_string(), (3, 5), None),
    ];
    (bytes, fields)
}

/// The RFC's name of a content type.
fn content(kind: u8) -> &'static str {
    match kind {
        20 => "change_cipher_spec",
        21 => "alert",
        22 => "handshake",
        23 => "application_data",
        24 => "heartbeat",
        _ => "unknown",
    }
}
