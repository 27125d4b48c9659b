import { requireNumber } from "../../../core";

/** Below, a shape's inverse and its powers leave the range of doubles. */
const LEAST = { min: 1e-300 };

/** Checks the shape of a gamma or beta function: positive, and not so small that its inverse overflows. */
export function requireShape(caller: string, name: string, shape: number): void {
  requireNumber(caller, name, shape, { above: 0 });
  requireNumber(caller, name, shape, LEAST);
}

/** Checks the shapes of a beta function, whose sum must be a double too. */
export function requireShapes(caller: string, a: number, b: number): void {
  requireShape(caller, "a", a);
  requireShape(caller, "b", b);
  requireNumber(caller, "a + b", a + b);
}
