import { type ReadonlyMatrix, type ReadonlyVector, requireNumber, requireVector } from "../../core";

/** Checks the weights of the rows of X, if there are any. */
export function requireWeights(
  caller: string,
  weights: unknown,
  X: ReadonlyMatrix,
): ReadonlyVector | null {
  if (weights === undefined) return null;
  const checked = requireVector(
    caller,
    "weights",
    weights,
    Array.isArray(X) ? { length: X.length, lengthOf: "rows of X" } : {},
  );
  checked.forEach((w, i) => {
    requireNumber(caller, `weights[${i}]`, w, { above: 0 });
  });
  return checked;
}
