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

describe("what is printed is what is held", () => {
  const square = { n: "2..4", A: "nxn", B: "nxn" } as const;
  const anew = (statement: string, options: object) => () =>
    formula("it", statement, options as Parameters<typeof formula>[2]);

  test("on the left side too, where its names have values", () => {
    const against = ({ A, B }: { A: number[][]; B: number[][] }) => linalg.add(A, B);
    expect(() => formula("sum", "A - B = A + B", { where: square, against })).toThrow(
      "it does not hold",
    );
    expect(formula("sum", "B + A = A + B", { where: square, against }).draws).toBe(24);
  });

  test("for each size that a name is drawn for", () => {
    const n: number[] = [];
    formula("multiple", "det(c A) = c^n * det(A)", {
      where: { n: "1..4", A: "nxn", c: [-2, 2], x: "n", p: "simplex n" },
      against: ({ A, c, x, p, ...sizes }) => {
        n.push(sizes.n);
        expect([A.length, x.length, p.length]).toEqual([sizes.n, sizes.n, sizes.n]);
        return linalg.det(linalg.scale(c, A));
      },
    });
    expect(new Set(n)).toEqual(new Set([1, 2, 3, 4]));
    expect(n).toHaveLength(24); // not again for every change
    const three = anew("det(c A) = c^n * det(A)", {
      where: { n: () => 3, A: "3x3", c: [-2, 2] },
    });
    expect(three).toThrow("n is always 3, so n + 1 and 4 are the same: draw it");
  });

  test("by a function that knows what was drawn before", () => {
    const held = formula("j follows i", "x[i] + x[j] = x[j] + x[i]", {
      where: { x: "3", i: "1..2", j: (_, { i = 0 }) => i + 1 },
    });
    expect(held.tex).toBe("x_{i} + x_{j} = x_{j} + x_{i}");
  });

  test("with its last term", () => {
    const { changes } = formula("sum of squares", "x' x = sum(i, 1, n, x[i]^2)", {
      where: { n: "2..5", x: "n" },
    });
    expect(changes).toContain("limit: sum(i, 1, (n) - 1, x[i] ^ 2) for sum(i, 1, n, x[i] ^ 2)");
    // x[i] beyond the last entry is no slip that could be overlooked
    expect(changes.filter((change) => change.includes("2 * n"))).toEqual([]);
  });

  test("with vectors of one entry, columns, and names in Greek", () => {
    const where = { C: "1x3", x: "3" } as const;
    expect(
      formula("row", "$y$ = C x", { where, against: ({ C, x }) => linalg.matvec(C, x) }).draws,
    ).toBe(24);
    expect(formula("greek", "σ + σ_1 = σ_1 + σ", { where: { σ: [1, 2], σ_1: [1, 2] } }).tex).toBe(
      "\\sigma + \\sigma_{1} = \\sigma_{1} + \\sigma",
    );
  });

  test("with a relation within brackets or LaTeX", () => {
    const where = { x: [0.1, 2], r: [0.5, 3] } as const;
    const against = ({ x, r }: { x: number; r: number }) => prob.exponential(r).sf(x);
    const tex = (left: string) =>
      formula("it", `${left} = exp(-r x)`, { where, against, of: "prob.exponential" }).tex;
    expect(tex("P(X >= x)")).toBe("P(X \\ge x) = e^{-r x}");
    expect(tex("$P(X = Y \\mid X >= x)$")).toBe("P(X = Y \\mid X >= x) = e^{-r x}");
  });

  test.each([
    ["A + 1 = 1 + A", "have no sum"],
    ["A + A[1, 1] = A[1, 1] + A", "have no sum"],
    ["x + x' = x' + x", "have no sum"],
    ["x / A = x inv(A)", "a formula divides by numbers"],
    ["norm(A) = norm(A)", 'write norm(A, "fro")'],
    ["A[1] = A[1]", "of a matrix, write A[i, j]"],
    ["sum(i, 1, c, i) = c", "a sum runs between whole numbers"],
    ["c (c + 1) = c^2 + c", "c (…) calls a function; a product is c * (…)"],
    ["log(c / 0) = log(c / 0)", "not all is finite"],
    ["tau c = c tau", "tau has no value"],
    ["c m / m = c", "m has no value"],
    ["c = P(c | 1)", "P() has no value"],
    ["c = 2 | 1", "a side with | is not evaluated"],
    ["log(c, 2) = log(c, 2)", "log is printed with 1 of its 2 arguments"],
    ["mean(c, 2) = mean(c, 2)", "mean is printed with 1 of its 2 arguments"],
    ["$\\frac{c$ = c", "do not close what they open"],
  ])("and %s is refused", (statement, message) => {
    const where = { A: "3x3", x: "3", c: [0.5, 0.9] };
    const against = statement.startsWith("$") ? { against: ({ c }: { c: number }) => c } : {};
    expect(anew(statement, { where, ...against })).toThrow(message);
  });

  test.each([
    [{ against: ({ x }: { x: number[] }) => x.sort()[0] }, "read only"],
    [{ where: { x: "3", exp: () => Math.log } }, "exp is printed as the function it is"],
    [{ where: { x: "n" } }, "n is a size, so it must be drawn before"],
    [{ given: "$x > 0" }, "opens LaTeX and does not close it"],
    [{ rtol: 0.01 }, "= holds to rtol 1e-4 or less"],
    [{ tight: () => ({ y: 1 }) }, "tight gives y, which is not drawn"],
  ])("and options %j are refused", (options, message) => {
    expect(anew("x[1] + x[2] = x[2] + x[1]", { where: { x: "3" }, ...options })).toThrow(message);
  });

  test("with ~ just where it is said how near", () => {
    const where = { n: "30..90" } as const;
    const against = ({ n }: { n: number }) => 1 - 0.05 ** (1 / n);
    expect(() => formula("three", "p ~ 3 / n", { where, against })).toThrow("a rtol that is said");
    expect(formula("three", "p ~ 3 / n", { where, against, rtol: 0.06 }).tex).toBe(
      "p \\approx \\frac{3}{n}",
    );
  });
});

describe("a formula is refused", () => {
  test.each([
    ["that is wrong", "(a + b)^2 = a^2 + b^2", "it does not hold: "],
    ["whose check cannot tell a change", "a - a = 0 b", "the check does not notice a change"],
    ["that cannot be read", "a = (b", '"(b" cannot be read'],
    ["that states nothing", "a + b", 'of the form "left = right"'],
    ["with a name that is not drawn", "a = c", "c has no value"],
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
