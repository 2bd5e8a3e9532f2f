//! Certificates in compressed form (RFC 8879).

use flate2::{Decompress, FlushDecompress, Status};
use ruzstd::decoding::FrameDecoder;

use super::assembly::MAX_MESSAGE;

/// Largest window of zstd: no message is longer.
const MAX_WINDOW: u64 = 1 << 20;

/// The name of an algorithm (IANA, "TLS Certificate Compression Algorithm IDs").
pub(super) fn name(method: u16) -> String {
    match method {
        1 => "zlib".to_owned(),
        2 => "brotli".to_owned(),
        3 => "zstd".to_owned(),
        other => format!("{other} (unknown)"),
    }
}

/// Whether it can be undone here. Brotli is not: it brings a dictionary of its own, larger than this program.
pub(super) fn known(method: u16) -> bool {
    matches!(method, 1 | 3)
}

/// The message as it was; `None` if it is damaged, longer than it says, or too long.
pub(super) fn expand(method: u16, length: usize, data: &[u8]) -> Option<Vec<u8>> {
    if length > MAX_MESSAGE {
        return None;
    }
    let mut whole = vec![0; length];
    let written = match method {
        1 => {
            let mut zlib = Decompress::new(true);
            let status = zlib.decompress(data, &mut whole, FlushDecompress::Finish).ok()?;
            (status == Status::StreamEnd).then(|| zlib.total_out())?
        }
        3 => {
            let mut zstd = FrameDecoder::new();
            zstd.set_max_window_size(MAX_WINDOW);
            zstd.decode_all(data, &mut whole).ok()? as u64
        }
        _ => return None,
    };
    (written == length as u64).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::{MAX_MESSAGE, expand};

    fn zlib(text: &[u8]) -> Vec<u8> {
        let mut packed = Vec::with_capacity(text.len());
        let mut encoder = flate2::Compress::new(flate2::Compression::best(), true);
        encoder.compress_vec(text, &mut packed, flate2::FlushCompress::Finish).unwrap();
        packed
    }

    fn zstd(text: &[u8]) -> Vec<u8> {
        ruzstd::encoding::compress_to_vec(text, ruzstd::encoding::CompressionLevel::Fastest)
    }

    #[test]
    fn zlib_and_zstd_are_undone_and_lengths_are_held() {
        let text = [b"certificate ".as_slice(); 50].concat();
        for (method, data) in [(1, zlib(&text)), (3, zstd(&text))] {
            assert_eq!(expand(method, text.len(), &data).as_deref(), Some(text.as_slice()), "{method}");
            assert_eq!(expand(method, text.len() - 1, &data), None, "longer than it says");
            assert_eq!(expand(method, text.len() + 1, &data), None, "shorter than it says");
            assert_eq!(expand(method, text.len(), &data[..data.len() / 2]), None, "cut");
            assert_eq!(expand(method, MAX_MESSAGE + 1, &data), None);
        }
        assert_eq!(expand(2, 1, b"x"), None);
    }
}
