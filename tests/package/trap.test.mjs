// A wasm file that stops with a trap must not be called again. Here its memory and its stack run out: the same file with a highest size
// is the same program on a small machine, so that nothing has to be built in that breaks it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { emptyProject } from "./project.mjs";

/** Pages of 64 KiB: 8 MiB. */
const MOST_PAGES = 128;
const MEMORY_SECTION = 5;
const CANARY = "canary-7261";

let project;
let api;
let instances = 0;
before(async () => {
  project = emptyProject();
  const folder = pathToFileURL(join(project.folder, "node_modules/respondex/"));
  api = await import(new URL("index.mjs", folder));
  await api.init({ module_or_path: withLittleMemory(readFileSync(new URL("respondex_wasm_bg.wasm", folder))) });
  const Instance = WebAssembly.Instance;
  WebAssembly.Instance = class extends Instance {
    constructor(...words) {
      super(...words);
      instances += 1;
    }
  };
});
after(() => project?.remove());

/** A number as wasm writes it, seven bits a byte. */
function leb128(number) {
  return number < 128 ? [number] : [(number & 127) | 128, ...leb128(number >>> 7)];
}

/** A number and where it ends. */
function readLeb128(bytes, at) {
  const { [at]: byte } = bytes;
  if (byte < 128) return [byte, at + 1];
  const [rest, end] = readLeb128(bytes, at + 1);
  return [(byte & 127) | (rest << 7), end];
}

/** The wasm file, in whose memory section a highest size is written. */
function withLittleMemory(bytes) {
  for (let at = 8; at < bytes.length; ) {
    const [size, start] = readLeb128(bytes, at + 1);
    if (bytes[at] === MEMORY_SECTION) {
      const [least] = readLeb128(bytes, start + 2);
      // One memory, with a highest size.
      const section = [1, 1, ...leb128(least), ...leb128(MOST_PAGES)];
      const made = [MEMORY_SECTION, ...leb128(section.length), ...section];
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(made), bytes.subarray(start + size)]);
    }
    at = start + size;
  }
  throw new Error("the wasm file has no memory of its own");
}

const RESPONSE = "HTTP/1.1 404 Not Found\n\n{\"successful\":false,\"responseCode\":4071}";

/** Calls that need more memory or stack than there is, at different places. */
const TOO_MUCH = {
  "a text longer than the memory": () => api.decode(CANARY.repeat(2_000_000)),
  "a content that takes more memory than its text": () => api.decode(`["${CANARY}",{"a":1},${"1,".repeat(400_000)}1]`),
  "an answer longer than the memory": () =>
    api.decode(`${CANARY} code 4071\nHTTP/1.1 404 Not Found\n\n`.repeat(20_000), { maxResponses: 100_000 }),
  "a call where the stack runs out": () => {
    let thrown;
    let answered = false;
    const deeper = () => {
      try {
        deeper();
      } catch {
        // As deep as it goes; each caller has a little more stack.
      }
      if (answered) return;
      try {
        api.decode(`${CANARY} code 4071`);
        answered = true;
      } catch (error) {
        thrown = error;
      }
    };
    deeper();
    throw thrown;
  },
  "a text that is masked": () => api.redact(`password=${CANARY} `.repeat(100_000)),
};

for (const [what, call] of Object.entries(TOO_MUCH)) {
  test(`${what} throws, and the next call is answered right`, (context) => {
    const written = ["log", "info", "warn", "error", "debug"].map((method) => context.mock.method(console, method));
    const expected = api.decode(RESPONSE);
    const masked = api.redact("password=hunter2");
    const before = instances;
    assert.throws(call, (error) => {
      assert.ok(error instanceof WebAssembly.RuntimeError || error instanceof RangeError, String(error));
      assert.ok(!`${error.message}${error.stack}`.includes(CANARY));
      return true;
    });
    assert.deepEqual(api.decode(RESPONSE), expected);
    assert.deepEqual(api.redact("password=hunter2"), masked);
    assert.ok(instances > before, "the wasm file was not started afresh");
    assert.equal(api.decode("HTTP/1.1 401 Unauthorized\n\n", { vendor: "updox" }).responses[0].vendor.id, "updox");
    for (const method of written) assert.equal(method.mock.callCount(), 0);
  });
}
