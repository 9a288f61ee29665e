// A reader arrives from a search engine with scripts off, and finds the whole answer.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

test("a code's page is complete without script", async () => {
  const page = await site.open("/code/updox/4071", { javaScriptEnabled: false });
  assert.match(await page.title(), /^Updox 4071: Recipient not found/);
  assert.ok((await page.getAttribute('meta[name="description"]', "content")).length > 20);
  const words = await page.locator("main").innerText();
  for (const part of ["4071", "Recipient not found", "Who acts", "Do now", "Try again", "What is behind it", "On the wire"]) {
    assert.ok(words.includes(part), part);
  }
  const mark = page.locator("details.basis").first();
  await mark.locator("summary").click();
  assert.ok(await mark.locator(".basis-body").isVisible());
  await page.context().close();
});

test("every kind of page can be read and left by its links without script", async () => {
  const page = await site.open("/", { javaScriptEnabled: false });
  for (const [link, heading] of [
    ["Vendors", "Vendors"],
    ["Compare", "Compare"],
    ["Decode", "Decode a response"],
    ["Sources and how facts are marked", "About"],
  ]) {
    await page.getByRole("link", { name: link, exact: true }).first().click();
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  }
  await page.getByRole("link", { name: "Vendors", exact: true }).click();
  await page.getByRole("link", { name: "Vision", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Vision" }).waitFor();
  await page.getByRole("link", { name: /^404/ }).first().click();
  await page.getByRole("heading", { level: 1, name: /404/ }).waitFor();
  await page.context().close();
});

test("every comparison can be read and walked by Tab without script", async () => {
  const page = await site.open("/compare", { javaScriptEnabled: false });
  assert.ok((await page.getByRole("table", { name: "Codes by vendor" }).getByRole("rowheader").count()) > 100);
  const first = page.locator(".matrix td a").first();
  await page.locator(".matrix tbody th a").first().focus();
  await page.keyboard.press("Tab");
  assert.ok((await first.and(page.locator(":focus")).count()) === 1, "its links are ordinary ones");
  await page.getByRole("rowheader", { name: /^406\b/ }).getByRole("link").click();
  await page.getByRole("heading", { level: 1, name: "406 across vendors" }).waitFor();
  await page.getByRole("row", { name: /^Condition/ }).getByRole("link").first().click();
  await page.waitForURL("**/compare/condition/*");
  assert.equal(await page.getByRole("rowheader").count(), 6);
  await page.goto("/compare/vision/elevate-iq");
  await page.getByRole("heading", { level: 1, name: "Vision against Elevate IQ" }).waitFor();
  assert.ok((await page.getByRole("rowheader").count()) > 5);
  await page.context().close();
});

test("the app takes a prerendered page over instead of drawing it again", async () => {
  const { page, release } = await site.openHeld("/code/vision/404");
  await page.evaluate(() => (globalThis.heading = document.querySelector("h1")));
  release();
  await page.waitForSelector("html[data-app=ready]", { state: "attached" });
  assert.ok(await page.evaluate(() => globalThis.heading === document.querySelector("h1")));
  await page.context().close();
});
