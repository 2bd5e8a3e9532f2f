use serde::{Serialize, Serializer};

use super::{Frames, Letter, Time, hex};

/// A mail that a conversation carried.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Message {
    /// How it travelled.
    pub source: MessageSource,
    /// The frames that carried it.
    pub frames: Frames,
    /// Whether all of it was seen.
    pub complete: bool,
    /// Bytes of the message as sent: dots unstuffed, without the end mark, its own last CRLF included.
    pub size: u64,
    /// SHA-256 of those bytes; `None` where it was not asked for or the message is incomplete.
    #[serde(serialize_with = "hex_or_null")]
    pub sha256: Option<[u8; 32]>,
    /// `From`, decoded.
    pub from: Option<String>,
    /// `To`, decoded; one entry per address.
    pub to: Vec<String>,
    /// `Subject`, decoded; an empty one is not a missing one.
    pub subject: Option<String>,
    /// `Date` as written.
    pub date: Option<String>,
    /// `Message-ID` as written.
    pub message_id: Option<String>,
    /// The MIME tree.
    pub parts: Vec<Part>,
    /// `Cc`, decoded; one entry per address.
    #[serde(skip)]
    pub copied: Vec<String>,
    /// Lines that began with a stuffed dot.
    #[serde(skip)]
    pub stuffed_lines: u64,
    /// Bytes of the message that are missing.
    #[serde(skip)]
    pub missing: u64,
    /// Whether undeclared bytes of the header were read in a charset that was guessed, and which.
    #[serde(skip)]
    pub guessed_charset: Option<&'static str>,
    /// Whether the end of the header was seen, so that a missing field is known to be missing.
    #[serde(skip)]
    pub header_complete: bool,
    /// When its first byte was captured.
    #[serde(skip)]
    pub time: Option<Time>,
    /// When its last byte was captured.
    #[serde(skip)]
    pub until: Option<Time>,
    /// The bytes, when they were to be kept; for whoever is told of the message at its end, and let go then.
    #[serde(skip)]
    pub raw: Option<Vec<u8>>,
    /// What they say, when they were kept.
    #[serde(skip)]
    pub letter: Option<Box<Letter>>,
    /// The number under which it was fetched.
    #[serde(skip)]
    pub number: Option<u64>,
    /// The lines of its body that were asked for.
    #[serde(skip)]
    pub lines: Option<u64>,
    /// The size of the whole message, missing bytes included: counted, where both its ends were seen, or else announced
    /// (SIZE=, octets).
    #[serde(skip)]
    pub whole: Option<u64>,
    /// Whether it says itself what it is (a `Content-Type` field), not only by default.
    #[serde(skip)]
    pub typed: bool,
    /// `From` and `Subject` as they stand on the wire, encoded words and all.
    #[serde(skip)]
    pub written: Written,
    /// Whether it has bytes beyond ASCII near its beginning.
    #[serde(skip)]
    pub eight_bit: bool,
    /// Bytes of its longest line near its beginning, line end included, if that is longer than SMTP allows (RFC 5321, section 4.5.3.1.6).
    #[serde(skip)]
    pub long_line: Option<u64>,
    /// Whether its header has encoded words (RFC 2047), which are shown decoded.
    #[serde(skip)]
    pub encoded_words: bool,
    /// Whether its header has UTF-8 as it is, without encoded words.
    #[serde(skip)]
    pub raw_utf8: bool,
    /// What is wrong with its content, each once, in the order in which it was met.
    #[serde(skip)]
    pub flaws: Vec<Flaw>,
}

/// Header fields as they stand on the wire, controls written as Wireshark does (`\r\n`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// `From`.
    pub from: Option<String>,
    /// `Subject`.
    pub subject: Option<String>,
}

/// Something that is wrong with the content of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A header block is longer than what is kept of it.
    HeaderTooLong,
    /// Parts are nested deeper than they are followed.
    TooDeep,
    /// There are more parts than are listed.
    TooManyParts,
    /// A multipart does not say what separates its parts.
    NoBoundary,
    /// The line that ends a multipart is missing.
    Unclosed,
    /// A part that is declared to be Base64 has other characters, or an incomplete end.
    BadBase64,
    /// A part that is declared to be quoted-printable has an `=` that means nothing.
    BadQuotedPrintable,
    /// A part that is declared to be uuencoded has no `begin`, no end, or lines that are none of it.
    BadUuencode,
    /// The header ends with a line that is no field, without an empty line.
    NoEmptyLine,
    /// Fields that every message must have are not there.
    FieldsMissing(Singles),
    /// Fields that may be there once are there more than once.
    FieldsRepeated(Singles),
    /// `Date` is no date.
    BadDate,
    /// A line of the header is a field only with good will: a blank before its colon, or a first line that continues
    /// none.
    BadHeaderLine,
    /// A file name or type is longer than what is shown of it.
    NameShortened,
    /// It is larger than what is kept for saving.
    TooLargeToKeep,
}

/// Header fields that a message may have once (RFC 5322, section 3.6): a set of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Singles(u16);

