import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { calibrationCurve } from "../../../lib/learn";
import { reference as ref } from "../calibration/reference";
import { expectClose } from "../helpers";

describe("calibrationCurve", () => {
  test.each([
    ["uniform", 6],
    ["quantile", 4],
  ] as const)("agrees with scikit-learn, %s", (strategy, nBins) => {
    const { predicted, observed, counts } = calibrationCurve(ref.y, ref.p, { strategy, nBins });
    expectClose(predicted, ref.curves[strategy].predicted, { rtol: 1e-13 });
    expectClose(observed, ref.curves[strategy].observed, { rtol: 1e-13 });
    expect(counts.reduce((s, c) => s + c)).toBe(ref.p.length);
  });

  test("is the diagonal for probabilities that mean what they say", () => {
    const random = rng(1);
    const p = Array.from({ length: 20000 }, () => random.random());
    const y = p.map((v) => (random.random() < v ? "yes" : "no"));
    const { predicted, observed } = calibrationCurve(y, p, { nBins: 10 });
    expect(predicted.length).toBe(10);
    // Standard errors are at most ½/√2000 = 0.011.
    expectClose(observed, predicted, { atol: 0.04 });
  });

  test("a border belongs to the bin below it, and empty bins are left out", () => {
    const { predicted, observed, counts } = calibrationCurve([0, 1, 1], [0, 0.5, 1], { nBins: 2 });
    expect([predicted, observed, counts]).toEqual([
      [0.25, 1],
      [0.5, 1],
      [2, 1],
    ]);
    expect(calibrationCurve([0, 1], [0.1, 0.9], { nBins: 100 }).counts).toEqual([1, 1]);
    expect(calibrationCurve([0, 1], [0.3, 0.3], { nBins: 4, strategy: "quantile" }).counts).toEqual(
      [2],
    );
    expect(calibrationCurve([0, 1], [0.3, 0.9], { nBins: 1, strategy: "quantile" }).counts).toEqual(
      [2],
    );
  });

  test("refuses what is no probability", () => {
    expect(() => calibrationCurve([0, 1], [0.5, 1.5])).toThrow(
      "calibrationCurve: probabilities[1] must be a number in [0, 1], got 1.5",
    );
    expect(() => calibrationCurve([0, 1], [0.5, 1], { nBins: 0 })).toThrow("nBins must be");
    expect(() => calibrationCurve([0, 0], [0.5, 1])).toThrow("yTrue must hold 2 classes, got 1");
    expect(() => calibrationCurve([0, 1], [0.5, 1], { strategy: "even" as never })).toThrow(
      'strategy must be one of "uniform", "quantile", got "even"',
    );
  });
});
