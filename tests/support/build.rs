//! Script → frames: sequence numbers, acknowledgements, handshake and closing as TCP has them, and then what the stage
//! directions do to them.

use wiretale::dialogue::Side;

use super::script::{Act, Script, Stage, Trick};
use super::wire::{ACK, End, FIN, Frame, PSH, RST, SYN, Tcp, pcapng};

/// 2026-03-02 08:00:00 UTC.
const START: i64 = 1_772_438_400_000_000_000;
/// Between two frames: so slow that a shuffled file shows itself by times that run backwards.
const PAUSE: i64 = 100_000_000;
/// Between two keys.
const KEY_PAUSE: i64 = 130_000_000;

/// A frame, and what it is.
#[derive(Clone, Debug)]
pub struct Built {
    pub time: i64,
    pub from: Side,
    /// Bytes of data in it.
    pub data: usize,
    pub bytes: Vec<u8>,
}

/// One more cut: the segment of data with this number is sent in two, the first of this size.
#[derive(Clone, Copy, Debug)]
pub struct Cut {
    pub segment: usize,
    pub at: usize,
}

/// The frames of a script.
pub fn frames(script: &Script, cut: Option<Cut>) -> Vec<Built> {
    let mut builder = Builder::new(script, cut);
    builder.play();
    builder.frames
}

/// Sizes of a script's segments of data, in order.
pub fn segments(script: &Script) -> Vec<usize> {
    let mut builder = Builder::new(script, None);
    builder.play();
    builder.sizes
}

/// The capture of a script.
pub fn capture(script: &Script) -> Vec<u8> {
    let mut frames = frames(script, None);
    if let Some(side) = script.only {
        frames.retain(|frame| frame.from == side);
    }
    if let Some(seed) = script.shuffle {
        shuffle(&mut frames, seed);
    }
    file(&frames, script.snaplen)
}

/// Frames as a file.
pub fn file(frames: &[Built], snaplen: u32) -> Vec<u8> {
    let frames: Vec<Frame> = frames.iter().map(|frame| (frame.time, frame.bytes.clone())).collect();
    pcapng(&frames, snaplen)
}

/// Any order, told by a number.
pub fn shuffle<T>(items: &mut [T], seed: u64) {
    let mut state = seed.wrapping_mul(2) | 1;
    for last in (1..items.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        items.swap(last, (state >> 33) as usize % (last + 1));
    }
}

struct Builder<'a> {
    script: &'a Script,
    cut: Option<Cut>,
    frames: Vec<Built>,
    sizes: Vec<usize>,
    now: i64,
    identification: u16,
    /// Next sequence number of each side, and what each side has received of the other.
    next: [u32; 2],
    received: [u32; 2],
    /// A lost segment: the receiver acknowledges nothing behind it.
    stuck: [bool; 2],
    ended: [bool; 2],
    opened: bool,
    over: bool,
    syn_data: bool,
    isn: [u32; 2],
    split: usize,
    keys: bool,
    tricks: Vec<Trick>,
    /// A frame that has to go behind the next one.
    swapped: Option<Built>,
    /// A segment to be sent again: behind the next one.
    again: Option<(Side, Tcp)>,
}

impl<'a> Builder<'a> {
    fn new(script: &'a Script, cut: Option<Cut>) -> Self {
        Builder {
            script,
            cut,
            frames: Vec::new(),
            sizes: Vec::new(),
            now: START,
            identification: 100,
            next: [0; 2],
            received: [0; 2],
            stuck: [false; 2],
            ended: [false; 2],
            opened: false,
            over: false,
            syn_data: false,
            isn: [1_000_000, 70_000_000],
            split: 0,
            keys: false,
            tricks: Vec::new(),
            swapped: None,
            again: None,
        }
    }

    fn play(&mut self) {
        let acts = &self.script.acts;
        let mut at = 0;
        while let Some(act) = acts.get(at) {
            at += 1;
            match act {
                Act::Say(say) => self.say(say.side, &say.bytes),
                Act::Stage(Stage::Together) => {
                    let mut side = None;
                    let mut bytes = Vec::new();
                    while let Some(Act::Say(say)) = acts.get(at) {
                        if side.is_some_and(|side| side != say.side) {
                            break;
                        }
                        side = Some(say.side);
                        bytes.extend(&say.bytes);
                        at += 1;
                    }
                    if let Some(side) = side {
                        self.say(side, &bytes);
                    }
                }
                Act::Stage(stage) => self.stage(stage),
            }
        }
        self.end();
    }

