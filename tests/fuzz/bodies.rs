//! What the fuzz targets do with a handful of bytes, and what must hold afterwards.
//!
//! The fuzzer (`fuzz_targets/`) and `cargo test` (`tests/fuzz_corpus.rs`, over the bytes in `corpus/`) run the same
//! functions. Any bytes are an input: structure is read from them by [`Bytes`], so that a corpus stays valid.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]
#![allow(dead_code, reason = "every fuzz target uses one of them")]

use std::collections::VecDeque;
use std::io::{Cursor, Read};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::OnceLock;

use wiretale::annotate::{Catalog, Lang};
use wiretale::capture::{self, Item};
use wiretale::dialogue::{
    Capture, Conversation, Ending, Facts, Finding, Gap, GapCause, Half, Message, MessageSource, Messages,
    Note, Piece, Place, SecretLine, Secrets, Side, Step, Time, Wanted,
};
use wiretale::flow::{Connection, Flows, Receiver, Repeat, Slot};
use wiretale::net::{Decoded, Decoder, Endpoint, Segment};
use wiretale::proto::tls::keylog;
use wiretale::proto::{Headline, Next, Opened, Opening, Sink, by_id, mail};
use wiretale::render::{self, Json, Look, Open, Paint};

#[path = "../support/mod.rs"]
mod support;

use support::build;
use support::script::{Act, Say, Script, Stage, Trick, What};

/// Numbers and slices from the front of an input; 0 and nothing behind its end.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn byte(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }

    fn short(&mut self) -> u16 {
        u16::from_be_bytes([self.byte(), self.byte()])
    }

    fn long(&mut self) -> u32 {
        u32::from(self.short()) << 16 | u32::from(self.short())
    }

    fn take(&mut self, len: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(len.min(self.0.len()));
        self.0 = rest;
        taken
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A source that gives a few bytes at a time, as pipes do.
struct Trickle(Cursor<Vec<u8>>, usize);

impl Read for Trickle {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let len = buffer.len().min(self.1);
        self.0.read(&mut buffer[..len])
    }
}

/// Everything a reader says of a file.
fn drained(source: Box<dyn Read + Send>) -> Option<Vec<String>> {
    let mut reader = capture::open(source).ok()?;
    let mut said = Vec::new();
    let mut frames = 0;
    while let Some(item) = reader.next_item() {
        match &item {
            Item::Frame(frame) => {
                frames += 1;
                assert_eq!(frame.number, frames);
            }
            Item::NoPacket { number } => {
                frames += 1;
                assert_eq!(*number, frames);
            }
            Item::Name(..) | Item::Secrets(_) => {}
        }
        said.push(format!("{item:?}"));
    }
    assert!(reader.next_item().is_none(), "a file ends twice");
    assert_eq!(reader.frames(), frames);
    said.push(format!("{:?}", reader.into_about()));
    Some(said)
}

/// Bytes of a file → every item; the same whatever the pieces in which the source gives them.
pub fn capture(data: &[u8]) {
    let at_once = drained(Box::new(Cursor::new(data.to_vec())));
    let in_pieces = drained(Box::new(Trickle(Cursor::new(data.to_vec()), 7)));
    assert_eq!(at_once, in_pieces);
}

/// Frames of one link type → the decoder. A frame is two bytes of length and its bytes; fragments meet each other.
pub fn net(data: &[u8]) {
    let mut bytes = Bytes(data);
    let link_type = bytes.short();
    let mut decoder = Decoder::default();
    let (mut frames, mut accounted) = (0, 0);
    while !bytes.is_empty() {
        let length = bytes.short();
        let cut = u32::from(length >> 14) * 100;
        let frame = bytes.take(usize::from(length & 0x3fff));
        frames += 1;
        let time = Time::from_nanos(i128::from(frames) * 1_000_000_000);
        let on_wire = frame.len() as u32 + cut;
        match decoder.decode(frames, time, link_type, on_wire, frame) {
            Decoded::Segment(segment) => accounted += segment.frames,
            Decoded::Datagram(datagram) => {
                accounted += datagram.frames;
                wiretale::proto::dns::names(datagram.payload);
            }
            Decoded::Fragment(_) => {}
            Decoded::Other(_, name, frames) => {
                assert!(!name.is_empty());
                accounted += frames;
            }
        }
    }
    accounted += decoder.finish(&mut Vec::new());
    assert_eq!(accounted, frames, "every frame has one fate");
}

