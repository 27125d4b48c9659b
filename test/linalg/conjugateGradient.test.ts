import { describe, expect, test } from "vitest";
import { conjugateGradient, type LinearOperator, norm, solve, sparse } from "../../lib/linalg";
import { distance, fixture, flip, forEachEngine, largest, randomMatrix, times } from "./helpers";

interface System {
  name: string;
  n: number;
  A: { row: number[]; col: number[]; data: number[] };
  b: number[];
  x: number[];
}
const { systems } = fixture<{ systems: System[] }>("iterative");

/** M·Mᵀ + I for random M. */
function positiveDefinite(n: number, seed = 1): number[][] {
  const M = randomMatrix(n, n, seed);
  return times(M, flip(M)).map((row, i) => row.map((x, j) => (i === j ? x + 1 : x)));
}

describe("SciPy's solutions", () => {
  for (const { name, n, A, b, x: want } of systems) {
    for (const preconditioner of [undefined, "jacobi", "incompleteCholesky"] as const) {
      test(`${name}, ${preconditioner ?? "no preconditioner"}`, () => {
        const options = preconditioner ? { preconditioner } : {};
        const S = sparse(A, { shape: [n, n] });
        const result = conjugateGradient(S, b, { ...options, tol: 1e-13 });
        const residual = norm(S.matvec(result.x).map((v, i) => v - b[i])) / norm(b);
        expect(result.residual).toBeCloseTo(residual, 15);
        expect(result.nit).toBe(result.history.length);
        if (name.includes("scaled") && !preconditioner) {
          // Condition 10^16: hopeless as it stands, and it says so.
          expect(result.converged).toBe(false);
          expect(residual).toBeGreaterThan(1e-13);
          return;
        }
        expect(result.converged).toBe(true);
        expect(residual).toBeLessThanOrEqual(1e-13);
        if (!name.includes("scaled")) {
          expect(distance(result.x, want)).toBeLessThan(1e-11 * largest(want));
        }
      });
    }
  }

  test("a better preconditioner takes fewer steps", () => {
    const { n, A, b } = systems[1];
    const S = sparse(A, { shape: [n, n] });
    const steps = (["jacobi", "incompleteCholesky"] as const).map(
      (preconditioner) => conjugateGradient(S, b, { preconditioner }).nit,
    );
    expect(steps[1]).toBeLessThan(steps[0]);
  });
});

forEachEngine("conjugateGradient", () => {
  test("agrees with solve: rows of numbers, sparse, an operator", () => {
    for (const n of [1, 2, 30]) {
      const A = positiveDefinite(n, n);
      const b = randomMatrix(1, n, 7)[0];
      const want = solve(A, b);
      const S = sparse(A);
      const operator: LinearOperator = { rows: n, cols: n, matvec: (x) => S.matvec(x) };
      for (const M of [A, S, operator]) {
        const { x, converged } = conjugateGradient(M, b, { tol: 1e-13, maxIter: 1000 });
        expect(converged).toBe(true);
        expect(distance(x, want)).toBeLessThan(1e-9 * largest(want));
      }
    }
  });
});

test("as many steps as there are different eigenvalues", () => {
  const A = [2, 2, 5, 5, 5, 9].map((d, i) =>
    Array.from({ length: 6 }, (_, j) => (i === j ? d : 0)),
  );
  const { nit, converged } = conjugateGradient(A, [1, 2, 3, 4, 5, 6]);
  expect([nit, converged]).toEqual([3, true]);
});

test("a function as preconditioner: the inverse itself takes one step", () => {
  const A = positiveDefinite(12, 3);
  const { nit, converged } = conjugateGradient(A, A[0], { preconditioner: (r) => solve(A, r) });
  expect([nit, converged]).toEqual([1, true]);
});

test("a start, that of the solution itself too", () => {
  const A = positiveDefinite(5, 2);
  const x0 = [1, 2, 3, 4, 5];
  const b = times(A, flip([x0])).flat();
  expect(conjugateGradient(A, b, { x0 })).toMatchObject({ nit: 0, converged: true, history: [] });
  const near = conjugateGradient(A, b, { x0: [1, 2, 3, 4, 6] });
  expect(near.converged).toBe(true);
  expect(distance(near.x, x0)).toBeLessThan(1e-8);
});

