//! The packed form of the catalogue: written by the build script, read at the first use.
//!
//! Fields in the order in which they are declared, nothing between them: numbers in groups of seven
//! bits, texts and lists behind their length, `None` as 0. Texts are not copied when they are read.
//!
//! The bytes are part of the library, so nothing can be wrong with them, and a reader without errors
//! takes a fifth of the code that a general deserializer takes in wasm. Bytes that broke off would give
//! empty values; the build script reads back what it wrote and stops if it differs.

use alloc::format;
use alloc::vec::Vec;

use super::entry::{
    Actor, Basis, Carries, CodeKind, Condition, Confusion, ContentRule, Entry, ErrorContent,
    ErrorMember, Facts, Group, Message, Outcome, Provenance, Quirk, Registration, Retry, RetryKind,
    Scope, Source, SourceKind, Standard, Tip, Travels, Usage, UsageKind, Vendor, Wire,
};
use crate::code::Code;

/// Where the site stands; empty gives addresses that begin at its root.
const SITE_URL: &str = match option_env!("RESPONDEX_SITE_URL") {
    Some(url) => url,
    None => "",
};

/// Everything that is built in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Package {
    pub(crate) vendors: Vec<Vendor>,
    pub(crate) entries: Vec<Entry>,
    /// Positions in `entries`, sorted by code and then as vendors are listed.
    pub(crate) by_code: Vec<u32>,
    pub(crate) groups: Vec<Group>,
    pub(crate) conditions: Vec<Condition>,
}

impl Package {
    /// Gives the entries their ids and addresses, and those without a reply or questions those of their condition.
    pub(crate) fn fill_shared(&mut self) {
        let Self { entries, conditions, .. } = self;
        for entry in entries {
            let id = format!("{}/{}", entry.vendor, entry.code);
            entry.doc_url = format!("{SITE_URL}/code/{id}").leak();
            entry.id = id.leak();
            let Some(condition) = conditions.iter().find(|it| it.id == entry.condition) else {
                continue;
            };
            if entry.reply.is_empty() {
                entry.reply = condition.reply;
            }
            if entry.ask_caller.is_empty() {
                entry.ask_caller.clone_from(&condition.ask_caller);
            }
            if entry.ask_software_vendor.is_empty() {
                entry.ask_software_vendor.clone_from(&condition.ask_software_vendor);
            }
        }
    }

    /// The same without what `fill_shared` gives back: a condition's words are packed once.
    fn without_shared(&self) -> Self {
        let mut package = self.clone();
        for entry in &mut package.entries {
            entry.id = "";
            entry.doc_url = "";
            let Some(condition) = self.conditions.iter().find(|it| it.id == entry.condition) else {
                continue;
            };
            if entry.reply == condition.reply {
                entry.reply = "";
            }
            if entry.ask_caller == condition.ask_caller {
                entry.ask_caller.clear();
            }
            if entry.ask_software_vendor == condition.ask_software_vendor {
                entry.ask_software_vendor.clear();
            }
        }
        package
    }
}

/// Reads a package that the build script wrote.
pub(crate) fn unpack(bytes: &'static [u8]) -> Package {
    let mut reader = Reader { bytes, provenances: &[], named: 0 };
    let provenances: Vec<Provenance> = Packed::unpack(&mut reader);
    // Read once in the life of the program, and named by thousands of facts.
    reader.provenances = provenances.leak();
    let mut package: Package = Packed::unpack(&mut reader);
    package.fill_shared();
    package
}

/// Writes a package; the sayings of its facts stand in front, each once, in the order in which facts name them.
pub(crate) fn pack(package: &Package) -> Vec<u8> {
    let mut writer = Writer::default();
    package.without_shared().pack(&mut writer);
    let mut head = Writer::default();
    let said: Vec<Provenance> = writer.provenances.into_iter().cloned().collect();
    said.pack(&mut head);
    head.bytes.extend(writer.bytes);
    head.bytes
}

/// Reads one value that the build script wrote with [`pack_alone`].
pub(crate) fn unpack_alone<T: Packed>(bytes: &'static [u8]) -> T {
    T::unpack(&mut Reader { bytes, provenances: &[], named: 0 })
}

/// Writes one value that names no sources.
pub(crate) fn pack_alone<T: Packed>(value: &T) -> Vec<u8> {
    let mut writer = Writer::default();
    value.pack(&mut writer);
    writer.bytes
}

pub(crate) struct Reader {
    bytes: &'static [u8],
    provenances: &'static [Provenance],
    /// How many of them a fact has named so far; they are named in their order.
    named: usize,
}

