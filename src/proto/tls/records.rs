//! From bytes to records, one side at a time.
//!
//! Bodies of application data are passed over by length: they are neither kept nor looked at, unless they can be
//! opened. Every other record is kept whole until its last byte is there, because only then Wireshark shows it and only then it can be told
//! whether it is encrypted. A record has at most 65,535 bytes, which bounds the memory of a side.

use super::wire::{self, RECORD_HEADER, RecordHeader, content};
use crate::dialogue::Place;

/// Bytes of one frame that are still to be taken.
#[derive(Clone, Copy, Debug)]
pub(super) struct Input<'a> {
    /// The bytes.
    pub bytes: &'a [u8],
    /// Where they stand.
    pub place: Place,
}

impl<'a> Input<'a> {
    /// Takes up to `len` bytes off the front.
    fn take(&mut self, len: usize) -> (&'a [u8], Place) {
        let len = len.min(self.bytes.len());
        let (head, tail) = self.bytes.split_at_checked(len).unwrap_or((self.bytes, &[]));
        let place = self.place;
        self.bytes = tail;
        self.place = place.after(len);
        (head, place)
    }
}

/// A record that is kept whole.
#[derive(Debug, Default)]
pub(super) struct Record {
    /// Its header; of an SSL 2.0 hello, one made up.
    pub header: RecordHeader0,
    /// Where its header begins.
    pub start: Option<Place>,
    /// Its body so far; zeros where bytes are missing.
    pub body: Vec<u8>,
    /// Where runs of the body begin, and in which frame they came; holes have none.
    pub chunks: Vec<Chunk>,
    /// How much of the body went on to the handshake layer.
    pub passed: usize,
}

/// A header that may not be there yet.
pub(super) type RecordHeader0 = Option<RecordHeader>;

/// A run of a record's body.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chunk {
    /// Where in the body it begins.
    pub at: usize,
    /// Its place; of a hole, that of the evidence.
    pub place: Place,
    /// Whether its bytes are missing.
    pub hole: bool,
}

impl Record {
    /// The last frame that brought bytes of it.
    pub fn last_frame(&self) -> u64 {
        let last = self.chunks.iter().rev().find(|chunk| !chunk.hole).map(|chunk| chunk.place);
        last.or(self.start).map_or(0, |place| place.frame)
    }

    /// Cuts off the MAC at the end.
    pub fn cut(&mut self, mac: usize) {
        let len = self.body.len().saturating_sub(mac);
        self.body.truncate(len);
        self.chunks.retain(|chunk| chunk.at < len || chunk.at == 0);
    }

    /// Bytes that are missing.
    pub fn missing(&self) -> usize {
        self.runs().filter(|run| run.1.hole).map(|run| run.0.len()).sum()
    }

    /// The runs of the body with their bytes.
    pub fn runs(&self) -> impl Iterator<Item = (&[u8], Chunk)> + '_ {
        self.chunks.iter().enumerate().map(|(index, chunk)| {
            let end = self.chunks.get(index + 1).map_or(self.body.len(), |next| next.at);
            (self.body.get(chunk.at..end).unwrap_or_default(), *chunk)
        })
    }

    fn add(&mut self, bytes: &[u8], place: Place) {
        // Pieces of one frame are one run, however they were cut.
        let same = self.chunks.last().is_some_and(|last| !last.hole && last.place.frame == place.frame);
        if !same {
            self.chunks.push(Chunk { at: self.body.len(), place, hole: false });
        }
        self.body.extend_from_slice(bytes);
    }
}

/// What came of the input.
#[derive(Debug)]
pub(super) enum Event<'a> {
    /// A header of application data; its places are in [`Records::header`].
    DataBegins(RecordHeader),
    /// Bytes of application data.
    Data {
        /// Where.
        place: Place,
        /// They.
        bytes: &'a [u8],
    },
    /// The last byte of a record of application data has come.
    DataEnds,
    /// A record is whole: take it with [`Records::take`].
    Whole,
    /// What stands where a record's header should is none.
    NotARecord,
}

