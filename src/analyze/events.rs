//! The `tcp.*` steps: how a connection began and how it ended.

use crate::dialogue::{
    Arg, Closing as How, Ending, Finding, Frames, Half, Mark, Note, Opening, Place, Severity, Side, Step,
};
use crate::dialogue::{Fault, GapCause};
use crate::flow::Connection;

use super::record::{Record, SeenGaps};

/// The end of a connection while it is coming: a FIN is told as an event of its own only when something follows it,
/// else with the other side's FIN in one row.
#[derive(Default)]
pub(super) struct Closing {
    /// The FIN that was not told yet.
    waiting: Option<(Side, Place)>,
    /// Sides whose FIN was told already.
    pub(super) told: [bool; 2],
}

impl Closing {
    /// When the FINs of these sides were told, and nothing more follows.
    pub(super) fn after(told: [bool; 2]) -> Closing {
        Closing { waiting: None, told }
    }

    /// A side's bytes end.
    pub(super) fn ending(&mut self, side: Side, ending: Ending) {
        if let Ending::Fin(place) = ending
            && self.waiting.is_none()
        {
            self.waiting = Some((side, place));
        }
    }

    /// Something follows: the event that has to be told before it.
    pub(super) fn before_step(&mut self) -> Option<Step> {
        let (side, place) = self.waiting.take()?;
        if let Some(told) = self.told.get_mut(side.index()) {
            *told = true;
        }
        let mut step = event("tcp.fin", Note::new("tcp-label-fin").with("side", side_name(side)));
        step.frames = Frames::one(place.frame);
        step.time = Some(place.time);
        step.side = Some(side);
        Some(step)
    }
}

fn event(kind: &'static str, label: Note) -> Step {
    let mut step = Step::new("tcp", kind, None, Mark::Event);
    step.label = Some(Arg::from(label));
    step
}

/// The word that texts select on.
pub(super) fn side_name(side: Side) -> &'static str {
    match side {
        Side::Client => "client",
        Side::Server => "server",
    }
}

/// How much of the three-way handshake was seen.
pub(super) fn opening(connection: &Connection) -> Opening {
    match connection.syn().map(|syn| syn.steps) {
        Some([Some(_), Some(_), _]) => Opening::Complete,
        Some(_) => Opening::Partial,
        None => Opening::NotCaptured,
    }
}

/// The first step of a conversation.
pub(super) fn begin(connection: &Connection, protocol: Option<&str>) -> Step {
    let Some(syn) = connection.syn() else {
        return event("tcp.running", Note::new("tcp-label-running").with("frame", connection.first.0))
            .noted(Note::new("tcp-running"));
    };
    // The third step may be in the first segment with data, or captured before the second.
    let [request, answer, _] = syn.steps;
    let label = match (request, answer) {
        (Some(_), Some(_)) => Note::new("tcp-label-open"),
        (Some(_), None) if connection.counts().data == 0 => Note::new("tcp-label-syn"),
        _ => Note::new("tcp-label-open-partly"),
    };
    let mut step = event("tcp.open", label);
    step.frames = syn.frames();
    step.time = syn.steps.iter().flatten().map(|step| step.1).min();
    if let (Some(_), Some(protocol)) = (answer, protocol) {
        step.notes.push(Note::new("tcp-open").with("protocol", protocol));
    }
    step
}

/// How the connection ended, and by whom.
pub(super) fn closing(connection: &Connection, client: Half) -> (How, Option<Side>) {
    let side = |half: Half| if half == client { Side::Client } else { Side::Server };
    // By time, not by frame number: a capture may hold frames out of order.
    let when = |place: Place| (place.time, place.frame);
    let fins = [Half::A, Half::B].map(|half| connection.fin(half).map(|place| (when(place), half)));
    let first_fin = fins.into_iter().flatten().min_by_key(|fin| fin.0);
    match (connection.reset(), first_fin) {
        (reset, Some((fin, half))) if reset.is_none_or(|reset| when(reset.1) > fin) => {
            (How::Fin, Some(side(half)))
        }
        (Some((half, _)), _) => (How::Reset, Some(side(half))),
        _ => (How::Open, None),
    }
}

