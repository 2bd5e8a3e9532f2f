//! Bytes where a record should be and that are none: kept until it can be said what they are.

use super::session::TlsSession;
use crate::dialogue::{Fault, Finding, Frames, Severity, Side};
use crate::proto::{Sink, plain};

/// Bytes that are no record.
#[derive(Debug)]
pub(super) struct Evidence {
    bytes: Vec<u8>,
    frame: u64,
}

impl Evidence {
    /// Bytes that are shown.
    const MAX: usize = 64;

    /// Adds bytes; says whether it is enough: a line, or as much as is shown.
    fn add(&mut self, bytes: &[u8]) -> bool {
        let line = memchr::memchr(b'\n', bytes).map_or(bytes.len(), |end| end + 1);
        let room = Self::MAX.saturating_sub(self.bytes.len());
        self.bytes.extend(bytes.iter().take(line.min(room)));
        self.bytes.len() >= Self::MAX || self.bytes.ends_with(b"\n")
    }
}

impl TlsSession {
    pub(super) fn not_a_record(&mut self, from: Side, behind: &[u8], out: &mut dyn Sink) {
        let flank = self.flanks.of_mut(from);
        flank.unsure = true;
        if std::mem::replace(&mut flank.strange, true) {
            return;
        }
        let (header, mut places) = flank.records.header();
        let frame = places.next().map_or(0, |place| place.frame);
        let mut evidence = Evidence { bytes: Vec::new(), frame };
        // A line that ends inside the five bytes is all there is to see.
        let enough = evidence.add(header) || evidence.add(behind);
        drop(places);
        flank.evidence = Some(evidence);
        if enough {
            self.tell_strange(from, out);
        }
    }

    /// More of the bytes that are no record.
    pub(super) fn watch_strange(&mut self, from: Side, bytes: &[u8], out: &mut dyn Sink) {
        if let Some(evidence) = self.flanks.of_mut(from).evidence.as_mut()
            && evidence.add(bytes)
        {
            self.tell_strange(from, out);
        }
    }

    pub(super) fn tell_strange(&mut self, from: Side, out: &mut dyn Sink) {
        let Some(Evidence { bytes, frame }) = self.flanks.of_mut(from).evidence.take() else { return };
        let text = bytes.iter().all(|byte| matches!(byte, b'\r' | b'\n' | b'\t' | b' '..=b'~'));
        let code = if text { "tls.plain-text" } else { "tls.not-a-record" };
        // A line in another charset, or one with keys that correct it, is text, too, and may be a password.
        let line = bytes.trim_ascii_end();
        let shown = match line.iter().any(|byte| matches!(byte, 0..=7 | 11 | 12 | 14..=31)) {
            true => plain::masked(&bytes, self.reveal),
            false => plain::stray(line, self.reveal),
        };
        let mut finding = Finding::new(code, Severity::Warning, Fault::Sender)
            .at(Frames::one(frame))
            .with("side", if from == Side::Client { "C" } else { "S" })
            .with("bytes", shown);
        if text {
            finding = finding.with("protocol", plain::protocol(&bytes).unwrap_or("none"));
        }
        out.finding(finding);
    }
}
