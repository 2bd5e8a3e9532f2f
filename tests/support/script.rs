//! Dialogue scripts, as `tests/dialogues/README.md` describes them: text → what was said and what the stage does.

use wiretale::dialogue::{Side, decode_wire_text};

/// A script.
#[derive(Clone, Debug, Default)]
pub struct Script {
    /// What happens, in order.
    pub acts: Vec<Act>,
    /// The rows that must come out, where the script says so itself.
    pub expected: Option<Vec<String>>,
    /// What must be known or found.
    pub checks: Vec<Check>,
    /// Whether a direction changes what is in the capture.
    pub staged: bool,
    /// Whether events of the connection are among the rows.
    pub events: bool,
    pub port: u16,
    pub snaplen: u32,
    pub shuffle: Option<u64>,
    pub only: Option<Side>,
}

/// Something that happens.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Bytes that a side sends; with the row that they make, if they make one of their own.
    Say(Say),
    /// A stage direction.
    Stage(Stage),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Say {
    pub side: Side,
    pub bytes: Vec<u8>,
    pub what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A line that is quoted: `C:`.
    Line,
    /// A line of a message: `C.`.
    Content,
    /// Bytes as they are: `C!`.
    Raw,
}

/// A stage direction.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// Segments of at most this size from here on; 0 for one per line.
    Split(usize),
    /// The client's bytes one by one with pauses, or not.
    Keys(bool),
    /// The next lines of one side in one segment.
    Together,
    /// What happens to the next segments of data (how many).
    Next(Trick, usize),
    /// Nothing before this is in the capture.
    Late,
    /// An ACK without data.
    Ack(Side),
    Fin(Side),
    Rst(Side),
    /// A keep-alive: one byte that was sent before.
    KeepAlive(Side),
    Isn(Side, u32),
    /// The first line of the client travels in the SYN.
    SynData,
    /// The capture ends with the connection open.
    Open,
    /// Another connection between the same ends.
    Again,
}

/// What happens to a segment.
#[derive(Clone, Debug, PartialEq)]
pub enum Trick {
    /// Acknowledged, but not in the capture.
    Drop,
    /// Neither captured nor acknowledged.
    Lose,
    /// Twice in the capture, the same packet.
    Duplicate,
    /// Sent again 300 ms later, perhaps with other bytes.
    Retransmit(Option<Vec<u8>>),
    /// Behind the frame that follows it.
    Swap,
    /// Its first byte is sent ahead of it, into a closed window.
    Probe,
    /// In IP fragments of this size, the last one first.
    Fragments(usize),
    /// In IP fragments of this size, without the one with this number.
    FragmentsBut(usize, usize),
    /// With IP length 0.
    NoLength,
}

/// What else must hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Check {
    /// A finding with this code.
    Finding(String),
    /// A finding with this code, whose English sentence has this text in it.
    Says(String, String),
    /// No finding with this code.
    NoFinding(String),
    /// A step with a note of this key.
    Note(String),
    /// A value in the JSON of the conversation with this number.
    Json(usize, String, serde_json::Value),
    /// Text that must not be in the output unless secrets are revealed.
    Secret(String),
}

impl Script {
    /// Reads a script.
    ///
    /// # Panics
    /// When a line cannot be understood: scripts are part of the tests.
    pub fn parse(text: &str) -> Script {
        let mut script = Script { port: 25, ..Script::default() };
        let mut end: &[u8] = b"\r\n";
        for line in text.lines() {
            if let Some(expected) = script.expected.as_mut() {
                if !line.trim().is_empty() && !line.starts_with('#') {
                    expected.push(line.trim_end().to_owned());
                }
            } else if line.trim() == "== expect" {
                script.expected = Some(Vec::new());
            } else if let Some(direction) = line.strip_prefix('@') {
                match direction.trim() {
                    "lf" => end = b"\n",
                    "crlf" => end = b"\r\n",
                    direction => script.direct(direction),
                }
            } else if !line.trim().is_empty() && !line.starts_with('#') {
                script.say(line, end);
            }
        }
        script
    }

    fn say(&mut self, line: &str, end: &[u8]) {
        let side = match line.as_bytes().first() {
            Some(b'C') => Side::Client,
            Some(b'S') => Side::Server,
            _ => panic!("neither C nor S speaks: {line}"),
        };
        let what = match line.as_bytes().get(1) {
            Some(b':') => What::Line,
            Some(b'.') => What::Content,
            Some(b'!') => What::Raw,
            _ => panic!("no `:`, `.` or `!`: {line}"),
        };
        let text = line.get(2..).unwrap_or("");
        let mut bytes = decode_wire_text(text.strip_prefix(' ').unwrap_or(text));
        if what != What::Raw {
            bytes.extend(end);
        }
        self.acts.push(Act::Say(Say { side, bytes, what }));
    }

