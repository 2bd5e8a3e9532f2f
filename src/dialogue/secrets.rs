use std::collections::HashMap;
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

/// A line of a key log.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretLine {
    /// What it is, `CLIENT_RANDOM`.
    pub label: &'static str,
    /// Whose it is: mostly the client random of the handshake.
    pub id: Box<[u8]>,
    /// The secret itself.
    pub secret: Box<[u8]>,
}

/// A session that was seen earlier in the same capture.
#[derive(Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The stream that began it.
    pub stream: u64,
    /// Its secret, where it is known.
    pub secret: Option<Box<[u8]>>,
}

/// Earlier sessions that are remembered. A capture with more of them is no lesson any more; each takes some 200 bytes.
const MAX_EARLIER: usize = 16_384;

/// A label and a secret.
type Labelled = (&'static str, Box<[u8]>);

/// Secrets with which encrypted sessions can be read: what the user gave, and what a capture file brings itself.
///
/// A copy shares both; [`Secrets::of_file`] shares only what the user gave, so that no file is read with what another
/// one brought.
#[derive(Clone, Default)]
pub struct Secrets {
    given: Arc<Store>,
    found: Arc<Found>,
}

/// What a file brought so far.
#[derive(Default)]
struct Found {
    store: RwLock<Store>,
    /// By what a client resumes them with.
    earlier: RwLock<HashMap<Box<[u8]>, Earlier>>,
    /// Lines in it: asked for at every record that is closed, so it takes no lock.
    count: AtomicUsize,
}

#[derive(Clone, Default)]
struct Store {
    lines: HashMap<Box<[u8]>, Vec<Labelled>>,
    /// Private keys in DER.
    keys: Vec<Box<[u8]>>,
    count: usize,
}

impl Store {
    fn add(&mut self, line: SecretLine) {
        let known = self.lines.entry(line.id).or_default();
        match known.iter_mut().find(|(label, _)| *label == line.label) {
            Some((_, secret)) if *secret == line.secret => return,
            // A secret that was written again is the newer one; an id has one of each label, however long the file is.
            Some((_, secret)) => *secret = line.secret,
            None => known.push((line.label, line.secret)),
        }
        self.count += 1;
    }
}

impl Secrets {
    /// What the user gave: the lines of key logs, and private keys in DER.
    pub fn new(lines: impl IntoIterator<Item = SecretLine>, keys: Vec<Box<[u8]>>) -> Secrets {
        let mut given = Store { keys, ..Store::default() };
        lines.into_iter().for_each(|line| given.add(line));
        Secrets { given: Arc::new(given), found: Arc::default() }
    }

    /// The same and more, as if the user had given it: what belongs to some files and not to others.
    #[must_use]
    pub fn and(&self, lines: impl IntoIterator<Item = SecretLine>, keys: Vec<Box<[u8]>>) -> Secrets {
        let mut given = Store::clone(&self.given);
        given.keys.extend(keys);
        lines.into_iter().for_each(|line| given.add(line));
        Secrets { given: Arc::new(given), found: Arc::default() }
    }

    /// The same for a file of its own: what the user gave, and room for what the file brings.
    #[must_use]
    pub fn of_file(&self) -> Secrets {
        Secrets { given: Arc::clone(&self.given), found: Arc::default() }
    }

    /// Adds what the file brings, from where it stands.
    pub fn add(&self, lines: impl IntoIterator<Item = SecretLine>) {
        let mut found = self.found.store.write().unwrap_or_else(PoisonError::into_inner);
        lines.into_iter().for_each(|line| found.add(line));
        self.found.count.store(found.count, Ordering::Relaxed);
    }

    /// Remembers a session under what a client may resume it with.
    pub fn remember(&self, id: &[u8], session: Earlier) {
        let mut earlier = self.found.earlier.write().unwrap_or_else(PoisonError::into_inner);
        if earlier.len() < MAX_EARLIER {
            earlier.entry(id.into()).or_insert(session);
        }
    }

    /// The session that was remembered under `id`.
    pub fn earlier(&self, id: &[u8]) -> Option<Earlier> {
        self.found.earlier.read().unwrap_or_else(PoisonError::into_inner).get(id).cloned()
    }

    /// All secrets with this id.
    pub fn of(&self, id: &[u8]) -> Vec<Labelled> {
        let mut all = self.given.lines.get(id).cloned().unwrap_or_default();
        let found = self.found.store.read().unwrap_or_else(PoisonError::into_inner);
        all.extend(found.lines.get(id).into_iter().flatten().cloned());
        all
    }

    /// Lines that are known; with those of a file this grows while it is read.
    pub fn lines(&self) -> usize {
        self.given.count + self.found.count.load(Ordering::Relaxed)
    }

    /// Ids for which there are secrets.
    pub fn ids(&self) -> usize {
        let found = self.found.store.read().unwrap_or_else(PoisonError::into_inner);
        self.given.lines.len() + found.lines.len()
    }

    /// Private keys in DER, as the user gave them.
    pub fn keys(&self) -> &[Box<[u8]>] {
        &self.given.keys
    }

    /// Whether there is nothing yet.
    pub fn is_empty(&self) -> bool {
        self.keys().is_empty() && self.lines() == 0
    }
}

/// Hides them: a debug print must not leak what an output masks.
impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secrets({} lines, {} keys)", self.lines(), self.keys().len())
    }
}

impl fmt::Debug for Earlier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Earlier({})", self.stream)
    }
}

impl fmt::Debug for SecretLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretLine({})", self.label)
    }
}

#[cfg(test)]
mod tests {
    use super::{SecretLine, Secrets};

    fn line(label: &'static str, id: &[u8], secret: &[u8]) -> SecretLine {
        SecretLine { label, id: id.into(), secret: secret.into() }
    }

    #[test]
    fn a_file_is_read_with_what_was_given_and_what_it_brings_and_no_other_files() {
        let given = Secrets::new([line("A", b"one", b"1")], Vec::new());
        let (first, second) = (given.of_file(), given.of_file());
        first.add([line("B", b"one", b"2"), line("A", b"one", b"1"), line("A", b"two", b"3")]);
        assert_eq!(first.of(b"one").len(), 3, "both layers are asked");
        assert_eq!((second.of(b"one").len(), second.of(b"two").len()), (1, 0));
        assert_eq!((first.lines(), second.lines(), first.ids()), (4, 1, 3));
        assert!(!given.is_empty() && Secrets::default().is_empty());
        let more = given.and([line("A", b"three", b"4")], vec![Box::from(&b"key"[..])]);
        assert_eq!((more.lines(), more.keys().len(), more.of_file().of(b"three").len()), (2, 1, 1));
        assert_eq!((given.lines(), given.keys().len()), (1, 0), "what was given to all stays as it is");
    }

    #[test]
    fn of_many_secrets_under_one_label_the_last_is_kept_and_none_is_looked_for_among_all() {
        let line = |number: u32| line("A", b"one", &number.to_be_bytes());
        let given = Secrets::new((0..300_000).map(line), Vec::new());
        assert_eq!(given.of(b"one"), [("A", Box::from(&299_999u32.to_be_bytes()[..]))]);
        given.add([line(7), line(7)]);
        assert_eq!((given.of(b"one").len(), given.lines()), (2, 300_001));
    }

    #[test]
    fn nothing_of_a_secret_is_printed() {
        let secrets = Secrets::new([line("A", b"one", b"geheim")], Vec::new());
        assert_eq!(format!("{secrets:?}"), "Secrets(1 lines, 0 keys)");
        assert_eq!(format!("{:?}", line("A", b"one", b"geheim")), "SecretLine(A)");
    }
}
