/** Thousands of decompositions leave memory flat. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { minOf } from "../../lib/core";
import * as linalg from "../../lib/linalg";
import { forEachEngine, randomMatrix, randomSymmetric } from "./helpers";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/**
 * Megabytes in use: V8's heap, the buffers outside of it, and all that the process holds beside that heap,
 * which V8 grows and shrinks in steps of 16 MB as it sees fit, however little is in it. The collector
 * frees buffers in a thread of its own, which it waits for at the start of its next run.
 */
function memory(): { heap: number; buffers: number; resident: number } {
  collect();
  collect();
  const { heapUsed, heapTotal, arrayBuffers, rss } = process.memoryUsage();
  return {
    heap: heapUsed / 2 ** 20,
    buffers: arrayBuffers / 2 ** 20,
    resident: (rss - heapTotal) / 2 ** 20,
  };
}

const A = randomMatrix(64, 64, 1);
const S = randomSymmetric(64, 2);
const P = S.map((row, i) => row.map((x, j) => (i === j ? x + 100 : x)));

/** Ten different decompositions. */
function decompose(): void {
  linalg.svd(A);
  linalg.eigh(S);
  linalg.eig(A);
  linalg.qr(A);
  linalg.lu(A);
  linalg.cholesky(P);
  linalg.inv(A);
  linalg.lstsq(A, A[0]);
  linalg.matmul(A, A);
  expect(() => linalg.solve(linalg.zeros(64, 64), A)).toThrow("singular");
}

/** What a hundred rounds more leave in use. */
function growth(): ReturnType<typeof memory> {
  const before = memory();
  for (let k = 0; k < 100; k++) decompose();
  const after = memory();
  return {
    heap: after.heap - before.heap,
    buffers: after.buffers - before.buffers,
    resident: after.resident - before.resident,
  };
}

forEachEngine("three times a thousand decompositions of 64×64 matrices", () => {
  test("leave memory flat", { timeout: 120_000 }, () => {
    for (let k = 0; k < 20; k++) decompose();
    // A leak grows every time; V8 doubles its young generation (8 to 16 MB resident) once, when it likes.
    const times = [growth(), growth(), growth()];
    const least = (name: keyof ReturnType<typeof memory>) => minOf(times.map((t) => t[name]));
    // Measured: heap + 0.0 to 0.2 MB, buffers 0 or less, resident −8 to + 1 MB. A leak of one 64×64
    // buffer per decomposition would show as 31 MB.
    expect(least("heap")).toBeLessThan(2);
    expect(least("buffers")).toBeLessThan(1);
    expect(least("resident")).toBeLessThan(8);
  });
});
