/** OpenBLAS for lib/linalg: the build that NumPy and SciPy use, as the library's LAPACK engine. */
import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { CACHE } from "../common/project";
import { openblasWheel } from "./pins";
import type { Step } from "./step";
import { unpackWheel } from "./wheels";

const FOLDER = join(CACHE, "openblas");
const NAME = `libscipy_openblas.${process.platform === "darwin" ? "dylib" : "so"}`;
const PARTS = ["scipy_openblas32/lib/lib*", "scipy_openblas32/.dylibs/*", "*/licenses/*"];

export const openblas: Step = {
  name: "openblas",
  title: "OpenBLAS (8 MB from PyPI)",
  key: () => openblasWheel()?.sha256 ?? "none for this platform",
  outputs: openblasWheel() ? [join(FOLDER, NAME)] : [],
  work: async () => {
    const wheel = openblasWheel();
    if (!wheel) {
      console.log("  no build for this platform: linear algebra runs on its TypeScript engine");
      return;
    }
    await unpackWheel(wheel, PARTS, FOLDER);
    const library = join("scipy_openblas32", "lib", NAME);
    if (existsSync(join(FOLDER, library))) symlinkSync(library, join(FOLDER, NAME));
  },
};
