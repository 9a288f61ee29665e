// A whole log or recording is pasted: the page stays awake while it is read, and it can be stopped.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { mixedLog } from "../../bench/decode-texts.mjs";
import { fillAtOnce, openSite } from "./site.mjs";

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

test("progress only grows, and the answer comes behind it", async () => {
  const page = await site.open("/decode");
  await page.evaluate(() => {
    globalThis.seen = [];
    new MutationObserver(() => {
      const shown = document.querySelector(".pane-answer progress")?.value ?? document.querySelector(".pane-answer h2")?.textContent;
      if (shown !== globalThis.seen.at(-1)) globalThis.seen.push(shown);
    }).observe(document.querySelector(".pane-answer"), { subtree: true, childList: true, attributes: true });
  });
  await paste(page, LOG);
  await answer(page).getByRole("heading", { name: /responses in this text$/ }).waitFor({ timeout: 60_000 });
  const seen = await page.evaluate(() => globalThis.seen);
  const parts = seen.filter((shown) => typeof shown === "number");
  // How many of them are drawn depends on how busy the machine is.
  assert.ok(parts.length >= 2 && parts.every((part, index) => part <= 100 && (index === 0 || part > parts[index - 1])), `${seen}`);
  assert.match(seen.at(-1), /responses in this text$/u, `${seen}`);
  assert.equal(seen.lastIndexOf(parts.at(-1)), seen.length - 2, `${seen}`);
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("while a text is read, typing goes on, and what is read is what stands there at the end", async () => {
  const page = await site.open("/decode");
  // No worker gets its text before the test lets it.
  await page.evaluate(() => {
    const send = Worker.prototype.postMessage;
    const held = [];
    globalThis.held = held;
    Worker.prototype.postMessage = function (...message) {
      held.push(() => send.apply(this, message));
      if (globalThis.isReleased) held.at(-1)();
    };
  });
  const text = `${mixedLog(200_000)}\n`;
  await fillAtOnce(area(page), text);
  await area(page).press("ControlOrMeta+End");
  await page.waitForFunction(() => globalThis.held.length === 1);
  const reading = answer(page).getByRole("heading", { name: "Reading a long text" });
  await reading.waitFor();
  await area(page).pressSequentially("\nHTTP/1.1 418 ");
  assert.equal(await area(page).inputValue(), `${text}\nHTTP/1.1 418 `);
  assert.ok(await reading.isVisible());
  await page.waitForFunction(() => globalThis.held.length > 1);
  await page.evaluate(() => {
    globalThis.isReleased = true;
    globalThis.held.forEach((send) => send());
  });
  // The workers before were ended when the text changed: only the last one has anything to say.
  await answer(page).getByRole("button", { name: /418/u }).waitFor();
  assert.equal(page.workers().length, 1);
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("stopped in the middle, no worker goes on, and it is read again when asked for, or for another vendor", async () => {
  const page = await site.open("/decode");
  await paste(page, LOG.repeat(6));
  await page.waitForFunction(() => document.querySelector(".pane-answer progress")?.value > 0);
  const [worker] = page.workers();
  const ended = worker.waitForEvent("close");
  await answer(page).getByRole("button", { name: "Stop" }).press("Enter");
  await answer(page).getByRole("heading", { name: "Reading was stopped" }).waitFor();
  await ended;
  assert.equal(page.workers().length, 0);
  // The button under the finger begins anew; so does another vendor.
  for (const act of [() => page.keyboard.press("Enter"), () => page.getByLabel("Vendor", { exact: true }).selectOption("updox")]) {
    const started = page.waitForEvent("worker");
    await act();
    await answer(page).getByRole("heading", { name: "Reading a long text" }).waitFor();
    await started;
    await page.waitForFunction(() => /[1-9]\d* %/u.test(document.querySelector(".progress")?.textContent));
    await answer(page).getByRole("button", { name: "Stop" }).press("Enter");
    await answer(page).getByRole("heading", { name: "Reading was stopped" }).waitFor();
  }
  await page.context().close();
  assert.deepEqual(site.problems, []);
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

test("a key in a long text draws anew only the lines around it, and the marks stay where they belong", async () => {
  const page = await site.open("/decode");
  const text = mixedLog(200_000);
  await fillAtOnce(area(page), text);
  await answer(page).getByRole("heading", { name: /responses in this text$/ }).waitFor({ timeout: 60_000 });
  const marked = () => page.locator("mark").allInnerTexts();
  const before = await marked();
  assert.ok(before.length > 0);
  const blocks = ".source-marks > div";
  const count = await page.locator(blocks).count();
  await page.locator(blocks).evaluateAll((all) => all.forEach((it) => (it.wasThere = it.textContent)));
  await area(page).evaluate((box) => box.setSelectionRange(100_000, 100_000));
  for (const key of ["x", "Enter", "Backspace", "Backspace"]) await area(page).press(key);
  await answer(page).getByRole("heading", { name: /responses in this text$/ }).waitFor({ timeout: 60_000 });
  await page.waitForFunction((count) => document.querySelectorAll("mark").length === count, before.length);
  assert.equal(await area(page).inputValue(), text);
  assert.deepEqual(await marked(), before);
  assert.equal(await page.locator(".source-marks").evaluate((it) => it.textContent), `${text}\u00a0`);
  const [kept, high] = await page.evaluate((blocks) => {
    const kept = [...document.querySelectorAll(blocks)].filter((it) => it.wasThere === it.textContent);
    const box = document.querySelector("#paste");
    return [kept.length, Math.abs(box.scrollHeight - document.querySelector(".source-marks").scrollHeight)];
  }, blocks);
  // Those of marks are made anew as well, which are away while the text is read.
  assert.ok(kept > count / 2, `${kept} of ${count} blocks are the same`);
  assert.ok(high <= 1, `the marks are ${high} pixels higher or lower than the text`);
  await page.context().close();
  assert.deepEqual(site.problems, []);
});
