/** A reader of RFC 4180 that shares nothing with the writer. */
export function readCsv(text) {
  const cell = /(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/gy;
  const rows = [[]];
  for (let match = cell.exec(text); match !== null && match[0] !== ""; match = cell.exec(text)) {
    rows.at(-1).push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'));
    if (match[3].endsWith("\n")) rows.push([]);
  }
  return rows.slice(0, -1);
}
