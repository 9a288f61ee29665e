//! What is masked, what must never be, and what holds for any text.

#![expect(clippy::unwrap_used, reason = "a test that stops says why")]

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use respondex_core::{Catalog, DecodeOptions, decode, redact};

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(redact(text).text, expected);
}

#[track_caller]
fn keeps(text: &str) {
    check(text, text);
}

#[test]
fn fields_are_masked_whole_wherever_a_paste_holds_them() {
    check("Authorization: Basic dXNlcjpwYXNz\nHost: x", "Authorization: [CREDENTIALS-1]\nHost: x");
    check("Set-Cookie: a=b; Path=/\r\nDate: x", "Set-Cookie: [COOKIE-1]\r\nDate: x");
    check(
        "> Authorization: Digest username=\"made\", nonce=\"a\", response=\"b\"\n> Accept: */*",
        "> Authorization: [CREDENTIALS-1]\n> Accept: */*",
    );
    check("< set-cookie: id=made-up\n< HTTP/2 401 ", "< set-cookie: [COOKIE-1]\n< HTTP/2 401 ");
    check("  Cookie: a=b\n  Host: x", "  Cookie: [COOKIE-1]\n  Host: x");
    check("* [HTTP/2] [1] [x-api-key: made-up]\n", "* [HTTP/2] [1] [x-api-key: [SECRET-1]]\n");
    check(
        "Authorization: AWS4-HMAC-SHA256 Credential=made/up,\r\n Signature=0a\r\nHost: x",
        "Authorization: [CREDENTIALS-1]\r\nHost: x",
    );
    check(
        "curl -H 'Authorization: Bearer abc' -H \"X-Auth-Token: made up\" x",
        "curl -H 'Authorization: [CREDENTIALS-1]' -H \"X-Auth-Token: [TOKEN-1]\" x",
    );
    check(
        r#"{"Authorization":"Bearer abc","Set-Cookie":["a=b","c=d"],"status":401}"#,
        r#"{"Authorization":"[CREDENTIALS-1]","Set-Cookie":["[COOKIE-1]","[COOKIE-2]"],"status":401}"#,
    );
    check(
        r#"{"raw":"GET / HTTP/1.1\r\nCookie: a=\"b\"; c=d\r\nHost: x"}"#,
        r#"{"raw":"GET / HTTP/1.1\r\nCookie: [COOKIE-1]\r\nHost: x"}"#,
    );
    check(
        "sent Authorization: Bearer abc and got 401",
        "sent Authorization: [CREDENTIALS-1] and got 401",
    );
    check("headers.set(\"X-Api-Key\", \"made up\")", "headers.set(\"X-Api-Key\", \"[SECRET-1]\")");
    check("{Ocp-Apim-Subscription-Key=[made up]}", "{Ocp-Apim-Subscription-Key=[[SECRET-1]]}");
    check("X-Forwarded-For: 192.0.2.1, 192.0.2.2", "X-Forwarded-For: [IP-1]");
}

#[test]
fn names_and_values_that_stand_apart_are_read_together() {
    check(
        r#"{"name":"Authorization","value":"Bearer abc"},{"name":"Host","value":"x"}"#,
        r#"{"name":"Authorization","value":"[CREDENTIALS-1]"},{"name":"Host","value":"x"}"#,
    );
    check(
        r#"{"value":"made up","key":"x-api-key"},{"key":"Accept","value":"a"}"#,
        r#"{"value":"[SECRET-1]","key":"x-api-key"},{"key":"Accept","value":"a"}"#,
    );
    check(
        r#"<add key="Password" value="made up"/>"#,
        r#"<add key="Password" value="[SECRET-1]"/>"#,
    );
    check(
        r#"{"field":"lastName","message":"must not be empty","rejectedValue":"Up"}"#,
        r#"{"field":"lastName","message":"must not be empty","rejectedValue":"[PERSON-1]"}"#,
    );
    check(
        "Content-Disposition: form-data; name=\"password\"\r\n\r\nmade up\r\n--b",
        "Content-Disposition: form-data; name=\"password\"\r\n\r\n[SECRET-1]\r\n--b",
    );
}

