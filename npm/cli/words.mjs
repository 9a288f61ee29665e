// What the values of an answer are called for people. No fact about a code lives here.

export const OUTCOMES = {
  success: "success",
  partial: "partial success",
  failure: "failure",
  redirect: "redirect",
  interim: "interim",
  unknown: "not known",
};

/** The style of an outcome; the word always stands beside it. */
export const OUTCOME_STYLES = { success: "green", partial: "yellow", failure: "red", redirect: "yellow" };

const ACTORS = {
  client: "whoever runs the software that sent the request",
  "end-user": "the person who uses the software",
  nobody: "nobody has to",
  unknown: "the source does not say",
};

/** Who must act, in words. */
export function actorInWords(actor, vendorName) {
  return actor === "vendor" ? (vendorName ?? "the vendor, or whoever runs the server") : ACTORS[actor];
}

const RETRIES = {
  no: "no: a repeat changes nothing",
  "after-fix": "after the request or the data is corrected",
  "after-reauthentication": "after signing in again, with new credentials",
  "after-delay": "after a wait",
  "not-needed": "not needed",
  unknown: "the source does not say",
};

/** When to try again, in words: "after 5 minutes, then every 30 minutes". */
export function retryInWords({ kind, delaysSeconds = [], repeatSeconds }) {
  const waits = delaysSeconds.map((seconds, index) => `${index === 0 ? "after" : "then after"} ${duration(seconds)}`);
  if (repeatSeconds !== undefined) {
    waits.push(`${waits.length === 0 ? "every" : "then every"} ${duration(repeatSeconds)}`);
  }
  if (waits.length === 0) return RETRIES[kind];
  return kind === "after-delay" ? waits.join(", ") : `${RETRIES[kind]}; ${waits.join(", ")}`;
}

function duration(seconds) {
  for (const [size, unit] of [[86400, "day"], [3600, "hour"], [60, "minute"]]) {
    if (seconds >= size && seconds % size === 0) return counted(seconds / size, unit);
  }
  return counted(seconds, "second");
}

/** "1 record", "3 records". */
export function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

export const ORIGINS = {
  "status-line": "in the status line",
  header: "in a header",
  body: "in the body",
  text: "in the text",
};

export const TRAVELS = {
  "status-line": "HTTP status",
  body: "application code, travels in the body",
  unstated: "the source does not say where it travels",
};

/** The shortest wording of the vendor that names a code; a template is a description and is left out. */
export function wordingOf({ wire }) {
  return wire.phrase ?? (wire.template ? undefined : wire.message) ?? wire.result;
}

/** Name of a vendor id. */
export function nameOf(id, vendors) {
  return vendors.find((vendor) => vendor.id === id)?.name ?? id;
}
