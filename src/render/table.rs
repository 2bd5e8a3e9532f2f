//! The table of `list`: one row per conversation.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width};

use crate::annotate::Catalog;
use crate::dialogue::{Conversation, is_printable_ascii, write_digits};

use super::around::{write_address, write_seconds};
use super::dialogue::Look;
use super::rows::blanks;
use super::width::{fit, width};

/// Columns of the table.
pub(super) const COLUMNS: [&str; 8] =
    ["stream", "protocol", "recognised", "ends", "frames", "seconds", "health", "outcome"];
/// Those that hold numbers, which stand to the right.
const NUMBERS: [usize; 3] = [0, 4, 5];
/// The outcome.
const LAST: usize = COLUMNS.len() - 1;
/// Blanks between columns.
const GUTTER: usize = 2;

/// A conversation as a row: its cells one behind the other. Thousands of them wait for their turn, so it is small.
#[derive(Debug)]
pub struct ListRow {
    text: Box<str>,
    ends: [u32; COLUMNS.len()],
    /// Every byte takes a column.
    plain: bool,
}

impl ListRow {
    fn new(text: &str, ends: [u32; COLUMNS.len()]) -> Self {
        ListRow { text: Box::from(text), ends, plain: is_printable_ascii(text.as_bytes()) }
    }

    pub(super) fn cells(&self) -> impl Iterator<Item = &str> {
        let mut from = 0;
        self.ends.iter().map(move |&end| {
            let end = end as usize;
            self.text.get(std::mem::replace(&mut from, end)..end).unwrap_or("")
        })
    }

    /// Columns of one of its cells.
    fn width(&self, cell: &str) -> usize {
        if self.plain { cell.len() } else { width(cell) }
    }
}

/// A table that is printed in blocks: a capture may have a million conversations.
#[derive(Debug, Default)]
pub struct ListTable {
    rows: Vec<ListRow>,
    /// Columns never get narrower from one block to the next.
    widths: [usize; COLUMNS.len()],
    headed: bool,
    /// The row that is being written.
    text: String,
    /// The words for how a conversation was recognised and for its health, by kind and id: there are few, and each is in
    /// thousands of rows.
    words: Vec<(&'static str, &'static str, String)>,
}

impl ListTable {
    /// Rows of a block: what is laid out together.
    const BLOCK: usize = 2000;
    /// Rows of it that are laid out with the heads.
    const WITH_HEADS: usize = 50;

    /// The row of a conversation.
    pub fn row(&mut self, conversation: &Conversation, catalog: &Catalog) -> ListRow {
        let bytes = conversation.tcp.bytes.client + conversation.tcp.bytes.server;
        let by = match (conversation.recognised_by, bytes) {
            (Some(by), _) => by,
            (None, 0) => "no-data",
            (None, _) => "none",
        };
        let title = if conversation.title.is_empty() { "-" } else { &conversation.title };
        let mut text = std::mem::take(&mut self.text);
        let mut ends = [0; COLUMNS.len()];
        for (column, end) in ends.iter_mut().enumerate() {
            match column {
                0 => write_digits(&mut text, conversation.stream, 1),
                1 => text.push_str(title),
                2 => text.push_str(self.word("list-by", by, catalog)),
                3 => {
                    write_address(&mut text, &conversation.client);
                    text.push_str(" -> ");
                    write_address(&mut text, &conversation.server);
                }
                4 => write_digits(&mut text, conversation.frames, 1),
                5 => write_seconds(&mut text, conversation.nanos),
                6 => text.push_str(self.word("tcp-health", conversation.health, catalog)),
                _ => catalog.write_list(&mut text, &conversation.outcome),
            }
            *end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        }
        let row = ListRow::new(&text, ends);
        text.clear();
        self.text = text;
        row
    }

    fn word(&mut self, kind: &'static str, id: &'static str, catalog: &Catalog) -> &str {
        let known = self.words.iter().position(|word| word.1 == id && word.0 == kind);
        let at = known.unwrap_or_else(|| {
            self.words.push((kind, id, catalog.word(format!("{kind}-{id}"))));
            self.words.len() - 1
        });
        self.words.get(at).map_or("", |word| &word.2)
    }

    /// Adds a row; a full block comes back as text.
    pub fn add(&mut self, row: ListRow, catalog: &Catalog, look: Look) -> Option<String> {
        self.rows.push(row);
        (self.rows.len() >= Self::BLOCK).then(|| self.block(catalog, look))
    }

