/**
 * Makes the tables that take minutes, from co2.csv beside it:
 *   fits.csv       parameters of two Gaussian processes, fitted each January to the months before it
 *   forecasts.csv  what they, and a Bayesian linear model, foresee from every month of 1969 to 2001
 *   nulls.csv      coverage in 24 simulated records, whose law the forecaster must learn as he would here
 *   simple.csv     coverage of the simple method's own band in 200 such records
 *   variants.csv   coverage and score of kernels that we did not take
 * From the course's root, for one of these (or all, without an argument):
 *   OPENBLAS_NUM_THREADS=1 node node_modules/tsx/dist/cli.mjs \
 *     Projects/co2-forecast/data/make-forecasts.ts forecasts
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { data, learn, linalg, rng, stats } from "../../../lib";

const here = import.meta.dirname;
const HORIZONS = [1, 2, 3, 6, 9, 12, 18, 24, 36, 48, 60, 84, 120];
const YEARS = Array.from({ length: 33 }, (_, k) => 1969 + k);

const raw = data.readCSV(join(here, "co2.csv"));
const weekly = data.assign(raw, {
  year: data.datePart(raw.column("date"), "year"),
  month: data.datePart(raw.column("date"), "month"),
});
const grouped = data.groupBy(weekly, ["year", "month"]).agg({ co2: ["mean", "count"] });
const whole = data.filterRows(grouped, grouped.column("co2_count").gt(0));
/** Months since the year 0, and years from 1958 to the middle of each. */
const number = data.toVector(
  data.assign(whole, { number: (r) => 12 * r.year + r.month - 1 }),
  "number",
);
const x = number.map((m) => [(m + 0.5) / 12 - 1958]);
const air = data.toVector(whole, "co2_mean");
const rowOf = new Map(number.map((m, i) => [m, i]));
/** How many months are known when month m begins. */
const known = (m: number) => number.filter((v) => v < m).length;

type Kernel = ReturnType<typeof learn.rbfKernel>;
type Fit = { kernel: Kernel; noise: number; mean: number };

const season = () =>
  learn.productKernel(
    learn.periodicKernel({ variance: 4, period: 1, lengthScale: 1.3, fixed: ["period"] }),
    learn.rbfKernel({ lengthScale: 100, fixed: ["variance"] }),
  );
const line = () => learn.linearKernel({ variance: 1, bias: 900, fixed: ["variance", "bias"] });
const bend = () =>
  learn.productKernel(
    learn.linearKernel({ variance: 0.01, bias: 1, fixed: ["variance", "bias"] }),
    learn.linearKernel({ variance: 0.01, bias: 1, fixed: ["variance", "bias"] }),
  );
const walk = () => learn.integratedWienerKernel({ variance: 0.01 });
const smooth = (variance = 1600) => learn.rbfKernel({ variance, lengthScale: 50 });
const weather = (nu: 0.5 | 1.5 = 0.5) => learn.maternKernel({ nu, variance: 0.3, lengthScale: 1 });
const medium = () => learn.rationalQuadraticKernel({ variance: 0.4, lengthScale: 1 });
const short = () => learn.rbfKernel({ variance: 0.03, lengthScale: 0.12 });
const KERNELS: Record<string, () => Kernel> = {
  published: () => learn.sumKernel(smooth(), season(), medium(), short()),
  walking: () => learn.sumKernel(line(), walk(), season(), weather()),
};
const VARIANTS: Record<string, () => Kernel> = {
  "line + RBF": () => learn.sumKernel(line(), smooth(10), season(), weather()),
  "line + bend + RBF": () => learn.sumKernel(line(), bend(), smooth(10), season(), weather()),
  "walk + Matérn 3/2": () => learn.sumKernel(line(), walk(), season(), weather(1.5)),
  "walk + no memory": () => learn.sumKernel(line(), walk(), season()),
  "walk + fixed season": () =>
    learn.sumKernel(
      line(),
      walk(),
      learn.periodicKernel({ variance: 4, period: 1, lengthScale: 1.3, fixed: ["period"] }),
      weather(),
    ),
};

/** Parameters that make the marginal likelihood greatest, from what is known before January. */
function fitBefore(year: number, kernel: Kernel, y: number[]) {
  const n = known(12 * year);
  const mean = stats.mean(y.slice(0, n));
  const model = learn.gaussianProcess(x.slice(0, n), y.slice(0, n), {
    kernel,
    priorMean: mean,
    bounds: [1e-6, 1e5],
    tol: 1e-2,
  });
  return { model, mean, n };
}

