// A support person pastes whatever was sent, and reads who has to act and what to do.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const area = (page) => page.getByRole("textbox", { name: "Response to decode" });
const answer = (page) => page.getByRole("region", { name: "Answer" });

const UPDOX = 'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"successful":false,"responseMessage":"Unauthorized","responseCode":4010}';

test("an error inside a 200 gives two verdicts, the alarm first", async () => {
  const page = await site.open("/decode");
  await area(page).fill(UPDOX);
  await answer(page).getByText("Status line and body disagree").waitFor();
  const words = await answer(page).innerText();
  assert.ok(words.indexOf("Body: failed") < words.indexOf("Status line 200: success"), words);
  for (const part of ["4010", "Updox", "Who acts", "Do now", "Try again", "certain"]) {
    assert.ok(words.includes(part), part);
  }
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

for (const [label, vendor, parts] of [
  ["HHAeXchange", "HHAeXchange", ["Body: failed", "the visit date lies outside the assignment"]],
  ["Vision", "Vision", ["2 records: 1 done, 1 failed", "SAMPLE_2", "does not exist"]],
  ["SanteDB", "SanteDB", ["root cause", "Missing gender", "Error", "Warning"]],
  ["Updox", "Updox", ["4010", "Unauthorized"]],
  ["Elevate IQ", "Elevate IQ", ["400", "billingCycleDay"]],
]) {
  test(`the sample of ${label} says who has to act and what to do`, async () => {
    const page = await site.open("/decode");
    await page.getByRole("button", { name: new RegExp(`^${label}`) }).click();
    await answer(page).getByRole("heading", { name: "Whose response it is" }).waitFor();
    const words = await answer(page).innerText();
    for (const part of [vendor, "Who acts", "Do now", ...parts]) assert.ok(words.includes(part), part);
    await page.context().close();
    assert.deepEqual(site.problems, []);
  });
}

test("the places that were read are marked, and a number leads to its place", async () => {
  const page = await site.open("/decode");
  await area(page).fill(UPDOX);
  const marked = page.locator("mark");
  assert.deepEqual(await marked.allInnerTexts(), ["200", "4010"]);
  await answer(page).getByRole("button", { name: "Show place 2 in the text" }).first().click();
  const selected = await area(page).evaluate((it) => it.value.slice(it.selectionStart, it.selectionEnd));
  assert.equal(selected, "4010");
  await page.context().close();
});

test("several lines pasted at home go to the decoder, and the address stays clean", async () => {
  const page = await site.open("/");
  await page.locator("textarea").fill(UPDOX);
  await answer(page).getByText("Status line and body disagree").waitFor();
  assert.equal(await area(page).inputValue(), UPDOX);
  assert.equal(page.url(), `${site.url}/decode`);
  await page.goBack();
  assert.equal(page.url(), `${site.url}/`);
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("a transcript of curl with a token: the token is explained and masked, never shown in the answer", async () => {
  const page = await site.open("/decode");
  await page.getByRole("button", { name: "curl -v: expired token" }).click();
  await answer(page).getByRole("heading", { name: "Headers and tokens that matter" }).waitFor();
  const words = await answer(page).innerText();
  for (const part of ["WWW-Authenticate: Sign in with a bearer token", "not separated by commas", "root cause", "from the output of curl -v", "[CREDENTIALS-1] signs somebody in", "not de-identification"]) {
    assert.ok(words.includes(part), `${part} in ${words}`);
  }
  assert.ok(!words.includes("eyJ"), "no token in the answer");
  await page.context().close();
});

test("several responses are listed by what they say, and each can be shown by keyboard", async () => {
  const page = await site.open("/decode");
  await page.getByRole("button", { name: "Log: several calls" }).click();
  const list = page.getByRole("navigation", { name: "Responses" });
  await list.getByRole("heading", { name: "5 responses in this text" }).waitFor();
  const rows = list.getByRole("button");
  assert.equal(await rows.count(), 4);
  assert.match(await rows.first().innerText(), /4071[^]*Updox[^]*2 times/u);
  assert.equal(await rows.first().getAttribute("aria-current"), "true");
  await rows.nth(2).focus();
  await page.keyboard.press("Enter");
  await answer(page).getByText("Response 5 of 5", { exact: true }).waitFor();
  assert.equal(await rows.nth(2).getAttribute("aria-current"), "true");
  await answer(page).getByRole("button", { name: "Previous" }).focus();
  await page.keyboard.press("Enter");
  await answer(page).getByText("Response 4 of 5", { exact: true }).waitFor();
  await answer(page).getByText("HHAeXchange", { exact: true }).first().waitFor();
  await page.context().close();
});

test("a vendor can be chosen, and automatic comes back", async () => {
  const page = await site.open("/decode");
  await area(page).fill("HTTP/1.1 404 Not Found\n\n");
  await answer(page).getByRole("heading", { name: "Codes found" }).waitFor();
  await page.getByLabel("Vendor").selectOption({ label: "SanteDB" });
  const evidence = answer(page).getByRole("heading", { name: "Whose response it is" });
  await evidence.waitFor();
  await page.getByLabel("Vendor").selectOption({ label: "Automatic" });
  await evidence.waitFor({ state: "detached" });
  await page.context().close();
});

test("clear can be undone", async () => {
  const page = await site.open("/decode");
  await area(page).fill(UPDOX);
  await page.getByRole("button", { name: "Clear" }).click();
  assert.equal(await area(page).inputValue(), "");
  await answer(page).getByText("The answer appears here").waitFor();
  await page.getByRole("button", { name: "Undo clear" }).click();
  assert.equal(await area(page).inputValue(), UPDOX);
  await page.context().close();
});

test("a text without a response is answered with advice, not with a guess", async () => {
  const page = await site.open("/decode");
  await area(page).fill("Dear colleague,\nthe weather is fine.");
  await answer(page).getByRole("heading", { name: "Nothing was recognized in this text" }).waitFor();
  await page.context().close();
});

test("hostile markup in a paste stays text", async () => {
  const page = await site.open("/decode");
  const hostile = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
  await area(page).fill(
    `HTTP/1.1 400 Bad Request\n\n{"error":"Bad Request","message":${JSON.stringify(hostile)},"timestamp":"x","path":"/"}`,
  );
  await answer(page).getByText("onerror").first().waitFor();
  assert.equal(await page.locator("main img, main script").count(), 0);
  assert.match(await page.title(), /Decode/);
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("a paste anywhere on the page is decoded", async () => {
  const page = await site.open("/vendors", { permissions: ["clipboard-read", "clipboard-write"] });
  await page.evaluate((text) => navigator.clipboard.writeText(text), UPDOX);
  await page.keyboard.press("ControlOrMeta+v");
  await answer(page).getByText("Status line and body disagree").waitFor();
  assert.equal(page.url(), `${site.url}/decode`);
  await page.context().close();
  assert.deepEqual(site.problems, []);
});
