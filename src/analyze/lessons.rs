//! What is often misunderstood about names and about what a capture can hold, said where this capture shows it.

use crate::dialogue::{Conversation, Fault, Finding, Frames, Severity};
use crate::proto::by_id;

/// Words at the beginning of a host's name that are taken for its protocol.
const NAMES: &[(&str, &str)] = &[("imap", "IMAP"), ("pop", "POP3"), ("pop3", "POP3"), ("smtp", "SMTP")];

/// The port of the web's TLS.
const WEB: u16 = 443;
/// Ports on which mail goes inside TLS from the first byte (RFC 8314, section 7).
const MAIL_IN_TLS: [u16; 3] = [465, 993, 995];

/// A server whose name says one protocol and whose bytes say another.
pub(super) fn name(conversation: &Conversation) -> Option<Finding> {
    let server = conversation.server.name.as_deref()?;
    let label = server.split('.').next()?.to_ascii_lowercase();
    let (_, promised) = NAMES.iter().find(|(known, _)| *known == label)?;
    let spoken = by_id(conversation.protocols.iter().find(|id| **id != "tls")?)?.name;
    (spoken != *promised).then(|| {
        Finding::new("tcp.lesson-name", Severity::Lesson, Fault::Unknown)
            .at(Frames::one(conversation.first_frame))
            .with("name", server)
            .with("promised", *promised)
            .with("spoken", spoken)
            .with("port", u64::from(conversation.server.port))
    })
}

/// What was seen in a capture, over all conversations.
#[derive(Default)]
pub(super) struct Seen {
    sent: bool,
    /// A mail was sent in clear, or could be read.
    carried: bool,
    fetched: bool,
    /// Something was not looked at, or is mail that cannot be read: what is missing here may be there.
    unknown: bool,
    /// First frame of a TLS connection to the web.
    web: Option<u64>,
}

impl Seen {
    /// Another conversation.
    pub(super) fn add(&mut self, conversation: &Conversation) {
        let speaks = |id: &str| conversation.protocols.contains(&id);
        self.sent |= speaks("smtp");
        self.carried |= speaks("smtp") && !conversation.messages.is_empty();
        self.fetched |= speaks("pop3");
        if speaks("tls") && conversation.server.port == WEB {
            self.web.get_or_insert(conversation.first_frame);
        }
        self.unknown |= speaks("tls") && MAIL_IN_TLS.contains(&conversation.server.port);
    }

    /// A connection that a filter left out.
    pub(super) fn passed_over(&mut self) {
        self.unknown = true;
    }

    /// What is not in the capture, where something like it is.
    pub(super) fn findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        if self.unknown {
            return findings;
        }
        let lesson = |code| Finding::new(code, Severity::Lesson, Fault::Unknown);
        if self.carried && !self.fetched {
            findings.push(lesson("capture.lesson-nothing-fetched"));
        }
        if let (Some(web), false, false) = (self.web, self.sent, self.fetched) {
            findings
                .push(lesson("capture.lesson-webmail").at(Frames::one(web)).with("frame", format!("#{web}")));
        }
        findings
    }
}
