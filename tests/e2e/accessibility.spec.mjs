// Every kind of page, in each of its states, light and dark, on a phone and on a desk: axe finds nothing.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const sample = (name) => (page) => page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
const paste = (text) => (page) => page.locator("textarea").fill(text);

const STATES = [
  ["home", "/"],
  ["home with an answer", "/?q=401"],
  ["home with nothing found", "/?q=zzzzqqq"],
  ["home with an unlisted number", "/?q=4099"],
  ["code", "/code/updox/4071", (page) => page.locator("details.basis summary").first().click()],
  ["code not listed", "/code/vision/205", undefined, 404],
  ["decoder", "/decode"],
  ["decoder with two verdicts", "/decode", sample("Updox")],
  ["decoder with records", "/decode", sample("Vision")],
  ["decoder with causes", "/decode", sample("SanteDB")],
  ["decoder with nothing found", "/decode", paste("Dear colleague")],
  ["matrix", "/compare"],
  ["comparison", "/compare/401"],
  ["vendors", "/vendors"],
  ["vendor", "/vendor/vision"],
  ["about", "/about"],
  ["not found", "/no/such/page", undefined, 404],
];

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    test(`axe, ${colorScheme}, ${width} pixels`, async () => {
      const found = [];
      for (const [name, path, act, expectedStatus = 200] of STATES) {
        const page = await site.open(path, { colorScheme, viewport: { width, height: 800 }, reducedMotion: "reduce", expectedStatus });
        await act?.(page);
        found.push(...(await site.accessibilityProblems(page)).map((problem) => `${name}: ${problem}`));
        await page.context().close();
      }
      assert.deepEqual(found, []);
      assert.deepEqual(site.problems, []);
    });
  }
}
