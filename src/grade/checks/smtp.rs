//! Checks of SMTP.

use crate::dialogue::{Frames, Note};
use crate::proto::smtp::{Outcome, Smtp, Transaction};

use super::super::found::{Found, Scene, Things};
use super::super::params::{Kind, Params};
use super::{COUNT, Check, Look, closed, needed};

/// A whole session has a greeting, HELO or EHLO, QUIT, and the reply to it or the connection's orderly end.
pub(super) static SESSION: Check = Check {
    id: "smtp-session",
    params: &[],
    protocol: "smtp",
    look: Look::Best(|_, scene| {
        let facts = scene.conversation.facts::<Smtp>("smtp");
        let facts = facts.first()?;
        let steps = &scene.conversation.steps;
        let goodbye = steps.iter().any(|step| {
            step.kind == "smtp.reply"
                && step.lines.first().is_some_and(|line| line.starts_with("221"))
                && step
                    .answers
                    .and_then(|index| steps.get(index))
                    .is_some_and(|step| step.kind == "smtp.command.quit")
        });
        let parts = [
            ("220", facts.greeting.as_ref().is_some_and(|greeting| greeting.code == 220)),
            ("HELO/EHLO", !facts.hello.is_empty()),
            ("QUIT", facts.quit),
            ("221", goodbye || facts.quit && closed(scene.conversation)),
        ];
        Some(session(scene, "smtp", &parts))
    }),
};

/// What is there of a session, and what is not.
pub(super) fn session(scene: &Scene<'_>, protocol: &'static str, parts: &[(&str, bool)]) -> Found {
    let names = |there: bool| {
        let names = parts.iter().filter(|(_, is)| *is == there).map(|(name, _)| *name);
        names.collect::<Vec<_>>().join(", ")
    };
    let met = parts.iter().filter(|(_, there)| *there).count();
    let mut ends = Frames::default();
    let lines: Vec<_> = scene.conversation.steps.iter().filter(|step| step.protocol == protocol).collect();
    for step in lines.first().into_iter().chain(lines.last()) {
        ends.extend(&step.frames);
    }
    let found = Found::partly(
        met as f64 / parts.len().max(1) as f64,
        Note::new("grade-session-has").with("parts", names(true)).with("place", scene.place(&ends)),
    );
    let found = found.at(scene.evidence(&ends));
    if met == parts.len() {
        return found;
    }
    let lacks = Note::new("grade-session-lacks").with("parts", names(false));
    let found = found.and(lacks.clone()).remark(lacks);
    match lines.first() {
        Some(first) if scene.conversation.tcp.opening == crate::dialogue::Opening::NotCaptured => {
            let place = scene.place(&first.frames);
            found
                .and(
                    Note::new("grade-session-begins")
                        .with("place", place)
                        .with("line", first.compact().into_owned()),
                )
                .remark(Note::new("grade-remark-late"))
                .hint(Note::new("grade-hint-late").with("stream", scene.conversation.stream))
        }
        _ => found,
    }
}

pub(super) static EXTENSION: Check = Check {
    id: "extension-offered",
    params: &[needed("keyword", Kind::Text)],
    protocol: "smtp",
    look: Look::Things(|params, scene, things| {
        let wanted = params.text("keyword").unwrap_or_default();
        let Some(facts) = scene.conversation.facts::<Smtp>("smtp").into_iter().next() else { return };
        let steps = scene.conversation.steps.iter().filter(|step| step.kind == "smtp.reply");
        let greeting = steps.clone().find(|step| step.lines.len() > 1).map(|step| step.frames.clone());
        let frames = greeting.unwrap_or_else(|| Frames::one(scene.conversation.first_frame));
        for extension in &facts.extensions {
            let fits = extension.keyword.eq_ignore_ascii_case(wanted);
            things.add(fits, scene.hit(&frames, extension.keyword.clone()));
        }
    }),
};

