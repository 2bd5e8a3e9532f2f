//! What is known of an SMTP conversation at its end.

use std::any::Any;

use serde::Serialize;

use crate::dialogue::Facts;
use crate::proto::sasl::Attempt;

/// The facts of output.md's `Smtp` object; before and behind STARTTLS in one.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Smtp {
    /// The server's first reply.
    pub greeting: Option<Greeting>,
    /// HELO, EHLO, LHLO.
    pub hello: Vec<Hello>,
    /// Keywords of the EHLO replies.
    pub extensions: Vec<Extension>,
    /// Login attempts.
    pub auth: Vec<Attempt>,
    /// What became of STARTTLS.
    pub starttls: StartTls,
    /// Envelopes and what became of them.
    pub transactions: Vec<Transaction>,
    /// Whether the client said QUIT.
    pub quit: bool,
}

/// The server's first reply.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Greeting {
    /// Reply code.
    pub code: u16,
    /// Its text; several lines are joined with a line feed.
    pub text: String,
}

/// A HELO, EHLO or LHLO.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hello {
    /// `HELO`, `EHLO`, `LHLO`.
    pub verb: String,
    /// The name that the client gave itself.
    pub name: String,
    /// Whether it travelled encrypted.
    pub encrypted: bool,
}

/// A keyword of an EHLO reply.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Extension {
    /// Upper case.
    pub keyword: String,
    /// What stands behind it.
    pub parameters: String,
    /// Whether it travelled encrypted.
    pub encrypted: bool,
}

/// What became of STARTTLS or STLS.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum StartTls {
    /// The server did not name it.
    #[default]
    #[serde(rename = "not offered")]
    NotOffered,
    /// It did, and the client did not use it.
    #[serde(rename = "offered")]
    Offered,
    /// The client asked, the server refused.
    #[serde(rename = "refused")]
    Refused,
    /// What follows is TLS.
    #[serde(rename = "used")]
    Used,
}

/// An envelope: from MAIL to the reply behind the message.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Transaction {
    /// Address of MAIL FROM; empty for `<>`; `None` when it was not captured.
    pub sender: Option<String>,
    /// What stands behind the address of MAIL FROM.
    pub parameters: Vec<Parameter>,
    /// RCPT TO, with the reply code of each.
    pub recipients: Vec<Recipient>,
    /// How the message was sent.
    pub transfer: Option<Transfer>,
    /// The size declared with SIZE=, or seen.
    pub size: Option<u64>,
    /// Whether it travelled encrypted.
    pub encrypted: bool,
    /// How it ended.
    pub outcome: Outcome,
    /// Code of the reply that decided.
    pub code: Option<u16>,
    /// Index of its message in the conversation.
    pub message: Option<usize>,
}

/// A RCPT TO.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Recipient {
    /// The address.
    pub address: String,
    /// Reply code; `None` when the reply was not captured.
    pub code: Option<u16>,
    /// What stands behind the address.
    pub parameters: Vec<Parameter>,
    /// Of LMTP: code of the reply behind the message that is about this recipient.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery: Option<u16>,
}

/// A parameter of MAIL or RCPT.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Parameter {
    /// Upper case.
    pub keyword: String,
    /// Its value, where it has one; xtext is decoded.
    pub value: Option<String>,
}

impl Parameter {
    /// Bytes that it takes.
    pub(super) fn weight(&self) -> usize {
        size_of::<Self>() + self.keyword.len() + self.value.as_ref().map_or(0, String::len)
    }
}

/// How a message was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Transfer {
    /// DATA.
    Data,
    /// BDAT (RFC 3030).
    Bdat,
}

/// How a transaction ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// The server took the message.
    Accepted,
    /// It refused the message or every recipient.
    Rejected,
    /// The client gave it up (RSET, a new EHLO, QUIT).
    Aborted,
    /// The end is not in the capture.
    #[default]
    Incomplete,
}

impl Facts for Smtp {
    fn absorb(&mut self, later: Box<dyn Facts>) {
        let Ok(later) = later.into_any().downcast::<Smtp>() else { return };
        let later = *later;
        self.greeting = self.greeting.take().or(later.greeting);
        self.hello.extend(later.hello);
        self.extensions.extend(later.extensions);
        self.auth.extend(later.auth);
        self.starttls = self.starttls.max(later.starttls);
        self.transactions.extend(later.transactions);
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
