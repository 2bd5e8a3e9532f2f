//! Files made to exhaust a program: what they cost is bounded by the program's constants, and a bound that was met is said.
//!
//! The files are generated while they are read and are held by nobody; memory is counted by the allocator. Sizes are what
//! a test build reads in about a second: a bound that holds there by a factor of ten holds for a larger file too, because
//! what is kept does not grow with it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;

use std::sync::Mutex;
use std::sync::atomic::Ordering::Relaxed;
use std::time::Instant;

use peak_alloc::PeakAlloc;
use wiretale::Limits;
use wiretale::dialogue::{Capture, Conversation, Wanted};
use wiretale::flow;

use support::generated::{Generated, block, connection, packet, segment};
use support::wire::{ACK, SYN, Tcp};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// One file at a time: memory is counted for the whole process.
static ALONE: Mutex<()> = Mutex::new(());

const MIB: usize = 1 << 20;
/// The read buffer, the tables of texts that are loaded once, and the allocator's own doubling: what any file costs.
const BASE: usize = 8 * MIB;

/// What is looked at of a result, so that keeping it costs nothing.
#[derive(Default)]
struct Seen {
    frames: u64,
    fates: u64,
    conversations: u64,
    findings: Vec<&'static str>,
    steps: usize,
    /// Bytes that it cost at most.
    peak: usize,
}

impl Seen {
    fn found(&self, code: &str) -> bool {
        self.findings.contains(&code)
    }
}

impl wiretale::Out for Seen {
    fn conversation(&mut self, conversation: Box<Conversation>) -> Option<Box<Conversation>> {
        self.conversations += 1;
        self.steps = self.steps.max(conversation.steps.len());
        for finding in &conversation.findings {
            if !self.found(finding.code) {
                self.findings.push(finding.code);
            }
        }
        Some(conversation)
    }

    fn capture(&mut self, capture: Capture) {
        self.frames = capture.frames;
        self.fates = capture.fates.total();
        self.findings.extend(capture.findings.iter().map(|finding| finding.code));
    }
}

/// Analyses a generated file: the head of a pcapng file, then what `next` makes. Fails when it costs more than `bound`.
fn costs(name: &str, bound: usize, next: impl FnMut(u64) -> Option<Vec<u8>> + Send + 'static) -> Seen {
    costs_within(name, bound, Limits::default(), next)
}

fn costs_within(
    name: &str,
    bound: usize,
    limits: Limits,
    next: impl FnMut(u64) -> Option<Vec<u8>> + Send + 'static,
) -> Seen {
    let _alone = ALONE.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let file = Generated::pcapng(next);
    let size = file.size();
    let mut seen = Seen::default();
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let began = Instant::now();
    wiretale::analyze_within(Box::new(file), &Wanted::default(), limits, &mut seen).unwrap();
    let peak = MEMORY.peak_usage().saturating_sub(before);
    let (size, took) = (size.load(Relaxed), began.elapsed());
    println!(
        "{name}: {size} bytes, {took:.1?}, {} KiB at most, {} frames, {:?}",
        peak / 1024,
        seen.frames,
        seen.findings
    );
    seen.peak = peak;
    assert!(peak <= bound, "{name} costs {peak} bytes, not {bound}");
    assert_eq!(seen.fates, seen.frames, "every frame has a fate");
    seen
}

/// A client of its own for every number.
fn from_client(number: u64, server: bool, flags: u8, sequence: u32, payload: &[u8]) -> Tcp {
    let [_, a, b, c] = (number as u32).to_be_bytes();
    let mut tcp = segment(server, 25, flags, sequence, 0, payload);
    let client = if server { &mut tcp.to } else { &mut tcp.from };
    *client = ([10, a, b, c], (number % 50_000) as u16 + 1);
    tcp
}

/// The same with another port of the server.
fn on_port(port: u16, mut tcp: Tcp) -> Tcp {
    let server = if tcp.from == ([10, 0, 0, 2], 25) { &mut tcp.from } else { &mut tcp.to };
    server.1 = port;
    tcp
}

/// Two hundred thousand half-open connections; each costs a slot of the table and no conversation before the end.
#[test]
fn connections_that_never_open_cost_a_slot_each() {
    const CONNECTIONS: u64 = 200_000;
    // The table grows by doubling, and while it does the old one is there too.
    const SLOT: usize = 350;
    const SLOTS: usize = (CONNECTIONS as usize).next_power_of_two() * 3 / 2;
    let seen = costs("half-open connections", BASE + SLOTS * SLOT, |number| {
        let tcp = from_client(number, false, SYN, 7, &[]);
        (number < CONNECTIONS).then(|| packet(number, &tcp.frame(1, false)))
    });
    assert_eq!(seen.conversations, CONNECTIONS);
}

