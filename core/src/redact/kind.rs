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
}

impl Kind {
    /// Every kind, so that placeholders can be told from words in brackets.
    pub(super) const ALL: &'static [Self] = &[
        Self::Credentials,
        Self::Token,
        Self::Cookie,
        Self::Secret,
        Self::Key,
        Self::Email,
        Self::Phone,
        Self::Ssn,
        Self::Person,
        Self::Date,
        Self::Address,
        Self::RecordNumber,
        Self::Account,
        Self::Ip,
        Self::Vehicle,
        Self::Device,
        Self::Photo,
    ];

    /// The name that callers see.
    pub(super) const fn id(self) -> &'static str {
        self.row().0
    }

    /// What stands in the brackets before the number.
    pub(super) const fn placeholder(self) -> &'static str {
        self.row().1
    }

    /// Why such a value is masked; a predicate whose subject is the value.
    pub(super) const fn reason(self) -> &'static str {
        self.row().2
    }

    /// Whether the value opens a door, rather than describing a person.
    pub(super) const fn is_secret(self) -> bool {
        matches!(self, Self::Credentials | Self::Token | Self::Cookie | Self::Secret | Self::Key)
    }

    const fn row(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Credentials => ("credentials", "CREDENTIALS", "signs somebody in"),
            Self::Token => ("token", "TOKEN", "stands in for a sign-in"),
            Self::Cookie => ("cookie", "COOKIE", "can carry a session"),
            Self::Secret => ("secret", "SECRET", "is a password or a key"),
            Self::Key => ("key-material", "KEY", "is a key, a certificate or a signature"),
            Self::Email => ("email", "EMAIL", "is an e-mail address"),
            Self::Phone => ("phone", "PHONE", "is a phone or fax number"),
            Self::Ssn => ("ssn", "SSN", "has the form of a social security number"),
            Self::Person => ("person", "PERSON", "names or describes a person"),
            Self::Date => ("date", "DATE", "is a date in a person's life"),
            Self::Address => ("address", "ADDRESS", "says where a person lives"),
            Self::RecordNumber => {
                ("record-number", "RECORD-NUMBER", "identifies a person's record")
            }
            Self::Account => ("account", "ACCOUNT", "identifies an account"),
            Self::Ip => ("ip-address", "IP", "is a network address"),
            Self::Vehicle => ("vehicle", "VEHICLE", "identifies a vehicle"),
            Self::Device => ("device", "DEVICE", "identifies a device"),
            Self::Photo => ("photo", "PHOTO", "is a picture or a body feature"),
        }
    }
}
