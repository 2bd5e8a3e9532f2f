//! Captures for measuring: mail sessions, TLS connections and short flows, as many bytes of them as are asked for, the
//! same every time. Frames are made one by one and held by nobody.

use std::collections::VecDeque;

use crate::wire::{ACK, End, FIN, PSH, SYN, Tcp, block, head};

/// What the traffic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// SMTP and POP3 sessions with mails of 2 KB to 1 MB.
    Mail,
    /// TLS 1.2 and 1.3 connections: a handshake and up to 1 MB of records.
    Tls,
    /// Connections of 9 packets: a greeting, QUIT and its reply.
    Flows,
    /// The same, none of which ends.
    Open,
    /// One mail of all the bytes.
    HugeMail,
}

impl Mode {
    pub fn from_name(name: &str) -> Option<Mode> {
        Some(match name {
            "mail" => Mode::Mail,
            "tls" => Mode::Tls,
            "flows" => Mode::Flows,
            "open" => Mode::Open,
            "huge-mail" => Mode::HugeMail,
            _ => return None,
        })
    }
}

/// Largest payload of a segment.
const SEGMENT: usize = 1448;
/// Conversations at a time.
const ACTIVE: usize = 50;
/// 2026-03-02 08:00:00 UTC, in nanoseconds.
const START: u64 = 1_772_438_400_000_000_000;

/// Bytes that one side sends, perhaps again and again.
struct Turn {
    server: bool,
    bytes: Vec<u8>,
    times: u64,
}

impl Turn {
    fn new(server: bool, bytes: impl Into<Vec<u8>>) -> Self {
        Turn { server, bytes: bytes.into(), times: 1 }
    }
}

/// A connection that is being sent.
struct Session {
    client: End,
    server: End,
    turns: VecDeque<Turn>,
    /// Of the first turn: where in its bytes.
    at: usize,
    next: [u32; 2],
    unacknowledged: u32,
    stage: Stage,
    stays_open: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Opening(u8),
    Data,
    Closing(u8),
    Over,
}

impl Session {
    fn tcp(&self, server: bool, flags: u8, payload: &[u8]) -> Tcp {
        let (from, to) = if server { (self.server, self.client) } else { (self.client, self.server) };
        let (mine, others) = (usize::from(server), usize::from(!server));
        let (sequence, acknowledgement) = (self.next[mine], self.next[others]);
        Tcp { from, to, sequence, acknowledgement, flags, payload: payload.to_vec() }
    }

    fn sent(&mut self, server: bool, len: u32) {
        let next = &mut self.next[usize::from(server)];
        *next = next.wrapping_add(len);
    }

    fn step(&mut self) -> Option<Tcp> {
        match self.stage {
            Stage::Opening(0) => {
                self.stage = Stage::Opening(1);
                let mut tcp = self.tcp(false, SYN, &[]);
                tcp.acknowledgement = 0;
                self.sent(false, 1);
                Some(tcp)
            }
            Stage::Opening(1) => {
                self.stage = Stage::Opening(2);
                let tcp = self.tcp(true, SYN | ACK, &[]);
                self.sent(true, 1);
                Some(tcp)
            }
            Stage::Opening(_) => {
                self.stage = Stage::Data;
                Some(self.tcp(false, ACK, &[]))
            }
            Stage::Data => self.data(),
            Stage::Closing(step) => {
                let server = step == 1;
                self.stage = if step == 2 { Stage::Over } else { Stage::Closing(step + 1) };
                let tcp = self.tcp(server, if step == 2 { ACK } else { FIN | ACK }, &[]);
                self.sent(server, u32::from(step < 2));
                Some(tcp)
            }
            Stage::Over => None,
        }
    }

    fn data(&mut self) -> Option<Tcp> {
        let Some(turn) = self.turns.front() else {
            self.stage = if self.stays_open { Stage::Over } else { Stage::Closing(0) };
            return self.step();
        };
        let server = turn.server;
        if self.unacknowledged == 2 {
            self.unacknowledged = 0;
            return Some(self.tcp(!server, ACK, &[]));
        }
        let end = (self.at + SEGMENT).min(turn.bytes.len());
        let tcp = self.tcp(server, ACK | PSH, &turn.bytes[self.at..end]);
        self.sent(server, (end - self.at) as u32);
        self.unacknowledged += 1;
        self.at = end;
        let turn = &mut self.turns[0];
        if end == turn.bytes.len() {
            self.at = 0;
            turn.times -= 1;
            if turn.times == 0 {
                self.turns.pop_front();
            }
        }
        Some(tcp)
    }
}

