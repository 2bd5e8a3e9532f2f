//! Conversations as Markdown (CommonMark with GitHub's tables): a report to hand in, with a sequence diagram for whoever
//! draws Mermaid, and the table of every row for everybody.

use crate::annotate::Catalog;
use crate::dialogue::{Capture, Conversation, Finding, Note, Severity, harmless};

use super::account::{capture_head, frames_account};
use super::around::{address, conversation_head};
use super::color::Paint;
use super::dialogue::{Look, rows};
use super::grade::markdown::escaped;
use super::rows::{Row, Rows};
use super::width::fit;

/// Arrows of a diagram: one with more cannot be read, and the table below has all.
const MAX_ARROWS: usize = 60;
/// Columns of the text on an arrow.
const ON_ARROW: usize = 60;

/// The head of a file.
pub fn capture_markdown(capture: &Capture, path: &str, catalog: &Catalog) -> String {
    let head = capture_head(capture, path, catalog);
    let mut out = format!("# {}\n\n", escaped(&name_of(path)));
    out.push_str(&format!("{}  \n", escaped(&head)));
    let account = frames_account(capture, catalog).join(" + ");
    out.push_str(&format!("{}\n", escaped(&format!("{} = {account}", capture.frames))));
    findings(&capture.findings, catalog, &mut out);
    out
}

/// The last part of a path.
fn name_of(path: &str) -> String {
    harmless(path.rsplit(['/', '\\']).next().unwrap_or(path)).into_owned()
}

/// A conversation: its head, its diagram, its rows, its findings and its summary.
pub fn conversation_markdown(conversation: &Conversation, catalog: &Catalog, look: Look) -> String {
    let look = Look { width_unknown: true, paint: Paint { on: false }, ..look };
    let mut out = format!("\n## {}\n\n", escaped(&conversation_head(conversation, catalog)));
    if !conversation.recognised_notes.is_empty() {
        let how = catalog.join(&conversation.recognised_notes);
        let text = catalog.text(&Note::new("page-recognised").with("how", how));
        out.push_str(&format!("{}  \n", escaped(&text)));
    }
    out.push_str(&format!("Wireshark: `tcp.stream eq {}`\n", conversation.stream));
    let rows = rows(conversation, catalog, look, true);
    diagram(conversation, &rows, catalog, &mut out);
    table(&rows, catalog, &mut out);
    if !look.quiet {
        findings(&conversation.findings, catalog, &mut out);
        let summary = catalog.list(&conversation.summary);
        let text = catalog.text(&Note::new("page-summary").with("summary", summary));
        out.push_str(&format!("\n{}\n", escaped(&text)));
    }
    out
}

fn findings(all: &[Finding], catalog: &Catalog, out: &mut String) {
    let mut shown: Vec<&Finding> = all.iter().filter(|finding| finding.severity > Severity::Note).collect();
    shown.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    if !shown.is_empty() {
        out.push('\n');
    }
    for finding in shown {
        out.push_str(&format!("- **!!** {}\n", escaped(&catalog.finding(finding))));
    }
}

fn table(rows: &Rows, catalog: &Catalog, out: &mut String) {
    let heads = ["markdown-frames", "markdown-seconds", "markdown-line", "markdown-note"];
    let [frames, seconds, line, note] = heads.map(|key| catalog.word(key));
    out.push_str(&format!("\n| {frames} | {seconds} |  | {line} | {note} |\n|---|--:|---|---|---|\n"));
    for row in &rows.rows {
        let star = if row.encrypted { "*" } else { "" };
        let mark =
            if row.mark.trim().is_empty() { String::new() } else { code(&format!("{star}{}", row.mark)) };
        let text = rows.get(row.text);
        // What is quoted from the wire is code; what is said of it is not.
        let text = if row.mark.ends_with(':') || row.mark.ends_with('~') || row.mark.trim().is_empty() {
            code(text)
        } else {
            escaped(text)
        };
        let frames = escaped(rows.get(row.frames));
        out.push_str(&format!(
            "| {frames} | {} | {mark} | {text} | {} |\n",
            rows.get(row.time),
            escaped(rows.get(row.note))
        ));
    }
}

/// A text as code: between as many backticks as it does not have (CommonMark section 6.1). In a table a | ends a cell even
/// there, unless a \ stands before it (GitHub Flavored Markdown, section 4.10).
fn code(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let mut longest = 0;
    for run in text.split(|c: char| c != '`') {
        longest = longest.max(run.len());
    }
    let fence = "`".repeat(longest + 1);
    let text = text.replace('|', "\\|");
    // A blank beside a backtick belongs to neither.
    let blank = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    format!("{fence}{blank}{text}{blank}{fence}")
}

fn diagram(conversation: &Conversation, rows: &Rows, catalog: &Catalog, out: &mut String) {
    let party = |party: &crate::dialogue::Party| match &party.name {
        Some(name) => mermaid(&format!("{name} {}", address(party))),
        None => mermaid(&address(party)),
    };
    out.push_str("\n```mermaid\nsequenceDiagram\n");
    out.push_str(&format!("    participant C as {}\n", party(&conversation.client)));
    out.push_str(&format!("    participant S as {}\n", party(&conversation.server)));
    let drawn = |row: &&Row| !row.mark.trim().is_empty() && !row.mark.ends_with('~');
    let count = rows.rows.iter().filter(drawn).count();
    for row in rows.rows.iter().filter(drawn).take(MAX_ARROWS) {
        let text = mermaid(&fit(rows.get(row.text), ON_ARROW));
        let text = if text.is_empty() { "#nbsp;".to_owned() } else { text };
        let line = match row.mark {
            "C:" | "C=" => format!("C->>S: {text}"),
            "S:" | "S=" => format!("S->>C: {text}"),
            "C?" => format!("C--xS: {text}"),
            "S?" => format!("S--xC: {text}"),
            _ => format!("Note over C,S: {text}"),
        };
        out.push_str(&format!("    {line}\n"));
    }
    if let Some(more) = count.checked_sub(MAX_ARROWS).filter(|&more| more > 0) {
        let text = catalog.text(&Note::new("markdown-more").with("rows", more));
        out.push_str(&format!("    Note over C,S: {}\n", mermaid(&text)));
    }
    out.push_str("```\n");
}

/// A text for Mermaid, in which `;` ends a statement, `%%` and `#` begin a comment, and some of HTML is obeyed: characters
/// that mean something are written by their numbers.
fn mermaid(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in harmless(text).chars() {
        match character {
            '#' | ';' | '%' | '<' | '>' | '"' | '`' | '{' | '}' | '[' | ']' | '&' | '\\' | '$' => {
                out.push_str(&format!("#{};", u32::from(character)));
            }
            character => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{code, mermaid};

    #[test]
    fn code_holds_backticks_and_bars() {
        assert_eq!(code("EHLO pc"), "`EHLO pc`");
        assert_eq!(code("a `b` | c"), "``a `b` \\| c``");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(code(""), "");
    }

    #[test]
    fn nothing_of_a_text_is_a_statement_of_mermaid() {
        assert_eq!(mermaid("end; %% x"), "end#59; #37;#37; x");
        assert_eq!(mermaid("<b>#1"), "#60;b#62;#35;1");
    }
}
