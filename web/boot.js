// Starts the app. It is the only script that a page runs of its own accord, so that the content policy
// can refuse every inline one. `cargo xtask build` adds names and hashes of the files and the policy that shuts the
// door after them; a page of `trunk serve` has neither.

// The remembered colours, before anything is painted in the wrong ones.
try {
  const theme = localStorage.getItem("respondex-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is switched off: the colours follow the system.
}

const app = document.querySelector("link[data-wasm]");
const {
  wasm,
  wasmIntegrity,
  catalog = "catalog.bin",
  catalogIntegrity,
  reader = "respondex-reader.js",
  readerIntegrity,
  readerWasm = "respondex-reader_bg.wasm",
  readerWasmIntegrity,
  closingPolicy,
} = app.dataset;
const state = document.documentElement.dataset;

try {
  const program = download(wasm, wasmIntegrity);
  const data = bytes(catalog, catalogIntegrity);
  // Should the glue fail first, a failed download would be reported as unhandled beside it.
  for (const download of [program, data]) download.catch(() => {});
  const glue = await import(app.href);
  await glue.default({ module_or_path: program });
  prepareReader(await data);
  glue.start(new Uint8Array(await data));
  state.app = "ready";
  globalThis.respondexReader.load();
} catch (error) {
  state.app = "failed";
  throw error;
}

function download(address, integrity, priority = "auto") {
  return fetch(address, integrity ? { integrity, priority } : { priority });
}

async function bytes(...file) {
  const response = await download(...file);
  if (!response.ok) throw new Error(`${response.url}: status ${response.status}`);
  return response.arrayBuffer();
}

// Policies only add up: once this one stands in the page, nothing that the page does can send anything.
function close(policy) {
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = policy;
  document.head.append(meta);
}

// What reads pasted texts is a program of its own: the first page need not wait for it. It comes as soon as the app runs, all
// of it, since nothing can be fetched once the door is shut. It runs on the page for short texts, and for long ones in a
// worker, which is bound by the same policies as the page.
function prepareReader(data) {
  // What the worker runs behind the reader's own glue: one text, one answer.
  const work = `
onmessage = async ({ data: { module, data, text, vendor } }) => {
  try {
    await __wbg_init({ module_or_path: module });
    use_data(new Uint8Array(data));
    const answer = read(text, vendor, (part) => postMessage(part));
    postMessage(answer, [answer.buffer]);
  } catch (error) {
    (${report})(error);
    postMessage(null);
  }
};
`;
  let [status, module, glue, source, policy] = ["loading"];

  async function load() {
    say("loading");
    try {
      const files = [bytes(readerWasm, readerWasmIntegrity, "low"), bytes(reader, readerIntegrity, "low"), preload(reader, readerIntegrity)];
      const [program, script] = await Promise.all(files);
      module = await WebAssembly.compile(program);
      glue = await import(new URL(reader, document.baseURI));
      await glue.default({ module_or_path: module });
      glue.use_data(new Uint8Array(data));
      source = URL.createObjectURL(new Blob([script, work], { type: "text/javascript" }));
      policy ??= globalThis.trustedTypes?.createPolicy("respondex-reader", {
        createScriptURL(address) {
          if (address !== source) throw new TypeError("only the reader may be started");
          return address;
        },
      });
      if (closingPolicy) close(closingPolicy);
      say("ready");
    } catch (error) {
      say("failed");
      throw error;
    }
  }

  function say(word) {
    state.reader = status = word;
    dispatchEvent(new Event("respondex-reader"));
  }

  // An instance that stopped in the middle of its work is good for nothing more: the next text gets another one.
  function attempt(work) {
    if (status !== "ready") throw new Error("the reader is not there");
    try {
      return work();
    } catch (error) {
      report(error);
      renew();
      throw error;
    }
  }

  function renew() {
    try {
      glue.renew(module);
      glue.use_data(new Uint8Array(data));
    } catch {
      say("failed");
    }
  }

  globalThis.respondexReader = {
    status: () => status,
    load,
    read: (text, vendor) => attempt(() => glue.read(text, vendor)),
    mask: (text, values, maskIds) => attempt(() => glue.mask(text, values, maskIds)),
    maskIds: (text) => attempt(() => glue.mask_ids(text)),
    readInWorker(text, vendor) {
      const worker = new Worker(policy ? policy.createScriptURL(source) : source, { type: "module" });
      worker.postMessage({ module, data, text, vendor });
      return worker;
    },
  };
}

// What the console learns of a reader that stops: that it did. What went wrong may quote the text.
function report(error) {
  console.error("Respondex: the reader stopped", error?.name);
}

// A script can be held to its hash only where it is preloaded.
function preload(address, integrity) {
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement("link"), { rel: "modulepreload", href: address, fetchPriority: "low" });
    if (integrity) link.integrity = integrity;
    link.onload = resolve;
    link.onerror = () => reject(new Error(`${address} could not be loaded`));
    document.head.append(link);
  });
}
