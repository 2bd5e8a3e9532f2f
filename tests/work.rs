//! The work that a file costs is bounded by its size, whatever is in it: counted, not timed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;

use std::sync::atomic::Ordering::Relaxed;

use wiretale::dialogue::{Capture, Conversation, Wanted};
use wiretale::work;

use support::generated::{Generated, connection, packet, segment};
use support::wire::{ACK, Tcp};

/// Units of work per byte of the file. A frame of one byte takes ninety bytes of the file, so this allows hundreds of
/// units for it: a few looks at it, but not a walk through a list or a buffer for every byte that comes.
const UNITS_PER_BYTE: u64 = 2;

struct Nobody(u64);

impl wiretale::Out for Nobody {
    fn conversation(&mut self, conversation: Box<Conversation>) -> Option<Box<Conversation>> {
        Some(conversation)
    }

    fn capture(&mut self, capture: Capture) {
        self.0 = capture.frames;
    }
}

/// Analyses what `next` makes; fails when that is too much work.
fn takes(name: &str, next: impl FnMut(u64) -> Option<Vec<u8>> + Send + 'static) {
    let file = Generated::pcapng(next);
    let size = file.size();
    let mut out = Nobody(0);
    work::take();
    wiretale::analyze(Box::new(file), &Wanted::default(), &mut out).unwrap();
    let (work, size) = (work::take(), size.load(Relaxed));
    println!("{name}: {work} units for {size} bytes, {:.2} each", work as f64 / size as f64);
    assert!(out.0 > 1000, "{name}: only {} frames", out.0);
    assert!(work > out.0, "{name}: work is not counted");
    assert!(work <= size * UNITS_PER_BYTE, "{name}: {work} units for {size} bytes");
}

/// A connection whose beginning is not in the file: on a port of mail it may still become anything.
fn late(
    mut next: impl FnMut(u64) -> Option<Tcp> + Send + 'static,
) -> impl FnMut(u64) -> Option<Vec<u8>> + Send + 'static {
    move |number| Some(packet(number, &next(number)?.frame(number as u16 | 1, false)))
}

/// Segments per file.
const MANY: u64 = 16_000;

#[test]
fn bytes_one_by_one_that_never_decide() {
    takes(
        "one by one",
        connection(4000, |number| (number < MANY).then(|| segment(false, 4000, ACK, number as u32, 0, b"a"))),
    );
}

#[test]
fn line_ends_one_by_one_that_never_decide() {
    takes(
        "line ends",
        late(|number| (number < MANY).then(|| segment(false, 25, ACK, number as u32, 0, b"\n"))),
    );
}

#[test]
fn both_sides_in_turn_that_never_decide() {
    takes(
        "in turn",
        connection(25, |number| {
            let (server, at) = (number % 2 == 1, (number / 2) as u32);
            (number < MANY).then(|| segment(server, 25, ACK, at, at, b"a"))
        }),
    );
}

/// Whoever sends records that are none asks whether a later byte begins one.
#[test]
fn empty_records_that_never_decide() {
    takes(
        "records",
        connection(4000, |number| {
            let byte = [0x17, 3, 3, 0, 0][number as usize % 5];
            (number < MANY).then(|| segment(false, 4000, ACK, number as u32, 0, &[byte]))
        }),
    );
}

/// What a client sent ahead is offered again for every reply, and a line of it is taken.
#[test]
fn held_bytes_that_are_taken_line_by_line() {
    let ahead = b"AUTH LOGIN\r\n";
    takes(
        "held",
        connection(25, move |number| {
            let lines = 15_000;
            let tcp = match number {
                0 => segment(true, 25, ACK, 0, 0, b"220 x ESMTP\r\n"),
                1..=15 => {
                    let at = (number as u32 - 1) * 12_000;
                    segment(false, 25, ACK, at, 13, &ahead.repeat(1000))
                }
                number if number < 15 + lines => {
                    let at = 13 + (number as u32 - 16) * 7;
                    segment(true, 25, ACK, at, 180_000, b"503 x\r\n")
                }
                _ => return None,
            };
            Some(tcp)
        }),
    );
}

/// A number that jumps through `0..count` without an order that any list likes.
fn scattered(number: u64, count: u64) -> u64 {
    number * 7919 % count
}

#[test]
fn segments_in_the_worst_order_behind_a_hole() {
    takes(
        "behind a hole",
        connection(25, |number| {
            let at = 2 + 2 * scattered(number, MANY) as u32;
            (number < MANY).then(|| segment(false, 25, ACK, at, 0, b"x"))
        }),
    );
}

/// Every second byte is there; then large segments come that reach over all of them.
#[test]
fn segments_that_reach_over_many_others() {
    takes(
        "over many others",
        connection(25, |number| {
            let tcp = match number {
                0..4000 => segment(false, 25, ACK, 2 + 2 * number as u32, 0, b"x"),
                4000..5000 => segment(false, 25, ACK, 2, 0, &[b'x'; 8000]),
                _ => return None,
            };
            Some(tcp)
        }),
    );
}

/// Without a SYN, with times that run backwards: thousands of segments wait for their beginning.
#[test]
fn a_shuffled_capture_without_a_beginning() {
    takes("shuffled", |number| {
        let tcp = segment(number % 2 == 1, 25, ACK, 4 * scattered(number, MANY) as u32, 0, b"x\r\n");
        (number < MANY)
            .then(|| packet(scattered(number, MANY) * 100_000, &tcp.frame(number as u16 | 1, false)))
    });
}

#[test]
fn tiny_fragments_at_any_offset() {
    for packets in [1, 300] {
        takes("fragments", move |number| {
            let tcp = segment(false, 25, ACK, 0, 0, &[b'x'; 64]);
            let mut fragment = tcp.fragments((number % packets) as u16, 8).remove(1);
            // 20 and 21 are the fragment's offset behind the Ethernet header.
            let offset = 0x2000 | scattered(number, 8000) as u16;
            fragment[20..22].copy_from_slice(&offset.to_be_bytes());
            (number < MANY).then(|| packet(number, &fragment))
        });
    }
}
