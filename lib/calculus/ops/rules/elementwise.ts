import { map } from "../../kernels/entries";
import { onSeries } from "../../tracking/jet";
import { apply, type Op, type Series, shapeOf, type Val } from "../../tracking/tracked";
import { div, mul } from "../arithmetic";
import { convolve, total } from "./bilinear";

/** The derivative of y = f(x), as an expression in x or in y, whichever is simpler. */
export type Derivative = { ofX: (x: Val) => Val } | { ofY: (y: Val) => Val };

/**
 * The series of y = f(u) from y' = f'(u)·u' and the series w of f'(u): comparing coefficients,
 * k·yₖ = Σ_{j=1…k} j·uⱼ·wₖ₋ⱼ (Griewank & Walther, Evaluating Derivatives, table 13.2).
 *
 * Where f' is an expression in y, wₖ₋₁ follows from y₀ … yₖ₋₁, which are known by then.
 */
export function chainSeries(order: number, y0: Val, u: Series, derivative: Derivative): Series {
  const y: Val[] = [y0];
  if (u.length === 1) return y;
  const slope = u.map((c, j) => mul(j, c));
  let w = "ofX" in derivative && order > 0 ? onSeries(order - 1, derivative.ofX, u) : [];
  for (let k = 1; k <= order; k++) {
    if ("ofY" in derivative) w = onSeries(k - 1, derivative.ofY, y);
    y.push(div(total(convolve(slope, w, k, 1, mul), shapeOf(y0)), k));
  }
  return y;
}

/** An operation that is one smooth function of every entry. */
export function elementwise(
  name: string,
  f: (v: number) => number,
  derivative: Derivative,
  domain = "a number",
): Op {
  const slope = (x: Val, y: Val) => ("ofX" in derivative ? derivative.ofX(x) : derivative.ofY(y));
  const op: Op = {
    name,
    forward: ([x]) => map(name, x, f, domain),
    vjp: (_i, g, y, [x]) => mul(g, slope(x, y)),
    jvp: ([t], y, [x]) => mul(t!, slope(x, y)),
    series: (order, [u]) => chainSeries(order, apply(op, [u[0]]), u, derivative),
  };
  return op;
}
