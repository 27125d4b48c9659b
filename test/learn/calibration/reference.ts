import type { Matrix } from "../../../lib/core";
import { fixture } from "../helpers";

type Curve = { observed: number[]; predicted: number[] };

/** scikit-learn's scores of probabilities and calibrations (fixtures/calibration.py). */
export const reference = fixture<{
  y: number[];
  scores: number[];
  p: number[];
  three: number[];
  other: number[];
  precision: number[];
  recall: number[];
  averagePrecision: number;
  brier: number;
  matthews: number[];
  curves: Record<"uniform" | "quantile", Curve>;
  sigmoid: { slope: number; intercept: number };
  x: number[];
  t: number[];
  w: number[];
  grid: number[];
  isotonic: Record<"plain" | "weighted" | "falling", number[]>;
  calibrated: Record<"twoSigmoid" | "twoIsotonic" | "threeSigmoid", Matrix>;
}>("calibration");
