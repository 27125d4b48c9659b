/**
 * Makes what the notebook reads about its rivals, its test and strangers, from digits.csv and hands.csv:
 * - rivals.csv: of each writer's test digits, how many each way to send numbers misreads;
 * - looks.csv: the notebook's plan on the test digits, for ten samples from which its books can be made;
 * - signs.csv: the cost of 8 and of 12 bytes on the rows held for choices, for ten choices of the eigendigits' signs;
 * - folds.csv: the plan in five folds, at random, by the order, and by writer.
 * From the course's root: node node_modules/tsx/dist/cli.mjs Projects/digit-reader/data/make-rivals.ts
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
const writers = data.toVector(data.readCSV(join(here, "hands.csv")), "writer");
const X = file
  .column("pixels")
  .values.map(String)
  .map((word) =>
    [...word].flatMap((c) => {
      const i = ALPHABET.indexOf(c);
      return i < 16 ? [i / 15] : range(15, i).map(() => 0);
    }),
  );

/** What the notebook has chosen before its test. */
const [SHRINKAGE, BYTES, HEAT, THRESHOLD] = [0.02, 12, 5, 0.9];

function lloyd(values: number[], size: number) {
  const v = [...values].sort((a, b) => a - b);
  let book = range(0, size).map((i) => v[Math.floor(((i + 0.5) * v.length) / size)]);
  for (let turn = 0; turn < 40; turn++) {
    const [sums, n] = [book.map(() => 0), book.map(() => 0)];
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

const [learnt, known, test] = [range(0, 4000), range(0, 6000), range(6400, 10000)];
const eigen = learn.pca(pick(X, learnt), { nComponents: 64, method: "eigh" });
const spread = eigen.explainedVariance.map(Math.sqrt);
const sample = eigen
  .transform(pick(X, learnt))
  .filter((_, n) => n % 8 === 0)
  .flatMap((z) => z.map((v, j) => v / spread[j]));
const left = [1, 2, 3, 4, 5, 6].map((b) => {
  const book = lloyd(sample, 2 ** b);
  return stats.mean(sample.map((x) => (x - entry(book, x)) ** 2));
});
left.unshift(1);
function greedy(bits: number, variances: number[]) {
  const given = variances.map(() => 0);
  for (let i = 0; i < bits; i++) {
    const gain = variances.map((v, j) =>
      given[j] === 6 ? 0 : v * (left[given[j]] - left[given[j] + 1]),
    );
    given[largest(gain)]++;
  }
  return given;
}
const plan = greedy(8 * BYTES, eigen.explainedVariance);

/** Numbers rounded to the bits given, with books made of each tenth of the first `n` rows, from row `from` on. */
function rounded(F: number[][], given: number[], n: number, from = 0) {
  const kept = range(0, given.length).filter((j) => given[j] > 0);
  const units = learn.standardize(F.slice(0, n).map((f) => pick(f, kept)));
  const U = units.transform(F.map((f) => pick(f, kept)));
  const some = U.filter((_, i) => i < n && i % 10 === from).flat();
  const books = range(1, 1 + Math.max(...given)).map((b) => lloyd(some, 2 ** b));
  return U.map((u) =>
    u.map((v, j) => units.mean[j] + units.std[j] * entry(books[given[kept[j]] - 1], v)),
  );
}
/** Evidence for each digit of the rows from `n` on, by a quadratic reader that learns from the rows before. */
function read(F: number[][], given: number[], d: number[], from = 0) {
  const Q = rounded(F, given, d.length, from);
  return learn
    .qda(Q.slice(0, d.length), d, { shrinkage: SHRINKAGE })
    .decisionFunction(Q.slice(d.length));
}
const wrongOf = (deltas: number[][], rows: number[]) =>
  deltas.map((d, i) => Number(largest(d) !== y[rows[i]]));
const variancesOf = (F: number[][]) => stats.variance(F.slice(0, 6000), { axis: 0 });
const surest = (deltas: number[][], heat = HEAT) =>
  deltas.map((d) => 1 / total(d.map((v) => Math.exp((v - Math.max(...d)) / heat))));
const costs = (sure: number[], wrong: number[], bytes = BYTES) =>
  sure.map((s, i) => bytes + (s < THRESHOLD ? 100 : 1000 * wrong[i]));
const write = (name: string, lines: (string | number)[][]) =>
  writeFileSync(join(here, name), `${lines.map((l) => l.join(",")).join("\n")}\n`);
const short = (v: number) => +v.toFixed(5);

const dKnown = pick(y, known);
const asked = pick(X, [...known, ...test]);
const final = learn.pca(pick(X, known), { nComponents: 64, method: "eigh" });
const F64 = final.transform(asked);
const through = (M: number[][]) => linalg.matmul(asked, linalg.transpose(M));
const at = (F: number[][], bytes: number) => read(F, greedy(8 * bytes, variancesOf(F)), dKnown);

const wave = (u: number, i: number) =>
  u === 0 ? Math.sqrt(1 / 28) : Math.sqrt(2 / 28) * Math.cos((Math.PI * u * (i + 0.5)) / 28);
const waves = range(0, 784).map((q) =>
  range(0, 784).map((p) => wave(Math.floor(q / 28), Math.floor(p / 28)) * wave(q % 28, p % 28)),
);
const strongestOf = (F: number[][]) => {
  const strength = stats.variance(F, { axis: 0 });
  return range(0, strength.length)
    .sort((a, b) => strength[b] - strength[a])
    .slice(0, 64);
};
const cosines = pick(
  waves,
  strongestOf(linalg.matmul(pick(X, range(0, 1000)), linalg.transpose(waves))),
);
/** Means of size × size pixels over the middle 20 × 20, as maps of length 1. */
const blocks = (size: number) => {
  const n = 20 / size;
  return range(0, n * n).map((b) =>
    range(0, 784).map((p) => {
      const [i, j] = [Math.floor(p / 28) - 4, (p % 28) - 4];
      return Math.floor(i / size) === Math.floor(b / n) && Math.floor(j / size) === b % n
        ? 1 / size
        : 0;
    }),
  );
};
const fine = through(blocks(2));
const strongestFine = strongestOf(fine.slice(0, 6000));
const random = (seed: number) =>
  linalg.transpose(
    linalg.gramSchmidt(
      linalg.transpose(range(0, 32).map((j) => rng(100 * seed + j).normal(0, 1, 784))),
    ),
  );
const ways: [string, number[][]][] = [
  ["eigendigits", read(F64, plan, dKnown)],
  ["cosines", at(through(cosines), BYTES)],
  ["blocks4", at(through(blocks(4)), BYTES)],
  [
    "blocks2",
    at(
      fine.map((f) => pick(f, strongestFine)),
      BYTES,
    ),
  ],
  ...[1, 2, 3].map((seed): [string, number[][]] => [
    `random${seed}`,
    at(through(random(seed)), BYTES),
  ]),
  ["discriminants", at(learn.lda(F64.slice(0, 6000), dKnown).transform(F64), 4)],
  ["eigendigits4", at(F64, 4)],
  ["shuffled", read(F64, plan, rng(5).shuffle(dKnown))],
];
const counts = ways.map(([, deltas]) => wrongOf(deltas, test));
const asker = pick(writers, test);
const testHands = [...new Set(asker)].sort((a, b) => a - b);
const perHand = (v: number[]) => testHands.map((w) => total(v.filter((_, i) => asker[i] === w)));
const columns = [asker.map(() => 1), ...counts].map(perHand);
write("rivals.csv", [
  ["writer", "digits", ...ways.map(([name]) => name)],
  ...testHands.map((w, k) => [w, ...columns.map((column) => column[k])]),
]);

write("looks.csv", [
  ["from", "misread", "refused", "cost"],
  ...range(0, 10).map((from) => {
    const deltas = read(F64, plan, dKnown, from);
    const [sure, wrong] = [surest(deltas), wrongOf(deltas, test)];
    const refused = sure.filter((s) => s < THRESHOLD).length;
    return [from, total(wrong), refused, short(stats.mean(costs(sure, wrong)))];
  }),
]);

/** What the plans of 8 and 12 bytes cost where they are chosen, with some eigendigits turned round. */
const choice = range(4400, 6000);
const Z = eigen.transform(pick(X, [...learnt, ...choice]));
const heats = [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7];
const heatOf = (deltas: number[][]) => {
  const losses = heats.map((h) =>
    total(deltas.map((d, i) => Math.log(total(d.map((v) => Math.exp((v - d[y[choice[i]]]) / h)))))),
  );
  return heats[losses.indexOf(Math.min(...losses))];
};
function turned(seed: number, bytes: number) {
  const coin = rng(seed);
  const signs = range(0, 64).map(() => (seed > 0 && coin.uniform() < 0.5 ? -1 : 1));
  const U = Z.map((z) => z.map((v, j) => (signs[j] * v) / spread[j]));
  const own = U.filter((_, n) => n < 4000 && n % 8 === 0).flat();
  const books = [1, 2, 3, 4, 5, 6].map((b) => lloyd(own, 2 ** b));
  const given = greedy(8 * bytes, eigen.explainedVariance);
  const kept = range(0, 64).filter((j) => given[j] > 0);
  const Q = U.map((u) => kept.map((j) => spread[j] * entry(books[given[j] - 1], u[j])));
  const deltas = learn
    .qda(Q.slice(0, 4000), pick(y, learnt), { shrinkage: SHRINKAGE })
    .decisionFunction(Q.slice(4000));
  const [sure, wrong] = [surest(deltas, heatOf(deltas)), wrongOf(deltas, choice)];
  return short(stats.mean(costs(sure, wrong, bytes)));
}
write("signs.csv", [
  ["seed", "cost8", "cost12"],
  ...range(0, 11).map((seed) => [seed, turned(seed, 8), turned(seed, 12)]),
]);

/** Each row asked once, by a reader that has learnt from the other folds. */
function folds(fold: number[]) {
  const rows = range(0, 10000);
  const [wrong, cost, refused] = [rows.map(() => 0), rows.map(() => 0), rows.map(() => 0)];
  for (const f of range(0, 5)) {
    const [rest, own] = [rows.filter((n) => fold[n] !== f), rows.filter((n) => fold[n] === f)];
    const fit = learn.pca(pick(X, rest), { nComponents: 64, method: "eigh" });
    const deltas = read(fit.transform(pick(X, [...rest, ...own])), plan, pick(y, rest));
    const [sure, missed] = [surest(deltas), wrongOf(deltas, own)];
    const paid = costs(sure, missed);
    own.forEach((n, i) => {
      wrong[n] = missed[i];
      cost[n] = paid[i];
      refused[n] = Number(sure[i] < THRESHOLD);
    });
  }
  const of = (v: number[], group: (n: number) => boolean) =>
    short(stats.mean(pick(v, rows.filter(group))));
  const groups = [() => true, (n: number) => writers[n] < 2100, (n: number) => writers[n] >= 2100];
  return [wrong, refused, cost].flatMap((v) => groups.map((g) => of(v, g)));
}
const hands = [...new Set(writers)].sort((a, b) => a - b);
const byWriter = (seed: number) => {
  const order = rng(seed).shuffle(hands);
  return writers.map((w) => order.indexOf(w) % 5);
};
const kinds: [string, number[]][] = [
  [
    "random",
    rng(0)
      .shuffle(range(0, 10000))
      .map((n) => n % 5),
  ],
  ["order", range(0, 10000).map((n) => Math.floor(n / 2000))],
  ...[0, 1, 2].map((seed): [string, number[]] => ["writer", byWriter(seed)]),
];
const names = ["misread", "refused", "cost"].flatMap((v) => [v, `${v}_employees`, `${v}_students`]);
write("folds.csv", [["folds", ...names], ...kinds.map(([name, fold]) => [name, ...folds(fold)])]);
