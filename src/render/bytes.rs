//! A message byte by byte: where each field stands, its bytes, its name and what it says.

use crate::annotate::Catalog;
use crate::dialogue::{Field, Note, Step, hex};

use super::dialogue::Look;
use super::lesson::frames;
use super::width::{width, wrap};

/// Bytes of a field that are printed; of a longer one the first and the last ones are.
const SHOWN: usize = 8;
/// Columns of the bytes.
const BYTES: usize = 23;
/// Columns of a field's name; a longer one pushes the value to the right.
const NAME: usize = 30;

/// The table of a step that has bytes.
pub(super) fn table(step: &Step, catalog: &Catalog, look: Look, out: &mut String) {
    let Some(raw) = &step.raw else { return };
    let label = step.label.as_ref().map(|label| catalog.argument(label)).unwrap_or_default();
    let key = match (raw.header.is_empty(), step.encrypted) {
        (_, true) => "lesson-bytes-inside",
        (true, false) => "lesson-bytes-behind",
        (false, false) => "lesson-bytes",
    };
    let star = if step.encrypted { "* " } else { "" };
    let title = Note::new(key)
        .with("bytes", raw.bytes.len())
        .with("offset", step.span.map_or(0, |span| span.0))
        .with(
            "side",
            step.side.map_or("-", |side| if side == crate::dialogue::Side::Client { "C" } else { "S" }),
        );
    out.push('\n');
    out.push_str(&look.paint.head(&format!("{} {star}{label}", frames(step))));
    out.push_str(&format!("  {}\n", catalog.text(&title)));
    let columns = ["offset", "len", "bytes", "field", "value"]
        .map(|name| catalog.word(format!("lesson-column-{name}")));
    let [offset, len, bytes, field, value] = &columns;
    let pad = |text: &str, wide: usize| format!("{text}{}", " ".repeat(wide.saturating_sub(width(text))));
    let head =
        format!("{}  {}  {}  {}  {value}", pad(offset, 6), pad(len, 5), pad(bytes, BYTES), pad(field, NAME));
    out.push_str(&look.paint.dim(&head));
    out.push('\n');
    let mut rows = Rows { catalog, look, out };
    rows.fields(&raw.header_fields, &raw.header, 0, 0);
    rows.fields(step.fields.as_deref().unwrap_or_default(), &raw.bytes, raw.header.len(), 0);
}

struct Rows<'a> {
    catalog: &'a Catalog,
    look: Look,
    out: &'a mut String,
}

impl Rows<'_> {
    /// Fields of `bytes`, which begin at `base`.
    fn fields(&mut self, fields: &[Field], bytes: &[u8], base: usize, depth: usize) {
        for field in fields {
            self.field(field, bytes, base, depth);
            self.fields(&field.fields, bytes, base, depth + 1);
        }
    }

    fn field(&mut self, field: &Field, bytes: &[u8], base: usize, depth: usize) {
        let position = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
        let (from, to) = (position(field.bytes.0), position(field.bytes.1));
        let own = bytes.get(from..to.min(bytes.len())).unwrap_or_default();
        let name = format!("{}{}", "  ".repeat(depth), field.name);
        // What is nothing but its bytes stands beside them already, the ends of it.
        let only_bytes = own.len() > SHOWN && self.look.verbose == 0 && is_dump(&field.value);
        let mut value = if only_bytes { String::new() } else { field.value.clone() };
        if let Some(note) = &field.note {
            if !value.is_empty() {
                value.push_str("  ");
            }
            value.push_str("// ");
            self.catalog.write(&mut value, note);
        }
        let start = format!(
            "{:<6}  {:>5}  {:<BYTES$}  {name}{}",
            format!("{:04x}", base + from),
            to.saturating_sub(from),
            dump(own),
            " ".repeat(NAME.saturating_sub(width(&name))),
        );
        let indent = 6 + 2 + 5 + 2 + BYTES + 2 + NAME + 2;
        let room = self.look.width.saturating_sub(indent).max(24);
        let lines = if self.look.width_unknown { vec![value] } else { wrap(&value, room) };
        for (index, line) in lines.iter().enumerate() {
            let row = match index {
                0 => format!("{start}  {line}"),
                _ => format!("{}{line}", " ".repeat(indent)),
            };
            self.out.push_str(row.trim_end());
            self.out.push('\n');
        }
    }
}

/// Whether a value is bytes in hexadecimal and nothing else.
fn is_dump(value: &str) -> bool {
    value
        .split(' ')
        .all(|pair| pair == ".." || pair.len() == 2 && pair.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// `d6 7e 4e 62 .. 65 cc`
fn dump(bytes: &[u8]) -> String {
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
