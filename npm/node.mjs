// Node, Deno and Bun: everything works right after the import.
import { readFileSync } from "node:fs";

import { initSync } from "./respondex_wasm.js";

export {
  compare,
  compareCondition,
  compareVendors,
  conditions,
  decode,
  deviations,
  lookup,
  matrix,
  redact,
  schedule,
  search,
  vendors,
} from "./calls.mjs";
export { version } from "./version.mjs";

initSync({ module: readFileSync(new URL("respondex_wasm_bg.wasm", import.meta.url)) });

/** Nothing is left to do here; it exists so that the same code runs in a browser. */
export async function init() {}
