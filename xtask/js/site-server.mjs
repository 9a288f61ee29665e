// A static server that answers as the hosts do that the site is made for: /p from p, p.html or p/index.html, else
// 404.html with status 404, each with the headers of dist/_headers.
//
// node site-server.mjs DIST [PORT] serves until it is stopped; tests import startServer.

import { readFileSync, realpathSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

/**
 * Starts the server on 127.0.0.1 and resolves once it listens.
 * `onRequest` is called with each request before it is answered. Port 0 takes any free port.
 */
export async function startServer({ dist, port = 0, onRequest = () => {} }) {
  const headers = readHeaders(join(dist, "_headers"));
  const notFound = readFileSync(join(dist, "404.html"));
  const files = sirv(dist, {
    etag: true,
    extensions: ["html"],
    onNoMatch(_request, response) {
      response.writeHead(404, { "Content-Type": "text/html;charset=utf-8" }).end(notFound);
    },
  });
  const server = createServer((request, response) => {
    onRequest(request);
    for (const [name, value] of headers) response.setHeader(name, value);
    files(request, response);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** The headers for every path, from the one block that _headers has. */
function readHeaders(file) {
  const [pattern, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  if (pattern !== "/*") throw new Error(`${file}: expected one block for /*, found ${pattern}`);
  return lines.map((line) => line.trim().split(/:\s*(.*)/s, 2));
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [dist, port = "8080"] = process.argv.slice(2);
  try {
    const { url } = await startServer({ dist, port: Number(port) });
    console.log(`\nThe site is at ${url}\nCtrl+C ends it.`);
  } catch (error) {
    const busy = error.code === "EADDRINUSE";
    console.error(busy ? `error: port ${port} is taken; choose another with --port N` : `error: ${error.message}`);
    process.exit(1);
  }
}
