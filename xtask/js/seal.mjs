// node seal.mjs DIST: gives the built entry page its content policy and the hashes of the files that it starts.
// Trunk cannot: its own preload of the wasm carries a hash that browsers ignore. The icon is written into the page,
// so that the policy need not allow a single image request.

import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const dist = process.argv[2];
const { PAGE_POLICY: pagePolicy, CLOSING_POLICY: closingPolicy } = process.env;
const page = join(dist, "index.html");

const integrity = (address) =>
  "sha384-" + createHash("sha384").update(readFileSync(join(dist, basename(address)))).digest("base64");

const replaceOnce = (html, what, by) => {
  const parts = html.split(what);
  if (parts.length !== 2) throw new Error(`${page}: expected ${what} once, found ${parts.length - 1} times`);
  return parts.join(by);
};

let html = readFileSync(page, "utf8");
const [link, glue, wasm] =
  html.match(/<link rel="?modulepreload"? href="?([^"\s>]+)"? data-wasm="?([^"\s>]+)"?\s*\/?>/) ?? [];
if (!link) throw new Error(`${page}: no link that names the glue and the wasm; see pattern_script in Trunk.toml`);

html = replaceOnce(
  html,
  link,
  `<link rel="modulepreload" href="${glue}" integrity="${integrity(glue)}" data-wasm="${wasm}"` +
    ` data-wasm-integrity="${integrity(wasm)}" data-closing-policy="${closingPolicy}">`,
);
html = replaceOnce(
  html,
  '<meta charset="utf-8">',
  `<meta charset="utf-8">\n    <meta http-equiv="Content-Security-Policy" content="${pagePolicy}">`,
);
const [icon, iconAddress] = html.match(/<link rel="icon" href="([^"]+\.svg)"\s*\/?>/) ?? [];
if (!icon) throw new Error(`${page}: no icon; see index.html`);
const iconFile = join(dist, basename(iconAddress));
const iconUrl = `data:image/svg+xml;base64,${readFileSync(iconFile).toString("base64")}`;
html = replaceOnce(html, icon, `<link rel="icon" href="${iconUrl}">`);
rmSync(iconFile);
writeFileSync(page, html);
