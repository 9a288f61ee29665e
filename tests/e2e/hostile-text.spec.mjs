// Whoever writes a response may mean harm: nothing in it has an effect on the page or on what is copied, and what cannot be seen
// is made visible.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };
const COPIES = ["Copy reply", "Copy ticket", "Markdown", "Plain text", "JSON"];
const area = (page) => page.getByRole("textbox", { name: "Response to decode" });
const answer = (page) => page.getByRole("region", { name: "Answer" });

/** Updox's refusal with a message, which stands in the answer and in its copies; fields and records may follow. */
const refusal = (message, fields = "") =>
  `HTTP/1.1 200 OK\n${fields}\n${JSON.stringify({ successful: false, responseMessage: message, responseCode: 4730 })}`;

async function decoded(text) {
  const page = await site.open("/decode", CLIPBOARD);
  await area(page).fill(text);
  await answer(page).getByRole("heading", { name: "Codes found" }).waitFor();
  await page.locator("details").evaluateAll((all) => all.forEach((it) => (it.open = true)));
  return page;
}

/** What a button copies. */
async function copied(page, name) {
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await page.getByRole("button", { name, exact: true }).click();
  return page.evaluate(async () => {
    for (;;) {
      const text = await navigator.clipboard.readText();
      if (text) return text;
      await new Promise(requestAnimationFrame);
    }
  });
}

/** Addresses of links that lead neither to our pages nor to a source that we name ourselves. */
async function strangeLinks(page) {
  const links = await page.locator("a").evaluateAll((all) => all.map((it) => [it.href, it.closest(".basis-body") !== null]));
  return links.filter(([href, isSource]) => !href.startsWith(isSource ? "https://" : `${site.url}/`)).map(([href]) => href);
}

async function end(page) {
  await page.context().close();
  assert.deepEqual(site.problems, []);
}

test("markup, in every place that shows what was received, is text", async () => {
  const hostile = `</textarea></script><img src=x onerror="document.title='owned'"><svg onload="document.title='owned'"><script>document.title='owned'</script><style>*{display:none}</style><iframe srcdoc="x"></iframe><a href="javascript:document.title='owned'">x</a>`;
  for (const text of [
    refusal(hostile, `X-Request-Id: ${hostile}\nLocation: ${hostile}\nWWW-Authenticate: Bearer realm="${hostile.replaceAll('"', "'")}"\n`),
    `HTTP/1.1 400 Bad Request\n\n${JSON.stringify({ timestamp: "x", status: 400, error: "Bad Request", message: hostile, path: hostile, errors: [{ field: hostile, defaultMessage: hostile }] })}`,
    `HTTP/1.1 422 Unprocessable Entity\n\n${JSON.stringify({ $type: hostile, message: hostile, policy: hostile, policyOutcome: "Deny", rules: [{ priority: "Error", text: hostile, id: hostile }], cause: { $type: hostile, message: hostile, stack: hostile } })}`,
    `HTTP/1.1 207 Multi-Status\n\n<R><RES><Code>400</Code><Message>${hostile.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</Message></RES></R>`,
  ]) {
    const page = await decoded(text);
    assert.ok((await answer(page).innerText()).includes("onerror"), "it is shown");
    assert.equal(await page.locator(".page :is(img, script, style, iframe, object, embed, svg[onload], [onerror], [srcdoc])").count(), 0);
    assert.deepEqual(await strangeLinks(page), []);
    assert.match(await page.title(), /^Decode/u);
    assert.doesNotMatch(await copied(page, "Markdown"), /(?<!\\)<(?!http)/u, "a tag in the Markdown");
    await end(page);
  }
});

test("addresses that would run or load something are no links", async () => {
  for (const address of ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x", "https://evil.example/?stolen"]) {
    const page = await decoded(`HTTP/1.1 302 Found\nLocation: ${address}\nLink: <${address}>; rel=next\n\n{"type":${JSON.stringify(address)},"title":"x","status":302,"detail":${JSON.stringify(address)}}`);
    assert.ok((await answer(page).innerText()).includes(address.slice(0, 11)), `${address} is shown`);
    assert.deepEqual(await strangeLinks(page), []);
    await end(page);
  }
});

