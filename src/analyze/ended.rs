//! A connection that is over: what was written down of it becomes its conversation.

use std::borrow::Cow;

use crate::dialogue::{
    Arg, Bytes, Conversation, Fault, Finding, Frames, GapCause, Half, Lost, Mss, Note, Opening, Party,
    Severity, Side, Step, TcpFacts, Wanted,
};
use crate::flow::{Connection, Repeat};
use crate::proto::{by_id, plain};

use super::events;
use super::names::Names;
use super::record::Record;

pub(super) struct Ended {
    pub(super) record: Record,
    pub(super) opening_bytes: Vec<u8>,
}

impl Ended {
    /// The first bytes of a conversation that no protocol claims, what stands behind a word of a login hidden.
    fn opening_text(&self, reveal: bool) -> String {
        plain::masked(&self.opening_bytes, reveal)
    }

    /// Adds repeated frames to the steps whose bytes they repeat.
    fn match_repeats(&mut self, client: Half) {
        if self.record.repeats.is_empty() {
            return;
        }
        let mut by_side: [Vec<(u64, u64, usize)>; 2] = Default::default();
        for (index, step) in self.record.conversation.steps.iter().enumerate() {
            if let (Some(side), Some((from, to))) = (step.side, step.span)
                && let Some(list) = by_side.get_mut(side.index())
            {
                list.push((from, to, index));
            }
        }
        for list in &mut by_side {
            list.sort_unstable();
        }
        for repeat in std::mem::take(&mut self.record.repeats) {
            let side = if repeat.half == client { Side::Client } else { Side::Server };
            let Some(list) = by_side.get(side.index()) else { continue };
            let behind = list.partition_point(|entry| entry.0 <= repeat.span.0);
            let Some(&(_, to, index)) = behind.checked_sub(1).and_then(|at| list.get(at)) else { continue };
            let Some(step) = self.record.conversation.steps.get_mut(index).filter(|_| repeat.span.0 < to)
            else {
                continue;
            };
            step.frames.add(repeat.frame);
            match repeat.what {
                Repeat::Duplicate => step.copies.add(repeat.frame),
                Repeat::Retransmission => step.resent.add(repeat.frame),
                Repeat::Conflict => {
                    step.resent.add(repeat.frame);
                    let finding = Finding::new("tcp.conflict", Severity::Warning, Fault::Sender)
                        .at(Frames::one(repeat.frame))
                        .with("first", &Frames::one(step.frames.first().unwrap_or(0)));
                    self.record.add_finding(finding);
                }
            }
        }
        for step in &mut self.record.conversation.steps {
            // A body or a typed line may have many; their number is in the conversation's account.
            if !step.resent.is_empty() {
                step.notes.push(Note::new("tcp-resent").with("frames", &step.resent));
            }
            if !step.copies.is_empty() {
                step.notes.push(Note::new("tcp-copied").with("frames", &step.copies));
            }
        }
    }

    /// What is known of the conversation when it is over.
    pub(super) fn conversation(
        mut self,
        connection: &Connection,
        client: Half,
        names: &Names,
        wanted: &Wanted,
    ) -> Box<Conversation> {
        self.match_repeats(client);
        let counts = connection.counts();
        let tcp = tcp_facts(connection, client);
        let health = health(connection, &tcp);
        self.findings(connection, client, &tcp);
        if wanted.words {
            self.summary(&tcp);
        }
        let expected = self.plain_on_tls_port(connection.end(client.other()).port);
        self.record.tell_bounds();
        let opening_bytes =
            self.record.conversation.protocols.is_empty().then(|| self.opening_text(wanted.reveal));
        let said = opening_bytes.as_deref().unwrap_or_default();
        let outcome = match (opening_bytes.is_some(), counts.data) {
            (true, 0) => Some(nothing_said(connection)),
            (true, _) if expected => {
                let name = plain::protocol(&self.opening_bytes).unwrap_or("none");
                Some(Note::new("tcp-outcome-plain").with("protocol", name).with("bytes", said))
            }
            (true, _) => Some(match plain::tunnel(&self.opening_bytes) {
                Some(kind) => Note::new("tcp-outcome-tunnel").with("kind", kind).with("bytes", said),
                None => Note::new("tcp-outcome-unrecognised").with("bytes", said),
            }),
            _ => None,
        };
        let mut conversation = self.record.conversation;
        if let Some(outcome) = outcome {
            conversation.outcome = [outcome].into();
        }
        if let (true, Some(id)) = (conversation.title.is_empty(), conversation.protocols.first()) {
            conversation.title = Cow::Borrowed(by_id(id).map_or("", |protocol| protocol.name));
        }
        conversation.opening_bytes = opening_bytes;
        conversation.stream = connection.stream;
        conversation.first_frame = connection.first.0;
        conversation.last_frame = connection.last.0;
        conversation.start = connection.first.1;
        conversation.nanos = connection.last.1.nanos_since(connection.first.1);
        conversation.frames = counts.frames;
        conversation.tcp = tcp;
        conversation.health = health;
        name(&mut conversation.client, connection, client, names);
        name(&mut conversation.server, connection, client.other(), names);
        conversation
    }