    /// The rows that were not printed yet.
    pub fn block(&mut self, catalog: &Catalog, look: Look) -> String {
        let rows = std::mem::take(&mut self.rows);
        if rows.is_empty() {
            return String::new();
        }
        let heads = COLUMNS.map(|key| catalog.word(format!("list-{key}")));
        for (wide, head) in self.widths.iter_mut().zip(&heads) {
            *wide = width(head).max(*wide);
        }
        for row in &rows {
            for (wide, cell) in self.widths.iter_mut().zip(row.cells()) {
                *wide = row.width(cell).max(*wide);
            }
        }
        let mut out = String::with_capacity(rows.len() * 160);
        let mut rest = rows.as_slice();
        if !std::mem::replace(&mut self.headed, true) {
            let (first, later) = rows.split_at(rows.len().min(Self::WITH_HEADS));
            self.lay_out(heads, first, look, &mut out);
            rest = later;
        }
        self.pad(rest, look, &mut out);
        self.rows = rows;
        self.rows.clear();
        out
    }

    /// Columns that the last one may take. Only that one may be cut: what it says in full is in `show`.
    fn room(&self, look: Look) -> usize {
        let before: usize = self.widths.iter().take(LAST).map(|wide| wide + GUTTER).sum();
        if look.width_unknown { usize::MAX } else { look.width.saturating_sub(before).max(12) }
    }

    /// The first rows, with the heads.
    fn lay_out(&self, heads: [String; COLUMNS.len()], rows: &[ListRow], look: Look, out: &mut String) {
        let room = self.room(look);
        let mut table = Table::new();
        table.load_style(comfy_table::presets::NOTHING);
        table.set_content_arrangement(ContentArrangement::Disabled);
        table.set_header(heads);
        for row in rows {
            table.add_row(
                row.cells().enumerate().map(
                    |(column, cell)| {
                        if column == LAST { fit(cell, room) } else { cell.to_owned() }
                    },
                ),
            );
        }
        for (index, column) in table.column_iter_mut().enumerate() {
            let last = index == LAST;
            column.set_padding((0, if last { 0 } else { 2 }));
            if NUMBERS.contains(&index) {
                column.set_cell_alignment(CellAlignment::Right);
            }
            let wide = self.widths.get(index).copied().unwrap_or(0) + GUTTER;
            if !last {
                let wide = u16::try_from(wide).unwrap_or(u16::MAX);
                column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(wide)));
            }
        }
        for line in table.lines() {
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }

    /// Later rows as the first ones were laid out: of a million rows every one would be laid out for what is known by
    /// then.
    fn pad(&self, rows: &[ListRow], look: Look, out: &mut String) {
        let room = self.room(look);
        for row in rows {
            for (column, (cell, wide)) in row.cells().zip(&self.widths).enumerate() {
                let columns = row.width(cell);
                if column == LAST {
                    match columns <= room {
                        true => out.push_str(cell),
                        false => out.push_str(&fit(cell, room)),
                    }
                    break;
                }
                let missing = wide.saturating_sub(columns);
                let (before, behind) = if NUMBERS.contains(&column) { (missing, 0) } else { (0, missing) };
                blanks(out, before);
                out.push_str(cell);
                blanks(out, behind + GUTTER);
            }
            out.truncate(out.trim_end_matches(' ').len());
            out.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, ListRow, ListTable};
    use crate::render::{Look, Paint};

    fn row(cells: [&str; COLUMNS.len()]) -> ListRow {
        let mut end = 0;
        let ends = cells.map(|cell| {
            end += cell.len() as u32;
            end
        });
        ListRow::new(&cells.concat(), ends)
    }

    #[test]
    fn later_rows_stand_in_the_columns_of_the_first() {
        let rows = || {
            vec![
                row([
                    "0",
                    "SMTP",
                    "欢迎信息",
                    "10.0.0.1:4 -> 10.0.0.2:25",
                    "12",
                    "0.100",
                    "正常",
                    "已接收邮件 1 封",
                ]),
                row(["1000", "TLS 1.2", "-", "[fd00::1]:4 -> [fd00::2]:465", "7", "10.000", "有缺失", ""]),
            ]
        };
        for width in [90, 200] {
            let look = Look {
                width,
                width_unknown: false,
                paint: Paint { on: false },
                verbose: 0,
                quiet: false,
                reveal: false,
            };
            let mut table = ListTable::default();
            for row in &rows() {
                for (wide, cell) in table.widths.iter_mut().zip(row.cells()) {
                    *wide = crate::render::width(cell).max(*wide);
                }
            }
            let (mut first, mut later) = (String::new(), String::new());
            table.lay_out(Default::default(), &rows(), look, &mut first);
            table.pad(&rows(), look, &mut later);
            assert_eq!(first.trim_start_matches('\n'), later, "at {width}");
        }
    }
}
