#!/usr/bin/env node
import { main } from "../cli/main.mjs";

// The status is set, not exited with, so that everything written still reaches a slow reader.
process.exitCode = await main(process.argv.slice(2), process);
