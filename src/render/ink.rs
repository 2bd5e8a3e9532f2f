//! Text that is written piece by piece, with one look for room each: what stands around a name and the name itself are
//! one piece, which is a few stores where the name is known at compile time.

use crate::dialogue::{every_byte, is_shown};

/// What is written, with room behind it that is made beforehand.
///
/// A `Vec` would look for room at each piece, and forget what it found out.
#[derive(Default)]
pub struct Ink {
    bytes: Vec<u8>,
    len: usize,
}

impl Ink {
    /// What was written.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }

    /// Begins anew, in the same room.
    pub fn clear(&mut self) {
        self.len = 0;
    }

    /// What was written: text, because it is made of strings, words and digits.
    pub fn into_text(mut self) -> String {
        self.bytes.truncate(self.len);
        String::from_utf8(self.bytes)
            .unwrap_or_else(|bytes| String::from_utf8_lossy(bytes.as_bytes()).into_owned())
    }

    /// Takes the last byte away, and puts another one at `start`: an object becomes members of another.
    pub(super) fn reopen(&mut self, start: usize, before: u8) {
        self.len = self.len.saturating_sub(1);
        if let Some(first) = self.bytes.get_mut(start) {
            *first = before;
        }
    }

    /// Lets `write` have room for exactly `len` bytes.
    #[inline(always)]
    fn put(&mut self, len: usize, write: impl Fn(&mut [u8])) {
        loop {
            let end = self.len + len;
            if let Some(room) = self.bytes.get_mut(self.len..end) {
                write(room);
                self.len = end;
                return;
            }
            self.grow(end);
        }
    }

    #[cold]
    fn grow(&mut self, end: usize) {
        self.bytes.resize(end.next_power_of_two().max(4 << 10), 0);
    }

    #[inline(always)]
    pub(super) fn byte(&mut self, byte: u8) {
        self.put(1, |room| room.fill(byte));
    }

    #[inline(always)]
    pub(super) fn text(&mut self, text: &str) {
        self.put(text.len(), |room| room.copy_from_slice(text.as_bytes()));
    }

    /// A text between quotes, as it is.
    #[inline(always)]
    pub(super) fn quoted(&mut self, text: &str) {
        self.put(text.len() + 2, |room| {
            if let [open, middle @ .., close] = room {
                (*open, *close) = (b'"', b'"');
                middle.copy_from_slice(text.as_bytes());
            }
        });
    }

    /// A name and what stands around it.
    #[inline(always)]
    pub(super) fn name(&mut self, before: u8, name: &'static str) {
        self.put(name.len() + 4, |room| {
            if let [first, open, middle @ .., close, colon] = room {
                (*first, *open, *close, *colon) = (before, b'"', b'"', b':');
                middle.copy_from_slice(name.as_bytes());
            }
        });
    }

    #[inline(always)]
    pub(super) fn number(&mut self, number: u64) {
        if number < 10 { self.byte(b'0' + number as u8) } else { self.long_number(number) }
    }

    fn long_number(&mut self, number: u64) {
        let digits = match number {
            0..100 => 2,
            100..1_000 => 3,
            1_000..10_000 => 4,
            10_000..100_000 => 5,
            _ => number.ilog10() as usize + 1,
        };
        self.put(digits, |room| write_digits(room, number));
    }

    /// JSON escapes only the controls below U+0020; whoever prints the document must be as safe from the others, and
    /// inside of strings `\u0085` means the same.
    pub(super) fn string(&mut self, text: &str) {
        let plain = |byte: u8| matches!(byte, b' '..=b'~') & (byte != b'"') & (byte != b'\\');
        if every_byte(text.as_bytes(), plain) { self.quoted(text) } else { self.escaped(text) }
    }

    #[inline(never)]
    fn escaped(&mut self, text: &str) {
        self.byte(b'"');
        let mut rest = text;
        let odd = |character: char| matches!(character, '"' | '\\') || !is_shown(character);
        while let Some((before, behind)) = rest.find(odd).and_then(|at| rest.split_at_checked(at)) {
            self.text(before);
            let mut characters = behind.chars();
            characters.by_ref().take(1).for_each(|character| self.character(character));
            rest = characters.as_str();
        }
        self.text(rest);
        self.byte(b'"');
    }

    fn character(&mut self, character: char) {
        self.text(match character {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\u{8}' => "\\b",
            '\t' => "\\t",
            '\n' => "\\n",
            '\u{c}' => "\\f",
            '\r' => "\\r",
            _ => {
                let mut units = [0; 2];
                let units = character.encode_utf16(&mut units);
                return units.iter().for_each(|unit| self.text(&format!("\\u{unit:04x}")));
            }
        });
    }

    /// Seconds that are whole nanoseconds, as all times of the model are, from ten microseconds to eleven days; `false` of
    /// any other number, and nothing is written.
    ///
    /// No two decimal fractions of up to fifteen digits are the same `f64`: the shortest one that is read back as this
    /// number is that of its nanoseconds, then. Smaller numbers have an exponent.
    pub(super) fn seconds(&mut self, value: f64) -> bool {
        const NANOS: i64 = 1_000_000_000;
        let nanos = (value * 1e9 + 0.5) as i64;
        let plain = nanos >= 10_000 || value.to_bits() == 0;
        if !plain || nanos >= NANOS * 1_000_000 || nanos as f64 / 1e9 != value {
            return false;
        }
        let nanos = nanos.unsigned_abs();
        self.number(nanos / NANOS.unsigned_abs());
        let (mut fraction, mut digits) = ((nanos % NANOS.unsigned_abs()) as u32, 9);
        while digits > 3 && fraction % 1000 == 0 {
            (fraction, digits) = (fraction / 1000, digits - 3);
        }
        while digits > 1 && fraction % 10 == 0 {
            (fraction, digits) = (fraction / 10, digits - 1);
        }
        self.put(1 + digits, |room| {
            if let [point, room @ ..] = room {
                *point = b'.';
                write_digits(room, u64::from(fraction));
            }
        });
        true
    }
}

/// As many digits as there is room for, the last ones of a number.
#[inline(always)]
fn write_digits(room: &mut [u8], mut number: u64) {
    for place in room.iter_mut().rev() {
        *place = b'0' + (number % 10) as u8;
        number /= 10;
    }
}
