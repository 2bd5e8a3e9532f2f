use super::Note;

/// Something that can be looked up by its name: a command, a reply code, an extension. What it says is the text that
/// explains it in a dialogue.
#[derive(Clone, Debug)]
pub struct Topic {
    /// The name as it stands on the wire or in a registry: `EHLO`, `250`, `5.7.1`, `unknown_ca`.
    pub name: String,
    /// Other names for it: `MAIL FROM`, `48`.
    pub aliases: Vec<String>,
    /// The name under which a list has it, where it stands for several: `x.7.1`.
    pub listed: Option<String>,
    /// What kind of thing it is.
    pub kind: TopicKind,
    /// The protocol's name: `SMTP`.
    pub protocol: &'static str,
    /// Where it counts, if not everywhere: the command that a reply answers.
    pub context: Option<&'static str>,
    /// What it means.
    pub note: Note,
    /// The parts of a name that is made of several (class, subject and detail of a status code).
    pub parts: Vec<Note>,
    /// Who defines it: an RFC with its section, a registry, a vendor.
    pub source: &'static str,
    /// A line of a dialogue in which it stands, with `C: ` or `S: `; empty where none says more than the name.
    pub example: String,
}

impl Topic {
    /// A topic with what every one has.
    pub fn new(protocol: &'static str, kind: TopicKind, name: impl Into<String>, note: Note) -> Topic {
        Topic {
            name: name.into(),
            aliases: Vec::new(),
            listed: None,
            kind,
            protocol,
            context: None,
            note,
            parts: Vec::new(),
            source: "",
            example: String::new(),
        }
    }

    /// Adds who defines it and a line with it.
    pub fn from(mut self, source: &'static str, example: impl Into<String>) -> Topic {
        self.source = source;
        self.example = example.into();
        self
    }

    /// Adds another name.
    pub fn alias(mut self, name: impl Into<String>) -> Topic {
        self.aliases.push(name.into());
        self
    }

    /// Whether this is one of its names, in any case; `_`, `-` and a space are the same.
    pub fn is_called(&self, name: &str) -> bool {
        std::iter::once(&self.name).chain(&self.aliases).any(|known| same_name(known, name))
    }
}

fn same_name(one: &str, other: &str) -> bool {
    let plain = |c: char| if matches!(c, '_' | ' ') { '-' } else { c.to_ascii_lowercase() };
    one.chars().map(plain).eq(other.trim().chars().map(plain))
}

/// What kind of thing a topic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TopicKind {
    /// A word that a client sends.
    Command,
    /// A word of the server's list of extensions or capabilities.
    Keyword,
    /// A parameter of a command.
    Parameter,
    /// A code at the beginning of a reply.
    ReplyCode,
    /// A code of class, subject and detail.
    StatusCode,
    /// A way to log in.
    Mechanism,
    /// A message of a handshake.
    Message,
    /// An alert.
    Alert,
    /// A cipher suite.
    CipherSuite,
    /// An extension of a hello.
    Extension,
    /// A group for the key exchange.
    Group,
    /// A way to sign.
    SignatureScheme,
}

impl TopicKind {
    /// All of them, in the order of a list.
    pub const ALL: [TopicKind; 12] = [
        TopicKind::Command,
        TopicKind::Keyword,
        TopicKind::Parameter,
        TopicKind::ReplyCode,
        TopicKind::StatusCode,
        TopicKind::Mechanism,
        TopicKind::Message,
        TopicKind::Alert,
        TopicKind::CipherSuite,
        TopicKind::Extension,
        TopicKind::Group,
        TopicKind::SignatureScheme,
    ];

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            TopicKind::Command => "topic-command",
            TopicKind::Keyword => "topic-keyword",
            TopicKind::Parameter => "topic-parameter",
            TopicKind::ReplyCode => "topic-reply-code",
            TopicKind::StatusCode => "topic-status-code",
            TopicKind::Mechanism => "topic-mechanism",
            TopicKind::Message => "topic-message",
            TopicKind::Alert => "topic-alert",
            TopicKind::CipherSuite => "topic-cipher-suite",
            TopicKind::Extension => "topic-tls-extension",
            TopicKind::Group => "topic-group",
            TopicKind::SignatureScheme => "topic-signature-scheme",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Topic, TopicKind};
    use crate::dialogue::Note;

    #[test]
    fn a_topic_answers_to_all_its_names_in_any_case() {
        let topic = Topic::new("SMTP", TopicKind::Command, "MAIL", Note::new("x")).alias("MAIL FROM");
        assert!(topic.is_called("mail") && topic.is_called(" mail from ") && topic.is_called("MAIL_FROM"));
        assert!(!topic.is_called("mai"));
    }
}
