/** What the tests of linear and quadratic programs share: fixtures, and the proofs of optimality. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Rng } from "../../lib/core";
import type { Duals, LinearConstraints } from "../../lib/optimize";

export interface ProgramCase {
  name: string;
  c: number[];
  Q?: number[][];
  Aub: number[][];
  bub: number[];
  Aeq: number[][];
  beq: number[];
  bounds: [number, number][];
  status: string;
  /** The oracle's solution, if there is one. */
  fun?: number;
  x?: number[];
  duals?: Duals;
  /** Whether x is the only solution. */
  unique?: boolean;
  /** Whether the multipliers are the only ones. */
  nondegenerate?: boolean;
}

/** The cases of a fixture file, with null in bounds turned to ±Infinity. */
export function cases(file: string): ProgramCase[] {
  const text = readFileSync(join(__dirname, "fixtures", file), "utf8");
  return JSON.parse(text).cases.map((one: ProgramCase) => ({
    ...one,
    bounds: one.bounds.map(([l, u]) => [l ?? -Infinity, u ?? Infinity]),
  }));
}

export const constraintsOf = ({ Aub, bub, Aeq, beq, bounds }: ProgramCase): LinearConstraints => ({
  Aub,
  bub,
  Aeq,
  beq,
  bounds,
});

const inner = (a: number[], b: number[]) => a.reduce((s, v, i) => s + v * b[i], 0);

/**
 * The largest violation of the conditions of Karush, Kuhn and Tucker, each relative to the size of what
 * it is computed from: the gradient of the Lagrangian, the constraints, signs and complementarity.
 */
export function violation(one: ProgramCase, gradient: number[], x: number[], duals: Duals): number {
  const { Aub, bub, Aeq, beq, bounds } = one;
  let worst = 0;
  const see = (size: number, of: number[]) => {
    worst = Math.max(worst, size / Math.max(1, ...of.map(Math.abs)));
  };
  gradient.forEach((g, j) => {
    const terms = [
      g,
      ...Aub.map((row, i) => duals.ub[i] * row[j]),
      ...Aeq.map((row, i) => duals.eq[i] * row[j]),
      -duals.lower[j],
      duals.upper[j],
    ];
    see(Math.abs(terms.reduce((s, v) => s + v, 0)), terms);
  });
  const below = (slack: number, multiplier: number, of: number[]) => {
    see(Math.max(0, -slack), of);
    see(Math.max(0, -multiplier), [multiplier]);
    if (multiplier !== 0)
      see(Math.abs(multiplier * slack), [multiplier * Math.max(1, ...of.map(Math.abs))]);
  };
  Aub.forEach((row, i) => {
    below(bub[i] - inner(row, x), duals.ub[i], [bub[i], ...row.map((v, j) => v * x[j])]);
  });
  Aeq.forEach((row, i) => {
    see(Math.abs(beq[i] - inner(row, x)), [beq[i], ...row.map((v, j) => v * x[j])]);
  });
  bounds.forEach(([l, u], j) => {
    if (l === -Infinity) expect(duals.lower[j]).toBe(0);
    else below(x[j] - l, duals.lower[j], [l, x[j]]);
    if (u === Infinity) expect(duals.upper[j]).toBe(0);
    else below(u - x[j], duals.upper[j], [u, x[j]]);
  });
  return worst;
}

/** Asserts that two vectors agree to `tol`, relative to the larger of 1 and the reference's size. */
export function expectClose(got: number[], want: number[], tol: number, what: string): void {
  expect(got.length, what).toBe(want.length);
  const scale = Math.max(1, ...want.map(Math.abs));
  got.forEach((v, i) => {
    expect(Math.abs(v - want[i]) / scale, `${what}[${i}]: ${v} for ${want[i]}`).toBeLessThan(tol);
  });
}

/** The multipliers make a Lagrangian without x and with a positive value: no x can satisfy all. */
export function proveInfeasible(one: ProgramCase, { fun, duals }: { fun: number; duals: Duals }) {
  expect(fun).toBe(Infinity);
  const { ub, eq, lower, upper } = duals;
  const terms = one.c.map((_, j) => [
    ...one.Aub.map((row, i) => ub[i] * row[j]),
    ...one.Aeq.map((row, i) => eq[i] * row[j]),
    -lower[j],
    upper[j],
  ]);
  for (const t of terms) {
    expect(Math.abs(t.reduce((s, v) => s + v, 0))).toBeLessThan(
      1e-12 * Math.max(1, ...t.map(Math.abs)),
    );
  }
  for (const v of [...ub, ...lower, ...upper]) expect(v).toBeGreaterThanOrEqual(0);
  const finite = (v: number) => (Number.isFinite(v) ? v : 0);
  const value =
    inner(
      lower,
      one.bounds.map(([l]) => finite(l)),
    ) -
    inner(
      upper,
      one.bounds.map(([, u]) => finite(u)),
    ) -
    inner(ub, one.bub) -
    inner(eq, one.beq);
  expect(value).toBeGreaterThan(1e-6);
}

/**
 * A small random program with entries that are small integers, so that degenerate, infeasible and
 * unbounded ones are common.
 */
export function randomCase(g: Rng, name: string): ProgramCase {
  const [n, m, p] = [g.integers(1, 7), g.integers(0, 10), g.integers(0, 3)];
  const rows = (k: number) => Array.from({ length: k }, () => g.integers(-3, 4, n));
  const x0 = g.integers(-2, 3, n);
  const [Aub, Aeq] = [rows(m), rows(p)];
  const feasible = g.random() < 0.7;
  const kinds = (v: number): [number, number][] => [
    [v, Infinity],
    [-Infinity, Infinity],
    [v - 1, v + 1],
    [v, v],
  ];
  return {
    name,
    c: g.integers(-3, 4, n),
    Aub,
    bub: Aub.map((a) => (feasible ? inner(a, x0) + g.integers(0, 3) : g.integers(-4, 5))),
    Aeq,
    beq: Aeq.map((a) => (feasible ? inner(a, x0) : g.integers(-4, 5))),
    bounds: x0.map((v) => g.choice(kinds(v))[0]),
    status: "",
  };
}
