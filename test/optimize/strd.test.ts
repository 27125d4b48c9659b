import { describe, expect, test } from "vitest";
import * as calculus from "../../lib/calculus";
import { curveFit, leastSquares } from "../../lib/optimize";
import { type Arithmetic, observed, plain, predict, problems, residuals } from "./strd";

/** The least number of digits to which the entries agree. */
const digits = (a: number[], b: number[]) =>
  Math.min(...a.map((v, i) => -Math.log10(Math.max(Math.abs(v / b[i] - 1), 1e-16))));

const starts = problems.flatMap((p) => [
  { ...p, title: `${p.name}, far start`, start: p.start1 },
  { ...p, title: `${p.name}, near start`, start: p.start2 },
]);
/** Here the residuals themselves are rounding of the model in double precision. */
const isRounding = (name: string) => name === "Lanczos1";

describe("the certified values of NIST's nonlinear problems", () => {
  test("are 27 problems, the model of each as certified", () => {
    expect(problems.length).toBe(27);
    for (const p of problems) {
      const r = residuals(p)(p.parameters);
      const sum = r.reduce((s, v) => s + v * v, 0);
      if (!isRounding(p.name)) expect(digits([sum], [p.sumOfSquares])).toBeGreaterThan(6);
    }
  });

  test.each(starts)("$title, by differences", ({ start, ...p }) => {
    const fit = leastSquares(residuals(p), start);
    expect(fit.converged, fit.message).toBe(true);
    expect(digits(fit.x, p.parameters)).toBeGreaterThan(7);
    expect(digits(fit.standardErrors, p.standardErrors)).toBeGreaterThan(
      isRounding(p.name) ? 2 : 6.5,
    );
    expect(digits([2 * fit.cost], [p.sumOfSquares])).toBeGreaterThan(isRounding(p.name) ? 2 : 9);
  });

  test.each(starts)("$title, within a wide box", ({ start, ...p }) => {
    const bounds = p.parameters.map(() => [-1e12, 1e12] as const);
    const fit = leastSquares(residuals(p), start, { bounds });
    expect(fit.converged, fit.message).toBe(true);
    expect(digits(fit.x, p.parameters)).toBeGreaterThan(7);
    expect(digits(fit.standardErrors, p.standardErrors)).toBeGreaterThan(
      isRounding(p.name) ? 2 : 6.5,
    );
  });

  const small = starts.filter(({ y }) => y.length <= 40);
  test.each(small)("$title, by dual numbers", ({ start, ...p }) => {
    const using = calculus as unknown as Arithmetic;
    const fit = leastSquares(residuals(p, using), start, { jac: "dual" });
    expect(fit.converged, fit.message).toBe(true);
    expect(digits(fit.x, p.parameters)).toBeGreaterThan(7);
    expect(digits(fit.standardErrors, p.standardErrors)).toBeGreaterThan(
      isRounding(p.name) ? 2 : 6.5,
    );
  });

  test.each(problems)("$name as a curve", (p) => {
    const model = predict(p, plain);
    const fit = curveFit(
      model as (x: number, b: number[]) => number,
      p.x as number[],
      observed(p),
      p.start2,
    );
    expect(fit.converged, fit.message).toBe(true);
    expect(digits(fit.parameters, p.parameters)).toBeGreaterThan(7);
    fit.residuals.forEach((r, i) => {
      expect(r).toBe(observed(p)[i] - model(p.x[i], fit.parameters));
    });
  });
});
