import { describe, expect, test } from "vitest";
import { call } from "../../../lib/linalg/native/openblas";
import { run } from "../../../lib/linalg/native/threads";
import { ENGINES } from "../helpers";

describe.runIf(ENGINES.includes("lapack"))("threads", () => {
  test("little work is done on one thread, much on all, and the first count comes back", () => {
    const all = call("openblas_get_num_threads");
    const threads = (kind: "product" | "factorisation", work: number) =>
      run(kind, work, "openblas_get_num_threads");
    expect(threads("product", 1)).toBe(1);
    expect(threads("product", 1e9)).toBe(all);
    expect(threads("factorisation", 1e7)).toBe(1);
    expect(threads("factorisation", 1e12)).toBe(all);
  });
});
