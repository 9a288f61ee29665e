// Records like those of the catalogue in any number, and queries of which the right answer is known.

const SYLLABLES = ["ba", "cor", "del", "fen", "gal", "hin", "jor", "kel", "lam", "mer", "nor", "pel", "quin", "rad", "sol", "tam", "ver", "wex", "yor", "zan", "tion", "ment", "ric", "lo", "mi", "ta", "su", "vi"];
const PROBLEMS = [
  "not found", "already exists", "does not exist", "is invalid", "is required", "has expired", "is locked", "could not be processed",
  "exceeds the maximum length", "is not permitted for this account", "was rejected", "is unavailable", "has no permission",
  "must be in the format yyyy-MM-dd", "requires verification", "is not configured", "send failed", "was deleted", "is inactive", "timed out",
];
const CAUSES = ["the request named", "the caller asked for", "the service could not read", "the account does not have", "the vendor rejects"];

/** Pseudo-random whole numbers below a limit, the same in each run. */
export function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function vocabulary(count, next) {
  const words = new Set();
  while (words.size < count) {
    const length = 2 + next(3);
    words.add(Array.from({ length }, () => SYLLABLES[next(SYLLABLES.length)]).join(""));
  }
  return [...words];
}

/** `count` records: a number, a message with a pair of words that no other record has, and a sentence. */
export function records(count) {
  const next = numbers(count);
  const words = vocabulary(Math.max(60, Math.ceil(count / 20)), next);
  const codes = new Set();
  while (codes.size < count) codes.add(100 + next(count * 12));
  const pairs = new Set();
  return [...codes].map((code, position) => {
    let one;
    let other;
    do {
      [one, other] = [words[next(words.length)], words[next(words.length)]];
    } while (one === other || pairs.has([one, other].sort().join(" ")));
    pairs.add([one, other].sort().join(" "));
    // A third of the messages name a field, which no other record has.
    const field = position % 3 === 0 ? `${one}${other[0].toUpperCase()}${other.slice(1)}` : undefined;
    const subject = field === undefined ? `${one} ${other}` : `${field} of ${one} ${other}`;
    const message = `${subject} ${PROBLEMS[next(PROBLEMS.length)]}`;
    const summary = `${CAUSES[next(CAUSES.length)]} ${words[next(words.length)]} ${one}`;
    return { id: position, code: String(code), message, summary, one, other, field };
  });
}

/** A word with one letter missing, doubled or swapped with the next one, never the first. */
function misspelt(word, next) {
  const at = 1 + next(Math.max(1, word.length - 2));
  const kind = next(3);
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) return word.slice(0, at) + word[at] + word.slice(at);
  return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
}

/** `{ class: [{ query, answer }] }`, `each` of every class; the answer is a position. */
export function queries(list, each) {
  const next = numbers(list.length + 1);
  const withField = list.filter(({ field }) => field !== undefined);
  const pick = (from) => from[next(from.length)];
  const fields = withField.map(({ field }) => field.toLowerCase()).sort();
  const beginning = (field) => field.slice(0, Math.ceil(field.length * 0.8));
  /** Whether one field alone begins so: the next one in order does not. */
  const isTelling = (start, at = fields.findIndex((field) => field.startsWith(start))) => !fields[at + 1]?.startsWith(start);
  const make = {
    exact: () => ((record) => ({ query: record.code, answer: record.id }))(pick(list)),
    prefix() {
      for (;;) {
        const record = pick(withField);
        const query = beginning(record.field);
        if (isTelling(query.toLowerCase())) return { query, answer: record.id };
      }
    },
    word: () => ((record) => ({ query: record.field, answer: record.id }))(pick(withField)),
    "two words": () => ((record) => ({ query: `${record.one} ${record.other}`, answer: record.id }))(pick(list)),
    misspelt: () => ((record) => ({ query: `${misspelt(record.one, next)} ${record.other}`, answer: record.id }))(pick(list)),
    sentence() {
      // As it is quoted: a word is missing, in half of them one is misspelt.
      const record = pick(list);
      const words = record.message.split(" ");
      if (words.length > 3) words.splice(2 + next(words.length - 2), 1);
      if (next(2) === 0) words[0] = misspelt(words[0], next);
      return { query: words.join(" "), answer: record.id };
    },
  };
  return Object.fromEntries(Object.entries(make).map(([kind, one]) => [kind, Array.from({ length: each }, one)]));
}
