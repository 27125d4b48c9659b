/**
 * Makes studies.csv: the choices and the test of the notebook again, for ten places at which the ring of the 10,000
 * pictures is cut into parts, and for five splits at random.
 * From the course's root: node node_modules/tsx/dist/cli.mjs Projects/digit-reader/data/make-studies.ts
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { data, learn, linalg, rng, stats } from "../../../lib";

const here = import.meta.dirname;
const ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const pick = <T>(list: readonly T[], rows: readonly number[]) => rows.map((n) => list[n]);
const total = (v: readonly number[]) => v.reduce((s, x) => s + x, 0);
const largest = (v: readonly number[]) => v.indexOf(Math.max(...v));
const file = data.readCSV(join(here, "digits.csv"), { types: { pixels: "string" } });
const y = data.toVector(file, "digit");
const X = file
  .column("pixels")
  .values.map(String)
  .map((word) =>
    [...word].flatMap((c) => {
      const i = ALPHABET.indexOf(c);
      return i < 16 ? [i / 15] : range(15, i).map(() => 0);
    }),
  );

const PRICE = { misread: 1000, refused: 100 };
const SIZES = [4, 6, 8, 12, 16, 20, 24, 32];
const HEATS = [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7];

function lloyd(values: number[], size: number) {
  const v = [...values].sort((a, b) => a - b);
  let book = range(0, size).map((i) => v[Math.floor(((i + 0.5) * v.length) / size)]);
  for (let turn = 0; turn < 40; turn++) {
    const sums = book.map(() => 0);
    const n = book.map(() => 0);
    let c = 0;
    for (const x of v) {
      while (c < size - 1 && x > (book[c] + book[c + 1]) / 2) c++;
      sums[c] += x;
      n[c]++;
    }
    book = book.map((b, i) => (n[i] > 0 ? sums[i] / n[i] : b));
  }
  return book;
}
function entry(book: number[], x: number) {
  let c = 0;
  while (c < book.length - 1 && x > (book[c] + book[c + 1]) / 2) c++;
  return book[c];
}
function greedy(bits: number, variances: number[], left: number[]) {
  const given = variances.map(() => 0);
  for (let i = 0; i < bits; i++) {
    const gain = variances.map(
      (v, j) => v * (left[given[j]] - (left[given[j] + 1] ?? left[given[j]])),
    );
    given[largest(gain)]++;
  }
  return given;
}

/** Numbers rounded with books of the first `n` rows (each `every`-th of them), to the bits given. */
function rounder(F: number[][], n: number, every: number) {
  const units = learn.standardize(F.slice(0, n));
  const U = units.transform(F);
  const sample = U.slice(0, n)
    .filter((_, i) => i % every === 0)
    .flat();
  const books = [1, 2, 3, 4, 5, 6].map((b) => lloyd(sample, 2 ** b));
  const left = [
    1,
    ...books.map((book) => stats.mean(sample.map((x) => (x - entry(book, x)) ** 2))),
  ];
  const round = (given: number[]) => {
    const kept = range(0, given.length).filter((j) => given[j] > 0);
    return U.map((u) =>
      kept.map((j) => units.mean[j] + units.std[j] * entry(books[given[j] - 1], u[j])),
    );
  };
  return { left, round };
}

function surest(deltas: number[][], heat: number) {
  return deltas.map((d) => 1 / total(d.map((v) => Math.exp((v - Math.max(...d)) / heat))));
}
function heatOf(deltas: number[][], truth: number[]) {
  const losses = HEATS.map((h) =>
    stats.mean(
      deltas.map((d, i) => Math.log(total(d.map((v) => Math.exp((v - d[truth[i]]) / h))))),
    ),
  );
  return HEATS[losses.indexOf(Math.min(...losses))];
}
const paid = (sure: number[], wrong: number[]) =>
  sure.map((s, i) =>
    s < 1 - PRICE.refused / PRICE.misread ? PRICE.refused : PRICE.misread * wrong[i],
  );

