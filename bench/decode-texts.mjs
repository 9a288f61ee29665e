// The texts of the decode measurement: built, not recorded; the same on every machine.

/** Numbers that look random and are the same every time. */
function sequence(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const head = (status, fields) => `HTTP/1.1 ${status}\r\n${Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;

/** About half a kilobyte: an HTTP message with a JSON error. */
export function smallError() {
  const body = JSON.stringify({ successful: false, responseMessage: "Recipient not found", responseCode: 4071, requestId: "made-up-000000000001", method: "MessageSend" });
  return head("200 OK", {
    Date: "Tue, 05 Mar 2024 10:11:12 GMT", Server: "made-up", "Content-Type": "application/json; charset=utf-8", "Content-Length": body.length,
    "Cache-Control": "no-store", "X-Request-Id": "made-up-000000000001", "Strict-Transport-Security": "max-age=31536000", Vary: "Accept-Encoding", Connection: "close",
  }) + body;
}

/** About two kilobytes: a fault with six causes and four rules. */
export function nestedFault() {
  const fault = (depth) => ({
    data: [], $type: depth === 0 ? "DetectedIssueException" : "TargetInvocationException",
    message: depth === 0 ? "Business Rules Violation - [Error: Missing gender]" : `Exception has been thrown by the target of invocation number ${depth}, made up for the measurement`,
    policyOutcome: "Deny", ...(depth === 0 ? {} : { cause: fault(depth - 1) }),
  });
  const rules = Array.from({ length: 4 }, (_, index) => ({ id: `sample.rule.${index}`, priority: index === 0 ? "Error" : "Warning", text: `Made-up rule number ${index} was not kept by the record`, type: "1a4ff6f2-f54f-11e8-8eb2-f2801f1b9fd1" }));
  const body = JSON.stringify({ ...fault(6), rules });
  return head("422 Unprocessable Entity", { "Content-Type": "application/json", "X-Powered-By": "SanteDB made up", "X-GeneratedOn": "2024-03-05T10:11:12+00:00" }) + body;
}

/** About a megabyte: a HAR recording of pages, of which some calls failed. */
export function recording(bytes = 1_000_000) {
  const random = sequence(7);
  const entries = [];
  let size = 0;
  while (size < bytes) {
    const failed = random(10) === 0;
    const text = failed
      ? JSON.stringify({ successful: false, responseMessage: "Unauthorized", responseCode: 4010 })
      : JSON.stringify({ items: Array.from({ length: random(40) }, (_, index) => ({ id: index, name: `Made-up item "${index}"`, price: random(100000) / 100 })) });
    const entry = {
      startedDateTime: "2024-03-05T10:11:12.000Z", time: random(500),
      request: { method: "POST", url: `https://example.com/api/${random(1000)}`, httpVersion: "HTTP/2", headers: [{ name: "accept", value: "*/*" }, { name: "user-agent", value: "made-up/1.0" }], queryString: [], headersSize: -1, bodySize: -1 },
      response: { status: 200, statusText: "OK", httpVersion: "HTTP/2", headers: [{ name: "content-type", value: "application/json" }, { name: "date", value: "Tue, 05 Mar 2024 10:11:12 GMT" }], content: { size: text.length, mimeType: "application/json", text }, redirectURL: "", headersSize: -1, bodySize: -1 },
      cache: {}, timings: { send: 0, wait: random(300), receive: 1 },
    };
    entries.push(entry);
    size += JSON.stringify(entry, null, 1).length;
  }
  return JSON.stringify({ log: { version: "1.2", creator: { name: "made up", version: "1" }, entries } }, null, 1);
}

/** Megabytes of a log in which few lines tell of a response, as in real ones. */
export function mixedLog(bytes = 10_000_000) {
  const random = sequence(11);
  const lines = [];
  let size = 0;
  const time = () => `2024-03-05T${String(random(24)).padStart(2, "0")}:${String(random(60)).padStart(2, "0")}:${String(random(60)).padStart(2, "0")}Z`;
  const kinds = [
    () => `${time()} INFO  scheduler: job ${random(100000)} done in ${random(5000)} ms, ${random(100)} rows`,
    () => `${time()} DEBUG cache: hit for key user:${random(100000)}:profile after ${random(50)} us`,
    () => `${time()} INFO  worker-${random(16)} picked message made-up-${random(1_000_000)} from queue billing (depth ${random(500)})`,
    () => `    at made.up.package.Class${random(100)}.method(Class${random(100)}.java:${random(900)})`,
    () => `{"level":"info","time":"${time()}","msg":"request done","ms":${random(900)},"path":"/x/${random(1000)}"}`,
  ];
  for (let index = 0; size < bytes; index += 1) {
    let line = kinds[random(kinds.length)]();
    // One line in four hundred fails.
    if (random(400) === 0) line = `${time()} ERROR call failed status=${[401, 404, 429, 500, 503][random(5)]} url=https://example.com/api/${random(1000)} body={"successful":false,"responseMessage":"Unauthorized","responseCode":4010}`;
    lines.push(line);
    size += line.length + 1;
  }
  return `${lines.join("\n")}\n`;
}

/** About two kilobytes: the nested fault, in XML. */
export function xmlFault() {
  const cause = (depth) => `<type>TargetInvocationException</type><message>Exception has been thrown by the target of invocation number ${depth}, made up for the measurement</message><policyOutcome>Deny</policyOutcome>${depth === 0 ? "" : `<cause>${cause(depth - 1)}</cause>`}`;
  const rules = Array.from({ length: 4 }, (_, index) => `<rule id="sample.rule.${index}" priority="Warning" type="1a4ff6f2-f54f-11e8-8eb2-f2801f1b9fd1">Made-up rule number ${index} was not kept by the record</rule>`);
  const body = `<?xml version="1.0" encoding="utf-8"?><RestServiceFault xmlns="http://santedb.org/fault">${cause(5)}${rules.join("")}</RestServiceFault>`;
  return head("422 Unprocessable Entity", { "Content-Type": "application/xml", "X-Powered-By": "SanteDB made up" }) + body;
}

/** Repeated to a megabyte, each was slow in some decoder. */
export const HOSTILE = {
  "quotation marks": '"', "opening brackets": "<", "opening braces": "{", "escaped quotation marks": '{\\"', "quotation signs of mail": "> ",
  "entities in braces": "&quot;{", "statuses in words": "401 ", "lines that name a code": "error code 401\n", "line ends": "\n", "at signs": "a@",
  "escaped tags": "&lt;a", "status lines": "HTTP/1.1 200 OK\n\n", "JSON lines": '{"a":1}\n', "beginnings of tokens": "eyJ.", keys: "status=", addresses: "https://x ",
  "closed elements": "<a><b>x</b></a>", "heads of curl": "< HTTP/1.1 200 OK\n<\nx\n", "encoded braces": "%7B%22a", "colours": "\u001b[31mx", "fences": "```\nx\n",
  "records without a root": "<RES><Code>400</Code><Message>no</Message></RES>\n", "unlisted codes": "error code 1234 in x\n",
};
