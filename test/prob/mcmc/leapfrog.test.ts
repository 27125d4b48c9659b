import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { det } from "../../../lib/linalg";
import { reasonableStep } from "../../../lib/prob/mcmc/firstStep";
import { energy, leapfrog, type Oracle, type Phase } from "../../../lib/prob/mcmc/leapfrog";
import { denseMetric, diagonalMetric } from "../../../lib/prob/mcmc/metric";

/** A density that is not quadratic: ln p = −(x² − 1)² /4 − (y − x²)²/2. */
const bent: Oracle = ([x, y]) => ({
  value: -((x! * x! - 1) ** 2) / 4 - (y! - x! * x!) ** 2 / 2,
  grad: [-(x! * x! - 1) * x! + 2 * x! * (y! - x! * x!), -(y! - x! * x!)],
});
const phase = (oracle: Oracle, x: number[], p: number[]): Phase => ({ x, p, ...oracle(x) });
const METRICS = [
  diagonalMetric([1, 1]),
  diagonalMetric([0.5, 2]),
  denseMetric({ data: Float64Array.of(1, 0.5, 0.5, 2), rows: 2, cols: 2 }, [1, 0.7]),
];

describe("leapfrog", () => {
  const steps = (from: Phase, count: number, step: number, metric = METRICS[2]!) => {
    let at = from;
    for (let k = 0; k < count; k++) at = leapfrog(at, bent, metric, step);
    return at;
  };

  test("comes back to where it was when the momentum is turned about", () => {
    for (const metric of METRICS) {
      const from = phase(bent, [0.4, -0.3], [1.1, -0.6]);
      const to = steps(from, 25, 0.1, metric);
      const back = steps({ ...to, p: to.p.map((v) => -v) }, 25, 0.1, metric);
      for (const i of [0, 1]) {
        expect(back.x[i]).toBeCloseTo(from.x[i]!, 11);
        expect(-back.p[i]!).toBeCloseTo(from.p[i]!, 11);
      }
    }
  });

  test("conserves volume: the determinant of its Jacobian is 1", () => {
    const random = rng(8);
    for (const metric of METRICS) {
      const z = random.normal(0, 1, 4);
      const map = (w: readonly number[]) => {
        const { x, p } = steps(phase(bent, w.slice(0, 2), w.slice(2)), 3, 0.3, metric);
        return [...x, ...p];
      };
      const h = 1e-5;
      const columns = z.map((_, j) => {
        const shifted = (s: number) => map(z.map((v, i) => (i === j ? v + s : v)));
        const [up, down] = [shifted(h), shifted(-h)];
        return up.map((v, i) => (v - down[i]!) / (2 * h));
      });
      expect(det(columns)).toBeCloseTo(1, 7);
    }
  });

  test("misses the energy after a fixed time by O(ε²)", () => {
    const from = phase(bent, [0.4, -0.3], [1.1, -0.6]);
    const miss = (count: number) => Math.abs(energy(steps(from, count, 1 / count)) - energy(from));
    for (const count of [64, 128, 256]) {
      const ratio = miss(count) / miss(2 * count);
      expect(Math.abs(ratio - 4)).toBeLessThan(0.2);
    }
  });

  test("is the exact rotation of a normal law up to O(ε²)", () => {
    const normal: Oracle = (x) => ({ value: -0.5 * x[0]! ** 2, grad: [-x[0]!] });
    let at = phase(normal, [1], [0]);
    const count = 4000;
    for (let k = 0; k < count; k++) {
      at = leapfrog(at, normal, diagonalMetric([1]), Math.PI / 2 / count);
    }
    expect(at.x[0]).toBeCloseTo(0, 6);
    expect(at.p[0]).toBeCloseTo(-1, 6);
  });
});

describe("the first step size", () => {
  test("is of the size of the target, whatever that is", () => {
    for (const size of [1e-12, 1e-3, 1, 1e6, 1e15]) {
      const oracle: Oracle = (x) => ({
        value: -0.5 * (x[0]! / size) ** 2,
        grad: [-x[0]! / size / size],
      });
      const step = reasonableStep(phase(oracle, [0.5 * size], [1]), oracle, diagonalMetric([1]));
      expect(step / size).toBeGreaterThan(0.2);
      expect(step / size).toBeLessThan(8);
    }
  });

  test("stays a number where none is right", () => {
    const flat: Oracle = () => ({ value: 0, grad: [0] });
    expect(reasonableStep(phase(flat, [0], [1]), flat, diagonalMetric([1]))).toBe(2 ** 80);
    const point: Oracle = (x) => ({ value: x[0] === 0 ? 0 : -Infinity, grad: [0] });
    expect(reasonableStep(phase(point, [0], [1]), point, diagonalMetric([1]))).toBe(2 ** -120);
  });
});
