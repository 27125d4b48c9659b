/**
 * Standard functions with many local minima, each with its box and its least value, for global searches
 * (collected by Jamil & Yang 2013, "A literature survey of benchmark functions").
 */
import type { Bound } from "../../lib/optimize";

export interface Landscape {
  name: string;
  f: (x: number[]) => number;
  bounds: Bound[];
  /** Where f is least; one of the places, if there are several. */
  at: number[];
  least: number;
}

const { abs, cos, exp, PI, sin, sqrt } = Math;
const sum = (x: number[], term: (v: number, i: number) => number) =>
  x.reduce((s, v, i) => s + term(v, i), 0);
const cube = (n: number, lower: number, upper: number): Bound[] =>
  Array.from({ length: n }, () => [lower, upper]);
const times = (n: number, v: number) => new Array<number>(n).fill(v);

const rastrigin = (x: number[]) => sum(x, (v) => v * v - 10 * cos(2 * PI * v) + 10);
const ackley = (x: number[]) =>
  20 +
  Math.E -
  20 * exp(-0.2 * sqrt(sum(x, (v) => v * v) / x.length)) -
  exp(sum(x, (v) => cos(2 * PI * v)) / x.length);
const griewank = (x: number[]) =>
  1 + sum(x, (v) => v * v) / 4000 - x.reduce((p, v, i) => p * cos(v / sqrt(i + 1)), 1);
const rosenbrock = (x: number[]) =>
  sum(x.slice(1), (v, i) => 100 * (v - x[i] ** 2) ** 2 + (1 - x[i]) ** 2);
const schwefel = (x: number[]) =>
  418.9828872724338 * x.length - sum(x, (v) => v * sin(sqrt(abs(v))));
const levy = (x: number[]) => {
  const w = x.map((v) => 1 + (v - 1) / 4);
  const last = w[w.length - 1];
  return (
    sin(PI * w[0]) ** 2 +
    sum(w.slice(0, -1), (v) => (v - 1) ** 2 * (1 + 10 * sin(PI * v + 1) ** 2)) +
    (last - 1) ** 2 * (1 + sin(2 * PI * last) ** 2)
  );
};
const camel = ([x, y]: number[]) =>
  (4 - 2.1 * x * x + x ** 4 / 3) * x * x + x * y + (4 * y * y - 4) * y * y;
const branin = ([x, y]: number[]) =>
  (y - (5.1 / (4 * PI * PI)) * x * x + (5 / PI) * x - 6) ** 2 +
  10 * (1 - 1 / (8 * PI)) * cos(x) +
  10;
const goldstein = ([x, y]: number[]) =>
  (1 + (x + y + 1) ** 2 * (19 - 14 * x + 3 * x * x - 14 * y + 6 * x * y + 3 * y * y)) *
  (30 + (2 * x - 3 * y) ** 2 * (18 - 32 * x + 12 * x * x + 48 * y - 36 * x * y + 27 * y * y));

const ALPHA = [1, 1.2, 3, 3.2];
const hartmann = (A: number[][], P: number[][]) => (x: number[]) =>
  -ALPHA.reduce((s, a, i) => s + a * exp(-sum(x, (v, j) => A[i][j] * (v - P[i][j]) ** 2)), 0);
const hartmann3 = hartmann(
  [
    [3, 10, 30],
    [0.1, 10, 35],
    [3, 10, 30],
    [0.1, 10, 35],
  ],
  [
    [0.3689, 0.117, 0.2673],
    [0.4699, 0.4387, 0.747],
    [0.1091, 0.8732, 0.5547],
    [0.03815, 0.5743, 0.8828],
  ],
);
const hartmann6 = hartmann(
  [
    [10, 3, 17, 3.5, 1.7, 8],
    [0.05, 10, 17, 0.1, 8, 14],
    [3, 3.5, 1.7, 10, 17, 8],
    [17, 8, 0.05, 10, 0.1, 14],
  ],
  [
    [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886],
    [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
    [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.665],
    [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
  ],
);

export const zoo: Landscape[] = [
  { name: "Rastrigin in 2", f: rastrigin, bounds: cube(2, -5.12, 5.12), at: [0, 0], least: 0 },
  { name: "Rastrigin in 5", f: rastrigin, bounds: cube(5, -5.12, 5.12), at: times(5, 0), least: 0 },
  { name: "Ackley in 5", f: ackley, bounds: cube(5, -32.768, 32.768), at: times(5, 0), least: 0 },
  { name: "Griewank in 2", f: griewank, bounds: cube(2, -600, 600), at: [0, 0], least: 0 },
  { name: "Griewank in 5", f: griewank, bounds: cube(5, -600, 600), at: times(5, 0), least: 0 },
  { name: "Rosenbrock in 5", f: rosenbrock, bounds: cube(5, -5, 10), at: times(5, 1), least: 0 },
  {
    name: "Schwefel in 3",
    f: schwefel,
    bounds: cube(3, -500, 500),
    at: times(3, 420.968746),
    least: 0,
  },
  { name: "Levy in 5", f: levy, bounds: cube(5, -10, 10), at: times(5, 1), least: 0 },
  {
    name: "six-hump camel",
    f: camel,
    bounds: [
      [-3, 3],
      [-2, 2],
    ],
    at: [0.08984201, -0.7126564],
    least: -1.031628453489877,
  },
  {
    name: "Branin",
    f: branin,
    bounds: [
      [-5, 10],
      [0, 15],
    ],
    at: [PI, 2.275],
    least: 0.39788735772973816,
  },
  { name: "Goldstein and Price", f: goldstein, bounds: cube(2, -2, 2), at: [0, -1], least: 3 },
  {
    name: "Hartmann 3",
    f: hartmann3,
    bounds: cube(3, 0, 1),
    at: [0.114614, 0.555649, 0.852547],
    least: -3.86278214782076,
  },
  {
    name: "Hartmann 6",
    f: hartmann6,
    bounds: cube(6, 0, 1),
    at: [0.20169, 0.150011, 0.476874, 0.275332, 0.311652, 0.6573],
    least: -3.322368011391339,
  },
];
