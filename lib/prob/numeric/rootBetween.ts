/** The middle of an interval, geometric where its ends have one sign and differ in magnitude. */
function middle(a: number, b: number): number {
  if (a > 0 && b > 4 * a) return Math.sqrt(a) * Math.sqrt(b);
  if (b < 0 && a < 4 * b) return -Math.sqrt(-a) * Math.sqrt(-b);
  return a + (b - a) / 2;
}

/**
 * A zero of the increasing function f between left and right, where it does not change sign but
 * once: regula falsi with the Illinois rule (M. Dowell & P. Jarratt 1971, BIT 11), and bisection
 * where that is slow.
 */
export function rootBetween(f: (x: number) => number, left: number, right: number): number {
  let [a, b] = [left, right];
  let [fa, fb] = [f(a), f(b)];
  if (fa >= 0) return a;
  if (fb <= 0) return b;
  for (let iteration = 0; iteration < 200; iteration++) {
    const falsi = b - (fb * (b - a)) / (fb - fa);
    const x = iteration % 3 === 2 || !(falsi > a && falsi < b) ? middle(a, b) : falsi;
    if (x <= a || x >= b) break; // no double between
    const fx = f(x);
    if (fx === 0) return x;
    if (fx < 0) {
      [a, fa] = [x, fx];
      fb /= 2;
    } else {
      [b, fb] = [x, fx];
      fa /= 2;
    }
    if (b - a <= 2 ** -52 * Math.max(Math.abs(a), Math.abs(b))) break;
  }
  return b - (fb * (b - a)) / (fb - fa);
}
