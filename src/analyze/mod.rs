//! The pipeline driven: file → frames → segments → pieces → sessions → conversations.
//!
//! [`analyze`] reads a capture once, from front to back, and gives an [`Out`] every conversation as it is final and, at
//! the end, the capture with its account of frames. This folder owns what lies between the connections and the
//! protocols: probing, the stack of sessions of a connection, the `tcp.*` steps, names from DNS, and the fate of every
//! frame. A conversation that says what others said before is made from those (`twins.rs`). It knows no terminal and no
//! language.

use std::io::Read;

use crate::capture::{self, Item, Reader};
use crate::dialogue::{
    Capture, Conversation, Fate, Fates, Fault, Finding, Half, Message, Piece, Severity, Side, Time, Wanted,
};
use crate::flow::{self, Connection, Flows, Receiver, Repeat, Slot};
use crate::net::{Decoded, Decoder};
use crate::proto::{Texts, dns, tls};

mod channel;
mod ended;
mod events;
mod held;
mod lessons;
mod model;
mod names;
mod probing;
mod record;
mod shared;
mod speaking;
mod talk;
mod twins;

use names::Names;
use record::Repeated;
use shared::Shared;
use talk::Talk;
use twins::Twins;

/// Texts about connections, gaps and the capture file.
pub static TEXTS: Texts = Texts {
    zh: include_str!("text/zh.ftl"),
    en: include_str!("text/en.ftl"),
    ja: include_str!("text/ja.ftl"),
};

/// Who gets the results.
pub trait Out {
    /// The source is a capture; all that follows comes from it.
    fn opened(&mut self) {}
    /// A conversation that is over. Who does not keep it gives it back: what it is made of can be used again.
    fn conversation(&mut self, conversation: Box<Conversation>) -> Option<Box<Conversation>>;
    /// The capture, once its end is reached.
    fn capture(&mut self, capture: Capture);
    /// Reassembled bytes of a conversation, as they are known; only where [`Wanted::bytes`] asks for them.
    fn bytes(&mut self, _stream: u64, _side: Side, _piece: Piece<'_>) {}
    /// A message that has just ended, the one with this index in its conversation; only where [`Messages::Kept`] asks for
    /// it. Its bytes may be taken here, and are let go otherwise.
    ///
    /// [`Messages::Kept`]: crate::dialogue::Messages::Kept
    fn message(&mut self, _stream: u64, _index: usize, _message: &mut Message) {}
    /// A conversation that no filter lets pass: nothing more will come of it.
    fn passed_over(&mut self, _stream: u64) {}
    /// How far the file has been read, in (decompressed) bytes; called now and then.
    fn progress(&mut self, _offset: u64) {}
}

/// Bytes that all conversations together may hold: see [`Limits::held`].
const MAX_HELD: usize = 64 << 20;

/// Bounds over all connections.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Of connections, and of what waits in them for missing bytes.
    pub flow: flow::Limits,
    /// Bytes that are held until their protocol is recognised, or until a session takes them, with what keeping them
    /// costs. A conversation that asks for more is decided by what there is, or loses what its session left.
    pub held: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { flow: flow::Limits::default(), held: MAX_HELD }
    }
}

/// Frames between two calls of [`Out::progress`].
const PROGRESS_FRAMES: u64 = 65_536;

/// Reads a capture and gives what it holds to `out`.
///
/// # Errors
/// Only when the source is no capture or cannot be read at all. What is wrong inside a capture becomes findings.
pub fn analyze(
    source: Box<dyn Read + Send>,
    wanted: &Wanted,
    out: &mut dyn Out,
) -> Result<(), capture::Error> {
    analyze_within(source, wanted, Limits::default(), out)
}

/// The same within other bounds than the usual ones.
///
/// # Errors
/// As [`analyze`].
pub fn analyze_within(
    source: Box<dyn Read + Send>,
    wanted: &Wanted,
    limits: Limits,
    out: &mut dyn Out,
) -> Result<(), capture::Error> {
    let mut reader = capture::open(source)?;
    out.opened();
    // What this file brings is for this file.
    let wanted = &Wanted { secrets: wanted.secrets.of_file(), ..wanted.clone() };
    let mut analysis = Analysis {
        shared: Shared::new(wanted, out),
        talks: Vec::new(),
        names: Names::default(),
        fates: Fates::default(),
        first_time: None,
        last_time: None,
        findings: Vec::new(),
        limits,
        held_cost: 0,
        bad_secrets: 0,
        seen: lessons::Seen::default(),
        twins: Twins::default(),
    };
    let mut decoder = Decoder::default();
    let mut flows = Flows::new(limits.flow);
    analysis.read(&mut reader, &mut decoder, &mut flows);
    analysis.finish(reader, decoder, flows);
    Ok(())
}

