// A whole log or recording is pasted: the page stays awake while it is read, and it can be stopped.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { mixedLog } from "../../bench/decode-texts.mjs";
import { openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const LOG = mixedLog(2_000_000);
const area = (page) => page.getByRole("textbox", { name: "Response to decode" });
const answer = (page) => page.getByRole("region", { name: "Answer" });

/** Pastes a text into the box, as the browser reports it. */
const paste = (page, text) =>
  area(page).evaluate((box, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
const held = (page) => page.getByRole("region", { name: "A stretch of the text" });

test("a log of two megabytes is read by a worker, without a request", async () => {
  const page = await site.open("/decode");
  await page.waitForLoadState("networkidle");
  const before = site.requests.length;
  const started = page.waitForEvent("worker");
  await paste(page, LOG);
  await answer(page).getByRole("heading", { name: "Reading a long text" }).waitFor();
  const worker = await started;
  await answer(page).getByRole("heading", { name: /^\d+ responses in this text$/ }).waitFor({ timeout: 60_000 });
  await answer(page).getByText("Copies have these places replaced", { exact: false }).or(answer(page).getByText("No secret and no personal data", { exact: false })).waitFor();
  // The page's closed door is the worker's as well.
  const sent = await worker.evaluate((address) => fetch(address, { mode: "no-cors" }).then(() => "sent", (error) => error.name), `${site.url}/leak`);
  assert.equal(sent, "TypeError");
  assert.equal(site.requests.length, before, "requests after the start");
  // Too long to be edited: the place of a code is shown in a stretch of it.
  await page.getByText("2.0 MB of text").waitFor();
  await answer(page).getByRole("button", { name: /in the text$/ }).first().click();
  assert.match(await held(page).locator("mark").innerText(), /^\d{3,4}$/u);
  await page.context().close();
  assert.deepEqual(site.problems.filter((problem) => !problem.includes("/leak")), []);
  site.problems.length = 0;
});

test("reading can be stopped, and the text stays", async () => {
  const page = await site.open("/decode");
  // Long enough that no machine is done before the click.
  const long = LOG.repeat(6);
  await paste(page, long);
  await answer(page).getByRole("button", { name: "Stop" }).click();
  await answer(page).getByRole("heading", { name: "Reading was stopped" }).waitFor();
  await page.getByText("12.0 MB of text").waitFor();
  await page.getByRole("button", { name: "Clear" }).click();
  await area(page).fill("HTTP/1.1 404 Not Found\n\n");
  await answer(page).getByRole("heading", { name: "Codes found" }).waitFor();
  await page.context().close();
});

test("nothing but the reader can be started as a worker", async () => {
  const page = await site.open("/decode");
  const outcome = await page.evaluate(() => {
    const url = URL.createObjectURL(new Blob(["postMessage(1)"], { type: "text/javascript" }));
    try {
      new Worker(url);
      return "started";
    } catch (error) {
      return error.name;
    }
  });
  assert.equal(outcome, "TypeError");
  await page.context().close();
  site.problems.length = 0;
});
