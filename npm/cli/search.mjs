// What was found for words or a number: the answer card, then the other hits, one line each.
import { questions } from "./questions.mjs";
import { OUTCOMES, OUTCOME_STYLES, TRAVELS, actorInWords, counted, nameOf, retryInWords, wordingOf } from "./words.mjs";

export function searchPage(page, result, { query, unlisted, vendors }) {
  const [best, ...others] = result.hits;
  if (best === undefined) {
    nothingFound(page, query, unlisted, vendors);
    return;
  }
  card(page, best.entry, vendors);
  if (others.length > 0) {
    page.gap().say("Also", { style: "bold" });
    page.table(others.map(({ entry }) => [entry.code, nameOf(entry.vendor, vendors), wordingOf(entry) ?? "", entry.summary]));
  }
  const more = result.total - result.hits.length;
  if (more > 0) page.gap().say(`${counted(more, "more hit")}: add words, a vendor, or --limit ${result.total}.`, { style: "quiet" });
}

/** Everything about one code that a caller may ask for. */
export function card(page, entry, vendors) {
  const vendor = nameOf(entry.vendor, vendors);
  page.say([entry.code, wordingOf(entry)].filter((part) => part !== undefined).join("  "), { style: "bold" });
  page.say(`${vendor} \u00b7 ${OUTCOMES[entry.outcome]} \u00b7 ${TRAVELS[entry.travels]}`, { style: OUTCOME_STYLES[entry.outcome] });
  page.gap().say(entry.summary, { indent: 2 });
  page.gap();
  page.fact("who acts", actorInWords(entry.actor, vendor));
  page.list("do now", entry.steps, { numbered: true });
  page.fact("try again", retryInWords(entry.retry));
  page.fact("ask", entry.contact);
  page.list("causes", entry.causes);
  questions(page, entry);
  page.list("wording", [entry.wire.result, entry.wire.message, ...(entry.wire.aliases ?? [])].filter((text) => text !== undefined && text !== wordingOf(entry)));
  page.list("unlike", entry.confusedWith.map(({ id, reason }) => `${id}: ${reason}`));
  page.list("beware", entry.quirks.map((quirk) => quirk.summary));
  // Without the site's address it is a path, which helps nobody here.
  if (/^https?:/u.test(entry.docUrl)) page.fact("page", entry.docUrl);
}

function nothingFound(page, query, unlisted, vendors) {
  if (unlisted === null) {
    page.say(`Nothing found for: ${query}`, { style: "bold" });
    page.say('Try fewer words, a number, or "respondex decode" for a whole response.', { indent: 2 });
    return;
  }
  page.say(`${unlisted.code}  not listed`, { style: "bold" });
  page.gap().say(unlisted.fallback?.summary ?? "", { indent: 2 }).gap();
  for (const group of unlisted.groups) {
    page.fact(nameOf(group.vendor, vendors), `${group.name} (${group.from} to ${group.to}): ${group.summary}`);
  }
  for (const scheme of unlisted.fallback?.schemes ?? []) {
    page.fact("numbers", `${nameOf(scheme.vendor, vendors)}: ${scheme.summary}`);
  }
}
