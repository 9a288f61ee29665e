// The command line: what was asked for, or why it cannot be answered.
import { parseArgs } from "node:util";

/** A command line that cannot be answered; its message says what to do. */
export class UsageError extends Error {}

export const HELP = `What a response code means, who must act, what to do and when to try again.

Usage
  respondex WORDS…              find a code by number, words, message or vendor
  respondex decode [FILE]       read a pasted response from FILE, or from standard input (also "-")
  respondex redact [FILE]       mask secrets and personal data in a text, to send it on
  respondex compare CODE        one code across vendors and the HTTP standard
  respondex compare VENDOR VENDOR…
                                vendors side by side, and what changes on the way from the first
  respondex compare --condition NAME
                                one condition ("already exists") across vendors
  respondex compare             all codes by vendor
  respondex vendors             the vendors and how their numbers are built

Options
  --vendor VENDOR   only this vendor, by id, name or nickname; may be repeated for compare, which
                    takes --vendors A,B as well
  --limit N         at most N hits (find only)
  --json            exactly the object that the JavaScript function returns: search() for WORDS,
                    decode(), redact(), compare(), compareVendors(), compareCondition(), matrix(),
                    vendors()
  --markdown, --csv compare only: the table as Markdown, or as CSV that is safe in spreadsheets
  --all             compare of vendors: codes in which they do not differ as well
  --by WORD         compare of all codes: rows by "class" (each a number) or by "condition"
  --differing       compare of all codes: only where vendors differ
  --deviations      compare of all codes: only where a vendor deviates from the standard or its page
  --actor WORD, --retry WORD
                    compare of all codes: only where this side acts, or this advice holds
  --max-bytes N     decode only: read at most N bytes; 16 MiB unless told
  --max-depth N, --max-layers N, --max-quotations N, --max-responses N, --max-records N,
  --max-causes N, --max-field-errors N, --max-findings N
                    decode only: the other limits, as the options of decode() in the README
  --ndjson          decode only: each line of the input is a response (plain, or a JSON string),
                    each line of the output its answer
  --mask-ids        redact only: ids of transactions, traces and requests as well
  --help, --version
  --                what follows are words, whatever they look like

Exit status: 0 answered, 1 nothing found, 2 bad usage or unreadable input

Examples
  respondex 4071
  respondex 401 vision
  respondex recipient not found
  respondex decode response.txt --vendor updox
  respondex redact response.txt --mask-ids > to-send.txt
  respondex compare vision elevate-iq`;

/** The limits of decode(), as options and as its members. */
const LIMITS = {
  "max-bytes": "maxBytes",
  "max-depth": "maxDepth",
  "max-layers": "maxLayers",
  "max-quotations": "maxQuotations",
  "max-responses": "maxResponses",
  "max-records": "maxRecords",
  "max-causes": "maxCauses",
  "max-field-errors": "maxFieldErrors",
  "max-findings": "maxFindings",
};

const OPTIONS = {
  vendor: { type: "string", multiple: true },
  vendors: { type: "string", multiple: true },
  condition: { type: "string" },
  all: { type: "boolean" },
  by: { type: "string" },
  differing: { type: "boolean" },
  deviations: { type: "boolean" },
  actor: { type: "string" },
  retry: { type: "string" },
  markdown: { type: "boolean" },
  csv: { type: "boolean" },
  limit: { type: "string" },
  json: { type: "boolean" },
  ndjson: { type: "boolean" },
  ...Object.fromEntries(Object.keys(LIMITS).map((name) => [name, { type: "string" }])),
  "mask-ids": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
};

/** Which options a command takes, beside --json, --help and --version. */
const TAKES = {
  search: ["vendor", "limit"],
  decode: ["vendor", "ndjson", ...Object.keys(LIMITS)],
  redact: ["mask-ids"],
  compare: ["vendor", "vendors", "condition", "all", "by", "differing", "deviations", "actor", "retry", "markdown", "csv"],
  vendors: [],
};

const TRY_HELP = 'see "respondex --help"';

/** Examples of values, for who leaves one out. */
const EXAMPLES = { vendor: "updox", vendors: "updox,vision", condition: "already-exists", by: "condition", actor: "client", retry: "after-delay" };

/** The views of compare, each with the options that it takes beside the vendors and the form of its answer. */
const VIEWS = { code: [], condition: ["condition"], vendors: ["all"], matrix: ["by", "differing", "deviations", "actor", "retry"] };

