//! Social security numbers with their separators; without them only a field's name can tell.

use core::ops::Range;

use super::form;
use crate::redact::text::Text;

/// The second is the national insurance number of the United Kingdom.
const FORMS: &[&str] = &["###-##-####", "@@ ## ## ## @"];

/// Those that only their name tells: of the United States, of the NHS, of Germany (taxes, pensions), of France.
const NAMED: &[&str] = &[
    "### ## ####",
    "### ### ####",
    "## ### ### ###",
    "## ###### @ ###",
    "# ## ## ## ### ### ##",
    "############# ##",
];

pub(super) fn find(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    // Those that begin with 9 are tax numbers or invented; masked all the same.
    FORMS.iter().find_map(|known| form(text, at, known)).map(|end| at..end)
}

/// Where a number behind its name ends, whose groups may stand apart.
pub(in crate::redact) fn named(text: Text<'_>, at: usize) -> Option<usize> {
    NAMED.iter().find_map(|known| form(text, at, known))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::redact::shape::tests::masked;

    #[test]
    fn only_numbers_with_separators() {
        assert_eq!(masked(find, "ssn 000-12-3456."), Some("000-12-3456"));
        assert_eq!(masked(find, "NI number QQ 12 34 56 C."), Some("QQ 12 34 56 C"));
        for text in ["000123456", "4010-12-3456", "000-12-34567", "2026-01-08", "000-12-3456-7"] {
            assert_eq!(masked(find, text), None, "{text}");
        }
    }
}
