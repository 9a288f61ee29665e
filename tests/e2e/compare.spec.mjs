// A developer wants to know how vendors differ: on all codes, on one, on a meaning, and two of them side by side.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const PHONE = { viewport: { width: 360, height: 740 } };
/** Room for a few rows only, so that the frame of a table scrolls both ways. */
const SMALL = { viewport: { width: 700, height: 500 } };

const grid = (page) => page.getByRole("grid", { name: "Codes by vendor" });
const frame = (page) => page.locator(".matrix-scroll");
const rows = (page) => page.locator(".matrix tbody tr:not(.matrix-group)");
const status = (page) => page.locator("#matrix-status");
const search = (page) => page.evaluate(() => decodeURIComponent(location.search));
/** What a screen reader would read of the element with the focus. */
const focused = (page) => page.evaluate(() => document.activeElement.innerText.replace(/\s+/g, " ").trim());
const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};

test("the matrix shows all codes by vendor, with headings that stay in view", async () => {
  const page = await site.open("/compare", SMALL);
  const heads = await grid(page).getByRole("columnheader").allInnerTexts();
  assert.deepEqual(heads, ["Code", "HTTP standard", "HHAeXchange", "Vision", "SanteDB", "Updox", "Elevate IQ"]);
  await frame(page).evaluate((it) => (it.scrollIntoView(), it.scrollTo(200, 600)));
  const box = (locator) => locator.boundingBox();
  const outer = await box(frame(page));
  const corner = await box(grid(page).getByRole("columnheader", { name: "Code" }));
  assert.ok(Math.abs(outer.y - corner.y) < 3, "the first row stays");
  assert.ok(Math.abs(outer.x - corner.x) < 3, "the first column stays");
  const covering = (x, y) => page.evaluate(([x, y]) => document.elementFromPoint(x, y).closest("th").innerText, [x, y]);
  assert.equal(await covering(corner.x + 20, corner.y + corner.height / 2), "Code", "no group lies over the corner");
  const group = await covering(corner.x + 20, corner.y + corner.height + 12);
  assert.match(group, /^\dxx \d+ rows/, "the group is named below the headings of the columns");
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("the headings of a comparison stay in view as well", async () => {
  for (const path of ["/compare/401", "/compare/condition/already-exists", "/compare/vision/elevate-iq"]) {
    const page = await site.open(path, SMALL);
    const scroll = page.locator(".table-scroll");
    await scroll.evaluate((it) => it.scrollTo(200, 200));
    const moved = await scroll.evaluate((it) => [it.scrollLeft, it.scrollTop]);
    assert.ok(moved.every((by) => by > 0), `${path}: ${moved}`);
    const [outer, corner] = [await scroll.boundingBox(), await page.getByRole("columnheader").first().boundingBox()];
    assert.ok(Math.abs(outer.y - corner.y) < 3 && Math.abs(outer.x - corner.x) < 3, path);
    await page.setViewportSize({ width: 1280, height: 500 });
    const table = await page.locator(".table-scroll").boundingBox();
    await page.evaluate((by) => scrollBy(0, by), table.y + 150);
    const head = await page.getByRole("columnheader").first().boundingBox();
    assert.ok(Math.abs(head.y) < 3, `${path}: ${head.y}`);
    await page.context().close();
  }
  assert.deepEqual(site.problems, []);
});

test("filters narrow the rows, are counted aloud and stand in the address", async () => {
  const page = await site.open("/compare");
  const all = await rows(page).count();
  assert.match(await status(page).innerText(), new RegExp(`^${all} rows in`));
  await page.getByLabel("where vendors differ").check();
  assert.equal(await search(page), "?only=differing");
  const differing = await rows(page).count();
  assert.ok(differing > 0 && differing < all);
  await page.locator(".matrix .remark", { hasText: "vendors differ" }).nth(differing - 1).waitFor();
  await page.getByLabel("with deviations").check();
  await page.getByLabel("Who acts").selectOption("vendor");
  await page.getByLabel("Try again").selectOption("after-delay");
  await page.getByLabel("Updox").uncheck();
  assert.equal(
    await search(page),
    "?vendors=hhaexchange,vision,santedb,elevate-iq&only=differing,deviations&actor=vendor&retry=after-delay",
  );
  const left = await rows(page).count();
  assert.ok(left > 0 && left < differing);
  assert.match(await status(page).innerText(), new RegExp(`^${left} rows? in`));
  assert.equal(await status(page).getAttribute("role"), "status");
  assert.ok(!(await grid(page).getByRole("columnheader").allInnerTexts()).includes("Updox"));
  const sent = await page.locator(".matrix tbody tr:not(.matrix-group)").allInnerTexts();
  await page.reload();
  await page.waitForSelector("html[data-app=ready]", { state: "attached" });
  await page.waitForFunction((left) => document.querySelectorAll(".matrix tbody tr:not(.matrix-group)").length === left, left);
  assert.deepEqual(await page.locator(".matrix tbody tr:not(.matrix-group)").allInnerTexts(), sent, "a reload keeps the view");
  assert.equal(await page.getByLabel("Who acts").inputValue(), "vendor");
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("an empty matrix says which filters are on, and takes them all off", async () => {
  const page = await site.open("/compare?by=condition&only=differing,deviations&actor=end-user&retry=not-needed&vendors=vision");
  await page.getByRole("heading", { name: "No row fits all of these filters" }).waitFor();
  assert.deepEqual(await page.locator(".matrix-empty li").allInnerTexts(), [
    "Only where vendors differ",
    "Only deviations",
    "Who acts: The person using it",
    "Try again: No need",
    "Vendors: Vision",
  ]);
  await page.getByRole("button", { name: "Take all filters off" }).focus();
  await press(page, "Enter");
  await grid(page).waitFor();
  assert.equal(await search(page), "?by=condition");
  assert.match(await focused(page), /^\d+ rows in/, "the focus is not lost with the button");
  assert.equal(await page.getByLabel("Who acts").inputValue(), "");
  assert.equal(await page.getByLabel("Try again").inputValue(), "");
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("a field that was chosen by hand follows the filters when they are taken off", async () => {
  const page = await site.open("/compare?only=differing,deviations&vendors=vision");
  await page.getByLabel("Who acts").selectOption("nobody");
  await page.getByRole("button", { name: "Take all filters off" }).click();
  await grid(page).waitFor();
  assert.equal(await page.getByLabel("Who acts").inputValue(), "");
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("the matrix is one stop of Tab, and is walked by the keys of a grid", async () => {
  const page = await site.open("/compare", SMALL);
  await page.getByLabel("Try again").focus();
  await press(page, "Tab");
  assert.equal(await focused(page), "101");
  await press(page, "ArrowRight");
  assert.equal(await focused(page), "… Interim: Interim response");
  await press(page, "ArrowRight", "ArrowRight");
  assert.match(await focused(page), /^✕ Failed: Authentication failed ≠ \(differs from the standard\) △ \(deviates\)$/);
  await press(page, "ArrowDown");
  assert.match(await focused(page), /Not permitted/);
  await press(page, "Home");
  assert.equal(await focused(page), "102");
  await press(page, "End", "ArrowRight");
  assert.match(await focused(page), /not documented$/, "the edge holds");
  await press(page, "Control+Home");
  assert.equal(await focused(page), "Code");
  await press(page, "Control+End");
  assert.ok(await page.evaluate(() => document.activeElement.closest("tr").matches("tbody:last-child > tr:last-child")));
  await press(page, "Control+Home", "ArrowRight", "ArrowDown");
  assert.match(await focused(page), /^1xx \d+ rows$/, "the heading of a group is on the way");
  await press(page, "ArrowDown");
  assert.equal(await focused(page), "… Interim: Interim response", "and the column is kept");
  await press(page, "PageDown", "PageDown", "PageUp", "ArrowDown");
  const row = await page.evaluate(() => document.activeElement.closest("tr").rowIndex);
  assert.equal(row, 13);
  await press(page, "Tab");
  assert.equal(await focused(page), "Markdown", "one Tab leaves the matrix");
  await press(page, "Shift+Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest("tr").rowIndex), row, "and leads back to the same cell");
  await press(page, "Home", "Enter");
  await page.waitForURL(/\/compare\/\d+$/);
  await page.getByRole("heading", { level: 1, name: "across vendors" }).waitFor();
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("what has the focus is never hidden under the headings that stay", async () => {
  const page = await site.open("/compare?by=condition", SMALL);
  await page.getByLabel("Try again").focus();
  await press(page, "Tab");
  const walk = [
    ...Array(14).fill("ArrowDown"),
    ...Array(6).fill("ArrowRight"),
    ...Array(20).fill("ArrowUp"),
    ...Array(6).fill("ArrowLeft"),
    "PageDown",
    "End",
    "PageDown",
    "PageUp",
    "Home",
    "PageUp",
    "Control+End",
    "Control+Home",
  ];
  for (const key of walk) {
    await press(page, key);
    const seen = await page.evaluate(() => {
      const box = document.activeElement.getBoundingClientRect();
      const at = document.elementFromPoint(box.left + Math.min(box.width, 60) / 2, box.top + Math.min(box.height, 24) / 2);
      const outline = getComputedStyle(document.activeElement).outlineStyle;
      const cell = document.activeElement.closest("th, td");
      return { clear: at !== null && cell.contains(at), outline, words: cell.innerText };
    });
    assert.ok(seen.clear, `${key}: ${seen.words}`);
    assert.notEqual(seen.outline, "none", key);
  }
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("by condition a cell may hold several codes, which Enter leads into and Escape out of", async () => {
  const page = await site.open("/compare");
  await page.getByLabel("Condition", { exact: true }).check();
  assert.equal(await search(page), "?by=condition");
  const groups = await page.locator(".matrix-group-name").allInnerTexts();
  assert.ok(groups.length >= 3 && !groups.some((name) => /^\dxx/.test(name)), groups.join());
  const cell = page.locator(".matrix td:has(li + li)").first();
  const codes = await cell.getByRole("link").allInnerTexts();
  assert.ok(codes.length > 1);
  const said = codes.map((words) => words.replace(/\s+/g, " ").trim());
  await cell.focus();
  await press(page, "Enter");
  assert.equal(await focused(page), said[0]);
  await press(page, "ArrowDown");
  assert.equal(await focused(page), said[1]);
  await press(page, "Escape");
  assert.ok(await cell.evaluate((it) => it === document.activeElement));
  await press(page, "F2", "End", "Enter");
  await page.waitForURL("**/code/**");
  await page.goBack();
  await page.waitForURL("**/compare?by=condition");
  await grid(page).getByRole("rowheader").getByRole("link").first().click();
  await page.waitForURL("**/compare/condition/*");
  await page.getByRole("link", { name: "All conditions" }).click();
  await page.waitForURL("**/compare?by=condition");
  await page.locator(".matrix-group-name", { hasText: groups[0] }).waitFor();
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("on a phone the matrix is cards, gone through by Tab", async () => {
  const page = await site.open("/compare?only=differing", PHONE);
  await page.locator(".matrix .remark", { hasText: "vendors differ" }).first().waitFor();
  assert.equal(await grid(page).count(), 0, "cards are no grid");
  const card = rows(page).first();
  const box = await card.boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 360);
  assert.match(await card.locator("td").first().evaluate((cell) => getComputedStyle(cell, "::before").content), /HTTP standard/);
  const links = await page.locator(".matrix tbody a").evaluateAll((links) => links.filter((it) => it.checkVisibility()).map((it) => it.href));
  await page.getByLabel("Try again").focus();
  for (const link of links.slice(0, 12)) {
    await press(page, "Tab");
    const at = await page.evaluate(() => ({ href: document.activeElement.href, outline: getComputedStyle(document.activeElement).outlineStyle }));
    assert.deepEqual(at, { href: link, outline: "solid" });
  }
  // A phone that is turned, or a window that is made wider, has the grid.
  await page.setViewportSize({ width: 900, height: 740 });
  await grid(page).waitFor();
  assert.equal(await page.locator(".matrix [tabindex='0']").count(), 1);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.waitForFunction(() => !document.querySelector(".matrix [tabindex]"));
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("what is copied or saved has exactly the rows that are shown", async () => {
  const page = await site.open("/compare?by=condition&only=deviations&vendors=vision,updox", { permissions: ["clipboard-read", "clipboard-write"] });
  await page.waitForFunction(() => document.querySelectorAll(".matrix thead th").length === 4);
  const shown = await page.locator(".matrix tbody tr:not(.matrix-group) th a").evaluateAll((links) => links.map((it) => it.firstChild.textContent));
  assert.ok(shown.length > 1);
  const bar = page.getByRole("group", { name: "Export" });
  const copied = async (name) => {
    await bar.getByRole("button", { name, exact: true }).click();
    await bar.getByText(`${name} copied.`).waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const saved = async (name) => {
    const [download] = await Promise.all([page.waitForEvent("download"), bar.getByRole("button", { name: `as ${name}` }).click()]);
    assert.equal(download.suggestedFilename(), name);
    await bar.getByText(`Saved ${name}.`).waitFor();
    return readFile(await download.path(), "utf8");
  };
  const markdown = await copied("Markdown");
  const lines = markdown.split("\n").filter((line) => line.startsWith("|")).slice(2);
  assert.deepEqual(lines.map((line) => line.split("|")[1].trim()), shown);
  const csv = await saved("codes-by-condition.csv");
  assert.equal(csv.codePointAt(0), 0xfeff, "the byte order mark, for spreadsheets");
  assert.match(csv.slice(1), /^Condition,Group,HTTP standard,Vision,Updox\r\n/);
  assert.equal(csv.trimEnd().split("\r\n").length, shown.length + 1);
  const json = JSON.parse(await saved("codes-by-condition.json"));
  assert.deepEqual(json.rows.map((row) => row.name ?? row.Condition), shown);
  assert.equal(await saved("codes-by-condition.md"), markdown);
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("what is marked in the table is what is marked in the export", async () => {
  const page = await site.open("/compare?vendors=vision,santedb,elevate-iq");
  await page.waitForFunction(() => document.querySelectorAll(".matrix thead th").length === 5);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "as codes-by-class.json" }).click()]);
  const { rows: exported } = JSON.parse(await readFile(await download.path(), "utf8"));
  const marked = await rows(page).evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.innerText.includes("≠"))),
  );
  // The first cell of an exported row is the name of its group.
  assert.deepEqual(exported.map(({ cells }) => cells.slice(1).map(({ differs }) => differs)), marked);
  assert.ok(marked.flat().includes(true) && marked.flat().includes(false));
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("a number leads to its comparison, and a vendor's page leads there too", async () => {
  const page = await site.open("/compare");
  await page.getByRole("rowheader", { name: /^401\b/ }).getByRole("link").click();
  await page.waitForURL("**/compare/401");
  await page.getByRole("heading", { level: 1, name: "401 across vendors" }).waitFor();
  const rows = await page.getByRole("rowheader").allInnerTexts();
  for (const aspect of ["Wire text", "Outcome", "Condition", "Meaning", "Who acts", "Nearest codes"]) {
    assert.ok(rows.includes(aspect), aspect);
  }
  await page.getByRole("link", { name: "Vision 401" }).click();
  await page.getByRole("link", { name: "Compare 401" }).click();
  await page.waitForURL("**/compare/401");
  await page.context().close();
  assert.deepEqual(site.problems, []);
});

test("every kind of comparison opens from its address, with its query", async () => {
  const code = await site.open("/compare/401?vendors=vision,elevate-iq");
  await code.waitForFunction(() => document.querySelectorAll("thead th").length === 4);
  assert.deepEqual(await code.getByRole("columnheader").allInnerTexts(), ["Aspect", "HTTP standard", "Vision", "Elevate IQ"]);
  await code.context().close();
  const condition = await site.open("/compare/condition/already-exists");
  assert.deepEqual(await condition.getByRole("columnheader").allInnerTexts(), ["Vendor", "Codes", "Messages", "Who acts", "Try again"]);
  assert.equal(await condition.getByRole("rowheader").count(), 6);
  await condition.context().close();
  const pair = await site.open("/compare/vision/elevate-iq");
  await pair.getByRole("heading", { level: 1, name: "Vision against Elevate IQ" }).waitFor();
  await pair.getByLabel("You add").selectOption("updox");
  await pair.getByRole("link", { name: "Compare them" }).click();
  await pair.waitForURL("**/compare/vision/updox");
  await pair.getByRole("heading", { level: 1, name: "Vision against Updox" }).waitFor();
  await pair.getByLabel("You handle").selectOption("santedb");
  await pair.getByRole("link", { name: /^The other way round/ }).click();
  await pair.waitForURL("**/compare/updox/vision");
  assert.equal(await pair.getByLabel("You handle").inputValue(), "updox");
  await pair.context().close();
  assert.deepEqual(site.problems, []);
});

test("signs are told apart without colour, and each stands in the legend", async () => {
  const page = await site.open("/compare");
  const cells = page.locator(".matrix tbody");
  const signs = await cells.locator(".sign [aria-hidden], .remark [aria-hidden]").allInnerTexts();
  const words = await cells.locator(".sign .visually-hidden, .remark .visually-hidden").allInnerTexts();
  assert.ok(new Set(signs).size >= 6);
  assert.equal(new Set(signs).size, new Set(words).size);
  const legend = await page.getByRole("list", { name: "Signs" }).locator(".sign").allInnerTexts();
  for (const sign of new Set(signs)) assert.ok(legend.includes(sign), sign);
  await page.context().close();
});
