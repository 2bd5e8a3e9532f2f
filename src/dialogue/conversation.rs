use std::any::Any;
use std::borrow::Cow;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr};

use serde::Serialize;

use super::{Finding, Frames, Message, Notes, Step, Time};

/// The life of one TCP connection, and what was said on it.
#[derive(Debug, Default)]
pub struct Conversation {
    /// Wireshark's `tcp.stream`.
    pub stream: u64,
    /// Who asks.
    pub client: Party,
    /// Who answers.
    pub server: Party,
    /// Ids in the order in which they were spoken, e.g. `smtp`, `tls`, `smtp`; empty when none was recognised.
    pub protocols: Vec<&'static str>,
    /// The title shown for it, e.g. `SMTP` or `TLS 1.2`; empty when none was recognised.
    pub title: Cow<'static, str>,
    /// How the first protocol was recognised: `banner`, `command`, `tls_record`, `port` …
    pub recognised_by: Option<&'static str>,
    /// The same in words: notes to be joined.
    pub recognised_notes: Notes,
    /// First frame.
    pub first_frame: u64,
    /// Last frame.
    pub last_frame: u64,
    /// Time of the first frame.
    pub start: Time,
    /// Nanoseconds from the first to the last frame.
    pub nanos: i64,
    /// What TCP did.
    pub tcp: TcpFacts,
    /// What happened, in order.
    pub steps: Vec<Step>,
    /// The mails.
    pub messages: Vec<Message>,
    /// What there is to learn from it, where that was asked for.
    pub lessons: Vec<super::Lesson>,
    /// What is worth knowing.
    pub findings: Vec<Finding>,
    /// One slot per registered protocol, in the order of registration.
    pub facts: Vec<(&'static str, FactSlot)>,
    /// The last lines: what came of it, as notes to be joined.
    pub summary: Notes,
    /// The outcome in a few words, for `list`.
    pub outcome: Notes,
    /// Whether nothing was amiss in the capture or the connection.
    pub health: &'static str,
    /// All frames, and those of them that carried each protocol's lines: `(protocol, frames)`.
    pub frames: u64,
    /// Frames that fed a protocol.
    pub used: Vec<(&'static str, u64)>,
    /// Frames with nothing but encrypted application data.
    pub encrypted_frames: u64,
    /// The first bytes of each side, escaped, of a conversation that no protocol claims.
    pub opening_bytes: Option<String>,
    /// Names that were given to log in, each once.
    pub users: Vec<String>,
}

/// An end of a connection.
#[derive(Clone, Debug, Serialize)]
pub struct Party {
    /// IP address.
    pub address: IpAddr,
    /// TCP port.
    pub port: u16,
    /// Host name, when the capture tells one.
    pub name: Option<String>,
    /// Where the name is from: `DNS #7`, `SNI #4`; not in JSON.
    #[serde(skip)]
    pub name_source: Option<String>,
}

impl Default for Party {
    /// Somebody of whom nothing is known.
    fn default() -> Self {
        Party { address: Ipv4Addr::UNSPECIFIED.into(), port: 0, name: None, name_source: None }
    }
}

/// What TCP did.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TcpFacts {
    /// How much of the three-way handshake is there.
    pub opening: Opening,
    /// How it ended.
    pub closing: Closing,
    /// Who sent the first FIN or the RST.
    pub closed_by: Option<super::Side>,
    /// Seconds from SYN to SYN-ACK plus SYN-ACK to ACK.
    pub rtt: Option<f64>,
    /// Maximum segment size announced by each side.
    pub mss: Mss,
    /// Bytes each side sent, as far as they are in the file.
    pub bytes: Bytes,
    /// Frames that brought nothing new.
    pub retransmissions: u64,
    /// Frames that came after a later one.
    pub out_of_order: u64,
    /// Frames that are copies of another frame.
    pub duplicates: u64,
    /// Frames that overlap others with different bytes.
    pub overlaps: u64,
    /// Bytes missing from the file.
    pub lost: Lost,
}

/// How much of the three-way handshake is in the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum Opening {
    /// SYN and SYN-ACK.
    #[serde(rename = "complete")]
    Complete,
    /// One of them.
    #[serde(rename = "partial")]
    Partial,
    /// The capture began later.
    #[default]
    #[serde(rename = "not captured")]
    NotCaptured,
}

/// How a connection ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Closing {
    /// With FIN.
    Fin,
    /// With RST.
    Reset,
    /// The end is not in the file.
    #[default]
    Open,
}

/// Maximum segment sizes, in bytes.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Mss {
    /// Announced by the client.
    pub client: Option<u16>,
    /// Announced by the server.
    pub server: Option<u16>,
}

/// Bytes seen.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Bytes {
    /// Sent by the client.
    pub client: u64,
    /// Sent by the server.
    pub server: u64,
}

/// Bytes missing.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Lost {
    /// Of the client.
    pub client: u64,
    /// Of the server.
    pub server: u64,
}

/// The typed facts of a protocol, erased so that a protocol can be added without touching this folder.
pub trait Facts: erased_serde::Serialize + Any + Send + fmt::Debug {
    /// Takes in the facts of the same protocol from a later session of the same connection (behind STARTTLS).
    fn absorb(&mut self, later: Box<dyn Facts>);
    /// For reading a known protocol's facts back.
    fn as_any(&self) -> &dyn Any;
    /// For [`Facts::absorb`].
    fn into_any(self: Box<Self>) -> Box<dyn Any>;
    /// The facts of another conversation that says the same in other frames and at another time; `None` where these are
    /// among them.
    fn again(&self) -> Option<Box<dyn Facts>> {
        None
    }
    /// Whether they are the same facts.
    fn is_same(&self, _other: &dyn Facts) -> bool {
        false
    }
}

erased_serde::serialize_trait_object!(Facts);

/// Where a conversation keeps a protocol's facts: one object, or one per handshake.
#[derive(Debug)]
pub enum FactSlot {
    /// `null` or an object.
    One(Option<Box<dyn Facts>>),
    /// A list.
    Many(Vec<Box<dyn Facts>>),
}

impl Conversation {
    /// The typed facts of `protocol`, when it was spoken.
    pub fn facts<T: 'static>(&self, protocol: &str) -> Vec<&T> {
        self.facts
            .iter()
            .filter(|(id, _)| *id == protocol)
            .flat_map(|(_, slot)| match slot {
                FactSlot::One(one) => one.iter().collect::<Vec<_>>(),
                FactSlot::Many(many) => many.iter().collect(),
            })
            .filter_map(|facts| facts.as_any().downcast_ref())
            .collect()
    }

    /// All frames of the findings.
    pub fn finding_frames(&self) -> Frames {
        let mut frames = Frames::default();
        for finding in &self.findings {
            frames.extend(&finding.frames);
        }
        frames
    }
}