#[test]
fn secrets_are_masked_by_name() {
    check(
        r#"{"access_token":"made.up","token_type":"bearer"}"#,
        r#"{"access_token":"[TOKEN-1]","token_type":"bearer"}"#,
    );
    check(
        r#"{"auth":{"applicationId":"a1","applicationPassword": "hunter2","accountId":7,"userId":"u"}}"#,
        r#"{"auth":{"applicationId":"[ACCOUNT-1]","applicationPassword": "[SECRET-1]","accountId":"[ACCOUNT-2]","userId":"[ACCOUNT-3]"}}"#,
    );
    check(
        "<AppName>n</AppName><AppSecret>abc</AppSecret><AppKey>def</AppKey>",
        "<AppName>n</AppName><AppSecret>[SECRET-1]</AppSecret><AppKey>[SECRET-2]</AppKey>",
    );
    check(
        "<wsse:Password Type=\"x#PasswordText\">a&lt;b</wsse:Password>",
        "<wsse:Password Type=\"x#PasswordText\">[SECRET-1]</wsse:Password>",
    );
    check("<Password><![CDATA[a<b]]></Password>", "<Password><![CDATA[[SECRET-1]]]></Password>");
    check(
        "<ds:SignatureValue>bWFk\nZQ==</ds:SignatureValue><X509Certificate>bWFk</X509Certificate>",
        "<ds:SignatureValue>[KEY-1]</ds:SignatureValue><X509Certificate>[KEY-2]</X509Certificate>",
    );
    check("&lt;Password&gt;x&lt;/Password&gt;", "&lt;Password&gt;[SECRET-1]&lt;/Password&gt;");
    check(
        r"\u003cPassword\u003emade up\u003c/Password\u003e",
        r"\u003cPassword\u003e[SECRET-1]\u003c/Password\u003e",
    );
    check(
        "grant_type=password&password=p%40ss,w)ord&client_id=x",
        "grant_type=password&password=[SECRET-1]&client_id=x",
    );
    check("user%5Bpassword%5D=x&a=b", "user%5Bpassword%5D=[SECRET-1]&a=b");
    check(
        "Server=db;User Id=sa;Password=a,b;Encrypt=true",
        "Server=db;User Id=sa;Password=[SECRET-1];Encrypt=true",
    );
    check(
        "AccountKey=bWFkZQ==;SharedAccessKey=bWE=",
        "AccountKey=[SECRET-1];SharedAccessKey=[SECRET-2]",
    );
    check("curl -u made:up https://example.com", "curl -u [CREDENTIALS-1] https://example.com");
    check(
        "https://made:up@example.com/?sig=a%2Fb&v=1#access_token=c",
        "https://[CREDENTIALS-1]@example.com/?sig=[KEY-1]&v=1#access_token=[TOKEN-1]",
    );
    check("/cb?code=made&state=up", "/cb?code=[TOKEN-1]&state=up");
    check("/cb?state=up&code=made", "/cb?state=up&code=[TOKEN-1]");
    check("password: hunter2\n", "password: [SECRET-1]\n");
}