    /// Text where TLS is spoken from the first byte: says so, and whether that is so.
    fn plain_on_tls_port(&mut self, port: u16) -> bool {
        let tls = by_id("tls").is_some_and(|tls| tls.ports.contains(&port));
        let first = self.record.conversation.protocols.first().and_then(|id| by_id(id));
        let name = match first {
            Some(first) if first.id == "tls" => return false,
            Some(first) => Some(first.name),
            None => plain::protocol(&self.opening_bytes),
        };
        let Some(name) = name.filter(|_| tls) else { return false };
        self.record.add_finding(
            Finding::new("tcp.plain-on-tls-port", Severity::Warning, Fault::Sender)
                .with("port", u64::from(port).to_string())
                .with("protocol", name),
        );
        true
    }

    /// Of a side that is not in the file at all, the same sentence stands at every hole: the first one is enough.
    fn explain_once(&mut self, unseen: Option<Side>) {
        let holes = |step: &&mut Step| step.kind == "tcp.gap" && step.side == unseen;
        for step in
            self.record.conversation.steps.iter_mut().filter(|_| unseen.is_some()).filter(holes).skip(1)
        {
            step.notes.retain(|note| note.key != "tcp-gap-cause");
        }
    }

    fn findings(&mut self, connection: &Connection, client: Half, tcp: &TcpFacts) {
        let cut = self.record.gaps.iter().any(|gap| gap.cause == GapCause::CutBySnaplen);
        let side = |half: Half| if half == client { Side::Client } else { Side::Server };
        let unseen = [Half::A, Half::B]
            .into_iter()
            .find(|&half| !connection.direction(half).seen && connection.direction(half.other()).bytes > 0)
            .map(side);
        events::gap_findings(&mut self.record, unseen);
        self.explain_once(unseen);
        for half in [Half::A, Half::B] {
            let (this, other) = (connection.direction(half), connection.direction(half.other()));
            if !this.seen && other.bytes > 0 {
                self.record.add_finding(
                    Finding::new("tcp.one-sided", Severity::Error, Fault::Capture)
                        .with("side", events::side_name(side(half)))
                        .with("bytes", connection.lost(half)),
                );
            }
            // The receiver's MSS bounds what a segment may carry.
            let limit = other.mss.map(u32::from);
            if let Some(limit) = limit.filter(|&limit| this.largest > limit && !cut) {
                self.record.add_finding(
                    Finding::new("tcp.offload", Severity::Note, Fault::Capture)
                        .with("bytes", u64::from(this.largest))
                        .with("mss", u64::from(limit)),
                );
            }
        }
        if let Some(behind) = connection.behind_fin() {
            let [a, b] = behind.bytes;
            self.record.add_finding(
                Finding::new("tcp.data-behind-fin", Severity::Warning, Fault::Sender)
                    .at(behind.frames.clone())
                    .with("bytes", a + b),
            );
        }
        if let Some(frame) = connection.false_fin() {
            self.record.add_finding(
                Finding::new("tcp.false-fin", Severity::Warning, Fault::Sender)
                    .at(Frames::one(frame))
                    .with("frame", frame),
            );
        }
        if let Some(limit) = connection.bound_met() {
            self.record.add_finding(
                Finding::new("tcp.stopped-waiting", Severity::Error, Fault::Wiretale).with("limit", limit),
            );
        }
        if connection.put_aside() {
            self.record.add_finding(
                Finding::new("tcp.put-aside", Severity::Error, Fault::Wiretale)
                    .at(Frames::one(connection.last.0)),
            );
        }
        if tcp.opening == Opening::NotCaptured && connection.counts().data > 0 {
            self.record.add_finding(
                Finding::new("tcp.late-start", Severity::Warning, Fault::Capture)
                    .at(Frames::one(connection.first.0)),
            );
        }
        if tcp.duplicates > 0 {
            self.record.add_finding(
                Finding::new("tcp.duplicates", Severity::Note, Fault::Capture).with("frames", tcp.duplicates),
            );
        }
    }