/// The same with a greeting, which makes it a conversation that is recognised.
#[test]
fn connections_that_say_a_line_cost_little_more_than_it() {
    const CONNECTIONS: u64 = 50_000;
    const SLOT: usize = 350;
    const SLOTS: usize = (CONNECTIONS as usize).next_power_of_two() * 3 / 2;
    const SAID: usize = 250;
    let bound = BASE + SLOTS * SLOT + CONNECTIONS as usize * SAID;
    let seen = costs("idle connections", bound, |number| {
        let tcp = match number % 3 {
            0 => from_client(number / 3, false, SYN, u32::MAX, &[]),
            1 => from_client(number / 3, true, SYN | ACK, u32::MAX, &[]),
            _ => from_client(number / 3, true, ACK, 0, b"220 mail.lab.example ESMTP Postfix\r\n"),
        };
        (number < 3 * CONNECTIONS).then(|| packet(number, &tcp.frame(number as u16 | 1, false)))
    });
    assert_eq!(seen.conversations, CONNECTIONS);
}

/// More connections than are followed: the others are put aside, each with its conversation, and it is said.
#[test]
fn connections_beyond_the_bound_are_put_aside_and_said() {
    let limits =
        Limits { flow: flow::Limits { connections: 1000, ..Default::default() }, ..Default::default() };
    let seen = costs_within("connections beyond the bound", BASE, limits, |number| {
        let tcp = from_client(number, false, SYN, 7, &[]);
        (number < 20_000).then(|| packet(number, &tcp.frame(1, false)))
    });
    assert_eq!(seen.conversations, 20_000);
    assert!(seen.found("tcp.too-many-connections") && seen.found("tcp.put-aside"), "{:?}", seen.findings);
}

/// Each waits for a byte in front of 64 KiB; together they would wait for 90 MB.
#[test]
fn what_waits_in_all_connections_is_bounded_and_said() {
    let seen = costs("holes in many connections", BASE + 80 * MIB, |number| {
        let (client, turn) = (number / 6, number % 6);
        let tcp = match turn {
            0 => from_client(client, false, SYN, u32::MAX, &[]),
            1 => from_client(client, true, SYN | ACK, u32::MAX, &[]),
            2 => from_client(client, false, ACK, 0, b"GET / HTTP/1.1\r\n"),
            turn => from_client(client, false, ACK, 17 + (turn as u32 - 3) * 21_000, &[b'a'; 21_000]),
        };
        let tcp = on_port(4000, tcp);
        (client < 1400).then(|| packet(number, &tcp.frame(number as u16 | 1, false)))
    });
    assert_eq!(seen.conversations, 1400);
    assert!(seen.found("tcp.stopped-waiting"), "{:?}", seen.findings);
}

/// Each has begun a line that may become anything; together they would hold 120 MB.
#[test]
fn what_is_held_in_all_connections_is_bounded_and_said() {
    let seen = costs("lines begun in many connections", BASE + 80 * MIB, |number| {
        let (client, turn) = (number / 3, number % 3);
        let tcp = match turn {
            0 => from_client(client, false, SYN, u32::MAX, &[]),
            1 => from_client(client, true, SYN | ACK, u32::MAX, &[]),
            _ => from_client(client, false, ACK, 0, &[b'a'; 15_000]),
        };
        (client < 4000).then(|| packet(number, &tcp.frame(number as u16 | 1, false)))
    });
    assert_eq!(seen.conversations, 4000);
    assert!(seen.found("tcp.recognised-early"), "{:?}", seen.findings);
}

/// Segments two gigabytes apart: each makes a gap, no gap costs its length.
#[test]
fn jumps_of_the_sequence_number_cost_nothing() {
    let seen = costs(
        "sequence jumps",
        BASE + 64 * MIB,
        connection(25, |number| {
            let sequence = (number as u32).wrapping_mul(0x7fff_fff0);
            (number < 30_000).then(|| segment(false, 25, ACK, sequence, 0, b"NOOP\r\n"))
        }),
    );
    assert!(seen.found("tcp.gap"), "{:?}", seen.findings);
}

/// Packets that begin and never become whole: 256 at a time, of up to 64 KiB and a mark per byte.
#[test]
fn fragments_without_end_are_given_up() {
    let seen = costs("fragments", BASE + 2 * 256 * 65_536, |number| {
        let tcp = segment(false, 25, ACK, 0, 0, &[b'x'; 64]);
        let mut fragment = tcp.fragments((number / 3) as u16, 8).remove(1);
        // Wherever it says: 20 and 21 are the fragment's offset behind the Ethernet header.
        let offset = 0x2000 | (number * 977 % 8000) as u16;
        fragment[20..22].copy_from_slice(&offset.to_be_bytes());
        (number < 50_000).then(|| packet(number, &fragment))
    });
    assert!(
        seen.found("net.fragments-limit") && seen.found("net.fragments-incomplete"),
        "{:?}",
        seen.findings
    );
}