impl Reader {
    #[inline(never)]
    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.bytes.split_first() else { return 0 };
        self.bytes = rest;
        *first
    }

    /// Seven bits a byte, the lowest first; the highest bit says that more follow.
    #[inline(never)]
    fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        number
    }

    /// A number of items; each takes at least a byte.
    fn length(&mut self) -> usize {
        usize::try_from(self.number()).unwrap_or_default().min(self.bytes.len())
    }

    #[inline(never)]
    fn text(&mut self) -> &'static str {
        let length = self.length();
        let (text, rest) = self.bytes.split_at_checked(length).unwrap_or_default();
        self.bytes = rest;
        core::str::from_utf8(text).unwrap_or_default()
    }
}

#[derive(Default)]
pub(crate) struct Writer {
    bytes: Vec<u8>,
    provenances: Vec<&'static Provenance>,
}

impl Writer {
    fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.bytes.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.bytes.push(number.to_le_bytes()[0]);
    }

    fn length(&mut self, length: usize) {
        self.number(u32::try_from(length).unwrap_or(u32::MAX));
    }
}

pub(crate) trait Packed: Sized {
    fn unpack(reader: &mut Reader) -> Self;
    fn pack(&self, writer: &mut Writer);
}

impl Packed for bool {
    fn unpack(reader: &mut Reader) -> Self {
        reader.byte() != 0
    }

    fn pack(&self, writer: &mut Writer) {
        writer.bytes.push(u8::from(*self));
    }
}

impl Packed for u16 {
    fn unpack(reader: &mut Reader) -> Self {
        Self::try_from(reader.number()).unwrap_or_default()
    }

    fn pack(&self, writer: &mut Writer) {
        writer.number(u32::from(*self));
    }
}

impl Packed for u32 {
    fn unpack(reader: &mut Reader) -> Self {
        reader.number()
    }

    fn pack(&self, writer: &mut Writer) {
        writer.number(*self);
    }
}

impl Packed for usize {
    fn unpack(reader: &mut Reader) -> Self {
        usize::try_from(reader.number()).unwrap_or_default()
    }

    fn pack(&self, writer: &mut Writer) {
        writer.length(*self);
    }
}

impl Packed for Code {
    fn unpack(reader: &mut Reader) -> Self {
        Self::new(reader.number())
    }

    fn pack(&self, writer: &mut Writer) {
        writer.number(self.number());
    }
}

impl Packed for &'static str {
    fn unpack(reader: &mut Reader) -> Self {
        reader.text()
    }

    fn pack(&self, writer: &mut Writer) {
        writer.length(self.len());
        writer.bytes.extend(self.as_bytes());
    }
}

impl Packed for u8 {
    fn unpack(reader: &mut Reader) -> Self {
        reader.byte()
    }

    fn pack(&self, writer: &mut Writer) {
        writer.bytes.push(*self);
    }
}

impl Packed for &'static [u8] {
    fn unpack(reader: &mut Reader) -> Self {
        let length = reader.length();
        let (bytes, rest) = reader.bytes.split_at_checked(length).unwrap_or_default();
        reader.bytes = rest;
        bytes
    }

    fn pack(&self, writer: &mut Writer) {
        writer.length(self.len());
        writer.bytes.extend(*self);
    }
}

impl<T: Packed> Packed for Option<T> {
    #[inline(never)]
    fn unpack(reader: &mut Reader) -> Self {
        if reader.byte() == 0 { None } else { Some(T::unpack(reader)) }
    }

    fn pack(&self, writer: &mut Writer) {
        writer.bytes.push(u8::from(self.is_some()));
        if let Some(value) = self {
            value.pack(writer);
        }
    }
}

impl<T: Packed> Packed for Vec<T> {
    #[inline(never)]
    fn unpack(reader: &mut Reader) -> Self {
        let length = reader.length();
        let mut items = Self::with_capacity(length);
        for _ in 0..length {
            items.push(T::unpack(reader));
        }
        items
    }

    fn pack(&self, writer: &mut Writer) {
        writer.length(self.len());
        for item in self {
            item.pack(writer);
        }
    }
}

impl Packed for (u8, &'static Provenance) {
    fn unpack(reader: &mut Reader) -> Self {
        const NONE: &Provenance =
            &Provenance { basis: Basis::Inferred, source: "", locator: None, reason: None };
        let fact = reader.byte();
        let back = reader.number();
        if back == 0 {
            reader.named = reader.named.saturating_add(1);
        }
        // One that was not named before stands behind those that were.
        let back = usize::try_from(back.max(1)).unwrap_or_default();
        let place = reader.named.saturating_sub(back);
        (fact, reader.provenances.get(place).unwrap_or(NONE))
    }

    fn pack(&self, writer: &mut Writer) {
        writer.bytes.push(self.0);
        // Counted back from the last that was new: entries beside each other name the same ones, and small
        // numbers that repeat are what a compressor likes (1.4 kB brotli less than places).
        let known = writer.provenances.iter().rev().position(|provenance| *provenance == self.1);
        if known.is_none() {
            writer.provenances.push(self.1);
        }
        writer.length(known.map_or(0, |behind| behind.saturating_add(1)));
    }
}

