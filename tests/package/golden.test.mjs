// Every pasted text of tests/golden gives its answer, by the function and on the command line.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { emptyProject } from "./project.mjs";

/** Fewer pairs than this and the folder was not found, or cases got lost. */
const PAIRS_AT_LEAST = 60;

const golden = fileURLToPath(new URL("../golden", import.meta.url));
const texts = readdirSync(golden, { recursive: true })
  .filter((name) => name.endsWith(".txt"))
  .sort();

let project;
let api;
let cli;
before(async () => {
  project = emptyProject();
  const folder = join(project.folder, "node_modules/respondex");
  api = await import(pathToFileURL(join(folder, "node.mjs")));
  cli = await import(pathToFileURL(join(folder, "cli/main.mjs")));
});
after(() => project?.remove());

test("there are enough pairs, and no answer without its text", () => {
  assert.ok(texts.length >= PAIRS_AT_LEAST, `${texts.length} texts in tests/golden, expected at least ${PAIRS_AT_LEAST}`);
  const answers = readdirSync(golden, { recursive: true }).filter((name) => name.endsWith(".json"));
  assert.deepEqual(answers.map((name) => name.replace(/json$/u, "txt")).sort(), texts);
});

for (const name of texts) {
  test(`decodes ${name}`, async () => {
    const file = join(golden, name);
    const answer = file.replace(/txt$/u, "json");
    assert.ok(existsSync(answer), `no ${answer}`);
    const expected = JSON.parse(readFileSync(answer, "utf8"));
    const vendor = /@([a-z-]+)\.txt$/u.exec(name)?.[1];
    const decoding = api.decode(readFileSync(file, "utf8"), { vendor });
    assert.deepEqual(withEntryIds(decoding), expected);

    const words = ["decode", file, "--json", ...(vendor === undefined ? [] : ["--vendor", vendor])];
    const { status, stdout } = await commandLine(words);
    assert.equal(stdout, `${JSON.stringify(decoding)}\n`);
    assert.equal(status, decoding.outcome === "decoded" ? 0 : 1);
  });
}

test("the installed command gives the same answer in its own process", () => {
  const file = join(golden, texts[0]);
  const { stdout } = project.bin("respondex", ["decode", "--json", file], { mayFail: true });
  const vendor = /@([a-z-]+)\.txt$/u.exec(file)?.[1];
  if (vendor === undefined) assert.equal(stdout, `${JSON.stringify(api.decode(readFileSync(file, "utf8")))}\n`);
});

/** Entries stand in the files as their ids, so that a reworded explanation touches no case. */
function withEntryIds(value) {
  if (Array.isArray(value)) return value.map(withEntryIds);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, name === "entry" ? member.id : withEntryIds(member)]));
}

/** Runs the command line in this process, which is quicker than one process a case. */
async function commandLine(words) {
  let stdout = "";
  const stream = { write: (text) => ((stdout += text), true), on() {} };
  const status = await cli.main(words, { stdin: { isTTY: true }, stdout: stream, stderr: stream, env: {} });
  return { status, stdout };
}
