//! What is masked, as tables: names of fields and members, what lies around them, and fixed phrases.
//!
//! To mask another name, add it to the table of its kind; nothing else has to change.

use backward::Reading;

use super::kind::Kind;

pub(super) mod around;
mod backward;
pub(super) mod hl7;
mod identifiers;
mod ids;
pub(super) mod introductions;
mod labels;
mod personal;
pub(super) mod phrases;
pub(super) mod resources;
mod roles;
pub(super) mod said;
mod secrets;

/// Where a name must stand for its value to be masked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Also in running text: `password: …`.
    Anywhere,
    /// Where a program wrote it: a quoted name, an element, an attribute, before `=`, at the start of a line.
    Structure,
}

/// What a value must be like, where the name alone does not decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Check {
    Any,
    /// At least one digit: a date, a number; never the word that says one is missing.
    Digit,
    /// As `Digit` in running text; in a structure anything.
    DigitInText,
    /// Letters and digits, and many of them: no state, no count.
    Made,
    /// More than 200 characters of base64.
    Base64,
    /// A number with a decimal point, as coordinates have.
    Decimal,
    /// Letters and digits in running text; in a structure anything.
    MadeInText,
    /// More than 89 years: Safe Harbor lets younger ages stay.
    HighAge,
    /// Anything but a number of a few digits, which may be a code; in running text at least one digit.
    NoCode,
    /// As `NoCode`, and no plain number at all.
    NoNumber,
    /// Words that can be a name: letters, each word with a capital, and none of a message.
    PersonName,
    /// What somebody signs in as: no word of a message, no role, no number that may be a code.
    Login,
}

/// A plain number of fewer digits may be a code.
const FEWEST_DIGITS: usize = 5;

/// What the sign `#` behind a label stands for.
pub(super) const NUMBER: &str = "number";

/// Which tables count.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sought {
    /// Those of ids, which name no person, as well.
    pub(super) ids: bool,
}

impl Sought {
    /// What a value is that only the tables of ids know.
    pub(super) fn id(self, name: &Name<'_>) -> Option<Rule> {
        if self.ids { name.id() } else { None }
    }

    /// What the value behind a name is.
    pub(super) fn member(self, name: &str) -> Option<Rule> {
        let known = Name::of(name)?;
        known.member().or_else(|| self.id(&known))
    }

    /// What a value is that has its name beside it.
    pub(super) fn named(self, name: &str) -> Option<Rule> {
        named(name).or_else(|| self.id(&Name::of(name)?))
    }

    /// What the value behind a label is: its words without the gaps are a name.
    pub(super) fn label(self, words: &str) -> Option<Rule> {
        let mut label = Label::default();
        // `Policy #`, as headings have it.
        let words = match words.trim_end().strip_suffix('#') {
            Some(words) => {
                label.before(NUMBER);
                words
            }
            None => words,
        };
        label.before(words);
        label.rule(self)
    }
}

/// What to do with the value behind a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) kind: Kind,
    pub(super) place: Place,
    pub(super) check: Check,
}

impl Rule {
    /// A rule for a value that its surroundings name.
    pub(super) const fn in_structure(kind: Kind) -> Self {
        Self { kind, place: Place::Structure, check: Check::Any }
    }

    pub(super) const fn any_of(kind: Kind) -> Self {
        Self { kind, place: Place::Anywhere, check: Check::Any }
    }

    /// Whether the name says who somebody is, and not what the value is.
    fn is_of_role(self) -> bool {
        matches!(self.check, Check::PersonName | Check::Login)
    }

    /// What a value is that the rule allows: somebody's number may stand where names do.
    pub(super) fn kind_of(self, value: &str) -> Kind {
        let is_number = self.check == Check::PersonName && roles::is_record_number(value);
        if is_number { Kind::RecordNumber } else { self.kind }
    }

