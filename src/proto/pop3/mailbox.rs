//! The mailbox as the server's answers show it: sizes, unique ids, what is marked for deletion; and the listings.

use crate::dialogue::{Fault, Finding, Frames, Note, Severity, Step};
use crate::proto::Sink;
use crate::proto::lines::Line;
use crate::proto::smtp::StartTls;

use super::facts::{Entry, Maildrop};
use super::session::{Pending, Pop3Session};
use super::verbs;
use super::wire;

/// Lines kept of one listing; what comes behind is counted and said.
const MAX_LISTED: usize = 20_000;
/// Bytes of their text, beyond which no further line is kept.
const MAX_LISTED_TEXT: usize = 2 << 20;
/// In place of a command's word: lines of which it is not known that they are a listing.
pub(super) const STRAY: &str = "";
/// What an entry of the account costs in its tree, at the least.
const ENTRY_BYTES: usize = 2 * size_of::<Entry>();

/// A reply of many lines: its step, and what it lists.
pub(super) struct Listing {
    /// Where its step stands: where it began, also when the client speaks on before it has ended.
    pub(super) index: usize,
    pub(super) step: Step,
    pub(super) word: &'static str,
    /// Lines beyond those that are kept, and bytes of lines that are too long.
    pub(super) dropped: u64,
    pub(super) omitted: u64,
    pub(super) size: u64,
    /// Bytes of the lines that are kept.
    kept: usize,
}

impl Listing {
    /// One whose first line was just told as the step with this index.
    pub(super) fn begin(index: usize, step: Step, word: &'static str) -> Self {
        Listing { index, step, word, dropped: 0, omitted: 0, size: 0, kept: 0 }
    }

    /// A further line.
    pub(super) fn add(&mut self, text: String) {
        if self.step.lines.len() < MAX_LISTED && self.kept < MAX_LISTED_TEXT {
            self.kept += text.len();
            self.step.lines.push(text);
        } else {
            self.dropped += 1;
        }
    }
}

impl Pop3Session {
    /// What a positive answer of one line tells about the mailbox.
    pub(super) fn accepted(&mut self, word: &str, said: &str, pending: Option<&Pending>, line: &Line) {
        let number = pending.and_then(|pending| pending.number);
        let single = pending.is_some_and(|pending| pending.argument);
        match word {
            "STAT" => {
                if let Some((count, rest)) = wire::numbered(said) {
                    let size = wire::numbered(rest).map_or(0, |found| found.0);
                    self.facts.maildrop = Some(Maildrop { count, size });
                }
            }
            "LIST" | "UIDL" if single => self.entry_line(word, said, &line.frames),
            "DELE" => {
                if let Some(entry) = number.and_then(|number| self.entry(number, &line.frames)) {
                    entry.deleted = true;
                }
            }
            "RSET" => {
                for entry in self.facts.messages.values_mut() {
                    entry.undeleted |= entry.deleted;
                    entry.deleted = false;
                }
            }
            _ => {}
        }
    }

    pub(super) fn entry(&mut self, number: u64, frames: &Frames) -> Option<&mut Entry> {
        if !self.facts.messages.contains_key(&number) && !self.room.take(ENTRY_BYTES, frames) {
            return None;
        }
        Some(self.facts.messages.entry(number).or_insert_with(|| Entry { number, ..Entry::default() }))
    }

    pub(super) fn entry_line(&mut self, word: &str, text: &str, frames: &Frames) {
        let Some((number, rest)) = wire::numbered(text) else { return };
        let known = self.facts.messages.get(&number).is_some_and(|entry| entry.uid.as_deref() == Some(rest));
        if word != "LIST" && !known && !self.room.take(rest.len(), frames) {
            return;
        }
        let Some(entry) = self.entry(number, frames) else { return };
        match word {
            "LIST" => entry.size = wire::numbered(rest).map(|found| found.0),
            _ => entry.uid = Some(rest.to_owned()),
        }
    }

    /// A line of a listing.
    pub(super) fn listed(&mut self, line: &Line, text: &str, out: &mut dyn Sink) {
        let Some(listing) = self.listing.as_mut() else { return };
        listing.step.frames.extend(&line.frames);
        listing.step.until = Some(line.last_time);
        if let Some(span) = listing.step.span.as_mut() {
            span.1 = line.span.1;
        }
        listing.omitted += line.omitted;
        listing.add(text.to_owned());
        if text == "." {
            self.end_listing(true, out);
            return;
        }
        let word = listing.word;
        // A line that begins with a dot was stuffed (RFC 1939, section 3).
        let text = text.strip_prefix('.').unwrap_or(text);
        match word {
            "LIST" => {
                let size = wire::numbered(text)
                    .and_then(|(_, rest)| wire::numbered(rest))
                    .map_or(0, |found| found.0);
                listing.size = listing.size.saturating_add(size);
                self.entry_line(word, text, &line.frames);
            }
            "UIDL" => self.entry_line(word, text, &line.frames),
            "CAPA" if text.eq_ignore_ascii_case("STLS") && self.facts.stls == StartTls::NotOffered => {
                self.facts.stls = StartTls::Offered;
                self.stls_offered = line.frames.clone();
            }
            _ => {}
        }
    }

    pub(super) fn end_listing(&mut self, ended: bool, out: &mut dyn Sink) {
        let Some(mut listing) = self.listing.take() else { return };
        if listing.word == "CAPA" {
            let notes =
                listing.step.lines.iter().enumerate().map(|(at, line)| {
                    (at > 0 && line != ".").then(|| Note::new(verbs::capability_note(line)))
                });
            listing.step.line_notes = notes.collect();
        }
        if listing.omitted > 0 {
            listing.step.notes.push(Note::new("typed-line-too-long").with("bytes", listing.omitted));
        }
        if listing.dropped > 0 {
            listing.step.notes.push(Note::new("typed-lines-not-kept").with("lines", listing.dropped));
        }
        if listing.word == "LIST" && ended {
            let maildrop = self.facts.maildrop.map(|maildrop| maildrop.size);
            let key = match maildrop {
                Some(size) if size == listing.size => "pop3-list-sum-agrees",
                Some(_) => "pop3-list-sum-differs",
                None => "pop3-list-sum",
            };
            listing.step.notes.push(Note::new(key).with("size", listing.size));
        }
        if !ended && listing.word != STRAY {
            out.finding(
                Finding::new("pop3.list-unfinished", Severity::Warning, Fault::Unknown)
                    .at(listing.step.frames.clone()),
            );
        }
        if let Some(&mut Step { encrypted, joined, .. }) = out.amend(listing.index) {
            out.complete(listing.index, Step { encrypted, joined, ..listing.step });
        }
    }
}
