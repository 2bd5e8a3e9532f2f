//! The table of `list`: one row per conversation.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width};

use crate::annotate::Catalog;
use crate::dialogue::{Conversation, is_printable_ascii, write_digits};

use super::around::{write_address, write_seconds};
use super::dialogue::Look;
use super::repeated::Repeated;
use super::rows::{blanks, end_line};
use super::width::{fit, width};

/// Columns of the table.
pub(super) const COLUMNS: [&str; 8] =
    ["stream", "protocol", "recognised", "ends", "frames", "seconds", "health", "outcome"];
/// Those that hold numbers, which stand to the right.
const NUMBERS: [usize; 3] = [0, 4, 5];
/// The outcome.
const LAST: usize = COLUMNS.len() - 1;
/// Bytes of nearly every row.
const USUAL: usize = 120;
/// Blanks between columns.
const GUTTER: usize = 2;

/// A conversation as a row: its cells one behind the other. Thousands of them wait for their turn, so it is small.
#[derive(Debug, Default)]
pub struct ListRow {
    text: String,
    ends: [u32; COLUMNS.len()],
    /// Every byte takes a column.
    plain: bool,
}

impl ListRow {
    pub(super) fn cells(&self) -> impl Iterator<Item = &str> {
        let mut from = 0;
        self.ends.iter().map(move |&end| {
            let end = end as usize;
            self.text.get(std::mem::replace(&mut from, end)..end).unwrap_or("")
        })
    }

    /// Columns of its cells.
    fn widths(&self) -> [usize; COLUMNS.len()] {
        let mut widths = [0; COLUMNS.len()];
        if self.plain {
            let mut from = 0;
            for (wide, &end) in widths.iter_mut().zip(&self.ends) {
                *wide = (end - from) as usize;
                from = end;
            }
        } else {
            for (wide, cell) in widths.iter_mut().zip(self.cells()) {
                *wide = width(cell);
            }
        }
        widths
    }
}

/// A table that is printed in blocks: a capture may have a million conversations.
#[derive(Debug, Default)]
pub struct ListTable {
    rows: Vec<ListRow>,
    /// Columns never get narrower from one block to the next.
    widths: [usize; COLUMNS.len()],
    headed: bool,
    /// Rows that were printed: the next ones are written in their place.
    spare: Vec<ListRow>,
    /// The words for how a conversation was recognised and for its health, by kind and id: there are few, and each is in
    /// thousands of rows.
    words: Vec<(&'static str, &'static str, String)>,
    outcomes: Repeated,
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
        let mut row = self.spare.pop().unwrap_or_default();
        let text = &mut row.text;
        text.clear();
        text.reserve(USUAL);
        for (column, end) in row.ends.iter_mut().enumerate() {
            match column {
                0 => write_digits(text, conversation.stream, 1),
                1 => text.push_str(title),
                2 => text.push_str(self.word("list-by", by, catalog)),
                3 => {
                    write_address(text, &conversation.client);
                    text.push_str(" -> ");
                    write_address(text, &conversation.server);
                }
                4 => write_digits(text, conversation.frames, 1),
                5 => write_seconds(text, conversation.nanos),
                6 => text.push_str(self.word("tcp-health", conversation.health, catalog)),
                _ => text.push_str(self.outcomes.text(&conversation.outcome, |out| {
                    catalog.write_list(out, &conversation.outcome);
                })),
            }
            *end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        }
        row.plain = is_printable_ascii(text.as_bytes());
        row
    }

    fn word(&mut self, kind: &'static str, id: &'static str, catalog: &Catalog) -> &str {
        // Only whether it is the same word of this program: of any other there are few.
        let known = self.words.iter().position(|word| std::ptr::eq(word.1, id) && std::ptr::eq(word.0, kind));
        let at = known.unwrap_or_else(|| {
            self.words.push((kind, id, catalog.word(format!("{kind}-{id}"))));
            self.words.len() - 1
        });
        self.words.get(at).map_or("", |word| &word.2)
    }

    /// Adds a row, and writes a full block behind `out`.
    pub fn add(&mut self, row: ListRow, catalog: &Catalog, look: Look, out: &mut String) {
        self.rows.push(row);
        if self.rows.len() >= Self::BLOCK {
            self.block(catalog, look, out);
        }
    }

    /// The rows that were not printed yet, behind `out`.
    pub fn block(&mut self, catalog: &Catalog, look: Look, out: &mut String) {
        if self.rows.is_empty() {
            return;
        }
        let heads = COLUMNS.map(|key| catalog.word(format!("list-{key}")));
        for (wide, head) in self.widths.iter_mut().zip(&heads) {
            *wide = width(head).max(*wide);
        }
        for row in &self.rows {
            for (wide, columns) in self.widths.iter_mut().zip(row.widths()) {
                *wide = columns.max(*wide);
            }
        }
        let first = if self.headed { 0 } else { self.rows.len().min(Self::WITH_HEADS) };
        let (first, later) = self.rows.split_at(first);
        if !self.headed {
            self.lay_out(heads, first, look, out);
        }
        self.pad(later, look, out);
        self.headed = true;
        self.spare.extend(self.rows.drain(..).filter(|row| row.text.capacity() <= 2 * USUAL));
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
            let columns = row.widths().into_iter().zip(self.widths);
            // Blanks behind the cell before.
            let mut behind = 0;
            for (column, (cell, (columns, wide))) in row.cells().zip(columns).enumerate() {
                if column == LAST {
                    blanks(out, behind);
                    match columns <= room {
                        true => out.push_str(cell),
                        false => out.push_str(&fit(cell, room)),
                    }
                    break;
                }
                let missing = wide.saturating_sub(columns);
                let right = NUMBERS.contains(&column);
                blanks(out, if right { behind + missing } else { behind });
                out.push_str(cell);
                behind = if right { GUTTER } else { missing + GUTTER };
            }
            end_line(out);
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
        let text = cells.concat();
        ListRow { plain: text.is_ascii(), text, ends }
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
                for (wide, columns) in table.widths.iter_mut().zip(row.widths()) {
                    *wide = columns.max(*wide);
                }
            }
            let (mut first, mut later) = (String::new(), String::new());
            table.lay_out(Default::default(), &rows(), look, &mut first);
            table.pad(&rows(), look, &mut later);
            assert_eq!(first.trim_start_matches('\n'), later, "at {width}");
        }
    }
}
