//! Names of messages and records, and a pair of values, one per side.

use super::wire::content;
use crate::dialogue::Side;

/// One value per side.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pair<T> {
    /// The client's.
    pub client: T,
    /// The server's.
    pub server: T,
}

impl<T> Pair<T> {
    /// One side's.
    pub fn of(&self, side: Side) -> &T {
        match side {
            Side::Client => &self.client,
            Side::Server => &self.server,
        }
    }

    /// One side's, to change it.
    pub fn of_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Client => &mut self.client,
            Side::Server => &mut self.server,
        }
    }
}

/// Type, kind of step, name in Wireshark (IANA, "TLS HandshakeType").
const MESSAGES: &[(u8, &str, &str)] = &[
    (0, "tls.hello_request", "Hello Request"),
    (1, "tls.client_hello", "Client Hello"),
    (2, "tls.server_hello", "Server Hello"),
    (4, "tls.new_session_ticket", "New Session Ticket"),
    (5, "tls.end_of_early_data", "End of Early Data"),
    (8, "tls.encrypted_extensions", "Encrypted Extensions"),
    (11, "tls.certificate", "Certificate"),
    (12, "tls.server_key_exchange", "Server Key Exchange"),
    (13, "tls.certificate_request", "Certificate Request"),
    (14, "tls.server_hello_done", "Server Hello Done"),
    (15, "tls.certificate_verify", "Certificate Verify"),
    (16, "tls.client_key_exchange", "Client Key Exchange"),
    (20, "tls.finished", "Finished"),
    (21, "tls.certificate_url", "Certificate URL"),
    (22, "tls.certificate_status", "Certificate Status"),
    (23, "tls.supplemental_data", "Supplemental Data"),
    (24, "tls.key_update", "Key Update"),
    (25, "tls.compressed_certificate", "Compressed Certificate"),
    (67, "tls.next_protocol", "Next Protocol"),
];

/// The name in Wireshark of a kind of message, or of an alert.
pub(super) fn named_kind(kind: &str) -> &'static str {
    let row = MESSAGES.iter().find(|row| row.1.strip_prefix("tls.") == Some(kind));
    row.map_or("Alert", |row| row.2)
}

/// Kind of step and name of a message of this type.
pub(super) fn named(kind: u8) -> (&'static str, &'static str) {
    let row = MESSAGES.iter().find(|row| row.0 == kind);
    row.map_or(("tls.unknown_handshake", "Unknown Handshake Message"), |row| (row.1, row.2))
}

/// The key of a kind's explanation: `tls.client_hello` → `tls-client-hello`.
pub(super) fn key(kind: &str) -> String {
    kind.replace(['.', '_'], "-")
}

/// Kind of step and name of a record that is not a handshake message.
pub(super) fn record_named(kind: u8) -> (&'static str, &'static str) {
    match kind {
        content::CHANGE_CIPHER_SPEC => ("tls.change_cipher_spec", "Change Cipher Spec"),
        content::HEARTBEAT => ("tls.heartbeat", "Heartbeat"),
        _ => ("tls.unknown_record", "Unknown Record"),
    }
}
