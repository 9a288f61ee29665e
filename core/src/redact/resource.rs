//! Ids in paths and references, behind the name of a resource that is somebody: `/patients/123456/visits`,
//! `Patient/00998877`. Names of operations stay, `/Patient/$match`, and numbers that may be statuses.

use super::kind::Kind;
use super::rules::resources::resource;
use super::scan::Scanner;
use super::text::is_name;

/// The longest name of a resource.
const LONGEST_NAME: usize = 16;

/// Fewer digits alone may be a code.
const FEWEST_DIGITS: usize = 5;

/// Shorter ids with letters may be versions: `/patients/v2`.
const SHORTEST: usize = 4;

impl Scanner<'_> {
    /// The id behind the word at a place.
    pub(super) fn resource(&mut self, at: usize, end: usize) -> Option<usize> {
        let text = self.text;
        let is_long = end.saturating_sub(at) > LONGEST_NAME;
        // A type of FHIR has a capital where it begins no path; words in lower case are alternatives.
        let is_path = text.before(at) == Some(b'/');
        let is_type = text.byte(at).is_some_and(|byte| byte.is_ascii_uppercase());
        if text.byte(end) != Some(b'/') || is_long || !(is_path || is_type) {
            return None;
        }
        let kind = resource(text.slice(at..end))?;
        if kind == Kind::Id && !self.sought.ids {
            return None;
        }
        let start = end.saturating_add(1);
        let part_end = text.run(start, |byte| is_name(byte) || byte == b'.');
        let part = text.slice(start..part_end).trim_end_matches('.');
        // A place in a program: `/users/app2.js`, `/member/index.html`; and `/user/name(…)`.
        let is_file = part.contains('.') || text.byte(part_end) == Some(b'(');
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        let is_number = digits == part.len();
        let is_id = if is_number {
            digits >= FEWEST_DIGITS
        } else {
            part.len() > SHORTEST
                && digits > 0
                && part.bytes().any(|byte| byte.is_ascii_alphabetic())
        };
        (is_id && !is_file).then(|| self.emit(start..start.saturating_add(part.len()), kind))
    }
}
