//! A mail as it passes through a conversation.
//!
//! A message is no protocol of its own: SMTP sends it behind DATA or in BDAT chunks, POP3 behind RETR or TOP. Their
//! sessions own a [`Mail`], feed it the message's bytes as they come (dots already unstuffed), tell it what is missing,
//! and get a [`Message`] at its end. Bytes may be cut anywhere: the same mail gives the same message.
//!
//! Nothing is kept but the header block that is being read and what the header says. A body is skimmed: boundaries are
//! searched for, part headers are read, and, where the caller wants it, the content is decoded on the way into a hash and
//! a size. So a mail of any size costs the memory of its header. Every bound is a constant with its reason (`MAX_..`),
//! and what was left out because of one is in [`Message::flaws`], for [`findings`] to say.
//!
//! * `header.rs`: fields, address lists, parameters; `words.rs`: encoded words; `charset.rs`: the declared charset, and
//!   the guess where there is none; `scan.rs`: MIME, line by line; `parts.rs`: its content and tree; `transfer.rs`,
//!   `base64.rs` and `uu.rs`: quoted-printable, Base64, uuencode; `hash.rs`: the hashes of message and content.
//! * Where a message is to be kept, its bytes are gathered on the caller's [`Shelf`], and `letter.rs` reads at its end what
//!   nobody asks for otherwise: `received.rs` and `date.rs` the way it came, `dkim.rs` whether the body is the one that was
//!   signed, `kinds.rs` what contents are by their bytes, `preview.rs` and `html.rs` its first lines.
//! * A gap takes with it the field that it cuts, the hash of the part and of the message, and nothing else: parts are
//!   found again at the next known boundary.
//!
//! The header is read by code of our own, over `encoding_rs`, and not by a mail library: the libraries decode every
//! encoded word by itself (which breaks characters that are split over two), turn undeclared bytes into U+FFFD before
//! anybody can guess their charset, and want the block as valid text.

mod base64;
mod charset;
mod date;
mod dkim;
mod hash;
mod header;
mod html;
mod kinds;
mod letter;
mod parts;
mod preview;
mod received;
mod scan;
mod step;
#[cfg(test)]
mod tests;
mod transfer;
mod uu;
mod wire_form;
mod words;

use self::hash::Hash;
use self::letter::Sheet;
use self::scan::Scan;
use self::wire_form::WireForm;
use super::Texts;
use crate::dialogue::{Flaw, Frames, Letter, Message, MessageSource, Messages, Missing, Place, Shelf, Time};

pub use self::letter::{content, digest, extension};
pub use self::step::{findings, step};

/// Explanations of messages.
pub static TEXTS: Texts = Texts {
    zh: include_str!("text/zh.ftl"),
    en: include_str!("text/en.ftl"),
    ja: include_str!("text/ja.ftl"),
};

/// Gaps of one message whose places are remembered: a mail with more is a mail of a capture that lost much, and every
/// frame of one cut by its snapshot length has one.
const MAX_GAPS: usize = 1000;

/// A message that is passing.
pub struct Mail {
    source: MessageSource,
    frames: Frames,
    /// The frame that came last.
    latest: Option<u64>,
    time: Option<Time>,
    until: Option<Time>,
    size: u64,
    missing: u64,
    late: bool,
    hash: Option<Hash>,
    scan: Option<Scan>,
    form: WireForm,
    raw: Option<Box<Kept>>,
    too_large: bool,
}

/// The bytes of a message that is kept, and where some are missing.
struct Kept {
    shelf: Shelf,
    bytes: Vec<u8>,
    gaps: Vec<Missing>,
    more_gaps: u64,
}

/// The place of its bytes is free again once it is over, or nobody asks for it any more.
impl Drop for Kept {
    fn drop(&mut self) {
        self.shelf.give_back(self.bytes.len());
    }
}

impl Mail {
    /// A message that begins; kept, where it is wanted, on this shelf.
    pub fn new(source: MessageSource, messages: Messages, shelf: &Shelf) -> Mail {
        let hashed = messages >= Messages::Hashed;
        Mail {
            source,
            frames: Frames::default(),
            latest: None,
            time: None,
            until: None,
            size: 0,
            missing: 0,
            late: false,
            hash: hashed.then(Hash::default),
            scan: (messages >= Messages::Summary).then(|| Scan::new(hashed)),
            form: WireForm::default(),
            raw: (messages >= Messages::Kept).then(|| {
                Box::new(Kept { shelf: shelf.clone(), bytes: Vec::new(), gaps: Vec::new(), more_gaps: 0 })
            }),
            too_large: false,
        }
    }

    /// The beginning of the message was not captured, and nobody knows how much of it.
    pub fn late(&mut self) {
        self.late = true;
        self.lost();
    }