test("b = 0, huge and tiny", () => {
  const A = positiveDefinite(4, 2);
  expect(conjugateGradient(A, [0, 0, 0, 0], { x0: [1, 2, 3, 4] })).toMatchObject({
    x: [0, 0, 0, 0],
    converged: true,
    nit: 0,
    residual: 0,
  });
  const want = solve(A, [1, 2, 3, 4]);
  for (const f of [1e300, 1e-300]) {
    const { x, converged } = conjugateGradient(A, [f, 2 * f, 3 * f, 4 * f]);
    expect(converged).toBe(true);
    expect(
      distance(
        x.map((v) => v / f),
        want,
      ),
    ).toBeLessThan(1e-8);
    const scaled = A.map((row) => row.map((v) => v * f));
    const small = conjugateGradient(scaled, [1, 2, 3, 4]);
    expect(small.converged).toBe(true);
    expect(
      distance(
        small.x.map((v) => v * f),
        want,
      ),
    ).toBeLessThan(1e-8);
  }
});

test("says why it has not converged", () => {
  const indefinite = [
    [1, 0],
    [0, -1],
  ];
  const message = "A is not positive definite";
  expect(conjugateGradient(indefinite, [1, 1])).toMatchObject({ converged: false, message });
  expect(conjugateGradient([[0]], [1])).toMatchObject({ converged: false, message, residual: 1 });
  for (const preconditioner of ["jacobi", "incompleteCholesky"] as const) {
    expect(conjugateGradient(indefinite, [1, 1], { preconditioner })).toMatchObject({
      converged: false,
      message,
      nit: 0,
    });
  }
  const A = positiveDefinite(30, 1);
  const stopped = conjugateGradient(
    A,
    A[0].map((_, i) => i),
    { maxIter: 3 },
  );
  expect(stopped).toMatchObject({ converged: false, nit: 3, message: "maxIter reached (3)" });
  expect(conjugateGradient(A, A[1], { preconditioner: (r) => r.map((v) => -v) })).toMatchObject({
    converged: false,
    message: "the preconditioner is not positive definite",
  });
});

test("a tolerance below what rounding allows: stops and says so", () => {
  const { n, A, b } = systems[1];
  const S = sparse(A, { shape: [n, n] });
  const { converged, message, residual } = conjugateGradient(S, b, {
    tol: 1e-18,
    preconditioner: "incompleteCholesky",
    maxIter: 100000,
  });
  expect(converged).toBe(false);
  expect(message).toMatch(/rounding|maxIter/);
  expect(residual).toBeLessThan(1e-12);
});

test("an incomplete factor that breaks down is made with a raised diagonal", () => {
  // Kershaw's matrix (1978): positive definite, but its incomplete factor has a negative pivot.
  const A = [
    [3, -2, 0, 2],
    [-2, 3, -2, 0],
    [0, -2, 3, -2],
    [2, 0, -2, 3],
  ];
  const { x, converged } = conjugateGradient(A, [1, 2, 3, 4], {
    preconditioner: "incompleteCholesky",
  });
  expect(converged).toBe(true);
  expect(distance(x, solve(A, [1, 2, 3, 4]))).toBeLessThan(1e-8);
});

test("what it rejects; arguments are left as they are", () => {
  const A = [
    [2, 1],
    [0, 2],
  ];
  const symmetric = "conjugateGradient: A must be symmetric, A[1][0] is 0 and A[0][1] is 1";
  expect(() => conjugateGradient(A, [1, 1])).toThrow(new RangeError(symmetric));
  expect(() => conjugateGradient(sparse(A), [1, 1])).toThrow(
    new RangeError("conjugateGradient: A must be symmetric, A[0][1] is 1 and A[1][0] is 0"),
  );
  const turn: LinearOperator = { rows: 2, cols: 2, matvec: ([x, y]) => [-y, x] };
  expect(() => conjugateGradient(turn, [1, 1])).toThrow(
    "conjugateGradient: A must be symmetric, for random x and y it gives",
  );
  expect(() => conjugateGradient([[1, 2]], [1])).toThrow("A must be square, got 1×2");
  expect(() => conjugateGradient([], [])).toThrow("A must have at least 1 row");
  expect(() => conjugateGradient([[1]], [1, 2])).toThrow(
    new RangeError("conjugateGradient: b must have length 1 (rows of A), got 2"),
  );
  expect(() => conjugateGradient([[1]], [1], { preconditioner: "ilu" as never })).toThrow(
    'conjugateGradient: preconditioner must be one of "jacobi", "incompleteCholesky"',
  );
  const double: LinearOperator = { rows: 1, cols: 1, matvec: ([x]) => [2 * x] };
  expect(() => conjugateGradient(double, [1], { preconditioner: "jacobi" })).toThrow(
    new RangeError(
      'conjugateGradient: preconditioner "jacobi" needs the entries of A, got an operator',
    ),
  );
  expect(() => conjugateGradient([[1]], [1], { rtol: 1 } as never)).toThrow(
    'conjugateGradient: options has no "rtol"',
  );
  const frozen = Object.freeze([Object.freeze([2])]);
  const b = Object.freeze([1]);
  expect(conjugateGradient(frozen, b, { x0: Object.freeze([3]) }).x).toEqual([0.5]);
});
