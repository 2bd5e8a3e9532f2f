//! Markdown and CSV of dialogues: nothing of a capture is markup, and everything of it is there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;

use std::process::Command;

fn shown(format: &str, lang: &str, path: &str) -> String {
    let args = ["show", "--format", format, "--lang", lang, path];
    let output = Command::new(env!("CARGO_BIN_EXE_wiretale")).args(args).output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

/// The cells of a row of a table: between bars that no backslash stands in front of.
fn cells(row: &str) -> Vec<String> {
    let marked = row.replace("\\|", "\u{0}");
    let inside = marked.strip_prefix("| ").unwrap().strip_suffix(" |").unwrap();
    inside.split(" | ").map(|cell| cell.replace('\u{0}', "|")).collect()
}

#[test]
fn a_table_has_every_row_and_five_cells_in_each() {
    let captures = support::files("captures", &[".pcap", ".pcapng"]);
    for (name, path) in captures {
        for lang in ["zh", "en", "ja"] {
            let text = shown("markdown", lang, path.to_str().unwrap());
            let (mut rows, mut fences) = (0, 0);
            for line in text.lines() {
                fences += usize::from(line.starts_with("```"));
                if line.starts_with("| ") && fences % 2 == 0 {
                    assert_eq!(cells(line).len(), 5, "{name} {lang}: {line}");
                    rows += 1;
                }
            }
            assert_eq!(fences % 2, 0, "{name}");
            assert_eq!(fences / 2, text.matches("\nsequenceDiagram\n").count(), "{name}");
            assert!(rows > 0 || fences == 0, "{name}");
        }
    }
}

#[test]
fn the_report_as_markdown_has_its_lines_as_code_and_no_secret() {
    let path = support::project("captures/report/4.2-mail-client.pcapng");
    let text = shown("markdown", "zh", path.to_str().unwrap());
    assert!(text.contains("| `C:` | `MAIL FROM: <student@example.com>` | 信封发件人"), "{text}");
    assert!(text.contains("    C->>S: MAIL FROM: #60;student@example.com#62;\n"));
    assert!(text.contains("| `C:` | `********` |"));
    assert!(text.contains("PIPELINING \\| SIZE 73400320 \\| STARTTLS"));
    // The invented password of the capture in Base64.
    assert!(!text.contains("cGFzc3dvcmQ"));
}

#[test]
fn markup_in_a_capture_is_text() {
    let evil = "</code><script>alert(1)</script> | `x` ``y`` [a](http://b) ![c](d) <!-- -->; %% end";
    let script = format!("S: 220 hi\nC: EHLO {evil}\nS: 250 hi {evil}\nC: QUIT\nS: 221 bye\n");
    let file = support::build::capture(&support::script::Script::parse(&script));
    let folder = std::env::temp_dir().join(format!("wiretale-markdown-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("evil_name.pcapng");
    std::fs::write(&path, file).unwrap();
    let text = shown("markdown", "en", path.to_str().unwrap());
    std::fs::remove_dir_all(&folder).unwrap();
    let rows: Vec<&str> =
        text.lines().filter(|line| line.contains("script") && line.starts_with("| ")).collect();
    assert!(rows.len() >= 2);
    for row in rows {
        let cells = cells(row);
        assert_eq!(cells.len(), 5, "{row}");
        // Three backticks hold what has two.
        assert!(cells[3].starts_with("```") && cells[3].ends_with("```"), "{row}");
    }
    let diagram = text.split("```mermaid").nth(1).unwrap().split("\n```\n").next().unwrap();
    for line in diagram.lines().filter(|line| line.contains("script")) {
        assert!(!line.contains(['<', '>', '`', ']']) || line.contains("->>"), "{line}");
        let said = line.split_once(": ").unwrap().1;
        assert!(!said.contains(['<', '>', '`', '[', '%']), "{line}");
    }
    assert!(text.contains("# evil\\_name.pcapng"));
}

#[test]
fn csv_has_a_line_for_every_step_of_json() {
    let path = support::project("captures/lab.pcapng");
    let path = path.to_str().unwrap();
    let csv = shown("csv", "en", path);
    let json: serde_json::Value = serde_json::from_str(&shown("json", "en", path)).unwrap();
    let steps: Vec<&serde_json::Value> = json["captures"][0]["conversations"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|conversation| conversation["steps"].as_array().unwrap())
        .collect();
    let lines: Vec<&str> = csv.split("\r\n").filter(|line| !line.is_empty()).collect();
    assert_eq!(lines.len(), steps.len() + 1);
    for (line, step) in lines[1..].iter().zip(steps) {
        assert!(line.contains(&format!(",{},", step["kind"].as_str().unwrap())), "{line}");
    }
}
