import type { DataFrame } from "danfojs-node";
import { describeValue } from "../core";
import { makeFrame, partsOf } from "./frames/frame";

/**
 * Frames one below the other. A column that a frame does not have is missing in its rows (NaN).
 *
 * (danfo 1.2's `concat` is typed as a frame or a Series, so that a cell cannot go on with it, and wants
 * to be told the axis.)
 *
 * @param frames - One or more.
 * @returns A new frame with the columns of all, in the order in which they first come, its rows labelled
 * anew from 0: labels of several frames would come twice. Cost O(rows · columns).
 * @throws TypeError for what is no frame; RangeError for an empty list.
 * @example
 * const a = data.toDataFrame([[1, 2]], { columns: ["x", "y"] });
 * data.concat([a, data.toDataFrame([[3]], { columns: ["x"] })]).values // => [[1, 2], [3, NaN]]
 */
export function concat(frames: readonly DataFrame[]): DataFrame {
  if (!Array.isArray(frames)) {
    throw new TypeError(
      `concat: frames must be a list of DataFrames, got ${describeValue(frames)}`,
    );
  }
  if (frames.length === 0) throw new RangeError("concat: frames must hold at least one DataFrame");
  const all = frames.map((df, k) => partsOf("concat", df, `frames[${k}]`));
  const names = [...new Set(all.flatMap((parts) => parts.names))];
  const columns = names.map((name) =>
    all.flatMap(({ names: own, columns: held, rows }) => {
      const j = own.indexOf(name);
      return j < 0 ? new Array<unknown>(rows).fill(Number.NaN) : held[j];
    }),
  );
  return makeFrame(names, columns);
}
