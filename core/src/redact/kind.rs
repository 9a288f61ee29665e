//! What sorts of values are masked, why, and how their placeholders begin.

/// A sort of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Credentials,
    Token,
    Cookie,
    Secret,
    Key,
    Email,
    Phone,
    Ssn,
    Person,
    Date,
    Address,
    RecordNumber,
    Account,
    Ip,
    Vehicle,
    Device,
    Photo,
    Id,
}

/// What is said of a kind.
struct Row {
    kind: Kind,
    id: &'static str,
    placeholder: &'static str,
    reason: &'static str,
}

const fn row(kind: Kind, id: &'static str, placeholder: &'static str, reason: &'static str) -> Row {
    Row { kind, id, placeholder, reason }
}

/// Every kind, in the order in which they are declared.
const ROWS: &[Row] = &[
    row(Kind::Credentials, "credentials", "CREDENTIALS", "signs somebody in"),
    row(Kind::Token, "token", "TOKEN", "stands in for a sign-in"),
    row(Kind::Cookie, "cookie", "COOKIE", "can carry a session"),
    row(Kind::Secret, "secret", "SECRET", "is a password or a key"),
    row(Kind::Key, "key-material", "KEY", "is a key, a certificate or a signature"),
    row(Kind::Email, "email", "EMAIL", "is an e-mail address"),
    row(Kind::Phone, "phone", "PHONE", "is a phone or fax number"),
    row(Kind::Ssn, "ssn", "SSN", "has the form of a social security number"),
    row(Kind::Person, "person", "PERSON", "names or describes a person"),
    row(Kind::Date, "date", "DATE", "is a date in a person's life"),
    row(Kind::Address, "address", "ADDRESS", "says where a person lives"),
    row(Kind::RecordNumber, "record-number", "RECORD-NUMBER", "identifies a person's record"),
    row(Kind::Account, "account", "ACCOUNT", "identifies an account"),
    row(Kind::Ip, "ip-address", "IP", "is a network address"),
    row(Kind::Vehicle, "vehicle", "VEHICLE", "identifies a vehicle"),
    row(Kind::Device, "device", "DEVICE", "identifies a device"),
    row(Kind::Photo, "photo", "PHOTO", "is a picture or a body feature"),
    row(Kind::Id, "id", "ID", "names one call, transaction or trace"),
];

impl Kind {
    /// How many there are.
    pub(super) const COUNT: usize = ROWS.len();

    /// The name that callers see.
    pub(super) fn id(self) -> &'static str {
        self.row().map_or("", |row| row.id)
    }

    /// What stands in the brackets before the number.
    pub(super) fn placeholder(self) -> &'static str {
        self.row().map_or("", |row| row.placeholder)
    }

    /// The kind whose placeholders are of a sort.
    pub(super) fn of_placeholder(sort: usize) -> Option<Self> {
        ROWS.get(sort).map(|row| row.kind)
    }

    /// Why such a value is masked; a predicate whose subject is the value.
    pub(super) fn reason(self) -> &'static str {
        self.row().map_or("", |row| row.reason)
    }

    /// Whether the value opens a door, rather than describing a person.
    pub(super) const fn is_secret(self) -> bool {
        matches!(self, Self::Credentials | Self::Token | Self::Cookie | Self::Secret | Self::Key)
    }

    fn row(self) -> Option<&'static Row> {
        ROWS.get(self as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_row() {
        for row in ROWS {
            assert_eq!(row.kind.id(), row.id);
            let found = crate::placeholder::at(&alloc::format!("[{}-1]", row.placeholder), 0);
            assert_eq!(found.and_then(|found| Kind::of_placeholder(found.sort)), Some(row.kind));
        }
        assert_eq!(Kind::COUNT, Kind::Id as usize + 1, "a row for each");
    }
}
