//! Checks of logins, and of what protects them.

use crate::dialogue::Frames;
use crate::proto::pop3::Pop3;
use crate::proto::sasl::{Attempt, Outcome};
use crate::proto::smtp::{Smtp, StartTls};

use super::super::found::{Scene, Things};
use super::super::params::{Kind, Params};
use super::{Check, Look, PROTOCOL, needed, text};

pub(super) static LOGIN: Check = Check {
    id: "login",
    params: &[PROTOCOL, text("mechanism"), text("user")],
    protocol: "smtp",
    look: Look::Things(|params, scene, things| {
        attempts(params, scene, things, |attempt| attempt.outcome == Outcome::Accepted);
    }),
};

pub(super) static REFUSED: Check = Check {
    id: "login-refused",
    params: &[PROTOCOL, text("mechanism"), text("user")],
    protocol: "smtp",
    look: Look::Things(|params, scene, things| {
        attempts(params, scene, things, |attempt| attempt.outcome == Outcome::Rejected);
    }),
};

pub(super) static IN_CLEAR: Check = Check {
    id: "login-in-clear",
    params: &[PROTOCOL],
    protocol: "smtp",
    look: Look::Things(|params, scene, things| {
        attempts(params, scene, things, |attempt| {
            attempt.outcome == Outcome::Accepted && !attempt.encrypted && is_readable(&attempt.mechanism)
        });
    }),
};

/// Whether who listens reads the password or token itself: of the other mechanisms only a digest or an exchange is sent
/// (RFC 1939, section 7; RFC 2195; RFC 5802).
fn is_readable(mechanism: &str) -> bool {
    ["USER", "LOGIN", "PLAIN", "XOAUTH2", "OAUTHBEARER"]
        .iter()
        .any(|known| mechanism.eq_ignore_ascii_case(known))
}

pub(super) static ENCRYPTED: Check = Check {
    id: "login-encrypted",
    params: &[PROTOCOL],
    protocol: "smtp",
    look: Look::Things(|params, scene, things| {
        attempts(params, scene, things, |attempt| attempt.outcome == Outcome::Accepted && attempt.encrypted);
    }),
};

fn attempts(params: &Params, scene: &Scene<'_>, things: &mut Things, fits: fn(&Attempt) -> bool) {
    let smtp = || scene.conversation.facts::<Smtp>("smtp").into_iter().flat_map(|facts| &facts.auth);
    let pop3 = || scene.conversation.facts::<Pop3>("pop3").into_iter().flat_map(|facts| &facts.auth);
    let attempts: Vec<&Attempt> =
        if params.protocol("smtp") == "pop3" { pop3().collect() } else { smtp().collect() };
    let same = |wanted: Option<&str>, found: Option<&str>| {
        wanted.is_none_or(|wanted| found.is_some_and(|found| found.eq_ignore_ascii_case(wanted.trim())))
    };
    for attempt in attempts {
        let named = same(params.text("mechanism"), Some(&attempt.mechanism))
            && same(params.text("user"), attempt.username.as_deref());
        let words = [Some(attempt.mechanism.as_str()), attempt.username.as_deref(), attempt.code.as_deref()];
        let shown: Vec<&str> = words.into_iter().flatten().filter(|word| !word.is_empty()).collect();
        things.add(named && fits(attempt), scene.hit(&attempt.frames, shown.join(" ")));
    }
}

pub(super) static STARTTLS: Check = Check {
    id: "starttls",
    params: &[needed("state", Kind::Choice(&["used", "not used", "offered", "refused"])), PROTOCOL],
    protocol: "smtp",
    look: Look::Things(|params, scene, things| {
        let protocol = params.protocol("smtp");
        let smtp = scene.conversation.facts::<Smtp>("smtp").first().map(|facts| facts.starttls);
        let pop3 = scene.conversation.facts::<Pop3>("pop3").first().map(|facts| facts.stls);
        let Some(state) = (if protocol == "pop3" { pop3 } else { smtp }) else { return };
        let fits = match params.text("state") {
            Some("used") => state == StartTls::Used,
            Some("refused") => state == StartTls::Refused,
            Some("offered") => state != StartTls::NotOffered,
            _ => state != StartTls::Used,
        };
        let steps = scene.conversation.steps.iter();
        let asked = steps
            .filter(|step| step.kind.ends_with(".command.starttls") || step.kind.ends_with(".command.stls"));
        let mut frames = Frames::default();
        asked.for_each(|step| frames.extend(&step.frames));
        if frames.is_empty() {
            frames = Frames::one(scene.conversation.first_frame);
        }
        let word = match state {
            StartTls::NotOffered => "grade-word-not-offered",
            StartTls::Offered => "grade-word-not-used",
            StartTls::Refused => "grade-word-refused",
            StartTls::Used => "grade-word-used",
        };
        things.add(fits, scene.word(&frames, word));
    }),
};
