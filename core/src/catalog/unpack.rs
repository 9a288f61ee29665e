//! Reads the packed catalogue: postcard's format, without its errors.
//!
//! The build script packs the files with serde, and its bytes are part of the library, so nothing can
//! be wrong with them. A reader that cannot fail is a fifth of the size that a deserializer has in
//! wasm. Bytes that broke off would give empty values; a test compares every value with postcard's.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use super::model::{
    Actor, Basis, BasisRecord, CatalogFile, ConditionRecord, ConditionsFile, ConfusionRecord,
    ContentRecord, ContentRule, EntryRecord, GroupRecord, MemberRecord, Outcome, QuirkRecord,
    Registration, RetryKind, RetryRecord, SourceKind, SourceRecord, StandardRecord, TipRecord,
    Travels, VendorRecord, WireRecord,
};

/// Reads the files and the vocabulary as the build script packed them.
pub(super) fn unpack(bytes: &[u8]) -> (Vec<CatalogFile>, ConditionsFile) {
    let mut reader = Reader { bytes };
    (Unpack::unpack(&mut reader), Unpack::unpack(&mut reader))
}

struct Reader<'b> {
    bytes: &'b [u8],
}

impl Reader<'_> {
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
    fn text(&mut self) -> String {
        let length = self.length();
        let (text, rest) = self.bytes.split_at_checked(length).unwrap_or_default();
        self.bytes = rest;
        core::str::from_utf8(text).unwrap_or_default().into()
    }
}

trait Unpack {
    fn unpack(reader: &mut Reader<'_>) -> Self;
}

impl Unpack for bool {
    fn unpack(reader: &mut Reader<'_>) -> Self {
        reader.byte() != 0
    }
}

impl Unpack for u16 {
    fn unpack(reader: &mut Reader<'_>) -> Self {
        Self::try_from(reader.number()).unwrap_or_default()
    }
}

impl Unpack for u32 {
    fn unpack(reader: &mut Reader<'_>) -> Self {
        reader.number()
    }
}

impl Unpack for String {
    fn unpack(reader: &mut Reader<'_>) -> Self {
        reader.text()
    }
}

impl<T: Unpack> Unpack for Option<T> {
    #[inline(never)]
    fn unpack(reader: &mut Reader<'_>) -> Self {
        if reader.byte() == 0 { None } else { Some(T::unpack(reader)) }
    }
}

impl<T: Unpack> Unpack for Vec<T> {
    #[inline(never)]
    fn unpack(reader: &mut Reader<'_>) -> Self {
        let length = reader.length();
        let mut items = Self::with_capacity(length);
        for _ in 0..length {
            items.push(T::unpack(reader));
        }
        items
    }
}

impl<T: Unpack> Unpack for BTreeMap<String, T> {
    #[inline(never)]
    fn unpack(reader: &mut Reader<'_>) -> Self {
        let mut map = Self::new();
        for _ in 0..reader.length() {
            let key = reader.text();
            map.insert(key, T::unpack(reader));
        }
        map
    }
}

/// Structs with their fields, in the order in which they are declared.
macro_rules! structs {
    ($($name:ident { $($field:ident),+ $(,)? })+) => {
        $(impl Unpack for $name {
            #[inline(never)]
            fn unpack(reader: &mut Reader<'_>) -> Self {
                Self { $($field: Unpack::unpack(reader)),+ }
            }
        })+
    };
}

/// Enums with their variants, in the order in which they are declared; the last is `else`.
macro_rules! enums {
    ($($name:ident { $($number:literal $variant:ident,)* else $last:ident })+) => {
        $(impl Unpack for $name {
            #[inline(never)]
            fn unpack(reader: &mut Reader<'_>) -> Self {
                match reader.byte() {
                    $($number => Self::$variant,)*
                    _ => Self::$last,
                }
            }
        })+
    };
}

structs! {
    CatalogFile {
        schema, vendor, sources, defaults, groups, error_content, tips, quirks, entries,
    }
    VendorRecord { id, name, product, about, nicknames, scheme, contact }
    SourceRecord { id, title, url, kind, edition }
    BasisRecord { basis, because, source, locator }
    GroupRecord {
        id, name, from, to, summary, outcome, unused, actor, retry, steps, basis, because, source,
        locator, quirks,
    }
    ContentRecord { name, media_types, summary, source, locator, members }
    MemberRecord { name, aliases, meaning, basis, because, source }
    TipRecord { about, summary, basis, source, locator }
    EntryRecord {
        code, source, locator, travels, outcome, wire, group, section, methods, products, condition,
        actor, retry, summary, explanation, causes, steps, nearest_http_status, fields, content,
        contact, sensitive, confused_with, quirks, standard, basis,
    }
    WireRecord { phrase, result, message, template, aliases }
    ConfusionRecord { id, reason }
    QuirkRecord { summary, passages }
    StandardRecord {
        rfc, section, registration, required_fields, recommended_fields, optional_fields,
        heuristically_cacheable, content,
    }
    RetryRecord { kind, delays_seconds, repeat_seconds }
    ConditionsFile { conditions }
    ConditionRecord {
        id, name, summary, broader, near, nearest_http_status, outcome, actor, retry, steps,
    }
}

enums! {
    SourceKind {
        0 VendorPage, 1 VendorOtherPage, 2 VendorSourceCode, 3 ClientCode, else Standard
    }
    Basis { 0 Stated, 1 Derived, else Inferred }
    Registration { 0 Permanent, 1 Temporary, 2 Unused, else Obsolete }
    ContentRule { 0 Never, else Allowed }
    Travels { 0 StatusLine, 1 Body, else Unstated }
    Outcome { 0 Success, 1 Partial, 2 Failure, 3 Redirect, 4 Interim, else Unknown }
    Actor { 0 Client, 1 Vendor, 2 EndUser, 3 Nobody, else Unknown }
    RetryKind { 0 No, 1 AfterFix, 2 AfterReauthentication, 3 AfterDelay, 4 NotNeeded, else Unknown }
}

#[cfg(test)]
mod tests {
    use super::{BTreeMap, Reader, Unpack, unpack};
    use crate::catalog::model::{
        Actor, CatalogFile, ConditionsFile, ContentRule, Outcome, Registration, RetryKind,
        SourceKind, Travels,
    };
    use alloc::vec::Vec;
    use {Outcome as O, Registration as G, RetryKind as R, SourceKind as S};

