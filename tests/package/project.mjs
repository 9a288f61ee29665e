// An empty project with the packed file installed, for the tests beside this file. Run by
// `cargo xtask test --only package`, which sets TARBALL.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../..", import.meta.url));

/** Installs the package and gives the project: `folder`, `write`, `node`, `typeCheck`, `remove`. */
export function emptyProject() {
  const folder = mkdtempSync(join(tmpdir(), "respondex-"));
  const write = (name, text) => writeFileSync(join(folder, name), text);
  write("package.json", JSON.stringify({ name: "consumer", private: true, type: "module" }));
  // Offline: the package has no dependencies, so that there is nothing to fetch.
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", tarball()], folder);
  return {
    folder,
    write,
    /** Runs node with these arguments and gives { status, stdout, stderr }; `input` goes to its stdin. */
    node: (words, options) => run(process.execPath, words, folder, options),
    /** Runs a program that the package installed. */
    bin: (name, words, options) => run(join(folder, "node_modules/.bin", name), words, folder, options),
    /** Type-checks the files strictly with TypeScript, as a project for Node ("nodenext", "node16") or a bundler does. */
    typeCheck: (files, { resolution = "nodenext" } = {}) => {
      const compilerOptions = {
        strict: true,
        noEmit: true,
        // TypeScript's own files are not ours to check, and are half of the work.
        skipDefaultLibCheck: true,
        target: "es2022",
        lib: ["es2022", "dom"],
        types: [],
        module: resolution === "bundler" ? "esnext" : resolution,
        moduleResolution: resolution,
        allowImportingTsExtensions: true,
      };
      write("tsconfig.json", JSON.stringify({ compilerOptions, files }));
      return run(process.execPath, [join(top, "node_modules/typescript/bin/tsc"), "-p", "."], folder, { mayFail: true });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function tarball() {
  if (process.env.TARBALL) return process.env.TARBALL;
  const folder = join(top, "target/npm");
  const name = readdirSync(folder).find((file) => file.endsWith(".tgz"));
  if (!name) throw new Error("no packed file: run `cargo xtask package`");
  return join(folder, name);
}

function run(program, words, cwd, { input = "", mayFail = false, env = {} } = {}) {
  try {
    const stdout = execFileSync(program, words, {
      cwd,
      input,
      encoding: "utf8",
      env: { ...process.env, ...env },
      stdio: ["pipe", "pipe", "pipe"],
      maxBuffer: 64 * 1024 * 1024,
    });
    return { status: 0, stdout, stderr: "" };
  } catch (error) {
    if (mayFail && typeof error.status === "number") {
      return { status: error.status, stdout: error.stdout, stderr: error.stderr };
    }
    throw new Error(`${program} ${words.join(" ")}: ${error.message}\n${error.stdout ?? ""}${error.stderr ?? ""}`);
  }
}
