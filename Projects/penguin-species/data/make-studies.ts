/**
 * Makes studies.csv: seven simulations and resamplings that take too long for a page (about eleven minutes),
 * and heldout.csv, the log-density of each bird by fits that have seen neither it nor its mate.
 * From the course's root: node node_modules/tsx/dist/cli.mjs Projects/penguin-species/data/make-studies.ts
 *
 * Every replicate has a stream of its own, `rng(seed)` with the seed in its row, so that the notebook redoes
 * single ones and compares. Neither species nor sex is read.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { core, learn, linalg } from "../../../lib";

const HERE = import.meta.dirname;
const MEASURES = [2, 3, 4, 5]; // columns of penguins.csv
const SHAPES = ["full", "tied"] as const;
type Shape = (typeof SHAPES)[number];

const cells = readFileSync(join(HERE, "penguins.csv"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line, i) => ({ pair: Math.floor(i / 2), cells: line.split(",") }))
  .filter(({ cells }) => cells[5] !== "");
const raw = cells.map((row) => MEASURES.map((j) => Number(row.cells[j])));
const pairs = cells.map((row) => row.pair);
const Z = learn.standardize(raw, { ddof: 1 }).Z;
const N = Z.length;

/** The best of so many k-means starts that did not collapse. */
function bestFit(rows: number[][], K: number, shape: Shape, starts: number, r: core.Rng) {
  const options = { nComponents: K, covarianceType: shape, nInit: 1, tol: 1e-5, rng: r };
  const runs = Array.from({ length: starts }, () => learn.gmm(rows, options));
  const held = runs.filter((run) => !run.message.includes("collapsed"));
  return (held.length > 0 ? held : runs).reduce((best, run) =>
    run.logLikelihood > best.logLikelihood ? run : best,
  );
}

/** Log-density of every row by fits that have seen neither it nor its mate. */
function heldOut(
  rows: number[][],
  mates: number[],
  K: number,
  shape: Shape,
  starts: number,
  r: core.Rng,
) {
  const out = rows.map(() => 0);
  for (const { train, test } of learn.groupKFold(mates, { nSplits: 10, rng: r })) {
    const model = bestFit(
      train.map((n) => rows[n]),
      K,
      shape,
      starts,
      r,
    );
    model.logDensity(test.map((n) => rows[n])).forEach((v, i) => {
      out[test[i]] = v;
    });
  }
  return out;
}

/** Mean and half-width of a 95 % interval of a difference, its sum over mates being the unit. */
function gain(now: number[], before: number[], mates: number[]) {
  const sums = new Map<number, number>();
  now.forEach((v, n) => {
    sums.set(mates[n], (sums.get(mates[n]) ?? 0) + v - before[n]);
  });
  const values = [...sums.values()];
  const mean = values.reduce((s, v) => s + v, 0) / values.length;
  const square = values.reduce((s, v) => s + (v - mean) ** 2, 0) / (values.length - 1);
  const perBird = values.length / now.length;
  return { mean: mean * perBird, half: 1.96 * perBird * Math.sqrt(square / values.length) };
}

/** Of each group of `base`, its share in common with the group of `other` that is most like it. */
function jaccard(base: number[], other: number[], K: number) {
  return Array.from({ length: K }, (_, k) => {
    let best = 0;
    for (let j = 0; j < K; j++) {
      let both = 0;
      let either = 0;
      base.forEach((b, n) => {
        if (b === k && other[n] === j) both++;
        if (b === k || other[n] === j) either++;
      });
      best = Math.max(best, both / either);
    }
    return best;
  });
}

/** Groups of all rows by a fit to pairs drawn with replacement. */
function resampled(rows: number[][], mates: number[], K: number, shape: Shape, r: core.Rng) {
  const members = new Map<number, number[]>();
  mates.forEach((p, n) => {
    members.set(p, [...(members.get(p) ?? []), n]);
  });
  const drawn = r.choice([...members.values()], { size: members.size }).flat();
  return bestFit(
    drawn.map((n) => rows[n]),
    K,
    shape,
    3,
    r,
  ).predict(rows);
}

