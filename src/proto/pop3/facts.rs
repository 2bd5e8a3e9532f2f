//! What is known of a POP3 conversation at its end.

use std::any::Any;
use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::dialogue::Facts;
use crate::proto::sasl::Attempt;
use crate::proto::smtp::StartTls;

/// The facts of output.md's `Pop3` object; before and behind STLS in one.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Pop3 {
    /// Text of the server's first line, without `+OK`.
    pub greeting: Option<String>,
    /// The timestamp that APOP needs.
    pub apop_timestamp: Option<String>,
    /// Login attempts.
    pub auth: Vec<Attempt>,
    /// What STAT said.
    pub maildrop: Option<Maildrop>,
    /// The mailbox, by message number.
    #[serde(serialize_with = "values")]
    pub messages: BTreeMap<u64, Entry>,
    /// What became of STLS.
    pub stls: StartTls,
    /// Whether the client said QUIT.
    pub quit: bool,
}

/// The answer to STAT.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Maildrop {
    /// Messages.
    pub count: u64,
    /// Octets in all.
    pub size: u64,
}

/// A message in the mailbox.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Entry {
    /// Its number in this session.
    pub number: u64,
    /// Octets, as LIST or RETR said.
    pub size: Option<u64>,
    /// Unique id, as UIDL said.
    pub uid: Option<String>,
    /// `retr` or `top`; RETR counts for more.
    pub fetched: Option<&'static str>,
    /// Marked as deleted, and not undone by RSET.
    pub deleted: bool,
    /// Was marked as deleted, and that was undone by RSET.
    pub undeleted: bool,
    /// Marked, and deleted by an accepted QUIT.
    pub committed: bool,
    /// Index of its content among the conversation's messages.
    pub message: Option<usize>,
}

fn values<S: Serializer>(messages: &BTreeMap<u64, Entry>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(messages.values())
}

impl Facts for Pop3 {
    fn absorb(&mut self, later: Box<dyn Facts>) {
        let Ok(later) = later.into_any().downcast::<Pop3>() else { return };
        let later = *later;
        self.greeting = self.greeting.take().or(later.greeting);
        self.apop_timestamp = self.apop_timestamp.take().or(later.apop_timestamp);
        self.auth.extend(later.auth);
        self.maildrop = later.maildrop.or(self.maildrop);
        self.messages.extend(later.messages);
        self.stls = self.stls.max(later.stls);
        self.quit |= later.quit;
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }

    fn again(&self) -> Option<Box<dyn Facts>> {
        // An attempt names its frames.
        self.auth.is_empty().then(|| Box::new(self.clone()) as Box<dyn Facts>)
    }

    fn is_same(&self, other: &dyn Facts) -> bool {
        other.as_any().downcast_ref() == Some(self)
    }
}
