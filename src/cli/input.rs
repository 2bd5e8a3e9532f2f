//! Files and standard input.

use std::fs::File;
use std::io::{self, Read};

use crate::analyze::{Out, analyze};
use crate::dialogue::Wanted;

use super::complain;
use super::progress::Progress;

/// Opens a file, or standard input for `-`.
fn source(path: &str, progress: Option<&Progress>) -> io::Result<Box<dyn Read + Send>> {
    if path == "-" {
        return Ok(Box::new(io::stdin()));
    }
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::Error::other("it is a folder; name the captures in it"));
    }
    Ok(match progress {
        Some(progress) => progress.counted(file),
        None => Box::new(file),
    })
}

/// Analyses one file. Of one that cannot be read, what to say of it is returned.
pub(super) fn analyzed(
    path: &str,
    wanted: &Wanted,
    progress: Option<&Progress>,
    out: &mut dyn Out,
) -> Result<(), String> {
    let source = source(path, progress).map_err(|error| format!("{path}: {error}"))?;
    analyze(source, wanted, out).map_err(|error| format!("{path}: {error}"))
}

/// Analyses one file. One that cannot be read is said so on standard error, and `false` is returned.
pub(super) fn read(path: &str, wanted: &Wanted, out: &mut dyn Out) -> bool {
    analyzed(path, wanted, None, out).map_err(|message| complain(&message)).is_ok()
}
