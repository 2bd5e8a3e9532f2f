//! What a POP3 session says at its end: facts, the words for the head and the summary, findings.

use crate::dialogue::{Arg, Fault, Finding, Note, Severity, wire_text};
use crate::proto::sasl::Outcome;
use crate::proto::smtp::StartTls;
use crate::proto::{Headline, Sink};

use super::session::Pop3Session;

impl Pop3Session {
    /// Facts, head, summary and findings.
    pub(super) fn report(&mut self, out: &mut dyn Sink) {
        let verb = self.first_verb.as_deref().unwrap_or("").to_ascii_uppercase();
        let key = match (self.facts.greeting.is_some(), verb.is_empty()) {
            (true, false) => "pop3-recognised",
            (true, true) => "pop3-recognised-greeting",
            (false, _) if self.late => "pop3-recognised-late",
            _ => "pop3-recognised-commands",
        };
        for user in self.facts.auth.iter().filter_map(|attempt| attempt.username.as_deref()) {
            out.user(user);
        }
        // Without a greeting and a command there is nothing to name.
        let told = self.facts.greeting.is_some() || !verb.is_empty();
        if told && (!self.encrypted || self.facts.greeting.is_some()) {
            out.headline(Headline::Recognised(Note::new(key).with("verb", wire_text(verb.as_bytes()))));
        }
        if let Some(note) = self.typed.note().filter(|_| self.typed.by_hand()) {
            out.headline(Headline::Recognised(note));
        }
        let accepted = self.facts.auth.iter().filter(|attempt| attempt.outcome == Outcome::Accepted).count();
        let unknown = self.facts.auth.iter().filter(|attempt| attempt.outcome == Outcome::Unknown).count();
        let failed = self.facts.auth.len() - accepted - unknown;
        let fetched = self.facts.messages.values().filter(|entry| entry.fetched == Some("retr")).count();
        let deleted = self.facts.messages.values().filter(|entry| entry.deleted).count();
        if self.facts.stls == StartTls::Used {
            out.headline(Headline::Outcome(Note::new("pop3-outcome-stls")));
        } else {
            let count =
                self.facts.maildrop.map_or(self.facts.messages.len() as u64, |maildrop| maildrop.count);
            let login = match (accepted, failed) {
                (0, 0) => "none",
                (0, _) => "failed",
                _ => "ok",
            };
            out.headline(Headline::Outcome(Note::new("pop3-outcome-login").with("login", login)));
            out.headline(Headline::Outcome(
                Note::new("pop3-outcome-fetched").with("fetched", fetched).with("count", count),
            ));
            if unknown > 0 {
                out.headline(Headline::Summary(Note::new("smtp-summary-login-unknown")));
            }
            out.headline(Headline::Summary(
                Note::new(if unknown > 0 && accepted + failed == 0 {
                    "pop3-summary-mails"
                } else {
                    "pop3-summary"
                })
                .with("logins", accepted)
                .with("failed", failed)
                .with("fetched", fetched)
                .with("deleted", deleted),
            ));
        }
        let behind = self.upgrade.finding("pop3.clear-after-stls");
        if self.facts.stls == StartTls::Offered
            && behind.is_none()
            && !self.clear.is_empty()
            && !self.facts.auth.is_empty()
        {
            out.finding(
                Finding::new("pop3.clear-although-offered", Severity::Warning, Fault::Sender)
                    .at(self.clear.clone())
                    .with("offered", &self.stls_offered)
                    .with("frames", Arg::from(&self.clear)),
            );
        }
        let bounds =
            [self.pending.finding("pop3.too-many-waiting"), self.room.finding("pop3.too-many-facts")];
        let bare = self.bare_lf.finding("pop3.bare-lf");
        for finding in
            bare.into_iter().chain(behind).chain(self.state_findings()).chain(bounds.into_iter().flatten())
        {
            out.finding(finding);
        }
        out.facts("pop3", Box::new(std::mem::take(&mut self.facts)));
    }
}
