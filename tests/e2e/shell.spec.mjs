// The page starts, keeps its content policy and sends nothing: what every other spec stands on.

import assert from "node:assert/strict";
import { createServer } from "node:http";
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

// Each way in which a page can send something, aimed at our own server: even that is shut.
const PROBES = {
  fetch: (url) => fetch(url).catch(() => {}),
  beacon: (url) => navigator.sendBeacon(url, "x"),
  xhr: (url) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.send();
  },
  socket: (url) => new Promise((resolve) => (new WebSocket(url.replace("http", "ws")).onerror = resolve)),
  events: (url) => new EventSource(url),
  image: (url) => Object.assign(new Image(), { src: url }),
  script: (url) => document.head.append(Object.assign(document.createElement("script"), { src: url })),
  module: (url) => import(url).catch(() => {}),
  style: (url) => document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: url })),
  prefetch: (url) => document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: url })),
  frame: (url) => document.body.append(Object.assign(document.createElement("iframe"), { src: url })),
  worker: (url) => new Worker(url),
  form: (url) => {
    const form = Object.assign(document.createElement("form"), { action: url, method: "post" });
    document.body.append(form);
    form.submit();
  },
};

/** Tries every probe and gives the requests that reached the page's server. */
async function probe(page, { url, requests } = site) {
  const before = requests.length;
  for (const [name, send] of Object.entries(PROBES)) {
    // What is refused at once throws; what is refused later says nothing. Both are right.
    const call = `(${send})(${JSON.stringify(`${url}/probe-${name}`)})`;
    await page.evaluate(`(async () => { await ${call}; })().catch(() => {})`);
  }
  // That nothing comes has no event to wait for.
  await page.waitForTimeout(500);
  return requests.slice(before);
}

test("once the app runs, nothing that the page does reaches a server, with and without a paste", async () => {
  for (const path of ["/", "/decode"]) {
    const page = await site.open(path);
    if (path === "/decode") {
      await page.locator("textarea").fill("HTTP/1.1 500 Internal Server Error\n\n");
      await page.getByRole("heading", { name: "Codes found" }).waitFor();
    }
    assert.deepEqual(await probe(page), [], path);
    await page.context().close();
  }
  // These refusals are the point of this test.
  site.problems.length = 0;
});

const reached = (sent) => Object.keys(PROBES).filter((name) => sent.some((request) => request.endsWith(` /probe-${name}`)));

test("the same probes all get through on a page without a policy: a server does count them", async () => {
  const requests = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.setHeader("Content-Type", "text/html").end("<title>no policy</title>");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  const page = await site.browser.newPage();
  await page.goto(url);
  assert.deepEqual(reached(await probe(page, { url, requests })), Object.keys(PROBES));
  await page.close();
  server.close();
  server.closeAllConnections();
});

test("where the app does not run, the page's own policy refuses what carries code, frames, images and forms", async () => {
  const page = await site.browser.newPage({ baseURL: site.url });
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("/");
  await page.waitForSelector("html[data-app=failed]", { state: "attached", timeout: 30_000 });
  const sent = reached(await probe(page));
  for (const name of ["fetch", "xhr", "events", "module"]) assert.ok(sent.includes(name), name);
  for (const name of ["image", "script", "frame", "worker", "form"]) assert.ok(!sent.includes(name), name);
  await page.close();
});

test("a wasm file or a catalogue that was changed on the way does not start", async () => {
  for (const [file, more] of [
    // A custom section without content: valid wasm, other bytes.
    ["**/respondex-web-*.wasm", [0, 1, 0]],
    ["**/catalog-*.bin", [0]],
  ]) {
    const page = await site.browser.newPage({ baseURL: site.url });
    await page.route(file, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from(more)]) });
    });
    await page.goto("/");
    await page.waitForSelector("html[data-app=failed]", { state: "attached", timeout: 30_000 });
    await page.close();
  }
});
