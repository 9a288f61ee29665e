//! The border to JavaScript: arguments in, plain values out.
//!
//! Every wrong argument becomes a `TypeError` here, in one form: the verb, the argument, what is
//! allowed, and what was found. What a string says is quoted for a vendor only; any other string may
//! be something that was pasted.

use js_sys::{Array, Error, JSON, JsString, Object, Reflect, TypeError};
use respondex_core::{Catalog, Code, Retry, RetryKind, Vendor};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

use crate::json::to_json;

/// The greatest code, as [`Code::parse`] reads it.
const GREATEST_CODE: u32 = 999_999_999;

/// How much of an unknown vendor's name a message repeats, in characters.
const QUOTED: usize = 40;

/// The answer as a JavaScript value: plain objects, `null` for nothing, the same as its JSON.
pub(crate) fn to_js<T: Serialize + ?Sized>(answer: &T) -> Result<JsValue, JsValue> {
    let json = to_json(answer).map_err(|error| Error::new(&error.to_string()))?;
    JSON::parse(&json)
}

/// The arguments of one call.
pub(crate) struct Arguments {
    verb: &'static str,
    options: Option<Object>,
}

impl Arguments {
    /// Takes the options object of a call, which may be left out.
    pub(crate) fn read(
        verb: &'static str,
        options: &JsValue,
        allowed: &[&str],
    ) -> Result<Self, JsValue> {
        let arguments = Self { verb, options: options.dyn_ref::<Object>().cloned() };
        if options.is_undefined() || options.is_null() {
            return Ok(Self { verb, options: None });
        }
        let Some(object) = arguments.options.as_ref().filter(|_| is_plain(options)) else {
            let expected = format!("an object with {}", allowed.join(", "));
            return Err(arguments.wrong("options", &expected, options));
        };
        for key in Object::keys(object).iter() {
            let key = text_of(&key).unwrap_or_default();
            if !allowed.contains(&key.as_str()) {
                let allowed = allowed.join(", ");
                let message =
                    format!("{verb}: unknown option \"{}\"; allowed: {allowed}", cut(&key));
                return Err(TypeError::new(&message).into());
            }
        }
        Ok(arguments)
    }

    /// A code: a whole number, or its digits as a string.
    pub(crate) fn code(&self, value: &JsValue) -> Result<Code, JsValue> {
        let parsed = match text_of(value) {
            Some(digits) => Code::parse(digits.trim()),
            None => whole(value).filter(|number| *number <= GREATEST_CODE).map(Code::new),
        };
        let expected =
            format!("a whole number from 0 to {GREATEST_CODE}, or its digits as a string");
        parsed.ok_or_else(|| self.wrong("code", &expected, value))
    }

    /// A text; a lone surrogate in it becomes U+FFFD, which is as long.
    pub(crate) fn text(&self, name: &str, value: &JsValue) -> Result<String, JsValue> {
        text_of(value).ok_or_else(|| self.wrong(name, "a string", value))
    }

    /// A query: a text, or a number.
    pub(crate) fn query(&self, value: &JsValue) -> Result<String, JsValue> {
        match whole(value) {
            Some(number) => Ok(number.to_string()),
            None => self.text("query", value),
        }
    }

