//! Checks of dialogues in lines, whatever the protocol.

use crate::dialogue::{Frames, Note, Side, Step};

use super::super::found::{Found, Scene, Things};
use super::super::params::{Kind, Param, Params};
use super::{COUNT, Check, Look, PROTOCOL, needed, text};

pub(super) static CONVERSATION: Check = Check {
    id: "conversation",
    params: &[
        needed("protocol", Kind::Choice(&["smtp", "pop3", "tls"])),
        Param { name: "port", kind: Kind::Number, required: false },
        text("server"),
        COUNT,
    ],
    protocol: "",
    look: Look::Things(|params, scene, things| {
        if !params.text("protocol").is_some_and(|protocol| scene.speaks(protocol)) {
            return;
        }
        let server = &scene.conversation.server;
        let port = params.count("port", 0);
        let named = |wanted: &str| {
            server.address.to_string() == wanted
                || server.name.as_ref().is_some_and(|name| name.eq_ignore_ascii_case(wanted))
        };
        let fits = (port == 0 || port == u64::from(server.port)) && params.text("server").is_none_or(named);
        let name = server.name.as_ref().map_or(String::new(), |name| format!(" {name}"));
        let shown = format!("{}:{}{name}", server.address, server.port);
        things.add(fits, scene.hit(&Frames::one(scene.conversation.first_frame), shown));
    }),
};

pub(super) static COMMAND: Check = Check {
    id: "command",
    params: &[needed("command", Kind::Text), PROTOCOL, COUNT],
    protocol: "smtp",
    look: Look::Things(|params, scene, things| {
        let wanted = params.text("command").unwrap_or_default().trim().to_uppercase();
        for step in commands(scene, params.protocol("smtp")) {
            let line = step.compact();
            if begins(&line, &wanted) {
                things.hit(scene.hit(&step.frames, line.into_owned()));
            }
        }
    }),
};

pub(super) static IN_ORDER: Check = Check {
    id: "commands-in-order",
    params: &[needed("commands", Kind::Texts), PROTOCOL],
    protocol: "smtp",
    look: Look::Best(|params, scene| {
        let protocol = params.protocol("smtp");
        if !scene.speaks(protocol) {
            return None;
        }
        let lines = commands(scene, protocol).map(|step| (step.compact(), &step.frames));
        Some(in_order(scene, params.texts("commands"), lines, |wanted, line| {
            begins(line, &wanted.trim().to_uppercase())
        }))
    }),
};

/// How far things come in an order: each that is wanted behind the one before it, others between them.
pub(super) fn in_order<'a, T>(
    scene: &Scene<'_>,
    wanted: &[String],
    things: impl Iterator<Item = (T, &'a Frames)>,
    fits: impl Fn(&str, &T) -> bool,
) -> Found {
    let mut open = wanted.iter().peekable();
    let (mut met, mut frames) = (0usize, Frames::default());
    for (thing, at) in things {
        if open.next_if(|next| fits(next, &thing)).is_some() {
            frames.extend(at);
            met += 1;
        }
    }
    let place = scene.place(&frames);
    let note = match open.next() {
        None => Note::new("grade-in-order").with("place", place),
        Some(next) => Note::new("grade-order-until")
            .with("met", met)
            .with("all", wanted.len())
            .with("next", next.as_str())
            .with("place", place),
    };
    Found::partly(met as f64 / wanted.len().max(1) as f64, note).at(scene.evidence(&frames))
}

pub(super) static REPLY: Check = Check {
    id: "reply",
    params: &[needed("code", Kind::Text), text("command"), PROTOCOL, COUNT],
    protocol: "smtp",
    look: Look::Things(replies),
};

pub(super) static NO_REPLY: Check = Check {
    id: "no-reply",
    params: &[needed("code", Kind::Text), text("command"), PROTOCOL],
    protocol: "smtp",
    look: Look::Nothing(replies),
};

/// Replies whose code begins with `code`, behind `command` where one is named.
fn replies(params: &Params, scene: &Scene<'_>, things: &mut Things) {
    let protocol = params.protocol("smtp");
    let code = params.text("code").unwrap_or_default().trim();
    let command = params.text("command").map(|command| command.trim().to_uppercase());
    let steps = &scene.conversation.steps;
    for step in steps.iter().filter(|step| step.protocol == protocol && step.side == Some(Side::Server)) {
        let Some(line) = step.lines.first() else { continue };
        let answered = step.answers.and_then(|index| steps.get(index));
        let behind = command
            .as_ref()
            .is_none_or(|command| answered.is_some_and(|answered| begins(&answered.compact(), command)));
        if behind {
            things.add(line.starts_with(code), scene.hit(&step.frames, line.clone()));
        }
    }
}

pub(super) static TYPED: Check = Check {
    id: "typed-by-hand",
    params: &[PROTOCOL],
    protocol: "smtp",
    look: Look::Judge(|params, scene| manner(params, scene, true)),
};

pub(super) static PROGRAM: Check = Check {
    id: "sent-by-program",
    params: &[PROTOCOL],
    protocol: "smtp",
    look: Look::Judge(|params, scene| manner(params, scene, false)),
};

/// How many commands came key by key. A line that is typed has a segment for each key, at least where the terminal sends
/// each at once; a terminal that sends whole lines cannot be told from a program.
fn manner(params: &Params, scene: &Scene<'_>, by_hand: bool) -> Option<Found> {
    let protocol = params.protocol("smtp");
    if !scene.speaks(protocol) {
        return None;
    }
    let lines: Vec<&Step> = commands(scene, protocol).collect();
    // Where nothing was sent, nobody sent it.
    if lines.is_empty() {
        return None;
    }
    let typed =
        lines.iter().filter(|step| step.typing.as_ref().is_some_and(|typing| typing.count > 2)).count();
    let mut frames = Frames::default();
    for step in lines.iter().take(3) {
        frames.extend(&step.frames);
    }
    // Half of the lines: pasted ones do not make a session one of a program.
    let hand = typed * 2 > lines.len();
    let note = Note::new(if hand { "grade-typed" } else { "grade-whole-lines" })
        .with("typed", typed)
        .with("lines", lines.len())
        .with("place", scene.place(&frames));
    let found = if hand == by_hand { Found::passed(note) } else { Found::failed(note) };
    let remark = Note::new(if hand { "grade-remark-typed" } else { "grade-remark-whole-lines" });
    let found = if hand == by_hand { found } else { found.remark(remark) };
    Some(found.at(scene.evidence(&frames)))
}

/// The command lines of the client.
pub(super) fn commands<'a>(scene: &Scene<'a>, protocol: &'static str) -> impl Iterator<Item = &'a Step> {
    scene.conversation.steps.iter().filter(move |step| {
        step.protocol == protocol
            && step.kind.strip_prefix(protocol).is_some_and(|rest| rest.starts_with(".command."))
    })
}

/// Whether a line begins with these words, whatever their case (RFC 5321, section 2.4; RFC 1939, section 3).
fn begins(line: &str, words: &str) -> bool {
    let line = line.to_uppercase();
    let mut line = line.split_whitespace();
    // `MAIL FROM:` is one command, and its address may follow without a blank.
    words.split_whitespace().all(|word| {
        line.next().is_some_and(|found| found == word || word.ends_with(':') && found.starts_with(word))
    })
}
