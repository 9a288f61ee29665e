//! Texts in which somebody's data stand beside a response: every golden text, and lines, words, members and
//! fields that have to be masked, put before, behind and into it by a seed.

pub(crate) mod carriers;
pub(crate) mod hostile;

/// Lines and words as people and programs write them; the first ones stand in lines of their own only.
const SAYINGS: &[&str] = &[
    "lastName,dateOfBirth,password\nFakeborn,1951-03-14,made-up-9",
    "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: bWFkZXVw\nS: 334 UGFzc3dvcmQ6\nC: bWFkZS11cA==",
    "Authorization: Bearer made-up-token-1",
    "Authorization: Basic bWFkZTp1cC1hZ2Fpbg==",
    "Cookie: sid=made-up-1; other=up",
    "X-Api-Key: made-up-2",
    "password: made-up-3",
    "Password: made up horse",
    "password=made-up-4",
    "the password is made-up-5, please try",
    "user made.up@example.com",
    "From: Made Up <made.up@example.com>",
    "call 401-555-0100",
    "Call (401) 555-0100 or +1 401 555 0100",
    "phone 4015550100",
    "Tel.: +49 30 5550123",
    "Fax: 404 555 0100",
    "SSN 000-12-3456",
    "SSN: 000 12 3456",
    "ssn=000123456",
    "lastName=Fakeborn",
    "lastName=[PERSON-7]",
    "firstName: Made",
    "Patient: Wilhelmina Testperson",
    "Patient name:\nWilhelmina Testperson",
    "SSN\n000-12-3456",
    "DOB: 03/14/1951",
    "born on 14 March 1951",
    "Date of birth: 1951-03-14",
    "MRN 00998877",
    "MRN: 00998877",
    "Member ID: W998877665",
    "Address: 9 Fake Rd, Columbus, OH 43004",
    "zip=43004",
    "card 4111 1111 1111 1111",
    "IBAN DE89 3704 0044 0532 0130 00",
    "from 192.0.2.1:443",
    "client 2001:db8::1",
    "device 00:00:5e:00:53:01",
    "Login failed for user 'CORP\\made.up'",
    "user CORP\\made.up",
    "C:\\Users\\madeup\\src\\x.cs",
    "/home/madeup/app.py",
    "https://made:up@example.com/?token=made-up-6",
    "curl -u made:up https://example.com",
    "Server=db;User Id=sa;Password=made-up-7;Encrypt=true",
    "INSERT INTO patient (first_name, ssn) VALUES ('Made','000123456')",
    "UPDATE patient SET last_name='Up' WHERE mrn = '0099'",
    "Key (last_name)=(Fakeborn) already exists.",
    "token eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.x",
    "key AKIAMADEUP0123456789",
    "API_KEY=made-up-8",
    "login is svc_fake / Winter2026!",
    "NI number QQ 12 34 56 C",
    "PID|1||12345||Made^Up||19510314",
    "sent d3JpdGUgdG8gYUBleGFtcGxlLmNvbSwgcGxlYXNl",
    "patient=Testperson",
    "member: Testperson",
    "caregiver=Jane Testperson",
    "user=jdoe",
    "login=jdoe",
    "INSERT INTO visit VALUES ('Jane', 'Testperson', '1951-03-14', 12)",
    "Policy #: W998877665",
    "sqlcmd -U sa -P made-up-9",
    "PGPASSWORD=made-up-9 psql",
    "at /patients/123456/visits",
    "see Patient/00998877",
    "it is 123 45 6789",
    "patient Jane Testperson called",
    "Mr. Testperson wrote",
];

/// How many of them are whole lines.
const OF_LINES: usize = 2;

