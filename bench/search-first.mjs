// The first search of a fresh process, and the second one, in milliseconds, as JSON.

import { search } from "respondex";

const timed = (query) => {
  const start = performance.now();
  search(query, { limit: 10 });
  return performance.now() - start;
};
console.log(JSON.stringify({ first: timed("recipient not found"), second: timed("token expired") }));
