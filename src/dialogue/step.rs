use std::borrow::Cow;
use std::fmt;

use serde::Serialize;
use smallvec::SmallVec;

use super::{Frames, MASK, Side, Time};

/// The lines of a step: nearly always one, which then costs no memory of its own.
pub type Lines = SmallVec<[String; 1]>;
/// The explanations of a step, or of a conversation as a whole; in the same way.
pub type Notes = SmallVec<[Note; 1]>;
/// Values of a text by their names; in the same way.
pub type Args = SmallVec<[(&'static str, Arg); 2]>;

/// One thing that happened in a conversation: a line, a reply, a handshake message, a gap, an event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    /// Who; `None` for events of the connection and for what both sides did.
    pub side: Option<Side>,
    /// Id of the protocol it belongs to: `tcp`, `smtp`, `pop3`, `tls`, `mail`.
    pub protocol: &'static str,
    /// Stable id: `smtp.command.ehlo`.
    pub kind: &'static str,
    /// The frames that carried it, repeats included.
    pub frames: Frames,
    /// When its first byte was captured; `None` for what is not in the file (gaps).
    pub time: Option<Time>,
    /// When its last byte was captured; `None` where that is not followed and `time` stands for it.
    pub until: Option<Time>,
    /// The mark column.
    pub mark: Mark,
    /// Every line of the wire, as [`super::wire_text`] writes it; empty for what is described, not quoted.
    pub lines: Lines,
    /// What to print for a step that has no wire lines: a name that is never translated (`Client Hello`), or a
    /// note whose text describes the bytes.
    pub label: Option<Arg>,
    /// The lines below the row: header lines of a mail and the like, not wire lines.
    pub below: Vec<String>,
    /// What the Base64 (or other) coding says.
    pub decoded: Option<String>,
    /// Index of the step that this one answers.
    pub answers: Option<usize>,
    /// Whether it travelled encrypted and was read with secrets.
    pub encrypted: bool,
    /// Whether what it is was inferred from what surrounds it.
    pub inferred: bool,
    /// Whether it stands in the same printed row as the step before it.
    pub joined: bool,
    /// What it means; several are joined into one annotation.
    pub notes: Notes,
    /// What is added to `notes` with `-v`.
    pub more: Vec<Note>,
    /// A note for each line of `lines`, shown with `-v`; empty, or as long as `lines`.
    pub line_notes: Vec<Option<Note>>,
    /// How the line was typed, when it came key by key.
    pub typing: Option<Box<Typing>>,
    /// What the typist meant, when the line holds corrections.
    pub intended: Option<String>,
    /// Wireshark's own words for it, where they differ from `lines`: what `--style report` prints.
    pub wireshark: Option<Vec<String>>,
    /// The byte map; only where it was asked for.
    pub fields: Option<Vec<Field>>,
    /// The bytes that the map is of, and those in front of them in their record; only where lessons are wanted.
    pub raw: Option<Box<Raw>>,
    /// Those of `frames` in which its bytes were sent again.
    pub resent: Frames,
    /// Those of `frames` that are copies of others in the capture.
    pub copies: Frames,
    /// Offsets of its bytes in its side's stream: `from..to`. Repeated frames are matched by it.
    pub span: Option<(u64, u64)>,
}

impl Step {
    /// A step of `side` with a kind; everything else is added by the caller.
    pub fn new(protocol: &'static str, kind: &'static str, side: Option<Side>, mark: Mark) -> Self {
        Step { side, protocol, kind, mark, ..Step::default() }
    }

    /// Adds an explanation.
    pub fn noted(mut self, note: Note) -> Self {
        self.notes.push(note);
        self
    }

    /// Bytes of what it says, apart from its own size.
    pub fn weight(&self) -> usize {
        let texts =
            |texts: &[String]| texts.iter().map(|text| size_of::<String>() + text.len()).sum::<usize>();
        let notes = self.notes.iter().chain(&self.more).chain(self.line_notes.iter().flatten());
        let keys = self.typing.iter().flat_map(|typing| &typing.keys);
        texts(&self.lines)
            + texts(&self.below)
            + texts(self.wireshark.as_deref().unwrap_or_default())
            + self.decoded.as_ref().map_or(0, String::len)
            + self.intended.as_ref().map_or(0, String::len)
            + notes.map(Note::weight).sum::<usize>()
            + keys.map(|key| size_of_val(key) + key.0.len()).sum::<usize>()
            + self.fields.iter().flatten().map(Field::weight).sum::<usize>()
    }

    /// Lets go of what it says, where that is too much to be kept: it stays in its place, and `label` says why it is
    /// mute.
    pub fn mute(&mut self, label: Note) {
        let Step { side, protocol, kind, .. } = *self;
        let told = std::mem::take(self);
        *self = Step {
            frames: told.frames,
            time: told.time,
            until: told.until,
            answers: told.answers,
            encrypted: told.encrypted,
            inferred: told.inferred,
            joined: told.joined,
            span: told.span,
            // What is not quoted is described, also where lines stood.
            mark: if told.mark == Mark::Quoted { Mark::Described } else { told.mark },
            label: Some(Arg::from(label)),
            ..Step::new(protocol, kind, side, Mark::Described)
        };
    }

    /// The lines as one: joined with ` | `, the repeated reply code of later lines dropped, as Wireshark's Info
    /// column has a multi-line reply (`250-host | PIPELINING | 8BITMIME`).
    pub fn compact(&self) -> Cow<'_, str> {
        match self.lines.as_slice() {
            [] => Cow::Borrowed(""),
            [one] => Cow::Borrowed(one),
            [first, later @ ..] => {
                let mut text = first.clone();
                for line in later {
                    text.push_str(" | ");
                    text.push_str(without_repeated_code(first, line));
                }
                Cow::Owned(text)
            }
        }
    }
}