/// Blocks of a pcapng file, one after the other.
pub struct Traffic {
    mode: Mode,
    /// Bytes that are still to come.
    left: u64,
    /// Of a million segments with data, how many are missing for good.
    gaps: u64,
    handshakes: Vec<Vec<(bool, Vec<u8>)>>,
    active: Vec<Session>,
    turn: usize,
    started: u32,
    random: u64,
    frames: u64,
    begun: bool,
}

impl Traffic {
    /// `handshakes`: what client (`false`) and server (`true`) say in a TLS connection, for [`Mode::Tls`].
    pub fn new(mode: Mode, bytes: u64, gaps: u64, handshakes: Vec<Vec<(bool, Vec<u8>)>>) -> Self {
        Traffic {
            mode,
            left: bytes,
            gaps,
            handshakes,
            active: Vec::new(),
            turn: 0,
            started: 0,
            random: 0x9e37_79b9_7f4a_7c15,
            frames: 0,
            begun: false,
        }
    }

    /// All of it.
    pub fn bytes(self) -> Vec<u8> {
        let mut out = Vec::new();
        self.for_each(|block| out.extend(block));
        out
    }

    fn random(&mut self, below: u64) -> u64 {
        // xorshift64*
        self.random ^= self.random >> 12;
        self.random ^= self.random << 25;
        self.random ^= self.random >> 27;
        (self.random.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11) % below
    }

    fn start(&mut self) -> Session {
        let number = self.started;
        self.started += 1;
        let [_, b, c, d] = number.to_be_bytes();
        let tls = self.mode == Mode::Tls;
        let pop3 = self.mode == Mode::Mail && number % 5 < 2;
        let turns = match self.mode {
            Mode::Mail if pop3 => self.pop3(),
            Mode::Mail => {
                let lines = 30 << self.random(10);
                self.smtp(lines)
            }
            Mode::HugeMail => self.smtp(self.left / 78),
            Mode::Tls => self.tls(),
            Mode::Flows | Mode::Open => {
                let mut turns = vec![Turn::new(true, "220 mail.lab.example ESMTP\r\n")];
                turns.push(Turn::new(false, "QUIT\r\n"));
                turns.push(Turn::new(true, "221 bye\r\n"));
                turns
            }
        };
        Session {
            client: ([10, b, c, d], 40_000 + (number % 20_000) as u16),
            server: (
                [192, 168, 1, 25],
                if tls {
                    443
                } else if pop3 {
                    110
                } else {
                    25
                },
            ),
            turns: turns.into(),
            at: 0,
            next: [number.wrapping_mul(2_654_435_761), number.wrapping_mul(40_503)],
            unacknowledged: 0,
            stage: Stage::Opening(0),
            stays_open: self.mode == Mode::Open,
        }
    }

    fn smtp(&mut self, lines: u64) -> Vec<Turn> {
        let say = |text: &str| Turn::new(false, text);
        let hear = |text: &str| Turn::new(true, text);
        let mut turns = vec![
            hear("220 mail.lab.example ESMTP\r\n"),
            say("EHLO pc\r\n"),
            hear("250-mail.lab.example\r\n250-SIZE 50000000\r\n250-AUTH LOGIN PLAIN\r\n250 8BITMIME\r\n"),
            say("AUTH LOGIN\r\n"),
            hear("334 VXNlcm5hbWU6\r\n"),
            say("c3R1ZGVudA==\r\n"),
            hear("334 UGFzc3dvcmQ6\r\n"),
            say("bGFiLWNvZGU=\r\n"),
            hear("235 2.7.0 ok\r\n"),
            say("MAIL FROM:<student@lab.example>\r\n"),
            hear("250 2.1.0 ok\r\n"),
            say("RCPT TO:<teacher@lab.example>\r\n"),
            hear("250 2.1.5 ok\r\n"),
            say("DATA\r\n"),
            hear("354 go on\r\n"),
        ];
        turns.extend(self.mail(false, lines));
        turns.extend([say(".\r\n"), hear("250 2.0.0 queued\r\n"), say("QUIT\r\n"), hear("221 bye\r\n")]);
        turns
    }

