//! The same mail met more than once: sent and fetched, or in several captures. Only what the mails themselves show counts.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::dialogue::Message;
use crate::render::{Met, Same};

/// Mails of one call that are compared: some kilobytes each are kept for it until all captures are read.
pub(super) const MAX_COMPARED: usize = 20_000;

/// Mails to be compared, of all captures.
#[derive(Default)]
pub(super) struct Compared {
    keys: Vec<Key>,
    /// Mails that are not: more than the bound.
    beyond: usize,
}

impl Compared {
    /// Adds a mail, the one with this index in its capture. Which ones are compared does not depend on which capture is
    /// read first.
    pub(super) fn add(&mut self, key: Key, index: u64) {
        if index < MAX_COMPARED as u64 {
            self.keys.push(key);
        } else {
            self.beyond += 1;
        }
    }

    /// The mails that were met before, each with the first one that it is the same as; and how many were not compared.
    pub(super) fn find(mut self) -> (Vec<Same>, usize) {
        self.keys.sort_by_key(|key| (key.met.capture, key.met.stream, key.met.number));
        let beyond = self.beyond + self.keys.len().saturating_sub(MAX_COMPARED);
        self.keys.truncate(MAX_COMPARED);
        (find(&self.keys), beyond)
    }
}

/// What is kept of a mail to be compared.
pub(super) struct Key {
    met: Met,
    message_id: Option<String>,
    body: Option<[u8; 32]>,
    /// Hash of every header line, and its name.
    fields: Vec<(u64, String)>,
}

impl Key {
    /// The key of a mail; `None` where nothing of it was kept.
    pub(super) fn of(met: Met, message: &Message) -> Option<Key> {
        let letter = message.letter.as_ref()?;
        let fields = letter.fields.iter().map(|field| {
            let raw = letter.header.get(field.raw.0..field.raw.1).unwrap_or_default();
            let mut hasher = DefaultHasher::new();
            field.name.to_ascii_lowercase().hash(&mut hasher);
            // Folded elsewhere it is the same line.
            for word in raw.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()) {
                word.hash(&mut hasher);
            }
            (hasher.finish(), field.name.clone())
        });
        // TOP gives the beginning of a body.
        let body = letter.body_sha256.filter(|_| met.whole);
        let message_id = message.message_id.clone().filter(|id| !id.is_empty());
        Some(Key { met, message_id, body, fields: fields.collect() })
    }

    /// What shows that this mail and a later one are the same; `None` where nothing does.
    fn same(&self, later: &Key) -> Option<Same> {
        let id = self.message_id.is_some() && self.message_id == later.message_id;
        let body = self.body.zip(later.body).map(|(one, other)| one == other);
        let (fewer, more) = (missing(&self.fields, &later.fields), missing(&later.fields, &self.fields));
        // Without a common identifier, the body and all lines of one header have to be in the other; so two identifiers
        // are two mails.
        let shown =
            id || body == Some(true) && !self.fields.is_empty() && (fewer.is_empty() || more.is_empty());
        shown.then(|| Same { first: self.met.clone(), second: later.met.clone(), id, body, more, fewer })
    }
}

/// Names of the lines of `of` that are not in `other`.
fn missing(of: &[(u64, String)], other: &[(u64, String)]) -> Vec<String> {
    let mut there: HashMap<u64, usize> = HashMap::new();
    for (hash, _) in other {
        *there.entry(*hash).or_default() += 1;
    }
    let absent = |(hash, _): &&(u64, String)| match there.get_mut(hash) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    of.iter().filter(absent).map(|(_, name)| name.clone()).collect()
}

fn find(keys: &[Key]) -> Vec<Same> {
    let mut by_id: HashMap<&str, usize> = HashMap::new();
    let mut by_body: HashMap<[u8; 32], Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    for (index, key) in keys.iter().enumerate() {
        let same_id = key.message_id.as_deref().and_then(|id| by_id.get(id)).copied();
        let same_body = key.body.and_then(|body| by_body.get(&body)).into_iter().flatten().copied();
        let before = same_id.into_iter().chain(same_body);
        let link = before.filter_map(|before| keys.get(before)).find_map(|before| before.same(key));
        if link.is_none() {
            if let Some(id) = &key.message_id {
                by_id.entry(id).or_insert(index);
            }
            if let Some(body) = key.body {
                // A body that many mails have (an empty one) shows little, and is not compared for ever.
                let list = by_body.entry(body).or_default();
                if list.len() < 16 {
                    list.push(index);
                }
            }
        }
        found.extend(link);
    }
    found
}
