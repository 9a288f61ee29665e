// node sizes.mjs {WHAT FOLDER NAME=BUDGET,…}…: the JavaScript, wasm, data and CSS files of each folder, as they are and
// compressed. Ends with status 1 when a file is over its budget (bytes after brotli), or one with a budget is missing.

import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Raw, gzip and brotli size of every file at the top of a folder that a browser has to load. */
export function sizesOf(folder) {
  return readdirSync(folder)
    .filter((name) => /\.(wasm|bin|m?js|css)$/.test(name))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
      return {
        name: name.replace(/-[0-9a-f]{8,}/, ""),
        raw: bytes.length,
        gzip: gzipSync(bytes, { level: 9 }).length,
        brotli: brotliCompressSync(bytes, quality).length,
      };
    });
}

function report(words) {
  let failed = false;
  while (words.length > 0) {
    const [what, folder, limits] = words.splice(0, 3);
    const budgets = new Map(limits.split(",").map((limit) => limit.split("=")));
    console.log(`   ${what.padEnd(36)}${["raw", "gzip", "brotli"].map((word) => word.padStart(10)).join("")}`);
    for (const { name, raw, gzip, brotli } of sizesOf(folder)) {
      const budget = budgets.get(name);
      budgets.delete(name);
      const isOver = brotli > Number(budget);
      failed ||= isOver;
      const verdict = budget ? `   ${isOver ? "OVER" : "within"} ${budget}` : "";
      console.log(`     ${name.padEnd(34)}${[raw, gzip, brotli].map((n) => String(n).padStart(10)).join("")}${verdict}`);
    }
    for (const missing of budgets.keys()) console.log(`     ${missing} is MISSING`);
    failed ||= budgets.size > 0;
  }
  return failed ? 1 : 0;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exit(report(process.argv.slice(2)));
}
