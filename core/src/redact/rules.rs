//! What is masked, as tables: names of fields and members, and shapes of values.

/// What a value is, why it is masked, and what its placeholder begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kind {
    pub(super) id: &'static str,
    pub(super) placeholder: &'static str,
    pub(super) reason: &'static str,
}

const fn kind(id: &'static str, placeholder: &'static str, reason: &'static str) -> Kind {
    Kind { id, placeholder, reason }
}

pub(super) const CREDENTIALS: Kind = kind("credentials", "CREDENTIALS", "signs somebody in");
pub(super) const TOKEN: Kind = kind("token", "TOKEN", "stands in for a sign-in");
pub(super) const COOKIE: Kind = kind("cookie", "COOKIE", "can carry a session");
pub(super) const SECRET: Kind = kind("secret", "SECRET", "is a password or a key");
pub(super) const EMAIL: Kind = kind("email", "EMAIL", "is an e-mail address");
pub(super) const PHONE: Kind = kind("phone", "PHONE", "is a phone or fax number");
pub(super) const SSN: Kind = kind("ssn", "SSN", "has the form of a social security number");
pub(super) const PERSON: Kind = kind("person", "PERSON", "names or describes a person");
pub(super) const RECORD_NUMBER: Kind =
    kind("record-number", "RECORD-NUMBER", "identifies a person's record");

/// Fields of a message whose whole value is masked; lower case.
pub(super) const FIELDS: &[(&str, Kind)] = &[
    ("authorization", CREDENTIALS),
    ("proxy-authorization", CREDENTIALS),
    ("cookie", COOKIE),
    ("set-cookie", COOKIE),
    ("x-api-key", SECRET),
    ("api-key", SECRET),
    ("ocp-apim-subscription-key", SECRET),
    ("x-auth-token", TOKEN),
    ("x-forwarded-for", PERSON),
];

/// Members of JSON, elements and attributes of XML, and names of forms and queries; lower case, without
/// `_` and `-`.
pub(super) const MEMBERS: &[(&str, Kind)] = &[
    ("accesstoken", TOKEN),
    ("refreshtoken", TOKEN),
    ("idtoken", TOKEN),
    ("token", TOKEN),
    ("authtoken", TOKEN),
    ("sessionid", TOKEN),
    ("password", SECRET),
    ("passwd", SECRET),
    ("pwd", SECRET),
    ("userpassword", SECRET),
    ("applicationpassword", SECRET),
    ("clientsecret", SECRET),
    ("secret", SECRET),
    ("appsecret", SECRET),
    ("appkey", SECRET),
    ("apikey", SECRET),
    ("privatekey", SECRET),
    ("sig", SECRET),
    ("firstname", PERSON),
    ("lastname", PERSON),
    ("middlename", PERSON),
    ("givenname", PERSON),
    ("familyname", PERSON),
    ("surname", PERSON),
    ("fullname", PERSON),
    ("patientname", PERSON),
    ("dateofbirth", PERSON),
    ("birthdate", PERSON),
    ("dob", PERSON),
    ("address1", PERSON),
    ("addressline1", PERSON),
    ("streetaddress", PERSON),
    ("ssn", SSN),
    ("phone", PHONE),
    ("phonenumber", PHONE),
    ("homephone", PHONE),
    ("mobilephone", PHONE),
    ("fax", PHONE),
    ("faxnumber", PHONE),
    ("email", EMAIL),
    ("emailaddress", EMAIL),
    ("mrn", RECORD_NUMBER),
    ("medicalrecordnumber", RECORD_NUMBER),
    ("memberid", RECORD_NUMBER),
    ("medicaidnumber", RECORD_NUMBER),
    ("patientid", RECORD_NUMBER),
    ("caregivercode", RECORD_NUMBER),
];

/// How keys of well-known services begin.
pub(super) const KEY_PREFIXES: &[&str] =
    &["ghp_", "gho_", "github_pat_", "xoxb-", "xoxp-", "sk_live_", "rk_live_", "AKIA", "AIza"];

/// What a name means, whatever its capitals and joints.
pub(super) fn member(name: &str) -> Option<Kind> {
    if name.len() > 40 {
        return None;
    }
    let mut plain = name.to_ascii_lowercase();
    plain.retain(|c| c != '_' && c != '-' && c != '.');
    let own = plain.rsplit(':').next().unwrap_or(&plain);
    MEMBERS.iter().find(|(known, _)| *known == own).map(|(_, kind)| *kind)
}

/// What the field of a message means.
pub(super) fn field(name: &str) -> Option<Kind> {
    FIELDS.iter().find(|(known, _)| name.eq_ignore_ascii_case(known)).map(|(_, kind)| *kind)
}
