//! The account of a file: its head, what became of its frames, and why a result is empty.

use std::collections::BTreeMap;

use crate::annotate::Catalog;
use crate::dialogue::{Arg, Capture, CommentText, Compression, Fate, Note, Severity, wire_text};

use super::around::seconds;
use super::dialogue::Look;

/// Comments shown of one file.
const MAX_COMMENTS: usize = 20;

/// The first line of a file's page.
pub fn capture_head(capture: &Capture, path: &str, catalog: &Catalog) -> String {
    let nanos = match (capture.first_time, capture.last_time) {
        (Some(first), Some(last)) => last.nanos_since(first),
        _ => 0,
    };
    let start = capture.first_time.map(|time| time.to_seconds_string()).unwrap_or_default();
    let note = Note::new("page-capture")
        .with("path", wire_text(path.as_bytes()))
        .with("frames", capture.frames)
        .with("start", start)
        .with("seconds", seconds(nanos))
        .with("links", link_names(capture));
    let mut line = catalog.text(&note);
    if let Some(compression) = capture.compression {
        let name = match compression {
            Compression::Gzip => "gzip",
            Compression::Zstd => "zstd",
        };
        let note = Note::new("page-capture-compressed").with("compression", name);
        line.push_str("  ");
        line.push_str(&catalog.text(&note));
    }
    line
}

fn link_names(capture: &Capture) -> String {
    let mut names: Vec<&str> = Vec::new();
    for interface in &capture.interfaces {
        if !names.contains(&interface.link_name.as_str()) {
            names.push(&interface.link_name);
        }
    }
    names.join(", ")
}

/// `147 USER0, 105 IEEE 802.11`: number and name, those of most frames first.
fn link_types_not_decoded(capture: &Capture) -> String {
    let mut types: Vec<(u16, u64)> =
        capture.fates.link_types.iter().map(|(&kind, &count)| (kind, count)).collect();
    types.sort_by_key(|&(kind, count)| (std::cmp::Reverse(count), kind));
    let parts: Vec<String> = types
        .into_iter()
        .map(|(kind, _)| {
            let interface = capture.interfaces.iter().find(|interface| interface.link_type == kind);
            match interface {
                // A type without a name in the registry is called by its number alone.
                Some(named) if !named.link_name.ends_with(&kind.to_string()) => {
                    format!("{kind} {}", named.link_name)
                }
                _ => kind.to_string(),
            }
        })
        .collect();
    parts.join(", ")
}

/// Findings and comments of the file itself, a line each.
pub fn capture_findings(capture: &Capture, catalog: &Catalog, look: Look) -> String {
    let mut out = String::new();
    if look.quiet {
        return out;
    }
    for finding in
        capture.findings.iter().filter(|finding| finding.severity > Severity::Note || look.verbose > 0)
    {
        out.push_str(&look.paint.alarm("!!"));
        out.push(' ');
        out.push_str(&catalog.finding(finding));
        out.push('\n');
    }
    for comment in capture_comments(capture, catalog) {
        out.push_str("   ");
        out.push_str(&comment);
        out.push('\n');
    }
    out
}

/// Comments of people in the file, a line each, up to a bound that is told.
pub(super) fn capture_comments(capture: &Capture, catalog: &Catalog) -> Vec<String> {
    let comment = |comment: &CommentText| {
        let note = match comment.frame {
            Some(frame) => Note::new("page-comment").with("frame", frame),
            None => Note::new("page-comment-file"),
        };
        catalog.text(&note.with("text", comment.text.as_str()))
    };
    let mut lines: Vec<String> = capture.comments.iter().take(MAX_COMMENTS).map(comment).collect();
    if let Some(more) = capture.comments.len().checked_sub(MAX_COMMENTS).filter(|&more| more > 0) {
        lines.push(catalog.text(&Note::new("page-more-comments").with("count", more)));
    }
    lines
}

/// The fates with their frames, largest first, those of dialogues before all others.
pub(super) fn fates(capture: &Capture) -> Vec<(Fate, u64)> {
    let mut fates: Vec<(Fate, u64)> = Fate::ALL
        .into_iter()
        .map(|fate| (fate, capture.fates.get(fate)))
        .filter(|(_, frames)| *frames > 0)
        .collect();
    fates.sort_by_key(|&(fate, frames)| (fate != Fate::Used, std::cmp::Reverse(frames), fate));
    fates
}

