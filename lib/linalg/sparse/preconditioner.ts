import {
  describeValue,
  type ReadonlyVector,
  requireOneOf,
  requireVector,
  type Vector,
} from "../../core";
import { unpackVector } from "../storage/unpack";
import { incompleteCholesky } from "./incompleteCholesky";
import type { SquareOperator } from "./operator";

/** What stands for A⁻¹ in `conjugateGradient`: by name, or a function r ↦ M⁻¹·r, symmetric and positive definite. */
export type Preconditioner = "jacobi" | "incompleteCholesky" | ((r: Vector) => ReadonlyVector);

/** z ← M⁻¹·r. */
type Apply = (r: Float64Array, z: Float64Array) => void;

/** z ← r/diagonal, or undefined if an entry of the diagonal is not positive. */
function jacobi(diagonal: Float64Array): Apply | undefined {
  if (!diagonal.every((d) => d > 0)) return undefined;
  return (r, z) => {
    for (let i = 0; i < z.length; i++) z[i] = r[i] / diagonal[i];
  };
}

/**
 * The preconditioner asked for, ready to use; undefined where it shows that A is not positive definite.
 *
 * @throws TypeError or RangeError if it is neither a function nor one of the names, or A has no entries
 * to make it from.
 */
export function preconditionerOf(
  caller: string,
  choice: Preconditioner | undefined,
  A: SquareOperator,
): Apply | undefined {
  if (choice === undefined) return (r, z) => z.set(r);
  if (typeof choice === "function") {
    return (r, z) => {
      const rule = { length: A.n, lengthOf: "rows of A" };
      z.set(requireVector(caller, "preconditioner(r)", choice(unpackVector(r)), rule));
    };
  }
  if (typeof choice !== "string") {
    throw new TypeError(
      `${caller}: preconditioner must be a name or a function, got ${describeValue(choice)}`,
    );
  }
  requireOneOf(caller, "preconditioner", choice, ["jacobi", "incompleteCholesky"]);
  if (!A.entries) {
    throw new RangeError(
      `${caller}: preconditioner ${JSON.stringify(choice)} needs the entries of A, got an operator`,
    );
  }
  const entries = A.entries();
  return choice === "jacobi" ? jacobi(entries.diagonal()) : incompleteCholesky(entries);
}
