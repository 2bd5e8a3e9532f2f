use crate::dialogue::{Fault, Finding, Frames, Note, Severity};

/// The way from a line protocol to TLS (RFC 3207, RFC 2595): agreed to by a command and its reply, but made only by the
/// bytes behind. What comes in clear all the same is a dialogue like any other; TLS is never taken for a line.
#[derive(Debug, Default)]
pub struct Upgrade {
    /// The frame of the reply.
    agreed: Option<u64>,
    /// A line in clear came behind it.
    spoken: bool,
    /// Frames with such lines, where the server is known to have agreed.
    clear: Frames,
}

/// Bytes that must be text for a line to begin where TLS was agreed: the shortest command has three letters, and where
/// bytes are missing a line must not be seen inside of a record.
const TEXT: usize = 4;

impl Upgrade {
    /// The server has agreed, in this frame; 0 where its reply is missing and may have been a refusal.
    pub fn agree(&mut self, frame: u64) {
        self.agreed = Some(frame);
    }

    /// Whether TLS was agreed to and nothing has shown yet that it does not come.
    pub fn is_awaited(&self) -> bool {
        self.agreed.is_some() && !self.spoken
    }

    /// Whether these bytes, where a line should begin, are TLS.
    pub fn begins(&self, bytes: &[u8]) -> bool {
        let text = |byte: &u8| matches!(byte, b'\t' | b'\r' | b'\n' | b' '..=b'~');
        is_tls(bytes) || self.agreed.is_some() && !bytes.iter().take(TEXT).all(text)
    }

    /// A line in clear: where TLS was agreed to, what to say of the first such line.
    pub fn line(&mut self, frames: &Frames) -> Option<Note> {
        let agreed = self.agreed?;
        if frames.first().is_none_or(|first| first <= agreed) {
            return None;
        }
        let first = !std::mem::replace(&mut self.spoken, true);
        if agreed == 0 {
            return None;
        }
        self.clear.extend(frames);
        first.then(|| Note::new("upgrade-clear"))
    }

    /// What to say of the lines in clear.
    pub fn finding(&self, code: &'static str) -> Option<Finding> {
        (!self.clear.is_empty()).then(|| {
            Finding::new(code, Severity::Warning, Fault::Sender)
                .at(self.clear.clone())
                .with("agreed", &self.agreed.map(Frames::one).unwrap_or_default())
                .with("frames", &self.clear)
        })
    }
}

/// The beginning of a TLS record with a handshake message, version 3.x.
pub fn is_tls(bytes: &[u8]) -> bool {
    matches!(bytes, [0x16, 3, 0..=4, ..])
}

#[cfg(test)]
mod tests {
    use super::Upgrade;
    use crate::dialogue::Frames;

    #[test]
    fn tls_is_told_from_lines_by_its_first_bytes_however_few() {
        let mut upgrade = Upgrade::default();
        assert!(upgrade.begins(&[0x16, 3, 1]) && !upgrade.begins(&[0x16]) && !upgrade.begins(b"\xc3\xa9"));
        upgrade.agree(7);
        for tls in [&[0x16][..], &[0x80, 0x2e], &[0x15, 3], b"ab\x00c"] {
            assert!(upgrade.begins(tls), "{tls:?}");
        }
        for line in ["EHLO pc", "\r\n", "+OK", "MAIL FROM:<\u{e9}@b>"] {
            assert!(!upgrade.begins(line.as_bytes()), "{line}");
        }
    }

    #[test]
    fn lines_before_the_reply_are_not_behind_it() {
        let mut upgrade = Upgrade::default();
        assert!(upgrade.line(&Frames::one(3)).is_none());
        upgrade.agree(7);
        assert!(upgrade.line(&Frames::one(7)).is_none() && upgrade.is_awaited());
        assert!(upgrade.line(&Frames::one(8)).is_some() && upgrade.line(&Frames::one(9)).is_none());
        let mut missing = Upgrade::default();
        missing.agree(0);
        assert!(missing.is_awaited() && missing.line(&Frames::one(8)).is_none() && !missing.is_awaited());
        assert!(missing.finding("smtp.clear-after-starttls").is_none());
        assert_eq!(
            upgrade.finding("smtp.clear-after-starttls").unwrap().frames,
            [8, 9].into_iter().collect()
        );
    }
}
