import { requireNumber } from "../../../core";

/** Checks the shapes of a beta function: positive, with a sum that is a double. */
export function requireShapes(caller: string, a: number, b: number): void {
  requireNumber(caller, "a", a, { above: 0 });
  requireNumber(caller, "b", b, { above: 0 });
  requireNumber(caller, "a + b", a + b);
}
