//! A reading as bytes, on its way from the reader to the page.
//!
//! Both are made of the same build, so nothing is versioned and entries of the catalogue travel as their names.
//! Bytes that nobody wrote give nothing, or empty values; never a panic.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use respondex_core::decode::{
    Advice, Confidence, DecodedResponse, Decoding, DecodingOutcome, Evidence, Fault, Field,
    FieldError, Finding, Http, Noteworthy, Notice, NoticeCode, Origin, Record, RequestSummary,
    Rule, RunnerUp, VendorGuess, Verdict, Weight,
};
use respondex_core::{
    Actor, Basis, Catalog, Code, Entry, Masked, MaskedValue, MaskedValues, Outcome, Redaction,
    Retry, RetryKind, Span,
};

/// What the reader sends of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel {
    /// What the text says.
    pub decoding: Decoding,
    /// The text, masked.
    pub masked: MaskedText,
}

/// A text with secrets and personal data masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MaskedText {
    /// The text, and the list of what was masked.
    pub redaction: Redaction,
    /// What was masked, to mask it in copies as well.
    pub values: MaskedValues,
}

/// The bytes of a value.
pub fn pack(value: &impl Travels) -> Vec<u8> {
    let mut bytes = Vec::new();
    value.write(&mut bytes);
    bytes
}

/// The value in bytes that [`pack`] made; nothing where they break off.
pub fn unpack<T: Travels>(bytes: &[u8]) -> Option<T> {
    T::read(&mut { bytes })
}

/// What travels.
pub trait Travels: Sized {
    /// Appends the value.
    fn write(&self, bytes: &mut Vec<u8>);
    /// Takes a value off the front; nothing where the bytes break off.
    fn read(bytes: &mut &[u8]) -> Option<Self>;
}

thread_local! {
    /// Texts of the program itself, each kept once: there are no more of them than the program holds.
    static KNOWN: RefCell<BTreeSet<&'static str>> = const { RefCell::new(BTreeSet::new()) };
}

/// The program's own copy of one of its texts.
fn known(text: &str) -> &'static str {
    KNOWN.with_borrow_mut(|known| {
        if let Some(text) = known.get(text) {
            return *text;
        }
        let kept: &'static str = text.to_owned().leak();
        known.insert(kept);
        kept
    })
}

impl Travels for u32 {
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend(self.to_le_bytes());
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        let (number, rest) = bytes.split_first_chunk()?;
        *bytes = rest;
        Some(Self::from_le_bytes(*number))
    }
}

impl Travels for usize {
    fn write(&self, bytes: &mut Vec<u8>) {
        u32::try_from(*self).unwrap_or(u32::MAX).write(bytes);
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        u32::read(bytes)?.try_into().ok()
    }
}

impl Travels for u16 {
    fn write(&self, bytes: &mut Vec<u8>) {
        u32::from(*self).write(bytes);
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        u32::read(bytes)?.try_into().ok()
    }
}

impl Travels for bool {
    fn write(&self, bytes: &mut Vec<u8>) {
        u32::from(*self).write(bytes);
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        Some(u32::read(bytes)? != 0)
    }
}

impl Travels for Code {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.number().write(bytes);
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        u32::read(bytes).map(Self::new)
    }
}

impl Travels for String {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.len().write(bytes);
        bytes.extend(self.as_bytes());
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        let length = usize::read(bytes)?;
        let (text, rest) = bytes.split_at_checked(length)?;
        *bytes = rest;
        Self::from_utf8(text.to_vec()).ok()
    }
}

impl Travels for &'static str {
    fn write(&self, bytes: &mut Vec<u8>) {
        (*self).to_owned().write(bytes);
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        String::read(bytes).map(|text| known(&text))
    }
}

impl<T: Travels> Travels for Option<T> {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.is_some().write(bytes);
        if let Some(value) = self {
            value.write(bytes);
        }
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        if bool::read(bytes)? { T::read(bytes).map(Some) } else { Some(None) }
    }
}

impl<T: Travels> Travels for Vec<T> {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.len().write(bytes);
        for item in self {
            item.write(bytes);
        }
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        let length = usize::read(bytes)?;
        // Each item takes four bytes at least.
        if length > bytes.len() {
            return None;
        }
        (0..length).map(|_| T::read(bytes)).collect()
    }
}

/// Causes nest at most as deep as the decoder lists them.
impl<T: Travels> Travels for Box<T> {
    fn write(&self, bytes: &mut Vec<u8>) {
        (**self).write(bytes);
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        T::read(bytes).map(Self::new)
    }
}