/// The line without its `250-` or `250 `, when the first line has a three-digit code too.
fn without_repeated_code<'a>(first: &str, line: &'a str) -> &'a str {
    let coded = |text: &str| {
        let bytes = text.as_bytes();
        bytes.iter().take(3).filter(|b| b.is_ascii_digit()).count() == 3
            && matches!(bytes.get(3), Some(b'-' | b' ') | None)
    };
    if coded(first) && coded(line) { line.get(4..).unwrap_or("") } else { line }
}

/// The two characters of the mark column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum Mark {
    /// `C:` or `S:`: the wire is quoted.
    #[default]
    Quoted,
    /// `C=` or `S=` (`<>` for both sides): bytes are described.
    Described,
    /// `C?` or `S?`: bytes are missing from the file.
    Missing,
    /// `--`: an event of the connection.
    Event,
}

/// When the keys of a line were sent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typing {
    /// Each key as it was sent (escaped; hidden when the line is masked) and the nanoseconds since the one before.
    pub keys: Vec<(String, i64)>,
    /// Keys, the line end included; also right when `keys` was capped.
    pub count: u64,
    /// Nanoseconds from the first key to the last.
    pub nanos: i64,
}

/// What a step or finding means, without a language: the key of a Fluent message and the values it needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Key of the message, e.g. `smtp-command-ehlo`.
    pub key: Cow<'static, str>,
    /// Values.
    pub args: Args,
}

impl Note {
    /// A note without values.
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Note { key: key.into(), args: Args::new() }
    }

    /// Adds a value.
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Bytes of its values.
    fn weight(&self) -> usize {
        size_of::<Self>() + self.args.iter().map(|(_, arg)| arg.weight()).sum::<usize>()
    }
}

/// A value in a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Text of the wire, a name, several frames (`#16-18`): shown as it is.
    Text(String),
    /// A frame, shown as `#16`.
    Frame(u64),
    /// A count or size.
    Number(i64),
    /// Nanoseconds, shown as seconds.
    Seconds(i64),
    /// Another text, translated where it is shown.
    Note(Box<Note>),
}

impl Arg {
    fn weight(&self) -> usize {
        size_of::<Self>()
            + match self {
                Arg::Text(text) => text.len(),
                Arg::Note(note) => note.weight(),
                Arg::Frame(_) | Arg::Number(_) | Arg::Seconds(_) => 0,
            }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}

impl From<&Frames> for Arg {
    fn from(frames: &Frames) -> Self {
        match (frames.first(), frames.last()) {
            (Some(first), Some(last)) if first == last => Arg::Frame(first),
            _ => Arg::Text(frames.to_string()),
        }
    }
}

impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Arg::from(number as u64)
    }
}

impl From<u16> for Arg {
    fn from(number: u16) -> Self {
        Arg::Number(i64::from(number))
    }
}

impl From<Note> for Arg {
    fn from(note: Note) -> Self {
        Arg::Note(Box::new(note))
    }
}

/// A field of a message and the bytes it is made of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Field {
    /// The RFC's name.
    pub name: String,
    /// What it says.
    pub value: String,
    /// `[from, to)` in the message, header included.
    pub bytes: (u64, u64),
    /// What it is for.
    #[serde(skip)]
    pub note: Option<Note>,
    /// Its parts.
    pub fields: Vec<Field>,
}

/// The bytes of a step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Raw {
    /// What carries them, as far as it stands directly in front of them (a record's header), with its own map.
    pub header: Vec<u8>,
    /// The map of the header.
    pub header_fields: Vec<Field>,
    /// The bytes of the map, without what stands between them where they are in parts.
    pub bytes: Vec<u8>,
}

impl Field {
    fn weight(&self) -> usize {
        let inside = self.fields.iter().map(Field::weight).sum::<usize>();
        size_of::<Self>() + self.name.len() + self.value.len() + inside
    }
}

/// A password, token or digest. Without `reveal` the value is dropped where it is parsed and never stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Option<String>);

impl Secret {
    /// Keeps `value` only when `reveal` is asked for.
    pub fn new(value: &str, reveal: bool) -> Self {
        Secret(reveal.then(|| value.to_owned()))
    }

    /// The value, or the mask.
    pub fn shown(&self) -> &str {
        self.0.as_deref().unwrap_or(MASK)
    }

    /// The value, when it was kept.
    pub fn revealed(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

/// Hides the value always: a debug print must not leak what an output masks.
impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(********)")
    }
}

#[cfg(test)]
mod tests {
    use super::{Mark, Secret, Step};

    fn joined(lines: &[&str]) -> String {
        let mut step = Step::new("smtp", "smtp.reply", None, Mark::Quoted);
        step.lines = lines.iter().map(|line| (*line).to_owned()).collect();
        step.compact().into_owned()
    }

    #[test]
    fn a_multi_line_reply_is_joined_as_wiresharks_info_column_does() {
        assert_eq!(joined(&["250-host", "250-SIZE 1", "250 OK"]), "250-host | SIZE 1 | OK");
        assert_eq!(joined(&["250-a", "250"]), "250-a | ");
        assert_eq!(joined(&["+OK list", "1 120", "."]), "+OK list | 1 120 | .");
    }

    #[test]
    fn a_secret_never_shows_itself_by_accident() {
        let secret = Secret::new("apple", false);
        assert_eq!((secret.shown(), secret.revealed()), ("********", None));
        let kept = Secret::new("apple", true);
        assert_eq!(format!("{kept:?}"), "Secret(********)");
        assert_eq!(kept.shown(), "apple");
    }
}
