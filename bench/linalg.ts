/**
 * Linear algebra against NumPy, ml-matrix, mathjs and tfjs: `npm run bench -- linalg [n …] [op …]`.
 *
 * All get the same matrices and take turns in one run. Ours take `number[][]` and return `number[][]`;
 * for ml-matrix and tfjs the conversions from and to arrays are counted too, since that is what our
 * reader would have to write. mathjs takes arrays as they are. NumPy works on its own arrays.
 */

import * as tf from "@tensorflow/tfjs-node";
import { all, create } from "mathjs";
import {
  CholeskyDecomposition,
  EigenvalueDecomposition,
  inverse,
  LuDecomposition,
  Matrix as MLMatrix,
  QrDecomposition,
  SingularValueDecomposition,
  solve as solveML,
} from "ml-matrix";
import { linalg, type Matrix, rng, type Vector } from "../lib"; // as built, as notebooks use it
import { alternate, type Contender, here, median, there } from "./alternate";
import { PythonPeer } from "./python";
import type { Choice } from "./run";
import { duration, machine, markdownTable, times } from "./table";

const math = create(all, {});
const SIZES = [8, 64, 256, 512, 1024];

/** What the operations work on: square A and B, symmetric S, positive definite P, tall T, vectors. */
interface Data {
  A: Matrix;
  B: Matrix;
  S: Matrix;
  P: Matrix;
  T: Matrix;
  b: Vector;
  c: Vector;
}

/** One operation as each of the contenders spells it. */
interface Operation {
  ours: (d: Data) => unknown;
  numpy: string;
  mlMatrix: (d: Data) => unknown;
  mathjs?: (d: Data) => unknown;
  tfjs?: (d: Data) => unknown;
}

const ml = (A: Matrix) => new MLMatrix(A);
const column = (b: Vector) => MLMatrix.columnVector(b);
const arrays = (...factors: MLMatrix[]) => factors.map((F) => F.to2DArray());

const OPERATIONS: Record<string, Operation> = {
  matmul: {
    ours: ({ A, B }) => linalg.matmul(A, B),
    numpy: "A @ B",
    mlMatrix: ({ A, B }) => arrays(ml(A).mmul(ml(B))),
    mathjs: ({ A, B }) => math.multiply(A, B),
    tfjs: ({ A, B }) => tf.tidy(() => tf.matMul(tf.tensor2d(A), tf.tensor2d(B)).arraySync()),
  },
  solve: {
    ours: ({ A, b }) => linalg.solve(A, b),
    numpy: "np.linalg.solve(A, b)",
    mlMatrix: ({ A, b }) => solveML(ml(A), column(b)).to1DArray(),
    mathjs: ({ A, b }) => math.lusolve(A, b),
  },
  lu: {
    ours: ({ A }) => linalg.lu(A),
    numpy: "scipy.linalg.lu(A)",
    mlMatrix: ({ A }) => {
      const lu = new LuDecomposition(ml(A));
      return arrays(lu.lowerTriangularMatrix, lu.upperTriangularMatrix);
    },
    mathjs: ({ A }) => math.lup(A),
  },
  cholesky: {
    ours: ({ P }) => linalg.cholesky(P),
    numpy: "np.linalg.cholesky(P)",
    mlMatrix: ({ P }) => arrays(new CholeskyDecomposition(ml(P)).lowerTriangularMatrix),
  },
  qr: {
    ours: ({ A }) => linalg.qr(A),
    numpy: "np.linalg.qr(A)",
    mlMatrix: ({ A }) => {
      const qr = new QrDecomposition(ml(A));
      return arrays(qr.orthogonalMatrix, qr.upperTriangularMatrix);
    },
    mathjs: ({ A }) => math.qr(A),
    tfjs: ({ A }) =>
      tf.tidy(() => tf.linalg.qr(tf.tensor2d(A)).map((factor) => factor.arraySync())),
  },
  svd: {
    ours: ({ A }) => linalg.svd(A),
    numpy: "np.linalg.svd(A, full_matrices=False)",
    mlMatrix: ({ A }) => {
      const svd = new SingularValueDecomposition(ml(A));
      return arrays(svd.leftSingularVectors, svd.rightSingularVectors);
    },
  },
  eigh: {
    ours: ({ S }) => linalg.eigh(S),
    numpy: "np.linalg.eigh(S)",
    mlMatrix: ({ S }) => {
      const evd = new EigenvalueDecomposition(ml(S), { assumeSymmetric: true });
      return arrays(evd.eigenvectorMatrix);
    },
    mathjs: ({ S }) => math.eigs(S),
  },
  eig: {
    ours: ({ A }) => linalg.eig(A),
    numpy: "np.linalg.eig(A)",
    mlMatrix: ({ A }) => arrays(new EigenvalueDecomposition(ml(A)).eigenvectorMatrix),
  },
  inv: {
    ours: ({ A }) => linalg.inv(A),
    numpy: "np.linalg.inv(A)",
    mlMatrix: ({ A }) => arrays(inverse(ml(A))),
    mathjs: ({ A }) => math.inv(A),
  },
  lstsq: {
    ours: ({ T, c }) => linalg.lstsq(T, c),
    numpy: "np.linalg.lstsq(T, c)",
    mlMatrix: ({ T, c }) => solveML(ml(T), column(c), true).to1DArray(),
  },
};