#[test]
fn escaped_texts_are_read_at_their_depth() {
    check(r#""{\"password\":\"a\",\"code\":1}""#, r#""{\"password\":\"[SECRET-1]\",\"code\":1}""#);
    check(
        r#"\\\"password\\\":\\\"a\\\",\\\"b\\\""#,
        r#"\\\"password\\\":\\\"[SECRET-1]\\\",\\\"b\\\""#,
    );
    check(
        "&quot;password&quot;:&quot;a&quot;,&quot;b&quot;",
        "&quot;password&quot;:&quot;[SECRET-1]&quot;,&quot;b&quot;",
    );
    check(r"\u0022password\u0022:\u0022a\u0022,", r"\u0022password\u0022:\u0022[SECRET-1]\u0022,");
    check(r"password\u003da\u0026b=c", r"password\u003d[SECRET-1]\u0026b=c");
    check("%7B%22password%22%3A%22a%22%7D", "%7B%22password%22%3A%22[SECRET-1]%22%7D");
}

#[test]
fn secrets_are_masked_by_shape() {
    check("token is eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.x!", "token is [TOKEN-1]!");
    check(
        "WWW-Authenticate: Bearer realm=\"api\", error=\"invalid_token\", error_description=\"eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.x expired\"",
        "WWW-Authenticate: Bearer realm=\"api\", error=\"invalid_token\", error_description=\"[TOKEN-1] expired\"",
    );
    check("with ghp_madeUp0123456789,", "with [SECRET-1],");
    check(
        "-----BEGIN PRIVATE KEY-----\nbWFkZSB1cA==\n-----END PRIVATE KEY-----\nHTTP/1.1 401 No",
        "[KEY-1]\nHTTP/1.1 401 No",
    );
    check("data:image/png;base64,iVBORw0KGgo=", "data:image/png;base64,[PHOTO-1]");
}

#[test]
fn personal_data_are_masked() {
    check(
        r#"{"firstName":"Made","last_name":"Up","code":4071}"#,
        r#"{"firstName":"[PERSON-1]","last_name":"[PERSON-2]","code":4071}"#,
    );
    check(
        r#"{"resourceType":"Patient","name":[{"family":"Up","given":["Made","B."],"text":"Made B. Up"}],"gender":"other"}"#,
        r#"{"resourceType":"Patient","name":[{"family":"[PERSON-1]","given":["[PERSON-2]","[PERSON-3]"],"text":"[PERSON-4]"}],"gender":"other"}"#,
    );
    check(
        r#"{"identifier":[{"system":"urn:oid:1.2.3","value":"12345"}],"telecom":[{"system":"phone","value":"555-0100"}],"birthDate":"1990-01-02"}"#,
        r#"{"identifier":[{"system":"urn:oid:1.2.3","value":"[RECORD-NUMBER-1]"}],"telecom":[{"system":"phone","value":"[PHONE-1]"}],"birthDate":"[DATE-1]"}"#,
    );
    check(
        r#"{"address":[{"line":["1 Made Up Street"],"city":"Example","state":"RI","postalCode":"02860"}]}"#,
        r#"{"address":[{"line":["[ADDRESS-1]"],"city":"[ADDRESS-2]","state":"RI","postalCode":"[ADDRESS-3]"}]}"#,
    );
    check(
        "<name><family value=\"Up\"/></name><birthDate value=\"1990\"/>",
        "<name><family value=\"[PERSON-1]\"/></name><birthDate value=\"[DATE-1]\"/>",
    );
    check("write to made.up@example.com, please", "write to [EMAIL-1], please");
    check("call (401) 555-0100 or 401-555-0101", "call [PHONE-1] or [PHONE-2]");
    check("ssn 000-12-3456.", "ssn [SSN-1].");
    check(r#"{"ssn":"000123456","phone":4015550100}"#, r#"{"ssn":"[SSN-1]","phone":"[PHONE-1]"}"#);
    check("<MRN>12345</MRN>", "<MRN>[RECORD-NUMBER-1]</MRN>");
    check("card 1EG4TE5MK73", "card [RECORD-NUMBER-1]");
    check("refused from 192.0.2.1:443 and 2001:db8::1", "refused from [IP-1]:443 and [IP-2]");
    check(r#"{"age":93}{"age":42}"#, r#"{"age":"[DATE-1]"}{"age":42}"#);
    check(
        r#"{"licensePlate":"MADE-UP","deviceSerial":"1"}"#,
        r#"{"licensePlate":"[VEHICLE-1]","deviceSerial":"[DEVICE-1]"}"#,
    );
}

#[test]
fn dates_of_any_form_are_masked_behind_their_name() {
    for date in ["1990-01-02", "01/02/1990", "2 Jan 1990", "January 2, 1990", "19900102"] {
        check(&format!("DOB: {date}\n"), "DOB: [DATE-1]\n");
        check(&format!("{{\"AdmissionDate\":\"{date}\"}}"), "{\"AdmissionDate\":\"[DATE-1]\"}");
    }
    check("dob: 1990-01-02 401", "dob: [DATE-1] 401");
}

#[test]
fn a_number_that_is_masked_leaves_json_behind() {
    let text = r#"{"patientId":123,"ids":{"memberId":[1,2]},"responseMessage":"Recipient not found","responseCode":4071}"#;
    let once = redact(text).text;
    assert!(serde_json::from_str::<serde_json::Value>(&once).is_ok(), "{once}");
    check(r#""{\"accountId\":7}""#, r#""{\"accountId\":\"[ACCOUNT-1]\"}""#);
}

#[test]
fn a_secret_is_masked_where_a_message_repeats_it() {
    check(
        "Authorization: Bearer madeup0123\n\n{\"message\":\"madeup0123 is unknown\"}",
        "Authorization: [CREDENTIALS-1]\n\n{\"message\":\"[CREDENTIALS-1] is unknown\"}",
    );
    check("password=Unauthorized&a=b Unauthorized", "password=[SECRET-1]&a=b Unauthorized");
    check("password=4010&a=b 4010", "password=[SECRET-1]&a=b 4010");
}

#[test]
fn users_in_messages_are_masked_and_nobody_is_not() {
    check(
        "(1.3.6.1.4) was violated by 'made.up' with outcome 'Deny'",
        "(1.3.6.1.4) was violated by '[PERSON-1]' with outcome 'Deny'",
    );
    check(
        r#"{"message":"Object Locked by Made Up","x":1}"#,
        r#"{"message":"Object Locked by [PERSON-1]","x":1}"#,
    );
    keeps(
        "Policy Login (1.3.6.1.4.1.33349.3.1.5.9.2.1) was violated by 'ANONYMOUS' with outcome 'Elevate'",
    );
    keeps("was violated by 'SYSTEM'");
}

#[test]
fn segments_of_hl7_lose_the_person_and_keep_the_answer() {
    check(
        "MSH|^~\\&|A|B|C|D|20200101||ACK\rPID|1||123^^^X||Up^Made||19900102|M|||1 Street^^Example||555-0100\rMSA|AE|1|bad\rERR|||207^x\r",
        "MSH|^~\\&|A|B|C|D|20200101||ACK\rPID|1||[RECORD-NUMBER-1]||[PERSON-1]||[DATE-1]|M|||[ADDRESS-1]||[PHONE-1]\rMSA|AE|1|bad\rERR|||207^x\r",
    );
    check(r"NK1|1|Up^Made||Street\rMSA|AE", r"NK1|1|[PERSON-1]||[ADDRESS-1]\rMSA|AE");
}

#[test]
fn the_same_value_gets_the_same_placeholder() {
    let redaction = redact("a@example.com b@example.com a@example.com");
    assert_eq!(redaction.text, "[EMAIL-1] [EMAIL-2] [EMAIL-1]");
    assert_eq!(redaction.masked.iter().map(|masked| masked.count).collect::<Vec<_>>(), [2, 1]);
    check("[EMAIL-1] and a@example.com", "[EMAIL-1] and [EMAIL-2]");
    let flood = (0..3_000).map(|number| format!("a{number}@example.com")).collect::<Vec<_>>();
    assert_eq!(redact(&flood.join(" ")).masked.len(), 3_000);
}

#[test]
fn what_explains_a_response_is_never_masked() {
    for text in [
        "HTTP/1.1 401 Unauthorized\nRetry-After: 120\nDate: Thu, 27 Aug 2020 20:39:09 GMT",
        r#"{"successful":false,"responseMessage":"Recipient not found","responseCode":4071}"#,
        "<RES><Code>400</Code><Message>Record already exists</Message></RES>",
        "4070-4077, 4010 and 5010",
        "Policy Login (1.3.6.1.4.1.33349.3.1.5.9.2.1) was violated",
        r#"{"path":"/customers","timestamp":"2026-01-08T12:00:00Z","error":"Bad Request"}"#,
        "X-GeneratedOn: 2020-08-27T16:39:09.4334858-04:00\nX-PoweredBy: SanteDB 3.0.1.2",
        "WWW-Authenticate: Bearer realm=\"api\", error=\"invalid_token\", scope=\"a b\"",
        r#"{"error":"invalid_token","tokenType":"Bearer","nextPageToken":"x"}"#,
        "Validation failed for field 'password': must not be empty",
        r#"{"errors":{"FirstName":["The field is required."],"Password":["Too short."]}}"#,
        r#"{"traceId":"00-1a4ff6f2f54f11e88eb2f2801f1b9fd1-01","id":"1a4ff6f2-f54f-11e8-8eb2-f2801f1b9fd1"}"#,
        "Validation failure occurred on line: 1 Product Code is mandatory",
        r#"{"line":1,"column":5,"message":"Unexpected token < in JSON"}"#,
        "/cb?code=4071&state=up and ?code=made",
        "Age: 95\nContent-Type: application/fhir+json; fhirVersion=4.0",
        "<ErrorID>42</ErrorID><Address/>",
        "urn:oid:1.2.3.4 std::fmt 12:00:00",
    ] {
        keeps(text);
    }
}

#[test]
fn no_wording_of_the_catalogue_is_masked() {
    for entry in Catalog::builtin().entries() {
        let wire = &entry.wire;
        let words = [wire.phrase, wire.result, wire.message];
        for word in words.into_iter().flatten().chain(wire.aliases.iter().copied()) {
            keeps(word);
            let code = entry.code;
            keeps(&format!("HTTP/1.1 {code} {word}\n"));
            keeps(&format!("{{\"responseMessage\":\"{word}\",\"responseCode\":{code}}}"));
            keeps(&format!("<RES><Code>{code}</Code><Message>{word}</Message></RES>"));
        }
    }
}

fn golden_texts() -> Vec<PathBuf> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden")];
    let mut texts = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "txt") {
                texts.push(path);
            }
        }
    }
    texts
}

