//! Checks of POP3.

use crate::dialogue::{Frames, MessageSource, Note};
use crate::proto::pop3::Pop3;
use crate::proto::sasl::Outcome;

use super::super::found::{Found, Hit};
use super::smtp::session;
use super::{COUNT, Check, Look};

/// A whole session has a greeting, a login and QUIT (RFC 1939, sections 4 to 6).
pub(super) static SESSION: Check = Check {
    id: "pop3-session",
    params: &[],
    protocol: "pop3",
    look: Look::Best(|_, scene| {
        let facts = scene.conversation.facts::<Pop3>("pop3");
        let facts = facts.first()?;
        let login = facts.auth.iter().find(|attempt| attempt.outcome == Outcome::Accepted);
        let how = match login.map(|attempt| attempt.mechanism.as_str()) {
            Some("USER") | None => "USER/PASS",
            Some("APOP") => "APOP",
            Some(_) => "AUTH",
        };
        let parts = [("+OK", facts.greeting.is_some()), (how, login.is_some()), ("QUIT", facts.quit)];
        Some(session(scene, "pop3", &parts))
    }),
};

pub(super) static FETCHED: Check = Check {
    id: "mail-fetched",
    params: &[COUNT],
    protocol: "pop3",
    look: Look::Things(|_, scene, things| {
        for message in &scene.conversation.messages {
            if message.source.protocol() == "pop3" {
                let number = message.number.map_or(String::new(), |number| format!(" {number}"));
                let subject = message.subject.as_deref().unwrap_or_default();
                let whole = message.source == MessageSource::Pop3Retr;
                let verb = if whole { "RETR" } else { "TOP" };
                let text = format!("{verb}{number} {subject}");
                things.add(whole, scene.hit(&message.frames, text.trim_end()));
            }
        }
    }),
};

/// What a mail is known by.
#[derive(Clone, Debug)]
pub(in super::super) struct Letter {
    id: Option<String>,
    subject: String,
}

impl Letter {
    /// Whether it is the same that came back. To a mail without Message-ID a server on the way may add one (RFC 6409,
    /// section 8.3), so that of it only the subject is left.
    fn came_back_as(&self, fetched: &Letter) -> bool {
        match (&self.id, &fetched.id) {
            (Some(one), Some(other)) => one == other,
            (Some(_), None) => false,
            (None, _) => !self.subject.is_empty() && self.subject == fetched.subject,
        }
    }
}

/// The same mail sent and fetched.
pub(super) static FETCHED_SENT: Check = Check {
    id: "fetched-what-was-sent",
    params: &[],
    protocol: "pop3",
    look: Look::Pairs(|scene| {
        let messages = scene.conversation.messages.iter().map(|message| {
            let fetched = message.source.protocol() == "pop3";
            let subject = message.subject.clone().unwrap_or_default();
            let letter = Letter { id: message.message_id.clone(), subject: subject.trim().to_owned() };
            (fetched, letter, scene.hit(&message.frames, subject))
        });
        messages.collect()
    }),
};

pub(super) static DELETED: Check = Check {
    id: "mail-deleted",
    params: &[COUNT],
    protocol: "pop3",
    look: Look::Things(|_, scene, things| {
        let facts = scene.conversation.facts::<Pop3>("pop3");
        let entries = facts.iter().flat_map(|facts| facts.messages.values());
        for entry in entries.filter(|entry| entry.deleted || entry.undeleted) {
            let dele = format!("DELE {}", entry.number);
            let mut steps = scene.conversation.steps.iter();
            let step = steps.find(|step| step.compact().trim().eq_ignore_ascii_case(&dele));
            let frames = step.map_or_else(Frames::default, |step| step.frames.clone());
            things.add(entry.committed, scene.hit(&frames, dele));
        }
    }),
};

/// What was sent and fetched, put together at the end.
pub(in super::super) fn pairs(sent: &[(Letter, Hit)], fetched: &[(Letter, Hit)]) -> Option<Found> {
    let pair = sent.iter().find_map(|(letter, one)| {
        Some((one, &fetched.iter().find(|(other, _)| letter.came_back_as(other))?.1))
    });
    if let Some((one, two)) = pair {
        let note = Note::new("grade-sent-and-fetched").with("sent", one.shown()).with("fetched", two.shown());
        return Some(Found::passed(note).seen(std::slice::from_ref(one)).seen(std::slice::from_ref(two)));
    }
    if sent.is_empty() && fetched.is_empty() {
        return None;
    }
    let note = Note::new("grade-not-the-same").with("sent", sent.len()).with("fetched", fetched.len());
    let hits: Vec<Hit> = sent.iter().chain(fetched).map(|(_, hit)| hit.clone()).take(4).collect();
    Some(Found::failed(note).seen(&hits))
}
