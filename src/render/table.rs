//! The table of `list`: one row per conversation.

use std::borrow::Cow;

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width};

use crate::annotate::Catalog;
use crate::dialogue::{Conversation, Note, write_digits};

use super::dialogue::{Look, write_address, write_seconds};
use super::width::{fit, width};

/// Columns of the table.
const COLUMNS: [&str; 8] =
    ["stream", "protocol", "recognised", "ends", "frames", "seconds", "health", "outcome"];
/// Those that hold numbers, which stand to the right.
const NUMBERS: [usize; 3] = [0, 4, 5];
/// The outcome.
const LAST: usize = COLUMNS.len() - 1;
/// Blanks between columns.
const GUTTER: usize = 2;

/// A conversation as a row: its cells one behind the other.
#[derive(Debug, Default)]
pub struct ListRow {
    text: String,
    ends: [usize; COLUMNS.len()],
}

impl ListRow {
    /// The row of a conversation.
    pub fn new(conversation: &Conversation, catalog: &Catalog) -> Self {
        let bytes = conversation.tcp.bytes.client + conversation.tcp.bytes.server;
        let by = match (conversation.recognised_by, bytes) {
            (Some(by), _) => Cow::from(format!("list-by-{by}")),
            (None, 0) => Cow::from("list-by-no-data"),
            (None, _) => Cow::from("list-by-none"),
        };
        let title = if conversation.title.is_empty() { "-" } else { &conversation.title };
        let mut row = ListRow { text: String::with_capacity(128), ends: [0; COLUMNS.len()] };
        write_digits(&mut row.text, conversation.stream, 1);
        row.end(0);
        row.cell(1, title);
        catalog.write(&mut row.text, &Note::new(by));
        row.end(2);
        write_address(&mut row.text, &conversation.client);
        row.text.push_str(" -> ");
        write_address(&mut row.text, &conversation.server);
        row.end(3);
        write_digits(&mut row.text, conversation.frames, 1);
        row.end(4);
        write_seconds(&mut row.text, conversation.nanos);
        row.end(5);
        catalog.write(&mut row.text, &Note::new(format!("tcp-health-{}", conversation.health)));
        row.end(6);
        catalog.write_list(&mut row.text, &conversation.outcome);
        row.end(7);
        row
    }

    fn cell(&mut self, column: usize, text: &str) {
        self.text.push_str(text);
        self.end(column);
    }

    fn end(&mut self, column: usize) {
        if let Some(end) = self.ends.get_mut(column) {
            *end = self.text.len();
        }
    }

    fn cells(&self) -> impl Iterator<Item = &str> {
        let mut from = 0;
        self.ends.iter().map(move |&end| self.text.get(std::mem::replace(&mut from, end)..end).unwrap_or(""))
    }
}

/// A table that is printed in blocks: a capture may have a million conversations.
#[derive(Debug, Default)]
pub struct ListTable {
    rows: Vec<ListRow>,
    /// Columns never get narrower from one block to the next.
    widths: [usize; COLUMNS.len()],
    headed: bool,
}

impl ListTable {
    /// Rows of a block: what is laid out together.
    const BLOCK: usize = 2000;

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
                *wide = width(cell).max(*wide);
            }
        }
        if std::mem::replace(&mut self.headed, true) {
            self.padded(&rows, look)
        } else {
            self.laid_out(heads, &rows, look)
        }
    }

    /// Columns that the last one may take. Only that one may be cut: what it says in full is in `show`.
    fn room(&self, look: Look) -> usize {
        let before: usize = self.widths.iter().take(LAST).map(|wide| wide + GUTTER).sum();
        if look.width_unknown { usize::MAX } else { look.width.saturating_sub(before).max(12) }
    }

    /// The first block, with the heads.
    fn laid_out(&self, heads: [String; COLUMNS.len()], rows: &[ListRow], look: Look) -> String {
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
        let mut out = String::new();
        for line in table.lines() {
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out
    }

    /// Later blocks as the first one was laid out: of a million rows every one would be laid out for what is known by
    /// then.
    fn padded(&self, rows: &[ListRow], look: Look) -> String {
        let room = self.room(look);
        let mut out = String::with_capacity(rows.len() * 160);
        for row in rows {
            for (column, (cell, wide)) in row.cells().zip(&self.widths).enumerate() {
                let columns = width(cell);
                if column == LAST {
                    out.push_str(&if columns <= room { Cow::Borrowed(cell) } else { fit(cell, room).into() });
                    break;
                }
                let missing = wide.saturating_sub(columns);
                let (before, behind) = if NUMBERS.contains(&column) { (missing, 0) } else { (0, missing) };
                out.extend(std::iter::repeat_n(' ', before));
                out.push_str(cell);
                out.extend(std::iter::repeat_n(' ', behind + GUTTER));
            }
            out.truncate(out.trim_end_matches(' ').len());
            out.push('\n');
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, ListRow, ListTable};
    use crate::render::{Look, Paint};

    fn row(cells: [&str; COLUMNS.len()]) -> ListRow {
        let mut row = ListRow::default();
        for (column, cell) in cells.into_iter().enumerate() {
            row.cell(column, cell);
        }
        row
    }

    #[test]
    fn later_blocks_stand_in_the_columns_of_the_first() {
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
            let first = table.laid_out(Default::default(), &rows(), look);
            let later = table.padded(&rows(), look);
            assert_eq!(first.trim_start_matches('\n'), later, "at {width}");
        }
    }
}
