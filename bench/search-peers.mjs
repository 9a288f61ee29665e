// The libraries that are measured, each with the settings that its documentation starts from for search as one types.

import { readFileSync } from "node:fs";

import uFuzzy from "@leeoniya/ufuzzy";
import { create, insertMultiple, search as orama } from "@orama/orama";
import FlexSearch from "flexsearch";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";

const FIELDS = ["code", "message", "summary"];

/** `name: (records) => (query, limit) => positions`, the best first; a promise where the library gives one. */
export const ENGINES = {
  async "respondex, wasm"(records) {
    const { Engine, initSync } = await import(new URL(`file://${process.env.SEARCH}/search.js`));
    if (!globalThis.respondexMemory) {
      globalThis.respondexMemory = initSync({ module: readFileSync(`${process.env.SEARCH}/search_bg.wasm`) }).memory;
    }
    const engine = new Engine(records.map(({ code, message, summary }) => `${code}\t${message}\t${summary}`).join("\n"));
    return (query, limit) => engine.find(query, limit);
  },
  MiniSearch(records) {
    const index = new MiniSearch({ fields: FIELDS, searchOptions: { prefix: true, fuzzy: 0.2, boost: { code: 2 } } });
    index.addAll(records);
    return (query, limit) => index.search(query).slice(0, limit).map(({ id }) => id);
  },
  "Fuse.js"(records) {
    const index = new Fuse(records, { keys: FIELDS, ignoreLocation: true });
    return (query, limit) => index.search(query, { limit }).map(({ refIndex }) => refIndex);
  },
  FlexSearch(records) {
    const index = new FlexSearch.Document({ document: { id: "id", index: FIELDS }, tokenize: "forward" });
    for (const record of records) index.add(record);
    return (query, limit) => [...new Set(index.search(query, { limit }).flatMap(({ result }) => result))].slice(0, limit);
  },
  async Orama(records) {
    const index = create({ schema: { code: "string", message: "string", summary: "string" } });
    await insertMultiple(index, records.map(({ id, code, message, summary }) => ({ id: String(id), code, message, summary })), 5000);
    return (query, limit) => orama(index, { term: query, limit, tolerance: 1 }).hits.map(({ id }) => Number(id));
  },
  uFuzzy(records) {
    const haystack = records.map(({ code, message, summary }) => `${code} ${message} ${summary}`);
    const engine = new uFuzzy({ intraMode: 1 });
    return (query, limit) => {
      const [found, info, order] = engine.search(haystack, query, 1);
      if (!found) return [];
      return (order ? order.map((at) => info.idx[at]) : found).slice(0, limit);
    };
  },
};

/** What has to be bundled for each. */
export const IMPORTS = {
  MiniSearch: 'export { default } from "minisearch"',
  "Fuse.js": 'export { default } from "fuse.js"',
  FlexSearch: 'export { default } from "flexsearch"',
  Orama: 'export { create, insertMultiple, search } from "@orama/orama"',
  uFuzzy: 'export { default } from "@leeoniya/ufuzzy"',
};
