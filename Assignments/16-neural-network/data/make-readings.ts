/**
 * Makes readings.csv: how many images of each of the thirteen stretches every reader of the notebook misreads, for
 * ten starts of each network, in place and moved sideways, and with the digits' pixels in another order.
 * From the course's root: TF_ENABLE_ONEDNN_OPTS=0 TF_NUM_INTRAOP_THREADS=1 node
 * node_modules/tsx/dist/cli.mjs Assignments/16-neural-network/data/make-readings.ts
 *
 * Network k of start s has a stream of random numbers of its own, `rng(100 * s + k)`: first its weights are
 * drawn, then its batches. So any of the networks can be trained again without the others.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs-node";
import { data, linalg, rng } from "../../../lib";

type Stream = ReturnType<typeof rng>;
type Scores = (w: tf.Tensor[], A: tf.Tensor) => tf.Tensor;
const HERE = import.meta.dirname;
const STARTS = 10;
const FILTERS = 16;
const MOVES = [-2, -1, 0, 1, 2];
const SHIFTS = [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((down) => [right, down]));

const file = data.readCSV(join(HERE, "digits.csv"));
const pixels = file.columns.filter((name: string) => name !== "digit");
const X = linalg.scale(1 / 16, data.toMatrix(file, pixels));
const y = data.toVector(file, "digit");
const N = y.length;
const all = y.map((_, n) => n);
const stretch = (n: number) => Math.floor((13 * n) / N);
const folds = Array.from({ length: 13 }, (_, k) => ({
  test: all.filter((n) => stretch(n) === k),
  train: all.filter((n) => stretch(n) !== k),
}));
const one = (d: number) => Array.from({ length: 10 }, (_, k) => (k === d ? 1 : 0));
const tensorX = tf.tensor2d(X);
const tensorY = tf.tensor2d(y.map(one));

const corners = Array.from({ length: 64 }, (_, p) => 10 * Math.floor(p / 8) + (p % 8));
const windows = tf.tensor1d(
  corners.flatMap((c) => [0, 1, 2, 10, 11, 12, 20, 21, 22].map((o) => c + o)),
  "int32",
);
const unfold = (A: tf.Tensor) =>
  tf.tidy(() =>
    A.reshape([-1, 8, 8])
      .pad([
        [0, 0],
        [1, 1],
        [1, 1],
      ])
      .reshape([-1, 100])
      .gather(windows, 1)
      .reshape([-1, 64, 9]),
  );
const move = (A: tf.Tensor, right: number, down: number) =>
  tf.tidy(() =>
    A.reshape([-1, 8, 8])
      .pad([
        [0, 0],
        [2, 2],
        [2, 2],
      ])
      .slice([0, 2 - down, 2 - right], [-1, 8, 8])
      .reshape([-1, 64]),
  );

const dense: Scores = (w, A) => A.matMul(w[0]).add(w[1]).relu().matMul(w[2]).add(w[3]);
const convolutional: Scores = (w, A) => {
  const [n, images] = A.shape;
  const maps = A.reshape([n, images * 64, 9]).matMul(w[0]);
  const pooled = tf.maxPool(maps.as4D(n * images, 8, 8, FILTERS), 2, 2, "valid");
  const H = pooled
    .reshape([n, images * 16, FILTERS])
    .add(w[1])
    .relu();
  return H.reshape([n, images, 16 * FILTERS])
    .matMul(w[2])
    .add(w[3]);
};

const drawLayer = (inputs: number, outputs: number, random: Stream) => ({
  W: Array.from({ length: inputs }, () => random.normal(0, Math.sqrt(2 / inputs), outputs)),
  b: linalg.zeros(outputs),
});

/** How a network is built and trained. `copies`: from nine moved copies of each image. */
interface Plan {
  units: number;
  local?: boolean;
  steps: number;
  size: number;
  copies?: boolean;
  /** Whether the pixels stand in another order, drawn with `rng(1000 + start)`. */
  scrambled?: boolean;
}
const PLANS: Record<string, Plan> = {
  "128 units": { units: 128, steps: 150, size: 128 },
  "36 units": { units: 36, steps: 150, size: 128 },
  convolutional: { units: FILTERS, local: true, steps: 240, size: 32 },
  "128 units longer": { units: 128, steps: 600, size: 128 },
  "convolutional longer": { units: FILTERS, local: true, steps: 960, size: 64 },
  "128 units with copies": { units: 128, steps: 600, size: 128, copies: true },
  "convolutional with copies": { units: FILTERS, local: true, steps: 960, size: 64, copies: true },
  "128 units in another order": { units: 128, steps: 150, size: 128, scrambled: true },
  "convolutional in another order": {
    units: FILTERS,
    local: true,
    steps: 240,
    size: 32,
    scrambled: true,
  },
};

