//! The tests' own sink and recorded dialogues; the tests are in the files beside.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr};
use std::path::Path;

use serde_json::Value;

use super::PROTOCOL;
use crate::dialogue::{
    Arg, Ending, Facts, Finding, Gap, GapCause, Half, Message, Note, Piece, Place, Severity, Side, Step,
    Time, Wanted,
};
use crate::proto::{Headline, Opened, Opening, Session, Sink, Verdict};

const C: Side = Side::Client;
const S: Side = Side::Server;

/// A sink that writes everything down.
#[derive(Default)]
struct Notes {
    steps: Vec<Step>,
    findings: Vec<Finding>,
    facts: Vec<Value>,
    headlines: Vec<String>,
    notes: Vec<Note>,
    names: Vec<(String, String)>,
    opaque: u64,
    /// What was inside, in clear, of each side.
    inner: [Vec<u8>; 2],
    inner_missing: u64,
}

impl Sink for Notes {
    fn step(&mut self, step: Step) -> usize {
        self.steps.push(step);
        self.steps.len() - 1
    }
    fn amend(&mut self, index: usize) -> Option<&mut Step> {
        self.steps.get_mut(index)
    }
    fn gap(&mut self, from: Side, _gap: &Gap, guess: Option<Note>) -> usize {
        let mut step = Step::new("tcp", "tcp.gap", Some(from), crate::dialogue::Mark::Missing);
        step.notes.extend(guess);
        self.step(step)
    }
    fn finding(&mut self, finding: Finding) {
        self.findings.push(finding);
    }
    fn message(&mut self, _message: Message) -> usize {
        0
    }
    fn facts(&mut self, protocol: &'static str, facts: Box<dyn Facts>) {
        assert_eq!(protocol, "tls");
        self.facts.push(serde_json::to_value(&facts).unwrap());
    }
    fn inner(&mut self, from: Side, piece: Piece<'_>) {
        self.inner_clear(from, piece);
    }
    fn inner_clear(&mut self, from: Side, piece: Piece<'_>) {
        match piece {
            Piece::Bytes(bytes, _) => self.inner[from.index()].extend(bytes),
            Piece::Gap(gap) => self.inner_missing += gap.len,
            Piece::End(_) => {}
        }
    }
    fn opaque(&mut self, _from: Side, _place: Place, len: usize) {
        self.opaque += len as u64;
    }
    fn headline(&mut self, headline: Headline) {
        if let Headline::Recognised(note) | Headline::Summary(note) | Headline::Outcome(note) = &headline {
            self.notes.push(note.clone());
        }
        self.headlines.push(match headline {
            Headline::Title(title) => title,
            Headline::Recognised(note) | Headline::Summary(note) | Headline::Outcome(note) => {
                note.key.into_owned()
            }
        });
    }
    fn server_name(&mut self, name: &str, source: &str) {
        self.names.push((name.to_owned(), source.to_owned()));
    }
}

impl Notes {
    /// Each step in one line: frames, side, label, keys of the notes. A comma says that it shares its row.
    fn lines(&self) -> Vec<String> {
        self.steps.iter().map(line).collect()
    }
    fn labels(&self) -> Vec<String> {
        self.steps.iter().map(label).collect()
    }
    /// Codes of what is wrong or remarkable; lessons are in every good handshake, and the certificates of the recorded
    /// dialogues are all self-signed.
    fn codes(&self) -> Vec<&str> {
        let told = self.findings.iter().filter(|finding| finding.severity > Severity::Lesson);
        told.map(|finding| finding.code).filter(|code| *code != "tls.self-signed").collect()
    }
    fn keys(&self) -> BTreeSet<String> {
        let notes = self.steps.iter().flat_map(|step| &step.notes);
        notes.map(|note| note.key.to_string()).collect()
    }
}

fn label(step: &Step) -> String {
    match &step.label {
        Some(Arg::Text(text)) => text.clone(),
        Some(Arg::Note(note)) => note.key.trim_start_matches("tls-label-").to_owned(),
        _ => step.kind.to_owned(),
    }
}

fn line(step: &Step) -> String {
    let side = match step.side {
        Some(C) => "C=",
        Some(S) => "S=",
        None => "<>",
    };
    let comma = if step.joined { "," } else { "" };
    let notes: Vec<&str> = step.notes.iter().map(|note| note.key.trim_start_matches("tls-")).collect();
    format!("{} {side}{comma} {} // {}", step.frames, label(step), notes.join("; "))
}

/// A piece of one side and the frame that carried it; a gap of so many bytes.
#[derive(Clone)]
enum Feed {
    Bytes(Side, Vec<u8>, u64),
    Gap(Side, u64, u64),
}

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter_map(|b| (b as char).to_digit(16)).map(|d| d as u8).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}

