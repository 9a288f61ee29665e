// Comparisons for people. A terminal is too narrow for a table of six columns of sentences, so that each row is a block:
// what is compared, then one line for all that say the same.
import { nameOf } from "./words.mjs";

/** One code: aspects, each with what the standard and the vendors say. */
export function comparisonPage(page, comparison, { vendors, table }) {
  page.say(`${comparison.code}  compared`, { style: "bold" });
  page.gap().say(comparison.summary, { indent: 2 });
  const listing = [comparison.standard !== null, ...comparison.columns.map(({ entry }) => entry !== null)];
  // Whose number it is not is said once; the last row, deviations, has a block of its own.
  table.rows.slice(0, -1).forEach(({ name, cells }, index) => {
    const said = index === 0 || name === "Nearest codes" ? cells : cells.map((cell, place) => (listing[place] ? cell : NOTHING));
    block(page, name, said, table.columns.slice(1));
  });
  deviationsPart(page, comparison.deviations, vendors);
}

/** One condition: the standard and the vendors, each with its codes and messages. */
export function conditionPage(page, comparison, { table }) {
  page.say(table.title, { style: "bold" });
  page.gap().say(comparison.condition.summary, { indent: 2 });
  page.say(comparison.summary, { indent: 2 });
  for (const row of table.rows) {
    page.gap().say(row.name, { style: "bold" });
    row.cells.forEach((cell, index) => page.list(table.columns[index + 1].toLowerCase(), lines(cell.text)));
  }
}

/** Vendors side by side: what changes on the way, then number by number. */
export function vendorsComparedPage(page, comparison, { vendors, table }) {
  page.say(table.title, { style: "bold" });
  page.gap().say(comparison.summary, { indent: 2 });
  for (const { from, to, summary, reading, steps } of comparison.migrations) {
    page.gap().say(`From ${nameOf(from, vendors)} to ${nameOf(to, vendors)}`, { style: "bold" });
    page.say(summary, { indent: 2 });
    page.list("read", reading);
    for (const action of ["change", "add"]) {
      const wanted = steps.filter((step) => step.action === action);
      page.list(action, wanted.map(({ code, text }) => `${code}: ${text}`));
    }
    for (const action of ["keep", "drop"]) {
      page.fact(action, steps.filter((step) => step.action === action).map(({ code }) => code).join(", "));
    }
  }
  const names = table.columns.slice(1, comparison.vendors.length + 1);
  for (const row of table.rows) {
    block(page, row.name, row.cells.slice(0, names.length).map(joined), names);
  }
}

/** All codes: one block a group, one line a row. */
export function matrixPage(page, matrix, { table }) {
  page.say(table.title, { style: "bold" });
  page.gap().say(matrix.groups.length === 0 ? "No row is left by these filters." : table.summary, { indent: 2 });
  const names = table.columns.slice(2);
  const byCondition = matrix.groups.some(({ rows }) => rows.some(({ code }) => code === null));
  let group;
  for (const row of table.rows) {
    const [{ text }, ...cells] = row.cells;
    if (text !== group) page.gap().say(text, { style: "bold" });
    group = text;
    const sides = gathered(cells, names).map(([who, says]) => `${says}: ${who}`).join("; ");
    if (byCondition) page.say(`${row.name}: ${sides}`, { indent: 2 });
    else page.table([[row.name, sides]]);
  }
}

function deviationsPart(page, deviations, vendors) {
  if (deviations.length > 0) page.gap().say("Deviations", { style: "bold" });
  for (const { vendor, reason, effect, section, rule } of deviations) {
    page.table([[nameOf(vendor, vendors), `${reason} ${effect} (${rule}: ${section})`]]);
  }
}

const NOTHING = { text: "", differs: false };

/** A heading, and a line for all that say the same; nothing where nobody says anything. */
function block(page, heading, cells, names) {
  const sides = gathered(cells, names);
  if (sides.length > 0) page.gap().say(heading, { style: "bold" });
  for (const [who, says] of sides) page.say(`${who}: ${says}`, { indent: 2 });
}

/** Who says what: one row for all that say the same; cells without a text are left out. */
function gathered(cells, names) {
  const sides = new Map();
  cells.forEach(({ text, differs }, index) => {
    const says = `${differs ? "\u2260 " : ""}${text.replace(/(?<=\.)\n/gu, " ").replaceAll("\n", "; ")}`;
    if (text !== "") sides.set(says, [...(sides.get(says) ?? []), names[index]]);
  });
  return [...sides].map(([says, who]) => [who.join(", "), says]);
}

function joined({ text, differs }) {
  return { text: lines(text).join(", "), differs };
}

function lines(text) {
  return text === "" ? [] : text.split("\n");
}
