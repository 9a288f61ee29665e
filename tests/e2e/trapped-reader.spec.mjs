// The program that reads pasted texts stops in the middle of its work: the page says so, keeps the text, says nothing of it
// anywhere else, and reads the next one as if nothing had happened.
//
// No text is known that stops it, and the released program holds no function that does. So the page is served a changed one,
// under its own hash: the same functions, but those that the page calls stop at texts of certain lengths, as a fault in our code
// would, by the instruction `unreachable`. An instance that stopped once stops at every call, so that only a new one can go on.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import binaryen from "binaryen";
import { openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const CANARY = "canary-9c41d7";
/** Lengths in bytes of a text for the page and of one for the worker that stop the reader. */
const SHORT = 1_313;
const LONG = 100_003;
/** A copy of more bytes than this stops the masking of it: the ticket, and no reply. */
const LONGEST_MASKED = 600;

const UPDOX = 'HTTP/1.1 200 OK\n\n{"successful":false,"responseMessage":"Unauthorized","responseCode":4010}';
const area = (page) => page.getByRole("textbox", { name: "Response to decode" });
const answer = (page) => page.getByRole("region", { name: "Answer" });

/** A response with the canary in it, filled up to a number of bytes. */
const ofLength = (length) => `HTTP/1.1 500 Internal Server Error\n\n${CANARY} `.padEnd(length, "made-up words, ");

/** The reader, changed so that it stops. */
function stopping(program) {
  const wasm = binaryen.readBinary(program);
  const { i32, none, Features } = binaryen;
  // What rustc makes use of, and every browser knows; not all that binaryen could write.
  wasm.setFeatures(
    Features.MutableGlobals | Features.BulkMemory | Features.BulkMemoryOpt | Features.SignExt | Features.NontrappingFPToInt
      | Features.ReferenceTypes | Features.Multivalue | Features.CallIndirectOverlong,
  );
  wasm.addGlobal("has_stopped", i32, true, wasm.i32.const(0));
  const guard = (name, stopsAt) => {
    const inner = binaryen.getExportInfo(wasm.getExport(name)).value;
    const { params, results } = binaryen.getFunctionInfo(wasm.getFunction(inner));
    const locals = binaryen.expandType(params).map((type, index) => wasm.local.get(index, type));
    const stop = [wasm.global.set("has_stopped", wasm.i32.const(1)), wasm.unreachable()];
    const length = wasm.local.get(1, i32);
    const body = wasm.block(null, [
      wasm.if(wasm.i32.or(wasm.global.get("has_stopped", i32), stopsAt(length)), wasm.block(null, stop, none)),
      wasm.call(inner, locals, results),
    ], results);
    wasm.removeExport(name);
    wasm.addFunction(`${name}_or_stop`, params, results, [], body);
    wasm.addFunctionExport(`${name}_or_stop`, name);
  };
  guard("read", (length) => {
    const is = (bytes) => wasm.i32.eq(wasm.copyExpression(length), wasm.i32.const(bytes));
    return wasm.i32.or(is(SHORT), is(LONG));
  });
  guard("mask", (length) => wasm.i32.gt_u(length, wasm.i32.const(LONGEST_MASKED)));
  assert.ok(wasm.validate(), "the changed reader is no wasm");
  return Buffer.from(wasm.emitBinary());
}

/** Opens the decode page with the changed reader, and notes all that it says. */
async function openStopping() {
  const context = await site.browser.newContext({ baseURL: site.url, permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  const said = [];
  // A worker's console is among it.
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(`${error} ${error.stack}`));
  const [file] = (await (await fetch(`${site.url}/decode`)).text()).match(/[^"]*respondex-reader-[^"]*_bg\.wasm/);
  const program = stopping(new Uint8Array(await (await fetch(site.url + file)).arrayBuffer()));
  const hash = `sha384-${createHash("sha384").update(program).digest("base64")}`;
  await page.route(`**${file}`, (route) => route.fulfill({ body: program, contentType: "application/wasm" }));
  await page.route("**/decode", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/(data-reader-wasm-integrity=")[^"]*/, `$1${hash}`);
    await route.fulfill({ response, body });
  });
  await page.goto("/decode");
  await page.waitForSelector("html[data-reader=ready]", { state: "attached", timeout: 30_000 });
  return { page, said };
}

/** That the page says what happened, keeps the text, and quotes it nowhere. */
async function assertStopped(page, said, text) {
  await answer(page).getByRole("heading", { name: "The text could not be read" }).waitFor();
  assert.equal(await area(page).inputValue(), text, "the text is kept");
  assert.ok(!(await answer(page).innerText()).includes(CANARY));
  assert.ok(!(await page.title()).includes(CANARY));
  assert.ok(said.some((line) => line.includes("the reader stopped")), "the console learns that it stopped");
  assert.ok(!said.some((line) => line.includes(CANARY)), said.join("\n"));
}

test("a stop on the page: said, the text kept, and the next text is read", async () => {
  const { page, said } = await openStopping();
  // Twice, since the second instance may stop as well.
  for (const round of [1, 2]) {
    const text = ofLength(SHORT);
    await area(page).fill(text);
    await assertStopped(page, said, text);
    await area(page).fill(UPDOX);
    await answer(page).getByText("Status line and body disagree").waitFor();
    await page.getByRole("button", { name: "Copy reply" }).click();
    await page.getByText("Reply copied, nothing had to be masked.").waitFor();
    assert.equal(said.length, round, said.join("\n"));
  }
  await page.context().close();
});

test("a stop in the worker: said, the text kept, and the next texts are read, long and short", async () => {
  const { page, said } = await openStopping();
  const text = ofLength(LONG);
  await area(page).fill(text);
  await assertStopped(page, said, text);
  await area(page).fill(ofLength(LONG + 1));
  await answer(page).getByText("Failed, HTTP status 500").waitFor();
  await area(page).fill(UPDOX);
  await answer(page).getByText("Status line and body disagree").waitFor();
  assert.equal(said.length, 1, said.join("\n"));
  await page.context().close();
});

test("a stop while a copy is masked: nothing is copied, and the next copy is", async () => {
  const { page, said } = await openStopping();
  await area(page).fill(UPDOX.replace("Unauthorized", `Unauthorized ${CANARY} ${"for a made-up reason ".repeat(LONGEST_MASKED / 20)}`));
  await answer(page).getByText("4010").first().waitFor();
  await page.evaluate(() => navigator.clipboard.writeText("nothing yet"));
  await page.getByRole("button", { name: "Copy ticket" }).click();
  await answer(page).getByText("It could not be masked, so there is nothing to copy.").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "nothing yet");
  await page.getByRole("button", { name: "Copy reply" }).click();
  await page.getByText("Reply copied, nothing had to be masked.").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^Updox did not accept/);
  assert.ok(!said.some((line) => line.includes(CANARY)), said.join("\n"));
  await page.context().close();
});
