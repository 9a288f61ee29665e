// node tests/spreadsheet/roundtrip.mjs [SOFFICE]: opens every CSV export in LibreOffice, has it save each as CSV again, and
// compares cell by cell. Not a part of `cargo xtask test`, since LibreOffice is a third of a gigabyte; run it after a change
// in core/src/compare/export/csv.rs, behind `cargo xtask package`.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compare, compareCondition, compareVendors, matrix } from "../../target/npm/respondex/node.mjs";
import { readCsv } from "./read-csv.mjs";

const [soffice = "soffice"] = process.argv.slice(2);
const EXPORTS = {
  401: compare(401, { format: "csv" }),
  406: compare(406, { format: "csv" }),
  4071: compare(4071, { format: "csv" }),
  "already-exists": compareCondition("already-exists", { format: "csv" }),
  "vision-elevate-iq": compareVendors(["vision", "elevate-iq"], { all: true, format: "csv" }),
  "five-vendors": compareVendors(["hhaexchange", "vision", "santedb", "updox", "elevate-iq"], { all: true, format: "csv" }),
  matrix: matrix({ format: "csv" }),
  // What a spreadsheet would reckon with, were it not guarded; written here as the library writes a cell.
  formulas: '\ufeffName,Text\r\nsum,"\'=1+1"\r\nplus,"\'+49 30"\r\nminus,"\'-2"\r\nat,"\'@SUM(A1)"\r\nquote,"say ""no"", twice"\r\nlines,"one\ntwo"\r\n',
};
// UTF-8, commas, quotation marks, from the first line; quoted cells are text. On the way out every text is quoted.
const READ = "--infilter=CSV:44,34,76,1,,0,true,false";
const WRITE = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1';

const folder = mkdtempSync(join(tmpdir(), "respondex-spreadsheet-"));
let failed = 0;
try {
  for (const [name, csv] of Object.entries(EXPORTS)) {
    const before = join(folder, `${name}.csv`);
    writeFileSync(before, csv);
    const out = join(folder, "out");
    execFileSync(soffice, [`-env:UserInstallation=file://${folder}/profile`, "--headless", READ, "--convert-to", WRITE, "--outdir", out, before], { stdio: "ignore" });
    const read = (text) => readCsv(text.replace(/^\ufeff/u, ""));
    const expected = read(csv);
    const file = [join(out, `${name}.csv`), join(out, `${name}-Sheet1.csv`), join(out, `${name}-${name}.csv`)].find((path) => {
      try {
        return readFileSync(path);
      } catch {
        return undefined;
      }
    });
    const found = file ? read(readFileSync(file, "utf8")) : [];
    const wrong = expected.flatMap((line, row) =>
      line.flatMap((cell, column) => (cell === found[row]?.[column] ? [] : [`row ${row + 1}, column ${column + 1}: ${JSON.stringify(cell)} became ${JSON.stringify(found[row]?.[column])}`])),
    );
    if (expected.length < 2) wrong.push("nothing was read of the export");
    if (found.length !== expected.length) wrong.push(`${expected.length} rows became ${found.length}`);
    console.log(`${wrong.length === 0 ? "equal " : "DIFFERS"} ${name}: ${expected.length} rows`);
    for (const line of wrong.slice(0, 5)) console.log(`  ${line}`);
    failed += wrong.length > 0;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);
