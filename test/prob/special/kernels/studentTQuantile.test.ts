import { expect, test } from "vitest";
import { studentT } from "../../../../lib/prob";
import { hillStart } from "../../../../lib/prob/special/kernels/studentTQuantile";
import { expectClose } from "../../helpers";

test("Hill's start is good to a few digits", () => {
  for (const n of [2, 3, 4.5, 7, 30, 1e3, 1e6]) {
    for (const p of [1e-20, 1e-8, 1e-3, 0.05, 0.3, 0.9]) {
      expectClose(hillStart(n, p), studentT(n).isf(p / 2), 3e-2, `n = ${n}, p = ${p}`);
    }
  }
});

test("the quantile that is refined from it leads back to its probability", () => {
  for (const n of [2, 2.5, 3, 5, 7, 30, 1e3, 1e6, 9e9]) {
    const d = studentT(n);
    for (const p of [1e-279, 1e-100, 1e-20, 1e-8, 1e-3, 0.05, 0.3, 0.49, 0.4999999]) {
      const t = d.isf(p);
      const rounding = (2.3e-16 * t * d.pdf(t)) / p;
      expectClose(d.sf(t), p, 2e-12 + rounding, `sf(isf(${p})), n = ${n}`);
      expect(d.ppf(p)).toBe(-t);
    }
  }
});
