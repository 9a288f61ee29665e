//! From the files as they are written to the entries that callers see: defaults filled in, ids and
//! addresses made, the source of each fact named.
//!
//! Part of the build script only. Texts live as long as the program, so they are leaked here.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::entry::{
    Basis, Carries, CodeKind, Condition, Confusion, Entry, ErrorContent, ErrorMember, Facts, Group,
    Message, Provenance, Quirk, Retry, Scope, Source, SourceKind, Standard, Tip, Travels, Usage,
    Vendor, Wire,
};
use super::lint::FACTS;
use super::model::{
    BasisRecord, CatalogFile, ConditionRecord, ConditionsFile, EntryRecord, GroupRecord,
    MessageRecord, QuirkRecord, RetryRecord, SourceRecord, UsageRecord, WireRecord,
};
use super::pack::Package;
use crate::code::Code;

/// Resolves all files, in the order in which vendors are listed.
pub(crate) fn resolve(files: Vec<CatalogFile>, conditions: ConditionsFile) -> Package {
    let mut package = Package {
        vendors: Vec::new(),
        entries: Vec::new(),
        by_code: Vec::new(),
        groups: Vec::new(),
        conditions: conditions.conditions.into_iter().map(condition).collect(),
    };
    for file in files {
        resolve_file(file, &mut package);
    }
    package.fill_shared();
    let mut by_code: Vec<(Code, u32)> =
        package.entries.iter().map(|entry| entry.code).zip(0u32..).collect();
    by_code.sort_unstable();
    package.by_code = by_code.into_iter().map(|(_, position)| position).collect();
    package
}

fn resolve_file(file: CatalogFile, package: &mut Package) {
    let id = text(file.vendor.id.clone());
    let sources = &file.sources;
    let entries: Vec<Entry> = file
        .entries
        .into_iter()
        .map(|record| {
            let kind = sources.iter().find(|source| source.id == record.source);
            let listing = kind.map_or(SourceKind::ClientCode, |source| source.kind);
            let under = file.vendor.body_code_status;
            let known = package.conditions.iter().find(|known| known.id == record.condition);
            let provenance = facts(&record, known, &file.defaults);
            entry(record, id, listing, under, provenance)
        })
        .collect();
    let on_page =
        |entry: &&Entry| matches!(entry.listing, SourceKind::VendorPage | SourceKind::Standard);
    let page_codes = entries.iter().filter(on_page).count();
    package.vendors.push(Vendor {
        id,
        name: text(file.vendor.name),
        product: text(file.vendor.product),
        about: text(file.vendor.about),
        nicknames: texts(file.vendor.nicknames),
        scheme: text(file.vendor.scheme),
        contact: file.vendor.contact.map(text),
        page_codes,
        other_codes: entries.len().saturating_sub(page_codes),
        sources: file.sources.into_iter().map(source).collect(),
        error_content: file.error_content.into_iter().map(error_content).collect(),
        tips: file
            .tips
            .into_iter()
            .map(|tip| Tip {
                about: text(tip.about),
                summary: text(tip.summary),
                basis: tip.basis,
                source: text(tip.source),
                locator: text(tip.locator),
            })
            .collect(),
        quirks: quirks(file.quirks),
        messages: file.messages.into_iter().map(message).collect(),
    });
    package.entries.extend(entries);
    package.groups.extend(file.groups.into_iter().map(|record| group(record, id)));
}

fn entry(
    record: EntryRecord,
    vendor: &'static str,
    listing: SourceKind,
    under_status: Option<u16>,
    provenance: Facts,
) -> Entry {
    let said = (text(record.source), text(record.locator));
    // What is empty here is filled in by `Package::fill_shared`.
    Entry {
        id: "",
        vendor,
        code: Code::new(record.code),
        kind: match record.travels {
            Travels::StatusLine => CodeKind::HttpStatus,
            Travels::Body | Travels::Unstated => CodeKind::ApplicationCode,
        },
        listing,
        travels: record.travels,
        under_status: under_status.filter(|_| record.travels == Travels::Body),
        outcome: record.outcome,
        wire: wire(record.wire),
        group: record.group.map(text),
        section: record.section.map(text),
        scope: Scope { methods: texts(record.methods), products: texts(record.products) },
        summary: text(record.summary),
        reply: record.reply.map(text).unwrap_or_default(),
        ask_caller: texts(record.ask_caller),
        ask_software_vendor: texts(record.ask_software_vendor),
        explanation: text(record.explanation),
        causes: texts(record.causes),
        steps: texts(record.steps),
        actor: record.actor,
        retry: retry(record.retry),
        condition: text(record.condition),
        nearest_http_status: record.nearest_http_status,
        carries: Carries { fields: texts(record.fields), content: record.content.map(text) },
        contact: record.contact.map(text),
        sensitive: record.sensitive,
        usage: record.usage.into_iter().map(|record| usage(record, said)).collect(),
        confused_with: record
            .confused_with
            .into_iter()
            .map(|other| Confusion { id: text(other.id), reason: text(other.reason) })
            .collect(),
        quirks: quirks(record.quirks),
        standard: record.standard.map(|standard| Standard {
            rfc: text(standard.rfc),
            section: standard.section.map(text),
            registration: standard.registration,
            required_fields: texts(standard.required_fields),
            recommended_fields: texts(standard.recommended_fields),
            optional_fields: texts(standard.optional_fields),
            heuristically_cacheable: standard.heuristically_cacheable,
            content: standard.content,
        }),
        provenance,
        doc_url: "",
    }
}

/// Why the questions are asked; no source has any.
const QUESTIONS_REASON: &str =
    "No source says what to ask; our advice, concluded from what the code means and its causes.";

