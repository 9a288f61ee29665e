// The installed command: answers, exit statuses, streams, and what it never lets through.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { emptyProject } from "./project.mjs";

const MASKED = 'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"successful":false,"responseMessage":"","responseCode":4010}';
const NOT_FOUND = "HTTP/1.1 404 Not Found\n\n";

let project;
let api;
before(async () => {
  project = emptyProject();
  api = await import(pathToFileURL(join(project.folder, "node_modules/respondex/node.mjs")));
  project.write("masked.txt", MASKED);
});
after(() => project?.remove());

const run = (words, input = "", env = {}) => project.bin("respondex", words, { input, mayFail: true, env });

function check(words, { status, stdout = /^$/u, stderr = /^$/u }, input) {
  const ran = run(words, input);
  assert.match(ran.stderr, stderr);
  assert.match(ran.stdout, stdout);
  assert.equal(ran.status, status);
  return ran;
}

test("words and numbers give the answer card", () => {
  const { stdout } = check(["4071"], { status: 0, stdout: /^4071 {2}Recipient not found\nUpdox · failure/u });
  for (const label of ["who acts", "do now", "try again"]) assert.match(stdout, new RegExp(`^  ${label}  `, "mu"));
  check(["recipient", "not", "found"], { status: 0, stdout: /^4071 {2}Recipient not found\n/u });
  check(["401", "vision"], { status: 0, stdout: /^401 .*\nVision/u });
  check(["401", "--vendor", "hha"], { status: 0, stdout: /^401 .*\nHHAeXchange/u });
});

test("what to ask is told, and whom", () => {
  const { stdout } = check(["401", "vision"], { status: 0, stdout: /^401/u });
  assert.match(stdout, /^ {2}to ask {5}- caller: When did you last sign in\?$/mu);
  assert.match(stdout, /^ {13}- software vendor: Does your program get a new token when the old one has expired\?$/mu);
  check(["decode", "masked.txt"], { status: 0, stdout: /to ask {5}- caller: When did you last sign in/u });
  assert.doesNotMatch(run(["updox", "2000"]).stdout, /to ask/u);
});

test("a documented wait is told in words", () => {
  check(["500", "vision"], { status: 0, stdout: /try again {2}after 5 minutes, then every 30 minutes/u });
});

test("a text is masked to be sent on, with ids where that is asked for", () => {
  const text = "Authorization: Bearer made-up-token\nX-Request-Id: made-up-7\n\n{\"responseCode\":4071}\n";
  const masked = text.replace("Bearer made-up-token", "[CREDENTIALS-1]");
  assert.equal(check(["redact"], { status: 0, stdout: /4071/u }, text).stdout, masked);
  assert.equal(run(["redact", "-", "--mask-ids"], text).stdout, masked.replace("made-up-7", "[ID-1]"));
  project.write("to-mask.txt", text);
  assert.equal(run(["redact", "to-mask.txt"]).stdout, masked);
  assert.equal(run(["redact", "--json", "--mask-ids"], text).stdout, `${JSON.stringify(api.redact(text, { maskIds: true }))}\n`);
});

test("a number that nobody lists is told by its rule, and nothing is made up", () => {
  check(["205", "vision"], { status: 1, stdout: /^205 {2}not listed\n[^]*201 to 206/u });
  check(["zzzqqq"], { status: 1, stdout: /^Nothing found for: zzzqqq\n/u });
});

test("--json prints exactly what the function returns", () => {
  const same = (words, value, input) => assert.equal(run(words, input).stdout, `${JSON.stringify(value)}\n`);
  same(["401", "vision", "--json"], api.search("401 vision"));
  same(["401", "--vendor=updox", "--limit=3", "--json"], api.search("401", { vendor: "updox", limit: 3 }));
  same(["zzzqqq", "--json"], api.search("zzzqqq"));
  same(["decode", "masked.txt", "--json"], api.decode(MASKED));
  same(["decode", "--json", "--vendor", "updox"], api.decode(MASKED, { vendor: "updox" }), MASKED);
  same(["compare", "401", "--json"], api.compare(401));
  same(["compare", "401", "--json", "--vendor", "hha", "--vendor", "updox"], api.compare(401, { vendors: ["hha", "updox"] }));
  same(["compare", "401", "--json", "--vendors", "hha,updox"], api.compare(401, { vendors: ["hha", "updox"] }));
  same(["compare", "--condition", "already-exists", "--json"], api.compareCondition("already-exists"));
  same(["compare", "vision", "elevate-iq", "--json"], api.compareVendors(["vision", "elevate-iq"]));
  same(["compare", "vision", "elevate-iq", "--all", "--json"], api.compareVendors(["vision", "elevate-iq"], { all: true }));
  same(["compare", "--json"], api.matrix());
  same(["compare", "--by", "condition", "--differing", "--retry", "after-fix", "--json"], api.matrix({ by: "condition", onlyDiffering: true, retry: "after-fix" }));
  same(["vendors", "--json"], api.vendors());
});

