// The entry for browsers, bundlers and workers, with its wasm file served by a stand-in for fetch.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { emptyProject } from "./project.mjs";

let project;
let folder;
let loads = 0;
before(() => {
  project = emptyProject();
  folder = join(project.folder, "node_modules/respondex");
  globalThis.fetch = async (request) => {
    loads += 1;
    const bytes = readFileSync(fileURLToPath(request.url ?? request));
    return new Response(bytes, { headers: { "content-type": "application/wasm" } });
  };
});
after(() => project?.remove());

/** The module anew, as another page would load it. */
async function fresh(name) {
  const entry = pathToFileURL(join(folder, "index.mjs"));
  entry.search = name;
  // The glue is one module for all of them; only the entry keeps whether it was started.
  return import(entry);
}

test("a call before init says what to do", async () => {
  const api = await fresh("before");
  const verbs = ["compare", "conditions", "decode", "lookup", "redact", "schedule", "search", "vendors"];
  for (const verb of verbs) {
    assert.throws(() => api[verb]("401"), { message: `${verb}() before init(): call "await init()" once, outside Node, before anything else` });
  }
});

test("a load that failed can be repeated", async () => {
  const api = await fresh("repeat");
  await assert.rejects(api.init({ module_or_path: pathToFileURL(join(folder, "absent.wasm")) }), /ENOENT/u);
  await assert.rejects(api.init("respondex_wasm_bg.wasm"), { name: "TypeError", message: /^init: options must be an object/u });
  await api.init();
  assert.equal(api.lookup(404).code, 404);
});

test("init loads the file next to the module once, and the names are those of Node", async () => {
  const api = await fresh("once");
  await Promise.all([api.init(), api.init(), api.init()]);
  const before = loads;
  await api.init();
  assert.equal(loads, before);
  const node = await import(pathToFileURL(join(folder, "node.mjs")));
  assert.deepEqual(Object.keys(api).sort(), Object.keys(node).sort());
  for (const call of [({ lookup }) => lookup(401), ({ search }) => search("token expired"), ({ compare }) => compare("401")]) {
    assert.deepEqual(call(api), call(node));
  }
});

test("bytes, a module and a promise of one will do", async () => {
  const bytes = readFileSync(join(folder, "respondex_wasm_bg.wasm"));
  for (const [name, source] of Object.entries({ bytes, module: new WebAssembly.Module(bytes), promise: Promise.resolve(bytes) })) {
    const api = await fresh(name);
    await api.init({ module_or_path: source });
    assert.equal(api.lookup(404).code, 404);
  }
});