/// Who says each fact that the entry has: the entry itself, else the file's default, else its source.
fn facts(
    record: &EntryRecord,
    condition: Option<&Condition>,
    defaults: &BTreeMap<String, BasisRecord>,
) -> Facts {
    let share = |value: &Option<String>| value.clone().map(text);
    let source = text(record.source.clone());
    let locator = text(record.locator.clone());
    let said = FACTS.iter().zip(0u8..).filter(|(fact, _)| has_fact(record, condition, fact)).map(
        |(fact, number)| {
            let given = record.basis.get(*fact).or_else(|| defaults.get(*fact));
            let provenance = match given {
                Some(basis) => Provenance {
                    basis: basis.basis,
                    source: share(&basis.source).unwrap_or(source),
                    locator: share(&basis.locator).or(if basis.source.is_some() {
                        None
                    } else {
                        Some(locator)
                    }),
                    reason: share(&basis.because),
                },
                None if *fact == "questions" => Provenance {
                    basis: Basis::Inferred,
                    source,
                    locator: None,
                    reason: Some(QUESTIONS_REASON),
                },
                None => Provenance {
                    basis: Basis::Stated,
                    source,
                    locator: Some(locator),
                    reason: None,
                },
            };
            (number, &*Box::leak(Box::new(provenance)))
        },
    );
    Facts(said.collect())
}

/// Whether the entry says anything of a fact, so that only such facts have a provenance.
fn has_fact(record: &EntryRecord, condition: Option<&Condition>, fact: &str) -> bool {
    match fact {
        "group" => record.group.is_some(),
        "section" => record.section.is_some(),
        "scope" => !record.methods.is_empty() || !record.products.is_empty(),
        "causes" => !record.causes.is_empty(),
        "nearestHttpStatus" => record.nearest_http_status.is_some(),
        "carries" => !record.fields.is_empty() || record.content.is_some(),
        "contact" => record.contact.is_some(),
        "standard" => record.standard.is_some(),
        "questions" => {
            let own = !record.ask_caller.is_empty() || !record.ask_software_vendor.is_empty();
            let shares =
                |it: &Condition| !(it.ask_caller.is_empty() && it.ask_software_vendor.is_empty());
            own || condition.is_some_and(shares)
        }
        _ => true,
    }
}

fn group(record: GroupRecord, vendor: &'static str) -> Group {
    Group {
        id: text(format!("{vendor}/{}", record.id)),
        vendor,
        name: text(record.name),
        from: Code::new(record.from),
        to: Code::new(record.to),
        summary: text(record.summary),
        outcome: record.outcome,
        unused: record.unused,
        actor: record.actor,
        retry: record.retry.map(retry),
        steps: texts(record.steps),
        provenance: Provenance {
            basis: record.basis,
            source: text(record.source),
            locator: Some(text(record.locator)),
            reason: record.because.map(text),
        },
        quirks: quirks(record.quirks),
    }
}

fn condition(record: ConditionRecord) -> Condition {
    Condition {
        id: text(record.id),
        name: text(record.name),
        summary: text(record.summary),
        reply: text(record.reply),
        ask_caller: texts(record.ask_caller),
        ask_software_vendor: texts(record.ask_software_vendor),
        broader: record.broader.map(text),
        near: texts(record.near),
        nearest_http_status: record.nearest_http_status,
        outcome: record.outcome,
        actor: record.actor,
        retry: retry(record.retry),
        steps: texts(record.steps),
    }
}

fn error_content(record: super::model::ContentRecord) -> ErrorContent {
    ErrorContent {
        name: text(record.name),
        media_types: texts(record.media_types),
        summary: text(record.summary),
        source: text(record.source),
        locator: text(record.locator),
        members: record
            .members
            .into_iter()
            .map(|member| ErrorMember {
                name: text(member.name),
                aliases: texts(member.aliases),
                meaning: text(member.meaning),
                basis: member.basis,
                because: member.because.map(text),
                source: member.source.map(text),
            })
            .collect(),
    }
}

/// How a code is used, by the entry's own source unless another is named.
fn usage(record: UsageRecord, (source, locator): (&'static str, &'static str)) -> Usage {
    Usage {
        kind: record.kind,
        provenance: Provenance {
            basis: record.basis,
            source: record.source.map_or(source, text),
            locator: Some(record.locator.map_or(locator, text)),
            reason: record.because.map(text),
        },
    }
}

fn message(record: MessageRecord) -> Message {
    Message {
        text: text(record.text),
        condition: text(record.condition),
        code: Code::new(record.code),
        place: text(record.place),
        provenance: Provenance {
            basis: record.basis,
            source: text(record.source),
            locator: Some(text(record.locator)),
            reason: record.because.map(text),
        },
    }
}

fn wire(record: WireRecord) -> Wire {
    Wire {
        phrase: record.phrase.map(text),
        result: record.result.map(text),
        message: record.message.map(text),
        template: record.template,
        aliases: texts(record.aliases),
    }
}

fn retry(record: RetryRecord) -> Retry {
    Retry {
        kind: record.kind,
        delays_seconds: record.delays_seconds,
        repeat_seconds: record.repeat_seconds,
    }
}

fn source(record: SourceRecord) -> Source {
    Source {
        id: text(record.id),
        title: text(record.title),
        url: text(record.url),
        kind: record.kind,
        edition: text(record.edition),
    }
}

fn quirks(records: Vec<QuirkRecord>) -> Vec<Quirk> {
    let quirk = |record: QuirkRecord| Quirk {
        summary: text(record.summary),
        passages: texts(record.passages),
    };
    records.into_iter().map(quirk).collect()
}

fn text(owned: String) -> &'static str {
    owned.leak()
}

fn texts(owned: Vec<String>) -> Vec<&'static str> {
    owned.into_iter().map(text).collect()
}