/// One line of 64 MB (a thousandth of it is kept).
#[test]
fn a_line_without_end_costs_what_is_kept_of_it() {
    costs(
        "endless line",
        BASE + 8 * MIB,
        connection(25, |number| {
            let payload = if number == 0 { b"220 mail ".to_vec() } else { vec![b'a'; 16_000] };
            let sequence = if number == 0 { 0 } else { 9 + (number as u32 - 1) * 16_000 };
            (number < 4000).then(|| segment(true, 25, ACK, sequence, 0, &payload))
        }),
    );
}

/// Empty records behind a hello, a thousand in each segment.
#[test]
fn empty_tls_records_cost_nothing_each() {
    let recorded = std::fs::read_to_string(support::project("src/proto/tls/testdata/tls13.txt")).unwrap();
    let hello = recorded.lines().find_map(|line| line.strip_prefix("C ")).unwrap().trim();
    let hello: Vec<u8> =
        (0..hello.len() / 2).map(|at| u8::from_str_radix(&hello[2 * at..2 * at + 2], 16).unwrap()).collect();
    let length = hello.len() as u32;
    let seen = costs(
        "empty TLS records",
        BASE + 16 * MIB,
        connection(443, move |number| {
            let empty = [0x16, 3, 3, 0, 0].repeat(1000);
            (number < 1000).then(|| match number {
                0 => segment(false, 443, ACK, 0, 0, &hello),
                _ => segment(false, 443, ACK, length + (number as u32 - 1) * 5000, 0, &empty),
            })
        }),
    );
    assert!(seen.found("tls.empty-records"), "{:?}", seen.findings);
}

/// One-byte segments in the worst order, the last first, in front of a byte that never comes.
#[test]
fn one_byte_segments_in_reverse_are_bounded() {
    costs(
        "one-byte segments in reverse",
        BASE + 64 * MIB,
        connection(25, |number| {
            (number < 100_000).then(|| segment(false, 25, ACK, 2 * (100_001 - number as u32), 0, b"x"))
        }),
    );
}

/// A reply of two hundred thousand lines, a hundred in each segment.
#[test]
fn a_reply_of_many_lines_is_bounded() {
    costs(
        "reply of many lines",
        BASE + 16 * MIB,
        connection(25, |number| {
            let payload = b"220-mail x\r\n".repeat(100);
            (number < 2000).then(|| segment(true, 25, ACK, number as u32 * 1200, 0, &payload))
        }),
    );
}

/// A mail with a hundred thousand parts, a hundred in each segment.
#[test]
fn a_mail_of_many_parts_is_bounded_and_says_so() {
    let opening: [(bool, &[u8]); 4] = [
        (true, b"220 x\r\n"),
        (false, b"DATA\r\n"),
        (true, b"354 x\r\n"),
        (false, b"Content-Type: multipart/mixed; boundary=x\r\n\r\n"),
    ];
    let mut at = [0u32; 2];
    let seen = costs(
        "mail of many parts",
        BASE + 16 * MIB,
        connection(25, move |number| {
            let (server, payload) = match opening.get(number as usize) {
                Some((server, payload)) => (*server, payload.to_vec()),
                None => (false, b"--x\r\n\r\na\r\n".repeat(100)),
            };
            let (here, there) = (at[usize::from(server)], at[usize::from(!server)]);
            at[usize::from(server)] += payload.len() as u32;
            (number < 1004).then(|| segment(server, 25, ACK, here, there, &payload))
        }),
    );
    assert!(seen.found("mail.too-many-parts"), "{:?}", seen.findings);
}

