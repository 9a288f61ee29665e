// node decode-memory.mjs NAME: decodes one big text and prints how far the wasm memory has grown.

import { readFileSync } from "node:fs";

import * as texts from "./decode-texts.mjs";

const MAKERS = {
  recording: () => texts.recording(10_000_000),
  mixedLog: () => texts.mixedLog(10_000_000),
  numbers: () => `[${"1,".repeat(5_000_000)}1]`,
  brackets: () => "<a>".repeat(3_300_000),
};

const folder = new URL("node_modules/respondex/", import.meta.url);
const wasm = await import(new URL("respondex_wasm.js", folder));
const { memory } = wasm.initSync({ module: readFileSync(new URL("respondex_wasm_bg.wasm", folder)) });
const text = MAKERS[process.argv[2]]();
wasm.decode(text);
console.log(JSON.stringify({ megabytes: text.length / 1e6, peak: memory.buffer.byteLength / 2 ** 20 }));
