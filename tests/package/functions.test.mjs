// Every function of the installed package, called as a user's program calls it.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { readCsv } from "../spreadsheet/read-csv.mjs";
import { emptyProject } from "./project.mjs";

const FUNCTIONS = [
  "compare",
  "compareCondition",
  "compareVendors",
  "conditions",
  "decode",
  "deviations",
  "init",
  "lookup",
  "matrix",
  "redact",
  "schedule",
  "search",
  "vendors",
];
const FILES = [
  "LICENSE-APACHE",
  "LICENSE-MIT",
  "README.md",
  "bin",
  "calls.mjs",
  "catalog.schema.json",
  "cli",
  "index.mjs",
  "node.mjs",
  "package.json",
  "respondex_wasm.js",
  "respondex_wasm_bg.wasm",
  "types.d.ts",
  "version.mjs",
];

let project;
let folder;
let api;
before(async () => {
  project = emptyProject();
  folder = join(project.folder, "node_modules/respondex");
  api = await import(pathToFileURL(join(folder, "node.mjs")));
});
after(() => project?.remove());

test("the package holds these files and exports these names", () => {
  assert.deepEqual(readdirSync(folder).sort(), FILES);
  assert.deepEqual(Object.keys(api).sort(), [...FUNCTIONS, "version"]);
  assert.equal(api.version, JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version);
});

test("nothing in the package names a folder of the machine that built it", () => {
  for (const name of ["respondex_wasm_bg.wasm", "respondex_wasm.js"]) {
    const found = /\/(?:home|root|Users)\/[ -~]*|[\\/]registry[\\/]src/u.exec(readFileSync(join(folder, name), "latin1"));
    assert.equal(found?.[0], undefined, name);
  }
});

test("lookup answers for a number and for its digits", () => {
  const answer = api.lookup(4071);
  assert.deepEqual(api.lookup("4071"), answer);
  assert.deepEqual(Object.keys(answer), ["code", "known", "meanings", "groups", "fallback"]);
  assert.equal(answer.known, true);
  assert.equal(answer.fallback, null);
  assert.deepEqual(answer.meanings.map((entry) => entry.id), ["updox/4071"]);
  assert.equal(answer.meanings[0].wire.message, "Recipient not found");
});

test("lookup never makes a meaning up", () => {
  const answer = api.lookup(205, { vendor: "vision" });
  assert.equal(answer.known, false);
  assert.deepEqual(answer.meanings, []);
  assert.equal(answer.groups[0].id, "vision/201-206");
  assert.equal(answer.fallback.rule, "status-class");
});

test("search understands vendors, words and limits", () => {
  const answer = api.search("401 vision");
  assert.deepEqual(Object.keys(answer), ["understood", "total", "hits", "nearest"]);
  assert.equal(answer.hits[0].entry.id, "vision/401");
  assert.equal(api.search("recipient not found").hits[0].entry.id, "updox/4071");
  assert.equal(api.search("401", { limit: 2 }).hits.length, 2);
  assert.ok(api.search("401", { limit: 2 }).total > 2);
  assert.deepEqual(api.search(4071), api.search("4071"));
  assert.equal(api.search("401", { prefer: "elevate" }).hits[0].entry.id, "elevate-iq/401");
  assert.deepEqual(api.search("4017").nearest.map((entry) => entry.id).slice(0, 2), ["updox/4071", "updox/4014"]);
  assert.deepEqual(api.search("forty ten -http").understood, [
    { kind: "code", text: "forty ten", value: "4010", start: 0, end: 9 },
    { kind: "vendor", text: "http", value: "http", excluded: true, start: 10, end: 15 },
  ]);
  assert.ok(api.search("401", { vendor: "SanteDB" }).hits.every((hit) => hit.entry.vendor === "santedb"));
});

test("decode tells the body's verdict from the status line's", () => {
  const text = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"successful":false,"responseMessage":"","responseCode":4010}';
  const answer = api.decode(text);
  assert.deepEqual(Object.keys(answer), ["outcome", "responses", "notices"]);
  const [response] = answer.responses;
  assert.deepEqual(response.verdict, { transport: "success", application: "failure", masked: true });
  assert.equal(response.vendor.id, "updox");
  const [finding] = response.findings;
  assert.equal(finding.code, 4010);
  assert.equal(text.slice(finding.span.start, finding.span.end), "4010");
  assert.equal(finding.entry.id, "updox/4010");
});

