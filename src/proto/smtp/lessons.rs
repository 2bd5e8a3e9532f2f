//! What is often misunderstood about an SMTP dialogue, said where this very dialogue shows it, with the frames that do.
//!
//! They are findings of the lowest severity: shown with `-v` and in JSON, never held against anybody.

use crate::dialogue::{Arg, Fault, Finding, Frames, Message, Severity};

use super::facts::Transaction;
use super::session::SmtpSession;

/// Frames of the first of each that teach something.
#[derive(Default)]
pub(super) struct Seen {
    /// EHLO or HELO.
    pub(super) hello: Option<u64>,
    /// A login whose secret is only Base64.
    pub(super) base64: Frames,
    /// DATA, and the 354 that allows the content.
    pub(super) data: Option<u64>,
    pub(super) go_ahead: Option<u64>,
    /// The content behind it.
    pub(super) content: Frames,
    /// The reply that accepts the content.
    pub(super) queued: Option<u64>,
    /// The hosts that greeting and hello reply name, where they differ, with their frames.
    pub(super) two_hosts: Option<((String, u64), (String, u64))>,
    /// How envelope and header of the first message compare.
    pub(super) envelope: Option<Compared>,
}

/// An envelope beside the header of its message.
pub(super) struct Compared {
    frames: Frames,
    sender: String,
    recipients: String,
    from: String,
    to: String,
    same: bool,
}

/// Characters of an address list that a finding shows.
const MAX_SHOWN: usize = 120;

/// A lesson about these frames.
fn lesson(code: &'static str, frames: Frames) -> Finding {
    Finding::new(code, Severity::Lesson, Fault::Unknown).at(frames)
}

fn frames(list: &[Option<u64>]) -> Frames {
    let mut frames = Frames::default();
    list.iter().flatten().for_each(|&frame| frames.add(frame));
    frames
}

