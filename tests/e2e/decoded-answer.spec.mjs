// Everything that a decoded response may hold is on the page: who else it may be of, why somebody has to act, where it says so,
// what failed inside, when to try again, and what was left unread.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fillAtOnce, golden, openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };
const area = (page) => page.getByRole("textbox", { name: "Response to decode" });
const answer = (page) => page.getByRole("region", { name: "Answer" });
const part = (page, name) => answer(page).locator(".answer-part").filter({ has: page.getByRole("heading", { name, exact: true }) });
const selected = (page) => area(page).evaluate((it) => it.value.slice(it.selectionStart, it.selectionEnd));

/** Opens the decode page with a text in its box. */
async function decoded(text, options) {
  const page = await site.open("/decode", options);
  await fillAtOnce(area(page), text);
  await answer(page).locator(".answer, .nothing").first().waitFor();
  return page;
}

/** Ends a test: nothing was said in the console. */
async function end(page) {
  await page.context().close();
  assert.deepEqual(site.problems, []);
}

test("who else it may be of, by which marks, and what would settle it", async () => {
  const page = await decoded(golden("noteworthy/two-vendors-fit.txt"));
  const whose = part(page, "Whose response it is");
  const words = await whose.innerText();
  assert.match(words, /^Updox\s+possible$/mu);
  for (const said of [
    "the words around the response name the vendor",
    "Elevate IQ fits less well (possible):",
    "exactly the members error, message, timestamp, path",
    "To be certain: Choose the vendor, or paste the request as well",
  ]) {
    assert.ok(words.includes(said), `${said} in ${words}`);
  }
  await whose.getByRole("button").press("Enter");
  assert.match(await selected(page), /^\{"error".*"\/v2\/customers"\}$/u);
  await end(page);
});

