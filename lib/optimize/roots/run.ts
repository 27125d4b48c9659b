import {
  describeValue,
  type ReadonlyVector,
  requireMatrix,
  requireNumber,
  requireVector,
  type Vector,
} from "../../core";
import { jacobianDifferences } from "../descent/differences";
import { brent } from "./brent";
import { newtonRoot } from "./newtonRoot";
import { secant } from "./secant";
import type { RootEnd, RootHistoryEntry, RootMethod, RootOptions, RootResult } from "./types";

/** Keeps the books of a run: history, count of evaluations, and the result from the last entry. */
function follow<X>(
  run: (count: () => void, record: (entry: RootHistoryEntry<X>) => void) => RootEnd,
): RootResult<X> {
  const history: RootHistoryEntry<X>[] = [];
  let nfev = 0;
  const end = run(
    () => nfev++,
    (entry) => history.push(entry),
  );
  const { x, fun } = history[history.length - 1];
  return { x, fun, nit: history.length - 1, nfev, ...end, history };
}

/** A system: Newton, with what F and jac return checked. */
export function system(
  F: (x: Vector) => Vector,
  jac: RootOptions<Vector>["jac"],
  x0: Vector,
  limits: { tol: number; maxIter: number },
): RootResult<Vector> {
  const n = x0.length;
  return follow<Vector>((count, record) => {
    const value = (x: Vector) => {
      count();
      const rule = { length: n, lengthOf: "length of x0", allowNonFinite: true };
      return requireVector("root", "the result of f", F(x.slice()), rule).slice(); // F may use it again
    };
    const rule = {
      rows: n,
      cols: n,
      rowsOf: "length of x0",
      colsOf: "length of x0",
      allowNonFinite: true,
    };
    const jacobian = jac
      ? (x: Vector) => requireMatrix("root", "the result of jac", jac(x.slice()), rule)
      : (x: Vector) => jacobianDifferences(value, x);
    return newtonRoot(value, jacobian, x0, { ...limits, record });
  });
}

/** One equation in one unknown. */
export function single(
  f: (x: number) => number,
  jac: RootOptions["jac"],
  x0: number | ReadonlyVector,
  name: string,
  method: RootMethod,
  limits: { tol: number; maxIter: number },
): RootResult {
  if (method === "newton") {
    const one = requireNumber("root", "x0", x0);
    const slope = jac && ((x: Vector) => [[jac(x[0])]]);
    const { x, fun, history, ...rest } = system((v) => [f(v[0])], slope, [one], limits);
    const path = history.map((h) => ({ x: h.x[0], fun: h.fun[0], step: h.step }));
    return { x: x[0], fun: fun[0], ...rest, history: path };
  }
  return follow<number>((count, record) => {
    const value = (x: number) => {
      count();
      const y: unknown = f(x);
      if (typeof y === "number") return y;
      throw new TypeError(`root: f must return a number, got ${describeValue(y)}`);
    };
    if (method === "secant") {
      const start = requireNumber("root", "x0", x0);
      return secant(value, start, { ...limits, record });
    }
    const ends = requireVector("root", name, x0, { length: 2, lengthOf: "a bracket [a, b]" });
    return brent(value, ends[0], ends[1], { ...limits, record });
  });
}
