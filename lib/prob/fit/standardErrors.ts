/**
 * Roots of the diagonal of the inverse information of one or two parameters, under the last of the names:
 * those before were given (the n of the binomial law).
 */
export function standardErrors(
  names: readonly string[],
  information: number[][],
): Record<string, number> {
  const estimated = names.slice(names.length - information.length);
  return Object.fromEntries(estimated.map((name, i) => [name, errorOf(i, information)]));
}

/** 1/√(Iᵢᵢ − Iᵢⱼ²/Iⱼⱼ), the Schur complement; NaN if the matrix is not positive definite. */
function errorOf(i: number, information: number[][]): number {
  const own = information[i][i];
  if (information.length === 1) return 1 / Math.sqrt(own);
  const cross = information[i][1 - i];
  return 1 / Math.sqrt(own - (cross / information[1 - i][1 - i]) * cross);
}
