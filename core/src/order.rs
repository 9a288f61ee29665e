//! Sorting by numbers.
//!
//! The library's sorts are written out anew for each type that they sort, six to ten kilobytes a time in wasm;
//! together they were a tenth of the code. Here one list of numbers is sorted, and the items follow.

use alloc::vec::Vec;

/// Sorts by a number, the least first; items with the same number stay in order.
pub(crate) fn sort_by_key<T>(items: &mut Vec<T>, key: impl Fn(&T) -> u64) {
    // So it is with most lists, and moving the items costs more than a look.
    if items.is_sorted_by_key(&key) {
        return;
    }
    let keys = items.iter().map(key).zip(0usize..).collect();
    let mut slots: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(
        places(keys)
            .into_iter()
            .filter_map(|(_, place)| slots.get_mut(place).and_then(Option::take)),
    );
}

/// The one sort.
#[inline(never)]
fn places(mut keys: Vec<(u64, usize)>) -> Vec<(u64, usize)> {
    keys.sort_unstable();
    keys
}

/// Two numbers as one, the first of which counts more.
pub(crate) fn both(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// A place in a text as a number; beyond four gigabytes all are the same.
pub(crate) fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{both, sort_by_key};

    #[test]
    fn equals_stay_in_order() {
        let mut items = vec![("b", 2), ("a", 1), ("c", 1), ("d", 0)];
        sort_by_key(&mut items, |(_, number)| *number);
        assert_eq!(items, [("d", 0), ("a", 1), ("c", 1), ("b", 2)]);
        assert!(both(1, 0) > both(0, u32::MAX));
    }

    proptest::proptest! {
        #[test]
        fn sorts_as_the_library_does(numbers in proptest::collection::vec(0u64..20, 0..60)) {
            let mut items: Vec<(u64, usize)> = numbers.into_iter().zip(0..).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(number, _)| *number);
            sort_by_key(&mut items, |(number, _)| *number);
            proptest::prop_assert_eq!(items, expected);
        }
    }
}