/** Chooses on `choice`, then learns from all that is known and reads `test` once. */
function study(learnt: number[], choice: number[], known: number[], test: number[]) {
  const labels = (rows: number[]) => pick(y, rows);
  const wrongOf = (deltas: number[][], rows: number[]) =>
    deltas.map((d, i) => Number(largest(d) !== y[rows[i]]));
  const eigen = learn.pca(pick(X, learnt), { nComponents: 64, method: "eigh" });
  const Z = eigen.transform(pick(X, [...learnt, ...choice]));
  const shrinkages = [0.01, 0.02, 0.05, 0.1, 0.2];
  const ask = (F: number[][], n: number, d: number[], shrinkage: number) =>
    learn.qda(F.slice(0, n), d, { shrinkage }).decisionFunction(F.slice(n));
  const forty = Z.map((z) => z.slice(0, 40));
  const byShrinkage = shrinkages.map((s) =>
    total(wrongOf(ask(forty, learnt.length, labels(learnt), s), choice)),
  );
  const shrinkage = shrinkages[byShrinkage.indexOf(Math.min(...byShrinkage))];
  const { left, round } = rounder(Z, learnt.length, 8);
  const plans = SIZES.flatMap((bytes) => [
    { bytes, way: "bit by bit", given: greedy(8 * bytes, eigen.explainedVariance, left) },
    ...[2, 3, 4].map((b) => ({
      bytes,
      way: `${b} bits each`,
      given: range(0, Math.floor((8 * bytes) / b)).map(() => b),
    })),
  ]).filter(({ given }) => given.length <= 64);
  const tried = plans.map((plan) => {
    const deltas = ask(round(plan.given), learnt.length, labels(learnt), shrinkage);
    const wrong = wrongOf(deltas, choice);
    const heat = heatOf(deltas, labels(choice));
    return {
      ...plan,
      heat,
      all: plan.bytes + PRICE.misread * stats.mean(wrong),
      some: plan.bytes + stats.mean(paid(surest(deltas, heat), wrong)),
    };
  });
  const all = tried.reduce((a, b) => (b.all < a.all ? b : a));
  const some = tried.reduce((a, b) => (b.some < a.some ? b : a));
  const final = learn.pca(pick(X, known), { nComponents: 64, method: "eigh" });
  const inks = pick(X, [...known, ...test]);
  const F = final.transform(inks);
  const n = known.length;
  const last = rounder(F, n, 10);
  const read = (given: number[]) => ask(last.round(given), n, labels(known), shrinkage);
  const ofAll = wrongOf(read(all.given), test);
  const deltas = read(some.given);
  const ofSome = wrongOf(deltas, test);
  const sure = surest(deltas, some.heat);
  const wave = (u: number, i: number) =>
    u === 0 ? Math.sqrt(1 / 28) : Math.sqrt(2 / 28) * Math.cos((Math.PI * u * (i + 0.5)) / 28);
  const cosines = range(0, 784).map((q) =>
    range(0, 784).map((p) => wave(Math.floor(q / 28), Math.floor(p / 28)) * wave(q % 28, p % 28)),
  );
  const waves = linalg.matmul(inks, linalg.transpose(cosines));
  const strength = stats.variance(waves.slice(0, n), { axis: 0 });
  const strongest = range(0, 784)
    .sort((a, b) => strength[b] - strength[a])
    .slice(0, 64);
  const W = waves.map((w) => pick(w, strongest));
  const ofWaves = rounder(W, n, 10);
  const given = greedy(8 * some.bytes, pick(strength, strongest), ofWaves.left);
  const byWaves = wrongOf(ask(ofWaves.round(given), n, labels(known), shrinkage), test);
  return [
    shrinkage,
    all.bytes,
    all.way,
    stats.mean(ofAll),
    some.bytes,
    some.way,
    some.heat,
    stats.mean(ofSome),
    stats.mean(sure.map((s) => Number(s < 0.9))),
    some.bytes + stats.mean(paid(sure, ofSome)),
    stats.mean(byWaves),
  ];
}

const HEAD =
  "study,seed,shrinkage,bytes_all,way_all,misread_all,bytes,way,heat,misread,refused,cost,cosines";
const lines = [HEAD];
const run = (name: string, seed: number, order: number[]) => {
  const at = (from: number, to: number) => order.slice(from, to);
  const row = study(at(0, 4000), at(4400, 6000), at(0, 6000), at(6400, 10000));
  lines.push(
    [name, seed, ...row].map((v) => (typeof v === "number" ? +v.toFixed(5) : v)).join(","),
  );
  console.log(lines.at(-1));
};
for (const k of range(0, 10))
  run(
    "ring",
    1000 * k,
    range(0, 10000).map((i) => (i + 1000 * k) % 10000),
  );
for (const k of range(0, 5)) run("random", k, rng(k).shuffle(range(0, 10000)));
writeFileSync(join(here, "studies.csv"), `${lines.join("\n")}\n`);
