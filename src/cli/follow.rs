//! `wiretale follow`: the reassembled bytes of one conversation.

use std::io::{self, BufWriter, Write};

use crate::analyze::Out;
use crate::dialogue::{Capture, Conversation, Filters, Messages, Piece, Side, Time, Wanted, wire_text};
use crate::render;

use super::args::{FollowArgs, SideArg};
use super::{complain, input, secrets};

pub(super) fn run(args: &FollowArgs) -> anyhow::Result<bool> {
    let secrets = secrets::load(&args.keys)?;
    let wanted = Wanted {
        messages: Messages::No,
        steps: false,
        bytes: true,
        decrypted: args.decrypted,
        secrets,
        only: Filters { streams: vec![args.stream], ..Filters::default() },
        ..Wanted::default()
    };
    let side = args.side.map(|side| match side {
        SideArg::Client => Side::Client,
        SideArg::Server => Side::Server,
    });
    let stdout = io::stdout().lock();
    let mut follow = Follow {
        out: BufWriter::with_capacity(1 << 16, stdout),
        side,
        raw: args.raw,
        play: args.play,
        start: None,
        now: 0,
        lines: Default::default(),
        found: false,
        missing: 0,
        failed: None,
        streams: 0,
    };
    if !input::read(&args.file, &wanted, &mut follow) {
        return Ok(false);
    }
    follow.finish(args)
}

struct Follow<W: Write> {
    out: W,
    side: Option<Side>,
    raw: bool,
    play: bool,
    /// When the first byte came, once it has.
    start: Option<Time>,
    /// Nanoseconds behind it, never less than before: a recording runs in one direction.
    now: i64,
    /// Unfinished line of each side.
    lines: [Vec<u8>; 2],
    found: bool,
    missing: u64,
    failed: Option<io::Error>,
    streams: u64,
}

/// A line is printed when it has this many bytes, whether it has ended or not.
const LINE: usize = 64 << 10;

impl<W: Write> Out for Follow<W> {
    fn conversation(&mut self, conversation: Box<Conversation>) -> Option<Box<Conversation>> {
        self.found = true;
        let lost = conversation.tcp.lost;
        self.missing += match self.side {
            Some(Side::Client) => lost.client,
            Some(Side::Server) => lost.server,
            None => lost.client + lost.server,
        };
        Some(conversation)
    }

    fn capture(&mut self, capture: Capture) {
        self.streams = capture.frames;
    }

    fn bytes(&mut self, _stream: u64, side: Side, piece: Piece<'_>) {
        if self.failed.is_some() || self.side.is_some_and(|wanted| wanted != side) {
            return;
        }
        let result = match (self.play, self.raw) {
            (true, _) => self.play(side, piece),
            (_, true) => self.raw(piece),
            _ => self.text(side, piece),
        };
        self.failed = result.err();
    }
}

impl<W: Write> Follow<W> {
    fn raw(&mut self, piece: Piece<'_>) -> io::Result<()> {
        match piece {
            Piece::Bytes(bytes, _) => self.out.write_all(bytes),
            Piece::Gap(_) | Piece::End(_) => Ok(()),
        }
    }

    /// What came, at its time, as a terminal would have shown it.
    fn play(&mut self, side: Side, piece: Piece<'_>) -> io::Result<()> {
        let text = match piece {
            Piece::Bytes(bytes, place) => {
                if self.start.is_none() {
                    self.start = Some(place.time);
                    writeln!(self.out, "{}", render::recording_head(place.time))?;
                }
                self.now = self.now.max(place.time.nanos_since(self.start.unwrap_or(place.time)));
                let Some(rest) = self.lines.get_mut(side.index()) else { return Ok(()) };
                render::recorded_next(rest, bytes)
            }
            Piece::Gap(gap) => self.unfinished(side) + &format!("[{} bytes missing]", gap.len),
            Piece::End(_) => self.unfinished(side),
        };
        // Without a first byte there is no head yet that anything could stand behind.
        if self.start.is_none() || text.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "{}", render::recording_event(self.now, side, &text))
    }

    /// What waits of a side and will not become whole.
    fn unfinished(&mut self, side: Side) -> String {
        let rest = self.lines.get_mut(side.index()).map(std::mem::take).unwrap_or_default();
        render::recorded(&rest)
    }

    fn text(&mut self, side: Side, piece: Piece<'_>) -> io::Result<()> {
        match piece {
            Piece::Bytes(bytes, _) => {
                self.flush(side.other())?;
                for part in bytes.split_inclusive(|&byte| byte == b'\n') {
                    let Some(line) = self.lines.get_mut(side.index()) else { continue };
                    line.extend_from_slice(part);
                    if part.ends_with(b"\n") || line.len() >= LINE {
                        self.flush(side)?;
                    }
                }
                Ok(())
            }
            Piece::Gap(gap) => {
                self.flush(side)?;
                writeln!(self.out, "{}? [{} bytes missing]", letter(side), gap.len)
            }
            Piece::End(_) => self.flush(side),
        }
    }

    fn flush(&mut self, side: Side) -> io::Result<()> {
        let line = self.lines.get_mut(side.index()).map(std::mem::take).unwrap_or_default();
        if line.is_empty() {
            return Ok(());
        }
        let line = line.strip_suffix(b"\n").unwrap_or(&line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        writeln!(self.out, "{}: {}", letter(side), wire_text(line))
    }

    fn finish(mut self, args: &FollowArgs) -> anyhow::Result<bool> {
        for side in [Side::Client, Side::Server] {
            self.flush(side)?;
        }
        if let Some(error) = self.failed.take() {
            return Err(error.into());
        }
        self.out.flush()?;
        if !self.found {
            complain(&format!(
                "{}: there is no conversation {}; `wiretale list` shows them all",
                args.file, args.stream
            ));
            return Ok(false);
        }
        complain("these are the bytes as sent: passwords are not masked here");
        if self.missing > 0 {
            complain(&format!("{} bytes of this are missing from the capture", self.missing));
        }
        Ok(true)
    }
}

fn letter(side: Side) -> char {
    match side {
        Side::Client => 'C',
        Side::Server => 'S',
    }
}