/// A recorded dialogue: every line is a flight, frames count from 4.
fn dialogue(text: &str) -> Vec<Feed> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .zip(4..)
        .map(|(line, frame)| {
            let (side, bytes) = line.split_once(' ').unwrap();
            Feed::Bytes(if side == "C" { C } else { S }, hex(bytes), frame)
        })
        .collect()
}

macro_rules! recorded {
    ($name:literal) => {
        dialogue(include_str!(concat!("../testdata/", $name, ".txt")))
    };
}

fn session(late: bool, port: u16, wanted: &Wanted) -> Box<dyn Session> {
    let host = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 25));
    let ends = [(host, 40_000), (host, port)];
    (PROTOCOL.open)(&Opened { wanted, stream: 0, encrypted: false, late, ends, after: None })
}

/// 2027-01-01.
const CAPTURED: i128 = 1_798_761_600_000_000_000;

fn feed_with(feeds: &[Feed], late: bool, cut: impl Fn(usize) -> Vec<usize>) -> Notes {
    // With the byte map, so that it is tried on everything, too.
    feed_wanted(feeds, late, &Wanted { fields: true, ..Wanted::default() }, cut)
}

fn feed_wanted(feeds: &[Feed], late: bool, wanted: &Wanted, cut: impl Fn(usize) -> Vec<usize>) -> Notes {
    let mut notes = Notes::default();
    let mut session = session(late, 465, wanted);
    let mut offsets = [0u64; 2];
    for feed in feeds {
        match feed {
            Feed::Bytes(side, bytes, frame) => {
                let mut rest = bytes.as_slice();
                for len in cut(bytes.len()).into_iter().chain([usize::MAX]) {
                    let (piece, later) = rest.split_at(len.min(rest.len()));
                    rest = later;
                    let time = Time::from_nanos(CAPTURED + i128::from(*frame) * 1_000_000);
                    let place = Place { frame: *frame, time, offset: offsets[side.index()] };
                    let fed = session.feed(*side, Piece::Bytes(piece, place), &mut notes);
                    assert_eq!(fed.taken, piece.len());
                    offsets[side.index()] += piece.len() as u64;
                }
            }
            Feed::Gap(side, len, frame) => {
                let at =
                    Place { frame: *frame, time: Time::from_nanos(CAPTURED), offset: offsets[side.index()] };
                let gap = Gap { len: *len, cause: GapCause::NotCaptured, at };
                session.feed(*side, Piece::Gap(gap), &mut notes);
                offsets[side.index()] += len;
            }
        }
    }
    session.feed(C, Piece::End(Ending::CaptureEnd), &mut notes);
    session.finish(&mut notes);
    session.finish(&mut notes);
    notes
}

fn feed(feeds: &[Feed]) -> Notes {
    feed_with(feeds, false, |_| Vec::new())
}

fn debug(notes: &Notes) -> String {
    format!(
        "{:#?}\n{:?}\n{:?}\n{:?}\n{}",
        notes.steps, notes.findings, notes.facts, notes.headlines, notes.opaque
    )
}

/// A record of TLS 1.2.
fn record(kind: u8, body: &[u8]) -> Vec<u8> {
    let len = (body.len() as u16).to_be_bytes();
    [&[kind, 3, 3, len[0], len[1]], body].concat()
}

/// Cuts `len` bytes out of a recorded flight.
fn without(feeds: &[Feed], flight: usize, from: usize, len: usize) -> Vec<Feed> {
    let mut feeds = feeds.to_vec();
    let Feed::Bytes(side, bytes, frame) = feeds.remove(flight) else { unreachable!() };
    feeds.insert(flight, Feed::Bytes(side, bytes[from + len..].to_vec(), frame + 100));
    feeds.insert(flight, Feed::Gap(side, len as u64, frame));
    feeds.insert(flight, Feed::Bytes(side, bytes[..from].to_vec(), frame));
    feeds
}

fn probe(bytes: [&[u8]; 2], late: bool, last: bool) -> Verdict {
    let ports = [40_000, 465];
    (PROTOCOL.probe)(&Opening { inside: false, bytes, ports, first: Half::A, client: None, late, last })
}

/// The captures of the project that are not compressed, as they are on disk.
pub(super) fn captures() -> Vec<Vec<u8>> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("captures")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "pcapng") {
                files.push(std::fs::read(path).unwrap());
            }
        }
    }
    files
}

mod bounds;
mod byte_map;
mod decrypted;
mod dialogues;
mod proof;
mod texts;