    fn summary(&mut self, tcp: &TcpFacts) {
        if self.record.conversation.protocols.is_empty() {
            return;
        }
        let missing = tcp.lost.client + tcp.lost.server;
        let summary = &mut self.record.conversation.summary;
        summary.push(match missing {
            0 => Note::new("tcp-summary-whole"),
            bytes => Note::new("tcp-summary-missing").with("bytes", bytes),
        });
        summary.push(match tcp.retransmissions {
            0 => Note::new("tcp-summary-no-resent"),
            frames => Note::new("tcp-summary-resent").with("frames", Arg::from(frames)),
        });
        if tcp.out_of_order > 0 {
            summary.push(Note::new("tcp-summary-order").with("frames", tcp.out_of_order));
        }
    }
}

/// The end of a connection, with the name that the session did not tell.
fn name(party: &mut Party, connection: &Connection, half: Half, names: &Names) {
    let end = connection.end(half);
    (party.address, party.port) = (end.address, end.port);
    if party.name.is_none()
        && let Some((name, source)) = names.of(end.address, connection.first.0)
    {
        (party.name, party.name_source) = (Some(name), Some(source));
    }
}

fn tcp_facts(connection: &Connection, client: Half) -> TcpFacts {
    let [of_client, of_server] = [client, client.other()].map(|half| connection.direction(half));
    let (closing, closed_by) = events::closing(connection, client);
    let counts = connection.counts();
    TcpFacts {
        opening: events::opening(connection),
        closing,
        closed_by,
        rtt: connection.syn().and_then(|syn| syn.round_trip()).map(|nanos| nanos as f64 / 1e9),
        mss: Mss { client: of_client.mss, server: of_server.mss },
        bytes: Bytes { client: of_client.bytes, server: of_server.bytes },
        retransmissions: counts.retransmissions,
        out_of_order: counts.out_of_order,
        duplicates: counts.duplicates,
        overlaps: counts.conflicts,
        lost: Lost { client: connection.lost(client), server: connection.lost(client.other()) },
    }
}

/// Why a connection carried nothing.
fn nothing_said(connection: &Connection) -> Note {
    let steps = connection.syn().map(|syn| syn.steps);
    match (steps, connection.reset()) {
        (Some([Some(_), None, _]), Some(_)) => Note::new("tcp-outcome-refused"),
        (Some([Some(_), None, _]), None) => Note::new("tcp-outcome-unanswered"),
        (_, Some(_)) => Note::new("tcp-outcome-reset"),
        _ => Note::new("tcp-outcome-empty"),
    }
}

fn health(connection: &Connection, tcp: &TcpFacts) -> &'static str {
    let silent_side = connection.directions().iter().any(|direction| !direction.seen);
    let answered = connection.syn().is_none_or(|syn| syn.steps.iter().skip(1).any(Option::is_some));
    if silent_side && connection.counts().data > 0 && answered {
        "one-sided"
    } else if tcp.lost.client + tcp.lost.server > 0 {
        "gaps"
    } else if tcp.opening != Opening::Complete && connection.counts().data > 0 {
        "late"
    } else {
        "ok"
    }
}
