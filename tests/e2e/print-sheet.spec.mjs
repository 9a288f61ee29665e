// Somebody at a desk wants the codes of a vendor on paper, beside the telephone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

/** Pages of a PDF: its page objects are written uncompressed. */
const pageCount = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;

// Two sides of one sheet. The standard registers more numbers than any vendor lists, and may take a page more.
for (const [vendor, most] of [
  ["hhaexchange", 2],
  ["vision", 2],
  ["santedb", 2],
  ["updox", 2],
  ["elevate-iq", 2],
  ["http", 3],
]) {
  test(`${vendor} is printed on no more than ${most} pages`, async () => {
    const page = await site.open(`/vendor/${vendor}`, { colorScheme: "dark" });
    assert.equal(await page.locator(".sheet").isVisible(), false, "the sheet is for paper");
    const listed = await page.locator(".vendor-section .row-code").allInnerTexts();
    const pdf = await page.pdf({ format: "A4" });
    assert.ok(pageCount(pdf) <= most, `${pageCount(pdf)} pages`);
    await page.emulateMedia({ media: "print" });
    const sheet = page.locator(".sheet");
    assert.deepEqual((await sheet.getByRole("rowheader").allInnerTexts()).sort(), listed.sort(), "every code is on it");
    assert.deepEqual(await sheet.getByRole("columnheader").allInnerTexts(), ["Code", "Wording", "Who acts", "What to do first", "Try again"]);
    for (const chrome of ["banner", "contentinfo", "navigation", "button"]) {
      assert.equal(await page.getByRole(chrome).filter({ visible: true }).count(), 0, `no ${chrome} on paper`);
    }
    await page.context().close();
    assert.deepEqual(site.problems, []);
  });
}