/// Where in the stream of records a side stands.
#[derive(Debug, Default)]
enum State {
    /// At, or inside, a header.
    #[default]
    Header,
    /// Inside a body that is kept; bytes to come.
    Body(usize),
    /// Inside a body of application data; bytes to come.
    Data(usize),
    /// Looking for a header.
    Lost,
}

/// The records of one side.
#[derive(Debug, Default)]
pub(super) struct Records {
    state: State,
    header: [u8; RECORD_HEADER],
    places: [Option<Place>; RECORD_HEADER],
    have: usize,
    record: Record,
    /// Whether any record was found.
    pub begun: bool,
    /// The version that its records claim, once one was seen: where synchronisation is lost it must come again.
    pub version: Option<u16>,
    /// Whether application data is kept like any other record.
    keeps_data: bool,
}

impl Records {
    /// Begins where a record may have begun before the capture did.
    pub fn late() -> Self {
        Records { state: State::Lost, ..Records::default() }
    }

    /// Passes over a piece that ends inside the body of application data that it began in. Of any other nothing is taken.
    pub fn pass_over(&mut self, bytes: usize) -> bool {
        match &mut self.state {
            State::Data(left) if (1..*left).contains(&bytes) => {
                *left -= bytes;
                true
            }
            _ => false,
        }
    }

