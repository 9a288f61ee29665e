//! The file of the packed data: a heading, the catalogue behind its length, and the index of the search.

use alloc::vec::Vec;

/// What the file begins with: another version of the program may pack in another way.
pub(crate) const HEADING: &str = concat!("respondex ", env!("CARGO_PKG_VERSION"), "\n");

/// The two parts of the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Parts<'a> {
    pub(crate) catalog: &'a [u8],
    pub(crate) index: &'a [u8],
}

/// The file of two parts; nothing where the catalogue has more than four gigabytes.
pub(crate) fn file(Parts { catalog, index }: Parts<'_>) -> Option<Vec<u8>> {
    let length = u32::try_from(catalog.len()).ok()?.to_le_bytes();
    Some([HEADING.as_bytes(), &length, catalog, index].concat())
}

/// The parts of a file that [`file`] wrote; nothing where it is another file, or broke off.
pub(crate) fn parts(file: &[u8]) -> Option<Parts<'_>> {
    let rest = file.strip_prefix(HEADING.as_bytes())?;
    let (length, rest) = rest.split_first_chunk()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    let (catalog, index) = rest.split_at_checked(length)?;
    (!index.is_empty()).then_some(Parts { catalog, index })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_come_back() {
        let written = Parts { catalog: b"ab", index: b"cde" };
        assert_eq!(file(written).as_deref().and_then(parts), Some(written));
    }

    #[test]
    fn what_breaks_off_in_front_of_the_index_or_is_another_file_has_no_parts() {
        let whole = file(Parts { catalog: b"ab", index: b"c" }).unwrap();
        for end in 0..whole.len() {
            assert_eq!(parts(&whole[..end]), None, "at {end}");
        }
        assert_eq!(parts(b"<!DOCTYPE html>"), None);
        assert_eq!(parts(&[b"respondex 9.9.9\n", &whole[HEADING.len()..]].concat()), None);
    }
}