test("decode reads a file, - and a pipe, and tells the alarm first", () => {
  const expected = { status: 0, stdout: /^! Failure, hidden behind an HTTP status of success \(200 OK\): go by the body\.\n[^]*4010 Updox/u };
  check(["decode", "masked.txt"], expected);
  check(["decode", "-"], expected, MASKED);
  check(["decode"], expected, MASKED);
  check(["decode"], { status: 1, stdout: /^Nothing found/u }, "good morning");
});

test("decode reads what a shell wrote in UTF-16", () => {
  writeFileSync(join(project.folder, "wide.txt"), Buffer.from(`\ufeff${MASKED}`, "utf16le"));
  check(["decode", "wide.txt"], { status: 0, stdout: /4010 Updox/u });
});

test("compare and vendors answer", () => {
  check(["compare", "401"], { status: 0, stdout: /^401 {2}compared\n[^]*\nWire text\n {2}HTTP standard, HHAeXchange, SanteDB, Elevate IQ: Unauthorized\n[^]*\nDeviations\n/u });
  check(["compare", "999999999"], { status: 1, stdout: /not registered/u });
  check(["vendors"], { status: 0, stdout: /^hhaexchange {2}HHAeXchange\n[^]*^http {2}/mu });
});

test("compare takes a condition, vendors, or nothing for all codes", () => {
  check(["compare", "--condition", "already-exists"], { status: 0, stdout: /^Already exists \(already-exists\)\n[^]*\nHHAeXchange\n {2}codes {6}no code\n[^]*Record already exists/u });
  assert.equal(run(["compare", "--condition", "Already exists"]).stdout, run(["compare", "--condition", "already-exists"]).stdout);
  check(["compare", "vision", "elevate-iq"], { status: 0, stdout: /^Vision against Elevate IQ\n[^]*You handle Vision; for Elevate IQ you must add 4 codes and change 6\.[^]*\n {2}change {5}- 204: condition: Nothing matched/u });
  const { stdout } = check(["compare"], { status: 0, stdout: /^All codes by vendor\n[^]*\n1xx\n {2}101 {2}/u });
  assert.match(stdout, /\n {2}4071 {2}Recipient not found: Updox\n/u);
  check(["compare", "--by", "condition"], { status: 0, stdout: /\n {2}Too many items in one request: 5011: Updox\n/u });
  check(["compare", "--actor", "end-user"], { status: 0, stdout: /\n4xxx\n {2}4642 /u });
  check(["compare", "--vendor", "elevate", "--retry", "no"], { status: 1, stdout: /No row is left/u });
});