    fn stage(&mut self, stage: &Stage) {
        match stage {
            Stage::Split(size) => self.split = *size,
            Stage::Keys(on) => self.keys = *on,
            Stage::Together => {}
            Stage::Next(trick, count) => self.tricks.extend(std::iter::repeat_n(trick.clone(), *count)),
            Stage::Late => {
                self.open();
                self.frames.clear();
            }
            Stage::Ack(side) => {
                self.open();
                self.control(*side, ACK);
            }
            Stage::Fin(side) => {
                self.open();
                self.control(*side, FIN | ACK);
            }
            Stage::Rst(side) => {
                self.open();
                self.control(*side, RST | ACK);
                self.over = true;
            }
            Stage::KeepAlive(side) => {
                self.open();
                let mut tcp = self.segment(*side, ACK, vec![0]);
                tcp.sequence = tcp.sequence.wrapping_sub(1);
                self.push(*side, &tcp, 1, false);
                self.control(side.other(), ACK);
            }
            Stage::Isn(side, number) => self.isn[side.index()] = *number,
            Stage::SynData => self.syn_data = true,
            Stage::Open => self.over = true,
            Stage::Again => {
                self.end();
                self.isn = self.isn.map(|number| number.wrapping_add(900_000_000));
                (self.opened, self.over) = (false, false);
                (self.stuck, self.ended) = ([false; 2], [false; 2]);
            }
        }
    }

    fn ends(&self, from: Side) -> [End; 2] {
        let (client, server) = (([192, 168, 1, 10], 50_025), ([10, 0, 0, 25], self.script.port));
        if from == Side::Client { [client, server] } else { [server, client] }
    }

    fn segment(&self, from: Side, flags: u8, payload: Vec<u8>) -> Tcp {
        let [source, destination] = self.ends(from);
        let acknowledgement = if flags & ACK == 0 { 0 } else { self.received[from.index()] };
        let sequence = self.next[from.index()];
        Tcp { from: source, to: destination, sequence, acknowledgement, flags, payload }
    }

    fn open(&mut self) {
        if std::mem::replace(&mut self.opened, true) {
            return;
        }
        self.next = self.isn;
        self.handshake(Vec::new());
    }

    fn handshake(&mut self, data: Vec<u8>) {
        let len = data.len();
        let syn = self.segment(Side::Client, SYN, data);
        self.push(Side::Client, &syn, len, false);
        self.next[0] = self.next[0].wrapping_add(1 + len as u32);
        self.received[1] = self.next[0];
        let answer = self.segment(Side::Server, SYN | ACK, Vec::new());
        self.push(Side::Server, &answer, 0, false);
        self.next[1] = self.next[1].wrapping_add(1);
        self.received[0] = self.next[1];
        self.control(Side::Client, ACK);
    }

    /// A segment without data.
    fn control(&mut self, from: Side, flags: u8) {
        let tcp = self.segment(from, flags, Vec::new());
        self.push(from, &tcp, 0, false);
        if flags & FIN != 0 {
            self.ended[from.index()] = true;
            self.advance(from, 1);
        }
    }

    fn advance(&mut self, from: Side, bytes: usize) {
        let next = self.next[from.index()].wrapping_add(bytes as u32);
        self.next[from.index()] = next;
        if !self.stuck[from.index()] {
            self.received[from.other().index()] = next;
        }
    }

    fn say(&mut self, side: Side, bytes: &[u8]) {
        if !self.opened && self.syn_data && side == Side::Client {
            self.opened = true;
            self.next = self.isn;
            self.handshake(bytes.to_vec());
            return;
        }
        self.open();
        let keys = self.keys && side == Side::Client;
        let size = match (keys, self.split) {
            (true, _) => 1,
            (false, 0) => bytes.len().max(1),
            (false, size) => size,
        };
        let parts: Vec<&[u8]> = if keys { by_key(bytes) } else { bytes.chunks(size).collect() };
        for part in parts {
            let number = self.sizes.len();
            self.sizes.push(part.len());
            if keys {
                self.now += KEY_PAUSE - PAUSE;
            }
            match self.cut.filter(|cut| cut.segment == number && cut.at > 0 && cut.at < part.len()) {
                Some(cut) => {
                    let (one, other) = part.split_at(cut.at);
                    self.data(side, one);
                    self.data(side, other);
                }
                None => self.data(side, part),
            }
        }
    }

