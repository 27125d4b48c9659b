/**
 * V8's messages quote the code that ran. Where a cell is changed before it runs (language/edits), this
 * puts back what its author wrote: `__scope.data.nope is not a function` is about `data.nope`.
 */

const NAME = "[\\p{L}_$][\\p{L}\\p{N}_$]*";

/** A call without `this`: of an earlier cell's function, or of an imported one. */
const CALLED = new RegExp(`\\(0 ?, (?:__+scope|${NAME}_\\d+)\\.(${NAME})\\)`, "gu");

export const asWritten = (message: string): string =>
  message
    .replace(CALLED, "$1")
    .replace(/(?<![\p{L}\p{N}_$])__+scope\./gu, "")
    .replace(/(?<![\p{L}\p{N}_$])__+resumed\(\.\.\.\)/gu, "(await …)")
    .replace(
      /(?<![\p{L}\p{N}_$])__+each\(\.\.\.\) is not a function or its return value/gu,
      "what `for await` goes over",
    );
