// The command line: what was asked for, or why it cannot be answered.
import { parseArgs } from "node:util";

/** A command line that cannot be answered; its message says what to do. */
export class UsageError extends Error {}

export const HELP = `What a response code means, who must act, what to do and when to try again.

Usage
  respondex WORDS…              find a code by number, words, message or vendor
  respondex decode [FILE]       read a pasted response from FILE, or from standard input (also "-")
  respondex compare CODE        one code across vendors and the HTTP standard
  respondex vendors             the vendors and how their numbers are built

Options
  --vendor VENDOR   only this vendor, by id, name or nickname; may be repeated for compare
  --limit N         at most N hits (find only)
  --json            exactly the object that the JavaScript function returns: search() for WORDS,
                    decode(), compare(), vendors()
  --max-bytes N     decode only: read at most N bytes; 16 MiB unless told
  --ndjson          decode only: each line of the input is a response (plain, or a JSON string),
                    each line of the output its answer
  --help, --version
  --                what follows are words, whatever they look like

Exit status: 0 answered, 1 nothing found, 2 bad usage or unreadable input

Examples
  respondex 4071
  respondex 401 vision
  respondex recipient not found
  respondex decode response.txt --vendor updox`;

const OPTIONS = {
  vendor: { type: "string", multiple: true },
  limit: { type: "string" },
  json: { type: "boolean" },
  ndjson: { type: "boolean" },
  "max-bytes": { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
};

/** Which options a command takes, beside --json, --help and --version. */
const TAKES = {
  search: ["vendor", "limit"],
  decode: ["vendor", "ndjson", "max-bytes"],
  compare: ["vendor"],
  vendors: [],
};

const TRY_HELP = 'see "respondex --help"';

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
    if (files.length > 1) {
      throw new UsageError(`decode reads one file; found ${files.length}. Write the words of a response to standard input`);
    }
    if (values.json && values.ndjson) {
      throw new UsageError("--json and --ndjson exclude each other: one object, or one a line");
    }
    return { file: files[0], vendor: oneVendor(values), ndjson: values.ndjson, maxBytes: count(values, "max-bytes") };
  },
  compare(codes, values) {
    const [code] = codes;
    if (codes.length !== 1 || !/^[0-9]{1,9}$/u.test(code)) {
      throw new UsageError('compare needs one code, a number: as in "respondex compare 401"');
    }
    return { code, vendors: values.vendor ?? [] };
  },
  vendors(words) {
    if (words.length > 0) {
      throw new UsageError('vendors takes no words; to find codes of a vendor write "respondex WORDS --vendor VENDOR"');
    }
    return {};
  },
};

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
    throw new UsageError(`--${token.name} needs a value, as in --${token.name}=${token.name === "vendor" ? "updox" : "20"}`);
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
  return scored[0].distance <= 2 ? scored[0].name : undefined;
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
