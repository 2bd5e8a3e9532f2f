use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::Serialize;

use super::{Clock, hex};

/// What a mail whose bytes were kept says beyond its [`super::Message`].
#[derive(Clone, Debug, Default)]
pub struct Letter {
    /// The header as it is on the wire, without the empty line; up to a bound.
    pub header: Vec<u8>,
    /// Its fields, in order.
    pub fields: Vec<HeaderField>,
    /// Addresses of `From`, without names, lower case.
    pub from: Vec<String>,
    /// The same of `To`, `Cc` and `Bcc`.
    pub to: Vec<String>,
    /// `Cc`, decoded; one entry per address.
    pub cc: Vec<String>,
    /// `Date`, read.
    pub date: Option<Clock>,
    /// `Received`, the last hop first, as they stand there.
    pub hops: Vec<Hop>,
    /// DKIM and ARC signatures.
    pub signatures: Vec<Signature>,
    /// SHA-256 of all that stands behind the header; `None` where bytes are missing.
    pub body_sha256: Option<[u8; 32]>,
    /// Contents: every part that has none inside, enclosed messages, and files uuencoded in a text; in order.
    pub contents: Vec<Content>,
    /// The beginning of what it says.
    pub preview: Option<Preview>,
    /// Bytes that are missing, up to a bound.
    pub gaps: Vec<Missing>,
    /// Places where bytes are missing beyond that bound.
    pub more_gaps: u64,
}

/// Bytes of a mail that are missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// Behind how many bytes of those that were seen: where they belong in a saved file.
    pub behind: u64,
    /// Where they stand in the whole mail.
    pub from: u64,
    /// How many.
    pub bytes: u64,
}

impl Letter {
    /// Bytes of what it says.
    pub fn weight(&self) -> usize {
        let texts = |list: &[String]| list.iter().map(|text| size_of::<String>() + text.len()).sum::<usize>();
        let hops = self.hops.iter().map(|hop| size_of::<Hop>() + hop.weight()).sum::<usize>();
        let fields =
            self.fields.iter().map(|field| size_of::<HeaderField>() + field.name.len() + field.text.len());
        let signatures = self.signatures.iter().map(|signature| size_of::<Signature>() + signature.weight());
        let names = |content: &Content| content.filename.as_ref().map_or(0, String::len) + content.path.len();
        let contents = self.contents.iter().map(|content| size_of::<Content>() + names(content));
        size_of::<Self>()
            + self.header.len()
            + texts(&self.from)
            + texts(&self.to)
            + texts(&self.cc)
            + hops
            + fields.sum::<usize>()
            + signatures.sum::<usize>()
            + contents.sum::<usize>()
            + self.preview.as_ref().map_or(0, |preview| texts(&preview.lines))
            + size_of_val(self.gaps.as_slice())
    }
}

/// A field of a header.
#[derive(Clone, Debug, Serialize)]
pub struct HeaderField {
    /// As it is written.
    pub name: String,
    /// Where its value stands in [`Letter::header`]: `[from, to)`, line ends and folds included.
    #[serde(skip)]
    pub raw: (usize, usize),
    /// The value unfolded, encoded words and undeclared bytes decoded.
    pub text: String,
}

/// A `Received` field: a server that the mail passed.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Hop {
    /// Who gave it.
    pub from: Option<String>,
    /// Who took it.
    pub by: Option<String>,
    /// Over which protocol.
    pub with: Option<String>,
    /// Under which number.
    pub id: Option<String>,
    /// When.
    pub date: Option<Clock>,
}

impl Hop {
    fn weight(&self) -> usize {
        let texts = [&self.from, &self.by, &self.with, &self.id];
        texts.into_iter().flatten().map(String::len).sum()
    }
}

/// A DKIM signature (RFC 6376), or one of ARC (RFC 8617), which is written the same.
#[derive(Clone, Debug, Serialize)]
pub struct Signature {
    /// The field: `DKIM-Signature`, `ARC-Message-Signature`.
    pub field: String,
    /// `d=`: the domain that answers for the mail.
    pub domain: Option<String>,
    /// `s=`: which of its keys.
    pub selector: Option<String>,
    /// `a=`.
    pub algorithm: Option<String>,
    /// `c=`, as it stands there.
    pub canonicalization: Option<String>,
    /// `h=`: the fields that are signed.
    pub signed: Option<String>,
    /// `l=`: bytes of the body that are signed.
    pub length: Option<u64>,
    /// Whether the body is the one that was signed.
    pub body: BodyHash,
}

impl Signature {
    fn weight(&self) -> usize {
        let texts = [&self.domain, &self.selector, &self.algorithm, &self.canonicalization, &self.signed];
        self.field.len() + texts.into_iter().flatten().map(String::len).sum::<usize>()
    }
}