impl Packed for Facts {
    fn unpack(reader: &mut Reader) -> Self {
        Self(Packed::unpack(reader))
    }

    fn pack(&self, writer: &mut Writer) {
        self.0.pack(writer);
    }
}

/// Structs with their fields.
macro_rules! structs {
    ($($name:ident { $($field:ident),+ $(,)? })+) => {
        $(impl Packed for $name {
            #[inline(never)]
            fn unpack(reader: &mut Reader) -> Self {
                Self { $($field: Packed::unpack(reader)),+ }
            }

            fn pack(&self, writer: &mut Writer) {
                $(self.$field.pack(writer);)+
            }
        })+
    };
}

/// Enums with their variants; the last one stands for any other number.
macro_rules! enums {
    ($($name:ident { $($number:literal $variant:ident,)* else $rest:literal $last:ident })+) => {
        $(impl Packed for $name {
            #[inline(never)]
            fn unpack(reader: &mut Reader) -> Self {
                match reader.byte() {
                    $($number => Self::$variant,)*
                    _ => Self::$last,
                }
            }

            fn pack(&self, writer: &mut Writer) {
                writer.bytes.push(match self {
                    $(Self::$variant => $number,)*
                    Self::$last => $rest,
                });
            }
        })+
    };
}

pub(crate) use structs;

structs! {
    Package { vendors, entries, by_code, groups, conditions }
    Entry {
        id, vendor, code, kind, listing, travels, under_status, outcome, wire, group, section, scope, summary,
        reply, ask_caller, ask_software_vendor, explanation, causes, steps, actor, retry, condition,
        nearest_http_status, carries, contact, sensitive, usage, confused_with, quirks, standard, provenance, doc_url,
    }
    Wire { phrase, result, message, template, aliases }
    Scope { methods, products }
    Carries { fields, content }
    Retry { kind, delays_seconds, repeat_seconds }
    Standard {
        rfc, section, registration, required_fields, recommended_fields, optional_fields,
        heuristically_cacheable, content,
    }
    Provenance { basis, source, locator, reason }
    Usage { kind, provenance }
    Message { text, condition, code, place, provenance }
    Confusion { id, reason }
    Quirk { summary, passages }
    Group {
        id, vendor, name, from, to, summary, outcome, unused, actor, retry, steps, provenance, quirks,
    }
    Vendor {
        id, name, product, about, nicknames, scheme, contact, page_codes, other_codes, sources,
        error_content, tips, quirks, messages,
    }
    Source { id, title, url, kind, edition }
    ErrorContent { name, media_types, summary, source, locator, members }
    ErrorMember { name, aliases, meaning, basis, because, source }
    Tip { about, summary, basis, source, locator }
    Condition {
        id, name, summary, reply, ask_caller, ask_software_vendor, broader, near, nearest_http_status, outcome,
        actor, retry, steps,
    }
}

enums! {
    CodeKind { 0 HttpStatus, else 1 ApplicationCode }
    SourceKind {
        0 VendorPage, 1 VendorOtherPage, 2 VendorSourceCode, 3 ClientCode, else 4 Standard
    }
    Basis { 0 Stated, 1 Derived, else 2 Inferred }
    Registration { 0 Permanent, 1 Temporary, 2 Unused, else 3 Obsolete }
    ContentRule { 0 Never, else 1 Allowed }
    Travels { 0 StatusLine, 1 Body, else 2 Unstated }
    Outcome { 0 Success, 1 Partial, 2 Failure, 3 Redirect, 4 Interim, else 5 Unknown }
    Actor { 0 Client, 1 Vendor, 2 EndUser, 3 Nobody, else 4 Unknown }
    UsageKind {
        0 IncludesServerErrors, 1 IncludesCallerMistakes, 2 IncludesFailedPreconditions,
        3 IncludesInvalidCredentials, 4 CanHideFailures, 5 WordedByContentType, 6 OmitsRequiredField,
        7 ChallengeWithInsufficientScope, 8 ChallengeWithoutCommas, 9 FixedRetryAfter,
        else 10 NotSeenInCode
    }
    RetryKind {
        0 No, 1 AfterFix, 2 AfterReauthentication, 3 AfterDelay, 4 NotNeeded, else 5 Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_entries_share_with_their_condition_is_packed_once() {
        let bytes = crate::packed::catalog();
        let package = unpack(bytes);
        let condition = package.conditions.iter().find(|it| it.id == "redirected").expect("known");
        let having = package.entries.iter().filter(|entry| entry.reply == condition.reply);
        assert!(having.count() > 1);
        for words in condition.ask_software_vendor.iter().chain([&condition.reply]) {
            let times = bytes.windows(words.len()).filter(|text| *text == words.as_bytes()).count();
            assert_eq!(times, 1, "{words}");
        }
    }
}
