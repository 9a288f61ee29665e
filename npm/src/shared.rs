//! Entries that stand in several findings of one answer cross the border once.
//!
//! A log names the same code a thousand times, and each entry is some kilobytes of text: written and parsed
//! again each time, they would take half of the time that reading the log takes.

use std::sync::Arc;

use js_sys::{Array, Reflect};
use respondex_core::{Decoding, Entry};
use wasm_bindgen::{JsCast, JsValue};

use crate::convert::to_js;

/// A finding: the place of its response, and its own place there.
type Place = (u32, u32);

/// The answer as a JavaScript value, in which equal entries are one object.
pub(crate) fn decoding_to_js(mut decoding: Decoding) -> Result<JsValue, JsValue> {
    let repeated = take_repeated(&mut decoding);
    let answer = to_js(&decoding)?;
    if repeated.is_empty() {
        return Ok(answer);
    }
    let responses: Array = Reflect::get(&answer, &"responses".into())?.unchecked_into();
    let (findings, entry) = (JsValue::from("findings"), JsValue::from("entry"));
    let finding = |(response, place): Place| -> Result<JsValue, JsValue> {
        let list: Array = Reflect::get(&responses.get(response), &findings)?.unchecked_into();
        Ok(list.get(place))
    };
    for (place, first) in repeated {
        Reflect::set(&finding(place)?, &entry, &Reflect::get(&finding(first)?, &entry)?)?;
    }
    Ok(answer)
}

/// Takes the entries out that an earlier finding has too; gives each place with that of the first.
fn take_repeated(decoding: &mut Decoding) -> Vec<(Place, Place)> {
    let mut known: Vec<(Arc<Entry>, Place)> = Vec::new();
    let mut repeated = Vec::new();
    for (response, number) in decoding.responses.iter_mut().zip(0u32..) {
        for (finding, place) in response.findings.iter_mut().zip(0u32..) {
            let Some(entry) = finding.entry.take() else { continue };
            if let Some((_, first)) = known.iter().find(|(other, _)| Arc::ptr_eq(other, &entry)) {
                repeated.push(((number, place), *first));
                continue;
            }
            known.push((entry.clone(), (number, place)));
            finding.entry = Some(entry);
        }
    }
    repeated
}
