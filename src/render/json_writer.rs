//! JSON as text, written straight from the model.
//!
//! serde_json looks at every byte of every name and string by itself. Here names are written as they are, because they
//! are words of this program, and strings are looked at in blocks: nearly all of them hold nothing to escape.

use std::fmt;

use serde::Serialize;
use serde::ser::{self, Serializer};

use super::ink::Ink;

/// Writes a value behind a text. The keys of its maps must be strings; the model has no others.
pub(super) fn write_json(out: &mut Ink, value: &(impl Serialize + ?Sized)) -> fmt::Result {
    value.serialize(JsonWriter { out })
}

/// The members of an object that has some, without the closing brace: `before` stands in front of them. So an object may
/// have the members of several values.
pub(super) fn write_members(out: &mut Ink, before: u8, value: &impl Serialize) {
    let start = out.bytes().len();
    // As in `text_of`, it cannot fail.
    let _ = write_json(out, value);
    out.reopen(start, before);
}

/// The same as a text of its own. Serialising the model cannot fail: its keys are strings.
pub(super) fn text_of(value: &impl Serialize) -> String {
    let mut out = Ink::default();
    match write_json(&mut out, value) {
        Ok(()) => out.into_text(),
        Err(fmt::Error) => "null".to_owned(),
    }
}

struct JsonWriter<'a> {
    out: &'a mut Ink,
}

/// What has members or elements, while they are being written.
struct Members<'a> {
    out: &'a mut Ink,
    /// What stands before the next one: a bracket, and commas from then on.
    before: u8,
    close: &'static str,
}

impl<'a> JsonWriter<'a> {
    #[inline(always)]
    fn open(self, before: u8, close: &'static str) -> Result<Members<'a>, fmt::Error> {
        Ok(Members { out: self.out, before, close })
    }

    /// A variant's name in front of what it holds.
    fn variant(self, name: &'static str, open: u8, close: &'static str) -> Result<Members<'a>, fmt::Error> {
        self.out.name(b'{', name);
        self.open(open, close)
    }

    /// The shortest digits that are read back as the same number: 24 bytes at most.
    fn float(self, value: impl Serialize) -> fmt::Result {
        let mut digits = [0; 32];
        let mut free = digits.as_mut_slice();
        serde_json::to_writer(&mut free, &value).map_err(|_| fmt::Error)?;
        let free = free.len();
        let digits = digits.get(..digits.len() - free).unwrap_or_default();
        self.out.text(std::str::from_utf8(digits).map_err(|_| fmt::Error)?);
        Ok(())
    }

    fn number(self, negative: bool, size: u64) -> fmt::Result {
        if negative {
            self.out.byte(b'-');
        }
        self.out.number(size);
        Ok(())
    }
}

impl Members<'_> {
    #[inline(always)]
    fn element(&mut self, value: &(impl Serialize + ?Sized)) -> fmt::Result {
        self.out.byte(std::mem::replace(&mut self.before, b','));
        write_json(self.out, value)
    }

    #[inline(always)]
    fn member(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) -> fmt::Result {
        self.out.name(std::mem::replace(&mut self.before, b','), name);
        write_json(self.out, value)
    }

    #[inline(always)]
    fn close(self) -> fmt::Result {
        if self.before != b',' {
            self.out.byte(self.before);
        }
        self.out.text(self.close);
        Ok(())
    }
}

impl<'a> Serializer for JsonWriter<'a> {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Members<'a>;
    type SerializeTuple = Members<'a>;
    type SerializeTupleStruct = Members<'a>;
    type SerializeTupleVariant = Members<'a>;
    type SerializeMap = Members<'a>;
    type SerializeStruct = Members<'a>;
    type SerializeStructVariant = Members<'a>;

