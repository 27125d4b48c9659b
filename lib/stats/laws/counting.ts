/** The number of ways to choose k of n, C(n, k); infinite beyond 1.8e308. O(k). */
export function binomialCoefficient(n: number, k: number): number {
  let value = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) value = (value * (n - i + 1)) / i;
  return Math.round(value);
}

/** n!, infinite from n = 171 on. */
export function factorial(n: number): number {
  let value = 1;
  for (let i = 2; i <= Math.min(n, 171); i++) value *= i;
  return value;
}
