import { expect, test } from "vitest";
import { compress, transposeCompressed } from "../../../lib/linalg/sparse/compress";

const arrays = ({ indptr, indices, data }: ReturnType<typeof compress>) =>
  [indptr, indices, data].map((x) => Array.from(x));

test("rows in order, columns ascending, duplicates added up in the order given", () => {
  const A = compress({ row: [1, 0, 1, 1], col: [2, 1, 0, 2], data: [1, 2, 3, 4] }, 3, 3);
  expect(arrays(A)).toEqual([
    [0, 1, 3, 3],
    [1, 0, 2],
    [2, 3, 5],
  ]);
  expect(arrays(transposeCompressed(A, 3))).toEqual([
    [0, 1, 2, 3],
    [1, 0, 1],
    [3, 2, 5],
  ]);
});

test("no entries", () => {
  expect(arrays(compress({ row: [], col: [], data: [] }, 2, 1))).toEqual([[0, 0, 0], [], []]);
});
