import { describe, expect, test } from "vitest";
import { call, lapackProblem } from "../../../lib/linalg/native/openblas";
import { ENGINES } from "../helpers";

describe.runIf(ENGINES.includes("lapack"))("openblas", () => {
  test("is loaded and answers", () => {
    expect(lapackProblem()).toBeUndefined();
    expect(call("openblas_get_num_threads")).toBeGreaterThanOrEqual(1);
  });

  test("an argument that LAPACK rejects is reported with its position", () => {
    // Leading dimension 1 of a matrix with 2 rows.
    const a = new Float64Array(4);
    expect(() => call("LAPACKE_dgetrf", 102, 2, 2, a, 1, new Int32Array(2))).toThrow(
      "LAPACKE_dgetrf: argument 5 is invalid or memory ran out",
    );
  });
});
