import { expect, test } from "vitest";
import { rootsOfUnity } from "../../../lib/linalg/kernels/rootsOfUnity";

test("quarter turns are exact, all lie on the circle and agree with cosine and sine", () => {
  for (const n of [1, 2, 3, 4, 7, 8, 12, 1000]) {
    const { re, im } = rootsOfUnity(n);
    for (let k = 0; k < n; k++) {
      expect(re[k]).toBeCloseTo(Math.cos((2 * Math.PI * k) / n), 14);
      expect(im[k]).toBeCloseTo(-Math.sin((2 * Math.PI * k) / n), 14);
      expect(Math.hypot(re[k], im[k])).toBeCloseTo(1, 15);
    }
    if (n % 4 === 0) expect([re[n / 4] + 0, im[n / 4], re[n / 2]]).toEqual([0, -1, -1]);
  }
});
