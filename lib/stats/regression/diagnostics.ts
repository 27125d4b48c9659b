import { maxOf, type ReadonlyVector, type Vector } from "../../core";
import { singularValues } from "../../linalg/flat";
import { tRatio } from "./coefficients";
import { columnLength, type Design } from "./design";

/** How much each row of the data matters to the fit. */
export interface Influence {
  /** hᵢ, the squared length of row i of Q. */
  leverage: Vector;
  cooksDistance: Vector;
  /** The rows with leverage 1. */
  pinned: number[];
}

/** Leverages, Cook's distances, and which rows have leverage 1. */
export function influenceOf({ Q }: Design, residuals: ReadonlyVector, sigma: number): Influence {
  const { rows: n, cols: k } = Q;
  const leverage = Array.from({ length: n }, (_, i) => {
    let h = 0;
    for (let p = i * k; p < (i + 1) * k; p++) h += Q.data[p] ** 2;
    return Math.min(1, h);
  });
  const pinned = leverage.map((h) => 1 - h <= 100 * k * Number.EPSILON);
  const cooksDistance = leverage.map((h, i) =>
    pinned[i] ? NaN : ((tRatio(residuals[i], sigma) ** 2 / k) * h) / (1 - h) ** 2,
  );
  return { leverage, cooksDistance, pinned: pinned.flatMap((yes, i) => (yes ? [i] : [])) };
}

/** κ₂ of the design as it stands, and with columns of length 1. */
export function conditionOf({ R, scale }: Design): [plain: number, scaled: number] {
  const kappa = (factors: ReadonlyVector) => {
    const data = R.data.map((v, p) => v * factors[p % R.cols]);
    const s = singularValues({ ...R, data }, true);
    return s[0] / s[s.length - 1];
  };
  const largest = maxOf(scale);
  return [kappa(scale.map((s) => s / largest)), kappa(scale.map((_, j) => 1 / columnLength(R, j)))];
}
