// A page of text for a terminal: wrapped, aligned, coloured or not, and safe to show.

const STYLES = {
  bold: ["\u001b[1m", "\u001b[22m"],
  quiet: ["\u001b[2m", "\u001b[22m"],
  red: ["\u001b[31m", "\u001b[39m"],
  green: ["\u001b[32m", "\u001b[39m"],
  yellow: ["\u001b[33m", "\u001b[39m"],
  cyan: ["\u001b[36m", "\u001b[39m"],
};

const INDENT = 2;
const LABEL = 11;
/** What the last column of a table is left in a narrow window. */
const NARROWEST = 12;

/**
 * What a terminal would act on or not show: control characters, bidirectional marks, tags, halves of
 * surrogate pairs. Joiners are left, since scripts and emoji need them.
 */
const HIDDEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/** Characters that take two columns. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
/** Characters that take none. */
const NARROW = /[\p{Mn}\p{Me}\p{Cf}]/u;

export class Page {
  #columns;
  #colours;
  #lines = [];

  constructor({ columns, colours }) {
    this.#columns = columns;
    this.#colours = colours;
  }

  /** The text with everything made visible that a terminal would act on. */
  static visible(text) {
    return String(text).replace(/\r\n?/gu, "\n").replace(/\t/gu, " ").replace(HIDDEN, (character) => {
      const number = character.codePointAt(0);
      if (number < 0x20) return String.fromCodePoint(0x2400 + number);
      if (number === 0x7f) return "\u2421";
      return `<U+${number.toString(16).toUpperCase().padStart(4, "0")}>`;
    });
  }

  /** An empty line, unless the page begins here or one stands already. */
  gap() {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== "") this.#lines.push("");
    return this;
  }

  /** Text over the whole width; nothing where there is none. */
  say(text, { indent = 0, style } = {}) {
    if (text === "") return this;
    for (const line of wrap(Page.visible(text), this.#columns - indent)) {
      this.#lines.push(" ".repeat(indent) + this.#paint(line, style));
    }
    return this;
  }

  /** A label with its text beside it; nothing where there is no text. */
  fact(label, text, { style } = {}) {
    if (text === undefined || text === null || text === "") return this;
    return this.#beside(label, [{ mark: "", text }], style);
  }

  /** A label with a list beside it; nothing for an empty list. */
  list(label, items, { numbered = false } = {}) {
    if (items.length === 0) return this;
    const mark = (index) => (numbered && items.length > 1 ? `${index + 1}. ` : items.length > 1 ? "- " : "");
    return this.#beside(label, items.map((text, index) => ({ mark: mark(index), text })));
  }

  /** Rows of cells in aligned columns; the last column wraps. */
  table(rows) {
    const shown = rows.map((row) => row.map((cell) => Page.visible(cell).replace(/\n/gu, " ")));
    const widths = [];
    for (const row of shown) {
      row.slice(0, -1).forEach((cell, index) => {
        const share = Math.floor((this.#columns - INDENT - NARROWEST) / (row.length - 1)) - 2;
        widths[index] = Math.min(Math.max(widths[index] ?? 0, columnsOf(cell)), Math.max(share, 1), 28);
      });
    }
    for (const row of shown) {
      const front = row.slice(0, -1).map((cell, index) => pad(cut(cell, widths[index]), widths[index]));
      const before = " ".repeat(INDENT) + front.map((cell) => `${cell}  `).join("");
      const indent = columnsOf(before);
      wrap(row.at(-1), this.#columns - indent).forEach((line, index) => {
        this.#lines.push(((index === 0 ? before : " ".repeat(indent)) + line).trimEnd());
      });
    }
    return this;
  }

  text() {
    return this.#lines.join("\n").trimEnd();
  }

  #beside(label, items, style) {
    let front = pad(cut(label, LABEL - 1), LABEL);
    for (const { mark, text } of items) {
      const width = this.#columns - INDENT - LABEL - mark.length;
      wrap(Page.visible(text), width).forEach((line, index) => {
        const before = index === 0 ? mark : " ".repeat(mark.length);
        const painted = this.#paint(before + line, style);
        this.#lines.push(" ".repeat(INDENT) + this.#paint(front, "quiet") + painted);
        front = " ".repeat(LABEL);
      });
    }
    return this;
  }

  #paint(text, style) {
    if (!this.#colours || style === undefined || text.trim() === "") return text;
    const [on, off] = STYLES[style];
    return on + text + off;
  }
}

/** How many columns a terminal needs for a text. */
export function columnsOf(text) {
  let columns = 0;
  for (const character of text) {
    if (!NARROW.test(character)) columns += WIDE.test(character) ? 2 : 1;
  }
  return columns;
}

function pad(text, columns) {
  return text + " ".repeat(Math.max(columns - columnsOf(text), 0));
}

function cut(text, columns) {
  return columnsOf(text) <= columns ? text : `${take(text, columns - 1)}\u2026`;
}

/** As many characters as fit. */
function take(text, columns) {
  let taken = "";
  let used = 0;
  for (const character of text) {
    used += columnsOf(character);
    if (used > columns) break;
    taken += character;
  }
  return taken;
}

/** Lines of at most so many columns; a word that is longer is broken. */
function wrap(text, columns) {
  return text.split("\n").flatMap((paragraph) => wrapParagraph(paragraph, columns));
}

function wrapParagraph(paragraph, columns) {
  if (columnsOf(paragraph) <= columns) return [paragraph.trimEnd()];
  const lines = [];
  let line = "";
  for (let word of paragraph.split(/ +/u).filter((part) => part !== "")) {
    if (line !== "" && columnsOf(line) + 1 + columnsOf(word) > columns) {
      lines.push(line);
      line = "";
    }
    while (columnsOf(word) > columns) {
      // A window without room still gets a character a line.
      const part = take(word, columns) || [...word][0];
      lines.push(part);
      word = word.slice(part.length);
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}
