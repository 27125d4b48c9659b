import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as c from "../../lib/calculus";

// biome-ignore lint/suspicious/noExplicitAny: called with plain and with tracked values
type Free = any;

interface Reference {
  functions: {
    name: string;
    x: [number, number];
    value: number;
    gradient: number[];
    hessian: number[][];
  }[];
  series: { name: string; a: number; coefficients: number[] }[];
}

/** Values and derivatives by SymPy and mpmath; see derivatives.py beside the file. */
export const reference: Reference = JSON.parse(
  readFileSync(join(__dirname, "fixtures", "derivatives.json"), "utf8"),
);

/** The functions of two variables of derivatives.py, as one writes them here. */
export const functions: Record<string, (x: Free) => Free> = {
  rosenbrock: ([x, y]) => c.add(c.pow(c.sub(1, x), 2), c.mul(100, c.pow(c.sub(y, c.pow(x, 2)), 2))),
  exponential: ([x, y]) => c.exp(c.mul(x, c.pow(y, 2))),
  quotient: ([x, y]) => c.div(c.sin(x), c.add(1, c.mul(y, y))),
  root: ([x, y]) => {
    const u = c.add(c.pow(x, 2), c.exp(y));
    return c.add(c.sqrt(u), c.cos(u));
  },
  logistic: ([x, y]) => c.softplus(c.neg(c.mul(x, y))),
  network: ([x, y]) => c.mul(c.tanh(c.add(c.mul(x, y), 1)), c.tanh(c.sub(x, y))),
  powers: ([x, y]) => c.add(c.pow(x, y), c.pow(y, x)),
  arcs: ([x, y]) => c.add(c.atan(c.mul(x, y)), c.mul(c.asin(c.div(x, 3)), c.acos(c.div(y, 3)))),
  hyperbolic: ([x, y]) => c.add(c.mul(c.sinh(x), c.cosh(y)), c.tan(c.mul(x, y))),
  saturated: ([x, y]) => c.add(c.tanh(x), c.sigmoid(y)),
  small: ([x, y]) => c.mul(c.log1p(x), c.expm1(y)),
  large: (x) => c.logsumexp(x),
};

/** The functions of one variable of derivatives.py. */
export const series: Record<string, (t: Free) => Free> = {
  exp: c.exp,
  log: c.log,
  sin: c.sin,
  tan: c.tan,
  asin: c.asin,
  atan: c.atan,
  sqrt: (t) => c.sqrt(c.add(1, t)),
  tanh: c.tanh,
  sigmoid: c.sigmoid,
  softplus: c.softplus,
  power: (t) => c.pow(t, 2.5),
  self: (t) => c.pow(t, t),
  composed: (t) => c.div(c.exp(c.sin(t)), c.add(1, c.mul(t, t))),
  polynomial: (t) => c.add(c.pow(c.sub(t, 2), 7), c.mul(3, c.pow(t, 2))),
  norm: (t) => c.norm([t, c.sub(1, t), 2]),
};
