// Every example of the package's README runs and prints what it says.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { emptyProject } from "./project.mjs";

const UPDOX = 'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"successful":false,"responseMessage":"","responseCode":4010}\n';

let project;
let blocks;
before(() => {
  project = emptyProject();
  const readme = readFileSync(join(project.folder, "node_modules/respondex/README.md"), "utf8");
  blocks = [...readme.matchAll(/^```(\w+)\n([^]*?)^```$/gmu)].map(([, language, text]) => ({ language, text }));
});
after(() => project?.remove());

const of = (language) => blocks.filter((block) => block.language === language).map((block) => block.text);

/** What the comments behind the prints say. */
const promised = (text) => [...text.matchAll(/console\.log\(.*\); \/\/ (.*)$/gmu)].map(([, value]) => `${value}\n`).join("");

test("there is an example of each kind, and none that is not run", () => {
  assert.deepEqual([...new Set(blocks.map((block) => block.language))].sort(), ["console", "html", "js", "sh", "ts"]);
  assert.deepEqual(of("sh"), ["npm install respondex\n"]);
});

test("the examples for Node", () => {
  for (const text of of("js")) {
    project.write("example.mjs", text);
    assert.notEqual(promised(text), "");
    assert.equal(project.node(["example.mjs"]).stdout, promised(text));
  }
});

test("the examples for TypeScript", () => {
  for (const text of of("ts")) {
    project.write("example.mts", text);
    const types = project.typeCheck(["example.mts"]);
    assert.equal(types.status, 0, types.stdout);
    project.write("types-removed.mjs", text.replace(/\btype \w+,? ?/gu, "").replace(/, \}/gu, " }").replace(/const (\w+): [^=]+ =/gu, "const $1 ="));
    assert.equal(project.node(["types-removed.mjs"]).stdout, promised(text));
  }
});

test("the examples for a page", () => {
  // What a web server does for the wasm file.
  project.write(
    "server.mjs",
    'import { readFileSync } from "node:fs";\n' +
      "globalThis.fetch = async (address) =>\n" +
      '  new Response(readFileSync(new URL(address.url ?? address)), { headers: { "content-type": "application/wasm" } });\n',
  );
  for (const text of of("html")) {
    const [, script] = /<script type="module">\n([^]*)<\/script>/u.exec(text);
    project.write("page.mjs", script);
    assert.equal(project.node(["--import", "./server.mjs", "page.mjs"]).stdout, promised(text));
  }
});

test("the examples for the command line", () => {
  project.write("response.txt", UPDOX);
  for (const text of of("console")) {
    for (const part of text.split(/^\$ /mu).filter((lines) => lines !== "")) {
      const [command, ...expected] = part.trimEnd().split("\n");
      const [program, ...words] = command.split(" ");
      const { stdout } = project.bin(program, words);
      // An ellipsis at the end stands for the rest.
      const shown = expected.join("\n").replace(/\n?\u2026$/u, "");
      assert.ok(stdout.startsWith(shown), `${command} printed\n${stdout}`);
    }
  }
});
