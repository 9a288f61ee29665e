// A support person types what the caller reads out, and has the answer before the sentence ends.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const box = (page) => page.locator("#box");
const card = (page) => page.locator("article").first();

async function ask(page, words) {
  await box(page).fill("");
  await box(page).pressSequentially(words);
}

test("a number is answered while it is typed, with the three things that staff need", async () => {
  const page = await site.open("/");
  await ask(page, "4071");
  await card(page).getByRole("heading", { name: /4071.*Recipient not found/s }).waitFor();
  const answer = await card(page).innerText();
  for (const part of ["Updox", "Failed", "Who acts", "Do now", "Try again", "Copy reply"]) {
    assert.ok(answer.includes(part), `the card does not say ${part}`);
  }
  await page.waitForURL((url) => url.search === "?q=4071");
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("the other meanings of a number stand beside it, with their count, never instead", async () => {
  const page = await site.open("/?q=401");
  const meanings = page.getByRole("group", { name: "5 meanings of 401" });
  await meanings.waitFor();
  assert.equal(await meanings.getByRole("option").count(), 5);
  const named = await meanings.innerText();
  for (const vendor of ["HHAeXchange", "Vision", "SanteDB", "Elevate IQ"]) {
    assert.ok(named.includes(vendor), vendor);
  }
  await page.context().close();
});

test("in a narrow window every meaning is one tap away, above the card", async () => {
  const page = await site.open("/?q=401", { viewport: { width: 360, height: 740 } });
  const row = page.getByRole("group", { name: "Meanings of 401", exact: true });
  await row.getByText("5 meanings of 401").waitFor();
  assert.equal(await row.getByRole("button").count(), 5);
  const top = await row.boundingBox();
  assert.ok(top.y + top.height < (await card(page).boundingBox()).y);
  await row.getByRole("button", { name: "SanteDB" }).click();
  await card(page).getByRole("link", { name: "SanteDB", exact: true }).waitFor();
  await row.getByRole("button", { name: "SanteDB", pressed: true }).waitFor();
  assert.equal(await row.getByRole("button", { pressed: true }).count(), 1);
  // Beside the card it would say twice what the list says.
  await page.setViewportSize({ width: 1280, height: 800 });
  await row.waitFor({ state: "hidden" });
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("the page of a code leads to the other meanings of its number", async () => {
  const page = await site.open("/code/vision/401");
  const row = page.getByRole("group", { name: "Meanings of 401", exact: true });
  await row.getByRole("link", { name: "SanteDB" }).click();
  await page.waitForURL("**/code/santedb/401");
  assert.equal(await row.locator("[aria-current=page]").innerText(), "SanteDB");
  await page.context().close();
});

test("a number with a vendor is answered by that vendor", async () => {
  const page = await site.open("/");
  await ask(page, "401 vision");
  await card(page).getByRole("link", { name: "Vision", exact: true }).waitFor();
  await card(page).getByRole("heading", { name: /401/ }).waitFor();
  await page.context().close();
});

test("a message finds its code", async () => {
  const page = await site.open("/");
  await ask(page, "recipient not found");
  await card(page).getByRole("heading", { name: /4071/ }).waitFor();
  await page.context().close();
});

test("a number that nobody lists gets a rule and no meaning", async () => {
  const page = await site.open("/");
  await ask(page, "4099");
  await page.getByRole("heading", { name: "4099 is not listed" }).waitFor();
  assert.match(await card(page).innerText(), /no HTTP status/);
  assert.equal(await card(page).getByText("Do now").count(), 0);
  await page.context().close();
});

test("the number of results is announced", async () => {
  const page = await site.open("/");
  await ask(page, "4071");
  await page.getByRole("status").filter({ hasText: /result.*4071/ }).waitFor({ state: "attached" });
  await page.context().close();
});

test("the hit opens its page, and back leads to the query", async () => {
  const page = await site.open("/");
  await ask(page, "4071");
  await card(page).getByRole("heading").getByRole("link").click();
  await page.waitForURL("**/code/updox/4071");
  assert.match(await page.title(), /^Updox 4071: Recipient not found/);
  await page.getByRole("heading", { level: 1, name: /4071/ }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { level: 2, name: /4071/ }).waitFor();
  assert.equal(await box(page).inputValue(), "4071");
  await page.goForward();
  await page.getByRole("heading", { level: 1, name: /4071/ }).waitFor();
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("the reply is copied in plain words", async () => {
  const page = await site.open("/code/updox/4071", { permissions: ["clipboard-read", "clipboard-write"] });
  await page.getByRole("button", { name: "Copy reply" }).click();
  await page.getByText("Reply copied, nothing had to be masked.").waitFor();
  const reply = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(reply, /^Updox could not send this with the recipient details given\./, "it does not tell whether somebody exists");
  assert.match(reply, /again unchanged will not help\.$/);
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith("http"));
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${site.url}/code/updox/4071`);
  await page.context().close();
});

test("a fact opens its source", async () => {
  const page = await site.open("/code/updox/4071");
  const mark = page.locator("details.basis").first();
  await mark.locator("summary").click();
  assert.ok((await mark.locator(".basis-body").innerText()).length > 20);
  await page.context().close();
});

test("what was typed before the app ran is kept and answered", async () => {
  const { page, release } = await site.openHeld("/");
  await box(page).pressSequentially("4071");
  release();
  await page.getByRole("heading", { level: 2, name: /4071/ }).waitFor();
  assert.equal(await box(page).inputValue(), "4071");
  await page.context().close();
});
