import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Tests of mathematics alone, which leave nothing behind: a process runs many files, one after the other. */
const PURE = "test/{calculus,core,learn,optimize,prob,stats}/**/*.test.ts";
const ALL = "test/**/*.test.ts";
const BROWSER = "test/browser/**/*.test.ts";
/** What is measured in time has the machine for itself. */
const SPEED = "test/browser/siteSpeed.test.ts";

export default defineConfig({
  test: {
    pool: "forks",
    setupFiles: ["test/setup.ts"],
    retry: 0,
    maxConcurrency: availableParallelism(),
    // A limit for what hangs, not a measure of speed: machines are shared.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    env: { TF_CPP_MIN_LOG_LEVEL: "2", TF_ENABLE_ONEDNN_OPTS: "0" },
    projects: [
      { extends: true, test: { name: "mathematics", include: [PURE], isolate: false } },
      {
        extends: true,
        test: { name: "rest", include: [ALL], exclude: [PURE, BROWSER] },
      },
      { extends: true, test: { name: "browser", include: [BROWSER], exclude: [SPEED] } },
      { extends: true, test: { name: "speed", include: [SPEED] } },
    ],
  },
});
