//! Every layer of the pipeline on its own, and the whole of it; throughput in bytes of what the layer reads.
#![allow(dead_code, missing_docs, clippy::unwrap_used, clippy::indexing_slicing, reason = "benchmarks")]

use std::hint::black_box;
use std::io::Cursor;
use std::net::{IpAddr, Ipv4Addr};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use wiretale::annotate::{Catalog, Lang};
use wiretale::capture::{self, Item};
use wiretale::dialogue::{
    Capture, Conversation, Facts, Finding, Gap, Half, Message, Messages, Note, Piece, Place, Side, Step,
    Time, Wanted,
};
use wiretale::flow::{Connection, Flows, Receiver, Repeat, Slot};
use wiretale::net::{Decoded, Decoder, Segment};
use wiretale::proto::{Headline, Next, Opened, Sink, by_id};
use wiretale::render::{self, Json, Look, Paint};

mod handshakes;
mod traffic;
#[path = "../support/wire.rs"]
mod wire;

use traffic::{Mode, Traffic};

const BYTES: u64 = 8_000_000;
const ETHERNET: u16 = 1;
/// The head of a pcapng file as `wire` writes it, and what stands in front of and behind a packet's bytes.
const HEAD: usize = 28 + 32;
const BLOCK: usize = 28;

/// A capture that lives as long as the program, so that reading it copies nothing.
fn file(mode: Mode) -> &'static [u8] {
    Traffic::new(mode, BYTES, 0, handshakes::recorded()).bytes().leak()
}

fn frames(file: &[u8]) -> Vec<&[u8]> {
    let mut at = HEAD;
    let mut frames = Vec::new();
    let number = |at: usize| u32::from_le_bytes(file[at..at + 4].try_into().unwrap()) as usize;
    while at < file.len() {
        frames.push(&file[at + BLOCK..at + BLOCK + number(at + 20)]);
        at += number(at + 4);
    }
    frames
}

/// Takes everything and keeps nothing.
#[derive(Default)]
struct Nobody {
    bytes: u64,
    steps: usize,
}

impl wiretale::Out for Nobody {
    fn conversation(&mut self, conversation: Box<Conversation>) -> Option<Box<Conversation>> {
        black_box(conversation);
        None
    }

    fn capture(&mut self, capture: Capture) {
        black_box(capture);
    }
}

impl Receiver for Nobody {
    fn opened(&mut self, _: Slot, _: &Connection) -> bool {
        true
    }

    fn piece(&mut self, _: Slot, _: &Connection, _: Half, piece: Piece<'_>) {
        if let Piece::Bytes(bytes, _) = piece {
            self.bytes += bytes.len() as u64;
        }
    }

    fn repeated(&mut self, _: Slot, _: Half, _: (u64, u64), _: u64, _: Repeat) {}

    fn closed(&mut self, _: Slot, connection: &Connection) {
        black_box(connection);
    }
}

impl Sink for Nobody {
    fn step(&mut self, step: Step) -> usize {
        black_box(step);
        self.steps += 1;
        self.steps - 1
    }

    fn amend(&mut self, _: usize) -> Option<&mut Step> {
        None
    }

    fn gap(&mut self, _: Side, _: &Gap, _: Option<Note>) -> usize {
        0
    }

    fn finding(&mut self, finding: Finding) {
        black_box(finding);
    }

    fn message(&mut self, message: Message) -> usize {
        black_box(message);
        0
    }

    fn facts(&mut self, _: &'static str, facts: Box<dyn Facts>) {
        black_box(facts);
    }

