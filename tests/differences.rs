//! captures/DIFFERENCES.md holds what wiretale prints: a line that has changed there is either a fault or news for the page.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;

use std::process::Command;

fn shown(capture: &str) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_wiretale"))
        .args(["show", "--lang", "en", "--width", "400", capture])
        .current_dir(support::project(""))
        .env_remove("NO_COLOR")
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap().lines().map(normal).collect()
}

/// Columns are as wide as the page needs; the words count.
fn normal(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn lines_of_the_page_of_differences_are_what_wiretale_prints() {
    let page = std::fs::read_to_string(support::project("captures/DIFFERENCES.md")).unwrap();
    let (mut sections, mut lines, mut rows) = (0, 0, Vec::new());
    for line in page.lines() {
        if let Some(capture) = line.strip_prefix('`').and_then(|line| line.split('`').next())
            && capture.starts_with("captures/")
        {
            sections += 1;
            rows = shown(capture);
            assert!(!rows.is_empty(), "{capture}");
        }
        if let Some(row) = line.strip_prefix("wiretale: ") {
            lines += 1;
            assert!(rows.contains(&normal(row)), "not printed any more: {row}");
        }
    }
    assert!(sections >= 10 && lines >= sections, "{sections} sections, {lines} lines");
    assert!(page.matches("tshark ").count() >= sections, "every section has a line of Wireshark's");
}
