import {
  describeValue,
  maxOf,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  requireNumber,
  requireVector,
} from "../../core";
import { steady } from "../format/number";
import { type Box, extent, linspace, requireBox } from "./series";

/** A function on the plane. It gets the coordinates as one vector, as `optimize` and `calculus` call it. */
export type PlaneFunction = (x: number[]) => number;

/** A function on the plane, or its values z[i][j] at (x[j], y[i]). */
export type Field = PlaneFunction | { x: ReadonlyVector; y: ReadonlyVector; z: ReadonlyMatrix };

/** Values z[i][j] at (x[j], y[i]). */
export interface Grid {
  x: ReadonlyVector;
  y: ReadonlyVector;
  z: ReadonlyMatrix;
}

/** The values of a field on an n×n grid over the box; a field given by values brings its own grid. */
export function gridOf(caller: string, field: Field, box: Box | undefined, n: number): Grid {
  if (typeof field === "function") {
    const [[x0, x1], [y0, y1]] = requireBox(caller, box);
    requireNumber(caller, "n", n, { min: 2, max: 400, integer: true });
    const x = linspace(x0, x1, n);
    const y = linspace(y0, y1, n);
    const z = y.map((v) => x.map((u) => field([u, v])));
    return { x, y, z: requireMatrix(caller, "f(x)", z, { allowNonFinite: true }) };
  }
  if (typeof field !== "object" || field === null) {
    throw new TypeError(
      `${caller}: f must be a function of [x, y], or {x, y, z}, got ${describeValue(field)}`,
    );
  }
  const x = requireVector(caller, "x", field.x);
  const y = requireVector(caller, "y", field.y);
  const rule = { rows: y.length, rowsOf: "length of y", cols: x.length, colsOf: "length of x" };
  return { x, y, z: requireMatrix(caller, "z", field.z, { ...rule, allowNonFinite: true }) };
}

/** Heights need fewer digits than coordinates: five of the range. */
export function roundHeights(z: ReadonlyMatrix): number[][] {
  const max = maxOf(extent(z).map(Math.abs));
  const decimals = Math.min(15, Math.max(0, 5 - Math.ceil(Math.log10(max || 1))));
  const unit = 10 ** decimals;
  return z.map((row) => row.map((v) => Math.round(steady(v, 7) * unit) / unit));
}
