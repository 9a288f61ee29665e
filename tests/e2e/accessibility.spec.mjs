// Every kind of page, in each of its states, light and dark, on a phone and on a desk: axe finds nothing.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { mixedLog } from "../../bench/decode-texts.mjs";
import { openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const sample = (name) => (page) => page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
const paste = (text) => (page) => page.locator("textarea").fill(text);
const LONG = mixedLog(400_000);

/** Several acts, one after the other. */
const steps =
  (...acts) =>
  async (page) => {
    for (const act of acts) await act(page);
  };
const press = (...names) => async (page) => {
  for (const name of names) await page.keyboard.press(name);
};
const click = (name) => (page) => page.getByRole("button", { name }).click();
const shown = (text) => (page) => page.getByText(text).first().waitFor();
const heading = (name) => (page) => page.getByRole("heading", { name }).first().waitFor();
const listed = steps(click("Add to list"), heading("List for one summary"));
const pin = (page) => page.getByLabel("Vendor in front").selectOption("elevate-iq");
const home = (page) => page.getByRole("navigation").getByRole("link", { name: "Look up" }).click();
/** A browser that has no clipboard: the text to copy is shown. */
const refuse = (page) => page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
/** A paste as the browser reports it; a text so long is not put into the box. */
const pasteLong = (page) =>
  page.getByRole("textbox", { name: "Response to decode" }).evaluate((box, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, LONG);

/** No worker gets its text. */
const noWorker = (page) => page.evaluate(() => (Worker.prototype.postMessage = () => {}));
const noReader = (page) =>
  page.evaluate(() => {
    globalThis.respondexReader.read = () => {
      throw new Error("stopped by the test");
    };
  });

const STATES = [
  ["home", "/"],
  ["home with an answer", "/?q=401"],
  ["home with nothing found", "/?q=zzzzqqq"],
  ["home with an unlisted number", "/?q=4099"],
  ["home with every kind of chip", "/?q=401+vision+class:4xx+-updox+flurb+colour:red+%22not+found%22+40x", shown("is nowhere in the catalogue")],
  ["home with another result chosen", "/?q=401", steps(press("ArrowDown", "ArrowDown"), heading(/401/))],
  ["home with a neighbour of an unlisted number chosen", "/?q=4701", steps(press("ArrowDown"), heading(/4071/))],
  ["home with a vendor in front", "/?q=401", steps(pin, shown("Elevate did not accept"))],
  ["home with a documented wait", "/?q=500+vision", shown(/^Try again at|From now/)],
  ["home with an opened mark", "/?q=401", (page) => page.locator("details.basis summary").first().click()],
  ["home with recent codes", "/code/updox/4071", steps(home, heading("Recent codes"))],
  ["home with a list", "/?q=4071", listed],
  ["home after a refused copy", "/?q=4071", steps(refuse, click("Copy reply"), shown("Copy it by hand"))],
  ["home with the keys", "/?q=4071", steps((page) => page.locator("body").click({ position: { x: 5, y: 5 } }), press("?"), (page) => page.getByRole("dialog", { name: "Keys" }).waitFor())],
  ["code", "/code/updox/4071", (page) => page.locator("details.basis summary").first().click()],
  ["code with other meanings", "/code/vision/401"],
  ["code with the list", "/code/updox/4071", click("Add to list")],
  ["code not listed", "/code/vision/205", undefined, 404],
  ["decoder", "/decode"],
  ["decoder with two verdicts", "/decode", sample("Updox")],
  ["decoder with records", "/decode", sample("Vision")],
  ["decoder with causes", "/decode", sample("SanteDB")],
  ["decoder with several responses", "/decode", steps(sample("Log"), heading(/responses in this text$/))],
  ["decoder with a token", "/decode", steps(sample("curl"), heading("Codes found"))],
  ["decoder with a vendor chosen", "/decode", steps(sample("Elevate"), (page) => page.getByLabel("Vendor").selectOption("vision"))],
  ["decoder with a long text", "/decode", steps(pasteLong, heading(/responses in this text$/))],
  ["decoder at a long text", "/decode", steps(noWorker, pasteLong, shown("0 %"))],
  ["decoder stopped at a long text", "/decode", steps(noWorker, pasteLong, click("Stop"), heading("Reading was stopped"))],
  ["decoder with a possible vendor", "/decode", steps(paste("Recipient not found"), shown("Updox is possible, no more."))],
  ["decoder whose reader stopped", "/decode", steps(noReader, paste("HTTP/1.1 500 X\n\n"), heading("The text could not be read"))],
  ["decoder after a clear", "/decode", steps(sample("Updox"), click("Clear"), shown("Undo clear"))],
  ["decoder with nothing found", "/decode", paste("Dear colleague")],
  ["matrix", "/compare"],
  ["matrix by condition", "/compare?by=condition", (page) => page.locator(".matrix-codes").first().waitFor()],
  ["matrix with every kind of filter", "/compare?only=differing,deviations&actor=client&retry=after-fix&vendors=vision,santedb", shown(/^\d+ rows? in/)],
  ["empty matrix", "/compare?only=deviations&actor=end-user&retry=not-needed", heading("No row fits all of these filters")],
  ["comparison", "/compare/401"],
  ["comparison of what differs at some vendors", "/compare/401?vendors=vision,elevate-iq&only=differing"],
  ["condition", "/compare/condition/already-exists"],
  ["vendor against vendor", "/compare/vision/elevate-iq"],
  ["vendor against vendor and others, every row", "/compare/vision/elevate-iq?vendors=updox,santedb&all=rows"],
  ["vendors", "/vendors"],
  ["vendor", "/vendor/vision"],
  ["about", "/about"],
  ["not found", "/no/such/page", undefined, 404],
];

// The other scheme has other colours and nothing else, so that the rules on colours alone have to be asked again.
const SCHEMES = [
  ["light", undefined],
  ["dark", ["color-contrast", "link-in-text-block"]],
];

// The app knows the width of the window only through its style sheet and one query of the same kind, so that a state that
// was reached on a phone and then got the width of a desk is the state that is reached there.
const WIDTHS = [360, 1280];

test("axe, light and dark, on a phone and on a desk", async () => {
  const found = [];
  const page = await site.open("/", { viewport: { width: WIDTHS[0], height: 800 }, reducedMotion: "reduce" });
  for (const [name, path, act, expectedStatus] of STATES) {
    await site.setWidth(page, WIDTHS[0]);
    await page.emulateMedia({ colorScheme: SCHEMES[0][0] });
    await site.reopen(page, path, { expectedStatus });
    await act?.(page);
    const pressed = await page.$(":focus:hover");
    for (const width of WIDTHS) {
      await site.setWidth(page, width);
      // The pointer stays on it, wherever it has moved to.
      await pressed?.hover();
      for (const [colorScheme, rules] of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        const problems = await site.accessibilityProblems(page, rules);
        found.push(...problems.map((problem) => `${name}, ${width} pixels, ${colorScheme}: ${problem}`));
      }
    }
  }
  await page.context().close();
  assert.deepEqual(found, []);
  assert.deepEqual(site.problems, []);
});
