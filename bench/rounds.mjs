// Measuring side by side: the candidates take turns, so that whatever disturbs the machine disturbs all of them.

/** The middle value of each candidate's rounds: `{ name: value }`. A candidate returns the number to record. */
export async function medians(candidates, rounds) {
  const values = new Map(Object.keys(candidates).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, measure] of Object.entries(candidates)) values.get(name).push(await measure());
  }
  return Object.fromEntries([...values].map(([name, list]) => [name, list.sort((a, b) => a - b)[rounds >> 1]]));
}

/** Microseconds that one call takes, over enough calls that the clock does not matter. */
export function microseconds(call, calls) {
  const start = performance.now();
  for (let index = 0; index < calls; index += 1) call();
  return ((performance.now() - start) * 1000) / calls;
}

/** A Markdown table; the first column is text, the others are numbers. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |\n`;
  return line(head) + line(head.map((_, index) => (index === 0 ? "---" : "--:"))) + rows.map(line).join("");
}
