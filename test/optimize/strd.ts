/**
 * The models of NIST's nonlinear regression problems (fixtures/strd.json, with data and certified values):
 * residual functions, written with the functions of `calculus` so that they take plain and dual numbers.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Problem {
  name: string;
  start1: number[];
  start2: number[];
  parameters: number[];
  standardErrors: number[];
  sumOfSquares: number;
  y: number[];
  x: number[] | number[][];
}

export const problems: Problem[] = JSON.parse(
  readFileSync(join(__dirname, "fixtures", "strd.json"), "utf8"),
).problems;

type Model = (b: number[], x: number) => number;

/** What the models compute with: numbers, or what the functions of `calculus` take for numbers. */
export interface Arithmetic {
  add(a: number, b: number): number;
  sub(a: number, b: number): number;
  mul(a: number, b: number): number;
  div(a: number, b: number): number;
  pow(a: number, b: number): number;
  neg(a: number): number;
  exp(a: number): number;
  atan(a: number): number;
  cos(a: number): number;
  sin(a: number): number;
}

export const plain: Arithmetic = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  neg: (a) => -a,
  pow: Math.pow,
  exp: Math.exp,
  atan: Math.atan,
  cos: Math.cos,
  sin: Math.sin,
};

function models({ add, sub, mul, div, exp, pow, neg, atan, cos, sin }: Arithmetic) {
  const sum = (...terms: number[]) => terms.reduce((a, t) => add(a, t));
  const square = (u: number) => mul(u, u);
  /** a·e^(−k·x). */
  const decay = (a: number, k: number, x: number) => mul(a, exp(neg(mul(k, x))));
  /** a·exp(−((x − m)/s)²). */
  const peak = (a: number, m: number, s: number, x: number) =>
    mul(a, exp(neg(square(div(sub(x, m), s)))));
  const polynomial = (c: number[], x: number) =>
    c.reduceRight((value, ci) => add(ci, mul(value, x)), 0);
  const rational = (p: number[], q: number[], x: number) =>
    div(polynomial(p, x), add(1, mul(polynomial(q, x), x)));
  const wave = (c: number, s: number, period: number, x: number) => {
    const angle = div(2 * Math.PI * x, period);
    return add(mul(c, cos(angle)), mul(s, sin(angle)));
  };
  const gauss: Model = (b, x) =>
    sum(decay(b[0], b[1], x), peak(b[2], b[3], b[4], x), peak(b[5], b[6], b[7], x));
  const lanczos: Model = (b, x) =>
    sum(decay(b[0], b[1], x), decay(b[2], b[3], x), decay(b[4], b[5], x));
  const chwirut: Model = (b, x) => div(exp(neg(mul(b[0], x))), add(b[1], mul(b[2], x)));
  const cubic: Model = (b, x) => rational(b.slice(0, 4), b.slice(4), x);
  const saturation: Model = (b, x) => mul(b[0], sub(1, exp(neg(mul(b[1], x)))));

  const all: Record<string, Model> = {
    Misra1a: saturation,
    Chwirut2: chwirut,
    Chwirut1: chwirut,
    Lanczos3: lanczos,
    Gauss1: gauss,
    Gauss2: gauss,
    DanWood: (b, x) => mul(b[0], exp(mul(b[1], Math.log(x)))),
    Misra1b: (b, x) => mul(b[0], sub(1, pow(add(1, mul(b[1], x / 2)), -2))),
    Kirby2: (b, x) => rational(b.slice(0, 3), b.slice(3), x),
    Hahn1: cubic,
    MGH17: (b, x) => sum(b[0], decay(b[1], b[3], x), decay(b[2], b[4], x)),
    Lanczos1: lanczos,
    Lanczos2: lanczos,
    Gauss3: gauss,
    Misra1c: (b, x) => mul(b[0], sub(1, pow(add(1, mul(b[1], 2 * x)), -0.5))),
    Misra1d: (b, x) => div(mul(mul(b[0], b[1]), x), add(1, mul(b[1], x))),
    Roszman1: (b, x) => sub(sub(b[0], mul(b[1], x)), div(atan(div(b[2], sub(x, b[3]))), Math.PI)),
    ENSO: (b, x) =>
      sum(b[0], wave(b[1], b[2], 12, x), wave(b[4], b[5], b[3], x), wave(b[7], b[8], b[6], x)),
    MGH09: (b, x) => div(mul(b[0], add(x * x, mul(b[1], x))), add(add(x * x, mul(b[2], x)), b[3])),
    Thurber: cubic,
    BoxBOD: saturation,
    Rat42: (b, x) => div(b[0], add(1, exp(sub(b[1], mul(b[2], x))))),
    MGH10: (b, x) => mul(b[0], exp(div(b[1], add(x, b[2])))),
    Eckerle4: (b, x) => mul(div(b[0], b[1]), exp(mul(-0.5, square(div(sub(x, b[2]), b[1]))))),
    Rat43: (b, x) => div(b[0], pow(add(1, exp(sub(b[1], mul(b[2], x)))), div(1, b[3]))),
    Bennett5: (b, x) => mul(b[0], pow(add(b[1], x), div(-1, b[2]))),
  };
  return all;
}

/** x, b ↦ the model's value at one observation. */
export function predict({ name }: Problem, using: Arithmetic = plain) {
  const { sub, mul, exp, neg } = using;
  if (name !== "Nelson") {
    const model = models(using)[name];
    return (x: number | number[], b: number[]) => model(b, x as number);
  }
  return (x: number | number[], b: number[]) => {
    const [time, heat] = x as number[];
    return sub(b[0], mul(mul(b[1], time), exp(neg(mul(b[2], heat)))));
  };
}

/** What is observed: of Nelson's data the logarithm is modelled. */
export const observed = ({ name, y }: Problem) => (name === "Nelson" ? y.map(Math.log) : y);

/** b ↦ the residuals. */
export const residuals = (p: Problem, using: Arithmetic = plain) => {
  const y = observed(p);
  const model = predict(p, using);
  return (b: number[]) => y.map((yi, i) => using.sub(model(p.x[i], b), yi));
};
