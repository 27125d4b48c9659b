import {
  bernoulli,
  beta,
  binomial,
  categorical,
  cauchy,
  chiSquare,
  dirichlet,
  exponential,
  fisherF,
  gamma,
  geometric,
  hypergeometric,
  laplace,
  logNormal,
  multinomial,
  multivariateNormal,
  negativeBinomial,
  normal,
  poisson,
  studentT,
  uniform,
  weibull,
} from "../../prob";
import type { Figure } from "../plot/spec";
import { type DrawnLaw, drawLaw } from "./law";

/** Smallest and largest value of a parameter, the one at the start, and the step. */
export type Range = readonly [min: number, max: number, value: number, step: number];

/** A family of laws: what its parameters may be, which law they give, and where it is drawn. */
export interface Family {
  title: string;
  sliders: Readonly<Record<string, Range>>;
  make(...values: number[]): DrawnLaw;
  xRange?: readonly [number, number];
  yRange?: readonly [number, number];
}

const shares = (...weights: number[]) => {
  const sum = weights.reduce((s, w) => s + w, 0);
  return weights.map((w) => w / sum);
};
const CHANCE: Range = [0.05, 0.95, 0.3, 0.05];
const weights = { w1: [1, 9, 2, 1], w2: [1, 9, 5, 1], w3: [1, 9, 3, 1] } as const;
const place = { location: [-3, 3, 0, 0.1], scale: [0.3, 3, 1, 0.1] } as const;

/** The families of `prob`, in its words. */
export const FAMILIES: Readonly<Record<string, Family>> = {
  bernoulli: {
    title: "Bernoulli",
    sliders: { p: CHANCE },
    make: bernoulli,
  },
  binomial: {
    title: "Binomial",
    sliders: { n: [1, 40, 12, 1], p: CHANCE },
    make: binomial,
    xRange: [0, 40],
  },
  geometric: {
    title: "Geometric",
    sliders: { p: CHANCE },
    make: geometric,
    xRange: [1, 25],
  },
  negativeBinomial: {
    title: "Negative binomial",
    sliders: { r: [0.5, 10, 3, 0.5], p: CHANCE },
    make: negativeBinomial,
    xRange: [0, 40],
  },
  poisson: {
    title: "Poisson",
    sliders: { lambda: [0.5, 30, 4, 0.5] },
    make: poisson,
    xRange: [0, 45],
  },
  hypergeometric: {
    title: "Hypergeometric",
    sliders: { M: [40, 200, 60, 1], n: [1, 40, 20, 1], N: [1, 40, 15, 1] },
    make: hypergeometric,
    xRange: [0, 40],
  },
  categorical: {
    title: "Categorical",
    sliders: weights,
    make: (...w) => categorical(shares(...w)),
  },
  multinomial: {
    title: "Multinomial",
    sliders: { n: [1, 20, 8, 1], ...weights },
    make: (n, ...w) => multinomial(n, shares(...w)),
  },
  uniform: {
    title: "Uniform",
    sliders: { low: [-3, -0.1, -1, 0.1], high: [0.1, 3, 1, 0.1] },
    make: uniform,
    xRange: [-3.5, 3.5],
  },
  normal: {
    title: "Normal",
    sliders: { mean: [-3, 3, 0, 0.1], std: [0.3, 3, 1, 0.1] },
    make: normal,
    xRange: [-8, 8],
  },
  exponential: {
    title: "Exponential",
    sliders: { rate: [0.2, 4, 1, 0.1] },
    make: exponential,
    xRange: [0, 6],
  },
  gamma: {
    title: "Gamma",
    sliders: { shape: [0.5, 10, 3, 0.5], rate: [0.2, 4, 1, 0.1] },
    make: gamma,
    xRange: [0, 12],
  },
  beta: {
    title: "Beta",
    sliders: { a: [0.5, 9, 2, 0.5], b: [0.5, 9, 4, 0.5] },
    make: beta,
    xRange: [0, 1],
  },
  dirichlet: {
    title: "Dirichlet",
    sliders: { a1: [1, 9, 2, 0.5], a2: [1, 9, 3, 0.5], a3: [1, 9, 4, 0.5] },
    make: (...alpha) => dirichlet(alpha),
  },
  chiSquare: {
    title: "Chi-square",
    sliders: { df: [1, 20, 5, 1] },
    make: chiSquare,
    xRange: [0, 40],
  },
  studentT: {
    title: "Student's t",
    sliders: { df: [1, 30, 3, 1] },
    make: studentT,
    xRange: [-6, 6],
  },
  fisherF: {
    title: "Fisher's F",
    sliders: { d1: [1, 20, 5, 1], d2: [1, 40, 10, 1] },
    make: fisherF,
    xRange: [0, 5],
  },
  cauchy: {
    title: "Cauchy",
    sliders: place,
    make: cauchy,
    xRange: [-8, 8],
  },
  laplace: {
    title: "Laplace",
    sliders: place,
    make: laplace,
    xRange: [-8, 8],
  },
  logNormal: {
    title: "Log-normal",
    sliders: { mu: [-1, 1, 0, 0.1], sigma: [0.2, 1.5, 0.6, 0.1] },
    make: logNormal,
    xRange: [0, 8],
  },
  weibull: {
    title: "Weibull",
    sliders: { shape: [0.5, 6, 1.5, 0.1], scale: [0.3, 3, 1, 0.1] },
    make: weibull,
    xRange: [0, 5],
  },
  multivariateNormal: {
    title: "Multivariate normal",
    sliders: { s1: [0.5, 2, 1, 0.1], s2: [0.5, 2, 1.5, 0.1], rho: [-0.9, 0.9, 0.6, 0.1] },
    make: (s1, s2, rho) =>
      multivariateNormal(
        [0, 0],
        [
          [s1 * s1, rho * s1 * s2],
          [rho * s1 * s2, s2 * s2],
        ],
      ),
    xRange: [-5, 5],
    yRange: [-5, 5],
  },
};

