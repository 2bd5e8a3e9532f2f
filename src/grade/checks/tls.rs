//! Checks of TLS handshakes.

use crate::dialogue::{Frames, MarkState, Note, Side};
use crate::proto::tls::{CipherSuite, Decrypted, MessageFact, Resumed, TlsFacts};

use super::super::found::{Found, Scene, Things};
use super::super::params::{Kind, Param};
use super::dialogue::in_order;
use super::{Check, Look, needed, text};

/// Both hellos, and a Finished of each side; of TLS 1.3, where they are encrypted, what can be seen of it.
pub(super) static HANDSHAKE: Check = Check {
    id: "tls-handshake",
    params: &[],
    protocol: "tls",
    look: Look::Best(|_, scene| {
        let all = scene.conversation.facts::<TlsFacts>("tls");
        let looked = all.into_iter().map(|tls| {
            let has =
                |side: Side, kind: &str| tls.messages.iter().any(|it| it.side == side && it.kind == kind);
            // Where Finished cannot be seen, encrypted data of the side show that it went on.
            let done = |side: Side| has(side, "finished") || has(side, "application_data");
            // What is known, or guessed, of a side's messages is better evidence: an encrypted alert is data too.
            let guessed = |side: Side| tls.messages.iter().any(|it| it.side == side && it.inferred);
            let after = |side: Side| done(side) || !guessed(side) && encrypted_by(scene, side);
            let parts = [
                ("Client Hello", has(Side::Client, "client_hello")),
                ("Server Hello", has(Side::Server, "server_hello")),
                ("Finished (client)", after(Side::Client)),
                ("Finished (server)", after(Side::Server)),
            ];
            let names = |there: bool| {
                let names = parts.iter().filter(|(_, is)| *is == there).map(|(name, _)| *name);
                names.collect::<Vec<_>>().join(", ")
            };
            let met = parts.iter().filter(|(_, there)| *there).count();
            let failed = tls.alerts.iter().find(|alert| alert.level == Some("fatal"));
            let met = if failed.is_some() { met.min(2) } else { met };
            let frames = frames_of(tls);
            let version = tls.version.as_deref().unwrap_or("TLS");
            let share = met as f64 / parts.len() as f64;
            let note =
                Note::new("grade-handshake").with("version", version).with("place", scene.place(&frames));
            let found = Found::partly(share, note).at(scene.evidence(&frames));
            match failed {
                Some(alert) => {
                    let what = alert.description.as_deref().unwrap_or_default();
                    let place = scene.place(&alert.frames);
                    found.and(Note::new("grade-handshake-alert").with("alert", what).with("place", place))
                }
                None if met < parts.len() => {
                    let lacks = Note::new("grade-session-lacks").with("parts", names(false));
                    found.and(lacks.clone()).remark(lacks)
                }
                None => found,
            }
        });
        looked.reduce(Found::or_better)
    }),
};

/// Whether a side sent encrypted records that were not read.
fn encrypted_by(scene: &Scene<'_>, side: Side) -> bool {
    let kinds = ["tls.application_data", "tls.finished", "tls.encrypted_handshake_message"];
    let mut steps = scene.conversation.steps.iter();
    // Folded runs of both sides have none.
    steps.any(|step| kinds.contains(&step.kind) && step.side.is_none_or(|found| found == side))
}

pub(super) static ORDER: Check = Check {
    id: "tls-order",
    params: &[needed("messages", Kind::Texts)],
    protocol: "tls",
    look: Look::Best(|params, scene| {
        let all = scene.conversation.facts::<TlsFacts>("tls");
        let looked = all.into_iter().map(|tls| {
            let messages = tls.messages.iter().map(|message| (message.kind, &message.frames));
            let found = in_order(scene, params.texts("messages"), messages, |wanted, kind| {
                wanted.trim().to_lowercase().replace([' ', '-'], "_") == *kind
            });
            // Behind Server Hello, TLS 1.3 hides which messages there are (RFC 8446, section 2).
            let hidden = tls.decrypted != Decrypted::Yes
                && tls.version.as_deref().is_some_and(|version| version.starts_with("TLS 1.3"));
            if hidden && found.state != MarkState::Passed { found.untold() } else { found }
        });
        looked.reduce(Found::or_better)
    }),
};

