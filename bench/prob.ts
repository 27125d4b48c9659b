/**
 * Distributions, special functions and samplers in bulk against SciPy and NumPy:
 * `npm run bench -- prob [n] [name …]`.
 *
 * Both get the same n arguments (10⁶ unless given) and take turns in one run. Ours take and return
 * `number[]`, the peers their own arrays. Distributions have two peers: the methods of scipy.stats and
 * the bare functions of scipy.special beneath them. Samplers are compared with NumPy's.
 */
import type { Rng, Vector } from "../lib/core";
import { alternate, here, median, ratio, there } from "./alternate";
import { compiled } from "./compiled";
import { PythonPeer } from "./python";
import type { Choice } from "./run";
import { duration, machine, markdownTable, times } from "./table";

const { rng } = compiled<typeof import("../lib/core")>("core");
const prob = compiled<typeof import("../lib/prob")>("prob");

/** One task: how its arguments are drawn, and how each side spells it. */
interface Task {
  data: (random: Rng, n: number) => Vector;
  ours: (x: Vector) => unknown;
  /** The bare function of scipy.special, or NumPy's. */
  scipy: string;
  /** The method of scipy.stats, which checks its arguments as ours does. */
  stats?: string;
}

const positive = (random: Rng, n: number) => random.uniform(0, 20, n);
const line = (random: Rng, n: number) => random.normal(0, 3, n);
const unit = (random: Rng, n: number) => random.random(n);
const counts = (random: Rng, n: number) => random.integers(0, 60, n);
const around = (centre: number) => (random: Rng, n: number) =>
  random.normal(centre, Math.sqrt(centre), n);
const none = (_: Rng, n: number) => new Array<number>(n).fill(0);

const standard = prob.normal();
const t7 = prob.studentT(7);
const gamma = prob.gamma(2.5);
const binomial = prob.binomial(100, 0.3);
const poisson = prob.poisson(30);

