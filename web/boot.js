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

try {
  const response = fetch(wasm, integrity ? { integrity } : {});
  // Should the glue fail first, the failed download would be reported as unhandled beside it.
  response.catch(() => {});
  const glue = await import(app.href);
  await glue.default({ module_or_path: response });
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