function makeData(n: number): Data {
  const random = rng(n);
  const matrix = (m: number) => Array.from({ length: m }, () => random.normal(0, 1, n));
  const A = matrix(n);
  const B = matrix(n);
  const S = A.map((row, i) => row.map((x, j) => (x + A[j][i]) / 2));
  const P = S.map((row, i) => row.map((x, j) => x + (i === j ? 2 * n : 0)));
  const T = matrix(2 * n);
  return { A, B, S, P, T, b: random.normal(0, 1, n), c: random.normal(0, 1, 2 * n) };
}

/** Seconds beyond which a peer is not waited for. */
const PATIENCE = 120;

/** Ours by the chosen engine, as a contender of its own. */
function ours(name: string, engine: linalg.Engine, f: () => unknown): Contender {
  const { time } = here(name, f);
  return {
    name,
    time: (repeat) => {
      linalg.engine(engine);
      const seconds = time(repeat);
      linalg.engine("auto");
      return seconds;
    },
  };
}

/** The contenders of an operation that are not known to be too slow at this size. */
function contendersOf(
  operation: Operation,
  data: Data,
  peer: PythonPeer,
  isTooSlow: (name: string) => boolean,
): Contender[] {
  const run = (f: (d: Data) => unknown) => () => f(data);
  return [
    ours("auto", "auto", run(operation.ours)),
    there("numpy", peer, operation.numpy),
    ours("typescript", "typescript", run(operation.ours)),
    here("mlMatrix", run(operation.mlMatrix)),
    ...(operation.mathjs ? [here("mathjs", run(operation.mathjs))] : []),
    ...(operation.tfjs ? [here("tfjs", run(operation.tfjs))] : []),
  ].filter(({ name }) => !isTooSlow(name));
}

export const parts = Object.keys(OPERATIONS);
export const sized = true;

/** Runs the comparison for the sizes and operations named, or all; returns the table. */
export async function run({ sizes, names }: Choice): Promise<string> {
  const peer = new PythonPeer();
  await peer.run("import scipy.linalg");
  const versions = await peer.value("[np.__version__, scipy.__version__]");
  const header = [
    "operation",
    "n",
    "ours",
    "NumPy",
    "ours ÷ NumPy",
    "plain TypeScript",
    "ml-matrix ÷ ours",
    "ml-matrix ÷ plain",
    "mathjs ÷ ours",
    "tfjs ÷ ours",
  ];
  const rows: string[][] = [];
  const slow = new Map<string, number>();
  for (const n of sizes.length > 0 ? sizes : SIZES) {
    const data = makeData(n);
    for (const [key, value] of Object.entries(data)) await peer.array(key, value);
    for (const name of names.length > 0 ? names : parts) {
      const isTooSlow = (who: string) => (slow.get(`${name} ${who}`) ?? 0) > PATIENCE;
      const contenders = contendersOf(OPERATIONS[name], data, peer, isTooSlow);
      const result = await alternate(contenders, { rounds: 15, turn: 0.03, budget: 4 });
      // A doubled size takes eight times as long.
      for (const [who, t] of result) slow.set(`${name} ${who}`, 8 * median(t));
      // The fastest round is the one that other work on the machine has disturbed least.
      const best = (who: string) => Math.min(...(result.get(who) ?? []));
      const time = (who: string) => (Number.isFinite(best(who)) ? duration(best(who)) : "–");
      const ratio = (a: string, b: string) => {
        const quotient = best(a) / best(b);
        return times(Number.isFinite(quotient) ? quotient : undefined);
      };
      rows.push([
        name,
        String(n),
        time("auto"),
        time("numpy"),
        ratio("auto", "numpy"),
        time("typescript"),
        ratio("mlMatrix", "auto"),
        ratio("mlMatrix", "typescript"),
        ratio("mathjs", "auto"),
        ratio("tfjs", "auto"),
      ]);
      console.log(rows[rows.length - 1].join("  "));
    }
  }
  peer.close();
  const packages = machine(["ml-matrix", "mathjs", "@tensorflow/tfjs-node", "koffi"]);
  const python = (versions as string[]).map((v, k) => `${["NumPy", "SciPy"][k]} ${v}`).join(", ");
  return `${packages}, ${python}, engine: ${linalg.engine()}\n\n${markdownTable(header, rows)}`;
}
