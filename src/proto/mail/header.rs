//! Header blocks: fields (RFC 5322), address lists, and parameters (RFC 2045, RFC 2231).

use super::words::{self, Seen};
use super::{charset, date, transfer};
use crate::dialogue::{Flaw, Singles, Written, wire_text};

/// Bytes of a file name, type, charset or encoding that are shown: file systems allow 255, a type has as many (RFC 6838,
/// section 4.2), and a thousand parts must not be a thousand long ones.
pub(super) const MAX_NAME: usize = 1024;

/// A field: its name, its raw value, folds included, and where the value stands in the block.
pub(super) struct Field<'a> {
    pub(super) name: &'a [u8],
    pub(super) value: &'a [u8],
    pub(super) from: usize,
}

/// The fields of a block, in order. Lines that are no field are passed over.
pub(super) struct Fields<'a> {
    pub(super) list: Vec<Field<'a>>,
    /// A line is a field only with good will, or none.
    odd: bool,
}

impl<'a> Fields<'a> {
    /// Takes a block apart.
    pub(super) fn of(block: &'a [u8]) -> Fields<'a> {
        let mut fields = Fields { list: Vec::new(), odd: false };
        let mut rest = block;
        while !rest.is_empty() {
            let at = block.len() - rest.len();
            let (field, behind) = rest.split_at_checked(field_len(rest)).unwrap_or((rest, &[]));
            rest = behind;
            let Some(colon) = memchr::memchr(b':', field) else {
                fields.odd = true;
                continue;
            };
            let before = field.get(..colon).unwrap_or_default();
            let name = before.trim_ascii_end();
            fields.odd |= name.len() < before.len();
            if !name.is_empty() && name.iter().all(u8::is_ascii_graphic) {
                let value = field.get(colon + 1..).unwrap_or_default();
                fields.list.push(Field { name, value, from: at + colon + 1 });
            } else {
                fields.odd = true;
            }
        }
        fields
    }

    /// What RFC 5322 says of a message's own header and is not so; `whole`: it was seen to its end.
    pub(super) fn flaws(&self, whole: bool) -> Vec<Flaw> {
        let (mut seen, mut repeated, mut missing) =
            (Singles::default(), Singles::default(), Singles::default());
        for field in &self.list {
            if seen.add(field.name) {
                repeated.add(field.name);
            }
        }
        // Only these two must be there (section 3.6).
        for name in ["Date", "From"].into_iter().filter(|name| whole && !seen.has(name)) {
            missing.add(name.as_bytes());
        }
        let bad_date = self.first("date").is_some_and(|raw| date::read(raw).is_none());
        let flaws = [
            (!missing.is_empty()).then_some(Flaw::FieldsMissing(missing)),
            (!repeated.is_empty()).then_some(Flaw::FieldsRepeated(repeated)),
            bad_date.then_some(Flaw::BadDate),
            self.odd.then_some(Flaw::BadHeaderLine),
        ];
        flaws.into_iter().flatten().collect()
    }

    /// The raw value of the first field of this name.
    pub(super) fn first(&self, name: &str) -> Option<&'a [u8]> {
        self.list
            .iter()
            .find(|field| field.name.eq_ignore_ascii_case(name.as_bytes()))
            .map(|field| field.value)
    }
}

/// The first field's length: up to a line that does not begin with a blank (RFC 5322, section 2.2.3).
fn field_len(block: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', block)
        .map(|end| end + 1)
        .find(|&next| !matches!(block.get(next), Some(b' ' | b'\t')))
        .unwrap_or(block.len())
}

/// Where the last field of a block begins.
pub(super) fn last_field(block: &[u8]) -> usize {
    // A block that ends with a line end may still go on with a folded line: its last field is not known to be whole.
    let lines = block.strip_suffix(b"\n").unwrap_or(block);
    memchr::memrchr_iter(b'\n', lines)
        .map(|end| end + 1)
        .find(|&next| !matches!(block.get(next), Some(b' ' | b'\t')))
        .unwrap_or(0)
}

