//! The states of a protocol as a drawing: one below the other, those behind each other joined in the middle, what skips
//! states at the left, what goes back at the right. The way that was taken stands out.

use askama::Template;

use crate::annotate::Catalog;
use crate::dialogue::{Conversation, Note};
use crate::proto::{Protocol, Transition, by_id};

use super::super::width::fit;
use super::walk::{Walk, walk, word};
use super::{Text, Words};

/// Points: a state's box, what lies between two, and the width of a lane for arrows at the sides.
const BOX: (i64, i64) = (240, 40);
const STEP: i64 = 84;
const LANE: i64 = 112;
/// Words of a label that are named.
const NAMED: usize = 2;
/// Columns of small letters in a state's box.
const IN_BOX: usize = 36;
/// Misuses of a state that are named.
const MISUSES: usize = 3;

#[derive(Template)]
#[template(path = "states.svg", config = "src/render/page/askama.toml", escape = "html")]
struct Drawing {
    id: String,
    title: Text,
    described: Text,
    width: i64,
    height: i64,
    states: Vec<State>,
    edges: Vec<Edge>,
}

struct State {
    x: i64,
    y: i64,
    name: Text,
    entered: bool,
    last: bool,
    /// What was said here without leaving it.
    stays: Option<Text>,
    /// What was sent here and does not belong here.
    misused: String,
}

struct Edge {
    path: String,
    head: String,
    label: Text,
    x: i64,
    y: i64,
    anchor: &'static str,
    taken: bool,
}

/// Arrows between the same two states as one.
struct Arrow {
    from: usize,
    to: usize,
    rows: Vec<Transition>,
    count: u64,
}

/// The drawings of a conversation's protocols, each with its id.
pub(super) fn drawings(conversation: &Conversation, id: &str, words: &mut Words) -> Vec<(String, String)> {
    let mut seen = Vec::new();
    let mut drawings = Vec::new();
    for &name in &conversation.protocols {
        let Some(protocol) = by_id(name).filter(|_| !seen.contains(&name)) else { continue };
        seen.push(name);
        if let Some(walk) = walk(conversation, protocol) {
            let id = format!("{id}-{name}");
            let drawing = draw(&walk, protocol, &id, words);
            drawings.push((id, drawing));
        }
    }
    drawings
}

fn draw(walk: &Walk, protocol: &Protocol, id: &str, words: &mut Words) -> String {
    let states = states(protocol);
    let arrows = arrows(walk, protocol, &states);
    let lanes = lanes(&arrows);
    let most = |left: bool| {
        let side = arrows.iter().zip(&lanes).filter(|(arrow, _)| (arrow.to > arrow.from) == left);
        side.filter_map(|(_, lane)| *lane).map(|lane| lane + 1).max().unwrap_or(0)
    };
    let x = 12 + most(true) * LANE;
    let top = |state: usize| 12 + i64::try_from(state).unwrap_or(0) * STEP;
    let mut edges: Vec<Edge> = arrows
        .iter()
        .zip(&lanes)
        .map(|(arrow, lane)| edge(arrow, *lane, x, [top(arrow.from), top(arrow.to)], words))
        .collect();
    // What was taken is drawn over what was not.
    edges.sort_by_key(|edge| edge.taken);
    let boxes = states
        .iter()
        .enumerate()
        .map(|(index, state)| State {
            x,
            y: top(index),
            name: words.text(|catalog| catalog.word(format!("{}-state-{state}", protocol.id))),
            entered: walk.entered.contains(state),
            last: walk.last == Some(*state),
            stays: stays_in(walk, state)
                .next()
                .is_some()
                .then(|| words.text(|catalog| stays(walk, state, catalog))),
            misused: misused(walk, state),
        })
        .collect();
    let path: Vec<&str> = walk.entered.clone();
    let described = words.text(|catalog| described(walk, protocol, &path, catalog));
    let view = Drawing {
        id: id.to_owned(),
        title: words.note(&Note::new("report-states-of").with("protocol", protocol.name)),
        described,
        width: x + BOX.0 + most(false) * LANE + LANE + 24,
        height: top(states.len()) - STEP + BOX.1 + 24,
        states: boxes,
        edges,
    };
    // Writing into a string cannot fail.
    view.render().unwrap_or_default()
}

/// The states in the order of the table, those that nothing leads out of at the end.
fn states(protocol: &Protocol) -> Vec<&'static str> {
    let mut states = Vec::new();
    for state in protocol.states.iter().flat_map(|row| [row.from, row.to]) {
        if state != Transition::ANY && !states.contains(&state) {
            states.push(state);
        }
    }
    states.sort_by_key(|state| !protocol.states.iter().any(|row| row.from == *state));
    states
}

