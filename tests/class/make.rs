//! Writes the made class into a folder: `cargo run --example class DIR`.
#![allow(
    dead_code,
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a tool"
)]

use std::path::Path;
use std::process::ExitCode;

#[path = "../support/class.rs"]
mod class;
#[path = "../support/zip.rs"]
mod zip;

fn project(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("usage: class DIR");
        return ExitCode::from(2);
    };
    class::write(Path::new(&folder));
    ExitCode::SUCCESS
}
