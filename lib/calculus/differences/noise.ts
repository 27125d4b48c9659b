/** (4!)²/8!: what turns the mean square of fourth differences into the variance of the noise. */
const GAMMA = 1 / 70;

/**
 * The noise of f near t = 0, as a standard deviation: what is left of neighbouring values in their
 * fourth differences, in which nothing of a smooth function remains (Hamming 1973; Moré & Wild 2011,
 * "Estimating computational noise"). It takes seven values a step apart, around 0 or from 0 upwards.
 */
export function noiseOf(f: (t: number) => number, step: number, central: boolean): number {
  let row = Array.from({ length: 7 }, (_, k) => f((central ? k - 3 : k) * step));
  for (let order = 0; order < 4; order++) row = row.slice(1).map((y, k) => y - row[k]);
  const meanSquare = row.reduce((sum, d) => sum + d * d, 0) / row.length;
  return Math.sqrt(GAMMA * meanSquare);
}
