import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as linalg from "../../../lib/linalg";
import { usesLapack } from "../../../lib/linalg/native/engine";
import { lapackProblem } from "../../../lib/linalg/native/openblas";
import { ENGINES } from "../helpers";

const ROOT = join(__dirname, "..", "..", "..");
const isNative = ENGINES.includes("lapack");

/** Evaluates an expression of `linalg` in a process of its own, with these environment variables. */
function fresh(env: Record<string, string>, expression: string): string {
  const code = `
    const linalg = require(${JSON.stringify(join(ROOT, "lib", "linalg"))});
    try { console.log(JSON.stringify(${expression})); } catch (e) { console.log(e.name + ": " + e.message); }`;
  const { MML_LINALG_ENGINE: _, ...others } = process.env;
  const run = spawnSync(process.execPath, ["--import", "tsx", "-e", code], {
    cwd: ROOT,
    env: { ...others, ...env },
    encoding: "utf8",
  });
  return run.stdout.trim();
}

describe("engine", () => {
  let before: linalg.Engine;
  beforeEach(() => {
    before = linalg.engine();
  });
  afterEach(() => {
    linalg.engine(before);
  });

  test("is what was chosen", () => {
    for (const name of ENGINES) {
      expect(linalg.engine(name)).toBe(name);
      expect(linalg.engine()).toBe(name);
    }
    expect(linalg.engine("auto")).toBe(isNative ? "auto" : "typescript");
  });

  test("decides by size only when it is automatic", () => {
    linalg.engine("typescript");
    expect(usesLapack("svd", 1000)).toBe(false);
    linalg.engine("auto");
    expect(usesLapack("svd", 1000)).toBe(isNative);
    expect(usesLapack("svd", 1)).toBe(false);
    if (!isNative) return;
    linalg.engine("lapack");
    expect(usesLapack("svd", 1)).toBe(true);
    expect(usesLapack("svd", 0)).toBe(false);
  });

  test("rejects what is none", () => {
    expect(() => linalg.engine("numpy" as never)).toThrow(
      new RangeError(
        'engine: name must be one of "auto", "typescript", "lapack", got "numpy" (string)',
      ),
    );
  });
});

describe("a fresh process", { timeout: 60_000 }, () => {
  test("takes the engine from MML_LINALG_ENGINE", () => {
    expect(fresh({ MML_LINALG_ENGINE: "typescript" }, "linalg.engine()")).toBe('"typescript"');
    expect(fresh({ MML_LINALG_ENGINE: "fortran" }, "linalg.engine()")).toBe(
      'RangeError: linalg: MML_LINALG_ENGINE must be one of "auto", "typescript", "lapack", got "fortran" (string)',
    );
    if (isNative)
      expect(fresh({ MML_LINALG_ENGINE: "lapack" }, "linalg.engine()")).toBe('"lapack"');
  });

  test("without the native library says so and works all the same", () => {
    const none = { MML_OPENBLAS: join(ROOT, "no-such-library.so") };
    expect(fresh(none, "linalg.engine()")).toBe('"typescript"');
    expect(fresh(none, "linalg.svd(linalg.eye(100)).s.length")).toBe("100");
    expect(fresh(none, 'linalg.engine("lapack")')).toMatch(
      /^Error: engine: "lapack" is not available: .*no-such-library/,
    );
    expect(fresh({ ...none, MML_LINALG_ENGINE: "lapack" }, "linalg.lu([[1]])")).toMatch(
      /^Error: engine: "lapack" is not available: /,
    );
  });
});

test("why the native library is missing, if it is, is told", () => {
  const problem = lapackProblem();
  if (isNative) expect(problem).toBeUndefined();
  else expect(problem).toMatch(/./);
});
