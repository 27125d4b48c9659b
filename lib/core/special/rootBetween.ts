/** The middle of an interval, geometric where its ends have one sign and differ in magnitude. */
function middle(a: number, b: number): number {
  if (a < 0 && b > 0) return 0;
  if (a >= 0 && b > 4 * a) return Math.sqrt(Math.max(a, Number.MIN_VALUE)) * Math.sqrt(b);
  if (b <= 0 && a < 4 * b) return -middle(-b, -a);
  return a + (b - a) / 2;
}

/**
 * Where the non-decreasing function f reaches 0 between left and right: the smallest x with f(x) ≥ 0,
 * also where f is 0 on a whole interval, or jumps. Regula falsi with the Illinois rule (M. Dowell &
 * P. Jarratt 1971, BIT 11), and bisection where that is slow. Of f the signs are relied on, the values
 * only serve to get there fast.
 */
export function rootBetween(f: (x: number) => number, left: number, right: number): number {
  let [a, b] = [left, right];
  let [fa, fb] = [f(a), f(b)];
  if (fa >= 0) return a;
  if (fb < 0) return b;
  if (a === -Infinity) {
    // an infinite end gives way to the last double, unless the root lies beyond it
    [a, fa] = [-Number.MAX_VALUE, f(-Number.MAX_VALUE)];
    if (fa >= 0) return left;
  }
  if (b === Infinity) {
    [b, fb] = [Number.MAX_VALUE, f(Number.MAX_VALUE)];
    if (fb < 0) return right;
  }
  for (let iteration = 0; iteration < 300; iteration++) {
    const falsi = b - (fb * (b - a)) / (fb - fa);
    const x = iteration % 3 === 2 || !(falsi > a && falsi < b) ? middle(a, b) : falsi;
    if (x <= a || x >= b) return b; // no double between
    const fx = f(x);
    if (fx < 0) {
      [a, fa] = [x, fx];
      fb /= 2;
    } else {
      [b, fb] = [x, fx];
      fa /= 2;
    }
    if (b - a <= 2 ** -52 * Math.max(Math.abs(a), Math.abs(b))) break;
  }
  const x = b - (fb * (b - a)) / (fb - fa);
  return x >= a && x <= b ? x : b;
}
