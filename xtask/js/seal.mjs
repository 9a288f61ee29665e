// node seal.mjs DIST: gives the built entry page its content policy and the hashes of the files that it starts, and
// the files that come after the app names by their content, as Trunk has given one to the app.
// Trunk cannot: its own preload of the wasm carries a hash that browsers ignore. The icon is written into the page,
// so that the policy need not allow a single image request.

import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
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

// The file under a name with its hash, as a caller that has kept an older one would not find it.
const named = (file) => {
  const hash = createHash("sha256").update(readFileSync(join(dist, file))).digest("hex").slice(0, 16);
  const name = file.replace(/(_bg)?(?=\.)/, (suffix) => `-${hash}${suffix}`);
  renameSync(join(dist, file), join(dist, name));
  return `${glue.slice(0, glue.lastIndexOf("/") + 1)}${name}`;
};

// The reader's glue makes one instance, for good. What stops in the middle of its work has to be made anew, and by then the
// page can load no script any more.
const readerGlue = join(dist, "respondex-reader.js");
const source = readFileSync(readerGlue, "utf8");
for (const part of [/^let (\w+, )*wasm;$/m, /^function initSync\(module\) \{$/m]) {
  if (!part.test(source)) throw new Error(`${readerGlue}: expected ${part}; wasm-bindgen writes its glue otherwise`);
}
writeFileSync(readerGlue, `${source}
export function renew(module) {
  wasm = undefined;
  initSync({ module });
}
`);

const later = { catalog: "catalog.bin", reader: "respondex-reader.js", "reader-wasm": "respondex-reader_bg.wasm" };
const attributes = Object.entries(later).map(([attribute, file]) => {
  const address = named(file);
  return ` data-${attribute}="${address}" data-${attribute}-integrity="${integrity(address)}"`;
});
html = replaceOnce(
  html,
  link,
  `<link rel="modulepreload" href="${glue}" integrity="${integrity(glue)}" data-wasm="${wasm}"` +
    ` data-wasm-integrity="${integrity(wasm)}"${attributes.join("")} data-closing-policy="${closingPolicy}">`,
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