fn detail<'a>(counts: impl IntoIterator<Item = (&'a str, u64)>) -> String {
    let mut counts: Vec<(&str, u64)> = counts.into_iter().collect();
    counts.sort_by_key(|&(name, count)| (std::cmp::Reverse(count), name));
    let parts: Vec<String> = counts.iter().map(|(name, count)| format!("{name} {count}")).collect();
    parts.join(", ")
}

pub(super) fn fate_text(capture: &Capture, fate: Fate, catalog: &Catalog) -> String {
    let others = || {
        let chosen = capture.fates.others.iter().filter(|((its, _), _)| *its == fate);
        detail(chosen.map(|((_, name), count)| (*name, *count)))
    };
    let (key, value) = match fate {
        Fate::Used => {
            let used = &capture.fates.used_by;
            ("fate-used-by", detail(used.iter().map(|(id, count)| (protocol_name(id), *count))))
        }
        Fate::OtherLinkType => ("fate-other_link_type-detail", link_types_not_decoded(capture)),
        Fate::NotTcp => ("fate-not_tcp-detail", others()),
        Fate::NotIp => ("fate-not_ip-detail", others()),
        Fate::Tunnel => ("fate-tunnel-detail", others()),
        _ => ("", String::new()),
    };
    if value.is_empty() {
        return catalog.word(format!("fate-{}", fate.id()));
    }
    catalog.text(&Note::new(key).with("detail", value))
}

fn protocol_name(id: &str) -> &str {
    crate::proto::by_id(id).map_or(id, |protocol| protocol.name)
}

/// `391 = 63 used (SMTP 31, POP3 17) + 195 encrypted without keys + …`: every frame once.
pub fn frames_account(capture: &Capture, catalog: &Catalog) -> Vec<String> {
    fates(capture)
        .into_iter()
        .map(|(fate, frames)| format!("{frames} {}", fate_text(capture, fate, catalog)))
        .collect()
}

/// Why nothing was found: what became of the frames, the likeliest reason, and what to do.
pub fn why_empty(capture: &Capture, what: &str, ends: &str, catalog: &Catalog) -> String {
    let mut out = String::new();
    let head = match what {
        "" => Note::new("empty-head"),
        what => Note::new("empty-head-what").with("what", what),
    };
    let head = head.with("frames", capture.frames);
    out.push_str(&catalog.text(&head));
    out.push('\n');
    let mut list = fates(capture);
    list.sort_by_key(|&(fate, frames)| (std::cmp::Reverse(frames), fate));
    for (fate, frames) in &list {
        out.push_str(&format!("{frames:>7}  {}\n", fate_text(capture, *fate, catalog)));
    }
    let reason = reason(capture, &list);
    let links = if reason == "link-type" { link_types_not_decoded(capture) } else { link_names(capture) };
    let why = Note::new(format!("empty-why-{reason}")).with("ends", ends).with("links", links);
    let line = |key: &'static str, name: &'static str, text: String| {
        catalog.text(&Note::new(key).with(name, Arg::from(text)))
    };
    out.push_str(&line("empty-reason", "reason", catalog.text(&why)));
    out.push('\n');
    out.push_str(&line("empty-remedy", "remedy", catalog.word(format!("empty-do-{reason}"))));
    out.push('\n');
    out
}

/// The likeliest reason: what holds data decides before what holds none.
fn reason(capture: &Capture, fates: &[(Fate, u64)]) -> &'static str {
    let counts: BTreeMap<Fate, u64> = fates.iter().copied().collect();
    let of = |fate: Fate| counts.get(&fate).copied().unwrap_or(0);
    let not_ip = of(Fate::NotIp) + of(Fate::OtherLinkType) + of(Fate::CutHeader);
    if capture.frames == 0 {
        "no-frames"
    } else if of(Fate::OtherLinkType) * 2 > capture.frames {
        "link-type"
    } else if of(Fate::Encrypted) + of(Fate::Used) > 0 && of(Fate::NotAskedFor) == 0 {
        "encrypted"
    } else if of(Fate::NotAskedFor) > 0 {
        if of(Fate::NotAskedFor) * 2 > capture.frames { "filter" } else { "not-tcp" }
    } else if of(Fate::Unrecognised) > 0 {
        "unrecognised"
    } else if of(Fate::TcpWithoutData) > 0 {
        "no-data"
    } else if not_ip * 2 > capture.frames {
        "not-ip"
    } else {
        "not-tcp"
    }
}
