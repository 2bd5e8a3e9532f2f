//! A topic that was looked up, and the list of all of them.

use crate::annotate::Catalog;
use crate::dialogue::{Note, Topic, TopicKind};

use super::dialogue::Look;
use super::width::{width, wrap};

/// More names than these are a range, and the topic's own name stands for it.
const MANY: usize = 20;
/// Columns of a paragraph: longer lines are hard to read, however wide the screen is.
const PARAGRAPH: usize = 100;

/// What a topic means, why it is there, a line with it, and where to look in Wireshark. `name` is what was asked for.
pub fn topic_text(topic: &Topic, name: &str, catalog: &Catalog, look: Look) -> String {
    let columns = look.width.min(PARAGRAPH);
    let kind = Note::new(topic.kind.key()).with("protocol", topic.protocol);
    // Of a range of codes the one that was asked for.
    let title = if topic.aliases.len() > MANY { name } else { &topic.name };
    let mut head = format!("{title}  {}", catalog.text(&kind));
    if let Some(context) = topic.context {
        head.push_str(&catalog.text(&Note::new("topic-context").with("what", context.to_ascii_uppercase())));
    }
    let mut out = look.paint.head(&head).into_owned();
    out.push('\n');
    let mut paragraph = |label: &str, text: &str| {
        let indent = if label.is_empty() { 3 } else { 3 + width(label) + 2 };
        for (index, line) in wrap(text, columns.saturating_sub(indent)).into_iter().enumerate() {
            match index {
                0 if !label.is_empty() => out.push_str(&format!("   {label}  {line}\n")),
                _ => out.push_str(&format!("{:indent$}{line}\n", "")),
            }
        }
    };
    paragraph("", &catalog.text(&topic.note));
    if !topic.parts.is_empty() {
        paragraph("", &catalog.join(&topic.parts));
    }
    if let Some(why) = catalog.attribute(&topic.note, "why") {
        paragraph("", &why);
    }
    if !topic.example.is_empty() {
        paragraph(&catalog.word("topic-example"), &topic.example);
    }
    if let Some(filter) = catalog.attribute(&topic.note, "look") {
        paragraph(&catalog.word("topic-wireshark"), &filter);
    }
    if !topic.source.is_empty() {
        paragraph(&catalog.word("topic-source"), topic.source);
    }
    out
}

/// The names of all topics, by kind and protocol.
pub fn topic_list(topics: &[Topic], catalog: &Catalog, look: Look) -> String {
    let mut out = String::new();
    let mut protocols: Vec<&str> = topics.iter().map(|topic| topic.protocol).collect();
    protocols.dedup();
    for protocol in protocols {
        for kind in TopicKind::ALL {
            let mut names: Vec<&str> = topics
                .iter()
                .filter(|topic| topic.kind == kind && topic.protocol == protocol)
                .map(|topic| topic.listed.as_ref().unwrap_or(&topic.name).as_str())
                .collect();
            names.dedup();
            if names.is_empty() {
                continue;
            }
            let kind = Note::new(kind.key()).with("protocol", protocol);
            out.push_str(&look.paint.head(&catalog.text(&kind)));
            out.push('\n');
            // A name of two words is one name.
            for line in columns(&names, look.width.min(PARAGRAPH).saturating_sub(3)) {
                out.push_str(&format!("   {line}\n"));
            }
        }
    }
    out
}

/// Names side by side, two spaces between them.
fn columns(names: &[&str], room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for name in names {
        let Some(line) = lines.last_mut() else { break };
        if line.is_empty() {
            line.push_str(name);
        } else if width(line) + 2 + width(name) <= room {
            line.push_str("  ");
            line.push_str(name);
        } else {
            lines.push((*name).to_owned());
        }
    }
    lines
}