/// Whether a body has the hash that its signature names. The signature itself needs the key, which is in the DNS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum BodyHash {
    /// It has.
    #[serde(rename = "matches")]
    Matches,
    /// It has another one: the body was changed behind the signer.
    #[serde(rename = "does not match")]
    Differs,
    /// Bytes of the body are missing.
    #[serde(rename = "not checked: bytes of the body are missing")]
    Missing,
    /// The signature has no `bh=` that can be read.
    #[serde(rename = "not checked: no body hash in the signature")]
    NoHash,
    /// So many signatures are not checked of one mail.
    #[serde(rename = "not checked: too many signatures")]
    TooMany,
    /// The hash or the canonicalization is one that is not known here (SHA-1 of old signatures).
    #[serde(rename = "not checked: algorithm not supported")]
    Unknown,
}

/// Something that a mail carries, to be looked at or saved.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// Its place in the tree: `1.2`.
    pub path: String,
    /// Where its bytes stand, as they travelled: `[from, to)` of those that were seen.
    pub span: (u64, u64),
    /// How they are encoded.
    pub encoding: ContentEncoding,
    /// The declared type.
    pub kind: String,
    /// Its file name, decoded.
    pub filename: Option<String>,
    /// Whether all of it was seen.
    pub whole: bool,
    /// Whether it is something to be saved: it has a file name, or is no text that a mail program shows.
    pub attachment: bool,
    /// Bytes, decoded.
    pub size: u64,
    /// SHA-256 of the decoded bytes.
    pub sha256: Option<[u8; 32]>,
    /// What the bytes themselves say.
    pub found: Option<Kind>,
    /// Whether the declared type, or the file name, says something else.
    pub differs: Differs,
}

impl Content {
    /// The hash in hexadecimal.
    pub fn digest(&self) -> Option<String> {
        self.sha256.as_ref().map(|hash| hex(hash))
    }
}

/// A kind of content, told by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Kind {
    /// `PNG`, for people.
    pub name: &'static str,
    /// `image/png`.
    #[serde(rename = "type")]
    pub media: &'static str,
    /// `png`, for file names.
    pub extension: &'static str,
}

/// What says something else than the bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Differs {
    /// Nothing.
    #[default]
    Nothing,
    /// The declared type.
    Type,
    /// The file name.
    Name,
    /// Both.
    Both,
}

/// How a content's bytes are encoded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ContentEncoding {
    /// As they are.
    #[default]
    Identity,
    /// Base64.
    Base64,
    /// Quoted-printable.
    Quoted,
    /// uuencode.
    Uu,
}

/// The beginning of a mail's text.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Preview {
    /// Its lines, without empty ones at the ends.
    pub lines: Vec<String>,
    /// Whether there is more.
    pub more: bool,
    /// Whether it was HTML, of which only the text is shown.
    pub html: bool,
    /// The charset that it was read in; `None` for ASCII.
    pub charset: Option<String>,
    /// Whether the charset is a guess.
    pub guessed: bool,
    /// Pictures and style sheets that a mail program would fetch from elsewhere; nothing was fetched.
    pub remote: u64,
    /// Scripts, which are not shown.
    pub scripts: u64,
}

/// Bytes that mails may take which are under way and kept, over all conversations that share it.
#[derive(Clone, Debug)]
pub struct Shelf {
    size: usize,
    taken: Arc<AtomicUsize>,
}

impl Shelf {
    /// More than any server accepts of one mail (150 MB is a common limit), and less than any computer has.
    pub const SIZE: usize = 256 << 20;

    /// An empty one of this size.
    pub fn new(size: usize) -> Self {
        Shelf { size, taken: Arc::default() }
    }

    /// Takes up some bytes; false where they have no place.
    pub fn take(&self, bytes: usize) -> bool {
        let more = |taken: usize| taken.checked_add(bytes).filter(|&all| all <= self.size);
        self.taken.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more).is_ok()
    }

    /// Gives bytes free that were taken.
    pub fn give_back(&self, bytes: usize) {
        self.taken.fetch_sub(bytes, Ordering::Relaxed);
    }
}

impl Default for Shelf {
    fn default() -> Self {
        Shelf::new(Shelf::SIZE)
    }
}

#[cfg(test)]
mod tests {
    use super::Shelf;

    #[test]
    fn what_is_given_back_can_be_taken_again() {
        let shelf = Shelf::new(10);
        let same = shelf.clone();
        assert!(shelf.take(7) && !same.take(4) && same.take(3) && !shelf.take(1));
        same.give_back(3);
        assert!(shelf.take(2) && !shelf.take(usize::MAX));
    }
}