const CLIENT: Endpoint = Endpoint { address: IpAddr::V4(Ipv4Addr::new(192, 168, 1, 10)), port: 50_025 };
const SERVER: Endpoint = Endpoint { address: IpAddr::V4(Ipv4Addr::new(10, 0, 0, 25)), port: 25 };

/// Bytes of the streams that segments may bring.
const STREAM: usize = 4096;

#[derive(Default)]
struct Collected {
    /// What came out of each side: where, and the bytes (`None` for a gap of that many).
    pieces: [Vec<(u64, Option<Vec<u8>>)>; 2],
    at: [u64; 2],
    frames: u64,
}

impl Receiver for Collected {
    fn opened(&mut self, _: Slot, _: &Connection) -> bool {
        true
    }

    fn piece(&mut self, _: Slot, _: &Connection, from: Half, piece: Piece<'_>) {
        let at = &mut self.at[from.index()];
        let pieces = &mut self.pieces[from.index()];
        match piece {
            Piece::Bytes(bytes, place) => {
                assert!(!bytes.is_empty());
                assert_eq!(place.offset, *at, "bytes follow each other");
                pieces.push((*at, Some(bytes.to_vec())));
                *at += bytes.len() as u64;
            }
            Piece::Gap(gap) => {
                assert!(gap.len > 0);
                assert_eq!(gap.at.offset, *at, "a gap stands where bytes are missing");
                pieces.push((*at, None));
                *at += gap.len;
            }
            Piece::End(_) => {}
        }
    }

    fn repeated(&mut self, _: Slot, _: Half, span: (u64, u64), _: u64, _: Repeat) {
        assert!(span.0 < span.1);
    }

    fn closed(&mut self, _: Slot, connection: &Connection) {
        self.frames += connection.counts().frames;
    }
}