/// The arrows of the table, and of the way where it holds for every state.
fn arrows(walk: &Walk, protocol: &Protocol, states: &[&'static str]) -> Vec<Arrow> {
    let mut arrows: Vec<Arrow> = Vec::new();
    let table = protocol.states.iter().filter(|row| row.from != Transition::ANY).map(|row| (row, 0));
    let taken = walk.taken.iter().map(|(row, count, _)| (row, *count));
    for (row, count) in table.chain(taken) {
        let place = |state: &str| states.iter().position(|known| *known == state);
        let (Some(from), Some(to)) = (place(row.from), place(row.to)) else { continue };
        if from == to {
            continue;
        }
        let at = arrows.iter().position(|arrow| arrow.from == from && arrow.to == to).unwrap_or_else(|| {
            arrows.push(Arrow { from, to, rows: Vec::new(), count: 0 });
            arrows.len() - 1
        });
        let Some(arrow) = arrows.get_mut(at) else { continue };
        arrow.count += count;
        if !arrow.rows.iter().any(|known| known.by == row.by) {
            arrow.rows.push(*row);
        }
    }
    arrows
}

/// The lane of each arrow at its side, none for those between neighbours; shorter ones are nearer to the states.
fn lanes(arrows: &[Arrow]) -> Vec<Option<i64>> {
    let span = |arrow: &Arrow| (arrow.from.min(arrow.to), arrow.from.max(arrow.to));
    let mut order: Vec<usize> = (0..arrows.len()).collect();
    order.sort_by_key(|&index| arrows.get(index).map(|arrow| arrow.from.abs_diff(arrow.to)));
    let mut lanes: Vec<Option<i64>> = vec![None; arrows.len()];
    for index in order {
        let Some(arrow) = arrows.get(index).filter(|arrow| arrow.to != arrow.from + 1) else { continue };
        let meets = |lane: i64| {
            arrows.iter().zip(&lanes).any(|(other, its)| {
                let same_side = (other.to > other.from) == (arrow.to > arrow.from);
                let (one, two) = (span(arrow), span(other));
                same_side && *its == Some(lane) && one.0 <= two.1 && two.0 <= one.1
            })
        };
        let lane = (0..).find(|lane| !meets(*lane));
        if let Some(place) = lanes.get_mut(index) {
            *place = lane;
        }
    }
    lanes
}

fn edge(arrow: &Arrow, lane: Option<i64>, x: i64, [from, to]: [i64; 2], words: &mut Words) -> Edge {
    let label = words.text(|catalog| label(arrow, catalog));
    let taken = arrow.count > 0;
    let middle = x + BOX.0 / 2;
    match lane {
        None => {
            let (start, end) = (from + BOX.1, to);
            let path = format!("M{middle} {start}V{}", end - 8);
            let head = format!("M{middle} {end}l-4-9h8z");
            Edge { path, head, label, x: middle + 8, y: (start + end) / 2 + 4, anchor: "start", taken }
        }
        Some(lane) => {
            let forward = to > from;
            let side = if forward { x } else { x + BOX.0 };
            let out = if forward { -1 } else { 1 };
            // Each lane leaves and enters at a height of its own.
            let apart = (lane % 4) * 8;
            let (start, end) = if forward {
                (from + 26 + apart.min(10), to + 8 + apart.min(10))
            } else {
                (from + 8 + apart.min(10), to + 26 + apart.min(10))
            };
            let far = side + out * (lane * LANE + 24);
            let path = format!("M{side} {start}H{far}V{end}H{}", side + out * 8);
            let head = format!("M{side} {end}l{}-4v8z", out * 9);
            let y = start.midpoint(end) + 4;
            Edge {
                path,
                head,
                label,
                x: far + out * 4,
                y,
                anchor: if forward { "end" } else { "start" },
                taken,
            }
        }
    }
}

/// `EHLO, HELO 2.. ×2`
fn label(arrow: &Arrow, catalog: &Catalog) -> String {
    let mut named: Vec<String> = Vec::new();
    for kind in arrow.rows.iter().flat_map(|row| row.by) {
        let name = match (*kind, word(kind)) {
            (_, word) if !word.is_empty() => word,
            ("greeting", _) => String::new(),
            ("message", _) => catalog.word("report-states-content"),
            _ => catalog.word("report-states-response"),
        };
        if !name.is_empty() && !named.contains(&name) {
            named.push(name);
        }
    }
    named.truncate(NAMED);
    let reply = arrow.rows.first().and_then(|row| row.reply.first()).copied().unwrap_or_default();
    let digits = reply.len() < 3 && reply.bytes().all(|byte| byte.is_ascii_digit()) && !reply.is_empty();
    let reply = if digits { format!("{reply:.<3}") } else { reply.to_owned() };
    let times = if arrow.count > 1 { format!(" x{}", arrow.count) } else { String::new() };
    format!("{} {reply}{times}", named.join("/")).trim().to_owned()
}

/// What was said in a state without leaving it, as far as it has a box's width: `AUTH 235, RCPT x3`.
fn stays(walk: &Walk, state: &str, catalog: &Catalog) -> String {
    let here = stays_in(walk, state);
    let said: Vec<String> =
        here.map(|(row, count)| label(&Arrow { from: 0, to: 0, rows: vec![*row], count }, catalog)).collect();
    fit(&said.join(", "), IN_BOX)
}

/// Rows that were taken from a state to itself. Of one for several commands it is not known which of them it was.
fn stays_in<'w>(walk: &'w Walk, state: &str) -> impl Iterator<Item = (&'w Transition, u64)> {
    let one = |row: &Transition| {
        row.by.iter().all(|kind| row.by.first().is_some_and(|first| word(first) == word(kind)))
    };
    let here = walk.taken.iter().filter(move |(row, ..)| row.from == state && row.to == state && one(row));
    here.map(|(row, count, _)| (row, *count))
}

fn misused(walk: &Walk, state: &str) -> String {
    let here: Vec<String> = walk
        .misused
        .iter()
        .filter(|misuse| misuse.state == state)
        .map(|misuse| format!("{} {}", misuse.word, misuse.frames))
        .collect();
    match here.as_slice() {
        [] => String::new(),
        few if few.len() <= MISUSES => format!("!! {}", few.join(", ")),
        many => format!("!! {} ..", many.get(..MISUSES).unwrap_or_default().join(", ")),
    }
}

/// The way in words, for who does not see the drawing.
fn described(walk: &Walk, protocol: &Protocol, path: &[&str], catalog: &Catalog) -> String {
    let name = |state: &&str| catalog.word(format!("{}-state-{state}", protocol.id));
    let path: Vec<String> = path.iter().map(name).collect();
    let note =
        Note::new("report-states-path").with("path", path.join(" -> ")).with("misused", walk.misused.len());
    catalog.text(&note)
}
