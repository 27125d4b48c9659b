/**
 * Trains the convolutional network of the project by three recipes from five starts each, and measures them:
 * networks.csv (weights of the first start of each recipe), seeds.csv (what all fifteen do) and steps.csv (the
 * loss of the first forty steps). From the course's root, about ten minutes:
 * node node_modules/tsx/dist/cli.mjs Projects/digit-network/data/make-networks.ts
 */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Tensor, Tensor2D, Variable } from "@tensorflow/tfjs-node";
import { data, linalg, optimize, type Rng, rng, stats } from "../../../lib";
import { tensorflow } from "../../../lib/data/engines";

type Rows = number[];
const tf = tensorflow();
const here = import.meta.dirname;
const file = data.readCSV(join(here, "digits.csv"));
const X = file.column("pixels").values.map((word) => {
  return Array.from(String(word).slice(1), (c) => Number.parseInt(c, 16) / 15);
});
const y = data.toVector(file, "digit");
const stretch = data.toVector(file, "stretch");
const between = (from: number, to: number) =>
  y.map((_, n) => n).filter((n) => stretch[n] >= from && stretch[n] < to);
const [fitRows, choiceRows, testRows] = [between(0, 20), between(22, 32), between(34, 54)];
const pick = <T>(list: readonly T[], rows: Rows) => rows.map((n) => list[n]);
const sum = (v: Rows) => v.reduce((s, x) => s + x, 0);
const targets = y.map((d) => Array.from({ length: 10 }, (_, k) => (k === d ? 1 : 0)));
const [tensorX, tensorY] = [tf.tensor2d(X), tf.tensor2d(targets)];

/** The matrix that turns a row of 14 × 14 pixels clockwise, with bilinear interpolation. */
function turn(degrees: number): number[][] {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const M = linalg.zeros(196, 196);
  for (let p = 0; p < 196; p++) {
    const [i, j] = [Math.floor(p / 14) - 6.5, (p % 14) - 6.5];
    const [u, v] = [c * i - s * j + 6.5, s * i + c * j + 6.5];
    for (const a of [Math.floor(u), Math.floor(u) + 1])
      for (const b of [Math.floor(v), Math.floor(v) + 1])
        if (Math.min(a, b) >= 0 && Math.max(a, b) < 14)
          M[14 * a + b][p] += (1 - Math.abs(u - a)) * (1 - Math.abs(v - b));
  }
  return M;
}

const SHAPES = [[3, 3, 1, 16], [16], [3, 3, 16, 32], [32], [512, 10], [10]];
const size = (shape: Rows) => shape.reduce((a, b) => a * b);

/** Weights by He's law, biases 0. */
function draw(random: Rng): Variable[] {
  return SHAPES.map((shape) => {
    const n = size(shape);
    const spread = Math.sqrt((2 * shape[shape.length - 1]) / n);
    const values = shape.length > 1 ? random.normal(0, spread, n) : linalg.zeros(n);
    return tf.variable(tf.tensor(values, shape));
  });
}

/** Two convolutions with ReLU, each followed by the largest of every 2 × 2 places, and one dense layer. */
function scores(w: Tensor[], A: Tensor): Tensor {
  const layer = (image: Tensor, K: Tensor, b: Tensor) =>
    tf
      .maxPool(tf.conv2d(image as never, K as never, 1, "same") as never, 2, 2, "same")
      .add(b)
      .relu();
  const images = A.reshape([-1, 14, 14, 1]);
  const H = layer(layer(images, w[0], w[1]), w[2], w[3]);
  return H.reshape([-1, 512]).matMul(w[4]).add(w[5]);
}

const misfit = (logits: Tensor, T: Tensor) =>
  logits
    .logSoftmax()
    .mul(T)
    .sum()
    .mul(-1 / T.shape[0])
    .asScalar();

/** `steps` steps along the gradient's signs, never more than epsilon away in any pixel. */
function attack(
  w: Tensor[],
  A: Tensor,
  T: Tensor,
  epsilon: number,
  steps: number,
  step: number,
  from = A,
) {
  return tf.tidy(() => {
    const slope = tf.grad((x: Tensor) => misfit(scores(w, x), T));
    let B = from;
    for (let k = 0; k < steps; k++) {
      const moved = B.add(slope(B).sign().mul(step));
      B = tf.maximum(tf.minimum(moved, A.add(epsilon)), A.sub(epsilon)).clipByValue(0, 1);
    }
    return B;
  });
}

const TURNS = [-30, -24, -18, -12, -6, 0, 6, 12, 18, 24, 30].map((d) => tf.tensor2d(turn(d)));
type Recipe = "plain" | "turned" | "hardened";
const RECIPES: Recipe[] = ["plain", "turned", "hardened"];