#[test]
fn every_golden_text_is_decoded_alike_before_and_after() {
    let texts = golden_texts();
    for file in &texts {
        let text = std::fs::read_to_string(file).unwrap();
        let said = |text: &str| {
            let decoding = decode(Catalog::builtin(), text, &DecodeOptions::default());
            let of = |response: &respondex_core::decode::DecodedResponse| {
                let findings = response.findings.iter();
                let codes = findings.map(|found| (found.code, found.vendor)).collect::<Vec<_>>();
                let vendor = response.vendor.as_ref().map(|vendor| vendor.id);
                (codes, vendor, response.advice.clone())
            };
            decoding.responses.iter().map(of).collect::<Vec<_>>()
        };
        let once = redact(&text).text;
        assert_eq!(said(&text), said(&once), "{}", file.display());
        assert_eq!(redact(&once).text, once, "{}", file.display());
    }
    assert!(texts.len() >= 100, "only {} texts were compared", texts.len());
}

#[test]
fn hostile_texts_of_two_megabytes_come_to_an_end() {
    const SIZE: usize = 2_000_000;
    for part in [
        "a@",
        "a.a@",
        "a.",
        "eyJ.",
        "eyJa",
        "\"password\":",
        "password=",
        "dob=",
        "code=",
        "zip=[",
        "zip=",
        "\"",
        "'",
        "\\",
        "\\\"",
        "&quot;",
        "<",
        "<a ",
        "<Password>",
        "<zip><![CDATA[",
        "&lt;a&gt;",
        "7",
        "7.",
        "1:",
        "://",
        "://a",
        "{",
        "[",
        "}{",
        "\"value\":\"",
        "\"name\":\"",
        "name='a' value='",
        "-----BEGIN A-----",
        "-",
        " -u",
        "authorization:",
        "\nCookie: a",
        "Object Locked by ",
        "PID|",
        "\nPID|\\",
        "%40",
        "\\n",
        "by for user '",
        "Bearer ",
        "\"given\":[",
        "state=a&",
        "ghp_",
        "[TOKEN-1]",
        "[TOKEN-",
        "data:image/",
        "ü",
        " ",
        "password: ",
    ] {
        let text = part.repeat(SIZE / part.len());
        let once = redact(&text);
        assert!(once.text.len() <= text.len() * 16, "{part}");
    }
}

