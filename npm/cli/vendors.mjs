// The vendors, one block each.
import { counted } from "./words.mjs";

export function vendorsPage(page, vendors) {
  for (const vendor of vendors) {
    const other = vendor.otherCodes === 0 ? "" : `, ${vendor.otherCodes} from other sources`;
    page.gap().say(`${vendor.id}  ${vendor.name}`, { style: "bold" });
    page.fact("what", `${vendor.product}: ${vendor.about}`);
    page.fact("codes", `${counted(vendor.pageCodes, "code")}${other}`);
    page.fact("numbers", vendor.scheme);
    page.fact("also", vendor.nicknames.join(", "));
    page.fact("ask", vendor.contact);
  }
}
