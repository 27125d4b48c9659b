/** Compiles lib/ to lib/dist: tslab does not take `.ts` files from outside a notebook's folder. */
import { join } from "node:path";
import { ROOT } from "../common/project";
import { compiled } from "./compile";

export const library = compiled("library", "math library: compile lib/", join(ROOT, "lib"), [
  "index.js",
  "index.d.ts",
]);