/** The batch as the recipe shows it. */
function shown(recipe: Recipe, w: Tensor[], A: Tensor, T: Tensor, random: Rng): Tensor {
  if (recipe === "turned") {
    const turned = A.matMul(TURNS[random.integers(0, 11)]).reshape([-1, 14, 14]);
    const [down, right] = [random.integers(0, 3), random.integers(0, 3)];
    const padded = turned.pad([
      [0, 0],
      [1, 1],
      [1, 1],
    ]);
    return padded.slice([0, down, right], [-1, 14, 14]).reshape([-1, 196]);
  }
  if (recipe === "hardened") {
    const noise = tf.tensor2d(random.uniform(-0.1, 0.1, A.size), A.shape as [number, number]);
    return attack(w, A, T, 0.1, 5, 0.1 / 3, A.add(noise).clipByValue(0, 1));
  }
  return A;
}

function train(recipe: Recipe, seed: number) {
  const random = rng(seed);
  const w = draw(random);
  const losses: number[] = [];
  const rules = [tf.train.adam(0.003), tf.train.adam(0.0006)];
  for (let epoch = 0; epoch < 30; epoch++) {
    const order = random.shuffle(fitRows);
    for (let i = 0; i < 2000; i += 50) {
      const loss = tf.tidy(() => {
        const rows = tf.tensor1d(order.slice(i, i + 50), "int32");
        const T = tensorY.gather(rows);
        const A = shown(recipe, w, tensorX.gather(rows), T, random);
        return rules[epoch < 22 ? 0 : 1]
          .minimize(() => misfit(scores(w, A), T), true, w)
          ?.dataSync()[0];
      });
      losses.push(loss as number);
    }
  }
  for (const rule of rules) rule.dispose();
  return { w, losses };
}

const round = (v: number, digits: number) => Math.round(v * 10 ** digits) / 10 ** digits;

/** The weights, at four decimals: what is stored is what is measured. */
function rounded(w: Variable[]): Rows {
  const all = w.flatMap((t) => Array.from(t.dataSync(), (v) => round(v, 4)));
  let at = 0;
  w.forEach((t, l) => {
    t.assign(tf.tensor(all.slice(at, at + size(SHAPES[l])), SHAPES[l]));
    at += size(SHAPES[l]);
  });
  return all;
}

const total = (x: Rows, of: (p: number) => number) => sum(x.map((v, p) => v * of(p))) / sum(x);

/** The 8 × 8 digits of other hands in a box of 10 × 10, the middle of their ink in the middle. */
function foreignDigits() {
  const frame = data.readCSV(join(here, "foreign.csv"));
  const names = frame.columns.filter((name: string) => name !== "digit");
  const cover = linalg
    .zeros(8, 14)
    .map((row, i) =>
      row.map((_, p) => Math.max(0, Math.min(3.25 + 1.25 * i, p + 1) - Math.max(2 + 1.25 * i, p))),
    );
  const grow = Array.from({ length: 64 }, (_, q) =>
    Array.from({ length: 196 }, (_, p) => cover[q >> 3][Math.floor(p / 14)] * cover[q % 8][p % 14]),
  );
  const grown = linalg.matmul(linalg.scale(1 / 16, data.toMatrix(frame, names)), grow);
  const images = grown.map((x) => {
    const down = Math.round(6.5 - total(x, (p) => Math.floor(p / 14)));
    const right = Math.round(6.5 - total(x, (p) => p % 14));
    return x.map((_, p) => {
      const [i, j] = [Math.floor(p / 14) - down, (p % 14) - right];
      return Math.min(i, j) >= 0 && Math.max(i, j) < 14 ? x[14 * i + j] : 0;
    });
  });
  return { images, digits: data.toVector(frame, "digit") };
}

const PRICE = 50;
const largest = (v: Rows) => v.indexOf(Math.max(...v));
const logsumexp = (z: Rows) => {
  const most = Math.max(...z);
  return most + Math.log(sum(z.map((v) => Math.exp(v - most))));
};
const logLoss = (Z: number[][], d: Rows, T: number) =>
  stats.mean(Z.map((z, n) => logsumexp(z.map((v) => v / T)) - z[d[n]] / T));
const sure = (Z: number[][], T: number) =>
  Z.map((z) => Math.exp(Math.max(...z) / T - logsumexp(z.map((v) => v / T))));

const testX = pick(X, testRows);
const noise = rng(2);
const noisy = (sd: number) =>
  testX.map((x) => x.map((v) => Math.min(1, Math.max(0, v + noise.normal(0, sd)))));
