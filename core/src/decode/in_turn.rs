//! Several statuses that words tell of one after the other, each as a response of its own.

use alloc::vec::Vec;

use super::explain::Known;
use super::reading::Reading;

impl Known {
    /// Each code as a response of its own, where words tell of several one after the other.
    pub(crate) fn one_by_one(self) -> impl Iterator<Item = Known> {
        let Known { vendor, reading, carrier, request, .. } = self;
        reading.findings.into_iter().map(move |finding| Known {
            http: None,
            status: None,
            vendor: vendor.clone(),
            reading: Reading { findings: alloc::vec![finding], ..Reading::new(reading.format) },
            retry_after: None,
            challenge: None,
            unjudged: None,
            carrier,
            request: request.clone(),
            noteworthy: Vec::new(),
        })
    }
}
