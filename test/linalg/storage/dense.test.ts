import { expect, test } from "vitest";
import { blank, dense, release } from "../../../lib/linalg/storage/dense";

test("zeros, and shapes of any size, exactly as long as needed", () => {
  for (const [m, n] of [
    [0, 0],
    [0, 3],
    [2, 3],
    [40, 50],
    [1100, 1000],
  ]) {
    const A = dense(m, n);
    expect([A.rows, A.cols, A.data.length]).toEqual([m, n, m * n]);
    expect(A.data.every((x) => x === 0)).toBe(true);
    expect(blank(m, n).data.length).toBe(m * n);
  }
});

test("what has been released is used again, and never twice at once", () => {
  const small = blank(5, 5);
  release(small);
  expect(blank(25, 1).data).toBe(small.data);
  expect(blank(5, 5).data).not.toBe(small.data);
  const A = blank(50, 50);
  const memory = A.data.buffer;
  release(A);
  const B = blank(60, 60);
  expect(B.data.buffer).toBe(memory);
  expect(blank(60, 60).data.buffer).not.toBe(memory);
  expect(dense(60, 60).data.every((x) => x === 0)).toBe(true);
});
