//! What stands around the rows of a conversation: its head, its findings and its summary, and how ends and times are written.

use std::fmt::Write;
use std::net::IpAddr;

use crate::annotate::{Catalog, Lang, Value};
use crate::dialogue::{Conversation, Finding, MASK, Note, Party, Severity, harmless, write_digits};

use super::dialogue::Look;
use super::repeated::Repeated;

/// The first line of a conversation: who, with whom, how long.
pub(super) fn conversation_head(conversation: &Conversation, catalog: &Catalog) -> String {
    let mut line = String::with_capacity(192);
    write_head(&mut line, conversation, catalog);
    line
}

fn write_head(out: &mut String, conversation: &Conversation, catalog: &Catalog) {
    let number = |number: u64| Value::Number(i64::try_from(number).unwrap_or(i64::MAX));
    let values = [
        ("stream", number(conversation.stream)),
        ("title", Value::Text(&conversation.title)),
        ("client", Value::Written(&|out| write_party(out, &conversation.client, catalog))),
        ("server", Value::Written(&|out| write_party(out, &conversation.server, catalog))),
        ("seconds", Value::Written(&|out| write_seconds(out, conversation.nanos))),
        ("first", number(conversation.first_frame)),
        ("late", Value::Text(if conversation.health == "late" { "yes" } else { "no" })),
    ];
    catalog.write_with(out, "page-conversation", &values);
}

pub(super) fn head(
    conversation: &Conversation,
    catalog: &Catalog,
    look: Look,
    recognised: &mut Repeated,
    out: &mut String,
) {
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
        let notes = &conversation.recognised_notes;
        let how = recognised.text(notes, |out| catalog.write_joint(out, notes));
        let how = ("how", Value::Written(&|out| out.push_str(how)));
        wrapped_with("page-recognised", &[how], catalog, look, out);
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
        IpAddr::V6(address) => match address.segments() {
            // Those that are written with an IPv4 address in them, and a few more. Writing into a string cannot fail.
            [0, 0, 0, 0, ..] => _ = write!(out, "{address}"),
            groups => write_groups(out, &groups),
        },
    }
}

/// The groups of an IPv6 address in RFC 5952's form: without leading zeros, the longest run of two or more zero groups,
/// the first of several, as `::` (section 4).
fn write_groups(out: &mut String, groups: &[u16]) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let (mut longest, mut run) = (0..0, 0..0);
    for (at, group) in groups.iter().enumerate() {
        run = if *group == 0 { run.start..at + 1 } else { at + 1..at + 1 };
        if run.len() > longest.len().max(1) {
            longest = run.clone();
        }
    }
    for (at, group) in groups.iter().enumerate() {
        if longest.contains(&at) {
            if at == longest.start {
                out.push_str("::");
            }
            continue;
        }
        if at > 0 && at != longest.end {
            out.push(':');
        }
        for shift in [12, 8, 4, 0] {
            if shift == 0 || group >> shift > 0 {
                let digit = DIGITS.get(usize::from(group >> shift & 15)).copied().unwrap_or_default();
                out.push(char::from(digit));
            }
        }
    }
}

/// Address, port and name; a name with its source in brackets of the language.
fn write_party(out: &mut String, party: &Party, catalog: &Catalog) {
    write_address(out, party);
    let Some(name) = &party.name else { return };
    out.push(' ');
    out.push_str(&harmless(name));
    if let Some(source) = &party.name_source {
        let (before, behind) = match catalog.lang() {
            Lang::En => (" (", ")"),
            Lang::Zh | Lang::Ja => ("（", "）"),
        };
        out.extend([before, &harmless(source), behind]);
    }
}

pub(super) fn seconds(nanos: i64) -> String {
    crate::annotate::seconds(nanos, 3)
}

/// The same, behind a text.
pub(super) fn write_seconds(out: &mut String, nanos: i64) {
    crate::annotate::write_seconds(out, nanos, 3);
}

pub(super) fn foot(
    conversation: &Conversation,
    catalog: &Catalog,
    look: Look,
    summaries: &mut Repeated,
    out: &mut String,
) {
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
    let masked = !look.reveal && conversation.steps.iter().any(|step| step.lines.iter().any(is_masked));
    if look.verbose > 0 && !conversation.steps.is_empty() {
        let waits = conversation.waits();
        let note = Note::new("page-waits")
            .with("server", seconds(waits.server))
            .with("client", seconds(waits.client))
            .with("seconds", seconds(conversation.nanos));
        waited = Some(note);
    }
    let mut parts: Vec<Note> = Vec::new();
    if masked {
        parts.push(Note::new("page-masked"));
    }
    if remarks > 0 {
        parts.push(Note::new("page-more-findings").with("count", remarks));
    }
    let notes = &conversation.summary;
    let write_summary: &dyn Fn(&mut String) = match &waited {
        Some(_) => &|out| catalog.write_list(out, notes.iter().chain(&waited)),
        None => {
            let said = summaries.text(notes, |out| catalog.write_list(out, notes));
            &move |out| out.push_str(said)
        }
    };
    let write_parts = |out: &mut String| catalog.write_joint(out, &parts);
    let summary = ("summary", Value::Written(write_summary));
    if parts.is_empty() {
        wrapped_with("page-summary", &[summary], catalog, look, out);
    } else {
        let more = ("more", Value::Written(&write_parts));
        wrapped_with("page-summary-more", &[summary, more], catalog, look, out);
    }
}

/// The sentence of a key, indented and wrapped; written in place where it is one line in any case.
fn wrapped_with(
    key: &'static str,
    values: &[(&'static str, Value<'_>)],
    catalog: &Catalog,
    look: Look,
    out: &mut String,
) {
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

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv6Addr};

    use proptest::prelude::*;

    use super::write_ip;

    proptest! {
        #[test]
        fn addresses_are_written_as_the_standard_library_writes_them(
            groups in prop::array::uniform8(prop_oneof![Just(0u16), Just(1), 0u16..0x200, any::<u16>()]),
            v4 in any::<u32>(),
        ) {
            for address in [IpAddr::V6(Ipv6Addr::from(groups)), IpAddr::V4(v4.into())] {
                let mut out = String::new();
                write_ip(&mut out, address);
                prop_assert_eq!(out, address.to_string());
            }
        }
    }
}