const TASKS: Record<string, Task> = {
  gammaln: { data: positive, ours: prob.gammaln, scipy: "sp.gammaln(x)" },
  digamma: { data: positive, ours: prob.digamma, scipy: "sp.digamma(x)" },
  erf: { data: line, ours: prob.erf, scipy: "sp.erf(x)" },
  erfc: { data: line, ours: prob.erfc, scipy: "sp.erfc(x)" },
  erfinv: { data: unit, ours: prob.erfinv, scipy: "sp.erfinv(x)" },
  logsumexp: { data: line, ours: prob.logsumexp, scipy: "sp.logsumexp(x)" },
  "gammainc(2.5, x)": {
    data: positive,
    ours: (x) => prob.gammainc(2.5, x),
    scipy: "sp.gammainc(2.5, x)",
  },
  "gammainc(10⁴, x)": {
    data: around(1e4),
    ours: (x) => prob.gammainc(1e4, x),
    scipy: "sp.gammainc(1e4, x)",
  },
  "betainc(2, 3, x)": {
    data: unit,
    ours: (x) => prob.betainc(2, 3, x),
    scipy: "sp.betainc(2, 3, x)",
  },
  "betainc(5000, 5000, x)": {
    data: (random, n) => random.uniform(0.48, 0.52, n),
    ours: (x) => prob.betainc(5000, 5000, x),
    scipy: "sp.betainc(5000, 5000, x)",
  },
  "normal.pdf": {
    data: line,
    ours: standard.pdf,
    scipy: "np.exp(-x * x / 2) / np.sqrt(2 * np.pi)",
    stats: "stats.norm.pdf(x)",
  },
  "normal.cdf": { data: line, ours: standard.cdf, scipy: "sp.ndtr(x)", stats: "stats.norm.cdf(x)" },
  "normal.logcdf": {
    data: line,
    ours: standard.logcdf,
    scipy: "sp.log_ndtr(x)",
    stats: "stats.norm.logcdf(x)",
  },
  "normal.ppf": {
    data: unit,
    ours: standard.ppf,
    scipy: "sp.ndtri(x)",
    stats: "stats.norm.ppf(x)",
  },
  "gamma.cdf": {
    data: positive,
    ours: gamma.cdf,
    scipy: "sp.gammainc(2.5, x)",
    stats: "stats.gamma.cdf(x, 2.5)",
  },
  "gamma.ppf": {
    data: unit,
    ours: gamma.ppf,
    scipy: "sp.gammaincinv(2.5, x)",
    stats: "stats.gamma.ppf(x, 2.5)",
  },
  "beta.ppf": {
    data: unit,
    ours: prob.beta(2, 3).ppf,
    scipy: "sp.betaincinv(2, 3, x)",
    stats: "stats.beta.ppf(x, 2, 3)",
  },
  "studentT.cdf": { data: line, ours: t7.cdf, scipy: "sp.stdtr(7, x)", stats: "stats.t.cdf(x, 7)" },
  "studentT.ppf": {
    data: unit,
    ours: t7.ppf,
    scipy: "sp.stdtrit(7, x)",
    stats: "stats.t.ppf(x, 7)",
  },
  "chiSquare.sf": {
    data: positive,
    ours: prob.chiSquare(4).sf,
    scipy: "sp.chdtrc(4, x)",
    stats: "stats.chi2.sf(x, 4)",
  },
  "fisherF.sf": {
    data: positive,
    ours: prob.fisherF(3, 16).sf,
    scipy: "sp.fdtrc(3, 16, x)",
    stats: "stats.f.sf(x, 3, 16)",
  },
  "poisson.pmf": {
    data: counts,
    ours: poisson.pmf,
    scipy: "np.exp(sp.xlogy(x, 30) - sp.gammaln(x + 1) - 30)",
    stats: "stats.poisson.pmf(x, 30)",
  },
  "poisson.cdf": {
    data: counts,
    ours: poisson.cdf,
    scipy: "sp.pdtr(x, 30)",
    stats: "stats.poisson.cdf(x, 30)",
  },
  "binomial.pmf": {
    data: counts,
    ours: binomial.pmf,
    scipy:
      "np.exp(sp.gammaln(101) - sp.gammaln(x + 1) - sp.gammaln(101 - x) + sp.xlogy(x, 0.3) + sp.xlog1py(100 - x, -0.3))",
    stats: "stats.binom.pmf(x, 100, 0.3)",
  },
  "binomial.cdf": {
    data: counts,
    ours: binomial.cdf,
    scipy: "sp.bdtr(x, 100, 0.3)",
    stats: "stats.binom.cdf(x, 100, 0.3)",
  },
  ...sampler("rng.random", (random, n) => random.random(n), "random(N)"),
  ...sampler("rng.normal", (random, n) => random.normal(0, 1, n), "standard_normal(N)"),
  ...sampler("rng.integers", (random, n) => random.integers(0, 1000, n), "integers(0, 1000, N)"),
  ...sampler("gamma.sample", gamma.sample, "standard_gamma(2.5, N)"),
  ...sampler("beta.sample", prob.beta(2, 3).sample, "beta(2, 3, N)"),
  ...sampler("studentT.sample", t7.sample, "standard_t(7, N)"),
  ...sampler("poisson.sample", poisson.sample, "poisson(30, N)"),
  ...sampler("binomial.sample", binomial.sample, "binomial(100, 0.3, N)"),
};

function sampler(
  name: string,
  draw: (random: Rng, n: number) => unknown,
  numpy: string,
): Record<string, Task> {
  const random = rng(1);
  return { [name]: { data: none, ours: (x) => draw(random, x.length), scipy: `gen.${numpy}` } };
}

export const parts = Object.keys(TASKS);
export const sized = true;

/** Runs the comparison for the tasks named, or all; returns the table. */
export async function run({ sizes: [n = 1e6], names }: Choice): Promise<string> {
  const peer = new PythonPeer();
  await peer.run(
    `import scipy, scipy.special as sp, scipy.stats as stats; gen = np.random.default_rng(1); N = ${n}`,
  );
  const versions = (await peer.value("[np.__version__, scipy.__version__]")) as string[];
  const rows: string[][] = [];
  for (const name of names.length > 0 ? names : parts) {
    const { data, ours, scipy, stats } = TASKS[name];
    const x = data(rng(7), n);
    await peer.array("x", x);
    const contenders = [
      here("ours", () => ours(x)),
      there("special", peer, scipy),
      ...(stats ? [there("stats", peer, stats)] : []),
    ];
    const seconds = await alternate(contenders, { rounds: 5, budget: 10 });
    const [a, b, c] = ["ours", "special", "stats"].map((who) => seconds.get(who));
    const row = [
      name,
      duration(median(a!) / n),
      duration(median(b!) / n),
      times(ratio(a!, b!)),
      times(c && ratio(a!, c)),
    ];
    console.log(row.join("  "));
    rows.push(row);
  }
  peer.close();
  const note = `${machine([])}, NumPy ${versions[0]}, SciPy ${versions[1]}; ${n} values at a time, time of one`;
  return `${note}\n\n${markdownTable(["", "ours", "scipy.special, NumPy", "ours ÷ theirs", "ours ÷ scipy.stats"], rows)}`;
}