    /// What the next bytes are; `None` when all are taken. At most one call per record header, and one per piece.
    pub fn next<'a>(&mut self, input: &mut Input<'a>) -> Option<Event<'a>> {
        loop {
            match self.state {
                State::Data(0) => {
                    self.state = State::Header;
                    return Some(Event::DataEnds);
                }
                State::Body(0) => {
                    self.state = State::Header;
                    return Some(Event::Whole);
                }
                _ if input.bytes.is_empty() => return None,
                State::Data(left) => {
                    let (bytes, place) = input.take(left);
                    self.state = State::Data(left - bytes.len());
                    return Some(Event::Data { place, bytes });
                }
                State::Body(left) => {
                    let (bytes, place) = input.take(left);
                    self.record.add(bytes, place);
                    self.state = State::Body(left - bytes.len());
                }
                State::Header if self.have == 0 && input.bytes.len() > RECORD_HEADER => {
                    if let Some(event) = self.whole_header(input) {
                        return Some(event);
                    }
                }
                State::Header | State::Lost => {
                    if let Some(event) = self.header_byte(input) {
                        return Some(event);
                    }
                }
            }
        }
    }

    /// The common case: all of a header in one frame. What is none goes byte by byte.
    fn whole_header<'a>(&mut self, input: &mut Input<'a>) -> Option<Event<'a>> {
        if let Some(bytes) = input.bytes.first_chunk::<RECORD_HEADER>()
            && let Ok((_, header)) = wire::record_header(bytes)
            && header.known()
            && (self.begun || wire::ssl2_header(bytes).is_none())
        {
            self.header = *bytes;
            for (at, place) in self.places.iter_mut().enumerate() {
                *place = Some(input.place.after(at));
            }
            input.take(RECORD_HEADER);
            return self.begin(header);
        }
        self.header_byte(input)
    }

    fn header_byte<'a>(&mut self, input: &mut Input<'a>) -> Option<Event<'a>> {
        if self.have == RECORD_HEADER {
            self.slide();
        }
        let (bytes, place) = input.take(1);
        let slot = self.header.get_mut(self.have).zip(self.places.get_mut(self.have));
        if let (Some((byte, at)), [new]) = (slot, bytes) {
            *byte = *new;
            *at = Some(place);
            self.have += 1;
        }
        if self.have < RECORD_HEADER {
            return None;
        }
        let header = wire::record_header(&self.header).ok()?.1;
        if matches!(self.state, State::Lost) {
            let same = self.version.is_none_or(|version| version == header.version);
            if header.plausible() && same {
                return self.begin(header);
            }
            self.slide();
            return None;
        }
        if !self.begun
            && let Some(length) = wire::ssl2_header(&self.header)
        {
            return self.begin_ssl2(length);
        }
        if header.known() {
            return self.begin(header);
        }
        // The five bytes stay readable for the finding; the search goes on behind the first of them.
        self.state = State::Lost;
        Some(Event::NotARecord)
    }

    /// Drops the first of five bytes that are no header.
    fn slide(&mut self) {
        self.header.rotate_left(1);
        self.places.rotate_left(1);
        self.have -= 1;
    }

    fn begin<'a>(&mut self, header: RecordHeader) -> Option<Event<'a>> {
        self.have = 0;
        self.begun = true;
        self.version = Some(header.version);
        if header.kind == content::APPLICATION_DATA && !self.keeps_data {
            self.state = State::Data(usize::from(header.length));
            return Some(Event::DataBegins(header));
        }
        self.open(header);
        self.state = State::Body(usize::from(header.length));
        None
    }

    /// The header of SSL 2.0 has two bytes: the other three are the first of the body.
    fn begin_ssl2<'a>(&mut self, length: u16) -> Option<Event<'a>> {
        self.have = 0;
        self.begun = true;
        self.open(RecordHeader { kind: content::SSL2, version: 0x0002, length });
        for (byte, place) in self.header.iter().zip(self.places).skip(2) {
            if let Some(place) = place {
                self.record.add(&[*byte], place);
            }
        }
        self.state = State::Body(usize::from(length).saturating_sub(3));
        None
    }

    fn open(&mut self, header: RecordHeader) {
        self.record.header = Some(header);
        self.record.start = self.places.first().copied().flatten();
        self.record.body.clear();
        self.record.chunks.clear();
        self.record.passed = 0;
    }

    /// Whether records of application data are kept from the next one on.
    pub fn keep_data(&mut self, keep: bool) {
        self.keeps_data = keep;
    }

    /// The header that was read last, with the place of each byte.
    pub fn header(&self) -> (&[u8], impl Iterator<Item = Place> + '_) {
        (&self.header, self.places.iter().flatten().copied())
    }

    /// The place of each byte of the header that was read last.
    pub fn header_places(&self) -> [Option<Place>; RECORD_HEADER] {
        self.places
    }

    /// The record that is whole, or has come in part; give it back with [`Records::give_back`] to reuse its memory.
    pub fn take(&mut self) -> Record {
        std::mem::take(&mut self.record)
    }

    /// Puts a record back where it was taken.
    pub fn give_back(&mut self, record: Record) {
        self.record = record;
    }

    /// Whether a record that is kept has begun and is not whole.
    pub fn inside_kept(&self) -> bool {
        matches!(self.state, State::Body(left) if left > 0)
    }

    /// Whether a record of application data has begun and is not whole.
    pub fn inside_data(&self) -> bool {
        matches!(self.state, State::Data(left) if left > 0)
    }

    /// Bytes of the body that are to come.
    pub fn left(&self) -> usize {
        match self.state {
            State::Body(left) | State::Data(left) => left,
            State::Header | State::Lost => 0,
        }
    }

    /// `len` bytes are missing. Says whether they all belong to the record that has begun: then the next header's
    /// place is still known. Otherwise the record is given up and the next plausible header is looked for.
    pub fn gap(&mut self, len: u64, place: Place) -> bool {
        let left = self.left();
        let inside = usize::try_from(len).ok().filter(|len| *len <= left && left > 0);
        let Some(len) = inside else {
            self.state = State::Lost;
            self.have = 0;
            return false;
        };
        match self.state {
            State::Body(_) => {
                self.record.chunks.push(Chunk { at: self.record.body.len(), place, hole: true });
                self.record.body.resize(self.record.body.len() + len, 0);
                self.state = State::Body(left - len);
            }
            _ => self.state = State::Data(left - len),
        }
        true
    }
}
