//! From the files as they are written to the entries that callers see: defaults filled in, ids and
//! addresses made, the source of each fact named.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::entry::{
    Carries, CodeKind, Condition, Entry, Group, Provenance, Retry, Scope, Source, Standard, Vendor,
    Wire,
};
use super::lint::FACTS;
use super::model::{
    Basis, BasisRecord, CatalogFile, ConditionRecord, EntryRecord, GroupRecord, RetryRecord,
    SourceKind, SourceRecord, StandardRecord, Travels, WireRecord,
};
use crate::code::Code;

/// Where the site stands; empty gives addresses that begin at its root.
const SITE_URL: &str = match option_env!("RESPONDEX_SITE_URL") {
    Some(url) => url,
    None => "",
};

/// One vendor's file, resolved.
pub(super) struct Resolved {
    pub(super) vendor: Vendor,
    pub(super) groups: Vec<Arc<Group>>,
    pub(super) entries: Vec<Arc<Entry>>,
}

pub(super) fn resolve(file: CatalogFile) -> Resolved {
    let CatalogFile {
        vendor: record,
        sources,
        defaults,
        groups,
        error_content,
        tips,
        quirks,
        entries,
        ..
    } = file;
    let mut names = SharedTexts::default();
    let defaults: Vec<(String, SharedBasis)> = defaults
        .into_iter()
        .map(|(fact, basis)| (fact, SharedBasis::new(&basis, &mut names)))
        .collect();
    let entries: Vec<Arc<Entry>> = entries
        .into_iter()
        .map(|entry| {
            let listing = sources
                .iter()
                .find(|source| source.id == entry.source)
                .map_or(SourceKind::ClientCode, |source| source.kind);
            Arc::new(resolve_entry(entry, &record.id, listing, &defaults, &mut names))
        })
        .collect();
    let on_page = |entry: &&Arc<Entry>| {
        matches!(entry.listing, SourceKind::VendorPage | SourceKind::Standard)
    };
    let page_codes = entries.iter().filter(on_page).count();
    let groups = groups
        .into_iter()
        .map(|group| Arc::new(resolve_group(group, &record.id, &mut names)))
        .collect();
    let vendor = Vendor {
        id: record.id,
        name: record.name,
        product: record.product,
        about: record.about,
        nicknames: record.nicknames,
        scheme: record.scheme,
        contact: record.contact,
        page_codes,
        other_codes: entries.len().saturating_sub(page_codes),
        sources: sources.into_iter().map(resolve_source).collect(),
        error_content,
        tips,
        quirks,
    };
    Resolved { vendor, groups, entries }
}

pub(super) fn resolve_condition(record: ConditionRecord) -> Condition {
    Condition {
        id: record.id,
        name: record.name,
        summary: record.summary,
        broader: record.broader,
        near: record.near,
        nearest_http_status: record.nearest_http_status,
        outcome: record.outcome,
        actor: record.actor,
        retry: resolve_retry(record.retry),
        steps: record.steps,
    }
}

fn resolve_entry(
    record: EntryRecord,
    vendor: &str,
    listing: SourceKind,
    defaults: &[(String, SharedBasis)],
    names: &mut SharedTexts,
) -> Entry {
    let source = names.share(&record.source);
    let locator = names.share(&record.locator);
    let mut provenance = BTreeMap::new();
    for fact in FACTS.iter().copied().filter(|fact| has_fact(&record, fact)) {
        let own = record.basis.get(fact).map(|basis| SharedBasis::new(basis, names));
        let default = defaults.iter().find(|(name, _)| name == fact).map(|(_, basis)| basis);
        let given = match own.as_ref().or(default) {
            Some(basis) => Provenance {
                basis: basis.basis,
                source: basis.source.clone().unwrap_or_else(|| source.clone()),
                locator: basis
                    .locator
                    .clone()
                    .or_else(|| if basis.source.is_some() { None } else { Some(locator.clone()) }),
                reason: basis.because.clone(),
            },
            None => Provenance {
                basis: Basis::Stated,
                source: source.clone(),
                locator: Some(locator.clone()),
                reason: None,
            },
        };
        provenance.insert(fact, given);
    }
    let id = format!("{vendor}/{}", record.code);
    Entry {
        doc_url: format!("{SITE_URL}/code/{id}"),
        id,
        vendor: vendor.into(),
        code: Code::new(record.code),
        kind: match record.travels {
            Travels::StatusLine => CodeKind::HttpStatus,
            Travels::Body | Travels::Unstated => CodeKind::ApplicationCode,
        },
        listing,
        travels: record.travels,
        outcome: record.outcome,
        wire: resolve_wire(record.wire),
        group: record.group,
        section: record.section,
        scope: Scope { methods: record.methods, products: record.products },
        summary: record.summary,
        explanation: record.explanation,
        causes: record.causes,
        steps: record.steps,
        actor: record.actor,
        retry: resolve_retry(record.retry),
        condition: record.condition,
        nearest_http_status: record.nearest_http_status,
        carries: Carries { fields: record.fields, content: record.content },
        contact: record.contact,
        sensitive: record.sensitive,
        confused_with: record.confused_with,
        quirks: record.quirks,
        standard: record.standard.map(resolve_standard),
        provenance,
    }
}

