// The built site in a real browser, for the specs beside this file: each spec file has a server and a browser of
// its own. Run by `cargo xtask test --only browser`, which sets CHROME (the browser) and SITE (the built site).

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { chromium } from "playwright-core";
import { startServer } from "../../xtask/js/site-server.mjs";

const ARGUMENTS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  "--no-sandbox",
];

/** Starts server and browser. Call `close()` in `after`. */
export async function openSite() {
  const executablePath = process.env.CHROME ?? process.env.CHROME_PATH;
  if (!executablePath) throw new Error("set CHROME to a Chromium, or run `cargo xtask test --only browser`");
  const dist = process.env.SITE ?? fileURLToPath(new URL("../../dist", import.meta.url));
  const requests = [];
  const server = await startServer({ dist, onRequest: ({ method, url }) => requests.push(`${method} ${url}`) });
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS }).catch(async (error) => {
    await server.close();
    throw error;
  });
  return new Site(server, browser, requests);
}

class Site {
  /** What each page was opened at, the status that its server was to answer, and whether it may ask for nothing more. */
  #visits = new WeakMap();

  constructor(server, browser, requests) {
    this.server = server;
    this.browser = browser;
    /** Every request that reached the server, as "METHOD /path", whoever sent it. */
    this.requests = requests;
    /**
     * What no page may ever say or do: console errors and warnings, uncaught errors, refusals of the content policy, requests
     * once it runs.
     */
    this.problems = [];
  }

  get url() {
    return this.server.url;
  }

  /**
   * Opens an address in a context of its own and waits until the app and its reader run. Options are those of a Playwright
   * context (`viewport`, `colorScheme`, `javaScriptEnabled` …), `expectedStatus`, 200 unless told, and `waitForReader`,
   * which is false where a test holds the reader back.
   */
  async open(path, { expectedStatus = 200, waitForReader = true, ...options } = {}) {
    const context = await this.browser.newContext({ baseURL: this.url, ...options });
    const page = await context.newPage();
    this.#listen(page);
    await this.#load(page, path, expectedStatus);
    if (options.javaScriptEnabled !== false) await this.#started(page, path, waitForReader);
    return page;
  }

  /**
   * Opens another address in a page that `open` gave, as if nobody had been there: a quarter of the work of a context of
   * its own, for specs that look at many addresses. Size and colours of the window stay.
   */
  async reopen(page, path, { expectedStatus = 200 } = {}) {
    await page.evaluate(() => (localStorage.clear(), sessionStorage.clear()));
    await page.mouse.move(0, 0);
    await this.#load(page, path, expectedStatus);
    await this.#started(page, path);
  }

  /** Gives the window another width, and waits until the page has been laid out for it. */
  async setWidth(page, width) {
    await page.setViewportSize({ ...page.viewportSize(), width });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }

  async #load(page, path, expectedStatus) {
    this.#visits.set(page, { path, expectedStatus, isQuiet: false });
    const response = await page.goto(path);
    if (response.status() !== expectedStatus) throw new Error(`${path}: status ${response.status()}`);
  }

  async #started(page, path, waitForReader = true) {
    await page.waitForSelector("html[data-app]", { state: "attached", timeout: 30_000 });
    const state = await page.getAttribute("html", "data-app");
    if (state !== "ready") throw new Error(`${path}: the app did not start\n${this.problems.join("\n")}`);
    if (!waitForReader) return;
    await page.waitForSelector("html[data-reader=ready]", { state: "attached", timeout: 30_000 });
    this.#visits.get(page).isQuiet = true;
  }

  /** Opens an address with the app held back, as on a slow line; `release()` lets it come. */
  async openHeld(path) {
    const context = await this.browser.newContext({ baseURL: this.url });
    const page = await context.newPage();
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route("**/*.wasm", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(path, { waitUntil: "domcontentloaded" });
    return { page, release };
  }

  #listen(page) {
    const note = (problem) => this.problems.push(`${this.#visits.get(page).path}: ${problem}`);
    page.on("console", (message) => {
      if (!["error", "warning"].includes(message.type())) return;
      // The browser reports the status of the page itself; 404 is what that page is for.
      const { expectedStatus } = this.#visits.get(page);
      if (expectedStatus !== 200 && message.text().includes(`status of ${expectedStatus}`)) return;
      note(`${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", note);
    // Once the app and its reader run, a page asks for nothing but another page; a worker comes out of memory.
    page.on("request", (request) => {
      const visit = this.#visits.get(page);
      if (request.isNavigationRequest()) visit.isQuiet = false;
      else if (visit.isQuiet && !request.url().startsWith("blob:")) note(`request after the start: ${request.method()} ${request.url()}`);
    });
    page.on("requestfailed", (request) => note(`${request.url()}: ${request.failure()?.errorText}`));
  }

  /**
   * What axe finds wrong with the page as it stands, one line each; nothing is the only good answer. `rules` are all
   * unless some are named.
   */
  async accessibilityProblems(page, rules) {
    if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
    // What passes is not listed: on the matrix that takes as long as the rules themselves.
    const options = { resultTypes: ["violations"], ...(rules && { runOnly: rules }) };
    const { violations } = await page.evaluate((options) => globalThis.axe.run(options), options);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
  }

  async close() {
    await this.browser.close();
    await this.server.close();
  }
}

/** A file of tests/golden/, as text. */
export function golden(name) {
  return readFileSync(new URL(`../golden/${name}`, import.meta.url), "utf8");
}

/** Puts a text into a box in one piece, as a paste does: Playwright's `fill` tells the page of each line by itself. */
export function fillAtOnce(box, text) {
  return box.evaluate((box, text) => {
    box.focus();
    box.value = text;
    box.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", bubbles: true }));
  }, text);
}
