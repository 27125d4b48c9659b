import { firstNot } from "../kernels/entries";
import { lift, pack } from "./operand";
import { dataOf, type Plain, toPlain } from "./tensor";
import { Tracked, type Val } from "./tracked";

/** A structure taken apart into its numbers, vectors and matrices, and the way back. */
export interface Flat {
  readonly leaves: Val[];
  /** The same structure with other leaves. */
  rebuild(leaves: readonly unknown[]): unknown;
}

/** A number, vector or matrix taken in; what is not tracked must be finite. */
export function leaf(caller: string, name: string, x: unknown): Val {
  const v = lift(caller, name, x);
  if (v instanceof Tracked) return v;
  const data = dataOf(v);
  const k = firstNot("finite", data);
  if (k < 0) return v;
  throw new RangeError(`${caller}: ${name} must be finite, entry ${k} is ${data[k]}`);
}

/** An object written with braces, or one without a prototype: not of a class. */
function isPlainObject(x: unknown): x is object {
  if (typeof x !== "object" || x === null || Array.isArray(x)) return false;
  const prototype = Object.getPrototypeOf(x);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * Takes a structure apart. An array all of whose entries are numbers is a vector, one of rows of
 * numbers of equal length a matrix; any other array is a list.
 *
 * @throws TypeError where something is neither number, array, plain object nor tracked; RangeError
 * for a number that is not finite.
 */
export function flatten(caller: string, name: string, x: unknown): Flat {
  const packed = Array.isArray(x) ? pack(caller, name, x) : undefined;
  const isList = Array.isArray(x) && !packed;
  if (!isList && !isPlainObject(x)) {
    return { leaves: [leaf(caller, name, packed ?? x)], rebuild: ([only]) => only };
  }
  const entries = isList
    ? Array.from(x, (part: unknown, k) => [String(k), part] as const)
    : Object.entries(x as object);
  const parts = entries.map(([key, part]) =>
    flatten(caller, isList ? `${name}[${key}]` : `${name}.${key}`, part),
  );
  return {
    leaves: parts.flatMap((part) => part.leaves),
    rebuild(leaves) {
      let used = 0;
      const built = parts.map((part) => {
        const own = leaves.slice(used, used + part.leaves.length);
        used += own.length;
        return part.rebuild(own);
      });
      return isList ? built : Object.fromEntries(built.map((part, k) => [entries[k][0], part]));
    },
  };
}

/** A result as the user sees it: plain, or tracked by a transformation further out. */
export function released(x: Val): Plain | Tracked {
  return x instanceof Tracked ? x : toPlain(x);
}
