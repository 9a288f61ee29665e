//! Writes an answer as JSON text.
//!
//! An answer crosses to JavaScript as one string and is parsed there: that takes less code than
//! building it value by value, and less time, since each crossing costs. Only what answers are made
//! of is written; anything else is an error, which no answer meets.

use std::fmt::{self, Display};

use respondex_core::push_json_text;
use serde::ser::{self, Impossible, Serialize};

/// The answer as JSON.
pub(crate) fn to_json<T: Serialize + ?Sized>(answer: &T) -> Result<String, Unwritable> {
    let mut writer = Writer { json: String::new() };
    answer.serialize(&mut writer).map(|()| writer.json)
}

/// A value of a kind that no answer has.
#[derive(Debug)]
pub(crate) struct Unwritable;

impl Display for Unwritable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the answer holds a value that cannot be written")
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

type Written = Result<(), Unwritable>;

/// The digits of the greatest number.
const LONGEST_NUMBER: usize = 20;

struct Writer {
    json: String,
}

impl Writer {
    fn open(&mut self, bracket: char) -> List<'_> {
        self.json.push(bracket);
        List { writer: self, first: true }
    }

    fn text(&mut self, text: &str) {
        push_json_text(&mut self.json, text);
    }

    /// Writes a number's digits; the formatter of the standard library takes several times as long, and an answer
    /// is full of places.
    #[inline(never)]
    fn number(&mut self, number: u64) {
        let mut digits = [0u8; LONGEST_NUMBER];
        let mut length = 0usize;
        let mut rest = number;
        for place in digits.iter_mut().rev() {
            // The remainder of ten fits.
            *place = b'0' | u8::try_from(rest % 10).unwrap_or_default();
            rest /= 10;
            length = length.saturating_add(1);
            if rest == 0 {
                break;
            }
        }
        let digits = digits.get(LONGEST_NUMBER.saturating_sub(length)..).unwrap_or_default();
        self.json.push_str(core::str::from_utf8(digits).unwrap_or_default());
    }
}

/// The inside of an object or an array.
struct List<'w> {
    writer: &'w mut Writer,
    first: bool,
}

impl List<'_> {
    #[inline(never)]
    fn separate(&mut self) {
        if !std::mem::take(&mut self.first) {
            self.writer.json.push(',');
        }
    }

    #[inline(never)]
    fn key(&mut self, key: &str) {
        let is_first = std::mem::take(&mut self.first);
        self.writer.json.push_str(if is_first { "\"" } else { ",\"" });
        // The name of a field has nothing to escape.
        self.writer.json.push_str(key);
        self.writer.json.push_str("\":");
    }
}

impl ser::SerializeSeq for List<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.separate();
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Written {
        self.writer.json.push(']');
        Ok(())
    }
}

impl ser::SerializeMap for List<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        self.separate();
        key.serialize(&mut *self.writer)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.writer.json.push(':');
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Written {
        self.writer.json.push('}');
        Ok(())
    }
}

impl ser::SerializeStruct for List<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Written {
        self.key(key);
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Written {
        self.writer.json.push('}');
        Ok(())
    }
}

/// Kinds of values that no answer has.
macro_rules! unwritable {
    ($($method:ident($type:ty);)*) => {
        $(fn $method(self, _: $type) -> Written {
            Err(Unwritable)
        })*
    };
}

impl<'w> ser::Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = List<'w>;
    type SerializeTuple = Impossible<(), Unwritable>;
    type SerializeTupleStruct = Impossible<(), Unwritable>;
    type SerializeTupleVariant = Impossible<(), Unwritable>;
    type SerializeMap = List<'w>;
    type SerializeStruct = List<'w>;
    type SerializeStructVariant = Impossible<(), Unwritable>;

    unwritable! {
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_f32(f32);
        serialize_f64(f64);
        serialize_char(char);
        serialize_bytes(&[u8]);
        serialize_unit_struct(&'static str);
    }

    fn serialize_bool(self, value: bool) -> Written {
        self.json.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Written {
        self.number(value);
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Written {
        self.text(value);
        Ok(())
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.json.push_str("null");
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Written {
        Err(Unwritable)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List<'w>, Unwritable> {
        Ok(self.open('['))
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<List<'w>, Unwritable> {
        Ok(self.open('{'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<List<'w>, Unwritable> {
        Ok(self.open('{'))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unwritable> {
        Err(Unwritable)
    }
}

#[cfg(test)]
mod tests {
    use super::to_json;
    use respondex_core::{
        Catalog, Code, CompareOptions, DecodeOptions, MatrixOptions, SearchOptions, VendorsOptions,
        all_deviations, compare, compare_condition, compare_vendors, decode, matrix, search,
    };
    use serde::Serialize;
    use serde_json::{Value, from_str, to_value};

    #[track_caller]
    fn check<T: Serialize>(answer: &T) {
        let written = to_json(answer).unwrap();
        assert_eq!(from_str::<Value>(&written).unwrap(), to_value(answer).unwrap());
    }

    #[test]
    fn ok_every_kind_of_answer_is_written_as_serde_json_writes_it() {
        let catalog = Catalog::builtin();
        check(&catalog.vendors());
        check(&catalog.conditions());
        for number in (0..1000).chain(1990..5200) {
            check(&catalog.lookup(Code::new(number), None));
        }
        let options = CompareOptions::default();
        for number in [200, 401, 4010] {
            check(&compare(catalog, Code::new(number), &options));
        }
        check(&compare_condition(catalog, "already-exists", &options));
        let vendors = vec!["vision".into(), "elevate".into()];
        check(&compare_vendors(catalog, &VendorsOptions { vendors, all: true }));
        check(&matrix(catalog, &MatrixOptions::default()));
        check(&all_deviations(catalog, &options));
        check(&search(catalog, "unauthorized", &SearchOptions::default()));
        let text = "HTTP/1.1 401 Unauthorized\n\n{\"message\":\"no\"}";
        check(&decode(catalog, text, &DecodeOptions::default()));
    }

    #[test]
    fn ok_odd_text() {
        check(&"");
        check(&(0u8..0x90).map(char::from).collect::<String>());
        check(&"\u{2028}\u{feff}\u{fffd}😀");
        check(&vec![Some("a"), None]);
        check(&Vec::<u32>::new());
        check(&[0, 7, 10, 99, 100, u64::MAX].to_vec());
    }

    #[test]
    fn unknown_kinds_of_value_are_an_error() {
        assert!(to_json(&1.5).is_err());
        assert!(to_json(&vec![-1]).is_err());
    }
}
