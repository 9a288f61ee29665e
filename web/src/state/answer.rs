//! One answer, from the catalogue or from a pasted response, with everything that a copy of it says.

use respondex_core::decode::{Confidence, DecodedResponse, Field};
use respondex_core::{Actor, Catalog, Code, Entry, Outcome, Retry};

use super::{reply, vendor_facts};
use crate::route::Route;

/// Fields that name one call, as vendors and gateways call them; in lower case.
const REFERENCES: &[&str] = &[
    "x-request-id",
    "request-id",
    "x-correlation-id",
    "correlation-id",
    "x-transaction-id",
    "transaction-id",
    "x-trace-id",
    "traceparent",
    "x-amzn-requestid",
    "x-amzn-trace-id",
    "cf-ray",
    "x-ms-request-id",
    "x-b3-traceid",
];

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Vendor's name, where it is known.
    pub vendor: Option<&'static str>,
    /// How sure that is, where it was concluded from a response.
    pub confidence: Option<Confidence>,
    /// `401 Unauthorized`, where there is a status line.
    pub status: Option<String>,
    /// The number that says most.
    pub code: Option<Code>,
    /// The message beside it, as received, or as the vendor words it.
    pub message: Option<String>,
    /// What happened, in a sentence.
    pub summary: String,
    /// What is said to the caller, without times.
    pub reply: String,
    /// How it ended.
    pub outcome: Outcome,
    /// Who must act.
    pub actor: Actor,
    /// What to do, in order.
    pub steps: Vec<&'static str>,
    /// When to try again.
    pub retry: Retry,
    /// What to ask the caller.
    pub ask_caller: Vec<&'static str>,
    /// What to ask whoever makes the caller's software.
    pub ask_software_vendor: Vec<&'static str>,
    /// Whom to ask.
    pub contact: Option<&'static str>,
    /// Path of the page on the code.
    pub page: Option<String>,
    /// Id of the entry, where the catalogue has one.
    pub entry: Option<&'static str>,
    /// Host of the request.
    pub host: Option<String>,
    /// Method and target of the request.
    pub request: Option<String>,
    /// When the server answered, as it says.
    pub time: Option<String>,
    /// What names the call at the vendor.
    pub reference: Option<String>,
    /// How many records failed, of how many.
    pub failed_records: Option<(usize, usize)>,
}

impl Answer {
    /// The answer that the catalogue gives.
    pub fn of_entry(entry: &Entry) -> Self {
        let vendor = vendor_facts::name(Catalog::builtin(), entry.vendor);
        Self {
            vendor: Some(vendor),
            confidence: None,
            status: None,
            code: Some(entry.code),
            message: entry.wording().map(Into::into),
            summary: entry.summary.into(),
            reply: entry.reply.into(),
            outcome: entry.outcome,
            actor: entry.actor,
            steps: entry.steps.clone(),
            retry: entry.retry.clone(),
            ask_caller: entry.ask_caller.clone(),
            ask_software_vendor: entry.ask_software_vendor.clone(),
            contact: entry.contact,
            page: Some(Route::code(entry.vendor, entry.code).path()),
            entry: Some(entry.id),
            host: None,
            request: None,
            time: None,
            reference: None,
            failed_records: None,
        }
    }

    /// The answer that a response gives.
    pub fn of_response(response: &DecodedResponse) -> Self {
        let advice = &response.advice;
        let finding = response.findings.first();
        let entry = finding.and_then(|finding| finding.entry.as_ref());
        let catalog = Catalog::builtin();
        let vendor = response.vendor.as_ref().map(|vendor| vendor_facts::name(catalog, vendor.id));
        let status = response.http.as_ref().map(|http| match &http.reason {
            Some(reason) => format!("{} {reason}", http.status),
            None => http.status.to_string(),
        });
        let fault_message = response.fault.as_ref().and_then(|fault| fault.message.clone());
        let fields = response.http.as_ref().map(|http| http.fields.as_slice()).unwrap_or_default();
        let field = |names: &[&str]| find_field(fields, names);
        let request = response.request.as_ref();
        let call = request.map(|request| {
            let parts = [request.method.as_deref(), request.target.as_deref()];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        });
        let failed = response.records.iter().filter(|record| record.outcome == Outcome::Failure);
        let failed = failed.count();
        Self {
            vendor,
            confidence: response.vendor.as_ref().map(|vendor| vendor.confidence),
            status,
            code: finding.map(|finding| finding.code),
            message: finding.and_then(|finding| finding.message.clone()).or(fault_message),
            summary: advice.summary.clone(),
            reply: reply::for_response(response),
            outcome: super::responses::outcome(response),
            actor: advice.actor,
            steps: advice.steps.clone(),
            retry: advice.retry.clone(),
            ask_caller: entry.map(|entry| entry.ask_caller.clone()).unwrap_or_default(),
            ask_software_vendor: entry
                .map(|entry| entry.ask_software_vendor.clone())
                .unwrap_or_default(),
            contact: advice.contact,
            page: entry.map(|entry| Route::code(entry.vendor, entry.code).path()),
            entry: entry.map(|entry| entry.id),
            host: request.and_then(|request| request.host.clone()),
            request: call.filter(|call| !call.is_empty()),
            time: field(&["date"]),
            reference: field(REFERENCES),
            failed_records: (!response.records.is_empty())
                .then_some((failed, response.records.len())),
        }
    }

    /// The vendor's name, `possibly` before it where it is no more than that.
    pub fn vendor_in_words(&self) -> Option<String> {
        let name = self.vendor?;
        Some(match self.confidence {
            Some(Confidence::Possible) => format!("possibly {name}"),
            _ => name.into(),
        })
    }
}

fn find_field(fields: &[Field], names: &[&str]) -> Option<String> {
    let is_named = |field: &&Field| names.iter().any(|name| field.name.eq_ignore_ascii_case(name));
    fields.iter().find(is_named).map(|field| field.value.clone())
}
