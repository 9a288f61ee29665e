// node run.mjs [NAME…]: runs the measurements of this folder, or those that are named, and puts what they say into
// RESULTS.md. Started by `cargo xtask bench`, which sets PACKAGE (the packed package) and SITE (the built site).

import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const results = here("RESULTS.md");
const suffix = ".bench.mjs";

// The measurements import the package by its name, as its users do.
rmSync(here("node_modules/respondex"), { recursive: true, force: true });
cpSync(process.env.PACKAGE, here("node_modules/respondex"), { recursive: true });

const all = readdirSync(here(".")).filter((file) => file.endsWith(suffix)).sort();
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !all.includes(name + suffix));
if (unknown) {
  console.error(`error: there is no measurement "${unknown}"; there are ${all.map((file) => file.replace(suffix, "")).join(", ")}`);
  process.exit(2);
}

let text = existsSync(results) ? readFileSync(results, "utf8") : "";
// What people wrote below the tables stays there.
const remarks = /\n<!-- remarks -->\n[^]*$/.exec(text)?.[0] ?? "";
const sections = new Map([...text.matchAll(/<!-- bench (\S+) -->\n([^]*?)<!-- end -->\n/g)].map(([, name, body]) => [name, body]));
for (const file of all) {
  const name = file.replace(suffix, "");
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`   ${name}`);
  const { default: measure } = await import(new URL(file, import.meta.url));
  const body = await measure();
  console.log(body.replace(/^/gm, "   "));
  sections.set(name, `${body.trim()}\n\nMeasured with \`cargo xtask bench ${name}\`, Node ${process.version}, ${cpus().length} × ${cpus()[0].model.trim()}.\n`);
}

text = "# Measurements\n\nWritten by `cargo xtask bench`. Compare numbers within one table only: each is one run on one machine.\n";
for (const file of all) {
  const name = file.replace(suffix, "");
  if (sections.has(name)) text += `\n<!-- bench ${name} -->\n${sections.get(name)}<!-- end -->\n`;
}
writeFileSync(results, text + remarks);
