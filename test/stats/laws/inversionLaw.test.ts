import { expect, test } from "vitest";
import { inversionLaw } from "../../../lib/stats/laws/inversionLaw";
import { expectNear } from "../helpers";

test("counts by hand: 1, 3, 5, 6, 5, 3, 1 of 24", () => {
  expectNear(
    Array.from(inversionLaw(4).p, (v) => v * 24),
    [1, 3, 5, 6, 5, 3, 1],
    1e-15,
  );
});

test("sums to 1, with mean n(n − 1)/4 and variance n(n − 1)(2n + 5)/72, the ends being 1/n!", () => {
  for (const n of [2, 10, 60]) {
    const { p } = inversionLaw(n);
    const mean = p.reduce((s, v, k) => s + v * k, 0);
    expectNear(
      p.reduce((a, b) => a + b, 0),
      1,
      1e-13,
    );
    expectNear(mean, (n * (n - 1)) / 4, 1e-13);
    expectNear(
      p.reduce((s, v, k) => s + v * (k - mean) ** 2, 0),
      (n * (n - 1) * (2 * n + 5)) / 72,
      1e-12,
    );
    expectNear(
      p[p.length - 1],
      Array.from({ length: n }, (_, i) => i + 1).reduce((a, b) => a / b, 1),
      1e-12,
    );
    expect(p.length).toBe((n * (n - 1)) / 2 + 1);
  }
});