impl Singles {
    /// Their names.
    pub const NAMES: [&'static str; 11] = [
        "Date",
        "From",
        "Sender",
        "Reply-To",
        "To",
        "Cc",
        "Bcc",
        "Message-ID",
        "In-Reply-To",
        "References",
        "Subject",
    ];

    /// Adds a field by its name; returns whether it may be there once, and was there already.
    pub fn add(&mut self, name: &[u8]) -> bool {
        let place = Self::NAMES.iter().position(|known| known.as_bytes().eq_ignore_ascii_case(name));
        let Some(place) = place else { return false };
        let before = self.0;
        self.0 |= 1 << place;
        before == self.0
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether this field, of [`Singles::NAMES`], is among them.
    pub fn has(self, name: &str) -> bool {
        Self::NAMES.iter().enumerate().any(|(place, known)| *known == name && self.0 & 1 << place != 0)
    }

    /// Their names, one behind the other.
    pub fn names(self) -> String {
        let names: Vec<&str> = Self::NAMES.into_iter().filter(|name| self.has(name)).collect();
        names.join(", ")
    }
}

impl Message {
    /// Bytes of what its header and parts say.
    pub fn weight(&self) -> usize {
        fn parts(list: &[Part]) -> usize {
            let of = |part: &Part| {
                let texts =
                    [Some(&part.kind), part.charset.as_ref(), part.encoding.as_ref(), part.filename.as_ref()];
                size_of::<Part>()
                    + texts.into_iter().flatten().map(String::len).sum::<usize>()
                    + parts(&part.parts)
            };
            list.iter().map(of).sum()
        }
        let Written { from, subject } = &self.written;
        let texts = [&self.from, &self.subject, &self.date, &self.message_id, from, subject];
        let to = self.to.iter().map(|to| size_of::<String>() + to.len()).sum::<usize>();
        let letter = self.letter.as_ref().map_or(0, |letter| letter.weight());
        texts.into_iter().flatten().map(String::len).sum::<usize>() + to + parts(&self.parts) + letter
    }

    /// The command that it came with: `DATA`, `RETR 1`, `TOP 10 0`.
    pub fn command(&self) -> String {
        let word = match self.source {
            MessageSource::SmtpData => "DATA",
            MessageSource::SmtpBdat => "BDAT",
            MessageSource::Pop3Retr => "RETR",
            MessageSource::Pop3Top => "TOP",
        };
        let numbers = self.number.into_iter().chain(self.lines);
        numbers.fold(word.to_owned(), |command, number| format!("{command} {number}"))
    }

    /// The leaf types in order, as Wireshark's Info column lists them.
    pub fn leaf_types(&self) -> Vec<&str> {
        fn walk<'a>(parts: &'a [Part], types: &mut Vec<&'a str>) {
            for part in parts {
                if part.parts.is_empty() {
                    types.push(&part.kind);
                } else {
                    walk(&part.parts, types);
                }
            }
        }
        let mut types = Vec::new();
        walk(&self.parts, &mut types);
        types
    }
}

/// How a mail travelled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum MessageSource {
    /// SMTP DATA.
    #[default]
    #[serde(rename = "smtp.data")]
    SmtpData,
    /// SMTP BDAT (RFC 3030).
    #[serde(rename = "smtp.bdat")]
    SmtpBdat,
    /// POP3 RETR.
    #[serde(rename = "pop3.retr")]
    Pop3Retr,
    /// POP3 TOP: the header and some lines.
    #[serde(rename = "pop3.top")]
    Pop3Top,
}

impl MessageSource {
    /// The protocol that carried it.
    pub fn protocol(self) -> &'static str {
        match self {
            MessageSource::SmtpData | MessageSource::SmtpBdat => "smtp",
            MessageSource::Pop3Retr | MessageSource::Pop3Top => "pop3",
        }
    }
}

/// A part of a MIME message.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Part {
    /// `text/plain`, lower case.
    #[serde(rename = "type")]
    pub kind: String,
    /// The declared charset, lower case.
    pub charset: Option<String>,
    /// The content-transfer-encoding, lower case.
    pub encoding: Option<String>,
    /// The file name, decoded.
    pub filename: Option<String>,
    /// Bytes, decoded; `None` where not asked for.
    pub size: Option<u64>,
    /// SHA-256 of the decoded bytes; `None` where not asked for.
    #[serde(serialize_with = "hex_or_null")]
    pub sha256: Option<[u8; 32]>,
    /// Where its header stands among the bytes that were seen: `[from, to)`, without the empty line.
    #[serde(skip)]
    pub header: (u64, u64),
    /// Where its body stands, as it travelled.
    #[serde(skip)]
    pub body: (u64, u64),
    /// Whether all of the body was seen.
    #[serde(skip)]
    pub whole: bool,
    /// The parts inside.
    pub parts: Vec<Part>,
}

fn hex_or_null<S: Serializer>(hash: &Option<[u8; 32]>, serializer: S) -> Result<S::Ok, S::Error> {
    match hash {
        None => serializer.serialize_none(),
        Some(bytes) => serializer.serialize_str(&hex(bytes)),
    }
}
