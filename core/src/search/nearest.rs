//! For a number that nobody lists: the numbers that were probably meant.

use alloc::format;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::index::spelling::distance;
use crate::catalog::{Catalog, Entry};
use crate::code::Code;
use crate::order;

/// How many are named.
const MOST: usize = 5;

/// The entries whose number differs in one digit, is missing one or has two swapped; then those that are
/// next to it.
pub(super) fn nearest(
    catalog: &Catalog,
    code: Code,
    wanted: &dyn Fn(&Entry) -> bool,
) -> Vec<Arc<Entry>> {
    let typed = format!("{code}");
    let mut near: Vec<(u32, u32, usize)> = Vec::new();
    for (position, entry) in catalog.entries().iter().enumerate() {
        let number = entry.code.number();
        let apart = number.abs_diff(code.number());
        if apart == 0 || !entry.is_in_use() || !wanted(entry) {
            continue;
        }
        let listed = format!("{number}");
        // Of the slips, two digits that changed places is the likeliest.
        let is_swap = digits(&typed) == digits(&listed);
        let slips = distance(typed.as_bytes(), listed.as_bytes(), 1).map(|_| u32::from(!is_swap));
        // A neighbour is of the same hundred.
        let is_neighbour = number / 100 == code.number() / 100;
        if let Some(slips) = slips.or(is_neighbour.then_some(2)) {
            near.push((slips, apart, position));
        }
    }
    order::sort_by_key(&mut near, |(slips, apart, _)| order::both(*slips, *apart));
    near.iter()
        .filter_map(|(.., position)| catalog.entries().get(*position).cloned())
        .take(MOST)
        .collect()
}

/// How many there are of each digit, four bits for each.
fn digits(number: &str) -> u64 {
    number.bytes().fold(0, |counts, digit| {
        counts.saturating_add(1 << (u32::from(digit.saturating_sub(b'0')).min(15) * 4))
    })
}