/// Members of JSON.
const MEMBERS: &[&str] = &[
    "\"password\":\"made-up-1\"",
    "\"lastName\":\"Fakeborn\"",
    "\"ssn\":\"000-12-3456\"",
    "\"ssn\":123456789",
    "\"patientId\":4071",
    "\"phone\":\"401-555-0100\"",
    "\"phone\":4015550100",
    "\"dob\":\"1951-03-14\"",
    "\"email\":\"made.up@example.com\"",
    "\"auth\":{\"applicationId\":\"a\",\"applicationPassword\":\"made up\",\"accountId\":\"401\",\"userId\":\"2\"}",
    "\"patient\":{\"name\":\"Made Up\",\"memberID\":\"W998877665\",\"address\":{\"line\":[\"9 Fake Rd\"],\"city\":\"Town\"}}",
    "\"headers\":[{\"name\":\"Authorization\",\"value\":\"Bearer made-up\"}]",
    "\"note\":\"call 401-555-0100, the password is made-up-2\"",
    "\"sql\":\"UPDATE patient SET last_name='Up' WHERE mrn = '0099'\"",
    "\"ip\":\"192.0.2.1\"",
    "\"given\":[\"Made\",\"B.\"]",
    "\"patient\":\"Testperson\"",
    "\"user\":\"jdoe\"",
    "\"reference\":\"Patient/00998877\"",
];

/// Fields of a message.
const FIELDS: &[&str] = &[
    "Authorization: Bearer made-up-token-1",
    "Set-Cookie: sid=made-up; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT",
    "X-Api-Key: 4010",
    "X-Forwarded-For: 192.0.2.1, 192.0.2.2",
    "X-Session-Token: made up",
    "From: made.up@example.com",
    "X-User: CORP\\made.up",
    "X-Patient-Phone: 401-555-0100",
];

/// Numbers that look random and are the same every time.
pub(crate) struct Sequence(u64);

impl Sequence {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number, below another one.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % end.max(1)
    }

    fn one_of(&mut self, rows: &[&'static str]) -> &'static str {
        rows.get(self.below(rows.len())).copied().unwrap_or_default()
    }
}

/// Where something is put.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Put {
    Before,
    BeforeApart,
    Behind,
    BehindApart,
    /// A line between two lines.
    Between,
    /// At the end of a line.
    InLine,
    /// At the beginning of a line.
    AtLine,
    Member,
    LastMember,
    Field,
}

pub(crate) const PLACES: &[Put] = &[
    Put::Before,
    Put::BeforeApart,
    Put::Behind,
    Put::BehindApart,
    Put::Between,
    Put::InLine,
    Put::AtLine,
    Put::Member,
    Put::LastMember,
    Put::Field,
];

/// A text with something put into it; nothing where it has no place for that.
pub(crate) fn put(text: &str, place: Put, sequence: &mut Sequence) -> Option<String> {
    let sayings = match place {
        Put::InLine | Put::AtLine => SAYINGS.split_at(OF_LINES).1,
        _ => SAYINGS,
    };
    let saying = sequence.one_of(sayings);
    let lines: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let line = lines.get(sequence.below(lines.len())).copied().unwrap_or(text.len());
    let at = |at: usize, words: &str| {
        let (before, behind) = text.split_at(at);
        [before, words, behind].concat()
    };
    let before = |at: usize| text.split_at(at).0;
    Some(match place {
        Put::Before => format!("{saying}\n{text}"),
        Put::BeforeApart => format!("{saying}\n\n{text}"),
        Put::Behind => format!("{text}\n{saying}"),
        Put::BehindApart => format!("{text}\n\n{saying}"),
        Put::Between => at(line, &format!("\n{saying}")),
        Put::InLine => at(line, &format!(", {saying}")),
        Put::AtLine => {
            let start = before(line).rfind('\n').map_or(0, |end| end + 1);
            at(start, &format!("{saying} - "))
        }
        Put::Member => {
            at(text.find("{\"").map(|at| at + 1)?, &format!("{},", sequence.one_of(MEMBERS)))
        }
        Put::LastMember => {
            let end = text.rfind('}').filter(|at| before(*at).contains('"'))?;
            at(end, &format!(",{}", sequence.one_of(MEMBERS)))
        }
        Put::Field => {
            let status = text.find("HTTP/")?;
            let head = before(status);
            if !(head.is_empty() || head.ends_with('\n')) {
                return None;
            }
            let end = status + text.split_at(status).1.find('\n')?;
            let line_end = if before(end).ends_with('\r') { "\r\n" } else { "\n" };
            at(end + 1, &[sequence.one_of(FIELDS), line_end].concat())
        }
    })
}