    /// The id of the vendor that the `vendor` option names.
    pub(crate) fn vendor(&self) -> Result<Option<&'static str>, JsValue> {
        self.vendor_named("vendor")
    }

    /// The id of the vendor that the option of this name names.
    pub(crate) fn vendor_named(&self, option: &str) -> Result<Option<&'static str>, JsValue> {
        self.option(option)?.map(|value| self.known_vendor(option, &value)).transpose()
    }

    /// The ids of the vendors that the `vendors` option names; empty for all.
    pub(crate) fn vendors(&self) -> Result<Vec<String>, JsValue> {
        self.option("vendors")?.map_or_else(|| Ok(Vec::new()), |value| self.vendors_in(&value))
    }

    /// The ids of the vendors of an array.
    pub(crate) fn vendors_in(&self, value: &JsValue) -> Result<Vec<String>, JsValue> {
        let Some(names) = value.dyn_ref::<Array>() else {
            return Err(self.wrong("vendors", "an array of vendors", value));
        };
        names.iter().map(|name| self.known_vendor("vendors", &name).map(Into::into)).collect()
    }

    /// An option that is a whole number of at least one.
    pub(crate) fn whole_number(&self, name: &str) -> Result<Option<usize>, JsValue> {
        let Some(value) = self.option(name)? else { return Ok(None) };
        let number = whole(&value).filter(|number| *number > 0);
        match number.and_then(|number| usize::try_from(number).ok()) {
            Some(number) => Ok(Some(number)),
            None => Err(self.wrong(name, "a whole number of at least 1", &value)),
        }
    }

    /// An option that is true or false; false where it is left out.
    pub(crate) fn flag(&self, name: &str) -> Result<bool, JsValue> {
        let Some(value) = self.option(name)? else { return Ok(false) };
        value.as_bool().ok_or_else(|| self.wrong(name, "true or false", &value))
    }

    /// An option that is one of a few words: its place among them.
    pub(crate) fn word(&self, name: &str, words: &[&str]) -> Result<Option<usize>, JsValue> {
        let Some(value) = self.option(name)? else { return Ok(None) };
        let place = text_of(&value).and_then(|text| words.iter().position(|word| *word == text));
        match place {
            Some(place) => Ok(Some(place)),
            None => Err(self.wrong(name, &format!("one of {}", words.join(", ")), &value)),
        }
    }

    /// The `retry` of an answer.
    pub(crate) fn retry(&self, value: &JsValue) -> Result<Retry, JsValue> {
        let wrong = || self.wrong("retry", "the retry of an answer, with its kind", value);
        if !is_plain(value) || text_of(&Reflect::get(value, &"kind".into())?).is_none() {
            return Err(wrong());
        }
        let delays = Reflect::get(value, &"delaysSeconds".into())?;
        let repeat = Reflect::get(value, &"repeatSeconds".into())?;
        let delays = match delays.dyn_ref::<Array>() {
            Some(delays) => delays.iter().map(|delay| whole(&delay)).collect(),
            None if delays.is_undefined() => Some(Vec::new()),
            None => None,
        };
        let repeat_seconds = whole(&repeat);
        match delays.filter(|_| repeat.is_undefined() || repeat_seconds.is_some()) {
            Some(delays_seconds) => {
                Ok(Retry { kind: RetryKind::AfterDelay, delays_seconds, repeat_seconds })
            }
            None => Err(wrong()),
        }
    }

    fn option(&self, name: &str) -> Result<Option<JsValue>, JsValue> {
        let Some(options) = &self.options else { return Ok(None) };
        let value = Reflect::get(options, &name.into())?;
        Ok(if value.is_undefined() || value.is_null() { None } else { Some(value) })
    }

    fn known_vendor(&self, name: &str, value: &JsValue) -> Result<&'static str, JsValue> {
        let catalog = Catalog::builtin();
        let expected = || {
            let known: Vec<String> = catalog.vendors().iter().map(with_nicknames).collect();
            format!("one of {}", known.join(", "))
        };
        let Some(text) = text_of(value) else {
            return Err(self.wrong(name, &expected(), value));
        };
        catalog.vendor(&text).map(|vendor| vendor.id).ok_or_else(|| {
            let verb = self.verb;
            let message =
                format!("{verb}: unknown {name} \"{}\"; expected {}", cut(&text), expected());
            TypeError::new(&message).into()
        })
    }

    pub(crate) fn wrong(&self, name: &str, expected: &str, found: &JsValue) -> JsValue {
        let message = format!("{}: {name} must be {expected}; found {}", self.verb, kind_of(found));
        TypeError::new(&message).into()
    }
}

/// What kind of value it is, never what it says.
fn kind_of(value: &JsValue) -> String {
    if value.is_null() {
        return "null".into();
    }
    if Array::is_array(value) {
        return "an array".into();
    }
    match text_of(&value.js_typeof()).unwrap_or_default() {
        kind if kind == "undefined" => kind,
        kind if kind == "object" => "an object".into(),
        kind if kind == "string" => "another string".into(),
        kind if kind == "number" => "another number".into(),
        kind => format!("a {kind}"),
    }
}

fn is_plain(value: &JsValue) -> bool {
    value.is_object() && !Array::is_array(value)
}

/// The string, or nothing for a value that is none.
fn text_of(value: &JsValue) -> Option<String> {
    value.dyn_ref::<JsString>().map(String::from)
}

/// The number, where it is a whole one that fits.
fn whole(value: &JsValue) -> Option<u32> {
    let number = value.as_f64()?;
    if number.fract() != 0.0 || !(0.0..=f64::from(u32::MAX)).contains(&number) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number within the bounds of the type"
    )]
    Some(number as u32)
}

fn with_nicknames(vendor: &Vendor) -> String {
    if vendor.nicknames.is_empty() {
        vendor.id.to_string()
    } else {
        format!("{} ({})", vendor.id, vendor.nicknames.join(", "))
    }
}

fn cut(text: &str) -> String {
    text.chars().take(QUOTED).collect()
}
