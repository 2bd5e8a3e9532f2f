//! What the bytes of a message are like as lines of SMTP, near its beginning: within ASCII or not, and how long.

/// Bytes of a text line, line end included (RFC 5321, section 4.5.3.1.6).
const MAX_LINE: usize = 1000;

/// Bytes at the beginning of a message that are looked at. What comes behind is attachments, which are in Base64 nearly
/// always, and looking at all of them costs a tenth of the time of reading a mail.
pub(super) const LOOKED_AT: usize = 64 << 10;

/// Watches the bytes of a message pass. A line that keeps to the bound is never looked at byte by byte: from the
/// beginning of one line, the last line end within the bound is the beginning of another.
#[derive(Debug, Default)]
pub(super) struct WireForm {
    /// Whether a byte beyond ASCII was seen near the beginning.
    pub(super) eight_bit: bool,
    /// Bytes that were looked at.
    looked: usize,
    /// Bytes since the last line end.
    line: usize,
    /// The longest line beyond the bound.
    longest: usize,
}

impl WireForm {
    pub(super) fn feed(&mut self, bytes: &[u8]) {
        if self.looked >= LOOKED_AT {
            return;
        }
        self.looked += bytes.len();
        self.eight_bit = self.eight_bit || !bytes.is_ascii();
        let mut rest = bytes;
        loop {
            let room = MAX_LINE.saturating_sub(self.line);
            if rest.len() <= room {
                self.line = match memchr::memrchr(b'\n', rest) {
                    Some(end) => rest.len() - end - 1,
                    None => self.line + rest.len(),
                };
                return;
            }
            let within = rest.get(..room).unwrap_or_default();
            let end = match memchr::memrchr(b'\n', within) {
                Some(end) => end + 1,
                // Too long: it ends where it ends.
                None => {
                    let Some(end) = memchr::memchr(b'\n', rest) else {
                        self.line += rest.len();
                        self.longest = self.longest.max(self.line);
                        return;
                    };
                    self.longest = self.longest.max(self.line + end + 1);
                    end + 1
                }
            };
            self.line = 0;
            rest = rest.get(end..).unwrap_or_default();
        }
    }

    /// Bytes are missing: what comes may begin anywhere in a line.
    pub(super) fn gap(&mut self) {
        self.line = 0;
    }

    /// The longest line, if one was too long.
    pub(super) fn long_line(&self) -> Option<u64> {
        (self.longest > MAX_LINE).then_some(self.longest as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_LINE, WireForm};
    use proptest::prelude::*;

    /// The stupid way: every line is measured.
    fn longest(bytes: &[u8]) -> Option<u64> {
        let longest = bytes.split_inclusive(|&byte| byte == b'\n').map(<[u8]>::len).max().unwrap_or(0);
        (longest > MAX_LINE).then_some(longest as u64)
    }

    proptest! {
        #[test]
        fn the_longest_line_is_found_however_it_is_cut(
            lines in prop::collection::vec(prop_oneof![0usize..90, 990usize..1010, 1500usize..4000], 0..8),
            cuts in prop::collection::vec(0usize..9000, 0..6),
        ) {
            let mut bytes = Vec::new();
            for len in lines {
                bytes.resize(bytes.len() + len, b'x');
                bytes.push(b'\n');
            }
            let mut form = WireForm::default();
            let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(bytes.len())).collect();
            cuts.extend([0, bytes.len()]);
            cuts.sort_unstable();
            for pair in cuts.windows(2) {
                form.feed(&bytes[pair[0]..pair[1]]);
            }
            prop_assert_eq!(form.long_line(), longest(&bytes));
        }
    }
}
