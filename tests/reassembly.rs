//! TCP reassembly against a stupid oracle: a byte that was seen is where its sequence number says, the first copy counts,
//! and what nobody saw is a hole.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr};

use proptest::prelude::*;
use wiretale::dialogue::{Ending, Half, Piece, Time};
use wiretale::flow::{Connection, Flows, Limits, Receiver, Repeat, Slot};
use wiretale::net::{Endpoint, Segment};

const CLIENT: Endpoint = Endpoint { address: IpAddr::V4(Ipv4Addr::new(192, 168, 1, 10)), port: 50_025 };
const SERVER: Endpoint = Endpoint { address: IpAddr::V4(Ipv4Addr::new(10, 0, 0, 25)), port: 25 };

/// What came out of one side.
#[derive(Debug, Default)]
struct Stream {
    bytes: Vec<Option<u8>>,
    ended: bool,
    finished: bool,
}

#[derive(Debug, Default)]
struct Collected {
    streams: HashMap<Slot, [Stream; 2]>,
    /// The connection that began last.
    slot: Slot,
    /// In which order: whose turn, and the offset behind the piece.
    order: Vec<(Half, u64)>,
    conflicts: usize,
    /// Streams that were put aside, in that order; streams that stopped waiting; bytes behind a FIN.
    aside: Vec<u64>,
    stopped: Vec<u64>,
    behind: u64,
    closed: Vec<(u64, [u64; 2], [u64; 2])>,
    opened: usize,
}

impl Collected {
    fn streams(&self) -> &[Stream; 2] {
        &self.streams[&self.slot]
    }
}

impl Receiver for Collected {
    fn opened(&mut self, slot: Slot, _: &Connection) -> bool {
        self.opened += 1;
        self.streams.insert(slot, Default::default());
        self.slot = slot;
        true
    }

    fn piece(&mut self, slot: Slot, connection: &Connection, from: Half, piece: Piece<'_>) {
        let stream = &mut self.streams.get_mut(&slot).unwrap()[from.index()];
        let taken_back = connection.false_fin().is_some();
        assert!(
            !stream.finished || taken_back || matches!(piece, Piece::End(_)),
            "something behind a FIN: {piece:?}"
        );
        match piece {
            Piece::Bytes(bytes, place) => {
                assert_eq!(place.offset, stream.bytes.len() as u64, "bytes at the wrong offset");
                stream.bytes.extend(bytes.iter().copied().map(Some));
            }
            Piece::Gap(gap) => {
                assert!(gap.len > 0, "an empty gap");
                assert_eq!(gap.at.offset, stream.bytes.len() as u64, "a gap at the wrong offset");
                stream.bytes.extend((0..gap.len).map(|_| None));
            }
            Piece::End(ending) => {
                stream.ended = true;
                stream.finished |= matches!(ending, Ending::Fin(_));
            }
        }
        let len = stream.bytes.len() as u64;
        self.order.push((from, len));
    }

    fn repeated(&mut self, _: Slot, _: Half, span: (u64, u64), _: u64, what: Repeat) {
        assert!(span.0 < span.1);
        self.conflicts += usize::from(what == Repeat::Conflict);
    }

    fn closed(&mut self, _: Slot, connection: &Connection) {
        let [a, b] = connection.directions();
        let lost = [Half::A, Half::B].map(|half| connection.lost(half));
        if connection.put_aside() {
            self.aside.push(connection.stream);
        }
        if connection.bound_met().is_some() {
            self.stopped.push(connection.stream);
        }
        self.behind += connection.behind_fin().map_or(0, |behind| behind.bytes[0] + behind.bytes[1]);
        self.closed.push((connection.counts().frames, [a.bytes, b.bytes], lost));
    }
}

/// A capture of one connection, segment by segment.
struct Stage {
    flows: Flows,
    out: Collected,
    frame: u64,
    isn: [u32; 2],
    client: Endpoint,
    findings: Vec<&'static str>,
}

impl Stage {
    fn new(isn: [u32; 2]) -> Self {
        Stage::within(Limits::default(), isn)
    }

    fn within(limits: Limits, isn: [u32; 2]) -> Self {
        let (flows, out) = (Flows::new(limits), Collected::default());
        Stage { flows, out, frame: 0, isn, client: CLIENT, findings: Vec::new() }
    }