test("spans are right behind characters of every width, and behind halves of pairs", () => {
  for (const before of ["", "\u00e4", "\u{1f600}", "\ud800", "\udc00\ud800x", "\ufeff"]) {
    const text = `${before}\nHTTP/1.1 404 Not Found\n\n`;
    const { start, end } = api.decode(text).responses[0].findings[0].span;
    assert.equal(text.slice(start, end), "404", JSON.stringify(before));
  }
});

test("an odd text never throws", () => {
  for (const text of ["", "\0", "\ud800", "\udfff{", "{".repeat(1e5), "<a>".repeat(1e5), "\u001b[2J", "x".repeat(2e6)]) {
    for (const verb of ["decode", "redact", "search"]) assert.equal(typeof api[verb](text), "object");
  }
});

test("compare has a column for every vendor, or for those that are asked for", () => {
  const answer = api.compare(401);
  assert.deepEqual(Object.keys(answer), ["code", "standard", "summary", "deviations", "columns"]);
  assert.equal(answer.standard.id, "http/401");
  assert.deepEqual(answer.columns.map((column) => column.vendor), api.vendors().slice(0, -1).map((vendor) => vendor.id));
  assert.deepEqual(api.compare("401", { vendors: ["hha", "updox"] }).columns.map((column) => column.vendor), ["hhaexchange", "updox"]);
});

test("a condition is compared by the codes and messages that tell it", () => {
  const answer = api.compareCondition("already-exists");
  const of = (vendor) => answer.columns.find((column) => column.vendor === vendor);
  const codes = (vendor) => of(vendor).codes.map(({ entry, kind }) => `${entry.code} ${kind}`);
  assert.deepEqual(codes("santedb"), ["409 broader"]);
  assert.deepEqual(codes("elevate-iq"), ["409 same"]);
  assert.deepEqual(codes("updox"), [4130, 4132, 4140, 4150, 4230, 4330, 4610, 4730, 4830].map((code) => `${code} same`));
  assert.deepEqual(of("vision").messages.map(({ text, code }) => `${text} ${code}`), ["Record already exists 400"]);
  assert.deepEqual([of("hhaexchange").codes, of("hhaexchange").messages], [[], []]);
  for (const { id } of api.conditions()) assert.equal(api.compareCondition(id).condition.id, id);
});

test("vendors are compared with what changes on the way", () => {
  const answer = api.compareVendors(["Vision", "elevate"], { all: true });
  assert.deepEqual(answer.vendors, ["vision", "elevate-iq"]);
  const [migration] = answer.migrations;
  const actions = Object.groupBy?.(migration.steps, (step) => step.action) ?? {};
  if (actions.add) assert.deepEqual(actions.add.map((step) => step.code), [201, 405, 409, 415]);
  assert.ok(api.compareVendors(["vision", "elevate"]).rows.length < answer.rows.length);
});

test("the matrix has all codes, and its filters leave some", () => {
  const codes = (options) => api.matrix(options).groups.flatMap((group) => group.rows.map((row) => row.code));
  assert.ok(codes().length > 90);
  assert.deepEqual(codes({ onlyDiffering: true }), [204, 400, 401, 404, 406, 409, 500]);
  assert.deepEqual(codes({ actor: "end-user" }), [4642, 4832]);
  assert.deepEqual(api.matrix({ by: "condition", retry: "no" }).groups.flatMap((group) => group.rows.map((row) => row.condition)), ["gone", "opted-out", "not-implemented"]);
});

test("deviations name their rule, its section, the reason and what it means", () => {
  const [first] = api.deviations({ vendors: ["vision"] });
  assert.deepEqual(Object.keys(first), ["rule", "against", "vendor", "code", "section", "reason", "effect", "basis"]);
  assert.equal(first.rule, "final-error-in-1xx");
  assert.ok(api.deviations().length > 100);
});

