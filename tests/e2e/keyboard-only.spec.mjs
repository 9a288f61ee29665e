// Hands on the keyboard, headset on: everything works without a mouse.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const focused = (page) =>
  page.evaluate(() => {
    const it = document.activeElement;
    return it.getAttribute("aria-label") ?? (it.id || it.innerText);
  });

test("the box has the focus; type, read, go to the page", async () => {
  const page = await site.open("/");
  assert.equal(await focused(page), "box");
  await page.keyboard.type("4071");
  await page.getByRole("heading", { level: 2, name: /4071/ }).waitFor();
  for (let presses = 0; !/^4071/.test(await focused(page)); presses += 1) {
    assert.ok(presses < 12, "Tab does not reach the page of the code");
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await page.waitForURL("**/code/updox/4071");
  await page.getByRole("heading", { level: 1, name: /4071/ }).waitFor();
  assert.match(await focused(page), /4071/, "the heading of the new page has the focus");
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("Ctrl+K leads to the box from anywhere", async () => {
  const page = await site.open("/vendors");
  await page.keyboard.press("Control+k");
  await page.waitForURL(`${site.url}/`);
  await page.waitForFunction(() => document.activeElement.id === "box");
  await page.keyboard.type("404");
  const chosen = (name) => page.getByRole("listbox", { name: "Results" }).getByRole("option", { selected: true, name }).waitFor();
  await chosen(/HHAeXchange/);
  await page.keyboard.press("ArrowDown");
  await chosen(/Vision/);
  await page.getByRole("article").getByRole("link", { name: "Vision", exact: true }).waitFor();
  const active = await page.locator("#box").getAttribute("aria-activedescendant");
  assert.match(await page.locator(`#${active}`).innerText(), /Vision/);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  // It goes round.
  await chosen(/HTTP standard/);
  await page.getByRole("link", { name: "Vendors" }).focus();
  await page.keyboard.press("Control+k");
  assert.equal(await focused(page), "box");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("textarea").inputValue(), "");
  await page.context().close();
});

test("the first Tab of a page skips to the content", async () => {
  const page = await site.open("/code/vision/404");
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "To the content");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  await page.context().close();
});

/** Presses Tab until what has the focus is called so. */
async function tabTo(page, pattern) {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    if (pattern.test(await focused(page))) return;
  }
  assert.fail(`Tab does not reach ${pattern}`);
}

test("a sample is decoded, its mark found and the text cleared without a mouse", async () => {
  const page = await site.open("/decode");
  assert.equal(await focused(page), "Response to decode");
  await tabTo(page, /^Updox/);
  await page.keyboard.press("Enter");
  await page.getByText("Status line and body disagree").waitFor();
  await tabTo(page, /^Show place/);
  await page.keyboard.press("Enter");
  assert.equal(await focused(page), "Response to decode");
  await page.keyboard.press("Escape");
  await tabTo(page, /^Clear/);
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("textarea").inputValue(), "");
  await page.context().close();
});

// What the answer of each sample has to show, whoever asks for it by keys alone.
const SAMPLES = {
  "HHAeXchange: SOAP error": ["Status line and body disagree", "Body: failed", "Status line 200: success", "999999", "the integration namespace of HHAeXchange", "No secret and no personal data"],
  "Vision: 207, one record refused": ["Body: partly done", "Status line 207: success", "2 records: 1 done, 1 failed", "SAMPLE_2", "a RES element with Code and Message in a record", "No secret and no personal data"],
  "SanteDB: fault with a cause": ["Failed, HTTP status 422", "TargetInvocationException", "root cause", "Missing gender", "$type with policyOutcome", "No secret and no personal data"],
  "Updox: 4010 inside a 200": ["Status line and body disagree", "Body: failed", "Status line 200: success", "4010", "No secret and no personal data"],
  "Elevate IQ: 400": ["Failed, HTTP status 400", "billingCycleDay", "No secret and no personal data"],
  "curl -v: expired token": ["Failed, HTTP status 401", "root cause", "[CREDENTIALS-1] signs somebody in"],
  "Log: several calls": ["responses in this text"],
};

test("every sample is answered in full, and all of its answer is reached by keys", async () => {
  const page = await site.open("/decode");
  const answer = page.getByRole("region", { name: "Answer" });
  const vendor = page.getByLabel("Vendor", { exact: true });
  const labels = await page.locator(".samples button").allInnerTexts();
  assert.deepEqual(labels, Object.keys(SAMPLES));
  for (const [label, parts] of Object.entries(SAMPLES)) {
    await tabTo(page, new RegExp(`^${label.slice(0, 6)}`));
    await page.keyboard.press("Enter");
    for (const part of parts) await answer.getByText(part).first().waitFor();
    assert.ok((await page.locator("mark").count()) > 0, `${label}: nothing is marked`);
    await answer.getByRole("heading", { name: "Whose response it is" }).first().waitFor();
    // The evidence leads to its place in the text.
    await tabTo(page, /^Show place/);
    await page.keyboard.press("Enter");
    const selected = await page.locator("textarea").evaluate((it) => it.value.slice(it.selectionStart, it.selectionEnd));
    assert.ok((await page.locator("mark").allInnerTexts()).includes(selected), `${label}: ${selected}`);
    // The vendor is overridden, and left to the evidence again, by keys.
    await tabTo(page, /^vendor$/iu);
    const chosen = await vendor.inputValue();
    await page.keyboard.press("ArrowDown");
    await answer.getByText("chosen by you").first().waitFor();
    await page.keyboard.press("ArrowUp");
    assert.equal(await vendor.inputValue(), chosen);
    await answer.getByText("chosen by you").first().waitFor({ state: "detached" });
    await tabTo(page, /^Copy text/);
  }
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("the responses of a text are gone through by one key, each is announced, and the focus stays at either end", async () => {
  const page = await site.open("/decode");
  const answer = page.getByRole("region", { name: "Answer" });
  await tabTo(page, /^Log/);
  await page.keyboard.press("Enter");
  await answer.getByText("Response 2 of 5").first().waitFor();
  await tabTo(page, /^Next/);
  for (const place of [3, 4, 5, 5]) {
    await page.keyboard.press("Enter");
    await answer.getByRole("status").filter({ hasText: new RegExp(`^Response ${place} of 5: \\w`, "u") }).waitFor({ state: "attached" });
    assert.equal(await focused(page), "Next");
  }
  assert.equal(await answer.getByRole("button", { name: "Next" }).getAttribute("aria-disabled"), "true");
  await page.keyboard.press("Shift+Tab");
  assert.equal(await focused(page), "Previous");
  await page.keyboard.press("Enter");
  await answer.locator(".response-steps").getByText("Response 4 of 5").waitFor();
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("the theme is chosen by key and remembered", async () => {
  const page = await site.open("/about");
  await page.getByRole("button", { name: "Dark" }).focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.getAttribute("html", "data-theme"), "dark");
  await page.reload();
  await page.getByRole("button", { name: "Dark", pressed: true }).waitFor();
  assert.equal(await page.getAttribute("html", "data-theme"), "dark");
  await page.context().close();
});

test("what has the focus is visible", async () => {
  const page = await site.open("/vendors");
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(outline, "none", await focused(page));
  }
  await page.context().close();
});
