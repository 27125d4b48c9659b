import { describe, expect, test } from "vitest";
import { display, formula, linalg, prob, show, stats } from "../../../lib/index";

const x = { x: [-3, 3] } as const;
const two = { a: [-2, 2], b: [1, 3] } as const;

describe("a formula that holds", () => {
  test("keeps what it was held by", () => {
    const held = formula("density", "f(x) = exp(-(x - mu)^2 / (2 sigma^2)) / (sigma sqrt(2 pi))", {
      where: { x: [-3, 5], mu: [-1, 1], sigma: [0.5, 2] },
      against: ({ x, mu, sigma }) => prob.normal(mu, sigma).pdf(x),
      given: "$\\sigma > 0$",
      of: "prob.normal",
      draws: 10,
    });
    expect(held).toMatchObject({ draws: 10, given: "$\\sigma > 0$", of: ["prob.normal"] });
    expect(held.changes.length).toBeGreaterThan(12);
  });

  test("is changed by one sign, factor or exponent each time", () => {
    const { changes } = formula("line", "y = a x + b^2", {
      where: { x: [-1, 1], ...two },
      against: ({ x, a, b }) => a * x + b * b,
    });
    expect(changes).toEqual([
      "the sign of all",
      "a factor 2 before all",
      "sign: ((a x) - (b ^ 2)) for a x + b ^ 2",
      "factor: (2 * a) for a",
      "factor: (2 * x) for x",
      "exponent: ((b)^((2) + 1)) for b ^ 2",
      "factor: (2 * b) for b",
    ]);
  });

  test("is changed in a comparison by turning it round", () => {
    const { changes } = formula("positive part", "y = x * (x > 0)", {
      where: x,
      against: ({ x }) => Math.max(x, 0),
    });
    expect(changes).toContain("sign: ((x) < (0)) for x > 0");
    expect(changes).toHaveLength(4);
  });

  test("may be one of matrices, held by the library", () => {
    const held = formula("determinant", "det(A B) = det(A) det(B)", {
      where: { A: "3x3", B: "3x3" },
      against: ({ A, B }) => linalg.det(linalg.matmul(A, B)),
    });
    expect(held.changes).toHaveLength(4);
  });

  test("may speak of what is computed from drawn values", () => {
    const held = formula("QR", "A = Q R", {
      where: { A: "3x2" },
      derive: ({ A }) => linalg.qr(A),
      against: ({ A, R }) => {
        expect(R).toHaveLength(2);
        return A;
      },
    });
    expect(held.tex).toBe("A = Q R");
  });

  test("may be a chain", () => {
    const held = formula("angles", "cos(x)^2 = 1 - sin(x)^2 = (1 + cos(2 x)) / 2", { where: x });
    expect(held.tex).toBe("(\\cos x)^{2} = 1 - (\\sin x)^{2} = \\frac{1 + \\cos(2 x)}{2}");
  });

  test("may be an inequality that is attained", () => {
    const held = formula("Cauchy–Schwarz", "abs(x' y) <= norm(x) norm(y)", {
      where: { x: "3", y: "3" },
      tight: ({ x }) => ({ y: x.map((v) => -2 * v) }),
    });
    expect(held.tex).toBe("\\lvert x^\\top y \\rvert \\le \\lVert x \\rVert \\lVert y \\rVert");
  });
});

describe("a formula is refused", () => {
  test.each([
    ["that is wrong", "(a + b)^2 = a^2 + b^2", "it does not hold: "],
    ["whose check cannot tell a change", "a - a = 0 b", "the check does not notice a change"],
    ["that cannot be read", "a = (b", '"(b" cannot be read'],
    ["that states nothing", "a + b", 'of the form "left = right"'],
    ["with a name that is not drawn", "a = c", "Undefined symbol c"],
    ["that has something it has no sign for", "a = a % b", 'no operator "mod"'],
    ["that assigns", "a = (b=1)", "holds no AssignmentNode"],
    ["that is an inequality and may be loose", "a^2 <= 2 a^2", "needs `tight`"],
  ])("%s", (_, statement, message) => {
    expect(() => formula("it", statement, { where: two })).toThrow(message);
  });

  test("that is an inequality with a factor to spare", () => {
    const loose = () =>
      formula("loose", "a^2 <= 2 (a^2 + b^2)", { where: two, tight: () => ({ b: 0 }) });
    expect(loose).toThrow("it does not hold");
  });

  test("that disagrees with what it is held against, with the values", () => {
    const biased = () =>
      formula("variance", "s^2 = sum(i, 1, 4, (x[i] - mean(x))^2) / 4", {
        where: { x: "4" },
        against: ({ x }) => stats.variance(x, { ddof: 1 }),
      });
    expect(biased).toThrow(/formula: variance: it does not hold: .* at x = \[/);
  });

  test("with LaTeX on a side that has to be evaluated", () => {
    expect(() => formula("tex", "a = $b$", { where: two })).toThrow(
      "formula: tex: a side in LaTeX is not evaluated",
    );
  });

  test.each([
    [{ where: {} }, "where must say how each name is drawn"],
    [{ where: { a: "3x2 symmetric" } }, "where.a must be"],
    [{ where: { a: [2, 1] } }, "where.a must be"],
    [{ where: two, draws: 1 }, "draws must be"],
    [{ where: two, rtol: 0 }, "rtol must be"],
    [{ where: two, seed: 1 }, 'options has no "seed"'],
  ])("with options %j", (options, message) => {
    expect(() => formula("it", "a = a", options as never)).toThrow(message);
  });
});

test("what is drawn of a formula says how it was held", () => {
  const held = formula("double", "2 x = x + x", {
    where: x,
    of: ["calculus.grad"],
    given: "$x$ real",
  });
  const [bundle] = display.bundles(held);
  expect(bundle).toEqual({
    "text/plain": `double: 2 x = x + x ($x$ real). holds at 24 points; ${held.changes.length} of ${held.changes.length} changes noticed`,
    "text/markdown": `**double** $\\displaystyle 2 x = x + x$ ($x$ real) *holds at 24 points; ${held.changes.length} of ${held.changes.length} changes noticed*`,
    "application/vnd.course.formula+json": {
      name: "double",
      tex: "2 x = x + x",
      given: "$x$ real",
      of: ["calculus.grad"],
      draws: 24,
      changes: held.changes.length,
    },
  });
  expect(() => show(held)).not.toThrow();
});
