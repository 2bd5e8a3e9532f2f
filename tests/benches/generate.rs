//! Writes a capture for measuring: `generate MODE BYTES FILE [GAPS]`, where MODE is mail, tls, flows, open or huge-mail
//! and GAPS is how many of a million segments are missing for good.
#![allow(
    dead_code,
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a tool for measuring"
)]

use std::fs::File;
use std::io::{BufWriter, Write};
use std::process::ExitCode;

mod handshakes;
mod traffic;
#[path = "../support/wire.rs"]
mod wire;

use traffic::{Mode, Traffic};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let parsed = match arguments.as_slice() {
        [mode, bytes, file, rest @ ..] => {
            let gaps = rest.first().map_or(Some(0), |gaps| gaps.parse().ok());
            Mode::from_name(mode).zip(bytes.parse().ok()).zip(gaps).map(|parsed| (parsed, file))
        }
        _ => None,
    };
    let Some((((mode, bytes), gaps), file)) = parsed else {
        eprintln!("usage: generate mail|tls|flows|open|huge-mail BYTES FILE [GAPS]");
        return ExitCode::from(2);
    };
    let mut out = BufWriter::new(File::create(file).unwrap());
    for block in Traffic::new(mode, bytes, gaps, handshakes::recorded()) {
        out.write_all(&block).unwrap();
    }
    out.flush().unwrap();
    ExitCode::SUCCESS
}
