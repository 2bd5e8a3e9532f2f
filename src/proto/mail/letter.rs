//! What a mail says that was kept: its header in full, where it came through, its signatures, its contents, its first
//! lines.
//!
//! Read from the kept bytes at the mail's end, over the tree that was made as it passed ([`Part::body`] says where a body
//! stands): there is one reader of MIME, and a mail that is not kept pays for none of this.

use sha2::{Digest, Sha256};

use super::header::{self, Fields};
use super::transfer::{self, Decoder};
use super::uu::{self, Uu};
use super::words::{self, Seen};
use super::{date, dkim, kinds, preview, received};
use crate::dialogue::{
    Content, ContentEncoding, Differs, HeaderField, Letter, Message, Missing, Part, wire_text,
};

/// Files uuencoded in texts that are listed.
const MAX_UU: usize = 100;

/// What the letter is read from.
pub(super) struct Sheet<'a> {
    pub(super) message: &'a Message,
    /// The bytes that were seen.
    pub(super) raw: &'a [u8],
    /// Where the header ends and the body begins, in them; `None` where that is in a gap.
    pub(super) header_end: Option<(u64, u64)>,
    pub(super) gaps: Vec<Missing>,
}

/// Some of the bytes.
pub(super) fn slice(raw: &[u8], (from, to): (u64, u64)) -> &[u8] {
    let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX).min(raw.len());
    raw.get(place(from)..place(to)).unwrap_or_default()
}

pub(super) fn read(sheet: Sheet<'_>) -> Letter {
    let Sheet { message, raw, header_end, gaps } = sheet;
    // Of a header with a gap in it, what stands before the gap.
    let end = header_end
        .map(|end| end.0)
        .or_else(|| gaps.first().map(|gap| gap.behind))
        .unwrap_or(raw.len() as u64);
    let all = slice(raw, (0, end));
    let mut block = all.get(..super::scan::MAX_HEADER).unwrap_or(all);
    if header_end.is_none() || block.len() < all.len() {
        block = block.get(..header::last_field(block)).unwrap_or_default();
    }
    let fields = Fields::of(block);
    let mut seen = Seen::default();
    let addresses = |name: &str| -> Vec<String> {
        let raw = fields.list.iter().filter(|field| field.name.eq_ignore_ascii_case(name.as_bytes()));
        raw.flat_map(|field| header::addresses(field.value, &mut Seen::default())).collect()
    };
    let bare =
        |names: &[&str]| names.iter().flat_map(|name| addresses(name)).map(|one| address(&one)).collect();
    let body = header_end.filter(|_| message.complete).map(|(_, from)| slice(raw, (from, raw.len() as u64)));
    let named = fields.list.iter().map(|field| (field.name, field.value));
    Letter {
        header: block.to_vec(),
        from: bare(&["from"]),
        to: bare(&["to", "cc", "bcc"]),
        cc: addresses("cc"),
        date: fields.first("date").and_then(date::read),
        hops: named
            .clone()
            .filter(|(name, _)| name.eq_ignore_ascii_case(b"received"))
            .take(received::MAX_HOPS)
            .map(|(_, value)| received::read(value))
            .collect(),
        signatures: dkim::read(named, body),
        body_sha256: body.map(|body| Sha256::digest(body).into()),
        contents: contents(message, raw),
        preview: preview::read(&message.parts, raw),
        fields: fields
            .list
            .iter()
            .map(|field| HeaderField {
                name: wire_text(field.name),
                raw: (field.from, field.from + field.value.len()),
                text: words::text(field.value, &mut seen),
            })
            .collect(),
        gaps,
        more_gaps: 0,
    }
}

/// The address of `Name <address>`, in lower case: what is compared with the envelope, where servers do not mind case.
fn address(mailbox: &str) -> String {
    let inside = mailbox.rsplit_once('<').map(|(_, behind)| behind.trim_end_matches('>'));
    inside.unwrap_or(mailbox).trim().to_lowercase()
}

/// SHA-256 of bytes.
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// The bytes of a content, decoded. `raw` are those of its mail.
pub fn content(raw: &[u8], content: &Content) -> Vec<u8> {
    let decoder = match content.encoding {
        ContentEncoding::Identity => Decoder::of(None),
        ContentEncoding::Base64 => Decoder::of(Some("base64")),
        ContentEncoding::Quoted => Decoder::of(Some("quoted-printable")),
        ContentEncoding::Uu => Decoder::Uu(Uu::default()),
    };
    transfer::decode(decoder, slice(raw, content.span))
}