const lines: string[] = [];
const put = (study: string, shape: string, K: number, seed: number, ...values: number[]) => {
  const three = [0, 1, 2].map((i) => (values[i] === undefined ? "" : values[i].toFixed(4)));
  lines.push([study, shape, K, seed, ...three].join(","));
};
const seedOf = (study: number, cell: number, i: number) => 1e6 * study + 1e4 * cell + i;

// 1. bird by bird, held out six times
const CUTS = [0, 1, 2, 3, 4, 5];
const density = { full: [] as number[][], tied: [] as number[][] };
for (const shape of SHAPES) {
  let before: number[][] = [];
  for (let K = 1; K <= 6; K++) {
    const cuts = CUTS.map((i) => heldOut(Z, pairs, K, shape, 4, core.rng(seedOf(1, 0, i)))); // same folds for all
    cuts.forEach((one, i) => {
      const { mean, half } = before.length > 0 ? gain(one, before[i], pairs) : { mean: 0, half: 0 };
      put(
        "held-out",
        shape,
        K,
        seedOf(1, 0, i),
        one.reduce((sum, v) => sum + v, 0) / N,
        mean,
        half,
      );
    });
    density[shape].push(Z.map((_, n) => cuts.reduce((sum, one) => sum + one[n] / CUTS.length, 0)));
    before = cuts;
  }
  console.log("held out", shape);
}
const header = SHAPES.flatMap((shape) => [1, 2, 3, 4, 5, 6].map((K) => `${shape}${K}`));
const birds = Z.map((_, n) =>
  [pairs[n], ...SHAPES.flatMap((shape) => density[shape].map((v) => v[n].toFixed(4)))].join(","),
);

// 2. the likelihood ratio of K + 1 against K, where K is true
SHAPES.forEach((shape, s) => {
  for (const K of [1, 2, 3]) {
    const truth = bestFit(Z, K, shape, 20, core.rng(seedOf(2, 10 * s + K, 9999)));
    const { weights, means, covariances } = truth;
    const init = { weights, means, covariances };
    for (let i = 0; i < (K === 3 ? 199 : 99); i++) {
      const seed = seedOf(2, 10 * s + K, i);
      const r = core.rng(seed);
      const rows = truth.sample(r, N).X;
      // the smaller model may start at the truth: a missed summit would look like a gain
      const fromTruth = learn.gmm(rows, { nComponents: K, covarianceType: shape, tol: 1e-5, init });
      const less = Math.max(fromTruth.logLikelihood, bestFit(rows, K, shape, 2, r).logLikelihood);
      put("ratio", shape, K, seed, 2 * (bestFit(rows, K + 1, shape, 5, r).logLikelihood - less));
    }
    console.log("ratio", shape, K);
  }
});

// 3. resampled pairs
SHAPES.forEach((shape, s) => {
  for (const K of [2, 3, 4, 5]) {
    const base = bestFit(Z, K, shape, 20, core.rng(seedOf(3, 10 * s + K, 9999))).labels;
    const means: number[] = Array(K).fill(0);
    for (let i = 0; i < 100; i++) {
      const seed = seedOf(3, 10 * s + K, i);
      const labels = resampled(Z, pairs, K, shape, core.rng(seed));
      const common = jaccard(base, labels, K);
      put("resample", shape, K, seed, learn.adjustedRandIndex(base, labels), Math.min(...common));
      common.forEach((v, k) => {
        means[k] += v / 100;
      });
    }
    means.forEach((v, k) => {
      put("overlap", shape, K, k, v); // of group k, in place of a seed
    });
  }
});
console.log("resampled");

// 4. fewer pairs: which K has the least BIC
for (const n of [25, 50, 100]) {
  for (let i = 0; i < 100; i++) {
    const seed = seedOf(4, n, i);
    const r = core.rng(seed);
    const kept = r.choice([...new Set(pairs)], { size: n, replace: false });
    const rows = Z.filter((_, j) => kept.includes(pairs[j]));
    for (const shape of SHAPES) {
      const bics = [1, 2, 3, 4, 5].map((K) => bestFit(rows, K, shape, 3, r).bic);
      put("fewer", shape, n, seed, 1 + bics.indexOf(Math.min(...bics)));
    }
  }
}
console.log("fewer");

