import { expect, test } from "vitest";
import { transposeInto } from "../../../lib/linalg/kernels/transpose";
import { flip, randomMatrix } from "../helpers";

test("every shape, rows in fours and the rest", () => {
  for (let m = 1; m < 10; m++) {
    for (let n = 1; n < 6; n++) {
      const A = randomMatrix(m, n, m + 10 * n);
      const y = new Float64Array(m * n);
      transposeInto(Float64Array.from(A.flat()), m, n, y);
      expect(Array.from(y)).toEqual(flip(A).flat());
    }
  }
});