    /// Whether the value of a name is one to mask.
    pub(super) fn allows(self, value: &str, is_structure: bool) -> bool {
        let value = value.trim();
        let has_digit = value.bytes().any(|byte| byte.is_ascii_digit());
        let is_keyword = matches!(value, "null" | "true" | "false" | "None" | "undefined")
            // Of a browser's `fetch`: `credentials: "include"`.
            || (self.kind == Kind::Credentials
                && matches!(value, "include" | "omit" | "same-origin" | "new"))
            // `providerName="System.Data.SqlClient"`
            || (self.kind == Kind::Person
                && value.split('.').count() > 2
                && value.split('.').all(|part| part.len() > 2 && !part.contains(' ')));
        if value.is_empty() || is_keyword || said::is_validation(value) {
            return false;
        }
        match self.check {
            Check::Any => true,
            Check::Digit => has_digit,
            Check::DigitInText => is_structure || has_digit,
            Check::Decimal => has_digit && value.contains('.'),
            Check::MadeInText => {
                is_structure || has_digit && value.bytes().any(|byte| byte.is_ascii_alphabetic())
            }
            Check::Made => {
                /// Shorter ones may be versions or names.
                const SHORTEST: usize = 8;
                value.len() >= SHORTEST
                    && has_digit
                    && value.bytes().any(|byte| byte.is_ascii_alphabetic())
                    && !value.contains(' ')
            }
            Check::Base64 => {
                value.len() > 200
                    && value
                        .bytes()
                        .all(|byte| super::text::is_token(byte) || matches!(byte, b'\\' | b'%'))
            }
            Check::NoCode | Check::NoNumber => {
                let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
                let is_long = value.len() >= FEWEST_DIGITS && self.check == Check::NoCode;
                (!is_number || is_long) && (is_structure || has_digit)
            }
            Check::PersonName => roles::is_person_name(value) || roles::is_record_number(value),
            Check::Login => roles::is_login(value),
            Check::HighAge => value.parse::<u8>().is_ok_and(|age| (90..=130).contains(&age)),
        }
    }
}

/// Names that share a rule; lower case, without `_` and `-`.
pub(super) struct Group {
    rule: Rule,
    names: &'static [&'static str],
    /// Endings of longer names: `homephone` by `phone`. They count only in a structure.
    endings: &'static [&'static str],
}

const fn group(
    kind: Kind,
    place: Place,
    check: Check,
    names: &'static [&'static str],
    endings: &'static [&'static str],
) -> Group {
    Group { rule: Rule { kind, place, check }, names, endings }
}

const GROUPS: &[&[Group]] =
    &[secrets::GROUPS, personal::GROUPS, identifiers::GROUPS, roles::GROUPS];

/// Names that end like a secret and are none.
const KEPT: &[&str] = &[
    "pagetoken",
    "nextpagetoken",
    "continuationtoken",
    "skiptoken",
    "synctoken",
    "invalidtoken",
    "canceltoken",
    "forgotpassword",
    "resetpassword",
    "changepassword",
    "publickey",
    "primarykey",
    "foreignkey",
    "cachekey",
    "sortkey",
    "partitionkey",
    "routingkey",
    "surrogatekey",
    "idempotencykey",
];

/// No name in a table is longer.
const LONGEST_NAME: usize = 48;

/// A name without its capitals and joints. It is read at every name of a text, so it is not allocated.
#[derive(Debug)]
pub(super) struct Plain {
    bytes: [u8; LONGEST_NAME],
    length: usize,
}

impl Plain {
    pub(super) fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..self.length).unwrap_or_default();
        core::str::from_utf8(bytes).unwrap_or_default()
    }
}

/// A name without its capitals and joints; nothing for one too long to be in a table.
pub(super) fn plain(name: &str) -> Option<Plain> {
    if name.len() > LONGEST_NAME {
        return None;
    }
    let mut plain = Plain { bytes: [0; LONGEST_NAME], length: 0 };
    let letters = name.bytes().filter(|byte| !matches!(byte, b'_' | b'-'));
    for (place, byte) in plain.bytes.iter_mut().zip(letters) {
        *place = byte.to_ascii_lowercase();
        plain.length = plain.length.saturating_add(1);
    }
    Some(plain)
}

/// A name as it is written, looked up once.
#[derive(Debug)]
pub(super) struct Name<'n> {
    written: &'n str,
    reading: Reading,
}

impl<'n> Name<'n> {
    /// Nothing for a name too long to be in a table.
    pub(super) fn of(written: &'n str) -> Option<Self> {
        Some(Self { written, reading: Reading::of(written)? })
    }

    /// What the value of a message's field of this name is; fields are masked whole.
    pub(super) fn field(&self) -> Option<Kind> {
        if let Some(rest) = strip(self.written, &["http_"]) {
            return Self::of(rest)?.field();
        }
        let known = self.reading.whole().and_then(|meaning| meaning.field);
        known.or_else(|| {
            let own = Reading::of(strip(self.written, &["x-", "x_"])?)?;
            own.field_ending().filter(|_| !own.ends_kept())
        })
    }

    /// What the value of a member, a parameter or an element of this name is.
    pub(super) fn member(&self) -> Option<Rule> {
        let whole = self.reading.whole();
        let is_kept = whole.is_some_and(|meaning| meaning.is_kept);
        let ending = || self.reading.member_ending().filter(|_| !is_kept);
        whole.and_then(|meaning| meaning.member).or_else(ending)
    }

