//! The likely cause of an alert.

use super::facts::ClientCertificate;
use super::handshake::Handshake;
use super::registry;
use crate::dialogue::Side;

/// The key of the text that names the cause. What was said before the alert tells more than its number.
pub(super) fn cause(shake: &Handshake, side: Side, description: u8) -> String {
    let refused = shake.facts.client_certificate == Some(ClientCertificate::Refused);
    let answered = shake.server.is_some();
    let known = match (description, side) {
        // RFC 5246 section 7.4.6: a server that insists answers an empty Certificate with handshake_failure.
        (40, Side::Server) if refused => "tls-cause-client-certificate-refused",
        (40, Side::Server) if shake.client.is_some() && !answered => "tls-cause-nothing-in-common",
        (70, Side::Server) if shake.client.is_some() && !answered => "tls-cause-version-too-low",
        _ => "",
    };
    if !known.is_empty() {
        return known.to_owned();
    }
    if registry::registered(&registry::ALERTS, u16::from(description)).is_none() {
        return "tls-cause-unknown".to_owned();
    }
    format!("tls-cause-{}", registry::alert(description).0.replace('_', "-"))
}