test("every view can be had as Markdown, CSV and JSON", () => {
  const views = {
    code: (format) => api.compare(401, { format }),
    condition: (format) => api.compareCondition("not-found", { format }),
    vendors: (format) => api.compareVendors(["vision", "updox"], { format }),
    matrix: (format) => api.matrix({ format }),
  };
  for (const [name, view] of Object.entries(views)) {
    const table = JSON.parse(view("json"));
    assert.deepEqual(Object.keys(table), ["title", "summary", "columns", "rows"], name);
    const csv = view("csv");
    assert.ok(csv.startsWith(`\ufeff${table.columns[0]},`), name);
    assert.ok(view("markdown").includes(`\n| ${table.columns.join(" | ")} |\n`), name);
    const expected = [table.columns, ...table.rows.map((row) => [row.name, ...row.cells.map(({ text, differs }) => (differs ? `\u2260 ${text}` : text))])];
    assert.deepEqual(readCsv(csv.slice(1)).map((line) => line.map((cell) => cell.replace(/^'/u, ""))), expected, name);
  }
});

test("vendors and conditions hang together with the entries", () => {
  const vendors = api.vendors();
  assert.deepEqual(vendors.map((vendor) => vendor.id), ["hhaexchange", "vision", "santedb", "updox", "elevate-iq", "http"]);
  const ids = api.conditions().map((condition) => condition.id);
  assert.ok(ids.includes(api.lookup(4071).meanings[0].condition));
  for (const vendor of vendors) {
    for (const name of [vendor.id, vendor.name, vendor.id.toUpperCase(), ...vendor.nicknames]) {
      assert.doesNotThrow(() => api.lookup(1, { vendor: name }), name);
    }
  }
});

test("redact masks a token and keeps the code", () => {
  const answer = api.redact("HTTP/1.1 401 Unauthorized\nAuthorization: Bearer abc.def.ghi\n");
  assert.deepEqual(Object.keys(answer), ["text", "masked"]);
  assert.ok(answer.text.includes("401"));
  assert.ok(!answer.text.includes("abc.def.ghi"));
  assert.equal(answer.masked.length, 1);
});

test("redact masks ids of calls where that is asked for", () => {
  const text = '{"transactionId":"made-up-7","responseCode":4071}';
  assert.equal(api.redact(text).text, text);
  const answer = api.redact(text, { maskIds: true });
  assert.equal(answer.text, '{"transactionId":"[ID-1]","responseCode":4071}');
  assert.deepEqual(answer.masked.map(({ kind, placeholder, count }) => [kind, placeholder, count]), [["id", "[ID-1]", 1]]);
});

test("schedule adds the documented waits up", () => {
  const { retry } = api.lookup(500, { vendor: "vision" }).meanings[0];
  assert.deepEqual(api.schedule(retry), [300, 2100, 3900]);
  assert.deepEqual(api.schedule(retry, { tries: 1 }), [300]);
});

test("a wrong argument throws a TypeError that names it and lists what is allowed", () => {
  const cases = [
    [() => api.lookup(), /^lookup: code must be a whole number from 0 to 999999999, or its digits as a string; found undefined$/u],
    [() => api.lookup("4071x"), /^lookup: code must be .*; found another string$/u],
    [() => api.compare(4.5), /^compare: code must be .*; found another number$/u],
    [() => api.lookup(401, { vendor: "nobody" }), /^lookup: unknown vendor "nobody"; expected one of hhaexchange \(.*\), vision .*, http/u],
    [() => api.compare(401, { vendors: ["updox", "nobody"] }), /^compare: unknown vendors "nobody"; expected one of hhaexchange/u],
    [() => api.compare(401, { vendors: "updox" }), /^compare: vendors must be an array of vendors; found another string$/u],
    [() => api.compareCondition("exists"), /^compareCondition: condition must be the id or name of one of conditions\(\); found another string$/u],
    [() => api.compareVendors(["vision"]), /^compareVendors: vendors must be an array of two vendors or more; found an array$/u],
    [() => api.compareVendors("vision"), /^compareVendors: vendors must be an array of vendors; found another string$/u],
    [() => api.matrix({ by: "vendor" }), /^matrix: by must be one of class, condition; found another string$/u],
    [() => api.matrix({ actor: 1 }), /^matrix: actor must be one of client, vendor, end-user, nobody, unknown; found another number$/u],
    [() => api.compare(401, { format: "xml" }), /^compare: format must be one of markdown, csv, json; found another string$/u],
    [() => api.search("a", { limit: 1.5 }), /^search: limit must be a whole number of at least 1; found another number$/u],
    [() => api.search("401", { prefer: "nobody" }), /^search: unknown prefer "nobody"; expected one of hhaexchange/u],
    [() => api.search({}), /^search: query must be a string; found an object$/u],
    [() => api.search("a", { vendro: "updox" }), /^search: unknown option "vendro"; allowed: vendor, prefer, limit$/u],
    [() => api.decode(null), /^decode: text must be a string; found null$/u],
    [() => api.decode("", []), /^decode: options must be an object with vendor, maxBytes, maxDepth, maxLayers, maxQuotations, maxResponses, maxRecords, maxCauses, maxFieldErrors, maxFindings; found an array$/u],
    [() => api.redact("", { maskIds: 1 }), /^redact: maskIds must be true or false; found another number$/u],
    [() => api.redact("", { ids: true }), /^redact: unknown option "ids"; allowed: maskIds$/u],
    [() => api.redact(7), /^redact: text must be a string; found another number$/u],
    [() => api.schedule({}), /^schedule: retry must be the retry of an answer, with its kind; found an object$/u],
  ];
  for (const [call, message] of cases) assert.throws(call, { name: "TypeError", message });
});

test("each limit of decode can be set, and names itself where it is wrong", () => {
  const limits = ["maxBytes", "maxDepth", "maxLayers", "maxQuotations", "maxResponses", "maxRecords", "maxCauses", "maxFieldErrors", "maxFindings"];
  for (const name of limits) {
    for (const value of [0, -1, 1.5, NaN, Infinity, 2 ** 32, "5", "", true, [], {}, () => 1]) {
      const message = new RegExp(`^decode: ${name} must be a whole number of at least 1; found `, "u");
      assert.throws(() => api.decode("", { [name]: value }), { name: "TypeError", message });
    }
    for (const value of [undefined, null, 1, 2 ** 32 - 1]) api.decode("HTTP/1.1 404 Not Found", { [name]: value });
  }
  const responses = "HTTP/1.1 404 Not Found\n\n".repeat(5);
  const { responses: read, notices } = api.decode(responses, { maxResponses: 3 });
  assert.deepEqual([read.length, notices[0].code], [3, "too-many"]);
  const nested = `{"a":${"[".repeat(200)}${"]".repeat(200)}}`;
  const codes = (options) => api.decode(nested, options).notices.map((notice) => notice.code);
  assert.ok(codes().includes("too-deep"));
  assert.ok(!codes({ maxDepth: 300 }).includes("too-deep"));
  assert.ok(codes({ maxDepth: 5000 }).includes("limit-lowered"));
});

test("faults that cause each other as deeply as is allowed fit on the stack", () => {
  const fault = '{"$type":"E","message":"m","policyOutcome":0,"cause":';
  const text = `${fault.repeat(300)}null${"}".repeat(300)}`;
  let depth = 0;
  for (let { fault: cause } = api.decode(text, { maxDepth: 1024, maxCauses: 256 }).responses[0]; cause; ({ cause } = cause)) depth += 1;
  assert.equal(depth, 256);
});

test("an error of an option leaves the package working", () => {
  assert.throws(() => api.lookup(401, { get vendor() { throw new Error("of the caller"); } }), /of the caller/u);
  assert.equal(api.lookup(4071).known, true);
});

test("answers are fresh plain objects, the same as their JSON", () => {
  const answer = api.lookup(4071);
  assert.deepEqual(JSON.parse(JSON.stringify(answer)), answer);
  assert.deepEqual(structuredClone(answer), answer);
  answer.meanings.length = 0;
  assert.equal(api.lookup(4071).meanings.length, 1);
});

test("it works in a worker", async () => {
  project.write(
    "worker.mjs",
    'import { parentPort } from "node:worker_threads";\nimport { decode } from "respondex";\nparentPort.postMessage(decode("HTTP/1.1 404 Not Found"));\n',
  );
  const worker = new Worker(join(project.folder, "worker.mjs"));
  const [answer] = await Promise.all([new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject))]);
  assert.deepEqual(answer, api.decode("HTTP/1.1 404 Not Found"));
  await worker.terminate();
});