test("a vendor that is possible and no more: said on the page, in the reply and in every copy, until it is chosen", async () => {
  const page = await decoded(golden("text/message-alone.txt"), CLIPBOARD);
  const note = answer(page).getByText("Updox is possible, no more.");
  await note.waitFor();
  await answer(page).getByText("If this is Updox's answer: Updox knows no recipient by that identifier.").first().waitFor();
  await answer(page).getByText("To be sure: Choose the vendor").waitFor();
  const reply = await answer(page).locator(".reply blockquote").innerText();
  assert.match(reply, /^It is not certain who answered\. If it is Updox: .* Which service was called\?$/u);
  const copy = async (name) => {
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await page.getByRole("button", { name, exact: true }).click();
    await answer(page).locator(".copy-said", { hasText: "copied" }).waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  assert.equal(await copy("Copy reply"), reply);
  assert.match(await copy("Copy ticket"), /^Vendor: possibly Updox$[^]*^What it means: If this is Updox's answer: /mu);
  assert.match(await copy("Markdown"), /^\*\*possibly Updox 4071[^]*If this is Updox's answer: /u);
  assert.match(await copy("Plain text"), /^possibly Updox 4071[^]*If this is Updox's answer: /u);
  const json = JSON.parse(await copy("JSON"));
  assert.deepEqual([json.vendor, json.confidence], ["Updox", "possible"]);
  await page.getByLabel("Vendor", { exact: true }).selectOption("updox");
  await note.waitFor({ state: "detached" });
  assert.match(await answer(page).locator(".reply blockquote").innerText(), /^Updox could not send this/u);
  await end(page);
});

test("a text whose lines end in CR LF is marked and selected at its places, wherever it is pasted", async () => {
  const page = await site.open("/decode");
  await page.evaluate((text) => {
    document.activeElement.blur();
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"successful":false,\r\n"responseMessage":"Unauthorized",\r\n"responseCode":4010}');
  await answer(page).getByRole("button", { name: "Show place 2 in the text" }).first().press("Enter");
  assert.equal(await selected(page), "4010");
  assert.deepEqual(await page.locator("mark").allInnerTexts(), ["200", "4010"]);
  await end(page);
});

test("every mark of vendor, code and header leads by key to the place that it was read at", async () => {
  const page = await decoded(golden("santedb/too-many-requests-with-wait.txt"));
  const marked = await page.locator("mark").allInnerTexts();
  const buttons = answer(page).getByRole("button", { name: /^Show place \d+ in the text$/u });
  const seen = new Set();
  for (const button of await buttons.all()) {
    const number = Number((await button.innerText()).trim());
    await button.press("Enter");
    assert.equal(await selected(page), marked[number - 1], `place ${number}`);
    assert.equal(await page.evaluate(() => document.activeElement.id), "paste", "the box has the focus");
    seen.add(number);
  }
  assert.deepEqual([...seen].sort((a, b) => a - b), marked.map((_, index) => index + 1), "each mark is explained");
  for (const place of ["429", "1200"]) assert.ok(marked.some((mark) => mark.includes(place)), `${place} in ${marked}`);
  assert.ok((await part(page, "Whose response it is").getByRole("button").count()) > 0);
  await end(page);
});

test("where the status and the content send different people to work, the page says who counts and why", async () => {
  const page = await decoded('HTTP/1.1 500 Internal Server Error\n\n{"successful":false,"responseMessage":"Unauthorized","responseCode":4010}');
  await answer(page).getByText("The HTTP status 500 alone would say otherwise; 4010 in the content is more specific, so it decides who acts.").waitFor();
  assert.match(await answer(page).innerText(), /Who acts\s+The sending side/u);
  await end(page);
});

test("a message that several parts hold is shown once", async () => {
  const said = `${"A message of some length, made up for this. ".repeat(12)}It ends here.`;
  const json = (content) => `HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n${JSON.stringify(content)}`;
  for (const text of [
    json({ successful: false, responseMessage: said, responseCode: 4010 }),
    json({ $type: "Made.Up", message: said, policyOutcome: "Deny", rules: [{ priority: "Error", text: said, id: "made.up" }] }),
    json({ errors: { name: [said] } }),
    `HTTP/1.1 207 Multi-Status\nContent-Type: application/xml\n\n<R><RES><Code>400</Code><Message>${said}</Message></RES></R>`,
  ]) {
    const page = await decoded(text);
    const parts = page.locator(".answer .answer-part");
    await parts.getByText("It ends here.").first().waitFor();
    assert.equal((await parts.allInnerTexts()).join("\n").split("It ends here.").length - 1, 1, text);
    await end(page);
  }
});

test("causes are nested, and the innermost alone is the root", async () => {
  const page = await decoded(golden("santedb/nested-causes.txt"));
  const faults = part(page, "What the body says").locator(".fault");
  await faults.first().waitFor();
  const heads = await faults.evaluateAll((all) => all.map((it) => it.querySelector(":scope > .fault-head").innerText));
  assert.deepEqual(heads, ["DataPersistenceException", "TargetInvocationException", "root cause DuplicateNameException"]);
  const depths = await faults.evaluateAll((all) => all.map((it) => all.filter((other) => other.contains(it)).length));
  assert.deepEqual(depths, [1, 2, 3]);
  await end(page);
});

test("records are counted and listed, each leads to its place, and a long list says that it goes on", async () => {
  const record = (number) =>
    `<RES><Code>${number % 3 ? 200 : 400}</Code><Message>${number % 3 ? "Success" : `SAMPLE_${number} does not exist`}</Message></RES>`;
  const all = Array.from({ length: 120 }, (_, index) => record(index + 1));
  const page = await decoded(`HTTP/1.1 207 Multi-Status\nContent-Type: application/xml\n\n<RESULTS>${all.join("")}</RESULTS>`);
  const records = part(page, "Records");
  await records.getByText("120 records: 80 done, 40 failed.").waitFor();
  assert.deepEqual(await records.getByRole("columnheader").allInnerTexts(), ["Record", "Result", "Code", "Message"]);
  assert.equal(await records.locator("tbody tr").count(), 100);
  await records.getByText("The first 100 are shown.").waitFor();
  const third = records.locator("tbody tr").nth(2);
  for (const words of ["Failed", "400", "SAMPLE_3 does not exist"]) assert.ok((await third.innerText()).includes(words), words);
  await third.getByRole("button").press("Enter");
  assert.match(await selected(page), /SAMPLE_3 /u);
  await end(page);
});

test("a wait that the response states is a time of the clock, from seconds and from a date", async () => {
  const noon = new Date("2026-11-21T06:30:20Z");
  for (const [name, time] of [
    // Whole minutes, and never too early.
    ["santedb/too-many-requests-with-wait.txt", "12:21 (UTC+5:30)"],
    ["noteworthy/retry-after-date.txt", "12:21 (UTC+5:30)"],
  ]) {
    const page = await site.open("/decode", { timezoneId: "Asia/Kolkata" });
    await page.clock.setFixedTime(noon);
    await area(page).fill(golden(name));
    await answer(page).getByText(`From now: ${time}.`).waitFor();
    const reply = await answer(page).locator(".reply blockquote").innerText();
    assert.ok(reply.endsWith(`Try again at ${time}.`), reply);
    await part(page, "Headers and tokens that matter").getByText("Retry-After").waitFor();
    await end(page);
  }
});

test("a token is named and its expiry told, and no copy or part of the answer holds it", async () => {
  const text = golden("noteworthy/expired-token-in-every-text.txt");
  const [token] = text.match(/eyJ[\w-]+\.[\w-]+\.[\w-]+/u);
  const page = await decoded(text, CLIPBOARD);
  await part(page, "Headers and tokens that matter").getByText(/JSON Web Token/u).first().waitFor();
  await page.locator("details").evaluateAll((all) => all.forEach((it) => (it.open = true)));
  const holds = (words) => token.split(".").slice(1).some((piece) => words.includes(piece));
  assert.ok(!holds(await answer(page).innerText()), await answer(page).innerText());
  assert.match(await answer(page).innerText(), /expire/u);
  for (const name of ["Copy reply", "Copy ticket", "Markdown", "Plain text", "JSON", "Copy text, masked"]) {
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await page.getByRole("button", { name, exact: true }).click();
    const copy = await page.evaluate(async () => {
      for (;;) {
        const text = await navigator.clipboard.readText();
        if (text) return text;
        await new Promise(requestAnimationFrame);
      }
    });
    assert.ok(copy.length > 20 && !holds(copy), `${name}: ${copy}`);
  }
  await end(page);
});

test("what was repaired, skipped or limited is told, and leads to its place", async () => {
  const many = Array.from({ length: 1_100 }, () => "HTTP/1.1 404 Not Found\n\n").join("");
  const toldOf = (name) => JSON.parse(golden(`${name}.json`)).notices.map((notice) => notice.message);
  const limited = ["unwrapping/entities-twelve-times", "several/more-faults-in-a-line-than-are-read"];
  for (const [text, said] of [...limited.map((name) => [golden(`${name}.txt`), toldOf(name)]), [many, [/1,?000/u]]]) {
    const page = await decoded(text);
    const notes = part(page, "Notes on the reading");
    for (const words of said) await notes.getByText(words instanceof RegExp ? words : words.replaceAll("`", "")).first().waitFor();
    const show = notes.getByRole("button", { name: "Show this place in the text" });
    if (await show.count()) {
      await show.first().press("Enter");
      assert.notEqual(await selected(page), "");
    }
    await end(page);
  }
});
