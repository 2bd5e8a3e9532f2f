//! The byte map of a handshake message: which bytes are which field.
//!
//! Offsets count from the message's own header. What cannot be taken apart ends in a field `rest`, so that every byte
//! belongs to some field; a field's parts in turn cover the field.

use super::certificate::Certificate;
use super::handshake::Handshake;
use super::hello;
use super::key_exchange::Form;
use super::messages::named;
use super::registry::{self, name};
use super::verify::messages::form;
use super::wire::{self, handshake as kinds};
use crate::dialogue::{Field, Note};

mod exchange;
mod extensions;
mod map;
mod messages;
mod values;

use extensions::Within;
pub(super) use extensions::purpose;
use map::{Map, field};

/// What the form of a message depends on.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Layout<'a> {
    /// Whether TLS 1.3 was chosen.
    pub is_13: bool,
    /// The version chosen.
    pub version: Option<u16>,
    /// What the suite demands.
    pub form: Option<Form<'a>>,
}

impl<'a> Layout<'a> {
    /// Of a handshake so far.
    pub fn of(shake: &'a Handshake) -> Self {
        Layout { is_13: shake.is_13(), version: shake.version, form: form(shake) }
    }
}

/// The fields of a whole message.
pub(super) fn fields(kind: u8, body: &[u8], from: hello::From, layout: Layout<'_>) -> Vec<Field> {
    let mut map = Map::new(body);
    let (_, label) = named(kind);
    map.fields.push(field("handshake type", format!("{kind} ({label})"), (0, 1)));
    map.fields.push(field("length", body.len().to_string(), (1, 4)));
    // `None` stands for a message that ends early; what was read until then stays.
    let _whole = match kind {
        kinds::CLIENT_HELLO => client_hello(&mut map),
        kinds::SERVER_HELLO => server_hello(&mut map, from),
        kinds::CERTIFICATE => certificates(&mut map, layout.is_13),
        kinds::SERVER_KEY_EXCHANGE => exchange::server(&mut map, layout.form),
        kinds::CLIENT_KEY_EXCHANGE => exchange::client(&mut map, layout.form),
        kinds::NEW_SESSION_TICKET => messages::new_session_ticket(&mut map, layout.is_13),
        kinds::CERTIFICATE_VERIFY => messages::certificate_verify(&mut map, layout),
        kinds::CERTIFICATE_REQUEST => messages::certificate_request(&mut map, layout),
        kinds::FINISHED => map.opaque("verify data", body.len(), Some("tls-field-verify-data")).map(drop),
        kinds::ENCRYPTED_EXTENSIONS => extensions::list(&mut map, Within::Server),
        kinds::CERTIFICATE_STATUS => messages::certificate_status(&mut map),
        kinds::KEY_UPDATE => map.code_of("request update", 1, values::key_update).map(drop),
        kinds::COMPRESSED_CERTIFICATE => messages::compressed_certificate(&mut map),
        kinds::CERTIFICATE_URL => messages::certificate_url(&mut map),
        kinds::SUPPLEMENTAL_DATA => messages::supplemental_data(&mut map),
        kinds::NEXT_PROTOCOL => messages::next_protocol(&mut map),
        _ => Some(()),
    };
    map.rest();
    map.fields
}

fn version(map: &mut Map<'_>, name: &str, note: &'static str) -> Option<()> {
    let (number, range) = map.number(2)?;
    let version = u16::try_from(number).ok()?;
    let mut shown = field(name, format!("0x{version:04x} ({})", registry::version(version)), range);
    shown.note = Some(Note::new(note));
    map.push(shown);
    Some(())
}

fn suite(map: &mut Map<'_>) -> Option<()> {
    let (number, range) = map.number(2)?;
    let number = u16::try_from(number).ok()?;
    let mut shown = field("cipher suite", name(&registry::CIPHER_SUITES, number), range);
    if registry::is_grease(number) {
        shown.note = Some(Note::new("tls-field-grease"));
    } else if shown.value.ends_with("_SCSV") {
        shown.note = Some(Note::new("tls-field-signal"));
    }
    map.push(shown);
    Some(())
}

fn client_hello(map: &mut Map<'_>) -> Option<()> {
    version(map, "client version", "tls-field-client-version")?;
    map.opaque("random", 32, Some("tls-field-random"))?;
    let id = map.length("session id length", 1)?;
    if id > 0 {
        map.opaque("session id", id, Some("tls-field-session-id"))?;
    }
    let suites = map.length("cipher suites length", 2)?;
    for _ in 0..suites / 2 {
        suite(map)?;
    }
    let methods = map.length("compression methods length", 1)?;
    map.opaque("compression methods", methods, Some("tls-field-compression"))?;
    extensions::list(map, Within::Client)
}

fn server_hello(map: &mut Map<'_>, from: hello::From) -> Option<()> {
    let short = wire::numbers16(map.rest).next().is_some_and(wire::is_short_draft);
    version(map, "server version", "tls-field-server-version")?;
    map.opaque("random", 32, Some("tls-field-random"))?;
    if short {
        suite(map)?;
        return extensions::list(map, from.into());
    }
    let id = map.length("session id length", 1)?;
    if id > 0 {
        map.opaque("session id", id, Some("tls-field-session-id"))?;
    }
    suite(map)?;
    map.opaque("compression method", 1, Some("tls-field-compression"))?;
    extensions::list(map, from.into())
}

fn certificates(map: &mut Map<'_>, is_13: bool) -> Option<()> {
    if is_13 {
        map.vector("certificate request context", 1, None)?;
    }
    let all = map.length("certificates length", 3)?;
    map.list(all, |list| {
        let len = list.length("certificate length", 3)?;
        let (der, range) = list.take(len)?;
        let certificate = Certificate::read(der);
        list.push(field("certificate", certificate.subject.unwrap_or_else(|| "?".to_owned()), range));
        if is_13 {
            extensions::list(list, Within::Certificate)?;
        }
        Some(())
    })
}
