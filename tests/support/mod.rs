//! Shared by the test binaries: dialogue scripts, the captures built from them, and what `analyze` made of them.
#![allow(dead_code, reason = "every test binary uses its own part of it")]

pub mod build;
pub mod class;
pub mod generated;
pub mod outcome;
pub mod script;
pub mod wire;
pub mod zip;

use std::path::{Path, PathBuf};

/// A path inside the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// All files below a folder whose names end in one of these, in order; names relative to the folder.
pub fn files(folder: &str, endings: &[&str]) -> Vec<(String, PathBuf)> {
    let root = project(folder);
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(here) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&here) else { continue };
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(&root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            if endings.iter().any(|ending| name.ends_with(ending)) {
                found.push((name, path));
            }
        }
    }
    found.sort();
    found
}

/// All captures of `captures/`, as names and bytes.
pub fn captures() -> Vec<(String, Vec<u8>)> {
    files("captures", &[".pcap", ".pcapng", ".gz", ".zst"])
        .into_iter()
        .map(|(name, path)| (name, std::fs::read(path).unwrap_or_default()))
        .collect()
}
