//! `list`: what stands below the table, and the same facts as CSV and JSON.

use std::borrow::Cow;
use std::fmt::Write;
use std::net::IpAddr;

use crate::annotate::Catalog;
use crate::dialogue::{Capture, Conversation, Note, wire_text, write_digits};

use super::account::frames_account;
use super::around::write_ip;
use super::dialogue::Look;
use super::json::{Json, conversation_row_json};
use super::width::width;

/// Addresses whose names are printed below the table.
const MAX_NAMES: usize = 20;

/// What stands below the table: names of addresses, and what became of every frame.
pub fn names_and_frames(capture: &Capture, catalog: &Catalog, look: Look) -> String {
    let mut out = String::new();
    let (names, frames) = (catalog.word("list-names"), catalog.word("list-account"));
    let indent = width(&names).max(width(&frames)) + 2;
    let pad = |word: &str| {
        let mut text = look.paint.dim(word).into_owned();
        text.extend(std::iter::repeat_n(' ', indent - width(word)));
        text
    };
    for (index, line) in names_lines(capture, catalog).iter().enumerate() {
        out.push_str(&if index == 0 { pad(&names) } else { " ".repeat(indent) });
        out.push_str(line);
        out.push('\n');
    }
    let parts = frames_account(capture, catalog);
    let total = capture.frames.to_string();
    out.push_str(&pad(&frames));
    out.push_str(&total);
    let mut column = indent + total.len();
    for (index, part) in parts.iter().enumerate() {
        let joint = if index == 0 { " = " } else { " + " };
        if index > 0 && !look.width_unknown && column + width(part) + 3 > look.width {
            out.push('\n');
            out.push_str(&" ".repeat(indent + total.len()));
            column = indent + total.len();
        }
        out.push_str(joint);
        out.push_str(part);
        column += 3 + width(part);
    }
    out.push('\n');
    out
}

/// Names of addresses, a line each, up to a bound that is told.
pub(super) fn names_lines(capture: &Capture, catalog: &Catalog) -> Vec<String> {
    let name = |(address, known): (&IpAddr, &Vec<(String, String)>)| {
        let all: Vec<&str> = known.iter().map(|(name, _)| name.as_str()).collect();
        let sources: Vec<&str> = known.iter().map(|(_, source)| source.as_str()).collect();
        let note = Note::new("list-name")
            .with("address", address.to_string())
            .with("names", all.join(", "))
            .with("source", short_sources(&sources));
        catalog.text(&note)
    };
    let mut lines: Vec<String> = capture.names.iter().take(MAX_NAMES).map(name).collect();
    if let Some(count) = capture.names.len().checked_sub(MAX_NAMES).filter(|&count| count > 0) {
        lines.push(catalog.text(&Note::new("list-more-names").with("count", count)));
    }
    lines
}

/// `DNS #9, #98, #105` instead of `DNS #9, DNS #98, DNS #105`.
fn short_sources(sources: &[&str]) -> String {
    let mut out = String::new();
    let mut kind = "";
    for source in sources {
        let (this, number) = source.split_once(' ').unwrap_or((source, ""));
        if !out.is_empty() {
            out.push_str(", ");
        }
        if this != kind {
            out.push_str(this);
            kind = this;
            if !number.is_empty() {
                out.push(' ');
            }
        }
        out.push_str(number);
    }
    out
}

/// A conversation as a line of CSV; fields are quoted where RFC 4180 asks for it.
pub fn csv_row(conversation: &Conversation, path: &str, catalog: &Catalog) -> String {
    let Conversation { client, server, .. } = conversation;
    let mut row = String::with_capacity(256);
    cell(&mut row, &wire_text(path.as_bytes()));
    number(&mut row, conversation.stream);
    match conversation.protocols.as_slice() {
        [one] => cell(&mut row, one),
        several => cell(&mut row, &several.join("+")),
    }
    cell(&mut row, conversation.recognised_by.unwrap_or(""));
    for party in [client, server] {
        // Digits, dots and colons need no quotes.
        write_ip(&mut row, party.address);
        row.push(',');
        number(&mut row, u64::from(party.port));
    }
    cell(&mut row, server.name.as_deref().unwrap_or_default());
    number(&mut row, conversation.first_frame);
    number(&mut row, conversation.last_frame);
    number(&mut row, conversation.frames);
    // Nor does a time, nor a fraction. Writing into a string cannot fail.
    let _ = write!(row, "{},{:.9},", conversation.start, conversation.nanos as f64 / 1e9);
    cell(&mut row, conversation.health);
    cell(&mut row, &catalog.list(&conversation.outcome));
    // The comma behind the last cell.
    row.pop();
    row.push_str("\r\n");
    row
}

fn number(row: &mut String, number: u64) {
    write_digits(row, number, 1);
    row.push(',');
}

/// A text as a cell, with the comma behind it.
fn cell(row: &mut String, text: &str) {
    row.push_str(&quoted(text));
    row.push(',');
}

/// The heading of [`csv_row`].
pub const CSV_HEAD: &str = "capture,stream,protocols,recognised_by,client,client_port,server,server_port,server_name,\
first_frame,last_frame,frames,start,duration,health,outcome\r\n";

/// A cell as RFC 4180 has it, and as no spreadsheet takes it for a formula: one that begins like a formula and is no
/// number, or begins with `'`, has a `'` before it. A sign alone is no formula.
pub(super) fn quoted(field: &str) -> Cow<'_, str> {
    let formula = field.starts_with(['=', '+', '-', '@', '\'', '＝', '＋', '－', '＠']);
    let alone = field.chars().nth(1).is_none() && field != "'";
    let marked = if formula && !alone && field.parse::<f64>().is_err() {
        Cow::from(format!("'{field}"))
    } else {
        Cow::from(field)
    };
    if marked.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\r' | b'\n')) {
        Cow::from(format!("\"{}\"", marked.replace('"', "\"\"")))
    } else {
        marked
    }
}

/// A conversation as JSON, without its steps and messages.
pub fn json_row(conversation: &Conversation, json: Json<'_>) -> String {
    conversation_row_json(conversation, json)
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn no_cell_is_a_formula_and_every_cell_can_be_read_back() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("+OK ready", "'+OK ready"),
            ("-ERR", "'-ERR"),
            ("-", "-"),
            ("'", "''"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("'=1", "''=1"),
            ("＝1", "'＝1"),
            ("-0.5", "-0.5"),
            ("1", "1"),
            ("=a,\"b\"", "\"'=a,\"\"b\"\"\""),
        ] {
            assert_eq!(quoted(cell), written);
        }
    }
}
