//! Which status SanteDB gives to which exception, as data.
//!
//! Source: santedb-restsvc `Util/HttpErrorUtility.cs` (3.x); the innermost exception decides.

/// Exception class without namespace, and the status it is answered with. Classes whose status depends
/// on more than their name stand at their usual one.
const STATUS_OF_EXCEPTION: &[(&str, u16)] = &[
    ("ArgumentException", 400),
    ("ArgumentNullException", 400),
    ("AuthenticationException", 401),
    ("DetectedIssueException", 422),
    ("DomainStateException", 503),
    ("DuplicateNameException", 409),
    ("FileNotFoundException", 404),
    ("FormatException", 400),
    ("JsonException", 400),
    ("JsonReaderException", 400),
    ("JsonSerializationException", 400),
    ("KeyNotFoundException", 404),
    ("LimitExceededException", 429),
    ("MissingMemberException", 400),
    ("NotImplementedException", 501),
    ("NotSupportedException", 405),
    ("ObjectLockedException", 423),
    ("PatchException", 409),
    ("PreconditionFailedException", 412),
    ("SecurityException", 403),
    ("UnauthorizedAccessException", 403),
    ("XmlException", 400),
];

/// The exception that is answered by 401 or 403, by its outcome.
pub(super) const POLICY_VIOLATION: &str = "PolicyViolationException";

/// The status that an exception is answered with.
pub(super) fn status_of(exception: &str) -> Option<u16> {
    STATUS_OF_EXCEPTION.iter().find(|(name, _)| *name == exception).map(|(_, status)| *status)
}

/// What kind of rule a type key names.
///
/// Source: santedb-api `BusinessRules/DetectedIssueKeys.cs`.
pub(super) fn rule_kind(key: &str) -> Option<&'static str> {
    const KINDS: &[(&str, &str)] = &[
        ("1a4ff454-f54f-11e8-8eb2-f2801f1b9fd1", "SecurityIssue"),
        ("1a4ff6f2-f54f-11e8-8eb2-f2801f1b9fd1", "FormalConstraintIssue"),
        ("1a4ff850-f54f-11e8-8eb2-f2801f1b9fd1", "CodificationIssue"),
        ("1a4ff986-f54f-11e8-8eb2-f2801f1b9fd1", "OtherIssue"),
        ("1a4ffab2-f54f-11e8-8eb2-f2801f1b9fd1", "AlreadyDoneIssue"),
        ("1a4ffcec-f54f-11e8-8eb2-f2801f1b9fd1", "InvalidDataIssue"),
        ("1a4ffe40-f54f-11e8-8eb2-f2801f1b9fd1", "BusinessRuleViolationIssue"),
        ("1a4fff6c-f54f-11e8-8eb2-f2801f1b9fd1", "SafetyConcernIssue"),
        ("a799d33d-2326-4beb-aa27-6ff82bd0e217", "PrivacyIssue"),
    ];
    KINDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(key)).map(|(_, name)| *name)
}

/// The priority of a rule in words, from the word, the letter of older versions or the number.
///
/// Source: santedb-api `DetectedIssue.cs`: Error 1, Warning 2, Information 4.
pub(super) fn priority(text: &str) -> Option<&'static str> {
    const PRIORITIES: &[(&str, &[&str])] = &[
        ("Error", &["Error", "E", "1"]),
        ("Warning", &["Warning", "W", "2"]),
        ("Information", &["Information", "I", "4"]),
    ];
    PRIORITIES.iter().find(|(_, spellings)| spellings.contains(&text)).map(|(word, _)| *word)
}

/// The outcome of a policy in words; numbers come from the plain-text answers.
///
/// Source: santedb-model `SecurityPolicy.cs`: Deny 0, Elevate 1, Grant 2.
pub(super) fn policy_outcome(text: &str) -> &str {
    match text {
        "0" => "Deny",
        "1" => "Elevate",
        "2" => "Grant",
        other => other,
    }
}
