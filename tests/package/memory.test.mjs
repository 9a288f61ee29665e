// Memory of the wasm file: it never shrinks, so that whatever is not given back shows as growth.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { emptyProject } from "./project.mjs";

const LENGTH = 100_000;
/** So many texts are read before no more memory may be taken. */
const FIRST = 10;

let project;
let api;
let wasm;
before(async () => {
  project = emptyProject();
  const folder = pathToFileURL(join(project.folder, "node_modules/respondex/"));
  api = await import(new URL("node.mjs", folder));
  // A second start gives what the first one made.
  wasm = (await import(new URL("respondex_wasm.js", folder))).initSync();
});
after(() => project?.remove());

/** Ten texts of 100 kB: golden texts one after the other, one text over and over, and what costs most beside its length. */
function texts() {
  const golden = fileURLToPath(new URL("../golden", import.meta.url));
  const names = readdirSync(golden, { recursive: true }).filter((name) => name.endsWith(".txt")).sort();
  const all = names.map((name) => readFileSync(join(golden, name), "utf8"));
  const joined = all.join("\n");
  const begun = (place) => (joined.slice(place) + joined).slice(0, LENGTH);
  const repeated = (text) => text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH);
  const escaped = JSON.stringify(JSON.stringify(begun(0)));
  return [
    ...[0, 1, 2, 3].map((part) => begun(Math.floor((part * joined.length) / 4))),
    repeated("HTTP/1.1 404 Not Found\nRetry-After: 5\n\n{\"successful\":false,\"responseCode\":4010,\"responseMessage\":\"Unauthorized\"}\n"),
    repeated("2026-11-21 07:00:00 ERROR GET https://a@example.com/p?token=abc 401 Unauthorized, code 4071\n"),
    repeated("[{\"a\":1},"),
    repeated("<a b='c'>"),
    repeated("\u{1f600} password=hunter2 "),
    escaped.slice(0, LENGTH),
  ];
}

for (const [verb, times] of [["decode", 1_000], ["redact", 200]]) {
  test(`${verb} takes no more memory after the tenth text of 100 kB`, () => {
    const pastes = texts();
    assert.equal(pastes.length, FIRST);
    let held = 0;
    for (let count = 0; count < times; count += 1) {
      api[verb](pastes[count % FIRST]);
      if (count < FIRST) held = wasm.memory.buffer.byteLength;
      assert.equal(wasm.memory.buffer.byteLength, held, `after ${count + 1} texts`);
    }
  });
}
