// What a visitor and an installer download.

import { sizesOf } from "../xtask/js/sizes.mjs";
import { table } from "./rounds.mjs";

export default async function sizes() {
  const rows = [
    ["Site", process.env.SITE],
    ["npm package", process.env.PACKAGE],
  ].flatMap(([what, folder]) => sizesOf(folder).map(({ name, raw, gzip, brotli }) => [`${what}: ${name}`, raw, gzip, brotli]));
  return `## Sizes\n\n${table(["File", "bytes", "gzip -9", "brotli -11"], rows)}`;
}
