//! The first lines of a mail's text.

use super::transfer::{self, Decoder};
use super::{charset, html};
use crate::dialogue::{Part, Preview, wire_text};

/// Encoded bytes of a part that are read for it.
const MAX_READ: usize = 256 * 1024;
/// Lines that are shown.
const MAX_LINES: usize = 12;
/// Characters of a line that are shown.
const MAX_COLUMNS: usize = 400;

/// The beginning of the first part that is plain text, or else of the first one in HTML; what any page in the mail would
/// load is counted. `raw` are the bytes of the mail.
pub(super) fn read(parts: &[Part], raw: &[u8]) -> Option<Preview> {
    let mut texts = Vec::new();
    leaves(parts, &mut texts);
    let said = |kind: &str| texts.iter().copied().find(|part| part.kind == kind);
    let mut preview = match (said("text/plain"), said("text/html")) {
        (Some(plain), _) if !is_empty(plain, raw) => of(plain, raw),
        (_, Some(page)) => of(page, raw),
        (Some(plain), None) => of(plain, raw),
        (None, None) => return None,
    };
    let pages = texts.into_iter().filter(|part| part.kind == "text/html");
    for left_out in pages.map(|page| html::text(&decoded(page, raw).text).1) {
        preview.remote += left_out.remote;
        preview.scripts += left_out.scripts;
    }
    Some(preview)
}

/// Texts that a mail program shows: without a file name, not those of an enclosed message.
fn leaves<'a>(parts: &'a [Part], found: &mut Vec<&'a Part>) {
    for part in parts {
        if part.kind.starts_with("multipart/") {
            leaves(&part.parts, found);
        } else if part.filename.is_none() && part.parts.is_empty() {
            found.push(part);
        }
    }
}

fn is_empty(part: &Part, raw: &[u8]) -> bool {
    decoded(part, raw).text.trim().is_empty()
}

struct Text {
    text: String,
    charset: Option<String>,
    guessed: bool,
}

/// The text of a part in the charset that it declares, or else in the likeliest one.
fn decoded(part: &Part, raw: &[u8]) -> Text {
    let body = super::letter::slice(raw, part.body);
    let body = body.get(..MAX_READ).unwrap_or(body);
    let bytes = transfer::decode(Decoder::of(part.encoding.as_deref()), body);
    let meta = if part.kind == "text/html" { in_page(&bytes) } else { None };
    if let Some(declared) = part.charset.as_deref().or(meta.as_deref())
        && let Some(text) = charset::decode(declared.as_bytes(), &bytes)
    {
        let charset = (!bytes.is_ascii() || text.as_bytes() != bytes).then(|| declared.to_owned());
        return Text { text, charset, guessed: false };
    }
    if let Ok(text) = std::str::from_utf8(&bytes)
        && text.is_ascii()
    {
        return Text { text: text.to_owned(), charset: None, guessed: false };
    }
    // A body that is cut may end inside a character, which no charset fits.
    let whole = bytes.rsplit_once_line();
    match charset::guess(whole) {
        Some((charset, text)) => Text { text, charset: Some(charset.to_owned()), guessed: true },
        None => Text { text: lossless(&bytes), charset: None, guessed: false },
    }
}

trait Lines {
    /// All but an unfinished last line, where there is another one.
    fn rsplit_once_line(&self) -> &[u8];
}

impl Lines for [u8] {
    fn rsplit_once_line(&self) -> &[u8] {
        match memchr::memrchr(b'\n', self) {
            Some(end) if self.len() > MAX_READ / 2 => self.get(..=end).unwrap_or(self),
            _ => self,
        }
    }
}

/// Bytes that fit no charset, so that they can be seen for what they are.
fn lossless(bytes: &[u8]) -> String {
    let lines = bytes.split(|&byte| byte == b'\n').take(MAX_LINES * 4);
    let lines: Vec<String> = lines.map(|line| wire_text(line.strip_suffix(b"\r").unwrap_or(line))).collect();
    lines.join("\n")
}

/// The charset that a page declares in its head.
fn in_page(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..1024).unwrap_or(bytes).to_ascii_lowercase();
    let at = memchr::memmem::find(&head, b"charset=")?;
    let value = head.get(at + 8..)?.trim_ascii_start();
    let value = value.strip_prefix(b"\"").unwrap_or(value);
    let end = value.iter().position(|byte| !byte.is_ascii_alphanumeric() && !matches!(byte, b'-' | b'_'))?;
    String::from_utf8(value.get(..end)?.to_vec()).ok().filter(|name| !name.is_empty())
}

fn of(part: &Part, raw: &[u8]) -> Preview {
    let Text { text, charset, guessed } = decoded(part, raw);
    let html = part.kind == "text/html";
    let text = if html { html::text(&text).0 } else { text };
    let mut lines: Vec<String> = Vec::new();
    let mut more = false;
    for line in text.trim().lines() {
        // Empty lines are shown, but not several in a row.
        let line = line.trim_end();
        if line.is_empty() && lines.last().is_none_or(String::is_empty) {
            continue;
        }
        if lines.len() == MAX_LINES {
            more = true;
            break;
        }
        let shown: String = line.chars().take(MAX_COLUMNS).collect();
        more |= shown.len() < line.len();
        lines.push(crate::dialogue::harmless(&shown.replace('\t', "    ")).into_owned());
    }
    more |= part.body.1.saturating_sub(part.body.0) > MAX_READ as u64;
    Preview { lines, more, html, charset, guessed, ..Preview::default() }
}
