import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { euclideanDistance, innerProduct, squaredDistance } from "../../lib/learn/distance";

describe("distances and inner products of rows", () => {
  test.each([0, 1, 3, 4, 5, 8, 11])("are sums over %d columns, wherever the rows start", (D) => {
    const random = rng(D);
    const x = Float64Array.from(random.normal(0, 1, 4 * D));
    const z = Float64Array.from(random.normal(0, 1, 4 * D));
    let [inner, square] = [0, 0];
    for (let j = 0; j < D; j++) {
      inner += x[2 * D + j] * z[D + j];
      square += (x[2 * D + j] - z[D + j]) ** 2;
    }
    expect(innerProduct(x, 2 * D, z, D, D)).toBeCloseTo(inner, 13);
    expect(squaredDistance(x, 2 * D, z, D, D)).toBeCloseTo(square, 13);
    expect(euclideanDistance(x, 2 * D, z, D, D)).toBeCloseTo(Math.sqrt(square), 13);
  });

  test.each([1e-320, 1e-200, 1e-140, 1e150, 1e200, 1e307])(
    "the distance neither overflows nor vanishes at %d",
    (unit) => {
      const x = Float64Array.of(3 * unit, 0);
      const z = Float64Array.of(0, 4 * unit);
      expect(euclideanDistance(x, 0, z, 0, 2) / unit).toBeCloseTo(5, unit < 1e-300 ? 2 : 14);
      expect(euclideanDistance(x, 0, x, 0, 2)).toBe(0);
    },
  );
});