// What a JSON string can hide behind an escape, so that it is not even seen in the box; as it is sent, and as it is shown.
const UNSEEN = {
  "a direction override": [String.raw`invoice\u202Efdp.exe`, "invoice⟨U+202E⟩fdp.exe"],
  "an isolate": [String.raw`a\u2066b\u2069`, "a⟨U+2066⟩b⟨U+2069⟩"],
  "a terminal's colour": [String.raw`\u001b[31mred\u001b[0m`, "⟨U+001B⟩[31mred⟨U+001B⟩[0m"],
  "a terminal's title": [String.raw`\u001b]0;owned\u0007`, "⟨U+001B⟩]0;owned⟨U+0007⟩"],
  "a carriage return": [String.raw`failed\rworked`, "failed⟨U+000D⟩worked"],
  "a space without width": [String.raw`4\u200b730`, "4⟨U+200B⟩730"],
  "a letter that nobody sees": [String.raw`x\udb40\udc41`, "x⟨U+E0041⟩"],
};
const ACTS = /[\0-\x08\v-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;

for (const [name, [sent, shown]] of Object.entries(UNSEEN)) {
  test(`${name} is shown by its number, on the page and in every copy`, async () => {
    const page = await decoded(refusal("MESSAGE").replace("MESSAGE", sent));
    await answer(page).getByText(shown).first().waitFor();
    assert.doesNotMatch(await answer(page).evaluate((it) => it.textContent), ACTS);
    for (const button of COPIES) assert.doesNotMatch(await copied(page, button), ACTS, button);
    // A message of several lines is one line in a ticket, however its lines end.
    assert.ok((await copied(page, "Copy ticket")).includes(shown.replace("⟨U+000D⟩", " ")));
    const { message } = JSON.parse(await copied(page, "JSON"));
    assert.equal(message, JSON.parse(`"${sent}"`), "to whoever reads the JSON it is what was received");
    await end(page);
  });
}

test("what acts in the box itself is told, and is in no part of the answer", async () => {
  const page = await decoded(refusal("MESSAGE").replace("MESSAGE", "invoice\u202Efdp.exe \u001b[31mred\u001b[0m"));
  await answer(page).getByText("Invisible marks were removed.").waitFor();
  await answer(page).getByText("Terminal colours and controls were removed.").waitFor();
  assert.doesNotMatch(await answer(page).evaluate((it) => it.textContent), ACTS);
  await end(page);
});

test("what acts in the box is shown by its number in the masked copy, which is decoded to the same answer", async () => {
  for (const message of ["invoice\u202Efdp.exe", "\u001b[31mred\u001b[0m \u001b]0;owned\u0007", "4\u200b730 \u2066x\u2069", "x\u{e0041}"]) {
    // Behind a mark that would keep the status line from being read.
    const page = await decoded(`\ufeff${refusal("MESSAGE").replace("MESSAGE", message)}`);
    const card = page.locator(".answer");
    const before = await card.innerText();
    const copy = await copied(page, "Copy text, masked");
    assert.doesNotMatch(copy, ACTS);
    assert.ok(copy.startsWith("⟨U+FEFF⟩HTTP/1.1 200 OK"), copy);
    await area(page).fill(copy);
    await page.getByText("Characters that were shown by their numbers were put back.").waitFor();
    assert.equal(await card.innerText(), before);
    await end(page);
  }
});

test("no line of a copy or cell of an export begins as a formula does", async () => {
  const page = await decoded(refusal("=HYPERLINK(\"http://evil.example\")\r\n=1+1\r\n@SUM(1)\r\nVendor: somebody else"));
  for (const name of ["Copy reply", "Copy ticket", "Plain text"]) {
    const copy = await copied(page, name);
    assert.ok(!/^[=+\-@\t]/mu.test(copy), `${name}: ${copy}`);
    assert.equal((copy.match(/^Vendor: /gmu) ?? []).length, name === "Copy ticket" ? 1 : 0, copy);
  }
  // Exports hold words of the catalogue alone; nothing pasted can come into them.
  await page.getByRole("navigation").getByRole("link", { name: "Compare" }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.getByRole("button", { name: "CSV", exact: true }).click();
  await page.getByText("CSV copied.").waitFor();
  const csv = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(csv.length > 1_000 && !csv.includes("evil"));
  assert.ok(!/(?:^|,|")[=+@\t]/mu.test(csv), csv.match(/.{20}(?:^|,|")[=+@\t].{20}/mu)?.[0]);
  await end(page);
});
