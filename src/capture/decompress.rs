//! Compressed captures, recognised by their first bytes.

use std::io::{self, Chain, Cursor, Read};

use ruzstd::decoding::{FrameDecoder, StreamingDecoder};

use crate::dialogue::Compression;

use super::gzip::Gzip;

type Source = Chain<Cursor<Vec<u8>>, Box<dyn Read + Send>>;

/// Reads the first four bytes and puts a decompressor around the source where they ask for one.
pub(super) fn decompressed(
    mut source: Box<dyn Read + Send>,
) -> io::Result<(Box<dyn Read + Send>, Option<Compression>)> {
    let mut head = Vec::with_capacity(4);
    while head.len() < 4 {
        let mut byte = [0];
        match source.read(&mut byte) {
            Ok(0) => break,
            Ok(_) => head.extend_from_slice(&byte),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    let kind = match head.as_slice() {
        // RFC 1952, section 2.3.1.
        [0x1f, 0x8b, ..] => Some(Compression::Gzip),
        // RFC 8878, section 3.1.1; skippable frames (section 3.1.2) may come first.
        [0x28, 0xb5, 0x2f, 0xfd] | [0x50..=0x5f, 0x2a, 0x4d, 0x18] => Some(Compression::Zstd),
        _ => None,
    };
    let whole: Source = Cursor::new(head).chain(source);
    Ok(match kind {
        None => (Box::new(whole), None),
        Some(Compression::Gzip) => (Box::new(Gzip::new(whole)), kind),
        Some(Compression::Zstd) => (Box::new(Zstd { state: State::Between(whole) }), kind),
    })
}

/// Largest zstd window that is accepted, 128 MiB: what the `zstd` program accepts by default.
const MAX_WINDOW: u64 = 128 << 20;

/// Any number of zstd frames, one after the other, skippable ones in between.
struct Zstd {
    state: State,
}

enum State {
    /// In front of a frame, or at the end.
    Between(Source),
    Inside(Box<StreamingDecoder<Source, FrameDecoder>>),
    Over,
}

impl Read for Zstd {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        loop {
            match std::mem::replace(&mut self.state, State::Over) {
                State::Over => return Ok(0),
                State::Inside(mut decoder) => match decoder.read(buffer)? {
                    0 => self.state = State::Between(decoder.into_inner()),
                    n => {
                        self.state = State::Inside(decoder);
                        return Ok(n);
                    }
                },
                State::Between(source) => match next_frame(source)? {
                    Some(state) => self.state = state,
                    None => return Ok(0),
                },
            }
        }
    }
}

/// What stands at the beginning of the next frame: `None` at the end of the input.
fn next_frame(mut source: Source) -> io::Result<Option<State>> {
    let mut magic = [0u8; 4];
    let mut have = 0;
    while let Some(rest) = magic.get_mut(have..).filter(|rest| !rest.is_empty()) {
        match source.read(rest)? {
            0 if have == 0 => return Ok(None),
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            n => have += n,
        }
    }
    if matches!(magic, [0x50..=0x5f, 0x2a, 0x4d, 0x18]) {
        let mut size = [0u8; 4];
        source.read_exact(&mut size)?;
        io::copy(&mut source.by_ref().take(u64::from(u32::from_le_bytes(size))), &mut io::sink())?;
        return Ok(Some(State::Between(source)));
    }
    let (head, rest) = source.into_inner();
    let mut again = magic.to_vec();
    again.extend_from_slice(head.get_ref().get(head.position() as usize..).unwrap_or_default());
    let whole: Source = Cursor::new(again).chain(rest);
    let decoder = StreamingDecoder::new_with_max_window_size(whole, MAX_WINDOW as _)
        .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error.to_string()))?;
    Ok(Some(State::Inside(Box::new(decoder))))
}
