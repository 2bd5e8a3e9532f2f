//! What stands around the rows of a conversation: its head, its findings and its summary, and how ends and times are written.

use std::fmt::Write;
use std::net::IpAddr;

use crate::annotate::{Catalog, Lang};
use crate::dialogue::{Arg, Conversation, Finding, MASK, Note, Party, Severity, write_digits};

use super::dialogue::Look;

/// The first line of a conversation: who, with whom, how long.
pub(super) fn conversation_head(conversation: &Conversation, catalog: &Catalog) -> String {
    let mut line = String::with_capacity(192);
    write_head(&mut line, conversation, catalog);
    line
}

fn write_head(out: &mut String, conversation: &Conversation, catalog: &Catalog) {
    let values = [
        ("stream", Arg::from(conversation.stream)),
        ("title", Arg::from(&*conversation.title)),
        ("client", Arg::from(party(&conversation.client, catalog))),
        ("server", Arg::from(party(&conversation.server, catalog))),
        ("seconds", Arg::from(seconds(conversation.nanos))),
        ("first", Arg::from(conversation.first_frame)),
        ("late", Arg::from(if conversation.health == "late" { "yes" } else { "no" })),
    ];
    catalog.write_with(out, "page-conversation", &values);
}

pub(super) fn head(conversation: &Conversation, catalog: &Catalog, look: Look, out: &mut String) {
    let begun = out.len();
    out.push_str("== ");
    write_head(out, conversation, catalog);
    out.push_str("  tcp.stream eq ");
    write_digits(out, conversation.stream, 1);
    if look.paint.on {
        let line = out.split_off(begun);
        out.push_str(&look.paint.head(&line));
    }
    out.push('\n');
    if !conversation.recognised_notes.is_empty() {
        let how = Arg::from(catalog.join(&conversation.recognised_notes));
        wrapped_with("page-recognised", &[("how", how)], catalog, look, out);
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
    let mut shown: Vec<&Finding> = Vec::new();
    // A lesson is no remark about this dialogue: -v has more of everything, and need not be advertised for it.
    let mut remarks = 0usize;
    for finding in &conversation.findings {
        if finding.severity > Severity::Note || look.verbose > 0 {
            shown.push(finding);
        } else if finding.severity == Severity::Note {
            remarks += 1;
        }
    }
    shown.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
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
    if remarks > 0 {
        parts.push(Note::new("page-more-findings").with("count", remarks));
    }
    let summary = ("summary", Arg::from(summary));
    if parts.is_empty() {
        wrapped_with("page-summary", &[summary], catalog, look, out);
    } else {
        let more = ("more", Arg::from(catalog.join(&parts)));
        wrapped_with("page-summary-more", &[summary, more], catalog, look, out);
    }
}

/// The sentence of a key, indented and wrapped; written in place where it is one line in any case.
fn wrapped_with(key: &str, values: &[(&'static str, Arg)], catalog: &Catalog, look: Look, out: &mut String) {
    const INDENT: &str = "   ";
    if look.width_unknown && !look.paint.on {
        out.push_str(INDENT);
        catalog.write_with(out, key, values);
        out.push('\n');
        return;
    }
    let mut text = String::with_capacity(128);
    catalog.write_with(&mut text, key, values);
    wrapped(INDENT, &text, look, out);
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
