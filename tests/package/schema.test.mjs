// The published schema of the catalogue files fits every file that is built in, and refuses what the build refuses.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";

const folder = new URL("../../core/catalog/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
const validate = new Ajv2020({ allErrors: true }).compile(read("catalog.schema.json"));
const files = readdirSync(folder).filter((name) => /^[a-z-]+\.json$/u.test(name) && !["conditions.json", "synonyms.json"].includes(name));

test("every built-in file fits the schema", () => {
  assert.ok(files.length >= 6, files.join());
  for (const name of files) {
    assert.ok(validate(read(name)), `${name}: ${JSON.stringify(validate.errors?.slice(0, 3), null, 1)}`);
  }
});

test("a wrong file is refused", () => {
  const wrong = [
    (file) => delete file.vendor.scheme,
    (file) => (file.entries[0].retry.kind = "maybe"),
    (file) => (file.entries[0].colour = "red"),
    (file) => (file.entries[0].steps = []),
    (file) => (file.entries[0].reply = 1),
    (file) => (file.entries[0].basis = { mood: { basis: "stated" } }),
    (file) => (file.sources = []),
  ];
  for (const spoil of wrong) {
    const file = read("elevate-iq.json");
    spoil(file);
    assert.equal(validate(file), false, spoil.toString());
  }
});
