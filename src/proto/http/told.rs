//! What is said of a request, a response and their bodies.

use crate::dialogue::Note;

use super::fields::Fields;
use super::reader::{Body, Head, Length};
use super::registry;

/// Media types that have a name of their own: how the type begins, and the name.
const KINDS: [(&str, &str); 10] = [
    ("application/x-www-form-urlencoded", "form"),
    ("multipart/form-data", "upload"),
    ("text/html", "html"),
    ("text/css", "style"),
    ("application/json", "json"),
    ("application/javascript", "script"),
    ("text/javascript", "script"),
    ("image/", "image"),
    ("text/plain", "text"),
    ("message/rfc822", "mail"),
];

/// `host`: the host, where it is another one than that of the request before.
pub(super) fn request(
    method: &str,
    host: Option<&String>,
    head: &Head,
    length: Length,
    masked: bool,
) -> Vec<Note> {
    let fields = &head.fields;
    let mut notes = vec![registry::method_note(method)];
    notes.extend(host.map(|host| Note::new("http-host").with("host", host.as_str())));
    notes.extend(masked.then(|| Note::new("http-query-masked")));
    notes.extend(announced(fields, length));
    notes.extend(fields.cookie.then(|| Note::new("http-cookie")));
    notes.extend(fields.authorization.then(|| Note::new("http-authorization")));
    notes.extend(fields.upgrade.as_ref().map(|to| Note::new("http-upgrade").with("to", to.as_str())));
    notes.extend(head.cut.then(|| Note::new("http-head-cut")));
    notes
}

pub(super) fn response(code: u16, head: &Head, length: Length, asked_for_head: bool) -> Vec<Note> {
    let fields = &head.fields;
    let mut notes = vec![registry::status_note(code)];
    notes.extend(fields.location.as_ref().map(|to| Note::new("http-location").with("to", to.as_str())));
    match length {
        Length::Other => notes.push(Note::new("http-tunnel")),
        _ if asked_for_head => notes.push(Note::new("http-no-body-head")),
        _ => notes.extend(announced(fields, length)),
    }
    notes.extend(fields.cookie.then(|| Note::new("http-set-cookie")));
    notes.extend(head.cut.then(|| Note::new("http-head-cut")));
    notes
}

/// The body as the fields announce it; what its length is not told by is known when it has passed.
fn announced(fields: &Fields, length: Length) -> Option<Note> {
    let media = fields.content_type.as_deref().unwrap_or("");
    let media = media.split(';').next().unwrap_or("").trim();
    let lower = media.to_ascii_lowercase();
    let known = KINDS.iter().find(|(begin, _)| lower.starts_with(begin)).map(|row| row.1);
    let kind = known.unwrap_or(if media.is_empty() { "none" } else { "other" });
    let note = |key| Note::new(key).with("kind", kind).with("media", media);
    match length {
        Length::Known(0) | Length::Other => None,
        Length::Known(size) => Some(note("http-body").with("bytes", size)),
        Length::Chunked => Some(note("http-body-chunked")),
        Length::UntilClose => Some(note("http-body-until-close")),
    }
}

/// What is known of a body only when it is over.
pub(super) fn body_passed(body: &Body, announced: bool) -> Vec<Note> {
    let mut notes = Vec::new();
    if !announced {
        notes.push(Note::new("http-body-size").with("bytes", body.size));
    }
    if body.cut || body.missing > 0 {
        let end = if body.cut { "no" } else { "yes" };
        notes.push(
            Note::new("http-body-broken")
                .with("missing", body.missing)
                .with("end", end)
                .with("bytes", body.size),
        );
    }
    notes
}

/// All fields of a message.
pub(super) fn listed(fields: &Fields) -> Option<Note> {
    let (list, more) = fields.listed()?;
    Some(Note::new("http-fields").with("list", list).with("more", more))
}
