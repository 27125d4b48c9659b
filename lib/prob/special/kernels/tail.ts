/**
 * One tail of a distribution on the line, computed as e^{logScale}·factor so that its logarithm does
 * not underflow. The other tail is one minus it.
 */
export interface Tail {
  /** Whether it is P(X > x), rather than P(X ≤ x). */
  upper: boolean;
  logScale: number;
  factor: number;
}

/** The wanted tail probability. */
export function tailValue(tail: Tail, upper: boolean): number {
  const v = Math.exp(tail.logScale) * tail.factor;
  return tail.upper === upper ? v : 1 - v;
}

/** The logarithm of the wanted tail probability. */
export function logTailValue(tail: Tail, upper: boolean): number {
  if (tail.upper === upper) return tail.logScale + Math.log(tail.factor);
  return Math.log1p(-Math.exp(tail.logScale) * tail.factor);
}
