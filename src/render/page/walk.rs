//! The way of a conversation through its protocol's states, as the table of states has it.
//!
//! A server carries commands out one by one, so a command is held against the state in which its reply is given, also
//! where several were sent in one go.

use crate::dialogue::{Conversation, Frames, Mark, Opening};
use crate::proto::{Protocol, Transition};

/// What a conversation did in a protocol's states.
pub(super) struct Walk {
    /// Rows of the table that were taken, each with how often and by which frames.
    pub(super) taken: Vec<(Transition, u64, Frames)>,
    /// States that were entered.
    pub(super) entered: Vec<&'static str>,
    /// Commands that did not belong to the state in which they were met.
    pub(super) misused: Vec<Misuse>,
    /// Where it ended.
    pub(super) last: Option<&'static str>,
}

/// A command in the wrong place.
pub(super) struct Misuse {
    pub(super) state: &'static str,
    /// `RCPT`
    pub(super) word: String,
    pub(super) frames: Frames,
}

/// The way of a conversation; `None` where the protocol has no states or none was entered.
pub(super) fn walk(conversation: &Conversation, protocol: &Protocol) -> Option<Walk> {
    let first = protocol.states.first()?;
    let mut walk = Walk { taken: Vec::new(), entered: Vec::new(), misused: Vec::new(), last: None };
    // A capture that began later has missed where it started.
    let mut state = (conversation.tcp.opening != Opening::NotCaptured).then_some(first.from);
    // Behind missing bytes a command in the wrong place may be one in the right place.
    let mut sure = true;
    for step in &conversation.steps {
        sure &= step.mark != Mark::Missing;
        if step.protocol != protocol.id {
            continue;
        }
        let own = |kind: &'static str| kind.strip_prefix(protocol.id)?.strip_prefix('.');
        let asked = match step.answers.and_then(|asked| conversation.steps.get(asked)) {
            Some(asked) => asked,
            None if own(step.kind) == Some("greeting") => step,
            None => continue,
        };
        let Some(kind) = own(asked.kind) else { continue };
        let reply = step.lines.first().map_or("", String::as_str);
        let rows = || protocol.states.iter().filter(|row| row.by.contains(&kind));
        let here = |row: &&Transition| state.is_some_and(|state| row.allows(state, kind));
        let row = rows().find(|row| here(row) && row.takes(reply));
        let row = match row {
            Some(row) => row,
            // Refused or not listed for this reply, but in its place: nothing changes.
            None if rows().any(|row| here(&row)) => continue,
            None => {
                let elsewhere = rows().find(|row| row.takes(reply));
                let known = rows().next().is_some();
                match (elsewhere, state) {
                    // The state was not known, or has changed unseen.
                    (Some(row), None) => row,
                    (Some(row), Some(_)) if !sure => row,
                    (_, Some(state)) if known && sure => {
                        walk.misuse(state, kind, &asked.frames);
                        // Where the server did it all the same, that is where the session is.
                        match elsewhere.filter(|row| row.from != row.to && !row.reply.is_empty()) {
                            Some(row) => row,
                            None => continue,
                        }
                    }
                    _ => continue,
                }
            }
        };
        let mut frames = asked.frames.clone();
        frames.extend(&step.frames);
        state = Some(walk.pass(row, state, &frames));
        sure = true;
    }
    walk.last = state;
    let moved = walk.taken.iter().any(|(row, ..)| row.from != row.to);
    (moved || !walk.misused.is_empty()).then_some(walk)
}

impl Walk {
    fn enter(&mut self, state: &'static str) {
        if state != Transition::ANY && !self.entered.contains(&state) {
            self.entered.push(state);
        }
    }

    /// Takes a row; the state behind it.
    fn pass(&mut self, row: &Transition, state: Option<&'static str>, frames: &Frames) -> &'static str {
        // What holds in every state starts in the one that is.
        let here = state.unwrap_or(row.from);
        let from = if row.from == Transition::ANY { here } else { row.from };
        let to = if row.to == Transition::ANY { from } else { row.to };
        self.enter(from);
        self.enter(to);
        let known = self
            .taken
            .iter_mut()
            .find(|(taken, ..)| taken.from == from && taken.to == to && taken.by == row.by);
        match known {
            Some((_, count, all)) => {
                *count += 1;
                all.extend(frames);
            }
            None => self.taken.push((Transition { from, to, ..*row }, 1, frames.clone())),
        }
        to
    }

    fn misuse(&mut self, state: &'static str, kind: &str, frames: &Frames) {
        self.enter(state);
        self.misused.push(Misuse { state, word: word(kind), frames: frames.clone() });
    }
}

/// What a kind of step is called in a drawing: `EHLO`; what is no command has no word.
pub(super) fn word(kind: &str) -> String {
    kind.strip_prefix("command.").map(str::to_uppercase).unwrap_or_default()
}
