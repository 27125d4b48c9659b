/**
 * Reverse mode against tfjs and a gradient written out by hand: `npm run bench -- calculus`.
 *
 * The task: loss and gradient of a 784-64-10 network (tanh, softmax, cross-entropy) on a batch of 64.
 * Ours and the loops take and return arrays of float64. tfjs computes in float32, once from arrays to
 * arrays as its user would have to write it, once on tensors that stay where they are, and is then
 * waited for but not read. The second table is of growth with depth.
 */
import * as tf from "@tensorflow/tfjs-node";
import * as calculus from "../lib/calculus";
import { type Matrix, rng, type Vector } from "../lib/core";
import { alternate, here, median, ratio } from "./alternate";
import { duration, machine, markdownTable, times } from "./table";

const { constant, grad, matmul, mul, valueAndGrad } = calculus;

const [BATCH, INPUTS, HIDDEN, CLASSES] = [64, 784, 64, 10];

interface Parameters {
  W1: Matrix;
  b1: Vector;
  W2: Matrix;
  b2: Vector;
}

interface Result {
  value: number;
  grad: Parameters;
}

type Tracked = { [K in keyof Parameters]: calculus.Tracked };

const random = rng(784);
const gaussian = (m: number, n: number, std: number): Matrix =>
  Array.from({ length: m }, () => random.normal(0, std, n));
const X = gaussian(BATCH, INPUTS, 1);
const Y: Matrix = X.map(() => {
  const row = new Array<number>(CLASSES).fill(0);
  row[random.integers(0, CLASSES)] = 1;
  return row;
});
const parameters: Parameters = {
  W1: gaussian(INPUTS, HIDDEN, 0.04),
  b1: random.normal(0, 0.1, HIDDEN),
  W2: gaussian(HIDDEN, CLASSES, 0.1),
  b2: random.normal(0, 0.1, CLASSES),
};

/** The loss as one writes it with our functions. */
function lossOn(inputs: calculus.Operand, targets: calculus.Operand) {
  return ({ W1, b1, W2, b2 }: Tracked) => {
    const logits = matmul(inputs, W1).add(b1).tanh().matmul(W2).add(b2);
    return mul(logits.logSoftmax(), targets).sum().div(-BATCH);
  };
}

/** The same and its gradient, written out in loops over arrays. */
function byHand({ W1, b1, W2, b2 }: Parameters): Result {
  const zeros = (A: Matrix) => A.map((row) => new Array<number>(row.length).fill(0));
  const affine = (A: Matrix, W: Matrix, b: Vector): Matrix =>
    A.map((row) => {
      const out = b.slice();
      for (let k = 0; k < row.length; k++) {
        for (let j = 0; j < out.length; j++) out[j] += row[k] * W[k][j];
      }
      return out;
    });
  const H = affine(X, W1, b1).map((row) => row.map(Math.tanh));
  const logits = affine(H, W2, b2);
  const gradient = { W1: zeros(W1), b1: b1.map(() => 0), W2: zeros(W2), b2: b2.map(() => 0) };
  let value = 0;
  logits.forEach((z, i) => {
    const largest = Math.max(...z);
    const e = z.map((v) => Math.exp(v - largest));
    const total = e.reduce((sum, v) => sum + v, 0);
    const back = new Array<number>(HIDDEN).fill(0);
    for (let c = 0; c < CLASSES; c++) {
      value -= (Y[i][c] * (z[c] - largest - Math.log(total))) / BATCH;
      const g = (e[c] / total - Y[i][c]) / BATCH;
      gradient.b2[c] += g;
      for (let h = 0; h < HIDDEN; h++) {
        gradient.W2[h][c] += g * H[i][h];
        back[h] += g * W2[h][c];
      }
    }
    for (let h = 0; h < HIDDEN; h++) {
      back[h] *= 1 - H[i][h] ** 2;
      gradient.b1[h] += back[h];
    }
    for (let k = 0; k < INPUTS; k++) {
      for (let h = 0; h < HIDDEN; h++) gradient.W1[k][h] += X[i][k] * back[h];
    }
  });
  return { value, grad: gradient };
}

