//! A message that several parts of an answer hold is shown by one of them: the one that says most about it.

use core::iter::successors;

use respondex_core::decode::{DecodedResponse, Fault};

/// More records than this are counted only.
pub const RECORDS_SHOWN: usize = 100;

/// A fault and its causes, the outermost first.
pub fn causes(fault: &Fault) -> impl Iterator<Item = &Fault> {
    successors(Some(fault), |fault| fault.cause.as_deref())
}

/// Whether what the body says, its refused values or its records show a message, so that the code beside which it was
/// received need not.
pub fn stands_in_body(response: &DecodedResponse, message: &str) -> bool {
    let is_it = |words: &Option<String>| words.as_deref() == Some(message);
    let in_fault = |fault: &Fault| is_it(&fault.message) || is_in_rules(fault, message);
    response.fault.as_ref().is_some_and(|fault| causes(fault).any(in_fault))
        || is_refusal(response, message)
        || response.records.iter().take(RECORDS_SHOWN).any(|record| is_it(&record.message))
}

/// The message of a fault, where neither its rules nor a refused value repeat it.
pub fn message_of<'f>(response: &DecodedResponse, fault: &'f Fault) -> Option<&'f String> {
    let is_alone = fault.cause.is_none() && response.fault.as_ref() == Some(fault);
    fault.message.as_ref().filter(|message| {
        !(is_in_rules(fault, message) || is_alone && is_refusal(response, message))
    })
}

fn is_in_rules(fault: &Fault, message: &str) -> bool {
    fault.rules.iter().any(|rule| rule.text == message)
}

fn is_refusal(response: &DecodedResponse, message: &str) -> bool {
    response.field_errors.iter().any(|error| error.message == message)
}