/// Where somebody's secret can stand; `@` is its place.
const CARRIERS: &[&str] = &[
    "HTTP/1.1 401 No\r\nAuthorization: Bearer @\r\n\r\n{}",
    "> Authorization: Basic @\n> Host: x\n",
    "< Set-Cookie: id=@; Path=/\n",
    "  X-Api-Key: @\n  Host: x\n",
    "curl -H 'Authorization: Token @' https://example.com\n",
    "curl -u made:@ https://example.com\n",
    "{\"name\":\"Authorization\",\"value\":\"@\"}",
    "{\"value\":\"@\",\"key\":\"api-key\"}",
    "{\"password\":\"@\",\"a\":1}",
    "{\"client_secret\" : \"@\"}",
    "\"{\\\"password\\\":\\\"@\\\",\\\"a\\\":1}\"",
    "\"\\\"{\\\\\\\"access_token\\\\\\\":\\\\\\\"@\\\\\\\"}\\\"\"",
    "&quot;refresh_token&quot;:&quot;@&quot;",
    "<Password>@</Password>",
    "<wsse:BinarySecurityToken a=\"b\">@</wsse:BinarySecurityToken>",
    "<login password=\"@\" a=\"b\"/>",
    "grant_type=password&username=x&password=@&a=b\n",
    "GET /a?access_token=@&v=1 HTTP/1.1\n",
    "https://made:@@example.com/\n",
    "{\"auth\":{\"applicationId\":\"a\",\"applicationPassword\":\"@\",\"accountId\":\"1\",\"userId\":\"2\"}}",
    "<AppKey>@</AppKey>",
    "Server=db;Password=@;Encrypt=true\n",
    "{\"given\":[\"@\",\"b\"]}",
    "{\"name\":[{\"family\":\"@\"}]}",
];

