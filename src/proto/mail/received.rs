//! `Received`: the servers that a mail passed (RFC 5321, section 4.4).

use super::{date, words};
use crate::dialogue::{Hop, wire_text};

/// Hops that are read: a mail that has passed more runs in a circle, and servers refuse it (RFC 5321, section 6.3).
pub(super) const MAX_HOPS: usize = 100;

/// What a field says. Its words stand in any order, each with what follows it up to the next one; a comment belongs to
/// what it follows. The date stands behind the last semicolon.
pub(super) fn read(raw: &[u8]) -> Hop {
    let value = words::unfold(raw);
    let (said, when) = match memchr::memrchr(b';', &value).and_then(|at| value.split_at_checked(at)) {
        Some((said, when)) => (said, when.get(1..).unwrap_or_default()),
        None => (&*value, &[][..]),
    };
    let mut hop = Hop { date: date::read(when), ..Hop::default() };
    let mut clause: Option<&'static str> = None;
    let mut text: Vec<u8> = Vec::new();
    for word in said_words(said) {
        let mut keywords = ["from", "by", "via", "with", "id", "for"].into_iter();
        let keyword = keywords.find(|keyword| word.eq_ignore_ascii_case(keyword.as_bytes()));
        if keyword.is_some() {
            hop.set(clause, &text);
            text.clear();
            clause = keyword;
        } else {
            if !text.is_empty() {
                text.push(b' ');
            }
            text.extend_from_slice(word);
        }
    }
    hop.set(clause, &text);
    hop
}

impl Hop {
    /// Of clauses that stand there twice, the first.
    fn set(&mut self, clause: Option<&str>, text: &[u8]) {
        let place = match clause {
            Some("from") => &mut self.from,
            Some("by") => &mut self.by,
            Some("with") => &mut self.with,
            Some("id") => &mut self.id,
            _ => return,
        };
        if place.is_none() && !text.is_empty() {
            *place = Some(wire_text(text));
        }
    }
}

/// Words between blanks, a comment being one.
fn said_words(text: &[u8]) -> Vec<&[u8]> {
    let mut words = Vec::new();
    let (mut from, mut depth) = (None, 0u32);
    for (at, &byte) in text.iter().enumerate() {
        match byte {
            b' ' | b'\t' if depth == 0 => {
                words.extend(from.take().and_then(|from| text.get(from..at)));
                continue;
            }
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        from.get_or_insert(at);
    }
    words.extend(from.and_then(|from| text.get(from..)));
    words
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_hop_says_who_gave_the_mail_to_whom_and_when() {
        let hop = read(
            b" from DREAIFEDESKTOP (unknown [192.168.1.10])\r\n\t(Authenticated sender: student)\r\n\tby smtp.lab.example \
              (Postfix) with ESMTPA id AC45A99407C\r\n\tfor <teacher@lab.example>; Mon, 23 Nov 2026 04:15:12 +0000 (UTC)\r\n",
        );
        assert_eq!(
            hop.from.as_deref(),
            Some("DREAIFEDESKTOP (unknown [192.168.1.10]) (Authenticated sender: student)")
        );
        assert_eq!(hop.by.as_deref(), Some("smtp.lab.example (Postfix)"));
        assert_eq!((hop.with.as_deref(), hop.id.as_deref()), (Some("ESMTPA"), Some("AC45A99407C")));
        assert_eq!(hop.date.unwrap().time.to_seconds_string(), "2026-11-23T04:15:12Z");
    }

    #[test]
    fn what_is_not_said_is_none() {
        let hop = read(b"(qmail 1234 invoked by uid 0); 23 Nov 2026 04:15:12 -0000");
        assert_eq!((hop.from, hop.by, hop.with), (None, None, None));
        assert!(hop.date.is_some());
        let hop = read(b"from a by b from c (by d; x) by");
        assert_eq!((hop.from.as_deref(), hop.by.as_deref(), hop.date), (Some("a"), Some("b"), None));
        assert_eq!(read(b"").by, None);
    }
}
