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
    const workers = await navigator.serviceWorker.getRegistrations();
    const files = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
    return JSON.stringify([
      location.href,
      document.title,
      document.referrer,
      globalThis.name,
      history.state,
      workers.map((worker) => worker.scope),
      files,
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
  await page.waitForURL((url) => url.search === "?q=4071");
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

test("no trace at any step: paste, decode, another page, back, forward, reload, away and back", async () => {
  const page = await site.open("/about");
  const steps = [];
  const clean = async (step) => {
    const left = await traces(page);
    assert.ok(!left.includes(CANARY), `${step}: ${left}`);
    const kept = await page.evaluate(async () => [await indexedDB.databases(), await caches.keys(), document.cookie, sessionStorage.length]);
    assert.deepEqual(kept, [[], [], "", 0], step);
    steps.push(step);
  };
  const inApp = (name) => page.getByRole("navigation").getByRole("link", { name }).click();
  await inApp("Look up");
  await page.locator("#box").fill(PASTE);
  await page.waitForURL("**/decode");
  await clean("pasted");
  await page.getByText("Status line and body disagree").waitFor();
  await page.getByLabel("Vendor", { exact: true }).selectOption("vision");
  await clean("decoded, for a vendor");
  await page.getByRole("button", { name: "Clear" }).click();
  await page.getByRole("button", { name: "Undo clear" }).click();
  await inApp("Vendors");
  await clean("on another page");
  for (const [step, url] of [["goBack", "/decode"], ["goBack", "/"], ["goForward", "/decode"], ["goForward", "/vendors"], ["goBack", "/decode"]]) {
    await page[step]();
    await page.waitForURL(site.url + url);
    await clean(`${step} to ${url}`);
  }
  assert.equal(await area(page).inputValue(), PASTE, "the case is kept in memory while the page is open");
  await page.reload();
  await page.waitForSelector("html[data-reader=ready]", { state: "attached" });
  assert.equal(await area(page).inputValue(), "");
  await clean("reloaded");
  await area(page).fill(PASTE);
  await page.getByText("Status line and body disagree").waitFor();
  await page.goto("about:blank");
  for (const step of ["goBack", "goForward", "goBack"]) {
    await page[step]();
    if (step === "goBack") await page.waitForSelector("html[data-reader=ready]", { state: "attached" });
  }
  assert.ok(!(await page.content()).includes(CANARY));
  assert.equal(await area(page).inputValue(), "");
  await clean("away and back");
  assert.equal(steps.length, 10);
  await page.context().close();
  assert.deepEqual(site.problems, []);
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