    const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalog.postcard"));

    #[test]
    fn ok_every_value_is_the_one_that_postcard_reads() {
        let expected: (Vec<CatalogFile>, ConditionsFile) = postcard::from_bytes(PACKED).unwrap();
        assert_eq!(unpack(PACKED), expected);
    }

    #[test]
    fn ok_every_variant_has_its_number() {
        #[track_caller]
        fn check<T>(variants: &[T])
        where
            T: serde::Serialize + Unpack + PartialEq + core::fmt::Debug,
        {
            for variant in variants {
                let bytes = postcard::to_allocvec(variant).unwrap();
                assert_eq!(&T::unpack(&mut Reader { bytes: &bytes }), variant);
            }
        }
        check(&[
            S::VendorPage,
            S::VendorOtherPage,
            S::VendorSourceCode,
            S::ClientCode,
            S::Standard,
        ]);
        check(&[O::Success, O::Partial, O::Failure, O::Redirect, O::Interim, O::Unknown]);
        check(&[
            R::No,
            R::AfterFix,
            R::AfterReauthentication,
            R::AfterDelay,
            R::NotNeeded,
            R::Unknown,
        ]);
        check(&[Actor::Client, Actor::Vendor, Actor::EndUser, Actor::Nobody, Actor::Unknown]);
        check(&[Travels::StatusLine, Travels::Body, Travels::Unstated]);
        check(&[ContentRule::Never, ContentRule::Allowed]);
        check(&[G::Permanent, G::Temporary, G::Unused, G::Obsolete]);
    }

    #[test]
    fn ok_numbers_of_every_length() {
        for number in [0, 127, 128, 300, 16_383, 16_384, 2_097_151, 2_097_152, u32::MAX] {
            let bytes = postcard::to_allocvec(&number).unwrap();
            assert_eq!(u32::unpack(&mut Reader { bytes: &bytes }), number);
        }
    }

    #[test]
    fn truncated_bytes_end() {
        for end in 0..PACKED.len().min(4_000) {
            unpack(&PACKED[..end]);
        }
        let endless = [0xff; 64];
        unpack(&endless);
        let _: BTreeMap<_, u32> = Unpack::unpack(&mut Reader { bytes: &endless });
    }
}