test("--markdown and --csv print the table", () => {
  const { stdout } = check(["compare", "401", "--markdown"], { status: 0, stdout: /^## 401 across vendors\n/u });
  assert.equal(stdout, api.compare(401, { format: "markdown" }));
  check(["compare", "--csv"], { status: 0, stdout: /^\ufeffCode,Group,HTTP standard,/u });
  check(["compare", "--condition", "gone", "--csv"], { status: 0, stdout: /^\ufeffVendor,Codes,/u });
  check(["compare", "vision", "updox", "--markdown"], { status: 0, stdout: /^## Vision against Updox\n/u });
});

test("the limits of decode are options", () => {
  const text = "HTTP/1.1 404 Not Found\n\nHTTP/1.1 401 Unauthorized\n\n";
  const answer = (words) => JSON.parse(run(["decode", "--json", ...words], text).stdout);
  assert.equal(answer([]).responses.length, 2);
  assert.equal(answer(["--max-responses", "1"]).responses.length, 1);
  assert.equal(answer(["--max-bytes=23"]).notices[0].code, "input-too-long");
  for (const name of ["depth", "layers", "quotations", "records", "causes", "field-errors", "findings"]) {
    assert.equal(answer([`--max-${name}`, "1"]).responses.length, 2, name);
  }
});

test("--ndjson gives one answer a line", () => {
  const lines = [JSON.stringify(MASKED), "", "HTTP/1.1 404 Not Found", '"broken', "good morning"];
  const texts = [MASKED, "", "HTTP/1.1 404 Not Found", '"broken', "good morning"];
  const { stdout, status } = run(["decode", "--ndjson"], lines.join("\r\n"));
  assert.equal(stdout, texts.map((text) => `${JSON.stringify(api.decode(text))}\n`).join(""));
  assert.equal(status, 0);
  assert.equal(run(["decode", "--ndjson"], "good morning\n").status, 1);
  assert.equal(run(["decode", "--ndjson"], "").status, 1);
});

test("--ndjson answers before the input ends, and keeps the order of a long stream", async () => {
  const child = spawn(process.execPath, [join(project.folder, "node_modules/respondex/bin/respondex.mjs"), "decode", "--ndjson"]);
  child.stdin.write(`${JSON.stringify(NOT_FOUND)}\n`);
  const [first] = await once(child.stdout.setEncoding("utf8"), "data");
  assert.equal(JSON.parse(first).responses[0].findings[0].code, 404);

  const codes = Array.from({ length: 2000 }, (_, index) => 400 + (index % 100));
  let stdout = "";
  child.stdout.on("data", (text) => (stdout += text));
  child.stdin.end(codes.map((code) => `HTTP/1.1 ${code} X\n`).join(""));
  const [status] = await once(child, "close");
  assert.equal(status, 0);
  assert.deepEqual(stdout.trim().split("\n").map((line) => JSON.parse(line).responses[0].findings[0].code), codes);
});

test("a reader that leaves early is no error", async () => {
  const child = spawn(process.execPath, [join(project.folder, "node_modules/respondex/bin/respondex.mjs"), "decode", "--ndjson"]);
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
  child.stdin.on("error", () => {});
  child.stdin.write("HTTP/1.1 404 Not Found\n".repeat(5000));
  await once(child.stdout, "data");
  child.stdout.destroy();
  child.stdin.end("HTTP/1.1 404 Not Found\n".repeat(5000));
  const [status] = await once(child, "exit");
  assert.equal(stderr, "");
  assert.equal(status, 0);
});

test("bad usage says what to do", () => {
  const bad = (words, stderr, input) => check(words, { status: 2, stderr }, input);
  bad([], /^respondex: nothing to look for: write a code or words, as in "respondex 4071"; see "respondex --help"\n$/u);
  bad(["401", "--vedor", "updox"], /unknown option --vedor; did you mean --vendor\?/u);
  bad(["401", "--frobnicate"], /unknown option --frobnicate; see "respondex --help"/u);
  bad(["-x"], /unknown option -x; see/u);
  bad(["401", "--vendor"], /--vendor needs a value, as in --vendor=updox/u);
  bad(["401", "--vendor", "--json"], /--vendor needs a value/u);
  bad(["401", "--vendor", "nobody"], /unknown --vendor "nobody"; expected one of hhaexchange/u);
  bad(["401", "--vendor", "updox", "--vendor", "vision"], /may be repeated for compare only/u);
  bad(["401", "--limit", "0"], /--limit must be a whole number of at least 1/u);
  bad(["401", "--json=yes"], /--json takes no value/u);
  bad(["401", "--ndjson"], /--ndjson is no option of finding codes/u);
  bad(["vendors", "updox"], /vendors takes no words/u);
  bad(["compare", "401", "404"], /compare needs one code, a number/u);
  bad(["compare", "updox"], /compare needs one code, a number, or two vendors/u);
  bad(["compare", "401", "--condition", "gone"], /compare needs one code/u);
  bad(["compare", "--condition", "lost"], /unknown --condition; "respondex compare --by condition" has their names/u);
  bad(["compare", "vision", "nobody"], /unknown --vendor "nobody"; expected one of/u);
  bad(["compare", "vision", "ontech"], /compare needs two different vendors, or more/u);
  bad(["compare", "401", "--all"], /--all does not go with a comparison of one code/u);
  bad(["compare", "--csv", "--json"], /--json and --csv exclude each other/u);
  bad(["compare", "--by", "vendor"], /--by must be one of class, condition/u);
  bad(["compare", "abc"], /compare needs one code, a number/u);
  bad(["decode", "--max-field-errors", "0"], /--max-field-errors must be a whole number of at least 1/u);
  bad(["401", "--max-depth", "5"], /--max-depth is no option of finding codes/u);
  bad(["decode", "a", "b"], /decode reads one file; found 2/u);
  bad(["redact", "a", "b"], /redact reads one file; found 2/u);
  bad(["redact", "--vendor", "updox"], /--vendor is no option of redact; it takes --mask-ids, --json/u);
  bad(["decode", "--mask-ids"], /--mask-ids is no option of decode/u);
  bad(["decode", "--json", "--ndjson"], /exclude each other/u);
  bad(["decode", "absent.txt"], /cannot read absent\.txt: no such file/u);
  bad(["decode", "."], /cannot read \.: it is a folder/u);
  bad(["decode", "--ndjson", "absent.txt"], /cannot read absent\.txt: no such file/u);
});

test("--help and --version answer wherever they stand", () => {
  check(["--help"], { status: 0, stdout: /^What a response code means[^]*Exit status: 0 answered, 1 nothing found, 2 bad usage/u });
  check(["decode", "-h"], { status: 0, stdout: /^What a response code means/u });
  check(["--version"], { status: 0, stdout: new RegExp(`^${api.version}\n$`, "u") });
});

test("what follows -- is words", () => {
  assert.equal(run(["--json", "--", "decode", "--vendor"]).stdout, `${JSON.stringify(api.search("decode --vendor"))}\n`);
});

test("nothing of the input reaches the terminal as a command, and no line is wider than 100 columns", () => {
  const trap = "\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e\u2066\u0000\r\u007f";
  const bodies = [
    `HTTP/1.1 400 ${trap}Bad\nX-Y: ${trap}\n\n{"message":${JSON.stringify(trap)},"error":"${"w".repeat(300)}"}`,
    `{"successful":false,"responseMessage":${JSON.stringify(`${trap} \u6f22\u5b57 `.repeat(20))},"responseCode":4010}`,
    `<RestServiceFault><type>${"x".repeat(250)}</type><message>a\u009bb</message></RestServiceFault>`,
  ];
  const outputs = [...bodies.map((body) => run(["decode"], body)), ...[trap.replace("\0", "")].flatMap((word) => [run([word]), run(["401", "--vendor", word])])];
  outputs.push(run(["401"]), run(["compare", "401"]), run(["vendors"]), run(["compare"]), run(["compare", "--by", "condition"]), run(["compare", "--condition", "invalid-value"]), run(["compare", "santedb", "updox", "--all"]), run(["unauthorized", "--limit", "50"]), run(["--help"]));
  for (const { stdout, stderr } of outputs) {
    assert.doesNotMatch(stdout + stderr, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
    for (const line of stdout.split("\n")) assert.ok([...line].length <= 100, line);
  }
});

test("a terminal does not act on a masked text", async () => {
  const { main } = await import(pathToFileURL(join(project.folder, "node_modules/respondex/cli/main.mjs")));
  let text = "";
  const stdout = { isTTY: true, columns: 80, write: (part) => ((text += part), true), on() {} };
  const stdin = (async function* () {
    yield Buffer.from("401 \u001b[2Jpassword=made-up-1\n");
  })();
  await main(["redact"], { stdin, stdout, stderr: stdout, env: {} });
  assert.equal(text, "401 \u241b[2Jpassword=[SECRET-1]\n");
});

test("colours are for a terminal that wants them, and the page keeps to its width", async () => {
  const { main } = await import(pathToFileURL(join(project.folder, "node_modules/respondex/cli/main.mjs")));
  const shown = async (stream, env, words = ["401"]) => {
    let text = "";
    const stdout = { ...stream, write: (part) => ((text += part), true), on() {} };
    await main(words, { stdin: { isTTY: true }, stdout, stderr: stdout, env });
    return text;
  };
  const colour = /\u001b\[/u;
  assert.match(await shown({ isTTY: true, columns: 80 }, {}), colour);
  assert.doesNotMatch(await shown({ isTTY: true, columns: 80 }, { NO_COLOR: "1" }), colour);
  assert.doesNotMatch(await shown({ isTTY: true, columns: 80 }, { TERM: "dumb" }), colour);
  assert.doesNotMatch(await shown({}, {}), colour);
  for (const columns of [40, 72, 100, 300]) {
    const text = (await shown({ isTTY: true, columns }, {})).replace(/\u001b\[[0-9]+m/gu, "");
    for (const line of text.split("\n")) assert.ok([...line].length <= Math.min(columns, 100), line);
  }
  for (const words of [["compare"], ["compare", "401"], ["compare", "vision", "updox", "--all"], ["compare", "--condition", "conflict"]]) {
    const text = await shown({ columns: 80 }, {}, words);
    for (const line of text.split("\n")) assert.ok([...line].length <= 80, line);
  }
});
