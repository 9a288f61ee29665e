// Standard output: a reader that is slow is waited for, one that leaves is no error.
import { once } from "node:events";

import { Page } from "./page.mjs";

/** Columns at most, however wide the terminal is: longer lines are hard to read. */
const MAX_COLUMNS = 100;
const MIN_COLUMNS = 40;

export class Output {
  #stream;
  #colours;

  constructor(stream, env) {
    this.#stream = stream;
    /** Whether somebody reads it, and no program. */
    this.isTerminal = Boolean(stream.isTTY);
    this.#colours = this.isTerminal && !env.NO_COLOR && env.TERM !== "dumb";
    /** True once the reader has gone, as `head` does. */
    this.closed = false;
    stream.on("error", (error) => {
      if (error.code !== "EPIPE") throw error;
      this.closed = true;
    });
  }

  /** An empty page that fits this output. */
  page() {
    const columns = Math.min(this.#stream.columns ?? MAX_COLUMNS, MAX_COLUMNS);
    return new Page({ columns: Math.max(columns, MIN_COLUMNS), colours: this.#colours });
  }

  /** Writes one line, or several; waits where the reader is behind. */
  async line(text) {
    if (this.closed || this.#stream.write(`${text}\n`)) return;
    await Promise.race([once(this.#stream, "drain"), once(this.#stream, "close")]).catch((error) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}
