// A decoded text for people: verdict, alarm first; whose it is; what to do; then what it was read from.
import { questions } from "./questions.mjs";
import { ORIGINS, OUTCOMES, OUTCOME_STYLES, actorInWords, counted, nameOf, retryInWords, wordingOf } from "./words.mjs";

/** Records and findings that are shown; JSON has all. */
const SHOWN = 20;

export function decodingPage(page, decoding, { vendors }) {
  if (decoding.responses.length === 0) page.say("Nothing found: no response, code or message was recognized.", { style: "bold" });
  decoding.responses.forEach((response, index) => {
    if (decoding.responses.length > 1) {
      page.gap().say(`Response ${index + 1} of ${decoding.responses.length}`, { style: "bold" });
    }
    responsePart(page, response, vendors);
  });
  page.gap().list("notice", decoding.notices.map((notice) => notice.message));
}

function responsePart(page, response, vendors) {
  const { advice, verdict } = response;
  const vendor = response.vendor === null ? undefined : nameOf(response.vendor.id, vendors);
  verdictPart(page, verdict, response.http);
  page.gap().say(advice.summary, { indent: 2 }).gap();
  page.fact("vendor", vendorInWords(response.vendor, vendor));
  page.fact("instead", runnerUpInWords(response.vendor, vendors));
  page.fact("to settle", response.vendor?.settledBy);
  page.list("code", shown(response.findings.map((finding) => findingInWords(finding, vendors))));
  page.gap();
  page.fact("who acts", actorInWords(advice.actor, vendor));
  page.list("do now", advice.steps, { numbered: true });
  page.fact("try again", retryInWords(advice.retry));
  page.fact("ask", advice.contact);
  page.fact("because", advice.because);
  questions(page, response.findings[0]?.entry);
  page.gap();
  page.list("fault", chain(response.fault));
  recordsPart(page, response.records);
  page.list("noted", shown(response.noteworthy.map(({ name, meaning }) => `${name}: ${meaning}`)));
  page.list("refused", shown(response.fieldErrors.map(({ field, message }) => (field === null ? message : `${field}: ${message}`))));
}

function verdictPart(page, { transport, application, masked }, http) {
  const status = http === null ? "" : ` (${[http.status, http.reason].filter((part) => part !== undefined && part !== "").join(" ")})`;
  if (masked) {
    page.say(`! ${capital(OUTCOMES[application])}, hidden behind an HTTP status of ${OUTCOMES[transport]}${status}: go by the body.`, { style: OUTCOME_STYLES[application] ?? "yellow" });
    return;
  }
  const outcome = application === "unknown" ? transport : application;
  page.say(`${capital(OUTCOMES[outcome])}${status}`, { style: OUTCOME_STYLES[outcome] ?? "bold" });
}

function vendorInWords(guess, name) {
  if (guess === null) return "not known";
  const marks = guess.evidence.map(({ mark }) => mark).join("; ");
  return `${name}, ${guess.confidence}${marks === "" ? "" : `: ${marks}`}`;
}

function runnerUpInWords(guess, vendors) {
  if (guess?.runnerUp === undefined) return undefined;
  const marks = guess.runnerUp.evidence.map(({ mark }) => mark).join("; ");
  return `${nameOf(guess.runnerUp.id, vendors)}, ${guess.runnerUp.confidence}: ${marks}`;
}

function findingInWords({ code, vendor, known, origin, message, entry }, vendors) {
  const whose = vendor === null ? "" : ` ${nameOf(vendor, vendors)}`;
  const wording = (entry === undefined ? undefined : wordingOf(entry)) ?? message;
  const named = wording === undefined ? "" : ` "${wording}"`;
  return `${code}${whose}${named}, ${ORIGINS[origin]}${known ? "" : "; no source lists it"}`;
}

/** The fault and its causes, from the outside in. */
function chain(fault) {
  const lines = [];
  for (let part = fault; part !== null; part = part.cause) {
    const policy = part.policy === undefined ? undefined : `policy ${part.policy}${part.policyOutcome === undefined ? "" : `: ${part.policyOutcome}`}`;
    const said = [part.type, part.message, part.detail === part.message ? undefined : part.detail, policy];
    const line = said.filter((text) => text !== undefined && text !== "").join(" \u00b7 ");
    lines.push(`${lines.length === 0 ? "" : "caused by "}${line === "" ? "(no words)" : line}`);
    lines.push(...part.rules.map((rule) => `rule ${[rule.priority, rule.id, rule.text].filter((text) => text !== undefined).join(" \u00b7 ")}`));
  }
  return shown(lines);
}

function recordsPart(page, records) {
  if (records.length === 0) return;
  const counts = new Map();
  for (const { outcome } of records) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const summary = [...counts].map(([outcome, count]) => `${count} ${OUTCOMES[outcome]}`).join(", ");
  page.fact("records", `${counted(records.length, "record")}: ${summary}`);
  // Whatever went wrong is what people look for.
  const sorted = [...records].sort((one, other) => Number(one.outcome === "success") - Number(other.outcome === "success"));
  page.list("", shown(sorted.map(({ outcome, code, message, reference }) => [reference, code, OUTCOMES[outcome], message].filter((part) => part !== undefined).join(" \u00b7 "))));
}

function shown(lines) {
  if (lines.length <= SHOWN) return lines;
  return [...lines.slice(0, SHOWN), `${lines.length - SHOWN} more; --json has all`];
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
