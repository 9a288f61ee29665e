//! What is said where a vendor is possible and no more: what its numbers mean is then never said as a fact.

use respondex_core::Catalog;
use respondex_core::decode::{Confidence, DecodedResponse, VendorGuess};

use super::vendor_facts;

/// A vendor that a response may be of, and what would make that certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The vendor's name.
    pub vendor: &'static str,
    /// What would settle it, as a sentence.
    pub settled_by: String,
}

/// What settles it where only words name a number.
const SETTLED_BY: &str =
    "Choose the vendor, or paste the whole response with its status line and headers.";

impl Doubt {
    /// The doubt about a response; nothing where its vendor is sure enough, and where the answer holds whoever gave it.
    pub fn of(response: &DecodedResponse) -> Option<Self> {
        let guess =
            response.vendor.as_ref().filter(|guess| guess.confidence == Confidence::Possible)?;
        let vendor = vendor_facts::name(Catalog::builtin(), guess.id);
        if !rests_on(response, guess, vendor) {
            return None;
        }
        let settled_by = guess.settled_by.clone().unwrap_or_else(|| SETTLED_BY.into());
        Some(Self { vendor, settled_by })
    }

    /// A sentence about the response that holds only if it is the vendor's; `meaning` is the part of it that does.
    pub fn open(&self, sentence: &str, meaning: Option<&str>) -> String {
        let opening = format!("It is not known whose answer this is; if it is {}'s: ", self.vendor);
        if sentence.contains(&opening) {
            return sentence.into();
        }
        match meaning.and_then(|meaning| sentence.split_once(meaning).zip(Some(meaning))) {
            Some(((before, after), meaning)) => [before, &opening, meaning, after].concat(),
            None => opening + sentence,
        }
    }

    /// What is said to the caller, around the reply that would hold.
    pub fn reply(&self, reply: &str) -> String {
        let vendor = self.vendor;
        format!(
            "It is not certain who answered. If it is {vendor}: {reply} Which service was called?"
        )
    }
}

/// What happened, in a sentence: with its doubt, where there is one.
pub fn summary(response: &DecodedResponse) -> String {
    let summary = &response.advice.summary;
    let entry = response.findings.iter().find_map(|finding| finding.entry.as_ref());
    match Doubt::of(response) {
        Some(doubt) => doubt.open(summary, entry.map(|entry| entry.summary)),
        None => summary.clone(),
    }
}

/// Whether the answer is drawn from what the vendor says.
fn rests_on(response: &DecodedResponse, guess: &VendorGuess, vendor: &str) -> bool {
    let vendor = vendor.to_lowercase();
    let names = |words: &String| words.to_lowercase().contains(&vendor);
    let advice = &response.advice;
    response.findings.iter().any(|finding| finding.vendor == Some(guess.id))
        || names(&advice.summary)
        || advice.because.as_ref().is_some_and(names)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use respondex_core::{DecodeOptions, decode};

    use super::*;
    use crate::state::answer::Answer;

    fn responses(text: &str) -> Vec<DecodedResponse> {
        decode(Catalog::builtin(), text, &DecodeOptions::default()).responses
    }

    #[test]
    fn a_message_that_one_vendor_lists_is_its_meaning_only_if_it_is_its_answer() {
        let response = responses("Recipient not found").remove(0);
        assert_eq!(
            summary(&response),
            "It is not known whose answer this is; if it is Updox's: Updox knows no recipient by that identifier."
        );
        let answer = Answer::of_response(&response);
        let opening = "It is not certain who answered. If it is Updox: ";
        assert!(answer.reply.starts_with(opening), "{}", answer.reply);
        assert!(answer.reply.ends_with(" Which service was called?"), "{}", answer.reply);
        assert_eq!(answer.contact, None);
    }

    #[test]
    fn what_is_certain_is_said_before_the_doubt() {
        let doubt = Doubt { vendor: "Updox", settled_by: String::new() };
        assert_eq!(
            doubt.open("One record was refused. It is late.", Some("It is late.")),
            "One record was refused. It is not known whose answer this is; if it is Updox's: It is late."
        );
    }

    #[test]
    fn an_answer_that_holds_for_everybody_has_no_doubt() {
        let text = include_str!("../../../tests/golden/noteworthy/two-vendors-fit.txt");
        let response = responses(text).remove(0);
        assert_eq!(
            response.vendor.as_ref().map(|guess| guess.confidence),
            Some(Confidence::Possible)
        );
        assert_eq!(Doubt::of(&response), None);
    }

    #[test]
    fn a_reply_in_doubt_is_short_enough_to_be_read_aloud() {
        for entry in Catalog::builtin().entries() {
            let vendor = vendor_facts::name(Catalog::builtin(), entry.vendor);
            let reply = Doubt { vendor, settled_by: String::new() }.reply(entry.reply);
            let count = reply.split_whitespace().count();
            assert!(count <= 60, "{}: {count} words", entry.id);
        }
    }

    #[test]
    fn no_case_gives_a_possible_vendors_meaning_as_a_fact() {
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden")];
        let mut count = 0;
        while let Some(folder) = folders.pop() {
            for path in std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()) {
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                if path.extension().is_none_or(|extension| extension != "txt") {
                    continue;
                }
                let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
                for response in responses(&text) {
                    let guess = response.vendor.as_ref();
                    let entry = response.findings.first().and_then(|first| first.entry.as_ref());
                    let is_possible =
                        |guess: &&VendorGuess| guess.confidence == Confidence::Possible;
                    let of_vendor = guess
                        .filter(is_possible)
                        .zip(entry)
                        .filter(|(guess, entry)| guess.id == entry.vendor);
                    if let Some((_, entry)) = of_vendor {
                        let doubt = Doubt::of(&response).expect("the vendor is possible");
                        let (said, reply) = (summary(&response), doubt.reply(entry.reply));
                        let opening = format!("if it is {}'s: ", doubt.vendor);
                        assert_eq!(said.matches(&opening).count(), 1, "{}: {said}", path.display());
                        assert_eq!(
                            Answer::of_response(&response).reply,
                            reply,
                            "{}",
                            path.display()
                        );
                        count += 1;
                    }
                }
            }
        }
        assert!(count > 30, "only {count} responses");
    }
}