pub(super) static VERSION: Check = Check {
    id: "tls-version",
    params: &[
        needed("version", Kind::Choice(&["SSL 3.0", "TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"])),
        Param { name: "or", kind: Kind::Choice(&["newer", "older"]), required: false },
    ],
    protocol: "tls",
    look: Look::Things(|params, scene, things| {
        let wanted = params.text("version").unwrap_or_default();
        each(scene, things, |tls| {
            let version = tls.version.as_deref()?;
            // The names are in the order of the versions; a draft is its version's.
            let base = version.split(" (").next().unwrap_or(version);
            let fits = match params.text("or") {
                Some("newer") => base >= wanted,
                Some("older") => base <= wanted,
                _ => base == wanted,
            };
            Some((Some(fits), version.to_owned(), "server_hello"))
        });
    }),
};

pub(super) static SUITE: Check = Check {
    id: "tls-suite",
    params: &[needed("suite", Kind::Text)],
    protocol: "tls",
    look: Look::Things(|params, scene, things| {
        let wanted = params.text("suite").unwrap_or_default().trim().to_uppercase();
        each(scene, things, |tls| {
            let suite = tls.cipher_suite.as_ref()?;
            let fits =
                is_suite(&suite.name.to_uppercase(), &wanted) || suite.hex().eq_ignore_ascii_case(&wanted);
            Some((Some(fits), format!("{} ({})", suite.name, suite.hex()), "server_hello"))
        });
    }),
};

pub(super) static SERVER_NAME: Check = Check {
    id: "tls-server-name",
    params: &[needed("name", Kind::Text)],
    protocol: "tls",
    look: Look::Things(|params, scene, things| {
        let wanted = params.text("name").unwrap_or_default().trim();
        each(scene, things, |tls| {
            let name = tls.server_name.as_deref()?;
            Some((Some(name.eq_ignore_ascii_case(wanted)), name.to_owned(), "client_hello"))
        });
    }),
};

pub(super) static CERTIFICATE: Check = Check {
    id: "tls-certificate",
    params: &[needed("check", Kind::Choice(&["name", "dates", "chain", "signature"]))],
    protocol: "tls",
    look: Look::Things(|params, scene, things| {
        each(scene, things, |tls| {
            let checks = &tls.checks;
            let verdict = match params.text("check") {
                Some("name") => checks.name_match.as_ref(),
                Some("dates") => checks.valid_at_capture.as_ref(),
                Some("chain") => checks.chain.as_ref(),
                _ => checks.key_exchange_signature.as_ref().or(checks.certificate_verify.as_ref()),
            };
            match verdict {
                Some(verdict) if verdict.starts_with(UNCHECKED) => {
                    Some((None, verdict.trim_start_matches(UNCHECKED).to_owned(), "certificate"))
                }
                Some(verdict) => Some((Some(verdict == "valid"), verdict.clone(), "certificate")),
                None if hides_certificate(tls) => {
                    Some((None, "the certificate is encrypted".to_owned(), "server_hello"))
                }
                None => None,
            }
        });
    }),
};

pub(super) static RESUMED: Check = Check {
    id: "tls-resumed",
    params: &[],
    protocol: "tls",
    look: Look::Things(|_, scene, things| {
        words(scene, things, "server_hello", |tls| match tls.resumed {
            Resumed::SessionId => Some((true, "grade-word-session-id")),
            Resumed::Ticket => Some((true, "grade-word-ticket")),
            Resumed::Psk => Some((true, "grade-word-psk")),
            Resumed::No => Some((false, "grade-word-full-handshake")),
            Resumed::Unknown => None,
        });
    }),
};

