import type { DataFrame } from "danfojs-node";
import { describeValue, requireOneOf, requireOptions } from "../core";
import { makeFrame, type Parts, partsOf } from "./frames/frame";
import { requireColumns, requireDistinct } from "./frames/guards";
import { requireKind } from "./frames/kinds";
import { columnOf, type Keys, pairsOf } from "./frames/pairs";
import { pick } from "./frames/pick";

/** Options of `merge`. */
export interface MergeOptions {
  /** Columns of both frames that must agree. */
  on?: string | readonly string[];
  /** Columns of the left frame that must agree with `rightOn`, one with one. */
  leftOn?: string | readonly string[];
  rightOn?: string | readonly string[];
  /**
   * Rows kept: those with a partner (`inner`), all of the left or of the right frame, or all (`outer`).
   * Default "inner".
   */
  how?: "inner" | "left" | "right" | "outer";
  /** What is put after names that both frames have and that are no keys. Default ["_x", "_y"]. */
  suffixes?: readonly [string, string];
}

function keysOf({ on, leftOn, rightOn }: MergeOptions, left: Parts, right: Parts): Keys {
  if ((on === undefined) === (leftOn === undefined || rightOn === undefined)) {
    throw new TypeError("merge: options must hold on, or leftOn and rightOn");
  }
  const own = requireColumns(
    "merge",
    on === undefined ? "leftOn" : "on",
    on ?? leftOn,
    left.names,
    "left",
  );
  const other = requireColumns(
    "merge",
    on === undefined ? "rightOn" : "on",
    on ?? rightOn,
    right.names,
    "right",
  );
  if (own.length !== other.length || own.length === 0) {
    throw new RangeError(
      `merge: leftOn and rightOn must name equally many columns, at least one, got ${own.length} and ${other.length}`,
    );
  }
  own.forEach((name, k) => {
    const a = requireKind("merge", columnOf(left, name), name, left.index);
    const b = requireKind("merge", columnOf(right, other[k]), other[k], right.index);
    if (a !== undefined && b !== undefined && a !== b) {
      throw new TypeError(
        `merge: column ${JSON.stringify(name)} of left holds ${a}s, column ${JSON.stringify(other[k])} of right ${b}s`,
      );
    }
  });
  return { left: own, right: other };
}

function requireSuffixes(suffixes: unknown): readonly [string, string] {
  if (
    Array.isArray(suffixes) &&
    suffixes.length === 2 &&
    suffixes.every((suffix) => typeof suffix === "string")
  ) {
    return suffixes as unknown as readonly [string, string];
  }
  throw new TypeError(`merge: suffixes must be two strings, got ${describeValue(suffixes)}`);
}

/**
 * Joins two data frames: the rows of one beside those rows of the other that agree with them in their
 * keys, each with each where several agree.
 *
 * Columns: those of `left`, then those of `right`; a key of the same name on both sides is there once.
 * Rows: in the order of the left frame and, among partners of one row, of the right one (the other way
 * round for `right`); for `outer` sorted by the keys. What a row without a partner lacks is NaN. As in
 * pandas, missing keys agree with one another.
 *
 * (danfo 1.2's `merge` matches numbers with words that read alike.)
 *
 * @param left - The frame whose rows come first.
 * @param right - The other.
 * @returns A new frame with rows 0, 1, …. Cost O(rows of both and of the result).
 * @throws RangeError for a key that is not there, or two columns of one name in the result; TypeError
 * for keys of different kinds.
 * @example
 * const towns = data.toDataFrame([[1, 10], [2, 20]], { columns: ["id", "size"] });
 * data.merge(towns, data.toDataFrame([[2, 5], [2, 6]], { columns: ["id", "x"] }), { on: "id" }).values // => [[2, 20, 5], [2, 20, 6]]
 */
export function merge(left: DataFrame, right: DataFrame, options: MergeOptions): DataFrame {
  const a = partsOf("merge", left, "left");
  const b = partsOf("merge", right, "right");
  requireOptions("merge", options, ["on", "leftOn", "rightOn", "how", "suffixes"]);
  const { how = "inner", suffixes = ["_x", "_y"] } = options;
  requireOneOf("merge", "how", how, ["inner", "left", "right", "outer"]);
  const [ownSuffix, otherSuffix] = requireSuffixes(suffixes);
  const keys = keysOf(options, a, b);
  const pairs = pairsOf(a, b, keys, how);
  const shared = keys.left.filter((name, k) => name === keys.right[k]);
  const others = b.names.filter((name) => !shared.includes(name));
  const clash = new Set(a.names.filter((name) => others.includes(name)));
  const names = [
    ...a.names.map((name) => (clash.has(name) ? name + ownSuffix : name)),
    ...others.map((name) => (clash.has(name) ? name + otherSuffix : name)),
  ];
  requireDistinct("merge", names, "choose other suffixes");
  const fromLeft = a.names.map((name) => {
    const column = pick(columnOf(a, name), pairs.left);
    if (!shared.includes(name)) return column;
    const other = columnOf(b, name);
    for (let p = 0; p < column.length; p++) {
      if (pairs.left[p] < 0) column[p] = other[pairs.right[p]];
    }
    return column;
  });
  const fromRight = others.map((name) => pick(columnOf(b, name), pairs.right));
  return makeFrame(names, [...fromLeft, ...fromRight]);
}
