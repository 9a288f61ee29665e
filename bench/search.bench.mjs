// Search beside search libraries for JavaScript, on the same records and the same queries, in one run.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";
import { search } from "respondex";

import { table } from "./rounds.mjs";
import { ENGINES, IMPORTS } from "./search-peers.mjs";
import { queries, records } from "./search-records.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const SIZES = [120, 1_200, 12_000, 120_000];
/** Queries of each class; fewer where a query takes a third of a second. */
const EACH = { 120: 200, 1_200: 200, 12_000: 40, 120_000: 15 };
/** What takes longer than so many milliseconds is not measured again. */
const LONG = 30;
const LIMIT = 10;
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const share = (part, whole) => ((100 * part) / whole).toFixed(0);
const quantile = (list, at) => list.sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * at))];
const shown = (number) => (number < 10 ? number.toFixed(2) : number < 100 ? number.toFixed(1) : String(Math.round(number)));

/** Time and rank of each query: engines take turns, and of three rounds the middle counts. */
function run(engines, asked) {
  const found = Object.fromEntries(Object.keys(engines).map((name) => [name, []]));
  for (const { query, answer } of asked) {
    const times = Object.fromEntries(Object.keys(engines).map((name) => [name, []]));
    const ranks = {};
    for (let round = 0; round < 3; round += 1) {
      for (const [name, find] of Object.entries(engines)) {
        if (times[name][0] > LONG * 1000) continue;
        const start = performance.now();
        const hits = find(query, LIMIT);
        times[name].push((performance.now() - start) * 1000);
        ranks[name] = [...hits].indexOf(answer);
      }
    }
    for (const name of Object.keys(engines)) found[name].push({ rank: ranks[name], time: quantile(times[name], 0.5) });
  }
  return found;
}

const recall = (list, at) => share(list.filter(({ rank }) => rank >= 0 && rank < at).length, list.length);
const reciprocal = (list) => (list.reduce((sum, { rank }) => sum + (rank >= 0 ? 1 / (rank + 1) : 0), 0) / list.length).toFixed(2);

export default async function searching() {
  const accuracy = [];
  const times = [];
  const costs = [];
  for (const count of SIZES) {
    const list = records(count);
    const asked = queries(list, EACH[count]);
    const engines = {};
    for (const [name, make] of Object.entries(ENGINES)) engines[name] = await make(list);
    // Once to warm up.
    run(engines, Object.values(asked).flatMap((some) => some.slice(0, 3)));
    const byClass = Object.fromEntries(Object.entries(asked).map(([kind, some]) => [kind, run(engines, some)]));
    for (const name of Object.keys(ENGINES)) {
      const lists = Object.values(byClass).map((found) => found[name]);
      const all = lists.flat();
      accuracy.push([name === "respondex, wasm" ? count : "", name, ...lists.map((found) => recall(found, 1)), recall(all, 1), recall(all, 5), reciprocal(all)]);
      times.push([name === "respondex, wasm" ? count : "", name, shown(quantile(all.map(({ time }) => time), 0.5)), shown(quantile(all.map(({ time }) => time), 0.99)), ...lists.map((found) => shown(quantile(found.map(({ time }) => time), 0.5)))]);
      const { build: took, memory } = JSON.parse(execFileSync(process.execPath, ["--expose-gc", here("search-memory.mjs"), name, String(count)], { encoding: "utf8" }));
      costs.push([name === "respondex, wasm" ? count : "", name, shown(took), (memory / 1e6).toFixed(1)]);
    }
  }
  const kinds = Object.keys(queries(records(120), 1));
  return [
    "## Search\n",
    "Share of queries, in percent, whose right answer comes first; then among the first five, and the mean reciprocal rank.\n",
    table(["Records", "Engine", ...kinds, "all @1", "all @5", "MRR"], accuracy),
    "Microseconds per query, ten hits.\n",
    table(["Records", "Engine", "median", "p99", ...kinds], times),
    "Milliseconds to build the index, and megabytes that stay.\n",
    table(["Records", "Engine", "ms", "MB"], costs),
    await ownCatalogue(),
    "Bundled and minified by esbuild, kilobytes with brotli.\n",
    table(["Engine", "kB"], await bundles()),
  ].join("\n");
}

/** The built-in catalogue through the packed package: nothing is built, answers are whole JavaScript objects. */
async function ownCatalogue() {
  const rows = readFileSync(here("../core/tests/queries.tsv"), "utf8").trim().split("\n").slice(1).map((row) => row.split("\t"));
  const asked = rows.filter(([, answer]) => answer);
  const first = asked.filter(([query, answer]) => search(query).hits[0]?.entry.id === answer).length;
  const of = (limit) => {
    const list = asked.map(([query]) => {
      const rounds = [0, 1, 2, 3, 4].map(() => {
        const start = performance.now();
        search(query, { limit });
        return (performance.now() - start) * 1000;
      });
      return quantile(rounds, 0.5);
    });
    return [shown(quantile([...list], 0.5)), shown(quantile([...list], 0.99))];
  };
  const load = JSON.parse(execFileSync(process.execPath, [here("search-first.mjs")], { encoding: "utf8", cwd: here(".") }));
  return `The built-in catalogue, \`search\` of the package with answers as JavaScript objects: of ${asked.length} labelled queries ${first} have the right answer first.\n\n${table(["Hits asked for", "median µs", "p99 µs"], [["1", ...of(1)], ["10", ...of(10)]])}\nThe first search after the import takes ${shown(load.first)} ms, with the catalogue unpacked; the second one ${shown(load.second)} ms.\n`;
}

async function bundles() {
  const wasm = brotli(readFileSync(`${process.env.SEARCH}/search_bg.wasm`));
  const rows = [["respondex, wasm: the search with the built-in catalogue and its index", (wasm / 1000).toFixed(1)]];
  for (const [name, contents] of Object.entries(IMPORTS)) {
    const { outputFiles } = await build({ stdin: { contents, resolveDir: here(".") }, bundle: true, minify: true, format: "esm", platform: "browser", write: false });
    rows.push([name, (brotli(outputFiles[0].contents) / 1000).toFixed(1)]);
  }
  return rows;
}
