import katex from "katex";
import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { latex } from "../../lib/display/latex";
import { bundles } from "../../lib/display/show";

const r = rng(4);
const z = (re: number, im: number) => ({ re, im });
const matrix = (m: number, n: number) => Array.from({ length: m }, () => r.normal(0, 30, n));

/** Everything that `show` writes in LaTeX, by what it is. */
const things: Record<string, unknown> = {
  number: -1.5e-12,
  "not a number": Number.NaN,
  infinity: [-Infinity, Infinity, Number.NaN, 1],
  vector: r.normal(0, 1, 4),
  "long vector": r.normal(0, 1, 100),
  matrix: matrix(3, 4),
  "large matrix": matrix(200, 30),
  "tiny and huge": [
    [1e-12, 1],
    [-1, 1e12],
  ],
  complex: [
    [z(0, 1), z(-1, -0.5)],
    [z(1e-9, 1e9), z(2, 0)],
  ],
  named: { A: matrix(2, 2), lambda1: 2, x_hat: [1], Vt: matrix(2, 2), "A^{-1}": matrix(2, 2) },
  "odd names": {
    "50 % & more": 1.5,
    "a_b#c": [1],
    "~{x}": [2],
    "λ → ∞": [3],
    "naïve \\alpha": [4],
  },
  formula: latex`\det ${matrix(2, 2)} \ge ${"\\lambda"}`,
};

describe.each(Object.entries(things))("%s", (_, thing) => {
  test("typesets", () => {
    for (const options of [{}, { fractions: true, digits: 2, caption: "Said", name: "M_1" }]) {
      for (const bundle of bundles(thing, options)) {
        const formulas = [...(bundle["text/latex"] ?? "").matchAll(/\$([^$]+)\$/g)];
        expect(formulas.length).toBeGreaterThan(0);
        for (const [, tex] of formulas) {
          expect(katex.renderToString(tex, { throwOnError: true, strict: "ignore" })).toContain(
            "katex",
          );
        }
      }
    }
  });
});