/**
 * Forecasts from all months of some years at one choice of parameters: with the covariance of all months
 * factored as LLᵀ and z = L⁻¹(y − m), the first n months foresee month j by m + Σ_{i<n} L_ji z_i, with
 * variance Σ_{i≥n} L_ji²; the factor of the first n months is the corner of L.
 */
function forecastsOf(years: number[], { kernel, noise, mean }: Fit, y: number[]) {
  const K = kernel.matrix(x);
  K.forEach((row, i) => {
    row[i] += noise;
  });
  const L = linalg.cholesky(K);
  const z: number[] = [];
  L.forEach((row, j) => {
    let rest = y[j] - mean;
    for (let i = 0; i < j; i++) rest -= row[i] * z[i];
    z.push(rest / row[j]);
  });
  const origins = years.flatMap((year) => Array.from({ length: 12 }, (_, k) => 12 * year + k));
  return origins.flatMap((origin) => {
    const n = known(origin);
    return HORIZONS.flatMap((h) => {
      const j = rowOf.get(origin + h - 1);
      if (j === undefined) return [];
      let [center, variance] = [mean, 0];
      for (let i = 0; i <= j; i++) {
        if (i < n) center += L[j][i] * z[i];
        else variance += L[j][i] ** 2;
      }
      return [{ origin, h, j, mean: center, std: Math.sqrt(variance) }];
    });
  });
}

const waves = (t: number) =>
  [1, 2].flatMap((k) => [Math.cos(2 * Math.PI * k * t), Math.sin(2 * Math.PI * k * t)]);
const features = (t: number[]) =>
  t.map((v) => [1, (v - 22) / 10, ((v - 22) / 10) ** 2, ...waves(v)]);

/** Assignment 12's quadratic with two harmonics and its prior; the noise by the evidence. */
function linear(origin: number) {
  const n = known(origin);
  const model = learn.bayesianLinearRegression(
    features(x.slice(0, n).map(([v]) => v)),
    air.slice(0, n),
    {
      priorMean: [330, 10, 0, 0, 0, 0, 0],
      priorCovariance: linalg.diag([900, 100, 4, 9, 9, 9, 9]),
    },
  );
  const hs = HORIZONS.filter((h) => rowOf.has(origin + h - 1));
  const { mean, std } = model.predictive(features(hs.map((h) => (origin + h - 0.5) / 12 - 1958)));
  return hs.map((h, i) => ({ origin, h, mean: mean[i], std: std[i] }));
}

const write = (name: string, rows: (string | number)[][]) => {
  writeFileSync(join(here, name), `${rows.map((r) => r.join(",")).join("\n")}\n`);
  console.log(name, rows.length - 1, "rows");
};

function makeForecasts() {
  const fits: (string | number)[][] = [
    ["kernel", "year", "months", "prior_mean", "log_likelihood", "parameter", "value"],
  ];
  const all = Object.entries(KERNELS).map(([name, make]) => {
    const rows = [...YEARS, 2002].flatMap((year) => {
      const { model, mean, n } = fitBefore(year, make(), air);
      console.log(name, year, model.message);
      for (const [parameter, value] of Object.entries(model.parameters)) {
        const head = [name, year, n, mean.toFixed(6), model.logMarginalLikelihood.toFixed(6)];
        fits.push([...head, parameter, value.toPrecision(10)]);
      }
      const fit = { kernel: model.kernel, noise: model.noiseVariance, mean };
      return year === 2002 ? [] : forecastsOf([year], fit, air);
    });
    return new Map(rows.map((r) => [`${r.origin} ${r.h}`, r]));
  });
  const head = ["origin", "horizon", "linear", "linear_std"];
  const table: (string | number)[][] = [
    [...head, "published", "published_std", "walking", "walking_std"],
  ];
  for (let origin = 12 * 1969; origin < 12 * 2002; origin++) {
    for (const own of linear(origin)) {
      const gps = all.map((rows) => rows.get(`${origin} ${own.h}`)!);
      const values = [own, ...gps].flatMap(({ mean, std }) => [mean.toFixed(3), std.toFixed(4)]);
      table.push([origin, own.h, ...values]);
    }
  }
  write("fits.csv", fits);
  write("forecasts.csv", table);
}

const inside = (rows: { h: number; j: number; mean: number; std: number }[], y: number[]) =>
  HORIZONS.map((h) => {
    const own = rows.filter((r) => r.h === h);
    return stats.mean(own.map((r) => (Math.abs(y[r.j] - r.mean) < 1.959964 * r.std ? 1 : 0)));
  });

