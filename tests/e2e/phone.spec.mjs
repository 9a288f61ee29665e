// A reader on a phone: nothing is cut off, and nothing scrolls sideways.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const PAGES = [
  "/",
  "/?q=4071",
  "/?q=4099",
  "/code/updox/4071",
  "/code/vision/500",
  "/decode",
  "/compare",
  "/compare?by=condition",
  "/compare?only=deviations&actor=end-user&retry=not-needed",
  "/compare/401",
  "/compare/condition/already-exists",
  "/compare/vision/elevate-iq?vendors=updox&all=rows",
  "/vendors",
  "/vendor/santedb",
  "/about",
];

test("no page is wider than a narrow phone or a common one", async () => {
  const widths = [320, 360];
  const page = await site.open("/", { viewport: { width: widths[0], height: 740 } });
  for (const path of PAGES) {
    await site.setWidth(page, widths[0]);
    await site.reopen(page, path);
    for (const width of widths) {
      await site.setWidth(page, width);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${path} at ${width} pixels: ${wide}`);
    }
  }
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("the decoder shows its answer before the text, once there is one", async () => {
  const page = await site.open("/decode", { viewport: { width: 360, height: 740 } });
  await page.getByRole("button", { name: /^Updox/ }).click();
  await page.getByText("Status line and body disagree").waitFor();
  const answer = await page.getByRole("region", { name: "Answer" }).boundingBox();
  const text = await page.locator("textarea").boundingBox();
  assert.ok(answer.y < text.y);
  assert.ok(answer.y >= 0 && answer.y < 300, "the answer is in view");
  await page.context().close();
});

test("a comparison becomes cards whose cells are named", async () => {
  const page = await site.open("/compare/401", { viewport: { width: 360, height: 740 } });
  const label = await page
    .locator("td", { hasText: /\S/ })
    .first()
    .evaluate((cell) => getComputedStyle(cell, "::before").content);
  assert.match(label, /HTTP standard/);
  await page.context().close();
});

test("one tap leads past the filters of the matrix to its codes", async () => {
  const page = await site.open("/compare", { viewport: { width: 360, height: 740 } });
  await page.getByRole("link", { name: "To the codes" }).click();
  const status = page.locator("#matrix-status");
  await status.evaluate((it) => new Promise((seen) => new IntersectionObserver(([entry]) => entry.isIntersecting && seen()).observe(it)));
  assert.ok(await status.evaluate((it) => it === document.activeElement));
  await page.context().close();
  assert.deepEqual(site.problems, []);
});