/// The last step of a conversation.
pub(super) fn end(record: &mut Record, connection: &Connection, client: Half) {
    let (how, by) = closing(connection, client);
    let half_of = |side: Side| if side == Side::Client { client } else { client.other() };
    let fin = |side: Side| connection.fin(half_of(side));
    let told = record.closing.told;
    record.closing.waiting = None;
    let last_time = connection.last.1;
    let reset = connection.reset();
    let step = match how {
        How::Open if connection.put_aside() => event("tcp.put-aside", Note::new("tcp-label-put-aside")),
        How::Open if connection.counts().data == 0 && connection.syn().is_some() => return,
        How::Open => event("tcp.unfinished", Note::new("tcp-label-unfinished")),
        How::Reset => {
            let Some((half, place)) = reset else { return };
            let side = if half == client { Side::Client } else { Side::Server };
            let mut step = event("tcp.reset", Note::new("tcp-label-reset").with("side", side_name(side)));
            step.frames = Frames::one(place.frame);
            step.time = Some(place.time);
            step.notes.push(Note::new("tcp-reset"));
            step
        }
        How::Fin => {
            let Some(by) = by else { return };
            let both = fin(Side::Client).is_some() && fin(Side::Server).is_some();
            let untold: Vec<Side> = [Side::Client, Side::Server]
                .into_iter()
                .filter(|side| fin(*side).is_some() && !told.get(side.index()).copied().unwrap_or(false))
                .collect();
            let mut step = event("tcp.close", Note::new("tcp-label-close").with("side", side_name(by)));
            match untold.as_slice() {
                [] => {
                    if let Some((half, place)) = reset.filter(|_| !both) {
                        let side = if half == client { Side::Client } else { Side::Server };
                        let label = Note::new("tcp-label-reset").with("side", side_name(side));
                        let mut step = event("tcp.reset", label);
                        step.frames = Frames::one(place.frame);
                        step.time = Some(place.time);
                        step.notes.push(Note::new("tcp-reset-after-fin"));
                        record.push_step(step);
                    }
                    return;
                }
                [one] if both => {
                    step = event("tcp.close", Note::new("tcp-label-fin").with("side", side_name(*one)));
                    step.notes.push(Note::new("tcp-close-both"));
                }
                _ if both => step.notes.push(Note::new("tcp-close-both")),
                _ => match reset {
                    Some((_, place)) => {
                        step.notes.push(Note::new("tcp-close-then-reset").with("frame", place.frame));
                    }
                    None => step.notes.push(Note::new("tcp-close-one").with("side", side_name(by.other()))),
                },
            }
            let first = untold.iter().filter_map(|side| fin(*side)).min_by_key(|place| place.frame);
            step.frames = connection.closing_frames(first.map_or(0, |place| place.frame));
            step.time = first.map(|place| place.time).or(Some(last_time));
            step
        }
    };
    record.push_step(step);
}

/// One finding per cause of the gaps.
pub(super) fn gap_findings(record: &mut Record, unseen: Option<Side>) {
    if record.gaps.is_empty() {
        return;
    }
    let mut gaps = std::mem::take(&mut record.gaps);
    for cause in [
        GapCause::NotCaptured,
        GapCause::CutBySnaplen,
        GapCause::FragmentMissing,
        GapCause::Lost,
        GapCause::Unknown,
    ] {
        let Some(at) = gaps.iter().position(|gaps| gaps.cause == cause) else { continue };
        let SeenGaps { frames, count, bytes, .. } = gaps.swap_remove(at);
        let ([client_count, server_count], [client_bytes, server_bytes]) = (count, bytes);
        // Of a side that is not in the file at all every byte is missing, and that is said already.
        let elsewhere = match unseen {
            Some(Side::Client) => server_count,
            Some(Side::Server) => client_count,
            None => client_count + server_count,
        };
        let severity = if elsewhere == 0 { Severity::Note } else { Severity::Error };
        let fault = match cause {
            GapCause::Lost => Fault::Network,
            GapCause::Unknown => Fault::Unknown,
            _ => Fault::Capture,
        };
        record.add_finding(
            Finding::new("tcp.gap", severity, fault)
                .at(frames)
                .with("cause", cause.id())
                .with("clientgaps", client_count)
                .with("clientbytes", client_bytes)
                .with("servergaps", server_count)
                .with("serverbytes", server_bytes),
        );
    }
}
