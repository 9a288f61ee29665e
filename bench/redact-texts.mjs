// The texts of the redaction measurement: built, not recorded; every value in them is made up.

/** Repeats what a function writes for 0, 1, 2 … up to a length. */
function rows(bytes, row) {
  let text = "";
  for (let index = 0; text.length < bytes; index += 1) text += row(index);
  return text;
}

const base64 = (text) => Buffer.from(text).toString("base64");

/** Texts in which nearly every word has to be masked, each value another one where a number stands in it. */
export const DENSE = {
  "passwords, all alike": (bytes) => rows(bytes, () => "password=made-up1 "),
  "passwords, each another": (bytes) => rows(bytes, (n) => `password=made-up${n}x `),
  "mail addresses": (bytes) => rows(bytes, (n) => `made${n}@example.com `),
  "fields of recordings": (bytes) => rows(bytes, (n) => `{"name":"Authorization","value":"made-up-${n}"},`),
  "phone numbers": (bytes) => rows(bytes, () => "401-555-0100 "),
  "tokens": (bytes) => rows(bytes, () => "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.x "),
  "record numbers": (bytes) => rows(bytes, () => "MRN 00998877 "),
  "names with labels": (bytes) => rows(bytes, () => "Last name: Made Up\n"),
  "a name said again": (bytes) => `Last name: Testperson\n${rows(bytes, () => "Testperson said Made ")}`,
  "names in XML": (bytes) => rows(bytes, (n) => `<lastName>Person${n}</lastName>`),
  "persons in JSON": (bytes) => rows(bytes, (n) => `{"lastName":"Person${n}","ssn":"000-12-${1000 + (n % 9000)}"},`),
  "persons in HL7": (bytes) => rows(bytes, () => "PID|1||12345||Made^Up||19510314\r"),
  "persons in CSV": (bytes) => `first name,last name,dob\n${rows(bytes, (n) => `Made${n},Up,1951-03-14\n`)}`,
  "lines of a trace": (bytes) => rows(bytes, (n) => `0000: password: made-up-${n}\n`),
  "commands": (bytes) => rows(bytes, () => "curl -u made:up -H 'Authorization: Bearer made-up' "),
  "base64 of objects": (bytes) => rows(bytes, () => `${base64('{"password":"made-up","code":401}')} `),
  "names before addresses": (bytes) => rows(bytes, () => "A <a@b.de>"),
  "folders of users": (bytes) => rows(bytes, () => "/home/"),
  "names of nothing": (bytes) => rows(bytes, () => "a: "),
};
