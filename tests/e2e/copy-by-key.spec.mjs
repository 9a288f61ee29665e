// A copy that is asked for by key is always of the answer to what was asked last, also where the page has not drawn it yet.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { mixedLog } from "../../bench/decode-texts.mjs";
import { openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };
const NOTHING = "nothing yet";
const updox = (code, message) =>
  `HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"successful":false,"responseMessage":"${message}","responseCode":${code}}`;
const UNAUTHORIZED = updox(4010, "Unauthorized");
const NO_RECIPIENT = updox(4071, "Recipient not found");

const area = (page) => page.getByRole("textbox", { name: "Response to decode" });
const answer = (page) => page.getByRole("region", { name: "Answer" });
const shownReply = (page) => answer(page).locator(".reply blockquote").innerText();
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const empty = (page) => page.evaluate((text) => navigator.clipboard.writeText(text), NOTHING);

/** Waits until something was copied, and gives it. */
const copied = (page) =>
  page.evaluate(async (nothing) => {
    for (;;) {
      const text = await navigator.clipboard.readText();
      if (text !== nothing) return text;
      await new Promise(requestAnimationFrame);
    }
  }, NOTHING);

/** Does something on the page and presses Ctrl+Enter, both in one task: the page cannot draw itself in between. */
function actAndCopy(page, act, argument) {
  const press = () => {
    const options = { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true };
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", options));
  };
  return page.evaluate(`(${act})(${JSON.stringify(argument)}); (${press})()`);
}

const type = (text) => {
  const box = document.querySelector("textarea");
  box.focus();
  box.value = text;
  box.dispatchEvent(new InputEvent("input", { inputType: "insertText", bubbles: true }));
};
const pasteHere = (text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
};

/** Opens the decode page with the answer to a text. */
async function openAnswered(text = UNAUTHORIZED) {
  const page = await site.open("/decode", CLIPBOARD);
  await area(page).fill(text);
  await answer(page).getByRole("heading", { name: "Codes found" }).waitFor();
  await empty(page);
  return page;
}

for (const [name, act, argument, awaited] of [
  ["another text is typed", type, NO_RECIPIENT, /4071/],
  ["a sample is chosen", () => document.querySelector(".samples li:nth-child(5) button").click(), null, /billingCycleDay/],
  ["a text is pasted beside the box", `(text) => { document.querySelector("h1").focus(); (${pasteHere})(text); }`, NO_RECIPIENT, /4071/],
  [
    "another vendor is chosen",
    () => {
      const field = document.querySelector("#vendor");
      field.value = "vision";
      field.dispatchEvent(new Event("change", { bubbles: true }));
    },
    null,
    /chosen by you/,
  ],
]) {
  test(`${name}: the copy waits for its answer`, async () => {
    const page = await openAnswered("HTTP/1.1 404 Not Found\n\n");
    const before = await shownReply(page);
    await actAndCopy(page, act, argument);
    const copy = await copied(page);
    await answer(page).getByText(awaited).first().waitFor();
    assert.equal(copy, await shownReply(page));
    assert.notEqual(copy, before);
    await page.context().close();
    assert.deepEqual(site.problems, []);
  });
}

test("another response of several is chosen: the copy is of that one", async () => {
  const page = await openAnswered();
  await page.getByRole("button", { name: "Log: several calls" }).click();
  await answer(page).getByText("Response 2 of 5").waitFor();
  const before = await shownReply(page);
  await actAndCopy(page, () => document.querySelectorAll(".response-row")[2].click(), null);
  const copy = await copied(page);
  await answer(page).getByText("Response 5 of 5", { exact: true }).waitFor();
  assert.equal(copy, await shownReply(page));
  assert.notEqual(copy, before);
  await page.context().close();
});

test("the text is cleared: nothing is copied, and not what comes next either", async () => {
  const page = await openAnswered();
  const clear = () => [...document.querySelectorAll("button")].find((it) => it.textContent === "Clear").click();
  await actAndCopy(page, clear, null);
  await answer(page).getByText("The answer appears here").waitFor();
  await area(page).fill(NO_RECIPIENT);
  await answer(page).getByText("4071").first().waitFor();
  assert.equal(await clipboard(page), NOTHING);
  await page.context().close();
});

test("a text pasted on another page is copied once the decoder shows its answer", async () => {
  for (const path of ["/", "/code/vision/500"]) {
    const page = await site.open(path, CLIPBOARD);
    await empty(page);
    if (path === "/") await actAndCopy(page, type, NO_RECIPIENT);
    else await actAndCopy(page, pasteHere, NO_RECIPIENT);
    await page.waitForURL("**/decode");
    assert.equal(await copied(page), await shownReply(page), path);
    await answer(page).getByText("4071").first().waitFor();
    await page.context().close();
  }
  assert.deepEqual(site.problems, []);
});

test("a long text is copied from when it is read; asking for something else meanwhile lets the copy be", async () => {
  const page = await openAnswered();
  const log = mixedLog(1_000_000);
  await actAndCopy(page, pasteHere, log);
  await answer(page).getByRole("heading", { name: "Reading a long text" }).waitFor();
  assert.equal(await copied(page), await shownReply(page));
  await page.getByRole("button", { name: "Clear" }).click();
  await area(page).waitFor();
  await empty(page);
  // However fast the machine is, this one is not read before it is cleared.
  await page.evaluate(() => (Worker.prototype.postMessage = () => {}));
  await actAndCopy(page, pasteHere, log);
  await answer(page).getByRole("heading", { name: "Reading a long text" }).waitFor();
  await page.getByRole("button", { name: "Clear" }).click();
  await area(page).fill(NO_RECIPIENT);
  await answer(page).getByText("4071").first().waitFor();
  assert.equal(await clipboard(page), NOTHING);
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("with real keys on a slow machine, the copy is of what stands in the box", async () => {
  const page = await openAnswered();
  const slow = await page.context().newCDPSession(page);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 8 });
  for (const text of [NO_RECIPIENT, UNAUTHORIZED, "HTTP/1.1 503 Service Unavailable\nRetry-After: 120\n\n", NO_RECIPIENT]) {
    await empty(page);
    await area(page).focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(text);
    await page.keyboard.press("ControlOrMeta+Enter");
    const copy = await copied(page);
    assert.equal(await area(page).inputValue(), text);
    assert.equal(copy, await shownReply(page));
  }
  await page.context().close();
  assert.deepEqual(site.problems, []);
});
