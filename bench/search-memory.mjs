// node --expose-gc search-memory.mjs ENGINE COUNT: time to build and memory that stays, as JSON. A process for each,
// so that none of them measures what another one left.

import { ENGINES } from "./search-peers.mjs";
import { records } from "./search-records.mjs";

const [name, count] = [process.argv[2], Number(process.argv[3])];
const list = records(count);
const used = () => {
  globalThis.gc();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
};
await ENGINES[name](records(60));
const before = used();
const start = performance.now();
const find = await ENGINES[name](list);
const build = performance.now() - start;
const memory = used() - before;
console.log(JSON.stringify({ build, memory, first: find(list[0].code, 1)[0] }));
