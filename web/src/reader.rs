//! The reader: what it does with a pasted text, as bytes on their way to the page.
//!
//! `src/bin/reader.rs` is the program around it. The page fetches it behind its own, runs it beside itself for
//! short texts and in a worker for long ones, and calls it through `hooks/reader.rs`.

use respondex_core::{
    Catalog, DecodeOptions, RedactOptions, decode_with_progress, redact_and_keep, redact_beside,
};

use crate::state::transfer::{MaskedText, Parcel, pack, unpack};

/// Hundredths of a text that are told apart.
const STEPS: usize = 100;

/// Reads a text; tells now and then how many hundredths of it have been read.
pub fn read(text: &str, vendor: Option<String>, mut on_progress: impl FnMut(u32)) -> Vec<u8> {
    let mut told = 0;
    let options = DecodeOptions { vendor, ..DecodeOptions::default() };
    let decoding = decode_with_progress(Catalog::builtin(), text, &options, &mut |read| {
        let part = read.saturating_mul(STEPS).checked_div(text.len()).unwrap_or_default();
        if part > told {
            told = part;
            on_progress(u32::try_from(part).unwrap_or_default());
        }
    });
    pack(&Parcel { decoding, masked: masked(text, false) })
}

/// The text with secrets and personal data masked, and the ids of calls; what was masked is told with it.
pub fn mask_ids(text: &str) -> Vec<u8> {
    pack(&masked(text, true))
}

fn masked(text: &str, mask_ids: bool) -> MaskedText {
    let (redaction, values) = redact_and_keep(text, &RedactOptions { mask_ids });
    MaskedText { redaction, values }
}

/// The text with secrets and personal data masked, and with it the values, as bytes, that were masked in what it tells
/// of; ids of calls where that is asked for.
pub fn mask(text: &str, values: &[u8], mask_ids: bool) -> Vec<u8> {
    let values = unpack(values).unwrap_or_default();
    pack(&redact_beside(text, &values, &RedactOptions { mask_ids }))
}

#[cfg(test)]
mod tests {
    use respondex_core::Redaction;

    use super::*;

    #[test]
    fn a_secret_is_masked_and_a_code_is_not() {
        let masked = |text| unpack::<Redaction>(&mask(text, &[], false)).expect("it was packed");
        assert_eq!(masked("Updox 4010 (Unauthorized)").text, "Updox 4010 (Unauthorized)");
        let secret = masked("Authorization: Bearer made-up-token");
        assert_eq!(secret.masked.len(), 1);
        assert!(!secret.text.contains("made-up-token"), "{}", secret.text);
    }

    #[test]
    fn what_was_masked_in_a_paste_is_masked_in_what_is_said_of_it() {
        let paste = "{\"lastName\":\"Testperson\",\"responseMessage\":\"Testperson already exists\",\"responseCode\":4730}";
        let parcel = unpack::<Parcel>(&read(paste, None, |_| {})).expect("it was packed");
        let ticket =
            mask("Message: Testperson already exists", &pack(&parcel.masked.values), false);
        let redaction = unpack::<Redaction>(&ticket).expect("it was packed");
        assert_eq!(redaction.text, "Message: [PERSON-1] already exists");
    }

    #[test]
    fn the_ids_of_a_paste_are_masked_in_what_is_said_of_it_where_that_is_asked_for() {
        let paste = "X-Request-Id: made-up-7\n\n{\"responseMessage\":\"Unauthorized\",\"responseCode\":4010}";
        let ticket = "Message: made-up-7 failed\nTransaction id: made-up-7";
        let of = |values: &[u8], mask_ids| {
            unpack::<Redaction>(&mask(ticket, values, mask_ids)).expect("it was packed").text
        };
        let kept = unpack::<Parcel>(&read(paste, None, |_| {})).expect("it was packed");
        assert_eq!(of(&pack(&kept.masked.values), false), ticket);
        let masked = unpack::<MaskedText>(&mask_ids(paste)).expect("it was packed");
        let expected = "Message: [ID-1] failed\nTransaction id: [ID-1]";
        assert_eq!(of(&pack(&masked.values), true), expected);
        assert!(masked.redaction.text.contains("\"responseCode\":4010"));
    }

    #[test]
    fn each_hundredth_is_told_once() {
        let line = "HTTP/1.1 404 Not Found\nContent-Length: 0\n\n";
        let mut told = Vec::new();
        let bytes = read(&line.repeat(300), None, |part| told.push(part));
        assert!(
            unpack::<Parcel>(&bytes).is_some_and(|parcel| parcel.decoding.responses.len() == 300)
        );
        assert!(told.len() > 1 && told.is_sorted_by(|one, next| one < next), "{told:?}");
    }
}
