//! JSON Web Tokens in an answer: each is cut to its first characters, wherever a text of the paste is handed on.
//!
//! Source: RFC 7519. What a token holds and when it expires stands in `noteworthy`; the token itself is a key, and
//! answers are printed, logged and sent on. Spans stay: they lead to the token in the paste, which the caller has.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::output::{
    Advice, DecodedResponse, Decoding, Evidence, Fault, Field, FieldError, Finding, Http,
    Noteworthy, Notice, Record, RequestSummary, Rule, RunnerUp, VendorGuess,
};
use crate::seek;

/// How a token begins: `{"` in base64.
const BEGINNING: &str = "eyJ";
/// So many characters are shown: enough to find the token in the paste, too few to hold a claim.
const SHOWN: usize = 10;
/// A first part of fewer characters has no room for the name of an algorithm.
const SHORTEST_HEADER: usize = 12;

/// Cuts every token in an answer. Each text is read once.
pub(super) fn shorten(decoding: &mut Decoding) {
    let Decoding { outcome: _, responses, notices } = decoding;
    responses.iter_mut().for_each(in_response);
    for Notice { code: _, message, span: _ } in notices {
        in_text(message);
    }
}

// Every member is named, so that a new one cannot be forgotten.

fn in_response(response: &mut DecodedResponse) {
    let DecodedResponse {
        format: _,
        carrier: _,
        request,
        vendor,
        http,
        verdict: _,
        records,
        findings,
        fault,
        field_errors,
        noteworthy,
        advice,
    } = response;
    if let Some(RequestSummary { method, target, host }) = request {
        in_texts([method, target, host]);
    }
    vendor.iter_mut().for_each(in_vendor);
    if let Some(Http { version, status: _, reason, fields }) = http {
        in_texts([version, reason]);
        for Field { name, value } in fields {
            in_text(name);
            in_text(value);
        }
    }
    for Record { outcome: _, code: _, message, reference, span: _ } in records {
        in_texts([message, reference]);
    }
    for finding in findings {
        let Finding { code: _, vendor: _, known: _, origin: _, message, entry: _, span: _ } =
            finding;
        in_texts([message]);
    }
    in_fault(fault.as_mut());
    for FieldError { field, message } in field_errors {
        in_texts([field]);
        in_text(message);
    }
    for Noteworthy { name, meaning, span: _ } in noteworthy {
        in_text(name);
        in_text(meaning);
    }
    let Advice {
        summary,
        actor: _,
        steps: _,
        retry: _,
        contact: _,
        basis: _,
        depends_on_vendor: _,
        because,
    } = advice;
    in_text(summary);
    in_texts([because]);
}

fn in_vendor(vendor: &mut VendorGuess) {
    let VendorGuess { id: _, confidence: _, evidence, runner_up, settled_by } = vendor;
    let others = runner_up.iter_mut().flat_map(|other| {
        let RunnerUp { id: _, confidence: _, evidence } = other;
        evidence
    });
    for Evidence { mark, weight: _, span: _ } in evidence.iter_mut().chain(others) {
        in_text(mark);
    }
    in_texts([settled_by]);
}

fn in_fault(mut next: Option<&mut Fault>) {
    while let Some(fault) = next {
        let Fault {
            kind,
            message,
            detail,
            stack,
            policy,
            policy_name,
            policy_outcome,
            rules,
            cause,
        } = fault;
        in_texts([kind, message, detail, stack, policy, policy_name, policy_outcome]);
        for Rule { id, priority, kind, text } in rules {
            in_texts([id, priority, kind]);
            in_text(text);
        }
        next = cause.as_deref_mut();
    }
}

fn in_texts<const N: usize>(texts: [&mut Option<String>; N]) {
    texts.into_iter().flatten().for_each(in_text);
}

fn in_text(text: &mut String) {
    let tokens = tokens(text);
    if tokens.is_empty() {
        return;
    }
    let mut shortened = String::with_capacity(text.len());
    let mut kept = 0usize;
    for token in tokens {
        let shown = token.start.saturating_add(SHOWN);
        shortened.push_str(text.get(kept..shown).unwrap_or_default());
        shortened.push('…');
        kept = token.end;
    }
    shortened.push_str(text.get(kept..).unwrap_or_default());
    *text = shortened;
}

/// Where tokens stand: two parts at least, of which the second may be cut off.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens = Vec::new();
    let mut at = 0usize;
    while let Some(found) = text.get(at..).and_then(|rest| seek::find(rest, BEGINNING)) {
        let start = at.saturating_add(found);
        let rest = text.get(start..).unwrap_or_default();
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
        let run = rest.bytes().position(|byte| !is_part(byte)).unwrap_or(rest.len());
        let token = rest.get(..run).unwrap_or_default().trim_end_matches('.');
        let is_token = token.find('.').is_some_and(|header| header >= SHORTEST_HEADER);
        if is_token {
            tokens.push(start..start.saturating_add(token.len()));
        }
        at = start.saturating_add(run);
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut shortened = String::from(text);
        in_text(&mut shortened);
        assert_eq!(shortened, expected);
    }

    #[test]
    fn tokens_are_cut_wherever_they_stand() {
        let token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln";
        check(&format!("Token {token} is expired"), "Token eyJhbGciOi… is expired");
        check(
            &format!("https://example.com/#id_token={token}&state=1"),
            "https://example.com/#id_token=eyJhbGciOi…&state=1",
        );
        check(&format!("{token}, {token}."), "eyJhbGciOi…, eyJhbGciOi….");
        check("é eyJhbGciOiJub25lIn0.eyJz", "é eyJhbGciOi…");
        check("eyJhbGciOiJub25lIn0..iv.text.tag", "eyJhbGciOi…");
    }

    #[test]
    fn what_is_no_token_stays() {
        for text in ["eyJust a word.", "eyJ.a.b", "eyJhbGciOiJub25lIn0.", "eyJwYWdlIjoxMjM0NTY3fQ"]
        {
            check(text, text);
        }
    }
}
