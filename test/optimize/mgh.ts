/**
 * Test functions of Moré, Garbow & Hillstrom, "Testing unconstrained optimization software", ACM
 * Transactions on Mathematical Software 7 (1981), with their numbers and standard starts. Each is a sum
 * of squares f = Σ rᵢ², so that ∇f = 2Jᵀr; residuals and their Jacobian are written out here, and
 * checked against values from SymPy (fixtures/mgh.py).
 */
import type { Vector } from "../../lib/core";

/** A residual and its row of the Jacobian. */
type Residual = [r: number, row: number[]];

export interface Problem {
  name: string;
  x0: Vector;
  residuals: (x: Vector) => Residual[];
}

const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const { cos, exp, sin, sqrt } = Math;

/** A row of zeros but for the given entries. */
function row(n: number, entries: Record<number, number>): number[] {
  const out = new Array<number>(n).fill(0);
  for (const [j, v] of Object.entries(entries)) out[Number(j)] = v;
  return out;
}

/** Σ rᵢ². */
export const value = (p: Problem) => (x: Vector) =>
  p.residuals(x).reduce((sum, [r]) => sum + r * r, 0);

/** 2Jᵀr. */
export const gradient = (p: Problem) => (x: Vector) => {
  const g = x.map(() => 0);
  for (const [r, J] of p.residuals(x)) for (let j = 0; j < g.length; j++) g[j]! += 2 * r * J[j]!;
  return g;
};

const bard = [
  0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.1, 4.39,
];
const gauss = [0.0009, 0.0044, 0.0175, 0.054, 0.1295, 0.242, 0.3521, 0.3989];
const meyer = [
  34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307,
  2872,
];
const kowalikY = [
  0.1957, 0.1947, 0.1735, 0.16, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246,
];
const kowalikU = [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625];
const osborne1 = [
  0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.85, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658,
  0.628, 0.603, 0.58, 0.558, 0.538, 0.522, 0.506, 0.49, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431,
  0.424, 0.42, 0.414, 0.411, 0.406,
];
const osborne2 = [
  1.366, 1.191, 1.112, 1.013, 0.991, 0.885, 0.831, 0.847, 0.786, 0.725, 0.746, 0.679, 0.608, 0.655,
  0.616, 0.606, 0.602, 0.626, 0.651, 0.724, 0.649, 0.649, 0.694, 0.644, 0.624, 0.661, 0.612, 0.558,
  0.533, 0.495, 0.5, 0.423, 0.395, 0.375, 0.372, 0.391, 0.396, 0.405, 0.428, 0.429, 0.523, 0.562,
  0.607, 0.653, 0.672, 0.708, 0.633, 0.668, 0.645, 0.632, 0.591, 0.559, 0.597, 0.625, 0.739, 0.71,
  0.729, 0.72, 0.636, 0.581, 0.428, 0.292, 0.162, 0.098, 0.054,
];

const fourth = (n: number) => range(n).map((i) => [3, -1, 0, 1][i % 4]!);

/** Shifted Chebyshev polynomials T₁ … T_m at x in [0, 1] and their derivatives. */
function chebyshev(x: number, m: number): { t: number[]; d: number[] } {
  const z = 2 * x - 1;
  const [t, d] = [
    [1, z],
    [0, 2],
  ];
  for (let k = 2; k <= m; k++) {
    t.push(2 * z * t[k - 1]! - t[k - 2]!);
    d.push(4 * t[k - 1]! + 2 * z * d[k - 1]! - d[k - 2]!);
  }
  return { t: t.slice(1), d: d.slice(1) };
}

