/** Objects that show themselves, by Deno's convention: `[Symbol.for("Jupyter.display")]()` is a bundle. */
import { isObject, propertyOf } from "../errors/describe";

const DISPLAY = Symbol.for("Jupyter.display");

export type Bundle = Record<string, unknown>;

/** What the object says of itself, or the promise of it; undefined if it says nothing. */
export function ownBundle(value: unknown): unknown {
  if (!isObject(value)) return undefined;
  const display = propertyOf(value, DISPLAY);
  return typeof display === "function" ? display.call(value) : undefined;
}

/**
 * @throws TypeError when that is no bundle.
 */
export function requireBundle(bundle: unknown): Bundle {
  const types = isObject(bundle) && !Array.isArray(bundle) ? Object.keys(bundle) : [];
  if (types.length === 0 || !types.every((type) => type.includes("/"))) {
    throw new TypeError(
      'Symbol.for("Jupyter.display") must return an object of MIME types, as { "text/html": "…" }',
    );
  }
  return bundle as Bundle;
}