/// Whether the entry says anything of a fact, so that only such facts have a provenance.
fn has_fact(record: &EntryRecord, fact: &str) -> bool {
    match fact {
        "group" => record.group.is_some(),
        "section" => record.section.is_some(),
        "scope" => !record.methods.is_empty() || !record.products.is_empty(),
        "causes" => !record.causes.is_empty(),
        "nearestHttpStatus" => record.nearest_http_status.is_some(),
        "carries" => !record.fields.is_empty() || record.content.is_some(),
        "contact" => record.contact.is_some(),
        "standard" => record.standard.is_some(),
        _ => true,
    }
}

fn resolve_group(record: GroupRecord, vendor: &str, names: &mut SharedTexts) -> Group {
    Group {
        id: format!("{vendor}/{}", record.id),
        vendor: vendor.into(),
        name: record.name,
        from: Code::new(record.from),
        to: Code::new(record.to),
        summary: record.summary,
        outcome: record.outcome,
        unused: record.unused,
        actor: record.actor,
        retry: record.retry.map(resolve_retry),
        steps: record.steps,
        provenance: Provenance {
            basis: record.basis,
            source: names.share(&record.source),
            locator: Some(names.share(&record.locator)),
            reason: record.because.as_deref().map(|reason| names.share(reason)),
        },
        quirks: record.quirks,
    }
}

fn resolve_wire(record: WireRecord) -> Wire {
    Wire {
        phrase: record.phrase,
        result: record.result,
        message: record.message,
        template: record.template,
        aliases: record.aliases,
    }
}

fn resolve_retry(record: RetryRecord) -> Retry {
    Retry {
        kind: record.kind,
        delays_seconds: record.delays_seconds,
        repeat_seconds: record.repeat_seconds,
    }
}

fn resolve_source(record: SourceRecord) -> Source {
    Source {
        id: record.id,
        title: record.title,
        url: record.url,
        kind: record.kind,
        edition: record.edition,
    }
}

fn resolve_standard(record: StandardRecord) -> Standard {
    Standard {
        rfc: record.rfc,
        section: record.section,
        registration: record.registration,
        required_fields: record.required_fields,
        recommended_fields: record.recommended_fields,
        optional_fields: record.optional_fields,
        heuristically_cacheable: record.heuristically_cacheable,
        content: record.content,
    }
}

/// Texts that many facts share, held once.
#[derive(Default)]
struct SharedTexts(BTreeMap<String, Arc<str>>);

impl SharedTexts {
    fn share(&mut self, text: &str) -> Arc<str> {
        if let Some(shared) = self.0.get(text) {
            return shared.clone();
        }
        let shared: Arc<str> = Arc::from(text);
        self.0.insert(text.into(), shared.clone());
        shared
    }
}

struct SharedBasis {
    basis: Basis,
    because: Option<Arc<str>>,
    source: Option<Arc<str>>,
    locator: Option<Arc<str>>,
}

impl SharedBasis {
    fn new(record: &BasisRecord, names: &mut SharedTexts) -> Self {
        let mut share = |text: &Option<String>| text.as_deref().map(|text| names.share(text));
        Self {
            basis: record.basis,
            because: share(&record.because),
            source: share(&record.source),
            locator: share(&record.locator),
        }
    }
}
