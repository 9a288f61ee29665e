// Every function of the wasm file, called so that none meets what another one left in disorder.
import * as wasm from "./respondex_wasm.js";

/** Whether the instance stopped in the middle of a call. */
let stopped = false;

/**
 * A function of the wasm file. Where memory or stack run out it stops at once, with its memory as it was at that moment; that
 * instance must not be called again, so the next call gets a fresh one. A TypeError names a wrong argument: nothing stopped.
 */
function guarded(verb) {
  const call = {
    [verb](...words) {
      if (stopped) {
        wasm.startAfresh();
        stopped = false;
      }
      try {
        return wasm[verb](...words);
      } catch (error) {
        // No more is done here: the stack may have run out.
        stopped = !(error instanceof TypeError);
        throw error;
      }
    },
  };
  return call[verb];
}

export const lookup = guarded("lookup");
export const search = guarded("search");
export const decode = guarded("decode");
export const compare = guarded("compare");
export const compareCondition = guarded("compareCondition");
export const compareVendors = guarded("compareVendors");
export const matrix = guarded("matrix");
export const deviations = guarded("deviations");
export const vendors = guarded("vendors");
export const conditions = guarded("conditions");
export const redact = guarded("redact");
export const schedule = guarded("schedule");
