/**
 * Optimisers against SciPy's: `npm run bench -- optimize`.
 *
 * The first table counts evaluations on the functions of Moré, Garbow & Hillstrom, from the standard
 * starts, with the same exact gradients and the same stopping test (largest derivative ≤ 1e-5); SciPy's
 * counts are those stored with the tests (test/optimize/fixtures/mgh.py). The second compares times, with
 * SciPy and cvxpy at work in the same run.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Matrix, Vector } from "../lib/core";
import type { Bound } from "../lib/optimize";
import { gradient, problems, value } from "../test/optimize/mgh";
import { problems as curves, residuals } from "../test/optimize/strd";
import { alternate, type Contender, here, median, ratio, there } from "./alternate";
import { compiled } from "./compiled";
import { PythonPeer } from "./python";
import { duration, machine, markdownTable, times } from "./table";

const { rng } = compiled<typeof import("../lib/core")>("core");
const { leastSquares, linprog, minimize, minimizeScalar, quadprog, root } =
  compiled<typeof import("../lib/optimize")>("optimize");

interface Known {
  name: string;
  minima: number[];
  [method: string]: unknown;
}

interface Fixture {
  scipy: string;
  problems: Known[];
}

const METHODS = [
  ["bfgs", "BFGS"],
  ["l-bfgs", "L-BFGS tight"],
  ["cg", "CG"],
] as const;

const fixture: Fixture = JSON.parse(
  readFileSync(join(__dirname, "..", "test", "optimize", "fixtures", "mgh.json"), "utf8"),
);

/** Evaluations on every test function, ours and SciPy's; a † where the known minimum is not reached. */
function counts(): string {
  const ratios = METHODS.map((): number[] => []);
  const reached = METHODS.map(() => ({ ours: 0, theirs: 0, onlyTheirs: 0 }));
  const rows = problems.map((problem, k) => {
    const known = fixture.problems[k];
    const cells = METHODS.map(([method, key], m) => {
      const theirs = known[key] as { nfev: number; reached: boolean };
      const options = { method, grad: gradient(problem), tol: 1e-5, historyEvery: Infinity };
      const { fun, nfev } = minimize(value(problem), problem.x0, options);
      const there = known.minima.some((v) => Math.abs(fun - v) <= 1e-5 * Math.max(v, 1e-2));
      reached[m].ours += Number(there);
      reached[m].theirs += Number(theirs.reached);
      reached[m].onlyTheirs += Number(theirs.reached && !there);
      if (theirs.reached && there) ratios[m].push(nfev / theirs.nfev);
      return `${nfev}${there ? "" : "†"} : ${theirs.nfev}${theirs.reached ? "" : "†"}`;
    });
    return [problem.name, ...cells];
  });
  rows.push(["median of ours ÷ SciPy's", ...ratios.map((r) => times(median(r)))]);
  rows.push(["minimum reached", ...reached.map((r) => `${r.ours} : ${r.theirs}`)]);
  rows.push(["reached by SciPy alone", ...reached.map((r) => String(r.onlyTheirs))]);
  return markdownTable(["evaluations, ours : SciPy's", "BFGS", "L-BFGS", "CG"], rows);
}

/** The data of the timed tasks. */
function makeData() {
  const g = rng(7);
  const uniform = (m: number, n: number): Matrix =>
    Array.from({ length: m }, () => g.uniform(-0.3, 0.7, n));
  const normal = (m: number, n: number): Matrix =>
    Array.from({ length: m }, () => g.normal(0, 1, n));
  const lp = (n: number, m: number) => ({
    A: uniform(m, n),
    b: g.uniform(5, 6, m),
    c: g.uniform(-1, 0, n),
  });
  const qp = (n: number, m: number) => {
    const B = normal(n, n);
    const Q = B.map((_, i) => B.map((_, j) => B.reduce((s, row) => s + row[i] * row[j], 0) / n));
    return { Q, c: g.normal(0, 1, n), A: normal(m, n), b: g.uniform(0.5, 1, m) };
  };
  return { small: lp(20, 30), large: lp(120, 180), smallQP: qp(10, 15), largeQP: qp(100, 50) };
}

const PYTHON = `
from scipy.optimize import minimize, minimize_scalar, least_squares, linprog, brentq, rosen, rosen_der
import cvxpy as cp
def lp(A, b, c): return linprog(c, A, b, bounds=[(0, 1)] * len(c), method="highs-ds")
def qp(Q, c, A, b):
    x = cp.Variable(len(c))
    cp.Problem(cp.Minimize(cp.quad_form(x, cp.psd_wrap(Q)) / 2 + c @ x), [A @ x <= b]).solve(solver=cp.CLARABEL)
    return x.value
def decays(p): return p[0] * np.exp(-p[1] * fit_x) + p[2] * np.exp(-p[3] * fit_x) + p[4] * np.exp(-p[5] * fit_x) - fit_y
def fit(method): return least_squares(decays, fit_start, method=method, x_scale="jac", xtol=1e-10, ftol=1e-10, gtol=1e-10, max_nfev=2000)
def bfgs(method, n):
    x0 = np.where(np.arange(n) % 2, 1.0, -1.2)
    return minimize(rosen, x0, jac=rosen_der, method=method, options={"gtol": 1e-5, "maxiter": 10000, "maxfun": 20000} if method != "BFGS" else {"gtol": 1e-5})
`;

