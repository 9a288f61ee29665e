//! Medicare Beneficiary Identifiers: eleven characters, each a letter or a digit by a fixed plan.

use core::ops::Range;

use super::form;
use crate::redact::text::Text;

const FORMS: &[&str] = &["1A*#A*#AA##", "1A*#-A*#-AA##"];

pub(super) fn find(text: Text<'_>, at: usize) -> Option<Range<usize>> {
    FORMS.iter().find_map(|plan| form(text, at, plan)).map(|end| at..end)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::redact::shape::tests::masked;

    #[test]
    fn the_plan_decides() {
        // The sample number that the programme itself prints on its specimen card.
        assert_eq!(masked(find, "MBI 1EG4TE5MK73,"), Some("1EG4TE5MK73"));
        assert_eq!(masked(find, "1EG4-TE5-MK73"), Some("1EG4-TE5-MK73"));
        for text in ["0EG4TE5MK73", "1SG4TE5MK73", "1EG4TE5MK7", "1EG4TE5MK734", "1eg4te5mk73"] {
            assert_eq!(masked(find, text), None, "{text}");
        }
    }
}
