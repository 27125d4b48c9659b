import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { compressRows, Growing, type Sparse, turned } from "../../../lib/optimize/programs/sparse";

const spread = ({ start, index, value }: Sparse, width: number) =>
  Array.from({ length: start.length - 1 }, (_, k) => {
    const line = new Array<number>(width).fill(0);
    for (let t = start[k]; t < start[k + 1]; t++) line[index[t]] = value[t];
    return line;
  });

describe("compressed matrices", () => {
  test("rows of two blocks and back, by rows and by columns", () => {
    const g = rng(2);
    const rows = (m: number) =>
      Array.from({ length: m }, () => g.normal(0, 1, 5).map((v) => (v > 0.3 ? v : 0)));
    const [A, B] = [rows(4), rows(3)];
    const S = compressRows(A, B);
    expect(spread(S, 5)).toEqual([...A, ...B]);
    const columns = [0, 1, 2, 3, 4].map((j) => [...A, ...B].map((row) => row[j]));
    expect(spread(turned(S, 5), 7)).toEqual(columns);
    expect(turned(turned(S, 5), 7)).toEqual(S);
    expect(S.value.every((v) => v !== 0)).toBe(true);
  });

  test("nothing, and rows of zeros", () => {
    expect(spread(compressRows([], []), 3)).toEqual([]);
    expect(spread(turned(compressRows([]), 2), 0)).toEqual([[], []]);
    expect(compressRows([[0, -0]]).value.length).toBe(0);
  });

  test("one that grows past its first room", () => {
    const grown = new Growing();
    for (let k = 0; k < 300; k++) {
      for (let t = 0; t < k % 4; t++) grown.push(t, k + t);
      grown.end();
    }
    const { start, index, value } = grown.done();
    expect(start.length).toBe(301);
    expect(index.length).toBe(450);
    expect(Array.from(value.subarray(start[299], start[300]))).toEqual([299, 300, 301]);
  });
});