/** Rosenbrock's function of n variables and its gradient. */
const rosen = (x: Vector) => {
  let sum = 0;
  for (let i = 0; i + 1 < x.length; i++) sum += 100 * (x[i + 1] - x[i] ** 2) ** 2 + (1 - x[i]) ** 2;
  return sum;
};
const rosenGradient = (x: Vector) => {
  const g = new Array<number>(x.length).fill(0);
  for (let i = 0; i + 1 < x.length; i++) {
    const d = x[i + 1] - x[i] ** 2;
    g[i] += -400 * x[i] * d - 2 * (1 - x[i]);
    g[i + 1] += 200 * d;
  }
  return g;
};
const start = (n: number) => Array.from({ length: n }, (_, i) => (i % 2 ? 1 : -1.2));

/** Times beside SciPy's and cvxpy's. */
async function timings(peer: PythonPeer): Promise<string> {
  const data = makeData();
  await peer.run(PYTHON);
  for (const [name, parts] of Object.entries(data)) {
    for (const [part, v] of Object.entries(parts)) await peer.array(`${name}_${part}`, v);
  }
  const curve = curves.find((p) => p.name === "Lanczos3")!;
  await peer.array("fit_x", curve.x as number[]);
  await peer.array("fit_y", curve.y);
  await peer.array("fit_start", curve.start1);
  const box = curve.start1.map((): Bound => [0, 100]);
  await peer.run("fit_box = ([0] * 6, [100] * 6)");
  const solveLP = ({ A, b, c }: typeof data.small) =>
    linprog(c, { Aub: A, bub: b, bounds: c.map((): Bound => [0, 1]) });
  const solveQP = ({ Q, c, A, b }: typeof data.smallQP) => quadprog(Q, c, { Aub: A, bub: b });
  const descend = (method: "bfgs" | "l-bfgs", n: number) =>
    minimize(rosen, start(n), { method, grad: rosenGradient, tol: 1e-5 });
  const tasks: [string, () => unknown, string][] = [
    ["BFGS, Rosenbrock in 10", () => descend("bfgs", 10), "bfgs('BFGS', 10)"],
    ["BFGS, Rosenbrock in 100", () => descend("bfgs", 100), "bfgs('BFGS', 100)"],
    ["L-BFGS, Rosenbrock in 1000", () => descend("l-bfgs", 1000), "bfgs('L-BFGS-B', 1000)"],
    ["linprog, 20 variables, 30 rows", () => solveLP(data.small), "lp(small_A, small_b, small_c)"],
    [
      "linprog, 120 variables, 180 rows",
      () => solveLP(data.large),
      "lp(large_A, large_b, large_c)",
    ],
    [
      "quadprog, 10 variables, 15 rows",
      () => solveQP(data.smallQP),
      "qp(smallQP_Q, smallQP_c, smallQP_A, smallQP_b)",
    ],
    [
      "quadprog, 100 variables, 50 rows",
      () => solveQP(data.largeQP),
      "qp(largeQP_Q, largeQP_c, largeQP_A, largeQP_b)",
    ],
    [
      "root, Brent's method",
      () => root((x) => x ** 3 - 2 * x - 5, { bracket: [2, 3] }),
      "brentq(lambda x: x ** 3 - 2 * x - 5, 2, 3)",
    ],
    [
      "minimum in one variable, Brent's method",
      () => minimizeScalar((x) => Math.exp(x) - 2 * x),
      "minimize_scalar(lambda x: np.exp(x) - 2 * x)",
    ],
    [
      "least squares, three decays",
      () => leastSquares(residuals(curve), curve.start1),
      "fit('lm')",
    ],
    [
      "the same within bounds",
      () => leastSquares(residuals(curve), curve.start1, { bounds: box }),
      "least_squares(decays, fit_start, bounds=fit_box, x_scale='jac', xtol=1e-10, ftol=1e-10, gtol=1e-10, max_nfev=2000)",
    ],
  ];
  const rows: string[][] = [];
  for (const [name, ours, theirs] of tasks) {
    const contenders: Contender[] = [here("ours", ours), there("theirs", peer, theirs)];
    const seconds = await alternate(contenders, { rounds: 5 });
    const [a, b] = [seconds.get("ours")!, seconds.get("theirs")!];
    rows.push([name, duration(median(a)), duration(median(b)), times(ratio(a, b))]);
    console.log(rows[rows.length - 1].join("  "));
  }
  return markdownTable(["task", "ours", "SciPy, cvxpy", "ours ÷ theirs"], rows);
}

/** Runs both comparisons; returns the tables. */
export async function run(): Promise<string> {
  const peer = new PythonPeer();
  try {
    const table = await timings(peer);
    const versions = await peer.value(
      "[np.__version__, __import__('scipy').__version__, cp.__version__]",
    );
    const python = (versions as string[]).map((v, k) => `${["NumPy", "SciPy", "cvxpy"][k]} ${v}`);
    return [
      [machine(["koffi"]), ...python].join(", "),
      table,
      `Evaluations (SciPy ${fixture.scipy}); † marks a known minimum not reached.`,
      counts(),
    ].join("\n\n");
  } finally {
    peer.close();
  }
}
