//! Which codes mean nearly the same, by the conditions that they name.

use alloc::vec::Vec;

use super::{Equivalence, Nearest};
use crate::catalog::Catalog;
use crate::code::Code;

/// Longer chains of wider conditions do not exist; the bound keeps a circle from turning.
const MAX_STEPS: usize = 8;

/// How the meaning of one condition stands to another: `of` seen from `to`.
pub(super) fn relation(catalog: &Catalog, of: &str, to: &str) -> Option<Equivalence> {
    if of == to {
        return Some(Equivalence::Same);
    }
    if is_kind_of(catalog, of, to) {
        return Some(Equivalence::Narrower);
    }
    if is_kind_of(catalog, to, of) {
        return Some(Equivalence::Broader);
    }
    let names = |one: &str, other: &str| {
        catalog.condition(one).is_some_and(|condition| condition.near.contains(&other))
    };
    (names(of, to) || names(to, of)).then_some(Equivalence::Nearest)
}

/// A vendor's codes that come nearest to a condition, the nearest kind first and no other kind beside
/// the same and the narrower ones.
pub(super) fn nearest(
    catalog: &Catalog,
    vendor: &str,
    condition: &str,
    except: Option<Code>,
) -> Vec<Nearest> {
    let mut found: Vec<Nearest> = Vec::new();
    let of_vendor = catalog.entries().iter().filter(|entry| entry.vendor == vendor);
    for entry in of_vendor.filter(|entry| Some(entry.code) != except && entry.is_in_use()) {
        let Some(kind) = relation(catalog, entry.condition, condition) else { continue };
        let place = found.partition_point(|other| other.kind <= kind);
        found.insert(place, Nearest { entry: entry.clone(), kind });
    }
    let best = found.first().map(|nearest| nearest.kind);
    found.retain(|nearest| match best {
        Some(Equivalence::Same | Equivalence::Narrower) => {
            matches!(nearest.kind, Equivalence::Same | Equivalence::Narrower)
        }
        best => Some(nearest.kind) == best,
    });
    found
}

fn is_kind_of(catalog: &Catalog, narrow: &str, wide: &str) -> bool {
    let mut next = catalog.condition(narrow).and_then(|condition| condition.broader);
    for _ in 0..MAX_STEPS {
        match next {
            Some(id) if id == wide => return true,
            Some(id) => next = catalog.condition(id).and_then(|condition| condition.broader),
            None => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_relate() {
        let catalog = Catalog::builtin();
        let check = |of, to| relation(catalog, of, to);
        assert_eq!(check("already-exists", "already-exists"), Some(Equivalence::Same));
        assert_eq!(check("token-expired", "authentication-failed"), Some(Equivalence::Narrower));
        assert_eq!(check("authentication-failed", "token-expired"), Some(Equivalence::Broader));
        assert_eq!(check("not-permitted", "authentication-failed"), Some(Equivalence::Nearest));
        assert_eq!(check("gone", "rate-limited"), None);
    }
}