/// What the message's own header says.
#[derive(Clone, Debug, Default)]
pub(super) struct Envelope {
    pub(super) from: Option<String>,
    pub(super) to: Vec<String>,
    pub(super) cc: Vec<String>,
    pub(super) subject: Option<String>,
    pub(super) date: Option<String>,
    pub(super) message_id: Option<String>,
    pub(super) written: Written,
    pub(super) typed: bool,
    pub(super) seen: Seen,
}

impl Envelope {
    /// Reads the fields; of a field that stands there twice, the first.
    pub(super) fn of(fields: &Fields<'_>) -> Envelope {
        let mut seen = Seen::default();
        let as_written = |raw: &[u8]| wire_text(&words::unfold(raw));
        Envelope {
            from: fields.first("from").map(|raw| addresses(raw, &mut seen).join(", ")),
            to: fields.first("to").map(|raw| addresses(raw, &mut seen)).unwrap_or_default(),
            cc: fields.first("cc").map(|raw| addresses(raw, &mut seen)).unwrap_or_default(),
            subject: fields.first("subject").map(|raw| words::text(raw, &mut seen)),
            date: fields.first("date").map(as_written),
            message_id: fields.first("message-id").map(as_written),
            written: Written {
                from: fields.first("from").map(wireshark),
                subject: fields.first("subject").map(wireshark),
            },
            typed: fields.first("content-type").is_some(),
            seen,
        }
    }
}

/// A value as Wireshark's Info column has it: encoded words as they are, line ends written out.
fn wireshark(raw: &[u8]) -> String {
    let mut text = String::with_capacity(raw.len());
    for character in String::from_utf8_lossy(raw.trim_ascii()).chars() {
        match character {
            '\r' => text.push_str("\\r"),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            other => text.push(other),
        }
    }
    wire_text(text.as_bytes())
}

/// The mailboxes of an address list (RFC 5322, section 3.4), decoded: `Name <address>`, or the one that is there.
/// The members of a group stand for it; an empty group (`undisclosed-recipients:;`) stands for itself.
pub(super) fn addresses(raw: &[u8], seen: &mut Seen) -> Vec<String> {
    let value = words::unfold(raw);
    let mut list = Vec::new();
    let mut mailbox = Mailbox::default();
    let mut group = None;
    let mut rest = &*value;
    while let Some((&byte, behind)) = rest.split_first() {
        rest = behind;
        match byte {
            b'"' => rest = quoted(behind, &mut mailbox.phrase),
            b'(' => rest = comment(behind, &mut mailbox.comment),
            b'<' => {
                let end = memchr::memchr(b'>', behind).unwrap_or(behind.len());
                mailbox.address = behind.get(..end).map(<[u8]>::to_vec);
                rest = behind.get(end + 1..).unwrap_or_default();
            }
            // A colon before any address ends the name of a group; `=?` words have none.
            b':' if group.is_none() && mailbox.address.is_none() && !mailbox.phrase.contains(&b'@') => {
                group = Some((std::mem::take(&mut mailbox).phrase, list.len()));
            }
            b',' => list.extend(std::mem::take(&mut mailbox).text(seen)),
            b';' => {
                list.extend(std::mem::take(&mut mailbox).text(seen));
                if let Some((name, before)) = group.take()
                    && list.len() == before
                {
                    let mut name = words::decoded(name.trim_ascii(), seen);
                    name.extend_from_slice(b":;");
                    list.push(wire_text(&name));
                }
            }
            other => mailbox.phrase.push(other),
        }
    }
    list.extend(mailbox.text(seen));
    list
}

#[derive(Default)]
struct Mailbox {
    phrase: Vec<u8>,
    comment: Vec<u8>,
    address: Option<Vec<u8>>,
}

