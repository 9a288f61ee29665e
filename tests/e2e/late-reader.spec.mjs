// The program that reads pasted texts comes behind the app: on a slow line the page works without it, keeps what was
// pasted, and reads it as soon as it can.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const READER = "**/respondex-reader-*";
const UPDOX = '{"successful":false,"responseMessage":"Unauthorized","responseCode":4010}';
const area = (page) => page.getByRole("textbox", { name: "Response to decode" });
const answer = (page) => page.getByRole("region", { name: "Answer" });

/** Opens a page whose reader meets `handle` at each request, and waits for the app alone. */
async function openWith(path, handle) {
  const context = await site.browser.newContext({ baseURL: site.url });
  const page = await context.newPage();
  await page.route(READER, handle);
  await page.goto(path);
  await page.waitForSelector("html[data-app=ready]", { state: "attached", timeout: 30_000 });
  return page;
}

/** A handler that lets requests pass once `release` is called. */
function gate() {
  let release;
  const opened = new Promise((resolve) => (release = resolve));
  return { release, handle: (route) => opened.then(() => route.continue()) };
}

test("a code is looked up and its reply copied before the reader is there; the address follows", async () => {
  const { release, handle } = gate();
  const page = await openWith("/", handle);
  await page.locator("textarea").fill("4071");
  await page.getByText("4071").first().waitFor();
  await page.getByRole("button", { name: "Copy reply" }).click();
  await page.getByText("Reply copied, nothing had to be masked.").or(page.getByText("Copy it by hand:")).waitFor();
  // Whether a typed text may be shown is the reader's to say.
  assert.equal(new URL(page.url()).search, "");
  release();
  await page.waitForFunction(() => location.search === "?q=4071");
  await page.context().close();
});

test("what is pasted meanwhile is kept, and read when the reader comes", async () => {
  const { release, handle } = gate();
  const page = await openWith("/decode", handle);
  await area(page).fill(`HTTP/1.1 200 OK\n\n${UPDOX}`);
  await answer(page).getByRole("heading", { name: "One moment" }).waitFor();
  release();
  await page.getByText("Status line and body disagree").waitFor();
  await page.context().close();
});

test("a reader that does not come is said, and can be asked for again", async () => {
  let works = false;
  const page = await openWith("/decode", (route) => (works ? route.continue() : route.abort()));
  await page.waitForSelector("html[data-reader=failed]", { state: "attached" });
  await area(page).fill(UPDOX);
  await answer(page).getByRole("heading", { name: "The decoder could not be loaded" }).waitFor();
  assert.equal(await area(page).inputValue(), UPDOX);
  works = true;
  await answer(page).getByRole("button", { name: "Try again" }).click();
  await answer(page).getByText("4010").first().waitFor();
  await page.context().close();
});

test("a reader that was changed on the way does not start", async () => {
  for (const file of ["**/respondex-reader-*.wasm", "**/respondex-reader-*.js"]) {
    const context = await site.browser.newContext({ baseURL: site.url });
    const page = await context.newPage();
    await page.route(file, async (route) => {
      const response = await route.fetch();
      // A custom section without content, or a space: valid, other bytes.
      const more = file.endsWith("wasm") ? [0, 1, 0] : [0x20];
      await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from(more)]) });
    });
    await page.goto("/decode");
    await page.waitForSelector("html[data-reader=failed]", { state: "attached", timeout: 30_000 });
    await context.close();
  }
});
