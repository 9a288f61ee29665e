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
  constructor(server, browser, requests) {
    this.server = server;
    this.browser = browser;
    /** Every request that reached the server, as "METHOD /path", whoever sent it. */
    this.requests = requests;
    /** What no page may ever say: console errors and warnings, uncaught errors, refusals of the content policy. */
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
    this.#listen(page, path, expectedStatus);
    const response = await page.goto(path);
    if (response.status() !== expectedStatus) throw new Error(`${path}: status ${response.status()}`);
    if (options.javaScriptEnabled !== false) {
      await page.waitForSelector("html[data-app]", { state: "attached", timeout: 30_000 });
      const state = await page.getAttribute("html", "data-app");
      if (state !== "ready") throw new Error(`${path}: the app did not start\n${this.problems.join("\n")}`);
      if (waitForReader) await page.waitForSelector("html[data-reader=ready]", { state: "attached", timeout: 30_000 });
    }
    return page;
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

  #listen(page, path, expectedStatus) {
    page.on("console", (message) => {
      if (!["error", "warning"].includes(message.type())) return;
      // The browser reports the status of the page itself; 404 is what that page is for.
      if (expectedStatus !== 200 && message.text().includes(`status of ${expectedStatus}`)) return;
      this.problems.push(`${path}: ${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.problems.push(`${path}: ${error}`));
    page.on("requestfailed", (request) => {
      this.problems.push(`${path}: ${request.url()}: ${request.failure()?.errorText}`);
    });
  }

  /**
   * What axe finds wrong with the page as it stands, one line each; nothing is the only good answer. `rules` are all
   * unless some are named.
   */
  async accessibilityProblems(page, rules) {
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate((rules) => globalThis.axe.run(rules ? { runOnly: rules } : {}), rules);
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