    fn opened(isn: [u32; 2]) -> Self {
        let mut stage = Stage::new(isn);
        stage.open(CLIENT.port);
        stage
    }

    /// The handshake of a connection from this port; what is sent from here on is sent on it.
    fn open(&mut self, port: u16) {
        self.client.port = port;
        self.send(Half::A, |segment| segment.syn = true, 0, None, &[]);
        self.send(Half::B, |segment| segment.syn = true, 0, Some(0), &[]);
        self.send(Half::A, |_| {}, 0, Some(0), &[]);
    }

    /// `offset` and `acknowledged` count bytes of the streams; a SYN stands before them.
    fn send(
        &mut self,
        from: Half,
        change: impl Fn(&mut Segment<'_>),
        offset: usize,
        acknowledged: Option<usize>,
        payload: &[u8],
    ) {
        self.frame += 1;
        let (source, destination) =
            if from == Half::A { (self.client, SERVER) } else { (SERVER, self.client) };
        let number =
            |half: Half, offset: usize| self.isn[half.index()].wrapping_add(1).wrapping_add(offset as u32);
        let mut segment = Segment {
            frame: self.frame,
            time: Time::from_nanos(i128::from(self.frame) * 1_000_000),
            frames: 1,
            source,
            destination,
            sequence: number(from, offset),
            acknowledgement: acknowledged.map(|bytes| number(from.other(), bytes)),
            syn: false,
            fin: false,
            rst: false,
            mss: None,
            payload,
            cut: 0,
            fingerprint: self.frame * 2 + 1,
            identified: true,
        };
        change(&mut segment);
        if segment.syn {
            segment.sequence = segment.sequence.wrapping_sub(1);
        }
        self.flows.segment(&segment, &mut self.out);
    }

    fn data(&mut self, from: Half, offset: usize, acknowledged: Option<usize>, payload: &[u8]) {
        self.send(from, |_| {}, offset, acknowledged, payload);
    }

    fn finish(self) -> Collected {
        self.finish_with_findings().0
    }

    fn finish_with_findings(mut self) -> (Collected, Vec<&'static str>) {
        self.findings = self.flows.finish(&mut self.out).iter().map(|finding| finding.code).collect();
        assert_eq!(self.out.closed.iter().map(|closed| closed.0).sum::<u64>(), self.frame, "frames are lost");
        (self.out, self.findings)
    }

    fn text(&self, half: Half) -> String {
        self.out.streams()[half.index()].bytes.iter().map(|byte| byte.map_or('?', char::from)).collect()
    }
}

/// One segment of the client: where, how long, and which copy of its bytes.
#[derive(Clone, Debug)]
struct Sent {
    offset: usize,
    bytes: Vec<u8>,
}

const LENGTH: usize = 400;

fn any_segments() -> impl Strategy<Value = Vec<Sent>> {
    let one = (0..LENGTH, 1usize..60, any::<u8>()).prop_map(|(offset, length, value)| {
        let length = length.min(LENGTH - offset);
        Sent { offset, bytes: (0..length).map(|at| value.wrapping_add(at as u8)).collect() }
    });
    prop::collection::vec(one, 1..40)
}

fn any_isn() -> impl Strategy<Value = u32> {
    prop_oneof![any::<u32>(), (0u32..LENGTH as u32).prop_map(|back| u32::MAX - back)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_first_copy_of_every_byte_comes_out_and_holes_are_where_none_came(
        sent in any_segments(),
        isn in [any_isn(), any_isn()],
        acknowledged in prop::bool::ANY,
    ) {
        let mut oracle: Vec<Option<u8>> = vec![None; LENGTH];
        let mut stage = Stage::opened(isn);
        for segment in &sent {
            for (at, byte) in segment.bytes.iter().enumerate() {
                oracle[segment.offset + at].get_or_insert(*byte);
            }
            stage.data(Half::A, segment.offset, Some(0), &segment.bytes);
        }
        if acknowledged {
            stage.data(Half::B, 0, Some(LENGTH), b"!");
        } else {
            while oracle.last() == Some(&None) {
                oracle.pop();
            }
        }
        let out = stage.finish();
        prop_assert_eq!(&out.streams()[0].bytes, &oracle);
        let lost = oracle.iter().filter(|byte| byte.is_none()).count() as u64;
        prop_assert_eq!(out.closed[0].1[0], oracle.len() as u64 - lost);
        prop_assert_eq!(out.closed[0].2[0], lost);
        if acknowledged {
            // The answer to all of it is the last that comes out.
            prop_assert_eq!(out.order.last(), Some(&(Half::B, 1)));
        }
    }

    #[test]
    fn both_sides_come_out_in_the_order_of_cause_and_effect(
        turns in prop::collection::vec((prop::bool::ANY, 1usize..50), 1..40),
        isn in [any_isn(), any_isn()],
        places in prop::collection::vec(0usize..12, 40),
    ) {
        // A dialogue: every segment acknowledges all that came before it.
        let mut sent = [0usize; 2];
        let mut segments = Vec::new();
        for (index, (server, length)) in turns.iter().enumerate() {
            let half = if *server { Half::B } else { Half::A };
            let bytes: Vec<u8> = (0..*length).map(|at| (index * 7 + at) as u8).collect();
            segments.push((half, sent[half.index()], sent[half.other().index()], bytes));
            sent[half.index()] += length;
        }
        let truth: Vec<(Half, u64)> =
            segments.iter().map(|(half, offset, _, bytes)| (*half, (offset + bytes.len()) as u64)).collect();
        // Captured up to a dozen places from where they belong.
        let mut shuffled: Vec<_> = segments.into_iter().enumerate().collect();
        shuffled.sort_by_key(|(index, _)| index + places[index % places.len()]);
        let mut stage = Stage::opened(isn);
        for (_, (half, offset, acknowledged, bytes)) in shuffled {
            stage.data(half, offset, Some(acknowledged), &bytes);
        }
        let out = stage.finish();
        prop_assert_eq!(out.order, truth);
        prop_assert_eq!(out.closed[0].2, [0, 0]);
    }

    #[test]
    fn any_segments_of_both_sides_end_and_lose_no_frame(
        segments in prop::collection::vec(
            (prop::bool::ANY, 0usize..3000, prop::option::of(0usize..3000), 0usize..40, 0u8..16, any::<u8>()),
            0..120,
        ),
        isn in [any_isn(), any_isn()],
    ) {
        let mut stage = Stage::new(isn);
        for (server, offset, acknowledged, length, flags, value) in segments {
            let half = if server { Half::B } else { Half::A };
            let bytes = vec![value; length];
            let change = |segment: &mut Segment<'_>| {
                segment.fin = flags == 1;
                segment.rst = flags == 2;
                segment.syn = flags == 3;
            };
            stage.send(half, change, offset, acknowledged, &bytes);
        }
        let frames = stage.frame;
        let out = stage.finish();
        prop_assert!(frames == 0 || !out.closed.is_empty());
    }
}

#[test]
fn an_acknowledged_hole_is_waited_for_and_then_declared() {
    let mut stage = Stage::opened([1, 1]);
    stage.data(Half::A, 0, Some(0), b"before ");
    // "lost " is missing; the server acknowledges it and goes on.
    let mut at = 12;
    let mut waited = 0;
    while stage.text(Half::A) == "before " {
        stage.data(Half::A, at, Some(0), b"x");
        stage.data(Half::B, waited, Some(at + 1), b"y");
        at += 1;
        waited += 1;
        assert!(waited < 2000, "a hole that was acknowledged long ago still holds everything back");
    }
    assert!(waited >= 8, "declared after {waited} segments: too soon for a capture that reorders");
    let text = stage.text(Half::A);
    assert!(text.starts_with("before ?????x"), "{text}");
}

#[test]
fn what_waits_is_bounded_even_when_nobody_acknowledges() {
    let mut stage = Stage::opened([1, 1]);
    let chunk = vec![b'z'; 1000];
    let mut at = 1;
    while stage.out.streams()[0].bytes.is_empty() {
        stage.data(Half::A, at, Some(0), &chunk);
        at += chunk.len();
        assert!(at < 8 << 20, "eight megabytes wait for one byte");
    }
    assert_eq!(stage.text(Half::A).get(..2), Some("?z"));
}

#[test]
fn two_sides_that_wait_for_each_other_are_both_given_out() {
    let mut stage = Stage::opened([1, 1]);
    // Each acknowledges the other's bytes: as no TCP sends it, and as damage makes it.
    stage.data(Half::A, 0, Some(5), b"hello");
    stage.data(Half::B, 0, Some(5), b"world");
    let out = stage.finish();
    assert_eq!(out.order, [(Half::A, 5), (Half::B, 5)]);
    assert_eq!(out.closed[0].2, [0, 0]);
}

#[test]
fn a_fin_before_the_data_in_front_of_it_loses_nothing() {
    let mut stage = Stage::opened([u32::MAX - 3, 9]);
    stage.send(Half::A, |segment| segment.fin = true, 10, Some(0), &[]);
    stage.data(Half::A, 5, Some(0), b"fghij");
    stage.data(Half::A, 0, Some(0), b"abcde");
    assert_eq!(stage.text(Half::A), "abcdefghij");
    let out = stage.finish();
    assert!(out.streams()[0].ended);
    assert_eq!(out.closed[0].2, [0, 0]);
}

#[test]
fn the_number_of_a_fin_is_no_missing_byte() {
    let fin = |segment: &mut Segment<'_>| segment.fin = true;
    // The answer to the FIN stands before it in the file; it acknowledges the FIN's number.
    let mut stage = Stage::opened([1, 1]);
    stage.data(Half::A, 0, Some(0), b"QUIT");
    stage.send(Half::B, fin, 0, Some(5), &[]);
    stage.send(Half::A, fin, 4, Some(0), &[]);
    stage.data(Half::A, 5, Some(1), &[]);
    let out = stage.finish();
    assert_eq!(out.closed[0].2, [0, 0]);
    assert!(out.streams().iter().all(|stream| stream.ended));
    // The client's FIN is not in the file at all.
    let mut stage = Stage::opened([1, 1]);
    stage.data(Half::A, 0, Some(0), b"QUIT");
    stage.send(Half::B, fin, 0, Some(5), &[]);
    let out = stage.finish();
    assert_eq!(out.closed[0].2, [0, 0]);
}

#[test]
fn a_syn_with_another_number_is_another_connection() {
    let mut stage = Stage::opened([1, 1]);
    stage.data(Half::A, 0, Some(0), b"one");
    stage.isn = [500_000, 900_000];
    stage.send(Half::A, |segment| segment.syn = true, 0, None, &[]);
    stage.send(Half::B, |segment| segment.syn = true, 0, Some(0), &[]);
    let out = stage.finish();
    assert_eq!((out.opened, out.closed.len()), (2, 2));
    assert_eq!(out.closed[0].1, [3, 0]);
}

#[test]
fn what_is_numbered_behind_a_fin_is_counted_and_left_out() {
    let fin = |segment: &mut Segment<'_>| segment.fin = true;
    // The FIN was given out; then the FIN waits; then it comes last.
    for order in 0..3 {
        let mut stage = Stage::opened([1, 1]);
        match order {
            0 => {
                stage.send(Half::A, fin, 0, Some(0), b"QUIT");
                stage.data(Half::A, 4, Some(0), b"behind");
            }
            1 => {
                stage.send(Half::A, fin, 4, Some(0), &[]);
                stage.data(Half::A, 0, Some(0), b"QUITbehind");
            }
            _ => {
                stage.data(Half::A, 4, Some(0), b"behind");
                stage.send(Half::A, fin, 4, Some(0), &[]);
                stage.data(Half::A, 0, Some(0), b"QUIT");
            }
        }
        assert_eq!(stage.text(Half::A), "QUIT", "order {order}");
        let out = stage.finish();
        assert_eq!((out.behind, out.closed[0].1), (6, [4, 0]), "order {order}");
    }
}

/// As a forged FIN and RST in front of the SYN-ACK do, so that whoever listens stops listening.
#[test]
fn a_fin_in_front_of_its_sides_syn_hides_nothing() {
    let mut stage = Stage::within(Limits::default(), [1, 1]);
    stage.send(Half::A, |segment| segment.syn = true, 0, None, &[]);
    stage.send(Half::B, |segment| segment.rst = true, 0, Some(0), &[]);
    stage.send(Half::B, |segment| segment.fin = true, 0, Some(0), &[]);
    stage.send(Half::B, |segment| segment.syn = true, 0, Some(0), &[]);
    stage.data(Half::A, 0, Some(0), b"EHLO");
    stage.data(Half::B, 0, Some(4), b"250");
    stage.data(Half::A, 4, Some(3), &[]);
    assert_eq!((stage.text(Half::A), stage.text(Half::B)), ("EHLO".to_owned(), "250".to_owned()));
}

/// Late copies of what is closed still find it; then it is let go of with fifteen others, or after twice the time alone.
#[test]
fn what_is_closed_is_kept_for_a_while_and_let_go_of_together_or_alone() {
    const KEPT: usize = 4096;
    let mut stage = Stage::new([1, 1]);
    let mut said = 0..;
    let mut pass = |stage: &mut Stage, frames: usize| {
        stage.client.port = 9999;
        said.by_ref().take(frames).for_each(|at| stage.data(Half::A, at, Some(0), b"x"));
    };
    let close = |stage: &mut Stage, port: u16| {
        stage.open(port);
        stage.send(Half::A, |segment| segment.fin = true, 0, Some(0), &[]);
        stage.send(Half::B, |segment| segment.fin = true, 0, Some(1), &[]);
    };
    stage.open(9999);
    close(&mut stage, 1);
    pass(&mut stage, 2 * KEPT - 1);
    assert_eq!(stage.out.closed.len(), 0);
    pass(&mut stage, 1);
    assert_eq!(stage.out.closed.len(), 1);
    for port in 1..=16 {
        close(&mut stage, port);
    }
    pass(&mut stage, KEPT - 1);
    assert_eq!(stage.out.closed.len(), 1);
    pass(&mut stage, 1);
    assert_eq!(stage.out.closed.len(), 17);
    stage.finish();
}

/// The table is full: the connections that were quiet for longest are put aside, whole, and it is said.
#[test]
fn a_connection_too_many_puts_aside_the_one_that_was_quiet() {
    let mut stage = Stage::within(Limits { connections: 4, ..Limits::default() }, [1, 1]);
    for port in 1..=4 {
        stage.open(port);
        stage.data(Half::B, 0, Some(0), b"220");
    }
    // Makes the first turn, in which everyone was heard, and then all but the second go on.
    stage.open(5);
    for port in [3, 4, 5] {
        stage.client.port = port;
        stage.data(Half::A, 0, Some(3), b"NOOP");
    }
    stage.open(6);
    let (out, findings) = stage.finish_with_findings();
    assert_eq!(out.aside, [0, 1]);
    assert_eq!(out.closed.len(), 6);
    assert_eq!(findings, ["tcp.too-many-connections"]);
    // What was said before is not lost with it.
    assert!(out.closed[..2].iter().all(|closed| closed.1 == [0, 3]), "{:?}", out.closed);
}

#[test]
fn the_connection_that_waits_for_longest_stops_waiting_when_all_of_them_wait_for_too_much() {
    let mut stage = Stage::within(Limits { waiting: 40_000, ..Limits::default() }, [1, 1]);
    let ahead = vec![b'z'; 10_000];
    for port in 1..=5 {
        stage.open(port);
        stage.data(Half::A, 1, Some(0), &ahead);
    }
    let (out, _) = stage.finish_with_findings();
    // Three of them and what keeping them costs fit.
    assert_eq!(out.stopped, [0, 1]);
    assert!(
        out.closed.iter().all(|closed| closed.1 == [10_000, 0] && closed.2 == [1, 0]),
        "{:?}",
        out.closed
    );
}

/// A hole that is filled in time is none, whoever else waits.
#[test]
fn a_bound_over_all_connections_costs_those_nothing_that_wait_no_more() {
    let mut stage = Stage::within(Limits { waiting: 40_000, ..Limits::default() }, [1, 1]);
    for port in 1..=50 {
        stage.open(port);
        stage.data(Half::A, 1, Some(0), &[b'z'; 10_000]);
        stage.data(Half::A, 0, Some(0), b"z");
    }
    let (out, _) = stage.finish_with_findings();
    assert!(out.stopped.is_empty(), "{:?}", out.stopped);
    assert!(out.closed.iter().all(|closed| closed.1 == [10_001, 0]), "{:?}", out.closed);
}
