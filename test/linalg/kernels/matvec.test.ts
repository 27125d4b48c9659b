import { expect, test } from "vitest";
import { multiplyVector, multiplyVectorTransposed } from "../../../lib/linalg/kernels/matvec";
import { distance, flip, randomMatrix, times } from "../helpers";

test("A·x and Aᵀ·y for every width", () => {
  for (let n = 1; n < 10; n++) {
    const A = randomMatrix(3, n, n);
    const [x] = randomMatrix(1, n, 20);
    const a = Float64Array.from(A.flat());
    const y = new Float64Array(3);
    multiplyVector(a, 3, n, Float64Array.from(x), y);
    expect(distance(Array.from(y), times(A, flip([x])).flat())).toBeLessThan(1e-14);
    const z = new Float64Array(n).fill(7);
    multiplyVectorTransposed(a, 3, n, Float64Array.of(1, -2, 3), z);
    expect(distance(Array.from(z), times([[1, -2, 3]], A)[0])).toBeLessThan(1e-14);
  }
});
