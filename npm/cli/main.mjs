// What each command does: ask the package, write the answer, say how it went.
import { compare, compareCondition, compareVendors, decode, lookup, matrix, redact, search, vendors, version } from "../node.mjs";
import { HELP, UsageError, readArguments } from "./arguments.mjs";
import { comparisonPage, conditionPage, matrixPage, vendorsComparedPage } from "./comparison.mjs";
import { decodingPage } from "./decoding.mjs";
import { readLines, readText } from "./input.mjs";
import { Output } from "./output.mjs";
import { Page } from "./page.mjs";
import { searchPage } from "./search.mjs";
import { vendorsPage } from "./vendors.mjs";

const ANSWERED = 0;
const NOTHING_FOUND = 1;
const BAD_USAGE = 2;

/** How many hits a person gets to see at once; JSON has the default of `search`. */
const LISTED_HITS = 10;

/**
 * Runs one command and gives its exit status.
 *
 * @param {string[]} argv Arguments without the program's name.
 * @param {Pick<NodeJS.Process, "stdin" | "stdout" | "stderr" | "env">} streams
 */
export async function main(argv, { stdin, stdout, stderr, env }) {
  const output = new Output(stdout, env);
  try {
    const given = readArguments(argv);
    if (given.help) return await finish(output, HELP, ANSWERED);
    if (given.version) return await finish(output, version, ANSWERED);
    return await COMMANDS[given.command](given, output, stdin);
  } catch (error) {
    if (output.closed) return ANSWERED;
    if (!(error instanceof UsageError || error instanceof TypeError)) throw error;
    stderr.write(`respondex: ${Page.visible(inOptions(error.message))}\n`);
    return BAD_USAGE;
  }
}

const COMMANDS = {
  async search(given, output) {
    const query = given.words.join(" ");
    const limit = given.limit ?? (given.json ? undefined : LISTED_HITS);
    const result = search(query, { vendor: given.vendor, limit });
    const status = result.hits.length > 0 ? ANSWERED : NOTHING_FOUND;
    if (given.json) return finish(output, JSON.stringify(result), status);
    const page = output.page();
    searchPage(page, result, { query, unlisted: unlisted(result, given.vendor), vendors: vendors() });
    return finish(output, page.text(), status);
  },

  async decode(given, output, stdin) {
    const options = { vendor: given.vendor, ...given.limits };
    if (given.ndjson) return decodeLines(given, options, output, stdin);
    const decoding = decode(await readText(given.file, stdin), options);
    if (given.json) return finish(output, JSON.stringify(decoding), decoded(decoding));
    const page = output.page();
    decodingPage(page, decoding, { vendors: vendors() });
    return finish(output, page.text(), decoded(decoding));
  },

  async redact(given, output, stdin) {
    const redaction = redact(await readText(given.file, stdin, "redact"), { maskIds: given.maskIds });
    if (given.json) return finish(output, JSON.stringify(redaction), ANSWERED);
    // A file gets the text as it was, but for what is masked; a terminal must not act on it.
    const text = output.isTerminal ? Page.visible(redaction.text) : redaction.text;
    return finish(output, text.replace(/\n$/u, ""), ANSWERED);
  },

  async compare(given, output) {
    const { answer, found, show } = VIEWS[given.view](given);
    const status = found(answer()) ? ANSWERED : NOTHING_FOUND;
    if (given.format !== undefined) return finish(output, answer(given.format).replace(/\r?\n$/u, ""), status);
    if (given.json) return finish(output, JSON.stringify(answer()), status);
    const page = output.page();
    show(page, answer(), { vendors: vendors(), table: JSON.parse(answer("json")) });
    return finish(output, page.text(), status);
  },

  async vendors(given, output) {
    if (given.json) return finish(output, JSON.stringify(vendors()), ANSWERED);
    const page = output.page();
    vendorsPage(page, vendors());
    return finish(output, page.text(), ANSWERED);
  },
};

/** The views of compare: how the answer is had, in which form; whether it says anything; how it is shown. */
const VIEWS = {
  code: ({ words: [code], vendors }) => ({
    answer: (format) => compare(code, { vendors, format }),
    found: ({ standard, columns }) =>
      standard !== null || columns.some(({ entry, nearest }) => entry !== null || nearest.length > 0),
    show: comparisonPage,
  }),
  condition: ({ condition, vendors }) => ({
    answer: (format) => compareCondition(condition, { vendors, format }),
    found: ({ standard, columns }) => standard.length > 0 || columns.some(({ codes }) => codes.length > 0),
    show: conditionPage,
  }),
  vendors: ({ words, vendors, all }) => ({
    answer: (format) => compareVendors([...words, ...vendors], { all, format }),
    found: ({ rows }) => rows.length > 0,
    show: vendorsComparedPage,
  }),
  matrix: ({ vendors, by, differing, deviations, actor, retry }) => ({
    answer: (format) => matrix({ vendors, by, onlyDiffering: differing, onlyDeviations: deviations, actor, retry, format }),
    found: ({ groups }) => groups.length > 0,
    show: matrixPage,
  }),
};

/** One answer a line, written before the next line is read, so that a stream of any length fits. */
async function decodeLines(given, options, output, stdin) {
  let status = NOTHING_FOUND;
  for await (const line of readLines(given.file, stdin)) {
    const decoding = decode(unquoted(line), options);
    if (decoded(decoding) === ANSWERED) status = ANSWERED;
    await output.line(JSON.stringify(decoding));
    if (output.closed) return ANSWERED;
  }
  return status;
}

/** A line is a JSON string, or else the text itself. */
function unquoted(line) {
  if (!line.startsWith('"')) return line;
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}

function decoded(decoding) {
  return decoding.outcome === "decoded" ? ANSWERED : NOTHING_FOUND;
}

/** What holds for a number that was asked for and that nobody lists. */
function unlisted(result, vendor) {
  const value = (kind) => result.understood.find((part) => part.kind === kind)?.value;
  const code = value("code");
  if (result.hits.length > 0 || code === undefined) return null;
  return lookup(code, { vendor: vendor ?? value("vendor") });
}

async function finish(output, text, status) {
  await output.line(text);
  return status;
}

/** The package names its arguments; on the command line they are options. */
function inOptions(message) {
  return message
    .replace(/^(search|lookup|decode|redact|compare|compareCondition|compareVendors|matrix): /u, "")
    .replace(/^unknown vendors? /u, "unknown --vendor ")
    .replace(/^(limit|condition|by|actor|retry) /u, "--$1 ")
    .replace(/^--condition must be .*/u, 'unknown --condition; "respondex compare --by condition" has their names')
    .replace(/^vendors must be an array of two .*/u, "compare needs two different vendors, or more");
}
