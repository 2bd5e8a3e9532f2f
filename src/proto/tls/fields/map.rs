//! Fields of a message as they are taken from its bytes, one behind the other, so that none is left out.

use crate::dialogue::{Field, Note};

/// Fields of one message, with all their parts. A hello of 64 KiB could list 32,768 suites; a real one has less than a
/// hundred.
const MAX_FIELDS: usize = 1024;

/// Bytes that are not yet named, and the fields so far.
pub(super) struct Map<'a> {
    /// What is left.
    pub rest: &'a [u8],
    /// Offset of what is left, in the message.
    pub at: u64,
    /// What was named.
    pub fields: Vec<Field>,
    /// Fields that may still be added.
    room: usize,
}

/// A field without parts.
pub(super) fn field(name: &str, value: String, bytes: (u64, u64)) -> Field {
    Field { name: name.to_owned(), value, bytes, note: None, fields: Vec::new() }
}

impl<'a> Map<'a> {
    /// A map of a message's body.
    pub fn new(body: &'a [u8]) -> Self {
        Map { rest: body, at: 4, fields: Vec::new(), room: MAX_FIELDS }
    }

    /// Takes `len` bytes.
    pub fn take(&mut self, len: usize) -> Option<(&'a [u8], (u64, u64))> {
        let (head, tail) = self.rest.split_at_checked(len)?;
        let from = self.at;
        self.rest = tail;
        self.at += len as u64;
        Some((head, (from, self.at)))
    }

    /// A big-endian number of up to four bytes.
    pub fn number(&mut self, len: usize) -> Option<(u32, (u64, u64))> {
        let (bytes, range) = self.take(len)?;
        Some((bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)), range))
    }

    /// A two-byte number, as a field that says what `named` makes of it.
    pub fn code(&mut self, name: &str, named: impl FnOnce(u16) -> String) -> Option<u16> {
        self.code_of(name, 2, named)
    }

    /// The same of a number of one or two bytes.
    pub fn code_of(&mut self, name: &str, width: usize, named: impl FnOnce(u16) -> String) -> Option<u16> {
        let (number, range) = self.number(width)?;
        let number = u16::try_from(number).ok()?;
        self.push(field(name, named(number), range));
        Some(number)
    }

    /// A length of `width` bytes as a field of its own; gives it.
    pub fn length(&mut self, name: &str, width: usize) -> Option<usize> {
        let (length, range) = self.number(width)?;
        self.push(field(name, length.to_string(), range));
        usize::try_from(length).ok()
    }

    /// Bytes shown in hexadecimal; none of them is no field.
    pub fn opaque(&mut self, name: &str, len: usize, note: Option<&'static str>) -> Option<&'a [u8]> {
        let (bytes, range) = self.take(len)?;
        if len > 0 {
            let mut shown = field(name, hex(bytes), range);
            shown.note = note.map(Note::new);
            self.push(shown);
        }
        Some(bytes)
    }

    /// Text.
    pub fn text(&mut self, name: &str, len: usize) -> Option<&'a [u8]> {
        let (bytes, range) = self.take(len)?;
        if len > 0 {
            self.push(field(name, crate::dialogue::wire_text(bytes), range));
        }
        Some(bytes)
    }

    /// Text behind its length.
    pub fn text_vector(&mut self, name: &str, width: usize) -> Option<()> {
        let len = self.length(&format!("{name} length"), width)?;
        self.text(name, len).map(drop)
    }

    /// A vector: its length and its bytes.
    pub fn vector(&mut self, name: &str, width: usize, note: Option<&'static str>) -> Option<&'a [u8]> {
        let len = self.length(&format!("{name} length"), width)?;
        self.opaque(name, len, note)
    }

    /// Adds a field.
    pub fn push(&mut self, field: Field) {
        if let Some(last) = self.fields.last_mut()
            && self.room == 0
        {
            if last.name == ".." {
                last.bytes.1 = field.bytes.1;
                return;
            }
            let mut more = self::field("..", String::new(), field.bytes);
            more.note = Some(Note::new("tls-field-more"));
            self.fields.push(more);
            return;
        }
        self.room = self.room.saturating_sub(1);
        self.fields.push(field);
    }

    /// The last field, to complete it.
    pub fn last(&mut self) -> Option<&mut Field> {
        self.fields.last_mut()
    }

    /// Says what the last field is for.
    pub fn note(&mut self, key: &'static str) {
        if let Some(last) = self.last() {
            last.note = Some(Note::new(key));
        }
    }

    /// What is left, as one field.
    pub fn rest(&mut self) {
        let len = self.rest.len();
        if len > 0 {
            self.opaque("rest", len, None);
        }
    }

    /// A field of `len` bytes whose parts `read` names. What it leaves is a part `rest`.
    pub fn parts(
        &mut self,
        name: &str,
        len: usize,
        read: impl FnOnce(&mut Map<'a>) -> Option<String>,
    ) -> Option<()> {
        let (bytes, range) = self.take(len)?;
        let mut inner =
            Map { rest: bytes, at: range.0, fields: Vec::new(), room: self.room.saturating_sub(1) };
        let value = read(&mut inner).unwrap_or_default();
        inner.rest();
        let (parts, room) = (inner.fields, inner.room);
        self.push(Field { fields: parts, ..field(name, value, range) });
        self.room = self.room.min(room);
        Some(())
    }

    /// Repeats `read` until `len` bytes are used up, as fields of this map.
    pub fn list(&mut self, len: usize, mut read: impl FnMut(&mut Map<'a>) -> Option<()>) -> Option<()> {
        let (bytes, range) = self.take(len)?;
        let mut inner =
            Map { rest: bytes, at: range.0, fields: std::mem::take(&mut self.fields), room: self.room };
        while !inner.rest.is_empty() && read(&mut inner).is_some() {}
        inner.rest();
        (self.fields, self.room) = (inner.fields, inner.room);
        Some(())
    }
}

/// At most 64 bytes: longer ones are there to be looked at in the bytes themselves.
pub(super) fn hex(bytes: &[u8]) -> String {
    let mut text: Vec<String> = bytes.iter().take(64).map(|byte| format!("{byte:02x}")).collect();
    if bytes.len() > 64 {
        text.push("..".to_owned());
    }
    text.join(" ")
}
