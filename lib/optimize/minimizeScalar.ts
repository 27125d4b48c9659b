import {
  describeValue,
  requireFunction,
  requireNumber,
  requireOneOf,
  requireOptions,
  summarised,
} from "../core";
import { brentMinimum } from "./scalar/brentMinimum";
import { golden } from "./scalar/golden";
import { around, between, lookAtEnds } from "./scalar/interval";
import { isPole } from "./scalar/pole";
import type {
  MinimizeScalarOptions,
  MinimizeScalarResult,
  ScalarHistoryEntry,
  Value,
} from "./scalar/types";

/**
 * Finds a local minimum of a function of one variable, without derivatives.
 *
 * | method | where | each evaluation |
 * |---|---|---|
 * | "brent" | from a bracket, or downhill from two points | a parabola where that is trustworthy, else the golden section |
 * | "golden" | the same | shortens the interval by 0.618 |
 * | "bounded" | within bounds [a, b] | as brent |
 *
 * Returns { x, fun, nit, nfev, converged, message, history }. Within bounds the minimum may be an end. A NaN
 * counts as higher than everything. Where f falls without end, far out or to a pole, the result says
 * `converged: false`. See Brent, Algorithms for Minimization without Derivatives, 1973, chapter 5.
 *
 * @param f - The function; it gets a number and returns a number.
 * @returns `{ x, fun, nit, nfev, converged, message, history }`: see {@link MinimizeScalarResult}.
 * @throws TypeError or RangeError for options or results of f of the wrong kind, bounds that are not in order,
 * or a bracket of three points whose middle one is not the lowest. Cost: one evaluation of f
 * an iteration, after those that find a bracket;
 * "golden" takes about 4.8 for each digit, near a smooth minimum the parabolas fewer.
 * @example
 * Number(optimize.minimizeScalar((x) => (x - 2) ** 2 + 1).x.toFixed(6)) // => 2
 * Number(optimize.minimizeScalar((x) => x * Math.log(x), { bounds: [0, 1] }).x.toFixed(6)) // => 0.367879
 * optimize.minimizeScalar(Math.exp, { bounds: [1, 3] }).x // => 1
 * optimize.minimizeScalar((x) => -x).converged // => false
 */
export function minimizeScalar(
  f: (x: number) => number,
  options: MinimizeScalarOptions = {},
): MinimizeScalarResult {
  const caller = "minimizeScalar";
  requireFunction(caller, "f", f);
  requireOptions(caller, options, ["method", "bracket", "bounds", "tol", "maxIter"]);
  const { bracket, bounds, tol = 1.5e-8, maxIter = 500 } = options;
  const { method = bounds === undefined ? "brent" : "bounded" } = options;
  requireOneOf(caller, "method", method, ["brent", "golden", "bounded"]);
  requireNumber(caller, "tol", tol, { min: 0, below: 1 });
  requireNumber(caller, "maxIter", maxIter, { min: 0, integer: true });
  if ((method === "bounded") !== (bounds !== undefined) || (bounds && bracket)) {
    throw new RangeError(`${caller}: method "bounded" takes bounds, the others a bracket`);
  }
  const history: ScalarHistoryEntry[] = [];
  let nfev = 0;
  const known = new Map<number, number>();
  const value: Value = (x) => {
    nfev++;
    const y: unknown = f(x);
    if (typeof y === "number") {
      known.set(x, Number.isNaN(y) ? Infinity : y);
      return known.get(x)!;
    }
    throw new TypeError(`${caller}: f must return a number, got ${describeValue(y)}`);
  };
  const record = (entry: ScalarHistoryEntry) => {
    history.push(entry);
  };
  const finish = (ending: { converged: boolean; message: string }): MinimizeScalarResult => {
    const { x, fun } = history[history.length - 1];
    const nowhere = { converged: false, message: "f is finite nowhere that was looked at" };
    return summarised("minimisation", {
      x,
      fun,
      nit: history.length - 1,
      nfev,
      ...(fun < Infinity ? ending : nowhere),
      history,
    });
  };
  const triple = bounds ? between(caller, value, bounds) : around(caller, value, bracket ?? [0, 1]);
  if ("message" in triple) {
    const { x, fun, message } = triple;
    record({ x, fun, bracket: [x, x] });
    return finish({ converged: false, message });
  }
  const search = method === "golden" ? golden : brentMinimum;
  const ending = search({ f: value, tol, maxIter, record }, triple);
  if (bounds) lookAtEnds(value, history, triple, tol);
  if (!ending.converged || !isPole(value, history, known)) return finish(ending);
  const { x, fun } = history[history.length - 1];
  return finish({ converged: false, message: `f falls to ${fun} at ${x} as to a pole` });
}