/// Tunnels over UDP, by the ports of IANA's "Service Name and Transport Protocol Port Number Registry".
fn tunnel(port: u16) -> Option<&'static str> {
    Some(match port {
        1701 => "L2TP",
        2152 => "GTP-U",
        3544 => "Teredo",
        4500 => "ESP",
        4789 => "VXLAN",
        4790 => "VXLAN GPE",
        6081 => "Geneve",
        6635 => "MPLS",
        _ => return None,
    })
}

struct Analysis<'a> {
    shared: Shared<'a>,
    /// By slot: boxed once a connection carries payload, so that an idle one costs a pointer.
    talks: Vec<Option<Box<Talk>>>,
    names: Names,
    fates: Fates,
    first_time: Option<Time>,
    last_time: Option<Time>,
    findings: Vec<crate::dialogue::Finding>,
    limits: Limits,
    /// What is held in all conversations until it is recognised, or until the other side has moved.
    held_cost: usize,
    /// Lines of secrets blocks that are none.
    bad_secrets: usize,
    seen: lessons::Seen,
    twins: Twins,
}

impl Analysis<'_> {
    fn read(&mut self, reader: &mut Reader, decoder: &mut Decoder, flows: &mut Flows) {
        let mut latest = Time::default();
        let mut next_progress = PROGRESS_FRAMES;
        while let Some(item) = reader.next_item() {
            match item {
                Item::Frame(frame) => {
                    if let Some(time) = frame.time {
                        latest = time;
                        self.first_time = Some(self.first_time.map_or(time, |first| first.min(time)));
                        self.last_time = Some(self.last_time.map_or(time, |last| last.max(time)));
                    }
                    let length = frame.original_length;
                    let decoded = decoder.decode(frame.number, latest, frame.link_type, length, frame.bytes);
                    if let Decoded::Other(Fate::OtherLinkType, ..) = decoded {
                        *self.fates.link_types.entry(frame.link_type).or_default() += 1;
                    }
                    self.decoded(&decoded, flows);
                    if frame.number >= next_progress {
                        next_progress = frame.number + PROGRESS_FRAMES;
                        self.shared.out.progress(reader.offset());
                    }
                }
                Item::NoPacket { .. } => self.fates.add(Fate::NotIp, 1),
                Item::Name(address, name) => self.names.add_record(address, name),
                Item::Secrets(text) => {
                    let (lines, bad) = tls::keylog::read(text);
                    self.bad_secrets += bad.count;
                    self.shared.wanted.secrets.add(lines);
                }
            }
        }
    }

    fn decoded(&mut self, decoded: &Decoded<'_>, flows: &mut Flows) {
        match decoded {
            Decoded::Segment(segment) => flows.segment(segment, self),
            Decoded::Datagram(datagram) => {
                let ports = [datagram.source.port, datagram.destination.port];
                let is_dns = ports.iter().any(|port| dns::PORTS.contains(port));
                let names = if is_dns { dns::names(datagram.payload) } else { Vec::new() };
                let (fate, name) = match (is_dns, names.is_empty(), ports) {
                    (true, false, _) => (Fate::Names, "DNS"),
                    (true, true, _) => (Fate::NotTcp, "DNS"),
                    (false, _, ports) => match ports.into_iter().find_map(tunnel) {
                        Some(name) => (Fate::Tunnel, name),
                        None => (Fate::NotTcp, "other UDP"),
                    },
                };
                for (address, name) in names {
                    self.names.add_answer(address, name, datagram.frame);
                }
                self.fates.add(fate, datagram.frames);
                *self.fates.others.entry((fate, name)).or_default() += datagram.frames;
            }
            // Its packet's fate counts for it: when the packet is whole, or at the end.
            Decoded::Fragment(fragment) => {
                if let Some(fragment) = fragment {
                    flows.fragment(fragment);
                }
            }
            Decoded::Other(fate, name, frames) => {
                self.fates.add(*fate, *frames);
                *self.fates.others.entry((*fate, name)).or_default() += frames;
            }
        }
    }

    fn finish(mut self, reader: Reader, mut decoder: Decoder, mut flows: Flows) {
        let mut findings = std::mem::take(&mut self.findings);
        findings.extend(flows.finish(&mut self));
        let incomplete = decoder.finish(&mut findings);
        self.fates.add(Fate::FragmentIncomplete, incomplete);
        let frames = reader.frames();
        let mut about = reader.into_about();
        about.findings.extend(findings);
        if self.bad_secrets > 0 {
            let finding = Finding::new("capture.bad-secrets", Severity::Warning, Fault::Capture);
            about.findings.push(finding.with("count", self.bad_secrets));
        }
        about.findings.extend(self.names.finding());
        about.findings.extend(self.seen.findings().into_iter().filter(|_| self.shared.wanted.steps));
        let capture = Capture {
            format: about.format,
            compression: about.compression,
            frames,
            first_time: self.first_time,
            last_time: self.last_time,
            interfaces: about.interfaces,
            application: about.application,
            os: about.os,
            hardware: about.hardware,
            comments: about.comments,
            names: self.names.into_map(),
            fates: self.fates,
            findings: about.findings,
        };
        self.shared.out.capture(capture);
    }

    /// Counts the frames of a connection that is over.
    fn count(&mut self, connection: &Connection, conversation: &Conversation, asked_for: bool) {
        let counts = connection.counts();
        self.seen.add(conversation);
        if !asked_for {
            self.fates.add(Fate::NotAskedFor, counts.frames);
            return;
        }
        self.fates.add(Fate::Duplicate, counts.duplicates);
        self.fates.add(Fate::Retransmission, counts.retransmissions);
        self.fates.add(Fate::TcpWithoutData, counts.empty);
        self.fates.add(Fate::Unrecognised, counts.behind_fin);
        if conversation.protocols.is_empty() {
            self.fates.add(Fate::Unrecognised, counts.data);
            return;
        }
        let encrypted = conversation.encrypted_frames.min(counts.data);
        self.fates.add(Fate::Encrypted, encrypted);
        self.fates.add(Fate::Used, counts.data - encrypted);
        let mut left = counts.data - encrypted;
        for &(protocol, frames) in conversation.used.iter().rev() {
            let frames = frames.min(left);
            left -= frames;
            *self.fates.used_by.entry(protocol).or_default() += frames;
        }
        // Frames that no session saw (given up before): the first protocol's.
        if let (Some(&(protocol, _)), true) = (conversation.used.first(), left > 0) {
            *self.fates.used_by.entry(protocol).or_default() += left;
        }
    }
}