    /// Bytes of the message itself (dots already unstuffed), and where they stand.
    pub fn feed(&mut self, bytes: &[u8], place: Place) {
        self.feed_searched(bytes, false, place);
    }

    /// The same, where they were searched for dots already; `unhyphened`: they are known to have no hyphen either.
    pub fn feed_searched(&mut self, bytes: &[u8], unhyphened: bool, place: Place) {
        if bytes.is_empty() {
            return;
        }
        self.frame(place);
        self.size = self.size.saturating_add(bytes.len() as u64);
        if let Some(scan) = &mut self.scan {
            scan.feed(bytes, unhyphened);
            self.form.feed(bytes);
        }
        match (&mut self.hash, self.scan.as_mut().and_then(Scan::leaf)) {
            (hash, Some(leaf)) => leaf.hash(hash.as_mut(), bytes),
            (Some(hash), None) => hash.update(bytes),
            (None, None) => {}
        }
        if let Some(raw) = &mut self.raw {
            if raw.shelf.take(bytes.len()) {
                raw.bytes.extend_from_slice(bytes);
            } else {
                self.raw = None;
                self.too_large = true;
            }
        }
    }

    /// A frame that carried it without adding bytes: the end mark, the command of a chunk.
    pub fn frame(&mut self, place: Place) {
        if self.latest == Some(place.frame) {
            return;
        }
        self.latest = Some(place.frame);
        self.time.get_or_insert(place.time);
        self.until = Some(place.time);
        self.frames.add(place.frame);
    }

    /// Bytes of it are missing.
    pub fn gap(&mut self, len: u64) {
        self.gap_here(len);
        self.missing = self.missing.saturating_add(len);
        self.lost();
    }

    fn gap_here(&mut self, len: u64) {
        let (behind, from) = (self.size, self.size.saturating_add(self.missing));
        let Some(raw) = &mut self.raw else { return };
        if let Some(last) = raw.gaps.last_mut().filter(|last| last.behind == behind) {
            last.bytes = last.bytes.saturating_add(len);
        } else if raw.gaps.len() < MAX_GAPS {
            raw.gaps.push(Missing { behind, from, bytes: len });
        } else {
            raw.more_gaps += 1;
        }
    }

    fn lost(&mut self) {
        self.form.gap();
        self.hash = None;
        if let Some(scan) = &mut self.scan {
            scan.gap();
        }
    }

    /// Bytes so far, missing ones not counted.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The message, at its end. `complete`: it ended as its protocol says (whether bytes are missing is known here);
    /// `stuffed`: lines whose stuffed dot was taken away.
    pub fn finish(mut self, complete: bool, stuffed: u64) -> Message {
        // Where the end was seen and the beginning too, what is missing was counted.
        let whole = (complete && !self.late).then(|| self.size.saturating_add(self.missing));
        let complete = complete && !self.late && self.missing == 0;
        let mut message = Message {
            source: self.source,
            frames: self.frames,
            complete,
            size: self.size,
            sha256: self.hash.filter(|_| complete).map(|hash| hash.finish()),
            stuffed_lines: stuffed,
            whole,
            missing: self.missing,
            header_complete: complete,
            eight_bit: self.form.eight_bit,
            long_line: self.form.long_line(),
            time: self.time,
            until: self.until,
            ..Message::default()
        };
        if let Some(mut scan) = self.scan {
            message.parts = scan.finish(complete, self.source == MessageSource::Pop3Top);
            message.header_complete = scan.header_complete;
            let seen = scan.seen();
            message.encoded_words = seen.words;
            message.raw_utf8 = seen.raw_utf8;
            message.guessed_charset = seen.guessed;
            if let Some(envelope) = scan.envelope {
                message.from = envelope.from;
                message.to = envelope.to;
                message.subject = envelope.subject;
                message.date = envelope.date;
                message.copied = envelope.cc;
                message.message_id = envelope.message_id;
                message.written = envelope.written;
                message.typed = envelope.typed;
            }
            message.flaws = scan.flaws;
            if let Some(kept) = &mut self.raw {
                let (bytes, gaps) = (std::mem::take(&mut kept.bytes), std::mem::take(&mut kept.gaps));
                kept.shelf.give_back(bytes.len());
                let sheet = Sheet { message: &message, raw: &bytes, header_end: scan.header_end, gaps };
                let letter = Letter { more_gaps: kept.more_gaps, ..letter::read(sheet) };
                message.letter = Some(Box::new(letter));
                message.raw = Some(bytes);
            }
        }
        if self.too_large {
            message.flaws.push(Flaw::TooLargeToKeep);
        }
        message
    }
}