impl Mailbox {
    fn text(self, seen: &mut Seen) -> Option<String> {
        let (name, address) = match self.address {
            Some(address) => (self.phrase, address),
            // The old form: `address (Name)`.
            None => (Vec::new(), self.phrase),
        };
        let name = if name.trim_ascii().is_empty() { self.comment } else { name };
        let name = words::decoded(name.trim_ascii(), seen);
        let address = words::decoded(address.trim_ascii(), seen);
        match (wire_text(name.trim_ascii()), wire_text(address.trim_ascii())) {
            (name, address) if name.is_empty() && address.is_empty() => None,
            (name, address) if name.is_empty() => Some(address),
            (name, address) if address.is_empty() => Some(name),
            (name, address) => Some(format!("{name} <{address}>")),
        }
    }
}

/// What stands between quotes, its `\` undone; returns what comes behind the closing quote.
fn quoted<'a>(bytes: &'a [u8], out: &mut Vec<u8>) -> &'a [u8] {
    let mut rest = bytes;
    while let Some(at) = memchr::memchr2(b'"', b'\\', rest) {
        let (text, behind) = rest.split_at_checked(at).unwrap_or((rest, &[]));
        out.extend_from_slice(text);
        rest = behind.get(1..).unwrap_or_default();
        if behind.first() == Some(&b'"') {
            return rest;
        }
        if let Some((&escaped, behind)) = rest.split_first() {
            // Programs that forget to double the `\` of a path mean the `\` itself.
            if !matches!(escaped, b'"' | b'\\') {
                out.push(b'\\');
            }
            out.push(escaped);
            rest = behind;
        }
    }
    out.extend_from_slice(rest);
    &[]
}

/// A comment, which may hold others (RFC 5322, section 3.2.2); returns what comes behind it.
fn comment<'a>(bytes: &'a [u8], out: &mut Vec<u8>) -> &'a [u8] {
    let mut depth = 1u32;
    let mut rest = bytes;
    while let Some((&byte, behind)) = rest.split_first() {
        rest = behind;
        match byte {
            b'(' => depth += 1,
            b')' if depth == 1 => return rest,
            b')' => depth -= 1,
            _ => {}
        }
        out.push(byte);
    }
    rest
}

/// A value with parameters: `text/plain; charset="utf-8"`.
pub(super) struct Parameters {
    /// What stands before the parameters, lower case.
    pub(super) value: String,
    list: Vec<Parameter>,
}

struct Parameter {
    name: String,
    /// The number of a section (`name*0`, RFC 2231, section 3).
    section: Option<u32>,
    /// Whether it is percent-encoded (`name*`, RFC 2231, section 4).
    extended: bool,
    value: Vec<u8>,
}

impl Parameters {
    /// Takes a value apart.
    pub(super) fn of(raw: &[u8]) -> Parameters {
        let unfolded = words::unfold(raw);
        let end = memchr::memchr(b';', &unfolded).unwrap_or(unfolded.len());
        let (value, mut rest) = unfolded.split_at_checked(end).unwrap_or((&unfolded, &[]));
        let mut list = Vec::new();
        while let Some((_, behind)) = rest.split_first() {
            let (parameter, behind) = Parameter::take(behind);
            list.extend(parameter);
            rest = behind;
        }
        Parameters { value: token(value), list }
    }

    /// A parameter that is a token: a charset, a boundary.
    pub(super) fn plain(&self, name: &str) -> Option<&[u8]> {
        self.list
            .iter()
            .find(|parameter| parameter.name == name && parameter.section.is_none() && !parameter.extended)
            .map(|parameter| parameter.value.as_slice())
    }

