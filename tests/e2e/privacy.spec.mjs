// Whoever pastes patient data can rely on it: nothing of it leaves the page or stays behind.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const CANARY = "canary-7f3e9b";
const PASTE = `HTTP/1.1 200 OK\nAuthorization: Bearer ${CANARY}\n\n{"successful":false,"responseMessage":"${CANARY}","responseCode":4010}`;
const area = (page) => page.getByRole("textbox", { name: "Response to decode" });

/** Everything that a page can leave behind, as one text. */
const traces = (page) =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const cached = "caches" in globalThis ? await caches.keys() : [];
    return JSON.stringify([
      location.href,
      document.title,
      history.state,
      document.cookie,
      { ...localStorage },
      { ...sessionStorage },
      databases,
      cached,
    ]);
  });

test("paste, decode, compare, copy: no request, nothing in address or storage", async () => {
  const page = await site.open("/");
  await page.waitForLoadState("networkidle");
  const before = site.requests.length;
  await page.locator("textarea").fill(PASTE);
  for (const name of ["Copy reply", "Copy ticket", "Copy link", "Markdown", "Plain text", "JSON", "Copy text, masked"]) {
    await page.getByRole("button", { name, exact: true }).click();
  }
  for (const name of ["Compare", "Vendors", "Decode"]) {
    await page.getByRole("navigation").getByRole("link", { name }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
  }
  assert.equal(await area(page).inputValue(), PASTE, "the text is kept while the page is open");
  assert.ok(!(await traces(page)).includes(CANARY));
  await page.waitForTimeout(200);
  assert.deepEqual(site.requests.slice(before), []);
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("a pasted line stays out of the address, a typed one is in it", async () => {
  const page = await site.open("/", { permissions: ["clipboard-read", "clipboard-write"] });
  const box = page.locator("textarea");
  await page.evaluate((text) => navigator.clipboard.writeText(text), CANARY);
  await box.press("ControlOrMeta+v");
  assert.equal(await box.inputValue(), CANARY);
  assert.equal(new URL(page.url()).search, "");
  await box.press("Escape");
  await box.pressSequentially("4071");
  assert.equal(new URL(page.url()).search, "?q=4071");
  await page.context().close();
});

test("the text is gone when the page was left, also on the way back", async () => {
  const page = await site.open("/decode");
  await area(page).fill(PASTE);
  await page.getByText("Status line and body disagree").waitFor();
  await page.goto("about:blank");
  await page.goBack();
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.equal(await area(page).inputValue(), "");
  assert.ok(!(await page.content()).includes(CANARY));
  assert.ok(!(await traces(page)).includes(CANARY));
  await area(page).fill(PASTE);
  await page.getByText("Status line and body disagree").waitFor();
  await page.reload();
  await page.waitForSelector("html[data-reader=ready]", { state: "attached" });
  assert.equal(await area(page).inputValue(), "", "a reload begins anew");
  assert.ok(!(await page.content()).includes(CANARY));
  assert.ok(!(await traces(page)).includes(CANARY));
  await page.context().close();
});

test("the boxes ask the browser to keep its hands off", async () => {
  for (const path of ["/", "/decode"]) {
    const page = await site.open(path);
    const box = page.locator("textarea");
    for (const [name, value] of [
      ["spellcheck", "false"],
      ["autocomplete", "off"],
      ["autocapitalize", "off"],
      ["autocorrect", "off"],
      ["translate", "no"],
      ["name", null],
    ]) {
      assert.equal(await box.getAttribute(name), value, `${path}: ${name}`);
    }
    await page.context().close();
  }
});
