//! The mailbox as the server's answers show it: sizes, unique ids, what is marked for deletion; and the listings.

use crate::dialogue::{Fault, Finding, Note, Severity, Step};
use crate::proto::Sink;
use crate::proto::lines::Line;
use crate::proto::smtp::StartTls;

use super::facts::{Entry, Maildrop};
use super::session::{Pending, Pop3Session};
use super::verbs;
use super::wire;

/// Lines kept of one listing; what comes behind is counted and said.
const MAX_LISTED: usize = 20_000;
/// Messages kept in the account of the mailbox.
const MAX_ENTRIES: usize = 100_000;

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
}

impl Pop3Session {
    /// What a positive answer of one line tells about the mailbox.
    pub(super) fn accepted(
        &mut self,
        word: &str,
        said: &str,
        number: Option<u64>,
        pending: Option<&Pending>,
    ) {
        let single = pending.is_some_and(|pending| pending.argument);
        match word {
            "STAT" => {
                if let Some((count, rest)) = wire::numbered(said) {
                    let size = wire::numbered(rest).map_or(0, |found| found.0);
                    self.facts.maildrop = Some(Maildrop { count, size });
                }
            }
            "LIST" | "UIDL" if single => self.entry_line(word, said),
            "DELE" => {
                if let Some(entry) = number.and_then(|number| self.entry(number)) {
                    entry.deleted = true;
                }
            }
            "RSET" => {
                for entry in self.facts.messages.values_mut() {
                    entry.deleted = false;
                }
            }
            _ => {}
        }
    }

    pub(super) fn entry(&mut self, number: u64) -> Option<&mut Entry> {
        if self.facts.messages.len() >= MAX_ENTRIES && !self.facts.messages.contains_key(&number) {
            return None;
        }
        Some(self.facts.messages.entry(number).or_insert_with(|| Entry { number, ..Entry::default() }))
    }

    pub(super) fn entry_line(&mut self, word: &str, text: &str) {
        let Some((number, rest)) = wire::numbered(text) else { return };
        let size = wire::numbered(rest).map(|found| found.0);
        let uid = rest.to_owned();
        if let Some(entry) = self.entry(number) {
            match word {
                "LIST" => entry.size = size,
                _ => entry.uid = Some(uid),
            }
        }
    }

    /// A line of a listing.
    pub(super) fn listed(&mut self, line: &Line, text: &str, out: &mut dyn Sink) {
        let Some(listing) = self.listing.as_mut() else { return };
        listing.step.frames.extend(&line.frames);
        if let Some(span) = listing.step.span.as_mut() {
            span.1 = line.span.1;
        }
        listing.omitted += line.omitted;
        if listing.step.lines.len() < MAX_LISTED {
            listing.step.lines.push(text.to_owned());
        } else {
            listing.dropped += 1;
        }
        if text == "." {
            self.end_listing(true, out);
            return;
        }
        let word = listing.word;
        // A line that begins with a dot was stuffed (RFC 1939, section 3).
        let text = text.strip_prefix('.').unwrap_or(text);
        match word {
            "LIST" => {
                listing.size += wire::numbered(text)
                    .and_then(|(_, rest)| wire::numbered(rest))
                    .map_or(0, |found| found.0);
                self.entry_line(word, text);
            }
            "UIDL" => self.entry_line(word, text),
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
        if listing.word == "LIST" {
            let maildrop = self.facts.maildrop.map(|maildrop| maildrop.size);
            let key = match maildrop {
                Some(size) if size == listing.size => "pop3-list-sum-agrees",
                Some(_) => "pop3-list-sum-differs",
                None => "pop3-list-sum",
            };
            listing.step.notes.push(Note::new(key).with("size", listing.size));
        }
        if !ended {
            out.finding(
                Finding::new("pop3.list-unfinished", Severity::Warning, Fault::Unknown)
                    .at(listing.step.frames.clone()),
            );
        }
        if let Some(step) = out.amend(listing.index) {
            let (encrypted, joined) = (step.encrypted, step.joined);
            *step = Step { encrypted, joined, ..listing.step };
        }
    }
}