export const problems: Problem[] = [
  {
    name: "1 Rosenbrock",
    x0: [-1.2, 1],
    residuals: ([a, b]) => [
      [10 * (b! - a! * a!), [-20 * a!, 10]],
      [1 - a!, [-1, 0]],
    ],
  },
  {
    name: "2 Freudenstein and Roth",
    x0: [0.5, -2],
    residuals: ([a, b]) => [
      [-13 + a! + ((5 - b!) * b! - 2) * b!, [1, 10 * b! - 3 * b! * b! - 2]],
      [-29 + a! + ((b! + 1) * b! - 14) * b!, [1, 3 * b! * b! + 2 * b! - 14]],
    ],
  },
  {
    name: "3 Powell badly scaled",
    x0: [0, 1],
    residuals: ([a, b]) => [
      [1e4 * a! * b! - 1, [1e4 * b!, 1e4 * a!]],
      [exp(-a!) + exp(-b!) - 1.0001, [-exp(-a!), -exp(-b!)]],
    ],
  },
  {
    name: "4 Brown badly scaled",
    x0: [1, 1],
    residuals: ([a, b]) => [
      [a! - 1e6, [1, 0]],
      [b! - 2e-6, [0, 1]],
      [a! * b! - 2, [b!, a!]],
    ],
  },
  {
    name: "5 Beale",
    x0: [1, 1],
    residuals: ([a, b]) =>
      [1.5, 2.25, 2.625].map((y, k) => [
        y - a! * (1 - b! ** (k + 1)),
        [b! ** (k + 1) - 1, a! * (k + 1) * b! ** k],
      ]),
  },
  {
    name: "6 Jennrich and Sampson",
    x0: [0.3, 0.4],
    residuals: ([a, b]) =>
      range(10).map((k) => {
        const i = k + 1;
        return [2 + 2 * i - (exp(i * a!) + exp(i * b!)), [-i * exp(i * a!), -i * exp(i * b!)]];
      }),
  },
  {
    name: "7 Helical valley",
    x0: [-1, 0, 0],
    residuals: ([a, b, c]) => {
      const r2 = a! * a! + b! * b!;
      const r = sqrt(r2);
      const theta = Math.atan(b! / a!) / (2 * Math.PI) + (a! < 0 ? 0.5 : 0);
      const turn = 100 / (2 * Math.PI * r2);
      return [
        [10 * (c! - 10 * theta), [turn * b!, -turn * a!, 10]],
        [10 * (r - 1), [(10 * a!) / r, (10 * b!) / r, 0]],
        [c!, [0, 0, 1]],
      ];
    },
  },
  {
    name: "8 Bard",
    x0: [1, 1, 1],
    residuals: ([a, b, c]) =>
      bard.map((y, k) => {
        const [u, v] = [k + 1, 15 - k];
        const w = Math.min(u, v);
        const q = v * b! + w * c!;
        return [y - (a! + u / q), [-1, (u * v) / q ** 2, (u * w) / q ** 2]];
      }),
  },
  {
    name: "9 Gaussian",
    x0: [0.4, 1, 0],
    residuals: ([a, b, c]) =>
      range(15).map((k) => {
        const d = (7 - k) / 2 - c!;
        const e = exp((-b! * d * d) / 2);
        return [a! * e - gauss[Math.min(k, 14 - k)]!, [e, (-a! * e * d * d) / 2, a! * e * b! * d]];
      }),
  },
  {
    name: "10 Meyer",
    x0: [0.02, 4000, 250],
    residuals: ([a, b, c]) =>
      meyer.map((y, k) => {
        const t = 50 + 5 * k + c!;
        const e = exp(b! / t);
        return [a! * e - y, [e, (a! * e) / t, (-a! * e * b!) / (t * t)]];
      }),
  },
  {
    name: "11 Gulf research and development",
    x0: [5, 2.5, 0.15],
    residuals: ([a, b, c]) =>
      range(99).map((k) => {
        const t = (k + 1) / 100;
        const d = 25 + (-50 * Math.log(t)) ** (2 / 3) - b!;
        const p = Math.abs(d) ** c!;
        const e = exp(-p / a!);
        const slope = -e / a!;
        return [
          e - t,
          [(e * p) / (a! * a!), (-slope * c! * p) / d, slope * p * Math.log(Math.abs(d))],
        ];
      }),
  },
  {
    name: "12 Box three-dimensional",
    x0: [0, 10, 20],
    residuals: ([a, b, c]) =>
      range(10).map((k) => {
        const t = (k + 1) / 10;
        const gap = exp(-t) - exp(-10 * t);
        return [
          exp(-t * a!) - exp(-t * b!) - c! * gap,
          [-t * exp(-t * a!), t * exp(-t * b!), -gap],
        ];
      }),
  },
  {
    name: "13 Powell singular",
    x0: [3, -1, 0, 1],
    residuals: powellSingular,
  },
  {
    name: "14 Wood",
    x0: [-3, -1, -3, -1],
    residuals: ([a, b, c, d]) => [
      [10 * (b! - a! * a!), [-20 * a!, 10, 0, 0]],
      [1 - a!, [-1, 0, 0, 0]],
      [sqrt(90) * (d! - c! * c!), [0, 0, -2 * sqrt(90) * c!, sqrt(90)]],
      [1 - c!, [0, 0, -1, 0]],
      [sqrt(10) * (b! + d! - 2), [0, sqrt(10), 0, sqrt(10)]],
      [(b! - d!) / sqrt(10), [0, 1 / sqrt(10), 0, -1 / sqrt(10)]],
    ],
  },
  {
    name: "15 Kowalik and Osborne",
    x0: [0.25, 0.39, 0.415, 0.39],
    residuals: ([a, b, c, d]) =>
      kowalikY.map((y, k) => {
        const u = kowalikU[k]!;
        const [p, q] = [u * u + u * b!, u * u + u * c! + d!];
        return [
          y - (a! * p) / q,
          [-p / q, (-a! * u) / q, (a! * p * u) / (q * q), (a! * p) / (q * q)],
        ];
      }),
  },
  {
    name: "16 Brown and Dennis",
    x0: [25, 5, -5, -1],
    residuals: ([a, b, c, d]) =>
      range(20).map((k) => {
        const t = (k + 1) / 5;
        const [u, v] = [a! + t * b! - exp(t), c! + d! * sin(t) - cos(t)];
        return [u * u + v * v, [2 * u, 2 * u * t, 2 * v, 2 * v * sin(t)]];
      }),
  },
  {
    name: "17 Osborne 1",
    x0: [0.5, 1.5, -1, 0.01, 0.02],
    residuals: ([a, b, c, d, e]) =>
      osborne1.map((y, k) => {
        const t = 10 * k;
        const [p, q] = [exp(-t * d!), exp(-t * e!)];
        return [y - (a! + b! * p + c! * q), [-1, -p, -q, t * b! * p, t * c! * q]];
      }),
  },
  {
    name: "18 Biggs EXP6",
    x0: [1, 2, 1, 1, 1, 1],
    residuals: ([a, b, c, d, e, f]) =>
      range(13).map((k) => {
        const t = (k + 1) / 10;
        const y = exp(-t) - 5 * exp(-10 * t) + 3 * exp(-4 * t);
        const [p, q, s] = [exp(-t * a!), exp(-t * b!), exp(-t * e!)];
        return [c! * p - d! * q + f! * s - y, [-t * c! * p, t * d! * q, p, -q, -t * f! * s, s]];
      }),
  },
  {
    name: "19 Osborne 2",
    x0: [1.3, 0.65, 0.65, 0.7, 0.6, 3, 5, 7, 2, 4.5, 5.5],
    residuals: (x) =>
      osborne2.map((y, k) => {
        const t = k / 10;
        const e0 = exp(-t * x[4]!);
        let r = y - x[0]! * e0;
        const J = row(11, { 0: -e0, 4: t * x[0]! * e0 });
        for (const j of [1, 2, 3]) {
          const [height, width, d] = [x[j]!, x[4 + j]!, t - x[7 + j]!];
          const e = exp(-d * d * width);
          r -= height * e;
          J[j] = -e;
          J[4 + j] = height * d * d * e;
          J[7 + j] = -2 * height * width * d * e;
        }
        return [r, J];
      }),
  },
  {
    name: "20 Watson",
    x0: range(6).map(() => 0),
    residuals: (x) => {
      const first = range(29).map((k): Residual => {
        const t = (k + 1) / 29;
        const sum = x.reduce((s, v, j) => s + v * t ** j, 0);
        const slope = x.reduce((s, v, j) => (j ? s + j * v * t ** (j - 1) : s), 0);
        return [
          slope - sum * sum - 1,
          x.map((_, j) => (j ? j * t ** (j - 1) : 0) - 2 * sum * t ** j),
        ];
      });
      return [
        ...first,
        [x[0]!, row(6, { 0: 1 })],
        [x[1]! - x[0]! ** 2 - 1, row(6, { 0: -2 * x[0]!, 1: 1 })],
      ];
    },
  },
  {
    name: "21 Extended Rosenbrock",
    x0: range(20).map((i) => (i % 2 ? 1 : -1.2)),
    residuals: (x) =>
      range(10).flatMap((k): Residual[] => {
        const [i, j] = [2 * k, 2 * k + 1];
        return [
          [10 * (x[j]! - x[i]! ** 2), row(20, { [i]: -20 * x[i]!, [j]: 10 })],
          [1 - x[i]!, row(20, { [i]: -1 })],
        ];
      }),
  },
  {
    name: "22 Extended Powell singular",
    x0: fourth(20),
    residuals: (x) =>
      range(5).flatMap((k) =>
        powellSingular(x.slice(4 * k, 4 * k + 4)).map(
          ([r, J]): Residual => [
            r,
            [...new Array<number>(4 * k).fill(0), ...J, ...new Array<number>(16 - 4 * k).fill(0)],
          ],
        ),
      ),
  },
  {
    name: "23 Penalty I",
    x0: range(4).map((i) => i + 1),
    residuals: (x) => [
      ...x.map((v, i): Residual => [sqrt(1e-5) * (v - 1), row(4, { [i]: sqrt(1e-5) })]),
      [x.reduce((s, v) => s + v * v, -0.25), x.map((v) => 2 * v)],
    ],
  },
  {
    name: "24 Penalty II",
    x0: range(4).map(() => 0.5),
    residuals: (x) => {
      const a = sqrt(1e-5);
      const y = (i: number) => exp((i + 1) / 10) + exp(i / 10);
      const e = x.map((v) => exp(v / 10));
      return [
        [x[0]! - 0.2, row(4, { 0: 1 })],
        ...[1, 2, 3].map(
          (i): Residual => [
            a * (e[i]! + e[i - 1]! - y(i)),
            row(4, { [i]: (a * e[i]!) / 10, [i - 1]: (a * e[i - 1]!) / 10 }),
          ],
        ),
        ...[1, 2, 3].map(
          (i): Residual => [a * (e[i]! - exp(-1 / 10)), row(4, { [i]: (a * e[i]!) / 10 })],
        ),
        [x.reduce((s, v, j) => s + (4 - j) * v * v, -1), x.map((v, j) => 2 * (4 - j) * v)],
      ];
    },
  },
  {
    name: "25 Variably dimensioned",
    x0: range(10).map((i) => 1 - (i + 1) / 10),
    residuals: (x) => {
      const sum = x.reduce((s, v, j) => s + (j + 1) * (v - 1), 0);
      return [
        ...x.map((v, i): Residual => [v - 1, row(10, { [i]: 1 })]),
        [sum, x.map((_, j) => j + 1)],
        [sum * sum, x.map((_, j) => 2 * sum * (j + 1))],
      ];
    },
  },
  {
    name: "26 Trigonometric",
    x0: range(10).map(() => 0.1),
    residuals: (x) => {
      const total = x.reduce((s, v) => s + cos(v), 0);
      return x.map((v, i) => [
        10 - total + (i + 1) * (1 - cos(v)) - sin(v),
        x.map((u, j) => sin(u) + (i === j ? (i + 1) * sin(v) - cos(v) : 0)),
      ]);
    },
  },
  {
    name: "27 Brown almost-linear",
    x0: range(10).map(() => 0.5),
    residuals: (x) => {
      const sum = x.reduce((s, v) => s + v, 0);
      const others = (j: number) => x.reduce((p, v, k) => (k === j ? p : p * v), 1);
      return [
        ...range(9).map((i): Residual => [x[i]! + sum - 11, x.map((_, j) => (i === j ? 2 : 1))]),
        [others(-1) - 1, x.map((_, j) => others(j))],
      ];
    },
  },
  {
    name: "28 Discrete boundary value",
    x0: range(10).map((i) => ((i + 1) / 11) * ((i + 1) / 11 - 1)),
    residuals: (x) =>
      x.map((v, i) => {
        const h = 1 / 11;
        const c = v + (i + 1) * h + 1;
        const r = 2 * v - (x[i - 1] ?? 0) - (x[i + 1] ?? 0) + (h * h * c ** 3) / 2;
        const J: number[] = x.map((_, j) => (Math.abs(i - j) === 1 ? -1 : 0));
        J[i] = 2 + (3 * h * h * c * c) / 2;
        return [r, J];
      }),
  },
  {
    name: "29 Discrete integral equation",
    x0: range(10).map((i) => ((i + 1) / 11) * ((i + 1) / 11 - 1)),
    residuals: (x) => {
      const h = 1 / 11;
      const t = x.map((_, i) => (i + 1) * h);
      const weight = (i: number, j: number) =>
        (h / 2) * (j <= i ? (1 - t[i]!) * t[j]! : t[i]! * (1 - t[j]!));
      const c = x.map((v, j) => v + t[j]! + 1);
      return x.map((v, i) => [
        x.reduce((s, _, j) => s + weight(i, j) * c[j]! ** 3, v),
        x.map((_, j) => (i === j ? 1 : 0) + 3 * weight(i, j) * c[j]! ** 2),
      ]);
    },
  },
  {
    name: "30 Broyden tridiagonal",
    x0: range(10).map(() => -1),
    residuals: (x) =>
      x.map((v, i) => {
        const J: number[] = x.map((_, j) => (j === i - 1 ? -1 : j === i + 1 ? -2 : 0));
        J[i] = 3 - 4 * v;
        return [(3 - 2 * v) * v - (x[i - 1] ?? 0) - 2 * (x[i + 1] ?? 0) + 1, J];
      }),
  },
  {
    name: "31 Broyden banded",
    x0: range(10).map(() => -1),
    residuals: (x) =>
      x.map((v, i) => {
        const near = (j: number) => j !== i && j >= i - 5 && j <= i + 1;
        const r = x.reduce((s, u, j) => (near(j) ? s - u * (1 + u) : s), v * (2 + 5 * v * v) + 1);
        return [r, x.map((u, j) => (j === i ? 2 + 15 * v * v : near(j) ? -1 - 2 * u : 0))];
      }),
  },
  {
    name: "32 Linear, full rank",
    x0: range(10).map(() => 1),
    residuals: (x) => {
      const sum = (2 / 20) * x.reduce((s, v) => s + v, 0);
      return range(20).map((i) => [
        (i < 10 ? x[i]! : 0) - sum - 1,
        x.map((_, j) => (i === j ? 1 : 0) - 2 / 20),
      ]);
    },
  },
  {
    name: "35 Chebyquad",
    x0: range(8).map((i) => (i + 1) / 9),
    residuals: (x) => {
      const each = x.map((v) => chebyshev(v, 8));
      return range(8).map((i) => {
        const integral = i % 2 ? -1 / ((i + 1) ** 2 - 1) : 0;
        return [
          each.reduce((s, { t }) => s + t[i]! / 8, 0) - integral,
          each.map(({ d }) => d[i]! / 8),
        ];
      });
    },
  },
];

function powellSingular([a, b, c, d]: Vector): Residual[] {
  const [u, v] = [b! - 2 * c!, a! - d!];
  return [
    [a! + 10 * b!, [1, 10, 0, 0]],
    [sqrt(5) * (c! - d!), [0, 0, sqrt(5), -sqrt(5)]],
    [u * u, [0, 2 * u, -4 * u, 0]],
    [sqrt(10) * v * v, [2 * sqrt(10) * v, 0, 0, -2 * sqrt(10) * v]],
  ];
}