fn contents(message: &Message, raw: &[u8]) -> Vec<Content> {
    let mut found = Vec::new();
    walk(&message.parts, "", raw, &mut found);
    found
}

fn walk(parts: &[Part], above: &str, raw: &[u8], found: &mut Vec<Content>) {
    for (index, part) in parts.iter().enumerate() {
        let number = index + 1;
        let path = if above.is_empty() { number.to_string() } else { format!("{above}.{number}") };
        let enclosed = matches!(part.kind.as_str(), "message/rfc822" | "message/global" | "message/news");
        let multipart = part.kind.starts_with("multipart/");
        if enclosed && !above.is_empty() || !multipart && part.parts.is_empty() {
            let attachment = part.filename.is_some()
                || !multipart && !matches!(part.kind.as_str(), "text/plain" | "text/html");
            let encoding = match Decoder::of(part.encoding.as_deref()) {
                Decoder::Identity => ContentEncoding::Identity,
                Decoder::Base64(_) => ContentEncoding::Base64,
                Decoder::Quoted(_) => ContentEncoding::Quoted,
                Decoder::Uu(_) => ContentEncoding::Uu,
            };
            let mut one = Content {
                path: path.clone(),
                span: part.body,
                encoding,
                kind: part.kind.clone(),
                filename: part.filename.clone(),
                whole: part.whole,
                attachment,
                ..Content::default()
            };
            // A name in a uuencoded part stands in its first line.
            if encoding == ContentEncoding::Uu && one.filename.is_none() {
                one.filename = begins(slice(raw, part.body)).next().map(|(_, name)| wire_text(name));
            }
            look_at(&mut one, raw);
            let inline = part.kind == "text/plain" && encoding == ContentEncoding::Identity;
            found.push(one);
            if inline {
                uuencoded(part, &path, raw, found);
            }
        }
        walk(&part.parts, &path, raw, found);
    }
}

/// Size, hash and kind of a content.
fn look_at(one: &mut Content, raw: &[u8]) {
    let bytes = content(raw, one);
    one.size = bytes.len() as u64;
    one.sha256 = one.whole.then(|| Sha256::digest(&bytes).into());
    one.found = kinds::of(&bytes);
    // A text that only looks like a page is shown as text.
    one.differs = match one.attachment || one.found.is_some_and(|kind| kind.media != "text/html") {
        true => kinds::differs(one.found, &one.kind, one.filename.as_deref()),
        false => Differs::Nothing,
    };
}

/// Files in a text that begin with `begin 644 name`.
fn uuencoded(part: &Part, path: &str, raw: &[u8], found: &mut Vec<Content>) {
    let body = slice(raw, part.body);
    let places: Vec<(usize, &[u8])> = begins(body).take(MAX_UU + 1).collect();
    for (index, &(at, name)) in places.iter().take(MAX_UU).enumerate() {
        // Up to the next one: what has no end of its own is not read again and again.
        let to = places.get(index + 1).map_or(part.body.1, |next| part.body.0 + next.0 as u64);
        let mut one = Content {
            path: format!("{path}.{}", index + 1),
            span: (part.body.0 + at as u64, to),
            encoding: ContentEncoding::Uu,
            kind: "application/octet-stream".to_owned(),
            filename: Some(wire_text(name)),
            whole: part.whole,
            attachment: true,
            ..Content::default()
        };
        // A sentence may begin with the word; a file has content.
        look_at(&mut one, raw);
        if one.size > 0 {
            found.push(one);
        }
    }
}

/// Where `begin` lines stand in a text, and their names.
fn begins(text: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    memchr::memmem::find_iter(text, b"begin ").filter_map(move |at| {
        let line_start = at == 0 || at.checked_sub(1).and_then(|before| text.get(before)) == Some(&b'\n');
        let line = text.get(at..)?;
        let line = line.get(..memchr::memchr(b'\n', line).unwrap_or(line.len()))?;
        uu::name(line.trim_ascii_end()).filter(|_| line_start).map(|name| (at, name))
    })
}

/// The extension that a file of this content gets which has no name: the kind that was found, or the declared one.
pub fn extension(content: &Content) -> &'static str {
    let declared = match content.kind.as_str() {
        "text/html" => Some("html"),
        "text/calendar" => Some("ics"),
        "text/csv" => Some("csv"),
        "message/rfc822" | "message/global" | "message/news" => Some("eml"),
        kind if kind.starts_with("text/") || kind.starts_with("message/") => Some("txt"),
        kind => kinds::extension(kind),
    };
    content.found.map(|kind| kind.extension).or(declared).unwrap_or("bin")
}
