import type { Matrix } from "../../../lib/core";
import { fixture } from "../helpers";

/** scikit-learn's metrics on seeded input (fixtures/metrics.py). */
export const reference = fixture<{
  binary: number[];
  scores: number[];
  guess: number[];
  three: number[];
  other: number[];
  proba: Matrix;
  real: number[];
  fitted: number[];
  fpr: number[];
  tpr: number[];
  thresholds: number[];
  silhouette: number[];
  accuracy: number;
  confusion: Matrix;
  binaryScores: number[];
  averages: Record<"macro" | "weighted" | "micro", number[]>;
  rocAuc: number;
  logLoss: number;
  mse: number;
  mae: number;
  r2: number;
  ari: number;
  nmi: number;
}>("metrics");