impl Receiver for Analysis<'_> {
    fn opened(&mut self, slot: Slot, connection: &Connection) -> bool {
        if self.talks.len() <= slot {
            self.talks.resize_with(slot + 1, || None);
        }
        let ends = connection.ends.map(|end| (end.address, end.port));
        self.shared.wanted.only.admits(connection.stream, ends)
    }

    fn piece(&mut self, slot: Slot, connection: &Connection, from: Half, piece: Piece<'_>) {
        let Some(place) = self.talks.get_mut(slot) else { return };
        if place.is_none() {
            if matches!(piece, Piece::End(_)) {
                return;
            }
            *place = Some(self.shared.talk(connection));
        }
        if let Some(talk) = place.as_mut() {
            let before = talk.accounted as usize;
            talk.piece(connection, from, piece, &mut self.shared);
            let mut after = talk.held_cost();
            let limit = self.limits.held;
            if after == before && self.held_cost <= limit {
                return;
            }
            if self.held_cost + after > limit + before {
                talk.hold_no_more(connection, limit, &mut self.shared);
                after = talk.held_cost();
            }
            self.held_cost = (self.held_cost + after).saturating_sub(before);
            talk.accounted = u32::try_from(after).unwrap_or(u32::MAX);
        }
    }

    fn repeated(&mut self, slot: Slot, from: Half, span: (u64, u64), frame: u64, what: Repeat) {
        if let Some(Some(talk)) = self.talks.get_mut(slot) {
            talk.repeated(Repeated { half: from, span, frame, what }, &mut self.shared);
        }
    }

    fn closed(&mut self, slot: Slot, connection: &Connection) {
        let talk = self.talks.get_mut(slot).and_then(Option::take);
        self.held_cost =
            self.held_cost.saturating_sub(talk.as_ref().map_or(0, |talk| talk.accounted as usize));
        let ends = connection.ends.map(|end| (end.address, end.port));
        if !self.shared.wanted.only.admits(connection.stream, ends) {
            self.fates.add(Fate::NotAskedFor, connection.counts().frames);
            self.seen.passed_over();
            self.shared.out.passed_over(connection.stream);
            return;
        }
        let mut talk = talk.unwrap_or_else(|| self.shared.talk(connection));
        let mut conversation = talk.finish(connection, &self.names, &mut self.twins, &mut self.shared);
        self.shared.leave(talk);
        if self.shared.wanted.steps {
            conversation.findings.extend(lessons::name(&conversation));
        }
        let start = self.first_time.unwrap_or_default();
        let asked_for = self.shared.wanted.only.let_pass(&conversation, start);
        self.count(connection, &conversation, asked_for);
        let back = if asked_for {
            self.shared.out.conversation(conversation)
        } else {
            self.shared.out.passed_over(connection.stream);
            Some(conversation)
        };
        if let Some(left) = self.twins.take_back(back) {
            self.shared.reuse(left);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::tunnel;

    #[test]
    fn tunnels_over_udp_are_named_whichever_side_has_the_port() {
        for (port, name) in
            [(4789, "VXLAN"), (6081, "Geneve"), (2152, "GTP-U"), (3544, "Teredo"), (4500, "ESP")]
        {
            assert_eq!([50_000, port].into_iter().find_map(tunnel), Some(name));
            assert_eq!([port, 50_000].into_iter().find_map(tunnel), Some(name));
        }
        assert_eq!([53, 5353].into_iter().find_map(tunnel), None);
    }
}
