/** The compiler whose interface we read the library with: tslab's, which notebooks are compiled by. */
import { createRequire } from "node:module";
import type TS from "@tslab/typescript-for-tslab";

export type { default as TS } from "@tslab/typescript-for-tslab";

export const ts: typeof TS = createRequire(require.resolve("tslab/package.json"))(
  "@tslab/typescript-for-tslab",
);
