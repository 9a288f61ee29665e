// Starts the app. It is the only script that a page runs of its own accord, so that the content policy
// can refuse every inline one. `cargo xtask build` adds the hash of the wasm and the policy that shuts the
// door after it; a page of `trunk serve` has neither.

// The remembered colours, before anything is painted in the wrong ones.
try {
  const theme = localStorage.getItem("respondex-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is switched off: the colours follow the system.
}

const app = document.querySelector("link[data-wasm]");
const { wasm, wasmIntegrity: integrity, closingPolicy } = app.dataset;

// What the worker runs behind the app's own glue: one text, one answer.
const READER = `
onmessage = async ({ data: { module, text, vendor } }) => {
  await __wbg_init({ module_or_path: module });
  const answer = read_in_worker(text, vendor, (part) => postMessage(part));
  postMessage(answer, [answer.buffer]);
};
`;

try {
  const reader = prepareReader(app).catch(() => {});
  const response = fetch(wasm, integrity ? { integrity } : {});
  // Should the glue fail first, the failed download would be reported as unhandled beside it.
  response.catch(() => {});
  const glue = await import(app.href);
  await glue.default({ module_or_path: response });
  await reader;
  if (closingPolicy) close(closingPolicy);
  document.documentElement.dataset.app = "ready";
} catch (error) {
  document.documentElement.dataset.app = "failed";
  throw error;
}

// Policies only add up: once this one stands in the page, nothing that the page does can send anything.
function close(policy) {
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = policy;
  document.head.append(meta);
}

// Long texts are read in a worker. All that it runs is fetched now, since nothing can be fetched once the door is shut;
// the worker itself is started when a long text comes, and is bound by the same policies as the page.
async function prepareReader({ href, integrity }) {
  const glue = await fetch(href, integrity ? { integrity } : {});
  const source = URL.createObjectURL(new Blob([await glue.text(), READER], { type: "text/javascript" }));
  const policy = globalThis.trustedTypes?.createPolicy("respondex-reader", {
    createScriptURL(address) {
      if (address !== source) throw new TypeError("only the reader may be started");
      return address;
    },
  });
  globalThis.respondexReader = () => new Worker(policy ? policy.createScriptURL(source) : source, { type: "module" });
}
