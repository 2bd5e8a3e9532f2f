//! TCP reassembly against a stupid oracle: a byte that was seen is where its sequence number says, the first copy counts,
//! and what nobody saw is a hole.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use std::net::{IpAddr, Ipv4Addr};

use proptest::prelude::*;
use wiretale::dialogue::{Half, Piece, Time};
use wiretale::flow::{Connection, Flows, Receiver, Repeat, Slot};
use wiretale::net::{Endpoint, Segment};

const CLIENT: Endpoint = Endpoint { address: IpAddr::V4(Ipv4Addr::new(192, 168, 1, 10)), port: 50_025 };
const SERVER: Endpoint = Endpoint { address: IpAddr::V4(Ipv4Addr::new(10, 0, 0, 25)), port: 25 };

/// What came out of one side.
#[derive(Debug, Default)]
struct Stream {
    bytes: Vec<Option<u8>>,
    ended: bool,
}

#[derive(Debug, Default)]
struct Collected {
    streams: [Stream; 2],
    /// In which order: whose turn, and the offset behind the piece.
    order: Vec<(Half, u64)>,
    conflicts: usize,
    closed: Vec<(u64, [u64; 2], [u64; 2])>,
    opened: usize,
}

impl Receiver for Collected {
    fn opened(&mut self, _: Slot, _: &Connection) -> bool {
        self.opened += 1;
        self.streams = Default::default();
        true
    }

    fn piece(&mut self, _: Slot, _: &Connection, from: Half, piece: Piece<'_>) {
        let stream = &mut self.streams[from.index()];
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
            Piece::End(_) => stream.ended = true,
        }
        let len = stream.bytes.len() as u64;
        self.order.push((from, len));
    }

    fn repeated(&mut self, _: Slot, _: Half, span: (u64, u64), _: u64, what: Repeat) {
        assert!(span.0 < span.1);
        self.conflicts += usize::from(what == Repeat::Conflict);
    }

    fn closed(&mut self, _: Slot, connection: Connection) {
        let [a, b] = connection.directions();
        let lost = [Half::A, Half::B].map(|half| connection.lost(half));
        self.closed.push((connection.counts().frames, [a.bytes, b.bytes], lost));
    }
}

/// A capture of one connection, segment by segment.
struct Stage {
    flows: Flows,
    out: Collected,
    frame: u64,
    isn: [u32; 2],
}

impl Stage {
    fn new(isn: [u32; 2]) -> Self {
        Stage { flows: Flows::default(), out: Collected::default(), frame: 0, isn }
    }

    fn opened(isn: [u32; 2]) -> Self {
        let mut stage = Stage::new(isn);
        stage.send(Half::A, |segment| segment.syn = true, 0, None, &[]);
        stage.send(Half::B, |segment| segment.syn = true, 0, Some(0), &[]);
        stage.send(Half::A, |_| {}, 0, Some(0), &[]);
        stage
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
        let (source, destination) = if from == Half::A { (CLIENT, SERVER) } else { (SERVER, CLIENT) };
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

    fn finish(mut self) -> Collected {
        self.flows.finish(&mut self.out);
        assert_eq!(self.out.closed.iter().map(|closed| closed.0).sum::<u64>(), self.frame, "frames are lost");
        self.out
    }

    fn text(&self, half: Half) -> String {
        self.out.streams[half.index()].bytes.iter().map(|byte| byte.map_or('?', char::from)).collect()
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
        prop_assert_eq!(&out.streams[0].bytes, &oracle);
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
    while stage.out.streams[0].bytes.is_empty() {
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
    assert!(out.streams[0].ended);
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
    assert!(out.streams.iter().all(|stream| stream.ended));
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