    /// A parameter that is text: a file name. The RFC 2231 form counts before the plain one, which then is a fallback
    /// for old programs.
    pub(super) fn text(&self, name: &str, seen: &mut Seen) -> Option<String> {
        let mut sections: Vec<&Parameter> = self
            .list
            .iter()
            .filter(|parameter| parameter.name == name && (parameter.extended || parameter.section.is_some()))
            .collect();
        sections.sort_by_key(|parameter| parameter.section);
        let text = if sections.is_empty() {
            words::decoded(self.plain(name)?.trim_ascii(), seen)
        } else {
            joined(&sections, seen)
        };
        let shown = text.get(..MAX_NAME).unwrap_or(&text);
        Some(wire_text(shown))
    }
}

/// The sections of a parameter put together, and only then decoded: a character may be split between two.
fn joined(sections: &[&Parameter], seen: &mut Seen) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut declared: &[u8] = &[];
    for (index, section) in sections.iter().enumerate() {
        if !section.extended {
            bytes.extend_from_slice(&section.value);
            continue;
        }
        let mut coded = section.value.as_slice();
        // Only the first section says `charset'language'`.
        if index == 0 {
            let mut fields = coded.splitn(3, |&byte| byte == b'\'');
            if let (Some(charset), Some(_), Some(text)) = (fields.next(), fields.next(), fields.next()) {
                (declared, coded) = (charset, text);
            }
        }
        bytes.extend(transfer::percent(coded, b'%'));
    }
    match charset::decode(declared, &bytes) {
        Some(text) => text.into_bytes(),
        None => {
            let mut out = Vec::with_capacity(bytes.len());
            words::raw(&bytes, &mut out, seen);
            out
        }
    }
}

impl Parameter {
    /// The parameter at the beginning, and what comes behind it (with the `;`).
    fn take(bytes: &[u8]) -> (Option<Parameter>, &[u8]) {
        let name_end = memchr::memchr2(b'=', b';', bytes).unwrap_or(bytes.len());
        let (name, mut rest) = bytes.split_at_checked(name_end).unwrap_or((bytes, &[]));
        if rest.first() != Some(&b'=') {
            return (None, rest);
        }
        rest = rest.get(1..).unwrap_or_default().trim_ascii_start();
        let mut value = Vec::new();
        if let Some(inside) = rest.strip_prefix(b"\"") {
            rest = quoted(inside, &mut value);
            rest = rest.get(memchr::memchr(b';', rest).unwrap_or(rest.len())..).unwrap_or_default();
        } else {
            let end = memchr::memchr(b';', rest).unwrap_or(rest.len());
            value = rest.get(..end).unwrap_or_default().trim_ascii_end().to_vec();
            rest = rest.get(end..).unwrap_or_default();
        }
        let mut name = String::from_utf8_lossy(name).trim().to_ascii_lowercase();
        let mut pieces = name.split('*');
        let base = pieces.next().map_or(0, str::len);
        let (section, extended) = match (pieces.next(), pieces.next()) {
            (None, _) => (None, false),
            (Some(""), _) => (None, true),
            (Some(number), star) => (number.parse().ok(), star == Some("")),
        };
        name.truncate(base);
        (Some(Parameter { name, section, extended, value }), rest)
    }
}

/// A token in lower case: what stands before a blank or a comment.
pub(super) fn token(raw: &[u8]) -> String {
    let unfolded = words::unfold(raw);
    let end = memchr::memchr3(b' ', b'(', b';', &unfolded).unwrap_or(unfolded.len());
    let token = unfolded.get(..end.min(MAX_NAME)).unwrap_or_default();
    match token.iter().any(u8::is_ascii_uppercase) {
        true => wire_text(&token.to_ascii_lowercase()),
        false => wire_text(token),
    }
}

/// A file name: `Content-Disposition` says it, or an old program in `Content-Type` (RFC 2183, section 2.3).
pub(super) fn filename(fields: &Fields<'_>, kind: Option<&Parameters>, seen: &mut Seen) -> Option<String> {
    let disposition = fields.first("content-disposition").map(Parameters::of);
    disposition
        .and_then(|disposition| disposition.text("filename", seen))
        .or_else(|| kind.and_then(|kind| kind.text("name", seen)))
}