/// Segments of one connection whose handshake was seen, each with the bytes that it claims → what comes out is the
/// first copy of every byte, and a gap where none came.
pub fn flow(data: &[u8]) {
    let mut bytes = Bytes(data);
    let isn = [bytes.long(), bytes.long()];
    let mut flows = Flows::default();
    let mut out = Collected::default();
    let mut oracle: [Vec<Option<u8>>; 2] = [vec![None; STREAM], vec![None; STREAM]];
    let mut frame = 0;
    let mut wild = false;
    let mut send = |out: &mut Collected,
                    half: Half,
                    flags: u8,
                    offset: u32,
                    ack: Option<u32>,
                    payload: &[u8],
                    cut: u32| {
        frame += 1;
        let (source, destination) = if half == Half::A { (CLIENT, SERVER) } else { (SERVER, CLIENT) };
        let number = |half: Half, offset: u32| isn[half.index()].wrapping_add(1).wrapping_add(offset);
        let syn = flags & 2 != 0;
        let segment = Segment {
            frame,
            time: Time::from_nanos(i128::from(frame) * 1_000_000),
            frames: 1,
            source,
            destination,
            sequence: number(half, offset).wrapping_sub(u32::from(syn)),
            acknowledgement: ack.map(|offset| number(half.other(), offset)),
            syn,
            fin: flags & 1 != 0,
            rst: flags & 4 != 0,
            mss: None,
            payload,
            cut,
            fingerprint: frame * 2 + 1,
            identified: true,
        };
        flows.segment(&segment, out);
    };
    send(&mut out, Half::A, 2, 0, None, &[], 0);
    send(&mut out, Half::B, 2, 0, Some(0), &[], 0);
    while !bytes.is_empty() {
        let what = bytes.byte();
        let half = if what & 1 == 0 { Half::A } else { Half::B };
        let (offset, length) = (u32::from(bytes.short()) % STREAM as u32, u32::from(bytes.byte() & 0x3f));
        let length = length.min(STREAM as u32 - offset);
        let ack = (what & 2 != 0).then(|| u32::from(bytes.short()) % (STREAM as u32 + 2));
        let flags = match what >> 2 & 15 {
            0 => 1,
            1 => 4,
            _ => 0,
        };
        // Far from everything else: what comes out then is no longer told by the oracle, but it must come out.
        let (offset, cut) = match what >> 6 {
            3 => {
                wild = true;
                (bytes.long(), u32::from(bytes.byte()))
            }
            _ => (offset, 0),
        };
        let value = bytes.byte();
        let payload: Vec<u8> = (0..length).map(|at| value.wrapping_add(at as u8)).collect();
        wild |= flags != 0;
        if !wild {
            for (at, byte) in payload.iter().enumerate() {
                oracle[half.index()][offset as usize + at].get_or_insert(*byte);
            }
        }
        send(&mut out, half, flags, offset, ack, &payload, cut);
    }
    flows.finish(&mut out);
    assert_eq!(out.frames, frame, "frames are lost");
    if wild {
        return;
    }
    for (pieces, oracle) in out.pieces.iter().zip(&oracle) {
        for (at, bytes) in pieces {
            for (index, byte) in bytes.iter().flatten().enumerate() {
                assert_eq!(
                    oracle[*at as usize + index],
                    Some(*byte),
                    "the first copy of byte {}",
                    *at as usize + index
                );
            }
        }
    }
    // What nothing but the bounds of waiting could have taken: all of it is there when few segments came.
    if frame < 200 {
        for (side, oracle) in oracle.iter().enumerate() {
            let given: usize = out.pieces[side].iter().flat_map(|piece| &piece.1).map(Vec::len).sum();
            assert_eq!(given, oracle.iter().flatten().count(), "every byte that was seen comes out");
        }
    }
}

/// A sink that keeps what sessions may come back to and checks what they say.
struct Checking {
    steps: Vec<Step>,
    messages: usize,
    lines: usize,
}

impl Sink for Checking {
    fn step(&mut self, step: Step) -> usize {
        assert!(step.answers.is_none_or(|index| index < self.steps.len()), "answers nothing: {step:?}");
        assert!(step.line_notes.is_empty() || step.line_notes.len() == step.lines.len(), "{step:?}");
        self.steps.push(step);
        self.steps.len() - 1
    }

    fn amend(&mut self, index: usize) -> Option<&mut Step> {
        self.steps.get_mut(index)
    }

    fn gap(&mut self, from: Side, gap: &Gap, _: Option<Note>) -> usize {
        assert!(gap.len > 0);
        self.step(Step { side: Some(from), kind: "tcp.gap", ..Step::default() })
    }

    fn finding(&mut self, finding: Finding) {
        english().finding(&finding);
    }

    fn message(&mut self, _: Message) -> usize {
        self.messages += 1;
        self.messages - 1
    }

    fn facts(&mut self, protocol: &'static str, facts: Box<dyn Facts>) {
        assert!(by_id(protocol).is_some());
        drop(facts);
    }