const foreign = foreignDigits();
const nobody = testRows.map(() => -1);
const testY = pick(y, testRows);
const CASES: Record<string, { images: number[][]; digits: Rows }> = {
  clean: { images: testX, digits: testY },
  turn15: { images: linalg.matmul(testX, turn(15)), digits: testY },
  turn30: { images: linalg.matmul(testX, turn(30)), digits: testY },
  turn45: { images: linalg.matmul(testX, turn(45)), digits: testY },
  noise2: { images: noisy(0.2), digits: testY },
  noise3: { images: noisy(0.3), digits: testY },
  shift2: { images: testX.map((x) => x.map((_, p) => (p % 14 < 2 ? 0 : x[p - 2]))), digits: testY },
  foreign: { images: foreign.images, digits: foreign.digits },
  two: {
    images: testX.map((x, n) =>
      x.map((v, p) => Math.min(1, v + testX[(n + 50) % testX.length][p])),
    ),
    digits: nobody,
  },
  scattered: { images: testX.map((x) => noise.shuffle(x)), digits: nobody },
};

function measure(w: Variable[]) {
  const read = (A: number[][]) =>
    tf.tidy(() => scores(w, tf.tensor2d(A)).arraySync() as number[][]);
  const [choice, d] = [read(pick(X, choiceRows)), pick(y, choiceRows)];
  const T = optimize.minimizeScalar((t) => logLoss(choice, d, t), { bounds: [0.2, 10] }).x;
  const cost = (Z: number[][], labels: Rows, from: number) => {
    const p = sure(Z, T);
    return (
      100 * stats.mean(Z.map((z, n) => (p[n] < from ? 1 : largest(z) === labels[n] ? 0 : PRICE)))
    );
  };
  const cuts = [...sure(choice, T), 1.1].sort((a, b) => b - a);
  const costs = cuts.map((c) => cost(choice, d, c));
  const cut = cuts[costs.indexOf(Math.min(...costs))];
  const wrong = (Z: number[][], labels: Rows) =>
    stats.mean(Z.map((z, n) => (largest(z) === labels[n] ? 0 : 1)));
  const Zt = read(testX);
  const row: Record<string, number> = {
    choiceWrong: wrong(choice, d),
    choiceLoss: logLoss(choice, d, T),
    choiceCost: cost(choice, d, cut),
    choiceRule: cost(choice, d, 1 - 1 / PRICE),
    temperature: T,
    cut,
    rawLoss: logLoss(Zt, testY, 1),
    loss: logLoss(Zt, testY, T),
    rawSure: stats.mean(sure(Zt, 1)),
  };
  for (const [name, { images, digits }] of Object.entries(CASES)) {
    const Z = read(images);
    const p = sure(Z, T);
    row[`${name}_wrong`] = wrong(Z, digits);
    row[`${name}_sure`] = stats.mean(p);
    row[`${name}_read`] = stats.mean(p.map((v) => (v < cut ? 0 : 1)));
    row[`${name}_cost`] = cost(Z, digits, cut);
    row[`${name}_rule`] = cost(Z, digits, 1 - 1 / PRICE);
  }
  const [A, target] = [tf.tensor2d(testX), tf.tensor2d(pick(targets, testRows))];
  for (const [name, epsilon, steps] of [
    ["signs1", 0.1, 1],
    ["pgd1", 0.1, 20],
  ] as const) {
    const B = attack(w, A, target, epsilon, steps, steps === 1 ? epsilon : epsilon / 5) as Tensor2D;
    row[name] = wrong(read(B.arraySync()), testY);
    B.dispose();
  }
  const random = testX.map((x) =>
    x.map((v) => Math.min(1, Math.max(0, v + 0.1 * noise.choice([-1, 1])))),
  );
  row.random1 = wrong(read(random), testY);
  tf.dispose([A, target]);
  return row;
}

function store(name: string, text: string) {
  writeFileSync(join(here, name), text);
  console.log(name, createHash("sha256").update(text).digest("hex"));
}

const weights: number[][] = [];
const table: string[] = [];
for (const recipe of RECIPES)
  for (const seed of [1, 2, 3, 4, 5]) {
    const { w, losses } = train(recipe, seed);
    const kept = rounded(w);
    const row = measure(w);
    if (table.length === 0) table.push(["recipe", "seed", ...Object.keys(row)].join(","));
    table.push([recipe, seed, ...Object.values(row).map((v) => round(v, 5))].join(","));
    if (seed === 1) weights.push(kept);
    if (recipe === "plain" && seed === 1) {
      const lines = losses.slice(0, 40).map((loss, k) => `${k + 1},${round(loss, 6)}`);
      store("steps.csv", `step,loss\n${lines.join("\n")}\n`);
    }
    console.log(recipe, seed, row.choiceWrong, row.choiceLoss, row.clean_wrong);
    for (const t of w) t.dispose();
  }
store("seeds.csv", `${table.join("\n")}\n`);
store(
  "networks.csv",
  `${RECIPES.join(",")}\n${weights[0].map((_, k) => weights.map((v) => v[k]).join(",")).join("\n")}\n`,
);
