import { expect, test } from "vitest";
import { blank, dense, fromRows, gram, matvec, product, unpack } from "../../../lib/linalg/flat";
import { distance, flip, forEachEngine, randomMatrix, times } from "../helpers";

const SHAPES = [
  [1, 1, 1],
  [1, 9, 40],
  [40, 1, 9],
  [3, 5, 4],
  [33, 20, 26],
];

forEachEngine("products in flat storage", () => {
  for (const [m, n, k] of SHAPES) {
    test(`${m}×${k} times ${k}×${n}, with either factor transposed, into a given matrix`, () => {
      const [A, B] = [randomMatrix(m, k, 1), randomMatrix(k, n, 2)];
      const want = times(A, B);
      for (const transposeA of [false, true]) {
        for (const transposeB of [false, true]) {
          const a = fromRows(transposeA ? flip(A) : A);
          const b = fromRows(transposeB ? flip(B) : B);
          const before = [a.data.slice(), b.data.slice()];
          expect(distance(unpack(product(a, b, { transposeA, transposeB })), want)).toBeLessThan(
            1e-13,
          );
          const out = blank(m, n);
          out.data.fill(7);
          expect(product(a, b, { transposeA, transposeB, out })).toBe(out);
          expect(distance(unpack(out), want)).toBeLessThan(1e-13);
          expect([a.data, b.data]).toEqual(before);
        }
      }
    });
  }

  test("sums of no terms are zero", () => {
    expect(unpack(product(dense(2, 0), dense(0, 2)))).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(unpack(gram(dense(0, 2)))).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(Array.from(matvec(dense(2, 0), new Float64Array(0)))).toEqual([0, 0]);
    expect(product(dense(0, 3), dense(3, 2)).data.length).toBe(0);
  });

  test("gram is AᵀA, or AAᵀ, and symmetric to the last bit", () => {
    for (const [m, n] of [
      [1, 1],
      [7, 3],
      [3, 7],
      [50, 24],
    ]) {
      const A = randomMatrix(m, n, m);
      for (const [transpose, want] of [
        [false, times(flip(A), A)],
        [true, times(A, flip(A))],
      ] as const) {
        const G = unpack(gram(fromRows(A), { transpose }));
        expect(distance(G, want)).toBeLessThan(1e-13);
        expect(flip(G)).toEqual(G);
        const out = blank(want.length, want.length);
        out.data.fill(7);
        expect(gram(fromRows(A), { transpose, out })).toBe(out);
        expect(unpack(out)).toEqual(G);
      }
    }
  });

  test("matvec, A and Aᵀ", () => {
    for (const [m, n] of [
      [1, 1],
      [3, 8],
      [70, 61],
    ]) {
      const A = randomMatrix(m, n, m);
      const [x, y] = [randomMatrix(1, n, 3)[0], randomMatrix(1, m, 4)[0]];
      const ax = matvec(fromRows(A), Float64Array.from(x));
      expect(distance(Array.from(ax), times(A, flip([x])).flat())).toBeLessThan(1e-13);
      const out = new Float64Array(n).fill(7);
      expect(matvec(fromRows(A), Float64Array.from(y), { transpose: true, out })).toBe(out);
      expect(distance(Array.from(out), times([y], A)[0])).toBeLessThan(1e-13);
    }
  });
});
