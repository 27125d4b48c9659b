import { GOLDEN, type Triple, type Value } from "./types";

/** Beyond this there is no going on. */
const FAR = 1e306;

/**
 * Goes downhill from a and b, in steps that grow by the golden ratio or to where a parabola has its minimum,
 * until f rises again. Returns three points, or why there are none.
 *
 * Where f is the same at the first three points it is taken to be level.
 */
export function findBracket(
  f: Value,
  a0: number,
  b0: number,
): Triple | { x: number; fun: number; message: string } {
  let [a, b] = [a0, b0];
  let [fa, fb] = [f(a), f(b)];
  if (fb > fa) [a, fa, b, fb] = [b, fb, a, fa];
  if (fb === Infinity) {
    return { x: b, fun: fb, message: `f is finite neither at ${a0} nor at ${b0}` };
  }
  const grow = 1 / GOLDEN - 1;
  let c = b + grow * (b - a);
  let fc = f(c);
  if (fa === fb && fb === fc) return { a, b, c, fb };
  while (fc <= fb) {
    if (fc === -Infinity) return { x: c, fun: fc, message: `f is −Infinity at ${c}` };
    if (!(Math.abs(c) < FAR)) {
      return {
        x: c,
        fun: fc,
        message: `f falls, or stays level, as far as ${c}: no minimum that way`,
      };
    }
    const reach = c - b;
    // forwards at least by the golden ratio, at most a hundred times as far
    const guess = (parabola(a, fa, b, fb, c, fc) - c) / reach;
    const step = reach * (guess > grow ? Math.min(guess, 100) : grow);
    [a, fa, b, fb] = [b, fb, c, fc];
    c += step;
    fc = f(c);
  }
  return { a, b, c, fb };
}

/** Where the parabola through three points has its minimum; NaN where it has none. */
function parabola(a: number, fa: number, b: number, fb: number, c: number, fc: number): number {
  const left = (fb - fa) / (b - a);
  const right = (fc - fb) / (c - b);
  const bend = (right - left) / (c - a);
  return bend > 0 ? (a + b) / 2 - left / (2 * bend) : Number.NaN;
}
