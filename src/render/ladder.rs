//! The ladder: flights between two sides, time running downwards.

use crate::annotate::Catalog;
use crate::dialogue::{Conversation, Side, Step};

use super::around::{seconds, wrapped};
use super::dialogue::Look;
use super::lesson::{ends, frames};
use super::width::{fit, width};

/// Narrower than this a ladder has no room for its messages.
const MIN_LADDER: usize = 40;

/// What one side sends before the other one answers.
pub(super) struct Flight<'a> {
    /// Counted from 1; what is no message of the handshake has no number.
    pub number: Option<usize>,
    /// Whose; `None` where both sent.
    pub side: Option<Side>,
    /// Its messages.
    pub items: Vec<Item<'a>>,
}

/// A message, or what was said inside.
pub(super) enum Item<'a> {
    /// A step of the lesson's own protocol.
    Step(&'a Step),
    /// Steps of another protocol: in clear before, or inside.
    Others(Vec<&'a Step>),
}

/// The protocol that the lesson is about: the one whose bytes are shown.
pub(super) fn protocol(conversation: &Conversation) -> &'static str {
    conversation.steps.iter().find(|step| step.raw.is_some()).map_or("", |step| step.protocol)
}

/// The flights of a conversation.
pub(super) fn flights(conversation: &Conversation) -> Vec<Flight<'_>> {
    let own = protocol(conversation);
    let mut flights: Vec<Flight<'_>> = Vec::new();
    let mut number = 0;
    for step in conversation.steps.iter().filter(|step| step.protocol != "tcp") {
        if step.protocol != own {
            let same = |other: &Step| other.encrypted == step.encrypted && other.protocol == step.protocol;
            match flights.last_mut().and_then(|flight| flight.items.last_mut()) {
                Some(Item::Others(others)) if others.last().is_some_and(|other| same(other)) => {
                    others.push(step)
                }
                _ => flights.push(Flight { number: None, side: None, items: vec![Item::Others(vec![step])] }),
            }
            continue;
        }
        match flights.last_mut() {
            Some(flight) if flight.number.is_some() && flight.side == step.side => {
                flight.items.push(Item::Step(step));
            }
            _ => {
                number += 1;
                flights.push(Flight { number: Some(number), side: step.side, items: vec![Item::Step(step)] });
            }
        }
    }
    flights
}

/// A row: its frames, its time, its names.
struct Rung {
    number: String,
    frames: String,
    time: String,
    text: String,
    side: Option<Side>,
    arrow: bool,
}

fn rungs(conversation: &Conversation, flights: &[Flight<'_>], catalog: &Catalog) -> Vec<Rung> {
    let mut rungs: Vec<Rung> = Vec::new();
    let time =
        |step: &Step| step.time.map(|time| seconds(time.nanos_since(conversation.start))).unwrap_or_default();
    for flight in flights {
        for (index, item) in flight.items.iter().enumerate() {
            match item {
                Item::Others(steps) => {
                    let (Some(first), Some(last)) = (steps.first(), steps.last()) else { continue };
                    let name = first.protocol.to_uppercase();
                    let text = if first.encrypted { format!("* {name}") } else { name };
                    let (from, to) = (first.frames.first().unwrap_or(0), last.frames.last().unwrap_or(0));
                    let frames = if from == to { format!("#{from}") } else { format!("#{from}-{to}") };
                    rungs.push(Rung {
                        number: String::new(),
                        frames,
                        time: time(first),
                        text,
                        side: None,
                        arrow: true,
                    });
                }
                Item::Step(step) => {
                    let label = step.label.as_ref().map(|label| catalog.argument(label)).unwrap_or_default();
                    let text = if step.encrypted { format!("* {label}") } else { label };
                    let frames = frames(step);
                    // The first message has the arrow to itself; the others of its frames share a row.
                    if index > 1
                        && let Some(rung) = rungs.last_mut().filter(|rung| rung.frames == frames)
                    {
                        rung.text.push_str(", ");
                        rung.text.push_str(&text);
                        continue;
                    }
                    rungs.push(Rung {
                        number: flight
                            .number
                            .filter(|_| index == 0)
                            .map(|n| n.to_string())
                            .unwrap_or_default(),
                        frames,
                        time: time(step),
                        text,
                        side: step.side,
                        arrow: index == 0,
                    });
                }
            }
        }
    }
    rungs
}

/// Draws it.
pub(super) fn draw(
    conversation: &Conversation,
    flights: &[Flight<'_>],
    catalog: &Catalog,
    look: Look,
    out: &mut String,
) {
    let rungs = rungs(conversation, flights, catalog);
    let most = |part: fn(&Rung) -> &str| rungs.iter().map(|rung| width(part(rung))).max().unwrap_or(0);
    let (numbers, framed, timed) =
        (most(|rung| &rung.number), most(|rung| &rung.frames), most(|rung| &rung.time));
    let before = numbers + 1 + framed + 2 + timed + 2;
    let room = look.width.saturating_sub(before).max(MIN_LADDER);
    let [client, server] = ends(conversation, catalog);
    let gap = room.saturating_sub(width(&client) + width(&server)).max(2);
    out.push_str(&" ".repeat(before));
    out.push_str(&format!("{client}{}{server}\n", " ".repeat(gap)));
    for rung in &rungs {
        let pad = |text: &str, wide: usize| format!("{text}{}", " ".repeat(wide.saturating_sub(width(text))));
        let right =
            |text: &str, wide: usize| format!("{}{text}", " ".repeat(wide.saturating_sub(width(text))));
        let line = format!(
            "{} {}  {}  {}",
            right(&rung.number, numbers),
            pad(&rung.frames, framed),
            right(&rung.time, timed),
            body(rung, room)
        );
        out.push_str(line.trim_end());
        out.push('\n');
    }
    if rungs.iter().any(|rung| rung.text.starts_with("* ") || rung.text.contains(", * ")) {
        wrapped(&" ".repeat(numbers + 1), &catalog.word("lesson-star"), look, out);
    }
}

/// The part between the two sides.
fn body(rung: &Rung, room: usize) -> String {
    // Room for an arrow's ends and a blank beside the text.
    let text = fit(&rung.text, room.saturating_sub(6));
    let rest = room.saturating_sub(width(&text) + 1);
    match (rung.side, rung.arrow) {
        (Some(Side::Client), true) => format!("{text} {}>", "-".repeat(rest.saturating_sub(1))),
        (Some(Side::Client), false) => text,
        (Some(Side::Server), true) => format!("<{} {text}", "-".repeat(rest.saturating_sub(1))),
        (Some(Side::Server), false) => format!("{}{text}", " ".repeat(rest + 1)),
        (None, _) => {
            let rest = room.saturating_sub(width(&text) + 4);
            let left = rest / 2;
            format!("<{} {text} {}>", "-".repeat(left), "-".repeat(rest - left))
        }
    }
}
