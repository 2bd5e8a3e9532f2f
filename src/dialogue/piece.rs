use serde::Serialize;

use super::{Frames, Time};

/// Who sent it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The side that opened the connection, or that speaks as a client.
    Client,
    /// The other one.
    Server,
}

impl Side {
    /// The peer.
    pub fn other(self) -> Side {
        match self {
            Side::Client => Side::Server,
            Side::Server => Side::Client,
        }
    }

    /// 0 for the client, 1 for the server: to index pairs.
    pub fn index(self) -> usize {
        match self {
            Side::Client => 0,
            Side::Server => 1,
        }
    }
}

/// An end of a connection before it is known who is the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Half {
    /// The sender of the SYN, or of the first frame seen.
    A,
    /// The other end.
    B,
}

impl Half {
    /// The other end.
    pub fn other(self) -> Half {
        match self {
            Half::A => Half::B,
            Half::B => Half::A,
        }
    }

    /// 0 for A, 1 for B.
    pub fn index(self) -> usize {
        match self {
            Half::A => 0,
            Half::B => 1,
        }
    }
}

/// Where a run of bytes stands: in which frame, when, and how far into its side's stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Wireshark frame number, from 1. Of bytes read by decrypting, the frame that completed their record.
    pub frame: u64,
    /// When that frame was captured.
    pub time: Time,
    /// Bytes of this side before it, counted from the first byte that side sent (or from the first one seen).
    pub offset: u64,
}

impl Place {
    /// The same frame, `bytes` further on.
    pub fn after(self, bytes: usize) -> Place {
        Place { offset: self.offset.saturating_add(bytes as u64), ..self }
    }
}

/// What one side sent next.
#[derive(Clone, Copy, Debug)]
pub enum Piece<'a> {
    /// Bytes, all from one frame.
    Bytes(&'a [u8], Place),
    /// Bytes that are missing from the file: an input like any other, not an error.
    Gap(Gap),
    /// Nothing more comes from this side.
    End(Ending),
}

/// A run of bytes that was sent but is not in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Bytes missing, at least 1.
    pub len: u64,
    /// Why.
    pub cause: GapCause,
    /// Offset of the first missing byte; frame and time are those of the evidence (the frame that was cut, the
    /// acknowledgement, or the next frame of this side).
    pub at: Place,
}

/// Why bytes are missing, as far as the capture tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GapCause {
    /// The frame is there, its end was not kept (snapshot length).
    CutBySnaplen,
    /// A fragment of the IP packet is missing.
    FragmentMissing,
    /// The peer acknowledged the bytes: they arrived, the capture missed them.
    NotCaptured,
    /// Nobody acknowledged them although the peer is seen: the network lost them.
    Lost,
    /// Neither can be told.
    Unknown,
}

impl GapCause {
    /// The name used in keys and JSON.
    pub fn id(self) -> &'static str {
        match self {
            GapCause::CutBySnaplen => "cut-by-snaplen",
            GapCause::FragmentMissing => "fragment-missing",
            GapCause::NotCaptured => "not-captured",
            GapCause::Lost => "lost",
            GapCause::Unknown => "unknown",
        }
    }
}

/// How a side's bytes end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// A FIN: this side said that it has no more to send.
    Fin(Place),
    /// A RST of either side.
    Reset(Place),
    /// The capture ends, or the connection was put aside, while it was open.
    CaptureEnd,
}

impl Ending {
    /// The frame of the FIN or RST.
    pub fn frames(self) -> Frames {
        match self {
            Ending::Fin(place) | Ending::Reset(place) => Frames::one(place.frame),
            Ending::CaptureEnd => Frames::default(),
        }
    }
}
