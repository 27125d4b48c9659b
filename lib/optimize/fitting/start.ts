import { requireNumber, requireVector, type Vector } from "../../core";
import { requireBounds } from "../kernels/bounds";
import type { Bound } from "../types";

/** A start and the bounds around it, checked. */
export function requireStart(
  caller: string,
  name: string,
  x0: unknown,
  bounds: unknown,
): { start: Vector; bounds: readonly Bound[] | undefined } {
  const start = requireVector(caller, name, x0, { minLength: 1 }).slice();
  if (bounds === undefined) return { start, bounds };
  const box = requireBounds(caller, bounds, start.length, `length of ${name}`);
  box.forEach(([min, max], i) => {
    requireNumber(caller, `${name}[${i}]`, start[i], { min, max });
  });
  return { start, bounds: box };
}
