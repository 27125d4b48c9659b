import { type ReadonlyVector, requireOneOf } from "../../core";
import { type Dense, dense, product, qr, transpose } from "../../linalg/flat";
import type { Design } from "./design";

/** How the covariance of the parameters is estimated. */
export type CovarianceKind = "nonrobust" | "HC0" | "HC1" | "HC2" | "HC3";

const KINDS: readonly CovarianceKind[] = ["nonrobust", "HC0", "HC1", "HC2", "HC3"];

/** Asserts that a kind of covariance is one. */
export function requireKind(caller: string, kind: unknown): CovarianceKind {
  return requireOneOf(caller, "covariance", kind, KINDS);
}

/**
 * A k×k matrix C with CᵀC the covariance of the scaled parameters.
 *
 * "nonrobust": s²(SᵀS)⁻¹, so C = s·R⁻ᵀ. Else the sandwich Σᵢ ωᵢeᵢ²·aᵢaᵢᵀ with aᵢ = (SᵀS)⁻¹sᵢ = R⁻¹qᵢ, which holds
 * if the errors have different variances: ω = 1 (HC0; White 1980), n/(n − k) (HC1), 1/(1 − h) (HC2), 1/(1 − h)²
 * (HC3; MacKinnon and White 1985). Then C is the triangular factor of the rows eᵢ√ωᵢ·aᵢᵀ.
 *
 * @throws RangeError for HC2 and HC3 where a leverage is 1.
 */
export function spreadOf(
  caller: string,
  kind: CovarianceKind,
  { Q, inverse }: Design,
  residuals: ReadonlyVector,
  leverage: ReadonlyVector,
  pinned: readonly number[],
  sigma: number,
): Dense {
  const { rows: n, cols: k } = Q;
  if (kind === "nonrobust") {
    const C = transpose(inverse);
    return { ...C, data: C.data.map((v) => v * sigma) };
  }
  if (pinned.length > 0 && (kind === "HC2" || kind === "HC3")) {
    throw new RangeError(
      `${caller}: covariance ${JSON.stringify(kind)} needs leverages below 1, that of row ${pinned[0]} is 1; HC0 and HC1 do not`,
    );
  }
  const factor = {
    HC0: () => 1,
    HC1: () => Math.sqrt(n / (n - k)),
    HC2: (h: number) => 1 / Math.sqrt(1 - h),
    HC3: (h: number) => 1 / (1 - h),
  }[kind];
  const A = product(Q, inverse, { transposeB: true });
  const rows = dense(n, k);
  for (let p = 0; p < n * k; p++) {
    const i = Math.floor(p / k);
    rows.data[p] = A.data[p] * residuals[i] * factor(leverage[i]);
  }
  return qr(rows).R;
}