const NOISE: &[&str] = &[
    "",
    "HTTP/1.1 200 OK\n\n",
    "some words\n",
    "{\"code\":4010}\n",
    "[1,2]\n",
    "<a>b</a>\n",
    "}\n",
    "é ",
];

proptest! {
    #[test]
    fn no_planted_secret_is_left(
        parts in prop::collection::vec((prop::sample::select(NOISE), prop::sample::select(CARRIERS), "[a-zA-Z0-9]{12,24}"), 1..6)
    ) {
        let mut text = String::new();
        for (noise, carrier, canary) in &parts {
            let (before, after) = carrier.split_once('@').unwrap();
            text.push_str(noise);
            text.push_str(&[before, "Zq7", canary, after, "\n"].concat());
        }
        let redaction = redact(&text);
        for (_, carrier, canary) in &parts {
            prop_assert!(!redaction.text.contains(canary.as_str()), "{carrier}: {}", redaction.text);
        }
        prop_assert_eq!(redact(&redaction.text).text, redaction.text);
    }

    #[test]
    fn masking_twice_changes_nothing(
        text in "(token|password|email|name|value|given|dob|code=|state=|&|=|:|\"|'|\\\\|>|<|</|/>|\\{|\\}|,|a@b\\.de|[ a-z0-9.@-]|Bearer |Cookie: |PID\\||\\||eyJa\\.b|401-555-0100|192\\.0\\.2\\.1|\\[|\\]|-u |://|&quot;|\\\\n|ü|\n|\\[TOKEN-1\\]){0,40}"
    ) {
        let once = redact(&text);
        let twice = redact(&once.text);
        prop_assert_eq!(&twice.text, &once.text);
        prop_assert!(twice.masked.is_empty());
    }

    #[test]
    fn any_text_is_masked_without_panic(text in "\\PC{0,200}") {
        let once = redact(&text).text;
        prop_assert_eq!(&redact(&once).text, &once);
    }
}
