// The four things that first-line staff do all day, with the keys counted; and what the desk keeps between calls.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };
const RESPONSE = `HTTP/1.1 200 OK
Date: Tue, 15 Nov 2022 08:12:31 GMT
X-Request-Id: made-up-7

{"successful":false,"responseMessage":"Unauthorized","responseCode":4010}`;

/** Presses keys one after the other and counts them: a chord is one. */
function counted(page) {
  const keys = { count: 0 };
  keys.press = async (...names) => {
    for (const name of names) {
      keys.count += 1;
      await page.keyboard.press(name);
    }
  };
  return keys;
}

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const results = (page) => page.getByRole("listbox", { name: "Results" });
const fillClipboard = (page, text) => page.evaluate((value) => navigator.clipboard.writeText(value), text);

test("a caller reads a code aloud: a copied reply with at most 8 keys", async () => {
  const page = await site.open("/", CLIPBOARD);
  const keys = counted(page);
  await keys.press("4", "0", "7", "1", "Enter");
  await page.getByText("Reply copied").waitFor();
  assert.ok(keys.count <= 8, `${keys.count} keys`);
  assert.ok((await clipboard(page)).split(/\s+/).length > 8);
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("a caller mails a raw response: a copied reply with at most 3 keys", async () => {
  const page = await site.open("/", CLIPBOARD);
  await fillClipboard(page, RESPONSE);
  const keys = counted(page);
  await keys.press("ControlOrMeta+v");
  await page.waitForURL("**/decode");
  await page.getByRole("button", { name: "Copy reply" }).waitFor();
  await keys.press("ControlOrMeta+Enter");
  await page.getByText("Reply copied").waitFor();
  assert.ok(keys.count <= 3, `${keys.count} keys`);
  assert.notEqual(await clipboard(page), RESPONSE);
  await page.context().close();
});

test("is it you or them? answered with at most 5 keys", async () => {
  const page = await site.open("/");
  const keys = counted(page);
  await keys.press("5", "0", "0", " ", "v");
  const card = page.locator("article").first();
  await card.getByText("Who acts", { exact: true }).first().waitFor();
  assert.ok(keys.count <= 5, `${keys.count} keys`);
  assert.match(await card.innerText(), /Who acts\s+The vendor/);
  await page.context().close();
});

test("escalate: a ticket summary with 2 keys and the paste, blanks visible, secrets masked", async () => {
  const page = await site.open("/", CLIPBOARD);
  await fillClipboard(page, RESPONSE.replace("Date:", "Authorization: Bearer made-up-token-12345678\nDate:"));
  const keys = counted(page);
  await page.keyboard.press("ControlOrMeta+v");
  await page.waitForURL("**/decode");
  await page.getByRole("button", { name: "Copy ticket" }).waitFor();
  await keys.press("ControlOrMeta+Shift+Enter");
  await page.getByText("Ticket summary copied").waitFor();
  assert.ok(keys.count <= 2, `${keys.count} keys`);
  const ticket = await clipboard(page);
  for (const line of [
    "Vendor: Updox",
    "HTTP status: 200 OK",
    "Code in the body: 4010",
    "Transaction id: made-up-7",
    "Time with zone: Tue, 15 Nov 2022 08:12:31 GMT",
    "Endpoint: ________",
    "Already tried: ________",
    `Page: ${site.url}/code/updox/4010`,
  ]) {
    assert.ok(ticket.includes(line), `${line}\n${ticket}`);
  }
  assert.ok(!ticket.includes("made-up-token"));
  await page.context().close();
});

test("what was masked in the paste is masked in every copy of its answer, until that is switched off for one", async () => {
  const page = await site.open("/decode", CLIPBOARD);
  const call = "POST https://example.com/api/patients?lastName=Fakeborn HTTP/1.1\nHost: example.com\n\n";
  const body = '{"lastName":"Fakeborn","caregiverId":"00998877","successful":false,"responseMessage":"Patient Fakeborn 00998877 already exists","responseCode":4730}';
  await page.locator("textarea").fill(`${call}HTTP/1.1 200 OK\nContent-Type: application/json\n\n${body}`);
  const said = page.locator(".copy-said");
  const copied = async (name, words) => {
    await page.getByRole("button", { name, exact: true }).click();
    await said.getByText(words).waitFor();
    return clipboard(page);
  };
  for (const [name, words] of [["Copy ticket", /2 masked|3 masked/], ["Markdown", /masked/], ["Plain text", /masked/], ["JSON", /masked/], ["Copy reply", /masked/]]) {
    const copy = await copied(name, words);
    assert.ok(copy.length > 40 && !copy.includes("Fakeborn") && !copy.includes("00998877"), `${name}: ${copy}`);
  }
  assert.match(await copied("Copy ticket", /masked/), /Message: Patient \[PERSON-1\] \[RECORD-NUMBER-1\] already exists/);
  const mask = page.getByLabel("Mask secrets and personal data");
  await mask.uncheck();
  assert.match(await copied("Copy ticket", "not masked"), /Message: Patient Fakeborn 00998877 already exists/);
  assert.ok(await mask.isChecked(), "one copy is let out, and no more");
  assert.ok(!(await copied("Copy ticket", /\d masked/)).includes("Fakeborn"));
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("ids of calls are kept for an escalation, and masked in every copy where that is asked for, by keys alone", async () => {
  const page = await site.open("/decode", CLIPBOARD);
  const body = '{"transactionId":"made-up-8","successful":false,"responseMessage":"made-up-8 was refused","responseCode":4010}';
  await page.locator("textarea").fill(`HTTP/1.1 200 OK\nX-Request-Id: made-up-7\n\n${body}`);
  const said = page.locator(".copy-said");
  const copied = async (name, words) => {
    await page.getByRole("button", { name, exact: true }).click();
    await said.getByText(words).first().waitFor();
    return clipboard(page);
  };
  const ticket = await copied("Copy ticket", "Ticket summary copied");
  assert.match(ticket, /Message: made-up-8 was refused/);
  assert.match(ticket, /Transaction id: made-up-7/);
  const label = "Mask ids of transactions and traces too";
  const beside = page.locator(".copies").getByLabel(label);
  const below = page.locator(".answer-part", { hasText: "Before you copy it" }).getByLabel(label);
  assert.ok(!(await beside.isChecked()) && !(await below.isChecked()), "off unless told");
  await beside.focus();
  await page.keyboard.press("Space");
  await page.getByText("[ID-1]", { exact: true }).waitFor();
  assert.ok((await beside.isChecked()) && (await below.isChecked()), "one choice, shown twice");
  assert.ok(await beside.evaluate((it) => it === document.activeElement), "the focus stays");
  for (const [name, words] of [["Copy ticket", /\d masked/], ["JSON", /\d masked/], ["Copy reply", /masked/]]) {
    const copy = await copied(name, words);
    assert.ok(copy.length > 40 && !copy.includes("made-up"), `${name}: ${copy}`);
  }
  const masked = await copied("Copy text, masked", /opied/);
  assert.ok(masked.includes('"responseCode":4010') && !masked.includes("made-up"), masked);
  await below.focus();
  await page.keyboard.press("Space");
  await page.getByText("[ID-1]", { exact: true }).waitFor({ state: "detached" });
  assert.ok(await below.evaluate((it) => it === document.activeElement), "the focus stays here as well");
  assert.match(await copied("Copy ticket", "Ticket summary copied"), /Transaction id: made-up-7/);
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("on a slow machine, too, Enter copies the reply of what stands in the box", async () => {
  const page = await site.open("/", CLIPBOARD);
  const slow = await page.context().newCDPSession(page);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 8 });
  const reply = async (...keys) => {
    await fillClipboard(page, "nothing yet");
    await page.keyboard.press("Escape");
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "nothing yet");
    return clipboard(page);
  };
  assert.match(await reply("4", "0", "7", "1", "Enter"), /^Updox could not send this/);
  const first = await reply("4", "0", "1", "Enter");
  // A step that comes before the results is lost, and so is the copy behind it: better none than another one's.
  await fillClipboard(page, "nothing yet");
  for (const key of ["Escape", "4", "0", "3", "ArrowDown", "Enter"]) await page.keyboard.press(key);
  await page.getByRole("option", { name: /403/ }).first().waitFor();
  const shown = await page.locator(".reply blockquote").innerText();
  assert.ok(["nothing yet", shown].includes(await clipboard(page)));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "nothing yet");
  const second = await clipboard(page);
  assert.match(await page.getByRole("listbox", { name: "Results" }).getByRole("option", { selected: true }).innerText(), /403/);
  assert.notEqual(second, first);
  assert.equal(await page.locator(".reply blockquote").innerText(), second, "what is shown is what was copied");
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("each copy has a letter of its own, and none in a field", async () => {
  const page = await site.open("/code/vision/500", { ...CLIPBOARD, timezoneId: "Europe/Berlin" });
  for (const [letter, said, pattern] of [
    ["c", "Reply copied", /Try again at \d\d:\d\d/],
    ["t", "Ticket summary copied", /^Vendor: Vision$/m],
    ["m", "Markdown copied", /^\*\*Vision 500/],
    ["p", "Plain text copied", /^Vision 500 \(Internal server error\)$/m],
    ["j", "JSON copied", /"retry": \{"kind":"after-delay","delaysSeconds":\[300\],"repeatSeconds":1800\}/],
    ["l", "Link copied", /\/code\/vision\/500$/],
  ]) {
    await page.keyboard.press(letter);
    await page.getByText(said).waitFor();
    assert.match(await clipboard(page), pattern);
    if (letter === "j") assert.equal(JSON.parse(await clipboard(page)).entry, "vision/500");
  }
  await page.keyboard.press("Control+k");
  await page.waitForFunction(() => document.activeElement.id === "box");
  await page.keyboard.type("ctmpjl?/");
  assert.equal(await page.locator("#box").inputValue(), "ctmpjl?/");
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("documented waits are times of the clock, with the zone", async () => {
  const page = await site.open("/code/vision/500", { timezoneId: "Asia/Kolkata" });
  await page.getByText(/From now: \d\d:\d\d( tomorrow)?, then .*, and on every 30 minutes \(UTC\+5:30\)\./).waitFor();
  await page.context().close();
});

test("the reply is read before it is copied, and is what is copied", async () => {
  for (const [path, act] of [
    ["/?q=500+vision"],
    ["/code/vision/500"],
    ["/decode", (page) => page.locator("textarea").fill("HTTP/1.1 500 Internal server error\n\n")],
    ["/decode", (page) => page.locator("textarea").fill(RESPONSE)],
  ]) {
    const page = await site.open(path, { ...CLIPBOARD, timezoneId: "Asia/Kolkata" });
    await act?.(page);
    const reply = page.getByRole("figure", { name: "Reply to the caller" }).locator("blockquote");
    await reply.waitFor();
    if (path.includes("500")) await page.waitForFunction(() => /Try again at \d\d:\d\d.*UTC\+5:30/.test(document.querySelector("blockquote").innerText));
    const before = await reply.innerText();
    await page.getByRole("button", { name: "Copy reply" }).click();
    await page.getByText("Reply copied").waitFor();
    // A minute may have passed.
    const seen = [before, await reply.innerText()];
    assert.ok(seen.includes(await clipboard(page)), `${path}: ${seen.join(" | ")}`);
    await page.context().close();
  }
  assert.deepEqual(site.problems, []);
});

test("what to ask is on the card, with the answer of a paste, and in the Markdown copy", async () => {
  const question = "When did you last sign in, and did it work then?";
  for (const [path, act] of [["/?q=4010"], ["/code/updox/4010"], ["/decode", (page) => page.locator("textarea").fill(RESPONSE)]]) {
    const page = await site.open(path, CLIPBOARD);
    await act?.(page);
    await page.getByRole("heading", { name: "What to ask the caller" }).waitFor();
    await page.getByRole("heading", { name: "What to ask their software vendor" }).waitFor();
    await page.getByText(question).waitFor();
    await page.getByRole("button", { name: "Markdown" }).click();
    await page.getByText("Markdown copied").waitFor();
    assert.ok((await clipboard(page)).includes(`**Ask the caller:**\n\n- ${question}\n`), path);
    await page.context().close();
  }
});

test("the keys are listed, and single letters can be switched off for good", async () => {
  const page = await site.open("/about", CLIPBOARD);
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys" });
  await help.waitFor();
  assert.deepEqual(await site.accessibilityProblems(page), []);
  await help.getByRole("checkbox").press("Space");
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });
  await page.goto("/code/updox/4071");
  await page.waitForFunction(() => document.querySelector("[data-copy=reply]"));
  await page.keyboard.press("c");
  await page.keyboard.press("?");
  await page.waitForTimeout(200);
  assert.equal(await page.getByText("Reply copied").count(), 0);
  assert.equal(await help.isVisible(), false);
  await page.context().close();
});

test("chips say what was understood, and go with a key", async () => {
  const page = await site.open("/?q=forty+seventy+one+-vision+flurb");
  await page.getByText("number 4071").waitFor();
  await page.getByText("vendor Vision left out").waitFor();
  await page.getByText("word flurb is nowhere in the catalogue").waitFor();
  await page.getByRole("button", { name: "Remove word flurb" }).press("Enter");
  assert.equal(await page.locator("#box").inputValue(), "forty seventy one -vision");
  await page.waitForURL((url) => url.search === "?q=forty+seventy+one+-vision");
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("a pinned vendor stands in front, also next time", async () => {
  const page = await site.open("/?q=401");
  const first = () => results(page).getByRole("option").first().innerText();
  await results(page).getByRole("option").first().waitFor();
  assert.match(await first(), /HHAeXchange/);
  await page.getByLabel("Vendor in front").selectOption("elevate-iq");
  await results(page).getByRole("option", { selected: true, name: /Elevate IQ/ }).waitFor();
  assert.match(await first(), /Elevate IQ/);
  await page.reload();
  await results(page).getByRole("option", { selected: true, name: /Elevate IQ/ }).waitFor();
  await page.context().close();
});

test("recent codes stay in memory unless they are kept, and go with one key", async () => {
  const page = await site.open("/code/updox/4071");
  const kept = () => page.evaluate(() => localStorage.getItem("respondex-desk"));
  await page.getByRole("navigation").getByRole("link", { name: "Look up" }).click();
  const recent = page.getByRole("region", { name: "Recent codes" });
  await recent.getByRole("link", { name: "Updox 4071" }).waitFor();
  assert.equal(await kept(), null);
  await recent.getByRole("checkbox").press("Space");
  await page.waitForFunction(() => localStorage.getItem("respondex-desk") === "recent=updox/4071");
  await page.reload();
  await recent.getByRole("link", { name: "Updox 4071" }).waitFor();
  await recent.getByRole("link", { name: "Updox 4071" }).focus();
  await page.keyboard.press("x");
  await page.waitForFunction(() => localStorage.getItem("respondex-desk") === "recent=");
  assert.equal(await recent.getByRole("link").count(), 0);
  await page.context().close();
});

test("several codes become one summary", async () => {
  const page = await site.open("/?q=4071", CLIPBOARD);
  await page.getByRole("button", { name: "Add to list" }).click();
  await page.locator("#box").fill("vision 500");
  await page.getByRole("heading", { level: 2, name: /500/ }).first().waitFor();
  await page.getByRole("button", { name: "Add to list" }).click();
  const list = page.getByRole("region", { name: "List for one summary" });
  assert.equal(await list.getByRole("link").count(), 2);
  await list.getByRole("button", { name: "Copy list" }).click();
  await list.getByText("Copied").waitFor();
  const summary = await clipboard(page);
  assert.match(summary, /^Updox 4071/);
  assert.match(summary, /\n\nVision 500/);
  await list.getByRole("button", { name: "Empty the list" }).click();
  assert.equal(await list.count(), 0);
  await page.context().close();
  assert.deepEqual(site.problems, []);
});
