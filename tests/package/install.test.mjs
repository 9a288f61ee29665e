// The packed file installs into an empty project, imports, answers and type-checks.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { emptyProject } from "./project.mjs";

let project;
before(() => (project = emptyProject()));
after(() => project?.remove());

test("the package has no dependencies and no install scripts", () => {
  const manifest = JSON.parse(readFileSync(join(project.folder, "node_modules/respondex/package.json"), "utf8"));
  assert.deepEqual(manifest.dependencies ?? {}, {});
  assert.deepEqual(manifest.scripts ?? {}, {});
});

test("everything works right after the import in Node", () => {
  project.write(
    "consumer.mjs",
    'import { lookup } from "respondex";\nconsole.log(JSON.stringify(lookup(4071)));\n',
  );
  const answer = JSON.parse(project.node(["consumer.mjs"]).stdout);
  assert.equal(answer.code, 4071);
  assert.equal(answer.known, true);
  assert.deepEqual(answer.meanings.map((entry) => entry.id), ["updox/4071"]);
});

test("a TypeScript project type-checks, and a wrong argument does not", () => {
  project.write(
    "right.mts",
    'import { decode, lookup, type Decoding } from "respondex";\n' +
      'const decoding: Decoding = decode("{}", { vendor: "updox" });\n' +
      "const known: boolean = lookup(4071).known;\nexport { decoding, known };\n",
  );
  project.write("wrong.mts", 'import { lookup } from "respondex";\nlookup({}, { vender: "updox" });\n');
  for (const resolution of ["nodenext", "bundler"]) {
    const { stdout } = project.typeCheck(["right.mts", "wrong.mts"], { resolution });
    const refused = stdout.split("\n").filter((line) => /^\S/u.test(line));
    assert.match(refused[0] ?? "", /^wrong\.mts\(2,8\): error TS/u);
    assert.deepEqual(refused.filter((line) => !line.startsWith("wrong.mts(2,")), []);
  }
});
