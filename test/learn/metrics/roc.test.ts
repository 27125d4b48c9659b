import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { auc, rocAuc, rocCurve } from "../../../lib/learn";
import { expectClose } from "../helpers";
import { reference as ref } from "./reference";

describe("rocCurve, auc and rocAuc", () => {
  test("agree with scikit-learn on scores with ties", () => {
    const { fpr, tpr, thresholds } = rocCurve(ref.binary, ref.scores);
    expectClose(fpr, ref.fpr, { rtol: 1e-14 });
    expectClose(tpr, ref.tpr, { rtol: 1e-14 });
    expect(thresholds).toEqual([Infinity, ...ref.thresholds]);
    expect(rocAuc(ref.binary, ref.scores)).toBeCloseTo(ref.rocAuc, 14);
  });

  test("the area under the curve is the share of pairs in order", () => {
    const random = rng(2);
    const y = random.integers(0, 2, 80);
    const s = y.map((label) => Math.round(random.normal(label, 1) * 4));
    const { fpr, tpr } = rocCurve(y, s);
    expect(auc(fpr, tpr)).toBeCloseTo(rocAuc(y, s), 13);
    let [wins, pairs] = [0, 0];
    y.forEach((a, i) => {
      y.forEach((b, j) => {
        if (a !== 1 || b !== 0) return;
        pairs++;
        wins += s[i] > s[j] ? 1 : s[i] === s[j] ? 0.5 : 0;
      });
    });
    expect(rocAuc(y, s)).toBeCloseTo(wins / pairs, 14);
  });

  test("swapping the positive class turns the area to its complement", () => {
    const labels = ref.binary.map((b) => (b ? "sick" : "well"));
    const up = rocAuc(labels, ref.scores, { positive: "sick" });
    expect(up).toBeCloseTo(ref.rocAuc, 14);
    expect(rocAuc(labels, ref.scores)).toBeCloseTo(1 - up, 14);
  });

  test("refuse what has no curve", () => {
    expect(() => rocCurve([1, 1], [0.5, 0.6])).toThrow(
      "rocCurve: yTrue must hold 2 classes, got 1",
    );
    expect(() => rocAuc([0, 1], [0.5])).toThrow("scores must have length 2");
    expect(() => rocAuc([0, 1], [0.5, 1], { positive: 2 })).toThrow(
      "rocAuc: positive must be one of 0, 1, got 2",
    );
    expect(() => auc([0, 1, 0.5], [0, 1, 1])).toThrow("auc: x must be ascending, x[1] is 1");
  });
});
