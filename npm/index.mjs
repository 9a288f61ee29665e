// Browsers, bundlers and workers: `await init()` once, then everything is synchronous.
import * as calls from "./calls.mjs";
import instantiate, { version as versionOfWasm } from "./respondex_wasm.js";
import { version } from "./version.mjs";

export { version };

/** The start that is under way or done; nothing before the first `init()` and after one that failed. */
let starting;
let ready = false;

/**
 * Loads the wasm file once. Without options it is the file next to this one.
 *
 * @param {{ module_or_path?: unknown }} [options]
 */
export function init(options) {
  starting ??= start(options).catch((error) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

async function start(options = {}) {
  if (typeof options !== "object" || options === null || isSource(options)) {
    throw new TypeError(
      "init: options must be an object with module_or_path; write init({ module_or_path: … })",
    );
  }
  await instantiate(options.module_or_path === undefined ? undefined : { module_or_path: options.module_or_path });
  const found = versionOfWasm();
  if (found !== version) {
    throw new Error(`respondex ${version} was given the wasm file of ${found}; publish both files of one package`);
  }
  ready = true;
}

function isSource(options) {
  return Object.getPrototypeOf(options) !== Object.prototype && Object.getPrototypeOf(options) !== null;
}

function started(verb) {
  if (!ready) {
    throw new Error(`${verb}() before init(): call "await init()" once, outside Node, before anything else`);
  }
  return calls;
}

export function lookup(code, options) {
  return started("lookup").lookup(code, options);
}

export function search(query, options) {
  return started("search").search(query, options);
}

export function decode(text, options) {
  return started("decode").decode(text, options);
}

export function compare(code, options) {
  return started("compare").compare(code, options);
}

export function compareCondition(condition, options) {
  return started("compareCondition").compareCondition(condition, options);
}

export function compareVendors(vendors, options) {
  return started("compareVendors").compareVendors(vendors, options);
}

export function matrix(options) {
  return started("matrix").matrix(options);
}

export function deviations(options) {
  return started("deviations").deviations(options);
}

export function vendors() {
  return started("vendors").vendors();
}

export function conditions() {
  return started("conditions").conditions();
}

export function redact(text, options) {
  return started("redact").redact(text, options);
}

export function schedule(retry, options) {
  return started("schedule").schedule(retry, options);
}
