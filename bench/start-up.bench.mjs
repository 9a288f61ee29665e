// How long a Node program waits for its first answer, each round in a fresh process.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { medians, table } from "./rounds.mjs";

const program = `
const start = performance.now();
const { lookup } = await import("respondex");
const imported = performance.now();
lookup(4071);
const first = performance.now();
lookup(4071);
console.log(JSON.stringify([imported - start, first - imported, performance.now() - first]));
`;

export default async function startUp() {
  const cwd = fileURLToPath(new URL(".", import.meta.url));
  const node = (code) => execFileSync(process.execPath, ["--input-type=module", "--eval", code], { cwd, encoding: "utf8" });
  const whole = (code) => () => {
    const start = performance.now();
    node(code);
    return performance.now() - start;
  };
  const part = (index) => () => JSON.parse(node(program))[index];
  const found = await medians(
    {
      "import": part(0),
      "first lookup after the import": part(1),
      "second lookup": part(2),
      "whole process, with an import and one lookup": whole('import { lookup } from "respondex"; lookup(4071);'),
      "whole process that does nothing": whole(""),
    },
    15,
  );
  const rows = Object.entries(found).map(([what, time]) => [what, time.toFixed(2)]);
  return `## Start-up in Node\n\n${table(["What", "ms, median of 15"], rows)}`;
}
