//! A message byte by byte: where each field stands, its bytes, its name and what it says.

use crate::annotate::Catalog;
use crate::dialogue::{Field, Note, Raw, Side, Step, hex};

use super::dialogue::Look;
use super::lesson::{frames, starred};
use super::width::{width, wrap};

/// Bytes of a field that are printed; of a longer one the first and the last ones are.
const SHOWN: usize = 8;
/// Columns of the bytes.
const BYTES: usize = 23;
/// Columns of a field's name; a longer one pushes the value to the right.
const NAME: usize = 30;

/// A field with its place among all bytes, those of the record's header included.
pub(super) struct Line<'a> {
    /// How many fields it is inside of.
    pub depth: usize,
    /// Its first byte, and the one behind its last.
    pub from: usize,
    pub to: usize,
    /// Its bytes.
    pub bytes: &'a [u8],
    pub field: &'a Field,
}

/// The fields of a step that has bytes, each in front of those inside it.
pub(super) fn lines(step: &Step) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    if let Some(raw) = &step.raw {
        gather(&raw.header_fields, &raw.header, 0, 0, &mut lines);
        let fields = step.fields.as_deref().unwrap_or_default();
        gather(fields, &raw.bytes, raw.header.len(), 0, &mut lines);
    }
    lines
}

/// Fields of `bytes`, which begin at `base`.
fn gather<'a>(fields: &'a [Field], bytes: &'a [u8], base: usize, depth: usize, lines: &mut Vec<Line<'a>>) {
    let position = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
    for field in fields {
        let (from, to) = (position(field.bytes.0), position(field.bytes.1));
        let own = bytes.get(from..to.min(bytes.len())).unwrap_or_default();
        let (from, to) = (base.saturating_add(from), base.saturating_add(to));
        lines.push(Line { depth, from, to, bytes: own, field });
        gather(&field.fields, bytes, base, depth + 1, lines);
    }
}

/// Where the bytes of a message stand.
pub(super) fn place(step: &Step, raw: &Raw) -> Note {
    let key = match (raw.header.is_empty(), step.encrypted) {
        (_, true) => "lesson-bytes-inside",
        (true, false) => "lesson-bytes-behind",
        (false, false) => "lesson-bytes",
    };
    let side = step.side.map_or("-", |side| if side == Side::Client { "C" } else { "S" });
    Note::new(key)
        .with("bytes", raw.bytes.len())
        .with("offset", step.span.map_or(0, |span| span.0))
        .with("side", side)
}

/// The table of a step that has bytes.
pub(super) fn table(step: &Step, catalog: &Catalog, look: Look, out: &mut String) {
    let Some(raw) = &step.raw else { return };
    out.push('\n');
    out.push_str(&look.paint.head(&format!("{} {}", frames(step), starred(step, catalog))));
    out.push_str(&format!("  {}\n", catalog.text(&place(step, raw))));
    let columns = ["offset", "len", "bytes", "field", "value"]
        .map(|name| catalog.word(format!("lesson-column-{name}")));
    let [offset, len, bytes, field, value] = &columns;
    let pad = |text: &str, wide: usize| format!("{text}{}", " ".repeat(wide.saturating_sub(width(text))));
    let head =
        format!("{}  {}  {}  {}  {value}", pad(offset, 6), pad(len, 5), pad(bytes, BYTES), pad(field, NAME));
    out.push_str(&look.paint.dim(&head));
    out.push('\n');
    lines(step).iter().for_each(|line| row(line, catalog, look, out));
}

fn row(line: &Line<'_>, catalog: &Catalog, look: Look, out: &mut String) {
    let Line { depth, from, to, bytes, field } = line;
    let name = format!("{}{}", "  ".repeat(*depth), field.name);
    let mut value = if look.verbose == 0 { value(line).to_owned() } else { field.value.clone() };
    if let Some(note) = &field.note {
        if !value.is_empty() {
            value.push_str("  ");
        }
        value.push_str("// ");
        catalog.write(&mut value, note);
    }
    let start = format!(
        "{:<6}  {:>5}  {:<BYTES$}  {name}{}",
        format!("{from:04x}"),
        to.saturating_sub(*from),
        dump(bytes),
        " ".repeat(NAME.saturating_sub(width(&name))),
    );
    let indent = 6 + 2 + 5 + 2 + BYTES + 2 + NAME + 2;
    let room = look.width.saturating_sub(indent).max(24);
    let lines = if look.width_unknown { vec![value] } else { wrap(&value, room) };
    for (index, line) in lines.iter().enumerate() {
        let row = match index {
            0 => format!("{start}  {line}"),
            _ => format!("{}{line}", " ".repeat(indent)),
        };
        out.push_str(row.trim_end());
        out.push('\n');
    }
}

/// What a field says. What is nothing but its bytes stands beside them already, the ends of it.
pub(super) fn value<'a>(line: &Line<'a>) -> &'a str {
    if line.bytes.len() > SHOWN && is_dump(&line.field.value) { "" } else { &line.field.value }
}

/// Whether a value is bytes in hexadecimal and nothing else.
fn is_dump(value: &str) -> bool {
    value
        .split(' ')
        .all(|pair| pair == ".." || pair.len() == 2 && pair.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// `d6 7e 4e 62 .. 65 cc`
pub(super) fn dump(bytes: &[u8]) -> String {
    let pairs = |bytes: &[u8]| bytes.iter().map(|byte| hex(&[*byte])).collect::<Vec<_>>().join(" ");
    if bytes.len() <= SHOWN {
        return pairs(bytes);
    }
    let first = bytes.get(..4).unwrap_or_default();
    let last = bytes.get(bytes.len() - 2..).unwrap_or_default();
    format!("{} .. {}", pairs(first), pairs(last))
}

#[cfg(test)]
mod tests {
    use super::{dump, is_dump};

    #[test]
    fn a_value_of_bytes_is_told_from_words() {
        assert!(is_dump("d6 7e .. cc") && !is_dump("x25519") && !is_dump("0x0303 (TLS 1.2)"));
    }

    #[test]
    fn long_fields_show_their_ends() {
        assert_eq!(dump(&[]), "");
        assert_eq!(dump(&[0, 1, 2, 3, 4, 5, 6, 7]), "00 01 02 03 04 05 06 07");
        assert_eq!(dump(&[0, 1, 2, 3, 4, 5, 6, 7, 255]), "00 01 02 03 .. 07 ff");
    }
}
