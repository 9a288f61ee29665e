// The app stops: the page says so, what was entered is still there, and the console does not quote it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

test("a stop keeps what was entered, on the page and nowhere else", async () => {
  const context = await site.browser.newContext({ baseURL: site.url });
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  // Markup of another page cannot be taken over: the surest way to stop the app.
  await page.route("**/decode", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('<div class="panes">', '<p class="panes"></p><div class="panes">');
    await route.fulfill({ response, body });
  });
  await page.goto("/decode", { waitUntil: "domcontentloaded" });
  const text = "HTTP/1.1 500 Internal Server Error\n\ncanary-5d1c";
  await page.locator("textarea").fill(text);
  release();
  await page.getByRole("alert").getByRole("heading", { name: "Something went wrong on our side" }).waitFor();
  assert.equal(await page.getByRole("alert").getByRole("textbox", { name: "Your text" }).inputValue(), text);
  assert.equal(await page.getByRole("textbox").count(), 1, "the dead page is out of the way");
  assert.ok(said.some((line) => line.includes("Respondex stopped at")), said.join("\n"));
  assert.ok(!said.some((line) => line.includes("canary")), said.join("\n"));
  await context.close();
});
