import { expect, test } from "vitest";
import { rng, type Vector } from "../../../lib/core";
import { minimize } from "../../../lib/optimize";
import { inwards } from "../../../lib/optimize/descent/box";

test("inwards goes to the side with more room, and no further than the wall", () => {
  expect(inwards(0, 1, [-2, 2])).toBe(1);
  expect(inwards(1.5, 1, [-2, 2])).toBe(0.5);
  expect(inwards(0, 1, [-0.5, 0.25])).toBe(-0.5);
  expect(inwards(0, 1, [-0.25, 0.5])).toBe(0.5);
  expect(inwards(3, 1, [3, 3])).toBe(3);
});

/** Three functions whose minima lie in the box, at its walls, or outside; times a power of ten. */
const CURVED: ((
  c: Vector,
  s: number,
) => { f: (x: Vector) => number; grad: (x: Vector) => Vector })[] = [
  (_, s) => ({
    f: ([a, b]) => s * (100 * (b - a * a) ** 2 + (1 - a) ** 2),
    grad: ([a, b]) => [s * (-400 * a * (b - a * a) - 2 * (1 - a)), s * 200 * (b - a * a)],
  }),
  ([u, v], s) => ({
    f: ([a, b]) => s * ((a - u) ** 4 + Math.abs(b - v) ** 1.5),
    grad: ([a, b]) => [
      4 * s * (a - u) ** 3,
      1.5 * s * Math.sign(b - v) * Math.sqrt(Math.abs(b - v)),
    ],
  }),
  ([u, v], s) => ({
    f: ([a, b]) => s * (Math.exp(a - u) - a + 1e6 * (b - v) ** 2),
    grad: ([a, b]) => [s * (Math.exp(a - u) - 1), 2e6 * s * (b - v)],
  }),
];

test.each([
  ["with its gradient", true],
  ["by differences", false],
])("f is asked inside the bounds only, %s: wide boxes and boxes of 1e-12", (_, given) => {
  const random = rng(5);
  let [asked, outside] = [0, 0];
  for (let k = 0; k < 300; k++) {
    const c = [random.uniform(-2, 2), random.uniform(-2, 2)];
    const width = k % 3 === 0 ? 1e-12 : 1;
    const bounds = c.map((v): [number, number] => {
      const low = v + random.uniform(-1, 0.2) * width;
      return [low, low + random.uniform(0, 1) ** 3 * width];
    });
    const { f, grad } = CURVED[Math.floor(k / 3) % 3]!(c, 10 ** random.uniform(-100, 150));
    const seen =
      <R>(g: (x: Vector) => R) =>
      (x: Vector): R => {
        asked++;
        if (x.some((v, i) => v < bounds[i]![0] || v > bounds[i]![1])) outside++;
        return g(x);
      };
    const x0 = bounds.map(([low, high]) =>
      Math.min(low + (high - low) * random.uniform(0, 1), high),
    );
    const options = given ? { grad: seen(grad) } : {};
    minimize(seen(f), x0, { method: "l-bfgs-b", bounds, ...options });
  }
  expect(asked).toBeGreaterThan(3000);
  expect(outside).toBe(0);
});
