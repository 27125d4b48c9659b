import { digammaDifference, HALF_LOG_2PI, polygammaAt, rootBetween } from "../../core/special";
import { studentT } from "../studentT";
import { type Estimator, meanOf } from "./estimate";

/** The degrees of freedom that are looked at: powers of √2, so that no maximum is passed over. */
const GRID = Array.from({ length: 89 }, (_, i) => 2 ** (i / 2 - 14));

/** x²/(ν + x²). */
const share = (df: number, x: number) => 1 / (1 + df / (x * x));

/** ln(1 + x²/ν). */
const logOnePlus = (df: number, x: number) => {
  const u = (x / df) * x;
  return u < Infinity ? Math.log1p(u) : 2 * Math.log(Math.abs(x)) - Math.log(df);
};

/**
 * Degrees of freedom ν of Student's law, whose location is 0 and whose scale is 1. The likelihood may have
 * several maxima in ν, and goes to that of the standard normal law as ν does to ∞: the highest of the roots
 * of its derivative is compared with that limit.
 */
export const fitStudentT: Estimator = (x, none) => {
  const score = (df: number) =>
    0.5 * digammaDifference(df / 2, 0.5) -
    0.5 / df +
    meanOf(x.map((v) => 0.5 * ((1 + 1 / df) * share(df, v) - logOnePlus(df, v))));
  const height = (df: number) => meanOf(studentT(df).logpdf(x));
  let df = Infinity;
  let highest = meanOf(x.map((v) => -0.5 * v * v - HALF_LOG_2PI));
  const scores = GRID.map(score);
  for (let i = 1; i < GRID.length; i++) {
    if (!(scores[i - 1] > 0 && scores[i] <= 0)) continue;
    const root = rootBetween((v) => -score(v), GRID[i - 1], GRID[i]);
    if (height(root) > highest) [df, highest] = [root, height(root)];
  }
  if (df === Infinity) {
    throw none(
      "the values' tails are no heavier than the standard normal law's, the limit of many degrees of freedom",
    );
  }
  const bend = meanOf(
    x.map((v) => {
      const s = share(df, v);
      return s / df - (0.5 * (df + 1) * s * (2 - s)) / df / df;
    }),
  );
  const gammas = 0.25 * (polygammaAt(1, (df + 1) / 2) - polygammaAt(1, df / 2)) + 0.5 / df / df;
  return { params: [df], information: [[-x.length * (gammas + bend)]] };
};
