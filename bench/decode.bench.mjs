// Decoding beside parsers of the same texts, in Node and natively: time, growth and memory.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { XMLParser } from "fast-xml-parser";
import { decode } from "respondex";
import { SaxesParser } from "saxes";

import { HOSTILE, mixedLog, nestedFault, recording, smallError, xmlFault } from "./decode-texts.mjs";
import { medians, microseconds, table } from "./rounds.mjs";

const contentOf = (text) => text.slice(text.indexOf("\r\n\r\n") + 4);

/** The least that a program does that reads a response by itself. */
function headSplitAndParse(text) {
  const [head, content] = text.split("\r\n\r\n", 2);
  const [status, ...fields] = head.split("\r\n");
  return { status: Number(status.split(" ")[1]), fields: fields.map((field) => field.split(": ", 2)), content: JSON.parse(content) };
}

function saxes(text) {
  const parser = new SaxesParser({ xmlns: true });
  parser.write(text).close();
}

const xmlParser = new XMLParser({ ignoreAttributes: false });

/** Each text, how many calls a round, and what it is compared with. */
const CASES = [
  { name: "0.5 kB, HTTP with JSON", text: smallError(), calls: 400, peers: (text) => ({ "head split and `JSON.parse`": () => headSplitAndParse(text), "`structuredClone` of the answer": clone(text) }) },
  { name: "2 kB, SanteDB fault in JSON", text: nestedFault(), calls: 200, peers: (text) => ({ "head split and `JSON.parse`": () => headSplitAndParse(text), "`structuredClone` of the answer": clone(text) }) },
  { name: "2 kB, SanteDB fault in XML", text: xmlFault(), calls: 200, peers: (text) => ({ "fast-xml-parser": () => xmlParser.parse(contentOf(text)), saxes: () => saxes(contentOf(text)) }) },
  { name: "1 MB, HAR", text: recording(), calls: 1, peers: (text) => ({ "`JSON.parse`": () => JSON.parse(text) }) },
  { name: "10 MB, mixed log", text: mixedLog(), calls: 1, peers: (text) => ({ "split into lines": () => text.split("\n").length }) },
];

function clone(text) {
  const answer = decode(text);
  return () => structuredClone(answer);
}

export default async function decoding() {
  const folder = fileURLToPath(new URL("../target/bench/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  const files = CASES.map(({ text }, index) => {
    writeFileSync(`${folder}decode-${index}.txt`, text);
    return `${folder}decode-${index}.txt`;
  });
  const native = JSON.parse(execFileSync(process.env.NATIVE, ["15", ...files], { encoding: "utf8" }));
  const rows = [];
  for (const [index, { name, text, calls, peers }] of CASES.entries()) {
    const candidates = Object.fromEntries(Object.entries({ "respondex, wasm": () => decode(text), ...peers(text) }).map(([what, call]) => [what, () => microseconds(call, calls)]));
    await medians(candidates, 3);
    const found = { ...(await medians(candidates, 15)), ...Object.fromEntries(Object.entries(native[files[index]]).map(([what, time]) => [what === "decode" ? "respondex, native" : `${what}, native`, time])) };
    const own = found["respondex, wasm"];
    for (const [what, time] of Object.entries(found)) {
      rows.push([what === "respondex, wasm" ? name : "", what, time < 1000 ? time.toFixed(1) : Math.round(time), (own / time).toFixed(1), (time / 1000 / (text.length / 1e6)).toFixed(1)]);
    }
  }
  const times = table(["Text", "What", "µs, median of 15", "wasm is so many times that", "ms per MB"], rows);
  return `## Decoding\n\n${times}\n### Growth, hostile texts and memory\n\n${await growth()}\n${hostile()}\n${cases()}\n${short()}\n${memory()}`;
}

/** Every pasted text of the cases, again and again until it is half a megabyte long. */
function cases() {
  const folder = new URL("../tests/golden/", import.meta.url);
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".txt"));
  const found = names.map((name) => {
    const unit = `${readFileSync(new URL(name, folder), "utf8")}\n`;
    const text = unit.repeat(Math.ceil(500_000 / unit.length));
    let responses = 0;
    const times = Array.from({ length: 5 }, () => microseconds(() => (responses = decode(text).responses.length), 1)).sort((a, b) => a - b);
    return { name, responses, time: times[2] / 1000 / (text.length / 1e6) };
  });
  const rows = [["all of them", found], ["those with fewer than 100 responses", found.filter(({ responses }) => responses < 100)]].map(([what, list]) => {
    const times = list.map(({ time }) => time).sort((a, b) => a - b);
    const at = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))].toFixed(1);
    const slowest = list.reduce((worst, one) => (one.time > worst.time ? one : worst));
    return [what, list.length, at(0.5), at(0.9), at(1), slowest.name, times.filter((time) => time > 30).length];
  });
  return table(["Half a megabyte of one case", "cases", "middle, ms per MB", "nine of ten", "slowest", "which", "over 30"], rows);
}

/** How long the slowest hundredth of many short pastes takes. */
function short() {
  const text = recording(4_000);
  const times = Array.from({ length: 2_000 }, () => microseconds(() => decode(text), 1)).sort((a, b) => a - b);
  return table(["4 kB of a HAR", "µs"], [["median", Math.round(times[1_000])], ["p99", Math.round(times[1_980])]]);
}

/** What 20 times the text costs, in turns with the text itself. */
async function growth() {
  const rows = [];
  for (const [name, small, large] of [["HAR", recording(250_000), recording(5_000_000)], ["mixed log", mixedLog(500_000), mixedLog(10_000_000)]]) {
    const found = await medians({ small: () => microseconds(() => decode(small), 4), large: () => microseconds(() => decode(large), 1) }, 7);
    rows.push([name, (large.length / small.length).toFixed(1), (found.large / found.small).toFixed(1)]);
  }
  return table(["Text", "so many times the text", "so many times the time"], rows);
}

/** Texts that are made to be slow. */
function hostile() {
  const rows = Object.entries(HOSTILE).map(([name, unit]) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const times = Array.from({ length: 5 }, () => microseconds(() => decode(text), 1)).sort((a, b) => a - b);
    return [name, (times[2] / 1000 / (text.length / 1e6)).toFixed(1)];
  });
  return table(["1 MB of", "ms per MB, median of 5"], rows);
}

/** How far the wasm memory has grown, in a process of its own for each text. */
function memory() {
  const script = fileURLToPath(new URL("decode-memory.mjs", import.meta.url));
  const rows = ["recording", "mixedLog", "numbers", "brackets"].map((name) => {
    const { megabytes, peak } = JSON.parse(execFileSync(process.execPath, [script, name], { encoding: "utf8" }));
    return [name, megabytes.toFixed(1), peak.toFixed(1), (32 + 4 * megabytes).toFixed(1)];
  });
  return table(["Text", "MB", "wasm memory at its peak, MiB", "32 MiB and 4 times the text"], rows);
}
