//! Captures that are made while they are read, for files that nobody wants to hold.

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use super::wire::{ACK, SYN, Tcp, pcapng};

/// A file that is made piece by piece while it is read.
pub struct Generated<F> {
    next: F,
    number: u64,
    bytes: Vec<u8>,
    at: usize,
    made: Arc<AtomicU64>,
}

impl<F: FnMut(u64) -> Option<Vec<u8>> + Send> Generated<F> {
    /// A file of the parts that `next` makes, counted from 0, behind the head of a pcapng file.
    pub fn pcapng(mut next: F) -> Generated<impl FnMut(u64) -> Option<Vec<u8>> + Send> {
        let mut head = Some(pcapng(&[], 0));
        Generated {
            next: move |number| match head.take() {
                Some(head) => Some(head),
                None => next(number - 1),
            },
            number: 0,
            bytes: Vec::new(),
            at: 0,
            made: Arc::default(),
        }
    }

    /// Counts the bytes of the file while they are made.
    pub fn size(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.made)
    }
}

impl<F: FnMut(u64) -> Option<Vec<u8>> + Send> Read for Generated<F> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        while self.at == self.bytes.len() {
            let Some(bytes) = (self.next)(self.number) else { return Ok(0) };
            (self.bytes, self.at) = (bytes, 0);
            self.made.fetch_add(self.bytes.len() as u64, Relaxed);
            self.number += 1;
        }
        let len = buffer.len().min(self.bytes.len() - self.at);
        buffer[..len].copy_from_slice(&self.bytes[self.at..self.at + len]);
        self.at += len;
        Ok(len)
    }
}

/// An enhanced packet block.
pub fn packet(number: u64, bytes: &[u8]) -> Vec<u8> {
    let time = 1_772_438_400_000_000_000 + number * 1_000;
    let mut body = vec![0; 4];
    body.extend(((time >> 32) as u32).to_le_bytes());
    body.extend((time as u32).to_le_bytes());
    body.extend((bytes.len() as u32).to_le_bytes());
    body.extend((bytes.len() as u32).to_le_bytes());
    body.extend(bytes);
    body.resize(body.len().next_multiple_of(4), 0);
    block(6, &body)
}

pub fn block(kind: u32, body: &[u8]) -> Vec<u8> {
    let length = (body.len() as u32 + 12).to_le_bytes();
    [&kind.to_le_bytes()[..], &length, body, &length].concat()
}

/// A segment between the client and a port of the server. Numbers count from the first byte of each side.
pub fn segment(
    server: bool,
    port: u16,
    flags: u8,
    sequence: u32,
    acknowledgement: u32,
    payload: &[u8],
) -> Tcp {
    let ends = [([10, 0, 0, 1], 50_000), ([10, 0, 0, 2], port)];
    let [from, to] = if server { [ends[1], ends[0]] } else { ends };
    Tcp { from, to, sequence, acknowledgement, flags, payload: payload.to_vec() }
}

/// A connection: its handshake, then the segments that `next` makes.
pub fn connection(
    port: u16,
    mut next: impl FnMut(u64) -> Option<Tcp> + Send + 'static,
) -> impl FnMut(u64) -> Option<Vec<u8>> + Send + 'static {
    move |number| {
        let tcp = match number {
            0 => segment(false, port, SYN, u32::MAX, 0, &[]),
            1 => segment(true, port, SYN | ACK, u32::MAX, 0, &[]),
            2 => segment(false, port, ACK, 0, 0, &[]),
            number => next(number - 3)?,
        };
        Some(packet(number, &tcp.frame(number as u16 | 1, false)))
    }
}
