// Decoding a response of about 2 kB, beside what JSON.parse takes for the JSON in it.

import { decode } from "respondex";
import { medians, microseconds, table } from "./rounds.mjs";

const body = JSON.stringify({
  successful: false,
  responseCode: 4071,
  responseMessage: "Recipient not found",
  items: Array.from({ length: 19 }, (_, index) => ({ id: 1000 + index, name: `Record ${index}`, state: "pending", note: "waits for the next transmission window" })),
});
const response = `HTTP/1.1 200 OK\r\nDate: Tue, 05 Mar 2024 10:11:12 GMT\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

export default async function decoding() {
  const answer = decode(response);
  if (answer.outcome !== "decoded") throw new Error("the sample was not decoded");
  const candidates = {
    "`decode` of the whole response": () => microseconds(() => decode(response), 200),
    "`JSON.parse` of its content": () => microseconds(() => JSON.parse(body), 2000),
    "`structuredClone` of the answer": () => microseconds(() => structuredClone(answer), 200),
  };
  // One round unrecorded, so that the compilers are done.
  await medians(candidates, 3);
  const found = await medians(candidates, 31);
  const least = found["`JSON.parse` of its content"];
  const rows = Object.entries(found).map(([what, time]) => [what, time.toFixed(1), (time / least).toFixed(1)]);
  return `## Decoding ${response.length} bytes\n\n${table(["What", "µs, median of 31", "times JSON.parse"], rows)}`;
}
