//! Several responses in one text: gathered by what they say, the worst first.

use respondex_core::decode::{DecodedResponse, Decoding};
use respondex_core::{Code, Outcome};

use super::doubt::Doubt;

/// Responses that say the same: the same vendor, the same code, the same end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// How they ended.
    pub outcome: Outcome,
    /// The code that says most.
    pub code: Option<Code>,
    /// Whose they are: a vendor id, or `http`.
    pub vendor: Option<&'static str>,
    /// Whether the vendor is possible and no more.
    pub is_doubtful: bool,
    /// What happened, in a sentence.
    pub summary: String,
    /// Their places among all responses, counted from zero.
    pub members: Vec<usize>,
}

/// Which response of how many, counted from zero.
pub fn place(shown: usize, count: usize) -> String {
    format!("Response {} of {count}", shown.saturating_add(1))
}

/// How a response ended as a whole: the content decides where it says anything.
pub fn outcome(response: &DecodedResponse) -> Outcome {
    match response.verdict.application {
        Outcome::Unknown => response.verdict.transport,
        outcome => outcome,
    }
}

/// How urgent an outcome is: the smaller, the more.
pub fn urgency(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Failure => 0,
        Outcome::Partial => 1,
        Outcome::Unknown => 2,
        Outcome::Redirect => 3,
        Outcome::Interim => 4,
        Outcome::Success => 5,
    }
}

/// The responses in groups, the most urgent first, and those before which came first.
pub fn groups(decoding: &Decoding) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, response) in decoding.responses.iter().enumerate() {
        let finding = response.findings.first();
        let (code, vendor) = (
            finding.map(|finding| finding.code),
            response
                .vendor
                .as_ref()
                .map(|vendor| vendor.id)
                .or(finding.and_then(|found| found.vendor)),
        );
        let outcome = outcome(response);
        let same = |group: &&mut Group| {
            (group.outcome, group.code, group.vendor) == (outcome, code, vendor)
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.members.push(at),
            None => groups.push(Group {
                outcome,
                code,
                vendor,
                is_doubtful: Doubt::of(response).is_some(),
                summary: response.advice.summary.clone(),
                members: vec![at],
            }),
        }
    }
    groups.sort_by_key(|group| (urgency(group.outcome), group.members.first().copied()));
    groups
}

/// The response that is shown first: the first of the most urgent ones, or the last where none failed.
pub fn shown_first(decoding: &Decoding) -> usize {
    let last = decoding.responses.len().saturating_sub(1);
    groups(decoding)
        .first()
        .filter(|group| matches!(group.outcome, Outcome::Failure | Outcome::Partial))
        .and_then(|group| group.members.first().copied())
        .unwrap_or(last)
}

#[cfg(test)]
mod tests {
    use respondex_core::{Catalog, DecodeOptions, decode};

    use super::*;

    fn read(text: &str) -> Decoding {
        decode(Catalog::builtin(), text, &DecodeOptions::default())
    }

    #[test]
    fn the_same_failure_is_one_group_and_comes_first() {
        let ok = "HTTP/1.1 200 OK\n\n";
        let refused = "HTTP/1.1 200 OK\n\n{\"successful\":false,\"responseMessage\":\"Unauthorized\",\"responseCode\":4010}\n";
        let decoding = read(&[ok, refused, ok, refused].concat());
        let groups = groups(&decoding);
        assert_eq!(groups.len(), 2);
        assert_eq!((groups[0].outcome, &groups[0].members), (Outcome::Failure, &vec![1, 3]));
        assert_eq!(groups[0].vendor, Some("updox"));
        assert_eq!(groups[1].members, [0, 2]);
        assert_eq!(shown_first(&decoding), 1);
    }

    #[test]
    fn after_a_redirect_the_last_answer_is_shown() {
        let text = "HTTP/1.1 301 Moved Permanently\nLocation: /x\n\nHTTP/1.1 200 OK\n\n";
        assert_eq!(shown_first(&read(text)), 1);
    }
}