    fn serialize_bool(self, value: bool) -> fmt::Result {
        self.out.text(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> fmt::Result {
        self.serialize_i64(i64::from(value))
    }

    fn serialize_i16(self, value: i16) -> fmt::Result {
        self.serialize_i64(i64::from(value))
    }

    fn serialize_i32(self, value: i32) -> fmt::Result {
        self.serialize_i64(i64::from(value))
    }

    fn serialize_i64(self, value: i64) -> fmt::Result {
        self.number(value < 0, value.unsigned_abs())
    }

    fn serialize_u8(self, value: u8) -> fmt::Result {
        self.number(false, u64::from(value))
    }

    fn serialize_u16(self, value: u16) -> fmt::Result {
        self.number(false, u64::from(value))
    }

    fn serialize_u32(self, value: u32) -> fmt::Result {
        self.number(false, u64::from(value))
    }

    fn serialize_u64(self, value: u64) -> fmt::Result {
        self.number(false, value)
    }

    fn serialize_f32(self, value: f32) -> fmt::Result {
        self.float(value)
    }

    fn serialize_f64(self, value: f64) -> fmt::Result {
        if self.out.seconds(value) { Ok(()) } else { self.float(value) }
    }

    fn serialize_char(self, value: char) -> fmt::Result {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> fmt::Result {
        self.out.string(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> fmt::Result {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> fmt::Result {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_unit(self) -> fmt::Result {
        self.out.text("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _name: &'static str) -> fmt::Result {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _name: &'static str, _index: u32, variant: &'static str) -> fmt::Result {
        self.out.quoted(variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _name: &'static str, value: &T) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> fmt::Result {
        self.out.name(b'{', variant);
        write_json(self.out, value)?;
        self.out.byte(b'}');
        Ok(())
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<Members<'a>, fmt::Error> {
        self.open(b'[', "]")
    }

    fn serialize_tuple(self, _len: usize) -> Result<Members<'a>, fmt::Error> {
        self.open(b'[', "]")
    }

    fn serialize_tuple_struct(self, _name: &'static str, _len: usize) -> Result<Members<'a>, fmt::Error> {
        self.open(b'[', "]")
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Members<'a>, fmt::Error> {
        self.variant(variant, b'[', "]}")
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<Members<'a>, fmt::Error> {
        self.open(b'{', "}")
    }

    fn serialize_struct(self, _name: &'static str, _len: usize) -> Result<Members<'a>, fmt::Error> {
        self.open(b'{', "}")
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Members<'a>, fmt::Error> {
        self.variant(variant, b'{', "}}")
    }
}

/// The traits of what has elements differ in their names only.
macro_rules! elements {
    ($($kind:ident $write:ident),*) => {$(
        impl ser::$kind for Members<'_> {
            type Ok = ();
            type Error = fmt::Error;

            #[inline(always)]
            fn $write<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
                self.element(value)
            }

            #[inline(always)]
            fn end(self) -> fmt::Result {
                self.close()
            }
        }
    )*};
}

elements!(
    SerializeSeq serialize_element,
    SerializeTuple serialize_element,
    SerializeTupleStruct serialize_field,
    SerializeTupleVariant serialize_field
);

/// So do those of what has members.
macro_rules! members {
    ($($kind:ident),*) => {$(
        impl ser::$kind for Members<'_> {
            type Ok = ();
            type Error = fmt::Error;

            #[inline(always)]
            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> fmt::Result {
                self.member(name, value)
            }

            #[inline(always)]
            fn end(self) -> fmt::Result {
                self.close()
            }
        }
    )*};
}

members!(SerializeStruct, SerializeStructVariant);

impl ser::SerializeMap for Members<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> fmt::Result {
        self.element(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        self.out.byte(b':');
        write_json(self.out, value)
    }

    fn end(self) -> fmt::Result {
        self.close()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use serde::Serialize;

    use super::{Ink, text_of, write_members};

    #[derive(Serialize)]
    enum Kind {
        Unit,
        One(i8),
        Two(bool, char),
        Named { a: (), b: Option<u16> },
    }

    #[derive(Serialize)]
    struct Whole<'a> {
        name: &'a str,
        kinds: [Kind; 4],
        numbers: (i64, u64, f64, f64),
        map: BTreeMap<&'a str, Vec<f32>>,
        #[serde(flatten)]
        more: BTreeMap<std::net::IpAddr, ()>,
        #[serde(skip_serializing_if = "Option::is_none")]
        left_out: Option<u8>,
    }

    fn written(value: &impl Serialize) -> String {
        text_of(value)
    }

    #[test]
    fn every_shape_is_written_as_serde_json_writes_it() {
        let whole = Whole {
            name: "a\"b\\c\u{8}\t\n\u{c}\r\u{1}\u{1f}李",
            kinds: [Kind::Unit, Kind::One(-1), Kind::Two(true, '"'), Kind::Named { a: (), b: Some(9) }],
            numbers: (i64::MIN, u64::MAX, 0.0, 0.000717),
            map: BTreeMap::from([("", vec![]), ("x", vec![0.5, 1e30])]),
            more: BTreeMap::from([([10, 0, 0, 1].into(), ())]),
            left_out: None,
        };
        assert_eq!(written(&whole), serde_json::to_string(&whole).unwrap());
    }

    #[test]
    fn what_cannot_be_seen_is_escaped_and_read_back() {
        let text = "a\u{85}\u{202e}\u{7f}\u{e0001}";
        assert_eq!(written(&text), r#""a\u0085\u202e\u007f\udb40\udc01""#);
        assert_eq!(serde_json::from_str::<String>(&written(&text)).unwrap(), text);
    }

    #[test]
    fn a_text_longer_than_the_room_gets_more() {
        for len in [0, 4093, 4094, 4095, 20_000] {
            let texts = ["x".repeat(len), "\u{1}".repeat(len)];
            assert_eq!(text_of(&texts), serde_json::to_string(&texts).unwrap());
        }
    }

    #[test]
    fn several_values_are_members_of_one_object() {
        let mut out = Ink::default();
        for (before, name) in [(b'{', "a"), (b',', "b")] {
            write_members(&mut out, before, &BTreeMap::from([(name, 1)]));
        }
        assert_eq!(out.bytes(), br#"{"a":1,"b":1"#);
        out.clear();
        out.text("}");
        assert_eq!(out.into_text(), "}");
    }

    proptest! {
        #[test]
        fn any_text_and_any_number_are_read_back(text in ".{0,40}", number in any::<f64>()) {
            prop_assert_eq!(serde_json::from_str::<String>(&written(&text)).unwrap(), text);
            prop_assert_eq!(written(&number), serde_json::to_string(&number).unwrap());
        }

        #[test]
        fn seconds_have_the_shortest_digits_that_are_read_back(
            nanos in prop_oneof![any::<i64>(), 0i64..200_000, 0i64..10_000_000_000, 0i64..2_000_000_000_000_000],
            zeros in 0u32..16,
        ) {
            let nanos = nanos / 10i64.pow(zeros) * 10i64.pow(zeros);
            let seconds = nanos as f64 / 1e9;
            for number in [seconds, seconds.next_up(), seconds.next_down(), -seconds] {
                prop_assert_eq!(text_of(&number), serde_json::to_string(&number).unwrap());
            }
        }

        #[test]
        fn numbers_have_all_their_digits(number in any::<u64>(), shift in 0u32..64) {
            let number = number >> shift;
            prop_assert_eq!(text_of(&[number, 10 * (number / 10)]), format!("[{number},{}]", 10 * (number / 10)));
        }
    }
}