    fn inner(&mut self, _: Side, _: Piece<'_>) {}

    fn inner_clear(&mut self, _: Side, _: Piece<'_>) {}

    fn opaque(&mut self, _: Side, _: Place, _: usize) {}

    fn headline(&mut self, _: Headline) {}

    fn server_name(&mut self, _: &str, _: &str) {}
}

fn reading(criterion: &mut Criterion) {
    let file = file(Mode::Mail);
    let mut group = criterion.benchmark_group("capture");
    group.throughput(Throughput::Bytes(file.len() as u64));
    group.bench_function("pcapng", |bench| {
        bench.iter(|| {
            let mut reader = capture::open(Box::new(file)).unwrap();
            let mut bytes = 0;
            while let Some(item) = reader.next_item() {
                if let Item::Frame(frame) = item {
                    bytes += frame.bytes.len();
                }
            }
            bytes
        });
    });
}

fn decoding(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("net");
    for (name, mode) in [("mail", Mode::Mail), ("small packets", Mode::Flows)] {
        let file = file(mode);
        let frames = frames(file);
        group.throughput(Throughput::Bytes(file.len() as u64));
        group.bench_function(name, |bench| {
            bench.iter(|| {
                let mut decoder = Decoder::default();
                for (number, frame) in (1..).zip(&frames) {
                    let length = frame.len() as u32;
                    black_box(decoder.decode(number, Time::default(), ETHERNET, length, frame));
                }
            });
        });
    }
}

fn reassembly(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("flow");
    for (name, mode, gaps) in
        [("mail", Mode::Mail, 0), ("mail with gaps", Mode::Mail, 1000), ("many connections", Mode::Flows, 0)]
    {
        let file = Traffic::new(mode, BYTES, gaps, Vec::new()).bytes();
        let frames = frames(&file);
        let mut segments: Vec<Segment<'_>> = Vec::new();
        for (number, frame) in (1..).zip(&frames) {
            // One for each frame: a decoder lends its buffer.
            let mut decoder = Decoder::default();
            let time = Time::from_nanos(i128::from(number) * 20_000);
            if let Decoded::Segment(segment) =
                decoder.decode(number, time, ETHERNET, frame.len() as u32, frame)
            {
                let payload = &frame[frame.len() - segment.payload.len()..];
                segments.push(Segment { payload, ..segment });
            }
        }
        group.throughput(Throughput::Bytes(file.len() as u64));
        group.bench_function(name, |bench| {
            bench.iter(|| {
                let mut flows = Flows::default();
                let mut nobody = Nobody::default();
                for segment in &segments {
                    flows.segment(segment, &mut nobody);
                }
                flows.finish(&mut nobody);
                nobody.bytes
            });
        });
    }
}

/// What both sides of the first conversation say, in order.
fn said(file: &'static [u8], protocol: &str) -> Vec<(Side, Vec<u8>)> {
    #[derive(Default)]
    struct Said {
        streams: std::collections::BTreeMap<u64, Vec<(Side, Vec<u8>)>>,
        chosen: Option<u64>,
        protocol: String,
    }
    impl wiretale::Out for Said {
        fn conversation(&mut self, conversation: Box<Conversation>) -> Option<Box<Conversation>> {
            if conversation.protocols.first().is_some_and(|id| *id == self.protocol) {
                self.chosen.get_or_insert(conversation.stream);
            }
            Some(conversation)
        }
        fn capture(&mut self, _: Capture) {}
        fn bytes(&mut self, stream: u64, side: Side, piece: Piece<'_>) {
            if let Piece::Bytes(bytes, _) = piece {
                self.streams.entry(stream).or_default().push((side, bytes.to_vec()));
            }
        }
    }
    let mut said = Said { protocol: protocol.to_owned(), ..Said::default() };
    let wanted = Wanted { bytes: true, ..Wanted::default() };
    wiretale::analyze(Box::new(file), &wanted, &mut said).unwrap();
    said.streams.remove(&said.chosen.unwrap()).unwrap()
}

fn dissectors(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("proto");
    let wants = [
        ("facts", Messages::No, false),
        ("steps", Messages::Summary, true),
        ("hashes", Messages::Hashed, true),
    ];
    for (id, mode) in [("smtp", Mode::Mail), ("pop3", Mode::Mail), ("tls", Mode::Tls)] {
        let said = said(file(mode), id);
        let bytes: usize = said.iter().map(|(_, bytes)| bytes.len()).sum();
        group.throughput(Throughput::Bytes(bytes as u64));
        for (name, messages, steps) in wants {
            let wanted = Wanted { messages, steps, ..Wanted::default() };
            let ends = [(IpAddr::V4(Ipv4Addr::LOCALHOST), 40_000), (IpAddr::V4(Ipv4Addr::LOCALHOST), 25)];
            group.bench_function(format!("{id} {name}"), |bench| {
                bench.iter(|| {
                    let opened = Opened {
                        wanted: &wanted,
                        stream: 0,
                        encrypted: false,
                        late: false,
                        ends,
                        after: None,
                    };
                    let mut session = (by_id(id).unwrap().open)(&opened);
                    let mut nobody = Nobody::default();
                    let mut offsets = [0, 0];
                    for (frame, (side, bytes)) in (1..).zip(&said) {
                        let place = Place { frame, time: Time::default(), offset: offsets[side.index()] };
                        offsets[side.index()] += bytes.len() as u64;
                        if session.feed(*side, Piece::Bytes(bytes, place), &mut nobody).next != Next::More {
                            break;
                        }
                    }
                    session.finish(&mut nobody);
                    nobody.steps
                });
            });
        }
    }
}

fn rendering(criterion: &mut Criterion) {
    #[derive(Default)]
    struct Kept(Vec<Conversation>);
    impl wiretale::Out for Kept {
        fn conversation(&mut self, conversation: Box<Conversation>) -> Option<Box<Conversation>> {
            self.0.push(*conversation);
            None
        }
        fn capture(&mut self, _: Capture) {}
    }
    let mut group = criterion.benchmark_group("render");
    let lab = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/captures/lab.pcapng")).unwrap();
    let mut kept = Kept::default();
    wiretale::analyze(Box::new(Cursor::new(lab)), &Wanted::default(), &mut kept).unwrap();
    let look = Look {
        width: 120,
        width_unknown: false,
        paint: Paint { on: false },
        verbose: 0,
        quiet: false,
        reveal: false,
    };
    for (name, lang) in [("zh", Lang::Zh), ("en", Lang::En), ("ja", Lang::Ja)] {
        let catalog = Catalog::new(lang, &[&render::TEXTS]);
        let text = || -> usize {
            kept.0.iter().map(|one| render::conversation_text(one, &catalog, look).len()).sum()
        };
        group.throughput(Throughput::Bytes(text() as u64));
        group.bench_function(format!("text {name}"), |bench| bench.iter(text));
    }
    let catalog = Catalog::new(Lang::En, &[&render::TEXTS]);
    let json = || -> usize {
        kept.0.iter().map(|one| render::conversation_json(one, Json { catalog: &catalog }).len()).sum()
    };
    group.throughput(Throughput::Bytes(json() as u64));
    group.bench_function("json", |bench| bench.iter(json));
}

fn whole(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("analyze");
    let modes =
        [("mail", Mode::Mail), ("tls", Mode::Tls), ("flows", Mode::Flows), ("huge mail", Mode::HugeMail)];
    for (name, mode) in modes {
        let file = file(mode);
        group.throughput(Throughput::Bytes(file.len() as u64));
        for (want, messages, steps) in [("list", Messages::No, false), ("show", Messages::Summary, true)] {
            let wanted = Wanted { messages, steps, ..Wanted::default() };
            group.bench_function(format!("{name} {want}"), |bench| {
                bench.iter(|| {
                    let source = Box::new(file);
                    wiretale::analyze(source, &wanted, &mut Nobody::default()).unwrap();
                });
            });
        }
    }
}

criterion_group!(benches, reading, decoding, reassembly, dissectors, rendering, whole);
criterion_main!(benches);