    fn data(&mut self, side: Side, bytes: &[u8]) {
        let tcp = self.segment(side, PSH | ACK, bytes.to_vec());
        let trick = if self.tricks.is_empty() { None } else { Some(self.tricks.remove(0)) };
        let len = bytes.len();
        match trick {
            None => self.push(side, &tcp, len, false),
            Some(Trick::Drop) => self.now += PAUSE,
            Some(Trick::Lose) => {
                self.now += PAUSE;
                self.stuck[side.index()] = true;
            }
            Some(Trick::Duplicate) => {
                self.push(side, &tcp, len, false);
                if let Some(mut copy) = self.frames.last().cloned() {
                    copy.time += 3_000;
                    self.frames.push(copy);
                }
            }
            Some(Trick::Retransmit(other)) => {
                self.push(side, &tcp, len, false);
                let mut again = tcp;
                if let Some(mut other) = other {
                    other.resize(len - 2, b'.');
                    other.extend(b"\r\n");
                    again.payload = other;
                }
                self.again = Some((side, again));
                self.advance(side, len);
                return;
            }
            Some(Trick::Swap) => {
                self.push(side, &tcp, len, false);
                self.swapped = self.frames.pop();
            }
            Some(Trick::Probe) => {
                let probe = Tcp { payload: bytes.iter().take(1).copied().collect(), ..tcp.clone() };
                self.push(side, &probe, 1, false);
                self.control(side.other(), ACK);
                self.push(side, &tcp, len, false);
            }
            Some(Trick::Fragments(size)) => {
                self.identification += 1;
                let mut parts = tcp.fragments(self.identification, size);
                parts.reverse();
                for bytes in parts {
                    self.keep(side, len, bytes);
                }
            }
            Some(Trick::FragmentsBut(size, missing)) => {
                self.identification += 1;
                for (number, bytes) in tcp.fragments(self.identification, size).into_iter().enumerate() {
                    if number != missing {
                        self.keep(side, len, bytes);
                    }
                }
            }
            Some(Trick::NoLength) => self.push(side, &tcp, len, true),
        }
        self.advance(side, len);
        if let Some((from, tcp)) = self.again.take() {
            self.now += 300_000_000;
            self.push(from, &tcp, tcp.payload.len(), false);
        }
    }

    fn push(&mut self, from: Side, tcp: &Tcp, data: usize, unknown_length: bool) {
        self.identification += 1;
        self.keep(from, data, tcp.frame(self.identification, unknown_length));
    }

    fn keep(&mut self, from: Side, data: usize, bytes: Vec<u8>) {
        self.now += PAUSE;
        let mut frame = Built { time: self.now, from, data, bytes };
        if let Some(mut earlier) = self.swapped.take() {
            std::mem::swap(&mut earlier.time, &mut frame.time);
            self.frames.push(frame);
            self.frames.push(earlier);
        } else {
            self.frames.push(frame);
        }
    }

    /// Closed in good order, unless the script said otherwise.
    fn end(&mut self) {
        self.open();
        if !self.over {
            if let Some((from, tcp)) = self.again.take() {
                self.push(from, &tcp, tcp.payload.len(), false);
            }
            for side in [Side::Client, Side::Server] {
                if !self.ended[side.index()] {
                    self.control(side, FIN | ACK);
                }
            }
            self.control(Side::Client, ACK);
            self.over = true;
        }
        if let Some(frame) = self.swapped.take() {
            self.frames.push(frame);
        }
    }
}

/// A line as it is typed: a byte per key, the line end with one key, the bytes of a character together.
fn by_key(bytes: &[u8]) -> Vec<&[u8]> {
    let mut keys = Vec::new();
    let mut from = 0;
    for at in 1..=bytes.len() {
        let whole = match bytes.get(at) {
            Some(b'\n') => bytes.get(at - 1) != Some(&b'\r'),
            Some(byte) => byte & 0xc0 != 0x80,
            None => true,
        };
        if whole {
            keys.extend(bytes.get(from..at));
            from = at;
        }
    }
    keys
}
