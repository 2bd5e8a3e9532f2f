//! Files and standard input.

use std::fs::File;
use std::io::{self, Read};

use crate::analyze::{Out, analyze};
use crate::dialogue::Wanted;

use super::complain;

/// Opens a file, or standard input for `-`.
fn source(path: &str) -> io::Result<Box<dyn Read + Send>> {
    if path == "-" {
        return Ok(Box::new(io::stdin()));
    }
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::Error::other("it is a folder; name the captures in it"));
    }
    Ok(Box::new(file))
}

/// Analyses one file. A file that cannot be read is said so on standard error, and `false` is returned.
pub(super) fn read(path: &str, wanted: &Wanted, out: &mut dyn Out) -> bool {
    let source = match source(path) {
        Ok(source) => source,
        Err(error) => {
            complain(&format!("{path}: {error}"));
            return false;
        }
    };
    match analyze(source, wanted, out) {
        Ok(()) => true,
        Err(error) => {
            complain(&format!("{path}: {error}"));
            false
        }
    }
}
