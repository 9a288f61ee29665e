// A developer wants to know how vendors differ on a code.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

test("the matrix shows all codes by vendor, with headings that stay in view", async () => {
  const page = await site.open("/compare");
  const table = page.getByRole("table");
  const heads = await table.getByRole("columnheader").allInnerTexts();
  assert.deepEqual(heads, ["Code", "HHAeXchange", "Vision", "SanteDB", "Updox", "Elevate IQ", "HTTP standard"]);
  const region = page.getByRole("region", { name: "Codes by vendor" });
  await region.evaluate((it) => it.scrollTo(200, 400));
  const [frame, corner] = await Promise.all([
    region.boundingBox(),
    table.getByRole("columnheader", { name: "Code" }).boundingBox(),
  ]);
  assert.ok(Math.abs(frame.y - corner.y) < 3, "the first row stays");
  assert.ok(Math.abs(frame.x - corner.x) < 3, "the first column stays");
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("a number leads to its comparison, and a vendor's page leads there too", async () => {
  const page = await site.open("/compare");
  await page.getByRole("rowheader", { name: "401", exact: true }).getByRole("link").click();
  await page.waitForURL("**/compare/401");
  await page.getByRole("heading", { level: 1, name: "401 across vendors" }).waitFor();
  const rows = await page.getByRole("rowheader").allInnerTexts();
  for (const aspect of ["Outcome", "Meaning", "Who acts", "Try again", "Differs in", "Nearest codes"]) {
    assert.ok(rows.includes(aspect), aspect);
  }
  await page.getByRole("link", { name: "Vision 401" }).click();
  await page.getByRole("link", { name: "Compare 401" }).click();
  await page.waitForURL("**/compare/401");
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("outcomes are told apart without colour", async () => {
  const page = await site.open("/compare");
  const signs = await page.locator("tbody .sign [aria-hidden]").allInnerTexts();
  const words = await page.locator("tbody .sign .visually-hidden").allInnerTexts();
  assert.ok(new Set(signs).size >= 3);
  assert.equal(new Set(signs).size, new Set(words).size);
  await page.context().close();
});
