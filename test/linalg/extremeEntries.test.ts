import { describe, expect, test } from "vitest";
import { allClose, type Matrix } from "../../lib/core";
import {
  cond,
  expm,
  gramSchmidt,
  inv,
  lstsq,
  matmul,
  norm,
  pinv,
  project,
  qr,
  rank,
  slogdet,
  solve,
} from "../../lib/linalg";

/** Entries near the largest double: lengths and sums of them are beyond it. */
const M = 1.7e308;
const R = [
  [1, 1],
  [-1, 1],
];
const times = (A: Matrix, c: number) => A.map((row) => row.map((v) => v * c));
const HUGE = times(R, M);

describe("entries near the largest double", () => {
  test("solve, inv and pinv", () => {
    expect(allClose(solve(HUGE, [M, 0]), [0.5, 0.5])).toBe(true);
    expect(
      solve(
        [
          [1, 1],
          [1, -1],
        ],
        [M, -M],
      ),
    ).toEqual([0, M]);
    for (const inverse of [inv, pinv]) {
      expect(
        allClose(
          matmul(inverse(HUGE), HUGE),
          [
            [1, 0],
            [0, 1],
          ],
          { atol: 1e-15 },
        ),
      ).toBe(true);
    }
  });

  test("lstsq: x, rank and the range of b", () => {
    const tall = [...HUGE, [M, -M]];
    const { x, rank: r } = lstsq(tall, [M, 0, M]);
    expect(allClose(x, lstsq([...R, [1, -1]], [1, 0, 1]).x)).toBe(true);
    expect(r).toBe(2);
    expect(allClose(lstsq([[1], [1]], [M, M]).x, [M])).toBe(true);
  });

  test("rank, cond, norm and slogdet", () => {
    expect(rank(HUGE)).toBe(2);
    expect(
      rank(
        times(
          [
            [1, 1],
            [1, 1],
          ],
          M,
        ),
      ),
    ).toBe(1);
    expect(rank(HUGE, { tol: 1e300 })).toBe(2);
    expect(cond(HUGE)).toBeCloseTo(1, 12);
    expect(norm(times(R, M / 2), 2)).toBeCloseTo((M / 2) * Math.SQRT2, -295);
    expect(norm(HUGE, 2)).toBe(Infinity);
    expect(slogdet(HUGE).logabsdet).toBeCloseTo(Math.log(2) + 2 * Math.log(M), 9);
  });

  test("qr, gramSchmidt and project", () => {
    const { Q, R: upper } = qr(times(R, M / 2));
    expect(allClose(matmul(Q, upper), times(R, M / 2), { atol: 1e295 })).toBe(true);
    expect(allClose(gramSchmidt(HUGE), times(R, Math.SQRT1_2))).toBe(true);
    expect(allClose(project([M, M], [[1], [1]]), [M, M])).toBe(true);
  });

  test("expm ends", () => {
    expect(
      expm([
        [-M, M],
        [0, -M],
      ]),
    ).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(() => expm(HUGE)).toThrow(/expm: .*overflows/);
  });
});

test("a pseudoinverse beyond the doubles is refused as an inverse is", () => {
  const tiny = times(
    [
      [2, 1],
      [1, 3],
    ],
    1e-310,
  );
  expect(() => inv(tiny)).toThrow("inv: the inverse overflows");
  expect(() => pinv(tiny)).toThrow("pinv: the inverse overflows");
});
