// types.d.ts against the answers that there really are: each is type-checked as a literal, so that a
// member or a word too many or too few is an error.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { emptyProject } from "./project.mjs";

let project;
let api;
before(async () => {
  project = emptyProject();
  api = await import(pathToFileURL(join(project.folder, "node_modules/respondex/node.mjs")));
});
after(() => project?.remove());

function check(file, lines, options) {
  project.write(file, lines.join("\n"));
  const { status, stdout } = project.typeCheck([file], options);
  assert.equal(status, 0, stdout.slice(0, 4000));
}

const literals = (type, answers) =>
  answers.map((answer) => `({}) satisfies object, (${JSON.stringify(answer)}) satisfies ${type};`);

test("every answer of the catalogue is of its type", () => {
  const codes = [...Array(600).keys(), ...Array.from({ length: 3200 }, (_, index) => 2000 + index)];
  const lookups = codes.map((code) => api.lookup(code)).filter((answer) => answer.known || answer.groups.length > 0);
  const queries = ["401 vision", "4070-4077", "40x", "recipient not found", "unauthorised", "tokne", "http 404", "4017", "class:4xx actor:client retry:no method:post condition:gone colour:red -\"not found\" zzzz"];
  check("answers.mts", [
    'import type { Comparison, Condition, ConditionComparison, Deviation, Matrix, Table, VendorComparison, Lookup, Redaction, SearchResult, Vendor } from "respondex";',
    ...literals("Lookup", [...lookups, api.lookup(299), api.lookup(777), api.lookup(205, { vendor: "vision" }), api.lookup(7777777)]),
    ...literals("SearchResult", queries.map((query) => api.search(query))),
    ...literals("Comparison", [200, 207, 401, 404, 4010, 7777].map((code) => api.compare(code))),
    ...literals("ConditionComparison", ["already-exists", "not-found", "gone"].map((id) => api.compareCondition(id))),
    ...literals("VendorComparison", [api.compareVendors(["vision", "elevate", "http"], { all: true })]),
    ...literals("Matrix", [api.matrix(), api.matrix({ by: "condition" })]),
    ...literals("Table", [JSON.parse(api.compare(401, { format: "json" })), JSON.parse(api.matrix({ format: "json" }))]),
    ...literals("Deviation[]", [api.deviations()]),
    ...literals("Vendor[]", [api.vendors()]),
    ...literals("Condition[]", [api.conditions()]),
    ...literals("Redaction", [api.redact("Authorization: Bearer abc.def.ghi"), api.redact("X-Request-Id: r-1", { maskIds: true }), api.redact("")]),
  ]);
});

test("every golden answer is of its type", () => {
  const golden = fileURLToPath(new URL("../golden", import.meta.url));
  const texts = readdirSync(golden, { recursive: true }).filter((name) => name.endsWith(".txt"));
  const decodings = texts.map((name) => api.decode(readFileSync(join(golden, name), "utf8")));
  check("golden.mts", ['import type { Decoding } from "respondex";', ...literals("Decoding", decodings)]);
});

const CONSUMER = [
  'import { compare, compareCondition, compareVendors, conditions, decode, deviations, init, lookup, matrix, redact, schedule, search, vendors, version } from "respondex";',
  'import type { Actor, Entry, Finding, Notice, Outcome, Retry, Span } from "respondex";',
  "export async function answers(text: string) {",
  "  await init();",
  "  await init({ module_or_path: new Uint8Array() });",
  '  const entry: Entry | undefined = lookup("4071", { vendor: "updox" }).meanings[0];',
  "  const actor: Actor | undefined = entry?.actor;",
  "  const words: Record<Actor, string> = { client: '', vendor: '', 'end-user': '', nobody: '', unknown: '' };",
  "  const response = decode(text).responses[0];",
  "  const finding: Finding | undefined = response?.findings[0];",
  "  const span: Span | undefined = finding?.span;",
  '  const status: number = response?.http?.status ?? 0;',
  '  const outcome: Outcome = response?.verdict.application ?? "unknown";',
  "  const retry: Retry | undefined = response?.advice.retry;",
  "  const seconds: number[] = retry === undefined ? [] : schedule(retry, { tries: 5 });",
  '  const notice: Notice["code"] | undefined = decode(text).notices[0]?.code;',
  '  const hits: number = search("401", { limit: 5, vendor: "any name", prefer: "hha" }).total;',
  '  const differs: string[] | undefined = compare(401, { vendors: ["hha"] }).columns[0]?.differs;',
  '  const csv: string = compare(401, { format: "csv" }) + matrix({ by: "condition", format: "markdown" });',
  '  const said: string[] = compareCondition("gone").columns.flatMap((column) => column.messages.map((message) => message.text));',
  '  const steps: string[] = compareVendors(["vision", "updox"], { all: true }).migrations[0]!.steps.map((step) => step.action);',
  '  const broken: string[] = deviations({ vendors: ["hha"] }).map((deviation) => deviation.rule);',
  "  const names: string[] = [...vendors(), ...conditions()].map((named) => named.name);",
  '  const reason: string | undefined = entry?.provenance.retry?.reason;',
  "  return { actor, words, span, status, outcome, seconds, notice, hits, differs, csv, said, steps, broken, names, reason, text: redact(text, { maskIds: true }).text, version };",
  "}",
];

test("a TypeScript program of every function type-checks, for Node and for bundlers", () => {
  for (const resolution of ["nodenext", "node16", "bundler"]) check("consumer.mts", CONSUMER, { resolution });
});

test("mistakes are found by the types", () => {
  const wrong = [
    "lookup({})",
    "lookup(true)",
    'lookup(401, { vender: "updox" })',
    "lookup(401, { vendor: 7 })",
    'search("a", { limit: "5" })',
    "decode(5)",
    'compare(401, { vendors: "updox" })',
    'compare(401, { format: "xml" })',
    "compareVendors(401)",
    "schedule({})",
    "redact()",
    'redact("", { maskIds: "yes" })',
    'lookup(401).meanings[0]!.actor === "server"',
    'decode("").responses[0]!.http.status',
    'decode("").outcome === "found"',
  ];
  project.write("wrong.mts", ['import { compare, compareVendors, decode, lookup, redact, schedule, search } from "respondex";', ...wrong.map((line) => `${line};`)].join("\n"));
  const { status, stdout } = project.typeCheck(["wrong.mts"], { resolution: "bundler" });
  assert.notEqual(status, 0);
  wrong.forEach((line, index) => assert.match(stdout, new RegExp(`wrong\\.mts\\(${index + 2},`, "u"), line));
});
