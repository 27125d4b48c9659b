import {
  type Matrix,
  type ReadonlyMatrix,
  type Rng,
  requireNumber,
  requireOptions,
  type Vector,
} from "../../core";
import { dense, product, unpack, unpackVector } from "../../linalg/flat";
import { packData, packLike, rngOrDefault } from "../guards";
import { columnMeans } from "../moments";
import { addToRows } from "../rows";
import { kernelOf } from "../svm/kernels";

/** Options of `randomFourierFeatures`. */
export interface FourierOptions {
  /** Number of features M. Default 100. */
  nComponents?: number;
  /** γ of the kernel exp(−γ|x − z|²), as for `svm`: `"scale"` (default), `"auto"` or a number > 0. */
  gamma?: "scale" | "auto" | number;
  /** Where frequencies and phases are drawn from. Default `rng(0)`. */
  rng?: Rng;
}

/** What `randomFourierFeatures` returns. */
export interface FourierFeatures {
  /** Frequencies, D×M: column m is w_m. */
  weights: Matrix;
  /** Phases b_m in [0, 2π), length M. */
  offsets: Vector;
  /** γ in use. */
  gamma: number;
  /** The features of each row, rows × M. */
  transform(Xnew: ReadonlyMatrix): Matrix;
}

/** Arguments of the cosine beyond this leave it fewer than four digits. */
const FAR = 1e12;

/**
 * Random Fourier features (Rahimi & Recht 2007): M numbers for each sample whose inner products are on
 * average those of the Gaussian kernel,
 *
 *   z_m(x) = √(2/M)·cos(w_mᵀ(x − x̄) + b_m),   w_m ~ N(0, 2γI),  b_m uniform on [0, 2π),
 *   E z(x)ᵀz(z′) = exp(−γ|x − z′|²),
 *
 * as the Fourier transform of the kernel is the density of the w (Bochner's theorem). A linear model on them, in
 * O(NM²), stands in for a kernel machine in O(N³). The standard error of an inner product is at most 1/√M.
 *
 * @param X - Data, N×D: its mean, which the kernel does not hang on, and for γ its variance.
 * @returns `{ weights: D×M, offsets, gamma, transform }`; see {@link FourierFeatures}.
 * @throws RangeError if nComponents or gamma is not positive, or the data hold NaN; `transform` where a row is so far away
 * that its cosines have no digits left. Cost O(NDM).
 * @example
 * learn.randomFourierFeatures([[0], [1]], { nComponents: 3 }).transform([[0.5]])[0].length // => 3
 * learn.randomFourierFeatures([[0, 1], [2, 3]], { gamma: 0 }) // throws randomFourierFeatures: gamma must be a number > 0, got 0
 */
export function randomFourierFeatures(
  X: ReadonlyMatrix,
  options: FourierOptions = {},
): FourierFeatures {
  const caller = "randomFourierFeatures";
  const A = packData(caller, "X", X);
  const D = A.cols;
  requireOptions(caller, options, ["nComponents", "gamma", "rng"]);
  const { nComponents: M = 100 } = options;
  requireNumber(caller, "nComponents", M, { min: 1, integer: true });
  const random = rngOrDefault(caller, options.rng);
  const gamma = kernelOf(caller, { kernel: "rbf", gamma: options.gamma ?? "scale" }, A).gamma!;
  const mean = columnMeans(A);
  const W = dense(D, M);
  const spread = Math.sqrt(2 * gamma);
  for (let p = 0; p < D * M; p++) W.data[p] = spread * random.normal();
  const offsets = Float64Array.from({ length: M }, () => 2 * Math.PI * random.random());
  const height = Math.sqrt(2 / M);
  return {
    weights: unpack(W),
    offsets: unpackVector(offsets),
    gamma,
    transform(Xnew) {
      const name = `${caller}.transform`;
      const Z = product(addToRows(packLike(name, Xnew, D), mean, -1), W);
      addToRows(Z, offsets);
      for (let p = 0; p < Z.rows * M; p++) {
        if (!(Math.abs(Z.data[p]) <= FAR)) {
          throw new RangeError(
            `${name}: Xnew row ${Math.floor(p / M)} lies too far from the data for gamma ${gamma}; its cosines have no digits left`,
          );
        }
        Z.data[p] = height * Math.cos(Z.data[p]);
      }
      return unpack(Z);
    },
  };
}
