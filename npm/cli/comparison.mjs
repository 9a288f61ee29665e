// One code across vendors: the standard first, then a line or two for each vendor.
import { nameOf, wordingOf } from "./words.mjs";

const KINDS = { same: "the same", narrower: "a special case", broader: "more general", nearest: "close" };

export function comparisonPage(page, comparison, { vendors }) {
  page.say(`${comparison.code}  compared`, { style: "bold" });
  page.gap().say(comparison.summary, { indent: 2 }).gap();
  const { standard } = comparison;
  page.fact("standard", standard === null ? "not registered" : inWords(standard));
  for (const column of comparison.columns) {
    page.gap().say(nameOf(column.vendor, vendors), { style: "bold" });
    page.fact(String(comparison.code), column.entry === null ? "not listed" : inWords(column.entry));
    page.fact("differs in", column.differs.join(", "));
    page.list("nearest", column.nearest.map(({ entry, kind }) => `${entry.code} ${inWords(entry)} (${KINDS[kind]})`));
  }
  if (comparison.deviations.length > 0) page.gap().say("Against the standard", { style: "bold" });
  for (const { vendor, reason, effect, section } of comparison.deviations) {
    page.fact(nameOf(vendor, vendors), `${reason} ${effect} (${section})`);
  }
}

function inWords(entry) {
  return [wordingOf(entry), entry.summary].filter((part) => part !== undefined).join(" \u00b7 ");
}
