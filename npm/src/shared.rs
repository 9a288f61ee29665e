//! What stands in several responses of one answer crosses the border once: entries, and advice.
//!
//! A log names the same code a thousand times. An entry is some kilobytes of text, and an advice is half of what a
//! response has besides: written and parsed again each time, they would take as long as reading the log does.

use std::collections::VecDeque;
use std::sync::Arc;

use js_sys::Array;
use respondex_core::decode::{Advice, DecodedResponse};
use respondex_core::{Decoding, Entry};
use wasm_bindgen::prelude::*;

use crate::convert::to_js;

/// A finding: the place of its response, and its own place there.
type Place = (u32, u32);

/// So many different advices are remembered; a response is compared with each of them.
const ADVICES: usize = 32;

// The shapes of the answer, so that a member is read and set without looking it up by its name in two languages.
#[wasm_bindgen]
extern "C" {
    type Answer;
    #[wasm_bindgen(method, getter, structural)]
    fn responses(this: &Answer) -> Array;

    type Response;
    #[wasm_bindgen(method, getter, structural)]
    fn findings(this: &Response) -> Array;
    #[wasm_bindgen(method, getter, structural)]
    fn advice(this: &Response) -> JsValue;
    #[wasm_bindgen(method, setter, structural)]
    fn set_advice(this: &Response, advice: &JsValue);

    type Finding;
    #[wasm_bindgen(method, getter, structural)]
    fn entry(this: &Finding) -> JsValue;
    #[wasm_bindgen(method, setter, structural)]
    fn set_entry(this: &Finding, entry: &JsValue);
}

/// The answer as a JavaScript value, in which equal entries are one object, and equal advices.
pub(crate) fn decoding_to_js(mut decoding: Decoding) -> Result<JsValue, JsValue> {
    let entries = take_repeated_entries(&mut decoding.responses);
    let advices = take_repeated_advices(&mut decoding.responses);
    let answer = to_js(&decoding)?;
    if entries.is_empty() && advices.is_empty() {
        return Ok(answer);
    }
    let responses = answer.unchecked_ref::<Answer>().responses();
    let response = |at: u32| -> Response { responses.get(at).unchecked_into() };
    let finding =
        |(at, place): Place| -> Finding { response(at).findings().get(place).unchecked_into() };
    for (first, others) in entries {
        let entry = finding(first).entry();
        for place in others {
            finding(place).set_entry(&entry);
        }
    }
    for (first, others) in advices {
        let advice = response(first).advice();
        for at in others {
            response(at).set_advice(&advice);
        }
    }
    Ok(answer)
}

/// Takes the entries out that an earlier finding has too: the place of each first one, and those of the others.
fn take_repeated_entries(responses: &mut [DecodedResponse]) -> Vec<(Place, Vec<Place>)> {
    let mut known: Vec<(Arc<Entry>, Place, Vec<Place>)> = Vec::new();
    for (response, number) in responses.iter_mut().zip(0u32..) {
        for (finding, place) in response.findings.iter_mut().zip(0u32..) {
            let Some(entry) = finding.entry.take() else { continue };
            let mut first = known.iter_mut();
            if let Some((_, _, others)) = first.find(|(other, ..)| Arc::ptr_eq(other, &entry)) {
                others.push((number, place));
                continue;
            }
            known.push((entry.clone(), (number, place), Vec::new()));
            finding.entry = Some(entry);
        }
    }
    let repeated = known.into_iter().map(|(_, first, others)| (first, others));
    repeated.filter(|(_, others)| !others.is_empty()).collect()
}

/// Leaves an empty advice where an earlier response has the same: the place of each first one, and those of the others.
fn take_repeated_advices(responses: &mut [DecodedResponse]) -> Vec<(u32, Vec<u32>)> {
    let mut found: Vec<(u32, Vec<u32>)> = Vec::new();
    let mut known: VecDeque<(&Advice, usize)> = VecDeque::with_capacity(ADVICES);
    for (response, number) in responses.iter().zip(0u32..) {
        let same = known.iter().find(|(advice, _)| **advice == response.advice);
        if let Some((_, others)) = same.and_then(|(_, at)| found.get_mut(*at)) {
            others.push(number);
            continue;
        }
        if known.len() == ADVICES {
            known.pop_back();
        }
        known.push_front((&response.advice, found.len()));
        found.push((number, Vec::new()));
    }
    found.retain(|(_, others)| !others.is_empty());
    for other in found.iter().flat_map(|(_, others)| others) {
        let response = usize::try_from(*other).ok().and_then(|at| responses.get_mut(at));
        if let Some(response) = response {
            response.advice = empty(&response.advice);
        }
    }
    found
}

/// What stands in the place of an advice until it is set.
fn empty(advice: &Advice) -> Advice {
    Advice {
        summary: String::new(),
        actor: advice.actor,
        steps: Vec::new(),
        retry: respondex_core::Retry::new(advice.retry.kind),
        contact: None,
        basis: advice.basis,
        depends_on_vendor: None,
        because: None,
    }
}
