//! What stands around the rows of a conversation: its head, its findings and its summary, and how ends and times are written.

use std::fmt::Write;
use std::net::IpAddr;

use crate::annotate::{Catalog, Lang};
use crate::dialogue::{Conversation, Finding, MASK, Note, Party, Severity, write_digits};

use super::dialogue::Look;

/// The first line of a conversation: who, with whom, how long.
pub(super) fn conversation_head(conversation: &Conversation, catalog: &Catalog) -> String {
    let mut line = String::with_capacity(192);
    write_head(&mut line, conversation, catalog);
    line
}

fn write_head(out: &mut String, conversation: &Conversation, catalog: &Catalog) {
    let note = Note::new("page-conversation")
        .with("stream", conversation.stream.to_string())
        .with("title", conversation.title.as_str())
        .with("client", party(&conversation.client, catalog))
        .with("server", party(&conversation.server, catalog))
        .with("seconds", seconds(conversation.nanos))
        .with("first", conversation.first_frame)
        .with("late", if conversation.health == "late" { "yes" } else { "no" });
    catalog.write(out, &note);
}

pub(super) fn head(conversation: &Conversation, catalog: &Catalog, look: Look, out: &mut String) {
    let mut line = String::with_capacity(192);
    line.push_str("== ");
    write_head(&mut line, conversation, catalog);
    line.push_str("  tcp.stream eq ");
    write_digits(&mut line, conversation.stream, 1);
    out.push_str(&look.paint.head(&line));
    out.push('\n');
    if !conversation.recognised_notes.is_empty() {
        let how = catalog.join(&conversation.recognised_notes);
        let text = catalog.text(&Note::new("page-recognised").with("how", how));
        wrapped("   ", &text, look, out);
    }
}

/// Address and port, an IPv6 address in brackets.
pub fn address(party: &Party) -> String {
    let mut text = String::with_capacity(48);
    write_address(&mut text, party);
    text
}

/// The same, behind a text.
pub(super) fn write_address(out: &mut String, party: &Party) {
    if party.address.is_ipv6() {
        out.push('[');
    }
    write_ip(out, party.address);
    out.push_str(if party.address.is_ipv6() { "]:" } else { ":" });
    write_digits(out, u64::from(party.port), 1);
}

pub(super) fn write_ip(out: &mut String, address: IpAddr) {
    match address {
        IpAddr::V4(address) => {
            for (index, octet) in address.octets().into_iter().enumerate() {
                if index > 0 {
                    out.push('.');
                }
                for (least, unit) in [(100, 100), (10, 10), (0, 1)] {
                    if octet >= least {
                        out.push(char::from(b'0' + octet / unit % 10));
                    }
                }
            }
        }
        IpAddr::V6(address) => {
            // Writing into a string cannot fail.
            let _ = write!(out, "{address}");
        }
    }
}

/// Address, port and name; a name with its source in brackets of the language.
pub(super) fn party(party: &Party, catalog: &Catalog) -> String {
    let address = address(party);
    match (&party.name, &party.name_source) {
        (Some(name), Some(source)) => match catalog.lang() {
            Lang::En => format!("{address} {name} ({source})"),
            Lang::Zh | Lang::Ja => format!("{address} {name}（{source}）"),
        },
        (Some(name), None) => format!("{address} {name}"),
        _ => address,
    }
}

pub(super) fn seconds(nanos: i64) -> String {
    crate::annotate::seconds(nanos, 3)
}

/// The same, behind a text.
pub(super) fn write_seconds(out: &mut String, nanos: i64) {
    crate::annotate::write_seconds(out, nanos, 3);
}

pub(super) fn foot(conversation: &Conversation, catalog: &Catalog, look: Look, out: &mut String) {
    let mut findings: Vec<&Finding> = conversation.findings.iter().collect();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let shown: Vec<&&Finding> =
        findings.iter().filter(|finding| finding.severity > Severity::Note || look.verbose > 0).collect();
    // A lesson is no remark about this dialogue: -v has more of everything, and need not be advertised for it.
    let remarks = findings.iter().filter(|finding| finding.severity == Severity::Note).count();
    let hidden = if look.verbose > 0 { 0 } else { remarks };
    out.push('\n');
    for finding in shown {
        let mark =
            if finding.severity > Severity::Note { look.paint.alarm("!!") } else { look.paint.dim("!!") };
        wrapped_marked(&mark, &catalog.finding(finding), look, out);
    }
    let mut waited = None;
    // Most lines have no star, which is sooner seen than that there is no mask.
    let is_masked = |line: &String| line.as_bytes().contains(&b'*') && line.contains(MASK);
    let masked = conversation.steps.iter().any(|step| step.lines.iter().any(is_masked));
    if look.verbose > 0 && !conversation.steps.is_empty() {
        let waits = conversation.waits();
        let note = Note::new("page-waits")
            .with("server", seconds(waits.server))
            .with("client", seconds(waits.client))
            .with("seconds", seconds(conversation.nanos));
        waited = Some(note);
    }
    let summary = catalog.list(conversation.summary.iter().chain(&waited));
    let mut parts: Vec<Note> = Vec::new();
    if masked && !look.reveal {
        parts.push(Note::new("page-masked"));
    }
    if hidden > 0 {
        parts.push(Note::new("page-more-findings").with("count", hidden));
    }
    let more = catalog.join(&parts);
    let key = if more.is_empty() { "page-summary" } else { "page-summary-more" };
    let mut note = Note::new(key).with("summary", summary);
    if !more.is_empty() {
        note = note.with("more", more);
    }
    wrapped("   ", &catalog.text(&note), look, out);
}

pub(super) fn wrapped(indent: &str, text: &str, look: Look, out: &mut String) {
    let mut line = |text: &str| {
        out.push_str(indent);
        out.push_str(&look.paint.dim(text));
        out.push('\n');
    };
    if look.width_unknown {
        line(text);
        return;
    }
    let room = look.width.saturating_sub(indent.len());
    for text in super::width::wrap(text, room.max(24)) {
        line(&text);
    }
}

pub(super) fn wrapped_marked(mark: &str, text: &str, look: Look, out: &mut String) {
    let room = look.width.saturating_sub(3);
    let lines =
        if look.width_unknown { vec![text.to_owned()] } else { super::width::wrap(text, room.max(24)) };
    for (index, line) in lines.iter().enumerate() {
        out.push_str(if index == 0 { mark } else { "  " });
        out.push(' ');
        out.push_str(line);
        out.push('\n');
    }
}
