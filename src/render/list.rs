//! `list`: one row per conversation, and the account of all frames.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width};

use crate::annotate::Catalog;
use crate::dialogue::{Capture, Conversation, Note};

use super::account::frames_account;
use super::dialogue::{Look, seconds};
use super::json::{Json, conversation_row_json};
use super::width::{fit, width};

fn cells(conversation: &Conversation, catalog: &Catalog) -> [String; 8] {
    let party = |party: &crate::dialogue::Party| {
        if party.address.is_ipv6() {
            format!("[{}]:{}", party.address, party.port)
        } else {
            format!("{}:{}", party.address, party.port)
        }
    };
    let by = match (conversation.recognised_by, conversation.tcp.bytes.client + conversation.tcp.bytes.server)
    {
        (Some(by), _) => format!("list-by-{by}"),
        (None, 0) => "list-by-no-data".to_owned(),
        (None, _) => "list-by-none".to_owned(),
    };
    let title = if conversation.title.is_empty() { "-" } else { &conversation.title };
    [
        conversation.stream.to_string(),
        title.to_owned(),
        catalog.word(&by),
        format!("{} -> {}", party(&conversation.client), party(&conversation.server)),
        conversation.frames.to_string(),
        seconds(conversation.nanos),
        catalog.word(&format!("tcp-health-{}", conversation.health)),
        catalog.list(&conversation.outcome),
    ]
}

/// The table with its heading, then names and frames.
pub fn list_text(conversations: &[Conversation], capture: &Capture, catalog: &Catalog, look: Look) -> String {
    let mut table = Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    table.set_content_arrangement(ContentArrangement::Disabled);
    let keys = ["stream", "protocol", "recognised", "ends", "frames", "seconds", "health", "outcome"];
    let heads: Vec<String> = keys.iter().map(|key| catalog.word(&format!("list-{key}"))).collect();
    let rows: Vec<[String; 8]> =
        conversations.iter().map(|conversation| cells(conversation, catalog)).collect();
    // Only the last column may be cut: what it says in full is in `show`.
    let before: usize = (0..7)
        .map(|column| {
            let head = heads.get(column).map_or(0, |head| width(head));
            rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0).max(head)
                + 2
        })
        .sum();
    let room = if look.width_unknown { usize::MAX } else { look.width.saturating_sub(before).max(12) };
    table.set_header(heads.iter().map(|head| look.paint.dim(head)));
    for row in rows {
        let [first @ .., outcome] = row;
        table.add_row(first.into_iter().chain([fit(&outcome, room)]));
    }
    for (index, column) in table.column_iter_mut().enumerate() {
        column.set_padding((0, 2));
        if matches!(index, 0 | 4 | 5) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        if index == 7 {
            column.set_padding((0, 0));
        }
        if index == 0 {
            let head = heads.first().map_or(6, |head| width(head));
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(head as u16 + 2)));
        }
    }
    let mut out = String::new();
    if !conversations.is_empty() {
        for line in table.lines() {
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
    out.push_str(&names_and_frames(capture, catalog, look));
    out
}

fn names_and_frames(capture: &Capture, catalog: &Catalog, look: Look) -> String {
    let mut out = String::new();
    let (names, frames) = (catalog.word("list-names"), catalog.word("list-account"));
    let indent = width(&names).max(width(&frames)) + 2;
    let pad = |word: &str| {
        let mut text = look.paint.dim(word);
        text.extend(std::iter::repeat_n(' ', indent - width(word)));
        text
    };
    for (index, (address, known)) in capture.names.iter().enumerate() {
        out.push_str(&if index == 0 { pad(&names) } else { " ".repeat(indent) });
        let all: Vec<&str> = known.iter().map(|(name, _)| name.as_str()).collect();
        let sources: Vec<&str> = known.iter().map(|(_, source)| source.as_str()).collect();
        let note = Note::new("list-name")
            .with("address", address.to_string())
            .with("names", all.join(", "))
            .with("source", short_sources(&sources));
        out.push_str(&catalog.text(&note));
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

/// A line per conversation, with a heading; fields are quoted where RFC 4180 asks for it.
pub fn list_csv(conversations: &[Conversation], path: &str, catalog: &Catalog) -> String {
    let mut out = String::new();
    for conversation in conversations {
        let end = |party: &crate::dialogue::Party| [party.address.to_string(), party.port.to_string()];
        let [client, client_port] = end(&conversation.client);
        let [server, server_port] = end(&conversation.server);
        let fields = [
            path.to_owned(),
            conversation.stream.to_string(),
            conversation.protocols.join("+"),
            conversation.recognised_by.unwrap_or("").to_owned(),
            client,
            client_port,
            server,
            server_port,
            conversation.server.name.clone().unwrap_or_default(),
            conversation.first_frame.to_string(),
            conversation.last_frame.to_string(),
            conversation.frames.to_string(),
            conversation.start.to_string(),
            format!("{:.9}", conversation.nanos as f64 / 1e9),
            conversation.health.to_owned(),
            catalog.list(&conversation.outcome),
        ];
        let quoted: Vec<String> = fields.iter().map(|field| quoted(field)).collect();
        out.push_str(&quoted.join(","));
        out.push_str("\r\n");
    }
    out
}

/// The heading of [`list_csv`].
pub const CSV_HEAD: &str = "capture,stream,protocols,recognised_by,client,client_port,server,server_port,server_name,\
first_frame,last_frame,frames,start,duration,health,outcome\r\n";

fn quoted(field: &str) -> String {
    if field.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

/// The rows as JSON objects.
pub fn list_json(conversations: &[Conversation], json: Json<'_>) -> String {
    let rows: Vec<String> =
        conversations.iter().map(|conversation| conversation_row_json(conversation, json)).collect();
    rows.join(",\n")
}