    fn inner_clear(&mut self, _from: Side, _piece: Piece<'_>) {}
    fn inner(&mut self, _: Side, _: Piece<'_>) {}

    fn opaque(&mut self, _: Side, _: Place, len: usize) {
        self.lines += len;
    }

    fn headline(&mut self, headline: Headline) {
        match headline {
            Headline::Title(title) => assert!(!title.is_empty()),
            Headline::Recognised(note) | Headline::Summary(note) | Headline::Outcome(note) => {
                english().text(&note);
            }
        }
    }

    fn server_name(&mut self, _: &str, _: &str) {}
}

fn english() -> &'static Catalog {
    support::outcome::english()
}

/// The key logs of captures that the corpus begins with: their records are opened as long as an input leaves the randoms.
const KEY_LOGS: [&str; 10] = [
    include_str!("../../captures/report/4.3-webmail.keys.log"),
    include_str!("../../captures/smtp/starttls-tls12.keys.log"),
    include_str!("../../captures/tls/renegotiation.keys.log"),
    include_str!("../../captures/tls/resumption-psk.keys.log"),
    include_str!("../../captures/tls/tls10.keys.log"),
    include_str!("../../captures/tls/tls12-cbc.keys.log"),
    include_str!("../../captures/tls/tls13-certificate-later.keys.log"),
    include_str!("../../captures/tls/tls13-early-data-refused.keys.log"),
    include_str!("../../captures/tls/tls13-key-update.keys.log"),
    include_str!("../../captures/tls/tls13-padding.keys.log"),
];

/// The fixed secrets, and those of a key log that is part of the input.
fn secrets(keylog_of_input: &[u8]) -> Secrets {
    static FIXED: OnceLock<Vec<SecretLine>> = OnceLock::new();
    let fixed =
        FIXED.get_or_init(|| KEY_LOGS.iter().flat_map(|text| keylog::read(text.as_bytes()).0).collect());
    let own = keylog::read(keylog_of_input).0;
    Secrets::new(fixed.iter().cloned().chain(own), Vec::new())
}

enum Held {
    Bytes(Vec<u8>, Place),
    Gap(Gap),
    End(Ending),
}

/// Two sides' bytes, cut as the input says, with gaps → the sessions of one protocol and of those it hands over to.
///
/// An act is a byte (what, who), two of length, and its bytes; one kind of act gives lines of a key log.
fn session(id: &str, data: &[u8]) {
    let mut bytes = Bytes(data);
    let options = bytes.byte();
    let mut wanted = Wanted {
        messages: [Messages::No, Messages::Summary, Messages::Hashed, Messages::Kept]
            [usize::from(options & 3)],
        fields: options & 4 != 0,
        lesson: options & 4 != 0,
        checks: options & 4 != 0,
        reveal: options & 8 != 0,
        ..Wanted::default()
    };
    let mut keylog = Vec::new();
    let late = options & 16 != 0;
    let encrypted = options & 32 != 0;
    let ends = [(CLIENT.address, CLIENT.port), (SERVER.address, SERVER.port)];
    let mut acts: VecDeque<(Side, Held)> = VecDeque::new();
    let (mut sent, mut frame) = ([0u64; 2], 0);
    let mut opening: [Vec<u8>; 2] = Default::default();
    while !bytes.is_empty() {
        let what = bytes.byte();
        let side = if what & 1 == 0 { Side::Client } else { Side::Server };
        let length = bytes.short();
        // A frame may hold several pieces, and times may stand still.
        frame += u64::from(what & 2 == 0) | u64::from(frame == 0);
        let time = Time::from_nanos(i128::from(frame) * 130_000_000);
        let place = Place { frame, time, offset: sent[side.index()] };
        match what >> 4 {
            15 => acts.push_back((side, Held::End(Ending::Fin(place)))),
            14 => acts.push_back((side, Held::End(Ending::Reset(place)))),
            11 => keylog.extend(bytes.take(usize::from(length))),
            12 | 13 if length > 0 => {
                let len = u64::from(length) << if what & 4 != 0 { 16 } else { 0 };
                let cause =
                    [GapCause::NotCaptured, GapCause::CutBySnaplen, GapCause::Lost, GapCause::Unknown]
                        [usize::from(what >> 2 & 3)];
                acts.push_back((side, Held::Gap(Gap { len, cause, at: place })));
                sent[side.index()] += len;
            }
            _ => {
                let run = bytes.take(usize::from(length));
                if run.is_empty() {
                    continue;
                }
                opening[side.index()].extend(run);
                // Cut into pieces of one size.
                let size = match what >> 2 & 3 {
                    0 => run.len(),
                    1 => 1,
                    2 => 7,
                    _ => run.len().div_ceil(2),
                };
                for part in run.chunks(size) {
                    let place = Place { frame, time, offset: sent[side.index()] };
                    sent[side.index()] += part.len() as u64;
                    acts.push_back((side, Held::Bytes(part.to_vec(), place)));
                    frame += u64::from(what & 8 != 0);
                }
            }
        }
    }
    if id == "tls" {
        wanted.secrets = secrets(&keylog);
    }
    let [a, b] = &opening;
    for first in [Half::A, Half::B] {
        let asked = Opening {
            bytes: [a, b],
            ports: [CLIENT.port, SERVER.port],
            first,
            client: (options & 64 != 0).then_some(first),
            late,
            inside: encrypted,
            last: options & 128 != 0,
        };
        for protocol in wiretale::proto::PROTOCOLS {
            (protocol.probe)(&asked);
        }
    }
    let mut sink = Checking { steps: Vec::new(), messages: 0, lines: 0 };
    let protocol = by_id(id).unwrap();
    let mut session =
        (protocol.open)(&Opened { wanted: &wanted, stream: 0, encrypted, late, ends, after: None });
    let mut held: [VecDeque<Held>; 2] = Default::default();
    let mut after = id.to_owned();
    let mut switches = 0;
    for side in [Side::Client, Side::Server] {
        acts.push_back((side, Held::End(Ending::CaptureEnd)));
    }
    while let Some((from, act)) = acts.pop_front() {
        held[from.index()].push_back(act);
        // A side goes on until it leaves something; then the other may, and then it again.
        let mut side = from;
        let mut idle = 0;
        while idle < 2 {
            let Some(next) = held[side.index()].pop_front() else {
                side = side.other();
                idle += 1;
                continue;
            };
            let (fed, rest) = match next {
                Held::Bytes(bytes, place) => {
                    let fed = session.feed(side, Piece::Bytes(&bytes, place), &mut sink);
                    assert!(fed.taken <= bytes.len(), "more taken than given");
                    let rest = bytes[fed.taken..].to_vec();
                    (fed, (!rest.is_empty()).then(|| Held::Bytes(rest, place.after(fed.taken))))
                }
                Held::Gap(gap) => (session.feed(side, Piece::Gap(gap), &mut sink), None),
                Held::End(ending) => (session.feed(side, Piece::End(ending), &mut sink), None),
            };
            let stuck = fed.taken == 0 && rest.is_some();
            if let Some(rest) = rest {
                held[side.index()].push_front(rest);
            }
            match fed.next {
                Next::More if stuck => {
                    side = side.other();
                    idle += 1;
                }
                Next::More => idle = 0,
                Next::GiveUp => {
                    session.finish(&mut sink);
                    return;
                }
                Next::Switch(id) => {
                    session.finish(&mut sink);
                    switches += 1;
                    assert!(switches < 10, "sessions hand over to each other without end");
                    let protocol = by_id(id).expect("a protocol that exists");
                    let was = by_id(&after).map(|protocol| protocol.id);
                    session = (protocol.open)(&Opened {
                        wanted: &wanted,
                        stream: 0,
                        encrypted,
                        late,
                        ends,
                        after: was,
                    });
                    after = id.to_owned();
                    idle = 0;
                }
            }
        }
    }
    session.finish(&mut sink);
    for step in &sink.steps {
        assert!(step.answers.is_none_or(|index| index < sink.steps.len()), "answers nothing: {step:?}");
        for note in step.notes.iter().chain(step.line_notes.iter().flatten()) {
            english().text(note);
        }
    }
}

/// Bytes of two sides → SMTP.
pub fn smtp(data: &[u8]) {
    session("smtp", data);
}

/// Bytes of two sides → POP3.
pub fn pop3(data: &[u8]) {
    session("pop3", data);
}

/// Bytes of two sides → TLS.
pub fn tls(data: &[u8]) {
    session("tls", data);
}

/// Bytes of two sides → HTTP.
pub fn http(data: &[u8]) {
    session("http", data);
}

/// A mail: the same whole and byte by byte; with a gap it only has to survive.
pub fn mail(data: &[u8]) {
    let mut bytes = Bytes(data);
    let (options, at) = (bytes.byte(), usize::from(bytes.short()));
    let text = bytes.0;
    let wanted = Wanted {
        messages: if options & 1 == 0 { Messages::Hashed } else { Messages::Kept },
        ..Wanted::default()
    };
    let place = |offset: usize| Place { frame: 1, time: Time::default(), offset: offset as u64 };
    let source = [MessageSource::SmtpData, MessageSource::Pop3Top][usize::from(options >> 1 & 1)];
    let mut whole = mail::Mail::new(source, wanted.messages, &wanted.shelf);
    whole.feed(text, place(0));
    let whole = whole.finish(true, 0);
    let mut split = mail::Mail::new(source, wanted.messages, &wanted.shelf);
    for (offset, byte) in text.iter().enumerate() {
        split.feed(std::slice::from_ref(byte), place(offset));
    }
    let split = split.finish(true, 0);
    assert_eq!(format!("{whole:?}"), format!("{split:?}"), "a mail depends on how it was cut");
    let (before, after) = text.split_at(at.min(text.len()));
    let mut gapped = mail::Mail::new(source, wanted.messages, &wanted.shelf);
    if options & 4 != 0 {
        gapped.late();
    }
    gapped.feed(before, place(0));
    gapped.gap(u64::from(options) + 1);
    gapped.feed(after, place(before.len() + usize::from(options) + 1));
    for message in [whole, gapped.finish(options & 8 != 0, 0)] {
        for finding in mail::findings(&message) {
            english().finding(&finding);
        }
        let step = mail::step(&message, "smtp", "smtp.message", Side::Client);
        for note in &step.notes {
            english().text(note);
        }
    }
}

#[derive(Default)]
struct Kept {
    conversations: Vec<Conversation>,
    capture: Option<Capture>,
}

impl wiretale::Out for Kept {
    fn conversation(&mut self, conversation: Box<Conversation>) -> Option<Box<Conversation>> {
        self.conversations.push(*conversation);
        None
    }