impl Travels for Arc<Entry> {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.vendor.write(bytes);
        self.code.write(bytes);
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        let (vendor, code) = (String::read(bytes)?, Code::read(bytes)?);
        Catalog::builtin().entries_with(code).find(|entry| entry.vendor == vendor).cloned()
    }
}

/// Structs with their fields.
macro_rules! structs {
    ($($name:ident { $($field:ident),+ $(,)? })+) => {
        $(impl Travels for $name {
            fn write(&self, bytes: &mut Vec<u8>) {
                $(self.$field.write(bytes);)+
            }

            fn read(bytes: &mut &[u8]) -> Option<Self> {
                Some(Self { $($field: Travels::read(bytes)?),+ })
            }
        })+
    };
}

/// Enums with their variants, numbered as they stand here.
macro_rules! enums {
    ($($name:ident { $($variant:ident),+ $(,)? })+) => {
        $(impl Travels for $name {
            fn write(&self, bytes: &mut Vec<u8>) {
                let all = [$(Self::$variant),+];
                all.iter().position(|variant| variant == self).unwrap_or(usize::MAX).write(bytes);
            }

            fn read(bytes: &mut &[u8]) -> Option<Self> {
                [$(Self::$variant),+].get(usize::read(bytes)?).copied()
            }
        })+
    };
}

structs! {
    Parcel { decoding, masked }
    MaskedText { redaction, values }
    Decoding { outcome, responses, notices }
    DecodedResponse {
        format, carrier, request, vendor, http, verdict, records, findings, fault, field_errors,
        noteworthy, advice,
    }
    RequestSummary { method, target, host }
    Noteworthy { name, meaning, span }
    VendorGuess { id, confidence, evidence, runner_up, settled_by }
    RunnerUp { id, confidence, evidence }
    Evidence { mark, weight, span }
    Http { version, status, reason, fields }
    Field { name, value }
    Verdict { transport, application, masked }
    Record { outcome, code, message, reference, span }
    Finding { code, vendor, known, origin, message, entry, span }
    Fault { kind, message, detail, stack, policy, policy_name, policy_outcome, rules, cause }
    Rule { id, priority, kind, text }
    FieldError { field, message }
    Advice { summary, actor, steps, retry, contact, basis, depends_on_vendor, because }
    Retry { kind, delays_seconds, repeat_seconds }
    Notice { code, message, span }
    Span { start, end }
    Redaction { text, masked }
    MaskedValues { rows }
    MaskedValue { value, placeholder }
    Masked { kind, placeholder, count, reason }
}

enums! {
    DecodingOutcome { Decoded, NothingFound }
    Confidence { Possible, Likely, Certain }
    Weight { Weak, Strong }
    Origin { StatusLine, Header, Body, Text }
    Outcome { Success, Partial, Failure, Redirect, Interim, Unknown }
    Actor { Client, Vendor, EndUser, Nobody, Unknown }
    Basis { Stated, Derived, Inferred }
    RetryKind { No, AfterFix, AfterReauthentication, AfterDelay, NotNeeded, Unknown }
    NoticeCode {
        EmptyInput, NothingRecognized, RequestNotResponse, InputTooLong, TooDeep, TooMany,
        BrokenContent, DoctypeSkipped, Contradiction, UnknownCode, UnknownVendor, AmbiguousCode,
        TextSkipped, Unwrapped, NoResponse,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use respondex_core::{DecodeOptions, RedactOptions, decode, redact_and_keep};

    use super::*;

    fn parcel(text: &str) -> Parcel {
        let decoding = decode(Catalog::builtin(), text, &DecodeOptions::default());
        let (redaction, values) = redact_and_keep(text, &RedactOptions { mask_ids: true });
        Parcel { decoding, masked: MaskedText { redaction, values } }
    }

    #[test]
    fn every_pasted_text_arrives_as_it_was_sent() {
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden")];
        let mut count = 0;
        while let Some(folder) = folders.pop() {
            for path in std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()) {
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "txt") {
                    let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
                    let sent = parcel(&text);
                    assert_eq!(unpack(&pack(&sent)), Some(sent), "{}", path.display());
                    count += 1;
                }
            }
        }
        assert!(count > 200, "only {count} texts");
    }

    #[test]
    fn bytes_that_break_off_give_nothing() {
        let bytes = pack(&parcel("HTTP/1.1 401 Unauthorized\nRetry-After: 5\n\n"));
        for end in 0..bytes.len() {
            assert_eq!(unpack::<Parcel>(&bytes[..end]), None, "at {end}");
        }
        assert_eq!(unpack::<Parcel>(&[0xff; 64]), None);
    }
}