fn shown(text: &str) -> String {
    match text.char_indices().nth(MAX_SHOWN) {
        Some((at, _)) => format!("{} ..", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// The address inside `Name <address>`, in lower case.
fn address(mailbox: &str) -> String {
    let inside =
        mailbox.rsplit_once('<').and_then(|(_, rest)| rest.split_once('>')).map(|(inside, _)| inside);
    inside.unwrap_or(mailbox).trim().to_ascii_lowercase()
}

impl Compared {
    /// `None` where either is not wholly known.
    pub(super) fn of(envelope: &Transaction, message: &Message) -> Option<Compared> {
        let (sender, from) = (envelope.sender.as_deref()?, message.from.as_deref()?);
        if envelope.recipients.is_empty() || !message.header_complete {
            return None;
        }
        let mut there: Vec<String> = envelope.recipients.iter().map(|it| address(&it.address)).collect();
        let mut here: Vec<String> = message.to.iter().chain(&message.copied).map(|it| address(it)).collect();
        there.sort_unstable();
        here.sort_unstable();
        there.dedup();
        here.dedup();
        let mut to = message.to.join(", ");
        if !message.copied.is_empty() {
            to = format!("{to}, Cc {}", message.copied.join(", "));
        }
        let addresses: Vec<&str> = envelope.recipients.iter().map(|it| it.address.as_str()).collect();
        Some(Compared {
            frames: message.frames.clone(),
            sender: shown(sender),
            recipients: shown(&addresses.join(", ")),
            from: shown(from),
            to: shown(&to),
            same: address(from) == address(sender) && there == here,
        })
    }
}

/// The host that a greeting or a reply to EHLO names first, if it is one; without what some servers write behind it of the
/// connection (`mail.lab.example-192.0.2.1-42`).
pub(super) fn host(text: &str) -> Option<String> {
    let end = text.bytes().position(|byte| matches!(byte, b' ' | b'\n')).unwrap_or(text.len());
    let word = text.get(..end)?.trim_end_matches('.');
    let behind = word.bytes().rev().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    let (stem, tail) = word.split_at_checked(word.len() - behind.count())?;
    let name = if tail.starts_with('-') { stem } else { word };
    // A number at the end makes it an address, or a status code such as 2.0.0.
    let (_, last) = name.rsplit_once('.')?;
    let good = last.bytes().any(|b| b.is_ascii_alphabetic())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'));
    (good && name.len() <= 255).then(|| name.to_ascii_lowercase())
}

/// Whether two names are those of two hosts: a domain and a host in it are not.
pub(super) fn are_two(one: &str, other: &str) -> bool {
    let within = |name: &str, domain: &str| {
        name.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    !within(one, other) && !within(other, one)
}

impl SmtpSession {
    /// The lessons of this conversation.
    pub(super) fn lessons(&self) -> Vec<Finding> {
        let mut lessons = Vec::new();
        let Some(seen) = self.lessons.as_deref() else { return lessons };
        let hello = self.facts.hello.first().filter(|hello| !hello.name.is_empty());
        if let (Some(frame), Some(hello), true) = (seen.hello, hello, self.typed.is_program()) {
            let name = if hello.name.contains('.') { "host" } else { "computer" };
            lessons.push(
                lesson("smtp.lesson-program", Frames::one(frame))
                    .with("verb", hello.verb.as_str())
                    .with("name", shown(&hello.name))
                    .with("kind", name)
                    .with("frame", Arg::Frame(frame)),
            );
        }
        if !seen.base64.is_empty() {
            lessons.push(lesson("smtp.lesson-base64", seen.base64.clone()).with("frames", &seen.base64));
        }
        if let (Some(data), Some(go_ahead), false) = (seen.data, seen.go_ahead, seen.content.is_empty()) {
            let mut all = frames(&[seen.data, seen.go_ahead]);
            all.extend(&seen.content);
            lessons.push(
                lesson("smtp.lesson-data", all)
                    .with("data", Arg::Frame(data))
                    .with("reply", Arg::Frame(go_ahead))
                    .with("content", &seen.content),
            );
            lessons.push(
                lesson("smtp.lesson-data-fragment", seen.content.clone()).with("content", &seen.content),
            );
        }
        if let Some(compared) = &seen.envelope {
            lessons.push(
                lesson("smtp.lesson-envelope", compared.frames.clone())
                    .with("sender", compared.sender.as_str())
                    .with("recipients", compared.recipients.as_str())
                    .with("from", compared.from.as_str())
                    .with("to", if compared.to.is_empty() { "-" } else { &compared.to })
                    .with("same", if compared.same { "yes" } else { "no" }),
            );
        }
        if let Some(queued) = seen.queued {
            lessons.push(lesson("smtp.lesson-queued", Frames::one(queued)).with("reply", Arg::Frame(queued)));
        }
        if let Some(((one, at), (other, there))) = &seen.two_hosts {
            lessons.push(
                lesson("smtp.two-hosts", frames(&[Some(*at), Some(*there)]))
                    .with("greeting", one.as_str())
                    .with("reply", other.as_str())
                    .with("first", Arg::Frame(*at))
                    .with("second", Arg::Frame(*there)),
            );
        }
        lessons
    }
}

#[cfg(test)]
mod tests {
    use super::{address, are_two, host};

    #[test]
    fn a_server_that_writes_its_name_in_two_ways_is_one() {
        assert!(are_two("a1.lab.example", "a2.lab.example"));
        assert!(!are_two("a.lab.example", "a.lab.example"));
        assert!(!are_two("a.lab.example", "lab.example") && !are_two("lab.example", "a.lab.example"));
        assert!(are_two("xlab.example", "lab.example"));
    }

    #[test]
    fn a_host_is_a_name_with_dots_and_nothing_else() {
        assert_eq!(host("mail.lab.example ESMTP"), Some("mail.lab.example".to_owned()));
        assert_eq!(host("Welcome to mail"), None);
        assert_eq!(host("mail Hello"), None);
        assert_eq!(host("mx1.lab.example-192.0.2.1-42 SIZE"), Some("mx1.lab.example".to_owned()));
        assert_eq!(host("mx-1.lab.example2"), Some("mx-1.lab.example2".to_owned()));
        assert_eq!(host("2.1.0 Ok"), None);
        assert_eq!(host("192.0.2.1 Hello"), None);
        assert_eq!(address("李老师 <Teacher@lab.example>"), "teacher@lab.example");
    }
}
