import { createRequire } from "node:module";

/**
 * tfjs-node 4.22 calls `util.isNullOrUndefined` and `util.isArray`, which newer versions of Node have
 * dropped (Node 23 the first; tensorflow/tfjs issue 8609): the package loads, and then every operation
 * throws. So they are put back before it loads. Where Node still has them, nothing is changed.
 */
const DROPPED = {
  isNullOrUndefined: (x: unknown): boolean => x === null || x === undefined,
  isArray: (x: unknown): boolean => Array.isArray(x),
};

/** Puts back what tfjs-node needs of `node:util`; those already there stay as they are. */
export function restoreUtil(util: Record<string, unknown> = nodeUtil()): void {
  for (const [name, replacement] of Object.entries(DROPPED)) util[name] ??= replacement;
}

/** The module as `require` gives it: an object that can be added to, the one tfjs-node looks into. */
const nodeUtil = (): Record<string, unknown> => createRequire(__filename)("node:util");