    fn capture(&mut self, capture: Capture) {
        self.capture = Some(capture);
    }
}

fn catalogs() -> &'static [Catalog; 3] {
    static CATALOGS: OnceLock<[Catalog; 3]> = OnceLock::new();
    CATALOGS.get_or_init(|| [Lang::Zh, Lang::En, Lang::Ja].map(|lang| Catalog::new(lang, &[&render::TEXTS])))
}

/// A file → text in the three languages and JSON, with frames that add up. Secrets are those that it brings, and the fixed
/// ones.
pub fn whole(data: &[u8]) {
    read(data, &[]);
}

fn read(data: &[u8], keylog_of_input: &[u8]) {
    let wanted = Wanted {
        fields: true,
        lesson: true,
        checks: true,
        messages: Messages::Kept,
        bytes: true,
        secrets: secrets(keylog_of_input),
        ..Wanted::default()
    };
    let mut kept = Kept::default();
    if wiretale::analyze(Box::new(Cursor::new(data.to_vec())), &wanted, &mut kept).is_err() {
        return;
    }
    let capture = kept.capture.expect("a capture at the end");
    assert_eq!(capture.fates.total(), capture.frames, "fates add up: {:?}", capture.fates);
    let look = Look {
        width: 80,
        width_unknown: false,
        paint: Paint { on: true },
        verbose: 2,
        quiet: false,
        reveal: false,
    };
    for catalog in catalogs() {
        render::capture_head(&capture, "x", catalog);
        render::capture_findings(&capture, catalog, look);
        render::frames_account(&capture, catalog);
        for conversation in &kept.conversations {
            render::conversation_text(conversation, catalog, look);
            render::conversation_report(conversation, catalog);
            render::lesson_text(conversation, catalog, look, &Open::All);
            render::csv_row(conversation, "x", catalog);
        }
    }
    let json = Json { catalog: english() };
    let mut texts = vec![render::capture_json(&capture, "x", json)];
    for conversation in &kept.conversations {
        assert!(conversation.first_frame <= conversation.last_frame);
        for step in &conversation.steps {
            assert!(step.answers.is_none_or(|index| index < conversation.steps.len()));
            let last = step.frames.last().unwrap_or(0);
            assert!(last <= capture.frames, "a step of frames that are not there: {step:?}");
        }
        texts.push(render::conversation_json(conversation, json));
        texts.push(render::json_row(conversation, json));
    }
    for text in texts {
        serde_json::from_str::<serde_json::Value>(&text).expect("JSON");
    }
}

