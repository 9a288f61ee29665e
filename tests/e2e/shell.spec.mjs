// The page starts, keeps its content policy and sends nothing: what every other spec stands on.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

test("the app starts on the home page without a word in the console", async () => {
  const page = await site.open("/");
  assert.match(await page.title(), /Respondex/);
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("every answer carries the policy, and wasm its media type", async () => {
  const page = await site.open("/");
  const wasm = await page.getAttribute("link[data-wasm]", "data-wasm");
  const answer = await fetch(site.url + wasm);
  await answer.arrayBuffer();
  assert.equal(answer.headers.get("content-type"), "application/wasm");
  assert.match(answer.headers.get("content-security-policy"), /default-src 'none'/);
  assert.match(answer.headers.get("content-security-policy"), /frame-ancestors 'none'/);
  await page.context().close();
});

test("an address that nobody has answers 404, with the page for it", async () => {
  const page = await site.open("/no/such/page", { expectedStatus: 404 });
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("once the app runs, nothing that the page does reaches a server", async () => {
  const page = await site.open("/");
  await page.waitForLoadState("networkidle");
  const before = site.requests.length;
  await page.evaluate(async () => {
    const here = location.origin;
    await fetch(`${here}/probe-fetch`).catch(() => {});
    navigator.sendBeacon(`${here}/probe-beacon`, "x");
    await new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.onloadend = resolve;
      request.open("GET", `${here}/probe-xhr`);
      try {
        request.send();
      } catch {
        resolve();
      }
    });
    for (const start of [
      () => new WebSocket(`${here.replace("http", "ws")}/probe-socket`),
      () => new EventSource(`${here}/probe-events`),
      () => document.body.append(Object.assign(new Image(), { src: "http://127.0.0.2:9/probe-image" })),
      () => document.body.append(Object.assign(document.createElement("iframe"), { src: `${here}/probe-frame` })),
    ]) {
      try {
        start();
      } catch {
        // Refused at once.
      }
    }
  });
  // Requests arrive in order, so that whatever was sent before this one has been counted.
  await fetch(`${site.url}/probe-end`);
  await page.waitForTimeout(300);
  assert.deepEqual(site.requests.slice(before), ["GET /probe-end"]);
  await page.context().close();
  // These refusals are the point of this test.
  site.problems.length = 0;
});

test("a wasm file that was changed on the way does not start", async () => {
  const page = await site.browser.newPage({ baseURL: site.url });
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    // A custom section without content: valid wasm, other bytes.
    await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from([0, 1, 0])]) });
  });
  await page.goto("/");
  await page.waitForSelector("html[data-app=failed]", { state: "attached", timeout: 10_000 });
  await page.close();
});
