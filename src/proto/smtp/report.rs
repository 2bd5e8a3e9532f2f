//! What an SMTP session says at its end: facts, the words for the head and the summary, findings.

use crate::dialogue::{Fault, Finding, Note, Severity, wire_text};
use crate::proto::sasl::Outcome as LoginOutcome;
use crate::proto::{Headline, Sink};

use super::facts::{Outcome, StartTls};
use super::session::SmtpSession;

impl SmtpSession {
    /// Facts, head, summary and findings.
    pub(super) fn report(&mut self, out: &mut dyn Sink) {
        let count = |outcome| self.facts.auth.iter().filter(|attempt| attempt.outcome == outcome).count();
        let (logins, failed) =
            (count(LoginOutcome::Accepted), count(LoginOutcome::Rejected) + count(LoginOutcome::Cancelled));
        let unknown = self.facts.auth.len() - logins - failed;
        let accepted = self.facts.transactions.iter().filter(|t| t.outcome == Outcome::Accepted).count();
        if self.words {
            self.recognised(out);
        }
        for user in self.facts.auth.iter().filter_map(|attempt| attempt.username.as_deref()) {
            out.user(user);
        }
        let starttls = self.facts.starttls;
        if starttls == StartTls::Used {
            out.headline(Headline::Outcome(Note::new("smtp-outcome-starttls")));
        } else {
            out.headline(Headline::Outcome(Note::new("smtp-outcome-mails").with("mails", accepted)));
            if !self.encrypted {
                out.headline(Headline::Outcome(Note::new("smtp-outcome-clear")));
            }
            if unknown > 0 && self.words {
                out.headline(Headline::Summary(Note::new("smtp-summary-login-unknown")));
            }
            if self.words {
                out.headline(Headline::Summary(
                    Note::new(if unknown > 0 && logins + failed == 0 {
                        "smtp-summary-mails"
                    } else {
                        "smtp-summary"
                    })
                    .with("logins", logins)
                    .with("failed", failed)
                    .with("mails", accepted)
                    .with("others", self.facts.transactions.len() - accepted),
                ));
            }
        }
        let behind = self.upgrade.finding("smtp.clear-after-starttls");
        if starttls == StartTls::Offered && behind.is_none() && !self.evidence.clear.is_empty() {
            let login = if self.facts.auth.is_empty() { "no" } else { "yes" };
            out.finding(
                Finding::new("smtp.clear-although-offered", Severity::Warning, Fault::Sender)
                    .at(self.evidence.clear.clone())
                    .with("offered", &self.evidence.starttls_offered)
                    .with("frames", &self.evidence.clear)
                    .with("login", login),
            );
        }
        let uses = self.uses_findings();
        let lessons = if self.lessons.is_some() { self.lessons() } else { Vec::new() };
        let bounds =
            [self.pending.finding("smtp.too-many-waiting"), self.room.finding("smtp.too-many-facts")];
        let bare = self.evidence.bare_lf.finding("smtp.bare-lf");
        for finding in
            bare.into_iter().chain(behind).chain(uses).chain(lessons).chain(bounds.into_iter().flatten())
        {
            out.finding(finding);
        }
        if self.tells_facts {
            out.facts("smtp", Box::new(std::mem::take(&mut self.facts)));
        }
    }

    pub(super) fn recognised(&self, out: &mut dyn Sink) {
        let verb = self.evidence.first_verb.as_deref().unwrap_or("");
        let verb = verb.to_ascii_uppercase();
        let key = match (self.late, self.facts.greeting.is_some(), verb.is_empty()) {
            (_, true, false) => "smtp-recognised",
            (_, true, true) => "smtp-recognised-greeting",
            (true, false, _) if self.facts.hello.is_empty() => "smtp-recognised-late",
            _ => "smtp-recognised-commands",
        };
        // Without a greeting and a command there is nothing to name.
        let told = self.facts.greeting.is_some() || !verb.is_empty();
        if told && (!self.encrypted || self.facts.greeting.is_some()) {
            out.headline(Headline::Recognised(
                Note::new(key).with("verb", wire_text(verb.as_bytes())).with(
                    "code",
                    u64::from(self.facts.greeting.as_ref().map_or(0, |greeting| greeting.code)),
                ),
            ));
        }
        if let Some(note) = self.typed.note() {
            out.headline(Headline::Recognised(note));
        }
    }
}