/// Lines of two sides with stage directions → played as packets → analysed as a file.
///
/// The input is text: a line begins with `C` or `S`, or with `Q` for a line of a key log, else its first byte is a direction.
pub fn dialogue(data: &[u8]) {
    let (head, text) = data.split_at(data.len().min(2));
    let head = [head.first().copied().unwrap_or(0), head.get(1).copied().unwrap_or(0)];
    let mut script = Script { port: [25, 110, 443, 4000][usize::from(head[0] & 3)], ..Script::default() };
    let mut keylog = Vec::new();
    for line in text.split_inclusive(|&byte| byte == b'\n').take(200) {
        let (first, rest) = line.split_first().unwrap_or((&0, &[]));
        let side = if first & 1 == 0 { Side::Server } else { Side::Client };
        let stage = match first {
            b'C' | b'S' => {
                let side = if *first == b'C' { Side::Client } else { Side::Server };
                script.acts.push(Act::Say(Say { side, bytes: rest.to_vec(), what: What::Raw }));
                continue;
            }
            b'Q' => {
                keylog.extend(rest);
                continue;
            }
            b'0'..=b'9' => Stage::Split(usize::from(first - b'0')),
            b'k' => Stage::Keys(true),
            b'K' => Stage::Keys(false),
            b't' => Stage::Together,
            b'd' => Stage::Next(Trick::Drop, 1),
            b'l' => Stage::Next(Trick::Lose, 1),
            b'D' => Stage::Next(Trick::Duplicate, 1),
            b'r' => Stage::Next(Trick::Retransmit(None), 1),
            b's' => Stage::Next(Trick::Swap, 1),
            b'p' => Stage::Next(Trick::Probe, 1),
            b'f' => Stage::Next(Trick::Fragments(16), 1),
            b'n' => Stage::Next(Trick::NoLength, 1),
            b'L' => Stage::Late,
            b'a' | b'b' => Stage::Ack(side),
            b'y' | b'z' => Stage::Fin(side),
            b'w' | b'x' => Stage::Rst(side),
            b'g' | b'h' => Stage::KeepAlive(side),
            b'i' => Stage::Isn(Side::Client, u32::MAX - 10),
            b'A' => Stage::Again,
            b'o' => Stage::Open,
            _ => continue,
        };
        script.acts.push(Act::Stage(stage));
    }
    let mut frames = build::frames(&script, None);
    if head[0] & 4 != 0 {
        build::shuffle(&mut frames, u64::from(head[1]));
    }
    if head[0] & 8 != 0 && frames.len() > 1 {
        frames.remove(usize::from(head[1]) % frames.len());
    }
    let snaplen = if head[0] & 16 != 0 { 60 + u32::from(head[1]) } else { 0 };
    read(&build::file(&frames, snaplen), &keylog);
}