/** What the values of the parameters are, in words: "shape = 3, rate = 1". */
const said = ({ sliders }: Family, values: readonly number[]) =>
  Object.keys(sliders)
    .map((name, i) => `${name} = ${values[i]}`)
    .join(", ");

/** The law of a family at the values of its parameters, in the order of the sliders. */
export function drawFamily(name: string, values: readonly number[]): Figure {
  const family = FAMILIES[name];
  const drawn = family.make(...values);
  const { title, xRange, yRange } = family;
  const what =
    drawn.kind === "discrete" || drawn.name === "multinomial" ? "Probabilities" : "Density";
  const at = said(family, values);
  return drawLaw(drawn, {
    title: `${title}: ${at}`,
    height: drawn.kind === "multivariate" ? 400 : 320,
    alt: `${what} of the ${inSentence(title)} law with ${at}.${shapeOf(drawn)}`,
    ...(xRange && { xRange }),
    ...(yRange && { yRange }),
  });
}

const PEOPLE = /^(Bernoulli|Cauchy|Dirichlet|Fisher|Laplace|Poisson|Student|Weibull)/;

/** A title within a sentence: what is called after a person keeps its capital. */
const inSentence = (title: string) => (PEOPLE.test(title) ? title : title.toLowerCase());

/** Where the law lies, for those who cannot see it. */
function shapeOf(drawn: DrawnLaw): string {
  const digits = (x: number) => Number(x.toPrecision(3));
  if (drawn.kind === "multivariate") return ` Its mean is (${drawn.mean.map(digits).join(", ")}).`;
  const [q1, q2, q3] = drawn.ppf([0.25, 0.5, 0.75]).map(digits);
  return ` Its median is ${q2}, the middle half lies between ${q1} and ${q3}.`;
}
