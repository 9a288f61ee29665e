//! What is said where a vendor is possible and no more, and the answer holds only if it is that vendor's.

use respondex_core::Catalog;
use respondex_core::decode::DecodedResponse;

use super::vendor_facts;

/// A vendor that a response may be of, and what would make that certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The vendor's name.
    pub vendor: &'static str,
    /// What would settle it, as a sentence.
    pub settled_by: Option<String>,
}

impl Doubt {
    /// The doubt about a response; nothing where its vendor is sure enough, and where the answer holds whoever gave it.
    pub fn of(response: &DecodedResponse) -> Option<Self> {
        let vendor = vendor_facts::name(Catalog::builtin(), response.advice.depends_on_vendor?);
        let settled_by = response.vendor.as_ref().and_then(|guess| guess.settled_by.clone());
        Some(Self { vendor, settled_by })
    }

    /// What is said to the caller, around the reply that would hold.
    pub fn reply(&self, reply: &str) -> String {
        let vendor = self.vendor;
        format!(
            "It is not certain who answered. If it is {vendor}: {reply} Which service was called?"
        )
    }
}

#[cfg(test)]
mod tests {
    use respondex_core::{DecodeOptions, decode};

    use super::*;
    use crate::state::answer::Answer;

    fn first_response(text: &str) -> DecodedResponse {
        decode(Catalog::builtin(), text, &DecodeOptions::default()).responses.remove(0)
    }

    #[test]
    fn a_message_that_one_vendor_lists_is_its_meaning_only_if_it_is_its_answer() {
        let answer = Answer::of_response(&first_response("Recipient not found"));
        let opening = "It is not certain who answered. If it is Updox: ";
        assert!(answer.reply.starts_with(opening), "{}", answer.reply);
        assert!(answer.reply.ends_with(" Which service was called?"), "{}", answer.reply);
        assert_eq!(answer.contact, None);
    }

    #[test]
    fn an_answer_that_holds_for_everybody_has_no_doubt() {
        let text = include_str!("../../../tests/golden/noteworthy/two-vendors-fit.txt");
        assert_eq!(Doubt::of(&first_response(text)), None);
    }

    #[test]
    fn a_reply_in_doubt_is_short_enough_to_be_read_aloud() {
        for entry in Catalog::builtin().entries() {
            let vendor = vendor_facts::name(Catalog::builtin(), entry.vendor);
            let reply = Doubt { vendor, settled_by: None }.reply(entry.reply);
            let count = reply.split_whitespace().count();
            assert!(count <= 60, "{}: {count} words", entry.id);
        }
    }
}