    fn pop3(&mut self) -> Vec<Turn> {
        let mut turns = vec![
            Turn::new(true, "+OK ready\r\n"),
            Turn::new(false, "USER student\r\n"),
            Turn::new(true, "+OK\r\n"),
            Turn::new(false, "PASS lab-code\r\n"),
            Turn::new(true, "+OK\r\n"),
        ];
        for number in 1..=1 + self.random(3) {
            turns.push(Turn::new(false, format!("RETR {number}\r\n")));
            turns.push(Turn::new(true, "+OK\r\n"));
            let lines = 30 << self.random(10);
            turns.extend(self.mail(true, lines));
            turns.push(Turn::new(true, ".\r\n"));
        }
        turns.push(Turn::new(false, "QUIT\r\n"));
        turns.push(Turn::new(true, "+OK\r\n"));
        turns
    }

    /// A header, text, and an attachment of this many lines in Base64.
    fn mail(&mut self, server: bool, lines: u64) -> Vec<Turn> {
        let header = "From: Student <student@lab.example>\r\nTo: teacher@lab.example\r\n\
            Subject: =?utf-8?B?5a6e6aqM5oql5ZGK?=\r\nMIME-Version: 1.0\r\n\
            Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n\
            The report is attached.\r\n..\r\n--b\r\nContent-Type: application/pdf; name=\"report.pdf\"\r\n\
            Content-Transfer-Encoding: base64\r\n\r\n";
        const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        const LINES: u64 = 512;
        let mut text = Vec::new();
        for _ in 0..lines.min(LINES) {
            for _ in 0..76 {
                text.push(ALPHABET[self.random(64) as usize]);
            }
            text.extend(b"\r\n");
        }
        let times = (lines / LINES).max(1);
        vec![Turn::new(server, header), Turn { server, bytes: text, times }, Turn::new(server, "--b--\r\n")]
    }

    fn tls(&mut self) -> Vec<Turn> {
        let which = self.random(self.handshakes.len() as u64) as usize;
        let mut turns: Vec<Turn> =
            self.handshakes[which].iter().map(|(server, bytes)| Turn::new(*server, bytes.clone())).collect();
        let size = 64 << self.random(9);
        let mut record = vec![23, 3, 3, (size >> 8) as u8, size as u8];
        for _ in 0..size {
            record.push(self.random(256) as u8);
        }
        turns.push(Turn { server: true, bytes: record, times: 1 + self.random(64) });
        turns
    }

    fn is_over(&self) -> bool {
        self.left == 0 || (self.mode == Mode::HugeMail && self.started > 0)
    }
}

impl Iterator for Traffic {
    type Item = Vec<u8>;

    fn next(&mut self) -> Option<Vec<u8>> {
        if !self.begun {
            self.begun = true;
            return Some(head());
        }
        loop {
            while self.active.len() < ACTIVE && !self.is_over() {
                let session = self.start();
                self.active.push(session);
            }
            if self.active.is_empty() {
                return None;
            }
            // A few segments of one, then of the next.
            if self.random(4) == 0 {
                self.turn += 1;
            }
            let at = self.turn % self.active.len();
            let Some(tcp) = self.active[at].step() else {
                self.active.swap_remove(at);
                continue;
            };
            if !tcp.payload.is_empty() && self.gaps > 0 && self.random(1_000_000) < self.gaps {
                continue;
            }
            self.frames += 1;
            let frame = tcp.frame(self.frames as u16 | 1, false);
            let time = START + self.frames * 20_000;
            let mut body = vec![0; 4];
            body.extend(((time >> 32) as u32).to_le_bytes());
            body.extend((time as u32).to_le_bytes());
            body.extend((frame.len() as u32).to_le_bytes());
            body.extend((frame.len() as u32).to_le_bytes());
            body.extend(&frame);
            body.resize(body.len().next_multiple_of(4), 0);
            let mut out = Vec::with_capacity(body.len() + 12);
            block(&mut out, 6, &body);
            self.left = self.left.saturating_sub(out.len() as u64);
            return Some(out);
        }
    }
}
