// Text from a file or from standard input, whole or line by line.
import { createReadStream } from "node:fs";

import { UsageError } from "./arguments.mjs";

/** Bytes that are read of one text; far above what `decode` reads, so that its notice tells the rest. */
const MAX_TEXT = 64 * 1024 * 1024;

/** The whole text. */
export async function readText(file, stdin, command) {
  const chunks = [];
  let length = 0;
  for await (const chunk of chunksOf(file, stdin, command)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= MAX_TEXT) break;
  }
  const bytes = Buffer.concat(chunks);
  return new TextDecoder(encodingOf(bytes), { ignoreBOM: true }).decode(bytes);
}

/** The lines, without their ends; the next chunk is read when all lines of the last are taken. */
export async function* readLines(file, stdin) {
  let decoder;
  let rest = "";
  for await (const chunk of chunksOf(file, stdin)) {
    decoder ??= new TextDecoder(encodingOf(chunk), { ignoreBOM: false });
    const lines = decoder.decode(chunk, { stream: true }).split("\n");
    lines[0] = rest + lines[0];
    rest = lines.pop();
    for (const line of lines) yield line.replace(/\r$/u, "");
    if (rest.length > MAX_TEXT) {
      throw new UsageError(`a line of the input is longer than ${MAX_TEXT / 1024 / 1024} MB; --ndjson wants one response a line`);
    }
  }
  rest += decoder?.decode() ?? "";
  if (rest !== "") yield rest.replace(/\r$/u, "");
}

async function* chunksOf(file, stdin, command = "decode") {
  if (file === undefined && stdin.isTTY) {
    const needs = command === "decode" ? "a response" : "a text";
    throw new UsageError(`${command} needs ${needs}: write "respondex ${command} FILE", pipe it in, or paste after "respondex ${command} -"`);
  }
  const fromStdin = file === undefined || file === "-";
  try {
    yield* fromStdin ? stdin : createReadStream(file);
  } catch (error) {
    if (error instanceof UsageError || typeof error.code !== "string") throw error;
    throw new UsageError(`cannot read ${fromStdin ? "standard input" : file}: ${REASONS[error.code] ?? error.message}`);
  }
}

const REASONS = {
  EACCES: "permission denied; check who may read it",
  EISDIR: "it is a folder; name a file",
  ENOENT: "no such file; check the path, or pipe the text in",
};

/** UTF-8, unless the first two bytes say otherwise, as in what some shells write with ">". */
function encodingOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}
