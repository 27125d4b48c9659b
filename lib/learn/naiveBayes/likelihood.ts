import type { Matrix } from "../../core";
import type { Dense } from "../../linalg/flat";

/** Parameters of ln p(x | class), and the function itself for each class. */
export interface Likelihood {
  /** gaussian: mean of each feature in each class, K×D. */
  means?: Matrix;
  /** gaussian: variance of each feature in each class, K×D. */
  variances?: Matrix;
  /** bernoulli: P(x_d = 1 | class); multinomial: share of feature d in the counts of the class; K×D. */
  probabilities?: Matrix;
  /** gaussian: which variances are those of the smoothing rather than of the data, for `message`. */
  note?: string;
  /** ln p(x | class k) for each row x, up to a term that is the same for all classes; rows × K. */
  logLikelihood(X: Dense): Dense;
}
