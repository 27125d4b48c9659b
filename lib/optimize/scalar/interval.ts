import { type ReadonlyVector, requireVector } from "../../core";
import { findBracket } from "./bracket";
import { GOLDEN, resolution, type ScalarHistoryEntry, type Triple, type Value } from "./types";

/** Three points around a minimum as the bracket has them or leads to them; or where none was found, and why. */
export function around(
  caller: string,
  f: Value,
  bracket: ReadonlyVector,
): Triple | { x: number; fun: number; message: string } {
  const three = Array.isArray(bracket) && bracket.length === 3;
  const [a, b, c] = requireVector(caller, "bracket", bracket, {
    length: three ? 3 : 2,
    lengthOf: "points [a, b] or [a, b, c]",
  });
  if (!three) {
    if (a === b)
      throw new RangeError(`${caller}: bracket must hold two different points, got ${a}`);
    return findBracket(f, a, b);
  }
  const [fa, fb, fc] = [f(a), f(b), f(c)];
  const between = (a < b && b < c) || (a > b && b > c);
  if (!between || !(fb < fa && fb < fc)) {
    throw new RangeError(
      `${caller}: bracket must hold a < b < c with f(b) below f(a) and f(c), got f(${a}) = ${fa}, f(${b}) = ${fb}, f(${c}) = ${fc}`,
    );
  }
  return { a, b, c, fb };
}

/** The ends of bounds and a point between them. */
export function between(caller: string, f: Value, bounds: ReadonlyVector): Triple {
  const [a, c] = requireVector(caller, "bounds", bounds, {
    length: 2,
    lengthOf: "an interval [a, b]",
  });
  if (a > c) throw new RangeError(`${caller}: bounds must be in order, got [${a}, ${c}]`);
  const b = a + GOLDEN * c - GOLDEN * a;
  return { a, b, c, fb: f(b) };
}

/** Within bounds the minimum may lie at an end, which the search only comes near to: the end, if it is no higher. */
export function lookAtEnds(
  f: Value,
  history: ScalarHistoryEntry[],
  { a, c }: Triple,
  tol: number,
): void {
  const { x, fun, bracket } = history[history.length - 1];
  const near = 8 * resolution(tol, x, c - a);
  for (const end of [a, c]) {
    if (x === end || Math.abs(x - end) > near) continue;
    const there = f(end);
    if (there <= fun) history.push({ x: end, fun: there, bracket });
  }
}
