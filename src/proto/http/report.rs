//! What an HTTP session says at its end: the words for the summary, findings, facts.

use crate::dialogue::{Fault, Finding, Note, Severity};
use crate::proto::{Headline, Sink};

use super::session::HttpSession;

impl HttpSession {
    /// Summary, findings and facts.
    pub(super) fn report(&mut self, out: &mut dyn Sink) {
        let counts = &self.counts;
        if counts.preface {
            out.headline(Headline::Outcome(Note::new("http-outcome-2")));
            out.headline(Headline::Summary(Note::new("http-summary-2")));
        } else {
            // A response whose request is not in the capture stands for it.
            let requests = counts.requests.max(counts.responses);
            out.headline(Headline::Outcome(Note::new("http-outcome").with("requests", requests)));
            out.headline(Headline::Summary(
                Note::new("http-summary").with("requests", requests).with("refused", counts.refused),
            ));
        }
        let told = |code, fault| Finding::new(code, Severity::Warning, fault);
        if !self.ambiguous.is_empty() {
            out.finding(told("http.length-ambiguous", Fault::Sender).at(self.ambiguous.clone()));
        }
        if self.wrong.count > 0 {
            let finding = told("http.not-understood", Fault::Sender).with("bytes", self.wrong.bytes);
            out.finding(finding.at(self.wrong.frames.clone()));
        }
        if self.unfinished.count > 0 {
            let finding = told("http.body-incomplete", Fault::Unknown).with("count", self.unfinished.count);
            let finding = finding.with("missing", self.unfinished.bytes);
            out.finding(finding.at(self.unfinished.frames.clone()));
        }
        let bounds =
            [self.pending.finding("http.too-many-waiting"), self.room.finding("http.too-many-facts")];
        bounds.into_iter().flatten().for_each(|finding| out.finding(finding));
        out.facts("http", Box::new(std::mem::take(&mut self.facts)));
    }
}