    fn direct(&mut self, direction: &str) {
        let (word, rest) = direction.split_once(' ').unwrap_or((direction, ""));
        let rest = rest.trim();
        let number = || rest.parse::<usize>().unwrap_or_else(|_| panic!("no number: @{direction}"));
        let count = || if rest.is_empty() { 1 } else { number() };
        let side = |word: &str| match word {
            "client" => Side::Client,
            "server" => Side::Server,
            _ => panic!("neither client nor server: @{direction}"),
        };
        let mut staged = true;
        let stage = match word {
            "split" => Stage::Split(if rest == "every" { 1 } else { number() }),
            "whole" => Stage::Split(0),
            "keys" => Stage::Keys(rest != "off"),
            "together" => Stage::Together,
            "drop" => Stage::Next(Trick::Drop, count()),
            "lose" => Stage::Next(Trick::Lose, count()),
            "duplicate" => Stage::Next(Trick::Duplicate, count()),
            "retransmit" => {
                let other = Some(decode_wire_text(rest)).filter(|bytes| !bytes.is_empty());
                Stage::Next(Trick::Retransmit(other), 1)
            }
            "swap" => Stage::Next(Trick::Swap, 1),
            "probe" => Stage::Next(Trick::Probe, 1),
            "fragments" => Stage::Next(Trick::Fragments(number()), 1),
            "fragments-but" => {
                let (size, missing) = rest.split_once(' ').unwrap_or_else(|| panic!("@fragments-but SIZE N"));
                let [size, missing] = [size, missing].map(|number| number.parse().unwrap());
                Stage::Next(Trick::FragmentsBut(size, missing), 1)
            }
            "ip-length-0" => Stage::Next(Trick::NoLength, 1),
            "late" => Stage::Late,
            "ack" => Stage::Ack(side(rest)),
            "fin" => Stage::Fin(side(rest)),
            "rst" => Stage::Rst(side(rest)),
            "keep-alive" => Stage::KeepAlive(side(rest)),
            "isn" => {
                let (who, number) = rest.split_once(' ').unwrap_or_else(|| panic!("@isn SIDE NUMBER"));
                Stage::Isn(side(who), number.trim().parse().unwrap_or_else(|_| panic!("@{direction}")))
            }
            "syn-data" => Stage::SynData,
            "open" => Stage::Open,
            "again" => Stage::Again,
            other => {
                staged = self.remark(other, rest);
                self.staged |= staged;
                return;
            }
        };
        self.staged |= staged;
        self.acts.push(Act::Stage(stage));
    }

    /// Directions about the whole script. Returns whether they change what is in the capture.
    fn remark(&mut self, word: &str, rest: &str) -> bool {
        let number = || rest.parse::<u64>().unwrap_or_else(|_| panic!("no number: @{word} {rest}"));
        match word {
            "port" => self.port = number() as u16,
            "snaplen" => self.snaplen = number() as u32,
            "shuffle" => self.shuffle = Some(number()),
            "only" => self.only = Some(if rest == "client" { Side::Client } else { Side::Server }),
            "events" => self.events = true,
            "finding" => self.checks.push(Check::Finding(rest.to_owned())),
            "says" => {
                let (code, text) = rest.split_once(' ').unwrap_or_else(|| panic!("@says CODE TEXT"));
                self.checks.push(Check::Says(code.to_owned(), text.to_owned()));
            }
            "no-finding" => self.checks.push(Check::NoFinding(rest.to_owned())),
            "note" => self.checks.push(Check::Note(rest.to_owned())),
            "secret" => self.checks.push(Check::Secret(rest.to_owned())),
            "json" => {
                let (pointer, value) = rest.split_once(' ').unwrap_or_else(|| panic!("@json POINTER VALUE"));
                let value = serde_json::from_str(value).unwrap_or_else(|_| panic!("no JSON: {value}"));
                let (index, pointer) = pointer.split_once('/').unwrap_or(("", pointer));
                let index = index.parse().unwrap_or(0);
                self.checks.push(Check::Json(index, format!("/{pointer}"), value));
            }
            _ => panic!("unknown stage direction: @{word} {rest}"),
        }
        matches!(word, "snaplen" | "shuffle" | "only")
    }

    /// The rows that must come out: those of the script, else its own lines.
    pub fn rows(&self) -> Vec<String> {
        if let Some(expected) = &self.expected {
            return expected.clone();
        }
        let mut rows = Vec::new();
        let mut message: Option<(Side, usize)> = None;
        for act in &self.acts {
            let Act::Say(say) = act else { continue };
            if say.what == What::Content {
                let bytes = strip_end(&say.bytes);
                if bytes == b"." {
                    let size = message.take().map_or(0, |(_, size)| size);
                    rows.push(format!("{}= [message, {size} bytes]", letter(say.side)));
                } else {
                    let stuffed = usize::from(bytes.starts_with(b"."));
                    message.get_or_insert((say.side, 0)).1 += say.bytes.len() - stuffed;
                }
            } else {
                rows.push(format!(
                    "{}: {}",
                    letter(say.side),
                    wiretale::dialogue::wire_text(strip_end(&say.bytes))
                ));
            }
        }
        rows
    }

    /// What was said, without the stage directions.
    pub fn said(&self) -> Vec<Say> {
        self.acts
            .iter()
            .filter_map(|act| match act {
                Act::Say(say) => Some(say.clone()),
                Act::Stage(_) => None,
            })
            .collect()
    }

    /// All bytes of a side.
    pub fn sent(&self, side: Side) -> Vec<u8> {
        self.said().into_iter().filter(|say| say.side == side).flat_map(|say| say.bytes).collect()
    }

    /// Connections in it.
    pub fn connections(&self) -> usize {
        1 + self.acts.iter().filter(|act| **act == Act::Stage(Stage::Again)).count()
    }
}

pub fn letter(side: Side) -> char {
    match side {
        Side::Client => 'C',
        Side::Server => 'S',
    }
}

fn strip_end(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    bytes.strip_suffix(b"\r").unwrap_or(bytes)
}
