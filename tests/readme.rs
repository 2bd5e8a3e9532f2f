//! The README is true: its commands print what it shows, and its table of findings is the program's.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn the_commands_of_the_readme_print_what_it_shows() {
    trycmd::TestCases::new().case("README.md");
}

/// Every code that `Finding::new` is given in src/ stands in the README's table, and nothing else does.
#[test]
fn every_finding_stands_in_the_table() {
    let mut codes = BTreeSet::new();
    collect(Path::new("src"), &mut codes);
    let readme = fs::read_to_string("README.md").unwrap();
    let table = readme.split("## Findings").nth(1).unwrap().split("\n## ").next().unwrap();
    let listed: BTreeSet<String> = table
        .lines()
        .filter(|line| line.starts_with("| `"))
        .flat_map(|line| line.split('|').nth(1).unwrap().split(',').map(|code| code.trim().replace('`', "")))
        .collect();
    assert_eq!(listed, codes);
}

/// Finding codes are string literals `protocol.what-it-is` behind `Finding::new(`, or in a row of a table of codes.
fn collect(folder: &Path, codes: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if !path.ends_with("tests") {
                collect(&path, codes);
            }
            continue;
        }
        if path.extension().is_none_or(|ending| ending != "rs") || path.ends_with("tests.rs") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        for literal in code.split('"').skip(1).step_by(2) {
            let is_code = literal.split_once('.').is_some_and(|(protocol, what)| {
                matches!(protocol, "capture" | "net" | "tcp" | "smtp" | "pop3" | "mail" | "tls" | "http")
                    && what.contains(|c: char| c.is_ascii_lowercase())
                    && what.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            });
            if is_code && is_finding(literal) {
                codes.insert(literal.to_owned());
            }
        }
    }
}

/// A finding's text is the Fluent message named like its code; a step kind has none of that name.
fn is_finding(code: &str) -> bool {
    let protocol = code.split('.').next().unwrap();
    let file = match protocol {
        "capture" | "net" | "tcp" => "src/analyze/text/en.ftl".to_owned(),
        other => format!("src/proto/{other}/text/en.ftl"),
    };
    let key = format!("{} =", code.replace('.', "-"));
    let kinds = [
        "tcp.open",
        "tcp.running",
        "tcp.reset",
        "pop3.greeting",
        "http.preface",
        "http.skipped",
        "tls.alert",
        "tls.certificate",
        "tls.finished",
        "tls.heartbeat",
    ];
    fs::read_to_string(file).unwrap().lines().any(|line| line.starts_with(&key)) && !kinds.contains(&code)
}
