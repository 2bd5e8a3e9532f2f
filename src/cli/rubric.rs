//! Rubrics as files: read, held against the facts, written anew.

use std::fs;
use std::io::{self, Write};

use crate::annotate::Catalog;
use crate::dialogue::{Note, harmless};
use crate::grade::{Mistake, NEW_RUBRIC, Rubric};
use crate::render;

/// Reads a rubric.
///
/// # Errors
/// Where it cannot be read, and all its mistakes, each with line and column, the line, and a mark below the place.
pub(super) fn load(path: &str, catalog: &Catalog) -> anyhow::Result<Rubric> {
    let bytes = fs::read(path).map_err(|error| anyhow::anyhow!("{path}: {error}"))?;
    // Editors on Windows put a mark in front (RFC 3629, section 6).
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let note = Note::new("rubric-no-utf8").with("byte", error.valid_up_to());
        anyhow::anyhow!("{path}: {}", catalog.text(&note))
    })?;
    Rubric::parse(text, &render::shapes())
        .map_err(|mistakes| anyhow::anyhow!("{}", told(path, text, &mistakes, catalog)))
}

/// `grade --check-rubric FILE`: what it holds, where it is in order.
pub(super) fn check(path: &str, catalog: &Catalog) -> anyhow::Result<bool> {
    let rubric = load(path, catalog)?;
    let points: f64 = rubric.items().iter().map(|item| item.points).sum();
    let note = Note::new("rubric-in-order")
        .with("items", rubric.items().len())
        .with("checks", rubric.check_count())
        .with("points", render::points(points));
    let mut out = io::stdout();
    writeln!(out, "{path}: {}", catalog.text(&note))?;
    let columns: Vec<&str> = rubric.columns().into_iter().collect();
    if !columns.is_empty() {
        let note = Note::new("rubric-columns").with("columns", columns.join(", "));
        writeln!(out, "{path}: {}", catalog.text(&note))?;
    }
    Ok(true)
}

/// `grade --new FILE`: a commented rubric in the language of the catalog. A file that is there is never written over.
pub(super) fn write_new(path: &str, catalog: &Catalog) -> anyhow::Result<bool> {
    let text = catalog.lang().of(&NEW_RUBRIC);
    if path == "-" {
        io::stdout().write_all(text.as_bytes())?;
        return Ok(true);
    }
    let file = fs::OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = file.map_err(|error| anyhow::anyhow!("{path}: {error}"))?;
    file.write_all(text.as_bytes()).map_err(|error| anyhow::anyhow!("{path}: {error}"))?;
    Ok(true)
}

/// All mistakes, as compilers show them.
fn told(path: &str, text: &str, mistakes: &[Mistake], catalog: &Catalog) -> String {
    let mut told = catalog.text(&Note::new("rubric-mistakes").with("count", mistakes.len()));
    for mistake in mistakes {
        let Mistake { line, column, note } = mistake;
        let source = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        let before: String = source.chars().take(column.saturating_sub(1)).collect();
        let space = " ".repeat(render::width(&before.replace('\t', " ")));
        let source = harmless(&source.replace('\t', " ")).into_owned();
        let note = catalog.text(note);
        told.push_str(&format!("\n{path}:{line}:{column}: {note}\n    {source}\n    {space}^"));
    }
    told
}
