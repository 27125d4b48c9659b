import { expect, test } from "vitest";
import { gramLower, mirrorLower } from "../../../lib/linalg/kernels/gram";
import { distance, flip, randomMatrix, times } from "../helpers";

test("the lower triangle, then all, for every number of rows", () => {
  for (let m = 0; m < 10; m++) {
    const A = randomMatrix(m, 3, m + 1);
    const c = new Float64Array(9).fill(7);
    gramLower(Float64Array.from(A.flat()), m, 3, c);
    expect([c[1], c[2], c[5]]).toEqual([0, 0, 0]);
    mirrorLower(c, 3);
    const want = m === 0 ? new Array(9).fill(0) : times(flip(A), A).flat();
    expect(distance(Array.from(c), want)).toBeLessThan(1e-14);
  }
});