/** Reads the arguments; throws a {@link UsageError}. */
export function readArguments(argv) {
  const { values, positionals, tokens } = parseArgs({
    args: argv,
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const options = tokens.filter((token) => token.kind === "option");
  options.forEach(checkOption);
  if (values.help || values.version) return { help: values.help, version: values.version };
  const terminator = tokens.find((token) => token.kind === "option-terminator");
  const first = tokens.find((token) => token.kind === "positional");
  if (first === undefined) {
    throw new UsageError(`nothing to look for: write a code or words, as in "respondex 4071"; ${TRY_HELP}`);
  }
  const isCommand =
    Object.hasOwn(TAKES, first.value) && (terminator === undefined || first.index < terminator.index);
  // `search` is no command of its own: it is what happens with words.
  const command = isCommand && first.value !== "search" ? first.value : "search";
  checkTaken(command, options);
  const rest = command === "search" ? positionals : positionals.slice(1);
  return { command, json: values.json, ...DETAILS[command](rest, values) };
}

const DETAILS = {
  search: (words, values) => ({ words, vendor: oneVendor(values), limit: count(values, "limit") }),
  decode(files, values) {
    checkOneFile("decode", files);
    if (values.json && values.ndjson) {
      throw new UsageError("--json and --ndjson exclude each other: one object, or one a line");
    }
    const limits = Object.entries(LIMITS).map(([option, member]) => [member, count(values, option)]);
    return { file: files[0], vendor: oneVendor(values), ndjson: values.ndjson, limits: Object.fromEntries(limits) };
  },
  redact(files, values) {
    checkOneFile("redact", files);
    return { file: files[0], maskIds: values["mask-ids"] };
  },
  compare(words, values) {
    const view = viewOf(words, values);
    const other = Object.values(VIEWS).flat().find((name) => values[name] !== undefined && !VIEWS[view].includes(name));
    if (other !== undefined) throw new UsageError(`--${other} does not go with a comparison of ${NAMES[view]}; ${TRY_HELP}`);
    const forms = ["json", "markdown", "csv"].filter((name) => values[name]);
    if (forms.length > 1) throw new UsageError(`--${forms[0]} and --${forms[1]} exclude each other`);
    const listed = (values.vendors ?? []).flatMap((names) => names.split(","));
    const vendors = [...(values.vendor ?? []), ...listed.filter((name) => name.trim() !== "")];
    const { condition, all, by, differing, deviations, actor, retry } = values;
    const format = ["markdown", "csv"].find((name) => values[name]);
    return { view, words, vendors, format, condition, all, by, differing, deviations, actor, retry };
  },
  vendors(words) {
    if (words.length > 0) {
      throw new UsageError('vendors takes no words; to find codes of a vendor write "respondex WORDS --vendor VENDOR"');
    }
    return {};
  },
};

function checkOneFile(command, files) {
  if (files.length > 1) {
    throw new UsageError(`${command} reads one file; found ${files.length}. Write the words of a response to standard input`);
  }
}

const NAMES = { code: "one code", condition: "a condition", vendors: "vendors", matrix: "all codes" };

/** Which view of compare is asked for. */
function viewOf(words, values) {
  const isCode = (word) => /^[0-9]{1,9}$/u.test(word);
  if (values.condition !== undefined && words.length === 0) return "condition";
  if (values.condition === undefined) {
    if (words.length === 0) return "matrix";
    if (words.length === 1 && isCode(words[0])) return "code";
    if (words.length > 1 && !words.some(isCode)) return "vendors";
  }
  throw new UsageError(
    'compare needs one code, a number, or two vendors: as in "respondex compare 401" or "respondex compare vision elevate-iq"',
  );
}

function checkOption(token) {
  const known = Object.keys(OPTIONS);
  if (!known.includes(token.name)) {
    const meant = nearest(token.name, known);
    const hint = meant === undefined ? TRY_HELP : `did you mean --${meant}?`;
    throw new UsageError(`unknown option ${token.rawName}; ${hint}`);
  }
  const needsValue = OPTIONS[token.name].type === "string";
  const missing = token.value === undefined || token.value === "" || (!token.inlineValue && /^-./u.test(token.value));
  if (needsValue && missing) {
    throw new UsageError(`--${token.name} needs a value, as in --${token.name}=${EXAMPLES[token.name] ?? "20"}`);
  }
  if (!needsValue && token.value !== undefined) {
    throw new UsageError(`--${token.name} takes no value`);
  }
}

function checkTaken(command, options) {
  const taken = [...TAKES[command], "json"];
  const other = options.find((token) => !taken.includes(token.name));
  if (other !== undefined) {
    const what = command === "search" ? "finding codes" : command;
    throw new UsageError(`--${other.name} is no option of ${what}; it takes ${taken.map((name) => `--${name}`).join(", ")}`);
  }
}

function oneVendor({ vendor = [] }) {
  if (vendor.length > 1) throw new UsageError("--vendor may be repeated for compare only; write one");
  return vendor[0];
}

function count(values, name) {
  const value = values[name];
  if (value === undefined) return undefined;
  if (!/^[1-9][0-9]{0,8}$/u.test(value)) throw new UsageError(`--${name} must be a whole number of at least 1`);
  return Number(value);
}

/** The name that differs least from what was typed, where it is near enough to be meant. */
function nearest(typed, names) {
  const scored = names
    .map((name) => ({ name, distance: name.startsWith(typed) ? 0 : editDistance(typed, name) }))
    .sort((one, other) => one.distance - other.distance);
  const [{ name, distance }] = scored;
  // A name of which hardly a letter was typed was not meant.
  return distance <= Math.min(2, name.length - 1) ? name : undefined;
}

/** How many letters have to be added, removed or changed. */
function editDistance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one.slice(0, 40)].entries()) {
    const next = [index + 1];
    for (let column = 0; column < other.length; column += 1) {
      const change = row[column] + (letter === other[column] ? 0 : 1);
      next.push(Math.min(change, row[column + 1] + 1, next[column] + 1));
    }
    row = next;
  }
  return row[other.length];
}