/// Interface statistics that each report a lost packet, as the smallest blocks that say something.
#[test]
fn many_statistics_blocks_are_not_all_repeated() {
    let mut body = vec![0; 12];
    body.extend([5, 0, 8, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let statistics = block(5, &body).repeat(100);
    let seen = costs("tiny blocks", BASE, move |number| (number < 3000).then(|| statistics.clone()));
    assert!(seen.found("capture.dropped"));
    assert!(seen.findings.len() <= 100);
}

/// A block with a hundred thousand names of as many addresses, and one with millions of names of one address.
#[test]
fn names_without_end_are_bounded_and_said() {
    let seen = costs("names", BASE + 64 * MIB, |number| {
        let mut body = Vec::new();
        if number == 0 {
            for index in 0..100_000u32 {
                body.extend([1, 0, 10, 0]);
                body.extend(index.to_be_bytes());
                body.extend(*b"names\0\0\0");
            }
        } else {
            for _ in 0..60 {
                body.extend([1, 0, 0xfc, 0xff, 10, 0, 0, 1]);
                body.extend(b"a\0".repeat(0x7ffc));
            }
        }
        body.extend([0; 4]);
        (number < 2).then(|| block(4, &body))
    });
    assert!(seen.found("capture.too-many-names"), "{:?}", seen.findings);
}

/// Behind a gap nothing is shown to the probes, and yet nothing may be held without end.
#[test]
fn bytes_behind_a_gap_are_not_held_without_end_while_probing() {
    costs(
        "probing behind a gap",
        BASE + 16 * MIB,
        connection(4000, |number| {
            let payload = if number == 0 { vec![b'2'] } else { vec![b'a'; 32_000] };
            let sequence = if number == 0 { 0 } else { 2 + (number as u32 - 1) * 32_000 };
            (number < 2000).then(|| segment(true, 4000, ACK, sequence, 0, &payload))
        }),
    );
}

/// Times that run backwards give a connection without its SYN thousands of segments to be held for its beginning.
#[test]
fn a_beginning_that_is_waited_for_holds_no_more_than_any_hole() {
    costs("waiting for a beginning", BASE + 16 * MIB, |number| {
        let time = if number == 0 { 10_000_000 } else { number };
        let tcp = segment(false, 25, ACK, number as u32 * 32_000, 0, &[b'a'; 32_000]);
        (number < 2000).then(|| packet(time, &tcp.frame(number as u16 | 1, false)))
    });
}

/// Segments of one byte that are never in order, and behind a hole that is never filled.
#[test]
fn tiny_segments_out_of_order_are_bounded() {
    let seen = costs(
        "tiny segments out of order",
        BASE + 64 * MIB,
        connection(25, |number| {
            let at = 2 + (number * 7919 % 200_003) as u32;
            (number < 200_000).then(|| segment(false, 25, ACK, at, 0, b"x"))
        }),
    );
    assert!(seen.found("tcp.gap"), "{:?}", seen.findings);
}

/// Descriptions of interfaces without end.
#[test]
fn many_interfaces_are_bounded() {
    let interfaces = block(1, &[1, 0, 0, 0, 0, 0, 4, 0]).repeat(1000);
    let seen = costs("interfaces", BASE + 8 * MIB, move |number| (number < 100).then(|| interfaces.clone()));
    assert!(seen.found("capture.too-many-texts"), "{:?}", seen.findings);
}

/// A long comment on every frame, of bytes that are written six times as long.
#[test]
fn many_comments_are_bounded() {
    let seen = costs("comments", BASE + 8 * MIB, |number| {
        let frame = segment(false, 25, SYN, 7, 0, &[]).frame(1, false);
        let mut body = vec![0; 12];
        body.extend((frame.len() as u32).to_le_bytes());
        body.extend((frame.len() as u32).to_le_bytes());
        body.extend(&frame);
        body.resize(body.len().next_multiple_of(4), 0);
        body.extend([1, 0]);
        body.extend(16_000u16.to_le_bytes());
        body.extend([0; 16_000]);
        body.extend([0; 4]);
        (number < 500).then(|| block(6, &body))
    });
    assert!(seen.found("capture.too-many-texts"), "{:?}", seen.findings);
}

/// Mails one after the other: what is kept is what is open, whatever the size of the file.
#[test]
fn case_64_memory_does_not_grow_with_the_file() {
    let mut text = "S: 220 mail.lab.example ESMTP\nC: EHLO pc\nS: 250 mail.lab.example\n\
        C: MAIL FROM:<student@lab.example>\nS: 250 ok\nC: RCPT TO:<teacher@lab.example>\nS: 250 ok\n\
        C: DATA\nS: 354 go on\nC. Subject: one of many\nC.\n"
        .to_owned();
    for _ in 0..400 {
        text.push_str("C. a line of a mail that is as long as others, and there are many of them\n");
    }
    text.push_str("C. .\nS: 250 queued\nC: QUIT\nS: 221 bye\n");
    let frames: Vec<_> = support::build::frames(&support::script::Script::parse(&text), None);
    let peak = |conversations: u64| {
        let frames = frames.clone();
        let count = frames.len() as u64;
        let seen = costs(&format!("{conversations} mails"), BASE + 2 * MIB, move |number| {
            let (conversation, at) = (number / count, number % count);
            let frame = &frames[at as usize];
            let mut bytes = frame.bytes.clone();
            // The client's port, behind Ethernet and IP.
            let port = 34 + if frame.from == wiretale::dialogue::Side::Client { 0 } else { 2 };
            bytes[port..port + 2].copy_from_slice(&(10_000 + conversation as u16).to_be_bytes());
            (conversation < conversations).then(|| packet(number, &bytes))
        });
        assert_eq!(seen.conversations, conversations);
        seen.peak
    };
    let (few, many) = (peak(8), peak(80));
    assert!(many < few + MIB / 4, "ten times the file costs {many} bytes instead of {few}");
}