pub(super) static ACCEPTED: Check = Check {
    id: "mail-accepted",
    params: &[COUNT],
    protocol: "smtp",
    look: Look::Things(|_, scene, things| {
        for transaction in transactions(scene) {
            let (frames, text) = verdict(scene, transaction);
            things.add(transaction.outcome == Outcome::Accepted, scene.hit(&frames, text));
        }
    }),
};

pub(super) static SENDER: Check = Check {
    id: "envelope-sender",
    params: &[needed("address", Kind::Text)],
    protocol: "smtp",
    look: Look::Things(|params, scene, things| {
        let senders = transactions(scene).filter_map(|transaction| transaction.sender.as_deref());
        envelope(params, scene, things, "smtp.command.mail", senders.map(str::to_owned).collect());
    }),
};

pub(super) static RECIPIENT: Check = Check {
    id: "envelope-recipient",
    params: &[needed("address", Kind::Text)],
    protocol: "smtp",
    look: Look::Things(|params, scene, things| {
        let recipients = transactions(scene).flat_map(|transaction| &transaction.recipients);
        envelope(
            params,
            scene,
            things,
            "smtp.command.rcpt",
            recipients.map(|it| it.address.clone()).collect(),
        );
    }),
};

pub(super) static RECIPIENT_REFUSED: Check = Check {
    id: "recipient-refused",
    params: &[COUNT],
    protocol: "smtp",
    look: Look::Things(|_, scene, things| {
        let recipients = transactions(scene).flat_map(|transaction| &transaction.recipients);
        for recipient in recipients {
            let code = recipient.code.map_or(String::new(), |code| format!(" {code}"));
            let frames = frames_of(scene, "smtp.command.rcpt", &recipient.address);
            let text = format!("RCPT TO:<{}>{code}", recipient.address);
            things.add(recipient.code.is_some_and(|code| code >= 400), scene.hit(&frames, text));
        }
    }),
};

fn envelope(params: &Params, scene: &Scene<'_>, things: &mut Things, kind: &str, addresses: Vec<String>) {
    let wanted = params.text("address").unwrap_or_default();
    for address in addresses {
        let frames = frames_of(scene, kind, &address);
        things.add(same_address(&address, wanted), scene.hit(&frames, format!("<{address}>")));
    }
}

/// Whether two addresses are the same. Domains have no case (RFC 5321, section 2.4), and no mail system in use has one in
/// the part before the @.
pub(super) fn same_address(one: &str, two: &str) -> bool {
    let bare = |address: &str| address.trim().trim_start_matches('<').trim_end_matches('>').to_lowercase();
    bare(one) == bare(two)
}

/// The frames of the command that names an address.
fn frames_of(scene: &Scene<'_>, kind: &str, address: &str) -> Frames {
    let mut steps = scene.conversation.steps.iter().filter(|step| step.kind == kind);
    let named = steps.find(|step| step.lines.iter().any(|line| line.contains(address)));
    named.map_or_else(|| Frames::one(scene.conversation.first_frame), |step| step.frames.clone())
}

fn transactions<'a>(scene: &Scene<'a>) -> impl Iterator<Item = &'a Transaction> {
    scene.conversation.facts::<Smtp>("smtp").into_iter().flat_map(|facts| &facts.transactions)
}

/// The reply that decided over a mail: the one behind its content.
fn verdict(scene: &Scene<'_>, transaction: &Transaction) -> (Frames, String) {
    let steps = &scene.conversation.steps;
    let message = transaction.message.and_then(|index| scene.conversation.messages.get(index));
    let Some(message) = message else {
        let code = transaction.code.map(|code| code.to_string()).unwrap_or_default();
        return (Frames::one(scene.conversation.first_frame), code);
    };
    let content = steps.iter().position(|step| {
        step.protocol == "smtp"
            && step.side == Some(crate::dialogue::Side::Client)
            && step.frames == message.frames
    });
    let reply = steps.iter().find(|step| content.is_some() && step.answers == content);
    match reply {
        Some(reply) => (reply.frames.clone(), reply.lines.first().cloned().unwrap_or_default()),
        None => (message.frames.clone(), transaction.code.map(|code| code.to_string()).unwrap_or_default()),
    }
}