/** Trains the thirteen networks of a start, and counts what each misreads of its stretch, for each move. */
function readings(plan: Plan, start: number): number[][] {
  const { units, local, steps, size, copies, scrambled } = plan;
  const scores = local ? convolutional : dense;
  const streams = folds.map((_, k) => rng(100 * start + k));
  const order = scrambled
    ? rng(1000 + start).permutation(64)
    : Array.from({ length: 64 }, (_, p) => p);
  const see = (A: tf.Tensor) =>
    tf.tidy(() => {
      const seen = A.gather(tf.tensor1d(order, "int32"), 1);
      return local ? unfold(seen) : seen;
    });
  const nets = streams.map((random) => [
    drawLayer(local ? 9 : 64, units, random),
    drawLayer(local ? 16 * units : units, 10, random),
  ]);
  const w = tf.tidy(() =>
    [0, 1].flatMap((l) => [
      tf.variable(tf.tensor3d(nets.map((net) => net[l].W))),
      tf.variable(tf.tensor3d(nets.map((net) => [net[l].b]))),
    ]),
  );
  const alpha = local ? 0 : 1e-3;
  const shifts = copies ? SHIFTS : [[0, 0]];
  const [inputs, labels] = tf.tidy(() => [
    see(tf.concat(shifts.map(([right, down]) => move(tensorX, right, down)))),
    tf.concat(shifts.map(() => tensorY)),
  ]);
  const rows = folds.map(({ train }) => shifts.flatMap((_, c) => train.map((n) => n + N * c)));
  for (const [rate, many] of [
    [0.03, (steps * 5) / 6],
    [0.003, steps / 6],
  ]) {
    const rule = tf.train.adam(rate, 0.9, 0.999, 1e-8);
    for (let k = 0; k < many; k++)
      tf.tidy(() => {
        const batch = tf.tensor2d(
          rows.map((list, i) => streams[i].integers(0, list.length, size).map((j) => list[j])),
          undefined,
          "int32",
        );
        const [A, target] = [inputs, labels].map((t) => t.gather(batch));
        rule.minimize(() => {
          const misfit = scores(w, A)
            .logSoftmax()
            .mul(target)
            .sum()
            .mul(-1 / size);
          if (alpha === 0) return misfit.asScalar();
          const squares = w[0].square().sum().add(w[2].square().sum());
          return misfit.add(squares.mul(alpha / 2)).asScalar();
        });
      });
    rule.dispose();
  }
  const counts = (scrambled || units === 36 ? [0] : MOVES).map((by) =>
    tf.tidy(() => {
      const A = see(move(tensorX, by, 0));
      return folds.map(({ test }, k) => {
        const own = w.map((v) => v.slice([k], [1]));
        const read = scores(own, A.gather(tf.tensor1d(test, "int32")).expandDims(0))
          .argMax(2)
          .dataSync();
        return test.filter((n, i) => read[i] !== y[n]).length;
      });
    }),
  );
  tf.dispose([...w, inputs, labels]);
  return counts;
}

/** What copying the nearest of all copies of other stretches misreads. */
const nearest = () =>
  MOVES.map((by) =>
    tf.tidy(() => {
      const A = move(tensorX, by, 0);
      const copies = tf.concat(SHIFTS.map(([right, down]) => move(tensorX, right, down)));
      return folds.map(({ test, train }) => {
        const rows = SHIFTS.flatMap((_, c) => train.map((n) => n + N * c));
        const known = copies.gather(tf.tensor1d(rows, "int32"));
        const asked = A.gather(tf.tensor1d(test, "int32"));
        const closeness = asked.matMul(known, false, true).mul(2).sub(known.square().sum(1));
        const source = closeness.argMax(1).dataSync();
        return test.filter((n, i) => y[rows[source[i]] % N] !== y[n]).length;
      });
    }),
  );

const columns = ["reader", "start", "move", ...folds.map((_, k) => `s${k}`)];
const lines = [columns.join(",")];
const enter = (reader: string, start: number, counts: number[][]) =>
  counts.forEach((wrong, m) => {
    lines.push([reader, start, counts.length > 1 ? MOVES[m] : 0, ...wrong].join(","));
  });
enter("nearest with copies", 0, nearest());
for (const [reader, plan] of Object.entries(PLANS))
  for (let start = 0; start < STARTS; start++) {
    enter(reader, start, readings(plan, start));
    console.log(lines[lines.length - 1]);
  }
const path = join(HERE, "readings.csv");
writeFileSync(path, `${lines.join("\n")}\n`);
console.log(data.checksum(path), process.version, tf.version.tfjs);
