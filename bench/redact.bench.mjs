// Redaction in Node, beside the handful of patterns that people write instead: time and growth.

import { readFileSync, readdirSync } from "node:fs";
import { redact } from "respondex";

import { HOSTILE, mixedLog, recording } from "./decode-texts.mjs";
import { DENSE } from "./redact-texts.mjs";
import { medians, microseconds, table } from "./rounds.mjs";

/** What a program masks with by itself; it finds a small part of what `redact` finds. */
const PATTERNS = [
  [/\b(authorization|cookie|set-cookie)(["']?\s*[:=]\s*["']?)[^\r\n"']+/giu, "$1$2[MASKED]"],
  [/\b(password|passwd|secret|token|api_?key)(["']?\s*[:=]\s*["']?)[^\s"'&,;]+/giu, "$1$2[MASKED]"],
  [/\b(bearer|basic)\s+[\w.+/=~-]+/giu, "$1 [MASKED]"],
  [/\beyJ[\w-]+\.[\w-]+(\.[\w-]*)?/gu, "[MASKED]"],
  [/\b\d{3}-\d{2}-\d{4}\b/gu, "[MASKED]"],
  [/\b\d{3}[-. ]\d{3}[-. ]\d{4}\b/gu, "[MASKED]"],
  [/[\w.+-]+@[\w-]+\.[\w.-]+/gu, "[MASKED]"],
];

const byPatterns = (text) => PATTERNS.reduce((masked, [pattern, words]) => masked.replace(pattern, words), text);

/** All texts of a folder of cases. */
function cases(folder) {
  const here = new URL(`../tests/${folder}/`, import.meta.url);
  const names = readdirSync(here, { recursive: true }).filter((name) => name.endsWith(".txt")).sort();
  return names.map((name) => readFileSync(new URL(name, here), "utf8")).join("\n\n");
}

const repeated = (unit, bytes) => unit.repeat(Math.ceil(bytes / unit.length)).slice(0, bytes);
const perMegabyte = (time, text) => (time / 1000 / (text.length / 1e6)).toFixed(1);

export default async function redaction() {
  const texts = [
    ["4 kB of a HAR", recording(4_000), 200],
    ["1 MB, HAR", recording(), 1],
    ["1 MB, mixed log", mixedLog(1_000_000), 1],
    ["1 MB of the cases of decoding", repeated(cases("golden"), 1_000_000), 1],
    ["1 MB of the cases of redaction", repeated(cases("redaction"), 1_000_000), 1],
  ];
  const rows = [];
  for (const [name, text, calls] of texts) {
    const candidates = { "respondex, wasm": () => microseconds(() => redact(text), calls), "seven patterns": () => microseconds(() => byPatterns(text), calls) };
    await medians(candidates, 3);
    const found = await medians(candidates, 9);
    for (const [what, time] of Object.entries(found)) {
      rows.push([what === "respondex, wasm" ? name : "", what, Math.round(time), (found["respondex, wasm"] / time).toFixed(1), perMegabyte(time, text)]);
    }
  }
  return [
    "## Redaction\n",
    table(["Text", "What", "µs, median of 9", "wasm is so many times that", "ms per MB"], rows),
    table(["Text", "so many times the text", "so many times the time"], await growth()),
    table(["4 kB of a HAR", "µs"], short()),
    table(["1 MB of", "ms per MB, median of 5"], many()),
  ].join("\n");
}

/** What 20 times the text costs, in turns with the text itself. */
async function growth() {
  const rows = [];
  const dense = ["passwords, each another", "names before addresses"].map((name) => [name, DENSE[name]]);
  for (const [name, write] of [["HAR", recording], ["mixed log", mixedLog], ...dense]) {
    const [small, large] = [write(100_000), write(2_000_000)];
    const found = await medians({ small: () => microseconds(() => redact(small), 4), large: () => microseconds(() => redact(large), 1) }, 7);
    rows.push([name, (large.length / small.length).toFixed(1), (found.large / found.small).toFixed(1)]);
  }
  return rows;
}

/** How long the slowest hundredth of many short pastes takes. */
function short() {
  const text = recording(4_000);
  const times = Array.from({ length: 2_000 }, () => microseconds(() => redact(text), 1)).sort((a, b) => a - b);
  return [["median", Math.round(times[1_000])], ["p99", Math.round(times[1_980])]];
}

/** Texts in which nearly everything is masked, and those that were slow to decode. */
function many() {
  const dense = Object.entries(DENSE).map(([name, write]) => [name, write(1_000_000)]);
  const hostile = Object.entries(HOSTILE).map(([name, unit]) => [name, repeated(unit, 1_000_000)]);
  return [...dense, ...hostile].map(([name, text]) => {
    const times = Array.from({ length: 5 }, () => microseconds(() => redact(text), 1)).sort((a, b) => a - b);
    return [name, perMegabyte(times[2], text)];
  });
}
