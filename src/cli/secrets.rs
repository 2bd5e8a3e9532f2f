//! Key logs and private keys that the user names: read once, before the captures.

use anyhow::Context;
use std::fs;

use crate::dialogue::Secrets;
use crate::proto::tls::keylog::{self, Why};
use crate::proto::tls::rsa_key;

use super::args::Keys;
use super::complain;

/// What the user gave to read encrypted sessions with.
pub(super) fn load(keys: &Keys) -> anyhow::Result<Secrets> {
    let mut lines = Vec::new();
    for path in &keys.keylog {
        let text = fs::read(path).with_context(|| format!("{path}: the key log cannot be read"))?;
        let (found, bad) = keylog::read(&text);
        for line in &bad.first {
            let why = match line.why {
                Why::Label => "it begins with no label of a key log (such as CLIENT_RANDOM)",
                Why::Hex => "a label, an id and a secret in hexadecimal are wanted",
                Why::Id => "the id is no client random, which has 32 bytes",
            };
            complain(&format!("{path}, line {}: {why}; passed over", line.number));
        }
        if let Some(more) = bad.count.checked_sub(bad.first.len()).filter(|more| *more > 0) {
            complain(&format!("{path}: {more} more such lines"));
        }
        if found.is_empty() {
            complain(&format!(
                "{path}: there is no secret in it. A program writes a key log when it is started with the \
                 environment variable SSLKEYLOGFILE"
            ));
        }
        lines.extend(found);
    }
    let mut private = Vec::new();
    for path in &keys.rsa_key {
        let file = fs::read(path).with_context(|| format!("{path}: the private key cannot be read"))?;
        private.push(rsa_key::read(&file).with_context(|| format!("{path}: it cannot be used"))?);
    }
    Ok(Secrets::new(lines, private))
}
