import { expect, test } from "vitest";
import { factorialRest } from "../../../../lib/prob/special/kernels/factorialRest";

test("factorialRest is ln x! without x·ln x − x", () => {
  expect(factorialRest(0)).toBe(0);
  expect(factorialRest(1)).toBeCloseTo(1, 15);
  let log = 0;
  for (let k = 1; k < 40; k++) {
    log += Math.log(k);
    expect(factorialRest(k)).toBeCloseTo(log - (k * Math.log(k) - k), 12);
  }
  // Γ(3/2) = √π/2
  const half = Math.log(Math.sqrt(Math.PI) / 2) - (0.5 * Math.log(0.5) - 0.5);
  expect(factorialRest(0.5)).toBeCloseTo(half, 15);
  for (const x of [1, 10]) {
    expect(factorialRest(x - 1e-13)).toBeCloseTo(factorialRest(x), 12); // where the branches meet
  }
});