pub(super) static READ: Check = Check {
    id: "tls-decrypted",
    params: &[],
    protocol: "tls",
    look: Look::Things(|_, scene, things| {
        words(scene, things, "client_hello", |tls| {
            Some(match tls.decrypted {
                Decrypted::Yes => (true, "grade-word-decrypted"),
                Decrypted::Partly => (true, "grade-word-partly"),
                Decrypted::NoMatch => (false, "grade-word-no-match"),
                Decrypted::NoSecrets => (false, "grade-word-no-secrets"),
            })
        });
    }),
};

pub(super) static ALERT: Check = Check {
    id: "tls-alert",
    params: &[text("description")],
    protocol: "tls",
    look: Look::Things(|params, scene, things| {
        for tls in scene.conversation.facts::<TlsFacts>("tls") {
            for alert in &tls.alerts {
                let name = alert.description.as_deref().unwrap_or_default();
                let fits = match params.text("description") {
                    Some(wanted) => name == wanted.trim(),
                    // Closing is no failure.
                    None => alert.level == Some("fatal"),
                };
                things.add(fits, scene.hit(&alert.frames, name));
            }
        }
    }),
};

/// Whether a suite is the one that was asked for, or has these words in its name: SHA is no part of SHA256, and
/// `TLS_AES_128_CCM_SHA256` none of another suite.
fn is_suite(name: &str, wanted: &str) -> bool {
    if CipherSuite::is_registered(wanted) {
        return name == wanted;
    }
    format!("_{name}_").contains(&format!("_{}_", wanted.trim_matches('_')))
}

/// How a verdict begins that is none.
const UNCHECKED: &str = "not checked: ";

/// From TLS 1.3 on the certificate is encrypted (RFC 8446, section 4.4); a resumed session has none.
fn hides_certificate(tls: &TlsFacts) -> bool {
    tls.decrypted != Decrypted::Yes
        && tls.resumed == Resumed::No
        && tls.version.as_deref().is_some_and(|version| version.starts_with("TLS 1.3"))
}

/// Each handshake: whether it fits (`None` where the capture does not tell), what it says, and the message that says it.
fn each(
    scene: &Scene<'_>,
    things: &mut Things,
    look: impl Fn(&TlsFacts) -> Option<(Option<bool>, String, &'static str)>,
) {
    for tls in scene.conversation.facts::<TlsFacts>("tls") {
        let Some((fits, text, kind)) = look(tls) else { continue };
        let hit = scene.hit(&frames_of_kind(scene, tls, kind), text);
        match fits {
            Some(fits) => things.add(fits, hit),
            None => things.untold(hit),
        }
    }
}

/// The same, where what it says is a word of ours.
fn words(
    scene: &Scene<'_>,
    things: &mut Things,
    kind: &str,
    look: impl Fn(&TlsFacts) -> Option<(bool, &'static str)>,
) {
    for tls in scene.conversation.facts::<TlsFacts>("tls") {
        let Some((fits, word)) = look(tls) else { continue };
        things.add(fits, scene.word(&frames_of_kind(scene, tls, kind), word));
    }
}

/// The frames of the first message of a kind.
fn frames_of_kind(scene: &Scene<'_>, tls: &TlsFacts, kind: &str) -> Frames {
    let message = tls.messages.iter().find(|message| message.kind == kind);
    message.map_or_else(|| Frames::one(scene.conversation.first_frame), |message| message.frames.clone())
}

/// The frames of a handshake, alerts and data left out.
fn frames_of(tls: &TlsFacts) -> Frames {
    let mut frames = Frames::default();
    let of_handshake = |message: &&MessageFact| !matches!(message.kind, "alert" | "application_data");
    for message in tls.messages.iter().filter(of_handshake) {
        frames.extend(&message.frames);
    }
    frames
}