// 5. one population of the birds' mean and covariance: which K do BIC and the whole rule say
const root = linalg.cholesky(linalg.scale(1 / (N - 1), linalg.matmul(linalg.transpose(Z), Z)));
const KINDS: [string, (r: core.Rng) => number[]][] = [
  ["Gaussian", (r) => r.normal(0, 1, 4)],
  [
    "heavy tails",
    (r) => {
      const square = r.normal(0, 1, 5).reduce((s, v) => s + v * v, 0); // χ² with 5 degrees
      return r.normal(0, 1, 4).map((v) => (v * Math.sqrt(3 / 5)) / Math.sqrt(square / 5));
    },
  ],
  [
    "skewed",
    (r) =>
      [1, 2, 3, 4].map(() => (r.normal(0, 1, 4).reduce((s, v) => s + v * v, 0) - 4) / Math.sqrt(8)),
  ],
];
function rule(rows: number[][], seed: number): number {
  const mates = rows.map((_, n) => Math.floor(n / 2));
  const before: Record<string, number[]> = {};
  for (const shape of SHAPES) before[shape] = heldOut(rows, mates, 1, shape, 1, core.rng(seed));
  for (let K = 2; K <= 4; K++) {
    for (const shape of SHAPES) {
      const now = heldOut(rows, mates, K, shape, 2, core.rng(seed));
      const { mean, half } = gain(now, before[shape], mates);
      if (mean <= half) return K - 1;
      before[shape] = now;
    }
    for (const shape of SHAPES) {
      const r = core.rng(seed + 5e5);
      const base = bestFit(rows, K, shape, 5, r).labels;
      const means = Array(K).fill(0);
      for (let i = 0; i < 20; i++) {
        jaccard(base, resampled(rows, mates, K, shape, r), K).forEach((v, k) => {
          means[k] += v / 20;
        });
      }
      if (Math.min(...means) < 0.75) return K - 1;
    }
  }
  return 4;
}
KINDS.forEach(([kind, draw], c) => {
  for (let i = 0; i < 60; i++) {
    const seed = seedOf(5, c, i);
    const r = core.rng(seed);
    const rows = Array.from({ length: N }, () => linalg.matvec(root, draw(r)));
    const best = SHAPES.map((shape) => {
      const bics = [1, 2, 3, 4].map((K) => bestFit(rows, K, shape, 2, r).bic);
      return 1 + bics.indexOf(Math.min(...bics));
    });
    put("one population", kind, 1, seed, best[0], best[1], rule(rows, seed));
  }
  console.log(kind);
});

// 6. three populations, those of the fit: does the rule find them
const three = bestFit(Z, 3, "full", 20, core.rng(seedOf(6, 0, 9999)));
for (let i = 0; i < 40; i++) {
  const seed = seedOf(6, 0, i);
  const r = core.rng(seed);
  const rows = three.sample(r, N).X;
  const best = SHAPES.map((shape) => {
    const bics = [1, 2, 3, 4].map((K) => bestFit(rows, K, shape, 3, r).bic);
    return 1 + bics.indexOf(Math.min(...bics));
  });
  put("three populations", "own shapes", 3, seed, best[0], best[1], rule(rows, seed));
}

// 7. two populations of the fit's means and covariances: the null of a third group
const TWO = bestFit(Z, 2, "full", 20, core.rng(seedOf(7, 0, 9999)));
const roots = TWO.covariances.map((C) => linalg.cholesky(C));
KINDS.forEach(([kind, draw], c) => {
  for (let i = 0; i < 40; i++) {
    const seed = seedOf(7, c, i);
    const r = core.rng(seed);
    const rows = TWO.labels.map((g) => linalg.add(TWO.means[g], linalg.matvec(roots[g], draw(r))));
    const best = SHAPES.map((shape) => {
      const bics = [1, 2, 3, 4].map((K) => bestFit(rows, K, shape, 2, r).bic);
      return 1 + bics.indexOf(Math.min(...bics));
    });
    put("two populations", kind, 2, seed, best[0], best[1], rule(rows, seed));
  }
});

const save = (name: string, text: string) => {
  writeFileSync(join(HERE, name), text);
  console.log(name, createHash("sha256").update(text).digest("hex"));
};
save("studies.csv", `${["study,shape,K,seed,a,b,c", ...lines].join("\n")}\n`);
save("heldout.csv", `${[["pair", ...header].join(","), ...birds].join("\n")}\n`);
