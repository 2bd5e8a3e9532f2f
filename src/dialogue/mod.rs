//! The vocabulary of wiretale: what a capture holds once it has been understood.
//!
//! A [`Capture`] is a file; it holds [`Conversation`]s, each the life of one TCP connection; a conversation is a
//! row of [`Step`]s (a line that was sent, a handshake message, a gap, an event of the connection), the
//! [`Message`]s (mails) it carried, [`Finding`]s about it, and the facts of each protocol it spoke.
//!
//! Everything here is plain data without language: what a step *means* is a [`Note`], a key with arguments, which
//! `annotate` turns into a sentence in Chinese, English or Japanese. Every other folder may name these types;
//! this folder names no other.

mod capture;
mod conversation;
mod digits;
mod escape;
mod finding;
mod frames;
mod lesson;
mod letter;
mod marks;
mod message;
mod passwords;
mod piece;
mod room;
mod secrets;
mod shape;
mod step;
mod time;
mod topic;
mod turns;
mod wanted;

pub use capture::{Capture, CommentText, Compression, Fate, Fates, Format, Interface};
pub use conversation::{Bytes, Closing, Conversation, FactSlot, Facts, Lost, Mss, Opening, Party, TcpFacts};
pub use digits::{hex, write_digits};
pub use escape::{
    as_text, decode_wire_text, every_byte, harmless, is_printable_ascii, is_shown, wire_text, write_wire_text,
};
pub use finding::{Fault, Finding, Severity};
pub use frames::Frames;
pub use lesson::{Check, CheckState, Derived, Lesson};
pub use letter::{
    BodyHash, Content, ContentEncoding, Differs, HeaderField, Hop, Kind, Letter, Missing, Preview, Shelf,
    Signature,
};
pub use marks::{
    Alike, Checked, Evidence, HandedIn, Item, MarkState, Marks, Say, Score, Student, Warning, Words,
};
pub use message::{Flaw, Message, MessageSource, Part, Singles, Written};
pub use passwords::Passwords;
pub use piece::{Ending, Gap, GapCause, Half, Piece, Place, Side};
pub use room::Room;
pub use secrets::{Earlier, SecretLine, Secrets};
pub use shape::{Member, Shape, Shapes};
pub use step::{Arg, Args, Field, Lines, Mark, Note, Notes, Raw, Secret, Step, Typing};
pub use time::{Clock, Moments, Time};
pub use topic::{Topic, TopicKind};
pub use turns::{Turns, Waits};
pub use wanted::{Filters, Messages, Wanted};

/// What stands in for a secret, whatever the secret's length.
pub const MASK: &str = "********";

/// The JSON Schema of everything here, as an object of definitions; each protocol has that of its facts.
pub const SCHEMA: &str = include_str!("schema.json");