/** Forecasts whose parameters are learnt anew in January of 1969 and of every `step`-th year after. */
function learning(kernel: Kernel, y: number[], step: number) {
  let start = kernel;
  return YEARS.filter((year) => (year - 1969) % step === 0).flatMap((year) => {
    const { model, mean } = fitBefore(year, start, y);
    start = model.kernel;
    const fit = { kernel: model.kernel, noise: model.noiseVariance, mean };
    const until = YEARS.filter((v) => v >= year && v < year + step);
    return forecastsOf(until, fit, y);
  });
}

/** Draws records from the walking kernel as fitted to all months; a seed a record. */
function recorder() {
  const { model, mean } = fitBefore(2002, KERNELS.walking(), air);
  const K = model.kernel.matrix(x);
  K.forEach((row, i) => {
    row[i] += model.noiseVariance;
  });
  const L = linalg.cholesky(K);
  return (seed: number) =>
    linalg.matvec(L, rng(seed).normal(0, 1, air.length)).map((v) => v + mean);
}

/** Coverage of the walking process, its parameters learnt every eighth January. */
function makeNulls(histories = 24) {
  const draw = recorder();
  const rows: (string | number)[][] = [["seed", "horizon", "coverage"]];
  for (let seed = 1; seed <= histories; seed++) {
    const record = draw(seed);
    inside(learning(KERNELS.walking(), record, 8), record).forEach((c, k) => {
      rows.push([seed, HORIZONS[k], c.toFixed(5)]);
    });
    console.log("record", seed);
  }
  write("nulls.csv", rows);
}

/** The simple method of the page, with the band of its own past errors, on one record: coverage by horizon. */
function simpleCoverage(record: number[]) {
  const at = (m: number) => record[rowOf.get(m) ?? -1] ?? Number.NaN;
  const meanKnown = (v: number[]) => stats.mean(v.filter(Number.isFinite));
  const from = 12 * 1962;
  const growth = Array.from({ length: 480 }, (_, i) => {
    const gains = YEARS.slice(0, 12).map((_, k) => at(from + i - 12 + k) - at(from + i - 48 + k));
    return meanKnown(gains) / 3;
  });
  return HORIZONS.map((h) => {
    const k = Math.ceil(h / 12);
    const errors = growth.map((g, i) => {
      const o = from + i;
      const before = [1, 2, 3, 4, 5].map((j) => o - 1 - 12 * j);
      const steps = before.map((m) => at(m + h - 12 * (k - 1)) - at(m));
      return at(o + h - 1) - at(o - 1) - meanKnown(steps) - (k - 1) * g;
    });
    const hits: number[] = [];
    for (let i = 12 * 7; i < 480; i++) {
      const sizes = errors
        .slice(0, Math.max(i - h + 1, 0))
        .filter(Number.isFinite)
        .map(Math.abs);
      if (sizes.length < 19 || !Number.isFinite(errors[i])) continue;
      const half = sizes.sort((a, b) => a - b)[Math.ceil(0.95 * (sizes.length + 1)) - 1];
      hits.push(Math.abs(errors[i]) <= half ? 1 : 0);
    }
    return stats.mean(hits);
  });
}

function makeSimple(histories = 200) {
  const draw = recorder();
  const rows: (string | number)[][] = [["seed", "horizon", "coverage"]];
  rows.push(...simpleCoverage(air).map((c, k) => [0, HORIZONS[k], c.toFixed(5)]));
  for (let seed = 1; seed <= histories; seed++) {
    simpleCoverage(draw(seed)).forEach((c, k) => {
      rows.push([seed, HORIZONS[k], c.toFixed(5)]);
    });
  }
  write("simple.csv", rows);
}

/** Other kernels, learnt every fourth January. */
function makeVariants() {
  const rows: (string | number)[][] = [["variant", "horizon", "coverage", "half", "score"]];
  for (const [name, make] of Object.entries({ ...KERNELS, ...VARIANTS })) {
    const all = learning(make(), air, 4);
    const shares = inside(all, air);
    HORIZONS.forEach((h, k) => {
      const own = all.filter((r) => r.h === h);
      const half = own.map((r) => 1.959964 * r.std);
      const score = own.map(
        (r, i) => 2 * half[i] + 40 * Math.max(Math.abs(air[r.j] - r.mean) - half[i], 0),
      );
      const values = [shares[k], stats.mean(half), stats.mean(score)].map((v) => v.toFixed(4));
      rows.push([name, h, ...values]);
    });
    console.log("variant", name);
  }
  write("variants.csv", rows);
}

const task = process.argv[2];
if (task === undefined || task === "forecasts") makeForecasts();
if (task === undefined || task === "variants") makeVariants();
if (task === undefined || task === "nulls") makeNulls();
if (task === undefined || task === "simple") makeSimple();
