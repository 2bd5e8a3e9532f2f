use std::collections::BTreeMap;

use serde::Serialize;

use super::{Finding, Time};

/// A capture file, once it has been read to its end.
#[derive(Clone, Debug, Default)]
pub struct Capture {
    /// The container.
    pub format: Format,
    /// The compression around it.
    pub compression: Option<Compression>,
    /// Packets in the file, numbered as Wireshark does.
    pub frames: u64,
    /// Time of the earliest frame.
    pub first_time: Option<Time>,
    /// Time of the latest frame.
    pub last_time: Option<Time>,
    /// In the order of their description, over all sections.
    pub interfaces: Vec<Interface>,
    /// The program that wrote the file.
    pub application: Option<String>,
    /// Its operating system.
    pub os: Option<String>,
    /// Its machine.
    pub hardware: Option<String>,
    /// Comments of people.
    pub comments: Vec<CommentText>,
    /// Names of addresses, from DNS answers and name-resolution blocks; with where they are from.
    pub names: BTreeMap<std::net::IpAddr, Vec<(String, String)>>,
    /// What became of every frame.
    pub fates: Fates,
    /// What is worth knowing about the file.
    pub findings: Vec<Finding>,
}

/// The container of a capture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// The format of libpcap.
    Pcap,
    /// The next generation.
    #[default]
    Pcapng,
}

/// The compression around a capture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Compression {
    /// RFC 1952.
    Gzip,
    /// RFC 8878.
    Zstd,
}

/// An interface that was captured on.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Interface {
    /// Number of the link type (tcpdump.org's registry).
    pub link_type: u16,
    /// Its name there.
    pub link_name: String,
    /// The interface's own name.
    pub name: Option<String>,
    /// Bytes kept of each packet; `None` for no limit.
    pub snaplen: Option<u32>,
}

/// A comment in the capture file.
#[derive(Clone, Debug, Serialize)]
pub struct CommentText {
    /// The packet that it belongs to; `None` for the whole file.
    pub frame: Option<u64>,
    /// The text.
    pub text: String,
}

/// What became of a frame; it gets the first that fits, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// Too short to know what it is.
    CutHeader,
    /// A link type that is not decoded.
    OtherLinkType,
    /// Neither IPv4 nor IPv6.
    NotIp,
    /// A fragment whose packet never became whole.
    FragmentIncomplete,
    /// DNS that gave a name.
    Names,
    /// IP, but not TCP.
    NotTcp,
    /// Inside a tunnel that is not opened.
    Tunnel,
    /// Left out by a filter.
    NotAskedFor,
    /// The same packet as another frame.
    Duplicate,
    /// Nothing new in it.
    Retransmission,
    /// SYN, ACK, FIN, RST.
    TcpWithoutData,
    /// Data of a connection that no protocol claims.
    Unrecognised,
    /// TLS application data without secrets.
    Encrypted,
    /// It became part of a dialogue.
    Used,
}

impl Fate {
    /// All of them, in order of precedence.
    pub const ALL: [Fate; 14] = [
        Fate::CutHeader,
        Fate::OtherLinkType,
        Fate::NotIp,
        Fate::FragmentIncomplete,
        Fate::Names,
        Fate::NotTcp,
        Fate::Tunnel,
        Fate::NotAskedFor,
        Fate::Duplicate,
        Fate::Retransmission,
        Fate::TcpWithoutData,
        Fate::Unrecognised,
        Fate::Encrypted,
        Fate::Used,
    ];

    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Fate::CutHeader => "cut_header",
            Fate::OtherLinkType => "other_link_type",
            Fate::NotIp => "not_ip",
            Fate::FragmentIncomplete => "fragment_incomplete",
            Fate::Names => "names",
            Fate::NotTcp => "not_tcp",
            Fate::Tunnel => "tunnel",
            Fate::NotAskedFor => "not_asked_for",
            Fate::Duplicate => "duplicate",
            Fate::Retransmission => "retransmission",
            Fate::TcpWithoutData => "tcp_without_data",
            Fate::Unrecognised => "unrecognised",
            Fate::Encrypted => "encrypted",
            Fate::Used => "used",
        }
    }
}

/// How many frames met each fate. The counts add up to the number of frames.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fates {
    counts: [u64; Fate::ALL.len()],
    /// What the frames that are not TCP were, and how many (`DNS`, `ICMP`, `ARP` …), per fate.
    pub others: BTreeMap<(Fate, &'static str), u64>,
    /// Frames of link types that are not decoded, per number of the type.
    pub link_types: BTreeMap<u16, u64>,
    /// What the used frames were used for, per protocol.
    pub used_by: BTreeMap<&'static str, u64>,
}

impl Fates {
    /// Counts frames.
    pub fn add(&mut self, fate: Fate, frames: u64) {
        if let Some(count) = self.counts.get_mut(fate as usize) {
            *count += frames;
        }
    }

    /// How many met this fate.
    pub fn get(&self, fate: Fate) -> u64 {
        self.counts.get(fate as usize).copied().unwrap_or(0)
    }

    /// All of them.
    pub fn total(&self) -> u64 {
        self.counts.iter().sum()
    }
}
