import { createRequire } from "node:module";

/**
 * tfjs-node 4.22 calls `util.isNullOrUndefined` and `util.isArray`. Node 22 warns of them on stderr, and
 * Node 23 has dropped them (tensorflow/tfjs issue 8609): there the package loads, and then every operation
 * throws. So they are put in before it loads, in every Node alike.
 */
const NEEDED = {
  isNullOrUndefined: (x: unknown): boolean => x === null || x === undefined,
  isArray: (x: unknown): boolean => Array.isArray(x),
};

/** Gives `node:util` what tfjs-node needs of it. */
export function restoreUtil(util: Record<string, unknown> = nodeUtil()): void {
  Object.assign(util, NEEDED);
}

/** The module as `require` gives it: an object that can be added to, the one tfjs-node looks into. */
const nodeUtil = (): Record<string, unknown> => createRequire(__filename)("node:util");