type Tensors = { X: tf.Tensor2D; Y: tf.Tensor2D; p: tf.Tensor[] };

const toTensors = (p: Parameters): Tensors => ({
  X: tf.tensor2d(X),
  Y: tf.tensor2d(Y),
  p: [tf.tensor2d(p.W1), tf.tensor1d(p.b1), tf.tensor2d(p.W2), tf.tensor1d(p.b2)],
});

/** The same in tfjs. */
function inTensorFlow(t: Tensors): { value: tf.Tensor; grads: tf.Tensor[] } {
  return tf.valueAndGrads((W1, b1, W2, b2) => {
    const H = tf.tanh(tf.add(tf.matMul(t.X, W1 as tf.Tensor2D), b1));
    const logits = tf.add(tf.matMul(H as tf.Tensor2D, W2 as tf.Tensor2D), b2);
    return tf.div(tf.sum(tf.mul(tf.logSoftmax(logits), t.Y)), -BATCH);
  })(t.p);
}

function fromArraysInTensorFlow(p: Parameters): Result {
  const arrays: unknown[] = [];
  tf.tidy(() => {
    const { value, grads } = inTensorFlow(toTensors(p));
    arrays.push(...[value, ...grads].map((t) => t.arraySync()));
  });
  const [value, W1, b1, W2, b2] = arrays;
  return { value, grad: { W1, b1, W2, b2 } } as Result;
}

/** Stops the benchmark if two who are compared do not compute the same. */
function requireAgreement(a: Result, b: Result, tolerance: number): void {
  const flat = ({ value, grad: g }: Result) => [value, g.W1, g.b1, g.W2, g.b2].flat(2);
  const [p, q] = [flat(a), flat(b)];
  const worst = Math.max(...p.map((v, k) => Math.abs(v - q[k])));
  if (!(worst <= tolerance)) throw new Error(`calculus: results differ by ${worst}`);
}

async function network(): Promise<string> {
  const ours = valueAndGrad(lossOn(X, Y));
  const packed = valueAndGrad(lossOn(constant(X), constant(Y)));
  const kept = toTensors(parameters);
  requireAgreement(ours(parameters), byHand(parameters), 1e-13);
  requireAgreement(packed(parameters), byHand(parameters), 1e-13);
  requireAgreement(fromArraysInTensorFlow(parameters), byHand(parameters), 1e-5);
  const contenders = [
    here("ours", () => ours(parameters)),
    here("ours, data as `constant`", () => packed(parameters)),
    here("loops by hand", () => byHand(parameters)),
    here("tfjs, arrays to arrays", () => fromArraysInTensorFlow(parameters)),
    here("tfjs, on tensors", () => tf.tidy(() => inTensorFlow(kept).value.dataSync())),
  ];
  const result = await alternate(contenders, { rounds: 15 });
  const first = result.get(contenders[0].name)!;
  const rows = contenders.map(({ name }) => {
    const t = result.get(name)!;
    return [name, duration(median(t)), duration(Math.min(...t)), times(ratio(t, first))];
  });
  return markdownTable(["784-64-10, batch 64", "median", "least", "÷ ours"], rows);
}

/** x ↦ 0.9999·sin x, again and again: two operations a step. */
function chain(steps: number) {
  return (x: calculus.Tracked) => {
    let y = x;
    for (let k = 0; k < steps; k++) y = y.sin().mul(0.9999);
    return y;
  };
}

async function growth(): Promise<string> {
  const operations = [1e3, 1e4, 1e5, 4e5];
  const contenders = operations.map((n) => here(String(n), () => grad(chain(n / 2))(1)));
  const result = await alternate(contenders, { rounds: 5, budget: 10 });
  const rows = operations.map((n) => {
    const t = median(result.get(String(n))!);
    return [n.toLocaleString("en"), duration(t), duration(t / n)];
  });
  return markdownTable(["operations in a chain", "gradient", "per operation"], rows);
}

/** Runs both and returns their tables. */
export async function run(): Promise<string> {
  const versions = machine(["@tensorflow/tfjs-node", "koffi"]);
  return `${versions}\n\n${await network()}\n\n${await growth()}`;
}