    /// What the value is if it names a call.
    fn id(&self) -> Option<Rule> {
        let whole = self.reading.whole().and_then(|meaning| meaning.id);
        whole.or_else(|| self.reading.id_ending())
    }
}

/// What the value behind a name is.
pub(super) fn member(name: &str) -> Option<Rule> {
    Name::of(name)?.member()
}

/// A label whose words are read from the last one on.
#[derive(Debug)]
pub(super) struct Label {
    reading: Reading,
    length: usize,
}

impl Default for Label {
    fn default() -> Self {
        Self { reading: Reading::new(), length: 0 }
    }
}

impl Label {
    /// Reads what stands before the words that were read; whether a label can still go on.
    pub(super) fn before(&mut self, words: &str) -> bool {
        self.length = self.length.saturating_add(words.len());
        let mut bytes = words.bytes().rev().filter(|byte| !matches!(byte, b' ' | b'.' | b'\''));
        self.length <= LONGEST_NAME && bytes.all(|byte| self.reading.take(byte))
    }

    /// What the value is, if the words so far are a label.
    pub(super) fn rule(&self, sought: Sought) -> Option<Rule> {
        let meaning = self.reading.whole().filter(|_| self.length <= LONGEST_NAME)?;
        let id = meaning.id.filter(|_| sought.ids);
        // Words for roles stand before much else in a sentence: `Policy Login (1.3.6…)`.
        let member = meaning.member.filter(|rule| !rule.is_of_role());
        meaning.label.map(Rule::any_of).or(member).or(id)
    }
}

/// Whether a word is a role or a state, where somebody could be named.
pub(super) fn is_nobody(word: &str) -> bool {
    roles::is_nobody(word)
}

/// Whether a word labels a value only where people write.
pub(super) fn is_label(word: &str) -> bool {
    labels::LABELS.iter().any(|(known, _)| known.eq_ignore_ascii_case(word))
}

/// What the value of a message's field is, by its name as it is written.
pub(super) fn field(name: &str) -> Option<Kind> {
    Name::of(name)?.field()
}

/// What a value is that has its name beside it.
pub(super) fn named(name: &str) -> Option<Rule> {
    let known = Name::of(name)?;
    let member = || known.member().or_else(|| variable(name));
    known.field().map(Rule::any_of).or_else(member)
}

/// What a variable of an environment holds, where only its last word tells.
pub(super) fn variable(name: &str) -> Option<Rule> {
    let is_variable = !name.bytes().any(|byte| byte.is_ascii_lowercase());
    let (_, kind) =
        secrets::VARIABLE_ENDINGS.iter().find(|(end, _)| is_variable && name.ends_with(end))?;
    (!Reading::of(name)?.ends_kept()).then_some(Rule::in_structure(*kind))
}

/// A name without its beginning, whatever its capitals.
fn strip<'n>(name: &'n str, beginnings: &[&str]) -> Option<&'n str> {
    beginnings.iter().find_map(|beginning| {
        let (head, rest) = name.split_at_checked(beginning.len())?;
        head.eq_ignore_ascii_case(beginning).then_some(rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_plain_and_stands_once() {
        let mut seen = alloc::collections::BTreeSet::new();
        for name in GROUPS.iter().copied().flatten().flat_map(|group| group.names) {
            assert_eq!(plain(name).expect("names of tables are short").as_str(), *name);
            assert!(seen.insert(*name), "{name} stands twice");
        }
    }

    #[test]
    fn fields_that_somebody_made_up_are_known_by_their_ending() {
        for name in ["X-Auth", "x-acme-key", "X-Acme-Client-Secret", "HTTP_X_AUTH", "HTTP_COOKIE"] {
            assert!(field(name).is_some(), "{name}");
        }
        for name in ["X-Idempotency-Key", "xAxisKey", "Surrogate-Key", "X-Request-Id", "X-Author"] {
            assert_eq!(field(name), None, "{name}");
        }
        assert!(variable("ACME_KEY").is_some());
        for name in ["PRIMARY_KEY", "acme_key", "COMPASS", "KEY"] {
            assert_eq!(variable(name), None, "{name}");
        }
    }

    #[test]
    fn longer_names_are_known_by_their_ending() {
        assert_eq!(member("newpassword").map(|rule| rule.kind), Some(Kind::Secret));
        assert_eq!(member("caregiverfirstname").map(|rule| rule.kind), Some(Kind::Person));
        for name in ["tokentype", "nextpagetoken", "code", "status", "responsecode", "errorid"] {
            assert_eq!(member(name), None, "{name}");
        }
    }
}
