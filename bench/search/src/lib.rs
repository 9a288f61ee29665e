//! The search of `respondex-core` over generated records.

use respondex_core::search::measuring::{self, Record};
use wasm_bindgen::prelude::wasm_bindgen;

/// An index of records.
#[wasm_bindgen]
pub struct Engine(measuring::Engine);

#[wasm_bindgen]
impl Engine {
    /// Indexes records: one a line, code, message and summary with tabs between.
    #[wasm_bindgen(constructor)]
    pub fn new(records: &str) -> Engine {
        let record = |line: &'_ str| {
            let mut cells = line.split('\t');
            let code = cells.next()?.parse().ok()?;
            Some((code, cells.next()?.to_owned(), cells.next()?.to_owned()))
        };
        let records: Vec<(u32, String, String)> = records.lines().filter_map(record).collect();
        let records = records.iter().map(|(code, message, summary)| Record { code: *code, message, summary });
        Engine(measuring::Engine::new(records))
    }

    /// The positions of the records that a query means, the best first.
    pub fn find(&self, query: &str, limit: usize) -> Vec<u32> {
        self.0.find(query, limit)
    }
}
