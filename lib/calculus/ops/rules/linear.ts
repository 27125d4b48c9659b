import { maxOf, type ReadonlyVector } from "../../../core";
import { transpose } from "../../../linalg/flat";
import { asDense, fromDense } from "../../kernels/dense";
import { broadcast, select } from "../../kernels/entries";
import * as places from "../../kernels/places";
import * as sums from "../../kernels/sums";
import { filled, type Raw, sameShape, sizeOf, Tensor } from "../../tracking/tensor";
import { apply, type Op, Scattered, shapeOf, type Val } from "../../tracking/tracked";

/**
 * An operation linear in all its arguments together: it is its own derivative, and acts on a power
 * series coefficient by coefficient. Only its adjoint is to be given, which sends g back to xᵢ.
 */
export function linear(
  name: string,
  forward: (args: readonly Raw[]) => Raw,
  adjoint: (i: number, g: Val, args: readonly Val[]) => Val | Scattered,
): Op {
  const op: Op = {
    name,
    forward,
    vjp: (i, g, _y, args) => adjoint(i, g, args),
    jvp: (tangents, _y, args) =>
      apply(
        op,
        tangents.map((t, i) => t ?? zerosLike(args[i])),
      ),
    series(_order, args) {
      const length = maxOf(args.map((s) => s.length));
      const term = (k: number) => args.map((s) => s[k] ?? zerosLike(s[0]));
      return Array.from({ length }, (_, k) => apply(op, term(k)));
    },
  };
  return op;
}

/** Zeros in the shape of x. */
export function zerosLike(x: Val): Raw {
  return filled(shapeOf(x), 0);
}

/** x stretched to a larger shape; its adjoint sums. */
export function broadcastTo(x: Val, shape: ReadonlyVector): Val {
  if (sameShape(shapeOf(x), shape)) return x;
  const stretch = linear(
    "broadcast",
    ([v]) => broadcast(v, shape),
    (_i, g, [v]) => sumTo(g, shapeOf(v)),
  );
  return apply(stretch, [x]);
}

/** x summed over the axes along which a smaller shape is 1 or nothing; its adjoint stretches. */
export function sumTo(x: Val, shape: ReadonlyVector): Val {
  if (sameShape(shapeOf(x), shape)) return x;
  const add = linear(
    "sum",
    ([v]) => sums.sumTo(v, shape),
    (_i, g, [v]) => broadcastTo(g, shapeOf(v)),
  );
  return apply(add, [x]);
}

/** The same entries, row by row, in another shape of the same size. */
export function reshaped(x: Val, shape: ReadonlyVector): Val {
  if (sameShape(shapeOf(x), shape)) return x;
  const op = linear(
    "reshape",
    ([v]) => {
      if (typeof v === "number") return filled(shape, v);
      return shape.length === 0 ? v.data[0] : new Tensor(v.data, shape);
    },
    (_i, g, [v]) => reshaped(g, shapeOf(v)),
  );
  return apply(op, [x]);
}

const transposeOp: Op = linear(
  "transpose",
  ([A]) => fromDense(transpose(asDense(A as Tensor))),
  (_i, g) => transposed(g),
);

/** The transpose of a matrix. */
export function transposed(A: Val): Val {
  return apply(transposeOp, [A]);
}

/** The entries of x at the given positions (row by row), in the given shape. */
export function taken(x: Val, positions: Int32Array, shape: ReadonlyVector): Val {
  const op = linear(
    "at",
    ([v]) => places.gather(v, positions, shape),
    (_i, g) => new Scattered(g, positions),
  );
  return apply(op, [x]);
}

/** Zeros of the given shape to which the entries of each part are added at their positions. */
export function joined(
  parts: readonly Val[],
  positions: readonly Int32Array[],
  shape: ReadonlyVector,
): Val {
  const op = linear(
    "stack",
    (values) => places.scatter(values, positions, shape),
    (i, g, values) => taken(g, positions[i], shapeOf(values[i])),
  );
  return apply(op, parts);
}

/** Parts of equal shape, one after the other: numbers to a vector, vectors to the rows of a matrix. */
export function stacked(parts: readonly Val[]): Val {
  const shape = parts.length === 0 ? [] : shapeOf(parts[0]);
  const size = sizeOf(shape);
  const positions = parts.map((_, p) => Int32Array.from({ length: size }, (_, k) => p * size + k));
  return joined(parts, positions, [parts.length, ...shape]);
}

/**
 * The entries of a where the mask is not 0, else those of b, in a shape to which all three stretch. What is
 * not chosen receives the derivative 0, whatever it is.
 */
export function selected(mask: Raw, a: Val, b: Val, shape: ReadonlyVector): Val {
  const choose = linear(
    "where",
    ([v, w]) => select(mask, v, w, shape),
    (i, g, args) =>
      sumTo(i === 0 ? selected(mask, g, 0, shape) : selected(mask, 0, g, shape), shapeOf(args[i])),
  );
  return apply(choose, [a, b]);
}
