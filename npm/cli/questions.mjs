// What support staff ask, and whom: part of an answer about a code.

/** The questions of an entry; nothing where there is none to ask. */
export function questions(page, entry) {
  if (entry === undefined) return;
  const asked = (whom, list) => list.map((question) => `${whom}: ${question}`);
  page.list("to ask", [...asked("caller", entry.askCaller), ...asked("software vendor", entry.askSoftwareVendor)]);
}
